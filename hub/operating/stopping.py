"""A process that is asked to stop ends what is under way, and then itself."""

import signal
import threading
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def stop_on_signal() -> threading.Event:
    """Return an event that is set when the process is asked to stop."""
    asked = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        asked.set()

    for number in SIGNALS:
        signal.signal(number, stop)
    return asked
