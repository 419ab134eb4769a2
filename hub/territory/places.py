"""What the gazetteer holds: communes, EPCI and départements."""

from dataclasses import dataclass

from .point import Point


def _typographic(name: str) -> str:
    """Return a name, stored with the apostrophe of its source, as it is printed in French."""
    return name.replace("'", "’")


@dataclass(frozen=True, slots=True)
class Departement:
    """A département: its code, its name, and the region it belonged to before 2016."""

    code: str
    name: str
    former_region: str

    @property
    def label(self) -> str:
        """The name as printed."""
        return _typographic(self.name)


@dataclass(frozen=True, slots=True)
class Epci:
    """A group of communes with its own taxation; `code` is its SIREN.

    It may have members in several départements, and outside the region.
    """

    code: str
    name: str

    @property
    def label(self) -> str:
        """The name as printed."""
        return _typographic(self.name)


@dataclass(frozen=True, slots=True)
class Commune:
    """A current commune; `code` is its INSEE code, `aliases` are names of communes it absorbed."""

    code: str
    name: str
    postcodes: tuple[str, ...]
    departement: Departement
    epci: Epci
    population: int
    point: Point
    aliases: tuple[str, ...]

    @property
    def short_label(self) -> str:
        """The name as printed, where its département is said beside it."""
        return _typographic(self.name)

    @property
    def label(self) -> str:
        """The name and its département, since homonyms exist: "Flagey (Doubs)"."""
        return f"{self.short_label} ({self.departement.label})"

    @property
    def detail(self) -> str:
        """What tells it from its neighbours: "39400, anciennement Morez"."""
        postcodes = " ou ".join(self.postcodes)
        if not self.aliases:
            return postcodes
        return f"{postcodes}, anciennement {', '.join(map(_typographic, self.aliases))}"
