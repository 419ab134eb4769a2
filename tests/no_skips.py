"""Pytest plugin of continuous integration: a test that is skipped or expected to fail, fails."""

import pytest

OUTCOME = "Skipping is not accepted in continuous integration: "


def _refuse(report):
    if report.outcome == "skipped":
        reason = getattr(report, "wasxfail", None) or report.longrepr
        report.outcome, report.longrepr = "failed", f"{OUTCOME}{reason}"
        vars(report).pop("wasxfail", None)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    """Turn the report of a skipped test into a failure."""
    return _refuse((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    """Turn a module that is skipped as a whole into an error."""
    return _refuse((yield))
