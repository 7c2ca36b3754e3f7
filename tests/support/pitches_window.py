"""A program that shows the page of pitches over a few pitches of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMenu

from netdesk.app.compose import Program
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.services import pitch_edit, pitches, reactions
from netdesk.services.pitch_page import PitchPage, pitch_of_version, pitch_page
from netdesk.services.pitches import Answers, PitchDraft
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.pitches.page import PitchesPage
from tests.support.events import NOW, mixer, wall
from tests.support.kept_files import new_workspace
from tests.support.programs import running
from tests.support.workspaces import sample_people

FIRST = "I am a virtual assistant for shops. Please tell them about me."
SECOND = "You know how shop owners answer email at midnight? A good introduction is any shop owner."
THIRD = "You know how shop owners answer email at midnight? A good introduction is anyone who never sleeps."


def fill(workspace: Workspace) -> int:
    """Write three pitches; give the id of the one with three versions, two of which were said."""
    sample_people(workspace, 1)
    slot = PitchDraft("Ten-minute slot", PitchKind.PRESENTATION, "Hands up.", "Breakfast Club")
    pitches.write_pitch(workspace, slot)
    pitches.write_pitch(workspace, PitchDraft("One sentence", PitchKind.SENTENCE, "I give evenings back."))
    said = mixer(workspace, title="Breakfast", day=wall(2026, 10, 6, 7), host="Breakfast Club")
    answers = Answers(how_i_help="Evenings back", ask="anyone who never sleeps")
    draft = PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, FIRST, "retail", answers)
    first = pitches.write_pitch(workspace, draft, said)
    reactions.set_reactions(workspace, said, first, Reactions(6, 13, 8))
    pitch = pitch_of_version(workspace, first)
    second = pitch_edit.write_next_version(workspace, pitch, SECOND, "Starts with their evening")
    evening = mixer(workspace, title="Evening", day=wall(2026, 11, 6, 18))
    pitches.choose_pitch(workspace, evening, second, NOW)
    reactions.set_reactions(workspace, evening, second, Reactions(1, 1, 0))
    pitch_edit.write_next_version(workspace, pitch, THIRD, "The ask in their own words")
    mixer(workspace)
    return pitch


class PitchesWindow:
    """The program, its page, and the pitch with three versions."""

    def __init__(self, program: Program, pitch: int) -> None:
        self.program = program
        self.workspace = program.workspace
        self.shell = program.window.shell
        self.pitch = pitch
        page = program.window.page("pitches")
        assert isinstance(page, PitchesPage)
        self.page, self.view, self.list = page, page.view, page.list

    def read(self, pitch: int = 0) -> PitchPage:
        """The pitch as it is kept."""
        return pitch_page(self.workspace, pitch or self.pitch, NOW)

    def toast(self) -> str:
        """What is being said at the foot of the window."""
        return self.shell.says.text()

    def titles(self) -> list[str]:
        """What stands in the list."""
        model = self.list.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def pick(self, words: str) -> None:
        """Choose a line of the menu that is open now."""
        (menu,) = [each for each in self.program.window.findChildren(QMenu) if each.isVisible()]
        action = next(each for each in menu.actions() if each.text().startswith(words))
        menu.close()
        action.trigger()


@contextmanager
def pitches_window(
    app: QApplication, folder: Path, *, filled: bool = True, size: tuple[int, int] = (1440, 900)
) -> Iterator[PitchesWindow]:
    """A window that shows the page of pitches, and on it the pitch with three versions."""
    path = folder / "network.netdesk"
    workspace = new_workspace(path)
    pitch = fill(workspace) if filled else sample_people(workspace, 1)[0]
    workspace.close()
    with running(app, path, size=size) as program:
        program.window.show_place("pitches")
        window = PitchesWindow(program, pitch)
        if filled:
            window.page.open(pitch=pitch)
        QCoreApplication.processEvents()
        yield window
