"""Rules about the repository itself."""

import ast
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template
from wagtail.blocks import StructBlock

from hub.content.checks import hub_page_models

ROOT = settings.BASE_DIR
PACKAGES = ("hub", "home", "initiatives", "search", "bench", "manage.py")
TOP_LEVEL = {
    ".ci", ".editorconfig", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
    "bench", "compose.yaml", "docs", "examples", "home", "hub", "initiatives", "manage.py",
    "publiccode.yml", "pyproject.toml", "requirements-dev.txt", "requirements.txt", "search",
    "static", "templates", "tests",
}  # fmt: skip
FUNCTION_CAP, FUNCTION_P95 = 60, 35
FILE_CAP, FILE_P95 = 500, 300


def tracked_files():
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    names = filter(None, listing.stdout.split("\0"))
    return [path for path in (ROOT / name for name in names) if path.is_file()]


def sources():
    """Our Python files, migrations and tests left out."""
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py"
        and path.relative_to(ROOT).parts[0] in PACKAGES
        and "migrations" not in path.parts
    ]


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def percentile_95(values):
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.95)] if ordered else 0


def test_the_top_level_tells_the_product():
    entries = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert entries <= TOP_LEVEL


def test_functions_stay_short():
    lengths = {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in functions(path)
    }
    assert {name for name, length in lengths.items() if length > FUNCTION_CAP} == set()
    assert percentile_95(lengths.values()) <= FUNCTION_P95


def test_files_stay_short():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources()
    }
    assert {name for name, length in lengths.items() if length > FILE_CAP} == set()
    assert percentile_95(lengths.values()) <= FILE_P95


def test_signatures_are_annotated():
    bare = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in sources()
        for node in functions(path)
        if node.returns is None
        or any(
            argument.annotation is None
            for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if argument.arg not in {"self", "cls"}
        )
    ]
    assert bare == []


def test_no_module_is_called_utils():
    assert [path for path in tracked_files() if path.name in {"utils.py", "helpers.py"}] == []


def test_no_machine_path_nor_package_host_is_committed():
    forbidden = re.compile(
        r"(?<![\w.])/(?:work|root|home/[a-z]+)/|--(?:extra-)?index-url|//registry\.|files\.pythonhosted"
    )
    guilty = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked_files()
        if path.suffix not in {".png", ".webp", ".jpg", ".mo", ".woff2", ".json"}
        and path != Path(__file__)
        and (match := forbidden.search(path.read_text(encoding="utf-8", errors="ignore")))
    ]
    assert guilty == []


def test_layers_are_respected():
    """In a process of its own: import-linter silences the loggers of the one it runs in."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_migrations_hold_no_block_definition():
    written = [
        path
        for path in tracked_files()
        if "migrations" in path.parts
        and path.suffix == ".py"
        and re.search(r"block_lookup|wagtail\.blocks", path.read_text(encoding="utf-8"))
    ]
    assert written == []


@pytest.mark.parametrize("model", hub_page_models(), ids=lambda model: model.__name__)
def test_every_page_type_has_a_template(model):
    assert get_template(model.template)


def test_every_component_says_what_it_takes():
    silent = [
        path.name
        for path in (ROOT / "templates" / "components").glob("*.html")
        if not path.read_text(encoding="utf-8").lstrip().startswith(("{#", "{% comment %}"))
    ]
    assert silent == []


def test_names_shown_to_editors_begin_in_lower_case():
    """Django capitalises them where a sentence begins (same rule for every model)."""
    ours = [
        model for model in apps.get_models() if model._meta.app_label in {"home", "initiatives"}
    ]
    assert [model for model in ours if str(model._meta.verbose_name)[0].isupper()] == []


def struct_blocks():
    from hub.content.blocks.body import BodyBlocks

    return [block for block in BodyBlocks().child_blocks.values() if isinstance(block, StructBlock)]


@pytest.mark.parametrize("block", struct_blocks(), ids=lambda block: block.name)
def test_every_block_has_a_french_label_and_an_icon(block):
    assert block.label
    assert block.meta.icon != "placeholder"


def test_no_public_template_holds_a_script_or_a_style_of_its_own():
    """The policy of the site forbids them, so they would silently do nothing."""
    inline = re.compile(r"<script(?![^>]*(?:\bsrc=|application/))|\sstyle=|\son[a-z]+=\"")
    guilty = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if path.suffix == ".html"
        and path.relative_to(ROOT).parts[0] == "templates"
        and "admin" not in path.parts
        and inline.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []
