"""Models of the editor's desk; Django reads this module by its name."""

from hub.editing.publishing_run import PublishingRun
from hub.editing.sharing.models import PreviewLink
from hub.editing.trash.models import TrashedPage

__all__ = ["PreviewLink", "PublishingRun", "TrashedPage"]
