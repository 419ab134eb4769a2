"""The block of a video: validated, stored in one spelling, shown and given to the API."""

import io

import pytest
from django.core.files.images import ImageFile
from wagtail.blocks import StreamBlock, StructBlockValidationError
from wagtail.images import get_image_model

from hub.content.blocks.testing import api_form
from hub.content.covers_raster import draw_raster
from hub.contrib.video.blocks import VideoBlock

pytestmark = pytest.mark.usefixtures("no_network")

STORED = {
    "address": "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s",
    "title": "L’équipe raconte",
    "poster": None,
    "duration": 200,
    "language": "fr",
    "transcript": "<p>Bonjour.</p>",
}


def typed(block: VideoBlock, **changes: str) -> object:
    data = {
        "v-address": "youtu.be/6MSURDccwBk?si=x&t=3",
        "v-title": "L’équipe raconte",
        "v-poster": "",
        "v-duration": "3:20",
        "v-language": "fr",
        "v-transcript": "null",
        **{f"v-{name}": text for name, text in changes.items()},
    }
    return block.value_from_datadict(data, {}, "v")


def test_what_is_typed_is_stored_in_one_spelling() -> None:
    block = VideoBlock()
    stored = block.get_prep_value(block.clean(typed(block)))
    assert stored["address"] == STORED["address"]
    assert stored["duration"] == 200


def test_what_is_stored_is_shown_again_as_it_is_typed() -> None:
    block = VideoBlock()
    state = block.get_form_state(block.to_python(STORED))
    assert state["address"] == STORED["address"]
    assert state["duration"] == "3:20"


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("address", "https://www.youtube.com/playlist?list=PL0", "liste de lecture"),
        ("address", "https://vimeo.com/1", "Seules les vidéos publiées sur YouTube"),
        ("address", "", "requis"),
        ("title", "", "requis"),
        ("duration", "trois minutes", "par exemple 3:20"),
    ],
)
def test_a_wrong_field_is_refused_in_french(field: str, text: str, message: str) -> None:
    block = VideoBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(typed(block, **{field: text}))
    assert message in " ".join(refused.value.block_errors[field].messages)


def test_the_length_and_the_transcript_may_be_missing() -> None:
    block = VideoBlock()
    value = block.clean(typed(block, duration=""))
    assert value.facade is not None
    assert value.facade.duration is None
    assert "Durée" not in block.render(value)


@pytest.mark.django_db
def test_an_uploaded_poster_is_shown_from_our_own_host() -> None:
    file = ImageFile(io.BytesIO(draw_raster("poster", (960, 540), "JPEG")), name="poster.jpg")
    image = get_image_model().objects.create(title="Affiche", file=file)
    block = VideoBlock()
    value = block.to_python({**STORED, "poster": image.pk})
    markup = block.render(value)
    assert 'alt=""' in markup
    assert "<svg" not in markup
    assert api_form(block, value)["poster"]["url"].startswith("http://localhost/media/")


def test_without_a_poster_the_site_draws_one_with_the_title() -> None:
    block = VideoBlock()
    markup = block.render(block.to_python(STORED))
    assert "<svg" in markup
    assert "L’équipe raconte</tspan>" in markup


@pytest.mark.django_db
def test_the_api_form_lets_a_front_end_make_its_own_facade() -> None:
    block = VideoBlock()
    given = api_form(block, block.to_python(STORED))
    assert given | {"poster": None} == {
        "youtube_id": "6MSURDccwBk",
        "start": 3,
        "url": "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s",
        "title": "L’équipe raconte",
        "duration": "PT3M20S",
        "language": {"code": "fr", "label": "français"},
        "poster": None,
        "transcript": "<p>Bonjour.</p>",
    }
    assert "/illustrations/" in given["poster"]["url"]


def test_a_stored_address_that_is_no_video_gives_a_link_and_no_api_form() -> None:
    block = VideoBlock()
    value = block.to_python({**STORED, "address": "https://vimeo.com/1"})
    assert '<a href="https://vimeo.com/1"' in block.render(value)
    assert api_form(block, value) is None


@pytest.mark.parametrize("duration", [None, "3:20", -4, 2.5, [], {}])
def test_a_stored_length_that_cannot_be_read_counts_as_unknown(duration: object) -> None:
    value = VideoBlock().to_python({**STORED, "duration": duration})
    assert value["duration"] is None


def test_the_preview_is_a_whole_video() -> None:
    block = VideoBlock()
    assert block.get_description()
    value = block.get_preview_value()
    assert value.facade is not None
    assert "3 min" in block.render(value).replace("\N{NO-BREAK SPACE}", " ")


def test_the_block_stands_in_a_stream_under_its_stored_name() -> None:
    stream = StreamBlock([("video", VideoBlock())])
    raw = [{"type": "video", "value": STORED, "id": "1"}]
    kept = stream.get_prep_value(stream.to_python(raw))
    assert kept[0]["value"] == STORED
