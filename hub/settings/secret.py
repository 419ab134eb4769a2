"""The secret key: from the environment, else made once and kept beside the data."""

import os
import secrets
from pathlib import Path


def secret_key(data_folder: Path) -> str:
    """Return `HUB_SECRET_KEY`, else the key kept in `data_folder/secret_key`, made when missing.

    The file is readable by its owner only. Two processes starting together get the same key.
    """
    from_environment = os.environ.get("HUB_SECRET_KEY", "")
    if from_environment:
        return from_environment
    kept = data_folder / "secret_key"
    if not kept.exists():
        draft = kept.with_name(f"secret_key.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        try:
            os.link(draft, kept)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return kept.read_text(encoding="ascii")
