import datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry, ReferenceIndex, Revision

from initiatives.imports import service
from initiatives.imports.report import ImportFileError, ImportStopped
from initiatives.imports.service import import_initiatives
from initiatives.models import InitiativePage, Organisation, OrganisationRole
from initiatives.models.initiative import current_year
from tests.factories import InitiativePageFactory, OrganisationFactory, StandardPageFactory
from tests.initiatives.imports.making import table, valid

DEMO = settings.BASE_DIR / "home" / "demo" / "initiatives.csv"


def page(key="atelier"):
    return InitiativePage.objects.get(import_key=key)


def messages(report):
    return [problem.message for problem in report.refused]


def test_a_row_makes_a_published_fiche(run, parent):
    report = run(
        valid(
            structure="Coopérative du Lien",
            statut="scop",
            economie="ess",
            labels="esus",
            reperee_par="Cress",
            secteur="C",
            effectif="15",
            themes="insertion",
            themes_pourquoi="insertion: Parce que.",
            etiquettes="bois|mobilité",
            annee="2022",
            commune="25241",
            section_besoin="Un besoin.",
            section_resultats="Un résultat.",
            verifiee_le="2024-05-01",
            fictive="oui",
        )
    )
    made = page()
    assert report.created == {"atelier": made.pk}
    assert made.live
    assert not made.has_unpublished_changes
    assert made.get_parent().pk == parent.pk
    assert made.live_revision_id == made.latest_revision_id
    assert made.slug == "atelier"
    assert made.sector.notation == "C"
    assert made.headcount_class.slug == "11"
    assert made.departement == "25"
    assert made.has_point
    assert made.last_verified == datetime.date(2024, 5, 1)
    assert made.is_fictitious
    assert {tag.name for tag in made.tags.all()} == {"bois", "mobilité"}
    assert [block.block_type for block in made.body] == ["need", "results"]
    (carrier,) = made.organisations(OrganisationRole.CARRIER)
    assert (carrier.name, carrier.legal_status.slug, carrier.economy) == (
        "Coopérative du Lien", "scop", "ess",
    )  # fmt: skip
    assert carrier.is_esus
    assert {one.tag.slug: one.evidence for one in made.characterisations.all()} == {
        "entreprise": "", "organisation": "", "insertion": "Parce que.",
    }  # fmt: skip


def test_what_is_imported_is_logged_on_behalf_of_the_user(run, editor):
    run(valid(), user=editor)
    run(valid(titre="Autre"), user=editor)
    entries = PageLogEntry.objects.filter(page=page().pk).order_by("timestamp")
    assert [entry.action for entry in entries] == [
        "wagtail.create", "wagtail.publish", "wagtail.edit", "wagtail.rename", "wagtail.publish",
    ]  # fmt: skip
    assert {entry.user_id for entry in entries} == {editor.pk}
    assert page().owner == editor


def test_the_same_file_again_changes_nothing(run):
    rows = [
        valid("un", structure="A", etiquettes="b|a", section_besoin="- un\n- deux"),
        valid("deux"),
    ]
    first = run(*rows)
    revisions, entries = Revision.objects.count(), PageLogEntry.objects.count()
    second = run(*rows)
    assert second.unchanged == first.created
    assert not second.created
    assert not second.updated
    assert (Revision.objects.count(), PageLogEntry.objects.count()) == (revisions, entries)


def test_a_dry_run_tells_the_same_and_writes_nothing(run):
    run(valid("vieux"), valid("pareil"))
    tables = (InitiativePage, Organisation, Revision, PageLogEntry, ReferenceIndex)
    before = [model.objects.count() for model in tables]
    rows = [
        valid("vieux", titre="Neuf", structure="Neuve", verifiee_le="2024-01-01"),
        valid("pareil"),
        valid("neuf", structure="Neuve", etiquettes="neuve"),
        valid("faux", resume=""),
    ]
    rehearsal = run(*rows, dry_run=True)
    assert [model.objects.count() for model in tables] == before
    report = run(*rows)
    assert rehearsal.created.keys() == report.created.keys() == {"neuf"}
    assert rehearsal.updated.keys() == report.updated.keys() == {"vieux"}
    assert rehearsal.unchanged.keys() == report.unchanged.keys() == {"pareil"}
    assert rehearsal.refused == report.refused
    assert rehearsal.created == {"neuf": 0}


