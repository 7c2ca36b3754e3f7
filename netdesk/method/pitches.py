"""Pitches: kinds, preparation, length when spoken, frozen versions, reactions, competitors (method §7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.attention import Tone
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings

_SECONDS_A_MINUTE = 60
_MINUTES_FROM_SECONDS = 90
MOST_REACTIONS = 1_000
"""The most people a reaction is counted for, at one event."""


class PitchKind(StrEnum):
    """How long and where a pitch is said."""

    SENTENCE = "sentence"
    ONE_MINUTE = "one_minute"
    PRESENTATION = "presentation"

    @property
    def label(self) -> str:
        """The words in a list: "One minute"."""
        return self.value.replace("_", " ").capitalize()

    @property
    def mine(self) -> str:
        """The heading over a chosen pitch: "My one minute"."""
        return f"My {self.label.lower()}"


@dataclass(frozen=True, slots=True)
class Question:
    """A preparation question: the key its answer is kept under, and its words."""

    key: str
    words: str


_QUESTIONS = (
    Question("how_i_help", "How I help"),
    Question("good_at", "What I'm really good at"),
    Question("different", "How I'm different"),
    Question("ask", "What I ask for"),
)
_FOR_THE_ROOM = Question("helps_room", "How it helps the people in the room")


@dataclass(frozen=True, slots=True)
class PitchVerdict:
    """A pitch's length: words, seconds, the chip ("54 s"), its tone, and advice ("" when the length is good)."""

    words: int
    seconds: int
    text: str
    tone: Tone
    advice: str = ""

    @property
    def long_text(self) -> str:
        """The chip with the words counted: "131 words · 54 s"."""
        return f"{self.words} {'word' if self.words == 1 else 'words'} · {self.text}"


@dataclass(frozen=True, slots=True)
class Reactions:
    """How people took a version: asked more, polite, blank."""

    asked_more: int = 0
    polite: int = 0
    blank: int = 0

    @property
    def total(self) -> int:
        """How many people reacted."""
        return self.asked_more + self.polite + self.blank

    @property
    def asked_more_percent(self) -> int | None:
        """The share that asked more in whole percent; None when nobody reacted."""
        return round(100 * self.asked_more / self.total) if self.total else None

    def plus(self, more: Reactions) -> Reactions:
        """Count both together."""
        return Reactions(
            self.asked_more + more.asked_more, self.polite + more.polite, self.blank + more.blank
        )


@dataclass(frozen=True, slots=True)
class CountProblem:
    """What is wrong with a count: the field it stands in ("polite") and a sentence."""

    field: str
    sentence: str


class EditOutcome(StrEnum):
    """What becomes of a changed text."""

    UNCHANGED = "unchanged"
    IN_PLACE = "in_place"
    NEW_VERSION = "new_version"


def preparation_questions(kind: PitchKind) -> tuple[Question, ...]:
    """Return the four questions to answer before standing up; a presentation has a fifth."""
    return (*_QUESTIONS, _FOR_THE_ROOM) if kind is PitchKind.PRESENTATION else _QUESTIONS


def count_words(text: str) -> int:
    """Count the words that are spoken: runs between spaces with a letter or digit; a dash alone is none."""
    return sum(any(char.isalnum() for char in run) for run in text.split())


def spoken_seconds(text: str, settings: MethodSettings = DEFAULT_SETTINGS) -> int:
    """Return how long a text takes to say, in whole seconds, at the settings' words a minute (145)."""
    return round(count_words(text) * _SECONDS_A_MINUTE / settings.words_per_minute)


def seconds_text(seconds: int) -> str:
    """Write a length: "54 s", "2 min", "2 min 10 s"."""
    if seconds < _MINUTES_FROM_SECONDS:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, _SECONDS_A_MINUTE)
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def longest_seconds(kind: PitchKind, settings: MethodSettings = DEFAULT_SETTINGS) -> int:
    """Return the longest good length of a kind, in seconds (60 for one minute)."""
    return {
        PitchKind.SENTENCE: settings.sentence_seconds,
        PitchKind.ONE_MINUTE: settings.one_minute_seconds,
        PitchKind.PRESENTATION: settings.presentation_seconds,
    }[kind]


def verdict(text: str, kind: PitchKind, settings: MethodSettings = DEFAULT_SETTINGS) -> PitchVerdict:
    """Judge a pitch's length: good up to its kind's limit (one minute: 60 s), a little over warns, more is too long."""
    words, seconds = count_words(text), spoken_seconds(text, settings)
    limit = longest_seconds(kind, settings)
    shown = seconds_text(seconds)
    if not words:
        return PitchVerdict(0, 0, shown, Tone.PLAIN, "Write what you will say.")
    if seconds <= limit:
        return PitchVerdict(words, seconds, shown, Tone.GOOD)
    over = seconds_text(seconds - limit)
    if seconds <= limit * (1 + settings.over_by):
        return PitchVerdict(words, seconds, shown, Tone.WARN, f"{over} over: leave out a sentence.")
    return PitchVerdict(words, seconds, shown, Tone.BAD, f"{over} over: say one thing, not all of them.")


