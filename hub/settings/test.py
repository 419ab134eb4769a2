"""Settings of the test suite: in memory, strict about templates, nothing kept."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("HUB_SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ["HUB_DATA"] = tempfile.mkdtemp(prefix="hub-test-")
atexit.register(shutil.rmtree, os.environ["HUB_DATA"], ignore_errors=True)
os.environ.pop("HUB_URL", None)
os.environ.pop("HUB_HEADLESS_URL", None)
os.environ.pop("HUB_WAGTAIL_API", None)
# The databases of tests are their own: SQLite, or the one that HUB_TEST_DATABASE_URL names.
os.environ.pop("DATABASE_URL", None)
if os.environ.get("HUB_TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = os.environ["HUB_TEST_DATABASE_URL"]
# Tests say which plugins they want: those of the shell that runs them are not theirs.
os.environ.pop("HUB_PLUGINS", None)
os.environ.pop("HUB_SEARCH_URL", None)
if "HUB_TEST_PLUGINS" in os.environ:
    os.environ["HUB_PLUGINS"] = os.environ["HUB_TEST_PLUGINS"]

from hub.settings.base import *  # noqa: E402, F403
from hub.settings.base import DATA_DIR, DATABASES, STORAGES  # noqa: E402

MEDIA_ROOT = DATA_DIR / "media"
if "sqlite3" in str(DATABASES["default"]["ENGINE"]):
    # A file, not memory: the browser, the server and the test each have their connection.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
HUB_STYLEGUIDE = True
Path(MEDIA_ROOT).mkdir(exist_ok=True)

HUB_SEARCH_LOG_SECONDS = 0.0  # counted at once: a test ends before any thread
