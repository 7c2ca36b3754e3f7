"""Rehearsing: the words in large type and a clock that starts, stops, laps against the aim and changes colour."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.attention import Tone
from netdesk.method.pitch_text import ask_span
from netdesk.method.pitches import seconds_text
from netdesk.method.rehearsal import (
    Stopwatch,
    against_aim,
    figures,
    lap_sentence,
    rehearsal_tone,
    warns_at,
)
from netdesk.services.pitch_page import PitchPage, VersionLine
from netdesk.services.rehearsals import keep_rehearsals
from netdesk.ui.pages.pitches.spoken_text import SpokenText
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.theme.metrics import RADIUS_CARD, XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button, shortcut_tooltip
from netdesk.ui.widgets.labels import ElidedLabel, Secondary, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.paint import CENTRE, focus_ring, rounded, text_line
from netdesk.ui.widgets.scroll_area import VerticalScroll

TICK_MS = 100
LAPS_SHOWN = 5
_FIGURES = 92
_LARGE, _SMALLER, _LONG = 23, 19, 1_200
"""The size of the words; a long text is set a little smaller, in letters."""
_INKS = {
    Tone.PLAIN: ("text", "panel-alt"),
    Tone.WARN: ("warn-text", "warn-soft"),
    Tone.BAD: ("bad-text", "bad-soft"),
}


def open_rehearsal(
    shell: Shell, page: PitchPage, version: VersionLine, clock: Callable[[], float] = monotonic
) -> Rehearsal:
    """Show the rehearsal of a version over the window; ``clock`` tells seconds that never go back."""
    rehearsal = Rehearsal(shell, page, version, clock)
    rehearsal.shown_in(shell.show_overlay(rehearsal, width=940, height=760, press_outside=False))
    return rehearsal


class ClockFace(QWidget):
    """Minutes and seconds in big figures, and in words how much is left. It has the keyboard."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self.shown = ""
        self.tone = Tone.PLAIN
        self.words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_time(0.0)

    def show_time(self, seconds: float) -> None:
        """Show so many seconds; painted only when the figures change."""
        face = figures(seconds)
        if face == self.shown:
            return
        self.shown, self.tone = face, rehearsal_tone(seconds, self._limit)
        left = self._limit - int(seconds)
        self.words = (
            f"{seconds_text(left)} left" if left > 0 else f"{seconds_text(-left)} over" if left else "Time"
        )
        self.setAccessibleName(f"Clock: {face}, {self.words}")
        self.update()

    def sizeHint(self) -> QSize:
        height = QFontMetrics(_figures_font()).height() + QFontMetrics(metrics().font(Type.BRAND)).height()
        return QSize(metrics().px(320), height + metrics().px(L))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        ink, ground = _INKS[self.tone]
        painter = QPainter(self)
        rounded(painter, self.rect(), theme.color(ground), theme.color("line"), sizes.px(RADIUS_CARD))
        font, below = _figures_font(), sizes.font(Type.BRAND)
        height, under = QFontMetrics(font).height(), QFontMetrics(below).height()
        top = (self.height() - height - under) // 2
        face = QRect(0, top, self.width(), height)
        text_line(painter, face, self.shown, font, theme.color(ink), CENTRE)
        words = QRect(0, top + height, self.width(), under)
        text_line(
            painter,
            words,
            self.words,
            below,
            theme.color("text-2" if self.tone is Tone.PLAIN else ink),
            CENTRE,
        )
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(RADIUS_CARD))


