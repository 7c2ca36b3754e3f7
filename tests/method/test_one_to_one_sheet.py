"""What stands on the sheet for a one-to-one."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.one_to_one_sheet import LastTalk, OpenEntry, SheetOneToOne, compose_one_to_one_sheet

STARTS = datetime(2026, 11, 26, 10, tzinfo=UTC)
ENDS = datetime(2026, 11, 26, 11, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def _one(**more: object) -> SheetOneToOne:
    known: dict[str, object] = {
        "name": "Grace Adeyemi",
        "given": "Grace",
        "starts": STARTS,
        "ends": ENDS,
        "printed_on": TODAY,
    }
    return SheetOneToOne(**(known | more))  # type: ignore[arg-type]


def test_the_head_says_with_whom_when_and_where() -> None:
    sheet = compose_one_to_one_sheet(_one(place="Café Rosa", beneath="Owner, Bright Copy"))
    assert sheet.title == "One-to-one with Grace Adeyemi"
    assert sheet.meta == "Thursday 26 November 2026, 10:00–11:00 · Café Rosa"
    assert sheet.aside == "Owner, Bright Copy"
    assert sheet.footer == "Printed from NetDesk · 22 November 2026"


def test_both_sides_have_the_same_five_parts_known_or_not() -> None:
    sheet = compose_one_to_one_sheet(
        _one(theirs={"where_to": "Ten clients\n\nby June"}, mine={"skills": "Rotas"})
    )
    labels = ["Goals", "Accomplishments", "Interests", "Networks", "Skills"]
    assert [part.label for part in sheet.theirs.parts] == labels
    assert [part.label for part in sheet.mine.parts] == labels
    assert sheet.theirs.parts[0].text == "Ten clients; by June"
    assert (sheet.mine.parts[0].text, sheet.mine.parts[4].text) == ("", "Rotas")
    assert (sheet.theirs.heading, sheet.mine.heading) == ("Grace", "Me")


def test_the_last_talk_and_the_ledger_stand_between_us() -> None:
    open_entries = (
        OpenEntry("Introduce her to Nadia", True, date(2026, 11, 18)),
        OpenEntry("Look over my page", False),
    )
    sheet = compose_one_to_one_sheet(
        _one(
            last=LastTalk(date(2026, 10, 14), "One-to-one at Café Rosa", "Wants\ncharities."),
            gave=3,
            got=2,
            open=open_entries,
        )
    )
    assert [(part.label, part.text) for part in sheet.between] == [
        ("Last talk", "One-to-one at Café Rosa, 14 Oct. Wants charities."),
        ("Between us", "I gave 3 · Grace gave me 2"),
        ("I promised", "Introduce her to Nadia (4 d late)"),
        ("I asked", "Look over my page"),
    ]


def test_what_is_not_known_leaves_nothing_but_lines() -> None:
    sheet = compose_one_to_one_sheet(_one(questions=("", "What now?")))
    assert (sheet.about, sheet.questions, sheet.objective) == ((), ("What now?",), "")
    assert [part.label for part in sheet.between] == ["Between us"]


@given(st.text(max_size=4_000))
def test_no_text_is_longer_than_the_sheet_bears_or_holds_control_letters(words: str) -> None:
    sheet = compose_one_to_one_sheet(
        _one(name=words, given=words, objective=words, theirs={"where_to": words, "ideal_client": words})
    )
    assert len(sheet.theirs.parts[0].text) <= 303
    for text in (sheet.title, sheet.objective, sheet.theirs.parts[0].text):
        assert "\n" not in text
        assert "\0" not in text
