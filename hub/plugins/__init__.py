"""The door through which a package adds to the hub without touching it: docs/plugins.md.

Public: what is named here, and `hub.plugins.config.HubPluginConfig`.
"""

from hub.plugins.declarations import (
    ANYWHERE,
    BlockSpec,
    Choice,
    Composition,
    DashboardPanel,
    Described,
    DocumentSpec,
    Facet,
    FacetWidget,
    HeadLink,
    ListSection,
    PageSection,
    Place,
    Recall,
    Representation,
    Selection,
    ShownList,
    WorkList,
)
from hub.plugins.hookspecs import API_VERSION, hookimpl

__all__ = [
    "ANYWHERE",
    "API_VERSION",
    "BlockSpec",
    "Choice",
    "Composition",
    "DashboardPanel",
    "Described",
    "DocumentSpec",
    "Facet",
    "FacetWidget",
    "HeadLink",
    "ListSection",
    "PageSection",
    "Place",
    "Recall",
    "Representation",
    "Selection",
    "ShownList",
    "WorkList",
    "hookimpl",
]
