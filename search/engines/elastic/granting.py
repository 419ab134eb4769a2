"""The least role that the hub works with on secured servers, and the user who has it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

from hub.settings.search import SearchServer
from search.engines.elastic.connecting import connect
from search.engines.elastic.faults import told

SECONDS = 30.0
# What each is for: docs/search.md.
ON_SERVERS = ("monitor",)
ON_INDEXES = ("manage", "read", "index", "delete")


def role_of(server: SearchServer) -> dict[str, Any]:
    """Return the role, in the form that Elasticsearch takes for roles and for API keys."""
    return {
        "cluster": list(ON_SERVERS),
        "indices": [{"names": [f"{server.prefix}-*"], "privileges": list(ON_INDEXES)}],
    }


def grant(server: SearchServer, administrator: str, password: str) -> None:
    """Make the role and the user of the hub, or bring them up to date.

    Takes the name and the password of a user who may. Raises EngineDownError.
    """
    asking = replace(server, user=administrator, password=password, api_key="", seconds=SECONDS)
    with closing(connect(asking)) as client, told():
        client.security.put_role(name=server.prefix, **role_of(server))
        client.security.put_user(
            username=server.user, password=server.password, roles=[server.prefix]
        )
