"""The corners of cards and panels."""

from django.db import models


class Radius(models.TextChoices):
    """How round they are."""

    NONE = "droits", "Droits"
    SMALL = "adoucis", "Adoucis"
    ROUND = "arrondis", "Arrondis"


RADII: dict[str, str] = {Radius.NONE: "0px", Radius.SMALL: "6px", Radius.ROUND: "14px"}
