"""Figures as tables for spreadsheets, and files that are there whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import NetDeskError
from netdesk.method.insights.chart import Table
from netdesk.services.figure_files import figures_csv, figures_text, write_file

cells = st.none() | st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12)
names = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)


def table_of(rows: list[tuple[str, float | int | None]]) -> Table:
    return Table(("Source", "Value"), tuple((name, str(value)) for name, value in rows), tuple(rows))


@given(st.lists(st.tuples(names, cells), max_size=6))
def test_the_figures_come_back_as_they_were(rows: list[tuple[str, float | int | None]]) -> None:
    data = figures_csv(table_of(rows))
    assert data.startswith(b"\xef\xbb\xbf")
    back = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]
    assert len(back) == len(rows)
    for (name, value), (read_name, read_value) in zip(rows, back, strict=True):
        assert read_name in (name, "'" + name)
        assert (float(read_value) if read_value else None) == value


@pytest.mark.parametrize(
    "name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|x", "@SUM(A1)", "\t=1", " =1", "%0A"]
)
def test_no_name_is_taken_for_a_formula(name: str) -> None:
    for text in (figures_csv(table_of([(name, 1)])).decode("utf-8-sig"), figures_text(table_of([(name, 1)]))):
        assert f"'{name}" in text


def test_whole_amounts_are_written_whole() -> None:
    table = table_of([("a", 18400.0), ("b", 2.5), ("c", None), ("d", -3)])
    assert figures_text(table).splitlines()[1:] == ["a\t18400", "b\t2.5", "c\t", "d\t-3"]
    assert figures_text(table, ",").splitlines()[2] == "b\t2,5"


def test_a_file_is_written_whole_or_said_not_to_be(tmp_path: Path) -> None:
    write_file(tmp_path / "chart.svg", b"<svg/>")
    assert (tmp_path / "chart.svg").read_bytes() == b"<svg/>"
    with pytest.raises(NetDeskError, match="could not be written"):
        write_file(tmp_path / "none" / "chart.svg", b"<svg/>")
    assert [path.name for path in tmp_path.iterdir()] == ["chart.svg"]
