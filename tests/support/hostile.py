"""Text that would do harm if anybody took it for more than text, in every field of a workspace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from netdesk.store.workspace import Workspace

MARK = QColor(255, 0, 254)
_PIXEL = bytes((254, 0, 255, 255))  # blue, green, red, opaque: as an image in memory has it
HUGE = "W" * 1_000_000
FIELDS: dict[str, tuple[str, ...]] = {
    "level": ("name", "meaning", "moves_up"),
    "organisation": ("name", "sort_name", "note"),
    "person": (
        "prefix",
        "given",
        "additional",
        "family",
        "suffix",
        "nickname",
        "display_name",
        "sort_name",
        "department",
        "role",
        "note",
        "what_they_do",
        "ideal_client",
        "good_introduction",
        "where_to",
        "accomplishments",
        "interests",
        "networks",
        "skills",
        "met_words",
    ),
    "contact_point": ("label", "value", "normalised"),
    "tag": ("name", "folded"),
    "own_field": ("name",),
    "own_field_value": ("value",),
    "target_market": ("name", "who", "where_they_gather", "who_is_close"),
    "person_market": ("how",),
    "level_move": ("why",),
    "interaction": ("title", "words", "place", "objective", "made_together"),
    "follow_up": ("action", "reason"),
    "event": (
        "title",
        "place",
        "host",
        "purpose_words",
        "different",
        "note",
        "learned",
        "change_next",
    ),
    "card": ("let_go_reason",),
    "plan_template": ("name", "action"),
    "goal": ("words", "follow_up"),
    "expected_person": ("name", "organisation", "why", "give", "ask"),
    "pitch": ("title", "audience", "how_i_help", "good_at", "different", "ask", "helps_the_room"),
    "pitch_version": ("text", "what_changed"),
    "saved_filter": ("name",),
    "networking_group": ("name", "why", "place", "note"),
    "member": ("role", "learned"),
    "one_to_one": ("objective", "place", "first_question", "second_question", "reason"),
    "introduction": ("why", "message", "outcome"),
    "ledger_entry": ("words", "outcome", "reason"),
    "relation": ("words", "inverse"),
    "win": ("title", "client", "how", "note"),
    "win_thanks": ("name",),
    "logged_time": ("words",),
}
"""Every column in which a person's or a file's words stand, by table."""


def marker_picture(folder: Path) -> Path:
    """A picture in a colour that no theme has."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(MARK)
    path = folder / "marker.png"
    assert image.save(str(path))
    return path


def shows_mark(image: QImage) -> bool:
    """Whether the marker's colour is anywhere in ``image``."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return _PIXEL in bytes(plain.constBits())


def hostile_texts(marker: Path) -> tuple[str, ...]:
    """Text for the rows of a table in turn; the first is only for the first row."""
    name, url = MARK.name(), marker.as_uri()
    return (
        HUGE,
        f'<b>Grace</b> <img src="{url}" width="300" height="300">',
        f"<img src='{marker}' width='300' height='300'><hr>",
        f'<table bgcolor="{name}" width="400" height="60"><tr><td bgcolor="{name}">Adeyemi</td></tr></table>',
        f'<body bgcolor="{name}"><style>body {{ background: {name} }}</style><p style="background:{name}">x',
        f"![picture]({url}) # Heading\n\n- **list**\n- [link]({url})",
        "<table>" * 300 + "deep",
        "\u202eעברית\u202c العربية \u200fنص طويل",
        "👩‍👩‍👧‍👦🏴‍☠️🇬🇧" * 12,
        "before\0after\0",
        "\x1b[31mred\x07\r\n\t\u2028line\u2029para\x85",
        "e" + "\u0301" * 400,
        "&amp;<>\"' && {0} %s %1 &File",
        "a\n" * 3_000,
    )


def poison(workspace: Workspace, marker: Path) -> None:
    """Write hostile text into every field of every row; no service would let it in, a file may hold it."""
    texts = hostile_texts(marker)
    with workspace.change("Fill everything with hostile text"):
        for table, columns in FIELDS.items():
            ids = [row[0] for row in workspace.sql(f"SELECT id FROM {table} ORDER BY id").fetchall()]
            for place, number in enumerate(ids):
                text = texts[0] if place == 0 else texts[1 + place % (len(texts) - 1)]
                # The number keeps what must be unique unique; in front, so that order follows nothing else.
                workspace.sql(
                    f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?",
                    (*(f"{text} {number}" for _ in columns), number),
                )
