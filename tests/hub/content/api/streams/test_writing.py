"""What a stream gives: of absent plugins nothing, of hidden things nothing, in few queries."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from hub.content.api.context import ApiContext
from hub.content.api.streams import read_streams, stream_html, stream_json, stream_of
from hub.content.blocks.image_chooser import PICTURE_SIZES
from hub.content.models import HubRendition
from initiatives.models import InitiativePage
from tests import factories
from tests.hub.content.api.streams.clean import faults_of

pytestmark = pytest.mark.django_db


def asked():
    return ApiContext(RequestFactory().get("/api/v1/pages", SERVER_NAME="localhost"))


def body_of(*blocks):
    """Return a stored body, as the database gives it back."""
    stored = [{"type": kind, "value": value} for kind, value in blocks]
    return InitiativePage._meta.get_field("body").to_python(stored)


def make_sizes(image):
    """Have the sizes of an image, as the task that follows its arrival leaves them."""
    made = {"image": image, "file": image.file.name, "width": 90, "height": 60}
    HubRendition.objects.bulk_create(
        HubRendition(**made, filter_spec=size) for size in PICTURE_SIZES
    )


def full_body(page, image, document):
    """Return the stored blocks of a body that leads to each kind of thing, in several places."""
    leading = (
        f'<p><a linktype="page" id="{page.pk}">Une page</a> '
        f'<a linktype="document" id="{document.pk}">un document</a></p>'
    )
    figure = {"image": {"image": image.pk, "alt_text": "Un atelier"}, "caption": "Ici"}
    return [
        {"type": "need", "value": leading},
        {"type": "text", "value": leading},
        {"type": "image", "value": figure},
        {"type": "gallery", "value": {"images": [figure, figure]}},
        {"type": "selection", "value": {"title": "À lire", "pages": [page.pk]}},
        {"type": "document", "value": {"document": document.pk, "html_equivalent": page.pk}},
        {"type": "call_to_action", "value": {"title": "Lire", "link": {"page": page.pk}}},
        {"type": "video", "value": {"address": "https://youtu.be/6MSURDccwBk", "poster": image.pk}},
    ]


def test_a_stream_is_versioned_and_given_in_both_forms():
    given = stream_of(body_of(("text", "<p>Bonjour</p>")), asked())
    assert given["version"] == 1
    assert given["blocks"] == [{"type": "text", "id": None, "value": "<p>Bonjour</p>"}]
    assert given["html"] == "<p>Bonjour</p>"


def test_the_block_of_an_absent_plugin_is_left_out_at_any_depth():
    quiz = {"type": "quiz", "value": {"question": "Secret ?"}}
    section = {"title": "Un", "content": [quiz, {"type": "text", "value": "<p>Dedans</p>"}]}
    page = factories.StandardPageFactory()
    page.body = [quiz, {"type": "section", "value": section}]
    given = stream_of(page._meta.get_field("body").to_python(page.body), asked())
    assert "Secret" not in str(given)
    assert "Dedans" in given["html"]


@pytest.mark.parametrize("stored", [None, "", 3, [], {}, [None, 3, {"type": "item"}]], ids=repr)
@pytest.mark.parametrize("kind", ["text", "quote", "image", "gallery", "selection", "document"])
def test_whatever_an_import_stored_is_read(kind, stored):
    given = stream_of(body_of((kind, stored)), asked())
    assert faults_of(given["html"]) == []


def test_a_stream_that_is_not_saved_is_given_as_well():
    page = InitiativePage(title="Aperçu", body=[("text", "<p>Pas encore</p>")])
    assert stream_html(page.body, asked()) == "<p>Pas encore</p>"


def test_many_streams_are_read_in_as_many_queries_as_one():
    def cost(number):
        pages = []
        for _ in range(number):
            shown = factories.InitiativePageFactory()
            image = factories.ImageFactory()
            make_sizes(image)
            document = factories.DocumentFactory(equivalent=shown, file_size=7)
            body = full_body(shown, image, document)
            pages.append(factories.InitiativePageFactory(body=body))
        bodies = [InitiativePage.objects.get(pk=page.pk).body for page in pages]
        with CaptureQueriesContext(connection) as queries:
            context = asked()
            read_streams(bodies, context)
            for body in bodies:
                assert len(stream_of(body, context)["blocks"]) == 8
        return len(queries)

    cost(1)  # what a process reads once
    assert cost(2) == cost(5) <= 10


def test_nothing_is_given_of_what_stands_in_a_private_collection():
    private = Collection.get_first_root_node().add_child(name="Privée").add_child(name="Dedans")
    CollectionViewRestriction.objects.create(
        collection=private.get_parent(), restriction_type="login"
    )
    page = factories.InitiativePageFactory()
    image = factories.ImageFactory(title="Secrète", collection=private)
    document = factories.DocumentFactory(title="Secret", collection=private)
    stored = full_body(page, image, document)
    given = stream_of(InitiativePage._meta.get_field("body").to_python(stored), asked())
    kinds = [one["type"] for one in given["blocks"]]
    assert kinds == ["need", "text", "selection", "call_to_action", "video"]
    assert "ecret" not in str(given)
    assert image.file.name.rpartition("/")[2] not in str(given)
    assert "un document</p>" in given["html"]


def test_a_hidden_page_leaves_no_trace_but_the_words_of_a_link():
    page = factories.InitiativePageFactory(title="Secret", slug="secret", live=False)
    stored = full_body(page, factories.ImageFactory(), factories.DocumentFactory())
    given = stream_of(InitiativePage._meta.get_field("body").to_python(stored), asked())
    assert "secret" not in str(given).lower()
    assert str(page.uid) not in str(given)
    assert "<p>Une page <a " in given["html"]
    action = next(one["value"] for one in given["blocks"] if one["type"] == "call_to_action")
    assert action["link"] is None


def test_no_key_of_the_database_leaves():
    shown = factories.InitiativePageFactory()
    stored = full_body(shown, factories.ImageFactory(), factories.DocumentFactory())
    given = stream_json(InitiativePage._meta.get_field("body").to_python(stored), asked())

    def numbers(value):
        if isinstance(value, dict):
            return {n for name, one in value.items() if name not in SIZES for n in numbers(one)}
        if isinstance(value, list):
            return {n for one in value for n in numbers(one)}
        return {value} if isinstance(value, int) and not isinstance(value, bool) else set()

    assert numbers(given) == set()


SIZES = {"width", "height", "bytes", "start"}
