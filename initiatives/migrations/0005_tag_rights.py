"""Who may rename free tags, and who may merge or delete them."""

from django.db import migrations

from hub.editing.roles import Role, grant


def give_rights(apps, schema_editor):
    writers = (Role.WRITING, Role.MODERATION, Role.ADMINISTRATION)
    grant(apps, "taggit", ["view_tag", "add_tag", "change_tag"], *writers)
    grant(apps, "taggit", ["delete_tag"], Role.MODERATION, Role.ADMINISTRATION)


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0004_former_addresses"),
        ("editing", "0001_roles"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
