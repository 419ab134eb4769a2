"""Objects that are in no table: what the specimens are made of."""

from typing import Any, TypeVar

from django.core.files.storage import Storage
from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.text import slugify
from wagtail.models import Page

from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.covers import cover_address
from hub.content.models import HubImage
from hub.content.models.image import HubRendition

PageT = TypeVar("PageT", bound=Page)
ModelT = TypeVar("ModelT", bound=Model)

# No row has this key, and an object that has one is not looked at as new.
NO_ROW = -1
LOGO_SIZES = ("max-320x80|format-webp", "max-240x160|format-webp", "max-240x120|format-webp")
LONG_TITLE = (
    "Expérimentation collective d’une nouvelle organisation du travail dans les établissements "
    "médico-sociaux du Haut-Doubs forestier et de leurs partenaires associatifs"
)
LONG_SUMMARY = (
    "Pendant dix-huit mois, cent vingt professionnels de sept établissements ont redessiné "
    "ensemble leurs plannings, leurs remplacements et leurs temps de transmission, avec l’appui "
    "d’une ergonome et d’un comité paritaire. L’absentéisme a reculé d’un tiers, deux postes "
    "vacants depuis trois ans ont été pourvus, et la méthode est maintenant reprise par onze "
    "autres structures de la région."
)
SHORT_SUMMARY = "Une équipe décide ensemble de ses horaires."


class DrawnStorage(Storage):
    """The landscapes that the site draws, as if they were files: a name is an address."""

    def url(self, name: str | None) -> str:
        """Return the address."""
        return name or ""


def page(model: type[PageT], title: str, **fields: Any) -> PageT:
    """Return a page that stands nowhere in the tree; its link leads back to the guide."""
    keys = {"id": NO_ROW} if model is Page else {"id": NO_ROW, "page_ptr_id": NO_ROW}
    made = model(**keys, title=title, slug=slugify(title), live=True, **fields)
    # Wagtail calls it for every link to the page.
    vars(made)["get_url_parts"] = _parts_of_the_guide
    if hasattr(made, "derive_place"):
        made.derive_place()
    return made


def _parts_of_the_guide(request: HttpRequest | None = None) -> tuple[int, str, str]:
    return 0, "", reverse("styleguide:index")


def related(made: ModelT, **lists: list[Any]) -> ModelT:
    """Give an object what else would be read from other tables; return it."""
    vars(made).setdefault("_prefetched_objects_cache", {}).update(lists)
    return made


def picture(seed: str = "atelier", *, credit: str = "", size: tuple[int, int] = (800, 500)) -> Any:
    """Return an image whose every size is the landscape of a seed."""
    width, height = size
    image = HubImage(
        id=NO_ROW,
        collection_id=NO_ROW,
        title="Un atelier",
        description="",
        width=width,
        height=height,
        credit=credit,
    )
    image.prefetched_renditions = [
        _rendition(image, spec, seed) for spec in (*PICTURE_SIZES, *LOGO_SIZES)
    ]
    return image


def asked(path: str, query: str = "") -> HttpRequest:
    """Return what a visitor asks for at an address."""
    request = HttpRequest()
    request.path, request.GET = path, QueryDict(query)
    return request


def _rendition(image: HubImage, spec: str, seed: str) -> HubRendition:
    made = HubRendition(image=image, filter_spec=spec, focal_point_key="")
    made.file.name, made.file.storage = cover_address(seed), DrawnStorage()
    small = "width-400" in spec or "max-" in spec
    made.width, made.height = (
        (image.width // 2, image.height // 2)
        if small
        else (
            image.width,
            image.height,
        )
    )
    return made
