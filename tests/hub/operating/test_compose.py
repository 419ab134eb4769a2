"""`compose.yaml` is a deployment that can be started: its names exist, and it holds no secret."""

import re

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

ROOT = settings.BASE_DIR
TEXT = (ROOT / "compose.yaml").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
DOCUMENTATION = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
CONDITIONS = {"service_started", "service_healthy", "service_completed_successfully"}
PINNED = re.compile(r"[\w./-]+:\d+\.\d+(\.\d+)?(-[\w.]+)*")
ASKED = re.compile(r"\$\{(\w+):\?[^}]+\}")
every_service = pytest.mark.parametrize("name", SERVICES)


def test_the_services_are_those_of_the_issue():
    assert set(SERVICES) == {
        "grant", "prepare", "hub", "worker", "scheduler", "database", "search", "proxy"
    }  # fmt: skip


@every_service
def test_images_are_pinned(name):
    assert PINNED.fullmatch(SERVICES[name]["image"])


def test_the_image_of_the_site_is_built_on_pinned_ones():
    recipe = ROOT / SERVICES["hub"]["build"]["dockerfile"]
    bases = re.findall(r"^FROM (\S+)", recipe.read_text(encoding="utf-8"), re.MULTILINE)
    assert bases
    assert all(map(PINNED.fullmatch, bases))
    copied = re.findall(
        r"^!(.+)$", recipe.with_name("Containerfile.dockerignore").read_text(), re.M
    )
    assert all((ROOT / one).exists() for one in copied)
    assert {"hub", "manage.py", "requirements.txt", "templates", "static"} <= set(copied)


def test_the_client_of_the_image_is_of_the_version_of_the_server():
    recipe = (ROOT / SERVICES["hub"]["build"]["dockerfile"]).read_text(encoding="utf-8")
    server = SERVICES["database"]["image"].partition(":")[2].partition(".")[0]
    assert f"postgresql-client-{server} " in recipe


@every_service
def test_nothing_runs_as_root_nor_gains_rights(name):
    service = SERVICES[name]
    assert service["user"].partition(":")[0] not in {"", "0", "root"}
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_file_systems_are_read_only_but_one_that_says_why():
    assert [name for name, one in SERVICES.items() if not one.get("read_only")] == ["search"]
    assert "Its file system is not read-only" in TEXT


def test_no_secret_is_in_it():
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if "PASSWORD" in name:
                assert ASKED.fullmatch(value), name
            for secret in re.findall(r"://[^:/]+:([^@]*)@", ASKED.sub("ASKED", value)):
                assert secret == "ASKED", name


def test_what_it_asks_for_is_documented():
    asked = set(ASKED.findall(TEXT))
    assert asked == set(re.findall(r"\$\{(\w+)", TEXT)), "asked for without saying what it is"
    section = DOCUMENTATION.partition("## With containers")[2].partition("\n## ")[0]
    assert {name for name in asked if f"`{name}`" not in section} == set()
    assert {name for name in SERVICES if f"`{name}`" not in section} == set()


def test_the_settings_exist():
    known = set(re.findall(r"`(HUB_\w+|DATABASE_URL)`", (ROOT / "README.md").read_text()))
    for name in ("prepare", "hub", "worker", "scheduler"):
        assert SERVICES[name]["environment"].keys() <= known


def test_the_commands_exist():
    for name in ("grant", "prepare", "worker", "scheduler"):
        python, manage, command = SERVICES[name]["command"]
        assert (python, manage) == ("python", "manage.py")
        assert command in get_commands()
    assert (ROOT / "hub" / "operating" / "probe.py").exists()
    assert SERVICES["hub"]["healthcheck"]["test"][-1] == "hub.operating.probe"
    assert "/sante/" in SERVICES["proxy"]["healthcheck"]["test"][-1]


def test_one_service_alone_has_the_administrator_of_the_search():
    asked = {name for name, one in SERVICES.items() if "HUB_SEARCH_ADMIN_PASSWORD" in str(one)}
    assert asked == {"grant", "search"}
    for name in ("hub", "worker", "scheduler", "prepare", "grant"):
        assert "//hub:" in SERVICES[name]["environment"]["HUB_SEARCH_URL"]


@every_service
def test_what_it_waits_for_exists_and_can_be_waited_for(name):
    for other, how in SERVICES[name].get("depends_on", {}).items():
        assert how["condition"] in CONDITIONS
        if how["condition"] == "service_healthy":
            assert SERVICES[other]["healthcheck"]["test"]


@every_service
def test_volumes_and_networks_are_declared(name):
    service = SERVICES[name]
    assert set(service["networks"]) <= COMPOSE["networks"].keys()
    for volume in service["volumes"]:
        source = re.sub(ASKED, "ASKED", volume).partition(":")[0]
        assert source in COMPOSE["volumes"] or source == "ASKED" or (ROOT / source).exists()


def test_only_the_proxy_is_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    for name in ("database", "search"):
        assert SERVICES[name]["networks"] == ["inside"]
