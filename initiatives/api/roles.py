"""Organisations as pages name them, each with its role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.schemas import Address, CodedValue, Id, Path
from initiatives.api.people import ContactJson, contact_json
from initiatives.beside import Named, links_of
from initiatives.models import Organisation
from initiatives.models.organisation import OrganisationRole

ROLES = {one.value: str(one.label) for one in OrganisationRole}


class OrganisationRef(TypedDict):
    """Organisation vue d’ailleurs."""

    id: Id
    name: Annotated[str, Field(description="Nom.", examples=["Les Délices bleus"])]
    path: Path
    url: Address


class RoleJson(TypedDict):
    """Organisation, son rôle, et la personne à contacter si elle y consent."""

    role: Annotated[CodedValue, Field(description="Rôle.")]
    organisation: OrganisationRef
    contact: Annotated[ContactJson | None, Field(description="Personne à contacter.")]


def organisation_ref(organisation: Organisation | Named, ctx: ApiContext) -> OrganisationRef:
    """Return an organisation as seen from elsewhere."""
    path = organisation.get_absolute_url()
    return {
        "id": str(organisation.uid),
        "name": organisation.name,
        "path": path,
        "url": ctx.public(path),
    }


def roles_json(page: Any, ctx: ApiContext) -> list[RoleJson]:
    """Return the organisations of a page, in the editor's order."""
    return list(_roles(page, ctx))


def _roles(page: Any, ctx: ApiContext) -> Iterator[RoleJson]:
    for link in links_of(page):
        yield {
            "role": {"code": link.role, "label": ROLES.get(link.role, link.role)},
            "organisation": organisation_ref(link.organisation, ctx),
            "contact": contact_json(link.contact),
        }
