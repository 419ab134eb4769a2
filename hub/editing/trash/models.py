"""What must be known of a deleted page to bring it back."""

import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page

from hub.editing.trash.node import IsBinned

KEPT = datetime.timedelta(days=30)


class TrashedPageQuerySet(models.QuerySet["TrashedPage"]):
    """Deleted pages."""

    def with_places(self) -> Self:
        """Add what a list shows of them, and `parent_is_binned`."""
        return self.select_related("page", "parent", "thrown_by").annotate(
            parent_is_binned=IsBinned("parent__path")
        )


class TrashedPage(models.Model):
    """A page in the bin, with all that stands below it: where it was and what was published."""

    page = models.OneToOneField(
        Page, verbose_name="page", on_delete=models.CASCADE, related_name="+"
    )
    parent = models.ForeignKey(
        Page, verbose_name="page au-dessus", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    after = models.ForeignKey(
        Page, verbose_name="page avant", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    slug = models.CharField("adresse", max_length=255)
    # Keys of the pages that were published: among those thrown away, and their aliases elsewhere.
    live_keys = models.JSONField("pages publiées", default=list)
    thrown_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="supprimée par",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    thrown_at = models.DateTimeField("supprimée le", default=timezone.now, db_index=True)

    objects = TrashedPageQuerySet.as_manager()

    shown_on_pages: ClassVar = False

    class Meta:
        verbose_name = "page supprimée"
        verbose_name_plural = "pages supprimées"
        ordering = ("-thrown_at", "-pk")

    def __str__(self) -> str:
        return str(self.page.get_admin_display_title())

    @property
    def kept_until(self) -> datetime.datetime:
        """When it is deleted for good."""
        return self.thrown_at + KEPT
