"""Where a point comes from is kept; of the points that are there, their precision tells."""

from django.db import migrations, models


def tell_from_precision(apps, schema_editor):
    for name in ("InitiativePage", "EventPage"):
        pages = apps.get_model("initiatives", name).objects
        pages.filter(precision="commune").update(point_source="commune")
        pages.filter(precision="adresse").update(point_source="main")


class Migration(migrations.Migration):

    dependencies = [
        ('initiatives', '0006_cancelled_events'),
    ]

    operations = [
        migrations.AddField(
            model_name='eventpage',
            name='point_source',
            field=models.CharField(blank=True, choices=[('main', 'Placé à la main'), ('adresse', 'À l’adresse, d’après la Base Adresse Nationale'), ('rue', 'À la rue, d’après la Base Adresse Nationale'), ('commune', 'À la commune')], help_text='Écrite par la carte quand le point est placé.', max_length=7, verbose_name='origine du point'),
        ),
        migrations.AddField(
            model_name='initiativepage',
            name='point_source',
            field=models.CharField(blank=True, choices=[('main', 'Placé à la main'), ('adresse', 'À l’adresse, d’après la Base Adresse Nationale'), ('rue', 'À la rue, d’après la Base Adresse Nationale'), ('commune', 'À la commune')], help_text='Écrite par la carte quand le point est placé.', max_length=7, verbose_name='origine du point'),
        ),
        migrations.RunPython(tell_from_precision, migrations.RunPython.noop),
    ]
