"""The cards of the domain: longest, poorest, with and without a picture."""

import datetime
from collections.abc import Mapping

from django.utils.safestring import SafeString

from hub.content.styleguide.samples import LONG_SUMMARY, LONG_TITLE, picture
from hub.content.styleguide.specimen import Context, Specimen
from initiatives.specimens import making

Variants = Mapping[str, Context]
CARD = "specimen__card"
LEVEL = {"level": 3, "title": "", "excerpt": ""}


def initiative_card() -> Variants:
    """Usual, longest (laureate, verified, fictitious), poorest."""
    return {
        "Courante, paysage dessiné": {"initiative": making.initiative(), **LEVEL},
        "La plus longue, lauréate, fictive": {"initiative": making.full_initiative(), **LEVEL},
        "La plus pauvre": {"initiative": making.poor_initiative(), **LEVEL},
        "Réponse d’une recherche": {
            "initiative": making.initiative(),
            "level": 3,
            "title": SafeString("Des <mark>horaires</mark> choisis ensemble"),
            "excerpt": SafeString("…\u00a0une équipe décide de ses <mark>horaires</mark>, chaque…"),
        },
    }


def event_card() -> Variants:
    """Usual, longest, without a precise date."""
    return {
        "Courant": {"event": making.event(), **LEVEL},
        "Le plus long": {"event": making.full_event(), **LEVEL},
        "Date imprécise": {"event": making.undated_event(), **LEVEL},
    }


def laureate_card() -> Variants:
    """Usual, longest and fictitious."""
    long = making.prize(making.full_initiative(), category="organisation du travail")
    return {
        "Courante": {"result": making.prize(), **LEVEL},
        "La plus longue, fictive": {"result": long, **LEVEL},
    }


def story_card() -> Variants:
    """Usual, longest, without a quote."""
    long = making.story(
        LONG_TITLE, summary=LONG_SUMMARY, quote=making.LONG_QUOTE, picture=picture()
    )
    mute = making.story(quote="")
    return {
        "Courante": {"story": making.story(), "result": making.prize(), **LEVEL},
        "La plus longue": {"story": long, "result": making.prize(mention="coup de cœur"), **LEVEL},
        "Sans citation": {"story": mute, "result": making.prize(), **LEVEL},
    }


def story_teaser() -> Variants:
    """Usual, longest, without a quote nor a result."""
    long = making.story(
        LONG_TITLE, summary=LONG_SUMMARY, quote=making.LONG_QUOTE, picture=picture()
    )
    mute = making.story(quote="")
    mute.prize_result = None
    return {
        "Courante": {"story": making.story(), **LEVEL},
        "La plus longue": {"story": long, **LEVEL},
        "Sans citation ni résultat": {"story": mute, **LEVEL},
    }


def publication_card() -> Variants:
    """Usual, longest, forthcoming."""
    long = making.publication(
        LONG_TITLE, summary=LONG_SUMMARY, published_on=datetime.date(2013, 2, 14), picture=picture()
    )
    coming = making.publication("Bilan", kind="bilan", number=None, is_forthcoming=True)
    return {
        "Courante, sans date": {"publication": making.publication(), **LEVEL},
        "La plus longue": {"publication": long, **LEVEL},
        "À paraître": {"publication": coming, **LEVEL},
    }


def video_card() -> Variants:
    """Complete, and known by its title alone."""
    long = making.video(
        LONG_TITLE,
        summary=LONG_SUMMARY,
        duration=datetime.timedelta(hours=1, minutes=2, seconds=45),
        published_on=datetime.date(2022, 11, 8),
        transcript="<p>« Bonjour. »</p>",
        picture=picture(),
    )
    return {
        "La plus longue": {"video": long, **LEVEL},
        "La plus pauvre": {"video": making.video(), **LEVEL},
    }


SPECIMENS = (
    Specimen("initiative_card", initiative_card, classes=CARD),
    Specimen("event_card", event_card, classes=CARD),
    Specimen("laureate_card", laureate_card, classes=CARD),
    Specimen("story_card", story_card, classes=CARD),
    Specimen("story_teaser", story_teaser),
    Specimen("publication_card", publication_card, classes=CARD),
    Specimen("video_card", video_card, classes=CARD),
)
