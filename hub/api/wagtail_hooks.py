"""Where the keys of the API are managed: Wagtail's own screen, which comes with its v3 alone."""

from django.apps import apps
from wagtail import hooks
from wagtail.users.views.api_tokens import APITokenViewSet


@hooks.register("register_admin_viewset")
def register_keys() -> list[APITokenViewSet]:
    """Return the list of keys: made, named, shown once, revoked; none where Wagtail has it."""
    if apps.is_installed("wagtail.api.v3"):
        return []
    return [APITokenViewSet("wagtailusers_api_tokens", url_prefix="api-tokens")]
