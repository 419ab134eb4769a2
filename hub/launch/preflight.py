"""What can be known to fail before anything slow starts."""

import os
import shutil
import socket
import tempfile
from pathlib import Path

from hub.launch.processes import PYTHON, ROOT
from hub.launch.terminal import ProblemError

MEGABYTE = 1024 * 1024
ROOM_TO_INSTALL = 600 * MEGABYTE
ROOM_TO_RUN = 50 * MEGABYTE
HOST = "127.0.0.1"


def chosen_port() -> int:
    """Return the port named by `PORT`, 8000 by default, once sure that nobody listens there.

    Raises:
        ProblemError: `PORT` is not a port, or is in use.
    """
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise ProblemError(f"PORT={text} n’est pas un port : donnez un nombre de 1 à 65535.")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise ProblemError(
                f"Le port {port} est réservé au système : choisissez-en un au-dessus de 1024, "
                "par exemple « make run PORT=8001 »."
            ) from None
        except OSError:
            raise ProblemError(
                f"Le port {port} est déjà utilisé : arrêtez ce qui l’occupe, ou choisissez-en "
                f"un autre, par exemple « make run PORT={port % 65535 + 1} »."
            ) from None
    return port


def check_data_folder() -> None:
    """Make sure that the data folder can be written to and that its disk has room.

    Raises:
        ProblemError: it cannot, or has not.
    """
    folder = Path(os.environ.get("HUB_DATA") or ROOT / "var").resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise ProblemError(
            f"Le dossier des données {folder} n’est pas accessible en écriture "
            f"({error.strerror}) : corrigez ses droits, ou choisissez-en un autre avec HUB_DATA."
        ) from None
    _check_room(folder, ROOM_TO_RUN)


def check_room_to_install() -> None:
    """Make sure that the environment fits on the disk, where it is still to be made.

    Raises:
        ProblemError: it does not.
    """
    if not PYTHON.exists():
        _check_room(ROOT, ROOM_TO_INSTALL)


def _check_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise ProblemError(
            f"Le disque de {folder} est plein : il reste {free // MEGABYTE} Mo, "
            f"il en faut {needed // MEGABYTE}."
        )
