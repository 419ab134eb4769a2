"""Who reads what is received, answers it, and deletes it: the roles of `hub.editing`."""

from django.db import migrations

from hub.editing.roles import Role, grant

READERS = (Role.WRITING, Role.MODERATION, Role.ADMINISTRATION)
DELETERS = (Role.MODERATION, Role.ADMINISTRATION)


def give_rights(apps, schema_editor):
    received = ("proposal", "errorreport")
    answering = [f"{right}_{name}" for right in ("view", "change") for name in received]
    grant(apps, "door", [*answering, "view_sender"], *READERS)
    deleting = [f"delete_{name}" for name in (*received, "sender")]
    grant(apps, "door", deleting, *DELETERS)


class Migration(migrations.Migration):
    dependencies = [("door", "0001_the_door"), ("editing", "0001_roles")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
