"""Each write that may show on a page ends the validators given before it."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from hub.content.freshness.triggers import VERSION_TABLE
from hub.content.freshness.version import content_version
from hub.content.models import AccessibilityStatement, HubImage, SiteIdentity
from initiatives.models import Characterisation, Measure, Organisation, Term
from tests.factories import (
    ContactPersonFactory,
    DocumentFactory,
    ImageFactory,
    InitiativePageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    StandardPageFactory,
    TermFactory,
    VerificationFactory,
)

pytestmark = pytest.mark.django_db


# Each function gets the fiche that a visitor has read. What it does before `yield` is made ready
# before the visit, what it does after is the write.


def publication(fiche):
    fiche.title = "Un autre titre"
    revision = fiche.save_revision()
    yield
    revision.publish()


def unpublication(fiche):
    yield
    fiche.unpublish()


def page_written(fiche):
    yield
    fiche.save()


def page_added_beside(fiche):
    yield
    InitiativePageFactory()


def page_deleted(fiche):
    yield
    fiche.delete()


def move(fiche):
    section = StandardPageFactory()
    page = StandardPageFactory()
    yield
    page.move(section, "last-child")


def slug_changed(fiche):
    fiche.slug = "ailleurs"
    revision = fiche.save_revision()
    yield
    revision.publish()


def scheduled_publication(fiche):
    later = InitiativePageFactory(live=False)
    later.go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision = later.save_revision(approved_go_live_at=later.go_live_at)
    revision.save()
    yield
    call_command("publish_scheduled")
    later.refresh_from_db()
    assert later.live


def restriction_added(fiche):
    yield
    PageViewRestriction.objects.create(page=fiche, restriction_type="login")


def restriction_added_above(fiche):
    yield
    PageViewRestriction.objects.create(page=fiche.get_parent(), restriction_type="password")


def restriction_changed(fiche):
    elsewhere = StandardPageFactory()
    restriction = PageViewRestriction.objects.create(page=elsewhere, restriction_type="login")
    yield
    restriction.page = fiche.page_ptr
    restriction.save()


def restriction_removed(fiche):
    elsewhere = StandardPageFactory()
    restriction = PageViewRestriction.objects.create(page=elsewhere, restriction_type="login")
    yield
    restriction.delete()


def term_renamed(fiche):
    term = TermFactory()
    yield
    term.name = "Autrement"
    term.save()


def term_given_to_the_fiche(fiche):
    term = TermFactory()
    yield
    Characterisation.objects.create(content_object=fiche, tag=term)


def free_tag_renamed(fiche):
    tag = Tag.objects.create(name="télétravail")
    yield
    Tag.objects.filter(pk=tag.pk).update(name="travail à distance")


def free_tag_added(fiche):
    yield
    fiche.tags.add("télétravail")
    fiche.save()


def organisation_written(fiche):
    organisation = OrganisationFactory()
    yield
    organisation.save()


def organisation_deleted(fiche):
    organisation = OrganisationFactory()
    yield
    organisation.delete()


def person_written(fiche):
    person = ContactPersonFactory()
    yield
    person.is_public = False
    person.save()


def person_erased(fiche):
    person = ContactPersonFactory()
    yield
    person.delete()


def prize_given(fiche):
    yield
    PrizeResultFactory(initiative=fiche)


def verification(fiche):
    yield
    VerificationFactory(initiative=fiche)


def measure(fiche):
    yield
    Measure.objects.create(page=fiche, value=12, unit="vues", measured_on=datetime.date(2024, 1, 1))


def image_added(fiche):
    yield
    ImageFactory()


def image_described(fiche):
    image = ImageFactory()
    yield
    image.description = "Un autre atelier"
    image.save()


def rendition_made(fiche):
    image = ImageFactory()
    yield
    image.get_rendition("fill-33x22")


def document_replaced(fiche):
    document = DocumentFactory()
    yield
    document.file = ContentFile(b"Bonsoir", name="bonsoir.txt")
    document.save()


def collection_renamed(fiche):
    yield
    collection = Collection.get_first_root_node()
    collection.name = "Tout"
    collection.save()


def collection_restricted(fiche):
    yield
    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")


def identity_written(fiche):
    identity = SiteIdentity.for_site(Site.objects.get())
    yield
    identity.tagline = "Autre chose."
    identity.save()


def accessibility_written(fiche):
    statement = AccessibilityStatement.for_site(Site.objects.get())
    yield
    statement.save()


def site_written(fiche):
    yield
    Site.objects.get().save()


def user_renamed(fiche):
    user = get_user_model().objects.create_user("camille")
    yield
    user.first_name = "Camille"
    user.save()


def bulk_update(fiche):
    yield
    Page.objects.filter(pk=fiche.pk).update(live=False)


def bulk_creation(fiche):
    yield
    Organisation.objects.bulk_create([Organisation(name="Coop", slug="coop")])


def bulk_creation_of_what_is_there(fiche):
    term = TermFactory(name="Ancien nom")
    again = Term(pk=term.pk, scheme=term.scheme, slug=term.slug, name="Nouveau nom")
    yield
    Term.objects.bulk_create(
        [again], update_conflicts=True, unique_fields=["pk"], update_fields=["name"]
    )


def bulk_deletion(fiche):
    organisation = OrganisationFactory()
    yield
    Organisation.objects.filter(pk=organisation.pk)._raw_delete("default")


def plain_sql(fiche):
    yield
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Direct' WHERE id = %s", [fiche.pk])


def redirect_added(fiche):
    """It shows where there is no page, which the API says of any address."""
    yield
    Redirect.objects.create(old_path="/ancienne", redirect_link="/")


SHOWN = [
    publication, unpublication, page_written, page_added_beside, page_deleted, move, slug_changed,
    scheduled_publication, restriction_added, restriction_added_above, restriction_changed,
    restriction_removed, term_renamed, term_given_to_the_fiche, free_tag_renamed, free_tag_added,
    organisation_written, organisation_deleted, person_written, person_erased, prize_given,
    verification, measure, image_added, image_described, rendition_made, document_replaced,
    collection_renamed, collection_restricted, identity_written, accessibility_written,
    site_written, user_renamed, bulk_update, bulk_creation, bulk_creation_of_what_is_there,
    bulk_deletion, plain_sql, redirect_added,
]  # fmt: skip


@pytest.mark.parametrize("write", SHOWN, ids=lambda write: write.__name__)
def test_a_write_that_may_show_ends_the_validators(client, fiche, validator_of, write):
    steps = write(fiche)
    next(steps)
    headers = {"If-None-Match": validator_of(fiche.url)}
    assert client.get(fiche.url, headers=headers).status_code == 304
    next(steps, None)
    assert client.get(fiche.url, headers=headers).status_code != 304


def draft_saved(fiche):
    yield
    fiche.title = "En cours"
    fiche.save_revision()


def page_locked(fiche):
    yield
    fiche.locked = True
    fiche.save(update_fields=["locked", "locked_at", "locked_by"], clean=False)


def nothing(fiche):
    yield


HIDDEN = [draft_saved, page_locked, nothing]


@pytest.mark.parametrize("write", HIDDEN, ids=lambda write: write.__name__)
def test_a_write_that_shows_nowhere_leaves_the_validators(client, fiche, validator_of, write):
    headers = {"If-None-Match": validator_of(fiche.url)}
    for _ in write(fiche):
        pass
    assert client.get(fiche.url, headers=headers).status_code == 304


def test_an_editor_who_signs_in_leaves_the_validators(client, fiche, validator_of, editor):
    headers = {"If-None-Match": validator_of(fiche.url)}
    client.force_login(editor)
    client.cookies.clear()
    assert client.get(fiche.url, headers=headers).status_code == 304


def test_what_is_rolled_back_has_not_moved_the_version(fiche, version):
    before = version()
    with transaction.atomic():
        fiche.save()
        assert version() != before
        transaction.set_rollback(True)
    assert version() == before


def test_a_write_after_a_savepoint_rolled_back_still_moves_the_version(fiche, version):
    before = version()
    with transaction.atomic():
        with transaction.atomic():
            fiche.save()
            transaction.set_rollback(True)
        assert content_version() == before
        fiche.save()
    assert version() != before


def test_the_version_never_comes_back(fiche, version):
    seen = {version()}
    for image in (ImageFactory(), ImageFactory()):
        HubImage.objects.filter(pk=image.pk).update(title="Autre")
        seen.add(version())
    assert len(seen) == 3


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_another_process_sees_the_version_move_together_with_the_write(fiche):
    other = connections.create_connection("default")

    def seen():
        with other.cursor() as cursor:
            cursor.execute(f"SELECT token FROM {VERSION_TABLE}")
            token = cursor.fetchone()
            cursor.execute("SELECT title FROM wagtailcore_page WHERE id = %s", [fiche.pk])
            return token, cursor.fetchone()

    before = seen()
    with transaction.atomic():
        Page.objects.filter(pk=fiche.pk).update(title="Un autre titre")
        during = seen()
    after = seen()
    other.close()
    assert during == before
    assert [old == new for old, new in zip(before, after, strict=True)] == [False, False]
