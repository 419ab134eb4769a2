"""Continuous integration accepts no skipped test."""

import os
import subprocess
import sys

from hub.launch.processes import ROOT

SKIPPING = """
import pytest

@pytest.mark.skip("later")
def test_marked(): pass

def test_inside(): pytest.skip("later")

@pytest.mark.xfail(reason="later")
def test_expected_to_fail(): assert 0

def test_passing(): pass
"""
ABSENT = "import pytest\npytest.importorskip('no_such_module', reason='later')\n"


def test_a_skip_of_any_kind_fails_the_run(tmp_path):
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    (tmp_path / "test_absent.py").write_text(ABSENT)
    command = [sys.executable, "-m", "pytest", "-p", "tests.no_skips", "-c", "/dev/null"]
    done = subprocess.run(
        [*command, "--continue-on-collection-errors", "--rootdir", tmp_path, tmp_path],
        cwd=ROOT,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    # A test that is marked fails before it begins, which pytest calls an error.
    assert "2 failed, 1 passed, 2 errors" in done.stdout
    assert done.stdout.count("not accepted in continuous integration") >= 4
