"""What a visitor sees before choosing to play."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from hub.content.video.address import YouTubeVideo
from hub.content.video.facade import COMPONENT, VideoFacade

VIDEO = YouTubeVideo("6MSURDccwBk", 3)


def shown(**known: object) -> str:
    facade = VideoFacade(VIDEO, **{"title": "L’épicerie & le marché", **known})
    markup = render_to_string(COMPONENT, {"facade": facade})
    return markup.replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_loads_nothing_from_outside() -> None:
    markup = shown()
    assert "<iframe" not in markup
    assert "preconnect" not in markup
    assert 'src="http' not in markup
    assert "ytimg" not in markup


def test_no_script_and_no_style_is_inline() -> None:
    markup = shown()
    assert "style=" not in markup
    assert "<style" not in markup
    assert "<script>" not in markup
    assert "onclick" not in markup


def test_a_plain_link_leads_to_youtube_at_the_right_start() -> None:
    assert 'href="https://www.youtube.com/watch?v=6MSURDccwBk&amp;t=3s"' in shown()


def test_what_playing_does_and_who_receives_data_is_said() -> None:
    markup = shown()
    assert "youtube-nocookie.com" in markup
    assert "Google (YouTube) reçoit alors votre adresse IP" in markup


def test_the_title_is_escaped_in_the_poster_and_in_the_page() -> None:
    markup = shown(title="<b>Titre</b>")
    assert "<b>" not in markup
    assert "&lt;b&gt;" in markup


def test_a_known_duration_is_said() -> None:
    assert "Durée : 3 min 20 s" in shown(duration=timedelta(seconds=200))


def test_an_unknown_duration_is_not_mentioned() -> None:
    assert "Durée" not in shown()


@pytest.mark.parametrize(("language", "said"), [("en", "anglais"), ("fsl", "langue des signes")])
def test_a_language_other_than_french_is_said(language: str, said: str) -> None:
    assert said in shown(language=language)


def test_french_goes_without_saying() -> None:
    assert "Langue" not in shown(language="fr")


def test_a_transcript_stands_in_the_page() -> None:
    markup = shown(transcript="<p>Bonjour à toutes.</p>")
    assert "<p>Bonjour à toutes.</p>" in markup
    assert "Transcription" in markup


def test_without_a_transcript_no_empty_place_is_left_for_it() -> None:
    assert "<details" not in shown()
