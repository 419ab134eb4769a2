"""The two forms that anybody may fill in."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from hub.content.text import NBSP, number_label
from initiatives.door.guard import new_token, read_token
from initiatives.door.models import ErrorReport, Proposal, ReportKind, Sender
from initiatives.door.typed import typed

EXPIRED = (
    "Ce formulaire est resté ouvert trop longtemps, ou il a été modifié en route. Rien n’est "
    "perdu : relisez ce que vous avez écrit, puis envoyez-le de nouveau."
)
TOO_QUICK = (
    "Ce formulaire a été envoyé trop vite pour avoir été rempli par une personne. Rien n’est "
    "perdu : attendez quelques secondes, puis envoyez-le de nouveau."
)
TRAPPED = (
    "Un champ caché, qui doit rester vide, a été rempli, peut-être par votre navigateur. Il est "
    "maintenant vide : envoyez le formulaire de nouveau."
)
CONSENT_MISSING = (
    "Cochez cette case : sans votre accord, nous ne pouvons pas garder vos coordonnées."
)
EMAIL_MISSING = "Indiquez votre adresse électronique : l’accusé de réception y est envoyé."
EMAIL_INVALID = (
    "Cette adresse électronique n’est pas valable. Exemple d’adresse : prenom.nom@exemple.fr."
)
WEBSITE_INVALID = (
    "Cette adresse de site n’est pas valable. Exemple d’adresse : https://www.exemple.fr"
)
# Nobody sees this field, and everybody is told to leave it empty; machines like its name.
TRAP = "subject"


class OneLine(forms.CharField):
    """A text on one line, whatever was pasted in it."""

    def to_python(self, value: Any) -> str:
        """Return the text with single spaces."""
        return " ".join((super().to_python(value) or "").split())


class DoorForm(forms.ModelForm):
    """What both forms have: who sends, their agreement, the trap, the token."""

    purpose: ClassVar[str]
    sender_names: ClassVar[tuple[str, ...]]
    missing: ClassVar[dict[str, str]]

    name = OneLine(
        label="Votre nom",
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label="Votre adresse électronique",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": EMAIL_INVALID, "required": EMAIL_MISSING},
    )
    consent = forms.BooleanField(
        label="J’accepte que mes coordonnées soient gardées douze mois pour traiter mon envoi",
        required=False,
    )

    def __init__(self, posted: QueryDict | None = None, *, about: str = "") -> None:
        self._purpose = f"{self.purpose} {about}".strip()
        names = [*self.base_fields, TRAP, "token"]
        data = None if posted is None else typed(posted, names)
        super().__init__(data)
        self.sent_token = (data or {}).get("token", "")
        self.token = read_token(self.sent_token, self._purpose)
        for name, field in self.fields.items():
            # The browser would cut in silence what is pasted.
            limit = field.widget.attrs.pop("maxlength", None)
            if limit:
                field.error_messages["max_length"] = _too_long(int(limit))
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]

    @property
    def token_to_send(self) -> str:
        """The token of this form as long as it holds: its age goes on counting."""
        return self.sent_token if self.token else new_token(self._purpose)

    @property
    def fields_about(self) -> list[BoundField]:
        """What is said, in order."""
        return [self[name] for name in self.fields if name not in self.sender_names]

    @property
    def fields_of_sender(self) -> list[BoundField]:
        """Who says it, in order."""
        return [self[name] for name in self.sender_names]

    @property
    def faulty_fields(self) -> list[BoundField]:
        """What is to be corrected, in order."""
        return [field for field in (*self.fields_about, *self.fields_of_sender) if field.errors]

    def clean(self) -> dict[str, Any]:
        """Refuse what a machine sends; require an agreement with whatever names a person."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.token is None:
            self.add_error(None, EXPIRED)
        elif self.token.is_too_young:
            self.add_error(None, TOO_QUICK)
        if self.data.get(TRAP):
            self.add_error(None, TRAPPED)
        if (cleaned.get("name") or cleaned.get("email")) and not cleaned.get("consent"):
            self.add_error("consent", CONSENT_MISSING)
        return cleaned

    @property
    def submission_key(self) -> str:
        """What two clicks on « Envoyer » have in common: the form, and all that is typed in it."""
        nonce = self.token.nonce if self.token else ""
        said = {name: str(value) for name, value in self.cleaned_data.items()}
        text = json.dumps([self._purpose, nonce, said], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def recipient(self) -> str:
        """Where the receipt is to go; empty for one who gave no address."""
        return str(self.cleaned_data["email"])

    def sender(self) -> Sender | None:
        """Return who sends, not saved; None for one who gave neither name nor address."""
        name, email = self.cleaned_data["name"], self.cleaned_data["email"]
        return Sender(name=name, email=email) if name or email else None


class ProposalForm(DoorForm):
    """« Signaler une initiative »."""

    purpose = "initiative"
    sender_names = ("name", "email", "spotter", "consent")
    missing: ClassVar = {
        "title": "Donnez un nom à l’initiative. Exemple : la semaine de quatre jours.",
        "organisation": "Indiquez la structure qui mène l’initiative.",
        "commune": "Indiquez la commune où l’initiative a lieu.",
        "summary": "Dites en une ou deux phrases ce qui a changé, et pour qui.",
        "need": "Dites quel besoin était à l’origine de l’initiative.",
        "name": "Indiquez votre nom.",
    }

    website = forms.URLField(
        label="Site web",
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text="Exemple : https://www.exemple.fr",
        error_messages={"invalid": WEBSITE_INVALID},
    )

    class Meta:
        model = Proposal
        fields = (
            "title",
            "organisation",
            "commune",
            "summary",
            "need",
            "details",
            "website",
            "spotter",
        )
        field_classes: ClassVar = dict.fromkeys(
            ("title", "organisation", "commune", "spotter"), OneLine
        )
        labels: ClassVar = {"spotter": "Votre structure"}
        help_texts: ClassVar = {
            "title": "Quelques mots. Exemple : la semaine de quatre jours.",
            "organisation": "Entreprise, association, coopérative, collectivité… Exemple : "
            "Menuiserie Jurassienne.",
            "commune": "Exemple : Lons-le-Saunier, ou 39000.",
            "summary": "Une ou deux phrases, 400 caractères au plus.",
            "need": "Qu’est-ce qui n’allait pas, ou manquait ? 400 caractères au plus.",
            "details": "Ce que cela a donné, depuis quand, comment l’équipe a décidé. Ne nommez "
            "personne : nous vous demanderons qui contacter. 3 000 caractères au plus.",
            "spotter": "Si vous signalez l’initiative en son nom : elle sera citée sur la fiche "
            "comme partenaire repéreur.",
        }
        widgets: ClassVar = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "need": forms.Textarea(attrs={"rows": 4}),
            "details": forms.Textarea(attrs={"rows": 8}),
            "spotter": forms.TextInput(attrs={"autocomplete": "organization"}),
        }


