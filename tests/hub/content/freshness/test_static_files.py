"""Static files have the hash of their content in their name, and are compressed beforehand."""

import brotli
import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.test import RequestFactory, override_settings
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage

from hub.settings import base

pytestmark = pytest.mark.django_db  # the end of a request looks at the connections
SHEET = b"p { margin: 0 }\n" * 50


@pytest.fixture
def served(tmp_path):
    """Return what WhiteNoise answers about one style sheet, collected as in production."""
    with override_settings(
        STATIC_ROOT=str(tmp_path), STATIC_URL="/static/", STORAGES=base.STORAGES,
        WHITENOISE_AUTOREFRESH=False,
    ):  # fmt: skip
        (tmp_path / "site.css").write_bytes(SHEET)
        storage = CompressedManifestStaticFilesStorage()
        source = (StaticFilesStorage(str(tmp_path)), "site.css")
        assert all(processed for *_, processed in storage.post_process({"site.css": source}))
        middleware = WhiteNoiseMiddleware(lambda request: None)
        address = storage.url("site.css")

        def get(accepted):
            request = RequestFactory().get(address, headers={"Accept-Encoding": accepted})
            return middleware(request)

        yield get


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, br", "br"), ("gzip", "gzip"), ("", None)]
)
def test_a_static_file_is_compressed_beforehand_and_kept_for_good(served, accepted, encoding):
    response = served(accepted)
    assert response.headers.get("Content-Encoding") == encoding
    assert response["Vary"] == "Accept-Encoding"
    assert "immutable" in response["Cache-Control"]
    response.close()


def test_a_static_file_in_brotli_is_the_file(served):
    response = served("br")
    assert brotli.decompress(b"".join(response)) == SHEET
    response.close()


def test_production_serves_static_files_so():
    assert base.STORAGES["staticfiles"]["BACKEND"] == (
        "whitenoise.storage.CompressedManifestStaticFilesStorage"
    )
