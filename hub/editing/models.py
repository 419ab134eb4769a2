"""Models of the editor's desk; Django reads this module by its name."""

from hub.editing.sharing.models import PreviewLink

__all__ = ["PreviewLink"]
