"""The column of the last verification. It adds to a history: an empty cell erases nothing."""

from initiatives.imports import cells
from initiatives.imports.column import Column, Context, Values
from initiatives.imports.scalars import simple
from initiatives.models import InitiativePage, Verification


def _write(page: InitiativePage) -> str:
    last = page.last_verified if page.pk else None
    return last.isoformat() if last else ""


def _apply(page: InitiativePage, values: Values, context: Context) -> None:
    day = values["verifiee_le"]
    known = {one.verified_on for one in page.verifications.all()} if page.pk else set()
    waiting = {one.verified_on for one in context.verifications}
    if day is not None and day not in known | waiting:
        context.verifications.append(Verification(verified_on=day))


VERIFICATION_COLUMN = Column(
    "verifiee_le",
    "Vérifiée le",
    "Date de la dernière vérification\u00a0; vide\u00a0: l’historique reste.",
    write=_write,
    read=simple(cells.date(Verification._meta.get_field("verified_on"))),
    apply=_apply,
    in_page=False,
)
