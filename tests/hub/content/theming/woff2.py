"""Files that look like fonts."""

from django.core.files.uploadedfile import SimpleUploadedFile


def woff2(weight=200, fill=b"\0"):
    """Return the bytes of a file whose header is that of WOFF2 (section 4.1)."""
    head = b"wOF2" + b"\0\1\0\0" + weight.to_bytes(4)
    return head + fill * (weight - len(head))


def upload(content, name="Ma police.woff2"):
    return SimpleUploadedFile(name, content, "font/woff2")
