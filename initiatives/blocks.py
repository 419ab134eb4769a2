"""What each page of the domain may hold, and the blocks that know the domain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import prefetch_related_objects
from wagtail.snippets.blocks import SnippetChooserBlock

from hub.content.api.json_schema import TEXT, Schema, an_object, nullable, reference
from hub.content.blocks import groups
from hub.content.blocks.accordion import AccordionBlock
from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.call_to_action import CallToActionBlock
from hub.content.blocks.document import DocumentBlock
from hub.content.blocks.gallery import GalleryBlock
from hub.content.blocks.image import FigureBlock
from hub.content.blocks.image_chooser import prefetch_sizes
from hub.content.blocks.key_figure import KeyFigureBlock
from hub.content.blocks.key_figures import KeyFiguresBlock
from hub.content.blocks.lead import LeadBlock
from hub.content.blocks.productions import ProductionsBlock
from hub.content.blocks.programme import ProgrammeBlock
from hub.content.blocks.quote import QuoteBlock
from hub.content.blocks.rich_text import SECTION_PROSE, RichTextBlock
from hub.content.blocks.selection import SelectionBlock
from hub.content.blocks.stream import StreamBlock
from hub.content.blocks.struct import FIRST_HEADING_LEVEL
from hub.content.blocks.table import TableBlock
from hub.content.blocks.text import ProseBlock
from hub.plugins import Composition
from hub.territory.blocks import PointBlock
from initiatives.organisation_json import ORGANISATION, read_organisations
from search.blocks import SavedSearchBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext

__all__ = [
    "ContactBlock",
    "FicheBlocks",
    "GuidedSectionBlock",
    "OrganisationChooserBlock",
    "PublicationBlocks",
    "ReportBlocks",
    "StoryBlocks",
]

# The size that `templates/blocks/partners.html` asks for.
LOGO_SIZE = "max-240x120|format-webp"


class GuidedSectionBlock(RichTextBlock):
    """One of the questions that a fiche answers. The site writes its heading: texts begin at 3."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"features": list(SECTION_PROSE), "help_text": self._meta_class.guidance, **kwargs}
        )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the heading and the anchor of the section."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "title": self.label, "anchor": self.meta.anchor}

    def api_value(self, html: str, ctx: ApiContext) -> dict[str, str]:
        """Return the heading that the site writes, and the text."""
        return {"title": str(self.label), "text": html}

    def api_schema(self, html: Schema) -> Schema:
        """Return that of a heading and a text."""
        return an_object(title=TEXT, text=html)

    class Meta:
        group = groups.GUIDED
        template = "blocks/guided_section.html"
        api_template = "api/blocks/guided_section.html"
        guidance = ""
        anchor = ""


class NeedBlock(GuidedSectionBlock):
    """What was lacking, and for whom."""

    class Meta:
        label = "Besoin"
        icon = "help"
        anchor = "besoin"
        guidance = (
            "Quel besoin social n’était pas, ou mal, satisfait ? Pour qui ? Qui l’a constaté ?"
        )
        description = guidance
        preview_value = (
            "<p>Les horaires coupés rendaient les postes impossibles à pourvoir, et la garde des "
            "enfants introuvable.</p>"
        )


class ApproachBlock(GuidedSectionBlock):
    """What was done, and how."""

    class Meta:
        label = "Démarche"
        icon = "list-ol"
        anchor = "demarche"
        guidance = (
            "Qu’avez-vous fait, avec qui, dans quel ordre ? Comment les personnes concernées "
            "ont-elles pris part aux décisions ?"
        )
        description = guidance
        preview_value = (
            "<p>L’équipe s’est réunie trois fois.</p>"
            "<ol><li>Compter les heures.</li><li>Proposer.</li><li>Essayer.</li></ol>"
        )


class ResultsBlock(GuidedSectionBlock):
    """What changed."""

    class Meta:
        label = "Résultats"
        icon = "success"
        anchor = "resultats"
        guidance = (
            "Qu’est-ce qui a changé, pour qui ? Donnez des faits et des chiffres datés, et ce qui "
            "n’a pas marché."
        )
        description = guidance
        preview_value = (
            "<p>Deux postes vacants ont été pourvus en un mois ; l’absentéisme a baissé.</p>"
        )


class ConditionsBlock(GuidedSectionBlock):
    """What makes it work elsewhere."""

    class Meta:
        label = "Conditions de réussite"
        icon = "key"
        anchor = "conditions-de-reussite"
        guidance = (
            "Que faut-il pour que cela marche ailleurs ? Quels appuis, quels pièges, quelles "
            "erreurs à ne pas refaire ?"
        )
        description = guidance
        preview_value = "<p>Un essai limité dans le temps, que chacun peut arrêter.</p>"


