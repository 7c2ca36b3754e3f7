"""An e-mail to both, opened in the system's mail program: addresses, subject and text, each escaped on its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl

MOST_LETTERS = 1_800
"""Of a whole address, escaped; more than that some mail programs cut off or refuse."""


def mail_to_all(addresses: Sequence[str], subject: str, text: str) -> tuple[QUrl, bool]:
    """Make the ``mailto:`` URL, and tell whether the text is in it: a long one has to be pasted.

    What could add a header or a receiver is escaped, so that every part is only what it stands for.
    """
    receivers = ",".join(_escaped(address.strip(), "@+*") for address in addresses if address.strip())
    if not receivers:
        return QUrl(), False
    head = f"mailto:{receivers}?subject={_escaped(subject)}"
    whole = f"{head}&body={_escaped(text.replace(chr(13), '').replace(chr(10), chr(13) + chr(10)))}"
    fits = len(whole) <= MOST_LETTERS
    return QUrl(whole if fits else head, QUrl.ParsingMode.StrictMode), fits


def _escaped(text: str, keep: str = "") -> str:
    return bytes(QUrl.toPercentEncoding(text, keep.encode()).data()).decode("ascii")
