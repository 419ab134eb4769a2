"""People of each role at their desk, in Chromium, as they would find it."""

import re

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from hub.editing.roles import Role
from initiatives.models.vocabulary import Scheme
from tests import factories

# Between two steps the editor saves by itself, and the machine may be busy.
PATIENCE = 20_000
MORE_ACTIONS = re.compile("^Plus d.actions$")


class Desk:
    """The admin open in a tab, for somebody of one role."""

    def __init__(self, page, address):
        self.page = page
        self.address = address
        page.set_default_timeout(PATIENCE)

    def open(self, path):
        self.page.goto(f"{self.address}{path}")

    def follow_menu(self, *names):
        *menus, entry = names
        for name in menus:
            self.page.get_by_role("button", name=name, exact=True).click()
        self.page.locator("nav").get_by_role("link", name=entry, exact=True).click()

    def write(self, label, text):
        fields = self.page.locator("input, textarea")
        fields.and_(self.page.get_by_label(label, exact=True)).first.fill(text)

    def publish(self):
        self._act("Publier")

    def save_draft(self):
        self.page.get_by_role("button", name="Enregistrer le brouillon").click()
        self.expect_said("enregistrée")

    def submit(self):
        self._act("Soumettre")

    def approve(self):
        self._act("Approuver")

    def _act(self, name):
        footer = self.page.locator("footer")
        action = footer.get_by_role("button", name=name).first
        # The menu opens once its script has come: a click before that is lost.
        self.page.wait_for_load_state("networkidle")
        footer.get_by_role("button", name=MORE_ACTIONS).click()
        action.click()

    def expect_said(self, text):
        expect(self.page.locator(".messages").get_by_text(text).first).to_be_visible(
            timeout=PATIENCE
        )


@pytest.fixture
def sign_in(browser, live_server, client, django_user_model):
    """A function that opens the admin for a new user of a role."""
    visits = []

    def enter(role):
        user = django_user_model.objects.create_user(f"{role.lower()}", email="a@example.org")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        visit = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
        session = client.cookies["sessionid"].value
        visit.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        visits.append(visit)
        return Desk(visit.new_page(), live_server.url)

    yield enter
    for visit in visits:
        visit.close()


@pytest.fixture
def writer(sign_in):
    return sign_in(Role.WRITING)


@pytest.fixture
def site(home):
    """A site with its lists, and the terms that a fiche needs."""
    for make in (
        factories.InitiativeIndexPageFactory,
        factories.LaureateIndexPageFactory,
        factories.EventIndexPageFactory,
        factories.VideoIndexPageFactory,
    ):
        make()
    factories.TermFactory(scheme=Scheme.CENTRED_ON, name="Individu")
    factories.TermFactory(scheme=Scheme.LINKED_TO, name="Lieu")
    factories.TermFactory(scheme=Scheme.EVENT_KIND, name="Atelier")
    return home
