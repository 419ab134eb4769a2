"""Begins with the migrated database of an earlier run.

Tests elsewhere name it in PYTEST_PLUGINS: what `-p` names comes before pytest-django, whose own
fixture would then be taken instead.
"""

import pytest

from tests.database import copy_template, sqlite_name, template_path


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings):
    """Copy the database that was kept, if there is one; Django then adds what it lacks."""
    name = sqlite_name()
    return bool(name) and copy_template(template_path(request.config.cache.mkdir("hub")), name)
