"""The results of a list at its address with a suffix: `/initiatives.geojson?…`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hub.plugins import Representation
from search.engines.contract import EngineDownError
from search.page.forms import SearchForm
from search.recalling import recall_for
from search.representations.fresh import fresh
from search.representations.lists import SearchList, list_at
from search.representations.offered import representation_of
from search.representations.problems import bad_request, engine_down, not_found
from search.representations.selection import ResultSelection


@require_safe
def represented(request: HttpRequest, path: str, suffix: str) -> HttpResponseBase:
    """Answer the results of a list in another form; what cannot be read is refused (400)."""
    listed = list_at(request, f"/{path}/")
    form = representation_of(suffix, listed.preset) if listed else None
    if listed is None or form is None:
        return not_found("Aucune liste n’a cette adresse sous cette forme.")
    return fresh(request, lambda: _answer(request, listed, form))


def _answer(request: HttpRequest, listed: SearchList, form: Representation) -> HttpResponseBase:
    asked = SearchForm(request.GET, recall_for(request), listed.preset)
    if asked.problems:
        return bad_request(asked.problems)
    try:
        flags = frozenset(one for one in form.flags if request.GET.get(one) == "1")
        selection = ResultSelection(asked.query, request, listed, form.kinds, flags)
    except EngineDownError:
        return engine_down()
    headers = {
        "Content-Type": form.media_type,
        "Content-Disposition": f'inline; filename="{slugify(listed.title)}.{form.suffix}"',
    }
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    return StreamingHttpResponse(form.write(selection), headers=headers)
