"""What is searched and how it is narrowed: declared while applications load, closed once read."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from hub.plugins.declarations import Choice, DocumentSpec, Facet, Recall
from hub.plugins.registry import contributed_documents, contributed_facets

TYPE = "type"


class Registry:
    """Searched page types and facets, ours and those of the plugins, by their names."""

    def __init__(self) -> None:
        self._documents: list[DocumentSpec] = []
        self._facets: list[Facet] = []
        self._orders: dict[str, int] = {}
        self._excluded: set[str] = set()
        self._is_closed = False

    def register(
        self,
        documents: Sequence[DocumentSpec] = (),
        facets: Sequence[Facet] = (),
        excluded: Sequence[str] = (),
        *,
        order: int = 0,
    ) -> None:
        """Add page types that are searched, facets, and labels of page types that are not.

        Types of a lower order are shown before the others, whatever application declares them.

        Raises ValueError for a name in use or that might be a plugin's, RuntimeError once the
        registry was read.
        """
        if self._is_closed:
            raise RuntimeError("The search registry is closed: declare in AppConfig.ready.")
        for kept, declared in ((self._documents, documents), (self._facets, facets)):
            names = [one.name for one in kept]
            for one in declared:
                if one.name in names or (one.name == TYPE and kept is self._facets):
                    raise ValueError(f"Search has a name {one.name!r} already.")
                if "_" in one.name:
                    raise ValueError(f"Only plugins have an underscore in a name: {one.name!r}.")
                names.append(one.name)
        self._documents += documents
        self._orders |= {one.name: order for one in documents}
        self._facets += facets
        self._excluded |= {label.lower() for label in excluded}

    @cached_property
    def documents(self) -> Mapping[str, DocumentSpec]:
        """The searched page types by their names, in the order in which they are shown."""
        self._is_closed = True
        own = sorted(self._documents, key=lambda spec: self._orders[spec.name])
        every = [*own, *contributed_documents().declared]
        return {spec.name: spec for spec in every}

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """The facets by their names, in the order in which they are shown."""
        self._is_closed = True
        kinds = Facet(TYPE, "Type de contenu", self._type_choices)
        every = [kinds, *self._facets, *contributed_facets().declared]
        return {facet.name: facet for facet in every}

    @property
    def excluded(self) -> frozenset[str]:
        """The lower-case labels of the page types that are said not to be searched."""
        return frozenset(self._excluded)

    def spec_of(self, model_label: str) -> DocumentSpec | None:
        """Return how pages of this model (`app.Model`, in any case) are searched, or None."""
        wanted = model_label.lower()
        return next((one for one in self.documents.values() if one.model.lower() == wanted), None)

    def _type_choices(self, values: Collection[str], recall: Recall) -> list[Choice]:
        return [
            Choice(spec.name, spec.plural.capitalize())
            for spec in self.documents.values()
            if spec.name in values
        ]


registry = Registry()
