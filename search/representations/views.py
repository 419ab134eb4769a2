"""A list or a page at its address with a suffix: `/initiatives.geojson?…`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from hub.content.api.problems import bad_request, problem
from hub.plugins import Representation, Selection
from search.engines.contract import EngineDownError
from search.page.forms import SearchForm
from search.recalling import recall_for
from search.representations.fresh import fresh
from search.representations.lists import SearchList, list_at, page_at
from search.representations.offered import representation_of, representation_of_page
from search.representations.problems import engine_down
from search.representations.selection import PageSelection, ResultSelection

Answer = Callable[[], HttpResponseBase]
NOTHING = "Rien n’a cette adresse sous cette forme."


@require_safe
def represented(request: HttpRequest, path: str, suffix: str) -> HttpResponseBase:
    """Answer a list, or a page, in another form; what cannot be read is refused (400)."""
    listed = list_at(request, f"/{path}/")
    answer = _of_list(request, listed, suffix) if listed else _of_page(request, path, suffix)
    return fresh(request, answer) if answer else problem(404, NOTHING)


def _of_list(request: HttpRequest, listed: SearchList, suffix: str) -> Answer | None:
    form = representation_of(suffix, listed.preset)
    return partial(_answer_list, request, listed, form) if form else None


def _of_page(request: HttpRequest, path: str, suffix: str) -> Answer | None:
    data = page_at(request, f"/{path}/")
    form = representation_of_page(suffix, data.page) if data else None
    if data is None or form is None:
        return None
    return lambda: _sent(request, PageSelection(request, data), form)


def _answer_list(
    request: HttpRequest, listed: SearchList, form: Representation
) -> HttpResponseBase:
    asked = SearchForm(request.GET, recall_for(request), listed.preset)
    if asked.problems:
        return bad_request(asked.problems)
    flags = frozenset(one for one in form.flags if request.GET.get(one) == "1")
    try:
        selection = ResultSelection(asked.query, request, listed, form, flags)
    except EngineDownError:
        return engine_down()
    return _sent(request, selection, form)


def _sent(request: HttpRequest, selection: Selection, form: Representation) -> HttpResponseBase:
    headers = {
        "Content-Type": form.media_type,
        "Content-Disposition": f'inline; filename="{slugify(selection.title)}.{form.suffix}"',
    }
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    return StreamingHttpResponse(form.write(selection), headers=headers)
