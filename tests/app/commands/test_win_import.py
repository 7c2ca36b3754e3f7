"""`netdesk win import`: wins from a table, looked at first or written in one step."""

import io
from pathlib import Path

import pytest

from tests.support.commands import CommandLine

TABLE = "Datum;Projekt;Kunde;Betrag\n18.11.2026;Logo;Groß Bau;1.200,50 €\n2.11.2026;Schild;Groß Bau;viel\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "wins.csv"
    path.write_text(TABLE, encoding="cp1252")
    return path


def test_a_trial_writes_nothing_and_says_what_each_row_would_become(
    netdesk: CommandLine, table: Path
) -> None:
    answer = netdesk("win", "import", table, "--dry-run", "--json")
    assert answer.code == 1
    assert answer.json["added"] == []
    logo, sign = answer.json["rows"]
    assert (logo["found"], logo["won_on"], logo["value"], logo["currency"]) == (
        "new",
        "2026-11-18",
        1200.5,
        "EUR",
    )
    assert (sign["found"], sign["line"], sign["title"]) == ("wrong", 3, None)
    assert answer.err.splitlines()[0] == "1 new, 0 already here, 1 to put right."
    assert netdesk("win", "list", "--json").json["count"] == 0


def test_rows_are_written_once_and_undone_together(netdesk: CommandLine, table: Path) -> None:
    table.write_text(TABLE.replace("viel", "450"), encoding="utf-8")
    first = netdesk("win", "import", table)
    assert (first.code, first.err.strip()) == (0, "2 added, 0 already here, 0 to put right.")
    again = netdesk("win", "import", table)
    assert again.code == 0
    assert again.err.splitlines() == [
        "0 added, 2 already here, 0 to put right.",
        "  line 2: already here: Logo, 18 Nov",
        "  line 3: already here: Schild, 2 Nov",
    ]
    assert netdesk("undo").code == 0
    assert netdesk("win", "list", "--json").json["count"] == 0


def test_a_table_comes_from_standard_input(netdesk: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("18/11/2026\tLogo\tRetail 27\t450\n"))
    assert netdesk("win", "import", "-").code == 0
    assert netdesk("win", "list", "--json").json["wins"][0]["title"] == "Logo"


def test_no_table_is_said_in_words(netdesk: CommandLine, tmp_path: Path) -> None:
    answer = netdesk("win", "import", tmp_path / "gone.csv")
    assert answer.code != 0
    assert "cannot be opened" in answer.err
