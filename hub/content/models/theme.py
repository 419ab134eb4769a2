"""The look of a programme, chosen in the admin."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from hub.content.text import NBSP
from hub.content.theming.advice import refusals
from hub.content.theming.fonts import FONT_FOLDER, FontChoice, FontStorage, validate_font
from hub.content.theming.palette import Choice, derive
from hub.content.theming.panels import PalettePanel
from hub.content.theming.radius import Radius
from hub.content.theming.tokens import LIGHT, is_hex, validate_colour
from hub.content.theming.widgets import ColourInput

COLOUR_FIELDS = {
    "main": "main_colour",
    "second": "second_colour",
    "highlight": "highlight_colour",
    "ground": "ground_colour",
}
INTRODUCTION = (
    "<p>Laissez un champ vide pour garder l’apparence d’origine. Les couleurs du thème sombre sont "
    "déduites des vôtres, et tout contraste insuffisant est refusé.</p>"
)


def _colour(label: str, help_text: str) -> models.CharField:
    return models.CharField(
        label, max_length=7, blank=True, help_text=help_text, validators=[validate_colour]
    )


def _font_file(label: str) -> models.FileField:
    return models.FileField(
        label,
        upload_to=FONT_FOLDER,
        storage=FontStorage,
        blank=True,
        validators=[validate_font],
        help_text=f"WOFF2, 100{NBSP}ko au plus. Sert quand «{NBSP}{FontChoice.OWN.label}{NBSP}» "
        "est choisi.",
    )


@register_setting(icon="view", order=105)
class SiteTheme(BaseSiteSetting):
    """Colours, fonts and corners; an empty row is the look the hub comes with."""

    main_colour = _colour("couleur principale", "Liens, dates et bouton principal.")
    second_colour = _colour("couleur secondaire", "Noms de lieux, pied de page, récits.")
    highlight_colour = _colour(
        "couleur de surlignage", "Pastilles et surlignage, sous un texte foncé."
    )
    ground_colour = _colour(
        "couleur de fond", f"Fond clair des pages{NBSP}; cartes et bandeaux suivent."
    )
    title_font = models.CharField(
        "police des titres",
        max_length=12,
        choices=FontChoice,
        default=FontChoice.BRICOLAGE,
        help_text="Celle des titres.",
    )
    title_font_file = _font_file("fichier de la police des titres")
    text_font = models.CharField(
        "police du texte",
        max_length=12,
        choices=FontChoice,
        default=FontChoice.SOURCE_SANS,
        help_text="Celle des textes.",
    )
    text_font_file = _font_file("fichier de la police du texte")
    radius = models.CharField(
        "coins des cartes",
        max_length=8,
        choices=Radius,
        default=Radius.ROUND,
        help_text="Des angles droits aux plus arrondis.",
    )
    palette = models.JSONField("couleurs déduites", default=dict, editable=False)

    panels: ClassVar = [
        HelpPanel(INTRODUCTION),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("main_colour", widget=ColourInput(LIGHT["accent"])),
                        FieldPanel("second_colour", widget=ColourInput(LIGHT["place"])),
                    ]
                ),
                FieldRowPanel(
                    [
                        FieldPanel("highlight_colour", widget=ColourInput(LIGHT["highlight"])),
                        FieldPanel("ground_colour", widget=ColourInput(LIGHT["paper"])),
                    ]
                ),
            ],
            heading="Couleurs",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("title_font"), FieldPanel("title_font_file")]),
                FieldRowPanel([FieldPanel("text_font"), FieldPanel("text_font_file")]),
            ],
            heading="Polices",
        ),
        FieldPanel("radius"),
        PalettePanel(heading="Couleurs enregistrées et contrastes mesurés"),
    ]

    class Meta:
        verbose_name = "apparence"

    def __str__(self) -> str:
        return "Apparence"

    @classmethod
    def for_visitor(cls, request: HttpRequest) -> "SiteTheme | None":
        """Return the theme of the site asked for, read once per request; None where none is set."""
        from hub.content.surroundings import surroundings  # reads the models

        return surroundings(request).theme

    @property
    def choice(self) -> Choice:
        """The colours chosen. Raises ValueError when one is not a colour."""
        return Choice(**{name: getattr(self, field) for name, field in COLOUR_FIELDS.items()})

    def clean(self) -> None:
        """Refuse colours that cannot be read together, and a font without its file."""
        super().clean()
        errors: dict[str, str] = {}
        colours = [getattr(self, field) for field in COLOUR_FIELDS.values()]
        if all(not colour or is_hex(colour) for colour in colours):
            errors |= {COLOUR_FIELDS[no.choice]: no.sentence for no in refusals(self.choice)}
        for field in ("title_font", "text_font"):
            if getattr(self, field) == FontChoice.OWN and not getattr(self, f"{field}_file"):
                errors[f"{field}_file"] = "Déposez le fichier de la police, ou choisissez-en une."
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the colours deduced with those chosen, so that no page computes them.

        Raises ValueError when a colour is not one.
        """
        self.palette = derive(self.choice)
        super().save(*args, **kwargs)
