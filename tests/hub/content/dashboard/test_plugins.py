"""Panels that plugins bring to the dashboard."""

from types import ModuleType

import pytest
from django.contrib.auth import get_user_model

from hub.plugins import DashboardPanel, WorkList, hookimpl
from hub.plugins.enabling import Plugin
from hub.plugins.testing import using_plugin

pytestmark = pytest.mark.django_db


def broken(*args):
    raise RuntimeError("en panne")


def everybody(user):
    return get_user_model().objects.order_by("pk")


def plugin(name, items=everybody, **options):
    one = WorkList(
        f"{name}_comptes",
        "Comptes à saluer",
        "Personne à saluer.",
        items,
        link=options.pop("link", lambda user: f"/admin/users/{user.pk}/"),
        **options,
    )
    module = ModuleType(name)
    panel = DashboardPanel("Comptes à saluer", "Bonjour à tous.", (one,), order=50)
    module.dashboard_panels = hookimpl(lambda: [panel])
    return Plugin(name, module)


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def test_a_panel_of_a_plugin_is_on_the_home_and_has_its_list(admin, home, editor):
    with using_plugin(plugin("wall", note=lambda user: "nouveau")):
        shown = admin.get("/admin/").content.decode()
        whole = admin.get("/admin/a-faire/wall_comptes/").content.decode()
    assert "Comptes à saluer (1)" in shown
    for html in (shown, whole):
        assert f'href="/admin/users/{editor.pk}/"' in html
        assert "nouveau" in html


@pytest.mark.parametrize(
    "fault",
    [{"items": broken}, {"link": broken}, {"note": broken}],
    ids=["items", "link", "note"],
)
def test_a_raising_panel_is_left_out_named_in_the_log_and_the_rest_is_shown(
    admin, home, caplog, fault
):
    with using_plugin(plugin("wall", **fault), plugin("abacus")):
        response = admin.get("/admin/")
    html = response.content.decode()
    assert response.status_code == 200
    assert "abacus_comptes" in html
    assert "wall_comptes" not in html
    (record,) = [one for one in caplog.records if one.name.startswith("hub.content.dashboard")]
    assert record.getMessage() == "Plugin “wall”: its list “wall_comptes” raises."


@pytest.mark.parametrize("fault", [{"items": broken}, {"link": broken}, {"note": broken}])
def test_the_list_of_a_raising_panel_leads_home_with_a_sentence(admin, home, fault):
    with using_plugin(plugin("wall", **fault)):
        response = admin.get("/admin/a-faire/wall_comptes/", follow=True)
    assert response.redirect_chain == [("/admin/", 302)]
    assert "La liste « Comptes à saluer » n’a pas pu être lue" in response.content.decode()


def test_the_list_of_a_plugin_that_is_disabled_does_not_exist(admin, home):
    assert admin.get("/admin/a-faire/wall_comptes/").status_code == 404
