"""The API itself: its routers, mounted at `/api/v1/`."""

from __future__ import annotations

from hub.api.deletions import router as deletions
from hub.api.documentation import Documentation
from hub.api.errors import handle_errors
from hub.api.lists import pages_router
from hub.api.openapi import DescribedAPI
from hub.api.preview import router as preview
from hub.api.route import router as route
from hub.api.schemas import router as schemas
from hub.api.site import router as site
from hub.api.strict import strict
from hub.plugins.registry import contributed_routers
from initiatives.api.organisations import router as organisations
from initiatives.api.territories import router as territories
from initiatives.api.vocabularies import router as vocabularies
from search.api.searching import search_router
from search.api.suggesting import router as suggestions

VERSION = "1.0.0"
DESCRIPTION = """\
Tout ce que le site montre à ses visiteurs, en lecture seule : pages de tous les types, recherche,
vocabulaires, organisations, territoires. Sans clé ni inscription ; les réponses portent un `ETag`.

Licence des données : [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/).
"""


def make_api() -> DescribedAPI:
    """Return the API with all its operations. The types are declared by then."""
    api = DescribedAPI(
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
    own = (pages_router(), organisations, vocabularies, territories, search_router(), suggestions)
    for router in (*own, deletions, schemas, site, route, preview):
        api.add_router("", router)
    for name, routers in contributed_routers().by_plugin.items():
        for router in routers:
            api.add_router(f"/modules/{name}", router, tags=[name])
    return api


api = make_api()
