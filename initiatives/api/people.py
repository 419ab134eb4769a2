"""People in the API: only those who agreed to be named, as long as they do."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from initiatives.models import ContactPerson


class ContactJson(TypedDict):
    """Personne qui a donné son accord pour être contactée, tant qu’il vaut."""

    name: Annotated[str, Field(description="Nom.")]
    function: Annotated[str, Field(description="Fonction.")]
    email: Annotated[str, Field(description="Adresse électronique ; vide si elle n’en donne pas.")]
    phone: Annotated[str, Field(description="Téléphone ; vide si elle n’en donne pas.")]


def contact_json(person: ContactPerson | None) -> ContactJson | None:
    """Return a person whom the public may see today, else None."""
    if person is None or not person.is_shown:
        return None
    return {
        "name": person.name,
        "function": person.function,
        "email": person.email,
        "phone": person.phone,
    }
