"""Texts without formatting. An absent one is empty, never None: it is printed as it is."""

from wagtail import blocks


class CharBlock(blocks.CharBlock):
    """A line of text."""

    class Meta:
        default = ""


class TextBlock(blocks.TextBlock):
    """Some lines of text."""

    class Meta:
        default = ""


class EmailBlock(blocks.EmailBlock):
    """An e-mail address."""

    class Meta:
        default = ""
