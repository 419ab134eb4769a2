"""The addresses that plugins have at the root of the site, each under a segment of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from hub.plugins.problems import BAD_ROOT, Problem
from hub.plugins.registry import Address, contributed_roots

_WORD = re.compile(r"[-\w.]+")


@cache
def mounted_roots() -> tuple[Address, ...]:
    """Return what the addresses of the site take of plugins, once and for all."""
    every = contributed_roots().patterns.values()
    return tuple(one for patterns in every for one in patterns if first_segment(one))


def pages_among(addresses: Iterable[Address]) -> list[str]:
    """Return the names of the addresses that a sitemap lists."""
    return [
        one.name
        for one in addresses
        if isinstance(one, URLPattern)
        and one.name
        and str(one.pattern).endswith("/")
        and not one.pattern.converters
    ]


def first_segment(address: Address) -> str:
    """Return what an address begins with, up to its first slash; empty for no plain word."""
    if not isinstance(address.pattern, RoutePattern):
        return ""
    segment = str(address.pattern).partition("/")[0]
    return segment if _WORD.fullmatch(segment) else ""


def plugin_segments() -> frozenset[str]:
    """Return the first segments that are those of plugins: a page that has one is not reached."""
    return frozenset(first_segment(one) for one in mounted_roots())


def root_problems() -> Iterator[Problem]:
    """Yield what is wrong with addresses at the root: unclear, claimed twice, or ours."""
    owners = dict.fromkeys(_own_segments(), "the hub")
    for plugin, patterns in contributed_roots().patterns.items():
        for one in patterns:
            segment = first_segment(one)
            if not segment:
                sentence = f"The plugin “{plugin}” has at the root an address without first word."
                yield Problem(BAD_ROOT, sentence, 'Begin it as path("word/…") does.')
            elif owners.setdefault(segment, plugin) != plugin:
                sentence = f"“{owners[segment]}” and “{plugin}” claim the address /{segment}/."
                yield Problem(BAD_ROOT, sentence, "Give it another one.")


def _own_segments() -> list[str]:
    return [one for one in _segments(get_resolver().url_patterns) if one]


def _segments(patterns: Iterable[Address]) -> Iterator[str]:
    """Yield the first segments of addresses, those of plugins left out."""
    for one in patterns:
        if one in mounted_roots():
            continue
        if isinstance(one, URLResolver) and not str(one.pattern):
            yield from _segments(one.url_patterns)
        else:
            yield first_segment(one)
