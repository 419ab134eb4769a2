"""The report in the admin, and the pages behind each of its figures."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views import View
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from initiatives.listings.views import ListingView
from initiatives.yearly.bilan import bilan_of
from initiatives.yearly.figures import BY_SLUG, Figure
from initiatives.yearly.sheet import as_csv
from initiatives.yearly.years import known_years, year_to_report

TITLE = "Bilan d’une année"


class BilanView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """The figures of the year asked for, else of the last one begun; read, printed or as CSV."""

    template_name = "initiatives/admin/bilan.html"
    page_title = TITLE
    header_icon = "calendar-check"
    any_permission_required = ListingView.any_permission_required
    permission_policy = policy_registry.get_by_type(Page)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the year; one of which nothing is known is said so."""
        years = known_years()
        asked = request.GET.get("annee", "")
        is_known = asked in {str(year) for year in years}
        year = int(asked) if is_known else year_to_report(years)
        lines = bilan_of(year) if year is not None else []
        if request.GET.get("export") == "csv" and year is not None:
            return as_csv(year, lines)
        context = self.get_context_data(
            year=year, years=years, lines=lines, unknown="" if is_known else asked
        )
        return self.render_to_response(context)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The home, then this."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class FigureView(ListingView):
    """The pages behind a figure: the list of their type, and nothing else in it.

    They are public: whoever reads the report may read them all, whatever they may change.
    """

    figure: Figure
    year: int
    paginate_by = 50
    add_url_name = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the figure and the year; raises Http404 where there is none."""
        self.year, figure = kwargs["year"], BY_SLUG.get(kwargs["slug"])
        if figure is None or self.year not in known_years():
            raise Http404
        self.figure = figure
        super().setup(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """The figure and the year."""
        return f"{self.figure.name} en {self.year}"

    def get_base_queryset(self) -> Any:
        """The pages behind the figure."""
        return self.annotate_queryset(self.figure.pages(self.year))

    def get_index_url(self) -> str:
        """Where this list is."""
        return reverse("bilan_figure", args=[self.year, self.figure.slug])

    def get_index_results_url(self) -> str:
        """Where its rows are, for the search box."""
        return reverse("bilan_figure_results", args=[self.year, self.figure.slug])

    def get_filename(self) -> str:
        """The name of the spreadsheet."""
        return f"{self.figure.slug}-{self.year}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The report, then this."""
        report = f"{reverse('bilan')}?annee={self.year}"
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Accueil"},
            {"url": report, "label": TITLE},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """The columns of the type, without boxes to tick: actions are done in its own list."""
        return super().columns[1:]
