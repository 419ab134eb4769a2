"""What is done at once to several pages of a list, and what is left out."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, PageLogEntry, Workflow

from initiatives.models import InitiativePage, Scheme, Verification
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/contenus/fiches/"


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def address(action, *pages, model="initiativepage", **query):
    where = reverse("wagtail_bulk_action", args=["initiatives", model, action])
    asked = "&".join(f"id={page if page == 'all' else page.pk}" for page in pages)
    more = "".join(f"&{key}={value}" for key, value in query.items())
    return f"{where}?{asked}{more}&next={LIST}"


def do(client, action, *pages, model="initiativepage", **fields):
    """Confirm an action, and return what the editor reads afterwards."""
    asked = address(action, *pages, model=model)
    keys = client.get(asked).context["keys"]
    answer = client.post(asked, {"pages": keys, **fields}, follow=True)
    return [str(message) for message in answer.context["messages"]] if answer.redirect_chain else []


def published(**fields):
    """A published fiche with its revision."""
    page = factories.InitiativePageFactory(**fields)
    page.save_revision().publish()
    return InitiativePage.objects.get(pk=page.pk)


def with_draft(**fields):
    """A published fiche that somebody is modifying."""
    page = published(**fields)
    page.title = "En chantier"
    page.save_revision()
    return InitiativePage.objects.get(pk=page.pk)


def fresh(page):
    return InitiativePage.objects.get(pk=page.pk)


def draft_of(page):
    return fresh(page).get_latest_revision_as_object()


def tags_of(page):
    return {tag.name for tag in page.tags.all()}


@pytest.fixture
def contributor(django_user_model, home):
    """Somebody who may change pages and not publish them."""
    group = Group.objects.create(name="Essai")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(group=group, page=home, permission_type="change")
    user = django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
    user.groups.add(group)
    return user


def test_the_screen_says_how_many_and_which(admin):
    pages = [factories.InitiativePageFactory(title=title) for title in ("Un", "Deux")]
    factories.InitiativePageFactory(title="Un autre")
    text = admin.get(address("verifier", *pages)).content.decode()
    assert "2 fiches" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Deux" in text
    assert "Un autre" not in text


def test_a_verification_is_dated_and_signed_and_logged(admin, editor):
    page = published()
    [message] = do(admin, "verifier", page, changes="Nouveau site")
    assert "1\N{NO-BREAK SPACE}fiche marquée vérifiée" in message
    check = Verification.objects.get()
    assert (check.initiative, check.verified_on, check.author, check.changes) == (
        page, datetime.date.today(), editor, "Nouveau site",
    )  # fmt: skip
    assert PageLogEntry.objects.filter(page=page.pk, action="initiatives.verify").count() == 1


def test_a_second_click_verifies_nothing_twice(admin):
    page = published()
    do(admin, "verifier", page)
    do(admin, "verifier", page)
    assert Verification.objects.count() == 1


def test_tags_are_added_and_removed_whatever_their_case(admin):
    page = published()
    page.tags.add("Vélo", "Ancienne")
    page.save()
    do(admin, "etiqueter", page, add="vélo, Nouvelle", remove="ancienne")
    assert tags_of(fresh(page)) == {"Vélo", "Nouvelle"}
    assert tags_of(draft_of(page)) == {"Vélo", "Nouvelle"}
    assert fresh(page).live
    assert not fresh(page).has_unpublished_changes


def test_no_tag_at_all_is_refused_and_nothing_is_lost(admin):
    page = published()
    asked = address("etiqueter", page)
    text = admin.post(asked, {"pages": str(page.pk)}).content.decode()
    assert "Indiquez au moins une étiquette." in text
    assert page.title in text


def test_a_theme_is_added_with_its_evidence_once(admin):
    theme = factories.TermFactory(name="Dialogue")
    page = published()
    for _ in range(2):
        do(admin, "theme", page, theme=theme.pk, what="add", evidence="Tout est discuté.")
    [link] = [one for one in fresh(page).characterisations.all() if one.tag == theme]
    assert link.evidence == "Tout est discuté."
    do(admin, "theme", page, theme=theme.pk, what="remove")
    assert fresh(page).themes == []


def test_the_year_is_set_within_its_bounds(admin):
    page = published(year=2020)
    assert do(admin, "annee", page, year=1789) == []
    assert fresh(page).year == 2020
    do(admin, "annee", page, year=2021)
    assert fresh(page).year == 2021


def test_each_change_makes_a_revision_and_a_line_in_the_log(admin, editor):
    page = published(year=2020)
    before = page.revisions.count()
    do(admin, "annee", page, year=2021)
    assert page.revisions.count() == before + 1
    acts = PageLogEntry.objects.filter(page=page.pk, user=editor).values_list("action", flat=True)
    assert set(acts) == {"wagtail.edit", "wagtail.publish"}


def test_what_is_so_already_makes_no_revision(admin):
    page = published(year=2020)
    before = page.revisions.count()
    do(admin, "annee", page, year=2020)
    assert page.revisions.count() == before


def test_a_draft_stays_a_draft(admin):
    page = factories.InitiativePageFactory(live=False, year=2020)
    page.save_revision()
    do(admin, "annee", page, year=2021)
    assert not fresh(page).live
    assert draft_of(page).year == 2021


def test_an_unfinished_draft_is_changed_and_is_not_published(admin):
    page = with_draft(title="Publiée", year=2020)
    do(admin, "annee", page, year=2021)
    shown, draft = fresh(page), draft_of(page)
    assert (shown.title, shown.year) == ("Publiée", 2021)
    assert (draft.title, draft.year) == ("En chantier", 2021)
    assert shown.has_unpublished_changes
    assert shown.draft_title == "En chantier"


def test_who_may_not_publish_leaves_a_draft(client, contributor):
    page = published(year=2020)
    client.force_login(contributor)
    do(client, "annee", page, year=2021)
    assert fresh(page).year == 2020
    assert fresh(page).has_unpublished_changes
    assert draft_of(page).year == 2021


def test_only_what_the_user_reaches_is_listed_and_changed(client, contributor, django_user_model):
    page = published(year=2020)
    GroupPagePermission.objects.all().delete()
    mine = published(title="La mienne", year=2020)
    group = Group.objects.get(name="Essai")
    GroupPagePermission.objects.create(group=group, page=mine, permission_type="change")
    client.force_login(contributor)
    assert client.get(address("annee", mine, page)).context["concerned"] == [mine]
    client.post(address("annee", mine), {"pages": f"{mine.pk},{page.pk}", "year": 2021})
    assert fresh(page).year == 2020
    assert draft_of(page).year == 2020


def lock(page, user):
    page.locked, page.locked_by, page.locked_at = True, None, timezone.now()
    page.save()


def schedule(page, user):
    page.go_live_at = timezone.now() + datetime.timedelta(days=2)
    page.save_revision().publish()


def submit(page, user):
    Workflow.objects.first().start(page, user)


def copy_as_alias(page, user):
    InitiativePage.objects.filter(pk=page.pk).update(
        alias_of=factories.InitiativePageFactory(title="Source").page_ptr
    )


CLOSED = {
    "verrouillée": lock,
    "programmée": schedule,
    "relecture": submit,
    "copie": copy_as_alias,
}


@pytest.mark.parametrize("word", CLOSED)
def test_what_is_closed_is_left_out_with_its_reason_and_the_others_done(admin, editor, word):
    closed, other = with_draft(year=2020), published(year=2020)
    CLOSED[word](closed, editor)
    [left] = admin.get(address("annee", closed, other)).context["left"]
    assert word in left.reason
    do(admin, "annee", closed, other, year=2021)
    assert fresh(closed).year == 2020
    assert fresh(other).year == 2021


def test_what_closes_meanwhile_is_left_out_and_said(admin, editor):
    page = published(title="Verrouillée entre-temps", year=2020)
    asked = address("annee", page)
    lock(page, editor)
    answer = admin.post(asked, {"pages": str(page.pk), "year": 2021}, follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert any("Verrouillée entre-temps" in one and "verrouillée" in one for one in said)
    assert fresh(page).year == 2020


def test_drafts_are_published_and_those_that_lack_something_are_said(admin):
    ready = factories.InitiativePageFactory(title="Prête", live=False)
    lacking = factories.InitiativePageFactory(title="Sans grille", live=False, terms=[])
    empty = factories.InitiativePageFactory(title="Sans résumé", live=False, summary="")
    done = published(title="Déjà publiée")
    pages = (ready, lacking, empty, done)
    left = admin.get(address("publier", *pages)).context["left"]
    reasons = {one.page.title: one.reason for one in left}
    assert "Centrée sur" in reasons["Sans grille"]
    assert reasons["Sans résumé"].startswith("Résumé : ")
    assert "déjà publiée" in reasons["Déjà publiée"]
    do(admin, "publier", *pages)
    assert [fresh(page).live for page in pages] == [True, False, False, True]


def test_a_publication_whose_file_nobody_can_read_is_not_published(admin):
    document = factories.DocumentFactory(accessibility="non")
    page = factories.PublicationPageFactory(live=False, document=document)
    asked = address("publier", page, model="publicationpage")
    [left] = admin.get(asked).context["left"]
    assert "n’est pas accessible" in left.reason


@pytest.mark.parametrize(
    "make",
    [
        factories.LaureateStoryPageFactory,
        factories.EventPageFactory,
        factories.EventReportPageFactory,
        factories.VideoPageFactory,
        factories.PublicationPageFactory,
    ],
)
def test_every_type_is_published_from_its_list(admin, make):
    page = make(live=False)
    do(admin, "publier", page, model=page._meta.model_name)
    page.refresh_from_db()
    assert page.live


def test_modifications_that_wait_are_published(admin):
    page = with_draft(title="Publiée")
    do(admin, "publier", page)
    assert fresh(page).title == "En chantier"


def test_all_of_the_filtered_list_is_chosen_and_nothing_else(admin):
    for rank in range(60):
        factories.InitiativePageFactory(title=f"Doubs {rank}", commune_code="25241")
    factories.InitiativePageFactory(title="Dijon", commune_code="21231")
    concerned = admin.get(address("verifier", "all", departement="25")).context["concerned"]
    assert len(concerned) == 60
    assert all(page.departement == "25" for page in concerned)


def test_a_list_that_is_too_long_is_cut_and_said(admin, monkeypatch):
    for module in ("selection", "action"):
        monkeypatch.setattr(f"initiatives.bulk.{module}.MOST_PAGES", 2)
    for _ in range(3):
        factories.InitiativePageFactory()
    answer = admin.get(address("verifier", "all"))
    assert len(answer.context["concerned"]) == 2
    assert "les 2 premières pages sont prises" in answer.content.decode()


def test_what_is_done_is_what_was_confirmed(admin):
    page = published(year=2020)
    asked = address("annee", "all")
    keys = admin.get(asked).context["keys"]
    later = published(year=2020)
    admin.post(asked, {"pages": keys, "year": 2021})
    assert (fresh(page).year, fresh(later).year) == (2021, 2020)


def test_a_failure_leaves_the_page_as_it_was_and_the_others_done(admin, monkeypatch):
    first, second = published(year=2020), published(year=2020)
    original = InitiativePage.save_revision

    def fail(self, **kwargs):
        if self.pk == first.pk:
            original(self, **kwargs)
            raise ValueError("panne")
        return original(self, **kwargs)

    monkeypatch.setattr(InitiativePage, "save_revision", fail)
    before = first.revisions.count()
    with pytest.raises(ValueError, match="panne"):
        do(admin, "annee", second, first, year=2021)
    assert (fresh(first).year, first.revisions.count()) == (2020, before)


@pytest.mark.parametrize("wrong", ["", "id=", "id=abc", "id=1' OR 1=1", "id=99999999999999999999"])
def test_an_address_with_nothing_to_act_upon_goes_back(admin, home, wrong):
    where = reverse("wagtail_bulk_action", args=["initiatives", "initiativepage", "verifier"])
    answer = admin.get(f"{where}?{wrong}&next={LIST}")
    assert answer.status_code == 302
    assert answer["Location"] == LIST


def test_the_list_offers_the_actions_of_its_type_and_no_other(admin):
    factories.InitiativePageFactory()
    text = admin.get(LIST).content.decode()
    for label in ("Marquer vérifiées", "Étiquettes", "Thème", "Année", "Publier"):
        assert f">{label}" in "".join(text.split("\n")).replace("  ", "")
    assert "/bulk/wagtailcore/" not in text


def test_questions_grow_with_the_pages_and_no_faster(admin):
    def count(pages):
        with CaptureQueriesContext(connection) as queries:
            admin.post(
                address("annee", *pages),
                {"pages": ",".join(str(page.pk) for page in pages), "year": 2021},
            )
        return len(queries)

    count([published(year=2019)])
    one = count([published(year=2020)])
    ten = count([published(year=2020) for _ in range(10)])
    assert ten <= one * 10


def test_the_grid_is_no_theme(admin):
    term = factories.TermFactory(scheme=Scheme.PUBLIC)
    page = published()
    asked = address("theme", page)
    answer = admin.post(asked, {"pages": str(page.pk), "theme": term.pk, "what": "add"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["theme"]
