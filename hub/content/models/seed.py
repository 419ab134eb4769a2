"""What the set-up commands made, so that they never make it twice nor bring it back."""

import hashlib
import json
from collections.abc import Callable
from typing import TypeVar

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from modelcluster.models import get_all_child_relations

ModelT = TypeVar("ModelT", bound=models.Model)


class SeedRecord(models.Model):
    """One object that a set-up command made, under a stable key.

    The record outlives its object: an object that an editor deleted is not made again.
    """

    key = models.CharField("clé", max_length=200, unique=True)
    batch = models.CharField("lot", max_length=20, db_index=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.BigIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)
    revision_id = models.BigIntegerField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    made = GenericForeignKey("content_type", "object_id")

    # A record is no use of its object: it must not keep an editor from deleting it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "objet créé à l’installation"
        verbose_name_plural = "objets créés à l’installation"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key

    @property
    def is_changed(self) -> bool:
        """Whether somebody changed the object since it was made; False where it is gone.

        A page is changed when it has a newer revision, anything else when a field differs.
        """
        made = self.made
        if made is None:
            return False
        if self.revision_id is not None:
            return bool(made.latest_revision_id != self.revision_id)
        return fingerprint_of(made) != self.fingerprint


def seed(batch: str, key: str, make: Callable[[], ModelT]) -> ModelT | None:
    """Return the object known under `batch:key`; make and record it at the first call.

    Takes a function that makes the object and saves it. Returns None where the object was made
    once and has been deleted since: what an editor deleted does not come back.
    """
    record = SeedRecord.objects.filter(key=f"{batch}:{key}").first()
    if record is not None:
        return record.made
    with transaction.atomic():
        made = make()
        remember(batch, key, made)
    return made


def remember(batch: str, key: str, made: models.Model) -> None:
    """Record an object that something else has just made."""
    revision_id = getattr(made, "latest_revision_id", None)
    SeedRecord.objects.create(
        key=f"{batch}:{key}",
        batch=batch,
        content_type=ContentType.objects.get_for_model(made),
        object_id=made.pk,
        revision_id=revision_id,
        fingerprint="" if revision_id else fingerprint_of(made),
    )


def fingerprint_of(made: models.Model) -> str:
    """Return a digest of what the database holds of an object and of its inline children."""
    stored = type(made)._base_manager.get(pk=made.pk)
    rows = [stored]
    for relation in get_all_child_relations(type(made)):
        rows += getattr(stored, relation.get_accessor_name()).order_by("pk")
    values = [
        {field.name: field.value_to_string(row) for field in row._meta.concrete_fields}
        for row in rows
    ]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()
