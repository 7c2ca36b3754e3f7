"""Whatever is done with pitches, in whatever order: each undo brings back exactly what was, each redo what came."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.pitches import PitchKind, Reactions, preparation_questions
from netdesk.services import event_edit, pitch_edit, pitches, reactions, rehearsals
from netdesk.services.pitch_list import PitchFilter, pitch_rows
from netdesk.services.pitch_page import pitch_page
from netdesk.services.pitches import PitchDraft
from netdesk.services.workspaces import check
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer, wall

TABLES = ("pitch", "pitch_version", "reaction", "rehearsal", "event")
WORDS = st.sampled_from(
    ("I help shops.", "<b>Me</b>", "Who bakes? 🍞", "Ask Ann\nor Bo", "I help shops. Ask!")
)
KEYS = [question.key for question in preparation_questions(PitchKind.PRESENTATION)]
PICK = st.integers(0, 99)
COUNT = st.integers(0, 40)

Snapshot = list[list[tuple[object, ...]]]


class PitchesUndone(RuleBasedStateMachine):
    """Keeps what every step left behind, and compares after each undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = Workspace(Path(self.folder.name) / "network.netdesk")

    @initialize()
    def begin(self) -> None:
        self.events = [mixer(self.workspace, day=wall(2026, 11, day, 7)) for day in (6, 18, 25)]
        self.past = [(self.newest(), self.snapshot())]
        self.future: list[tuple[int, Snapshot]] = []

    def snapshot(self) -> Snapshot:
        return [self.workspace.sql(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES]

    def newest(self) -> int:
        return next((entry.operation for entry in self.workspace.history() if not entry.undone), 0)

    def ids(self, table: str) -> list[int]:
        return [row[0] for row in self.workspace.sql(f"SELECT id FROM {table} ORDER BY id")]

    def version(self, pick: int) -> int:
        versions = self.ids("pitch_version")
        return versions[pick % len(versions)]

    def pitch(self, pick: int) -> int:
        found = self.ids("pitch")
        return found[pick % len(found)]

    def step(self) -> None:
        """One more thing was done; quick edits of one thing are one step, what changed nothing is none."""
        number, after = self.newest(), self.snapshot()
        if number == self.past[-1][0]:
            self.past[-1] = (number, after)
        else:
            self.past.append((number, after))
            self.future.clear()

    @rule(kind=st.sampled_from(PitchKind), text=WORDS)
    def write(self, kind: PitchKind, text: str) -> None:
        pitches.write_pitch(self.workspace, PitchDraft("Inbox to zero", kind, text))
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, text=WORDS, edit=st.booleans())
    def change(self, pick: int, text: str, edit: bool) -> None:
        with suppress(InvalidInput):  # words that were said, or that are the newest ones already
            if edit:
                pitch_edit.edit_words(self.workspace, self.version(pick), text, NOW)
            else:
                pitch_edit.write_next_version(self.workspace, self.pitch(pick), text, "Another try")
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, key=st.sampled_from(KEYS), text=WORDS)
    def answer(self, pick: int, key: str, text: str) -> None:
        pitch_edit.set_answer(self.workspace, self.pitch(pick), key, text)
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, event=st.integers(-1, 2), counts=st.tuples(COUNT, COUNT, COUNT))
    def count(self, pick: int, event: int, counts: tuple[int, int, int]) -> None:
        where = None if event < 0 else self.events[event]
        reactions.set_reactions(self.workspace, where, self.version(pick), Reactions(*counts))
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, event=st.integers(0, 2), seconds=st.integers(1, 90))
    def say(self, pick: int, event: int, seconds: int) -> None:
        rehearsals.keep_rehearsals(self.workspace, self.version(pick), [seconds])
        self.step()
        pitches.choose_pitch(self.workspace, self.events[event], self.version(pick), NOW)
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, back=st.booleans(), event=st.integers(0, 2))
    def bin(self, pick: int, back: bool, event: int) -> None:
        put = pitch_edit.restore_pitches if back else pitch_edit.bin_pitches
        put(self.workspace, [self.pitch(pick)])
        self.step()
        move = event_edit.restore_events if back else event_edit.bin_events
        move(self.workspace, [self.events[event]])
        self.step()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.future.append(self.past.pop())
        assert self.snapshot() == self.past[-1][1]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.workspace.redo()
        self.past.append(self.future.pop())
        assert self.snapshot() == self.past[-1][1]

    @invariant()
    def words_that_were_said_stand_in_the_page_as_they_were(self) -> None:
        for binned in (False, True):
            for row in pitch_rows(self.workspace, PitchFilter(binned=binned)):
                page = pitch_page(self.workspace, row.id, NOW)
                assert (page.newest.id, page.newest.reactions) == (row.version_id, row.reactions)
                assert [version.number for version in page.versions] == list(range(1, len(page.versions) + 1))
                heard = {use.version_id for use in page.used_at if use.begun}
                heard |= {version.id for version in page.versions if version.reactions.total}
                assert heard == {version.id for version in page.versions if version.frozen}

    def teardown(self) -> None:
        assert check(self.workspace).problems == ()
        self.workspace.close()
        self.folder.cleanup()


TestPitchesUndone = PitchesUndone.TestCase
TestPitchesUndone.settings = settings(max_examples=10, stateful_step_count=25)
