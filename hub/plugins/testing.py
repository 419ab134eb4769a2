"""What the author of a plugin needs to test it. No module of the hub imports this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.test.utils import override_settings

from hub.plugins.enabling import Enabled, Plugin, enable
from hub.plugins.registry import COLLECTED


@contextmanager
def using_plugin(*plugins: Plugin | str) -> Iterator[Enabled]:
    """Enable exactly these plugins inside, given whole or by their names; none, without arguments.

    What plugins bring is collected anew, then once more afterwards. Applications, addresses and
    the blocks of page types are made when the site starts and stay as they are; a composition of
    blocks that is made inside (`BodyBlocks()`) has the blocks of these plugins.
    """
    named = enable(",".join(plugin for plugin in plugins if isinstance(plugin, str)))
    given = [plugin for plugin in plugins if isinstance(plugin, Plugin)]
    both = sorted([*named.plugins, *given], key=lambda plugin: plugin.name)
    found = Enabled(tuple(both), named.apps, named.embed_finders, named.problems)
    with override_settings(HUB_ENABLED_PLUGINS=found):
        _forget()
        try:
            yield found
        finally:
            _forget()


def _forget() -> None:
    for collected in COLLECTED:
        collected.cache_clear()
