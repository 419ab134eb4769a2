"""Rights have French names, whatever made them."""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS
from wagtail.users.forms import GroupForm

from hub.editing.permission_names import name_permissions
from initiatives.models import Term

pytestmark = pytest.mark.django_db


def test_no_right_of_the_form_of_groups_has_an_english_name():
    names = {one.name for one in GroupForm().fields["permissions"].queryset}
    names |= {one.name for one in Permission.objects.filter(codename__endswith="_page")}
    english = ("Can ", "Delete", "Publish", "Edit", "Lock", "Unlock")
    assert [name for name in names if name.startswith(english)] == []


def test_a_right_is_named_after_what_it_is_on():
    assert Permission.objects.get(codename="add_term").name == "Ajouter terme"


def test_a_name_that_somebody_gave_is_kept(django_assert_num_queries):
    on_terms = ContentType.objects.get_for_model(Term)
    Permission.objects.filter(codename="add_term").update(name="Ajouter un mot")
    Permission.objects.create(codename="merge_term", name="Fusionner", content_type=on_terms)
    name_permissions(DEFAULT_DB_ALIAS)  # types of content are read once for the process
    with django_assert_num_queries(1):  # there is nothing to rename
        name_permissions(DEFAULT_DB_ALIAS)
    assert Permission.objects.get(codename="add_term").name == "Ajouter un mot"
