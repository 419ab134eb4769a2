"""How an editor sees a fiche: groups of fields, in the order in which one thinks of them."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from hub.content.models import PictureMixin, RelatedPagesMixin
from hub.territory.panels import place_panels
from initiatives.choices import choice_panel
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES, Scheme, Term

Options = list[tuple[Any, str]]


def grouped_terms(
    schemes: Iterable[Scheme] = CHARACTERISATION_SCHEMES,
    value: Callable[[Term], Any] = lambda term: term.pk,
) -> list[tuple[str, Options]]:
    """Return the terms of vocabularies as option groups, children under their parent."""
    groups: list[tuple[str, Options]] = []
    terms = list(Term.objects.of(*schemes))
    for scheme in schemes:
        rows: Options = []
        for term in (one for one in terms if one.scheme == scheme and one.parent_id is None):
            rows.append((value(term), _closed_name(term)))
            children = (one for one in terms if one.parent_id == term.pk)
            rows += [(value(one), f"— {_closed_name(one)}") for one in children]
        groups.append((Scheme(scheme).label, rows))
    return groups


def _closed_name(term: Term) -> str:
    """The name as it stands in the closed list: two vocabularies have an « Organisation »."""
    return f"{term.name} ({term.get_scheme_display()})"


def terms_in_order(scheme: Scheme) -> Options:
    """Return the terms of one vocabulary as options, children under their parent."""
    return grouped_terms([scheme])[0][1]


class GroupedTermSelect(forms.Select):
    """A list of terms grouped by vocabulary, read anew for each form."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """Replace the flat choices of the field by the grouped ones."""
        self.choices = [("", "Choisir un terme…"), *grouped_terms()]
        return super().optgroups(name, value, attrs)


characterisation_panels = [
    FieldPanel("tag", widget=GroupedTermSelect),
    FieldPanel("evidence"),
]

initiative_panels = [
    MultiFieldPanel(
        [
            *Page.content_panels,
            FieldPanel("quoted_title"),
            FieldPanel("summary"),
            FieldPanel("need"),
            FieldRowPanel([FieldPanel("nature"), choice_panel("maturity"), FieldPanel("year")]),
        ],
        heading="Présentation",
    ),
    *PictureMixin.picture_panels,
    FieldPanel("body"),
    MultiFieldPanel(
        [
            InlinePanel(
                "characterisations",
                label="Terme",
                help_text="Au moins un terme « Centrée sur » et un terme « En lien avec » pour "
                "publier ; pour chacun, une phrase qui dit pourquoi.",
            ),
            FieldPanel("tags"),
        ],
        heading="Caractérisation",
    ),
    *place_panels,
    MultiFieldPanel(
        [
            InlinePanel(
                "organisation_links",
                label="Organisation",
                help_text="Le porteur d’abord, puis le partenaire qui a repéré l’initiative.",
            ),
            FieldPanel("activity"),
            FieldRowPanel([choice_panel("sector"), choice_panel("legal_status")]),
            FieldRowPanel(
                [
                    FieldPanel("headcount"),
                    FieldPanel("headcount_year"),
                    choice_panel("headcount_class"),
                ]
            ),
            FieldPanel("logo"),
            FieldPanel("website"),
            FieldPanel("contact"),
        ],
        heading="Structure",
    ),
    MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    MultiFieldPanel(
        [FieldPanel("import_key"), FieldPanel("is_fictitious")],
        heading="Suivi",
        classname="collapsed",
    ),
]
