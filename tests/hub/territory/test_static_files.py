"""The vendored Leaflet and our scripts."""

import hashlib
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.storage import FileSystemStorage

STATIC = Path(settings.BASE_DIR) / "static"
LEAFLET = STATIC / "vendor" / "leaflet"


def test_the_vendored_files_are_those_of_the_package():
    declared = dict(
        reversed(line.split()) for line in re.findall(r"^\w{64}  \S+$", version_file(), re.M)
    )
    found = {
        str(path.relative_to(LEAFLET)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in LEAFLET.rglob("*")
        if path.is_file() and path.name not in {"VERSION", "LICENSE"}
    }
    assert declared == found


def test_version_origin_and_licence_are_declared():
    assert version_file().startswith("leaflet 1.9.4\n")
    assert "npm package" in version_file()
    assert "Redistribution and use" in (LEAFLET / "LICENSE").read_text()


def test_the_files_can_be_served_under_hashed_names(tmp_path):
    source = FileSystemStorage(location=STATIC)
    storage = ManifestStaticFilesStorage(location=tmp_path, base_url="/static/")
    names = [
        str(path.relative_to(STATIC))
        for folder in (LEAFLET, STATIC / "territory")
        for path in folder.rglob("*.*")
    ]
    for name in names:
        with source.open(name) as file:
            storage.save(name, file)
    outcomes = list(storage.post_process({name: (storage, name) for name in names}))
    assert [name for name, _, done in outcomes if isinstance(done, Exception)] == []
    hashed = storage.stored_name("vendor/leaflet/images/marker-icon.png")
    assert re.search(r"marker-icon\.\w{12}\.png$", hashed)


def test_our_scripts_name_no_other_host():
    for path in (STATIC / "territory").iterdir():
        assert not re.search(r"https?://", path.read_text()), path


def version_file():
    return (LEAFLET / "VERSION").read_text()
