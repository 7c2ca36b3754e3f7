"""The first day driven on a real X screen with real pointer and keys, with a picture of each step.

    python -m tests.journeys.real_screen OUTDIR [--dark] [--scale 1.5] [--size 1440x900] [--card FILE.vcf]

It needs Xvfb, openbox, xdotool and ImageMagick's import; it starts a screen of its own and ends it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from netdesk.app.main import open_window
from tests.support import seeing
from tests.support.driving import Person
from tests.support.first_day import AIMS, EXPECTED, MIXER, connections, phone_card
from tests.support.screen_hands import ScreenHands

READY = 20.0


def main() -> int:
    """Drive the day, and again with the window opened anew; 0 when every step came about."""
    given = _arguments()
    given.folder.mkdir(parents=True, exist_ok=True)
    with _screen(given.scale), tempfile.TemporaryDirectory(prefix="netdesk-home-") as home:
        _settle_in(Path(home), given)
        return _drive(given, Path(home))


def _arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("folder", type=Path, metavar="OUTDIR")
    reader.add_argument("--dark", action="store_true")
    reader.add_argument("--scale", type=float, default=1.0)
    reader.add_argument("--size", default="1440x900")
    reader.add_argument("--card", type=Path, help="a vCard to bring in the place of the invented one")
    reader.add_argument("--name", default="Grace Adeyemi", help="the name on that card")
    return reader.parse_args()


@contextmanager
def _screen(scale: float) -> Iterator[None]:
    """A screen with a window manager, large enough for the window at ``scale``."""
    reading, writing = os.pipe()
    size = f"{round(1500 * scale)}x{round(950 * scale)}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"], pass_fds=[writing]
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    windows = subprocess.Popen(["openbox"])
    try:
        yield
    finally:
        for process in (windows, server):
            process.terminate()
            process.wait(READY)


def _settle_in(home: Path, given: argparse.Namespace) -> None:
    """A home of its own, and the look that was asked for."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ.pop(variable, None)
    os.environ.update(HOME=str(home), QT_QPA_PLATFORM="xcb", QT_SCALE_FACTOR=str(given.scale))
    os.environ.setdefault("LANG", "en_GB.UTF-8")
    if given.dark:
        settings = home / ".config" / "netdesk" / "window.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text("[General]\nscheme=dark\n")


def _drive(given: argparse.Namespace, home: Path) -> int:
    app = QApplication(sys.argv[:1])
    hands = ScreenHands(given.folder, given.scale)
    person = Person(hands)
    troubles: list[str] = []
    width, height = (int(part) for part in given.size.split("x"))
    for steps in (
        lambda: _day(person, given, home, (width, height)),
        lambda: _again(person, home, given.name),
    ):
        driver = threading.Thread(target=_carry_out, args=(steps, hands, app, troubles))
        driver.start()
        open_window(home / "My network.netdesk", [])
        driver.join(READY)
        if troubles:
            break
    for note in sorted((home / ".local" / "state").rglob("*.txt")) + sorted(home.rglob("*.log")):
        print(f"--- {note.name}\n{note.read_text(errors='replace')}")
    print("\n".join(troubles) or f"Every step came about; pictures in {given.folder}")
    return 1 if troubles else 0


def _day(person: Person, given: argparse.Namespace, home: Path, size: tuple[int, int]) -> None:
    picture = person.hands.picture
    person.is_at("welcome")
    person.hands.look(lambda: _fit_window(size))
    picture("welcome")
    person.bring_from_the_welcome(given.card or phone_card(home))
    person.press("Show them")
    person.listed(given.name)
    picture("one-brought")
    person.bring_by_key(connections(home))
    person.press("Show them")
    person.is_shown("Ellen Brandt")
    person.press("All")
    person.search("men")
    person.listed("Ravi Menon")
    picture("search")
    person.end_search()
    person.choose_person(given.name)
    picture("contacts")
    person.hands.key("Ctrl+3")
    person.is_at("board")
    picture("board")
    person.drag_to(given.name, 3)
    person.hear(f"{given.name} moved to Equally engaged")
    picture("dropped")
    person.drag_to("Ravi Menon", 2)
    person.choose_card("Ellen Brandt")
    person.hands.key("Alt+Right")
    person.hear("Ellen Brandt moved to Sausage sharer")
    picture("moved-by-key")
    person.hands.key("Ctrl+Z")
    person.hear("Undone: Move Ellen Brandt to Sausage sharer")
    picture("undone")
    person.hands.key("Ctrl+4")
    person.is_at("events")
    picture("no-events")
    _plan(person, home)


def _plan(person: Person, home: Path) -> None:
    picture = person.hands.picture
    person.plan_event(MIXER)
    picture("event-empty")
    for aim in AIMS:
        person.aim_for(aim)
    picture("goals")
    person.press("Add somebody to meet")
    for letters, name in EXPECTED:
        person.expect(letters, name)
    person.hands.key("Escape")
    picture("event-planned")
    person.print_to(home / "Autumn mixer.pdf")
    picture("pdf-saved")
    person.hands.key("Escape")
    person.hands.key("Ctrl+K")
    person.hands.type("rav")
    person.see("Ravi Menon")
    picture("palette")
    person.hands.key("Escape")
    person.hands.key("Ctrl+comma")
    person.is_at("settings")
    picture("settings")
    person.hands.key("Ctrl+2")
    person.is_at("contacts")
    (home / "place").write_text(person.hands.look(_place))
    person.hands.key("Ctrl+Q")


def _again(person: Person, home: Path, name: str) -> None:
    picture = person.hands.picture
    person.is_at("contacts")
    before = (home / "place").read_text()
    person.hands.wait(lambda: _place() == before, f"the window is not where it was ({before})")
    person.is_shown(name)
    picture("again-contacts")
    person.hands.key("Ctrl+3")
    person.cards_are(3, name)
    picture("again-board")
    person.hands.key("Ctrl+4")
    person.see(MIXER.title)
    picture("again-event")
    person.hands.key("Ctrl+Q")


def _place() -> str:
    window = seeing.main_window()
    return str(window.geometry()) if window is not None else ""


def _fit_window(size: tuple[int, int]) -> None:
    window = seeing.main_window()
    assert window is not None
    window.resize(*size)


def _carry_out(steps: object, hands: object, app: object, troubles: list[str]) -> None:
    try:
        steps()  # type: ignore[operator]
    except Exception:
        troubles.append(traceback.format_exc())
        hands.picture("trouble")  # type: ignore[attr-defined]
        hands.look(app.exit)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
