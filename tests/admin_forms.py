"""Send a form of the admin back as a browser would, with a few fields changed."""

from bs4 import BeautifulSoup
from django.http import QueryDict
from wagtail.models import Page

from hub.content.fields import StreamField


def filled(client, address, model=Page):
    """Return what a browser would send of the form at `address`, streams left empty."""
    html = client.get(address).content.decode()
    form = BeautifulSoup(html, "html.parser").find("form", attrs={"data-edit-form": True})
    sent = QueryDict(mutable=True)
    for field in form.select("input[name], textarea[name], select[name]"):
        for value in _values(field):
            sent.appendlist(field["name"], value)
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            sent[f"{field.name}-count"] = "0"
    return sent


def _values(field):
    if field.name == "select":
        return [option.get("value", "") for option in field.select("option[selected]")]
    if field.name == "textarea":
        return [field.text.removeprefix("\n")]
    if field.get("type") in {"submit", "button", "file"}:
        return []
    if field.get("type") in {"checkbox", "radio"} and not field.has_attr("checked"):
        return []
    return [field.get("value", "")]


def send(client, address, model=Page, **changes):
    """Fill the form at `address`, change some fields, and send it."""
    data = filled(client, address, model)
    for name, value in changes.items():
        data[name.replace("__", "-")] = value
    return client.post(address, data.urlencode(), content_type="application/x-www-form-urlencoded")
