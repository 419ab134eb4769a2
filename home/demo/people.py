"""Two invented people: one who agreed to be named, one whose agreement has run out."""

import datetime
from functools import partial

from home.demo.batch import Advance, once
from initiatives.models import ContactPerson

YEAR = datetime.timedelta(days=365)
# The fiches, both fictitious, that name them.
SHOWN_ON = "geometres-du-cadran"
EXPIRED_ON = "jardins-du-carton-bleu"


def load_people(advance: Advance) -> None:
    """Make the people that were never made."""
    today = datetime.date.today()
    once("personne/camille-exemple", partial(_make, "Camille Exemple", today, today + 3 * YEAR))
    ended = today - YEAR
    once("personne/dominique-fictif", partial(_make, "Dominique Fictif", ended - YEAR, ended))
    advance(1, 1)


def _make(name: str, agreed: datetime.date, expires: datetime.date) -> ContactPerson:
    person = ContactPerson(
        name=name,
        function="Personnage inventé pour la démonstration",
        email=f"{name.partition(' ')[0].lower()}@example.org",
        phone="00 00 00 00 00",
        is_public=True,
        consent_given_on=agreed,
        consent_proof="Accord fictif : cette personne n’existe pas.",
        expires_on=expires,
    )
    person.full_clean()
    person.save()
    return person
