"""Labels that show plain text only, in the sizes and colours of the theme.

``PageTitle(text)``, ``SectionTitle(text)``, ``Body(text)``, ``Strong(text)``, ``Secondary(text)``,
``Faint(text)``, ``Caption(text)`` (small capitals above a list), ``Figure(text)`` (a large number);
``ElidedLabel(text, kind, role)`` cuts to its width and tells the rest in the tooltip;
``WrapLabel(text, kind, role)`` wraps, shows at most 2,000 characters and breaks endless words.
All take ``parent=None`` last and have ``setText``.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.paint import LEFT, one_line, text_line

LONGEST = 2000
"""The most characters of a field that are shown."""

_LONGEST_WORD = 40
_BREAK = "\u200b"
_DRESS_AGAIN = (
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.StyleChange,
)


def plain_tooltip(text: str) -> str:
    """Make text safe for ``setToolTip``, which would take it for HTML otherwise, and cap its length."""
    if not text:
        return ""
    return f"<qt>{html.escape(wrappable(text)).replace(chr(10), '<br>')}</qt>"


def wrappable(text: str) -> str:
    """Cap text at 2,000 characters and allow a break inside endless words (links, base64 and the like)."""
    shown = text[:LONGEST]
    if len(text) > LONGEST:
        shown += "…"
    words = []
    for line in shown.split("\n"):
        words.append(" ".join(_broken(word) for word in line.split(" ")))
    return "\n".join(words)


def _broken(word: str) -> str:
    if len(word) <= _LONGEST_WORD:
        return word
    return _BREAK.join(word[i : i + _LONGEST_WORD // 2] for i in range(0, len(word), _LONGEST_WORD // 2))


class _Label(QLabel):
    """A plain-text label with a size and a colour role; follows a change of theme or interface font."""

    def __init__(self, text: str, kind: Type, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Use another colour role for the words."""
        self._role = role
        self._dress()

    def set_kind(self, kind: Type) -> None:
        """Use another size of type."""
        self._kind = kind
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESS_AGAIN:
            self._dress()

    def _dress(self) -> None:
        font = metrics().font(self._kind)
        if self.font() != font:
            self.setFont(font)
        color = current_theme().color(self._role)
        if self.palette().color(QPalette.ColorRole.WindowText) != color:
            palette = self.palette()
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                palette.setColor(group, QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)


class PageTitle(_Label):
    """The title of a page, 21 logical pixels."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.TITLE, "text", parent)


class SectionTitle(_Label):
    """The title of a card or section, 14 semibold."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.SECTION, "text", parent)


class Body(_Label):
    """One line of ordinary text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.BODY, "text", parent)


class Strong(_Label):
    """A name or another word that stands out, 13 semibold."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.BODY_STRONG, "text", parent)


class Secondary(_Label):
    """What belongs to the line above it, 12 in the second colour."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.SECONDARY, "text-2", parent)


class Faint(_Label):
    """A detail at the edge: a date, a count. Faint, and still readable."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.SECONDARY, "faint", parent)


class Figure(_Label):
    """A large number on a card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.FIGURE, "text", parent)


class Caption(_Label):
    """A small heading above a list, in capitals (COMING UP); the text given keeps its own case."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.LABEL, "faint", parent)

    def _dress(self) -> None:
        super()._dress()
        font = self.font()
        if font.capitalization() != font.Capitalization.AllUppercase:
            font.setCapitalization(font.Capitalization.AllUppercase)
            self.setFont(font)


class ElidedLabel(_Label):
    """One line cut to the width there is, with the whole text in the tooltip when something is cut.

    ``middle=True`` cuts in the middle: of a file's path the end says more than what is before it.
    """

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        role: str = "text",
        parent: QWidget | None = None,
        *,
        middle: bool = False,
    ) -> None:
        super().__init__(text, kind, role, parent)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(one_line(text))
        self.updateGeometry()

    def shown(self) -> str:
        """What there is room for."""
        return QFontMetrics(self.font()).elidedText(one_line(self.text()), self._mode, self.width())

    def sizeHint(self) -> QSize:
        ruler = QFontMetrics(self.font())
        return QSize(ruler.horizontalAdvance(one_line(self.text())) + 2, ruler.height())

    def minimumSizeHint(self) -> QSize:
        ruler = QFontMetrics(self.font())
        return QSize(min(ruler.horizontalAdvance("mmmm…"), self.sizeHint().width()), ruler.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.property("own-tooltip"):
            cut = self.sizeHint().width() - 2 > self.width() or "\n" in self.text()
            self.setToolTip(plain_tooltip(self.text()) if cut else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text_line(painter, self.rect(), self.shown(), self.font(), current_theme().color(self._role), LEFT)


_KEPT_WIDTHS = 12


class WrapLabel(_Label):
    """Several lines of plain text with room between them, capped and hard-wrapped: no field can stop the window.

    ``set_max_lines(n)`` cuts after n lines (0, the default: no cut); the whole text is then the tooltip.
    """

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.SECONDARY,
        role: str = "text-2",
        parent: QWidget | None = None,
    ) -> None:
        self._max_lines = 0
        self._broken: dict[tuple[str, str, int, int], list[str]] = {}
        super().__init__(text, kind, role, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_max_lines(self, lines: int) -> None:
        """Show at most so many lines."""
        self._max_lines = lines
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        super().setText(wrappable(text))
        if self._max_lines:
            self.setToolTip(plain_tooltip(text))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._lines(width)) * self._line_height())

    def sizeHint(self) -> QSize:
        ruler = QFontMetrics(self.font())
        widest = max((ruler.horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        width = min(widest + 2, ruler.averageCharWidth() * 46)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        ruler = QFontMetrics(self.font())
        return QSize(min(ruler.averageCharWidth() * 12, self.sizeHint().width()), round(self._line_height()))

    def _line_height(self) -> float:
        return max(QFontMetrics(self.font()).height(), self.font().pixelSize() * 1.48)

    def _lines(self, width: int) -> list[str]:
        """The lines at a width; layouts ask for the same few widths again and again."""
        asked = (self.text(), self.font().key(), width, self._max_lines)
        found = self._broken.get(asked)
        if found is None:
            if len(self._broken) >= _KEPT_WIDTHS:
                self._broken.clear()
            found = self._broken[asked] = self._break(width)
        return found

    def _break(self, width: int) -> list[str]:
        """Break the text into the lines that fit; at least one, so that an empty label keeps its height."""
        lines: list[str] = []
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
            layout.endLayout()
            if not paragraph:
                lines.append("")
        if self._max_lines and len(lines) > self._max_lines:
            last = " ".join(lines[self._max_lines - 1 : self._max_lines + 1])
            cut = QFontMetrics(self.font()).elidedText(last, Qt.TextElideMode.ElideRight, width)
            lines = [*lines[: self._max_lines - 1], cut]
        return lines or [""]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(current_theme().color(self._role if self.isEnabled() else "text-3"))
        height = self._line_height()
        top = 0.0
        for line in self._lines(self.width()):
            box = QRectF(0, top, self.width(), height)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | self.alignment()), line.rstrip())
            top += height
