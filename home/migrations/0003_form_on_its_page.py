"""The page « Signaler une initiative » of sites made before the form becomes the page of the form.

The page stays: its key, address, revisions and place; only its type changes.
"""

from django.db import migrations

SLUG = "signaler-une-initiative"
HOME_CHILD_DEPTH = 3


def give_the_form(apps, schema_editor):
    StandardPage = apps.get_model("home", "StandardPage")
    ProposalPage = apps.get_model("door", "ProposalPage")
    Page = apps.get_model("wagtailcore", "Page")
    ContentType = apps.get_model("contenttypes", "ContentType")
    pages = StandardPage.objects.filter(slug=SLUG, depth=HOME_CHILD_DEPTH, numchild=0)
    for old in list(pages[:1]):
        kind, _ = ContentType.objects.get_or_create(app_label="door", model="proposalpage")
        new = ProposalPage(page_ptr_id=old.pk)
        new.__dict__.update({k: v for k, v in old.__dict__.items() if not k.startswith("_")})
        StandardPage.objects.filter(pk=old.pk)._raw_delete(schema_editor.connection.alias)
        new.save_base(raw=True)
        Page.objects.filter(pk=old.pk).update(content_type=kind)
        _retype_what_speaks_of_it(apps, old.pk, kind)


def _retype_what_speaks_of_it(apps, key, kind):
    Revision = apps.get_model("wagtailcore", "Revision")
    PageLogEntry = apps.get_model("wagtailcore", "PageLogEntry")
    SeedRecord = apps.get_model("content", "SeedRecord")
    base = {"base_content_type__app_label": "wagtailcore", "base_content_type__model": "page"}
    for revision in Revision.objects.filter(object_id=str(key), **base):
        revision.content_type = kind
        revision.content["content_type"] = kind.pk
        revision.save(update_fields=["content_type", "content"])
    PageLogEntry.objects.filter(page_id=key).update(content_type=kind)
    standard = {"content_type__app_label": "home", "content_type__model": "standardpage"}
    SeedRecord.objects.filter(object_id=key, **standard).update(content_type=kind)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0005_help_texts"),
        ("door", "0001_the_door"),
        ("home", "0002_help_texts"),
    ]

    operations = [migrations.RunPython(give_the_form, migrations.RunPython.noop)]
