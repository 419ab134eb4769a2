"""What a process remembers of the tree, which another process may have changed."""

from wagtail.models import Site


class SiteRoots:
    """Empties Wagtail's cache of the addresses of sites when the content version moves.

    Wagtail empties it in the process that saves a site or moves its root; the others would print
    old addresses for up to an hour, under the new version.
    """

    def __init__(self) -> None:
        self._version = ""

    def follow(self, version: str) -> None:
        """Forget, unless this version is the one seen last."""
        if version != self._version:
            Site.clear_site_root_paths_cache()
            self._version = version  # last: a thread that sees it may trust the cache
