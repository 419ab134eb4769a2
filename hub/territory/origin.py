"""Where a point comes from."""

from django.db import models


class PointSource(models.TextChoices):
    """Where a point comes from, which is how exact it is."""

    MANUAL = "main", "Placé à la main"
    ADDRESS = "adresse", "À l’adresse, d’après la Base Adresse Nationale"
    STREET = "rue", "À la rue, d’après la Base Adresse Nationale"
    COMMUNE = "commune", "À la commune"
