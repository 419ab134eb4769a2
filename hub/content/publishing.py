"""A page saved, and published or kept as a draft, in one transaction: all or nothing."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page

PageT = TypeVar("PageT", bound=Page)


@transaction.atomic
def publish_new(parent: Page, page: PageT, user: Any = None) -> PageT:
    """Add `page` under `parent`, with a revision, and publish it; return it as published.

    Raises ValidationError when the page may not be published; nothing is kept then.
    """
    page.live = False
    page.has_unpublished_changes = True
    parent.add_child(instance=page)
    publish(page, user)
    return page


@transaction.atomic
def publish(page: Page, user: Any = None) -> None:
    """Save what `page` holds as a revision and publish it; raises ValidationError if it may not."""
    page.full_clean()
    page.save_revision(user=user, clean=False).publish(user=user)
    page.refresh_from_db()


def faults_of(page: Any) -> list[str]:
    """Return, in French, all that keeps `page` from being published as it stands.

    What the editor checks before a publication, for a page that no form shows: its fields, its
    inline rows, its blocks, and the rules of its type.
    """
    faults = _faults_of_fields(page)
    for relation in get_all_child_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            try:
                row.clean_fields(exclude={relation.field.name})
            except ValidationError:
                faults.append(f"{_name(type(row))} : une ligne est incomplète.")
                break
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(page, field.name))
            except ValidationError:
                faults.append(f"{_capitalised(field.verbose_name)} : un bloc est incomplet.")
    return [*faults, *page.publication_faults()]


def _faults_of_fields(page: Any) -> list[str]:
    try:
        page.full_clean()
    except ValidationError as refusal:
        return [message for name in refusal.message_dict for message in _said(page, name, refusal)]
    return []


def _said(page: Any, name: str, refusal: ValidationError) -> list[str]:
    """Return the messages about one field, each with the name by which editors know it."""
    messages = refusal.message_dict[name]
    if name not in {field.name for field in page._meta.get_fields()}:
        return messages
    label = _capitalised(page._meta.get_field(name).verbose_name)
    return [f"{label} : {message}" for message in messages]


def _name(model: Any) -> str:
    return _capitalised(model._meta.verbose_name_plural)


def _capitalised(label: Any) -> str:
    text = str(label)
    return text[:1].upper() + text[1:]


@transaction.atomic
def add_draft(parent: Page, page: PageT, user: Any = None) -> PageT:
    """Add `page` under `parent` as a draft with its first revision, owned by `user`.

    Raises ValidationError for a title or an address that no page may have; nothing is kept then.
    """
    page.live = False
    page.has_unpublished_changes = True
    page.owner = user
    parent.add_child(instance=page)
    page.save_revision(user=user, clean=False)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)
    return page
