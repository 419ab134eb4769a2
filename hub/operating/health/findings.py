"""What was found of one part of the site."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a part of the site is, the best first."""

    OK = "ok"
    DEGRADED = "degraded"  # visitors are served; somebody should look
    DOWN = "down"  # visitors are not served


@dataclass(frozen=True)
class Finding:
    """A state, and why, in words for staff: no secret, no path, no content."""

    state: State
    words: str


Findings = dict[str, Finding]


def worst(findings: Findings) -> State:
    """Return the worst state of all."""
    return max((one.state for one in findings.values()), key=list(State).index, default=State.OK)
