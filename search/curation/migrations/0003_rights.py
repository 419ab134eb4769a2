"""Who reads what visitors ask for, and acts upon it: the roles of `hub.editing`."""

from django.db import migrations

from hub.editing.roles import Role, grant

STAFF = (Role.WRITING, Role.MODERATION, Role.ADMINISTRATION)
RIGHTS = ("view", "add", "change", "delete")


def give_rights(apps, schema_editor):
    made = [f"{right}_{name}" for right in RIGHTS for name in ("synonymgroup", "promotedresult")]
    grant(apps, "search_curation", [*made, "view_askedwords"], *STAFF)


class Migration(migrations.Migration):
    dependencies = [("search_curation", "0002_starter_synonyms"), ("editing", "0001_roles")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
