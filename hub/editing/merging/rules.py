"""What a model says of its merges: which objects, on which conditions, with what effects."""

from typing import Any, ClassVar

from django.db import models, transaction

from hub.content.text import counted
from hub.editing.merging.service import TwinsOf, Use, replace, uses_of


class Merging:
    """The rules of one model; a subclass declares them."""

    model: ClassVar[type[models.Model]]
    twins: ClassVar[TwinsOf] = {}
    # What the object that stays takes from the other one, where it says nothing itself.
    completed: ClassVar[tuple[str, ...]] = ()

    # What follows without a word: nobody ever sees it.
    unsaid: ClassVar[tuple[type[models.Model], ...]] = ()

    def options(self, old: Any) -> list[tuple[Any, Any]]:
        """Return, as choices, what `old` may be merged into."""
        others = self.model._default_manager.exclude(pk=old.pk)
        return [(one.pk, str(one)) for one in others]

    def refusal(self, old: Any, new: Any) -> str:
        """Return why `old` may not become `new`; an empty text where it may."""
        return "Choisissez un autre élément que celui-ci." if old == new else ""

    def effects(self, old: Any, new: Any) -> list[str]:
        """Return, in sentences, what follows from the merge."""
        uses = uses_of(old, new, self.twins)
        return [self.sentence(use, new) for use in uses if use.model not in self.unsaid]

    def sentence(self, use: Use, new: Any) -> str:
        """Return what becomes of one kind of use."""
        names = use.model._meta
        said = counted(use.count, str(names.verbose_name), str(names.verbose_name_plural))
        if not use.twins:
            return f"{said} : « {new} » s’y inscrit à la place."
        return f"{said}, dont {use.twins} où « {new} » est déjà : il y reste une seule fois."

    @transaction.atomic
    def merge(self, old: Any, new: Any, user: Any) -> None:
        """Make `old` one with `new`. Raises ValueError where the rules refuse it."""
        refusal = self.refusal(old, new)
        if refusal:
            raise ValueError(refusal)
        former = type(old)._base_manager.get(pk=old.pk)
        replace(old, new, self.twins)
        self.after(former, new, user)

    def after(self, former: Any, new: Any, user: Any) -> None:
        """Complete what stays; subclasses remember and log. `former` is what is gone."""
        for name in self.completed:
            if not getattr(new, name):
                setattr(new, name, getattr(former, name))
        new.save()
