"""Whole programs for tests: the real window, built by ``compose`` on a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.app.compose import Program, compose
from netdesk.services.recent_workspaces import RecentWorkspaces
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.memory import WindowMemory
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.overlay import Overlay
from tests.support.kept_files import TODAY, empty_file, sample_file


def today() -> date:
    """The day on which these tests take place."""
    return TODAY


class ScriptedDialogs(Dialogs):
    """Answers in a person's place, in the order the answers are given, and notes what was asked."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def _next(self, asked: str) -> object:
        self.asked.append(asked)
        return self.answers.pop(0) if self.answers else None

    def open_files(self, parent: QWidget, title: str, patterns: Sequence[str]) -> list[Path]:
        answer = self._next(title)
        return list(answer) if isinstance(answer, list) else []

    def save_file(self, parent: QWidget, title: str, name: str, patterns: Sequence[str]) -> Path | None:
        answer = self._next(title)
        return answer if isinstance(answer, Path) else None

    def choose_folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        answer = self._next(title)
        return answer if isinstance(answer, Path) else None

    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        answer = self._next(title)
        return answer if isinstance(answer, str) else None

    def choose(self, parent: QWidget, title: str, text: str, buttons: Sequence[str]) -> str | None:
        answer = self._next(f"{title}\n{text}")
        return answer if isinstance(answer, str) else None

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        self._next(f"{title}\n{text}")


@contextmanager
def running(
    app: QApplication,
    path: Path,
    *,
    inline: bool = True,
    sample: bool = False,
    from_nothing: bool = False,
    memory: WindowMemory | None = None,
    dialogs: Dialogs | None = None,
    scheme: Scheme | None = Scheme.LIGHT,
    size: tuple[int, int] | None = (1440, 900),
    now: Callable[[], datetime] | None = None,
    recent: RecentWorkspaces | None = None,
) -> Iterator[Program]:
    """A program with its window shown; it ends with the block as a person's closing would end it.

    Where no file is at ``path`` yet it begins with an empty one, or the sample's; ``from_nothing`` lets the program
    make it.
    """
    if not from_nothing and not path.exists():
        path.write_bytes(sample_file() if sample else empty_file())
    with ExitStack() as ending:
        program = compose(
            app,
            path,
            memory=memory,
            dialogs=dialogs,
            scheme=scheme,
            today=today,
            now=now,
            inline=inline,
            recent=recent,
        )
        ending.callback(program.close)
        ending.callback(program.window.close)
        if size is not None:
            program.window.resize(*size)
        program.window.show()
        program.window.activateWindow()
        QCoreApplication.processEvents()
        yield program


def place_shown(program: Program) -> str:
    """The name of the page that is shown."""
    page = program.window.current_page()
    return page.name if page is not None else ""


def said(program: Program) -> str:
    """What the toast says now."""
    return program.window.shell.says.text()


def overlay_of(program: Program) -> Overlay | None:
    """The overlay that is open."""
    return next((one for one in program.window.findChildren(Overlay) if one.isVisible()), None)
