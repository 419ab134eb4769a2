"""Rules of what search engines and social networks show."""

from collections.abc import Iterator

from hub.content.models import BasePage
from hub.content.models.page import DESCRIPTION_LENGTH
from hub.editing.checks.check import ContentCheck, Place
from hub.editing.checks.reading import Reading

PLACE = ("search_description",)


def no_description(reading: Reading) -> Iterator[Place]:
    """Yield the field of the description when it is empty."""
    if not reading.page.search_description.strip():
        yield Place("Description pour les moteurs de recherche", PLACE)


def cut_description(reading: Reading) -> Iterator[Place]:
    """Yield the field of the description when search engines would cut it."""
    number = len(reading.page.search_description.strip())
    if number > DESCRIPTION_LENGTH:
        yield Place(f"{number} caractères", PLACE)


search_engine_checks = (
    ContentCheck(
        slug="description",
        title="La page n’a pas de description pour les moteurs de recherche",
        why="C’est ce qu’on lit sous le titre dans les résultats d’une recherche et quand la page "
        "est partagée. Sans elle, c’est le début de la page, coupé.",
        how="Écrivez une ou deux phrases qui donnent envie d’ouvrir la page, en "
        f"{DESCRIPTION_LENGTH} caractères au plus.",
        find=no_description,
        model=BasePage,
        order=80,
    ),
    ContentCheck(
        slug="description-longue",
        title="La description est trop longue",
        why=f"Les moteurs de recherche en montrent environ {DESCRIPTION_LENGTH} caractères et "
        "coupent le reste.",
        how="Gardez l’essentiel, et mettez-le au début.",
        find=cut_description,
        model=BasePage,
        order=81,
    ),
)
