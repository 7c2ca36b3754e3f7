"""How pitch versions landed: the reading, the chart, and when it is too few to say."""

from datetime import date

from netdesk.method.insights.pitches import PitchFigures, VersionFigure, chart, in_order
from netdesk.method.periods import parse_period
from netdesk.method.pitches import Reactions

NOBODY = Reactions()
YEAR = parse_period("2026", date(2026, 11, 22))


def version(number: int, asked: int, polite: int, blank: int = 0, *, pitch: int = 1, name: str = "Inbox to zero") -> (
    VersionFigure
):  # fmt: skip
    return VersionFigure(pitch, 10 * pitch + number, name, number, 2, Reactions(asked, polite, blank))


def figures(*versions: VersionFigure, before: Reactions = NOBODY) -> PitchFigures:
    return PitchFigures(YEAR, in_order(versions), 5, before)


def test_the_version_most_asked_more_about_lands_best() -> None:
    told = chart(figures(version(1, 2, 9), version(3, 17, 13, 4), version(2, 5, 8)))
    assert told.reading == (
        "Inbox to zero v3 lands best: 50% of 34 people asked more. Its v1 landed with 18%."
    )
    assert [point.label for point in told.series[0].points] == [
        "Inbox to zero v1",
        "Inbox to zero v2",
        "Inbox to zero v3",
    ]
    assert [point.words for point in told.series[0].points] == ["18%", "38%", "50%"]
    # Half of the people are half a bar.
    assert told.highest == 100
    assert told.note == "share that asked more · 58 people"


def test_a_version_few_people_heard_has_no_bar_and_says_so() -> None:
    told = chart(figures(version(1, 4, 0), version(2, 3, 3)))
    few, enough = told.series[0].points
    assert few.value is None
    assert few.more == "4 people, too few to say"
    assert "too few to say" in few.tip
    assert "4 asked more" in few.tip
    assert enough.value == 50.0
    assert told.table.rows[0][-1] == "too few to say"
    assert told.table.exact[0] == ("Inbox to zero v1", 4, 4, 0, 0, 1.0)
    # One version alone is not the best of anything.
    assert told.reading.startswith("Inbox to zero v2: 50% of 6 people asked more. Try another line")


def test_all_too_few_is_said_once() -> None:
    told = chart(figures(version(1, 1, 1), version(2, 0, 2)))
    assert told.reading == "4 people in this time: too few to say for any version."
    assert chart(figures(version(1, 1, 1))).reading == "2 people in this time: too few to say."


def test_versions_that_land_alike_are_not_ranked() -> None:
    told = figures(version(1, 3, 3), version(2, 4, 4))
    assert told.worst is None
    assert chart(told).reading.startswith("All 2 versions land alike: 50% asked more.")


def test_nobody_asking_makes_no_best() -> None:
    told = figures(version(1, 0, 6), version(2, 0, 9))
    assert told.best is None
    assert "0% of 9 people asked more" in chart(told).reading


def test_the_pitch_said_to_most_people_comes_first() -> None:
    found = in_order(
        (
            version(1, 1, 1, pitch=2, name="Retail"),
            version(2, 9, 9),
            version(1, 0, 1),
            version(2, 3, 3, pitch=2),
        )
    )
    assert [(one.pitch_id, one.number) for one in found] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_the_period_before_is_compared_with_when_both_have_enough() -> None:
    told = figures(version(1, 5, 5), before=Reactions(3, 7))
    assert chart(told, "2025").compared == "50% asked more over all, 30% in 2025"
    same = figures(version(1, 5, 5), before=Reactions(4, 4))
    assert chart(same, "2025").compared == "50% asked more, as in 2025"
    assert chart(figures(version(1, 5, 5), before=Reactions(1, 1)), "2025").compared == ""


def test_no_reactions_teach_what_belongs_there() -> None:
    told = chart(figures())
    assert "Choose a version of your pitch" in told.empty
    assert told.reading == told.note == ""
