"""No test reaches the network: connecting, sending and looking up names fail, naming the address."""

import socket
from typing import Any

import pytest

_INTERNET = (socket.AF_INET, socket.AF_INET6)


class NetworkReachedError(AssertionError):
    """Something under test tried to use the network."""


def _refuse(real: Any, place: str) -> Any:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        if self.family in _INTERNET:
            raise NetworkReachedError(
                f"{place} {arguments!r}: NetDesk works without the network, and so do its tests"
            )
        return real(self, *arguments)

    return guarded


def _refuse_lookup(*arguments: Any, **_named: Any) -> Any:
    raise NetworkReachedError(f"name looked up: {arguments!r}")


@pytest.fixture(autouse=True, scope="session")
def _network_is_forbidden() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _refuse(getattr(socket.socket, name), name))
        patch.setattr(socket, "getaddrinfo", _refuse_lookup)
        yield
