"""What the deletion of a fiche changes in the domain, beside what points at it directly."""

from wagtail.models import Page

from hub.editing.trash.consequences import NAMED, Consequence, name
from hub.editing.trash.node import outside
from initiatives.models import InitiativePage, LaureateStoryPage


def stories_of(page: Page) -> list[Consequence]:
    """Return the stories of the prize results of a fiche: they stay, and lose their fiche."""
    if not isinstance(page.specific, InitiativePage):
        return []
    told = LaureateStoryPage.objects.filter(prize_result__initiative=page.pk).order_by("title")
    stories = [name(one) for one in outside(told)]
    sentence = "Ces histoires restent en ligne, mais ne mènent plus à la fiche"
    return [Consequence(sentence, stories[:NAMED], len(stories))] if stories else []
