"""The rows of a form for ways to be reached: kind, label, value, preferred, remove; addresses in their parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from netdesk.method.contact_kinds import PointKind
from netdesk.services.contact_points import AddressParts, Point
from netdesk.ui.pages.person.fields import line
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button

_PARTS = (
    ("street", "Street"),
    ("extended", "Flat, building"),
    ("postcode", "Postcode"),
    ("locality", "Town"),
    ("region", "County, state"),
    ("country", "Country"),
    ("po_box", "PO box"),
)


class PointRow(QWidget):
    """One way to be reached. ``removed(object)`` carries the row."""

    removed = Signal(object)

    def __init__(self, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        self.kind = point.kind
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(4))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        layout.addLayout(row)
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.addItems(point.kind.use_labels)
        self.label.setCurrentText(point.label or point.kind.use_labels[0])
        self.label.setAccessibleName(f"Label of the {point.kind.label}")
        self.label.setFixedWidth(metrics().px(112))
        row.addWidget(self.label)
        self.value = line(point.value, point.kind.label)
        self.value.setMaxLength(1_000)
        self.parts: dict[str, QLineEdit] = {}
        if point.kind is PointKind.ADDRESS:
            # Not shown for an address, but the row's own: else it would be a window that outlives the row.
            self.value.setParent(self)
            self.value.hide()
            row.addWidget(self._address(point), 1)
        else:
            row.addWidget(self.value, 1)
        self.preferred = icon_button(Icon.WORTH, f"Preferred {point.kind.label}", framed=False, small=True)
        self.preferred.setCheckable(True)
        self.preferred.toggled.connect(self._draw_star)
        self._draw_star(False)
        self.preferred.setChecked(point.preferred)
        row.addWidget(self.preferred)
        remove = icon_button(Icon.CLOSE, f"Remove this {point.kind.label}", framed=False, small=True)
        remove.clicked.connect(self._remove)
        row.addWidget(remove)

    def point(self) -> Point:
        """What stands in the row."""
        label = self.label.currentText().strip()
        if self.kind is not PointKind.ADDRESS:
            return Point(
                self.kind, self.value.text(), label, self.preferred.isChecked(), None, self._point.id
            )
        parts = AddressParts(**{name: field.text().strip() for name, field in self.parts.items()})
        return Point(self.kind, parts.formatted(), label, self.preferred.isChecked(), parts, self._point.id)

    def first_field(self) -> QLineEdit:
        """Where typing begins."""
        return next(iter(self.parts.values()), self.value)

    def _address(self, point: Point) -> QWidget:
        # An address that came as one text is put into its first part, where it can be taken apart by hand.
        parts = point.parts or AddressParts(street=", ".join(point.value.split("\n")))
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(metrics().px(4))
        for place, (name, label) in enumerate(_PARTS):
            field = line(getattr(parts, name), label)
            self.parts[name] = field
            grid.addWidget(field, (place + 1) // 2, (place + 1) % 2 if place else 0, 1, 1 if place else 2)
        return box

    def _draw_star(self, on: bool) -> None:
        self.preferred.setIcon(icon(Icon.WORTH_FULL if on else Icon.WORTH, "text-2", "accent"))

    def _remove(self) -> None:
        self.removed.emit(self)


class PointRows(QWidget):
    """All rows, and a button that adds more."""

    def __init__(self, points: Sequence[Point], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PointRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(S))
        self._box = QVBoxLayout()
        self._box.setSpacing(metrics().px(6))
        layout.addLayout(self._box)
        self.add_button = plain_button("Add…", Icon.ADD, small=True)
        self.add_button.setAccessibleName("Add a phone number, e-mail or address")
        menu = QMenu(self.add_button)
        for kind in (PointKind.PHONE, PointKind.EMAIL, PointKind.ADDRESS, PointKind.WEB, PointKind.SOCIAL):
            menu.addAction(kind.label).setData(kind.value)
        menu.triggered.connect(self._chosen)
        self.add_button.setMenu(menu)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout.addLayout(foot)
        for point in points:
            self._add(point)

    def points(self) -> tuple[Point, ...]:
        """What stands in the rows, in their order."""
        return tuple(row.point() for row in self._rows)

    def rows(self) -> tuple[PointRow, ...]:
        """The rows."""
        return tuple(self._rows)

    def add(self, kind: PointKind) -> PointRow:
        """Add an empty row and begin to type in it."""
        row = self._add(Point(kind, ""))
        row.first_field().setFocus()
        return row

    def _chosen(self, action: object) -> None:
        self.add(PointKind(action.data()))  # type: ignore[attr-defined]

    def _add(self, point: Point) -> PointRow:
        row = PointRow(point)
        row.removed.connect(self._removed)
        self._rows.append(row)
        self._box.addWidget(row)
        return row

    def _removed(self, row: PointRow) -> None:
        self._rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
