"""`netdesk insights`: the figures of a period, as tables and as JSON."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from netdesk.services.insights.cards import CARDS
from tests.support.commands import CommandLine

YEAR = "2025-11-23..2026-11-22"


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_every_card_is_told_as_a_table_and_one_sentence(sample: CommandLine) -> None:
    answer = sample("insights", "--period", YEAR, "--json")
    assert answer.code == 0, answer.err
    found = answer.json
    assert found["period"] == {
        "code": YEAR,
        "name": "23 Nov 2025 – 22 Nov 2026",
        "first": "2025-11-23",
        "last": "2026-11-22",
    }
    assert found["before"]["last"] == "2025-11-22"
    assert [card["name"] for card in found["cards"]] == [card.name for card in CARDS]
    for card in found["cards"]:
        assert all(len(row) == len(card["columns"]) for row in card["rows"])
        assert card["empty"] or card["reading"]
    plain = sample("insights", "--period", YEAR)
    assert plain.code == 0
    for card in found["cards"]:
        assert card["title"] in plain.out
        assert (card["empty"] or card["reading"]) in plain.out


def test_one_card_a_period_with_nothing_in_it_and_what_is_no_period(sample: CommandLine) -> None:
    answer = sample("insights", "--period", YEAR, "--card", "sources", "--json")
    assert [card["name"] for card in answer.json["cards"]] == ["sources"]
    refused = sample("insights", "--card", "wishes")
    assert refused.code == 2
    assert "Choose one of: sources" in refused.err
    empty = sample("insights", "--period", "1999", "--card", "sources")
    assert empty.code == 0
    assert "Write down what you won" in empty.out
    for period in ("soon", "2026-13", "2026-Q5", "2026-03-31..2026-01-01", "0000"):
        odd = sample("insights", "--period", period)
        assert (odd.code, odd.out) == (2, "")
        assert "period" in odd.err


def test_the_review_of_a_period_is_written_as_a_pdf(sample: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "review.pdf"
    answer = sample.process("sheet", "--review", YEAR, "-o", out, "--paper", "a4")
    assert (answer.code, answer.err) == (
        0,
        f"Wrote {out}: Review of 23 Nov 2025 – 22 Nov 2026, A4, 2 pages.\n",
    )
    reader = PdfReader(out)
    assert "What I resolve" in reader.pages[1].extract_text()
    assert [found for page in reader.pages for found in page.images] == []
    refused = sample("sheet", "--review", "soon", "-o", out)
    assert (refused.code, refused.out) == (2, "")
    assert "“soon” is no period." in refused.err
