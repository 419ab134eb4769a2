"""The doors to four subjects."""

from collections.abc import Callable

from home.demo.batch import Advance, fiches, known, page_once, term
from home.demo.pictures import picture_of
from home.demo.publications import four_day_fiches
from home.demo.streams import (
    Block,
    accordion,
    answers,
    chosen,
    figure,
    figures,
    selection,
    text,
)
from home.models import ThemeIndexPage, ThemePage
from initiatives.models import Scheme


def load_themes(advance: Advance) -> None:
    """Make the theme pages that were never made."""
    index = ThemeIndexPage.objects.order_by("path").first()
    made: tuple[tuple[str, Callable[[], ThemePage]], ...] = (
        ("semaine-de-4-jours", _four_days),
        ("egalite-au-travail", _equality),
        ("sante-au-travail", _health),
        ("dialogue-social", _dialogue),
    )
    for rank, (slug, make) in enumerate(made, start=1):
        page_once(index, slug, make)
        advance(rank, len(made))


def _four_days() -> ThemePage:
    return ThemePage(
        title="Semaine de 4 jours",
        summary="Travailler quatre jours au lieu de cinq : qui l’a fait, pourquoi, et à quelles "
        "conditions cela tient.",
        term=term(Scheme.THEME, "semaine-de-4-jours"),
        picture=picture_of("semaine-de-4-jours"),
        related=chosen(
            [
                known("page/enquete-semaine-de-4-jours"),
                known("page/carnet-de-l-is"),
                known("page/rencontre-regionale-2023"),
            ]
        ),
        body=_four_days_body(),
    )


def _four_days_body() -> list[Block]:
    return [
        text(
            "<p>Quatre jours ne veulent pas dire la même chose partout. Ici le salaire est tenu "
            "et les heures baissent, là les journées s’allongent. Ce qui décide souvent de la "
            "suite : le temps pris, avant, pour parler du travail réel.</p>"
        ),
        figures(
            "Ce que le programme en sait",
            figure("11", "entreprises interviewées", date="2023", source="bilan 2023"),
            figure("40", "salariés et dirigeants interrogés", date="2023", source="bilan 2023"),
        ),
        *selection("Pour commencer", four_day_fiches()[:6]),
        answers(
            "Rencontres et publications sur le sujet",
            "/recherche/?q=semaine+de+4+jours&type=evenement&type=publication",
        ),
        accordion(
            "Avant d’essayer",
            [
                (
                    "Moins d’heures, ou les mêmes en moins de jours ?",
                    "<p>Les deux existent. Dites lequel, et ce que devient le salaire.</p>",
                ),
                (
                    "Tout le monde le même jour ?",
                    "<p>Rarement. Un binôme ou une équipe tournante garde la porte ouverte.</p>",
                ),
                (
                    "Et si cela ne marche pas ?",
                    "<p>Prévoyez la fin de l’essai avant son début, et des repères pour en juger : "
                    "fatigue, délais, embauches, ambiance.</p>",
                ),
                (
                    "Faut-il un accord ?",
                    "<p>Le CSE est consulté quand il existe ; un accord d’entreprise fixe les "
                    "garanties.</p>",
                ),
            ],
        ),
    ]


def _equality() -> ThemePage:
    return ThemePage(
        title="Égalité au travail",
        summary="Recruter sans écarter, accueillir sans assigner, protéger chacune et chacun.",
        term=term(Scheme.THEME, "egalite-au-travail"),
        body=[
            text(
                "<p>L’égalité se joue dans des détails : la hauteur d’un établi, la langue d’une "
                "consigne, l’heure d’une réunion.</p>"
            ),
            *selection(
                "Trois portes d’entrée",
                fiches(("les-delices-bleus", "decolletage-du-haut-fosse", "lanterne-haute")),
            ),
        ],
    )


def _health() -> ThemePage:
    return ThemePage(
        title="Santé au travail",
        summary="Gestes, chaleur, fatigue, tensions : agir sur le travail plutôt que sur les gens.",
        term=term(Scheme.THEME, "sante-au-travail"),
        body=[
            text(
                "<p>Beaucoup de ces équipes ont commencé par regarder le travail se faire, avant "
                "d’acheter quoi que ce soit.</p>"
            ),
            *selection(
                "À lire pour s’inspirer",
                fiches(("tolerie-du-rondeau", "residence-les-cinq-portes", "toits-hirondelle")),
            ),
        ],
    )


def _dialogue() -> ThemePage:
    return ThemePage(
        title="Dialogue social et professionnel",
        summary="Se parler du travail, négocier, coopérer entre voisins.",
        term=term(Scheme.THEME, "dialogue-social"),
        body=[
            text(
                "<p>Une réunion de plus ne suffit pas : encore faut-il que ce qui s’y dit change "
                "quelque chose.</p>"
            ),
            *selection(
                "Des façons de s’y prendre",
                fiches(("emballages-vif-argent", "precision-partagee", "paliers-du-bocage")),
            ),
        ],
    )
