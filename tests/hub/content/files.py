"""Files as editors send them: sound, damaged, lying about what they are."""

import io
import struct
import zipfile
import zlib

from PIL import Image


def picture(kind="JPEG", mode="RGB", size=(64, 48), **options):
    """Return the bytes of an image that cannot be compressed much."""
    buffer = io.BytesIO()
    Image.effect_noise(size, 90).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def cut(content):
    """Return the first half of a file."""
    return content[: len(content) // 2]


def animated_gif(frames=3, size=(32, 32)):
    buffer = io.BytesIO()
    images = [Image.new("RGB", size, (index * 40, 0, 0)) for index in range(frames)]
    images[0].save(buffer, "GIF", save_all=True, append_images=images[1:], duration=100)
    return buffer.getvalue()


def turned_jpeg():
    """Return a photograph taken upright: 64 × 48 as stored, to be shown 48 × 64."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture(exif=exif.tobytes())


def png_of(width, height):
    """Return a small PNG of many black pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = zlib.compress(b"\x00" * (height * (width // 8 + 1)), 9)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b"")]
    )


def archive(*names):
    """Return a ZIP archive of empty entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name in names:
            opened.writestr(name, "")
    return buffer.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
HTML = b"<!DOCTYPE html><title>Page</title><script>alert(1)</script>"
DOCX = archive("[Content_Types].xml", "word/document.xml")
ODT = archive("mimetype", "content.xml")
