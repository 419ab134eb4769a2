"""Tags of search, for templates."""
