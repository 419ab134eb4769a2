"""The fonts a programme may choose: ours, those of the visitor's machine, or a file of its own.

Nothing is asked of another machine (CNIL: a font host learns who visits).
"""

import hashlib
from pathlib import PurePosixPath
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.urls import reverse

from hub.content.text import NBSP

MAX_FONT_SIZE = 100_000
FONT_FOLDER = "fonts"
DIGEST_LENGTH = 20
# WOFF2, section 4.1: signature, flavor, then the length of the whole file.
SIGNATURE = b"wOF2"
HEADER_LENGTH = 48


class FontChoice(models.TextChoices):
    """Where a font comes from."""

    BRICOLAGE = "bricolage", "Bricolage Grotesque (fournie)"
    SOURCE_SANS = "source-sans", "Source Sans 3 (fournie)"
    SYSTEM = "systeme", "Celle de l’appareil du visiteur"
    HUMANIST = "humaniste", "Humaniste (Seravek, Gill Sans, Calibri…)"
    GEOMETRIC = "geometrique", "Géométrique (Avenir, Montserrat, Corbel…)"
    OLD_STYLE = "ancienne", "Ancienne, à empattements (Palatino, Iowan…)"
    TRANSITIONAL = "transition", "De transition, à empattements (Charter, Cambria…)"
    SLAB = "mecane", "Mécane, à empattements carrés (Rockwell…)"
    OWN = "propre", "Un fichier du programme"


STACKS: dict[str, str] = {
    FontChoice.BRICOLAGE: '"Bricolage Grotesque", "Display on Roboto", "Display on Arial", '
    '"Display on DejaVu", sans-serif',
    FontChoice.SOURCE_SANS: '"Source Sans 3", "Text on Roboto", "Text on Arial", '
    '"Text on DejaVu", sans-serif',
    FontChoice.SYSTEM: "system-ui, sans-serif",
    FontChoice.HUMANIST: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
    FontChoice.GEOMETRIC: 'Avenir, Montserrat, Corbel, "URW Gothic", sans-serif',
    FontChoice.OLD_STYLE: '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, serif',
    FontChoice.TRANSITIONAL: 'Charter, "Bitstream Charter", "Sitka Text", Cambria, serif',
    FontChoice.SLAB: 'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", serif',
}


# The file that draws a font we bring.
BUNDLED: dict[str, str] = {
    FontChoice.BRICOLAGE: "site/fonts/bricolage-grotesque.woff2",
    FontChoice.SOURCE_SANS: "site/fonts/source-sans-3.woff2",
}


class FontStorage(FileSystemStorage):
    """Keeps fonts among the media, named by their content: a font never changes at its address."""

    def save(self, name: str | None, content: IO[Any], max_length: int | None = None) -> str:
        """Store a font and return its name, which owes nothing to the name it came with."""
        kept = font_name(content_digest(content))
        return kept if self.exists(kept) else super().save(kept, content, max_length)

    def url(self, name: str | None) -> str:
        """Return the address where the hub serves the font."""
        return reverse("theming:font", args=[PurePosixPath(name or "").stem])


def font_name(digest: str) -> str:
    """Return the name in storage of the font of this digest."""
    return f"{FONT_FOLDER}/{digest}.woff2"


def content_digest(file: IO[Any]) -> str:
    """Return the beginning of the SHA-256 of a file, which is left rewound."""
    file.seek(0)
    digest = hashlib.sha256(file.read()).hexdigest()[:DIGEST_LENGTH]
    file.seek(0)
    return digest


def validate_font(file: Any) -> None:
    """Refuse what is not a WOFF2 file of at most 100 kB.

    Raises ValidationError with the reason, in French.
    """
    try:
        size = file.size
    except FileNotFoundError as missing:
        raise ValidationError(
            f"Ce fichier a disparu du serveur{NBSP}: déposez-le à nouveau."
        ) from missing
    if size > MAX_FONT_SIZE:
        raise ValidationError(
            f"Ce fichier pèse {size // 1000}{NBSP}ko, il en faut {MAX_FONT_SIZE // 1000} au "
            f"plus{NBSP}: réduisez la police aux caractères du français."
        )
    file.seek(0)
    head = file.read(HEADER_LENGTH)
    file.seek(0)
    if len(head) < HEADER_LENGTH or not head.startswith(SIGNATURE):
        raise ValidationError("Ce fichier n’est pas une police WOFF2.")
    if int.from_bytes(head[8:12]) != size:
        raise ValidationError("Ce fichier WOFF2 est incomplet.")
