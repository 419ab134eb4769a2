"""Serves the images in `HUB_DATA/media` where no web server stands in front.

Documents are not served here: Wagtail's own view checks who may read them.
"""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

PUBLIC_FOLDERS = frozenset({"images", "original_images"})
ONE_YEAR = 31_536_000


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return an image, cacheable for a year and inert if it is not what it says.

    Raises Http404 for anything outside the folders of images.
    """
    folders = PurePosixPath(path).parts
    if not folders or folders[0] not in PUBLIC_FOLDERS or ".." in folders:
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
