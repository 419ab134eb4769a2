"""The engines: `contract.py` says what each does, the others are one engine each."""

from functools import cache

from search.engines.contract import Engine


@cache
def get_engine() -> Engine:
    """Return the engine of this process: the embedded one, in the folder of the data."""
    from django.conf import settings

    from search.engines.embedded import TantivyEngine  # loads the compiled library
    from search.schema import current_schema

    return TantivyEngine(settings.DATA_DIR / "index", current_schema)
