"""WSGI entry point, served by gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.base")

application = get_wsgi_application()

from hub.plugins.start import refuse_broken_plugins  # noqa: E402 - reads the applications

refuse_broken_plugins()
