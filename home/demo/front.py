"""What the demo adds to the home page and to the identity of the site, if staff left them alone."""

from typing import Any

from home.demo.batch import Advance, fill, known, once, organisations
from home.demo.programme import SLUG
from home.demo.streams import Block, block, figure, figures, items
from home.models import HomePage, ThemePage
from home.site_tree import BATCH as SITE
from home.texts import HOME_BODY
from hub.content.models import SiteIdentity
from hub.content.models.seed import SeedRecord
from hub.content.publishing import publish

HOME_KEY = "accueil"
IDENTITY_KEY = "identite"
# These stand in the batch, but the site needs them: `clear_demo` gives them back, never removes.
BORROWED = (HOME_KEY, IDENTITY_KEY)
EMAIL = "contact@example.org"
STATEMENT = (
    "Rally’nov est financé par l’État, la Région Bourgogne-Franche-Comté et le Fonds social "
    "européen (FSE)."
)
FUNDERS = ("État", "Région Bourgogne-Franche-Comté", "Fonds social européen (FSE)")
PARTNERS = ("Aract Bourgogne-Franche-Comté", *FUNDERS)


def load_front(advance: Advance) -> None:
    """Complete the home page and the identity once, each only where staff has not touched it."""
    home = HomePage.objects.order_by("path").first()
    if home is not None and not _edited_by_somebody(home):
        once(HOME_KEY, lambda: _adorn(home))
    record = SeedRecord.objects.filter(key=f"{SITE}:{IDENTITY_KEY}").first()
    if record is not None and record.made is not None and not record.is_changed:
        identity: SiteIdentity = record.made
        once(IDENTITY_KEY, lambda: _identify(identity))
    advance(1, 1)


def give_back(record: SeedRecord) -> None:
    """Take out of a borrowed object what the demo put in it."""
    if isinstance(record.made, HomePage):
        publish(fill(record.made, body=HOME_BODY))
    elif isinstance(record.made, SiteIdentity):
        _anonymise(record.made)


def _edited_by_somebody(page: HomePage) -> bool:
    return bool(page.revisions.exclude(user=None).exists())


def _adorn(home: HomePage) -> HomePage:
    hero, *rest = HOME_BODY
    value = {
        **hero["value"],
        "title": "163 façons de travailler mieux, déjà essayées près d’ici",
        "mark": "163 façons",
        "shortcuts": items(ThemePage.objects.order_by("path").values_list("pk", flat=True)[:4]),
    }
    counted = figures(
        "Le programme en chiffres",
        figure("163", "initiatives répertoriées", date="2023", source="bilan 2023"),
        figure("15", "initiatives recensées dans l’année", date="2023", source="bilan 2023"),
        figure("143", "participants à la Rencontre régionale", date="2023", source="bilan 2023"),
    )
    publish(fill(home, body=[block("hero_search", value), counted, *rest, *_partners()]))
    return home


def _partners() -> list[Block]:
    keys = [organisation.pk for organisation in organisations(PARTNERS)]
    value = {"title": "Ils portent Rally’nov", "organisations": items(keys)}
    return [block("partners", value)] if keys else []


def _identify(identity: SiteIdentity) -> SiteIdentity:
    programme = known(f"page/{SLUG}")
    entry = [block("page", {"page": programme.pk, "label": ""})] if programme else []
    fill(
        identity,
        menu=[*identity.menu.raw_data, *entry],
        contact_email=EMAIL,
        funders=[block("funder", {"name": name, "logo": None, "address": ""}) for name in FUNDERS],
        european_funding=True,
        funding_statement=STATEMENT,
    ).save()
    return identity


def _anonymise(identity: SiteIdentity) -> None:
    programme = known(f"page/{SLUG}")
    fill(
        identity,
        menu=[entry for entry in identity.menu.raw_data if not _leads_to(entry, programme)],
        contact_email="",
        funders=[],
        european_funding=False,
        funding_statement="",
    ).save()


def _leads_to(entry: Any, page: Any) -> bool:
    return page is not None and entry["type"] == "page" and entry["value"]["page"] == page.pk
