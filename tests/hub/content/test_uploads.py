"""Images and documents: what is accepted, and why the rest is refused, in French."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hub.content.models import HubDocument, HubImage
from hub.content.text import NBSP
from tests.factories import DocumentFactory
from tests.hub.content import files

pytestmark = pytest.mark.django_db
ENGLISH = re.compile(
    r"\b(the|this|file|upload|valid|image format|supported|please|too|is not)\b", re.I
)


@pytest.fixture(autouse=True)
def admin(client, editor, home):
    client.force_login(editor)
    return client


def errors_of(response):
    """Return what a form says of its file; an address elsewhere means that it was taken."""
    if response.status_code == 302:
        return []
    assert response.status_code == 200
    if response["Content-Type"].startswith("application/json"):
        answer = json.loads(response.content)
        if "success" in answer:
            return [] if answer["success"] else answer["error_message"].splitlines()
        if answer["step"] == "chosen":
            return []
    return list(response.context["form"].errors.get("file", []))


def send(client, view, content, name, model):
    """Send a file through one of the three ways in."""
    file = SimpleUploadedFile(name, content)
    chooser = {"image": "wagtailimages_chooser:create", "document": "wagtaildocs_chooser:create"}
    app = {"image": "wagtailimages", "document": "wagtaildocs"}[model]
    if view == "several":
        address = reverse(f"{app}:add_multiple")
        given = {"title": "Fichier", "files[]": file, "collection": 1}
        return client.post(address, given, headers={"x-requested-with": "XMLHttpRequest"})
    address = reverse(f"{app}:add") if view == "one" else reverse(chooser[model])
    prefix = f"{model}-chooser-upload-" if view == "chooser" else ""
    given = {"title": "Fichier", "file": file, "collection": 1, "accessibility": "oui", "tags": ""}
    return client.post(address, {f"{prefix}{key}": value for key, value in given.items()})


THREE_WAYS = pytest.mark.parametrize("view", ["one", "several", "chooser"])
SOUND_IMAGES = {
    "photo.jpg": files.picture(),
    "photo.JPEG": files.picture(),
    "quadrichromie.jpg": files.picture(mode="CMYK"),
    "tournee.jpg": files.turned_jpeg(),
    "dessin.png": files.picture("PNG", "RGBA"),
    "gris.png": files.picture("PNG", "L"),
    "anime.gif": files.animated_gif(),
    "photo.webp": files.picture("WEBP"),
    "photo.avif": files.picture("AVIF"),
}
BROKEN_IMAGES = {
    "coupee.jpg": files.cut(files.picture(size=(200, 200))),
    "coupee.png": files.cut(files.picture("PNG", size=(200, 200))),
    "coupee.gif": files.cut(files.picture("GIF", "L", size=(200, 200))),
    "coupee.webp": files.cut(files.picture("WEBP", size=(200, 200))),
    "coupee.avif": files.cut(files.picture("AVIF", size=(200, 200))),
    "entete.png": b"\x89PNG\r\n\x1a\n",
    "vide.jpg": b"",
    "dessin.svg": files.SVG,
    "dessin.png": files.SVG,
    "rapport.jpg": files.PDF,
    "page.jpg": files.HTML,
    "photo.png": files.picture(),
    "photo.bmp": files.picture("BMP"),
    "photo.jpg.exe": files.picture(),
    "sans-extension": files.picture(),
    "bombe.png": files.png_of(13_000, 13_000),
    "immense.png": files.png_of(60_000, 60_000),
    "trop-de-pixels.png": files.png_of(9_000, 7_000),
}


@THREE_WAYS
@pytest.mark.parametrize("name", SOUND_IMAGES)
def test_a_sound_image_is_taken(admin, view, name):
    assert errors_of(send(admin, view, SOUND_IMAGES[name], name, "image")) == []
    image = HubImage.objects.get()
    shown = image.get_rendition("max-64x64|format-webp")
    assert (shown.width < shown.height) == (name == "tournee.jpg")


@THREE_WAYS
@pytest.mark.parametrize("name", BROKEN_IMAGES)
def test_any_other_image_is_refused_in_french(admin, view, name):
    said = errors_of(send(admin, view, BROKEN_IMAGES[name], name, "image"))
    assert len(said) == 1
    assert not ENGLISH.search(said[0]), said
    assert not HubImage.objects.exists()


@THREE_WAYS
def test_a_heavy_image_is_refused_in_french(admin, view):
    heavy = files.picture() + b"\0" * (15 * 1024 * 1024)
    said = errors_of(send(admin, view, heavy, "lourde.jpg", "image"))
    assert said
    assert "trop" in said[0]
    assert not ENGLISH.search(said[0]), said


def test_the_form_of_an_image_asks_for_its_description_credit_and_focal_point(admin):
    send(admin, "one", files.picture(), "photo.jpg", "image")
    image = HubImage.objects.get()
    html = admin.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    for name in ("description", "credit", "focal_point_x"):
        assert f'name="{name}"' in html


SOUND_DOCUMENTS = {
    "bilan.pdf": files.PDF,
    "BILAN.PDF": files.PDF,
    "lettre.docx": files.DOCX,
    "table.xlsx": files.DOCX,
    "lettre.odt": files.ODT,
    "dossier.zip": files.archive("a.txt"),
    "notes.txt": "Déjà vu".encode("latin-1"),
    "notes.csv": "à;b".encode("utf-16"),
    "lettre.rtf": b"{\\rtf1 Bonjour}",
}
BROKEN_DOCUMENTS = {
    "page.pdf": files.HTML,
    "vide.pdf": b"",
    "photo.pdf": files.picture(),
    "vieux.docx": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "coupe.docx": files.cut(files.DOCX),
    "archive.docx": files.archive("a.txt"),
    "archive.odt": files.archive("a.txt"),
    "binaire.txt": b"MZ\0\0",
    "page.html": files.HTML,
    "dessin.svg": files.SVG,
    "programme.exe": b"MZ",
    "bilan.pdf.exe": files.PDF,
    "macro.docm": files.DOCX,
    "sans-extension": files.PDF,
}


@THREE_WAYS
@pytest.mark.parametrize("name", SOUND_DOCUMENTS)
def test_a_sound_document_is_taken(admin, view, name):
    assert errors_of(send(admin, view, SOUND_DOCUMENTS[name], name, "document")) == []
    # Several at once: each is kept apart until its form, which asks for the accessibility, is sent.
    assert HubDocument.objects.count() == (view != "several")


@THREE_WAYS
@pytest.mark.parametrize("name", BROKEN_DOCUMENTS)
def test_any_other_document_is_refused_in_french(admin, view, name):
    said = errors_of(send(admin, view, BROKEN_DOCUMENTS[name], name, "document"))
    assert len(said) == 1
    assert not ENGLISH.search(said[0]), said
    assert not HubDocument.objects.exists()


@THREE_WAYS
def test_a_heavy_document_is_refused_in_french(admin, view, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    said = errors_of(send(admin, view, files.PDF + b"\0" * 1000, "lourd.pdf", "document"))
    assert said
    assert "trop" in said[0]
    assert not ENGLISH.search(said[0]), said


def test_a_document_is_served_so_that_no_browser_runs_it(admin):
    polyglot = files.PDF + files.HTML
    assert errors_of(send(admin, "one", polyglot, "double.pdf", "document")) == []
    response = admin.get(HubDocument.objects.get().url)
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_form_says_what_may_be_sent(admin):
    html = admin.get(reverse("wagtaildocs:add")).content.decode()
    assert f"Formats acceptés{NBSP}: CSV, DOCX, ODS" in html


def test_changing_the_title_of_an_old_document_asks_nothing_of_its_file(admin):
    document = DocumentFactory()
    document.file.name = "documents/ancien.exe"
    document.save()
    address = reverse("wagtaildocs:edit", args=[document.pk])
    admin.post(address, {"title": "Autre", "accessibility": "non", "tags": ""})
    form = admin.get(address).context["form"]
    assert "file" not in form.errors
