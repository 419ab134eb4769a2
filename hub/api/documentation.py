"""The page of the API for developers, served by us and without inline script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase


class Documentation(DocsBase):
    """Swagger UI, whose files and settings are ours."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Show the operations, and try them."""
        address = self.get_openapi_url(api, kwargs)
        # Without "deepLinking": it puts a link into each button that opens an operation.
        settings = {"url": address, "layout": "BaseLayout"}
        return render(request, "api/documentation.html", {"settings": settings, "title": api.title})
