"""What a visitor may mean while typing: pages, filters, places, and the end of a word."""

from search.suggestions.contract import Suggestion, Suggestions
from search.suggestions.suggesting import Suggester, suggest

__all__ = ["Suggester", "Suggestion", "Suggestions", "suggest"]
