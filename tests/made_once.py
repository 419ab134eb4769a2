"""What takes long is made once for all the processes of a run of tests."""

import os
import pickle

from hub.locks import held

PATIENCE = 600


def made_once(tmp_path_factory, name, make):
    """Return what `make` returns, which the first process that asks makes for the others."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of the whole run
    kept = folder / f"{name}.pickle"
    with held(folder / f"{name}.lock", PATIENCE) as is_ours:
        assert is_ours, f"{name} is not there after {PATIENCE} seconds."
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make()))
        return pickle.loads(kept.read_bytes())
