"""The opening sentences of a page."""

from typing import Any

from hub.content.blocks import groups
from hub.content.blocks.plain_text import TextBlock


class LeadBlock(TextBlock):
    """A few sentences that tell the essential."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "max_length": 600,
                "rows": 3,
                "help_text": "L’essentiel en deux ou trois phrases, sans mise en forme.",
                **kwargs,
            }
        )

    class Meta:
        label = "Chapô"
        icon = "title"
        group = groups.TEXT
        description = "L’essentiel en deux ou trois phrases, en tête de page."
        template = "blocks/lead.html"
        preview_value = (
            "À la cuisine centrale, les équipes choisissent leurs horaires ensemble depuis 2021. "
            "L’absentéisme a baissé et les candidatures affluent."
        )
