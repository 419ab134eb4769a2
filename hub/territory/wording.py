"""Read what a person writes to name a commune: a name, a number, a hint in brackets."""

import re
from dataclasses import dataclass, replace

from .folding import fold
from .places import Commune

_HINT = re.compile(r"^(?P<text>.*)\((?P<hint>[^()]*)\)?\s*$")
_POSTCODE_FIRST = re.compile(r"^(?P<number>[0-9]{5})\b(?P<text>.+)$")
_POSTCODE_LAST = re.compile(r"^(?P<text>.+?)\b(?P<number>[0-9]{5})$")
MAX_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Wording:
    """A folded name, and what the commune must also match: a postcode, a département."""

    name: str
    postcode: str = ""
    hint: str = ""

    @classmethod
    def read(cls, text: str) -> "Wording":
        """Take apart "25330 Flagey", "Flagey 25330", "Flagey (Doubs)", "Flagey (25)"."""
        text = text[:MAX_LENGTH].strip()
        postcode = hint = ""
        if bracketed := _HINT.match(text):
            text, hint = bracketed["text"].strip(), fold(bracketed["hint"])
        if numbered := _POSTCODE_FIRST.match(text) or _POSTCODE_LAST.match(text):
            text, postcode = numbered["text"], numbered["number"]
        return cls(fold(text), postcode, hint)

    @property
    def number(self) -> str:
        """The name when it is only digits: a postcode, an INSEE code or the start of one."""
        return self.name if self.name.isdecimal() else ""

    def with_brackets_in_name(self) -> "Wording":
        """Return the reading that suits "Château-Chinon (Ville)"."""
        return replace(self, name=f"{self.name} {self.hint}".strip(), hint="")

    def admits(self, commune: Commune) -> bool:
        """Tell whether the commune has the postcode and the département that were written."""
        if self.postcode and self.postcode not in commune.postcodes:
            return False
        departement = commune.departement
        return not self.hint or self.hint in (
            departement.code,
            fold(departement.name),
            *commune.postcodes,
        )
