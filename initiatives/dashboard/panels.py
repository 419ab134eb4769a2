"""The panels of the domain: events, fiches, videos, people."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from hub.content.dashboard.panel import DashboardPanel, WorkList
from hub.content.dashboard.permissions import editable_pages
from hub.content.dashboard.registry import dashboard
from initiatives.dashboard import gaps
from initiatives.freshness import to_verify
from initiatives.models import ContactPerson, EventPage, InitiativePage, VideoPage

# Time enough to write to somebody and to have their answer.
EXPIRES_WITHIN_DAYS = 60


def _among(
    model: type[Any], rule: Callable[[Any], QuerySet[Any]]
) -> Callable[[Any], QuerySet[Any]]:
    """Return a rule as a list asks for it: among the pages that the user may edit."""
    return lambda user: rule(editable_pages(user, model).defer_streamfields())


def expiring_contacts(user: Any) -> QuerySet[ContactPerson]:
    """Return the people whose agreement ends soon, if the user may edit people."""
    if not user.has_perm("initiatives.change_contactperson"):
        return ContactPerson.objects.none()
    soon = ContactPerson.objects.about_to_expire(EXPIRES_WITHIN_DAYS)
    return soon.order_by("expires_on", "pk")


def _edit_contact(person: ContactPerson) -> str:
    name = ContactPerson.snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]
    return reverse(name, args=[person.pk])


def _verified_note(fiche: Any) -> str:
    if fiche.last_check:
        return f"vérifiée le {fiche.last_check:%d/%m/%Y}"
    return f"recensée en {fiche.year}, jamais vérifiée" if fiche.year else "jamais vérifiée"


reports = DashboardPanel(
    title="Événements passés sans compte rendu",
    why="Un compte rendu garde ce que la rencontre a donné : qui est venu, ce qui s’est dit.",
    lists=(
        WorkList(
            slug="evenements-sans-compte-rendu",
            title="Événements passés sans compte rendu",
            empty="Tous les événements passés ont leur compte rendu.",
            items=_among(EventPage, gaps.without_report),
            link=lambda event: reverse("write_report", args=[event.pk]),
            note=lambda event: event.when,
        ),
    ),
    order=20,
)
verifications = DashboardPanel(
    title="Fiches à vérifier",
    why="Personne ne s’est assuré depuis longtemps que ces fiches sont encore exactes. "
    "Contactez la structure, puis enregistrez une vérification dans « Référentiels ».",
    lists=(
        WorkList(
            slug="fiches-a-verifier",
            title="Fiches à vérifier",
            empty="Toutes les fiches ont été vérifiées récemment.",
            items=_among(InitiativePage, to_verify),
            note=_verified_note,
        ),
    ),
    order=30,
)
incomplete = DashboardPanel(
    title="Fiches à compléter",
    why="Sans lieu, une fiche manque sur la carte ; sans image, elle montre un paysage dessiné ; "
    "sans thème, aucun sujet ne mène à elle.",
    lists=(
        WorkList(
            slug="fiches-sans-lieu",
            title="Fiches sans lieu",
            empty="Toutes les fiches ont un lieu.",
            items=_among(InitiativePage, gaps.without_place),
        ),
        WorkList(
            slug="fiches-sans-image",
            title="Fiches sans image",
            empty="Toutes les fiches ont une image.",
            items=_among(InitiativePage, gaps.without_picture),
        ),
        WorkList(
            slug="fiches-sans-theme",
            title="Fiches sans thème",
            empty="Toutes les fiches ont un thème.",
            items=_among(InitiativePage, gaps.without_theme),
        ),
    ),
    order=40,
)
transcripts = DashboardPanel(
    title="Vidéos sans transcription",
    why="La transcription permet de lire la vidéo sans le son, et de la trouver par la recherche.",
    lists=(
        WorkList(
            slug="videos-sans-transcription",
            title="Vidéos sans transcription",
            empty="Toutes les vidéos ont une transcription.",
            items=_among(VideoPage, gaps.without_transcript),
        ),
    ),
    order=50,
)
contacts = DashboardPanel(
    title="Contacts dont l’accord expire bientôt",
    why="Passé ce jour, la personne n’est plus montrée sur le site : demandez-lui si elle "
    "renouvelle son accord.",
    lists=(
        WorkList(
            slug="contacts-a-renouveler",
            title="Contacts dont l’accord expire bientôt",
            empty=f"Aucun accord n’expire dans les {EXPIRES_WITHIN_DAYS} prochains jours.",
            items=expiring_contacts,
            link=_edit_contact,
            note=lambda person: f"jusqu’au {person.expires_on:%d/%m/%Y}",
        ),
    ),
    order=60,
)

dashboard.register(reports, verifications, incomplete, transcripts, contacts)
