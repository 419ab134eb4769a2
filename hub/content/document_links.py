"""Links to documents in a rich text: they say what the document is, as its block does."""

import re
from html import unescape

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail import hooks
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from hub.content.collections import open_to_public
from hub.content.equivalents import equivalent_of, lacks_equivalent, read_equivalents, refusal
from hub.content.models.document import DocumentAccessibility, HubDocument

# A handler writes the opening tag only: what stands at the end of the link waits in attributes.
_LINK = re.compile(
    r'(?P<tag><a class="document-link" href="[^"]*")'
    r' data-document="(?P<note>[^"]*)" data-equivalent="(?P<url>[^"]*)"'
    r' data-equivalent-title="(?P<title>[^"]*)">(?P<label>(?:(?!</a>).)*+)</a>',
    re.DOTALL,
)


class DescribedDocumentLinkHandler(DocumentLinkHandler):
    """Expands links to documents: four queries at most for a text, two without equivalents."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags; what is gone or private leaves one without address."""
        keys = [attrs.get("id", "") for attrs in attrs_list]
        wanted = {int(key) for key in keys if key.isdecimal()}
        found = HubDocument.objects.select_related("collection").in_bulk(wanted)
        shown = {str(key): found[key] for key in open_to_public(found.values())}
        read_equivalents(shown.values())
        return [_opening_tag(shown[key]) if key in shown else "<a>" for key in keys]


def _opening_tag(document: HubDocument) -> str:
    page = equivalent_of(document)
    return format_html(
        '<a class="document-link" href="{}" data-document="{}" data-equivalent="{}" '
        'data-equivalent-title="{}">',
        document.url,
        note(document),
        page.url if page else "",
        page.title if page else "",
    )


def note(document: HubDocument) -> str:
    """Return « PDF, 1,2 Mo, non accessible »: what a reader knows before the download."""
    weight = document.get_file_size()
    parts = [document.format_label, filesizeformat(weight) if weight else ""]
    if document.accessibility != DocumentAccessibility.YES:
        parts.append(document.get_accessibility_display().lower())
    return ", ".join(filter(None, parts))


def describe_links(html: str) -> SafeString:
    """Take a rich text in its public form; return it with what its documents are, in words.

    As a filter: `{{ html|described }}`.
    """
    if "data-document=" not in html:
        return mark_safe(html)  # noqa: S308 - a rich text, which Wagtail has cleaned
    return mark_safe(_LINK.sub(_described, html))  # noqa: S308 - the same, and escaped parts


def _described(link: re.Match[str]) -> str:
    end = format_html(' <span class="document__format">({})</span></a>', unescape(link["note"]))
    described = f"{link['tag']}>{link['label']}{end}"
    if not link["url"]:
        return described
    return described + format_html(
        ' (<a class="document-equivalent" href="{}">même contenu en page web&nbsp;: {}</a>)',
        unescape(link["url"]),
        unescape(link["title"]),
    )


def refusals(source: str) -> list[str]:
    """Return why a rich text, as stored, may not be published: one message for each document."""
    found = (extract_attrs(tag) for tag in FIND_A_TAG.findall(source))
    keys = {attrs["id"] for attrs in found if attrs.get("linktype") == "document" and "id" in attrs}
    documents = list(
        HubDocument.objects.filter(
            pk__in=[key for key in keys if key.isdecimal()], accessibility=DocumentAccessibility.NO
        ).order_by("title")
    )
    read_equivalents(documents)
    return [refusal(document) for document in documents if lacks_equivalent(document)]


def describe_document_links(features: FeatureRegistry) -> None:
    """Put our handler in the place of Wagtail's."""
    features.register_link_type(DescribedDocumentLinkHandler)


# The registry keeps one handler for each kind: the last one registered.
hooks.register("register_rich_text_features", describe_document_links, order=10)
