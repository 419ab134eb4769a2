"""The picture of a page as HTML, from the sizes that were read with the page; else a landscape."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.shortcuts import get_renditions_or_not_found

from hub.content.covers import cover_address

# Best first: a browser takes the first source that it can show.
BETTER_FORMATS = (("avif", "image/avif"), ("webp", "image/webp"))
FALLBACK, FALLBACK_TYPE = "jpeg", "image/jpeg"
WIDTHS = (400, 800)
# The picture at the head of a page may fill a large screen.
WIDE = (*WIDTHS, 1200)


def picture_html(
    picture: AbstractImage | None, seed: str, alt: str = "", sizes: str = "", *, eager: bool = False
) -> SafeString:
    """Return the `<picture>` of an image, or the decorative landscape drawn from `seed`.

    `sizes` is the attribute of that name: how wide the picture is shown. `eager` is for what
    stands above the fold. A size that was not read before costs a query, or is made.
    """
    if picture is None:
        return _landscape(seed, eager=eager)
    # Kept with the image, which a remembered page keeps.
    known: dict[tuple[str, str, bool], SafeString] = picture.__dict__.setdefault("_html", {})
    key = (alt, sizes, eager)
    if key not in known:
        known[key] = _photograph(picture, alt, sizes, eager=eager)
    return known[key]


def _photograph(picture: AbstractImage, alt: str, sizes: str, *, eager: bool) -> SafeString:
    widths = _widths(picture, WIDE if eager else WIDTHS)
    found = _renditions(picture, widths)
    shown = f' sizes="{conditional_escape(sizes)}"' if len(widths) > 1 and sizes else ""
    sources = "".join(
        f'<source srcset="{_srcset(found, name, widths)}"{shown} type="{kind}">'
        for name, kind in BETTER_FORMATS
    )
    smallest = found[f"format-{FALLBACK}|width-{widths[0]}"]
    image = (
        f'<img src="{conditional_escape(smallest.url)}" srcset="{_srcset(found, FALLBACK, widths)}"'
        f'{shown} alt="{conditional_escape(alt)}" width="{smallest.width}" '
        f'height="{smallest.height}"{_priority(eager=eager)}>'
    )
    # Every value is escaped above: `format_html` for each part doubles the cost of a list.
    return mark_safe(f"<picture>{sources}{image}</picture>")  # noqa: S308


def offered_renditions(picture: AbstractImage) -> list[tuple[str, AbstractRendition]]:
    """Return all the sizes of an image with their media types: best formats first, then widths."""
    widths = _widths(picture, WIDE)
    found = _renditions(picture, widths)
    kinds = (*BETTER_FORMATS, (FALLBACK, FALLBACK_TYPE))
    return [
        (kind, found[f"format-{name}|width-{width}"]) for name, kind in kinds for width in widths
    ]


def _widths(picture: AbstractImage, offered: tuple[int, ...]) -> tuple[int, ...]:
    """Return the widths to offer: no picture is enlarged, nor offered twice at its own width."""
    narrower = tuple(width for width in offered if width < picture.width)
    return offered[: len(narrower) + 1]


def _landscape(seed: str, *, eager: bool) -> SafeString:
    loading = "" if eager else ' loading="lazy"'
    address = conditional_escape(cover_address(seed))
    return mark_safe(f'<img src="{address}" alt="" width="640" height="400"{loading}>')  # noqa: S308


def _priority(*, eager: bool) -> str:
    return ' fetchpriority="high"' if eager else ' loading="lazy"'


def _srcset(found: dict[str, AbstractRendition], name: str, widths: tuple[int, ...]) -> str:
    renditions = [found[f"format-{name}|width-{width}"] for width in widths]
    if len(renditions) == 1:
        return conditional_escape(renditions[0].url)
    return conditional_escape(", ".join(f"{one.url} {one.width}w" for one in renditions))


def _renditions(picture: AbstractImage, widths: tuple[int, ...]) -> dict[str, AbstractRendition]:
    """Return the renditions by their specs; formats and widths depend on no focal point."""
    names = (*(name for name, _ in BETTER_FORMATS), FALLBACK)
    specs = [f"format-{name}|width-{width}" for name in names for width in widths]
    read = getattr(picture, "prefetched_renditions", None)
    known = picture.renditions.all() if read is None else read
    found = {one.filter_spec: one for one in known if not one.focal_point_key}
    if all(spec in found for spec in specs):
        return found
    return found | get_renditions_or_not_found(picture, specs)
