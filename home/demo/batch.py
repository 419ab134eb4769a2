"""What the families of the demo are made with: everything once, found again by its key."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db.models import Model
from wagtail.models import Page

from hub.content.models.seed import SeedRecord, seed
from hub.content.publishing import publish_new
from initiatives.models import InitiativePage, Organisation, Scheme, Term

BATCH = "demo"
ModelT = TypeVar("ModelT", bound=Model)
PageT = TypeVar("PageT", bound=Page)
# Told how much of a step is done, and of how much.
Advance = Callable[[int, int], None]


def once(key: str, make: Callable[[], ModelT]) -> ModelT | None:
    """Return what the demo made under this key, making it the first time; None if it is gone."""
    return seed(BATCH, key, make)


def page_once(parent: Page | None, slug: str, make: Callable[[], PageT]) -> PageT | None:
    """Publish a page under `parent` once; None where it, or its parent, was deleted.

    An address that an editor's page already has is left to it: ours gets one of its own.
    """
    if parent is None:
        return None

    def published() -> PageT:
        page = make()
        taken = Page.objects.child_of(parent).filter(slug=slug).exists()
        page.slug = "" if taken else slug
        return publish_new(parent, page)

    return once(f"page/{slug}", published)


def fill(made: ModelT, **values: Any) -> ModelT:
    """Give an object stored streams and inline children, which its types do not know; return it."""
    for name, value in values.items():
        setattr(made, name, value)
    return made


def known(key: str) -> Any:
    """Return what the demo made under this key, None if it never did or if it is gone."""
    record = SeedRecord.objects.filter(key=f"{BATCH}:{key}").first()
    return record.made if record else None


def term(scheme: Scheme, slug: str) -> Term | None:
    """Return a term of a vocabulary, None if staff removed it."""
    return Term.objects.called(scheme, slug)


def fiche(key: str) -> InitiativePage | None:
    """Return the fiche with this exchange key."""
    return InitiativePage.objects.filter(import_key=key).first()


def fiches(keys: Iterable[str]) -> list[InitiativePage]:
    """Return the fiches with these exchange keys, in this order, without those that are gone."""
    found = {page.import_key: page for page in InitiativePage.objects.filter(import_key__in=keys)}
    return [found[key] for key in keys if key in found]


def organisations(names: Iterable[str]) -> list[Organisation]:
    """Return the organisations with these names, in this order, without those that are gone."""
    found = {one.name: one for one in Organisation.objects.filter(name__in=names)}
    return [found[name] for name in names if name in found]