class ReportForm(DoorForm):
    """« Signaler une erreur ou demander un retrait », about one fiche."""

    purpose = "fiche"
    sender_names = ("name", "email", "consent")
    missing: ClassVar = {
        "kind": "Choisissez ce que vous demandez.",
        "message": "Dites ce qui est faux, ou ce qui doit être retiré.",
    }

    kind = forms.ChoiceField(
        label="Que demandez-vous ?",
        choices=ReportKind.choices,
        initial=ReportKind.ERROR,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = ErrorReport
        fields = ("kind", "message")
        labels: ClassVar = {"message": "Votre message"}
        help_texts: ClassVar = {
            "message": "Ce qui est faux et ce qui est juste ; ou ce qui doit être retiré, et "
            "pourquoi. 3 000 caractères au plus."
        }
        widgets: ClassVar = {"message": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, posted: QueryDict | None = None, *, about: str = "") -> None:
        super().__init__(posted, about=about)
        self.fields["name"].required = self.fields["email"].required = False
        self.fields[
            "email"
        ].help_text = (
            "Pour un accusé de réception et notre réponse. Nécessaire pour demander un retrait."
        )
        agreed = self.fields["consent"].label
        self.fields["consent"].label = f"{agreed} (si vous laissez votre nom ou votre adresse)"

    def clean(self) -> dict[str, Any]:
        """Require an address for a withdrawal, which is never done without an exchange."""
        cleaned = super().clean()
        asked = cleaned.get("kind") == ReportKind.WITHDRAWAL
        if asked and "email" in cleaned and not cleaned["email"]:
            self.add_error(
                "email", "Pour un retrait, indiquez l’adresse électronique où vous répondre."
            )
        return cleaned


def _too_long(limit: int) -> str:
    return (
        f"{number_label(limit)}{NBSP}caractères au plus : vous en avez écrit %(show_value)d. "
        "Raccourcissez votre texte."
    )
