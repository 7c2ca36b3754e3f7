"""How each version landed: a stacked bar for a version, asked more below, polite, blank on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from netdesk.method.pitches import Reactions, landing_sentence, people_words, reaction_sentence
from netdesk.method.settings import MethodSettings
from netdesk.services.pitch_page import VersionLine
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, XS, M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import CENTRE, LEFT, focus_ring, rounded, text_line

MOST = 6
"""Bars side by side; the arrows at the sides lead to earlier ones."""
COLOURS = (
    ("asked_more", "good", "asked more"),
    ("polite", "level-4-mark", "polite"),
    ("blank", "bad", "blank"),
)
"""From the foot of a bar upwards: the count, its colour and its words."""
_BAR = 200
_WIDEST = 86
_FAINT = 0.45


class ReactionBars(QWidget):
    """The bars of the last versions. ``picked(int)`` with a version's id when its bar is pressed."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[VersionLine, ...] = ()
        self._settings: MethodSettings | None = None
        self._shown = 0
        self._first = 0
        self.earlier = icon_button(Icon.LEFT, "Earlier versions", framed=False, small=True)
        self.later = icon_button(Icon.RIGHT, "Later versions", framed=False, small=True)
        self.earlier.clicked.connect(self._back)
        self.later.clicked.connect(self._on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.earlier)
        self.bars = [ReactionBar() for _ in range(MOST)]
        for bar in self.bars:
            bar.clicked.connect(self._pressed)
            bar.moved.connect(self._moved)
            row.addWidget(bar, 1)
        row.addWidget(self.later)

    def show_versions(self, versions: Sequence[VersionLine], shown: int, settings: MethodSettings) -> None:
        """Show how versions landed; the one with the id ``shown`` stands out and is in sight."""
        another = [each.id for each in versions] != [each.id for each in self._versions]
        self._versions, self._settings = tuple(versions), settings
        last = max(0, len(versions) - MOST)
        if another:
            self._first = last
        place = next((place for place, each in enumerate(versions) if each.id == shown), len(versions) - 1)
        if another or shown != self._shown:
            self._first = min(last, max(0, min(self._first, place)), max(0, place))
            self._first = max(self._first, place - MOST + 1)
        self._shown = shown
        self._fill()

    def _fill(self) -> None:
        assert self._settings is not None
        window = self._versions[self._first : self._first + MOST]
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < len(window))
            if place < len(window):
                bar.show_version(window[place], window[place].id == self._shown, self._settings)
        many = len(self._versions) > MOST
        for button, more in (
            (self.earlier, self._first > 0),
            (self.later, self._first + MOST < len(self._versions)),
        ):
            button.setVisible(many)
            button.setEnabled(more)

    def _scroll(self, by: int) -> None:
        self._first = max(0, min(self._first + by, len(self._versions) - MOST))
        self._fill()

    def _back(self) -> None:
        self._scroll(-1)

    def _on(self) -> None:
        self._scroll(1)

    def _pressed(self) -> None:
        bar = self.sender()
        if isinstance(bar, ReactionBar):
            self.picked.emit(bar.version)

    def _moved(self, by: int) -> None:
        bar = self.sender()
        if not isinstance(bar, ReactionBar):
            return
        place = self.bars.index(bar) + by
        if not 0 <= place < min(MOST, len(self._versions)):
            before = self._first
            self._scroll(by)
            place -= by
            if before == self._first:
                return
        self.bars[place].setFocus(Qt.FocusReason.TabFocusReason)


