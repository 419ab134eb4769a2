"""The pages that an editor chose in a list, and those that they confirmed."""

import re
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from initiatives.listings.group import ContentViewSetGroup

EVERYTHING = "all"
# What is done while somebody waits: each page takes about a tenth of a second.
MOST_PAGES = 500


def selected_pages(request: HttpRequest, model: type[Model]) -> list[Any]:
    """Return the pages that were ticked, or all those of the list as it is filtered.

    None of them is out of the reach of the user, whatever the address says.
    """
    asked = request.GET.getlist("id")
    listed = listed_pages(request, model)
    if EVERYTHING not in asked:
        listed = _unfiltered(request, model).filter(pk__in=_keys(asked))
    return list(listed[:MOST_PAGES])


def confirmed_pages(request: HttpRequest, model: type[Model]) -> list[Any]:
    """Return the pages that the editor read on the screen of confirmation."""
    asked = request.POST.get("pages", "").split(",")
    return list(_unfiltered(request, model).filter(pk__in=_keys(asked))[:MOST_PAGES])


def listed_pages(request: HttpRequest, model: type[Model]) -> Any:
    """Return what the list of a type shows for this address."""
    return _view(request, model).get_queryset()


def is_cut(request: HttpRequest, model: type[Model]) -> bool:
    """Tell whether all of a list was asked for, and it holds more than is done at once."""
    asked_all = EVERYTHING in request.GET.getlist("id")
    return asked_all and listed_pages(request, model).count() > MOST_PAGES


def names_of(request: HttpRequest, model: type[Model]) -> tuple[str, str]:
    """Return what the list of a type calls one page and several."""
    view = _view(request, model)
    return str(view.verbose_name), str(view.verbose_name_plural)


def _unfiltered(request: HttpRequest, model: type[Model]) -> Any:
    view = _view(request, model)
    return view.get_base_queryset().order_by(view.title_key, "pk")


def _view(request: HttpRequest, model: type[Model]) -> Any:
    viewset = next(one for one in ContentViewSetGroup.items if one.model is model)()
    view = viewset.index_view_class(**viewset.index_view.view_initkwargs)
    view.setup(request)
    return view


def _keys(asked: list[str]) -> list[int]:
    """Return the keys among texts that anybody may have typed into an address."""
    return [int(text) for text in asked if re.fullmatch(r"[0-9]{1,9}", text)][:MOST_PAGES]
