"""Contacts as a table for spreadsheets and as JSON."""

from __future__ import annotations

import base64
import csv
import io
import json

import pytest

from netdesk.formats.contact_card import CardPhoto, CardPoint, ContactCard
from netdesk.formats.contacts_csv import columns, safe_cell, write_contacts_csv
from netdesk.formats.contacts_json import write_contacts_json

ADA = ContactCard(
    given="Zoë",
    family="Byron",
    organisation='=HYPERLINK("http://bad.example")',
    points=(
        CardPoint("phone", "work", "+44 7700 900123"),
        *(CardPoint("email", "", f"a{number}@b.example") for number in range(5)),
    ),
    note="one\ntwo",
    categories=("VIP", "maths"),
    birthday="--12-10",
    photo=CardPhoto(b"123", "image/png"),
)


def test_the_table() -> None:
    data = b"".join(write_contacts_csv([(ADA, {"Level": "Familiar face"})], ["Level"]))
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert list(row) == columns(["Level"])
    assert row["Name"] == "Zoë Byron"
    assert row["Organisation"] == "'" + ADA.organisation
    assert row["Phone 1"] == "+44 7700 900123"
    assert row["Phone 2"] == ""
    assert row["E-mail 3"] == "a2@b.example ::: a3@b.example ::: a4@b.example"
    assert (row["Notes"], row["Tags"], row["Level"]) == ("one\ntwo", "VIP, maths", "Familiar face")
    assert row["Birthday"] == "--12-10"


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd()", "@SUM(1)", "\t=1", " =1", "%x"])
def test_formulas_are_disarmed(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Ada", "+44 (0)7700 900-123", "-12.5", "a=b", "2026-11-22", "--12-10"])
def test_plain_cells_stay(text: str) -> None:
    assert safe_cell(text) == text


def test_json() -> None:
    document = json.loads(b"".join(write_contacts_json([(ADA, {"level": 2}), (ContactCard(given="B"), {})])))
    assert (document["format"], document["version"]) == ("netdesk-contacts", 1)
    ada, other = document["contacts"]
    assert ada["points"][0] == {"kind": "phone", "label": "work", "value": "+44 7700 900123"}
    assert base64.b64decode(ada["photo"]["data"]) == b"123"
    assert ada["more"] == {"level": 2}
    assert other == {"name": "B", "given": "B"}
    assert json.loads(b"".join(write_contacts_json([])))["contacts"] == []
