"""Pictures, kept once each under the SHA-256 of their bytes, outside the history.

A picture stays while anybody or any step of the history refers to it; ``collect`` removes the rest.
"""

from __future__ import annotations

import hashlib
import sqlite3


def keep_photo(connection: sqlite3.Connection, data: bytes, media_type: str) -> str:
    """Store ``data`` if it is new and give its address (SHA-256, hexadecimal)."""
    address = hashlib.sha256(data).hexdigest()
    connection.execute(
        "INSERT OR IGNORE INTO photo (sha256, media_type, data) VALUES (?, ?, ?)", (address, media_type, data)
    )
    return address


def read_photo(connection: sqlite3.Connection, address: str) -> bytes | None:
    """The picture’s bytes, or None when it is not kept."""
    row = connection.execute("SELECT data FROM photo WHERE sha256 = ?", (address,)).fetchone()
    return bytes(row[0]) if row else None


def collect(connection: sqlite3.Connection) -> int:
    """Remove pictures that no person, no card and no step of the history refers to; gives how many."""
    in_history = (
        "SELECT json_extract({image}, '$.photo') FROM journal_entry"
        " WHERE table_name IN ('person', 'card') AND instr({image}, '\"photo\":\"')"
    )
    cursor = connection.execute(
        "DELETE FROM photo WHERE sha256 NOT IN (SELECT photo FROM person WHERE photo IS NOT NULL"
        " UNION SELECT photo FROM card WHERE photo IS NOT NULL"
        f" UNION {in_history.format(image='before')} UNION {in_history.format(image='after')})"
    )
    return cursor.rowcount
