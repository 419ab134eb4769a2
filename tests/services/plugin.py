"""The plugin of a secured node that lets its API make users, roles and keys."""

import subprocess
import zipfile
from pathlib import Path

from hub.launch.terminal import ProblemError
from tests.services.distribution import VERSION, java_home

SOURCE = Path(__file__).with_name("MailAnalysis.java")
DESCRIPTOR = f"""\
name=mail-analysis
description=Names of analyzers that the index of users asks for
version=1
classname=MailAnalysis
elasticsearch.version={VERSION}
java.version=17
"""


def install(home: Path) -> None:
    """Compile the plugin among those of a distribution.

    Raises:
        ProblemError: Java cannot compile it.
    """
    folder = home / "plugins" / "mail-analysis"
    folder.mkdir()
    compiled = subprocess.run(
        [java_home() / "bin" / "javac", "-cp", f"{home}/lib/*", "-d", folder, SOURCE],
        capture_output=True,
        text=True,
        check=False,
    )
    if compiled.returncode != 0:
        raise ProblemError(f"{compiled.stderr}\n{SOURCE.name} n’a pas pu être compilé par Java.")
    with zipfile.ZipFile(folder / "mail-analysis.jar", "w") as jar:
        for path in folder.glob("*.class"):
            jar.write(path, path.name)
            path.unlink()
    (folder / "plugin-descriptor.properties").write_text(DESCRIPTOR, encoding="utf-8")
