"""Lists and bands of the domain: several, one, none."""

from collections.abc import Mapping

from hub.content.styleguide.specimen import Context, Place, Specimen
from initiatives.sheets.neighbours import Neighbour
from initiatives.specimens import making

Variants = Mapping[str, Context]
LEVEL = {"level": 3}


def initiative_list() -> Variants:
    """Four of all lengths, one, none."""
    some = [
        making.initiative(),
        making.full_initiative(),
        making.poor_initiative(),
        making.initiative("Ferme commune"),
    ]
    return {
        "Quatre": {"initiatives": some, **LEVEL},
        "Une seule": {"initiatives": [making.full_initiative()], **LEVEL},
        "Vide": {"initiatives": [], **LEVEL},
    }


def event_list() -> Variants:
    """Three of all lengths, one."""
    some = [making.event(), making.full_event(), making.undated_event()]
    return {
        "Trois": {"events": some, **LEVEL},
        "Un seul": {"events": [making.full_event()], **LEVEL},
    }


def video_list() -> Variants:
    """Two, one."""
    return {
        "Deux": {"videos": [making.video(), making.video("La parole aux élus")], **LEVEL},
        "Une seule": {"videos": [making.video()], **LEVEL},
    }


def initiative_band() -> Variants:
    """With and without a note; nothing without fiches."""
    some = [making.initiative(), making.poor_initiative()]
    note = "Les faits, les conditions de réussite et de quoi prendre contact."
    return {
        "Avec une phrase": {
            "initiatives": some[:1],
            "heading": "La fiche de l’initiative",
            "id": "specimen-fiche",
            "note": note,
        },
        "Sans phrase": {
            "initiatives": some,
            "heading": "Pages liées",
            "id": "specimen-liees",
            "note": "",
        },
        "Vide": {"initiatives": [], "heading": "Rien", "id": "specimen-rien", "note": ""},
    }


def neighbours() -> Variants:
    """Why each is near, short and long; nothing without fiches."""
    short = Neighbour(making.initiative(), "Même territoire : Doubs")
    long = Neighbour(
        making.initiative(),
        "Mêmes thèmes : organisation du travail, égalité professionnelle · "
        "Même territoire : Grand Besançon Métropole",
    )
    return {"Deux raisons": {"neighbours": [short, long]}, "Vide": {"neighbours": []}}


def related() -> Variants:
    """Pages of several types; nothing without pages."""
    some = [making.initiative(), making.story(), making.event(), making.publication()]
    return {
        "Quatre types de pages": {
            "pages": some,
            "heading": "À lire aussi",
            "id": "specimen-a-lire-aussi",
        },
        "Vide": {"pages": [], "heading": "Rien à lire", "id": "specimen-rien-a-lire"},
    }


def video_band() -> Variants:
    """Two, none."""
    return {
        "Deux": {"videos": [making.video(), making.video("La parole aux élus")]},
        "Vide": {"videos": []},
    }


def vocabularies() -> Variants:
    """Its one state."""
    return {"Toujours": {}}


def search_form() -> Variants:
    """Before and after a search."""
    return {
        "Vide": {"words": ""},
        "Mots très longs": {"words": "organisation du travail et horaires partagés " * 4},
    }


SPECIMENS = (
    Specimen("initiative_list", initiative_list),
    Specimen("event_list", event_list),
    Specimen("video_list", video_list),
    Specimen("initiative_band", initiative_band),
    Specimen("neighbours", neighbours),
    Specimen("related", related),
    Specimen("video_band", video_band, Place.ALONE),
    Specimen("vocabularies", vocabularies),
    Specimen("search_form", search_form, Place.ALONE),
)
