"""What is known of who sent something, and how to forget it (RGPD, articles 15 and 17)."""

from typing import Any

from django.db.models import Q, QuerySet

from initiatives.door.models import Sender


def find_senders(query: str) -> QuerySet[Sender]:
    """Return those whose name or address is this text."""
    return Sender.objects.filter(Q(name__iexact=query) | Q(email__iexact=query)).order_by("pk")


def export_sender(sender: Sender) -> dict[str, Any]:
    """Return everything known of a sender: who they are, what they sent, what was written."""
    sent = sender.sent
    letters = [
        {"quand": letter.created_at.isoformat(), "objet": letter.subject, "texte": letter.body}
        for letter in sender.letters.all()
    ]
    return {
        "personne": {
            "name": sender.name,
            "email": sender.email,
            "consent_given_at": sender.consent_given_at.isoformat(),
        },
        "envoi": _said(sent) if sent else None,
        "courriels": letters,
    }


def details_of_sender(sender: Sender) -> list[str]:
    """Return the details that identify a sender."""
    return [detail for detail in (sender.name, sender.email) if detail]


def _said(sent: Any) -> dict[str, str]:
    fields = (field for field in sent._meta.concrete_fields if not field.is_relation)
    return {"reference": sent.reference} | {
        field.name: str(getattr(sent, field.name)) for field in fields
    }
