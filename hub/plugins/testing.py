"""What the author of a plugin needs to test it. No module of the hub imports this one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from django.apps import AppConfig, apps
from django.core.checks import ERROR, run_checks
from django.core.management import call_command
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.test.utils import override_settings
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from hub.plugins.checks import problems
from hub.plugins.config import HubPluginConfig
from hub.plugins.declarations import (
    BlockSpec,
    DocumentSpec,
    Facet,
    HeadLink,
    ListSection,
    PageSection,
    Place,
    Read,
    Representation,
    ShownList,
    WorkList,
)
from hub.plugins.enabling import Enabled, Plugin, enable
from hub.plugins.migrating import missing_in_tables
from hub.plugins.registry import (
    COLLECTED,
    contributed_blocks,
    contributed_documents,
    contributed_facets,
    contributed_head_links,
    contributed_list_sections,
    contributed_panels,
    contributed_representations,
    contributed_roots,
    contributed_sections,
    enabled,
    owns,
)
from hub.plugins.roots import pages_among

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.blocks import Block
    from wagtail.models import Page

# A type of page that has each place.
PAGE_TYPES = {
    Place.HOME_END: "home.HomePage",
    Place.PAGE_END: "home.StandardPage",
    Place.FICHE_TEXT: "initiatives.InitiativePage",
    Place.FICHE_SIDE: "initiatives.InitiativePage",
    Place.STORY_END: "initiatives.LaureateStoryPage",
    Place.EVENT_END: "initiatives.EventPage",
    Place.REPORT_END: "initiatives.EventReportPage",
    Place.VIDEO_END: "initiatives.VideoPage",
    Place.PUBLICATION_END: "initiatives.PublicationPage",
}


@contextmanager
def using_plugin(*plugins: Plugin | str) -> Iterator[Enabled]:
    """Enable exactly these plugins inside, given whole or by their names; none, without arguments.

    What plugins bring is collected anew, then once more afterwards. Applications, addresses and
    the blocks of page types are made when the site starts and stay as they are; a composition of
    blocks that is made inside (`BodyBlocks()`) has the blocks of these plugins.
    """
    named = enable(",".join(plugin for plugin in plugins if isinstance(plugin, str)))
    given = [plugin for plugin in plugins if isinstance(plugin, Plugin)]
    both = sorted([*named.plugins, *given], key=lambda plugin: plugin.name)
    found = Enabled(tuple(both), named.apps, named.embed_finders, named.problems)
    with override_settings(HUB_ENABLED_PLUGINS=found):
        _forget()
        try:
            yield found
        finally:
            _forget()


def _forget() -> None:
    for collected in COLLECTED:
        collected.cache_clear()


class PluginConformance:
    """What every plugin must satisfy: mix it into a `django.test.TestCase` and name the plugin.

    The settings of the tests enable it: `HUB_TEST_PLUGINS` before `hub.settings.test` is read.
    """

    plugin: ClassVar[str]

    def test_it_is_enabled_and_nothing_is_wrong(self) -> None:
        """Loaded without fault, and no check of Django or of the hub finds an error."""
        assert self.plugin in {one.name for one in enabled().plugins}, "Enable it in the settings."
        found = [str(problem) for problem in problems()]
        assert not found, found
        errors = [one for one in run_checks(app_configs=self._apps()) if one.level >= ERROR]
        assert not errors, errors

    def test_its_configuration_names_it(self) -> None:
        """An application of the plugin is a HubPluginConfig that bears its name."""
        names = [one.plugin for one in self._apps() if isinstance(one, HubPluginConfig)]
        assert self.plugin in names, f"No HubPluginConfig of its applications is “{self.plugin}”."

    def test_its_migrations_are_complete(self) -> None:
        """Models and migrations agree, on all that a table depends on."""
        missing = missing_in_tables(one.label for one in self._apps())
        assert not missing, missing

    def test_its_files_stand_under_its_name(self) -> None:
        """Templates and static files are in a folder named as the application."""
        for one in self._apps():
            for kind in ("templates", "static"):
                folder = Path(one.path) / kind
                held = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
                assert held <= {one.label}, f"{folder} holds {sorted(held - {one.label})}."

    def test_each_block_is_described_and_shows_its_preview(self) -> None:
        """An editor finds it in the menu by its label and icon, and sees an example."""
        from hub.content.blocks.testing import preview_of

        for spec in self._blocks():
            block = spec.block
            assert block.label, spec.name
            assert block.meta.icon != "placeholder", f"{spec.name} has no icon."
            shown = str(block.render(block.get_preview_value())).strip()
            assert shown, f"{spec.name} shows nothing of its preview."
            assert "</html>" in preview_of(block), spec.name

    def test_each_block_has_an_api_form(self) -> None:
        """A front end reads it as JSON, in the form that its schema says."""
        from hub.content.blocks.testing import api_form

        for spec in self._blocks():
            for value in (spec.block.get_preview_value(), *_empty_values(spec.block)):
                form = api_form(spec.block, value)
                assert json.loads(json.dumps(form)) == form, spec.name

    def test_each_block_shows_an_empty_value(self) -> None:
        """A draft may be incomplete, and its preview is shown."""
        for spec in self._blocks():
            for value in _empty_values(spec.block):
                spec.block.render(value)

    def test_disabling_it_loses_no_content(self) -> None:
        """Stored, opened in the editor and stored again without it, its blocks are unchanged."""
        for spec in self._blocks():
            stored = _stored_examples(spec)
            with using_plugin():
                stream = _stream_without_plugins()
                assert stream.get_prep_value(stream.to_python(stored)) == stored, spec.name
                assert _through_the_editor(stream, stored) == stored, spec.name

    def test_each_section_is_shown_at_its_place(self) -> None:
        """Whatever the page holds, it renders and does not take the page down."""
        from hub.content.sections import section_html

        for section in self._sections():
            page = _page_with(section.place)
            html = section_html(section, page).strip()
            response = page.make_preview_request()
            assert response.status_code == 200, section.name
            assert html in response.render().content.decode(), section.name

    def test_each_link_of_a_head_leads_to_an_absolute_address(self) -> None:
        """Of any page, even one with nothing filled in; or to none."""
        for link in self._head_links():
            page = _page_with(Place.PAGE_END)
            address = link.address(_request(), page, "http://localhost/essai/")
            assert not address or address.startswith(("http://", "https://")), link.name
            assert "/" in link.media_type, link.name

    def test_each_section_of_lists_is_shown(self) -> None:
        """Under a list that is not narrowed, and under one that is."""
        for section in self._list_sections():
            assert section.kinds, f"{section.name} stands under no list."
            for parameters in ("", "q=essai"):
                shown = ShownList(_request(), "/essai/", parameters, section.kinds)
                render_to_string(section.template, dict(section.context(shown)))

    def test_each_list_of_the_dashboard_counts(self) -> None:
        """It is read for an editor, has its page in the admin, and is empty without rights."""
        from django.contrib.auth import get_user_model

        from hub.content.dashboard.panel import address_of, first_of

        users = get_user_model().objects
        editor = users.create_superuser("conformance", "conformance@example.org", "x" * 12)
        stranger = users.create_user("stranger")
        client = Client()
        client.force_login(editor)
        for declared in self._lists():
            _, number = first_of(declared, editor)
            assert number >= 0, declared.slug
            assert client.get(address_of(declared)).status_code == 200, declared.slug
            assert first_of(declared, stranger)[1] == 0, f"{declared.slug} is shown to anybody."

    def test_each_searched_page_is_described_and_has_a_card(self) -> None:
        """Even one with nothing filled in, which an index may meet."""
        for spec in self._documents():
            model = apps.get_model(spec.model)
            page = _empty_page(model)
            (read,) = spec.read(model._default_manager.filter(pk=page.pk))
            described = spec.describe(read)
            facets = {one.name for one in contributed_facets().declared}
            own = {one for one in described.values if owns(self.plugin, one)}
            assert own <= facets, f"{spec.name} gives values to {sorted(own - facets)}."
            assert all(isinstance(text, str) for text in described.texts), spec.name
            (shown,) = spec.cards(model._default_manager.filter(pk=page.pk))
            context = {"page": shown, "level": 2, "title": "", "excerpt": ""}
            assert page.title in render_to_string(spec.card, context), f"{spec.card} has no title."

    def test_each_facet_names_only_the_values_that_it_is_given(self) -> None:
        """A value that nothing holds is unknown, and is said to be."""
        for facet in self._facets():
            assert facet.label, facet.name
            unknown = facet.choices(["valeur-inconnue"], _read_now)
            assert not list(unknown), f"{facet.name} knows a value that does not exist."

    def test_each_other_form_of_results_is_written(self) -> None:
        """From no result, and from a page with nothing filled in."""
        from search.registry import registry

        empty = cache(lambda kind: _empty_page(apps.get_model(registry.documents[kind].model)))
        for form in self._forms():
            kind = min(form.kinds or registry.documents)
            for pages in ([], [empty(kind)]):
                for flags in (frozenset[str](), form.flags):
                    body = b"".join(form.write(_Selection(pages, flags)))
                    assert isinstance(body, bytes), form.suffix

    def test_each_page_at_the_root_answers(self) -> None:
        """To anybody, on a site where nothing is published."""
        patterns = contributed_roots().patterns.get(self.plugin, [])
        for name in pages_among(patterns):
            assert Client().get(reverse(name)).status_code == 200, name

    def _apps(self) -> list[AppConfig]:
        (plugin,) = [one for one in enabled().plugins if one.name == self.plugin]
        named = {str(one) for one in plugin.call("installed_apps")}
        return [
            one
            for one in apps.get_app_configs()
            if {one.name, f"{type(one).__module__}.{type(one).__qualname__}"} & named
        ]

    def _blocks(self) -> list[BlockSpec]:
        found = contributed_blocks()
        return [one for one in found.declared if found.owners[one.name] == self.plugin]

    def _sections(self) -> list[PageSection]:
        found = contributed_sections()
        return [one for one in found.declared if found.owners[one.name] == self.plugin]

    def _head_links(self) -> list[HeadLink]:
        found = contributed_head_links()
        return [one for one in found.declared if found.owners[one.name] == self.plugin]

    def _list_sections(self) -> list[ListSection]:
        found = contributed_list_sections()
        return [one for one in found.declared if found.owners[one.name] == self.plugin]

    def _documents(self) -> list[DocumentSpec]:
        found = contributed_documents()
        return [one for one in found.declared if found.owners[one.name] == self.plugin]

    def _facets(self) -> list[Facet]:
        found = contributed_facets()
        return [one for one in found.declared if found.owners[one.name] == self.plugin]

    def _forms(self) -> list[Representation]:
        found = contributed_representations()
        return [one for one in found.declared if found.owners[one.suffix] == self.plugin]

    def _lists(self) -> list[WorkList]:
        found = contributed_panels()
        lists = [one for panel in found.declared for one in panel.lists]
        return [one for one in lists if found.owners[one.slug] == self.plugin]


def _empty_values(block: Block) -> list[Any]:
    from wagtail.blocks import StructBlock

    bare = [block.to_python({})] if isinstance(block, StructBlock) else []
    return [block.get_default(), *bare]


def _stored_examples(spec: BlockSpec) -> list[dict[str, Any]]:
    """Return the stored form of a stream that holds the block, alone and in nested streams."""
    value = spec.block.get_prep_value(spec.block.get_preview_value())
    value = json.loads(json.dumps(value, cls=DjangoJSONEncoder))

    def child(name: str, value: Any) -> dict[str, Any]:
        return {"type": name, "value": value, "id": str(uuid4())}

    alone = child(spec.name, value)
    return [alone, child("box", {"content": [child(spec.name, value)]})]


def _stream_without_plugins() -> Block:
    from wagtail.blocks import StructBlock

    from hub.content.blocks.stream import StreamBlock

    stream = StreamBlock([("box", StructBlock([("content", StreamBlock([]))]))])
    stream.set_name("body")
    return stream


def _through_the_editor(stream: Block, stored: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is stored once the editor has posted back the form that it was given."""
    state = stream.get_form_state(stream.to_python(stored))
    posted = MultiValueDict({name: [value] for name, value in _fields(state, "body").items()})
    value = stream.value_from_datadict(posted, MultiValueDict(), "body")
    kept: list[dict[str, Any]] = stream.get_prep_value(stream.clean(value))
    return kept


