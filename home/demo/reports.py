"""The reports of the three events of 2023."""

from collections.abc import Iterable
from typing import Any

from home.demo.batch import Advance, fiches, fill, known, organisations, page_once
from home.demo.pictures import picture_of
from home.demo.streams import (
    Block,
    accordion,
    block,
    call_to_action,
    chosen,
    document,
    figure,
    figures,
    gallery,
    image,
    lead,
    productions,
    programme,
    quote,
    table,
    text,
    video,
)
from hub.territory.gazetteer import get_gazetteer
from initiatives.models import EventReportPage, ReportInitiative, ReportOrganisation

SOURCE = "bilan 2023"
WITNESSES = ("blond-venitien", "cogitec", "atelier-panel")
LAUREATES = ("les-delices-bleus", "metalhom")
DIJON = "21231"
# The review gives the seven titles only: the questions are ours.
PRODUCTIONS = (
    (
        "Un espace de co-working virtuel",
        "Comment travailler ensemble quand on n’est pas au même endroit ?",
    ),
    (
        "Un parcours d’accompagnement au changement",
        "Comment ne laisser personne de côté quand l’entreprise change ?",
    ),
    (
        "Un système de scoring sur les produits",
        "Comment dire simplement ce qu’un produit coûte à la société et à la planète ?",
    ),
    (
        "Un bilan d’employabilité prospectif comptable",
        "Comment compter, à côté des machines, ce que les personnes sauront faire demain ?",
    ),
    ("La mise en place de groupes de réflexion sur la gouvernance", "Qui décide, et avec qui ?"),
    ("Un budget d’intéressement collectif", "Comment partager ce que l’on a gagné ensemble ?"),
    (
        "Une instance d’adaptation des compétences",
        "Où parler des métiers qui se transforment, avant qu’il ne soit trop tard ?",
    ),
)


def load_reports(advance: Advance) -> None:
    """Make the reports that were never made."""
    reports = (
        ("seminaire-2023", _seminar),
        ("defis-2023", _workshops),
        ("rencontre-regionale-2023", _meeting),
    )
    for rank, (event, make) in enumerate(reports, start=1):
        page_once(known(f"page/{event}"), f"compte-rendu-{event}", make)
        advance(rank, len(reports))


def _report(
    initiatives: Iterable[str] = (), witnesses: Iterable[str] = (), **fields: Any
) -> EventReportPage:
    return fill(
        EventReportPage(**fields),
        initiative_links=[ReportInitiative(initiative=page) for page in fiches(initiatives)],
        organisation_links=[
            ReportOrganisation(organisation=organisation, role="temoin")
            for organisation in organisations(witnesses)
        ],
    )


def _seminar() -> EventReportPage:
    return _report(
        title="Séminaire du 28 février 2023 : ce qu’il faut en retenir",
        summary="Vingt-deux personnes de seize structures ont ouvert ensemble l’année 2023.",
        participants=22,
        structures=16,
        body=[
            lead(
                "Tout au début de l’année, une journée où seize structures mettent leurs "
                "questions sur la même table."
            ),
            text(
                "<p>De 2023, le programme a voulu faire un temps d’exploration à plusieurs. Le "
                "séminaire en est le premier rendez-vous. La même année, une enquête sur la "
                "semaine de 4 jours a été conduite auprès de onze entreprises.</p>"
            ),
            accordion(
                "Deux questions simples",
                [
                    ("Qui était là ?", "<p>22 participants, venus de 16 structures.</p>"),
                    (
                        "Et après ?",
                        "<p>Les DéfIS en avril, la Rencontre régionale en septembre.</p>",
                    ),
                ],
            ),
            *call_to_action(
                "Et l’enquête ?",
                "Quarante salariés et dirigeants ont raconté leur semaine de 4 jours.",
                "Voir l’enquête",
                known("page/enquete-semaine-de-4-jours"),
            ),
        ],
    )


