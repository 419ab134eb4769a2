"""The log: lines for a reader, or JSON lines for those who collect them."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured

FORMATTERS = {
    "text": {
        "()": "hub.operating.logs.TextFormatter",
        "format": "{asctime} {levelname} {name}: {message}",
        "style": "{",
    },
    "json": {
        "()": "hub.operating.logs.JSONFormatter",
        "format": "{asctime}{levelname}{name}{message}",
        "datefmt": "%Y-%m-%dT%H:%M:%S%z",
        "style": "{",
        "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        "json_ensure_ascii": False,
    },
}


def logging_configuration() -> dict[str, Any]:
    """Return Django's LOGGING, in the form that `HUB_LOG` asks for.

    Raises:
        ImproperlyConfigured: it asks for another.
    """
    form = os.environ.get("HUB_LOG") or "text"
    if form not in FORMATTERS:
        raise ImproperlyConfigured(f"HUB_LOG must be text or json, not {form!r}.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": FORMATTERS[form]},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "hub": {"level": "INFO"},
            # With the trace of each failed attempt; what came of them is told by search.
            "elastic_transport": {"level": "ERROR"},
            # Every request has its line already; only what went wrong on our side has two.
            "django.request": {"level": "ERROR"},
            # Whoever looks for holes asks under any name: the line of the request says 400.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "gunicorn.error": {"level": "WARNING", "handlers": [], "propagate": True},
        },
    }
