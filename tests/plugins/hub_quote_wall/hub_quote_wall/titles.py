"""The results of a search as plain titles."""

from collections.abc import Iterator

from hub.plugins import Representation, Selection


def write_titles(selection: Selection) -> Iterator[bytes]:
    """Yield a line for each result: its title and its address."""
    for page in selection.pages(lambda pages: pages):
        yield f"{page.title}\t{selection.address_of(page)}\n".encode()


TITLES = Representation("titres", "text/plain; charset=utf-8", "Titres", write_titles)