def test_a_refused_row_leaves_the_others_alone(run):
    report = run(valid("bon"), valid("faux", secteur="Z"), valid("bon-aussi"))
    assert report.created.keys() == {"bon", "bon-aussi"}
    (problem,) = report.refused
    assert (problem.line, problem.key, problem.column, problem.value) == (3, "faux", "secteur", "Z")


def test_all_or_nothing_writes_nothing_when_a_row_is_refused(run):
    report = run(valid("bon"), valid("faux", secteur="Z"), all_or_nothing=True)
    assert not InitiativePage.objects.exists()
    assert not report.created
    assert report.refused_rows == 1


def test_all_or_nothing_writes_all_when_no_row_is_refused(run):
    assert len(run(valid("un"), valid("deux"), all_or_nothing=True).created) == 2


def test_all_or_nothing_takes_everything_back_when_a_row_fails_at_the_last_moment(run, monkeypatch):
    def fail_on_the_second(self, row, _create=service.Writer.create):
        if row.key == "deux" and not self.dry_run:
            raise service.IntegrityError("key")
        return _create(self, row)

    monkeypatch.setattr(service.Writer, "create", fail_on_the_second)
    report = run(valid("un"), valid("deux"), all_or_nothing=True)
    assert not InitiativePage.objects.exists()
    assert not report.created
    assert report.refused_rows == 1


