"""When a page was written, for formats that ask for a moment."""

import datetime
from typing import Any

LONG_AGO = datetime.datetime.fromtimestamp(0, datetime.UTC)


def written_at(page: Any) -> datetime.datetime:
    """Return when the page was last published; the year 1970 where nobody knows."""
    known: datetime.datetime | None = page.last_published_at or page.first_published_at
    return known or LONG_AGO
