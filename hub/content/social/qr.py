"""The address of a page as a QR code, for the page on paper."""

from functools import lru_cache

import segno

# In CSS pixels: a module of 0.8 mm on paper is read from an arm's length.
MODULE = 3
# The quiet zone that ISO/IEC 18004 asks for, in modules.
QUIET_ZONE = 4
# Readers take any of the eight masks; choosing the fairest takes five times as long as drawing.
MASK = 0


@lru_cache(maxsize=512)
def qr_code(address: str) -> str:
    """Return an inline SVG of a few kB, hidden from assistive tools: the address stands beside it.

    Raises:
        segno.DataOverflowError: the address is longer than a QR code holds (about 2 kB).
    """
    code = segno.make(address, micro=False, error="m", mask=MASK)
    drawing = code.svg_inline(
        scale=MODULE, border=QUIET_ZONE, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    return drawing.replace("<svg ", '<svg aria-hidden="true" ', 1)
