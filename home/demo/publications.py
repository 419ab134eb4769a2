"""Carnets, review of 2023, survey, bibliography and glossary."""

import datetime
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from home.demo.batch import Advance, fiches, fill, known, page_once
from home.demo.figures import FIGURES
from home.demo.pictures import picture_of
from home.demo.streams import (
    accordion,
    block,
    chosen,
    document,
    figure,
    figures,
    lead,
    quote,
    section,
    selection,
    table,
    text,
)
from initiatives.models import (
    InitiativePage,
    PublicationFigure,
    PublicationIndexPage,
    PublicationInitiative,
    PublicationPage,
)

HERE = Path(__file__).parent
# What testified in public comes first; the others are fictitious.
FOUR_DAYS = (
    "blond-venitien",
    "cogitec",
    "atelier-panel",
    "geometres-du-cadran",
    "moules-de-bresse",
    "garage-quatre-jours",
    "fournil-du-levain-lent",
)


def load_publications(advance: Advance) -> None:
    """Make the publications that were never made."""
    index = PublicationIndexPage.objects.order_by("path").first()
    made: tuple[tuple[str, Callable[[], PublicationPage]], ...] = (
        ("carnet-de-route-1", _travel_notebook),
        ("enquete-semaine-de-4-jours", _survey),
        ("carnet-de-l-is", _coming_notebook),
        ("bilan-2023", _review),
        ("bibliographie", _bibliography),
        ("glossaire", _glossary),
    )
    for rank, (slug, make) in enumerate(made, start=1):
        page_once(index, slug, make)
        advance(rank, len(made))


def four_day_fiches() -> list[InitiativePage]:
    """Return the fiches that the Carnet gathers, in its order."""
    return fiches(FOUR_DAYS)


def _publication(gathered: list[InitiativePage] | None = None, **fields: Any) -> PublicationPage:
    links = [PublicationInitiative(initiative=page) for page in gathered or ()]
    return fill(PublicationPage(**fields), initiative_links=links)


def _travel_notebook() -> PublicationPage:
    return _publication(
        gathered=fiches(["agrodoubs"]),
        title="Carnet de route n° 1",
        kind="carnet",
        number=1,
        summary="Le premier Carnet raconte d’où vient Rally’nov, comment on reconnaît une "
        "innovation sociale, et où passera la tournée.",
        published_on=datetime.date(2013, 2, 1),
        date_label="février 2013",
        picture=picture_of("carnet"),
        body=[
            lead(
                "Une stratégie régionale, des réseaux qui ne se parlaient guère, et l’idée d’un "
                "rallye : le Carnet n° 1 pose le décor."
            ),
            text("""
<h2>Trois partis pris</h2>
<ul>
<li>Chercher l’innovation sociale partout : chez les associations comme dans les entreprises les
plus classiques.</li>
<li>Faire avancer ensemble le réseau de la technologie, RIFC, et celui de l’économie sociale et
solidaire, la Cress, aux côtés de Fact.</li>
<li>Montrer les innovations en public, étape après étape, puis les garder sur des fiches que les
partenaires reprennent.</li>
</ul>
<h2>Une fiche, pour commencer</h2>
<p>Le Carnet donne un exemple complet : Agrodoubs, à Flagey, et sa façon de se passer d’un
échelon.</p>"""),
            table(
                "Ce qu’une fiche de 2013 contenait",
                ("Rubrique", "Pour Agrodoubs"),
                [
                    ("Centrée sur", "Entreprise"),
                    ("En lien avec", "Organisation"),
                    ("Activité", "Préparation alimentaire"),
                    ("Statut", "SARL"),
                    ("Effectif", "15 personnes"),
                ],
            ),
            quote(
                "la recette d’une organisation partagée",
                "Titre de la fiche Agrodoubs",
                "Carnet de route n° 1, février 2013",
            ),
        ],
        related=chosen([known("page/tournee-2013")]),
    )


