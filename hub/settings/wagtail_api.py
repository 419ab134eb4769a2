"""Which of Wagtail's own APIs is given beside ours."""

import os
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

VERSION_2 = "v2"


def wagtail_api(environ: Mapping[str, str] = os.environ) -> str:
    """Return the version that HUB_WAGTAIL_API names, empty for none.

    Raises ImproperlyConfigured for any other than the second: the third one also writes, ignores
    filters that it does not know and may still change (docs/decisions/0016-wagtails-own-apis.md).
    """
    given = environ.get("HUB_WAGTAIL_API", "").strip()
    if given not in {"", VERSION_2}:
        raise ImproperlyConfigured("(hub.E007) HUB_WAGTAIL_API must be « v2 », or not be set.")
    return given
