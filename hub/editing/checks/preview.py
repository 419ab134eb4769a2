"""What Wagtail's own checker looks for in the preview, and its words."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

from hub.content.typography import french

WORDS = {
    "button-name": (
        "Un bouton n’a pas de texte",
        "Un lecteur d’écran dirait seulement « bouton » : écrivez ce qu’il fait.",
    ),
    "empty-heading": (
        "Un intertitre est vide",
        "Il est annoncé sans rien dire : écrivez-le, ou effacez-le.",
    ),
    "empty-table-header": (
        "Un en-tête de tableau est vide",
        "Les cellules sont lues avec leur en-tête : écrivez-le.",
    ),
    "frame-title": (
        "Un cadre n’a pas de titre",
        "On ne sait pas ce qu’il contient avant d’y entrer : donnez un titre à la vidéo.",
    ),
    "heading-order": (
        "Un intertitre saute un niveau",
        "Beaucoup parcourent la page par ses intertitres : passez du niveau 2 au niveau 3, puis au "
        "niveau 4.",
    ),
    "input-button-name": (
        "Un bouton n’a pas de texte",
        "Un lecteur d’écran dirait seulement « bouton » : écrivez ce qu’il fait.",
    ),
    "link-name": (
        "Un lien n’a pas de texte",
        "On ne sait pas où il mène : écrivez le nom de ce que l’on y trouve.",
    ),
    "p-as-heading": (
        "Un paragraphe en gras sert d’intertitre",
        "Il ne figure pas au plan de la page : donnez-lui un niveau d’intertitre.",
    ),
    "alt-text-quality": (
        "Un texte alternatif ressemble à un nom de fichier",
        "Il est lu à voix haute à la place de l’image : dites en une phrase ce que l’on voit.",
    ),
    "empty-meta-description": (
        "La page n’a pas de description",
        "C’est ce que montrent les moteurs de recherche sous le titre : écrivez-la dans l’onglet "
        "« Référencement ».",
    ),
}


class FrenchCheckerItem(ContentCheckerItem):
    """Wagtail's checker on what the editor wrote, each rule telling why and how."""

    # The header and the footer are not the editor's.
    axe_include = ["main"]
    axe_messages = {
        rule: {"error_name": french(name), "help_text": french(text)}
        for rule, (name, text) in WORDS.items()
    }


@hooks.register("construct_wagtail_userbar")
def use_our_checker(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put our checker in the place of Wagtail's."""
    items[:] = [
        FrenchCheckerItem(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]
