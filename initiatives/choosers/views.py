"""What our choosers show beside a name, and who may open them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser as snippet_chooser

from initiatives.choosers.search import NameForm

READING = ("view", "add", "change", "delete")


class Showing:
    """The columns and the search of a chooser; its viewset declares them."""

    facts: ClassVar[Sequence[Column]] = ()
    search_in: ClassVar[tuple[str, ...]] = ()

    @property
    def columns(self) -> list[Column]:
        """The name, then the facts."""
        return [*super().columns, *self.facts]  # type: ignore[misc]

    def get_filter_form_class(self) -> type[NameForm]:
        """A search by name, accents aside."""
        return type("FilterForm", (NameForm,), {"search_in": self.search_in})

    def get_object_list(self) -> QuerySet:
        """All objects, with what the columns read."""
        model: Any = self.model_class  # type: ignore[attr-defined]
        return self.read(model._default_manager.all())

    def read(self, objects: QuerySet) -> QuerySet:
        """Add what the columns show, in a constant number of queries."""
        return objects


class ForReaders:
    """A chooser of what not every editor may read: the others find nothing in it."""

    def get_object_list(self) -> QuerySet:
        """The objects, for who may do anything with such objects."""
        objects: QuerySet = super().get_object_list()  # type: ignore[misc]
        return objects if may_read(self) else objects.none()


def may_read(view: Any) -> bool:
    """Tell whether the user of a view may do anything with objects of its model."""
    policy = policy_registry.get_by_type(view.model_class)
    return bool(policy.user_has_any_permission(view.request.user, READING))


class ChooseView(Showing, chooser.ChooseView):
    """The window."""


class ChooseResultsView(Showing, chooser.ChooseResultsView):
    """Its rows."""


class SnippetChooseView(Showing, snippet_chooser.ChooseView):
    """The window of a snippet."""


class SnippetResultsView(Showing, snippet_chooser.ChooseResultsView):
    """Its rows."""
