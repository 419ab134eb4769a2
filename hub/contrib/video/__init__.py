"""The block of a YouTube video: `hub.content.video` reads addresses and holds the player."""
