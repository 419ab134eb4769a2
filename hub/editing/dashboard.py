"""What the home of the admin says of scheduled publishing itself."""

import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry

from hub.content.dashboard.panel import DashboardPanel, WorkList
from hub.content.dashboard.panels import PATIENCE
from hub.content.dashboard.registry import dashboard
from hub.editing.publishing_run import PublishingRun


def runs_in_trouble(user: Any) -> QuerySet[PublishingRun]:
    """Return the last run if it is too long ago or failed, for those who may publish.

    A site on which nothing ever ran is not told so here: what waits in vain is listed as late.
    """
    if not policy_registry.get_by_type(Page).user_has_permission(user, "publish"):
        return PublishingRun.objects.none()
    trouble = Q(ended_at__lt=_limit()) | ~Q(failures=[])
    return PublishingRun.objects.filter(trouble).order_by("pk")


def note_of_run(run: PublishingRun) -> str:
    """Return what is wrong with it."""
    if run.ended_at < _limit():
        return "arrêtée : plus rien ne se publie ni ne se retire à la date prévue"
    return " ; ".join(run.failures)


def what_is_late(run: PublishingRun) -> str:
    """Return the address of the pages that wait in vain."""
    return reverse("dashboard_list", args=["publication-en-retard"])


def _limit() -> datetime.datetime:
    return timezone.now() - PATIENCE


dashboard.register(
    DashboardPanel(
        title="La publication programmée est arrêtée ou échoue",
        why="Elle doit passer toutes les minutes. Prévenez la personne qui administre le site : la "
        "page « Operations » de la documentation dit comment la remettre en marche.",
        lists=(
            WorkList(
                slug="publication-programmee",
                title="Publication programmée",
                empty="La publication programmée fonctionne.",
                items=runs_in_trouble,
                link=what_is_late,
                note=note_of_run,
            ),
        ),
        order=0,
        is_urgent=True,
    )
)
