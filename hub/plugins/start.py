"""Refuses to serve with a plugin that is wrong."""

from hub.plugins.checks import problems


def refuse_broken_plugins() -> None:
    """Raise SystemExit with the numbered sentences where a plugin is wrong.

    Applications must be ready.
    """
    found = problems()
    if found:
        raise SystemExit("\n".join(str(problem) for problem in found))
