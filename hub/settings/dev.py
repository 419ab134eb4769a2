"""The reloading server of `make dev`."""

from hub.settings.base import *  # noqa: F403
from hub.settings.base import STORAGES

DEBUG = True
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
HUB_STYLEGUIDE = True
