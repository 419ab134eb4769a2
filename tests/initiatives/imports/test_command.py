import io

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from initiatives.management.commands import import_initiatives as command
from initiatives.models import InitiativePage
from tests.factories import HomePageFactory, InitiativeIndexPageFactory
from tests.initiatives.imports.making import table, valid

EXAMPLE = settings.BASE_DIR / "examples" / "initiatives.csv"


@pytest.fixture
def file(tmp_path):
    """Write rows to a file; return its path."""

    def write(*rows):
        path = tmp_path / "fiches.csv"
        path.write_text(table(*rows).getvalue(), encoding="utf-8", newline="")
        return str(path)

    return write


def test_the_example_is_imported_and_counted(parent, capsys):
    call_command("import_initiatives", str(EXAMPLE))
    assert (
        "Fiches\u00a0: 5 créées, 0 mise à jour, 0 inchangée, 0 refusée." in capsys.readouterr().out
    )
    assert InitiativePage.objects.live().filter(is_fictitious=True).count() == 5


def test_a_dry_run_says_that_nothing_is_written(parent, capsys):
    call_command("import_initiatives", str(EXAMPLE), "--dry-run")
    assert "Essai, rien n’est écrit\u00a0: 5 créées" in capsys.readouterr().out
    assert not InitiativePage.objects.exists()


def test_refused_rows_are_told_one_by_one_and_the_command_fails(parent, file, capsys):
    path = file(valid("bon"), valid("faux", secteur="Z"))
    with pytest.raises(CommandError, match="Corrigez les lignes refusées"):
        call_command("import_initiatives", path)
    out = capsys.readouterr().out
    assert "Ligne 3, «\u00a0faux\u00a0», colonne «\u00a0secteur\u00a0»" in out
    assert "1 créée, 0 mise à jour, 0 inchangée, 1 refusée." in out


def test_all_or_nothing_says_that_nothing_is_imported(parent, file):
    path = file(valid("bon"), valid("faux", secteur="Z"))
    with pytest.raises(CommandError, match="Rien n’est importé"):
        call_command("import_initiatives", path, "--all-or-nothing")
    assert not InitiativePage.objects.exists()


def test_drafts_are_not_published(parent, file):
    call_command("import_initiatives", file(valid()), "--draft")
    assert not InitiativePage.objects.live().exists()


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_a_file_that_cannot_be_read_is_named_and_explained(parent, tmp_path, name):
    with pytest.raises(CommandError, match=r"absent\.csv|dossier"):
        call_command("import_initiatives", str(tmp_path / name))


def test_a_site_without_a_list_is_told_how_to_make_one(db):
    with pytest.raises(CommandError, match="setup_site"):
        call_command("import_initiatives", str(EXAMPLE))


def test_the_list_is_chosen_by_key_or_address_where_there_are_several(parent, file):
    other = InitiativeIndexPageFactory._meta.model(title="Autres", slug="autres")
    HomePageFactory().add_child(instance=other)
    with pytest.raises(CommandError, match="--parent"):
        call_command("import_initiatives", file(valid()))
    with pytest.raises(CommandError, match="«\u00a0nulle-part\u00a0»"):
        call_command("import_initiatives", file(valid()), parent="nulle-part")
    call_command("import_initiatives", file(valid("un")), parent="autres")
    call_command("import_initiatives", file(valid("deux")), parent=str(parent.pk))
    assert InitiativePage.objects.get(import_key="un").get_parent().pk == other.pk
    assert InitiativePage.objects.get(import_key="deux").get_parent().pk == parent.pk


def test_stopping_prints_what_was_done(parent, file, capsys, monkeypatch):
    def stop(self, done, total):
        raise KeyboardInterrupt

    monkeypatch.setattr(command.Command, "_line", stop)
    with pytest.raises(SystemExit) as exit_:
        call_command("import_initiatives", file(valid("un"), valid("deux")))
    printed = capsys.readouterr()
    assert exit_.value.code == 130
    assert "1 créée" in printed.out
    assert "interrompu" in printed.err


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_sees_a_bar_and_the_report(parent, file, capsys):
    terminal = Terminal()
    call_command("import_initiatives", file(valid()), stdout=terminal)
    assert "Import" in capsys.readouterr().out
    assert "1 créée" in terminal.getvalue()


def test_stopping_an_all_or_nothing_import_says_that_nothing_is_written(
    parent, file, capsys, monkeypatch
):
    def stop(self, done, total):
        raise KeyboardInterrupt

    monkeypatch.setattr(command.Command, "_line", stop)
    with pytest.raises(SystemExit):
        call_command("import_initiatives", file(valid()), "--all-or-nothing")
    printed = capsys.readouterr()
    assert "0 créée" in printed.out
    assert "rien n’est écrit" in printed.err


def test_a_long_import_tells_its_progress_every_thousand_rows(parent, file, capsys, monkeypatch):
    monkeypatch.setattr(command, "EVERY", 2)
    call_command(
        "import_initiatives", file(*(valid(f"n-{rank}") for rank in range(4))), "--dry-run"
    )
    assert "2 lignes sur 4\n4 lignes sur 4\n" in capsys.readouterr().out
