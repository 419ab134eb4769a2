"""A proposal is accepted or declined, a report is dealt with: each once."""

import pytest
from django.core import mail
from wagtail.models import ModelLogEntry, Revision

from initiatives.door.deciding import accept, answer_to, deal_with, decline, draft_of
from initiatives.door.models import Proposal
from initiatives.models import InitiativeIndexPage, Organisation, OrganisationRole
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def parent(home):
    return factories.InitiativeIndexPageFactory()


def organisations(fiche):
    return [(link.role, link.organisation.name) for link in fiche.organisation_links.all()]


def test_a_proposal_becomes_a_draft_that_says_what_it_says(parent, editor):
    proposal = factories.ProposalFactory(
        details="Depuis <2024>.\nÀ deux.\n\nEnsuite.", website="https://www.exemple.fr"
    )
    fiche, is_new = accept(proposal, parent, editor)
    assert is_new
    assert not fiche.live
    assert fiche.owner == editor
    assert fiche.slug.startswith("la-semaine-de-quatre-jours")
    assert (fiche.title, fiche.summary, fiche.need) == (
        proposal.title, proposal.summary, proposal.need,
    )  # fmt: skip
    assert fiche.commune.name == "Lons-le-Saunier"
    assert fiche.departement == "39"
    draft = fiche.get_latest_revision_as_object()
    assert draft.body[0].value.source == "<p>Depuis &lt;2024&gt;.<br/>À deux.</p><p>Ensuite.</p>"
    assert organisations(draft) == [("porteur", "Menuiserie Jurassienne")]


def test_accepting_twice_makes_one_draft(parent, editor):
    proposal = factories.ProposalFactory()
    stale = Proposal.objects.get()
    first, _ = accept(proposal, parent, editor)
    again, is_new = accept(stale, parent, editor)
    assert (again.pk, is_new) == (first.pk, False)
    assert InitiativeIndexPage.objects.get().numchild == 1


def test_an_organisation_is_found_whatever_its_spelling_else_named(parent, editor):
    known = factories.OrganisationFactory(name="Menuiserie  JURASSIENNE", slug="menuiserie")
    accept(factories.ProposalFactory(spotter="Réseau nouveau"), parent, editor)
    assert set(Organisation.objects.values_list("name", flat=True)) == {
        known.name, "Réseau nouveau",
    }  # fmt: skip


def test_the_structure_of_who_signalled_it_is_credited(parent, editor):
    fiche, _ = accept(factories.ProposalFactory(spotter="Réseau Exemple"), parent, editor)
    assert organisations(fiche)[1] == (OrganisationRole.SPOTTER, "Réseau Exemple")


def test_a_structure_that_signals_itself_is_no_partner(parent, editor):
    fiche, _ = accept(factories.ProposalFactory(spotter="menuiserie jurassienne"), parent, editor)
    assert [role for role, _ in organisations(fiche)] == [OrganisationRole.CARRIER]


def test_who_signalled_it_is_in_no_page_nor_revision_nor_log(parent, editor):
    proposal = factories.ProposalFactory()
    accept(proposal, parent, editor)
    kept = [str(one.content) for one in Revision.objects.all()]
    kept += [one.label for one in ModelLogEntry.objects.all()]
    kept.append(str(vars(Proposal.objects.get().page)))
    assert not [text for text in kept if "Dominique" in text or "dominique" in text]


def test_a_commune_that_is_no_single_one_is_left_to_the_editor(parent):
    assert draft_of(factories.ProposalFactory(commune="près de Dole")).commune_code == ""


def test_a_draft_that_was_deleted_may_be_made_again(parent, editor):
    proposal = factories.ProposalFactory()
    first, _ = accept(proposal, parent, editor)
    first.delete()
    again, is_new = accept(proposal, parent, editor)
    assert is_new
    assert again.pk != first.pk


def test_declining_sends_the_letter_as_it_was_changed(
    editor, home, django_capture_on_commit_callbacks
):
    proposal = factories.ProposalFactory()
    letter = answer_to(proposal) | {"body": "Bonjour, merci."}
    with django_capture_on_commit_callbacks(execute=True):
        assert decline(proposal, editor, "hors région", letter)
        assert not decline(proposal, editor, "hors région", letter)
    [sent] = mail.outbox
    assert (sent.to, sent.body) == ([proposal.sender.email], "Bonjour, merci.")
    assert proposal.reference in sent.subject
    proposal.refresh_from_db()
    assert (proposal.state, proposal.handled_by, proposal.note) == (
        "refusee",
        editor,
        "hors région",
    )


def test_declining_somebody_who_was_erased_writes_to_nobody(editor, home):
    proposal = factories.ProposalFactory(sender=None)
    assert decline(proposal, editor, "", None)
    assert mail.outbox == []


def test_the_letter_is_kind_and_names_what_was_signalled(home):
    proposal = factories.ProposalFactory(title="Le {covoiturage}")
    body = answer_to(proposal)["body"]
    assert "« Le {covoiturage} »" in body
    assert "merci" in body


def test_a_report_is_dealt_with(editor, home):
    report = factories.ErrorReportFactory()
    deal_with(report, editor, "corrigé")
    report.refresh_from_db()
    assert (report.state, report.note, report.handled_by) == ("traite", "corrigé", editor)
