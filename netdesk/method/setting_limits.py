"""The numbers of the method as a person edits them: what each is called, its unit, and what it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netdesk.method.settings import MethodSettings

LONGEST_ASK = 200


@dataclass(frozen=True, slots=True)
class SettingNumber:
    """One editable number of ``MethodSettings``; ``name`` is the field's.

    A person reads and types the value times ``times`` (people in two hours for people an hour, percent for a
    share); ``low`` and ``high`` bound what is typed.
    """

    name: str
    label: str
    low: int
    high: int
    unit: str = ""
    times: int = 1

    def typed(self, settings: MethodSettings) -> int:
        """Return the number as a person reads it."""
        value: float = getattr(settings, self.name)
        return round(value * self.times)

    def kept(self, typed: int) -> float:
        """Return what is kept for a number a person typed; whole numbers stay whole."""
        return typed if self.times == 1 else typed / self.times


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """Numbers that are shown together, under a title."""

    title: str
    numbers: tuple[SettingNumber, ...]


SETTING_GROUPS: tuple[SettingGroup, ...] = (
    SettingGroup(
        "The room",
        (
            SettingNumber("people_per_hour_low", "Learn from at least", 1, 100, "people in two hours", 2),
            SettingNumber("people_per_hour_high", "Learn from at most", 1, 100, "people in two hours", 2),
            SettingNumber("solid_low", "Leave with at least", 1, 100, "solid contacts"),
            SettingNumber("solid_high", "Leave with at most", 1, 100, "solid contacts"),
            SettingNumber("one_to_ones_to_book", "Book on the spot", 0, 50, "one-to-ones"),
            SettingNumber("too_many_cards", "Too many from one event", 1, 1_000, "cards"),
        ),
    ),
    SettingGroup(
        "Following up",
        (
            SettingNumber("follow_up_hours", "A prompt follow-up comes within", 1, 720, "hours"),
            SettingNumber("few_reactions", "Too few to say below", 1, 100, "reactions"),
        ),
    ),
    SettingGroup(
        "Aims for a month",
        (
            SettingNumber("aim_solid", "Leave events with", 0, 1_000, "solid contacts"),
            SettingNumber("aim_one_to_ones", "Hold", 0, 1_000, "one-to-ones"),
            SettingNumber("aim_helped", "Help", 0, 1_000, "people"),
        ),
    ),
    SettingGroup(
        "Pitches",
        (
            SettingNumber("words_per_minute", "I speak", 60, 300, "words a minute"),
            SettingNumber("sentence_seconds", "A sentence lasts up to", 3, 60, "seconds"),
            SettingNumber("one_minute_seconds", "One minute lasts up to", 20, 300, "seconds"),
            SettingNumber("presentation_seconds", "A presentation lasts up to", 60, 7_200, "seconds"),
            SettingNumber("over_by", "A little long is up to", 0, 100, "% more", 100),
        ),
    ),
    SettingGroup(
        "The sheet",
        (
            SettingNumber("tick_boxes", "Boxes to tick before a tally line", 1, 40, "boxes"),
            SettingNumber("card_rows", "Empty rows for cards", 0, 40, "rows"),
            SettingNumber("pocket_card_rows", "The same on the pocket sheet", 0, 12, "rows"),
        ),
    ),
)
"""All editable numbers, in the order of Settings."""

_PAIRS = (("people_per_hour_low", "people_per_hour_high"), ("solid_low", "solid_high"))


def setting_number(name: str) -> SettingNumber:
    """Return the editable number called ``name``; raises KeyError when there is none."""
    for group in SETTING_GROUPS:
        for number in group.numbers:
            if number.name == name:
                return number
    raise KeyError(name)


def setting_problem(name: str, typed: int, settings: MethodSettings) -> str:
    """Say what keeps ``typed`` from being the number ``name`` beside the others of ``settings``; else empty."""
    number = setting_number(name)
    if not number.low <= typed <= number.high:
        return f"{number.label}: choose a number from {number.low} to {number.high:,}."
    for low, high in _PAIRS:
        least = typed if name == low else setting_number(low).typed(settings)
        most = typed if name == high else setting_number(high).typed(settings)
        if name in (low, high) and least > most:
            return f"At least {least} and at most {most} leaves nothing between; raise the other one first."
    return ""


def with_number(settings: MethodSettings, name: str, kept: float) -> MethodSettings:
    """Return the settings with one number changed; one that makes no sense is left as it was."""
    number = setting_number(name)
    if setting_problem(name, round(kept * number.times), settings):
        return settings
    try:
        return replace(settings, **{name: kept})  # type: ignore[arg-type]
    except ValueError:
        return settings
