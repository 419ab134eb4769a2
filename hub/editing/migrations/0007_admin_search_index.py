"""The index that the search of the admin lacks on PostgreSQL: without it, each search reads all.

Wagtail asks for `title || body`; a comment of its models speaks of an index on that expression,
which none of its migrations makes.
"""

from django.db import migrations

INDEX = "editing_admin_search"


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        table = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table
        schema_editor.execute(f"CREATE INDEX {INDEX} ON {table} USING gin ((title || body))")


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX {INDEX}")


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0006_roots_in_french"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(create, remove)]
