"""Put the dashboard on the home of the admin, and its lists among the addresses."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from hub.content.dashboard.component import Dashboard
from hub.content.dashboard.panels import panels
from hub.content.dashboard.registry import dashboard
from hub.content.dashboard.views import WorkListView

dashboard.register(*panels)


@hooks.register("construct_homepage_panels")
def show_dashboard(request: HttpRequest, shown: list[Any]) -> None:
    """Add the dashboard to the panels of Wagtail."""
    shown.append(Dashboard())


@hooks.register("register_admin_urls")
def list_urls() -> list[URLPattern]:
    """Mount the lists; Wagtail lets editors in and nobody else."""
    return [path("a-faire/<slug:slug>/", WorkListView.as_view(), name="dashboard_list")]
