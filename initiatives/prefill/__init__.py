"""Pages begun from another: the story of a laureate from its fiche, the report of an event."""
