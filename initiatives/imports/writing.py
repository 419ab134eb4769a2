"""Give a page what a row says, check it, and store it in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from hub.content.freshness.turn import take_turn
from initiatives.forms import missing_dimensions
from initiatives.imports import publishing
from initiatives.imports.column import CellError, Context
from initiatives.imports.columns import BY_NAME, column_of_field
from initiatives.imports.mapping import MappedRow, RowRefusedError
from initiatives.imports.report import RowProblem
from initiatives.imports.rows import imported_cells
from initiatives.imports.slugs import SlugPool
from initiatives.models import InitiativeIndexPage, InitiativePage

# Set by the tree when the page is stored, or taken from look-ups that hold valid terms only.
UNCHECKED = {
    "path", "depth", "numchild", "url_path", "page_ptr", "content_type", "owner", "locale",
    "sector", "legal_status", "headcount_class", "maturity", "contact", "logo", "picture",
    "social_image", "latest_revision", "live_revision", "locked_by", "alias_of",
}  # fmt: skip
_WORD = re.compile(r"[a-z]{3}")


@dataclass(slots=True)
class Change:
    """What a row makes of one version of a page."""

    page: InitiativePage
    in_page: bool
    beside: bool


@dataclass(slots=True)
class Writer:
    """Stores rows under one parent, on behalf of one user."""

    parent: InitiativeIndexPage
    context: Context
    slugs: SlugPool
    publish: bool
    dry_run: bool
    user: Any

    def create(self, row: MappedRow) -> int:
        """Make the page of a row; return its primary key, 0 in a dry run.

        Raises RowRefusedError.
        """
        if not row.values.get("titre"):
            message = "Une nouvelle fiche a besoin d’un titre."
            raise RowRefusedError([row.problem("titre", message)])
        page = InitiativePage(import_key=row.key, owner=self.user, locale_id=self.parent.locale_id)
        self._apply(page, row, before={})
        page.slug = self.slugs.take(_wanted_slug(row.key, page.title))
        self._check(page, row, will_be_live=self.publish)
        if self.dry_run:
            return 0
        with transaction.atomic():
            self.parent.refresh_from_db(fields=["numchild"])
            self._store_references(page)
            add = publishing.add_published if self.publish else publishing.add_draft
            add(self.parent, page, self.user)
            self._store_verifications(page)
        return int(page.pk)

    def update(self, page: InitiativePage, row: MappedRow) -> bool:
        """Change the page of a row; return whether anything changed. Raises RowRefusedError.

        What the public sees changes on live pages only. Where an editor has a draft in progress,
        the published version is changed and published, and the draft is changed and kept.
        """
        if getattr(page, "is_in_bin", False):
            message = "La fiche est dans la corbeille : restaurez-la, puis relancez l’import."
            raise RowRefusedError([row.problem("", message)])
        goes_live = self.publish and page.live
        published = [page] if goes_live else []
        versions = published + _drafts(page, goes_live=goes_live)
        changes = [self._change(version, row) for version in versions]
        if not any(change.in_page or change.beside for change in changes):
            return False
        if page.locked:
            message = "La fiche est verrouillée dans l’administration."
            raise RowRefusedError([row.problem("", message)])
        for rank, change in enumerate(changes):
            self._check(change.page, row, will_be_live=goes_live and rank == 0)
        if not self.dry_run:
            self._store_changes(page, changes, row, goes_live=goes_live)
        return True

    def _store_changes(
        self, page: InitiativePage, changes: list[Change], row: MappedRow, *, goes_live: bool
    ) -> None:
        """Store the published version, then the draft, so that the draft stays the newer one."""
        with transaction.atomic():
            self._refuse_newer(page, row)
            revised = False
            for rank, change in enumerate(changes):
                self._store_references(change.page)
                revised = revised or change.in_page
                if revised:
                    is_published = goes_live and rank == 0
                    store = publishing.publish if is_published else publishing.save_draft
                    store(change.page, self.user)
            self._store_verifications(page)

    def _change(self, page: InitiativePage, row: MappedRow) -> Change:
        """Change a version of a page in memory, and see what that made of it."""
        self._share_organisations(page)
        before = imported_cells(page)
        self._apply(page, row, before)
        after = imported_cells(page)
        changed = [BY_NAME[name] for name, cell in after.items() if before[name] != cell]
        beside = [column for column in changed if not column.in_page]
        return Change(
            page,
            in_page=len(changed) > len(beside),
            beside=bool(beside or self.context.verifications),
        )

    def _apply(self, page: InitiativePage, row: MappedRow, before: dict[str, str]) -> None:
        """Give a page what differs from `before`: a cell that repeats the page is left alone.

        What lies beside the page is always given: other rows may have changed it.
        """
        self.context.verifications.clear()
        differing = [
            column
            for column in map(BY_NAME.__getitem__, row.cells)
            if not column.in_page or before.get(column.name) != row.cells[column.name]
        ]
        problems: list[RowProblem] = []
        for apply in dict.fromkeys(column.apply for column in differing if column.apply):
            try:
                apply(page, row.values, self.context)
            except CellError as refused:
                problems.append(row.problem(refused.column, " ".join(refused.messages)))
        if problems:
            raise RowRefusedError(problems)

    def _check(self, page: InitiativePage, row: MappedRow, *, will_be_live: bool) -> None:
        """Refuse a page that the editor would refuse."""
        problems: list[RowProblem] = []
        try:
            page.full_clean(exclude=UNCHECKED, validate_unique=False)
        except ValidationError as refused:
            problems += _problems(row, refused)
        if will_be_live:
            given = {one.tag.scheme for one in page.characterisations.all()}
            problems += [row.problem("", message) for message in missing_dimensions(given)]
        if problems:
            raise RowRefusedError(problems)

    def _share_organisations(self, page: InitiativePage) -> None:
        for link in page.organisation_links.all():
            link.organisation = self.context.directory.same(link.organisation)

    def _refuse_newer(self, page: InitiativePage, row: MappedRow) -> None:
        """Refuse to write over what somebody saved since the page was read."""
        take_turn()
        stored = Page.objects.select_for_update().filter(pk=page.pk)
        if stored.values_list("latest_revision_id", flat=True).first() != page.latest_revision_id:
            message = "La fiche vient d’être modifiée par quelqu’un\u00a0: relancez l’import."
            raise RowRefusedError([row.problem("", message)])

    def _store_references(self, page: InitiativePage) -> None:
        """Write the new tags and organisations of a page before the page itself."""
        self.context.tags.store(page)
        links = list(page.organisation_links.all())
        self.context.directory.store(link.organisation for link in links)
        for link in links:
            link.organisation = link.organisation  # takes the primary key of one just made

    def _store_verifications(self, page: InitiativePage) -> None:
        for verification in self.context.verifications:
            verification.initiative, verification.author = page, self.user
            verification.save()


def _drafts(page: InitiativePage, *, goes_live: bool) -> list[InitiativePage]:
    """Return the version on which editors work, where it is not the published one."""
    if goes_live and not page.has_unpublished_changes:
        return []
    return [page.get_latest_revision_as_object() if page.has_unpublished_changes else page]


def _wanted_slug(key: str, title: str) -> str:
    """Return the address to wish for: the key where it has words, else the title."""
    slug = slugify(key)
    return slug if _WORD.search(slug) else slugify(title) or slug or "initiative"


def _problems(row: MappedRow, refused: ValidationError) -> Iterable[RowProblem]:
    for field, messages in refused.message_dict.items():
        column = "" if field == "__all__" else column_of_field(field)
        yield row.problem(column, " ".join(messages))
