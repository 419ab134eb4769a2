"""Rules of the content of fiches, events and videos, told while they are written."""

from collections.abc import Iterator

from hub.editing.checks.check import ContentCheck, Place
from hub.editing.checks.reading import Reading
from hub.territory.models import PlacedMixin
from hub.territory.outlines import get_outlines
from initiatives.forms import missing_dimensions
from initiatives.models import InitiativePage, Term, VideoPage


def no_dimension(reading: Reading) -> Iterator[Place]:
    """Yield the dimensions of the grid of which the fiche has no term."""
    given = {term.scheme for term in _terms(reading).values()}
    for message in missing_dimensions(given):
        yield Place(message, ("characterisations",))


def no_evidence(reading: Reading) -> Iterator[Place]:
    """Yield the terms of a fiche that are given without the sentence that says why."""
    terms = _terms(reading)
    for number, link in enumerate(reading.page.characterisations.all()):
        if not link.evidence.strip() and link.tag_id in terms:
            yield Place(terms[link.tag_id].name, (f"characterisations-{number}-evidence",))


def no_commune(reading: Reading) -> Iterator[Place]:
    """Yield the field of the commune when it is empty."""
    if not reading.page.commune_code:
        yield Place("Commune", ("commune_code",))


def point_elsewhere(reading: Reading) -> Iterator[Place]:
    """Yield the point that lies outside of the département of its commune, and where it lies."""
    commune, point = reading.page.commune, reading.page.location
    if not commune or not point or get_outlines().holds(commune.departement.code, point):
        return
    found = get_outlines().departement_at(point)
    where = f"dans le département «\u00a0{found.label}\u00a0»" if found else "hors de la région"
    yield Place(
        f"Le point est {where}, la commune est dans le département "
        f"«\u00a0{commune.departement.label}\u00a0»",
        ("point",),
    )


def no_transcript(reading: Reading) -> Iterator[Place]:
    """Yield the field of the transcript when it holds no text."""
    if not reading.page.first_words():
        yield Place("Transcription", ("transcript",))


def _terms(reading: Reading) -> dict[int, Term]:
    """Return the terms of a fiche by their keys, in one query."""
    keys = [link.tag_id for link in reading.page.characterisations.all() if link.tag_id]
    return Term.objects.in_bulk(keys)


domain_checks = (
    ContentCheck(
        slug="grille",
        title="Il manque un terme de la grille",
        why="Une fiche publiée dit sur quoi l’initiative est centrée et avec quoi elle est en "
        "lien : c’est ainsi qu’on la trouve et qu’on la compare.",
        how="Dans « Caractérisation », ajoutez un terme de chaque sorte.",
        find=no_dimension,
        model=InitiativePage,
        order=5,
        forbids=True,
    ),
    ContentCheck(
        slug="pourquoi",
        title="Un terme de la grille n’est pas justifié",
        why="Sans une phrase qui dit pourquoi, personne ne peut vérifier ni discuter ce choix.",
        how="Écrivez sous le terme une phrase avec un fait, par exemple « Les plannings sont "
        "décidés par l’équipe depuis 2021 ».",
        find=no_evidence,
        model=InitiativePage,
        order=35,
    ),
    ContentCheck(
        slug="commune",
        title="La page n’a pas de commune",
        why="Sans commune, elle n’est ni sur la carte, ni dans les recherches par département ou "
        "par intercommunalité.",
        how="Tapez le nom de la commune ou son code postal. Pour un événement en ligne, laissez le "
        "champ vide.",
        find=no_commune,
        model=PlacedMixin,
        order=37,
    ),
    ContentCheck(
        slug="point",
        title="Le point est loin de la commune",
        why="La page serait montrée à un endroit de la carte et cherchée à un autre.",
        how="Vérifiez la commune, puis le point. Pour revenir au point de la commune, effacez les "
        "coordonnées.",
        find=point_elsewhere,
        model=PlacedMixin,
        order=38,
    ),
    ContentCheck(
        slug="transcription",
        title="La vidéo n’a pas de transcription",
        why="Une personne sourde, ou qui ne peut pas mettre le son, n’aurait rien. La recherche du "
        "site lit aussi la transcription.",
        how="Collez le texte de ce qui se dit, avec le nom des personnes qui parlent.",
        find=no_transcript,
        model=VideoPage,
        order=39,
    ),
)
