"""A copy that replays changes and deletions holds exactly what the public may see, as it is.

After each kind of write, and after what happens without one.
"""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from hub.content.changes import reading
from hub.content.models.change import PageChange
from hub.editing.trash.keeping import restore, throw_away
from initiatives.models import (
    ContactPerson,
    InitiativeOrganisation,
    OrganisationRole,
    PrizeResult,
    Verification,
)
from tests.factories import (
    ContactPersonFactory,
    InitiativePageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    StandardPageFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def fiche(home):
    """A fiche with all that is told of it from elsewhere, and two pages, one above the other."""
    fiche = InitiativePageFactory(
        title="Avant", terms=[TermFactory()], contact=ContactPersonFactory()
    )
    fiche.tags.add("essai")
    fiche.save_revision().publish()
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=OrganisationFactory(), role=OrganisationRole.CARRIER
    )
    PrizeResultFactory(initiative=fiche)
    return fiche


def rename(page):
    page.title, page.slug = "Après", "apres"
    page.save_revision().publish()


def restrict(page):
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")


def restrict_above(page):
    restrict(page.get_parent())


def unrestrict(page):
    restrict_above(page)
    PageViewRestriction.objects.get().delete()


def move(page):
    page.move(StandardPageFactory(title="Ailleurs"), pos="last-child")


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())


def extend(page):
    page.expire_at = None
    page.save_revision().publish()


def rename_term(page):
    term = page.characterisations.first().tag
    term.name = "Autre nom"
    term.save()


def rename_organisation(page):
    organisation = page.organisation_links.first().organisation
    organisation.name = "Autre nom"
    organisation.save()


def withdraw_contact(page):
    page.contact.is_public = False
    page.contact.save()


def end_consent(page):
    """As days pass: nothing is written until the job that is run each ten minutes."""
    today, day = timezone.now(), datetime.timedelta(days=1)
    PageChange.objects.update(changed=today - 2 * day)
    ContactPerson.objects.update(expires_on=timezone.localdate() - day)
    call_command("tell_ended_consents", stdout=StringIO())


def check(page):
    Verification.objects.create(initiative=page, verified_on=datetime.date(2026, 1, 5))


def lose_the_prize(page):
    PrizeResult.objects.get().delete()


def give_the_prize_away(page):
    PrizeResult.objects.update_or_create(defaults={"initiative": InitiativePageFactory()})


def rename_tag(page):
    tag = page.tags.first()
    tag.name = "Autre étiquette"
    tag.save()


def rename_what_it_leads_to(page):
    page.related = json.dumps([{"type": "page", "value": StandardPageFactory(title="Voisine").pk}])
    page.save_revision().publish()
    other = Page.objects.get(title="Voisine").specific
    other.title = "Autre titre"
    other.save_revision().publish()


def delete_what_it_leads_to(page):
    rename_what_it_leads_to(page)
    Page.objects.get(title="Autre titre").delete()


WRITES = [
    rename,
    lambda page: page.unpublish(),
    restrict,
    restrict_above,
    unrestrict,
    expire,
    throw_away,
    lambda page: restore(throw_away(page)),
    lambda page: InitiativePageFactory(),
    lambda page: InitiativePageFactory(live=False),
    rename_term,
    rename_organisation,
    withdraw_contact,
    end_consent,
    check,
    lose_the_prize,
    give_the_prize_away,
    rename_tag,
    rename_what_it_leads_to,
    delete_what_it_leads_to,
]


@pytest.mark.parametrize("write", WRITES, ids=lambda one: one.__name__)
def test_after_a_write_the_copy_is_what_the_public_may_see(fiche, copy, live, write):
    copy.synchronise()
    assert copy.pages == live()
    write(fiche)
    copy.synchronise()
    assert copy.pages == live()


def test_pages_that_hide_come_back_and_go_again_with_all_that_stands_below(home, copy, live):
    above = StandardPageFactory(title="Au-dessus")
    below = StandardPageFactory(title="Au-dessous", parent=above)
    copy.synchronise()
    for write in (
        lambda: restrict(above),
        lambda: PageViewRestriction.objects.all().delete(),
        lambda: move(Page.objects.get(pk=below.pk)),
        lambda: rename(Page.objects.get(pk=above.pk).specific),
        lambda: expire(below),
        lambda: extend(Page.objects.get(pk=below.pk).specific),
        lambda: Page.objects.get(pk=above.pk).unpublish(),
        lambda: Page.objects.get(pk=above.pk).specific.save_revision().publish(),
        lambda: Page.objects.get(title="Ailleurs").delete(),
        lambda: Page.objects.get(pk=above.pk).delete(),
    ):
        write()
        copy.synchronise()
        assert copy.pages == live()


def test_a_draft_changes_nothing(fiche, copy):
    copy.synchronise()
    fiche.title = "Pas encore"
    fiche.save_revision()
    assert copy.synchronise() == set()


def test_what_the_public_never_saw_is_not_told_to_have_gone(home, ask):
    hidden = StandardPageFactory(title="Privée", live=False)
    restrict(hidden)
    page = Page.objects.get(pk=hidden.pk).specific
    page.save_revision().publish()
    page.delete()
    assert ask("/suppressions", since="1970-01-01")["items"] == []


def test_the_next_question_begins_before_what_may_still_be_open(home, ask):
    given = datetime.datetime.fromisoformat(ask("/pages", updated_since="2026-01-01")["until"])
    late = timezone.now() - given
    assert reading.MARGIN <= late < reading.MARGIN + datetime.timedelta(minutes=1)
    assert given.utcoffset() in {HOUR, 2 * HOUR}


def test_since_is_asked_for(home, ask):
    problem = ask("/suppressions", status=400)
    assert problem["errors"][0]["parameter"] == "since"
