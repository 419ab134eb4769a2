"""The fields of anything that has a place, and how they follow from one another."""

from typing import Any, ClassVar

from django.core import checks
from django.db import models

from .fields import CommuneField
from .gazetteer import get_gazetteer
from .origin import PointSource
from .places import Commune
from .point import MAX_LENGTH, Point, read_point, validate_point


class Precision(models.TextChoices):
    """What a point shows."""

    ADDRESS = "adresse", "À l’adresse"
    COMMUNE = "commune", "À la commune"


class PlacedMixin(models.Model):
    """A place: a commune, an address, a point, and all that is derived from them.

    An editor writes the commune, the address and the point; `derive_place` does the rest, on
    validation and on every save, and never raises.
    """

    PLACE_INPUTS: ClassVar[frozenset[str]] = frozenset({"commune_code", "point"})
    PLACE_DERIVED: ClassVar[frozenset[str]] = frozenset(
        {"departement", "epci", "point", "latitude", "longitude", "precision", "point_source"}
    )

    commune_code = CommuneField(
        "commune",
        blank=True,
        db_index=True,
        help_text="Tapez un nom ou un code postal. Les anciens noms sont reconnus.",
    )
    departement = models.CharField(
        "département", max_length=2, blank=True, db_index=True, editable=False
    )
    epci = models.CharField(
        "intercommunalité", max_length=9, blank=True, db_index=True, editable=False
    )
    address = models.CharField(
        "adresse", max_length=255, blank=True, help_text="Numéro et voie, sans la commune."
    )
    point = models.CharField(
        "point sur la carte",
        max_length=MAX_LENGTH,
        blank=True,
        validators=[validate_point],
        help_text="Laissez vide pour le point de la commune. Pour plus de précision, cliquez sur "
        "la carte ou tapez la latitude puis la longitude.",
    )
    longitude = models.DecimalField(
        "longitude", max_digits=9, decimal_places=6, null=True, blank=True, editable=False
    )
    latitude = models.DecimalField(
        "latitude", max_digits=9, decimal_places=6, null=True, blank=True, editable=False
    )
    precision = models.CharField(
        "précision du point",
        max_length=7,
        choices=Precision.choices,
        blank=True,
        editable=False,
    )

    point_source = models.CharField(
        "origine du point",
        max_length=7,
        choices=PointSource.choices,
        blank=True,
        help_text="Écrite par la carte quand le point est placé.",
    )

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["latitude", "longitude"], name="%(class)s_latlng")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the place, then save; a partial save of an input saves what follows from it."""
        self.derive_place()
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and not self.PLACE_INPUTS.isdisjoint(update_fields):
            kwargs["update_fields"] = {*update_fields, *self.PLACE_DERIVED}
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Derive the place; the validators of the fields have refused what cannot be read."""
        super().clean()
        self.derive_place()

    @property
    def commune(self) -> Commune | None:
        """The commune chosen, if it exists."""
        return get_gazetteer().commune(self.commune_code)

    @property
    def location(self) -> Point | None:
        """The point, if there is one."""
        if self.longitude is None or self.latitude is None:
            return None
        return Point(float(self.longitude), float(self.latitude))

    @property
    def has_point(self) -> bool:
        """Whether it can be shown on a map."""
        return self.longitude is not None and self.latitude is not None

    @property
    def departement_label(self) -> str:
        """The name of the département, or nothing."""
        departement = get_gazetteer().departement(self.departement)
        return departement.label if departement else ""

    @property
    def epci_label(self) -> str:
        """The name of the EPCI, or nothing."""
        epci = get_gazetteer().epci(self.epci)
        return epci.label if epci else ""

    @property
    def former_region(self) -> str:
        """The region before 2016, "Bourgogne" or "Franche-Comté", or nothing."""
        departement = get_gazetteer().departement(self.departement)
        return departement.former_region if departement else ""

    @property
    def place_label(self) -> str:
        """The commune with its département, "Flagey (Doubs)", or nothing."""
        return self.commune.label if self.commune else ""

    @classmethod
    def check(cls, **kwargs: Any) -> list[checks.CheckMessage]:
        """Refuse a model whose Meta lost the index that searches by place rely on."""
        found = super().check(**kwargs)
        indexed = (tuple(index.fields) for index in cls._meta.indexes)
        if not cls._meta.proxy and ("latitude", "longitude") not in indexed:
            found.append(
                checks.Error(
                    "The index on latitude and longitude is missing.",
                    hint="Write `class Meta(PlacedMixin.Meta)`.",
                    obj=cls,
                    id="hub.E201",
                )
            )
        return found

    def derive_place(self) -> None:
        """Fill département, EPCI, point, coordinates and precision from commune and point.

        - No point given: the commune's own point, precision "commune".
        - The point is the commune's own, or was that of the commune before: it follows the
          commune, and goes with it.
        - Any other point stays, precision "adresse".
        - A text that is no point stays as it is, without coordinates.
        - An unknown commune leaves the point alone.

        The control of the editor writes where the point comes from; what contradicts the
        precision is corrected.
        """
        commune = self.commune
        self.departement = commune.departement.code if commune else ""
        self.epci = commune.epci.code if commune else ""
        given = read_point(self.point)
        if self.point and given is None:
            self._place_at(None, "")
        elif given is None or self._follows_commune(given, commune):
            unknown_commune = commune is None and bool(self.commune_code)
            own = commune.point if commune else given if unknown_commune else None
            self.point = str(own) if own else ""
            self._place_at(own, Precision.COMMUNE if own else "")
        else:
            self.point = str(given)
            self._place_at(given, Precision.ADDRESS)

    def _follows_commune(self, given: Point, commune: Commune | None) -> bool:
        was_own = self.precision == Precision.COMMUNE and given == self.location
        return was_own or (commune is not None and given == commune.point)

    def _place_at(self, point: Point | None, precision: str) -> None:
        self.longitude, self.latitude = point.as_decimals() if point else (None, None)
        self.precision = precision
        if precision == Precision.ADDRESS:
            looked_up = self.point_source in {PointSource.ADDRESS, PointSource.STREET}
            self.point_source = self.point_source if looked_up else PointSource.MANUAL
        else:
            self.point_source = precision and PointSource.COMMUNE
