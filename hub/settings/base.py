"""Production-safe settings; everything an operator changes is an environment variable.

| Variable           | Meaning                                            | Default                |
|--------------------|----------------------------------------------------|------------------------|
| `HUB_URL`          | public address; `https` switches transport safety  | `http://127.0.0.1:8000`|
| `HUB_HEADLESS_URL` | address of a front end that shows the content     | none: our own pages    |
| `HUB_HOSTS`        | further accepted host names, comma separated       | none                   |
| `HUB_DATA`         | folder of database, media and index                | `var/` in the checkout |
| `HUB_STYLESHEET`   | the programme's own CSS file, if there is one      | `theme.css` in HUB_DATA|
| `HUB_SECRET_KEY`   | signing key                                        | made once in `HUB_DATA`|
| `DATABASE_URL`     | PostgreSQL address                                 | SQLite in `HUB_DATA`   |
| `HUB_TASKS`        | `immediate`, or `database` with a worker beside   | `immediate`            |
| `HUB_BEHIND_PROXY` | `1` when our own proxy sets X-Forwarded-Proto, -For| `0`                    |
| `HUB_EMAIL_URL`    | mail server: `smtp://`, `smtp+tls://` or `smtps://`| `smtp://localhost:25`  |
| `HUB_EMAIL_FROM`   | who the letters come from                          | ne-pas-repondre@ host  |
| `HUB_TILE_URL`     | map tiles, as a template with {z}/{x}/{y}          | none                   |
| `HUB_TILE_ATTRIBUTION` | who made the tiles, said on the map            | none                   |
| `HUB_GEOCODER_URL` | `search` address of the national geocoder          | none: communes only    |
| `HUB_PLUGINS`      | enabled plugins, comma separated; empty: none      | those that come with us|
| `HUB_VERIFY_AFTER_MONTHS` | months after which a fiche is to verify | `24`           |
| `HUB_SEARCH_URL`   | Elasticsearch addresses, comma separated           | none: embedded engine  |
| `HUB_SEARCH_CA`    | file of the authority of their certificates        | those of the system    |
| `HUB_SEARCH_API_KEY` | key instead of a user and password in the address| none                   |
| `HUB_SEARCH_PREFIX`| how the names of our indexes begin                 | `hub`                  |
| `HUB_SEARCH_SHARDS`| parts of a new index                               | `1`                    |
| `HUB_SEARCH_REPLICAS` | copies of each part on other servers            | `0`                    |
| `HUB_SEARCH_SECONDS` | a slower answer is given by the database instead | `0.5`                  |
| `HUB_LOG`          | `text`, or `json` for one JSON object a line       | `text`                 |
| `HUB_BACKUP_DIR`   | folder in which the scheduler saves the site       | none: no backup        |
| `HUB_BACKUP_HOURS` | hours between two backups                          | `24`                   |
| `HUB_BACKUP_KEEP`  | backups that are kept                              | `14`                   |
| `HUB_WAGTAIL_API`  | `v2` to give Wagtail’s own API as well             | none                   |
| `HUB_STYLEGUIDE`   | `1` to show every component at `/styleguide/`      | `0`                    |
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from hub.plugins.enabling import DEFAULT, enable
from hub.settings.email import mail_server
from hub.settings.headless import front_end_root
from hub.settings.logs import logging_configuration
from hub.settings.number import whole_number
from hub.settings.search import search_server
from hub.settings.secret import secret_key
from hub.settings.sqlite import use_sound_sqlite
from hub.settings.wagtail_api import wagtail_api

use_sound_sqlite()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(os.environ.get("HUB_DATA") or BASE_DIR / "var").resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

HUB_URL = os.environ.get("HUB_URL", "http://127.0.0.1:8000").rstrip("/")
_address = urlsplit(HUB_URL)
HTTPS = _address.scheme == "https"
HUB_HEADLESS_URL = front_end_root(HUB_URL)

DEBUG = False
SECRET_KEY = secret_key(DATA_DIR)
ALLOWED_HOSTS = [
    _address.hostname or "127.0.0.1",
    *filter(None, os.environ.get("HUB_HOSTS", "").split(",")),
    *([] if HTTPS else ["127.0.0.1", "localhost", "[::1]"]),
]

# Wrong names and faults are told by `check`, and refused at the start: hub.plugins.start.
HUB_ENABLED_PLUGINS = enable(os.environ.get("HUB_PLUGINS", DEFAULT))
HUB_PLUGIN_SETTINGS = HUB_ENABLED_PLUGINS.settings_from(os.environ)

INSTALLED_APPS = [
    *HUB_ENABLED_PLUGINS.apps,
    "hub.api",
    "home",
    "initiatives.door",
    "initiatives",
    "search.curation",
    "search",
    "hub.operating",
    "hub.editing",
    "hub.territory",
    "hub.content",
    "hub.content.freshness",
    "hub.plugins",
    "wagtailgeowidget",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "ninja",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "hub.operating.requests.RequestLogMiddleware",
    # Before all that asks the database, or minds under which name it is asked.
    "hub.operating.health.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages of the admin are compressed too: Django masks each CSRF token anew, and the middleware
    # pads with noise, so that their size tells nothing (BREACH).
    "django_http_compression.middleware.HttpCompressionMiddleware",
    # Before the session: a 304 needs neither it nor anything below.
    "hub.content.freshness.middleware.FreshnessMiddleware",
    "hub.content.front_end.UnlistedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "hub.security.ContentPolicyMiddleware",
    "hub.editing.headless.links.LiveLinksMiddleware",
    "hub.editing.absent_types.AbsentTypeMiddleware",
    "hub.editing.redirects.OpenRedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hub.content.context.site_identity",
            ],
            "builtins": ["hub.content.templatetags.typography"],
        },
    },
]

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "hub.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        # IMMEDIATE makes writers queue; one that reads, then writes would fail at once.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;",
    },
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.config(conn_max_age=600, conn_health_checks=True)
    if "DATABASE_URL" in os.environ
    else _SQLITE
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # A server that does not answer is told within seconds, not after the minutes of the network.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # How much each visitor has asked of the API: more visitors at once than the default holds.
    "rates": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "rates",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

_TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": _TASK_BACKENDS[os.environ.get("HUB_TASKS", "immediate")]}}

_mail = mail_server(os.environ.get("HUB_EMAIL_URL") or "smtp://localhost")
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = (
    os.environ.get("HUB_EMAIL_FROM") or f"ne-pas-repondre@{_address.hostname or 'localhost'}"
)

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Five wrong passwords of one name from one visitor, then a quarter of an hour. By name alone,
# anybody could keep an editor out; by address alone, a colleague would.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "hub.editing.lockout.name_of"
AXES_CLIENT_IP_CALLABLE = "hub.editing.lockout.address_of"
AXES_LOCKOUT_CALLABLE = "hub.editing.lockout.answer"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True  # who signed in, when and from where: kept by nobody
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# French only: set before the first migration, which creates the default locale from it.
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "hub" / "locale"]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
HUB_STYLESHEET = Path(os.environ.get("HUB_STYLESHEET") or DATA_DIR / "theme.css")
MEDIA_URL = "media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Transport safety follows the public address: a laptop has no certificate.
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [HUB_URL]
HUB_BEHIND_PROXY = os.environ.get("HUB_BEHIND_PROXY") == "1"
if HUB_BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "frame-src": [SELF, "https://www.youtube-nocookie.com"],
    }
}

WAGTAIL_SITE_NAME = "Rally’nov"
WAGTAILADMIN_BASE_URL = HUB_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_USER_LOGIN_FORM = "hub.editing.sign_in.SignInForm"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# As one writes a date in French; typed ISO dates are read as well.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_I18N_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "hub.editing.admin_search"}}
WAGTAILIMAGES_IMAGE_MODEL = "content.HubImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "hub.content.image_form.HubImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "content.HubDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "hub.content.document_form.HubDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# Never Wagtail’s own finders, which ask the network.
WAGTAILEMBEDS_FINDERS = list(HUB_ENABLED_PLUGINS.embed_finders)
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "hub.editing.rich_text.RichTextArea",
        # Headings 2 to 4 only: the page title is the one heading 1.
        "OPTIONS": {
            "features": [
                "h2", "h3", "h4", "bold", "italic", "ol", "ul", "hr",
                "link", "document-link", "image", "embed", "blockquote", "superscript",
            ]
        },
    },
}  # fmt: skip

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# An empty point stays empty; the map of the editor opens on the region.
GEO_WIDGET_EMPTY_LOCATION = True
GEO_WIDGET_DEFAULT_LOCATION = {"lat": 47.2, "lng": 5.0}
GEO_WIDGET_ZOOM = 8
HUB_TILE_URL = os.environ.get("HUB_TILE_URL", "")
HUB_TILE_ATTRIBUTION = os.environ.get("HUB_TILE_ATTRIBUTION", "")
HUB_GEOCODER_URL = os.environ.get("HUB_GEOCODER_URL", "")
HUB_VERIFY_AFTER_MONTHS = whole_number("HUB_VERIFY_AFTER_MONTHS", 24)
HUB_SEARCH_SERVER = search_server()
HUB_SEARCH_LOG_SECONDS = 3.0  # words asked for are counted together, after the answer
HUB_BACKUP_DIR = os.environ.get("HUB_BACKUP_DIR", "")
HUB_BACKUP_HOURS = whole_number("HUB_BACKUP_HOURS", 24)
HUB_BACKUP_KEEP = whole_number("HUB_BACKUP_KEEP", 14)
HUB_WAGTAIL_API = wagtail_api()
HUB_STYLEGUIDE = os.environ.get("HUB_STYLEGUIDE") == "1"

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long StreamField posts one field per input
LOGIN_URL = "wagtailadmin_login"

LOGGING = logging_configuration()
