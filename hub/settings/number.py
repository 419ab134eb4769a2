"""A number that the operator gives."""

import os

from django.core.exceptions import ImproperlyConfigured


def positive_number(name: str, default: int) -> int:
    """Return the environment variable `name` as a number, or `default` where it is not set.

    Raises ImproperlyConfigured for anything but a whole number above zero.
    """
    given = os.environ.get(name) or str(default)
    if not given.isdecimal() or int(given) == 0:
        raise ImproperlyConfigured(f"{name} must be a whole number above zero, not {given!r}.")
    return int(given)
