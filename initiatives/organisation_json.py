"""Organisations as blocks give them by the API: who they are, their page, their logo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps

from hub.content.api.json_schema import ADDRESS, TEXT, Schema, an_object, nullable, reference

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext

ORGANISATION: Schema = an_object(
    id=TEXT, name=TEXT, path=TEXT, url=ADDRESS, logo=nullable(reference("ImageJson"))
)


def read_organisations(keys: Sequence[int], ctx: ApiContext) -> Mapping[int, dict[str, Any]]:
    """Return the organisations of these keys as JSON, their logos read together."""
    from hub.content.addresses import public_url
    from hub.content.api.images import image_json, read_images
    from hub.content.api.reading import needed, read_needs

    found = apps.get_model("initiatives.Organisation").objects.in_bulk(list(keys))
    read_needs([(read_images, one.logo_id) for one in found.values() if one.logo_id], ctx)

    def logo(one: Any) -> Any:
        shown = needed(read_images, one.logo_id, ctx) if one.logo_id else None
        return image_json(shown, ctx, one.name)

    return {
        key: {
            "id": str(one.uid),
            "name": one.name,
            "path": one.get_absolute_url(),
            "url": public_url(one.get_absolute_url(), ctx.request),
            "logo": logo(one),
        }
        for key, one in found.items()
    }