class CostBlock(GuidedSectionBlock):
    """What it takes."""

    class Meta:
        label = "Coût et durée"
        icon = "time"
        anchor = "cout-et-duree"
        guidance = (
            "Combien de temps, d’argent, de personnes ? Qui finance ? Le modèle tient-il dans la "
            "durée ?"
        )
        description = guidance
        preview_value = "<p>Six mois, dix jours d’accompagnement financés par la Région.</p>"


class ContactBlock(SnippetChooserBlock):
    """Whom to call. Stores a reference only: the person's data stay in their own table.

    A person whose consent is missing or has run out is shown nowhere; the programme answers.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "initiatives.ContactPerson",
            **{
                "required": False,
                "help_text": "Sans personne, ou quand son accord a expiré, la page propose "
                "« Être mis en relation » par le programme.",
                **kwargs,
            },
        )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the person, if the public may see them, else leave the programme's address."""
        context = super().get_context(value, parent_context=parent_context)
        context.setdefault("identity", None)
        context.setdefault("chrome", None)
        context.setdefault("heading_level", FIRST_HEADING_LEVEL)
        return {**context, "person": value if value and value.is_shown else None}

    def api_value(self, person: None, ctx: ApiContext) -> dict[str, Any]:
        """Return how to reach the programme: a block never gives a person.

        Whoever agreed to be named stands in the `contact` of the fiche.
        """
        from hub.content.surroundings import surroundings  # it reads the models, which hold blocks

        identity = surroundings(ctx.request).identity
        page = ctx.refs([identity.contact_page_id]).get(identity.contact_page_id or 0)
        return {"contact": "programme", "page": page, "email": identity.contact_email}

    def api_schema(self, person: Schema) -> Schema:
        """Return that of the only answer."""
        page = nullable(reference("PageRef"))
        return an_object(contact={"const": "programme"}, page=page, email=TEXT)

    class Meta:
        label = "Contact"
        icon = "user"
        group = groups.LINKS
        description = "La personne à contacter, ou à défaut le programme."
        template = "blocks/contact.html"
        # A preview never shows a person: it would be one more place to erase.
        preview_value = None


class OrganisationChooserBlock(SnippetChooserBlock):
    """An organisation chooser that reads organisations and their logos in a constant number."""

    api_reader = staticmethod(read_organisations)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("initiatives.Organisation", **kwargs)

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        """Take primary keys; return the organisations, None for those that are gone."""
        organisations = super().bulk_to_python(list(values))
        present = [organisation for organisation in organisations if organisation is not None]
        prefetch_related_objects(present, "logo")
        prefetch_sizes((organisation.logo for organisation in present), LOGO_SIZE)
        return organisations

    def api_schema(self, chosen: Schema) -> Schema:
        """Return that of an organisation, or null where it is gone."""
        return nullable(ORGANISATION)


class FicheBlocks(StreamBlock):
    """What a fiche holds: the guided sections, at most once each, and a few illustrations."""

    composition = Composition.FICHE

    need = NeedBlock()
    approach = ApproachBlock()
    results = ResultsBlock()
    conditions = ConditionsBlock()
    cost = CostBlock()
    text = ProseBlock()
    quote = QuoteBlock()
    image = FigureBlock()
    gallery = GalleryBlock()
    key_figure = KeyFigureBlock()
    key_figures = KeyFiguresBlock()
    document = DocumentBlock()
    selection = SelectionBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        label = "Contenu"
        block_counts: ClassVar = {
            name: {"max_num": 1} for name in ("need", "approach", "results", "conditions", "cost")
        }


class StoryBlocks(StreamBlock):
    """What the story of a laureate holds."""

    composition = Composition.STORY

    lead = LeadBlock()
    text = ProseBlock()
    quote = QuoteBlock()
    image = FigureBlock()
    gallery = GalleryBlock()
    key_figure = KeyFigureBlock()
    key_figures = KeyFiguresBlock()
    document = DocumentBlock()
    selection = SelectionBlock()
    saved_search = SavedSearchBlock()
    call_to_action = CallToActionBlock()
    contact = ContactBlock()

    class Meta:
        label = "Contenu"


class ReportBlocks(StreamBlock):
    """What the report of an event holds."""

    composition = Composition.REPORT

    lead = LeadBlock()
    text = ProseBlock()
    quote = QuoteBlock()
    accordion = AccordionBlock()
    image = FigureBlock()
    gallery = GalleryBlock()
    key_figure = KeyFigureBlock()
    key_figures = KeyFiguresBlock()
    table = TableBlock()
    programme = ProgrammeBlock()
    productions = ProductionsBlock()
    point = PointBlock(group=groups.DATA)
    document = DocumentBlock()
    selection = SelectionBlock()
    saved_search = SavedSearchBlock()
    call_to_action = CallToActionBlock()
    contact = ContactBlock()

    class Meta:
        label = "Contenu"


class PublicationBlocks(BodyBlocks):
    """What the HTML form of a publication holds: all that a page may."""

    contact = ContactBlock()
    saved_search = SavedSearchBlock()

    class Meta:
        label = "Contenu"
