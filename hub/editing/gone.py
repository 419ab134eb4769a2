"""Addresses at which visitors read a page that was deleted since: gone, not unknown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, Site

from hub.content.models.page import visible_pages

LONGEST = 1000


class GoneAddress(models.Model):
    """A path of a site under which a public page stood when it was deleted."""

    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    path = models.CharField("chemin", max_length=LONGEST)
    gone_at = models.DateTimeField("disparue le", default=timezone.now)

    # The deletion itself moves the version of the content.
    shown_on_pages: ClassVar = False

    class Meta:
        verbose_name = "adresse disparue"
        verbose_name_plural = "adresses disparues"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["site", "path"], name="one_gone_address")
        ]

    def __str__(self) -> str:
        return self.path


def is_gone(site: Site, path: str) -> bool:
    """Tell whether a public page stood at this path, from the slash of the site on."""
    return GoneAddress.objects.filter(site=site, path=path).exists()


def remember_as_gone(keys: Iterable[int]) -> None:
    """Note the addresses of those of these pages that the public sees, before they go."""
    pages = visible_pages().filter(pk__in=list(keys)).order_by()
    GoneAddress.objects.bulk_create(
        [
            GoneAddress(site_id=site, path=path)
            for page in pages
            if (parts := page.get_url_parts())
            and (site := parts[0])
            and (path := parts[2])
            and len(path) <= LONGEST
        ],
        ignore_conflicts=True,
    )


def forget_as_gone(keys: Iterable[int]) -> None:
    """Forget the addresses at which pages stand again."""
    for page in Page.objects.filter(pk__in=list(keys)).order_by():
        if parts := page.get_url_parts():
            GoneAddress.objects.filter(site_id=parts[0], path=parts[2]).delete()


@receiver(pre_delete)
def remember_deletion(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Note the address of a page that is deleted without a stay in the bin."""
    if isinstance(instance, Page):
        remember_as_gone([instance.pk])
