"""Links of the menu and of the footer, social accounts and funders: what every page carries."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from hub.content.blocks.stream import StreamBlock


class MenuPageBlock(blocks.StructBlock):
    """A page of the site, under its own title or a shorter label."""

    page = blocks.PageChooserBlock(label="Page")
    label = blocks.CharBlock(label="Libellé", required=False, max_length=40)

    class Meta:
        label = "Page"
        icon = "doc-empty"


class MenuAddressBlock(blocks.StructBlock):
    """An address: a path of this site that is not a page, or another site."""

    label = blocks.CharBlock(label="Libellé", max_length=40)
    address = blocks.RegexBlock(
        r"^(/(?!/)|https?://)\S*$",
        label="Adresse",
        error_messages={"invalid": "Indiquez un chemin du site (/plan-du-site/) ou une adresse."},
    )

    class Meta:
        label = "Adresse"
        icon = "link"


class NavigationBlocks(StreamBlock):
    """An ordered list of links."""

    page = MenuPageBlock()
    address = MenuAddressBlock()

    class Meta:
        label = "Liens"


class SocialAccountBlock(blocks.StructBlock):
    """An account on a social network: a plain link, no widget."""

    network = blocks.CharBlock(label="Réseau", max_length=40)
    address = blocks.URLBlock(label="Adresse du compte")

    class Meta:
        label = "Compte"
        icon = "group"


class SocialAccountBlocks(StreamBlock):
    """The accounts of the programme."""

    account = SocialAccountBlock()

    class Meta:
        label = "Réseaux sociaux"


class FunderBlock(blocks.StructBlock):
    """A funder with its logo, or its name where there is no logo."""

    name = blocks.CharBlock(label="Nom", max_length=120)
    logo = ImageChooserBlock(label="Logo", required=False)
    address = blocks.URLBlock(label="Site", required=False)

    class Meta:
        label = "Financeur"
        icon = "image"


class FunderBlocks(StreamBlock):
    """The funders, in the order of the grant agreement."""

    funder = FunderBlock()

    class Meta:
        label = "Financeurs"
