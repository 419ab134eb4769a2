"""On a second database, continuous integration runs one case of each test."""

import os
import subprocess
import sys

from hub.launch.processes import ROOT

TESTS = """
import pytest

@pytest.mark.parametrize("first", range(3))
@pytest.mark.parametrize("second", range(3))
def test_many(first, second): pass

@pytest.mark.server
@pytest.mark.parametrize("number", range(3))
def test_on_a_server(number): pass

def test_one(): pass
"""


def test_one_case_of_each_test_and_all_of_those_on_servers(tmp_path):
    (tmp_path / "test_cases.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-p", "tests.one_case", "-c", "/dev/null", "-q"]
    done = subprocess.run(
        [*command, "-W", "ignore", "--rootdir", tmp_path, tmp_path],
        cwd=ROOT,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "5 passed, 8 deselected" in done.stdout
