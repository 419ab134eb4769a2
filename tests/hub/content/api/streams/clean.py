"""What is wrong with HTML that another site is to show."""

import re

from tests.templates.markup import Markup

ATTRIBUTES = {
    "a": {"href", "data-type", "data-id", "data-path"},
    "blockquote": {"cite"},
    "img": {"src", "srcset", "alt", "width", "height"},
    "th": {"scope"},
    "time": {"datetime"},
}
ELEMENTS = {
    *ATTRIBUTES,
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "hr", "br", "div", "section"),
    *("strong", "em", "small", "sup", "sub", "cite", "figure", "figcaption", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "td"),
}
# Only phrasing content may stand in these.
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "small", "strong"}
BLOCKS = {"p", "ul", "ol", "li", "div", "section", "figure", "details", "table", "blockquote", "hr"}
ONLY_UNDER = {"li": {"ul", "ol"}, "tr": {"thead", "tbody"}, "td": {"tr"}, "th": {"tr"}}
ABSOLUTE = re.compile(r"(https?://|mailto:|tel:)")


class Clean(Markup):
    """Reads a fragment and notes what stands where it may not."""

    def handle_starttag(self, name, attributes):
        parent = self._open[-1] if self._open else ""
        if name in BLOCKS and PHRASING_ONLY.intersection(self._open):
            self.faults.append(f"<{name}> inside {self._open}")
        if name in ONLY_UNDER and parent not in ONLY_UNDER[name]:
            self.faults.append(f"<{name}> under <{parent}>")
        if parent in ("ul", "ol") and name != "li":
            self.faults.append(f"<{name}> under <{parent}>")
        if name == "a" and "a" in self._open:
            self.faults.append("a link inside a link")
        super().handle_starttag(name, attributes)


def faults_of(html):
    """Return the faults of a fragment of HTML."""
    read = Clean(html)
    faults = list(read.faults)
    for name, given in read.tags:
        if name not in ELEMENTS:
            faults.append(f"<{name}>")
        faults += [f"<{name} {one}>" for one in given.keys() - ATTRIBUTES.get(name, set())]
        addresses = [given[one] for one in ("href", "src", "cite") if one in given]
        addresses += [one.strip() for one in given.get("srcset", "").split(",") if one.strip()]
        faults += [f"{one} is relative" for one in addresses if not ABSOLUTE.match(one)]
    return faults
