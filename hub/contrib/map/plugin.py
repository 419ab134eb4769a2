"""What the plugin brings."""

from collections.abc import Iterable

from django.urls import URLPattern

from hub.plugins import Representation, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its templates and its files."""
    return ["hub.contrib.map"]


@hookimpl
def root_urlpatterns() -> Iterable[URLPattern]:
    """The page of the map, its points, and the names of some of them."""
    from hub.contrib.map.urls import urlpatterns

    return urlpatterns


@hookimpl
def representations() -> Iterable[Representation]:
    """The results as GeoJSON."""
    from hub.contrib.map.geojson import GEOJSON

    return [GEOJSON]
