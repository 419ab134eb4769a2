"""Rules of pictures: their credit, and the text that stands for them."""

import re
from collections.abc import Iterator
from typing import Any

from wagtail.images.blocks import ImageBlock

from hub.content.blocks.image import FigureBlock
from hub.content.models import BasePage, PictureMixin
from hub.editing.checks.check import ContentCheck, Place
from hub.editing.checks.reading import Reading

# The name of a file, or words that say only that there is a picture.
NOT_A_TEXT = re.compile(
    r".*\.(?:avif|gif|jpe?g|png|svg|webp)|(?:img|dsc|dscn|p)?[_-]?\d+|"
    r"(?:image|photo|photographie|illustration|logo|visuel|capture)(?: d.écran)?",
    re.IGNORECASE,
)


def figures(reading: Reading) -> list[Any]:
    """Return the image blocks in which an image is chosen."""
    return [
        piece
        for piece in reading.pieces
        if isinstance(piece.block, FigureBlock) and piece.value and piece.value.get("image")
    ]


def without_credit(reading: Reading) -> Iterator[Place]:
    """Yield images of which nothing says who made them."""
    picture = getattr(reading.page, "picture", None)
    if picture and not picture.credit:
        yield Place(f"L’image de la page, {_named(picture)}", ("picture",))
    for piece in figures(reading):
        if not piece.value.credit_line:
            yield Place(_named(piece.value["image"]), (*piece.path, "credit"))


def without_text(reading: Reading) -> Iterator[Place]:
    """Yield images of blocks that have no alternative text and are not said to be decorative."""
    for piece in reading.pieces:
        image = piece.value
        if not isinstance(piece.block, ImageBlock) or image is None:
            continue
        if not image.decorative and not image.contextual_alt_text:
            yield Place(_named(image), piece.path)


def poor_text(reading: Reading) -> Iterator[Place]:
    """Yield alternative texts that are the name of a file, or say only that there is an image."""
    page = reading.page
    if getattr(page, "picture_id", None) and _is_poor(page.picture_alt):
        yield Place(f"L’image de la page{_written(page.picture_alt)}", ("picture_alt",))
    for piece in reading.pieces:
        if isinstance(piece.block, ImageBlock) and piece.value and not piece.value.decorative:
            alt = piece.value.contextual_alt_text or ""
            if _is_poor(alt):
                yield Place(f"{_named(piece.value)}{_written(alt)}", piece.path)


def silent_picture(reading: Reading) -> Iterator[Place]:
    """Yield the picture of the page when no text stands for it."""
    page = reading.page
    if page.picture_id and not page.picture_alt:
        yield Place("Texte alternatif de l’image", ("picture_alt",))


def _is_poor(alt: str) -> bool:
    return bool(NOT_A_TEXT.fullmatch(alt.strip()))


def _named(image: Any) -> str:
    return f"« {image.title} »"


def _written(alt: str) -> str:
    return f" : « {alt} »"


picture_checks = (
    ContentCheck(
        slug="images-sans-texte",
        title="Une image n’a pas de texte alternatif",
        why="Une personne aveugle ne saurait pas ce que l’image montre. La loi le demande aux "
        "sites publics.",
        how="Écrivez en une phrase ce que l’image apporte, ou cochez « L’image est "
        "décorative » si le texte dit déjà tout.",
        find=without_text,
        model=BasePage,
        order=10,
        forbids=True,
    ),
    ContentCheck(
        slug="image-de-la-page",
        title="L’image de la page n’a pas de texte alternatif",
        why="Sans lui, les lecteurs d’écran passent l’image sous silence, et les réseaux sociaux "
        "n’ont rien à dire d’elle.",
        how="Écrivez en une phrase ce que l’image apporte. Si elle n’est là que pour décorer, "
        "laissez le champ vide.",
        find=silent_picture,
        model=PictureMixin,
        order=20,
    ),
    ContentCheck(
        slug="textes-alternatifs",
        title="Un texte alternatif ne décrit pas l’image",
        why="Un nom de fichier, ou le mot « photo » seul, est lu "
        "à voix haute à la place de l’image sans rien en dire.",
        how="Dites ce que l’on voit d’utile, comme au téléphone : « "
        "Trois salariées remplissent un planning au mur ».",
        find=poor_text,
        model=BasePage,
        order=25,
    ),
    ContentCheck(
        slug="credits",
        title="Une image n’a pas de crédit",
        why="L’auteur d’une photo a le droit d’être nommé, et le programme doit pouvoir montrer "
        "qu’il peut s’en servir.",
        how="Écrivez l’auteur et la licence dans la fiche de l’image, ou sous l’image dans la "
        "page, par exemple « Aract, CC BY ».",
        find=without_credit,
        model=BasePage,
        order=30,
    ),
)
