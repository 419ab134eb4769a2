"""What the style guide shows of the maps."""

from collections.abc import Mapping

from hub.content.styleguide.specimen import Context, Specimen

from .area_map import area_map
from .gazetteer import get_gazetteer
from .place_map import PlaceMap, place_map
from .region_map import Pin, region_map
from .route_map import Stop, route_map

COUNTS = {"21": 84, "25": 131, "39": 42, "58": 0, "70": 17, "71": 63, "89": 9, "90": 1}


def _address(code: str) -> str:
    return f"/initiatives/?departement={code}"


def _pins(*codes: str) -> list[Pin]:
    communes = filter(None, map(get_gazetteer().commune, codes))
    return [Pin(commune.point, commune.label, commune.code != codes[0]) for commune in communes]


def _region_map() -> Mapping[str, Context]:
    return {
        "Courante": {"map": region_map(COUNTS, _address)},
        "Un département choisi, des points": {
            "map": region_map(
                COUNTS, _address, chosen=["39"], pins=_pins("39198", "25056", "90010")
            )
        },
        "Partout le même nombre": {
            "map": region_map(dict.fromkeys(COUNTS, 1), _address, noun=("événement", "événements"))
        },
        "Rien encore": {"map": region_map({}, _address)},
        "De grands nombres": {
            "map": region_map({code: 1000 * n for code, n in COUNTS.items()}, _address)
        },
    }


def _place_map() -> Mapping[str, Context]:
    return {
        "À l’adresse": {"map": _place("39198")},
        "À la commune": {"map": _place("90010", is_approximate=True)},
    }


def _route_map() -> Mapping[str, Context]:
    tour = [
        "58194",
        "89024",
        "21231",
        "71076",
        "39198",
        "39097",
        "25056",
        "25056",
        "70550",
        "90010",
    ]
    return {
        "Dix étapes, deux au même lieu": {"map": route_map(_stops(*tour, address="/evenements/"))},
        "Une étape sans page": {"map": route_map(_stops("21231"))},
        "Aucune étape": {"map": route_map([])},
    }


def _area_map() -> Mapping[str, Context]:
    many = [pin for pin in _pins("25056", "25241", "25388", "25097", "25462") for _ in range(2)]
    return {
        "Département, des points": {"map": area_map("25", "Doubs", many)},
        "Le plus petit": {"map": area_map("90", "Territoire de Belfort")},
        "Intercommunalité": {"map": area_map("200068070", "CC Loue Lison", _pins("25241"))},
    }


def _place(code: str, *, is_approximate: bool = False) -> PlaceMap | None:
    (pin,) = _pins(code)
    return place_map(pin.point, pin.label, is_approximate=is_approximate)


def _stops(*codes: str, address: str = "") -> list[Stop]:
    pins = enumerate(_pins(*codes), 1)
    return [Stop(pin.point, pin.label, number, address) for number, pin in pins]


SPECIMENS = (
    Specimen("region_map", _region_map),
    Specimen("place_map", _place_map),
    Specimen("route_map", _route_map),
    Specimen("area_map", _area_map),
)
STREAMS = ()
