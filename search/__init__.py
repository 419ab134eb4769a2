"""Search, whatever the engine and the types of content. `docs/search.md` says how it works."""
