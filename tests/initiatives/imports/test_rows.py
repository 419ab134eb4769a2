import csv
import io

import pytest

from initiatives.imports.columns import COLUMNS
from initiatives.imports.rows import row_of
from initiatives.imports.service import import_initiatives
from initiatives.models import InitiativePage, OrganisationRole
from tests.factories import InitiativePageFactory, OrganisationFactory, StandardPageFactory
from tests.initiatives.imports.making import table, valid


def exported(pages):
    """The pages as a CSV text."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=[column.name for column in COLUMNS])
    writer.writeheader()
    writer.writerows(row_of(page) for page in pages)
    text.seek(0)
    return text


def test_a_row_has_all_columns_in_their_order(run):
    run(valid())
    assert list(row_of(InitiativePage.objects.get())) == [column.name for column in COLUMNS]


def test_a_fiche_full_of_everything_comes_back_unchanged(run, parent):
    run(
        valid(
            titre="=1+1",
            titre_cite="'+2",
            structure=r"A\|B|C",
            siret="73282932000074",
            statut="scop",
            economie="ess",
            labels="esus|ebe",
            activite="Menuiserie",
            secteur="C",
            effectif="15",
            effectif_annee="2022",
            centree_sur="territoire|entreprise",
            centree_sur_pourquoi=r"entreprise: Oui : \| tous.|territoire: Le bourg.",
            themes="insertion|tms",
            publics="jeunes",
            leviers="outil",
            etiquettes=r"bois|mobilité|a\|b",
            annee="2020",
            maturite="deployee",
            nature="pratique",
            besoin="-besoin",
            commune="25241",
            adresse="3 rue Exemple",
            latitude="47.2",
            longitude="6.1",
            site_web="https://www.example.org/",
            reperee_par="Cress",
            section_besoin="Un.\n\n- deux\n- trois <b>",
            verifiee_le="2024-05-01",
            fictive="oui",
        )
    )
    pages = list(InitiativePage.objects.all())
    written = row_of(pages[0])
    assert written["titre"] == "'=1+1"
    assert written["departement_nom"] == "Doubs"
    assert written["epci_nom"]
    assert written["code_postal"] == "25330"
    assert written["secteur_libelle"] == "Industrie manufacturière"
    assert written["adresse_page"] == pages[0].full_url
    report = import_initiatives(exported(pages), parent=parent)
    assert (report.refused, report.unchanged) == ([], {"atelier": pages[0].pk})


def test_a_fiche_of_an_editor_comes_back_unchanged_under_its_identity(parent):
    target = StandardPageFactory()
    body = [
        ("need", '<p data-block-key="a1b2c">L&#x27;eau, voir <a linktype="page" id="'
         f'{target.pk}">là</a></p>'),
        ("quote", {"text": "Tout a changé."}),
    ]  # fmt: skip
    page = InitiativePageFactory(title="  Un titre\u0301 ", body=body, commune_code="21231")
    page.organisation_links.create(
        organisation=OrganisationFactory(), role=OrganisationRole.CARRIER
    )
    page.save()
    written = row_of(page)
    assert written["cle"] == str(page.uid)
    assert f'href="{target.url}"' in written["section_besoin"]
    assert "linktype" not in written["section_besoin"]
    report = import_initiatives(exported([page]), parent=parent)
    assert (report.refused, report.unchanged) == ([], {str(page.uid): page.pk})


def test_an_empty_fiche_comes_back_unchanged(run, parent):
    run(valid())
    pages = list(InitiativePage.objects.all())
    assert import_initiatives(exported(pages), parent=parent).unchanged


def test_an_export_makes_the_same_fiches_elsewhere(run, parent):
    run(valid(section_besoin="Un besoin.", structure="A", etiquettes="bois", commune="25241"))
    pages = list(InitiativePage.objects.all())
    text = exported(pages).getvalue()
    before = row_of(pages[0])
    pages[0].delete()
    import_initiatives(io.StringIO(text, newline=""), parent=parent)
    after = row_of(InitiativePage.objects.get())
    assert {name for name in before if before[name] != after[name]} <= {"uid", "modifiee_le"}


@pytest.mark.parametrize(
    "column", [column for column in COLUMNS if column.read], ids=lambda c: c.name
)
def test_each_column_of_an_export_can_be_imported_alone(run, parent, column):
    run(valid(structure="A", economie="ess", siret="73282932000074", labels="esus", secteur="C",
              commune="25241", themes="insertion", themes_pourquoi="insertion: Oui."))  # fmt: skip
    page = InitiativePage.objects.get()
    written = row_of(page)
    report = import_initiatives(
        table({"cle": written["cle"], column.name: written[column.name]}), parent=parent
    )
    assert (report.refused, report.unchanged) == ([], {"atelier": page.pk})
