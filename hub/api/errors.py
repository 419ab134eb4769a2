"""What the API answers to what it cannot do: RFC 9457, in French."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from hub.content.api.problems import Fault, RefusedError, bad_request, problem
from hub.content.text import quoted
from search.engines.contract import EngineDownError
from search.representations.problems import engine_down

logger = logging.getLogger("hub.api")

ABSENT = "Rien n’a cette adresse dans l’API, ou rien que le public puisse voir."
# By the kinds of Pydantic; what it tells of the limit is put into the sentence.
SENTENCES = {
    "int_parsing": "n’est pas un nombre entier.",
    "int_parsing_size": "est un nombre trop grand.",
    "greater_than_equal": "est trop petit : {ge} au moins.",
    "less_than_equal": "est trop grand : {le} au plus.",
    "bool_parsing": "ne dit ni oui (true) ni non (false).",
    "uuid_parsing": "n’est pas un identifiant.",
    "string_too_long": "est trop long : {max_length} caractères au plus.",
    "string_too_short": "est trop court : {min_length} caractères au moins.",
    "literal_error": "n’est pas une des valeurs possibles : {expected}.",
    "enum": "n’est pas une des valeurs possibles : {expected}.",
    "value_error": "{error}",
}
OTHERWISE = "n’est pas une valeur possible."


def handle_errors(api: NinjaAPI) -> None:
    """Have the API answer problems to what fails."""
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(RefusedError, _refused)
    api.add_exception_handler(ValidationError, _ill_typed)
    api.add_exception_handler(HttpError, _told)
    api.add_exception_handler(EngineDownError, _down)
    api.add_exception_handler(Exception, _failed)


def not_found() -> HttpResponse:
    """Return 404."""
    return problem(404, ABSENT)


def known_parameters(request: HttpRequest) -> Iterable[str]:
    """Return the parameters of the operation that is asked, where it is known."""
    return getattr(request, "known_parameters", ())


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return not_found()


def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return bad_request(error.faults, known_parameters(request))


def _ill_typed(request: HttpRequest, error: Any) -> HttpResponse:
    if any(one["loc"][0] == "path" for one in error.errors):
        return not_found()
    return bad_request([_fault(one, request) for one in error.errors], known_parameters(request))


def _fault(error: dict[str, Any], request: HttpRequest) -> Fault:
    name = str(error["loc"][-1])
    if error["type"] == "missing":
        return Fault(name, "", f"{quoted(name)} est obligatoire.")
    value = ",".join(request.GET.getlist(name))
    sentence = SENTENCES.get(error["type"], OTHERWISE).format(**error.get("ctx", {}))
    return Fault(name, value, f"{quoted(name)} : {quoted(value)} {sentence}")


def _told(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status_code, error.message)


def _down(request: HttpRequest, error: Any) -> HttpResponse:
    return engine_down()


def _failed(request: HttpRequest, error: Any) -> HttpResponse:
    """Log what we did not foresee, and say that it is our fault."""
    logger.error("The API failed at %s", request.path, exc_info=error)
    return problem(500, "Une erreur est survenue de notre côté. Elle est enregistrée.")
