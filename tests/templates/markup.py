"""Reads a page as a browser would, and says what is wrong with its structure."""

import itertools
import json
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Markup(HTMLParser):
    """Tags with their attributes, and the faults met on the way."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.faults, self.data_blocks = [], [], []
        self._open, self._in_data_block = [], False
        self.feed(text)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self._open]

    def handle_starttag(self, name, attributes):
        self.tags.append((name, dict(attributes)))
        if name not in VOID:
            self._open.append(name)
        is_data = dict(attributes).get("type") == "application/ld+json"
        self._in_data_block = name == "script" and is_data

    def handle_startendtag(self, name, attributes):
        self.tags.append((name, dict(attributes)))

    def handle_endtag(self, name):
        if not self._open or self._open.pop() != name:
            self.faults.append(f"</{name}> at line {self.getpos()[0]} closes something else")
        self._in_data_block = False

    def handle_data(self, text):
        if self._in_data_block:
            self.data_blocks.append(json.loads(text))

    def all(self, element, /, **attributes):
        """Return the attributes of the tags of this name that have these attributes."""
        return [
            given
            for tag, given in self.tags
            if tag == element and attributes.items() <= given.items()
        ]

    def meta(self, key):
        """Return the content of the `<meta>` of this name or property, None where it is absent."""
        found = self.all("meta", name=key) + self.all("meta", property=key)
        return found[0]["content"] if found else None

    @property
    def structure_faults(self):
        """What breaks the promises made to every page."""
        levels = [HEADINGS.index(tag) + 1 for tag, _ in self.tags if tag in HEADINGS]
        ids = [given["id"] for _, given in self.tags if "id" in given]
        named = [
            given["aria-label"]
            for tag, given in self.tags
            if tag == "nav" and "aria-label" in given
        ]
        jumps = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        references = {
            one
            for _, given in self.tags
            for name in ("aria-labelledby", "aria-describedby")
            for one in given.get(name, "").split()
        }
        checks = {
            "one h1, first": levels[:1] == [1] and levels.count(1) == 1,
            f"headings in order, {jumps}": not jumps,
            f"ids are unique, {ids}": len(ids) == len(set(ids)),
            "references lead somewhere": references <= set(ids),
            "navs are named apart": len(named) == len(self.all("nav")) == len(set(named)),
            "one main, header and footer": [
                len(self.all("main")),
                len(self.all("footer")) >= 1,
                len(self.all("header")) >= 1,
            ]
            == [1, True, True],
            "pictures have alt": all("alt" in given for given in self.all("img")),
            "nothing inline": not any(
                "style" in given or any(name.startswith("on") for name in given)
                for _, given in self.tags
            ),
        }
        return [*self.faults, *(promise for promise, kept in checks.items() if not kept)]
