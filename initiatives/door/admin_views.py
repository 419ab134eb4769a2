"""The screens of staff: what was received, and what may be done with it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView, IndexView, InspectView

from hub.editing.trash.node import is_binned
from hub.territory.resolving import resolve_typed_or_none
from initiatives.door.admin_forms import AnswerForm, NoteForm
from initiatives.door.deciding import accept, answer_to, deal_with, decline
from initiatives.door.letters import send_on_commit
from initiatives.door.models import Letter, LetterState, Proposal, Received
from initiatives.door.models.received import ProposalState
from initiatives.models import InitiativeIndexPage

RIGHTS = ["view", "change", "delete"]
IN_THE_BIN = "La fiche de cette initiative est dans la corbeille : restaurez-la pour la reprendre."


class ReceivedIndexView(IndexView):
    """A list of what was received, the last first; nothing is added by hand."""

    any_permission_required: ClassVar = RIGHTS
    default_ordering = "-received_at"


class ReceivedDetailView(InspectView):
    """All that was sent, who sent it, what was written to them, what may be done."""

    any_permission_required: ClassVar = RIGHTS
    page_title = "Détail"

    @property
    def can_decide(self) -> bool:
        """Whether the user may do something with it."""
        return bool(self.user_has_permission("change"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add who sent it, for whom may know, and the letters."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user, sender, key = self.request.user, self.object.sender, self.object.pk
        letters = list(sender.letters.all()) if sender else []
        namespace = str(self.index_url_name).partition(":")[0]
        return context | {
            "sender": sender if user.has_perm("door.view_sender") else None,
            "is_anonymous": sender is None,
            "letters": letters,
            "has_unsent": any(letter.state != LetterState.SENT for letter in letters),
            "resend_url": reverse(f"{namespace}:resend", args=[key]),
            "erase_url": reverse(f"{namespace}:erase", args=[key]),
            "can_decide": self.can_decide,
            "can_erase": sender is not None and user.has_perm("door.delete_sender"),
            "waits": self.object.state == Received.WAITING,
            "note_form": NoteForm(),
        }


class ProposalDetailView(ReceivedDetailView):
    """The detail of a proposal."""

    template_name = "door/admin/proposal.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what accepting would do."""
        context = super().get_context_data(**kwargs)
        declined = self.object.state == ProposalState.REFUSED
        return context | {
            "commune": resolve_typed_or_none(self.object.commune),
            "may_accept": self.object.page is None and not declined,
        }


class ReportDetailView(ReceivedDetailView):
    """The detail of an error or of a request for withdrawal."""

    template_name = "door/admin/report.html"


class ReceivedDeleteView(DeleteView):
    """Deletes what was sent together with who sent it."""

    page_title = "Supprimer"

    @property
    def confirmation_message(self) -> str:
        """What goes with it."""
        return "Supprimer cet envoi, les coordonnées et les courriels qui s’y rattachent ?"


class DecisionView(View):
    """Something done on a click, by whom may change what was received."""

    model: Any = Received
    detail = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find what was received. Raises Http404, or PermissionDenied."""
        self.received: Any = get_object_or_404(self.model, pk=kwargs.pop("pk"))
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def permission(self) -> str:
        """The right that it takes."""
        return f"door.change_{self.model._meta.model_name}"

    def back(self) -> HttpResponse:
        """Return to the detail."""
        return redirect(self.detail, self.received.pk)


class AcceptView(DecisionView):
    """Makes the draft of a fiche and opens it in the editor."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Accept; a second click opens the same draft."""
        parent = InitiativeIndexPage.objects.order_by("path").first()
        if parent is None:
            messages.error(request, "Il n’y a pas de liste des initiatives où ranger la fiche.")
            return self.back()
        if not parent.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        if self.received.state == ProposalState.REFUSED:
            messages.error(request, "Cette initiative a été déclinée : une réponse est partie.")
            return self.back()
        page, is_new = accept(self.received, parent, request.user)
        if is_binned(page):
            messages.error(request, IN_THE_BIN)
            return redirect("trash")
        self._say(request, is_new)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _say(self, request: HttpRequest, is_new: bool) -> None:
        if not is_new:
            messages.info(request, "La fiche de cette initiative existait déjà : la voici.")
            return
        messages.success(request, "Le brouillon de la fiche est prêt : rien n’est publié.")
        if resolve_typed_or_none(self.received.commune) is None:
            typed = self.received.commune
            messages.warning(request, f"La commune est à choisir : on nous a écrit « {typed} ».")


class TreatView(DecisionView):
    """Marks an error or a request as dealt with."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Record it with its note."""
        form = NoteForm(request.POST)
        if form.is_valid():
            deal_with(self.received, request.user, form.cleaned_data["note"])
            messages.success(request, "C’est noté comme traité.")
        else:
            messages.error(request, str(form.errors["note"][0]))
        return self.back()


class ResendView(DecisionView):
    """Tries again the letters that did not leave."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send them, and say how it went."""
        letters = Letter.objects.filter(sender=self.received.sender_id, sender__isnull=False)
        for letter in letters.exclude(state=LetterState.SENT):
            send_on_commit(letter)
        if letters.filter(state=LetterState.FAILED).exists():
            messages.error(
                request, "L’envoi a encore échoué : prévenez la personne qui administre le site."
            )
        else:
            messages.success(request, "Le courriel est envoyé, ou le sera dans un instant.")
        return self.back()


class EraseSenderView(DecisionView):
    """Erases who sent something, at their request, and keeps what they signalled."""

    permission = "door.delete_sender"

    def post(self, request: HttpRequest) -> HttpResponse:
        """Delete the sender and what was written to them."""
        if self.received.sender is not None:
            self.received.sender.delete()
            messages.success(request, "Les coordonnées et les courriels sont effacés.")
        return self.back()


class DeclineView(ReceivedDetailView):
    """The letter that declines a proposal: written, looked at, then sent."""

    model = Proposal
    any_permission_required: ClassVar = ["change"]
    template_name = "door/admin/decline.html"
    page_title = "Décliner"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form."""
        context = super().get_context_data(**kwargs)
        return context | {
            "form": kwargs.get("form") or self._form(),
            "preview": kwargs.get("preview"),
            "is_written_to": self._is_written_to,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the letter as it will be read, or decline and send it."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if "preview" in request.POST:
            context = self.get_context_data(form=form, preview=form.cleaned_data)
            return self.render_to_response(context)
        letter = form.cleaned_data if self._is_written_to else None
        if decline(self.object, request.user, form.cleaned_data["note"], letter):
            messages.success(request, "L’initiative est déclinée.")
        else:
            messages.info(request, "Une décision a déjà été prise sur cette initiative.")
        return redirect(reverse("door_proposals:inspect", args=[self.object.pk]))

    @property
    def _is_written_to(self) -> bool:
        sender = self.object.sender
        return bool(sender and sender.email)

    def _form(self, posted: Any = None) -> forms.Form:
        return AnswerForm(posted, initial=answer_to(self.object), is_written_to=self._is_written_to)
