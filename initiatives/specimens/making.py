"""Fiches, events and the rest of the domain, in no table."""

import datetime
from typing import Any

from hub.content.styleguide.samples import (
    LONG_SUMMARY,
    LONG_TITLE,
    SHORT_SUMMARY,
    page,
    picture,
    related,
)
from initiatives.models import (
    Characterisation,
    ContactPerson,
    EventPage,
    InitiativePage,
    LaureateStoryPage,
    Organisation,
    PrizeResult,
    PublicationPage,
    Scheme,
    Term,
    Verification,
    VideoPage,
)

LONG_QUOTE = (
    "On croyait qu’il fallait choisir entre le service et nos vies. On a repris le planning à "
    "zéro, tous ensemble, et on s’est aperçus que personne ne voulait des mêmes horaires."
)


def term(scheme: Scheme, name: str) -> Term:
    """Return a term of a vocabulary."""
    return Term(scheme=scheme, name=name, slug="specimen")


def characterisation(scheme: Scheme, name: str, evidence: str = "") -> Characterisation:
    """Return a term given to a fiche, with the reason for it."""
    return Characterisation(tag=term(scheme, name), evidence=evidence)


def initiative(title: str = "Les Délices bleus", **fields: Any) -> InitiativePage:
    """Return a fiche with a place, a theme and nothing else beyond what is given."""
    given = {"summary": SHORT_SUMMARY, "year": 2022, "commune_code": "25056", **fields}
    made = page(InitiativePage, title, **given)
    theme = characterisation(Scheme.THEME, "Semaine de quatre jours")
    made.theme_links = [theme]
    return related(made, verifications=[], prize_results=[])


def full_initiative() -> InitiativePage:
    """Return the longest: laureate, verified, fictitious, with a picture."""
    made = initiative(
        LONG_TITLE,
        summary=LONG_SUMMARY,
        commune_code="25565",
        is_fictitious=True,
        picture=picture(),
    )
    check = Verification(verified_on=datetime.date(2024, 3, 1))
    result = PrizeResult(
        initiative=made, year=2022, category="organisation du travail", mention="coup de cœur"
    )
    return related(made, verifications=[check], prize_results=[result])


def poor_initiative() -> InitiativePage:
    """Return the poorest: a title, a sentence, a year."""
    made = initiative("Brin", summary="Un essai.", commune_code="")
    made.theme_links = []
    return made


def event(title: str = "Rencontre régionale", **fields: Any) -> EventPage:
    """Return an event of one day, in a place."""
    given = {
        "summary": SHORT_SUMMARY,
        "start_date": datetime.date(2026, 9, 26),
        "kind": term(Scheme.EVENT_KIND, "Rencontre régionale"),
        "commune_code": "25056",
        **fields,
    }
    return page(EventPage, title, **given)


def full_event() -> EventPage:
    """Return the longest event: two days with hours, and a long name for its place."""
    return event(
        LONG_TITLE,
        summary=LONG_SUMMARY,
        end_date=datetime.date(2026, 10, 2),
        start_time=datetime.time(9),
        end_time=datetime.time(17, 30),
        place_name="Maison de l’économie et des associations du Grand Besançon",
    )


def undated_event() -> EventPage:
    """Return an event whose date nobody knows better than a season."""
    return event("Étape d’automne", imprecise_date="automne 2013", commune_code="", kind=None)


def story(title: str = "Gagner du temps ensemble", **fields: Any) -> LaureateStoryPage:
    """Return the story of a laureate."""
    given = {"summary": SHORT_SUMMARY, "quote": "On a repris le planning à zéro.", **fields}
    return page(LaureateStoryPage, title, prize_result=prize(), **given)


def prize(fiche: InitiativePage | None = None, **fields: Any) -> PrizeResult:
    """Return what a fiche obtained."""
    return PrizeResult(initiative=fiche or initiative(), year=2022, **fields)


def publication(title: str = "Carnet de route", **fields: Any) -> PublicationPage:
    """Return a publication."""
    given = {"summary": SHORT_SUMMARY, "kind": "carnet", "number": 1, **fields}
    return page(PublicationPage, title, **given)


def video(title: str = "L’équipe raconte", **fields: Any) -> VideoPage:
    """Return a video."""
    address = "https://www.youtube.com/watch?v=6MSURDccwBk"
    return page(VideoPage, title, address=address, **fields)


def organisation(name: str = "Coopérative des Deux Rives", **fields: Any) -> Organisation:
    """Return an organisation."""
    return Organisation(name=name, slug="specimen", **fields)


def person(**fields: Any) -> ContactPerson:
    """Return somebody fictitious who agreed to be named."""
    given = {
        "name": "Camille Exemple",
        "is_public": True,
        "consent_given_on": datetime.date.today(),
        "expires_on": datetime.date.today(),
        **fields,
    }
    return ContactPerson(**given)


def full_person() -> ContactPerson:
    """Return somebody of whom everything is known."""
    return person(
        name="Marie-Dominique Exemple-de-la-Fontaine",
        function="responsable de la qualité de vie et des conditions de travail",
        phone="00 00 00 00 00",
        email="marie-dominique.exemple-de-la-fontaine@cooperative-des-deux-rives.example.org",
    )
