"""`python -m hub.launch.site ACTION [PORT]`, run by the Python of `.venv`: the site itself."""

import errno
import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from hub.launch.preflight import HOST
from hub.launch.processes import PYTHON, become
from hub.launch.terminal import ProblemError, complain


def main(action: str, port: str = "8000") -> int:
    """Prepare the site and serve it (`run`, `dev`), or make an account (`superuser`)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.base")
    try:
        django.setup()
        return _act(action, port)
    except ProblemError as problem:
        complain(str(problem))
    except ImproperlyConfigured as error:
        complain(f"La configuration est fausse : {error}")
    except DatabaseError as error:
        complain(f"La base de données refuse : {str(error).splitlines()[0]}")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        complain("Le disque est plein : libérez de la place, puis relancez la commande.")
    except KeyboardInterrupt:
        complain("Interrompu : relancez « make run » pour reprendre où l’on en était.")
        return 130
    return 1


def _act(action: str, port: str) -> int:
    # Models can only be imported once Django is set up.
    from hub.launch.prepare import missing_migrations, prepare
    from hub.launch.serve import serve

    if action == "superuser":
        if missing_migrations():
            raise ProblemError("Le site n’existe pas encore : lancez d’abord « make run ».")
        become([PYTHON, "manage.py", "createsuperuser"])
    prepare(static=action == "run")
    if action == "dev":
        become([PYTHON, "manage.py", "runserver", f"{HOST}:{port}"])
    return serve(int(port))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
