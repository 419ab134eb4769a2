"""Every form of a video's address is read; everything else is refused with its reason."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, strategies as st

from hub.content.video.address import REFUSALS, YouTubeVideo, parse_youtube_address

ID = "6MSURDccwBk"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"http://youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch/?v={ID}",
        f"www.youtube.com/watch?v={ID}",
        f"youtube.com/watch?v={ID}",
        f"//www.youtube.com/watch?v={ID}",
        f"https://WWW.YouTube.COM/watch?v={ID}",
        f"https://m.youtube.com/watch?v={ID}",
        f"https://music.youtube.com/watch?v={ID}&si=abc",
        f"https://www.youtube.com/watch?feature=share&app=desktop&v={ID}&utm_source=mail",
        f"https://www.youtube.com/watch?feature=share&amp;v={ID}",
        f"https://www.youtube.com/?v={ID}",
        f"https://youtu.be/{ID}",
        f"youtu.be/{ID}?si=Tr4ck1ng",
        f"https://youtu.be/{ID}/",
        f"https://youtu.be/watch?v={ID}",
        f"https://www.youtube.com/embed/{ID}?rel=0&modestbranding=1",
        f"https://www.youtube-nocookie.com/embed/{ID}",
        f"https://youtube-nocookie.com/embed/{ID}",
        f"https://www.youtube.com/shorts/{ID}?feature=share",
        f"https://www.youtube.com/live/{ID}?si=abc",
        f"https://www.youtube.com/v/{ID}?version=3",
        f"https://www.youtube.com/e/{ID}",
        f"  https://youtu.be/{ID}\n",
    ],
)
def test_each_form_of_a_single_video_gives_the_same_video(address: str) -> None:
    assert parse_youtube_address(address) == YouTubeVideo(ID)


@pytest.mark.parametrize(
    ("ending", "seconds"),
    [
        ("?t=3", 3),
        ("?t=3s", 3),
        ("?t=1h2m3s", 3723),
        ("?t=2m", 120),
        ("?t=1m30", 90),
        ("?T=9&t=1H", 3600),
        ("?start=45", 45),
        ("?time_continue=7", 7),
        ("?si=abc&t=12s&feature=shared", 12),
        ("#t=1m5s", 65),
        ("?t=8#t=9", 8),
        ("?t=", 0),
        ("?t=soon", 0),
        ("?t=-5", 0),
        ("?t=99999999999999", 0),
        ("?t=999999h", 0),
        ("?t=٣", 0),
    ],
)
def test_the_start_is_kept_in_seconds(ending: str, seconds: int) -> None:
    assert parse_youtube_address(f"https://youtu.be/{ID}{ending}").start_seconds == seconds


def test_a_video_watched_within_a_playlist_is_taken_alone() -> None:
    address = f"https://www.youtube.com/watch?list=PL0123456789&index=4&v={ID}&t=3s"
    assert parse_youtube_address(address) == YouTubeVideo(ID, 3)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        (f'<iframe src="https://www.youtube.com/embed/{ID}"></iframe>', "embed_code"),
        ("https://www.youtube.com/playlist?list=PL0123456789", "playlist"),
        ("https://youtu.be/playlist?list=PL0123456789", "playlist"),
        ("https://www.youtube.com/watch?list=PL0123456789", "playlist"),
        ("https://www.youtube.com/embed/videoseries?list=PL0123456789", "playlist"),
        ("https://www.youtube.com/@rallynov", "channel"),
        ("https://www.youtube.com/@rallynov/videos", "channel"),
        ("https://www.youtube.com/channel/UC0123456789", "channel"),
        ("https://www.youtube.com/c/rallynov", "channel"),
        ("https://www.youtube.com/user/rallynov", "channel"),
        ("https://www.youtube.com/embed/live_stream?channel=UC0123456789", "channel"),
        (f"https://vimeo.com/{ID}", "other_host"),
        (f"https://youtube.com.example.org/watch?v={ID}", "other_host"),
        (f"https://www.youtube.com@example.org/watch?v={ID}", "other_host"),
        (f"https://example.org@www.youtube.com/watch?v={ID}", "other_host"),
        (f"ftp://www.youtube.com/watch?v={ID}", "other_host"),
        ("javascript:alert(1)", "other_host"),
        ("une phrase", "malformed"),
        (f"https://[youtube.com/watch?v={ID}", "malformed"),
        (f"https://youtu.be/{ID}?x={'x' * 3000}", "malformed"),
        ("https://youtu.be/6MSURDccwB", "bad_id"),
        ("https://youtu.be/6MSURDccwBkk", "bad_id"),
        ("https://www.youtube.com/watch?v=6MSURDccwB%22", "bad_id"),
        ("https://www.youtube.com/embed/6MSURDccw.k", "bad_id"),
        ("https://www.youtube.com/", "no_video"),
        ("https://youtu.be/", "no_video"),
        ("https://www.youtube.com/feed/subscriptions", "no_video"),
        ("https://www.youtube.com/shorts/", "no_video"),
        ("https://www.youtube.com/watch?v=", "no_video"),
    ],
)
def test_what_is_not_one_video_is_refused_with_its_own_reason(address: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        parse_youtube_address(address)
    assert refused.value.code == code
    assert refused.value.messages == [REFUSALS[code]]


def test_no_two_refusals_say_the_same() -> None:
    assert len(set(REFUSALS.values())) == len(REFUSALS)


def test_the_addresses_made_from_a_video_carry_its_start() -> None:
    video = YouTubeVideo(ID, 3)
    assert video.canonical_url == f"https://www.youtube.com/watch?v={ID}&t=3s"
    assert video.embed_url == f"https://www.youtube-nocookie.com/embed/{ID}?start=3&autoplay=1"


def test_the_addresses_of_a_video_played_from_the_beginning_name_no_start() -> None:
    video = YouTubeVideo(ID)
    assert video.canonical_url == f"https://www.youtube.com/watch?v={ID}"
    assert video.embed_url == f"https://www.youtube-nocookie.com/embed/{ID}?autoplay=1"


def code_of(text: str) -> str | None:
    try:
        parse_youtube_address(text)
    except ValidationError as refused:
        return refused.code
    return None


@given(st.text())
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    assert code_of(text) in {None, *REFUSALS}


@given(
    st.sampled_from(["https://www.youtube.com/", "https://youtu.be/", "//m.youtube.com/", ""]),
    st.text(alphabet="abvwt/?&=#;%@:[]0123456789.-_é\u200b\n", max_size=40),
)
def test_no_ending_raises_anything_but_a_refusal(beginning: str, ending: str) -> None:
    assert code_of(beginning + ending) in {None, *REFUSALS}


@given(
    st.from_regex(r"[A-Za-z0-9_-]{11}", fullmatch=True),
    st.integers(min_value=0, max_value=999_999),
)
def test_an_address_we_wrote_is_read_back(video_id: str, seconds: int) -> None:
    video = YouTubeVideo(video_id, seconds)
    assert parse_youtube_address(video.canonical_url) == video
