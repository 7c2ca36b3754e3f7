"""Whatever is done with pitches, in whatever order: each undo brings back exactly what was, each redo what came."""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.pitches import PitchKind, Reactions, preparation_questions
from netdesk.services import event_edit, pitch_edit, pitches, reactions, rehearsals
from netdesk.services.pitch_list import PitchFilter, pitch_rows
from netdesk.services.pitch_page import pitch_page
from netdesk.services.pitches import PitchDraft
from tests.support.events import NOW, mixer, wall
from tests.support.undo_machines import StepsUndone

WORDS = st.sampled_from(
    ("I help shops.", "<b>Me</b>", "Who bakes? 🍞", "Ask Ann\nor Bo", "I help shops. Ask!")
)
KEYS = [question.key for question in preparation_questions(PitchKind.PRESENTATION)]
PICK = st.integers(0, 99)
COUNT = st.integers(0, 40)


class PitchesUndone(StepsUndone):
    """Three events, and pitches for them."""

    TABLES = ("pitch", "pitch_version", "reaction", "rehearsal", "event")

    def prepare(self) -> None:
        self.events = [mixer(self.ws, day=wall(2026, 11, day, 7)) for day in (6, 18, 25)]

    def version(self, pick: int) -> int:
        return self.one_of("pitch_version", pick)

    def pitch(self, pick: int) -> int:
        return self.one_of("pitch", pick)

    @rule(kind=st.sampled_from(PitchKind), text=WORDS)
    def write(self, kind: PitchKind, text: str) -> None:
        pitches.write_pitch(self.ws, PitchDraft("Inbox to zero", kind, text))
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, text=WORDS, edit=st.booleans())
    def change(self, pick: int, text: str, edit: bool) -> None:
        with suppress(InvalidInput):  # words that were said, or that are the newest ones already
            if edit:
                pitch_edit.edit_words(self.ws, self.version(pick), text, NOW)
            else:
                pitch_edit.write_next_version(self.ws, self.pitch(pick), text, "Another try")
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, key=st.sampled_from(KEYS), text=WORDS)
    def answer(self, pick: int, key: str, text: str) -> None:
        pitch_edit.set_answer(self.ws, self.pitch(pick), key, text)
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, event=st.integers(-1, 2), counts=st.tuples(COUNT, COUNT, COUNT))
    def count(self, pick: int, event: int, counts: tuple[int, int, int]) -> None:
        where = None if event < 0 else self.events[event]
        reactions.set_reactions(self.ws, where, self.version(pick), Reactions(*counts))
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, event=st.integers(0, 2), seconds=st.integers(1, 90))
    def say(self, pick: int, event: int, seconds: int) -> None:
        rehearsals.keep_rehearsals(self.ws, self.version(pick), [seconds])
        self.step()
        pitches.choose_pitch(self.ws, self.events[event], self.version(pick), NOW)
        self.step()

    @precondition(lambda self: self.ids("pitch"))
    @rule(pick=PICK, back=st.booleans(), event=st.integers(0, 2))
    def bin(self, pick: int, back: bool, event: int) -> None:
        put = pitch_edit.restore_pitches if back else pitch_edit.bin_pitches
        put(self.ws, [self.pitch(pick)])
        self.step()
        move = event_edit.restore_events if back else event_edit.bin_events
        move(self.ws, [self.events[event]])
        self.step()

    @invariant()
    def words_that_were_said_stand_in_the_page_as_they_were(self) -> None:
        for binned in (False, True):
            for row in pitch_rows(self.ws, PitchFilter(binned=binned)):
                page = pitch_page(self.ws, row.id, NOW)
                assert (page.newest.id, page.newest.reactions) == (row.version_id, row.reactions)
                assert [version.number for version in page.versions] == list(range(1, len(page.versions) + 1))
                heard = {use.version_id for use in page.used_at if use.begun}
                heard |= {version.id for version in page.versions if version.reactions.total}
                assert heard == {version.id for version in page.versions if version.frozen}


TestPitchesUndone = PitchesUndone.TestCase
TestPitchesUndone.settings = settings(max_examples=10, stateful_step_count=25)
