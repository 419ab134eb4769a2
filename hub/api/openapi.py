"""The description of the API: what Ninja makes of the types, with the media type of problems."""

from __future__ import annotations

import copy
import json
from functools import lru_cache
from typing import Any

import orjson
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from hub.content.api.problems import MEDIA_TYPE as PROBLEM

SAID = {
    "200": "La réponse.",
    "400": "Un paramètre n’est pas connu ou ne se lit pas.",
    "401": "Cette clé n’existe pas, ou elle a été révoquée.",
    "404": "Rien n’a cette adresse, ou rien que le public puisse voir.",
    "410": "La page a été retirée.",
    "429": "Trop de demandes : `Retry-After` dit quand revenir.",
    "503": "Le moteur de recherche ne répond pas : `Retry-After` dit quand revenir.",
}
JSON = "application/json"
# Said by an operation that gives other JSON (`openapi_extra`); taken out of the description.
MEDIA_TYPE_KEY = "x-media-type"
KEY = {
    "type": "http",
    "scheme": "bearer",
    "description": "Clé, facultative : elle permet plus de demandes, et ne montre rien de plus.",
}


class DescribedAPI(NinjaAPI):
    """An API whose description is complete: what Ninja does not know of answers is added."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the description, as OpenAPI 3.1."""
        schema = super().get_openapi_schema(**kwargs)
        schema["components"]["securitySchemes"] = {"key": KEY}
        for operations in schema["paths"].values():
            for operation in operations.values():
                _describe(operation)
        return schema


def description(api: NinjaAPI) -> dict[str, Any]:
    """Return the description as plain values, sorted: that of the repository is compared with it.

    Where the site is served from is no part of it.
    """
    plain: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(), sort_keys=True))
    return plain


@lru_cache(maxsize=4)
def written_description(api: NinjaAPI, prefix: str) -> bytes:
    """Return the description as JSON, for the addresses that begin with `prefix`.

    Nothing of it changes while a process runs, and it takes longer to make than any other answer.
    """
    schema = api.get_openapi_schema(path_prefix=prefix)
    return orjson.dumps(schema, option=orjson.OPT_NON_STR_KEYS)


def _describe(operation: dict[str, Any]) -> None:
    operation["security"] = [{}, {"key": []}]
    given, responses = operation.pop(MEDIA_TYPE_KEY, JSON), operation["responses"]
    # Whoever asks with a key, or too much, is answered before any operation.
    for status in (401, 429):
        responses.setdefault(status, copy.deepcopy(responses[400]))
    for status, response in responses.items():
        response["description"] = SAID.get(str(status), response["description"])
        content = response.get("content", {})
        if JSON in content:
            content[PROBLEM if int(status) >= 400 else given] = content.pop(JSON)
    for parameter in operation.get("parameters", ()):
        # Parameters have a map of examples, schemas a list: Ninja copies one as the other.
        examples = parameter.pop("examples", None)
        if isinstance(examples, list) and examples:
            parameter["example"] = examples[0]
