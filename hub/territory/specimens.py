"""What the style guide shows of the maps."""

from collections.abc import Mapping

from hub.content.styleguide.specimen import Context, Specimen

from .gazetteer import get_gazetteer
from .region_map import Pin, region_map

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


SPECIMENS = (Specimen("region_map", _region_map),)
STREAMS = ()
