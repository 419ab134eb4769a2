"""What may show on a page: every table and column, less those listed here.

A model that never shows on a page may say so itself, with `shown_on_pages: ClassVar = False`.
Forgetting it costs a few pages sent again; forgetting to watch would show old pages.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

UNSHOWN_APPS = frozenset(
    {
        "axes",
        "contenttypes",
        "django_tasks_database",
        "sessions",
        "wagtailadmin",
        "wagtailsearch",  # the index of the admin, made from what is watched
        "wagtailusers",
    }
)
UNSHOWN_MODELS = frozenset(
    {
        "wagtailcore.apitoken",
        "wagtailcore.comment",
        "wagtailcore.commentreply",
        "wagtailcore.modellogentry",
        "wagtailcore.pagelogentry",
        "wagtailcore.pagesubscription",
        "wagtailcore.referenceindex",
        "wagtailcore.revision",
        "wagtailcore.taskstate",
        "wagtailcore.uploadedfile",
        "wagtailcore.workflowstate",
    }
)
# All that saving a draft, locking a page or signing in writes to the row of a watched table.
UNSHOWN_COLUMNS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "last_login",
        "latest_revision_created_at",
        "latest_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
    }
)


def is_watched(model: type[Model]) -> bool:
    """Tell whether a write to the table of this model may change a page."""
    names = model._meta
    return (
        names.managed
        and not names.proxy
        and names.app_label not in UNSHOWN_APPS
        and names.label_lower not in UNSHOWN_MODELS
        and getattr(model, "shown_on_pages", True)
    )


def watched_columns(connection: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """Return the columns to watch of each watched table, as the database has them now."""
    described = {}
    introspection = connection.introspection
    with connection.cursor() as cursor:
        present = set(introspection.table_names(cursor))
        for model in filter(is_watched, apps.get_models(include_auto_created=True)):
            table = model._meta.db_table
            if table in present:
                columns = introspection.get_table_description(cursor, table)
                described[table] = [c.name for c in columns if c.name not in UNSHOWN_COLUMNS]
    return described
