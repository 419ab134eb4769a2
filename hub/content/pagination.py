"""Pages of a long list."""

from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest

# Cards of one page of a list: three or four rows on a large screen, and few requests.
PER_PAGE = 12


def paginate(request: HttpRequest, items: Any, per_page: int = PER_PAGE) -> Page:
    """Return the page of `items` that `?page=` names, the first by default.

    Raises Http404 for a page that does not exist, whatever was typed.
    """
    try:
        return Paginator(items, per_page).page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger, OverflowError) as missing:
        raise Http404("Cette page de la liste n’existe pas.") from missing
