"""The report of an import: in one line, and as a text to keep."""

import pytest

from netdesk.services.import_plan import Remark
from netdesk.services.import_report import ImportReport, people, remark_line


def report(added: int = 0, updated: int = 0) -> ImportReport:
    return ImportReport("many.vcf", added, updated, 3, 1_004, (), ())


@pytest.mark.parametrize(
    ("added", "updated", "sentence"),
    [
        (0, 0, "0 people added"),
        (1, 0, "1 person added"),
        (1_512, 12, "1,512 people added, 12 updated"),
        (0, 1, "1 person updated"),
        (0, 2_000, "2,000 people updated"),
    ],
)
def test_what_was_done_in_one_line(added: int, updated: int, sentence: str) -> None:
    assert report(added, updated).sentence() == sentence


def test_the_whole_report_names_every_place() -> None:
    whole = ImportReport(
        "many.vcf",
        1,
        0,
        3,
        1_004,
        (
            Remark("many.vcf", 1_841, "The line ends inside quotes.", '"Gr'),
            Remark("gone.vcf", 0, "No such file."),
        ),
        (Remark("many.vcf", 7, "The photo was left out."),),
    )
    assert not whole.is_whole
    assert whole.as_text().splitlines() == [
        "Contacts from many.vcf",
        "",
        "Added: 1",
        "Updated: 0",
        "Already there: 3",
        "Left out: 1,004",
        "Could not be read: 2",
        "",
        "Could not be read",
        'many.vcf, line 1,841: The line ends inside quotes.  ["Gr]',
        "gone.vcf: No such file.",
        "",
        "Left out of a card",
        "many.vcf, line 7: The photo was left out.",
    ]


def test_a_whole_report_has_no_list_of_places() -> None:
    assert report(2).is_whole
    assert report(2).as_text().splitlines()[-1] == "Could not be read: 0"


def test_people_are_counted_in_words() -> None:
    assert (people(1), people(0), people(12_000)) == ("1 person", "0 people", "12,000 people")
    assert remark_line(Remark("a.csv", 2, "Empty.")) == "a.csv, line 2: Empty."
