"""A model with a place, for tests only: the territory has no table of its own."""

import pytest
from django.db import models

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