def _fields(state: Any, prefix: str) -> dict[str, str]:
    """Return the fields that the editor posts for the state of a stream or of a structure."""
    if isinstance(state, list):
        fields = {f"{prefix}-count": str(len(state))}
        for rank, child in enumerate(state):
            start = f"{prefix}-{rank}"
            fields |= {f"{start}-deleted": "", f"{start}-order": str(rank)}
            fields |= {f"{start}-type": child["type"], f"{start}-id": child["id"]}
            fields |= _fields(child["value"], f"{start}-value")
        return fields
    if isinstance(state, dict):
        return {
            name: text
            for key, value in state.items()
            for name, text in _fields(value, f"{prefix}-{key}").items()
        }
    return {prefix: str(state)}


def _page_with(place: Place) -> Page:
    """Return a draft that has a place, with nothing filled in."""
    from wagtail.models import Site

    call_command("setup_site", stdout=StringIO())
    home = Site.objects.get(is_default_site=True).root_page
    model = apps.get_model(PAGE_TYPES[place])
    if home.specific_class is model:
        return home.specific
    page: Page = home.add_child(instance=model(title="Essai", slug=f"essai-{place}", live=False))
    return page


def _request() -> HttpRequest:
    request: HttpRequest = RequestFactory().get("/", SERVER_NAME="localhost")
    return request


