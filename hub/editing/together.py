"""Two editors on one page: nobody's version takes the place of another's unless they know."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView

from hub.content.text import NBSP


class ToldEditView(EditView):
    """Wagtail's form of a page, which asks before it saves over a version it has not shown.

    Wagtail refuses an autosave in that case, and warns in the browser once it has asked the server
    (every ten seconds); without script, or in between, it saves.
    """

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or show the form again with what was typed and who saved meanwhile."""
        is_saved_by_hand = not self.expects_json_response and self.page.alias_of_id is None
        if is_saved_by_hand and self.is_out_of_date and not self.locked_for_user:
            return self.tell()
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def tell(self) -> HttpResponse:
        """Show the form with what was typed; it now knows the newer version: saving again saves."""
        self.form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.defer_required_fields()
        self.form.is_valid()
        self.form.restore_required_fields()
        history = reverse("wagtailadmin_pages:history", args=[self.page.pk])
        button = messages.button(history, "Voir l’historique", new_window=True)
        messages.warning(self.request, self.what_happened(), buttons=[button])
        self.has_unsaved_changes = True
        answer: HttpResponse = self.render_to_response(self.get_context_data())
        return answer

    def what_happened(self) -> str:
        """Return who saved the page meanwhile, and what can be done."""
        author = self.latest_revision.user
        if author == self.request.user:
            who, theirs = "Vous avez enregistré cette page dans une autre fenêtre", "l’autre"
        else:
            name = get_user_display_name(author) if author else "Un autre programme"
            who, theirs = f"{name} a enregistré cette page pendant que vous écriviez", "la sienne"
        return (
            f"{who}. Rien n’est perdu{NBSP}: votre texte est ci-dessous, pas encore enregistré. "
            f"Enregistrez de nouveau pour que votre version remplace {theirs}, qui restera dans "
            "l’historique."
        )


@hooks.register("insert_editor_js")
def together_script() -> SafeString:
    """Load the script that tells a form of what it saved by itself."""
    return format_html('<script type="module" src="{}"></script>', static("editing/together.js"))
