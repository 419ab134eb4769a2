"""Video by YouTube, private by construction: nothing outside is asked for before a click."""

from hub.content.video.address import YouTubeVideo, parse_youtube_address, validate_youtube_address

__all__ = ["YouTubeVideo", "parse_youtube_address", "validate_youtube_address"]
