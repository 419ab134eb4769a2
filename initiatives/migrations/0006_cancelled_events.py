"""An event may be cancelled and stay in sight."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('initiatives', '0005_tag_rights'),
    ]

    operations = [
        migrations.AddField(
            model_name='eventpage',
            name='is_cancelled',
            field=models.BooleanField(default=False, help_text='La page reste en ligne avec la mention « Annulé » ; l’inscription n’est plus proposée.', verbose_name='annulé'),
        ),
    ]
