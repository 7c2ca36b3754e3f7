"""The proof's own D-Bus client: the bytes of a call, the values of an answer, and a real bus."""

import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.linux_bundles import needs

bus = installer_code("trial.bus")
NAME = "org.freedesktop.DBus"
PLACE = "/org/freedesktop/DBus"


def test_a_call_is_laid_out_as_the_specification_says() -> None:
    message = bus.Call("a.b", "/p", "c.d", "Do", ("ü", 7)).message(3)
    order, kind, _, protocol, body, serial, fields = struct.unpack_from("<BBBBIII", message)
    assert (chr(order), kind, protocol, serial) == ("l", bus.METHOD_CALL, 1, 3)
    start = -(-(16 + fields) // 8) * 8
    assert len(message) == start + body
    assert message[start:] == b"\2\0\0\0\xc3\xbc\0\0\7\0\0\0"
    assert b"\x08\x01g\0\2su\0" in message


@pytest.mark.parametrize(
    ("signature", "data", "values"),
    [
        ("y", b"\7", [7]),
        ("yu", b"\1\0\0\0\2\0\0\0", [1, 2]),
        ("s", b"\3\0\0\0Zo\xc3\0", ["Zo\ufffd"]),
        ("a(so)", b"\0\0\0\0", [[]]),
        ("(iiii)", struct.pack("<iiii", -1, 2, 30, 40), [(-1, 2, 30, 40)]),
        ("v", b"\1s\0\0\2\0\0\0hi\0", ["hi"]),
        ("auy", struct.pack("<III", 8, 5, 6) + b"\x09", [[5, 6], 9]),
    ],
)
def test_values_are_read_by_their_signature(signature: str, data: bytes, values: list[Any]) -> None:
    assert list(bus.Reading(data).all(signature)) == values


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Path]:
    """A real bus of a session, at a socket of its own."""
    place = tmp_path / "bus"
    words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={place}"]
    with subprocess.Popen([*words, "--print-address=1"], stdout=subprocess.PIPE) as daemon:
        assert daemon.stdout is not None
        assert daemon.stdout.readline()
        yield place
        daemon.terminate()


@needs("dbus-daemon")
def test_a_real_bus_answers_many_questions_at_once(socket: Path) -> None:
    connection = bus.Bus(socket)
    try:
        owners = [bus.Call(NAME, PLACE, NAME, "NameHasOwner", (name,)) for name in (NAME, "nobody.here")]
        refused = bus.Call(NAME, PLACE, NAME, "GetNameOwner", ("nobody.here",))
        assert connection.ask_all([*owners, refused]) == [(1,), (0,), None]
        assert NAME in connection.ask(bus.Call(NAME, PLACE, NAME, "ListNames"))[0]
        with pytest.raises(bus.BusError, match="GetNameOwner"):
            connection.ask(refused)
    finally:
        connection.close()


def test_a_bus_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(bus.BusError, match="does not answer"):
        bus.Bus(tmp_path / "none")
