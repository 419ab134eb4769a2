"""The actions: tags, theme, year and verification of fiches; publication of every type."""

import datetime
from typing import Any

from wagtail.log_actions import log

from initiatives.bulk.action import ListingAction, on
from initiatives.bulk.forms import TagsForm, ThemeForm, VerificationForm, YearForm
from initiatives.bulk.refusals import why_not_changed, why_not_published, why_not_verified
from initiatives.bulk.versions import change_versions
from initiatives.journal import VERIFIED
from initiatives.models import (
    Characterisation,
    EventPage,
    EventReportPage,
    InitiativePage,
    LaureateStoryPage,
    PublicationPage,
    Verification,
    VideoPage,
)


class Changing(ListingAction):
    """Changes what fiches say, as they are published and as they wait."""

    done = ("fiche modifiée", "fiches modifiées")

    def why_not(self, page: Any) -> str:
        """Leave out what the user may not change, and what waits for somebody or some day."""
        return why_not_changed(page, self.request.user)

    def act(self, page: Any) -> bool:
        """Change the fiche; published at once if the user may publish, else kept as a draft."""
        user = self.request.user
        may_publish = page.permissions_for_user(user).can_publish()
        return change_versions(page, self.change, user, publish=may_publish)

    def change(self, fiche: Any) -> bool:
        """Change a fiche in memory, and tell whether there was anything to change."""
        raise NotImplementedError


@on(InitiativePage)
class Tagging(Changing):
    """Gives free tags, and takes some away."""

    action_type = "etiqueter"
    display_name = "Étiquettes"
    aria_label = "Ajouter ou retirer des étiquettes aux pages choisies"
    action_priority = 20
    form_class = TagsForm
    question = "Quelles étiquettes ajouter ou retirer ?"
    button = "Modifier les étiquettes"

    def change(self, fiche: Any) -> bool:
        """Add and remove the tags; case does not count."""
        added, removed = self._asked("add"), self._asked("remove")
        present = {tag.name.casefold(): tag.name for tag in fiche.tags.all()}
        new = [name for key, name in added.items() if key not in present]
        old = [name for key, name in present.items() if key in removed]
        fiche.tags.add(*new)
        fiche.tags.remove(*old)
        return bool(new or old)

    def _asked(self, field: str) -> dict[str, str]:
        return {name.casefold(): name for name in self.cleaned_form.cleaned_data[field] or ()}


@on(InitiativePage)
class Theming(Changing):
    """Gives a theme, or takes it away."""

    action_type = "theme"
    display_name = "Thème"
    aria_label = "Ajouter ou retirer un thème aux pages choisies"
    action_priority = 30
    form_class = ThemeForm
    question = "Quel thème ajouter ou retirer ?"
    button = "Modifier le thème"

    def change(self, fiche: Any) -> bool:
        """Add the theme after what the fiche says already, or remove it."""
        asked = self.cleaned_form.cleaned_data
        links = fiche.characterisations.all()
        held = [one for one in links if one.tag_id == asked["theme"].pk]
        if asked["what"] == "remove":
            fiche.characterisations.remove(*held)
            return bool(held)
        if held:
            return False
        rank = max((one.sort_order or 0 for one in links), default=-1) + 1
        fiche.characterisations.add(
            Characterisation(tag=asked["theme"], evidence=asked["evidence"], sort_order=rank)
        )
        return True


@on(InitiativePage)
class Dating(Changing):
    """Says in which year fiches were recensées."""

    action_type = "annee"
    display_name = "Année"
    aria_label = "Donner une année de recensement aux pages choisies"
    icon = "calendar"
    action_priority = 40
    form_class = YearForm
    question = "Quelle est leur année de recensement ?"
    button = "Modifier l’année"

    def change(self, fiche: Any) -> bool:
        """Set the year."""
        year = self.cleaned_form.cleaned_data["year"]
        is_new = bool(fiche.year != year)
        fiche.year = year
        return is_new


@on(InitiativePage)
class Verifying(ListingAction):
    """Says that fiches were verified today, by whom, and what changed."""

    action_type = "verifier"
    display_name = "Marquer vérifiées"
    aria_label = "Marquer les pages choisies comme vérifiées aujourd’hui"
    icon = "check"
    action_priority = 10
    form_class = VerificationForm
    question = "Vous avez vérifié ces fiches aujourd’hui ?"
    button = "Marquer vérifiées"
    done = ("fiche marquée vérifiée", "fiches marquées vérifiées")

    def why_not(self, page: Any) -> str:
        """Leave out what the user may not change."""
        return why_not_verified(page, self.request.user)

    def act(self, page: Any) -> bool:
        """Record the verification, once a day for each user, with what changed."""
        changes = self.cleaned_form.cleaned_data["changes"]
        _, is_new = Verification.objects.get_or_create(
            initiative=page,
            verified_on=datetime.date.today(),
            author=self.request.user,
            changes=changes,
        )
        if is_new:
            log(page, VERIFIED, user=self.request.user, data={"changes": changes})
        return is_new


@on(InitiativePage, LaureateStoryPage, EventPage, EventReportPage, VideoPage, PublicationPage)
class Publishing(ListingAction):
    """Publishes drafts, and modifications that wait, where nothing lacks."""

    action_type = "publier"
    display_name = "Publier"
    aria_label = "Publier les pages choisies"
    icon = "upload"
    action_priority = 50
    question = "Publier ces pages telles qu’elles ont été enregistrées en dernier ?"
    button = "Publier"
    done = ("page publiée", "pages publiées")

    def why_not(self, page: Any) -> str:
        """Leave out what the user may not publish and what may not be published, and say why."""
        return why_not_published(page, self.request.user)

    def act(self, page: Any) -> bool:
        """Publish the last revision."""
        user = self.request.user
        revision = page.get_latest_revision() or page.save_revision(user=user)
        revision.publish(user=user, skip_permission_checks=True)
        return True


ACTIONS = (Verifying, Tagging, Theming, Dating, Publishing)
