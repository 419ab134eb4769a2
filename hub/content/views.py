"""Pages that the kit itself answers: accessibility, plan of the site, robots, errors."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from hub.content.addresses import public_root
from hub.content.models import AccessibilityStatement, SiteIdentity
from hub.content.site_plan import plan_under
from hub.content.surroundings import surroundings
from hub.content.theming.icon import icon_address


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement, made from its admin form."""
    site = Site.find_for_request(request)
    identity, statement = SiteIdentity.for_site(site), AccessibilityStatement.for_site(site)
    context = {
        "title": "Déclaration d’accessibilité",
        "description": str(statement),
        "contact_email": statement.contact_email or identity.contact_email,
        "site_address": public_root(request),
    }
    return render(request, "content/accessibility.html", context)


@require_safe
def site_plan(request: HttpRequest) -> HttpResponse:
    """Show the pages of the site as a nested list, lists of many pages not unfolded."""
    site = Site.find_for_request(request)
    context = {
        "title": "Plan du site",
        "description": "Toutes les pages du site, en une liste.",
        "plan": plan_under(site.root_page) if site else [],
    }
    return render(request, "content/site_plan.html", context)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what not to walk, and where the sitemap is."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        "Disallow: /apercu/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for the old address to the drawn icon."""
    known = surroundings(request)
    return HttpResponseRedirect(icon_address(known.identity, known.theme))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with a way on."""
    return render(request, "404.html", {"title": "Page introuvable"}, status=404)
