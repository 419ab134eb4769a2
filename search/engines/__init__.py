"""The engines: `contract.py` says what each does, the others are one engine each."""

import os
from functools import cache

from search.engines.contract import Engine


@cache
def get_engine() -> Engine:
    """Return the engine of this process: Elasticsearch where it is named, else the embedded one.

    The embedded one is in the folder of the data.
    """
    from django.conf import settings

    from search.schema import current_schema

    if settings.HUB_SEARCH_SERVER:
        from search.engines.elastic import ElasticEngine

        return ElasticEngine(settings.HUB_SEARCH_SERVER, current_schema)
    from search.engines.embedded import TantivyEngine  # loads the compiled library

    return TantivyEngine(settings.DATA_DIR / "index", current_schema)


# Of a parent and its child, each has its own connections: on one, they would mix their answers.
os.register_at_fork(after_in_child=get_engine.cache_clear)
