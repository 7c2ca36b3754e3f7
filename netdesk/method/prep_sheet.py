"""What stands on the printed prep sheet of an event; drawing follows these values blindly (method §2, §7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netdesk.method.calendar_words import clock_span, full_day
from netdesk.method.goals import Goal, GoalKind, goal_sentence, tick_boxes
from netdesk.method.pitches import (
    PitchKind,
    competitor_body,
    competitor_heading,
    seconds_text,
    spoken_seconds,
)
from netdesk.method.prep_sheet_last_time import LastTime, Note, TriedVersion, last_time_notes, tally_counts
from netdesk.method.prep_sheet_members import MemberBoxes, NotKnown, fewer_boxes, member_boxes
from netdesk.method.room import room_plan
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings
from netdesk.method.sheet_event import SheetEvent, purpose_line
from netdesk.method.sheet_text import clean_text, event_line, printed_line, shortened, then_line

_POCKET_PITCH_LETTERS = 220
_POCKET_PEOPLE = 6
_POCKET_MEMBERS = 5
_VERSIONS = 2
REACTION_ROWS = ("Asked more", "Polite", "Blank")


@dataclass(frozen=True, slots=True)
class SheetPitch:
    """The pitch chosen for the room: its kind, title, text, and the answer to "How I'm different"."""

    kind: PitchKind
    title: str
    text: str
    different: str = ""


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """Somebody to meet; ``level`` is None for one not on the board, ``is_contact`` False for a mere name."""

    name: str
    organisation: str = ""
    note: str = ""
    level: int | None = None
    why: str = ""
    give: str = ""
    ask: str = ""
    is_contact: bool = True


@dataclass(frozen=True, slots=True)
class PrepSheetInput(SheetEvent):
    """An event as planned.

    ``tried`` are the versions of the pitch that were said before, the oldest first; ``not_known`` are members of
    the group whose meeting it is.
    """

    goals: tuple[Goal, ...] = ()
    pitch: SheetPitch | None = None
    people: tuple[SheetPerson, ...] = ()
    competitors: tuple[str, ...] = ()
    last: LastTime | None = None
    tried: tuple[TriedVersion, ...] = ()
    not_known: NotKnown | None = None


@dataclass(frozen=True, slots=True)
class GoalBlock:
    """A goal: its sentence, boxes to tick or a line to tally on, and the "Then: …" line ("" without one)."""

    sentence: str
    boxes: int
    tally: bool
    then: str


@dataclass(frozen=True, slots=True)
class PitchBlock:
    """The pitch: heading ("My one minute"), length ("54 s"), title and text."""

    heading: str
    length: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A line of the plan for the room and the boxes under it."""

    text: str
    boxes: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of people to meet; ``pips`` is 0 to 5, or None where none are drawn; ``beneath`` the faint second line."""

    name: str
    pips: int | None
    beneath: str
    why: str
    give: str
    ask: str


@dataclass(frozen=True, slots=True)
class PrepSheet:
    """The whole page in order; an empty text or tuple means that this part is left out.

    ``tally_rows`` are the rows of the table under ``tally_heading`` for a message tried, ``tally_counts`` what was
    counted before in each, a number for each version named in the heading. ``last`` is what came of last time.
    """

    title: str
    meta: str
    purpose: str
    purpose_sentence: str
    goals_heading: str
    goals: tuple[GoalBlock, ...]
    tally_heading: tuple[str, ...]
    tally_rows: tuple[str, ...]
    tally_counts: tuple[tuple[str, ...], ...]
    pitch: PitchBlock | None
    competitor: Note | None
    room_heading: str
    room: tuple[RoomLine, ...]
    first_ask: str
    last: tuple[Note, ...]
    people_heading: str
    people_columns: tuple[str, ...]
    people: tuple[PersonRow, ...]
    members: MemberBoxes | None
    cards_heading: str
    card_columns: tuple[str, ...]
    card_rows: int
    footer: str


def compose_prep_sheet(event: PrepSheetInput, settings: MethodSettings = DEFAULT_SETTINGS) -> PrepSheet:
    """Return the content of the A4 or Letter sheet. Long fields are cut at 2,000 characters, control letters go."""
    shown = event.tried[-_VERSIONS:]
    tried = bool(shown) or any(goal.kind is GoalKind.TRY_MESSAGE for goal in event.goals)
    people = tuple(_person_row(person) for person in event.people)
    return PrepSheet(
        title=clean_text(event.title) or "Event without a name",
        meta=event_line(event.start, event.end, event.place, event.host),
        purpose="" if event.purpose is None else event.purpose.label.upper(),
        purpose_sentence=purpose_line(event),
        goals_heading="I am here to",
        goals=tuple(_goal_block(goal, settings) for goal in event.goals),
        tally_heading=("How my line lands", *(f"v{each.number}" for each in shown), "Tally") if tried else (),
        tally_rows=REACTION_ROWS if tried else (),
        tally_counts=tally_counts(shown) if tried else (),
        pitch=_pitch_block(event.pitch, settings),
        competitor=_competitor(event),
        room_heading="In the room",
        room=_room_lines(event, settings),
        first_ask=_first_ask(settings),
        last=last_time_notes(event.last),
        people_heading="People to meet" if people else "",
        people_columns=("Who", "Why", "I can give", "I would ask", "✓") if people else (),
        people=people,
        members=member_boxes(event.not_known),
        cards_heading="Cards I take home – each with a plan",
        card_columns=("Name", "What they need", "What I will do", "By", "Solid"),
        card_rows=settings.card_rows,
        footer=printed_line(event.printed_on),
    )


def compose_pocket_sheet(event: PrepSheetInput, settings: MethodSettings = DEFAULT_SETTINGS) -> PrepSheet:
    """Return the content of the half page for the pocket: shorter texts, at most six people, fewer card rows.

    "What I can give" and "what I would ask" stay; the meaning of the purpose, notes and the footer's date go.
    """
    whole = compose_prep_sheet(event, settings)
    shown = whole.people[:_POCKET_PEOPLE]
    left = len(whole.people) - len(shown)
    pitch = whole.pitch
    return PrepSheet(
        title=whole.title,
        meta=_pocket_meta(event),
        purpose=whole.purpose,
        purpose_sentence="",
        goals_heading=whole.goals_heading,
        goals=tuple(GoalBlock(goal.sentence, goal.boxes, goal.tally, "") for goal in whole.goals),
        tally_heading=("How my line lands", "Tally") if whole.tally_rows else (),
        tally_rows=whole.tally_rows,
        tally_counts=((),) * len(whole.tally_rows),
        pitch=pitch and replace(pitch, text=shortened(pitch.text, _POCKET_PITCH_LETTERS)),
        competitor=whole.competitor,
        room_heading="",
        room=whole.room,
        first_ask=whole.first_ask,
        last=(),
        people_heading=f"{whole.people_heading} (and {left} more)" if left else whole.people_heading,
        people_columns=("Who", "I can give", "I would ask", "✓") if shown else (),
        people=tuple(PersonRow(row.name, row.pips, "", "", row.give, row.ask) for row in shown),
        members=whole.members and fewer_boxes(whole.members, _POCKET_MEMBERS),
        cards_heading="Cards",
        card_columns=("Name", "What I will do", "By"),
        card_rows=settings.pocket_card_rows,
        footer="NetDesk",
    )


def _pocket_meta(event: PrepSheetInput) -> str:
    return f"{full_day(event.start.date())}, {clock_span(event.start, event.end)}"


def _goal_block(goal: Goal, settings: MethodSettings) -> GoalBlock:
    boxes = tick_boxes(goal.count, settings)
    sentence = clean_text(goal_sentence(goal))
    return GoalBlock(sentence, boxes.boxes, boxes.tally, then_line(goal.follow_up))


def _pitch_block(pitch: SheetPitch | None, settings: MethodSettings) -> PitchBlock | None:
    if pitch is None:
        return None
    length = seconds_text(spoken_seconds(pitch.text, settings))
    return PitchBlock(pitch.kind.mine, length, clean_text(pitch.title), clean_text(pitch.text))


def _competitor(event: PrepSheetInput) -> Note | None:
    names = tuple(clean_text(name) for name in event.competitors)
    if not names:
        return None
    different = "" if event.pitch is None else clean_text(event.pitch.different)
    return Note(competitor_heading(names), competitor_body(names, different))


def _room_lines(event: PrepSheetInput, settings: MethodSettings) -> tuple[RoomLine, ...]:
    minutes = None if event.end is None else int((event.end - event.start).total_seconds() // 60)
    plan = room_plan(minutes, settings)
    return tuple(
        RoomLine(line, tick_boxes(most, settings).boxes)
        for line, most in ((plan.learn_line, plan.learn_high), (plan.solid_line, plan.solid_high))
    )


def _first_ask(settings: MethodSettings) -> str:
    ask = clean_text(settings.first_ask)
    return f"First ask: “{ask}”" if ask else ""


def _person_row(person: SheetPerson) -> PersonRow:
    beneath = [clean_text(person.organisation), clean_text(person.note)]
    if not person.is_contact:
        beneath.append("not yet a contact")
    return PersonRow(
        name=clean_text(person.name) or "Somebody",
        pips=(person.level or 0) if person.is_contact else None,
        beneath=" · ".join(part for part in beneath if part),
        why=clean_text(person.why),
        give=clean_text(person.give),
        ask=clean_text(person.ask),
    )
