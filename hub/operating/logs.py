"""What is written of anybody in the log: nothing.

Our own lines name no one; what others write (a database that quotes the refused value, a mail
server that quotes an address) is cleaned last, once it is text.
"""

import ipaddress
import logging
import re

from pythonjsonlogger.json import JsonFormatter

EMAIL = re.compile(r"[^\s<>()\[\]\"',;:=]+@[\w-]+(?:\.[\w-]+)+")
QUERY = re.compile(r"(?<=[\w/])\?[^\s\"'<>]*=[^\s\"'<>]*")
# The values that PostgreSQL refused: « DETAIL:  Key (name)=(Jeanne) already exists. »
DETAIL = re.compile(r"(DETAIL: ).*")
ADDRESS = re.compile(r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(?![\w])")


def cleaned(text: str) -> str:
    """Return a text without e-mail addresses, addresses of machines, and words of a query."""
    text = EMAIL.sub("[e-mail]", text)
    text = QUERY.sub("?[…]", text)
    text = DETAIL.sub(r"\1[…]", text)
    return ADDRESS.sub(_hidden, text)


def _hidden(match: re.Match[str]) -> str:
    try:
        address = ipaddress.ip_address(match.group())
    except ValueError:  # an hour, a version
        return match.group()
    return match.group() if address.is_loopback or address.is_unspecified else "[IP]"


class _Cleaning(logging.Formatter):
    """Cleans the message and the traceback; the hour and the names of loggers stay."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - of the library
        """Return the line, its message cleaned."""
        record.message = cleaned(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 - of the library
        """Return the traceback, cleaned."""
        return cleaned(super().formatException(ei))  # type: ignore[arg-type]


class TextFormatter(_Cleaning):
    """One line for a reader, and the traceback below."""


class JSONFormatter(JsonFormatter):
    """One line of JSON, the traceback in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; the request that a record of Django carries is left out."""
        record.__dict__.pop("request", None)
        return super().format(record)

    def process_log_record(self, log_data: dict[str, object]) -> dict[str, object]:
        """Clean every text but the hour."""
        kept = super().process_log_record(log_data)
        return {
            name: cleaned(value) if isinstance(value, str) and name != "time" else value
            for name, value in kept.items()
        }
