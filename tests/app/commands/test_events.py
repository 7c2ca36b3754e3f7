"""Commands about events: list, show, add, and the prep sheet as a PDF."""

from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader

from netdesk.services.preferences import (
    DateOrder,
    PaperChoice,
    save_currency,
    save_date_order,
    save_first_ask,
    save_paper,
)
from netdesk.store.workspace import Workspace
from tests.support.commands import CommandLine

WHOLE = (
    "event",
    "add",
    "Winter fair",
    "--start",
    "2026-12-05 17:30",
    "--end",
    "19:30",
    "--zone",
    "Europe/London",
    "--place",
    "Market hall",
    "--host",
    "Chamber of Commerce",
    "--cost",
    "12",
    "--currency",
    "gbp",
    "--shares",
    "10,60,20,10",
    "--goal",
    "collect_cards:5:Email each within 24 h: with the checklist",
    "--goal",
    "try_message=Inbox to zero:10",
    "--meet",
    "grace adeyemi",
    "--meet",
    "Head of the fair",
    "--pitch",
    "inbox to zero",
    "--note",
    "Park behind the hall",
)


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_list_events_as_json(sample: CommandLine) -> None:
    answer = sample("list", "events", "--json")
    assert answer.code == 0
    assert answer.json["count"] == 36
    mixer = next(one for one in answer.json["events"] if one["title"] == "Chamber autumn mixer")
    assert mixer | {"id": 0, "status": "", "over": None} == {
        "id": 0,
        "title": "Chamber autumn mixer",
        "starts": "2026-11-24T17:30:00+00:00",
        "ends": "2026-11-24T19:30:00+00:00",
        "place": "Town Hall, Mill Street",
        "host": "Chamber of Commerce",
        "purpose": "networking",
        "prepared": True,
        "status": "",
        "attended": None,
        "over": None,
    }
    assert len(sample("list", "events", "--search", "breakfast club", "--json").json["events"]) == 3


def test_list_events_to_read(sample: CommandLine) -> None:
    answer = sample("list", "events", "--search", "retail 27")
    assert "Trade show: Retail 27" in answer.out
    assert answer.code == 0


def test_show_an_event(sample: CommandLine) -> None:
    page = sample("show", "Chamber autumn mixer", "--json").json
    assert page["kind"] == "event"
    assert [goal["count"] for goal in page["goals"]] == [5, 10, 1]
    assert page["competitors"] == ["Sam Carter"]
    assert page["pitch"]["title"] == "Inbox to zero"
    assert (page["prepared"], page["missing"]) == (True, [])
    assert "Collect 5 cards from potential clients" in sample("show", "chamber autumn").out


def test_add_an_event_with_everything_in_one_step(sample: CommandLine) -> None:
    answer = sample(*WHOLE, "--json")
    assert answer.code == 0, answer.err
    page = answer.json
    assert (page["starts"], page["ends"]) == ("2026-12-05T17:30:00+00:00", "2026-12-05T19:30:00+00:00")
    assert (page["cost"], page["currency"]) == (12.0, "GBP")
    assert page["purpose"] == "networking"
    assert [(goal["kind"], goal["count"], goal["subject"]) for goal in page["goals"]] == [
        ("collect_cards", 5, ""),
        ("try_message", 10, "Inbox to zero"),
    ]
    assert page["goals"][0]["follow_up"] == "Email each within 24 h: with the checklist"
    assert page["goals"][1]["follow_up"].startswith("Tally below")
    assert [(one["name"], one["person"] is None) for one in page["people"]] == [
        ("Grace Adeyemi", False),
        ("Head of the fair", True),
    ]
    assert page["pitch"]["version"] == 3
    assert page["prepared"] is True
    assert sample("undo").err == "Undone: Plan Winter fair\n"
    assert sample("show", "Winter fair", "--event").code == 2


def test_add_an_event_in_few_words_makes_a_workspace(netdesk: CommandLine) -> None:
    answer = netdesk("event", "add", "Coffee", "--start", "2027-01-04 9am")
    assert answer.code == 0
    assert answer.out.strip().isdecimal()
    assert "Still missing: Set a goal" in answer.err
    assert netdesk("show", answer.out.strip(), "--json").json["starts"].startswith("2027-01-04T09:00")


