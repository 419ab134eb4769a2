"""An error is signalled, a withdrawal is asked for, on a fiche."""

import pytest

from initiatives.door.models import ErrorReport, Sender
from tests.initiatives.door.conftest import WITHDRAWAL

pytestmark = pytest.mark.django_db
LINK = "Signaler une erreur ou demander un retrait"


def test_each_fiche_leads_to_its_form(client, fiche):
    page = client.get(fiche.url).content.decode()
    assert LINK in page
    assert f'href="/initiatives/{fiche.slug}/signaler/"' in page
    form = client.get(f"/initiatives/{fiche.slug}/signaler/")
    assert fiche.title in form.content.decode()
    assert form.cookies == {}
    assert form["Cache-Control"] == "private, no-store"
    assert form["X-Robots-Tag"] == "noindex"


def test_an_error_is_signalled_without_saying_who(report, client, fiche):
    response = report()
    found = ErrorReport.objects.get()
    assert response["Location"] == found.receipt_url
    assert (found.fiche, found.fiche_title, found.sender) == (fiche, "Le fournil", None)
    assert "Vous n’avez pas laissé d’adresse" in client.get(found.receipt_url).content.decode()


def test_a_withdrawal_needs_an_address(report):
    text = report(**{**WITHDRAWAL, "email": ""}).content.decode()
    assert "Pour un retrait, indiquez l’adresse" in text
    assert "checked" in text.split('value="retrait"')[1].split(">")[0]
    assert not ErrorReport.objects.exists()


def test_a_withdrawal_is_received(report, client):
    text = client.get(report(**WITHDRAWAL)["Location"]).content.decode()
    assert "en priorité" in text
    assert ErrorReport.objects.get().is_withdrawal
    assert Sender.objects.get().email == WITHDRAWAL["email"]


def test_a_name_needs_an_agreement_too(report):
    assert "sans votre accord" in report(name="Dominique").content.decode()
    assert not ErrorReport.objects.exists()


def test_a_double_click_makes_one_report(report, fiche):
    from tests.initiatives.door.conftest import token

    same = token(f"fiche {fiche.uid}")
    assert report(token=same)["Location"] == report(token=same)["Location"]
    assert ErrorReport.objects.count() == 1


def test_nothing_is_said_of_a_fiche_that_is_not_public(client, fiche):
    address = f"/initiatives/{fiche.slug}/signaler/"
    fiche.view_restrictions.create(restriction_type="login")
    assert client.get(address).status_code == 404
    fiche.view_restrictions.all().delete()
    fiche.unpublish()
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


def test_a_report_outlives_its_fiche(report, fiche):
    report()
    fiche.delete()
    assert ErrorReport.objects.get().fiche_title == "Le fournil"
