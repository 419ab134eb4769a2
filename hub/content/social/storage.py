"""Keeps the file of a card beside the images, until the page shows something else."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hub.content.social.card import Card, folder_of
from hub.content.social.drawing import draw

# The last two bytes of a whole JPEG file (ITU-T T.81, marker EOI).
END_OF_IMAGE = b"\xff\xd9"


def file_of(card: Card) -> bytes:
    """Return the file of a card: as it is stored, else drawn, and stored in place of older ones."""
    try:
        with default_storage.open(card.file_name) as stored:
            file: bytes = stored.read()
    except FileNotFoundError:
        return _drawn(card)
    # Another process may be writing it at this moment.
    return file if file.endswith(END_OF_IMAGE) else draw(card)


def forget(owner: str, except_name: str = "") -> None:
    """Remove the files of a page's cards, but the one named."""
    folder = folder_of(owner)
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        if f"{folder}/{name}" != except_name:
            default_storage.delete(f"{folder}/{name}")


def _drawn(card: Card) -> bytes:
    file = draw(card)
    saved = default_storage.save(card.file_name, ContentFile(file))
    if saved != card.file_name:  # another process was faster
        default_storage.delete(saved)
    forget(card.owner, except_name=card.file_name)
    return file
