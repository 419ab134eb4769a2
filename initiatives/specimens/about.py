"""What is said about a fiche or an event: facts, people, terms, dates."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from taggit.models import Tag

from hub.content.styleguide.samples import LONG_TITLE
from hub.content.styleguide.specimen import Context, Place, Specimen
from initiatives.models import InitiativeOrganisation, InitiativePage, Measure, Scheme
from initiatives.sheets.timeline import Milestone
from initiatives.sheets.where import where_is
from initiatives.specimens import making

Variants = Mapping[str, Context]
ASIDE = "specimen__aside"
EVIDENCE = (
    "L’équipe décide elle-même de ses horaires, chaque mois, en réunion ; la direction n’a plus "
    "que le dernier mot, qu’elle n’a jamais eu à prendre."
)


def contact() -> Variants:
    """Somebody, the page of the programme, its address, nothing yet."""
    nobody: dict[str, Any] = {"person": None, "address": "", "email": ""}
    return {
        "Personne": nobody | {"person": making.full_person()},
        "Page de contact": nobody | {"address": "/contact/"},
        "Adresse électronique": nobody | {"email": "contact@example.org"},
        "Rien encore": nobody,
    }


def person() -> Variants:
    """Everything known, a name alone."""
    return {
        "Complète": {"person": making.full_person()},
        "Nom seul": {"person": making.person()},
    }


def when() -> Variants:
    """One day, several with hours, imprecise."""
    return {
        "Un jour": {"event": making.event()},
        "Plusieurs jours, avec les heures": {"event": making.full_event()},
        "Date imprécise": {"event": making.undated_event()},
    }


def where() -> Variants:
    """At an address, at a commune, a point without commune, nowhere."""
    places: dict[str, dict[str, str]] = {
        "À l’adresse": {"commune_code": "25056", "point": "SRID=4326;POINT(6.03 47.24)"},
        "À la commune": {"commune_code": "39198"},
        "Un point seul": {"commune_code": "", "point": "SRID=4326;POINT(4.36 47.32)"},
        "Sans lieu, rien": {"commune_code": ""},
    }
    found = {}
    for label, place in places.items():
        fiche = making.initiative(**place)
        fiche.derive_place()
        found[label] = {"where": where_is(fiche)}
    return found


def date_block() -> Variants:
    """A day; nothing where the date is imprecise."""
    return {
        "Un jour": {"event": making.event()},
        "Date imprécise, rien": {"event": making.undated_event()},
    }


def published() -> Variants:
    """A day, words, to come."""
    return {
        "Un jour": {"publication": making.publication(published_on=datetime.date(2013, 2, 14))},
        "Des mots": {"publication": making.publication(date_label="février 2013")},
        "À paraître": {"publication": making.publication(is_forthcoming=True)},
    }


def _known() -> InitiativePage:
    return making.initiative(
        LONG_TITLE,
        activity="Accompagnement médico-social à domicile",
        sector=making.term(Scheme.SECTOR, "Santé humaine et action sociale"),
        legal_status=making.term(Scheme.LEGAL_STATUS, "Société coopérative d’intérêt collectif"),
        headcount=120,
        headcount_year=2023,
        address="12, rue de la République",
        maturity=making.term(Scheme.MATURITY, "Déployée"),
        nature="organisation",
        website="https://www.cooperative-des-deux-rives-et-de-ses-partenaires.example.org/projet/",
    )


def glance() -> Variants:
    """Everything known, a headcount class, a year alone."""
    tranche = making.term(Scheme.HEADCOUNT, "De 10 à 49 salariés")
    return {
        "Complet": {"page": _known()},
        "Tranche d’effectif": {"page": making.initiative(headcount_class=tranche)},
        "Année seule": {"page": making.poor_initiative()},
    }


def _links() -> list[InitiativeOrganisation]:
    carrier = making.organisation()
    spotter = making.organisation("Union régionale des entreprises de l’économie sociale")
    return [
        InitiativeOrganisation(organisation=carrier, role="porteur", contact=making.full_person()),
        InitiativeOrganisation(organisation=spotter, role="repereur"),
    ]


def facts() -> Variants:
    """Everything known, and almost nothing."""
    full = SimpleNamespace(labels=["agréée ESUS", "société à mission"], organisation_links=_links())
    bare = SimpleNamespace(labels=[], organisation_links=[])
    return {
        "Complète": {"page": _known(), "sheet": full},
        "La plus pauvre": {"page": making.poor_initiative(), "sheet": bare},
    }


def organisation_links() -> Variants:
    """A contact who is shown, and one who is not."""
    hidden = InitiativeOrganisation(
        organisation=making.organisation(), role="temoin", contact=making.person(is_public=False)
    )
    return {
        "Avec un contact": {"links": _links()},
        "Contact sans accord, masqué": {"links": [hidden]},
    }


def measures() -> Variants:
    """Several with their source, one without, none."""
    day = datetime.date(2022, 12, 31)
    some = [
        Measure(value=Decimal(12_480), unit="vues", measured_on=day, source="YouTube"),
        Measure(value=Decimal("3.5"), unit="étoiles sur 5", measured_on=day),
    ]
    return {
        "Deux": {"measures": some},
        "Une": {"measures": some[1:]},
        "Vide": {"measures": []},
    }


def _groups() -> list[tuple[str, list[Any]]]:
    given = making.characterisation
    return [
        (
            "Centrée sur",
            [
                given(Scheme.CENTRED_ON, "Entreprise", EVIDENCE),
                given(Scheme.CENTRED_ON, "Individu"),
            ],
        ),
        ("En lien avec", [given(Scheme.LINKED_TO, "Organisation du travail", EVIDENCE)]),
    ]


def terms() -> Variants:
    """With reasons, without."""
    return {
        "Avec les raisons": {"groups": _groups()},
        "Sans raison": {
            "groups": [("Publics", [making.characterisation(Scheme.PUBLIC, "Aidants")])]
        },
    }


def subjects() -> Variants:
    """Terms, reasons and tags; tags alone; nothing."""
    tags = [Tag(name=name) for name in ("horaires", "planning partagé", "médico-social")]
    return {
        "Termes, raisons et étiquettes": {"groups": _groups(), "tags": tags},
        "Étiquettes seules": {"groups": [], "tags": tags},
    }


def timeline() -> Variants:
    """A whole life, and the first step alone."""
    first = Milestone((0, 0, 0), "Recensée", "2012")
    steps = [
        first,
        Milestone((2013, 2, 14), "Lauréate du prix 2013", "14 février 2013", "coup de cœur"),
        Milestone(
            (2022, 1, 1), "Témoignage en vidéo", "8 novembre 2022", LONG_TITLE, making.video()
        ),
        Milestone((2024, 3, 1), "Vérifiée", "1er mars 2024"),
    ]
    return {"Complète": {"milestones": steps}, "Un seul pas": {"milestones": [first]}}


SPECIMENS = (
    Specimen("contact", contact, Place.ALONE, classes=ASIDE),
    Specimen("person", person, classes=ASIDE),
    Specimen("when", when, wrapper="p"),
    Specimen("where", where, Place.ALONE, classes=ASIDE),
    Specimen("date_block", date_block),
    Specimen("published", published, wrapper="p"),
    Specimen("glance", glance),
    Specimen("facts", facts, Place.ALONE, classes=ASIDE),
    Specimen("organisation_links", organisation_links, classes=ASIDE),
    Specimen("measures", measures),
    Specimen("terms", terms, wrapper="dl", classes="why"),
    Specimen("subjects", subjects),
    Specimen("timeline", timeline),
)
