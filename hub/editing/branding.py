"""The admin of the programme, not of its framework: its style, and a menu without foreign pages."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import SubmenuMenuItem

# Pages in English, of another site, about the framework.
FOREIGN_PAGES = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """Link the stylesheets of the name and the logo, and of what choosers say."""
    sheets = [(static(f"editing/{name}.css"),) for name in ("brand", "choosers")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("construct_main_menu")
def without_version(request: HttpRequest, items: list[Any]) -> None:
    """Show the settings without the version of the framework at their foot."""
    for at, item in enumerate(items):
        if item.name == "settings":
            kept = {"name": item.name, "icon_name": item.icon_name, "order": item.order}
            items[at] = SubmenuMenuItem(item.label, item.menu, **kept)


@hooks.register("construct_help_menu")
def without_foreign_pages(request: HttpRequest, items: list[Any]) -> None:
    """Take away what leads to the site of the framework."""
    items[:] = [item for item in items if not item.name.startswith(FOREIGN_PAGES)]
