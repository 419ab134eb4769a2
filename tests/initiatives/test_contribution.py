"""A list of initiatives is open to contributors from the day it is made."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission

from hub.editing.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


def test_what_was_withdrawn_stays_withdrawn(home):
    initiative_index = factories.InitiativeIndexPageFactory()
    given = GroupPagePermission.objects.filter(page=initiative_index, group__name=Role.CONTRIBUTION)
    assert given.count() == 1
    given.delete()
    initiative_index.save()
    assert not given.exists()


def test_a_list_is_made_where_there_is_no_group_of_contributors(home):
    Group.objects.filter(name=Role.CONTRIBUTION).delete()
    index = factories.InitiativeIndexPageFactory()
    assert not GroupPagePermission.objects.filter(page=index).exists()
