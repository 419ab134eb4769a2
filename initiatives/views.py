"""Public pages of what is not a page of the tree: terms and organisations."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from hub.content.breadcrumbs import Crumb
from hub.content.memory import Memory
from hub.content.pagination import paginate
from initiatives.models import (
    EventPage,
    InitiativePage,
    Organisation,
    OrganisationAlias,
    OrganisationRole,
    Scheme,
    Term,
    TermAlias,
)
from initiatives.skos.views import skos_offers
from initiatives.structured_data import (
    CONTEXT,
    organisation_json_ld,
    term_json_ld,
    vocabulary_json_ld,
)

_contexts: Memory[dict[str, Any]] = Memory(most=200)


def vocabulary(request: HttpRequest, scheme: str) -> HttpResponse:
    """Show the terms of a vocabulary, the second level under the first; 404 if unknown."""
    if scheme not in Scheme.values:
        raise Http404("Ce vocabulaire n’existe pas.")
    label = Scheme(scheme).label
    context = {
        "title": f"{label}\N{NO-BREAK SPACE}: les termes",
        "description": "Chaque terme mène à ce qui le porte, avec sa définition.",
        "label": label,
        "offered": skos_offers(request.path),
        "json_ld": {"@context": CONTEXT} | vocabulary_json_ld(Scheme(scheme), request),
        "terms": Term.objects.of(Scheme(scheme)).filter(parent=None).prefetch_related("children"),
    }
    return render(request, "initiatives/vocabulary.html", context)


def term(request: HttpRequest, scheme: str, slug: str) -> HttpResponse:
    """Show a term, its definition and the fiches (or events) that carry it; 404 if unknown."""
    try:
        context = _remembered(request, lambda: _term_context(request, scheme, slug))
    except Http404:
        former = get_object_or_404(
            TermAlias.objects.select_related("term"), scheme=scheme, slug=slug
        )
        return _moved(request, former.term)
    return render(request, "initiatives/term.html", context)


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an organisation, its roles and the fiches it carries or has spotted; 404 if unknown."""
    try:
        context = _remembered(request, lambda: _organisation_context(request, slug))
    except Http404:
        former = get_object_or_404(
            OrganisationAlias.objects.select_related("organisation"), slug=slug
        )
        return _moved(request, former.organisation)
    return render(request, "initiatives/organisation.html", context)


def _remembered(request: HttpRequest, read: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return what the page of a list shows; it depends on its address and its number only."""
    return _contexts.recall(request, (request.path, request.GET.get("page")), read)


def _moved(request: HttpRequest, target: Term | Organisation) -> HttpResponse:
    """Lead to what an old address stands for, whatever page of it was asked for."""
    query = request.META.get("QUERY_STRING", "")
    address = target.get_absolute_url()
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def _term_context(request: HttpRequest, scheme: str, slug: str) -> dict[str, Any]:
    found = get_object_or_404(Term.objects.select_related("parent"), scheme=scheme, slug=slug)
    is_event_kind = found.scheme == Scheme.EVENT_KIND
    items: Any
    if is_event_kind:
        items = EventPage.objects.visible().filter(kind=found).order_by("-start_date", "pk")
    else:
        items = InitiativePage.objects.visible().described_by(found).by_title()
    return {
        "title": f"{found.get_scheme_display()}\N{NO-BREAK SPACE}: {found.name}",
        "description": found.definition,
        "crumbs": _way_to(found),
        "json_ld": {"@context": CONTEXT} | term_json_ld(found, request),
        "term": found,
        "offered": skos_offers(request.path),
        "children": list(found.children.all()),
        "references": found.cross_references.split(),
        "is_event_kind": is_event_kind,
        "listing": paginate(request, items.for_cards()),
    }


def _organisation_context(request: HttpRequest, slug: str) -> dict[str, Any]:
    found = get_object_or_404(
        Organisation.objects.select_related("legal_status", "logo").prefetch_related(
            "programme_roles"
        ),
        slug=slug,
    )
    fiches = InitiativePage.objects.visible()
    spotted = fiches.linked_to(found, OrganisationRole.SPOTTER)
    carried = fiches.linked_to(found, OrganisationRole.CARRIER)
    events = EventPage.objects.visible().filter(organisation_links__organisation=found)
    roles = found.programme_roles.all()
    known = (found.legal_status, found.economy, found.label_names, found.siret, found.website)
    return {
        "title": found.name,
        "description": found.description,
        "json_ld": {"@context": CONTEXT} | organisation_json_ld(found),
        "organisation": found,
        "roles": roles,
        "is_described": bool(roles) or any(known),
        "carried": carried.for_cards().by_title(),
        "listing": paginate(request, spotted.for_cards().by_title()),
        "events": events.for_cards().distinct().order_by("-start_date", "pk"),
    }


def _way_to(found: Term) -> list[Crumb]:
    vocabulary_of = reverse("vocabulary", args=[found.scheme])
    way = [Crumb(found.get_scheme_display(), vocabulary_of)]
    if found.parent:
        way.append(Crumb(found.parent.name, found.parent.get_absolute_url()))
    return way
