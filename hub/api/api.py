"""The API itself: its routers, mounted at `/api/v1/`."""

from __future__ import annotations

from ninja import NinjaAPI

from hub.api.deletions import router as deletions
from hub.api.documentation import Documentation
from hub.api.errors import handle_errors
from hub.api.lists import pages_router
from hub.api.preview import router as preview
from hub.api.route import router as route
from hub.api.schemas import router as schemas
from hub.api.site import router as site
from hub.api.strict import strict

VERSION = "1.0.0"
DESCRIPTION = """\
Tout ce que le site montre à ses visiteurs, en lecture seule : pages de tous les types, recherche,
vocabulaires, organisations, territoires. Sans clé ni inscription ; les réponses portent un `ETag`.

Licence des données : [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/).
"""


def make_api() -> NinjaAPI:
    """Return the API with all its operations. The types are declared by then."""
    api = NinjaAPI(
        title="API de Rally’nov",
        version=VERSION,
        description=DESCRIPTION,
        urls_namespace="api",
        docs=Documentation(),
        openapi_url="/openapi.json",
        docs_url="/docs",
    )
    api.add_decorator(strict, mode="view")
    handle_errors(api)
    api.add_router("", pages_router())
    for router in (deletions, schemas, site, route, preview):
        api.add_router("", router)
    return api


api = make_api()
