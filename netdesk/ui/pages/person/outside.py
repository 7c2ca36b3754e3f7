"""Leaving the program to call or write: only ``tel:`` and ``mailto:``, built so that no text can mean anything else."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

_DIALLED = frozenset("0123456789+*#")


def mail_address(address: str) -> QUrl:
    """Make the URL for writing to ``address``; what could add a header or a second receiver is escaped."""
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(_escaped(address.strip()), QUrl.ParsingMode.StrictMode)
    return url


def phone_number(number: str) -> QUrl:
    """Make the URL for calling ``number``: digits, +, * and # only."""
    url = QUrl()
    url.setScheme("tel")
    url.setPath(_escaped("".join(char for char in number if char in _DIALLED)), QUrl.ParsingMode.StrictMode)
    return url


def go_outside(url: QUrl) -> bool:
    """Hand a call or an e-mail to the system; whether it took it. Any other scheme is refused."""
    if url.scheme() not in ("tel", "mailto") or not url.path():
        return False
    return QDesktopServices.openUrl(url)


def copy_text(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _escaped(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text, b"@+*").data()).decode("ascii")
