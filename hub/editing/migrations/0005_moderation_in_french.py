"""The workflow that Wagtail makes speaks French, where nobody gave it a name of their own."""

from django.db import migrations

from hub.editing.roles import Role, groups_of

ENGLISH = "Moderators approval"


def rename(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=ENGLISH).update(name="la relecture")
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=ENGLISH):
        task.name = "Relecture"
        task.save()
        task.groups.add(*groups_of(apps, Role.MODERATION))


class Migration(migrations.Migration):
    dependencies = [("editing", "0004_trashed_page")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
