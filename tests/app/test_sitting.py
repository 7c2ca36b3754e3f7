"""One sitting at the window: errors and crashes are told, a backup is put back, a second start is heard."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.app import paths
from netdesk.app.instance import Claim, SingleInstance
from netdesk.app.main import main
from netdesk.app.sitting import Sitting
from netdesk.app.starting.last_used import last_used, recent_workspaces
from netdesk.app.watching.crash import CrashWatch, take_note
from netdesk.app.watching.errors_shown import LAST_TIME, NOW, ErrorsShown
from netdesk.services.counts import counts
from netdesk.services.workspaces import Workspace, back_up
from netdesk.ui.main_window import MainWindow
from tests.support.installations import make_installation
from tests.support.programs import TODAY, ScriptedDialogs, running
from tests.support.workspaces import sample_people


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.netdesk"


@pytest.fixture
def instance(qapp: QApplication, tmp_path: Path, path: Path) -> Iterator[SingleInstance]:
    one = SingleInstance(paths.workspace_key(path), tmp_path / "state")
    assert one.claim() is Claim.FIRST
    yield one
    one.release()


def window_of(app: QApplication) -> MainWindow | None:
    return next((one for one in app.topLevelWidgets() if isinstance(one, MainWindow)), None)


class Visitor(QWidget):
    """Does one thing after another whenever a window is there, as a person would."""

    def __init__(self, app: QApplication, *deeds: object) -> None:
        super().__init__()
        self._app = app
        self._deeds = list(deeds)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(20)

    def _next(self) -> None:
        window = window_of(self._app)
        if window is None or window.current_page() is None:
            return
        if not self._deeds:
            self._timer.stop()
            window.close()
            return
        deed = self._deeds.pop(0)
        assert callable(deed)
        deed(window)


def test_a_sitting_ends_when_the_window_is_closed(
    qtbot: QtBot, qapp: QApplication, path: Path, instance: SingleInstance
) -> None:
    visitor = Visitor(qapp)
    qtbot.addWidget(visitor)
    assert Sitting(qapp, path, instance).run()
    assert window_of(qapp) is None or not window_of(qapp).isVisible()  # type: ignore[union-attr]


def test_a_backup_takes_the_place_of_the_workspace_and_nothing_is_lost(
    qtbot: QtBot, qapp: QApplication, path: Path, instance: SingleInstance, tmp_path: Path
) -> None:
    workspace = Workspace(path)
    sample_people(workspace, 3)
    copy = back_up(workspace, tmp_path / "copies")
    sample_people(workspace, 4)
    workspace.close()
    seen: list[int] = []

    def look(window: MainWindow) -> None:
        seen.append(window.shell.desk.read(lambda ws: counts(ws, TODAY)).people)

    visitor = Visitor(qapp, look, lambda window: window.shell.restore_wanted.emit(copy), look)
    qtbot.addWidget(visitor)
    assert Sitting(qapp, path, instance).run()
    assert seen == [7, 3]
    kept = list(tmp_path.glob("network-replaced-*.netdesk"))
    assert len(kept) == 1


def test_a_backup_that_is_gone_is_said_and_the_workspace_stays(
    qtbot: QtBot, qapp: QApplication, path: Path, instance: SingleInstance, tmp_path: Path
) -> None:
    dialogs = ScriptedDialogs()
    gone = tmp_path / "gone.netdesk"
    visitor = Visitor(qapp, lambda window: window.shell.restore_wanted.emit(gone))
    qtbot.addWidget(visitor)
    assert Sitting(qapp, path, instance, dialogs=dialogs).run()
    assert "There is no backup" in dialogs.asked[0]
    assert path.exists()


def test_a_file_that_is_no_workspace_is_refused_in_words(
    qtbot: QtBot,
    qapp: QApplication,
    path: Path,
    instance: SingleInstance,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path.write_text("This is a letter to my aunt, and not a workspace at all." * 40, encoding="utf-8")
    qapp.setStyleSheet("")
    dialogs = ScriptedDialogs()
    assert not Sitting(qapp, path, instance, dialogs=dialogs).run()
    assert "is not a NetDesk workspace" in dialogs.asked[0]
    # The box looks like NetDesk.
    assert "QPushButton" in qapp.styleSheet()
    assert "is not a NetDesk workspace" in capsys.readouterr().err


def test_a_second_start_brings_the_first_window_forward_with_its_files(
    qtbot: QtBot, qapp: QApplication, path: Path, instance: SingleInstance, tmp_path: Path
) -> None:
    brought: list[list[Path]] = []
    card = tmp_path / "card.vcf"
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from netdesk.app.instance import SingleInstance; app = QCoreApplication([]);"
        "one = SingleInstance(sys.argv[1], Path(sys.argv[2])); print(one.claim([Path(sys.argv[3])]).name)"
    )
    started: list[subprocess.Popen[str]] = []

    def start(window: MainWindow) -> None:
        window.files_dropped.disconnect()
        window.files_dropped.connect(brought.append)
        window.showMinimized()
        command = [sys.executable, "-c", code, paths.workspace_key(path), str(tmp_path / "state"), str(card)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: bool(brought), timeout=20_000)
        assert not window.isMinimized()

    visitor = Visitor(qapp, start, wait)
    qtbot.addWidget(visitor)
    assert Sitting(qapp, path, instance).run()
    out, _ = started[0].communicate(timeout=20)
    assert out.strip() == "HANDED_OVER"
    assert brought == [[card]]


def test_what_ended_badly_last_time_is_told_once(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    folder = path.parent / "log"
    folder.mkdir()
    key = paths.workspace_key(path)
    (folder / f"crash-{key}.txt").write_text("it fell over", encoding="utf-8")
    note = take_note(folder, key)
    assert note == "it fell over"
    assert take_note(folder, key) is None
    with running(qapp, path) as program:
        shown = ErrorsShown(program.window)
        shown.show_on(program.window)
        shown.tell_of_last_time(note)
        says = program.window.shell.says
        assert says.text() == LAST_TIME
        says._acted("Copy details")
        assert QGuiApplication.clipboard().text() == "it fell over"


def test_the_folder_of_the_notes_is_one_click_away(
    qapp: QApplication, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    taken = [True, False]

    def take(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return taken[len(shown) - 1]

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    folder = path.parent / "log"
    with running(qapp, path) as program:
        says = program.window.shell.says
        errors = ErrorsShown(program.window, log_folder=folder)
        errors.show_on(program.window)
        errors.tell_of_last_time("it fell over")
        says._acted("Show folder")
        assert shown == []
        folder.mkdir()
        errors.tell_of_last_time("it fell over")
        says._acted("Show folder")
        assert shown == [str(folder)]
        errors.tell_of_last_time("it fell over")
        says._acted("Show folder")
        assert says.text() == f"The system showed no folder. It is {folder}"


def test_files_of_netdesk_that_are_missing_are_named_on_the_window(
    qtbot: QtBot, qapp: QApplication, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = make_installation(path.parent / "netdesk")
    with running(qapp, path) as program, monkeypatch.context() as frozen:
        frozen.setattr(sys, "frozen", True, raising=False)
        frozen.setattr(sys, "_MEIPASS", str(installed.list_file.parent), raising=False)
        shown = ErrorsShown(program.window)
        shown.show_on(program.window)
        says = program.window.shell.says
        shown.look_for_damage()
        assert says.text() == ""
        (installed.top / "_internal/base.zip").unlink()
        words = (
            "This installation of NetDesk is damaged: _internal/base.zip is missing."
            " Install NetDesk again; your workspace is not touched."
        )
        shown.look_for_damage()
        assert says.text() == words
        says._acted("Copy details")
        assert QGuiApplication.clipboard().text() == words
        says.hush()
        shown.noticed("an error that came of it")
        qtbot.waitUntil(lambda: says.text() == words)


def test_an_error_of_any_thread_is_told_on_the_window_and_the_window_lives(
    qtbot: QtBot, qapp: QApplication, path: Path, expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    words = "Grace Adeyemi"
    folder = path.parent / "log"
    with running(qapp, path) as program:
        shown = ErrorsShown(program.window)
        shown.show_on(program.window)
        watch = CrashWatch(folder, "key", shown.noticed)
        watch.start()
        try:

            def fall() -> None:
                raise ZeroDivisionError(words)

            thread = threading.Thread(target=fall)
            thread.start()
            thread.join()
            says = program.window.shell.says
            qtbot.waitUntil(lambda: says.text() == NOW)
            says._acted("Copy details")
            copied = QGuiApplication.clipboard().text()
            assert "ZeroDivisionError" in copied
            assert "Grace" not in copied
        finally:
            watch.stop()
        shown.show_on(None)
        shown.noticed("nobody hears this")
        QApplication.processEvents()


def test_the_program_runs_from_its_arguments_and_ends_well(
    qtbot: QtBot, qapp: QApplication, path: Path
) -> None:
    paths.made(paths.log_folder())
    key = paths.workspace_key(path)
    (paths.log_folder() / f"crash-{key}.txt").write_text("it fell over", encoding="utf-8")
    said: list[str] = []
    visitor = Visitor(qapp, lambda window: said.append(window.shell.says.text()))
    qtbot.addWidget(visitor)
    assert main(["--workspace", str(path)]) == 0
    assert said == [LAST_TIME]
    assert take_note(paths.log_folder(), key) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the program")
def test_restart_now_closes_the_window_and_starts_the_program_on_the_same_workspace(
    qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told.txt"
    script = tmp_path / "netdesk"
    lines = ("#!/bin/sh", f'echo "$@" > "{told}.part"', f'mv "{told}.part" "{told}"')
    script.write_text("\n".join(lines), encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))

    def restart(window: MainWindow) -> None:
        sitting = next(
            one for one in qapp.children() if isinstance(one, Sitting) and one.updates._window is window
        )
        sitting.updates.restart_wanted.emit()

    visitor = Visitor(qapp, restart)
    qtbot.addWidget(visitor)
    assert main(["--workspace", str(path)]) == 0
    qtbot.waitUntil(told.exists)
    assert told.read_text(encoding="utf-8").split() == ["-m", "netdesk", "--workspace", str(path)]
    # What the new one needs is free.
    after = SingleInstance(paths.workspace_key(path), paths.lock_folder())
    assert after.claim() is Claim.FIRST
    after.release()


def test_the_workspace_in_use_is_the_one_a_start_opens(
    qtbot: QtBot, qapp: QApplication, path: Path, instance: SingleInstance
) -> None:
    visitor = Visitor(qapp)
    qtbot.addWidget(visitor)
    assert Sitting(qapp, path, instance).run()
    assert last_used() == path
    assert recent_workspaces().newest() == path


def test_a_window_that_closes_behind_another_leaves_that_one_in_use(
    qtbot: QtBot,
    qapp: QApplication,
    path: Path,
    instance: SingleInstance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("netdesk.app.sitting.AFTER_SHOWING_MS", 0)
    other = tmp_path / "Other.netdesk"
    visitor = Visitor(qapp, lambda _window: None, lambda _window: recent_workspaces().note(other))
    qtbot.addWidget(visitor)
    assert Sitting(qapp, path, instance).run()
    assert [one.path for one in recent_workspaces().all()] == [other, path]


def test_a_workspace_that_is_gone_is_named_when_the_usual_one_opens(
    qtbot: QtBot, qapp: QApplication, instance: SingleInstance, tmp_path: Path
) -> None:
    gone = tmp_path / "stick" / "Work.netdesk"
    recent_workspaces().note(gone)
    said: list[str] = []
    visitor = Visitor(qapp, lambda window: said.append(window.shell.says.text()))
    qtbot.addWidget(visitor)
    assert Sitting(qapp, last_used(), instance).run()
    assert said == [
        f"“Work.netdesk” is not where it was, in {tmp_path / 'stick'}. This is My network instead."
    ]
    assert last_used() == paths.default_workspace()


CLOSED_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from netdesk.app.installed.import_guard import ImportGuard
from netdesk.app.main import main

app = QApplication([])
workspace, sys.executable = sys.argv[1:]

def restart():
    if "netdesk.app.starting.telling" in sys.modules:
        watching.stop()
        ImportGuard(lambda: True).begin()
        next(one for one in app.children() if type(one).__name__ == "Sitting").updates.restart_wanted.emit()

def press_ok():
    box = app.activeModalWidget()
    if box is not None:
        print(box.windowTitle())
        box.close()

pressing = QTimer(app)
pressing.timeout.connect(press_ok)
pressing.start(50)
watching = QTimer(app)
watching.timeout.connect(restart)
watching.start(50)
sys.exit(main(["--workspace", workspace]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the program")
@pytest.mark.parametrize("is_there", [True, False], ids=["the new one starts", "there is no new one"])
def test_a_restart_and_its_failing_import_nothing(path: Path, tmp_path: Path, is_there: bool) -> None:
    program = tmp_path / "netdesk"
    if is_there:
        program.write_text("#!/bin/sh\nexit 0", encoding="utf-8")
        program.chmod(0o755)
    command = [sys.executable, "-c", CLOSED_OVER, str(path), str(program)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "Error" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.strip() == ("" if is_there else "NetDesk could not start itself again")
    assert done.returncode == 0
