"""`python -m hub.operating.probe [PATH]`: 0 when the site of this machine can serve, else 1.

For the health check of a container, which has no other program to ask with.
"""

import http.client
import os
import sys

PATIENCE = 5.0


def main(path: str = "/sante/") -> int:
    """Ask the port of `PORT`, 8000 by default; print the answer."""
    asked = http.client.HTTPConnection(
        "127.0.0.1", int(os.environ.get("PORT") or 8000), timeout=PATIENCE
    )
    try:
        asked.request("GET", path)
        answer = asked.getresponse()
        sys.stdout.write(answer.read().decode() + "\n")
    except OSError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    finally:
        asked.close()
    return 0 if answer.status == 200 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
