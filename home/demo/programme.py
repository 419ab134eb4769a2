"""The page that says what the programme is and where it comes from."""

from home.demo.batch import Advance, known, page_once
from home.demo.pictures import picture_of
from home.demo.streams import (
    Block,
    accordion,
    block,
    call_to_action,
    document,
    figure,
    figures,
    gallery,
    image,
    lead,
    link,
    productions,
    programme,
    quote,
    section,
    selection,
    table,
    text,
    two_columns,
    video,
)
from home.models import HomePage, StandardPage

SLUG = "le-programme"
TITLE = "Le programme"


def load_programme(advance: Advance) -> None:
    """Make the page if it was never made."""
    page_once(HomePage.objects.order_by("path").first(), SLUG, _page)
    advance(1, 1)


def _page() -> StandardPage:
    return StandardPage(
        title=TITLE,
        summary="Repérer ce qui marche, le raconter simplement, le faire circuler.",
        picture=picture_of("programme"),
        body=[*_purpose(), *_history(), *_today(), *_join()],
    )


def _purpose() -> list[Block]:
    return [
        lead(
            "Une équipe change sa façon de travailler et tout le monde y gagne : pourquoi "
            "personne n’en saurait-il rien à vingt kilomètres de là ?"
        ),
        text(
            "<p>Une innovation sociale, c’est une organisation, une prestation ou une pratique "
            "nouvelle qui répond à un besoin et rend la vie meilleure. Rally’nov en cherche en "
            "Bourgogne-Franche-Comté, dans les associations et les coopératives comme dans les "
            "entreprises les plus classiques.</p>"
        ),
        two_columns(
            [
                text(
                    "<h2>En 2013</h2><p>Un rallye franc-comtois : neuf étapes, une carte, un "
                    "Carnet de route.</p>"
                )
            ],
            [
                text(
                    "<h2>Dix ans après</h2><p>Une région entière, 163 initiatives répertoriées, un "
                    "prix, des ateliers et des vidéos.</p>"
                )
            ],
        ),
    ]


def _history() -> list[Block]:
    return [
        section(
            "D’où vient Rally’nov",
            "soft",
            text(
                "<p>L’État et la Région de Franche-Comté préparaient une stratégie d’innovation, "
                "voulue par la Commission européenne. Ils y ont fait une place à l’innovation "
                "sociale, où ils voyaient un facteur de compétitivité. Fact a conduit le projet, "
                "avec RIFC et la Cress pour copilotes.</p>"
            ),
            quote("Ensemble ils ont créé des repères", "Carnet de route n° 1", "février 2013"),
        ),
        programme(
            "Comment le rallye s’est lancé",
            [
                (
                    "Le briefing",
                    "Un premier groupe de partenaires",
                    "<p>De quoi parle-t-on ? Comment reconnaître une innovation sociale ?</p>",
                ),
                (
                    "Le check-up",
                    "Les mêmes, livres en main",
                    f"<p>Une grille, un dossier de candidature et une "
                    f"{link(known('page/bibliographie'), 'bibliographie')}.</p>",
                ),
                (
                    "Le top départ",
                    "Près de 200 personnes",
                    "<p>À Besançon puis à Dole, à la fin de 2012.</p>",
                ),
                (
                    "Les étapes",
                    "Douze organisateurs",
                    f"<p>{link(known('page/tournee-2013'), 'Neuf rencontres')} d’avril à septembre "
                    "2013.</p>",
                ),
            ],
        ),
        table(
            "Dix dates",
            ("Quand", "Quoi", "Où"),
            [
                ("28 novembre 2012", "Lancement, au Salon de l’ESS", "Besançon"),
                ("6 décembre 2012", "Lancement, à la clôture du Mois de la qualité", "Dole"),
                ("Février 2013", "Carnet de route n° 1", "Franche-Comté"),
                ("Avril à septembre 2013", "Tournée en neuf étapes", "Franche-Comté"),
                ("Automne 2013", "Clôture régionale", "Franche-Comté"),
                ("28 février 2023", "Séminaire de travail", "Non précisé"),
                ("4 avril 2023", "DéfIS de l’innovation sociale", "Non précisé"),
                ("26 septembre 2023", "Rencontre régionale", "Dijon"),
                ("6 février 2024", "Séminaire de lancement", "Dijon"),
                ("1er octobre 2024", "Rencontre régionale", "Besançon"),
            ],
        ),
    ]


def _today() -> list[Block]:
    return [
        block(
            "key_figure",
            figure("163", "initiatives répertoriées", date="2023", source="bilan 2023"),
        ),
        figures(
            "Une année du programme",
            figure("15", "initiatives recensées", date="2023", source="bilan 2023"),
            figure("143", "participants à la Rencontre", date="2023", source="bilan 2023"),
            figure("53", "participants aux DéfIS", date="2023", source="bilan 2023"),
        ),
        *image(
            picture_of("programme"),
            "La route, l’épingle : le carnet de voyage du programme.",
            "Dessin d’un paysage de la région traversé par une route en pointillés.",
        ),
        *gallery(
            "Carnet d’images",
            [
                (picture_of("ateliers"), "Chercher ensemble."),
                (picture_of("rencontre"), "Se retrouver."),
                (picture_of("carnet"), "Garder la trace."),
            ],
        ),
        video("https://www.youtube.com/watch?v=6MSURDccwBk", "La Rencontre régionale 2023"),
        productions(
            "Ce que le programme produit",
            [
                (
                    "Des fiches",
                    "Qu’est-ce qui a changé, et pour qui ?",
                    "<p>Courtes, vérifiées, réutilisables.</p>",
                ),
                ("Des histoires", "Qui sont-ils ?", "<p>Celles des lauréats, avec leur vidéo.</p>"),
                ("Des Carnets", "Que retient-on ?", "<p>Un sujet, plusieurs expériences.</p>"),
            ],
        ),
    ]


def _join() -> list[Block]:
    return [
        accordion(
            "On nous demande souvent",
            [
                (
                    "Faut-il être une grande entreprise ?",
                    "<p>Non. Une association de trois personnes a sa fiche comme une usine.</p>",
                ),
                (
                    "Un échec a-t-il sa place ?",
                    "<p>Oui : une expérience arrêtée apprend autant, et la fiche le dit.</p>",
                ),
                (
                    "Pourquoi des exemples fictifs ?",
                    "<p>Ce site de démonstration en contient. Chacun porte la mention « Exemple "
                    "fictif ».</p>",
                ),
            ],
        ),
        *document(known("document/chiffres-cles-2023"), known("page/bilan-2023")),
        *selection(
            "Pour aller plus loin",
            [
                known("page/bilan-2023"),
                known("page/carnet-de-route-1"),
                known("page/glossaire"),
            ],
        ),
        *call_to_action(
            "Les lauréats 2022",
            "Un restaurant de Dijon et une entreprise du Doubs racontent.",
            "Lire l’histoire des Délices Bleus",
            known("page/les-delices-bleus-2022"),
        ),
    ]
