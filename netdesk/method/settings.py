"""Every number of the method a person may change in Settings, with its default."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.levels import DEFAULT_LEVELS, Level, check_levels


@dataclass(frozen=True, slots=True)
class MethodSettings:
    """The editable numbers of the method; raises ValueError for ones that make no sense.

    Levels: §1. The room: people an hour, solid contacts, one-to-ones to book on the spot and the number of
    cards from one event that is too many (§2). ``follow_up_hours``: within how long a follow-up counts as
    prompt (§3). ``aim_…``: what I want to reach in a month: solid contacts, one-to-ones held, people helped.
    Pitches: words a minute and the longest good length of each kind in seconds; ``over_by`` is the share above
    that still called a little long; fewer than ``few_reactions`` are "too few to say" (§7). The sheet: boxes
    before a tally line takes over, and empty rows for cards.
    """

    levels: tuple[Level, ...] = DEFAULT_LEVELS
    people_per_hour_low: float = 3.0
    people_per_hour_high: float = 4.0
    solid_low: int = 2
    solid_high: int = 4
    one_to_ones_to_book: int = 2
    too_many_cards: int = 15
    follow_up_hours: int = 48
    words_per_minute: int = 145
    sentence_seconds: int = 15
    one_minute_seconds: int = 60
    presentation_seconds: int = 600
    over_by: float = 0.25
    few_reactions: int = 5
    aim_solid: int = 8
    aim_one_to_ones: int = 4
    aim_helped: int = 6
    tick_boxes: int = 20
    card_rows: int = 8
    pocket_card_rows: int = 4
    first_ask: str = "Who would be a good introduction for you?"

    def __post_init__(self) -> None:
        check_levels(self.levels)
        for low, high, what in (
            (self.people_per_hour_low, self.people_per_hour_high, "people an hour"),
            (self.solid_low, self.solid_high, "solid contacts"),
        ):
            if not 0 < low <= high:
                raise ValueError(f"The range of {what} starts above nought and does not end below its start.")
        for number, what in (
            (self.too_many_cards, "cards from one event that are too many"),
            (self.follow_up_hours, "hours for a prompt follow-up"),
            (self.words_per_minute, "words a minute"),
            (self.sentence_seconds, "seconds of a sentence"),
            (self.one_minute_seconds, "seconds of a one minute"),
            (self.presentation_seconds, "seconds of a presentation"),
            (self.few_reactions, "reactions needed to say something"),
            (self.tick_boxes, "tick boxes"),
        ):
            if number < 1:
                raise ValueError(f"The number of {what} is at least 1.")
        if (
            min(
                self.aim_solid,
                self.aim_one_to_ones,
                self.aim_helped,
                self.one_to_ones_to_book,
                self.card_rows,
                self.pocket_card_rows,
                self.over_by,
            )
            < 0
        ):
            raise ValueError("A number of the method is never below nought.")


DEFAULT_SETTINGS = MethodSettings()