def is_frozen(times_used: int, reacted: int = 0) -> bool:
    """Whether a version was said and must stay so: used at an event, or ``reacted`` people were counted for it."""
    return times_used > 0 or reacted > 0


def outcome_of_edit(before: str, after: str, times_used: int, reacted: int = 0) -> EditOutcome:
    """Say what becomes of a changed text: a version that was said is kept and the change makes a new one."""
    if before == after:
        return EditOutcome.UNCHANGED
    return EditOutcome.NEW_VERSION if is_frozen(times_used, reacted) else EditOutcome.IN_PLACE


def frozen_sentence(times_used: int, reacted: int, where: str = "", day: str = "") -> str:
    """Say why a version cannot be edited; empty when it can: "Said at Breakfast Club on 6 Nov, and once more"."""
    if times_used:
        more = {1: "", 2: ", and once more"}.get(times_used, f", and {times_used - 1} more times")
        return f"Said at {where} on {day}{more}"
    return f"Said to {reacted} {'person' if reacted == 1 else 'people'} already" if reacted else ""


def said_last_time(number: int, day: str) -> str:
    """Warn of saying the same words to the same group: "You said v3 here last time (18 Nov). …"."""
    return f"You said v{number} here last time ({day}). Say something new, or change one line."


def landed_line(number: int, reactions: Reactions, settings: MethodSettings = DEFAULT_SETTINGS) -> str:
    """Write how a version does in a list: "v3 · 50%"; "v1 · new" before any reaction."""
    if not reactions.total:
        landed = "new" if number == 1 else "not tried yet"
    elif reactions.total < settings.few_reactions:
        landed = "too few to say"
    else:
        landed = f"{reactions.asked_more_percent}%"
    return f"v{number} · {landed}"


def pitch_line(kind: PitchKind, audience: str, landed: str) -> str:
    """Write a pitch's second line in the list: "one minute · retail · v3 · 50%"."""
    return " · ".join(part for part in (kind.label.lower(), audience, landed) if part)


def landing_sentence(number: int, reactions: Reactions, settings: MethodSettings = DEFAULT_SETTINGS) -> str:
    """Say how a version landed in whole words: "v3: 34 people, 17 asked more (50%), 13 polite, 4 blank"."""
    total = reactions.total
    if not total:
        return f"v{number}: not tried yet"
    people = f"v{number}: {people_words(total)}"
    counts = f"{reactions.polite} polite, {reactions.blank} blank"
    if total < settings.few_reactions:
        return f"{people}, too few to say: {reactions.asked_more} asked more, {counts}"
    return f"{people}, {reactions.asked_more} asked more ({reactions.asked_more_percent}%), {counts}"


def people_words(count: int) -> str:
    """Write "27 people" or "1 person"."""
    return f"{count:,} {'person' if count == 1 else 'people'}"


def reaction_sentence(reactions: Reactions, settings: MethodSettings = DEFAULT_SETTINGS) -> str:
    """Say how a version landed: "41 % asked more", "too few to say", "not tried yet"."""
    if not reactions.total:
        return "not tried yet"
    if reactions.total < settings.few_reactions:
        return "too few to say"
    return f"{reactions.asked_more_percent}% asked more"


def reaction_problem(reactions: Reactions) -> CountProblem | None:
    """Say which count cannot be kept, the first one; None when all lie between nought and a thousand."""
    for key, words, count in (
        ("asked_more", "asked more", reactions.asked_more),
        ("polite", "were polite", reactions.polite),
        ("blank", "looked blank", reactions.blank),
    ):
        if not 0 <= count <= MOST_REACTIONS:
            return CountProblem(key, f"How many {words}: a number from 0 to {MOST_REACTIONS:,}, please.")
    return None


def competitor_names_line(names: Sequence[str]) -> str:
    """Say who is in the room: "Sam Carter", "Sam Carter and Ann Lee", "Sam Carter, Ann Lee and 2 others"."""
    shown, others = list(names[:2]), len(names) - 2
    if others <= 0:
        return " and ".join(shown)
    return f"{', '.join(shown)} and {others} {'other' if others == 1 else 'others'}"


def competitor_heading(names: Sequence[str]) -> str:
    """Return "Competitor in the room:" or "Competitors in the room:"."""
    return f"{'Competitor' if len(names) == 1 else 'Competitors'} in the room:"


def competitor_notice(names: Sequence[str], different: str = "") -> str:
    """Say that competitors are expected and what to do; empty when there are none.

    With an answer to "How I'm different" it is repeated in place of the reminder to say so.
    """
    if not names:
        return ""
    return f"{competitor_heading(names)} {competitor_body(names, different)}"


def competitor_body(names: Sequence[str], different: str = "") -> str:
    """Return the notice after its heading: "Sam Carter. Keep your line; say what you do differently."."""
    who = competitor_names_line(names)
    if not different.strip():
        return f"{who}. Keep your line; say what you do differently."
    reason = different.strip().rstrip(".")
    return f"{who}. Keep your line. Different because: {reason}."
