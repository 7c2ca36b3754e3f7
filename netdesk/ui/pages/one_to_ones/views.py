"""The three lists of the page: their names, keys, buttons, and what is said where one is empty."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

from netdesk.ui.theme.icon_names import Icon


class View(Enum):
    """What the list shows."""

    UPCOMING = "upcoming"
    HELD = "held"
    NEVER = "never"


VIEWS = tuple(View)
LABELS = {View.UPCOMING: "Upcoming", View.HELD: "Held", View.NEVER: "Never held"}
KEYS = {
    View.UPCOMING: {
        Qt.Key.Key_H: "hold", Qt.Key.Key_E: "edit", Qt.Key.Key_P: "print", Qt.Key.Key_X: "call_off",
        Qt.Key.Key_O: "person", Qt.Key.Key_Delete: "call_off",
    },
    View.HELD: {Qt.Key.Key_E: "edit", Qt.Key.Key_O: "person", Qt.Key.Key_Delete: "delete"},
    View.NEVER: {Qt.Key.Key_P: "plan", Qt.Key.Key_O: "person"},
}  # fmt: skip
BUTTONS = {
    View.UPCOMING: (
        ("hold", "How was it?", Icon.DONE), ("edit", "Edit", Icon.EDIT), ("print", "Print the sheet", Icon.PRINT),
        ("calendar", "Add to calendar", Icon.DATE), ("call_off", "Call off", Icon.CLOSE),
    ),
    View.HELD: (("edit", "Edit", Icon.EDIT), ("person", "Open the person", Icon.PERSON)),
    View.NEVER: (
        ("plan", "Plan one-to-ones", Icon.ONE_TO_ONE), ("person", "Open the person", Icon.PERSON),
    ),
}  # fmt: skip
EMPTY = {
    View.UPCOMING: (
        "No one-to-one is planned",
        "An hour with one person does more than an evening with fifty. Set an objective, a day and a place.",
    ),
    View.HELD: (
        "None held yet",
        "When you have sat down with somebody, write down whether it reached its objective and what you learned.",
    ),
    View.NEVER: (
        "You sat down with everybody who matters",
        "Here stand people from level 2 on, and members of your groups, with whom you never had a one-to-one.",
    ),
}
