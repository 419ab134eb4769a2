"""The site of the tests, made once: each test begins with it and leaves it as it was."""

import pytest
from django.core.management import call_command
from wagtail.models import Site


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Make the pages and vocabularies that every site has."""
    with django_db_blocker.unblock():
        call_command("setup_site", verbosity=0)


@pytest.fixture
def home(db):
    """The home page of the site."""
    return Site.objects.get().root_page.specific