class Rehearsal(QWidget):
    """Keys: Space starts and stops, L ends a lap, R sets back, K keeps the times, Esc ends."""

    def __init__(
        self, shell: Shell, page: PitchPage, version: VersionLine, clock: Callable[[], float]
    ) -> None:
        super().__init__()
        self._shell, self._page, self._version, self._clock = shell, page, version, clock
        self.watch = Stopwatch()
        self.rehearsed = version.rehearsed
        self.face = ClockFace(page.limit)
        self.laps = WrapLabel("", Type.BODY, "text")
        self.so_far = Secondary(version.rehearsed.sentence)
        self.start_button = primary_button("Start", Icon.START, "Space")
        self.lap_button = plain_button("Lap", Icon.GOAL, "L")
        self.reset_button = plain_button("Reset", Icon.UNDO, "R")
        self.keep_button = plain_button("Keep", Icon.SAVE, "K")
        self.close_button = plain_button("End", None, "Esc")
        self._overlay: Overlay | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.show_time)
        self.setAccessibleName(f"Rehearse {page.title}")
        # A press of the mouse anywhere leaves the keys with the clock.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.face)
        for button, deed in (
            (self.start_button, self.press),
            (self.lap_button, self.lap),
            (self.reset_button, self.reset),
            (self.keep_button, self.keep),
            (self.close_button, self._close),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(deed)
        self._lay_out()
        self._show_all()

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay; the clock has the keyboard."""
        self._overlay = overlay
        overlay.closed.connect(self._closed)
        self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the keys do --------------------------------------------------------------------------

    def press(self) -> None:
        """Start the clock, or stop it."""
        self.watch = self.watch.pressed(self._clock())
        self._show_all()

    def lap(self) -> None:
        """End this time through; the next begins at once."""
        self.watch = self.watch.lapped(self._clock())
        self._show_all()

    def reset(self) -> None:
        """Set the clock to nought and forget the laps."""
        self.watch = self.watch.reset()
        self._show_all()

    def keep(self) -> None:
        """Keep every time through, and begin anew."""
        times = self.watch.times(self._clock())
        if times:
            self.watch = self.watch.reset()
            self._show_all()
            self._keep(times)

    def show_time(self) -> None:
        """Let the face follow the clock."""
        self.face.show_time(self.watch.elapsed(self._clock()))

    def _keep(self, times: tuple[int, ...]) -> None:
        version, shell = self._version.id, self._shell
        said = "Rehearsal kept" if len(times) == 1 else f"{len(times)} rehearsals kept"
        shell.desk.do(
            lambda workspace: keep_rehearsals(workspace, version, times),
            lambda _: shell.toast(said, undo=True),
        )
        self._version_kept(times)

    def _version_kept(self, times: tuple[int, ...]) -> None:
        self.rehearsed = self.rehearsed.with_times(times)
        self.so_far.setText(self.rehearsed.sentence)

    def _show_all(self) -> None:
        running, times = self.watch.is_running, self.watch.times(self._clock())
        if running:
            self._tick.start()
        else:
            self._tick.stop()
        going_on = "Go on" if times or self.watch.counted else "Start"
        self.start_button.setText("Pause" if running else going_on)
        self.start_button.setAccessibleName(self.start_button.text())
        self.start_button.setIcon(icon(Icon.PAUSE if running else Icon.START, "on-accent", "accent"))
        self.start_button.setToolTip(shortcut_tooltip(self.start_button.text(), "Space"))
        self.lap_button.setEnabled(running or bool(times))
        self.reset_button.setEnabled(running or bool(times))
        self.keep_button.setEnabled(bool(times) and not running)
        self.keep_button.setText(_keep_words(times))
        self.keep_button.setAccessibleName(self.keep_button.text())
        self._show_laps()
        self.show_time()

    def _show_laps(self) -> None:
        laps, limit = self.watch.laps, self._page.limit
        shown = list(enumerate(laps, 1))[-LAPS_SHOWN:]
        lines = [
            f"{number}.  {seconds_text(int(length))}   {against_aim(length, limit)}"
            for number, length in shown
        ]
        if len(laps) > len(shown):
            lines.insert(0, f"… and {len(laps) - len(shown)} before")
        self.laps.setText("\n".join(lines) or "Each lap is one time through, against the aim.")
        self.laps.set_role("text" if laps else "text-2")
        said = [lap_sentence(number, length, limit) for number, length in shown]
        self.laps.setAccessibleName(". ".join(said) or "No laps yet")

    # The window --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sizes = metrics()
        page, version = self._page, self._version
        title = ElidedLabel(f"{page.title} · v{version.number}", Type.TITLE)
        limit = page.limit
        aim = f"Aim: {seconds_text(limit)}, warned from {seconds_text(warns_at(limit))}. {version.verdict.long_text}."
        words = SpokenText(Type.FIELD_LARGE, pixels=_LARGE if len(version.text) < _LONG else _SMALLER)
        words.set_words(version.text, ask_span(version.text, page.answers.ask))
        words.setAccessibleName(version.text[:2_000])
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, sizes.px(S), 0)
        inside.addWidget(words)
        inside.addStretch(1)
        scroll = VerticalScroll(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(title)
        outer.addWidget(WrapLabel(aim, Type.SECONDARY, "text-2"))
        clock = QHBoxLayout()
        clock.setSpacing(sizes.px(L))
        clock.addWidget(self.face, 3)
        self.laps.setMinimumWidth(sizes.px(150))
        clock.addWidget(self.laps, 2)
        outer.addLayout(clock)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(M))
        for button in (self.start_button, self.lap_button, self.reset_button, self.keep_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        outer.addLayout(buttons)
        outer.addWidget(self.so_far)
        outer.addWidget(scroll, 1)

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def _closed(self) -> None:
        self._tick.stop()
        times = self.watch.times(self._clock())
        if not times:
            return
        shell, version = self._shell, self._version.id

        def keep() -> None:
            shell.desk.do(
                lambda workspace: keep_rehearsals(workspace, version, times),
                lambda _: shell.toast("Rehearsal kept", undo=True),
            )

        lengths = ", ".join(seconds_text(each) for each in times[-3:])
        shell.toast(f"Rehearsed: {lengths}", actions=[("Keep it", keep)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds = {
            Qt.Key.Key_Space: self.press,
            Qt.Key.Key_L: self.lap,
            Qt.Key.Key_R: self.reset,
            Qt.Key.Key_K: self.keep,
        }
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and (deed != self.keep or self.keep_button.isEnabled()):
            deed()


def _keep_words(times: tuple[int, ...]) -> str:
    if len(times) > 1:
        return f"Keep {len(times)} times"
    return f"Keep {seconds_text(times[0])}" if times else "Keep"


def _figures_font() -> QFont:
    font = metrics().font(Type.HERO)
    font.setPixelSize(metrics().px(_FIGURES))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
