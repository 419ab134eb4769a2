"""Two terms, organisations or tags that are one: all that names the first names the second."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from home.models import ThemePage
from initiatives.imports.directory import Directory
from initiatives.imports.terms import Terms
from initiatives.merging import OrganisationMerging, TagMerging, TermMerging
from initiatives.models import (
    Characterisation,
    EventPage,
    InitiativeOrganisation,
    InitiativePage,
    Organisation,
    PublicationPage,
    Scheme,
    Term,
    TermAlias,
)
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """The term that goes and the one that stays."""
    return (
        factories.TermFactory(name="Horaires", slug="horaires"),
        factories.TermFactory(name="Temps de travail", slug="temps-de-travail"),
    )


def merge(old, new, rules=TermMerging, user=None):
    rules().merge(old, new, user)


def given(fiche):
    return {
        link.tag.name: link.evidence
        for link in Characterisation.objects.filter(content_object=fiche)
    }


def draft_of(page):
    """The last version of a page, read anew."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_fiche_gets_the_term_that_stays(two):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    merge(*two)
    assert given(fiche) == {"Temps de travail": "Toute l’équipe décide."}
    assert not Term.objects.filter(slug="horaires").exists()


@pytest.mark.parametrize(
    ("mine", "other", "kept"),
    [
        ("Une.", "Deux.", "Une. Deux."),
        ("", "Deux.", "Deux."),
        ("Une.", "", "Une."),
        ("Une.", "Une.", "Une."),
        ("é" * 300, "à" * 300, "é" * 300),
    ],
)
def test_a_fiche_with_both_keeps_one_and_loses_no_sentence_that_fits(two, mine, other, kept):
    old, new = two
    fiche = factories.InitiativePageFactory(terms=[old, new])
    Characterisation.objects.filter(tag=old).update(evidence=other)
    Characterisation.objects.filter(tag=new).update(evidence=mine)
    fiche = InitiativePage.objects.get(pk=fiche.pk)
    fiche.save_revision()
    merge(old, new)
    assert given(fiche) == {"Temps de travail": kept}
    [link] = draft_of(fiche).characterisations.all()
    assert (link.tag, link.evidence) == (new, kept)


@pytest.mark.parametrize(
    ("scheme", "field"),
    [
        (Scheme.SECTOR, "sector"),
        (Scheme.LEGAL_STATUS, "legal_status"),
        (Scheme.HEADCOUNT, "headcount_class"),
        (Scheme.MATURITY, "maturity"),
    ],
)
def test_the_fields_of_fiches_follow_in_the_page_and_in_its_versions(scheme, field):
    old, new = (factories.TermFactory(scheme=scheme) for _ in range(2))
    fiche = factories.InitiativePageFactory(**{field: old})
    fiche.save_revision()
    merge(old, new)
    assert getattr(InitiativePage.objects.get(pk=fiche.pk), field) == new
    assert getattr(draft_of(fiche), field) == new


def test_events_organisations_themes_and_children_follow(two):
    kinds = [factories.TermFactory(scheme=Scheme.EVENT_KIND, slug=slug) for slug in ("a", "b")]
    event = factories.EventPageFactory(kind=kinds[0])
    event.save_revision()
    merge(*kinds)
    assert EventPage.objects.get().kind == kinds[1]
    assert draft_of(event).kind == kinds[1]

    statuses = [factories.TermFactory(scheme=Scheme.LEGAL_STATUS) for _ in range(2)]
    company = factories.OrganisationFactory(legal_status=statuses[0])
    merge(*statuses)
    assert Organisation.objects.get(pk=company.pk).legal_status == statuses[1]

    child = factories.TermFactory(parent=two[0])
    page = factories.ThemePageFactory(term=two[0])
    page.save_revision()
    merge(*two)
    assert Term.objects.get(pk=child.pk).parent == two[1]
    assert ThemePage.objects.get().term == two[1]
    assert draft_of(page).term == two[1]


def test_a_draft_that_waits_and_every_earlier_version_follow(two):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    for title in ("Un", "Deux", "Trois"):
        fiche = InitiativePage.objects.get(pk=fiche.pk)
        fiche.title = title
        fiche.save_revision()
    merge(*two)
    for revision in Revision.objects.for_instance(fiche):
        [link] = revision.as_object().characterisations.all()
        assert link.tag == two[1]


def test_the_old_address_leads_to_the_new_one(client, home, two):
    merge(*two)
    response = client.get("/vocabulaires/theme/horaires/?page=2")
    assert response.status_code == 301
    assert response["Location"] == "/vocabulaires/theme/temps-de-travail/?page=2"


