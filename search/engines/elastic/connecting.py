"""The client of the servers, and how long it waits."""

from __future__ import annotations

from elastic_transport.client_utils import DEFAULT
from elasticsearch import Elasticsearch, OrjsonSerializer

from hub.settings.search import SearchServer

WRITING_SECONDS = 60.0
READING_ALL_SECONDS = 20.0
# A node that fails is passed over; the whole cluster is not asked.
MOST_RETRIES = 2


def connect(server: SearchServer) -> Elasticsearch:
    """Return a client that waits for no longer than a visitor does; nothing is asked yet.

    Among several servers, one that answers nothing takes half the time, and another is asked.
    """
    retries = min(len(server.nodes) - 1, MOST_RETRIES)
    return Elasticsearch(
        list(server.nodes),
        serializers={OrjsonSerializer.mimetype: OrjsonSerializer()},
        basic_auth=(server.user, server.password) if server.user else None,
        api_key=server.api_key or None,
        ca_certs=server.ca or DEFAULT,
        request_timeout=server.seconds / 2 if retries else server.seconds,
        max_retries=retries,
        retry_on_timeout=True,
        retry_on_status=(502, 503, 504),
    )
