"""The synonyms that a new site begins with; staff change them afterwards."""

from django.db import migrations

from search.curation.synonyms import starter_groups

NOTE = "Liste de départ"


def write_groups(apps, schema_editor):
    group = apps.get_model("search_curation", "SynonymGroup")
    group.objects.bulk_create(
        group(expressions="\n".join(texts), note=NOTE) for texts in starter_groups()
    )


class Migration(migrations.Migration):
    dependencies = [("search_curation", "0001_curation")]

    operations = [migrations.RunPython(write_groups, migrations.RunPython.noop)]
