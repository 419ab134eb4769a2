"""Invariants of search, as numbered system checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from hub.content.checks import hub_page_models
from hub.content.models import BasePage
from hub.plugins.declarations import DocumentSpec
from search.models import MAX_KIND
from search.registry import registry


@register()
def check_every_page_type_is_decided(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`search.E001`: a page type is searched or said not to be, and not both."""
    declared = {spec.model.lower() for spec in registry.documents.values()}
    messages: list[CheckMessage] = []
    for model in hub_page_models():
        is_excluded = model._meta.label_lower in registry.excluded
        if is_excluded == (model._meta.label_lower in declared):
            said = "both declared and excluded" if is_excluded else "neither declared nor excluded"
            messages.append(
                Error(
                    f"This page type is {said} for search.",
                    hint="Register a DocumentSpec, or name it in `excluded` (docs/search.md).",
                    obj=model,
                    id="search.E001",
                )
            )
    return messages


@register()
def check_declarations(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`search.E002`: what a declaration names exists."""
    found = [fault for spec in registry.documents.values() for fault in _faults_of(spec)]
    found += [
        f"{label!r} is excluded from search, and is no model."
        for label in sorted(registry.excluded)
        if not _exists(label)
    ]
    return [Error(sentence, id="search.E002") for sentence in found]


def _faults_of(spec: DocumentSpec) -> Iterator[str]:
    if not _exists(spec.model) or not issubclass(apps.get_model(spec.model), BasePage):
        yield f"The document {spec.name!r} names {spec.model!r}, which is no page type."
    if len(spec.name) > MAX_KIND:
        yield f"The name of the document {spec.name!r} has more than {MAX_KIND} characters."
    for label in spec.depends_on:
        if not _exists(label) or apps.get_model(label)._meta.label != label:
            yield f"The document {spec.name!r} depends on {label!r}, which is no model."
    try:
        get_template(spec.card)
    except TemplateDoesNotExist:
        yield f"The card {spec.card!r} of the document {spec.name!r} is no template."


def _exists(label: str) -> bool:
    try:
        apps.get_model(label)
    except (LookupError, ValueError):
        return False
    return True
