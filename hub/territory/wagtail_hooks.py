"""What the territory adds to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from .views import addresses, communes


@hooks.register("register_admin_urls")
def commune_urls() -> list[URLPattern]:
    """Mount the look-ups; Wagtail lets editors in and nobody else."""
    return [
        path("communes/", communes, name="territory_communes"),
        path("adresses/", addresses, name="territory_addresses"),
    ]
