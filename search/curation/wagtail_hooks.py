"""What the curation adds to the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.curation.report import TITLE, AskedWordsView
from search.curation.viewsets import CurationViewSetGroup

register_snippet(CurationViewSetGroup)


class AskedWordsMenuItem(MenuItem):
    """The report, for whoever may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether this user may read the report."""
        return bool(request.user.has_perm("search_curation.view_askedwords"))


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """Put the report among the others."""
    return AskedWordsMenuItem(
        TITLE, reverse("asked_words"), name="asked-words", icon_name="search", order=110
    )


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Mount the report; Wagtail lets editors in and nobody else."""
    where = "rapports/recherches"
    return [
        path(f"{where}/", AskedWordsView.as_view(), name="asked_words"),
        path(
            f"{where}/resultats/",
            AskedWordsView.as_view(results_only=True),
            name="asked_words_results",
        ),
    ]
