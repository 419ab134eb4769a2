"""Puts the report among those of the admin."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks

from initiatives.listings.base import ListingMenuItem
from initiatives.yearly.lists import figure_list
from initiatives.yearly.views import TITLE, BilanView


@hooks.register("register_reports_menu_item")
def report_menu_item() -> ListingMenuItem:
    """Offer the report to whoever may do anything with a page."""
    return ListingMenuItem(
        TITLE, reverse("bilan"), name="bilan", icon_name="calendar-check", order=100
    )


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Mount the report and its lists; Wagtail lets editors in and nobody else."""
    where = "rapports/bilan"
    return [
        path(f"{where}/", BilanView.as_view(), name="bilan"),
        path(f"{where}/<int:year>/<slug:slug>/", figure_list, name="bilan_figure"),
        path(
            f"{where}/<int:year>/<slug:slug>/results/",
            figure_list,
            {"results_only": True},
            name="bilan_figure_results",
        ),
    ]
