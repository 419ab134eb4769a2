"""A number that the operator gives."""

import os
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured


def whole_number(
    name: str, default: int, least: int = 1, environ: Mapping[str, str] = os.environ
) -> int:
    """Return the environment variable `name` as a number, or `default` where it is not set.

    Raises ImproperlyConfigured for anything but a whole number from `least` on.
    """
    given = environ.get(name) or str(default)
    if not given.isdecimal() or int(given) < least:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} on, not {given!r}.")
    return int(given)
