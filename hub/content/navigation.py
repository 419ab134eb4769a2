"""Menu and footer, resolved in one query."""

from dataclasses import dataclass
from typing import Any, Self

from hub.content.models import SiteIdentity
from hub.content.models.page import visible_pages


@dataclass(frozen=True)
class NavigationLink:
    """A link: its text, its address, and the key of the page where it leads, if it is one."""

    label: str
    url: str
    page_key: int | None = None


@dataclass(frozen=True)
class Chrome:
    """What surrounds every page: links of the menu and of the footer, the contact page."""

    menu: tuple[NavigationLink, ...]
    footer: tuple[NavigationLink, ...]
    contact_url: str

    @classmethod
    def of(cls, identity: SiteIdentity) -> Self:
        """Resolve the links of the site; pages that the public may not see are left out."""
        streams = [identity.menu.raw_data, identity.footer.raw_data]
        chosen = {
            item["value"]["page"]
            for stream in streams
            for item in stream
            if item["type"] == "page" and item["value"].get("page")
        }
        wanted = chosen | {identity.contact_page_id} - {None}
        pages = {page.pk: page for page in visible_pages().filter(pk__in=wanted)}
        menu, footer = (tuple(_links(stream, pages)) for stream in streams)
        contact = pages.get(identity.contact_page_id)
        return cls(menu=menu, footer=footer, contact_url=_url(contact) if contact else "")


def _links(stream: Any, pages: dict[int, Any]) -> list[NavigationLink]:
    links = []
    for item in stream:
        value = item["value"]
        if item["type"] == "address":
            links.append(NavigationLink(value["label"], value["address"]))
        elif item["type"] == "page" and value.get("page") in pages:
            page = pages[value["page"]]
            links.append(NavigationLink(value.get("label") or page.title, _url(page), page.pk))
    return links


def _url(page: Any) -> str:
    return page.url or ""
