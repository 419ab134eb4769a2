"""What each role may do with what fiches refer to, and where one may propose a fiche."""

from django.db import migrations

from hub.editing.roles import Role, grant, grant_on_pages

WRITERS = (Role.WRITING, Role.MODERATION, Role.ADMINISTRATION)
WRITTEN = ("organisation", "contactperson", "prizeresult", "verification", "measure")


def give_rights(apps, schema_editor):
    grant(
        apps,
        "initiatives",
        ["view_organisation", "add_organisation", "view_term"],
        Role.CONTRIBUTION,
    )
    all_rights = [
        f"{right}_{name}" for name in WRITTEN for right in ("view", "add", "change", "delete")
    ]
    grant(apps, "initiatives", [*all_rights, "view_term", "add_term", "change_term"], *WRITERS)
    grant(apps, "initiatives", ["delete_term"], Role.MODERATION, Role.ADMINISTRATION)
    for index in apps.get_model("initiatives", "InitiativeIndexPage").objects.all():
        grant_on_pages(apps, index, ["add"], Role.CONTRIBUTION)


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial"), ("editing", "0001_roles")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
