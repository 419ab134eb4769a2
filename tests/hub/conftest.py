"""What tests of several parts of the hub share."""

import socket

import pytest


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any look-up or connection fails the test that attempts it."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"The network was asked for: {args}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
