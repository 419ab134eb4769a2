"""A model with a place, for tests only: the territory has no table of its own."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import models
from django.test import Client

from hub.territory.gazetteer import Gazetteer, get_gazetteer
from hub.territory.models import PlacedMixin
from hub.territory.querysets import PlacedQuerySet


class Place(PlacedMixin):
    name = models.CharField(max_length=50, blank=True)

    objects = PlacedQuerySet.as_manager()

    class Meta(PlacedMixin.Meta):
        app_label = "territory"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


@pytest.fixture
def place_model() -> type[Place]:
    return Place


@pytest.fixture
def gazetteer() -> Gazetteer:
    return get_gazetteer()


@pytest.fixture
def editor_client(client: Client, db: None) -> Client:
    """A browser of somebody who may enter the admin, and no more."""
    user = get_user_model().objects.create_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client
