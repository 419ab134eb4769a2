"""`/api/v1/apercu`: a draft, for the front end that shows it to its editor."""

from __future__ import annotations

from typing import Annotated

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from hub.content.api.context import ApiContext
from hub.content.api.pages import write_page
from hub.content.api.problems import ProblemJson, problem
from hub.content.api.replies import reply
from hub.content.api.schemas import PageJson
from hub.editing.headless.models import OverError, PreviewedDraft

FORGED = "Ce jeton d’aperçu n’a pas été donné par le site."
OVER = "Cet aperçu n’est plus valable : rouvrez-le depuis l’administration."
HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # The address is the key.
    "Referrer-Policy": "no-referrer",
}

router = Router()


@router.get(
    "/apercu",
    response={200: PageJson, 400: ProblemJson, 403: ProblemJson, 410: ProblemJson},
    operation_id="get_preview",
    summary="Brouillon d’une page",
    tags=["site"],
)
def preview(
    request: HttpRequest,
    token: Annotated[
        str,
        Query(
            max_length=500,
            description="Jeton de l’adresse que l’administration ouvre ; il vaut un quart d’heure.",
        ),
    ],
) -> HttpResponse:
    """La page telle que son auteur vient de la prévisualiser, publiée ou non.

    La réponse ne se garde pas. 403 : jeton inconnu ; 410 : jeton trop ancien, page supprimée ou
    auteur qui n’a plus le droit de la voir.
    """
    response: HttpResponse
    try:
        response = reply(write_page(PreviewedDraft.opened_by(token), ApiContext(request)))
    except BadSignature:
        response = problem(403, FORGED)
    except OverError:
        response = problem(410, OVER)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
