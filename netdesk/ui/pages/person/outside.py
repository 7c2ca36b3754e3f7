"""Leaving the program to call, write or open a web page: ``tel:``, ``mailto:``, ``https:`` and ``http:`` only.

Each URL is built so that no text of a person or a file can mean anything else.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

_DIALLED = frozenset("0123456789+*#")
_LONGEST_ADDRESS = 2_000
_UNFIT = frozenset(' \\<>"`{}|^')
_NO_HOST = frozenset(":@%")


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


def web_address(text: str) -> QUrl:
    """Make the URL of a web page, ``https`` where none is said; an empty one for whatever is no plain web address.

    Refused are other schemes, names and passwords before the host, a host without a dot, white space, backslashes
    and characters that are not seen, for what is opened shall be what one reads.
    """
    typed = text.strip()
    if len(typed) > _LONGEST_ADDRESS or not typed.isprintable() or _UNFIT & set(typed):
        return QUrl()
    if not typed.casefold().startswith(("http://", "https://")):
        # Before the first slash a colon would end another scheme, an @ the name of a user or of a profile.
        if not typed[:1].isalnum() or _NO_HOST & set(re.split(r"[/?#]", typed, maxsplit=1)[0]):
            return QUrl()
        typed = f"https://{typed}"
    url = QUrl(typed, QUrl.ParsingMode.StrictMode)
    return url if _is_web(url) else QUrl()


def go_outside(url: QUrl) -> bool:
    """Hand a call, an e-mail or a web page to the system; whether it took it. Any other scheme is refused."""
    if not _is_web(url) and (url.scheme() not in ("tel", "mailto") or not url.path()):
        return False
    return QDesktopServices.openUrl(url)


def _is_web(url: QUrl) -> bool:
    names = url.host().strip(".").split(".")
    plain = url.isValid() and url.scheme() in ("http", "https") and not url.userInfo()
    return plain and len(names) > 1 and all(names)


def copy_text(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _escaped(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text, b"@+*").data()).decode("ascii")
