"""The organisations, read once: found by name, made when new, changed only when a row is kept."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify

from hub.territory.folding import fold
from initiatives.imports.slugs import SlugPool
from initiatives.models import Organisation, OrganisationAlias


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common."""
    return fold(name) or name.strip().casefold()


class Directory:
    """One instance per organisation, whatever row or page speaks of it.

    Changes made for a row stay in memory; `store` writes them, `keep` accepts them and `undo`
    takes them back, in memory too.
    """

    def __init__(
        self,
        organisations: Iterable[Organisation],
        aliases: Iterable[OrganisationAlias] = (),
    ) -> None:
        self._by_pk: dict[int, Organisation] = {}
        self._by_name: dict[str, Organisation] = {}
        self._before: dict[int, tuple[Organisation, dict[str, Any]]] = {}
        self._stated: dict[tuple[int, str], Any] = {}
        self._new: list[str] = []
        self._slugs = SlugPool()
        for organisation in organisations:
            self._by_pk[organisation.pk] = organisation
            self._by_name.setdefault(name_key(organisation.name), organisation)
            self._slugs.add(organisation.slug)
        for alias in aliases:  # what a file of before a merge says
            known = self._by_pk[alias.organisation_id]
            self._by_name.setdefault(name_key(alias.name), known)
            self._slugs.add(alias.slug)

    @classmethod
    def load(cls) -> "Directory":
        """Read all organisations from the database."""
        aliases = OrganisationAlias.objects.order_by("-since", "-pk")
        return cls(Organisation.objects.order_by("pk"), aliases)

    def same(self, organisation: Organisation) -> Organisation:
        """Return the instance that stands for this organisation."""
        return self._by_pk.setdefault(organisation.pk, organisation)

    def called(self, name: str) -> Organisation:
        """Return the organisation of this name; a new one waits in memory for `store`."""
        found = self._by_name.get(name_key(name))
        if found is None:
            found = Organisation(name=name, slug=self._slugs.take(slugify(name) or "organisation"))
            self._by_name[name_key(name)] = found
            self._new.append(name_key(name))
        return found

    def change(self, organisation: Organisation, field: str, value: Any) -> bool:
        """Set a field, and return False where an earlier row said otherwise."""
        if self._stated.get((id(organisation), field), value) != value:
            return False
        before = self._before.setdefault(id(organisation), (organisation, {}))[1]
        before.setdefault(field, getattr(organisation, field))
        setattr(organisation, field, value)
        return True

    def store(self, linked: Iterable[Organisation]) -> None:
        """Write those linked to a page that are new, and those that this row changed."""
        for organisation in linked:
            if organisation.pk is None:
                self._before.setdefault(id(organisation), (organisation, {}))[1].setdefault(
                    "pk", None
                )
                organisation.save()
        for organisation, before in self._before.values():
            is_just_made = "pk" in before
            if not is_just_made and any(
                getattr(organisation, name) != old for name, old in before.items()
            ):
                organisation.save()

    def keep(self) -> None:
        """Accept what this row changed."""
        for organisation, before in self._before.values():
            if organisation.pk is not None:
                self._by_pk[organisation.pk] = organisation
            for field in before:
                self._stated[id(organisation), field] = getattr(organisation, field)
        self._before.clear()
        self._new.clear()

    def undo(self) -> None:
        """Take back, in memory, what this row changed; the transaction took back the rest."""
        for organisation, before in self._before.values():
            for field, value in before.items():
                setattr(organisation, field, value)
            # Documented by Django, for objects whose transaction was rolled back.
            organisation._state.adding = organisation.pk is None  # noqa: SLF001
        for key in self._new:
            del self._by_name[key]
        self._before.clear()
        self._new.clear()
