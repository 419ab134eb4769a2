"""Measure the public pages: questions to the database, processor time, bytes, pages per second.

    .venv/bin/python bench/pages.py [--requests 100] [--out FILE]
    .venv/bin/python bench/pages.py --serve [--seconds 10] [--moving] [--out FILE]

Works on production settings and on the site of `HUB_DATA` (migrated, with its static files), or
makes one with the demonstration in a temporary folder. Of each kind of page it takes the longest.

The first table is measured in one process, through Django's test client, which costs about half a
millisecond. « first » is the first visit after a write, when the process remembers nothing of the
content; « again » is any later one; « 304 » is a visit with the validator received before. With
`--serve`, gunicorn answers with two workers: `wrk` asks where it is installed, else four threads
of this script. `--moving` moves the content 50 times per second, so that nothing is remembered.
Processor time is the stable figure; it still grows on a busy machine, whose load is printed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def make_site(folder: Path) -> None:
    """Make a site with the demonstration content in an empty folder."""
    for command in (["migrate", "-v0"], ["setup_site"], ["load_demo"], ["collectstatic", "-v0"]):
        subprocess.run(
            [sys.executable, "manage.py", *command, *(["--noinput"] if "-v0" in command else [])],
            cwd=ROOT,
            env=os.environ | {"HUB_DATA": str(folder)},
            stdout=subprocess.DEVNULL,
            check=True,
        )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=100, help="visits of each page")
    parser.add_argument("--serve", action="store_true", help="pages per second behind gunicorn")
    parser.add_argument("--seconds", type=int, default=10, help="for each page, with --serve")
    parser.add_argument("--moving", action="store_true", help="the content moves all the time")
    parser.add_argument("--out", type=Path, help="a file for the table, as well as the screen")
    return parser.parse_args()


def main() -> None:
    """Find or make the site, measure, print."""
    options = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        if "HUB_DATA" not in os.environ:
            make_site(Path(temporary))
            os.environ["HUB_DATA"] = temporary
        os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.base"
        import django

        django.setup()
        from page_costs import addresses, in_process, load
        from page_throughput import throughput

        pages = addresses()
        if options.serve:
            table = throughput(pages, options.seconds, moving=options.moving)
        else:
            table = in_process(pages, options.requests)
        text = "\n".join([load(), "", *table])
        print(text)
        if options.out:
            options.out.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
