"""Takes the demo away: what it made, that nobody changed, and that nothing which stays needs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex

from home.demo.batch import BATCH
from home.demo.console import Teller
from home.demo.fiches import tag_names
from home.demo.front import BORROWED, give_back
from hub.content.models.seed import SeedRecord

CHANGED = "modifié depuis son installation"
NOTHING = 0
TOGETHER = 50
# An object as the reference index names it: its base content type and its key.
Node = tuple[int, str]


@dataclass(frozen=True)
class Kept:
    """An object that stays, and why."""

    name: str
    kind: str
    reason: str

    def __str__(self) -> str:
        return f"« {self.name} » ({self.kind}) : {self.reason}"


@dataclass
class Clearing:
    """What was taken away, counted by kind, and what stays."""

    removed: Counter[type[models.Model]] = field(default_factory=Counter)
    kept: list[Kept] = field(default_factory=list)


def clear_demo(teller: Teller) -> Clearing:
    """Remove what the demo made, all or nothing; return what was removed and what stays.

    A page with a newer revision, or anything else with another field, stays; so does what a thing
    that stays refers to, or a page under which a staying page stands. The records of what is gone
    remain: the next `load_demo` does not bring it back.
    """
    clearing = Clearing()
    with transaction.atomic():
        made = SeedRecord.objects.filter(batch=BATCH).prefetch_related("made")
        records = [record for record in made if record.made is not None]
        borrowed = [record for record in records if _name(record) in BORROWED]
        for record in borrowed:
            _give_back(record, clearing)
        plan = _Plan([record for record in records if record not in borrowed])
        leaving, kept = plan.settle()
        clearing.kept += kept
        with teller.step("Retrait de la démonstration") as advance:
            for model, keys in _runs(reversed(leaving)):
                manager = Page.objects if issubclass(model, Page) else model._default_manager
                manager.filter(pk__in=keys).delete()
                clearing.removed[model] += len(keys)
                advance(clearing.removed.total(), len(leaving))
        _remove_unused_tags()
    return clearing


def _made(record: SeedRecord) -> Any:
    """The object of a record that has one."""
    return record.made


def _runs(records: Iterable[SeedRecord]) -> Iterator[tuple[type[models.Model], list[int]]]:
    """Yield the keys of neighbours of one model, at most `TOGETHER` at a time.

    Deleting asks what depends on an object: asked of many together, it costs as much as of one.
    """
    for model, group in groupby(records, key=lambda record: type(_made(record))):
        keys = [record.object_id for record in group]
        for first in range(0, len(keys), TOGETHER):
            yield model, keys[first : first + TOGETHER]


def _name(record: SeedRecord) -> str:
    return record.key.removeprefix(f"{BATCH}:")


def _kind(record: SeedRecord) -> str:
    return str(_made(record)._meta.verbose_name)


def _give_back(record: SeedRecord, clearing: Clearing) -> None:
    if record.is_changed:
        clearing.kept.append(Kept(str(record.made), _kind(record), CHANGED))
    else:
        give_back(record)
        # The record stays, of nothing: neither is it made again, nor is the object ours any more.
        record.object_id = NOTHING
        record.save(update_fields=["object_id"])


def _remove_unused_tags() -> None:
    """Remove the free tags of the demo that no page carries any more."""
    Tag.objects.filter(name__in=tag_names(), initiatives_initiativetag_items=None).delete()


class _Plan:
    """Decides what may leave: everything, less what must stay, less what that needs, and so on."""

    def __init__(self, records: list[SeedRecord]) -> None:
        self._records = {_node(_made(record)): record for record in records}
        self._reasons: dict[Node, str] = {}
        self._users = _users_of(self._records)
        self._paths = {
            (_page_type(), str(pk)): path for pk, path in Page.objects.values_list("pk", "path")
        }

    def settle(self) -> tuple[list[SeedRecord], list[Kept]]:
        """Return the records that leave, in the order of their making, and those that stay."""
        for node, record in self._records.items():
            if record.is_changed:
                self._reasons[node] = CHANGED
        while newly_kept := self._needed():
            self._reasons |= newly_kept
        leaving = [one for node, one in self._records.items() if node not in self._reasons]
        kept = [
            Kept(str(self._records[node].made), _kind(self._records[node]), reason)
            for node, reason in self._reasons.items()
        ]
        return leaving, kept

    def _leaving(self, node: Node) -> bool:
        return node in self._records and node not in self._reasons

    def _needed(self) -> dict[Node, str]:
        """Return what must stay because of what stays already."""
        needed: dict[Node, str] = {}
        staying = [path for node, path in self._paths.items() if not self._leaving(node)]
        for node in self._records:
            if not self._leaving(node):
                continue
            user = next((user for user in self._users[node] if not self._leaving(user)), None)
            if user is not None:
                needed[node] = f"utilisé par « {_title(user)} »"
            elif node in self._paths and _has_descendant(self._paths[node], staying):
                needed[node] = "une page qui reste est rangée dessous"
        return needed


def _has_descendant(path: str, staying: list[str]) -> bool:
    return any(other != path and other.startswith(path) for other in staying)


def _page_type() -> int:
    return ContentType.objects.get_for_model(Page).pk


def _node(made: models.Model) -> Node:
    base = Page if isinstance(made, Page) else made
    return ContentType.objects.get_for_model(base).pk, str(made.pk)


def _title(node: Node) -> str:
    made: Any = ContentType.objects.get_for_id(node[0]).get_object_for_this_type(pk=node[1])
    return str(made)


def _users_of(nodes: Iterable[Node]) -> dict[Node, set[Node]]:
    """Return what refers to each of these objects, themselves apart."""
    wanted = set(nodes)
    users: dict[Node, set[Node]] = defaultdict(set)
    rows = ReferenceIndex.objects.values_list(
        "to_content_type_id", "to_object_id", "base_content_type_id", "object_id"
    )
    for to_type, to_key, from_type, from_key in rows:
        node, user = (to_type, to_key), (from_type, from_key)
        if node in wanted and user != node:
            users[node].add(user)
    return users