class ReactionBar(QAbstractButton):
    """One version: the stack, its number and how many people. ``moved(int)`` by ← and →."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.version = 0
        self._number = 0
        self._chosen = False
        self._reactions = Reactions()
        self._few = False
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_version(self, line: VersionLine, chosen: bool, settings: MethodSettings) -> None:
        """Show how a version landed."""
        self.version, self._number, self._chosen = line.id, line.number, chosen
        self._reactions = line.reactions
        self._few = line.reactions.total < settings.few_reactions
        self._words = reaction_sentence(line.reactions, settings) if self._few else ""
        sentence = landing_sentence(line.number, line.reactions, settings)
        self.setAccessibleName(sentence)
        self.setToolTip(plain_tooltip(sentence))
        self.update()

    def _people(self, font: QFont) -> str:
        """How many people: "27 people", the number alone where there is no room for the word."""
        total = self._reactions.total
        words = people_words(total) if total else ""
        return words if QFontMetrics(font).horizontalAdvance(words) <= self.width() else f"{total:,}"

    def sizeHint(self) -> QSize:
        sizes = metrics()
        words = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
        words += QFontMetrics(sizes.font(Type.LABEL)).height()
        return QSize(sizes.px(_WIDEST), sizes.px(_BAR) + sizes.px(S) + words)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(34), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        width = min(self.width() - sizes.px(S), sizes.px(_WIDEST))
        box = QRect((self.width() - width) // 2, 2, width, sizes.px(_BAR) - 2)
        if self._reactions.total:
            paint_stack(painter, box, self._reactions, theme, few=self._few)
        else:
            rounded(painter, box, theme.color("panel-alt"), theme.color("line"), sizes.px(RADIUS_BUTTON))
        if self._words:
            _paint_words(painter, box, self._words, theme)
        painter.fillRect(0, box.bottom() + 1, self.width(), 1, theme.color("line"))
        number, people = sizes.font(Type.BODY_STRONG), sizes.font(Type.LABEL)
        top = box.bottom() + sizes.px(XS + 2)
        line = QRect(0, top, self.width(), QFontMetrics(number).height())
        ink = theme.color("accent" if self._chosen else "text")
        text_line(painter, line, f"v{self._number}", number, ink, CENTRE)
        under = QRect(0, line.bottom() + 1, self.width(), QFontMetrics(people).height())
        text_line(painter, under, self._people(people), people, theme.color("faint"), CENTRE)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(RADIUS_BUTTON))


def paint_strip(painter: QPainter, box: QRect, reactions: Reactions, theme: Theme) -> None:
    """Draw reactions as a low bar that lies: asked more at the left, then polite, then blank."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    left = float(box.left())
    for key, role, _ in COLOURS:
        count: int = getattr(reactions, key)
        width = box.width() * count / max(1, reactions.total)
        painter.fillRect(QRectF(left, box.top(), width, box.height()), theme.color(role))
        left += width
    painter.restore()


def paint_stack(painter: QPainter, box: QRect, reactions: Reactions, theme: Theme, *, few: bool) -> None:
    """Draw a bar; too few people are drawn faint and hatched."""
    sizes = metrics()
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(box), sizes.px(6), sizes.px(6))
    shape.addRect(QRectF(box.left(), box.center().y(), box.width(), box.bottom() + 1 - box.center().y()))
    shape.setFillRule(Qt.FillRule.WindingFill)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    foot = float(box.bottom() + 1)
    for key, role, _ in COLOURS:
        count: int = getattr(reactions, key)
        height = box.height() * count / reactions.total
        part = QRectF(box.left(), foot - height, box.width(), height)
        foot -= height
        color = theme.color(role)
        if few:
            color.setAlphaF(_FAINT)
            painter.fillRect(part, QBrush(color, Qt.BrushStyle.BDiagPattern))
            color.setAlphaF(_FAINT / 3)
        painter.fillRect(part, color)
        if key == "asked_more" and not few and height >= sizes.px(24):
            share = f"{reactions.asked_more_percent}%"
            text_line(
                painter, part.toRect(), share, sizes.font(Type.SECONDARY_STRONG), theme.color("panel"), CENTRE
            )
    painter.restore()
    if few:
        painter.save()
        painter.setPen(QPen(theme.color("control-line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), sizes.px(6), sizes.px(6))
        painter.restore()


def _paint_words(painter: QPainter, box: QRect, words: str, theme: Theme) -> None:
    """Write a few words over a bar, one below the other where they do not fit side by side."""
    sizes = metrics()
    font = sizes.font(Type.LABEL_MEDIUM)
    ruler = QFontMetrics(font)
    fits = ruler.horizontalAdvance(words) + sizes.px(S) <= box.width()
    lines = [words] if fits else words.split(" ")
    height = ruler.height() * len(lines) + sizes.px(S)
    ground = QRect(box.left() + 3, box.center().y() - height // 2, box.width() - 6, height)
    rounded(painter, ground, theme.color("panel"), None, sizes.px(5))
    top = ground.top() + sizes.px(S) // 2
    for place, line in enumerate(lines):
        row = QRect(ground.left(), top + place * ruler.height(), ground.width(), ruler.height())
        text_line(painter, row, line, font, theme.color("text-2"), CENTRE)


class Legend(QWidget):
    """What the colours mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("From the foot of a bar: " + ", ".join(words for _, _, words in COLOURS))

    def sizeHint(self) -> QSize:
        ruler = QFontMetrics(metrics().font(Type.SECONDARY))
        width = sum(ruler.horizontalAdvance(words) + metrics().px(26) for _, _, words in COLOURS)
        return QSize(width, ruler.height() + metrics().px(XS))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        font = sizes.font(Type.SECONDARY)
        left, side = 0, sizes.px(9)
        for _, role, words in COLOURS:
            square = QRect(left, (self.height() - side) // 2, side, side)
            rounded(painter, square, theme.color(role), None, 2)
            left += side + sizes.px(5)
            room = QRect(left, 0, max(0, self.width() - left), self.height())
            left += text_line(painter, room, words, font, theme.color("text-2"), LEFT) + sizes.px(M)
