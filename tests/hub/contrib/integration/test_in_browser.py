"""Our pages in those of others: in WordPress, beside our script, without any script."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect
from wagtail.models import Site

from tests import factories
from tests.hub.contrib.integration.wordpress import discover, filter_result, host_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TELL = "([message, value, secret]) => parent.postMessage({ message, value, secret }, '*')"
CONTENT = "Math.ceil(document.body.getBoundingClientRect().height)"


@pytest.fixture
def site(live_server, fiche, search_index):
    """The small site, at the address of the server; the fiche is what it is known by."""
    Site.objects.update(hostname="localhost", port=live_server.thread.port)
    Site.clear_site_root_paths_cache()
    factories.InitiativePageFactory.create_batch(10)
    search_index()
    return fiche


@pytest.fixture(scope="module")
def partner_server():
    """The server of a partner: at another origin than ours, whatever it is asked for."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(self.server.html.encode())

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def partner(browser, partner_server):
    """Open a page of a partner."""
    contexts = []

    def open_page(html, *, width=1280, **options):
        viewport = {"width": width, "height": 900}
        context = browser.new_context(locale="fr-FR", viewport=viewport, **options)
        contexts.append(context)
        partner_server.html = html
        page = context.new_page()
        page.set_default_timeout(8_000)
        page.goto(f"http://127.0.0.1:{partner_server.server_port}/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def code_of(client, path):
    """Return what a partner copies from a page of ours."""
    text = client.get(path).content.decode()
    [found] = re.findall(r'<textarea[^>]* id="embed-code"[^>]*>(.*?)</textarea>', text, re.DOTALL)
    return found.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')


def frame_of(page, locator):
    frame = locator.element_handle().content_frame()
    frame.wait_for_load_state()
    return frame


def broken(frame):
    frame.evaluate(AXE_SCRIPT)
    return frame.evaluate(
        """async (tags) => (await axe.run(document, { runOnly: tags })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`))""",
        RULES,
    )


def test_an_address_pasted_into_wordpress_becomes_the_fiche(partner, client, site, live_server):
    described = client.get(discover(client.get(site.url).content.decode())).json()
    page = partner(host_page(filter_result(described["html"])), width=700)
    iframe = page.locator("iframe")
    expect(iframe).not_to_have_attribute("style", re.compile("."))
    expect(page.locator("blockquote")).to_be_hidden()
    frame = frame_of(page, iframe)
    assert frame.evaluate("origin") == "null"
    expect(iframe).to_have_attribute("height", str(frame.evaluate(CONTENT)))
    # The font and the styles came, though the frame has no origin.
    assert frame.evaluate("getComputedStyle(document.body).fontFamily").startswith(
        '"Source Sans 3"'
    )
    # WordPress stays where it is for another host, whoever asks.
    secret = iframe.get_attribute("data-secret")
    frame.evaluate(TELL, ["link", "http://ailleurs.example/", secret])
    frame.get_by_role("link", name=site.title.replace("'", "’")).click()
    page.wait_for_url(site.full_url)


def test_widgets_beside_our_script_are_as_high_as_they_need(partner, client, site, live_server):
    codes = code_of(client, "/initiatives/"), code_of(client, site.url)
    html = f"<!DOCTYPE html><html lang='fr'><title>Partenaire</title>{''.join(codes)}</html>"
    for width in (1280, 360):
        page = partner(html, width=width)
        listed, fiche = page.locator("iframe").all()
        for iframe in (listed, fiche):
            iframe.scroll_into_view_if_needed()
            frame = frame_of(page, iframe)
            expect(iframe).to_have_js_property("clientHeight", frame.evaluate(CONTENT))
            assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert frame.evaluate("origin") == "null"
            assert broken(frame) == []
        assert listed.get_attribute("title") == "Initiatives, Rally’nov"
        expect(page.locator("p > a")).to_have_count(2)
        assert page.locator("p > a:visible").count() == 0
        before = listed.evaluate("one => one.clientHeight")
        # Neither the page itself, nor a height out of bounds, nor a frame that knows no secret.
        own = frame_of(page, listed)
        for one in (page, own):
            one.evaluate(TELL, ["height", 900, "x"])
        secret = own.evaluate("location.hash.split('=')[1]")
        for value in ("1e9", "-1", "x", "<b>"):
            own.evaluate(TELL, ["height", value, secret])
        own.get_by_role("link", name="Page suivante").click()
        expect(own.get_by_role("link", name="Page précédente")).to_be_visible()
        expect(listed).not_to_have_js_property("clientHeight", before)
        expect(listed).to_have_js_property("clientHeight", own.evaluate(CONTENT))
    own.get_by_role("heading", level=2).first.get_by_role("link").click()
    page.wait_for_url(re.compile(rf"^{live_server.url}/initiatives/."))


def test_without_script_there_is_a_link_and_the_frame_is_read(partner, client, site, live_server):
    page = partner(code_of(client, "/initiatives/"), java_script_enabled=False)
    page.get_by_role("link", name="Initiatives, Rally’nov").click()
    page.wait_for_url(f"{live_server.url}/initiatives/")
    page.goto(f"{live_server.url}/integration/initiatives/")
    page.get_by_role("link", name="Page suivante").click()
    page.wait_for_url(re.compile("page=2"))


def test_the_code_is_copied_and_it_is_said(partner, site, live_server):
    page = partner("")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    page.goto(f"{live_server.url}{site.url}")
    page.get_by_text("Intégrer cette fiche").click()
    page.get_by_role("button", name="Copier le code").click()
    expect(page.get_by_role("status").filter(has_text="Code copié.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Code à coller").input_value()
    assert str(site.uid) in copied
    assert broken(page) == []
