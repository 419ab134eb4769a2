"""Lists and details of what was received, in the menu « Signalements »."""

from typing import Any, ClassVar

from django.urls import URLPattern, path
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from initiatives.door import admin_views as views
from initiatives.door.models import ErrorReport, Proposal


class ReceivedViewSet(ModelViewSet):
    """A list, a detail, and decisions; nothing is added nor edited here."""

    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = views.ReceivedIndexView
    delete_view_class = views.ReceivedDeleteView
    search_backend_name = None
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out the addresses that do not exist."""
        absent = dict.fromkeys(
            ("add_url_name", "edit_url_name", "history_url_name", "usage_url_name")
        )
        return super().get_common_view_kwargs(**absent, **kwargs)

    @property
    def url_finder_class(self) -> type:
        """Where Wagtail sends whoever looks for one of these: to its detail."""
        name = self.get_url_name("inspect")
        return type("ReceivedURLFinder", (ModelAdminURLFinder,), {"edit_url_name": name})

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses of the list, of the detail and of what may be done."""
        common = {"model": self.model, "detail": self.get_url_name("inspect")}
        resend, erase = views.ResendView, views.EraseSenderView
        return [
            path("", self.index_view, name="index"),
            path("resultats/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/supprimer/", self.delete_view, name="delete"),
            path("<int:pk>/renvoyer/", resend.as_view(**common), name="resend"),
            path("<int:pk>/effacer/", erase.as_view(**common), name="erase"),
        ]


class ProposalViewSet(ReceivedViewSet):
    """Initiatives that were signalled."""

    model = Proposal
    name = "door_proposals"
    url_prefix = "signalements/initiatives"
    icon = "pick"
    inspect_view_class = views.ProposalDetailView
    inspect_template_name = "door/admin/proposal.html"
    list_display: ClassVar = ["title", "organisation", "commune", "state", "received_at"]
    list_filter: ClassVar = ["state"]
    search_fields: ClassVar = ["title", "organisation", "commune"]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add accepting and declining."""
        common = {"model": self.model, "detail": self.get_url_name("inspect")}
        template = views.DeclineView.template_name
        decline = self.construct_view(views.DeclineView, template_name=template)
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/accepter/", views.AcceptView.as_view(**common), name="accept"),
            path("<int:pk>/decliner/", decline, name="decline"),
        ]


class ReportViewSet(ReceivedViewSet):
    """Errors and requests for withdrawal."""

    model = ErrorReport
    name = "door_reports"
    url_prefix = "signalements/fiches"
    icon = "warning"
    inspect_view_class = views.ReportDetailView
    inspect_template_name = "door/admin/report.html"
    list_display: ClassVar = ["fiche_title", "kind", "state", "received_at"]
    list_filter: ClassVar = ["kind", "state"]
    search_fields: ClassVar = ["fiche_title", "message"]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add dealing with it."""
        common = {"model": self.model, "detail": self.get_url_name("inspect")}
        treat = views.TreatView.as_view(**common)
        return [*super().get_urlpatterns(), path("<int:pk>/traiter/", treat, name="treat")]


class DoorViewSetGroup(ViewSetGroup):
    """The menu « Signalements »."""

    items = (ProposalViewSet, ReportViewSet)
    menu_label = "Signalements"
    menu_icon = "mail"
    menu_order = 120
