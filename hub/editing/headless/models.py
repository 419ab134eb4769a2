"""A draft as its editor last previewed it, for the front end that will show it."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from wagtail.models import Page

VALID_FOR = timedelta(minutes=15)
SALT = "hub.editing.headless.draft"


class OverError(Exception):
    """A token whose time is over, or whose draft or right to read is."""


class PreviewedDraft(models.Model):
    """One for each editor and page. Of a page that is not saved yet, its place stands for it.

    The token that opens it is signed, not kept; it opens it for a quarter of an hour.
    """

    key = models.UUIDField("clé", default=uuid.uuid4, editable=False, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    model = models.CharField("type", max_length=100)
    page_key = models.BigIntegerField("clé de la page", null=True)
    place = models.CharField("place", max_length=255)
    content = models.JSONField("contenu", encoder=DjangoJSONEncoder)
    made_at = models.DateTimeField("fait le", default=timezone.now, db_index=True)

    shown_on_pages: ClassVar = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "brouillon prévisualisé"
        verbose_name_plural = "brouillons prévisualisés"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "model", "place", "page_key"], name="one_previewed_draft"
            ),
            models.UniqueConstraint(
                fields=["user", "model", "place"],
                condition=models.Q(page_key=None),
                name="one_previewed_new_page",
            ),
        ]

    def __str__(self) -> str:
        return str(self.content.get("title", ""))

    @classmethod
    def keep(cls, page: Page, user: Any) -> str:
        """Keep a draft as it stands and return the token that opens it.

        Those that no token opens any more are deleted.
        """
        cls.objects.filter(made_at__lt=timezone.now() - VALID_FOR).delete()
        whose = {"user": user, "model": page._meta.label_lower, "page_key": page.pk}
        draft, _ = cls.objects.update_or_create(
            **whose,
            place=page.path,
            defaults={"content": page.serializable_data(), "made_at": timezone.now()},
        )
        return signing.dumps(draft.key.hex, salt=SALT)

    @classmethod
    def opened_by(cls, token: str) -> Page:
        """Return the draft that a token opens.

        Raises BadSignature for a token that we did not give, OverError for one that opens no more.
        """
        try:
            key = signing.loads(token, salt=SALT, max_age=VALID_FOR)
        except signing.SignatureExpired:
            raise OverError from None
        draft = cls.objects.select_related("user").filter(key=key).first()
        page = draft.as_page() if draft else None
        if page is None:
            raise OverError
        return page

    def as_page(self) -> Page | None:
        """Return the draft as a page; None where its editor may no longer see it, or it is gone."""
        model: Any = apps.get_model(self.model)
        if self.page_key is None:
            return model.from_serializable_data(self.content) if self._may_enter() else None
        page = model.objects.filter(pk=self.page_key).first()
        if page is None or not page.url or not self._may_enter():  # one in the bin has no address
            return None
        rights = page.permissions_for_user(self.user)
        if not (rights.can_edit() or rights.can_publish()):
            return None
        drafted: Page = page.with_content_json(self.content)
        return drafted

    def _may_enter(self) -> bool:
        return bool(self.user.is_active and self.user.has_perm("wagtailadmin.access_admin"))
