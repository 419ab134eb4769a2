"""The public addresses of the door. No cookie is set: the forms carry their own token."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from hub.content.breadcrumbs import Crumb
from initiatives.door.forms import DoorForm, ProposalForm, ReportForm
from initiatives.door.guard import comes_from_elsewhere, is_too_big
from initiatives.door.limits import HOUR, is_allowed
from initiatives.door.models import (
    ErrorReport,
    Letter,
    LetterKind,
    LetterState,
    Proposal,
    ProposalPage,
)
from initiatives.door.receiving import already_kept, keep
from initiatives.models import InitiativePage

Sent = TypeVar("Sent", Proposal, ErrorReport)
Show = Callable[[DoorForm], HttpResponseBase]

ELSEWHERE = (
    "Votre navigateur dit que ce formulaire a été envoyé depuis un autre site. Relisez ce qui est "
    "écrit ci-dessous, puis envoyez-le d’ici."
)
TOO_MANY = (
    "Trop d’envois ont été faits depuis une heure. Rien n’est perdu : ce que vous avez écrit est "
    "ci-dessous. Envoyez-le de nouveau dans une heure, ou écrivez à l’équipe du programme."
)
REPORT_TITLE = "Signaler une erreur ou demander un retrait"

methods = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@methods
def propose(request: HttpRequest) -> HttpResponseBase:
    """Receive a proposal; what must be corrected is shown on the page of the form."""
    page = ProposalPage.objects.visible().to_serve().order_by("path").first()
    if page is None:
        raise Http404("Aucune page ne permet de signaler une initiative.")
    if request.method != "POST":
        return redirect(page.get_url(request))
    if is_too_big(request):
        return _too_big(request)
    form = ProposalForm(request.POST)
    return _receive(request, form, form.instance, lambda again: page.serve(request, form=again))


@csrf_exempt
@methods
def report(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show the form about a published fiche, and receive it."""
    fiche = get_object_or_404(InitiativePage.objects.visible(), slug=slug)
    show = partial(_show_report, request, fiche)
    if request.method != "POST":
        return show(ReportForm(about=str(fiche.uid)))
    if is_too_big(request):
        return _too_big(request)
    form = ReportForm(request.POST, about=str(fiche.uid))
    form.instance.fiche, form.instance.fiche_title = fiche, fiche.title
    return _receive(request, form, form.instance, show)


@require_safe
def receipt(request: HttpRequest, uid: str) -> HttpResponseBase:
    """Say that something was received, under which reference, and what comes next."""
    sent: Proposal | ErrorReport | None = (
        Proposal.objects.filter(uid=uid).first() or ErrorReport.objects.filter(uid=uid).first()
    )
    if sent is None:
        raise Http404
    letter = Letter.objects.filter(sender=sent.sender_id, kind=LetterKind.RECEIPT).first()
    context = {
        "title": "Bien reçu",
        "description": "",
        "sent": sent,
        "is_proposal": isinstance(sent, Proposal),
        "is_withdrawal": isinstance(sent, ErrorReport) and sent.is_withdrawal,
        "is_written_to": letter is not None,
        "letter_failed": letter is not None and letter.state == LetterState.FAILED,
    }
    return _for_one_visitor(render(request, "door/receipt.html", context))


def _receive(request: HttpRequest, form: DoorForm, sent: Sent, show: Show) -> HttpResponseBase:
    """Keep what was sent and lead to its receipt; else show the form again, as it was filled in."""
    status = 200
    if form.is_valid():
        kept = already_kept(type(sent), form)
        if kept is None and comes_from_elsewhere(request):
            form.add_error(None, ELSEWHERE)
        elif kept is None and not is_allowed(request, form.recipient):
            form.add_error(None, TOO_MANY)
            status = 429
        else:
            return HttpResponseRedirect((kept or keep(form, sent)).receipt_url)
    response = _for_one_visitor(show(form))
    response.status_code = status
    if status == 429:
        response.headers["Retry-After"] = str(HOUR)
    return response


def _show_report(request: HttpRequest, fiche: InitiativePage, form: DoorForm) -> HttpResponseBase:
    context = {
        "title": REPORT_TITLE,
        "description": f"À propos de la fiche « {fiche.title} ».",
        "crumbs": [
            Crumb("Initiatives", fiche.get_parent().get_url(request)),
            Crumb(fiche.title, fiche.get_url(request)),
        ],
        "fiche": fiche,
        "form": form,
    }
    return _for_one_visitor(render(request, "door/report.html", context))


def _too_big(request: HttpRequest) -> HttpResponseBase:
    context = {"title": "Envoi trop volumineux", "description": ""}
    return _for_one_visitor(render(request, "door/too_big.html", context, status=413))


def _for_one_visitor(response: HttpResponseBase) -> HttpResponseBase:
    """Keep an answer out of caches and of search engines."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
