"""What an editor reads beside each field: a French label, and what to write in it."""

import pytest
from django.apps import apps
from wagtail.admin.panels import FieldPanel, InlinePanel, PanelGroup, get_edit_handler
from wagtail.models import get_page_models

from hub.content.models import SiteIdentity
from hub.content.models.accessibility import AccessibilityStatement
from hub.content.models.theme import SiteTheme
from initiatives.viewsets import DomainViewSetGroup
from search.curation.viewsets import CurationViewSetGroup
from tests.page_types import PAGE_TYPES

PAGES = [model for model in get_page_models() if model.__name__ in PAGE_TYPES]
OTHERS = [
    *(viewset.model for viewset in DomainViewSetGroup.items),
    *(viewset.model for viewset in CurationViewSetGroup.items),
    SiteIdentity,
    AccessibilityStatement,
    SiteTheme,
]
# Their label says all of it, or Wagtail says it beside the group.
OBVIOUS = {
    "name", "function", "email", "phone", "go_live_at", "expire_at",
    "is_esus", "is_mission_company", "is_siae", "is_ea_esat", "is_ebe",
}  # fmt: skip


def form_of(model):
    if model in PAGES:
        return model.get_edit_handler()
    viewset = getattr(model, "snippet_viewset", None)
    return viewset.get_edit_handler() if viewset else get_edit_handler(model)


def fields_of(panel):
    if isinstance(panel, InlinePanel):
        yield panel.relation_name, str(panel.label), str(panel.help_text)
        yield from fields_of(panel.child_edit_handler)
    elif isinstance(panel, PanelGroup):
        for child in panel.children:
            yield from fields_of(child)
    elif isinstance(panel, FieldPanel):
        field = panel.db_field
        form = getattr(panel.model, "base_form_class", None)
        declared = getattr(form, "declared_fields", {}).get(panel.field_name)
        help_text = panel.help_text or field.help_text or getattr(declared, "help_text", "")
        yield panel.field_name, str(field.verbose_name), str(help_text)


@pytest.mark.parametrize("model", [*PAGES, *OTHERS], ids=lambda model: model.__name__)
def test_every_field_says_what_to_write_in_it(model):
    said = list(fields_of(form_of(model)))
    assert said
    assert [name for name, label, help_text in said if not label] == []
    assert [name for name, _, help_text in said if not help_text and name not in OBVIOUS] == []


def test_no_exception_is_kept_for_a_field_that_is_gone():
    names = {field.name for model in apps.get_models() for field in model._meta.get_fields()}
    assert names >= OBVIOUS


def headings(model):
    """The groups of fields of a page, in the order in which they are shown."""
    content = next(iter(form_of(model).children))
    bound = (child.bind_to_model(model) for child in content.children)
    return [str(child.heading) or child.db_field.verbose_name.capitalize() for child in bound]


def test_a_fiche_is_written_in_the_order_in_which_one_thinks():
    model = next(model for model in PAGES if model.__name__ == "InitiativePage")
    order = ["Présentation", "Image", "Contenu", "Caractérisation", "Lieu", "Structure"]
    assert headings(model) == [*order, "Liens", "Suivi"]


@pytest.mark.parametrize(
    "model",
    [model for model in PAGES if not model.__name__.endswith("IndexPage")],
    ids=lambda model: model.__name__,
)
def test_every_page_opens_with_its_presentation(model):
    assert headings(model)[0] == "Présentation"
