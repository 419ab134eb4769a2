"""Brings the cleaning of pasted text to the forms; imported by `wagtail_hooks`."""

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from hub.editing.paste.views import paste_image


@hooks.register("register_admin_urls")
def paste_urls() -> list[URLPattern]:
    """Mount the address of pasted pictures; Wagtail lets editors in and nobody else."""
    return [path("coller/image/", paste_image, name="paste_image")]


@hooks.register("insert_editor_js")
def paste_script() -> SafeString:
    """Load the script, with the addresses that it needs."""
    return format_html(
        '<link rel="stylesheet" href="{}">'
        '<script type="module" src="{}" data-paste-upload="{}" data-paste-private="{}"></script>',
        static("editing/paste.css"),
        static("editing/paste/main.js"),
        reverse("paste_image"),
        " ".join(private_paths()),
    )


def private_paths() -> list[str]:
    """Return where the addresses begin that readers cannot open, or not for long."""
    preview = reverse("shared_preview", args=["-"])
    return [reverse("wagtailadmin_home"), preview.removesuffix("-/")]
