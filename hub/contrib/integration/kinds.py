"""The types of pages that stand in frames, each under the word of its addresses."""

from functools import cache

from django.apps import apps
from wagtail.models import get_page_models

from hub.content.models import BasePage
from initiatives.models import InitiativePage
from search.registry import registry

FICHES = "initiatives"


@cache
def models_by_kind() -> dict[str, type[BasePage]]:
    """Return them by their words: those of the search, else the name of the model.

    No word ever changes: other sites keep the addresses.
    """
    words = {apps.get_model(spec.model): name for name, spec in registry.documents.items()}
    words[InitiativePage] = FICHES
    models = [one for one in get_page_models() if issubclass(one, BasePage)]
    return {words.get(one, str(one._meta.model_name)): one for one in models}


def kind_of(page: BasePage) -> str:
    """Return the word of a page of the tree."""
    return next(word for word, model in models_by_kind().items() if model is type(page))
