"""The form of the log is asked for by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.logs import logging_configuration


def test_lines_for_a_reader_unless_told_otherwise(monkeypatch):
    monkeypatch.delenv("HUB_LOG", raising=False)
    assert logging_configuration()["formatters"]["line"]["()"].endswith("TextFormatter")


def test_json_on_demand(monkeypatch):
    monkeypatch.setenv("HUB_LOG", "json")
    assert logging_configuration()["formatters"]["line"]["()"].endswith("JSONFormatter")


def test_another_form_is_refused(monkeypatch):
    monkeypatch.setenv("HUB_LOG", "xml")
    with pytest.raises(ImproperlyConfigured, match="text or json, not 'xml'"):
        logging_configuration()
