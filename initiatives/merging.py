"""Merges of terms, organisations and free tags: their rules (decision 0010)."""

from typing import Any, ClassVar

from taggit.models import Tag, TaggedItem
from wagtail.log_actions import log

from hub.editing.merging.rules import Merging
from hub.editing.merging.swap import Row, Twins
from initiatives.journal import MERGED
from initiatives.models import (
    Characterisation,
    EventOrganisation,
    InitiativeOrganisation,
    InitiativeTag,
    Organisation,
    OrganisationAlias,
    ProgrammeRole,
    ReportOrganisation,
    Scheme,
    Term,
    TermAlias,
)
from initiatives.panels import terms_in_order

LONGEST = Characterisation._meta.get_field("evidence").max_length or 0


def join_evidence(kept: Row, dropped: Row) -> Row:
    """Keep both sentences where they fit; else that of the term that stays, where it has one."""
    mine, other = kept["evidence"], dropped["evidence"]
    if not other or other == mine:
        return {}
    both = f"{mine} {other}".strip()
    return {"evidence": both} if len(both) <= LONGEST else {}


def keep_the_contact(kept: Row, dropped: Row) -> Row:
    """Take the contact of the link that goes where the other one has none."""
    return {} if kept["contact"] or not dropped["contact"] else {"contact": dropped["contact"]}


class Remembering(Merging):
    """Merges of what has a public address: the old one leads to what stays."""

    unsaid = (TermAlias, OrganisationAlias)

    def effects(self, old: Any, new: Any) -> list[str]:
        """Add what becomes of the address."""
        way = f"L’adresse {old.get_absolute_url()} mène à {new.get_absolute_url()}."
        return [*super().effects(old, new), way]

    def after(self, former: Any, new: Any, user: Any) -> None:
        """Keep the address, the name and the identity; write it in the history."""
        super().after(former, new, user)
        new.remember(name=former.name, uid=former.uid, **former.address())
        log(new, MERGED, user=user, data={"name": former.name, "uid": str(former.uid)})


class TermMerging(Remembering):
    """Two terms of one vocabulary."""

    model = Term
    twins: ClassVar = {Characterisation: Twins(combine=join_evidence)}
    completed: ClassVar = ("definition", "notation", "source")

    def options(self, old: Term) -> list[tuple[Any, Any]]:
        """Return the terms of the same vocabulary."""
        terms = terms_in_order(Scheme(old.scheme))
        return [(pk, name) for pk, name in terms if pk != old.pk]

    def refusal(self, old: Term, new: Term) -> str:
        """Refuse another vocabulary, a term of its own second level, and a third level."""
        if old.scheme != new.scheme:
            return (
                f"« {old} » et « {new} » ne sont pas du même vocabulaire : ils ne disent pas la "
                "même chose d’une fiche."
            )
        if new.parent_id == old.pk:
            return (
                f"« {new} » est un sous-terme de « {old} ». Fusionnez-les dans l’autre sens, ou "
                f"donnez d’abord un autre parent à « {new} »."
            )
        if new.parent_id and old.children.exists():
            return (
                f"« {old} » a des sous-termes, et « {new} » est lui-même un sous-terme : il n’y a "
                "que deux niveaux. Déplacez d’abord les sous-termes."
            )
        return super().refusal(old, new)

    def after(self, former: Term, new: Term, user: Any) -> None:
        """Add the cross-references."""
        lines = [*new.cross_references.split(), *former.cross_references.split()]
        new.cross_references = "\n".join(dict.fromkeys(lines))
        super().after(former, new, user)


class OrganisationMerging(Remembering):
    """Two organisations that are one."""

    model = Organisation
    twins: ClassVar = {
        **{
            link: Twins(("role",), keep_the_contact)
            for link in (InitiativeOrganisation, EventOrganisation, ReportOrganisation)
        },
        ProgrammeRole: Twins(("role", "from_year", "to_year")),
    }
    completed: ClassVar = (
        "description",
        "siret",
        "legal_status",
        "economy",
        "website",
        "logo",
        *Organisation.LABELS.values(),
    )

    def refusal(self, old: Organisation, new: Organisation) -> str:
        """Refuse two that have two numbers."""
        if old.siret and new.siret and old.siret != new.siret:
            return (
                f"« {old} » et « {new} » ont deux numéros SIRET : ce sont deux établissements. "
                "Corrigez l’un des numéros si vous en êtes sûr."
            )
        return super().refusal(old, new)


class TagMerging(Merging):
    """Two free tags, of fiches, images and documents."""

    model = Tag
    twins: ClassVar = {
        InitiativeTag: Twins(),
        TaggedItem: Twins(("object_id", "content_type_id")),
    }

    def after(self, former: Tag, new: Tag, user: Any) -> None:
        """Write it in the history."""
        super().after(former, new, user)
        log(new, MERGED, user=user, data={"name": former.name})
