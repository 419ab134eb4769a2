"""Models that every page shares."""

from hub.content.models.accessibility import AccessibilityStatement
from hub.content.models.change import PageChange
from hub.content.models.document import DocumentAccessibility, HubDocument
from hub.content.models.identity import SiteIdentity
from hub.content.models.image import HubImage, HubRendition
from hub.content.models.page import BasePage, BasePageForm, PageManager, PictureMixin
from hub.content.models.related import RelatedPagesMixin
from hub.content.models.seed import SeedRecord
from hub.content.models.theme import SiteTheme

__all__ = [
    "AccessibilityStatement",
    "BasePage",
    "BasePageForm",
    "DocumentAccessibility",
    "HubDocument",
    "HubImage",
    "HubRendition",
    "PageChange",
    "PageManager",
    "PictureMixin",
    "RelatedPagesMixin",
    "SeedRecord",
    "SiteIdentity",
    "SiteTheme",
]