def test_a_second_merge_takes_the_first_address_along(client, home, two):
    last = factories.TermFactory(slug="dernier")
    merge(*two)
    merge(two[1], last)
    for slug in ("horaires", "temps-de-travail"):
        response = client.get(f"/vocabulaires/theme/{slug}/")
        assert response["Location"] == "/vocabulaires/theme/dernier/"


def test_another_code_leaves_an_address_that_leads_to_it(client, home):
    term = factories.TermFactory(slug="avant")
    term.slug = "apres"
    term.save()
    assert client.get("/vocabulaires/theme/avant/")["Location"] == "/vocabulaires/theme/apres/"
    assert client.get("/vocabulaires/theme/apres/").status_code == 200


def test_who_takes_an_old_code_has_it(client, home, two):
    merge(*two)
    factories.TermFactory(slug="horaires", name="Horaires nouveaux")
    response = client.get("/vocabulaires/theme/horaires/")
    assert response.status_code == 200
    assert "Horaires nouveaux" in response.content.decode()


def test_a_class_of_headcount_is_found_by_the_code_it_had(home):
    old = factories.TermFactory(scheme=Scheme.HEADCOUNT, slug="10-49-salaries")
    new = factories.TermFactory(scheme=Scheme.HEADCOUNT, slug="petite")
    merge(old, new)
    assert Term.objects.called(Scheme.HEADCOUNT, "10-49-salaries") == new
    assert Term.objects.called(Scheme.HEADCOUNT, "inconnue") is None


def test_another_label_changes_no_address(two):
    two[0].name = "Horaires choisis"
    two[0].save()
    assert not TermAlias.objects.exists()


def test_files_know_the_old_code_and_label(two):
    uid = two[0].uid
    merge(*two)
    terms = Terms.load()
    assert terms.get(Scheme.THEME, "horaires") == two[1]
    assert terms.get(Scheme.THEME, "Horaires") == two[1]
    assert TermAlias.objects.get(uid=uid).term == two[1]


def test_the_set_up_does_not_make_again_what_was_merged(home):
    call_command("setup_site", verbosity=0)
    old, new = Term.objects.filter(scheme=Scheme.PUBLIC, parent=None)[:2]
    merge(old, new)
    call_command("setup_site", verbosity=0)
    assert not Term.objects.filter(scheme=Scheme.PUBLIC, slug=old.slug).exists()


def test_pages_in_memory_go_stale(client, two):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    address = two[1].get_absolute_url()
    assert fiche.title not in client.get(address).content.decode()
    merge(*two)
    assert fiche.title in client.get(address).content.decode()


def test_what_refers_to_the_term_is_counted_anew(two):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    ReferenceIndex.create_or_update_for_object(fiche)
    merge(*two)
    assert ReferenceIndex.get_references_to(two[1]).count() == 1


def test_the_terms_complete_each_other(two):
    old, new = two
    old.definition, old.cross_references = "Ce que c’est.", "https://example.org/a"
    old.save()
    new.cross_references = "https://example.org/b"
    new.source = "Anact"
    merge(old, new)
    new.refresh_from_db()
    assert (new.definition, new.source) == ("Ce que c’est.", "Anact")
    assert new.cross_references.split() == ["https://example.org/b", "https://example.org/a"]


def test_a_merge_is_in_the_history(two, editor):
    merge(*two, user=editor)
    entry = ModelLogEntry.objects.get(action="initiatives.merge")
    assert (entry.object_id, entry.user) == (str(two[1].pk), editor)
    assert "« Horaires » y a été fusionné" in str(entry.message)


def test_what_makes_no_sense_is_refused_in_words(two):
    old, new = two
    other = factories.TermFactory(scheme=Scheme.PUBLIC)
    child = factories.TermFactory(parent=old)
    grandchild = factories.TermFactory(parent=new)
    rules = TermMerging()
    assert "même vocabulaire" in rules.refusal(old, other)
    assert "sous-terme de" in rules.refusal(old, child)
    assert "deux niveaux" in rules.refusal(old, grandchild)
    assert rules.refusal(old, old)
    assert rules.refusal(child, old) == ""
    with pytest.raises(ValueError, match="même vocabulaire"):
        rules.merge(old, other, None)


