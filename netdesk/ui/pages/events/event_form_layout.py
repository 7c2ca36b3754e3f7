"""Where the fields of the event form stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.pages.events.form_parts import field_label
from netdesk.ui.theme.metrics import XL, M, S, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button

if TYPE_CHECKING:
    from netdesk.ui.pages.events.event_form import EventForm


def lay_out(form: EventForm, is_new: bool) -> None:
    """Lay the fields of ``form`` out in rows; only a new event may repeat."""
    sizes = metrics()
    for narrow, width in (
        (form.starts, 92),
        (form.ends, 110),
        (form.cost, 120),
        (form.currency, 66),
        (form.times, 60),
    ):
        narrow.setFixedWidth(sizes.px(width))
    save = primary_button("Plan event" if is_new else "Save", None, "Return")
    save.clicked.connect(form.save)
    cancel = plain_button("Cancel", None, "Esc")
    cancel.clicked.connect(form.cancel)
    foot = QHBoxLayout()
    foot.addWidget(form.error, 1)
    foot.addStretch(1)
    foot.addWidget(cancel)
    foot.addWidget(save)
    outer = QVBoxLayout(form)
    outer.setContentsMargins(*(sizes.px(XL),) * 4)
    outer.setSpacing(sizes.px(M))
    outer.addWidget(form.heading)
    outer.addLayout(_rows(form, is_new))
    outer.addLayout(foot)


def _rows(form: EventForm, is_new: bool) -> QGridLayout:
    sizes = metrics()
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.px(M))
    grid.setVerticalSpacing(sizes.px(S - 2))
    grid.setColumnStretch(1, 1)
    rows: list[tuple[str, tuple[QWidget, ...], tuple[str, ...]]] = [
        ("Name", (form.title,), ("title",)),
        ("Date", (form.day, form.picker), ("day",)),
        ("Starts", (form.starts, field_label("ends", form.ends), form.ends), ("starts", "ends")),
        ("Time zone", (form.zone,), ("zone",)),
        ("Place", (form.place,), ("place",)),
        ("Host", (form.host,), ("host",)),
        ("Cost", (form.cost, form.currency), ("cost", "currency")),
    ]
    if is_new:
        rows.append(("Repeat", (form.every, form.times, field_label("more times", form.times)), ("times",)))
    for unused in () if is_new else (form.every, form.times):
        unused.setParent(form)
        unused.hide()
    line = 0
    for words, fields, names in rows:
        row = QHBoxLayout()
        row.setSpacing(sizes.px(S))
        for field in fields:
            row.addWidget(field)
        if words in ("Starts", "Cost", "Repeat"):
            row.addStretch(1)
        grid.addWidget(field_label(words, fields[0]), line, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(row, line, 1)
        below: list[QWidget] = [form.errors[name] for name in names]
        below += [form.understood] if words == "Starts" else []
        for widget in below:
            line += 1
            grid.addWidget(widget, line, 1)
        line += 1
    return grid
