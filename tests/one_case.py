"""Pytest plugin of continuous integration: on a second database, one case of each test.

A test of many cases asks its database the same questions about each of them, and all are asked
on the first database. The case is drawn anew at each run, from the seed that pytest-randomly
prints. Tests that need a server keep all of their cases: no other run has them.
"""

import random
from collections import defaultdict

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Leave out all but one of the cases of each test."""
    cases = defaultdict(list)
    for item in items:
        if not item.get_closest_marker("server"):
            cases[item.nodeid.partition("[")[0]].append(item)
    seed = config.getoption("randomly_seed", 0)
    left_out = set()
    for name, several in cases.items():
        several.sort(key=lambda item: item.nodeid)
        left_out.update(several)
        # The processes of one run draw alike.
        left_out.remove(random.Random(f"{seed} {name}").choice(several))
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]
