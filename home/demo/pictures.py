"""Images drawn for the demo: landscapes of the region, small, in three formats, without a face."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.core.files.images import ImageFile

from home.demo.batch import Advance, known, once
from hub.content.covers.landscape import palette_of
from hub.content.covers.palettes import PALETTES
from hub.content.covers_raster import RasterFormat, draw_raster
from hub.content.models import HubImage

INITIATIVES = Path(__file__).parent / "initiatives.csv"
CREDIT = "Illustration Rally’nov"
FORMATS: tuple[tuple[RasterFormat, str], ...] = (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"))
SIZES = ((880, 495), (800, 600), (960, 504), (720, 720))
# One fiche in three has an image; the others show the landscape that the site draws for them.
ONE_FICHE_IN = 3
SUBJECTS = ("programme", "rencontre", "ateliers", "semaine-de-4-jours", "carnet", "bilan")
SCENES = (
    "une vallée verte au soleil",
    "des terres labourées à la fin de l’été",
    "des sapins et des hauteurs bleues au matin",
    "un vignoble le soir, à l’heure des vendanges",
)


@dataclass(frozen=True)
class Drawing:
    """An image to draw: its key, which is also its seed, and the form of its file."""

    key: str
    size: tuple[int, int]
    format: RasterFormat
    extension: str

    @property
    def description(self) -> str:
        """What the picture shows."""
        scene = SCENES[PALETTES.index(palette_of(self.key))]
        return f"Paysage dessiné : {scene}, une route en pointillés et une épingle de carte."


def load_pictures(advance: Advance) -> None:
    """Draw the images that were never made."""
    drawings = list(all_drawings())
    for rank, drawing in enumerate(drawings, start=1):
        once(f"image/{drawing.key}", partial(_draw, drawing, rank))
        advance(rank, len(drawings))


def picture_of(subject: str) -> HubImage | None:
    """Return the image of a subject or of the fiche with this key, None if there is none."""
    found: HubImage | None = known(f"image/image-{subject}")
    return found


def all_drawings() -> Iterator[Drawing]:
    """Every image of the demo, those of the fiches first."""
    with INITIATIVES.open(encoding="utf-8", newline="") as file:
        keys = [row["cle"] for row in csv.DictReader(file)][::ONE_FICHE_IN]
    for rank, subject in enumerate([*keys, *SUBJECTS]):
        kind, extension = FORMATS[rank % len(FORMATS)]
        yield Drawing(f"image-{subject}"[:64], SIZES[rank % len(SIZES)], kind, extension)


def _draw(drawing: Drawing, rank: int) -> HubImage:
    content = draw_raster(drawing.key, drawing.size, drawing.format)
    image = HubImage(
        title=f"Paysage de carnet n° {rank}",
        description=drawing.description,
        credit=CREDIT,
        file=ImageFile(io.BytesIO(content), f"{drawing.key}.{drawing.extension}"),
    )
    image.save()
    # Wagtail completes both at the first reading: an image that was only looked at has not changed.
    image.get_file_size()
    image.get_file_hash()
    return image
