"""Parameters that an operation does not know are refused: a misspelt filter would give all."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from hub.content.api.problems import Fault, bad_request
from hub.content.text import quoted

MOST = 200  # parameters


def strict(run: Any) -> Callable[..., HttpResponseBase]:
    """Refuse unknown parameters before an operation of Ninja runs (a decorator of mode `view`)."""
    operation = run.__self__
    signed = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }
    read_by_itself = getattr(operation.view_func, "reads_also", tuple)

    @wraps(run)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        known = signed | set(read_by_itself())
        request.known_parameters = known  # type: ignore[attr-defined]
        faults = [_unknown(request, name) for name in request.GET if name not in known]
        faults += [_with_nul(request, name) for name in known if _has_nul(request, name)]
        if faults:
            return bad_request(faults[:MOST], known)
        answered: HttpResponseBase = run(request, *args, **kwargs)
        return answered

    return checked


def _unknown(request: HttpRequest, name: str) -> Fault:
    value = ",".join(request.GET.getlist(name))
    return Fault(name, value, f"{quoted(name)} n’est pas un paramètre de cette adresse.")


def _has_nul(request: HttpRequest, name: str) -> bool:
    return any("\0" in value for value in request.GET.getlist(name))


def _with_nul(request: HttpRequest, name: str) -> Fault:
    """Say that a value holds what no database compares (PostgreSQL raises)."""
    value = ",".join(request.GET.getlist(name)).replace("\0", "�")
    return Fault(name, value, f"{quoted(name)} : {quoted(value)} contient un caractère nul.")
