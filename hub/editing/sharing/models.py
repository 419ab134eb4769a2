"""A link to the draft of a page: who made it, for whom, until when."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page

TOKEN_BYTES = 32
# How long somebody who follows a link that has ended is told so, before it is forgotten.
REMEMBERED = timedelta(days=90)


class Duration(models.IntegerChoices):
    """How long a link lasts, in days."""

    DAY = 1, "1 jour"
    WEEK = 7, "7 jours"
    FORTNIGHT = 14, "14 jours"
    MONTH = 30, "30 jours"


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """What is asked of the links."""

    def running(self) -> Self:
        """Neither revoked nor past their end."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def opened_by(self, token: str) -> "PreviewLink | None":
        """Return the link of a token, ended or not; None for a token that was never given."""
        return self.select_related("page", "created_by").filter(token_hash=_hash(token)).first()

    def forget_the_old(self) -> None:
        """Delete the links that ended long ago."""
        self.filter(expires_at__lt=timezone.now() - REMEMBERED).delete()


class PreviewLink(models.Model):
    """The right to read the draft of one page, held by whoever has the token.

    Only a hash of the token is kept: who reads the database, or a backup of it, opens nothing. The
    token holds 256 random bits, so that a hash without salt cannot be reversed.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name="page", on_delete=models.CASCADE, related_name="+"
    )
    token_hash = models.CharField("empreinte", max_length=64, unique=True)
    recipient = models.CharField("destinataire", max_length=80, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="créé par",
        on_delete=models.CASCADE,
        related_name="+",
    )
    created_at = models.DateTimeField("créé le", default=timezone.now)
    expires_at = models.DateTimeField("valable jusqu’au")
    revoked_at = models.DateTimeField("révoqué le", null=True)

    objects = PreviewLinkQuerySet.as_manager()

    shown_on_pages: ClassVar = False

    class Meta:
        verbose_name = "lien d’aperçu"
        verbose_name_plural = "liens d’aperçu"
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.recipient or "Destinataire non précisé"

    @classmethod
    def make(cls, page: Page, user: Any, days: int, recipient: str) -> tuple[Self, str]:
        """Return a new link and its token, which can never be read again."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = timezone.now()
        link = cls.objects.create(
            page=page,
            token_hash=_hash(token),
            recipient=recipient,
            created_by=user,
            created_at=now,
            expires_at=now + timedelta(days=days),
        )
        return link, token

    def revoke(self) -> None:
        """End the link now."""
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])

    @property
    def is_open(self) -> bool:
        """Whether it still shows the draft.

        It dies with its date, when it is revoked, when the page leaves the site (a page in the
        trash has no address), and when its maker may no longer see the draft.
        """
        is_running = self.revoked_at is None and self.expires_at > timezone.now()
        return is_running and may_share(self.page, self.created_by)


def may_share(page: Page, user: Any) -> bool:
    """Tell whether a user may show the draft of a page: as Wagtail decides who reads it."""
    permissions = page.permissions_for_user(user)
    is_reader = permissions.can_edit() or permissions.can_publish()
    if not is_reader or page.alias_of_id is not None or page.specific_class is None:
        return False
    return page.is_previewable() and bool(page.url)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