def _empty_page(model: type[Page]) -> Page:
    """Return a draft of a type, with nothing filled in."""
    from wagtail.models import Site

    call_command("setup_site", stdout=StringIO())
    home = Site.objects.get(is_default_site=True).root_page
    made: Page = home.add_child(
        instance=model(title="Essai", slug=f"essai-{model._meta.model_name}", live=False)
    )
    return made


class _Selection:
    """Pages as the results of a search."""

    title, address = "Essai", "http://localhost/essai/"
    site_name, publisher = "Site", "Éditeur"
    is_complete, number, has_next = True, 1, False

    def __init__(self, pages: Sequence[Page], flags: frozenset[str]) -> None:
        self._pages, self.total, self.flags = pages, len(pages), flags
        self.request: HttpRequest = RequestFactory().get("/essai/")

    def pages(self, read: Callable[[Any], Any]) -> Iterator[Any]:
        for page in self._pages:
            yield from read(type(page)._default_manager.filter(pk=page.pk))

    def address_of(self, page: Any) -> str:
        return f"{self.address}{page.pk}/"

    def address_as(self, suffix: str, number: int = 1) -> str:
        return f"{self.address.rstrip('/')}.{suffix}?page={number}"


def _read_now(key: str, read: Callable[[], Read]) -> Read:
    """Read without remembering."""
    return read()
