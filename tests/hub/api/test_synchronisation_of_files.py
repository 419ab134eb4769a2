"""A copy hears of pictures and documents that become private, or public again."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories import (
    DocumentFactory,
    ImageFactory,
    InitiativePageFactory,
    OrganisationFactory,
    PublicationPageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(home):
    return Collection.get_first_root_node()


@pytest.fixture
def photos(root):
    return root.add_child(name="Photos")


@pytest.fixture
def pages(home, photos):
    """Pages that show files of a collection below « Photos », and one that shows none."""
    files = photos.add_child(name="Année")
    logo = OrganisationFactory(logo=ImageFactory(collection=files))
    value = {"title": "Partenaires", "organisations": [logo.pk]}
    home.body = json.dumps([{"type": "partners", "value": value}])
    pages = {
        "picture": InitiativePageFactory(picture=ImageFactory(collection=files)),
        "document": PublicationPageFactory(document=DocumentFactory(collection=files)),
        "logo of an organisation": home,
        "none": StandardPageFactory(),
    }
    pages["document"].document.get_file_size()  # else the first reading writes it
    for page in pages.values():
        page.save_revision().publish()
    return pages


@pytest.fixture
def showing(pages):
    return {str(page.uid) for name, page in pages.items() if name != "none"}


def close(collection):
    return CollectionViewRestriction.objects.create(
        collection_id=collection.pk, restriction_type="login"
    )


def move(collection, target):
    """As the admin does."""
    collection = Collection.objects.get(pk=collection.pk)
    collection.save()
    collection.move(Collection.objects.get(pk=target.pk), "sorted-child")


def move_the_files(client, collection):
    """Choose all images in the admin, and put them into a collection."""
    images = [str(one) for one in ImageFactory._meta.model.objects.values_list("pk", flat=True)]
    address = reverse("wagtail_bulk_action", args=["content", "hubimage", "add_to_collection"])
    query = "&".join(f"id={one}" for one in images)
    response = client.post(f"{address}?{query}", {"collection": collection.pk})
    assert response.status_code == 302


def test_files_that_hide_and_come_back_with_their_collection(photos, pages, showing, copy, live):
    copy.synchronise()
    for write in (close, lambda _: CollectionViewRestriction.objects.all().delete()):
        before = live()
        write(photos)
        assert {key for key, page in live().items() if before[key] != page} < showing
        assert copy.synchronise() == showing
        assert copy.pages == live()


def test_a_collection_that_moves_below_a_private_one(root, photos, pages, showing, copy, live):
    private = root.add_child(name="Privée")
    close(private)
    copy.synchronise()
    for target in (private, root):
        move(photos, target)
        assert copy.synchronise() == showing
        assert copy.pages == live()


def test_pictures_that_are_put_together_into_a_private_collection(
    client, admin_client, root, pages, showing, copy, live
):
    private = root.add_child(name="Privée")
    close(private)
    copy.synchronise()
    before = live()
    move_the_files(admin_client, private)
    told = copy.synchronise()
    assert showing - told == {str(pages["document"].uid)}
    assert copy.pages == live() != before


def test_no_page_changes_by_a_collection_that_is_renamed_where_none_is_private(photos, pages, copy):
    copy.synchronise()
    photos.name = "Autre nom"
    photos.save()
    assert copy.synchronise() == set()


def test_a_collection_costs_the_same_however_much_it_holds(
    photos, pages, django_assert_num_queries
):
    close(photos).delete()  # what processes remember is read
    with CaptureQueriesContext(connection) as few:
        close(photos).delete()
    for _ in range(3):
        InitiativePageFactory(picture=ImageFactory(collection=photos))
    with django_assert_num_queries(len(few)):
        close(photos).delete()
