"""`manage.py search_eval`."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db
DOCUMENTS = [
    {"id": "a", "title": "La semaine de quatre jours", "body": "Chacun choisit son jour de repos."},
    {"id": "b", "title": "Crèche", "body": "Des berceaux pour les enfants des salariés."},
    {"id": "c", "title": "Organisation", "body": "Une autre organisation du travail."},
]
QUESTIONS = [
    {"text": "semaine 4 jours quatre", "expected": ["a"]},
    {"text": "crehce", "expected": ["b"], "forbidden": ["c"]},
    {"text": "trampoline", "expected": ["a"]},
    {"text": "organisations", "forbidden": ["c"]},
]


def written(folder: Path, data: Any) -> str:
    path = folder / "collection.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("engine", ["tantivy", "memory"])
def test_figures_and_answers_are_one_json_object(
    engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, {"documents": DOCUMENTS, "questions": QUESTIONS})

    call_command("search_eval", file, "--json", engine=engine)

    result = json.loads(capsys.readouterr().out)
    assert result.pop("p50_ms") > 0
    assert result.pop("p95_ms") > 0
    assert result == {
        "documents": 3,
        "questions": 4,
        "hit@1": pytest.approx(2 / 3),
        "hit@3": pytest.approx(2 / 3),
        "hit@10": pytest.approx(2 / 3),
        "mrr": pytest.approx(2 / 3),
        "forbidden": 1,
        "answers": [
            {"text": "semaine 4 jours quatre", "first": ["a"], "done": "relaxed"},
            {"text": "crehce", "first": ["b"], "done": "corrected"},
            {"text": "trampoline", "first": [], "done": "exact"},
            {"text": "organisations", "first": ["c"], "done": "exact"},
        ],
    }


def test_figures_are_lines_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("search_eval", written(tmp_path, {"documents": DOCUMENTS, "questions": QUESTIONS}))

    assert "hit@10     0.667" in capsys.readouterr().out


def test_a_collection_without_question_has_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("search_eval", written(tmp_path, {"documents": [], "questions": []}), "--json")

    assert json.loads(capsys.readouterr().out)["hit@10"] == 0.0


@pytest.mark.parametrize("data", ["{", "[]", '{"documents": [{}], "questions": []}'])
def test_what_is_no_collection_is_refused_in_words(tmp_path: Path, data: str) -> None:
    with pytest.raises(CommandError, match="n’est pas une collection lisible"):
        call_command("search_eval", written(tmp_path, data))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nulle-part"):
        call_command("search_eval", str(tmp_path / "nulle-part.json"))