def test_an_event_is_added_in_the_currency_and_the_order_of_settings(sample: CommandLine) -> None:
    add = ("event", "add", "Fondue", "--start", "3/4/2027 19:00", "--cost", "40", "--json")
    usual = sample(*add).json
    assert (usual["currency"], usual["starts"][:10]) == ("GBP", "2027-04-03")
    with closing(Workspace(sample.path)) as workspace:
        save_currency(workspace, "CHF")
        save_date_order(workspace, DateOrder.MONTH_FIRST)
    chosen = sample(*add).json
    assert (chosen["currency"], chosen["starts"][:10]) == ("CHF", "2027-03-04")
    assert sample(*add, "--currency", "eur").json["currency"] == "EUR"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--start", "whenever"], "is no day and time"),
        (["--start", "2026-12-05 17:30", "--end", "16:30"], "It ends before it starts"),
        (["--start", "2026-12-05 17:30", "--zone", "Moon/Sea"], "not a time zone"),
        (["--start", "2026-12-05 17:30", "--shares", "10,20"], "four shares"),
        (["--start", "2026-12-05 17:30", "--shares", "10,20,10,10"], "50 %"),
        (["--start", "2026-12-05 17:30", "--goal", "win:3"], "is no goal"),
        (["--start", "2026-12-05 17:30", "--pitch", "Nothing"], "There is no pitch “Nothing”"),
    ],
)
def test_what_cannot_be_planned_leaves_nothing(sample: CommandLine, more: list[str], sentence: str) -> None:
    answer = sample("event", "add", "Odd one", *more)
    assert answer.code == 2
    assert sentence in answer.err
    assert sample("list", "events", "--json").json["count"] == 36


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("options", [[], ["--paper", "letter"], ["--pocket"], ["--pocket", "--paper", "a4"]])
def test_the_prep_sheet_is_a_pdf(sample: CommandLine, tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "sheet.pdf"
    answer = sample("prep-sheet", "chamber autumn mixer", "-o", out, *options)
    assert answer.code == 0, answer.err
    assert out.read_bytes().startswith(b"%PDF-")
    assert "Chamber autumn mixer" in answer.err
    assert "1 page" in answer.err


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", [PaperChoice.A4, PaperChoice.LETTER])
def test_the_sheet_follows_the_paper_and_the_numbers_of_settings(
    sample: CommandLine, tmp_path: Path, paper: PaperChoice
) -> None:
    with closing(Workspace(sample.path)) as workspace:
        save_paper(workspace, paper)
        save_first_ask(workspace, "Who keeps your diary?")
    out = tmp_path / "sheet.pdf"
    answer = sample("prep-sheet", "chamber autumn mixer", "-o", out)
    assert answer.code == 0, answer.err
    (page,) = PdfReader(out).pages
    assert round(page.mediabox.width) == {PaperChoice.A4: 595, PaperChoice.LETTER: 612}[paper]
    assert "Who keeps your diary?" in " ".join(page.extract_text().split())


@pytest.mark.usefixtures("qapp")
def test_a_sheet_that_cannot_be_written_is_said(sample: CommandLine, tmp_path: Path) -> None:
    answer = sample("prep-sheet", "chamber autumn mixer", "-o", tmp_path / "nowhere" / "sheet.pdf")
    assert answer.code == 2
    assert "could not be saved" in answer.err
    assert sample("prep-sheet", "breakfast club", "-o", tmp_path / "sheet.pdf").code == 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_debrief_is_a_pdf(sample: CommandLine, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "debrief.pdf"
    answer = sample("sheet", "--debrief", "chamber autumn mixer", "-o", out, "--paper", paper)
    assert answer.code == 0, answer.err
    text = PdfReader(out).pages[0].extract_text()
    assert "How did the goals go?" in text
    assert "Chamber autumn mixer" in answer.err


@pytest.mark.usefixtures("qapp")
def test_the_follow_ups_of_a_week_are_a_pdf(sample: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "week.pdf"
    answer = sample("sheet", "--week", "2026-11-25", "-o", out)
    assert answer.code == 0, answer.err
    assert "Follow-ups, 2" in PdfReader(out).pages[0].extract_text()


def test_a_sheet_must_be_one_of_the_two(sample: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert sample("sheet", "-o", out).code == 2
    assert sample("sheet", "--week", "some day", "-o", out).code == 2
    assert sample("sheet", "--debrief", "no such event", "-o", out).code == 2
    assert not out.exists()
