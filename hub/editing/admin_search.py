"""The search of the admin, on the database; on PostgreSQL, safe where several editors save at once.

modelsearch gives each entry a weight by the length of its title. Saving one page, it does so for
every entry that has the weight of a new one, which is also that of any title of average length:
two editors then lock the entries of one another, and PostgreSQL refuses the publication of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Avg, F, Model
from django.db.models.functions import Length
from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.utils import get_content_type_pk


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 - the name is Wagtail's
    """Return the backend of the kind of database that the site has."""
    if connection.vendor != "postgresql":
        return database.SearchBackend(params)
    # Its module defines what only PostgreSQL has.
    from modelsearch.backends.database.postgres import postgres

    class Index(postgres.PostgresIndex):
        """Gives a weight to the entries that it has written, and to no other."""

        def add_items(self, model: type[Model], objs: Sequence[Model]) -> None:
            super().add_items(model, objs)
            lengths = self.entries.annotate(terms=Length("title")).filter(terms__gt=0)
            keys = [str(one.pk) for one in objs]
            own = lengths.filter(content_type=get_content_type_pk(model), object_id__in=keys)
            own.update(title_norm=lengths.aggregate(mean=Avg("terms"))["mean"] / F("terms"))

        def _refresh_title_norms(self, full: bool = False) -> None:
            if full:
                super()._refresh_title_norms(full=True)

    backend = postgres.PostgresSearchBackend(params)
    backend.index_class = Index
    return backend
