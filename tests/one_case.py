"""Pytest plugin of continuous integration: on a second database, one test of twenty, one case each.

All is asked on the first database, and a test of many cases asks its database the same questions
about each of them. Tests and cases are drawn anew at each run, from the seed that pytest-randomly
prints. Tests that need a server keep all of their cases: no other run has them.
"""

import random
from collections import defaultdict

import pytest

SHARE = 1 / 20  # so that all of continuous integration stays well under 25 minutes


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Leave out nineteen tests of twenty, and all but one of the cases of the others."""
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
        lot = random.Random(f"{seed} {name}")
        if lot.random() < SHARE:
            left_out.remove(lot.choice(several))
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]
