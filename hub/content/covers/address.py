"""Where the landscape of a thing is served."""

from django.urls import reverse

from hub.content.covers.seeds import seed_for

# Raise it when the drawing changes: browsers keep a picture for a year.
EDITION = 1


def cover_address(text: str) -> str:
    """Return the path of the landscape drawn for a text: a slug, a key, a title."""
    return f"{reverse('illustrations:cover', args=[seed_for(text)])}?v={EDITION}"
