"""The same texts as rows of a plain model, which Wagtail's own search indexes in the database."""
