"""All that hides a page from the public; called with the page, which is then in no output."""

import datetime

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from hub.editing.trash.keeping import throw_away

HOUR = datetime.timedelta(hours=1)


def restricted(kind):
    def close(page):
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")

    return close


def above_restricted(page):
    restricted("login")(Page.objects.get(pk=page.get_parent().pk))


def expired(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)


def scheduled(page):
    page.unpublish()
    page.go_live_at = timezone.now() + HOUR
    page.save_revision().publish()


HIDINGS = {
    "login": restricted("login"),
    "password": restricted("password"),
    "groups": restricted("groups"),
    "above": above_restricted,
    "expired": expired,
    "scheduled": scheduled,
    "unpublished": lambda page: page.unpublish(),
    "binned": throw_away,
    "deleted": lambda page: Page.objects.get(pk=page.pk).delete(),
}
