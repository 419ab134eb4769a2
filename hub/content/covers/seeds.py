"""The seed of a picture: a short word that is safe in an address."""

import hashlib
import re

from django.utils.text import slugify

SEED_PATTERN = r"[a-z0-9-]{1,64}"
_SEED = re.compile(SEED_PATTERN)


def seed_for(text: str) -> str:
    """Return a seed for any text: itself where it is already one, else a slug and a digest.

    The digest keeps two texts apart when only letters that a seed cannot hold differ.
    """
    if _SEED.fullmatch(text):
        return text
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    word = slugify(text).replace("_", "-")[:48]
    return f"{word}-{digest}" if word else digest
