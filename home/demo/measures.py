"""Dated figures that belong to a page."""

from functools import partial

from wagtail.models import Page

from home.demo.batch import Advance, known, once
from home.demo.figures import VIEWS
from initiatives.models import Measure


def load_measures(advance: Advance) -> None:
    """Attach the views of 2022 to the review: they are those of several videos together."""
    review = known("page/bilan-2023")
    if review is not None:
        once("mesure/vues-2022", partial(_views, review))
    advance(1, 1)


def _views(review: Page) -> Measure:
    return Measure.objects.create(
        page=review,
        value=VIEWS.value,
        unit="vues",
        measured_on=VIEWS.measured_on,
        source="Bilan 2023 : conférences et lauréats sur YouTube, en 2022",
    )
