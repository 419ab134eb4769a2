"""The vocabularies, read once, and what a cell may call their terms."""

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError

from hub.territory.folding import fold
from initiatives.imports import cells, lists
from initiatives.imports.wording import did_you_mean, quoted
from initiatives.models import Characterisation, Scheme, Term, TermAlias

# Their terms are known by the codes of INSEE, which `notation` holds in capitals.
NOTED = frozenset({Scheme.SECTOR, Scheme.HEADCOUNT})


class Terms:
    """Look-ups of terms by code, notation or label; accents and case do not count."""

    def __init__(self, terms: Iterable[Term], aliases: Iterable[TermAlias] = ()) -> None:
        self._by_code: dict[tuple[str, str], Term] = {}
        self._by_label: dict[tuple[str, str], Term] = {}
        self._by_pk: dict[int, Term] = {}
        for term in terms:
            self._by_pk[term.pk] = term
            self._by_label.setdefault((term.scheme, fold(term.name)), term)
            self._by_code[term.scheme, fold(term.slug)] = term
        for term in self._by_pk.values():
            if term.scheme in NOTED and term.notation:
                self._by_code.setdefault((term.scheme, fold(term.notation)), term)
        for alias in aliases:  # what a file of before a merge or a new code says
            term = self._by_pk[alias.term_id]
            self._by_code.setdefault((alias.scheme, fold(alias.slug)), term)
            self._by_label.setdefault((alias.scheme, fold(alias.name)), term)

    @classmethod
    def load(cls) -> "Terms":
        """Read all terms from the database."""
        aliases = TermAlias.objects.order_by("-since", "-pk")
        return cls(Term.objects.order_by("sort_order", "pk"), aliases)

    def find(self, scheme: Scheme, wording: str) -> Term | None:
        """Return the term of this code or, failing that, of this label."""
        key = (scheme, fold(wording))
        return self._by_code.get(key) or self._by_label.get(key)

    def get(self, scheme: Scheme, wording: str) -> Term:
        """Return the term of this code or label; raise ValidationError with the nearest ones."""
        # Spreadsheets take "01" for a number and write 1.
        padded = f"0{wording}" if scheme == Scheme.HEADCOUNT and len(wording) == 1 else wording
        term = self.find(scheme, padded)
        if term is None:
            known = [one for one in self._by_pk.values() if one.scheme == scheme]
            names = [code_of(one) for one in known] + [one.name for one in known]
            raise ValidationError(
                f"{quoted(wording)} n’est pas un terme du vocabulaire {quoted(scheme.label)}."
                f"{did_you_mean(wording, names)}"
            )
        return term


def code_of(term: Term | None) -> str:
    """Return the code by which files call a term."""
    if term is None:
        return ""
    return term.notation if term.scheme in NOTED and term.notation else term.slug


def label_of(term: Term | None) -> str:
    """Return the label of a term."""
    return term.name if term else ""


def read_term(scheme: Scheme) -> Callable[[str, Terms], Term | None]:
    """Return a reader of one term; an empty cell is none."""

    def read(cell: str, terms: Terms) -> Term | None:
        return terms.get(scheme, cell.strip()) if cell.strip() else None

    return read


def read_terms(scheme: Scheme) -> Callable[[str, Terms], tuple[Term, ...]]:
    """Return a reader of a list of terms, each kept once."""

    def read(cell: str, terms: Terms) -> tuple[Term, ...]:
        return tuple(dict.fromkeys(terms.get(scheme, item) for item in lists.split(cell)))

    return read


def read_evidence(scheme: Scheme) -> Callable[[str, Terms], dict[Term, str]]:
    """Return a reader of `code: sentence|code: sentence`."""
    limit = Characterisation._meta.get_field("evidence").max_length

    def read(cell: str, terms: Terms) -> dict[Term, str]:
        found: dict[Term, str] = {}
        for item in lists.split(cell):
            wording, colon, sentence = item.partition(":")
            if not colon:
                raise ValidationError(
                    f"{quoted(item)} ne dit pas de quel terme il s’agit\u00a0: écrivez "
                    "«\u00a0code: phrase\u00a0»."
                )
            term = terms.get(scheme, wording.strip())
            found[term] = cells.check_length(cells.one_line(sentence), limit)
        return found

    return read
