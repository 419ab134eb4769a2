"""What is wrong with a request, for machines: RFC 9457, its sentences in French."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, NotRequired, Protocol

from django.http import JsonResponse
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

MEDIA_TYPE = "application/problem+json"
NOT_UNDERSTOOD = "Une partie de la demande n’a pas été comprise."


class FaultJson(TypedDict):
    """Paramètre qui n’a pas été compris."""

    parameter: Annotated[str, Field(description="Son nom.", examples=["limit"])]
    value: Annotated[str, Field(description="La valeur reçue.", examples=["beaucoup"])]
    detail: Annotated[str, Field(description="Ce qui ne va pas.")]


class ProblemJson(TypedDict):
    """Problème, selon la RFC 9457."""

    type: Annotated[str, Field(description="Toujours `about:blank`.")]
    title: Annotated[str, Field(description="Ce qui ne va pas, en une phrase.")]
    status: Annotated[int, Field(description="Code HTTP.", examples=[400])]
    detail: NotRequired[Annotated[str, Field(description="Les détails, en texte.")]]
    errors: NotRequired[Annotated[list[FaultJson], Field(description="Chaque paramètre fautif.")]]
    known: NotRequired[Annotated[list[str], Field(description="Les paramètres connus.")]]


@dataclass(frozen=True)
class Fault:
    """A parameter, the value that was given, and a French sentence about it."""

    parameter: str
    value: str
    detail: str


class Told(Protocol):
    """Something wrong with a parameter, whoever reads it."""

    @property
    def parameter(self) -> str:
        """Its name."""

    @property
    def value(self) -> str:
        """What was given."""

    @property
    def detail(self) -> str:
        """A sentence about it."""


class RefusedError(Exception):
    """A request whose parameters cannot be read: 400, with each of them."""

    def __init__(self, *faults: Told) -> None:
        self.faults = faults
        super().__init__(*faults)


def problem(status: int, title: str, **more: object) -> JsonResponse:
    """Return a problem that any site may read."""
    body = {"type": "about:blank", "title": title, "status": status, **more}
    return JsonResponse(
        body,
        status=status,
        content_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"},
        json_dumps_params={"ensure_ascii": False},
    )


def bad_request(faults: Sequence[Told], known: Iterable[str] = ()) -> JsonResponse:
    """Return 400, with each parameter that was not understood, and those that are known."""
    names = sorted(known)
    listed = f" Paramètres connus : {', '.join(names)}." if names else ""
    return problem(
        400,
        NOT_UNDERSTOOD,
        detail=" ".join(one.detail for one in faults) + listed,
        errors=[
            {"parameter": one.parameter, "value": one.value, "detail": one.detail} for one in faults
        ],
        **({"known": names} if names else {}),
    )
