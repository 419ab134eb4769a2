"""The two editing controls: the commune, found by name, and the point, moved on a map."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtailgeowidget.widgets import LeafletField, translations

from .origin import PointSource
from .resolving import resolve_typed_or_none

REGION_CENTRE = {"lat": 47.2, "lng": 5.0}
REGION_ZOOM = 8
LEAFLET = "vendor/leaflet"


class CommuneWidget(forms.TextInput):
    """A text input; with JavaScript, an ARIA combobox fed by the look-up of communes."""

    template_name = "territory/commune_input.html"

    class Media:
        css = {"all": ["territory/editing.css"]}
        js = ["territory/commune-field.js"]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the address of the look-up, and the own point of the commune shown."""
        commune = resolve_typed_or_none(str(value or ""))
        hooks = {
            "autocomplete": "off",
            "data-controller": "territory-commune",
            "data-territory-commune-url-value": reverse("territory_communes"),
            "data-territory-commune-point-value": str(commune.point) if commune else "",
        }
        return super().get_context(name, value, {**(attrs or {}), **hooks})


class PointWidget(LeafletField):
    """The Leaflet control of wagtailgeowidget, from our own files and without a phantom point.

    `commune_field` names the form field of the commune whose own point the marker follows;
    `address_field`, that of the address, adds a button that looks it up; `source_field`, a hidden
    one, is where the origin of the point is kept.
    """

    template_name = "territory/point_input.html"

    def __init__(
        self,
        commune_field: str = "",
        address_field: str = "",
        source_field: str = "",
        **kwargs: Any,
    ) -> None:
        self.commune_field = commune_field
        self.address_field = address_field
        self.source_field = source_field
        # An empty prefix keeps the controller of the parent away: ours drives panels and blocks.
        super().__init__(**{"srid": 4326, **kwargs, "id_prefix": ""})

    @property
    def media(self) -> forms.Media:
        """Leaflet first, from our host; the parent names a public content network."""
        return forms.Media(
            css={
                "all": (
                    f"{LEAFLET}/leaflet.css",
                    "wagtailgeowidget/css/leaflet-field.css",
                    "territory/editing.css",
                )
            },
            js=(
                f"{LEAFLET}/leaflet.js",
                "wagtailgeowidget/js/leaflet-field.js",
                "territory/point-field.js",
                "territory/address-lookup.js",
            ),
        )

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the identifier of the visible input: the stored one is hidden."""
        return f"{id_}_latlng" if id_ else id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Describe the hidden input, the visible one and the map."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["options"] = json.dumps(self.map_options())
        widget["lookup_url"] = reverse("territory_addresses") if self.address_field else ""
        widget["address_field"], widget["commune_field"] = self.address_field, self.commune_field
        widget["described_by"] = widget["attrs"].pop("aria-describedby", "")
        widget["invalid"] = widget["attrs"].pop("aria-invalid", "")
        return context

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> str:
        """Render our template, in place of the strings that the parent joins."""
        rendered: str = forms.HiddenInput.render(self, name, value, attrs, renderer)
        return rendered

    def map_options(self) -> dict[str, Any]:
        """Return what the script of the map needs; no address leaves our host unless set."""
        return {
            "srid": self.srid,
            "zoom": REGION_ZOOM,
            "defaultLocation": REGION_CENTRE,
            "tileLayer": getattr(settings, "HUB_TILE_URL", ""),
            "tileLayerOptions": {"attribution": getattr(settings, "HUB_TILE_ATTRIBUTION", "")},
            "translations": {key: str(text) for key, text in translations.items()},
            "communeField": self.commune_field,
            "sourceField": self.source_field,
            "sources": dict(PointSource.choices) if self.source_field else {},
            "icons": {
                "iconUrl": static(f"{LEAFLET}/images/marker-icon.png"),
                "iconRetinaUrl": static(f"{LEAFLET}/images/marker-icon-2x.png"),
                "shadowUrl": static(f"{LEAFLET}/images/marker-shadow.png"),
            },
        }


register(WidgetAdapter(), PointWidget)
