"""Declares the rules that hold for pages of any type; imported by `wagtail_hooks`."""

import hub.editing.checks.preview  # noqa: F401
from hub.editing.checks.pictures import picture_checks
from hub.editing.checks.registry import content_checks
from hub.editing.checks.search_engines import search_engine_checks
from hub.editing.checks.texts import text_checks

content_checks.register(*picture_checks, *text_checks, *search_engine_checks)
