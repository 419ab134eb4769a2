"""The menu « Contenus »: one list for each type of page, as an editor thinks of them."""

from wagtail.admin.viewsets.base import ViewSetGroup

from initiatives.listings.events import EventListingViewSet
from initiatives.listings.fiches import FicheListingViewSet
from initiatives.listings.publications import PublicationListingViewSet
from initiatives.listings.reports import ReportListingViewSet
from initiatives.listings.stories import StoryListingViewSet
from initiatives.listings.videos import VideoListingViewSet


class ContentViewSetGroup(ViewSetGroup):
    """The lists, right after the tree of pages."""

    items = (
        FicheListingViewSet,
        StoryListingViewSet,
        EventListingViewSet,
        ReportListingViewSet,
        VideoListingViewSet,
        PublicationListingViewSet,
    )
    menu_label = "Contenus"
    menu_icon = "table"
    menu_order = 110
