#!/usr/bin/env python
"""Command line of the hub; acts on the site that `make run` serves."""

import os
import sys


def main() -> None:
    """Run one management command with the production-safe settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.base")
    from django.core.management import execute_from_command_line  # needs the settings above

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
