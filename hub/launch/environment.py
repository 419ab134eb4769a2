"""The virtual environment `.venv` and what is installed in it, each made only when it changed."""

import hashlib
import importlib.util
import sys
from pathlib import Path

from hub.launch.processes import PYTHON, ROOT, VENV, run, start, succeeds
from hub.launch.terminal import ProblemError, Progress

RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
STAMPS = VENV / "installed"
PIP: tuple[str | Path, ...] = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input")
NO_NETWORK = (
    "NewConnectionError",
    "Failed to establish a new connection",
    "Max retries exceeded",
    "name resolution",
    "ConnectTimeout",
    "Read timed out",
    "ProxyError",
)


def ensure_environment(*locks: str) -> None:
    """Make `.venv` if it is missing or broken, and install the locks that changed since.

    Raises:
        ProblemError: the environment cannot be made, or a requirement cannot be had.
    """
    if not _is_usable():
        _make()
    for lock in locks:
        _install(lock)


def _is_usable() -> bool:
    """Tell whether `.venv` was made here by a Python that is still there and recent enough."""
    pip = VENV / "bin" / "pip"
    made_here = pip.exists() and f"{VENV}/" in pip.read_text(encoding="utf-8", errors="replace")
    recent = "import sys; sys.exit(sys.version_info < (3, 11))"
    return made_here and succeeds([PYTHON, "-c", recent])


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise ProblemError(
            "Le module venv de Python manque : installez-le "
            f"(Debian, Ubuntu : « sudo apt install python{version}-venv »)."
        )
    if VENV.is_symlink():
        VENV.unlink()  # --clear would empty the folder that it leads to, which is another's
    progress = Progress("Environnement Python (.venv)", 1)
    if run([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        raise ProblemError(
            "L’environnement .venv n’a pas pu être créé : la raison est donnée ci-dessus."
        )
    progress.finish()


def _install(lock: str) -> None:
    """Install one lock, unless its stamp says that exactly this one is installed."""
    content = (ROOT / lock).read_bytes()
    fingerprint = hashlib.sha256(content).hexdigest()
    stamp = STAMPS / lock
    if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    progress = Progress(f"Dépendances ({lock})", content.count(b"==") + 1)
    # Everything is pinned in the lock: there is nothing to resolve.
    options = ["--no-deps", "--retries", "2", "--progress-bar", "off", "--requirement", lock]
    pip = start([*PIP, "install", *options], read=True)
    said = []
    for line in pip.stdout or ():
        said.append(line)
        if line.startswith(("Collecting ", "Requirement already satisfied", "Ignoring ")):
            progress.advance()
    if pip.wait() != 0:
        raise ProblemError(explain_failure("".join(said), lock))
    progress.finish()
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(fingerprint, encoding="ascii")


def explain_failure(said: str, lock: str) -> str:
    """Return, in one French sentence, why pip could not install `lock`, from what it said.

    Where the reason is not a usual one, pip's own last lines come before the sentence.
    """
    if any(sign in said for sign in NO_NETWORK):
        return (
            "Le réseau ne répond pas : les dépendances n’ont pas pu être téléchargées. "
            "Vérifiez la connexion (ou le serveur mandataire), puis relancez la commande."
        )
    if "No space left on device" in said:
        return "Le disque est plein : les dépendances n’ont pas pu être installées."
    if "DO NOT MATCH THE HASHES" in said:
        return (
            f"Un paquet téléchargé n’est pas celui que {lock} attend (empreinte différente) : "
            "rien n’a été installé."
        )
    last_lines = "\n".join(said.strip().splitlines()[-6:])
    if "No matching distribution" in said:
        return f"{last_lines}\nUne dépendance de {lock} est introuvable pour cette machine."
    return f"{last_lines}\nL’installation de {lock} a échoué : la raison est donnée ci-dessus."
