"""Models of the editor's desk; Django reads this module by its name."""

from hub.editing.gone import GoneAddress
from hub.editing.headless.models import PreviewedDraft
from hub.editing.publishing_run import PublishingRun
from hub.editing.sharing.models import PreviewLink
from hub.editing.trash.models import TrashedPage

__all__ = ["GoneAddress", "PreviewLink", "PreviewedDraft", "PublishingRun", "TrashedPage"]