def test_a_failure_leaves_everything_as_it_was(two, monkeypatch):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    fiche.save_revision()
    monkeypatch.setattr(TermMerging, "after", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        merge(*two)
    assert given(fiche) == {"Horaires": "Toute l’équipe décide."}
    [link] = draft_of(fiche).characterisations.all()
    assert link.tag == Term.objects.get(slug="horaires")


def test_organisations_follow_in_links_streams_and_versions():
    old, new = (factories.OrganisationFactory(name=name) for name in ("ARACT", "Aract BFC"))
    fiche = factories.InitiativePageFactory()
    contact = factories.ContactPersonFactory(organisation=old)
    for organisation, who in ((old, contact), (new, None)):
        InitiativeOrganisation.objects.create(
            page=fiche, organisation=organisation, role="porteur", contact=who
        )
    body = [{"type": "partners", "value": {"organisations": [old.pk]}}]
    page = factories.PublicationPageFactory(body=body)
    page.save_revision()
    merge(old, new, OrganisationMerging)
    [link] = InitiativeOrganisation.objects.filter(page=fiche)
    assert (link.organisation, link.contact) == (new, contact)
    contact.refresh_from_db()
    assert contact.organisation == new
    assert Directory.load().called("ARACT") == new


def test_an_organisation_in_a_block_follows(home):
    old, new = (factories.OrganisationFactory() for _ in range(2))
    other = factories.OrganisationFactory()
    home.body = [
        ("partners", {"title": "", "organisations": [old, other]}),
    ]
    home.save()
    home.save_revision()
    merge(old, new, OrganisationMerging)
    for version in (type(home).objects.get(pk=home.pk), draft_of(home)):
        [block] = version.body
        assert list(block.value["organisations"]) == [new, other]


def test_two_numbers_are_two_organisations():
    first = factories.OrganisationFactory(siret="73282932000074")
    second = factories.OrganisationFactory(siret="35600000000048")
    assert "SIRET" in OrganisationMerging().refusal(first, second)


def test_tags_follow_on_fiches_and_images():
    old, new = (Tag.objects.create(name=name) for name in ("velo", "Vélo"))
    both = factories.InitiativePageFactory()
    both.tags.add(old, new)
    both.save()
    both.save_revision()
    image = factories.ImageFactory()
    image.tags.add(old)
    merge(old, new, TagMerging)
    assert [tag.name for tag in InitiativePage.objects.get(pk=both.pk).tags.all()] == ["Vélo"]
    draft = draft_of(both)
    assert [tag.name for tag in draft.tags.all()] == ["Vélo"]
    assert [tag.name for tag in image.tags.all()] == ["Vélo"]


@pytest.fixture
def admin(client, editor, home):
    client.force_login(editor)
    return client


def address(snippet):
    return reverse(f"{type(snippet).snippet_viewset.url_namespace}:merge", args=[snippet.pk])


def test_the_screen_says_what_will_change_and_changes_nothing_yet(admin, two):
    factories.InitiativePageFactory(terms=[two[0]])
    factories.InitiativePageFactory(terms=list(two))
    text = admin.get(address(two[0]), {"cible": two[1].pk}).content.decode()
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert "dont 1 où « Temps de travail » est déjà" in text
    assert "/vocabulaires/theme/horaires/ mène à /vocabulaires/theme/temps-de-travail/" in text
    assert Term.objects.filter(pk=two[0].pk).exists()


def test_the_screen_merges_what_is_confirmed(admin, two):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    answer = admin.post(address(two[0]), {"cible": two[1].pk}, follow=True)
    assert "« Horaires » est fusionné avec « Temps de travail »." in answer.content.decode()
    assert list(given(fiche)) == ["Temps de travail"]


@pytest.mark.parametrize("wrong", ["", "abc", "999999", "\x00"])
def test_a_target_that_does_not_exist_is_refused(admin, two, wrong):
    for ask in (admin.get, admin.post):
        answer = ask(address(two[0]), {"cible": wrong})
        assert answer.status_code == 200
        assert answer.context["form"].errors["cible"]


def test_who_may_not_delete_may_not_merge(client, home, two, django_user_model):
    from django.contrib.auth.models import Group

    user = django_user_model.objects.create_user("redac", "r@example.org", "x" * 12)
    user.groups.add(Group.objects.get(name="Rédaction"))
    client.force_login(user)
    answer = client.post(address(two[0]), {"cible": two[1].pk})
    assert answer.status_code == 302
    assert Term.objects.filter(pk=two[0].pk).exists()


def test_questions_do_not_grow_with_the_versions_one_by_one(two, django_assert_max_num_queries):
    fiche = factories.InitiativePageFactory(terms=[two[0]])
    for _ in range(30):
        fiche.save_revision()
    with django_assert_max_num_queries(110):
        merge(*two)


def test_a_publication_without_the_organisation_is_left_alone():
    old, new = (factories.OrganisationFactory() for _ in range(2))
    page = factories.PublicationPageFactory()
    merge(old, new, OrganisationMerging)
    assert PublicationPage.objects.get(pk=page.pk).title == page.title
