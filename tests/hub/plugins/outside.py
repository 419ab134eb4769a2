"""Runs the hub in processes of their own, with the sample of a plugin installed as a package."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from hub.launch.linking import SAMPLE, link_package

SOURCE = {"HUB_QUOTE_WALL_SOURCE": "Rally’nov"}


@dataclass(frozen=True)
class Outside:
    """A site, in a folder, that finds a package beside its own."""

    folder: Path
    package: Path

    @classmethod
    def installed(cls, folder, package=SAMPLE):
        """Install a package for this site alone."""
        link_package(package, folder)
        return cls(folder, package)

    def environment(self, plugins="video,quote_wall", **more):
        """Return the environment of a process of the site."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("HUB_")}
        kept.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
        return kept | {
            "PYTHONPATH": os.pathsep.join(map(str, (self.folder, self.package))),
            "PYTHONWARNINGS": "ignore",
            "HUB_DATA": str(self.folder / "data"),
            "HUB_PLUGINS": plugins,
            "DJANGO_SETTINGS_MODULE": "hub.settings.dev",
            **SOURCE,
            **more,
        }

    def start(self, *command, **more):
        """Start a command of Python at the root of the checkout."""
        return subprocess.Popen(
            [sys.executable, *command], cwd=settings.BASE_DIR, env=self.environment(**more),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, *command, **more):
        """Run it to its end; return its code and what it wrote."""
        process = self.start(*command, **more)
        out, err = process.communicate()
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def script(self, text, **more):
        """Run a script once Django is set up; return what it printed."""
        return self.run_script(text, **more).stdout

    def run_script(self, text, **more):
        """Run such a script; return all that it wrote. Its failure is one."""
        done = self.run("-c", f"import django\ndjango.setup()\n{text}", **more)
        assert done.returncode == 0, done.stderr
        return done
