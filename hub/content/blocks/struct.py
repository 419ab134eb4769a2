"""The base of our blocks made of several fields."""

from typing import Any

from wagtail import blocks

FIRST_HEADING_LEVEL = 2


class StructBlock(blocks.StructBlock):
    """A StructBlock whose templates know the level of their heading and whether they are a preview.

    `heading_level` is 2 (the page title is the one h1) and one more inside a section.
    """

    def normalize(self, value: Any) -> blocks.StructValue:
        """Return a complete value, with the defaults of the fields that were not given."""
        if isinstance(value, self.meta.value_class):
            return value
        given = value or {}
        return super().normalize(
            {
                name: given[name] if name in given else block.get_default()
                for name, block in self.child_blocks.items()
            }
        )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Return the variables of the template."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context.setdefault("heading_level", FIRST_HEADING_LEVEL)
        context.setdefault("is_block_preview", False)
        return context

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Say to the template that there may be no content yet to show."""
        return {**super().get_preview_context(value, parent_context), "is_block_preview": True}
