"""The plan of the mix as five bars that are set by pointer, keys or numbers and sum to 100.

``PlanRows(plan)``: ``plan()``, ``show_plan(plan)``, ``show_real(percents)``, ``even_out()``; signal ``changed`` when a
person moves one. The others share the rest in their proportions; a lock keeps one as it is, and closes by itself when
a number was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from netdesk.method.strategy import WHOLE, Activity, Plan, evened, shared_out
from netdesk.ui.pages.events.share_rows import ShareSlider
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import Body, plain_tooltip

_NUMBER_WIDE = 52
_MOST_DIGITS = 4


class PlanRows(QWidget):
    """Five shares of the plan, each beside what is real."""

    changed = Signal()

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = dict(plan)
        # While one bar is moved there and back, the others come back to what they were.
        self._before = dict(plan)
        self._moving: Activity | None = None
        self._kept: set[Activity] = set()
        self.sliders: dict[Activity, PlanSlider] = {}
        self.numbers: dict[Activity, QLineEdit] = {}
        self.locks: dict[Activity, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().px(M))
        grid.setVerticalSpacing(metrics().px(S))
        for row, activity in enumerate(Activity):
            self._add_row(grid, row, activity)
        grid.setColumnStretch(1, 1)
        self.show_plan(plan)

    def plan(self) -> dict[Activity, int]:
        """The shares as they stand; they may not sum to 100 yet."""
        return dict(self._plan)

    def show_plan(self, plan: Plan) -> None:
        """Show another plan, with every lock open."""
        self._moving = None
        for activity in tuple(self._kept):
            self._keep(activity, False)
        self._show(plan)

    def show_real(self, percents: Mapping[Activity, int]) -> None:
        """Mark on each bar what is real; nothing where there is no time at all."""
        for activity, slider in self.sliders.items():
            slider.show_real(percents.get(activity) if any(percents.values()) else None)

    def even_out(self) -> None:
        """Let the shares sum to 100 in their proportions."""
        self.show_plan(evened(self._plan))
        self.changed.emit()

    def _moved(self, activity: Activity, share: int) -> None:
        if activity is not self._moving:
            self._before, self._moving = dict(self._plan), activity
        self._show(shared_out(self._before, activity, share, self._kept))
        self.changed.emit()

    def _typed(self, activity: Activity) -> None:
        field = self.numbers[activity]
        field.setModified(False)
        text = field.text().strip().rstrip("%").strip()
        is_share = text.isascii() and text.isdecimal() and int(text) <= WHOLE
        if is_share and int(text) != self._plan[activity]:
            self._moved(activity, int(text))
            self._keep(activity, True)
        else:
            self._show(self._plan)

    def _keep(self, activity: Activity, kept: bool) -> None:
        """Open or close a lock."""
        self._moving = None
        (self._kept.add if kept else self._kept.discard)(activity)
        lock = self.locks[activity]
        blocked = lock.blockSignals(True)
        lock.setChecked(kept)
        lock.blockSignals(blocked)
        name = f"{activity.label} stays as it is" if kept else f"Keep {activity.label} as it is"
        lock.setIcon(icon(Icon.KEPT if kept else Icon.FREE, "accent" if kept else "text-3", "accent"))
        lock.setAccessibleName(name)
        lock.setToolTip(plain_tooltip(name))

    def _show(self, plan: Plan) -> None:
        self._plan = dict(plan)
        for activity, share in self._plan.items():
            slider = self.sliders[activity]
            blocked = slider.blockSignals(True)
            slider.setValue(share)
            slider.blockSignals(blocked)
            slider.update()
            number = self.numbers[activity]
            if not (number.hasFocus() and number.isModified()):
                number.setText(f"{share}%")

    def _add_row(self, grid: QGridLayout, row: int, activity: Activity) -> None:
        slider, number = PlanSlider(), _Number(f"{activity.label}: planned percent")
        slider.setAccessibleName(f"{activity.label}: planned share")
        lock = icon_button(Icon.FREE, f"Keep {activity.label} as it is", framed=False)
        lock.setCheckable(True)
        self.sliders[activity], self.numbers[activity], self.locks[activity] = slider, number, lock
        self._keep(activity, False)
        slider.valueChanged.connect(partial(self._moved, activity))
        number.editingFinished.connect(partial(self._typed, activity))
        lock.toggled.connect(partial(self._keep, activity))
        for column, widget in enumerate((Body(activity.label), slider, number, lock)):
            grid.addWidget(widget, row, column)


class PlanSlider(ShareSlider):
    """A bar for what is planned, with a mark at what is real."""

    def __init__(self) -> None:
        super().__init__("accent")
        self._real: int | None = None

    def show_real(self, percent: int | None) -> None:
        """Mark what is real, in percent; None: nothing to mark."""
        self._real = percent
        self.setAccessibleDescription("" if percent is None else f"really {percent}%")
        self.setToolTip("" if percent is None else plain_tooltip(f"Really {percent}%"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._real is None:
            return
        painter, sizes = QPainter(self), metrics()
        share = self._real / WHOLE
        place = round((self.width() - sizes.px(2)) * (1 - share if self.isRightToLeft() else share))
        tall = sizes.px(16)
        mark = QRect(place, (self.height() - tall) // 2, sizes.px(2), tall)
        painter.fillRect(mark, current_theme().color("text"))


class _Number(QLineEdit):
    """A percent to read, and to type in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        sizes = metrics()
        self.setAccessibleName(name)
        self.setFont(sizes.font(Type.BODY))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(sizes.px(_NUMBER_WIDE))
        self.setMaxLength(_MOST_DIGITS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
