"""An occasional contributor proposes a fiche; somebody who moderates accepts it."""

import pytest
from playwright.sync_api import expect

from hub.editing.roles import Role
from initiatives.models import InitiativePage
from tests.journeys.test_writing import add_terms

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_fiche_proposed_then_accepted(sign_in, site):
    contributor = sign_in(Role.CONTRIBUTION)
    contributor.open("/admin/")
    contributor.follow_menu("Contenus", "Fiches")
    contributor.page.get_by_role("link", name="Ajouter une fiche").click()
    contributor.write("Titre*", "La navette du plateau")
    contributor.write("Résumé*", "Un minibus partagé entre trois villages.")
    add_terms(contributor.page, "Individu (Centrée sur)", "Lieu (En lien avec)")
    expect(contributor.page.locator("footer").get_by_text("Publier")).to_have_count(0)
    contributor.submit()
    contributor.expect_said("soumise")
    fiche = InitiativePage.objects.get()
    assert not fiche.live

    moderator = sign_in(Role.MODERATION)
    moderator.open("/admin/")
    moderator.page.get_by_role("link", name="La navette du plateau").first.click()
    moderator.approve()
    moderator.expect_said("mise à jour")
    fiche.refresh_from_db()
    assert fiche.live
    moderator.page.goto(f"{moderator.address}{fiche.url}")
    expect(moderator.page.get_by_role("heading", level=1)).to_have_text("La navette du plateau")