def test_stopping_keeps_whole_fiches_and_tells_what_was_done(run):
    def stop(done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(ImportStopped) as stopped:
        run(valid("un"), valid("deux"), valid("trois"), progress=stop)
    assert stopped.value.report.created.keys() == {"un", "deux"}
    assert InitiativePage.objects.live().count() == 2
    assert run(valid("un"), valid("deux"), valid("trois")).created.keys() == {"trois"}


def test_stopping_in_the_middle_of_a_row_leaves_nothing_of_it(run, monkeypatch):
    def stop(self, page):
        raise KeyboardInterrupt

    monkeypatch.setattr("initiatives.imports.writing.Writer._store_verifications", stop)
    with pytest.raises(ImportStopped):
        run(valid(structure="Coopérative", etiquettes="bois"))
    assert not InitiativePage.objects.exists()
    assert not Organisation.objects.exists()
    assert not Revision.objects.exists()


def test_stopping_an_all_or_nothing_import_takes_everything_back(run):
    def stop(done, total):
        if done == total - 1:
            raise KeyboardInterrupt

    with pytest.raises(ImportStopped) as stopped:
        run(valid("un"), valid("deux"), all_or_nothing=True, progress=stop)
    assert not stopped.value.report.created
    assert not InitiativePage.objects.exists()


def test_the_progress_is_told_after_each_row(run):
    told = []
    run(valid("un"), valid("faux", resume=""), progress=lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]


def test_a_file_that_cannot_be_read_changes_nothing(parent):
    with pytest.raises(ImportFileError):
        import_initiatives(table({**valid(), "titres": "x"}), parent=parent)
    assert not InitiativePage.objects.exists()


def test_a_key_given_twice_is_refused_the_second_time(run):
    report = run(valid("un"), valid("un", titre="Autre"))
    assert page("un").title == "L’initiative un"
    assert messages(report) == ["Cette clé est déjà celle de la ligne 2."]


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"resume": ""}, "resume", "vide"),
        ({"centree_sur": ""}, "", "Centrée sur"),
        ({"en_lien_avec": ""}, "", "En lien avec"),
        ({"centree_sur_pourquoi": "territoire: Phrase."}, "centree_sur_pourquoi", "territoire"),
        ({"latitude": "47.3"}, "longitude", "longitude"),
        ({"longitude": "5.0"}, "latitude", "longitude"),
        ({"latitude": "5.04", "longitude": "47.32"}, "latitude", "inversées"),
        ({"latitude": "", "precision": "adresse"}, "precision", "point"),
        ({"economie": "ess"}, "economie", "structure"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(run, cells, column, said):
    (problem,) = run(valid(**cells)).refused
    assert problem.column == column
    assert said in problem.message
    assert not InitiativePage.objects.exists()


def test_a_new_fiche_needs_a_title(run):
    row = valid()
    del row["titre"]
    (problem,) = run(row).refused
    assert problem.column == "titre"


def test_addresses_are_free_and_do_not_change(run, parent):
    StandardPageFactory(parent=parent, title="Atelier", slug="atelier")
    run(valid("atelier"), valid("2023-17", titre="Même titre"), valid("18", titre="Même titre"))
    slugs = {one.import_key: one.slug for one in InitiativePage.objects.all()}
    assert slugs == {"atelier": "atelier-2", "2023-17": "meme-titre", "18": "meme-titre-2"}
    run(valid("18", titre="Autre titre"))
    assert page("18").slug == "meme-titre-2"


def test_an_absent_column_leaves_the_fiche_alone_and_an_empty_cell_clears_it(run):
    run(valid(besoin="Un besoin.", activite="Menuiserie", commune="25241", etiquettes="bois",
              structure="Coopérative", themes="insertion", effectif="15", secteur="C"))  # fmt: skip
    run({"cle": "atelier", "besoin": "", "commune": "", "etiquettes": "", "structure": "",
         "themes": "", "effectif": "", "tranche": "", "secteur": ""})  # fmt: skip
    made = page()
    assert made.activity == "Menuiserie"
    assert made.summary
    assert (made.need, made.commune_code, made.has_point) == ("", "", False)
    assert not made.tags.exists()
    assert not made.organisation_links.exists()
    assert (made.headcount, made.headcount_class, made.sector) == (None, None, None)
    assert {one.tag.slug for one in made.characterisations.all()} == {"entreprise", "organisation"}


def test_a_fiche_always_has_a_year(run):
    run(valid("vieux", annee="2013"), valid("neuf", annee=""))
    run(valid("vieux", annee=""))
    assert page("vieux").year == 2013
    assert page("neuf").year == current_year()


def test_a_busy_database_refuses_the_row_and_says_why(run, monkeypatch):
    def fail(self, page):
        raise service.OperationalError("database is locked")

    monkeypatch.setattr("initiatives.imports.writing.Writer._store_verifications", fail)
    assert "occupée" in messages(run(valid()))[0]
    assert not InitiativePage.objects.exists()


def test_only_the_sections_of_the_file_are_replaced(run):
    made = InitiativePageFactory(
        import_key="atelier",
        body=[
            ("quote", {"text": "Tout a changé."}),
            ("approach", "<p>Ancienne.</p>"),
            ("text", "<p>De l’éditeur.</p>"),
            ("cost", "<p>Rien.</p>"),
        ],
    )
    kept = [block.id for block in made.body if block.block_type in {"quote", "text"}]
    run({"cle": "atelier", "section_besoin": "Neuf.", "section_demarche": "Neuve.",
         "section_resultats": "Neufs.", "section_cout": ""})  # fmt: skip
    body = page().body
    assert [block.block_type for block in body] == ["need", "quote", "approach", "results", "text"]
    assert [block.id for block in body if block.block_type in {"quote", "text"}] == kept
    assert body[2].value.source == "<p>Neuve.</p>"


def test_a_section_that_the_editor_saved_again_is_not_changed(run):
    run(valid(section_besoin="Un besoin."))
    made = page()
    made.body = [("need", '<p data-block-key="ab12c">Un besoin.</p>')]
    made.save_revision().publish()
    assert run(valid(section_besoin="Un besoin.")).unchanged


def test_a_draft_in_progress_is_neither_published_nor_lost(run):
    run(valid(activite="Menuiserie"))
    draft = page()
    draft.summary = "Un brouillon."
    draft.save_revision()
    report = run(
        {"cle": "atelier", "activite": "Ébénisterie", "etiquettes": "neuve", "structure": "Neuve"}
    )
    made = page()
    assert report.updated
    assert (made.summary, made.activity) == (valid()["resume"], "Ébénisterie")
    assert made.has_unpublished_changes
    latest = made.get_latest_revision_as_object()
    assert (latest.summary, latest.activity) == ("Un brouillon.", "Ébénisterie")
    assert [item.tag for item in latest.tagged_items.all()] == list(made.tags.all())
    assert Organisation.objects.count() == 1
    assert run({"cle": "atelier", "activite": "Ébénisterie"}).unchanged


def test_a_fiche_that_is_not_live_stays_so(run):
    run(valid())
    page().unpublish()
    run(valid(titre="Autre"))
    made = page()
    assert not made.live
    assert made.get_latest_revision_as_object().title == "Autre"
    assert run(valid(titre="Autre")).unchanged


def test_drafts_on_demand(run):
    assert run(valid(), publish=False).created
    assert not page().live
    assert run(valid(), publish=False).unchanged
    assert run(valid(titre="Autre"), publish=False).updated
    assert page().get_latest_revision_as_object().title == "Autre"


def test_a_draft_of_a_live_fiche_leaves_what_the_public_sees(run):
    run(valid())
    run(valid(titre="Autre"), publish=False)
    assert page().title == "L’initiative atelier"
    assert page().get_latest_revision_as_object().title == "Autre"


def test_a_locked_fiche_is_refused(run):
    run(valid())
    InitiativePage.objects.update(locked=True)
    assert "verrouillée" in messages(run(valid(titre="Autre")))[0]
    assert run(valid()).unchanged


def test_what_somebody_saved_meanwhile_is_not_overwritten(run, monkeypatch):
    run(valid())

    def save_meanwhile(self, page, row, *, goes_live, _check=service.Writer._check):
        InitiativePage.objects.get(pk=page.pk).save_revision()

    monkeypatch.setattr(
        "initiatives.imports.writing.Writer._check",
        lambda self, one, row, will_be_live: save_meanwhile(self, one, row, goes_live=True),
    )
    assert "vient d’être modifiée" in messages(run(valid(titre="Autre")))[0]
    assert page().title == "L’initiative atelier"


def test_an_organisation_is_found_whatever_its_case_and_accents(run):
    known = OrganisationFactory(name="Coopérative du Lien", slug="lien")
    run(valid("un", structure="COOPERATIVE DU LIEN"), valid("deux", structure="Neuve"),
        valid("trois", structure="neuve"))  # fmt: skip
    assert page("un").organisations(OrganisationRole.CARRIER) == [known]
    assert set(Organisation.objects.values_list("name", flat=True)) == {known.name, "Neuve"}


def test_other_organisations_of_a_fiche_stay(run):
    made = InitiativePageFactory(import_key="atelier")
    funder = OrganisationFactory()
    made.organisation_links.create(organisation=funder, role=OrganisationRole.FUNDER)
    made.save()
    run({"cle": "atelier", "structure": "Une|Deux"})
    made = page()
    assert made.organisations(OrganisationRole.FUNDER) == [funder]
    assert [one.name for one in made.organisations(OrganisationRole.CARRIER)] == ["Une", "Deux"]


def test_two_rows_that_disagree_about_a_structure_are_refused_the_second_time(run):
    report = run(
        valid("un", structure="A", economie="ess"),
        valid("deux", structure="a", economie="classique"),
    )
    assert "Une autre ligne" in messages(report)[0]
    assert Organisation.objects.get().economy == "ess"
    assert page("un")


def test_a_refused_row_changes_no_organisation(run):
    OrganisationFactory(name="A", slug="a")
    row = {"structure": "A", "economie": "ess"}
    assert run(valid("faux", resume="", **row)).refused
    assert Organisation.objects.get().economy == ""
    report = run(valid("faux", resume="", **row), valid("bon", **row))
    assert report.created
    assert Organisation.objects.get().economy == "ess"


def test_a_new_structure_has_the_legal_status_of_the_row_that_makes_it(run):
    run(valid("faux", resume="", structure="A", statut="sas"), valid(structure="A", statut="scop"))
    assert Organisation.objects.get().legal_status.slug == "scop"


def test_a_row_rolled_back_by_the_database_leaves_its_tags_and_structures_to_others(
    run, monkeypatch
):
    from initiatives.imports.writing import Writer

    def fail_once(self, page, _store=Writer._store_verifications):
        if page.import_key == "un":
            raise service.IntegrityError("key")
        _store(self, page)

    monkeypatch.setattr(Writer, "_store_verifications", fail_once)
    report = run(*(valid(key, structure="Neuve", etiquettes="neuve") for key in ("un", "deux")))
    assert report.created.keys() == {"deux"}
    assert [tag.name for tag in page("deux").tags.all()] == ["neuve"]
    assert page("deux").organisations(OrganisationRole.CARRIER) == [Organisation.objects.get()]


def test_an_empty_cell_erases_nothing_of_a_structure_nor_of_the_verifications(run):
    run(valid(structure="A", economie="ess", labels="esus", verifiee_le="2024-01-01"))
    report = run(valid(structure="A", economie="", labels="", verifiee_le=""))
    assert report.unchanged
    assert Organisation.objects.get().is_esus
    assert page().last_verified


def test_a_verification_is_added_without_a_new_revision(run):
    run(valid(verifiee_le="2023-01-01"))
    revisions = Revision.objects.count()
    assert run(valid(verifiee_le="2024-01-01")).updated
    assert [one.verified_on.year for one in page().verifications.all()] == [2024, 2023]
    assert Revision.objects.count() == revisions


def test_an_effective_replaces_a_class_and_the_reverse(run):
    run(valid(effectif="15", tranche="53"))
    assert (page().headcount, page().headcount_class.slug) == (15, "11")
    run({"cle": "atelier", "tranche": "12"})
    assert (page().headcount, page().headcount_class.slug) == (None, "12")
    assert run({"cle": "atelier", "tranche": "12"}).unchanged


@pytest.mark.parametrize(
    ("cells", "precision"),
    [
        ({"latitude": "47.0562", "longitude": "6.0899", "precision": "commune"}, "commune"),
        ({"latitude": "47.2", "longitude": "6.1", "precision": "adresse"}, "adresse"),
        ({"latitude": "47.2", "longitude": "6.1"}, "adresse"),
        ({}, "commune"),
    ],
)
def test_a_place_is_completed_and_stays(run, cells, precision):
    row = valid(commune="Flagey (Doubs)", **cells)
    run(row)
    assert page().precision == precision
    assert page().epci
    assert run(row).unchanged


def test_the_indexes_of_wagtail_are_right_without_further_work(run):
    from wagtail.search.backends import get_search_backend

    run(valid(titre="Tournerie du Risoux"))
    run(valid(titre="Tournerie du Massacre", etiquettes="bois"))
    search = get_search_backend()
    assert list(search.search("Massacre", InitiativePage)) == [page()]
    assert not list(search.search("Risoux", InitiativePage))
    stored = set(ReferenceIndex.objects.values_list("model_path", "to_object_id"))
    page().save()
    ReferenceIndex.create_or_update_for_object(page())
    assert set(ReferenceIndex.objects.values_list("model_path", "to_object_id")) == stored


def test_pages_saved_after_an_import_are_indexed_as_before(run):
    from wagtail.search.backends import get_search_backend

    run(valid())
    made = page()
    made.title = "Tournerie"
    made.save_revision().publish()
    assert list(get_search_backend().search("Tournerie", InitiativePage)) == [made]


def test_the_queries_of_a_row_do_not_grow_with_the_rows(run):
    def queries(start, count):
        rows = [valid(f"{start}-{rank}", structure=f"S {start} {rank}") for rank in range(count)]
        with CaptureQueriesContext(
            connection,
        ) as captured:
            run(*rows)
        return len(captured)

    queries("chauffe", 1)
    few, many = queries("peu", 2), queries("beaucoup", 12)
    assert many <= few * 6


def test_unchanged_rows_cost_no_query_each(run):
    rows = [valid(f"n-{rank}") for rank in range(12)]
    run(*rows)
    with CaptureQueriesContext(connection) as few:
        run(*rows[:2])
    with CaptureQueriesContext(connection) as many:
        run(*rows)
    assert len(many) == len(few)


def test_the_whole_demonstration_is_imported_and_imported_again(parent):
    report = import_initiatives(DEMO, parent=parent)
    assert report.refused == []
    assert len(report.created) == 163
    again = import_initiatives(DEMO, parent=parent)
    assert again.unchanged == report.created
