"""Who publishes the site, and what every page carries: menu, footer, funders, contact."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from hub.content.blocks.navigation import FunderBlocks, NavigationBlocks, SocialAccountBlocks
from hub.content.fields import StreamField


@register_setting(icon="home", order=100)
class SiteIdentity(BaseSiteSetting):
    """Identity of the programme; nothing of it needs a developer."""

    name = models.CharField(
        "nom du programme",
        max_length=80,
        default="Rally’nov",
        help_text="Tel qu’il est écrit en haut de chaque page.",
    )
    tagline = models.CharField(
        "en une phrase",
        max_length=200,
        default="Repérer, raconter et diffuser les innovations sociales de "
        "Bourgogne-Franche-Comté.",
        help_text="Quelques mots sous le nom du programme.",
    )
    logo = models.ForeignKey(
        "content.HubImage",
        verbose_name="logo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=(
            "En haut de chaque page et sur les cartes de partage, si possible sur fond transparent."
        ),
    )
    icon = models.ForeignKey(
        "content.HubImage",
        verbose_name="icône",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Dans l’onglet du navigateur. Image carrée de 192 pixels au moins. "
        "Sans image, une épingle aux couleurs du programme.",
    )
    publisher = models.CharField(
        "éditeur du site",
        max_length=160,
        default="Aract Bourgogne-Franche-Comté",
        help_text="Qui édite le site : l’organisme, pas une personne.",
    )
    contact_email = models.EmailField(
        "adresse électronique du programme",
        blank=True,
        help_text="Montrée sur la page de contact et dans le pied de page.",
    )
    contact_phone = models.CharField(
        "téléphone", max_length=30, blank=True, help_text="Par exemple : 03 80 00 00 00."
    )
    contact_address = models.TextField(
        "adresse postale", blank=True, help_text="Sur plusieurs lignes, comme sur une enveloppe."
    )
    menu = StreamField(
        NavigationBlocks(),
        blank=True,
        verbose_name="menu principal",
        help_text="Les entrées du haut de page, dans l’ordre. Six au plus se lisent bien.",
    )
    footer = StreamField(
        NavigationBlocks(),
        blank=True,
        verbose_name="liens du pied de page",
        help_text="Les liens du bas de page, dans l’ordre.",
    )
    social_accounts = StreamField(
        SocialAccountBlocks(),
        blank=True,
        verbose_name="réseaux sociaux",
        help_text="Les comptes du programme ; rien n’est chargé de ces réseaux.",
    )
    contact_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page de contact",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="« Être mis en relation » y conduit.",
    )
    funders = StreamField(
        FunderBlocks(),
        blank=True,
        verbose_name="financeurs",
        help_text="Leurs noms et leurs logos, dans l’ordre.",
    )
    european_funding = models.BooleanField(
        "cofinancé par l’Union européenne",
        default=False,
        help_text="Affiche l’emblème européen et la mention obligatoire sur chaque page.",
    )
    funding_statement = models.CharField(
        "mention de financement",
        max_length=300,
        blank=True,
        help_text="Par exemple : « Rally’nov est financé par l’État, la Région et le FSE. »",
    )

    edit_handler: ClassVar = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("tagline"),
                    FieldRowPanel([FieldPanel("logo"), FieldPanel("icon")]),
                    FieldPanel("publisher"),
                ],
                heading="Identité",
            ),
            ObjectList(
                [
                    FieldPanel("contact_email"),
                    FieldPanel("contact_phone"),
                    FieldPanel("contact_address"),
                    FieldPanel("contact_page"),
                    FieldPanel("social_accounts"),
                ],
                heading="Contact",
            ),
            ObjectList([FieldPanel("menu"), FieldPanel("footer")], heading="Navigation"),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("european_funding"), FieldPanel("funding_statement")],
                        heading="Mentions",
                    ),
                    FieldPanel("funders"),
                ],
                heading="Financeurs",
            ),
        ]
    )

    class Meta:
        verbose_name = "identité du site"

    def __str__(self) -> str:
        return self.name