def _survey() -> PublicationPage:
    return _publication(
        title="Une enquête sur la semaine de 4 jours",
        kind="enquete",
        summary="Onze entreprises ont ouvert leurs portes ; quarante salariés et dirigeants ont "
        "dit ce que quatre jours changent.",
        published_on=datetime.date(2023, 12, 31),
        date_label="2023",
        picture=picture_of("semaine-de-4-jours"),
        body=[
            lead(
                "Pourquoi s’y mettre, comment cela marche, qu’y gagnent l’entreprise et ceux qui "
                "y travaillent : l’enquête recueille l’expérience de chacun."
            ),
            figures(
                "L’enquête en deux chiffres",
                figure("11", "entreprises interviewées", date="2023", source="bilan 2023"),
                figure("40", "salariés et dirigeants interrogés", date="2023", source="bilan 2023"),
            ),
            accordion(
                "Les quatre sujets",
                [
                    (
                        "Les raisons",
                        "<p>Ce qui a décidé l’entreprise, et ce qu’en attendaient les équipes.</p>",
                    ),
                    ("Le fonctionnement", "<p>Qui est là, quand, et comment l’on se relaie.</p>"),
                    ("La performance", "<p>Ce que le changement de rythme fait aux résultats.</p>"),
                    (
                        "Les conditions de travail",
                        "<p>Ce qu’il fait à la fatigue, aux journées et à la vie d’à côté.</p>",
                    ),
                ],
            ),
            text(
                "<p>Les réponses doivent paraître dans un Carnet de l’IS : cette page ne les "
                "devance pas.</p>"
            ),
            block("contact", None),
        ],
    )


def _coming_notebook() -> PublicationPage:
    return _publication(
        gathered=four_day_fiches(),
        title="Le Carnet de l’IS : la semaine de 4 jours",
        kind="carnet",
        summary="Tous les enseignements de l’enquête réunis en un Carnet. En attendant, voici des "
        "fiches qui en parlent.",
        date_label="annoncé pour 2024",
        is_forthcoming=True,
        body=[
            lead("Le Carnet rassemblera ce que onze entreprises ont appris."),
            text(
                "<p>Les fiches ci-dessous sont rangées dans l’ordre de lecture proposé : d’abord "
                "trois témoins de 2023, puis des exemples fictifs, dont un essai arrêté.</p>"
            ),
        ],
        related=chosen([known("page/enquete-semaine-de-4-jours")]),
    )


def _review() -> PublicationPage:
    review = _publication(
        gathered=fiches(["les-delices-bleus", "metalhom"]),
        title="Bilan 2023",
        kind="bilan",
        summary="Un séminaire, des DéfIS, une Rencontre régionale, une enquête : l’année 2023 en "
        "quelques pages et dix chiffres.",
        published_on=datetime.date(2023, 12, 31),
        date_label="année 2023",
        document=known("document/chiffres-cles-2023"),
        picture=picture_of("bilan"),
        body=[
            lead(
                "Une année passée à réunir, à faire chercher et à écouter ceux qui ont déjà "
                "changé leur travail."
            ),
            section(
                "Se réunir",
                "soft",
                *selection(
                    "",
                    [
                        known("page/seminaire-2023"),
                        known("page/defis-2023"),
                        known("page/rencontre-regionale-2023"),
                    ],
                ),
            ),
            section(
                "Raconter",
                "none",
                *selection(
                    "",
                    [
                        known("page/les-delices-bleus-2022"),
                        known("page/metalhom-2022"),
                    ],
                ),
                text("<p>Deux lauréats, une vidéo chacun, et quinze initiatives nouvelles.</p>"),
            ),
            *document(known("document/chiffres-cles-2023")),
        ],
    )
    frozen = [
        PublicationFigure(
            value=one.value, label=one.label, measured_on=one.measured_on, source=one.source
        )
        for one in FIGURES
    ]
    return fill(review, figures=frozen)


def _bibliography() -> PublicationPage:
    works = tomllib.loads((HERE / "bibliography.toml").read_text("utf-8"))["work"]
    return _publication(
        title="Bibliographie",
        kind="bibliographie",
        summary="Les travaux sur lesquels la grille et les thèmes s’appuient.",
        body=[
            text(
                "<p>Un premier groupe de partenaires a cherché comment reconnaître une innovation "
                "sociale. Il en a tiré une grille, un dossier de candidature et une liste de "
                "lectures, continuée ici.</p>"
            ),
            table(
                "Lectures",
                ("Titre", "Auteur", "À quoi cela sert"),
                [(work["title"], work["who"], work["use"]) for work in works],
            ),
        ],
    )


def _glossary() -> PublicationPage:
    groups = tomllib.loads((HERE / "glossary.toml").read_text("utf-8"))["group"]
    return _publication(
        title="Glossaire",
        kind="ressource",
        summary="Les sigles et les mots du travail, expliqués sans détour.",
        body=[
            lead("QVCT, AFEST, SCIC… Une fiche ne devrait perdre personne."),
            *(
                accordion(
                    group["title"],
                    [(word, f"<p>{said}</p>") for word, said in group["words"].items()],
                )
                for group in groups
            ),
        ],
    )
