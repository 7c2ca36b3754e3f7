"""What may go wrong with an installation or a computer: NetDesk says it in a sentence, never with a traceback."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installers.trial.report import Report, demand
from installers.trial.root import Root, Said
from installers.trial.session import Session

THEME = "_internal/resources/themes/light.toml"
CHANGED = "_internal/base_library.zip"
LIBRARY, ITS_PACKAGE = "libEGL.so.1", "libegl1"
"""One that Qt needs and that belongs to the system, as it stands on the driver of the graphics card."""
_CANNOT_START = 3


def try_bad_cases(session: Session, report: Report, installed: str) -> None:
    """Each of them, with everything put right again afterwards. ``installed`` is the program's folder in the root."""
    root = session.root
    with report.step("a changed file: the self-test names it") as found:
        with _another(root.at(f"{installed}/{CHANGED}")):
            said = root.run("netdesk", "--self-test", fails=True)
        demand(
            said.code == 1 and CHANGED in said.all,
            f"The self-test ended with {said.code} and says:\n{said.all}",
        )
        found.append(next(line.strip() for line in said.all.splitlines() if CHANGED in line)[:160])
    with (
        report.step("a missing file: the start names it") as found,
        _without(root.at(f"{installed}/{THEME}")),
    ):
        found.append(_refused(root, "light.toml", "Install NetDesk again"))
    with report.step("a missing system library: the start names it and its package") as found:
        library = next(root.folder.glob(f"usr/lib/*/{LIBRARY}"))
        with _without(library):
            words = _refused(root, LIBRARY, ITS_PACKAGE)
            others = set(re.findall(r"lib[\w.-]+\.so[.\d]*", words)) - {LIBRARY}
            demand(not others, f"It names libraries it does not need: {', '.join(sorted(others))}")
            found.append(words)
    with report.step("a home that cannot be written: a box says so") as found, _read_only(root):
        process = session.start("netdesk")
        session.see("NetDesk cannot open the workspace", "the box")
        found.append(session.see(".*cannot be (written|made)", "the reason").name.splitlines()[0][:200])
        session.screen.picture("read-only-home")
        session.press("Close$", "the button of the box")
        session.ended(process, _CANNOT_START)
    with report.step("no screen") as found:
        found.append(_refused(root, "DISPLAY", more={"DISPLAY": "", "WAYLAND_DISPLAY": ""}))
    with report.step("after all of that everything is sound again") as found:
        said = root.run("netdesk", "check")
        found.append(said.all.strip().splitlines()[-1])


def _refused(root: Root, *words: str, more: dict[str, str] | None = None) -> str:
    """What the program says when its window cannot be opened; it names ``words``. Raises TrialError."""
    said = root.run("netdesk", fails=True, more=more, seconds=60)
    _in_a_sentence(said, words)
    return said.err.strip().splitlines()[0][:200]


def _in_a_sentence(said: Said, words: tuple[str, ...]) -> None:
    demand("Traceback" not in said.all, f"It ends with a traceback:\n{said.all}")
    demand(said.code == _CANNOT_START, f"It ended with {said.code} and not with {_CANNOT_START}:\n{said.all}")
    missing = [word for word in words if word not in said.all]
    demand(not missing, f"It does not say “{'”, “'.join(missing)}”:\n{said.all}")


@contextmanager
def _without(file: Path) -> Iterator[None]:
    """A file away for a while."""
    away = file.with_name(f"{file.name}.away")
    file.rename(away)
    try:
        yield
    finally:
        away.rename(file)


@contextmanager
def _another(file: Path) -> Iterator[None]:
    """A file of the same size with its last byte changed for a while."""
    kept = file.with_name(f"{file.name}.kept")
    file.rename(kept)
    try:
        shutil.copy2(kept, file)
        with file.open("r+b") as changed:
            changed.seek(-1, 2)
            last = changed.read(1)[0]
            changed.seek(-1, 2)
            changed.write(bytes([last ^ 1]))
        yield
    finally:
        kept.replace(file)


@contextmanager
def _read_only(root: Root) -> Iterator[None]:
    home = str(root.home)
    subprocess.run(["mount", "--bind", home, home], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", home], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", home], check=True)