def _workshops() -> EventReportPage:
    told = [
        (title, question, "<p>Question formulée pour ce site, d’après le titre.</p>")
        for title, question in PRODUCTIONS
    ]
    return _report(
        title="DéfIS du 4 avril 2023 : sept idées en une journée",
        summary="Une cinquantaine de personnes en groupes mêlés, des défis venus d’entreprises, "
        "sept productions.",
        participants=53,
        profiles="salariés, directions, étudiants, retraités",
        picture=picture_of("ateliers"),
        witnesses=("Institut des Futurs Souhaitables",),
        body=[
            lead(
                "Une cinquantaine de personnes, qui ne se seraient pas croisées autrement, ont "
                "travaillé en groupes sur des problèmes bien réels."
            ),
            text(
                "<p>Les défis étaient ceux que des entreprises rencontrent, sociaux autant "
                "qu’environnementaux. Pour prendre de la hauteur, l’Institut des Futurs "
                "Souhaitables est venu dire ce qui attend le monde du travail.</p>"
            ),
            block(
                "key_figure",
                figure("53", "participants aux DéfIS", date="4 avril 2023", source=SOURCE),
            ),
            productions("Ce que les groupes ont imaginé", told),
            quote("Très bel investissement des participants !", "L’équipe du programme", SOURCE),
            table(
                "Qui a fait quoi, le 4 avril 2023",
                ("Moment", "Qui", "Pour quoi faire"),
                [
                    ("Regard", "Institut des Futurs Souhaitables", "Voir plus loin que demain"),
                    ("Ateliers", "Des groupes mêlés", "Répondre à un défi d’entreprise"),
                ],
            ),
        ],
    )


def _meeting() -> EventReportPage:
    return _report(
        title="Rencontre régionale 2023 : deux prix, trois témoignages",
        summary="143 personnes au Cinéma Olympia, à Dijon, pour apprendre de ceux qui ont essayé.",
        participants=143,
        picture=picture_of("rencontre"),
        initiatives=(*LAUREATES, *WITNESSES),
        witnesses=("Blond Vénitien", "Cogitec", "L’Atelier Panel"),
        related=chosen([known("page/bilan-2023"), known("page/rencontre-regionale-2023-en-video")]),
        body=_meeting_body(),
    )


def _meeting_body() -> list[Block]:
    return [
        lead(
            "La salle voulait du concret : des pratiques déjà en place, ce qu’elles apprennent, "
            "et comment elles pourraient servir à d’autres."
        ),
        figures(
            "La Rencontre en chiffres",
            figure("143", "participants", date="26 septembre 2023", source=SOURCE),
            figure("2", "lauréats du prix 2022", source=SOURCE),
            figure("3", "entreprises témoins", source=SOURCE),
        ),
        programme(
            "Au programme",
            [
                (
                    "Remise du Prix de l’Innovation Sociale",
                    "Les Délices Bleus, Métalhom",
                    "<p>Les deux lauréats de 2022 reçoivent leur prix.</p>",
                ),
                (
                    "Ce qui se joue dans la coopération",
                    "Un anthropologue",
                    "<p>Un pas de côté, après la remise du prix.</p>",
                ),
                (
                    "La semaine de 4 jours, racontée",
                    "Blond Vénitien, Cogitec, L’Atelier Panel",
                    "<p>Trois entreprises disent comment elles s’y sont prises. Le bilan ne "
                    "précise pas à quel moment de la journée.</p>",
                ),
            ],
        ),
        *gallery(
            "Carnet de bord",
            [
                (picture_of("rencontre"), "Dessin de la route vers Dijon."),
                (picture_of("semaine-de-4-jours"), "Dessin d’une semaine qui respire."),
            ],
        ),
        video("https://www.youtube.com/watch?v=6MSURDccwBk", "La Rencontre régionale 2023"),
        *_place(),
        *image(picture_of("carnet"), "Les enseignements doivent rejoindre un Carnet de l’IS."),
        *document(known("document/chiffres-cles-2023")),
    ]


def _place() -> list[Block]:
    """The point of the commune: the cinema itself is not located."""
    commune = get_gazetteer().commune(DIJON)
    return [block("point", str(commune.point))] if commune else []
