"""Names for saved sheets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.ui.printing.file_names import pdf_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Chamber autumn mixer", "Chamber autumn mixer.pdf"),
        ("Q4 / plans: <draft>?", "Q4 plans draft.pdf"),
        ("..", "Prep sheet.pdf"),
        ("", "Prep sheet.pdf"),
        ("con", "Prep sheet con.pdf"),
        ("Čaj o páté", "Čaj o páté.pdf"),
        ("a" * 300, "a" * 80 + ".pdf"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert pdf_name(title) == name


def test_the_pocket_sheet_has_a_name_of_its_own() -> None:
    assert pdf_name("Mixer", pocket=True) == "Mixer (pocket).pdf"


@given(st.text(max_size=300))
def test_any_title_is_fit_for_a_folder(title: str) -> None:
    name = pdf_name(title)
    assert name.endswith(".pdf")
    assert len(name) <= 100
    assert not set(name) & set('\\/:*?"<>|\x00\n')
    assert name[0] != "."
