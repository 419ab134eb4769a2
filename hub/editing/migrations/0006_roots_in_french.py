"""The roots that Wagtail makes have French names where nobody gave them names of their own."""

from django.db import migrations

ENGLISH = "Root"


def rename(apps, schema_editor):
    for model, name, french in (("Page", "title", "Racine"), ("Collection", "name", "Médiathèque")):
        roots = apps.get_model("wagtailcore", model).objects.filter(depth=1, **{name: ENGLISH})
        roots.update(**{name: french})


class Migration(migrations.Migration):
    dependencies = [("editing", "0005_moderation_in_french")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
