"""On a second database, continuous integration runs one test of twenty, one case of each."""

import os
import subprocess
import sys

from hub.launch.processes import ROOT

TESTS = """
import pytest

for number in range(200):
    exec(f"def test_{number}(): pass")

@pytest.mark.parametrize("first", range(3))
@pytest.mark.parametrize("second", range(3))
def test_many(first, second): pass

@pytest.mark.server
@pytest.mark.parametrize("number", range(3))
def test_on_a_server(number): pass
"""


def test_some_tests_and_one_case_of_each_and_all_of_those_on_servers(tmp_path):
    (tmp_path / "test_cases.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-p", "tests.one_case", "-c", "/dev/null", "-v"]
    done = subprocess.run(
        [*command, "-W", "ignore", "--rootdir", tmp_path, tmp_path],
        cwd=ROOT,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    passed = [line for line in done.stdout.splitlines() if " PASSED" in line]
    assert sum("test_on_a_server" in line for line in passed) == 3
    assert sum("test_many" in line for line in passed) <= 1
    assert 10 <= len(passed) <= 40
