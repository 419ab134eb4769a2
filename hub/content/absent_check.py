"""The cautions about stored content: its plugin is absent, or another plugin hides it."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning as Caution, register
from wagtail.models import Page

from hub.content.absent import absent_blocks, absent_page_types
from hub.content.models.page import HOME_DEPTH
from hub.plugins.enabling import offered_names
from hub.plugins.problems import ABSENT_BLOCKS, HIDDEN_PAGE, STORED_CONTENT
from hub.plugins.registry import enabled, owns
from hub.plugins.roots import plugin_segments


@register(Tags.database, STORED_CONTENT, deploy=True)
def check_absent_content(
    app_configs: Sequence[AppConfig] | None = None,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """`hub.W105`: stored content uses blocks or types of pages that no enabled plugin brings.

    It reads all content: it runs in `manage.py plugins` and in
    `manage.py check --deploy --database default`, never when the site starts.
    """
    if not databases:
        return []
    cautions: list[CheckMessage] = []
    for name, number in absent_blocks().items():
        sentence = f"The block “{name}” is in {_counted(number)}, and no enabled plugin brings it."
        cautions.append(Caution(sentence, hint=_hint(name), id=ABSENT_BLOCKS))
    for name, number in absent_page_types().items():
        sentence = f"The type “{name}” has {_counted(number)}, and no enabled plugin brings it."
        cautions.append(Caution(sentence, hint=KEPT, id=ABSENT_BLOCKS))
    return cautions


@register(Tags.database, STORED_CONTENT, deploy=True)
def check_hidden_pages(
    app_configs: Sequence[AppConfig] | None = None,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """`hub.W111`: a page has the address of a plugin, and is not reached."""
    if not databases:
        return []
    under_home = Page.objects.filter(depth=HOME_DEPTH + 1, slug__in=plugin_segments())
    return [
        Caution(
            f"The page “{page.title}” is not reached: a plugin answers at /{page.slug}/.",
            hint="Give the page another address, or disable the plugin.",
            id=HIDDEN_PAGE,
        )
        for page in under_home.order_by("path")
    ]


KEPT = "It is shown nowhere and kept as it is: enable its plugin to have it back."


def _counted(number: int) -> str:
    return f"{number} stored object{'s' if number > 1 else ''}"


def _hint(block: str) -> str:
    """Name the plugin that brings a block, where one that is installed does."""
    disabled = offered_names() - {plugin.name for plugin in enabled().plugins}
    candidates = [name for name in disabled if owns(name, block)]
    if not candidates:
        return KEPT
    return f"{KEPT} “{max(candidates, key=len)}” is installed: add it to HUB_PLUGINS."
