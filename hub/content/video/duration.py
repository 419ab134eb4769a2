"""The length of a video: typed by an editor, said to a reader, written for a machine."""

import re
from datetime import timedelta

from django.core.exceptions import ValidationError

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Hours, then minutes and seconds; a number alone is ambiguous, so it is refused.
CLOCK = re.compile(r"(?:(?P<hours>[0-9]{1,2}):)?(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-9]{2})")
REFUSAL = "Écrivez la durée en minutes et secondes, par exemple 3:20, ou 1:02:45 avec des heures."


def parse_clock(text: str) -> timedelta:
    """Read « 3:20 » or « 1:02:45 ».

    Returns a length above zero. Raises ValidationError in French for anything else.
    """
    match = CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValidationError(REFUSAL, code="duration")
    hours, minutes, seconds = (int(amount or 0) for amount in match.groups())
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if seconds > 59 or (hours and minutes > 59) or not length:
        raise ValidationError(REFUSAL, code="duration")
    return length


def as_clock(length: timedelta) -> str:
    """« 3:20 », « 1:02:45 »: what parse_clock reads back."""
    hours, minutes, seconds = _split(length)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def as_words(length: timedelta) -> str:
    """« 3 min 20 s », « 1 h 2 min », with no-break spaces."""
    amounts = zip(_split(length), ("h", "min", "s"), strict=True)
    said = [f"{amount}{NO_BREAK_SPACE}{unit}" for amount, unit in amounts if amount]
    return NO_BREAK_SPACE.join(said) or f"0{NO_BREAK_SPACE}s"


def as_iso(length: timedelta) -> str:
    """« PT3M20S », the ISO 8601 duration that schema.org asks for."""
    amounts = zip(_split(length), "HMS", strict=True)
    return "PT" + ("".join(f"{amount}{unit}" for amount, unit in amounts if amount) or "0S")


def _split(length: timedelta) -> tuple[int, int, int]:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds
