"""As much of a D-Bus client as it takes to ask questions: method calls and their answers, over a socket.

The wire's format is that of the D-Bus specification 0.40, "Message Protocol"; only little-endian is spoken.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

METHOD_CALL, METHOD_RETURN, ERROR = 1, 2, 3
_PATH, _INTERFACE, _MEMBER, _ERROR_NAME, _REPLY_SERIAL, _DESTINATION, _SIGNATURE = 1, 2, 3, 4, 5, 6, 8
_FIXED = {"y": "B", "b": "I", "n": "h", "q": "H", "i": "i", "u": "I", "x": "q", "t": "Q", "d": "d", "h": "I"}
_ALIGN = {"s": 4, "o": 4, "g": 1, "a": 4, "(": 8, "{": 8, "v": 1}
SECONDS = 20.0


class BusError(Exception):
    """The bus cannot be reached, or says no."""


@dataclass(frozen=True, slots=True)
class Call:
    """One question; all its arguments are texts but those given as int, which travel as unsigned numbers."""

    destination: str
    path: str
    interface: str
    member: str
    arguments: tuple[str | int, ...] = ()

    def message(self, serial: int) -> bytes:
        """The bytes of this call."""
        signature = "".join("s" if isinstance(value, str) else "u" for value in self.arguments)
        body = bytearray()
        for value in self.arguments:
            _write(body, "s" if isinstance(value, str) else "u", value)
        head = bytearray(struct.pack("<BBBBIII", ord("l"), METHOD_CALL, 0, 1, len(body), serial, 0))
        fields = [
            (_PATH, "o", self.path),
            (_INTERFACE, "s", self.interface),
            (_MEMBER, "s", self.member),
            (_DESTINATION, "s", self.destination),
        ]
        if signature:
            fields.append((_SIGNATURE, "g", signature))
        start = len(head)
        for code, kind, text in fields:
            _pad(head, 8)
            head.append(code)
            _write(head, "g", kind)
            _write(head, kind, text)
        struct.pack_into("<I", head, start - 4, len(head) - start)
        _pad(head, 8)
        return bytes(head + body)


class Bus:
    """A connection to the bus at the socket ``path``, as the user it belongs to. Raises BusError."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(SECONDS)
        self._serial = 0
        self._read = bytearray()
        try:
            owner = path.parent.stat().st_uid
            self._connect(path, owner)
            self._introduce(owner)
        except OSError as error:
            self._socket.close()
            raise BusError(f"The bus at {path} does not answer: {error}") from error

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def ask(self, call: Call) -> tuple[Any, ...]:
        """The answer to one call. Raises BusError."""
        answer = self.ask_all([call])[0]
        if answer is None:
            raise BusError(f"{call.destination} has no answer to {call.interface}.{call.member}")
        return answer

    def ask_all(self, calls: Sequence[Call]) -> list[tuple[Any, ...] | None]:
        """The answers to many calls, in their order; None where the answer was an error."""
        try:
            first = self._serial + 1
            self._socket.sendall(b"".join(call.message(first + number) for number, call in enumerate(calls)))
            self._serial += len(calls)
            return self._answers(range(first, first + len(calls)))
        except OSError as error:
            raise BusError(f"The bus does not answer: {error}") from error

    def _answers(self, serials: Iterable[int]) -> list[tuple[Any, ...] | None]:
        found: dict[int, tuple[Any, ...] | None] = {}
        wanted = list(serials)
        while not all(serial in found for serial in wanted):
            kind, fields, body = self._message()
            if kind in {METHOD_RETURN, ERROR}:
                signature = fields.get(_SIGNATURE, "")
                answer = tuple(Reading(body).all(signature)) if kind == METHOD_RETURN else None
                found[fields[_REPLY_SERIAL]] = answer
        return [found[serial] for serial in wanted]

    def _connect(self, path: Path, owner: int) -> None:
        # A session's bus lets in its own user alone, not even root; who may not walk the whole way there begins
        # in the socket's folder.
        here, we = Path.cwd(), os.geteuid()
        os.chdir(path.parent)
        try:
            os.seteuid(owner)
            self._socket.connect(path.name)
        finally:
            os.seteuid(we)
            os.chdir(here)

    def _introduce(self, owner: int) -> None:
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(owner).encode().hex().encode() + b"\r\n")
        line = self._socket.recv(1024)
        if not line.startswith(b"OK "):
            raise BusError(f"The bus does not let this user in: {line.decode(errors='replace').strip()}")
        self._socket.sendall(b"BEGIN\r\n")
        name = "org.freedesktop.DBus"
        self.ask(Call(name, "/org/freedesktop/DBus", name, "Hello"))

    def _message(self) -> tuple[int, dict[int, Any], bytes]:
        order, kind, _, _, length, _, fields_length = struct.unpack("<BBBBIII", self._take(16))
        if order != ord("l"):
            raise BusError("The bus speaks in another byte order")
        rest = self._take(-(-fields_length // 8) * 8)
        # The list of fields begins at byte 12 with its length, which is read already.
        pairs = Reading(struct.pack("<I", fields_length) + b"\0\0\0\0" + rest[:fields_length])
        fields = dict(pairs.value("a(yv)"))
        return kind, fields, self._take(length)

    def _take(self, count: int) -> bytes:
        while len(self._read) < count:
            more = self._socket.recv(65536)
            if not more:
                raise BusError("The bus hung up")
            self._read += more
        taken = bytes(self._read[:count])
        del self._read[:count]
        return taken


class Reading:
    """Reads values out of a message's bytes, by their signature."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def all(self, signature: str) -> Iterable[Any]:
        """Each value of a signature that names several."""
        while signature:
            one, signature = _first(signature)
            yield self.value(one)

    def value(self, kind: str) -> Any:
        """One value of a kind such as ``a(so)``."""
        code = kind[0]
        if code in _FIXED:
            form = "<" + _FIXED[code]
            size = struct.calcsize(form)
            self._align(size)
            self._at += size
            return struct.unpack_from(form, self._data, self._at - size)[0]
        self._align(_ALIGN[code])
        if code in "so":
            return self._text(self.value("u"))
        if code == "g":
            return self._text(self.value("y"))
        if code == "v":
            return self.value(self.value("g"))
        if code == "a":
            return self._array(kind[1:])
        return tuple(self.all(kind[1:-1]))

    def _array(self, kind: str) -> list[Any]:
        length = self.value("u")
        self._align(_alignment(kind))
        end = self._at + length
        values = []
        while self._at < end:
            values.append(self.value(kind))
        return values

    def _text(self, length: int) -> str:
        text = self._data[self._at : self._at + length].decode("utf-8", "replace")
        self._at += length + 1
        return text

    def _align(self, size: int) -> None:
        self._at = -(-self._at // size) * size


def _alignment(kind: str) -> int:
    return struct.calcsize("<" + _FIXED[kind[0]]) if kind[0] in _FIXED else _ALIGN[kind[0]]


def _first(signature: str) -> tuple[str, str]:
    """The first whole kind of a signature, and what comes after it."""
    end = 0
    while signature[end] == "a":
        end += 1
    depth = 0
    while True:
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(signature[end], 0)
        end += 1
        if depth == 0:
            return signature[:end], signature[end:]


def _write(out: bytearray, kind: str, value: str | int) -> None:
    if isinstance(value, int):
        _pad(out, 4)
        out += struct.pack("<I", value)
        return
    text = value.encode()
    if kind == "g":
        out.append(len(text))
    else:
        _pad(out, 4)
        out += struct.pack("<I", len(text))
    out += text + b"\0"


def _pad(out: bytearray, size: int) -> None:
    out += b"\0" * (-len(out) % size)
