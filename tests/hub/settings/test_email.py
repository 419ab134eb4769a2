"""The address of the mail server."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.email import MailServer, mail_server


def test_an_address_says_everything():
    assert mail_server("smtp+tls://camille:mot%40passe@smtp.example.org:2525") == MailServer(
        "smtp.example.org", 2525, "camille", "mot@passe", starttls=True, tls=False
    )


@pytest.mark.parametrize(
    ("address", "port", "starttls", "tls"),
    [
        ("smtp://localhost", 25, False, False),
        ("smtp+tls://h", 587, True, False),
        ("smtps://h", 465, False, True),
    ],
)
def test_the_port_and_the_encryption_follow_from_the_kind(address, port, starttls, tls):
    server = mail_server(address)
    assert (server.port, server.starttls, server.tls) == (port, starttls, tls)


@pytest.mark.parametrize(
    "address", ["", "localhost", "http://host", "smtp://", "smtp://host:port", "smtp://u:secret@["]
)
def test_anything_else_is_refused_without_showing_a_password(address):
    with pytest.raises(ImproperlyConfigured, match="HUB_EMAIL_URL") as refused:
        mail_server(address)
    assert "secret" not in str(refused.value)
