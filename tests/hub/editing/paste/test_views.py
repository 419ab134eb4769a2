"""A pasted picture joins the library, once, for who may add one; a damaged one is refused."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from hub.content.models import HubImage
from hub.editing.roles import Role

pytestmark = pytest.mark.django_db
ADDRESS = reverse("paste_image")


@pytest.fixture
def admin(client, editor, home):
    client.force_login(editor)
    return client


def png(colour="#8a1f45"):
    file = io.BytesIO()
    Image.new("RGB", (40, 24), colour).save(file, "PNG")
    return file.getvalue()


def send(client, content, name="image.png", **data):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, content), **data})


def test_the_picture_is_kept_to_be_completed(admin, editor):
    answer = send(admin, png(), alt="L’atelier")
    image = HubImage.objects.get()
    assert answer.status_code == 200
    assert image.title == "L’atelier"
    assert image.uploaded_by_user == editor
    assert image.file_hash
    assert image.file_size == len(png())
    assert [tag.name for tag in image.tags.all()] == ["à compléter"]
    block = answer.json()["block"]
    assert block["image"]["image"]["id"] == image.pk
    assert block["image"]["alt_text"] == "L’atelier"
    assert block["image"]["decorative"] is False


def test_a_picture_without_words_is_named_by_its_day(admin):
    send(admin, png())
    assert HubImage.objects.get().title.startswith("Image collée le ")


def test_the_same_picture_is_kept_once(admin):
    keys = {send(admin, png()).json()["block"]["image"]["image"]["id"] for _ in range(2)}
    assert keys == {HubImage.objects.get().pk}


@pytest.mark.parametrize(
    ("content", "name"),
    [(png()[:60], "image.png"), (b"<svg/>", "image.svg"), (b"", "image.png"), (b"MZ", "image.png")],
)
def test_what_is_no_whole_image_is_refused_in_words(admin, content, name):
    answer = send(admin, content, name)
    assert answer.status_code == 400
    assert len(answer.json()["error"]) > 20
    assert not HubImage.objects.exists()


def test_a_post_without_file_is_refused(admin):
    assert admin.post(ADDRESS).status_code == 400


def test_the_address_is_for_sending_only(admin):
    assert admin.get(ADDRESS).status_code == 405


def test_a_visitor_is_asked_to_sign_in(client, home):
    answer = send(client, png())
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]
    assert not HubImage.objects.exists()


def test_who_may_not_add_images_is_told_so(client, home, django_user_model):
    user = django_user_model.objects.create_user("lecture")
    role = Group.objects.get(name=Role.CONTRIBUTION)
    role.permissions.set(role.permissions.filter(codename="access_admin"))
    role.collection_permissions.all().delete()
    user.groups.add(role)
    client.force_login(user)
    answer = send(client, png())
    assert answer.status_code == 403
    assert "pas le droit" in answer.json()["error"]
    assert not HubImage.objects.exists()
