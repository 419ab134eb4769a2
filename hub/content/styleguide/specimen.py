"""What the guide shows of a component, and where applications say so."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.template import Engine
from django.template.loader import render_to_string
from django.utils.module_loading import module_has_submodule
from django.utils.safestring import SafeString
from django.utils.text import slugify

MODULE = "specimens"
Context = Mapping[str, Any]
_HEADER = re.compile(r"\{#(.*?)#\}|\{% comment %\}(.*?)\{% endcomment %\}", re.DOTALL)


class Place(Enum):
    """How a component stands among others."""

    TOGETHER = auto()
    ALONE = auto()  # identifiers or landmarks of its own: once in a page
    HEADING = auto()  # holds the heading 1
    FRAME = auto()  # a part of the frame: its inputs are those of the page


@dataclass(frozen=True)
class Variant:
    """A state of a component: its French name and the inputs that make it."""

    specimen: "Specimen"
    label: str
    context: Context

    @property
    def slug(self) -> str:
        """The name in the address."""
        return slugify(self.label)

    @property
    def html(self) -> SafeString:
        """The component, given its inputs and nothing else, as `include … only` does."""
        return render_to_string(self.specimen.template, dict(self.context))


@dataclass(frozen=True)
class Specimen:
    """A component of `templates/components/` and how to make its variants.

    `make` returns the inputs of each variant by its label. `wrapper` is the element that the
    component must stand in (`dl`, `p`…), with the classes that a page gives it.
    """

    name: str
    make: Callable[[], Mapping[str, Context]]
    place: Place = Place.TOGETHER
    wrapper: str = "div"
    classes: str = ""

    @property
    def template(self) -> str:
        """The path of the component."""
        return f"components/{self.name}.html"

    @property
    def inputs(self) -> str:
        """The comment that opens the component."""
        source = Engine.get_default().get_template(self.template).source
        found = _HEADER.match(source.lstrip())
        return (found[1] or found[2]).strip() if found else ""

    @property
    def stands_together(self) -> bool:
        """Whether several may be in one page."""
        return self.place is Place.TOGETHER

    @property
    def stands_beside_others(self) -> bool:
        """Whether one of them may be in a page of other components."""
        return self.place in {Place.TOGETHER, Place.ALONE}

    @property
    def variants(self) -> list[Variant]:
        """Its states, the usual one first, made anew: a template may change its inputs."""
        return [Variant(self, label, context) for label, context in self.make().items()]

    @property
    def shown_with_others(self) -> list[Variant]:
        """The states that stand on the page of all components."""
        if self.stands_together:
            return self.variants
        return self.variants[:1] if self.stands_beside_others else []


def specimens() -> list[Specimen]:
    """Return those of all applications by name.

    Each application lists its own in the tuple `SPECIMENS` of its module `specimens`.
    """
    found = {one.name: one for module in _modules() for one in module.SPECIMENS}
    return [found[name] for name in sorted(found)]


def streams() -> list[Any]:
    """Return the compositions of blocks of all applications: `STREAMS`, beside `SPECIMENS`."""
    return [stream for module in _modules() for stream in module.STREAMS]


@cache
def _modules() -> tuple[Any, ...]:
    return tuple(
        import_module(f"{config.name}.{MODULE}")
        for config in apps.get_app_configs()
        if module_has_submodule(config.module, MODULE)
    )
