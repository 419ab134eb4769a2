"""The panels that hold for pages of any type."""

import datetime
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type

from hub.content.dashboard.panel import DashboardPanel, WorkList
from hub.content.dashboard.permissions import editable_pages
from hub.content.models.page import present_types

# A timer that runs every five minutes may miss once.
PATIENCE = datetime.timedelta(minutes=10)


def my_drafts(user: Any) -> QuerySet[Page]:
    """Return the unfinished pages that the user began or wrote last, the last one first.

    What is in moderation or approved for a later day waits for somebody else.
    """
    mine = Q(owner=user) | Q(latest_revision__user=user)
    in_moderation = Exists(_of_page(WorkflowState.objects.active()))
    drafts = editable_pages(user).filter(
        mine,
        ~in_moderation,
        has_unpublished_changes=True,
        expired=False,
        latest_revision__approved_go_live_at=None,
    )
    found: QuerySet[Page] = drafts.order_by("-latest_revision_created_at", "-pk")
    return found


def overdue(user: Any) -> QuerySet[Page]:
    """Return the pages that `publish_scheduled` should have published or withdrawn by now."""
    limit = timezone.now() - PATIENCE
    approved = _of_page(Revision.objects.filter(approved_go_live_at__lt=limit))
    late = Q(Exists(approved)) | Q(live=True, expire_at__lt=limit)
    pages = editable_pages(user).filter(content_type__in=present_types())
    found: QuerySet[Page] = pages.filter(late).order_by("title", "pk")
    return found


def _of_page(objects: Any) -> Any:
    """Narrow what points at any object to what points at the page of the outer query."""
    key = Cast(OuterRef("pk"), CharField())
    return objects.filter(base_content_type=get_default_page_content_type(), object_id=key)


def _draft_note(page: Page) -> str:
    return "modifications non publiées" if page.live else "jamais publiée"


def _overdue_note(page: Page) -> str:
    is_expired = page.live and page.expire_at is not None and page.expire_at < timezone.now()
    return "aurait dû être retirée" if is_expired else "aurait dû être publiée"


panels = (
    DashboardPanel(
        title="La publication programmée ne fonctionne plus",
        why="Des pages attendent depuis plus de dix minutes d’être publiées ou retirées à la date "
        "prévue. Prévenez la personne qui administre le site : la commande « publish_scheduled » "
        "doit être lancée à intervalles réguliers.",
        lists=(
            WorkList(
                slug="publication-en-retard",
                title="Pages en retard",
                empty="La publication programmée est à jour.",
                items=overdue,
                note=_overdue_note,
            ),
        ),
        order=0,
        is_urgent=True,
    ),
    DashboardPanel(
        title="Mes brouillons",
        why="Ce que vous avez commencé ou modifié et qui n’est pas encore publié.",
        lists=(
            WorkList(
                slug="mes-brouillons",
                title="Mes brouillons",
                empty="Vous n’avez aucun brouillon en cours.",
                items=my_drafts,
                note=_draft_note,
            ),
        ),
        order=10,
    ),
)
