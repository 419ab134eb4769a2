"""What is hidden comes out of no output, and no answer kept from before is said to hold."""

import re

import pytest

from tests.leaks.outputs import OUTPUTS
from tests.leaks.site import EVERY, FROM_THE_START, make_site, secret_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

AROUND = 60  # characters shown of what leaks
MARKS = re.compile(r"</?mark[^>]*>")


@pytest.fixture
def site(search_index):
    """A site that is indexed, of which nothing is hidden yet."""
    made = make_site()
    search_index()
    return made


def test_what_is_hidden_comes_out_nowhere(client, site):
    kept = {}
    said = {output: ask_all(client, site, output, kept) for output in OUTPUTS}
    mute = [one.name for one in OUTPUTS if one.shows_titles and not secrets_in(said[one])]
    assert mute == [], "They show nothing while all is public: they would prove nothing."
    assert [leak for leak in leaks(said) if leak[2] in FROM_THE_START] == []

    site.hide()
    # The index has not heard of it: tests/search/indexing/test_leaks.py asks it once it has.
    said = {output: ask_all(client, site, output, kept) for output in OUTPUTS}
    assert leaks(said) == []


def ask_all(client, site, output, kept):
    """Return what each address says; `kept` are the validators from before, and gets the new ones.

    Who has an answer from before asks whether it holds, as browsers do.
    """
    said = {}
    for address in output.addresses(site):
        known = kept.get(address)
        response = client.get(address, headers={"If-None-Match": known} if known else {})
        assert response.status_code < 500, (address, response.status_code)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = output.read(body) if response.status_code == 200 else body.decode(errors="replace")
        headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
        held = " ".join(secret_of(way) for way in EVERY) if response.status_code == 304 else ""
        said[address] = MARKS.sub("", f"{held} {headers} {text}".lower())
        kept[address] = response.headers.get("ETag")
    return said


def secrets_in(said):
    """Return what comes out at each address: the way by which it is hidden, and what stands there.

    Who asks for a word gets it back: at that address, only a title is a leak.
    """
    return [
        (address, way, text[max(found - AROUND, 0) : found + AROUND])
        for address, text in said.items()
        for way in EVERY
        if (found := text.find(wanted(way, address))) >= 0
    ]


def wanted(way, address):
    secret = secret_of(way)
    return f"titre {secret}" if secret in address else secret


def leaks(said):
    return [
        (output.name, *leak) for output, answers in said.items() for leak in secrets_in(answers)
    ]
