"""What the public sent and that waits for somebody, on the home of the admin."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from hub.content.dashboard.panel import DashboardPanel, WorkList
from hub.content.dashboard.registry import dashboard
from initiatives.door.models import ErrorReport, Letter, Proposal, Received, ReportKind


def proposals(user: Any) -> QuerySet[Proposal]:
    """Return the proposals that nobody decided on, the oldest first, for whom may decide."""
    if not user.has_perm("door.change_proposal"):
        return Proposal.objects.none()
    return Proposal.objects.filter(state=Received.WAITING).order_by("received_at", "pk")


def errors(user: Any) -> QuerySet[ErrorReport]:
    """Return the errors that nobody looked into, the oldest first, for whom may do it."""
    return _reports(user, ReportKind.ERROR)


def withdrawals(user: Any) -> QuerySet[ErrorReport]:
    """Return the requests for withdrawal that nobody answered, the oldest first."""
    return _reports(user, ReportKind.WITHDRAWAL)


def unsent(user: Any) -> QuerySet[Letter]:
    """Return the letters that did not leave, for whom may decide on all that is received."""
    if not user.has_perms(["door.change_proposal", "door.change_errorreport"]):
        return Letter.objects.none()
    return Letter.objects.unsent().select_related("sender__proposal", "sender__errorreport")


def _reports(user: Any, kind: ReportKind) -> QuerySet[ErrorReport]:
    if not user.has_perm("door.change_errorreport"):
        return ErrorReport.objects.none()
    waiting = ErrorReport.objects.filter(kind=kind, state=Received.WAITING)
    return waiting.order_by("received_at", "pk")


def _detail(received: Any) -> str:
    viewset = "door_proposals" if isinstance(received, Proposal) else "door_reports"
    return reverse(f"{viewset}:inspect", args=[received.pk])


def _detail_of_letter(letter: Letter) -> str:
    sent = letter.sender.sent
    return _detail(sent) if sent else reverse("wagtailadmin_home")


def _received_note(received: Received) -> str:
    return f"{received.reference}, {timezone.localtime(received.received_at):%d/%m/%Y}"


dashboard.register(
    DashboardPanel(
        title="Demandes de retrait",
        why="Quelqu’un demande qu’une fiche, un nom ou une image quitte le site. La loi donne un "
        "mois pour répondre : faites-le d’abord.",
        lists=(
            WorkList(
                slug="demandes-de-retrait",
                title="Demandes de retrait",
                empty="Aucune demande de retrait n’attend de réponse.",
                items=withdrawals,
                link=_detail,
                note=_received_note,
            ),
        ),
        order=1,
        is_urgent=True,
    ),
    DashboardPanel(
        title="Initiatives signalées",
        why="Quelqu’un pense que ces initiatives méritent une fiche, et attend de vos nouvelles.",
        lists=(
            WorkList(
                slug="initiatives-signalees",
                title="Initiatives signalées",
                empty="Toutes les initiatives signalées ont été étudiées.",
                items=proposals,
                link=_detail,
                note=_received_note,
            ),
        ),
        order=5,
    ),
    DashboardPanel(
        title="Erreurs signalées",
        why="Quelqu’un a lu quelque chose de faux dans ces fiches.",
        lists=(
            WorkList(
                slug="erreurs-signalees",
                title="Erreurs signalées",
                empty="Toutes les erreurs signalées ont été traitées.",
                items=errors,
                link=_detail,
                note=_received_note,
            ),
        ),
        order=6,
    ),
    DashboardPanel(
        title="Courriels qui ne sont pas partis",
        why="Le serveur de courriel ne répond pas, ou refuse l’adresse. Ouvrez l’envoi pour "
        "essayer de nouveau.",
        lists=(
            WorkList(
                slug="courriels-non-partis",
                title="Courriels qui ne sont pas partis",
                empty="Tous les courriels sont partis.",
                items=unsent,
                link=_detail_of_letter,
                note=lambda letter: f"écrit le {timezone.localtime(letter.created_at):%d/%m/%Y}",
            ),
        ),
        order=7,
    ),
)
