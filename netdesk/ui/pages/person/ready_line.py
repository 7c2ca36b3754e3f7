"""The line under the level steps: what stands in the record, and the next step, which can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.method.evidence import Readiness
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip, wrappable
from netdesk.ui.widgets.paint import focus_ring, one_line
from netdesk.ui.widgets.paragraph import laid_out, line_height, span

_AIR = 1.4


class ReadyLine(QAbstractButton):
    """``clicked`` says that the next step was pressed; without one it is only words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = self._step = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_readiness(self, known: Readiness | None) -> None:
        """Say what is known; None says that they are not on the board yet."""
        if known is None:
            self._say(self.tr("Not on the board yet. Choose how well you know each other."), "", False)
            return
        before = known.reasons
        if known.missing:
            before = f"{before} {self.tr('Next:')}".strip()
        self._say(before, known.missing, bool(known.lacking))

    def before(self) -> str:
        """The words before the step."""
        return self._before

    def step(self) -> str:
        """The next step; empty without one."""
        return self._step

    def can_be_pressed(self) -> bool:
        """Whether pressing the step leads somewhere."""
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def _say(self, before: str, step: str, pressable: bool) -> None:
        self._before, self._step = before, step
        whole = f"{before} {step}." if step else before
        self.setText(one_line(whole).replace("&", "&&"))
        self.setAccessibleName(one_line(whole))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.NoFocus)
        self.setToolTip(plain_tooltip(self.tr("Do it now: {0}").format(step)) if pressable else "")
        self.updateGeometry()
        self.update()

    # Laying out ------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).lineCount() * self._line_height())

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(400), round(self._line_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(120), round(self._line_height()))

    def _line_height(self) -> float:
        return line_height(metrics().font(Type.SECONDARY), _AIR)

    def _whole(self) -> str:
        return wrappable(f"{self._before} {self._step}." if self._step else self._before).replace("\n", " ")

    def _step_at(self) -> int:
        return (
            max(0, len(self._whole()) - len(wrappable(self._step)) - 1) if self._step else len(self._whole())
        )

    def _laid_out(self, width: int) -> QTextLayout:
        whole, at = self._whole(), self._step_at()
        over = self.can_be_pressed() and self.underMouse()
        ink = current_theme().color("accent" if over else "text")
        # The full stop after the step does not belong to it.
        step = [span(whole[:at], whole[at:-1], ink)] if self._step else []
        return laid_out(whole, metrics().font(Type.SECONDARY), step, width, self._line_height())

    # Using -----------------------------------------------------------------------------------

    def hitButton(self, pos: QPoint) -> bool:
        """Only the step itself can be pressed."""
        if not self.can_be_pressed():
            return False
        layout = self._laid_out(self.width())
        start = self._step_at()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = number * self._line_height()
            if not top <= pos.y() < top + self._line_height():
                continue
            first = max(start, line.textStart())
            if first >= line.textStart() + line.textLength():
                return False
            return _x(line.cursorToX(first)) <= pos.x() <= line.naturalTextRect().right()
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.hitButton(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setPen(theme.color("text-2"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, metrics().px(4))


def _x(found: object) -> float:
    """The place across: Qt gives it alone, or with the place in the text."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))
