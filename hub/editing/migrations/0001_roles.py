"""The four roles, and what they may do with pages, files, accounts and redirects."""

from django.db import migrations

from hub.editing.roles import Role, grant, grant_on_collection, grant_on_pages

RENAMED = {"Editors": Role.WRITING, "Moderators": Role.MODERATION}
WRITERS = (Role.WRITING, Role.MODERATION, Role.ADMINISTRATION)
DECIDERS = (Role.MODERATION, Role.ADMINISTRATION)


def make_roles(apps, schema_editor):
    _rename_the_groups_of_wagtail(apps)
    grant(apps, "wagtailadmin", ["access_admin"], *Role)
    grant(apps, "wagtailredirects", ["view_redirect", "add_redirect", "change_redirect"], *WRITERS)
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).order_by("path").first()
    grant_on_pages(apps, root, ["add", "change", "publish", "lock"], *WRITERS)
    grant_on_pages(apps, root, ["unlock", "bulk_delete"], *DECIDERS)
    files = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for model in ("image", "document"):
        grant_on_collection(apps, files, model, ["add", "choose"], *Role)
        grant_on_collection(apps, files, model, ["change"], *WRITERS)
    _administration(apps, files)


def _rename_the_groups_of_wagtail(apps):
    groups = apps.get_model("auth", "Group").objects
    for english, role in RENAMED.items():
        if not groups.filter(name=role).exists():
            groups.filter(name=english).update(name=role)


def _administration(apps, files):
    accounts = ["view_user", "add_user", "change_user", "delete_user"]
    grant(apps, "auth", accounts, Role.ADMINISTRATION)
    grant(apps, "wagtailredirects", ["delete_redirect"], Role.ADMINISTRATION)
    settings = ("siteidentity", "sitetheme", "accessibilitystatement")
    grant(apps, "content", [f"change_{name}" for name in settings], Role.ADMINISTRATION)
    workflow = [f"{right}_{name}" for right in ("add", "change") for name in ("workflow", "task")]
    grant(apps, "wagtailcore", workflow, Role.ADMINISTRATION)
    all_rights = ["add", "change", "delete"]
    grant_on_collection(apps, files, "collection", all_rights, Role.ADMINISTRATION)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("content", "0004_site_icon"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
