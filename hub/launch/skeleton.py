"""`python -m hub.launch.skeleton NAME FOLDER`, run by the Python of `.venv`: writes a plugin.

The files are those of `skeleton_files/`, in which `${name}`, `${package}`, `${title}` and
`${checkout}` are replaced.
"""

import keyword
import os
import re
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from string import Template

from hub.launch.linking import link_package
from hub.launch.processes import ROOT
from hub.launch.terminal import ProblemError, complain, say
from hub.plugins.enabling import offered_names

FILES = Path(__file__).parent / "skeleton_files"
GOOD_NAME = re.compile(r"[a-z](_?[a-z0-9])*")
LONGEST_NAME = 30


def main(name: str, folder: str = "", site: str = "") -> int:
    """Write the plugin and install it; return the exit code.

    The folder is beside the checkout unless it is given; the packages are those of this Python.
    """
    try:
        check_name(name)
        project = write(name, Path(folder or ROOT.parent) / f"hub_{name}")
        link_package(project, Path(site or sysconfig.get_path("purelib")))
    except ProblemError as problem:
        complain(str(problem))
        return 1
    _explain(name, project)
    return 0


def check_name(name: str) -> None:
    """Make sure that a plugin may bear a name.

    Raises:
        ProblemError: saying what a name is, or who has it.
    """
    if not name:
        raise ProblemError("Donnez un nom au module, par exemple « make plugin NAME=annuaire ».")
    if not GOOD_NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise ProblemError(
            f"NAME={name} n’est pas un nom de module : des lettres minuscules sans accent, puis "
            f"des chiffres ou des traits de soulignement ({LONGEST_NAME} caractères au plus), "
            "par exemple « annuaire » ou « mur_de_citations »."
        )
    if keyword.iskeyword(name):
        raise ProblemError(f"NAME={name} est un mot réservé de Python : choisissez-en un autre.")
    if name in offered_names() or find_spec(f"hub_{name}") is not None:
        raise ProblemError(f"Un module « {name} » est déjà installé : choisissez un autre nom.")


def write(name: str, project: Path) -> Path:
    """Write the files of a plugin in a folder that does not exist yet; return it.

    Raises:
        ProblemError: it exists, or cannot be made.
    """
    project = project.resolve()
    if project.exists():
        raise ProblemError(f"Le dossier {project} existe déjà : rien n’y a été écrit.")
    words = {
        "name": name,
        "package": f"hub_{name}",
        "title": name.replace("_", " ").capitalize(),
        "camel": "".join(word.capitalize() for word in name.split("_")),
        "checkout": os.path.relpath(ROOT, project),
    }
    try:
        for source in sorted(path for path in FILES.rglob("*.txt") if path.is_file()):
            relative = str(source.relative_to(FILES)).removesuffix(".txt")
            target = project / relative.replace("PACKAGE", words["package"])
            target.parent.mkdir(parents=True, exist_ok=True)
            text = Template(source.read_text(encoding="utf-8")).substitute(words)
            target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ProblemError(f"{project} ne peut pas être écrit ({error.strerror}).") from None
    return project


def _explain(name: str, project: Path) -> None:
    say(f"Le module « {name} » est écrit dans {project}, et relié à l’environnement.")
    say(f"Ses tests :   cd {project} && {sys.executable} -m pytest")
    say(f"L’activer :   HUB_PLUGINS=video,{name} make run")
    say("Le contrat :  docs/plugins.md")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
