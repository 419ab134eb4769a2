import csv
import io

import pytest

from initiatives.imports.report import ImportFileError
from initiatives.imports.source import open_table

HEADER = "cle;titre\r\n"


def written(tmp_path, content):
    path = tmp_path / "initiatives.csv"
    path.write_bytes(content)
    return path


def rows_of(table):
    return [(row.line, row.cells) for row in table.rows()]


def refusal(source):
    with pytest.raises(ImportFileError) as refused:
        open_table(source)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_usual_encodings_delimiters_and_line_ends_are_understood(
    tmp_path, encoding, delimiter, end
):
    text = end.join([f"cle{delimiter}titre", f'un{delimiter}"L’été, l’œuvre ; fin"', ""])
    table = open_table(written(tmp_path, text.encode(encoding)))
    assert table.header == ["cle", "titre"]
    assert table.total == 1
    assert rows_of(table) == [(2, ["un", "L’été, l’œuvre ; fin"])]


def test_a_text_already_opened_is_read_with_or_without_bom():
    assert open_table(io.StringIO("\ufeffcle,titre\nun,Un\n")).header == ["cle", "titre"]


def test_the_line_told_is_the_one_where_the_row_begins(tmp_path):
    content = 'cle,titre\nun,"Un\nen deux lignes"\n\n,\ndeux,Deux\n'
    table = open_table(written(tmp_path, content.encode()))
    assert [line for line, _ in rows_of(table)] == [2, 6]
    assert table.total == 2


def test_the_rows_can_be_read_twice(tmp_path):
    table = open_table(written(tmp_path, b"cle\nun\ndeux\n"))
    assert rows_of(table) == rows_of(table)


def test_a_long_file_whose_letters_straddle_the_blocks_read_is_utf8(tmp_path):
    content = "cle\n" + "é" * 100_000 + "\n"
    (row,) = open_table(written(tmp_path, content.encode())).rows()
    assert row.cells == ["é" * 100_000]


def test_a_file_that_ends_in_the_middle_of_a_letter_is_not_utf8(tmp_path):
    (row,) = open_table(written(tmp_path, b"cle,titre\nun,caf\xe9")).rows()
    assert row.cells == ["un", "café"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"\n\n", "nommer les colonnes"),
        (b"PK\x03\x04rest", "classeur"),
        (b"\xd0\xcf\x11\xe0rest", "ancien classeur"),
        (b"%PDF-1.7", "PDF"),
        ("cle,titre\n".encode("utf-16"), "UTF-16"),
        ("cle,titre\n".encode("utf-16-le"), "UTF-16"),
        (b"cle,titre\nun,a\0b\n", "caractères nuls"),
        (b"cle,titre\nun,\x81\xff\n", "encodage"),
        (b'cle,titre\nun,"jamais ferme\n', "guillemet"),
        (b'cle,titre\nun,"a"b\n', "guillemet"),
        (b"cle,titre\nun," + b"a" * 200_000 + b"\n", "ne se lit pas"),
    ],
)
def test_what_is_no_csv_file_is_refused_in_words(tmp_path, content, said):
    assert said in refusal(written(tmp_path, content))


def test_a_cell_is_too_long_whatever_other_libraries_allow_the_process(tmp_path):
    usual = csv.field_size_limit(1_000_000)
    try:
        said = refusal(written(tmp_path, b"cle,titre\nun," + b"a" * 200_000 + b"\n"))
    finally:
        csv.field_size_limit(usual)
    assert "ne se lit pas" in said


def test_a_null_in_an_opened_text_is_refused():
    assert "caractères nuls" in refusal(io.StringIO("cle\na\0b\n"))


def test_a_broken_quote_names_its_line(tmp_path):
    assert "Ligne 3" in refusal(written(tmp_path, b'cle,titre\nun,Un\ndeux,"Deux\n'))


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert "n’existe pas" in refusal(tmp_path / "absent.csv")
    assert "dossier" in refusal(tmp_path)
