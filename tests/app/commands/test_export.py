"""`netdesk export`: what is written comes in again elsewhere."""

import csv
import json
from pathlib import Path

import pytest

from tests.support.commands import CommandLine


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_vcards_come_in_again_elsewhere(sample: CommandLine, tmp_path: Path, version: str) -> None:
    out = tmp_path / "all.vcf"
    answer = sample("export", out, "--vcard", version)
    assert (answer.code, answer.out) == (0, "")
    assert f"Wrote 80 people to {out}" in answer.err
    assert out.read_text(encoding="utf-8").count(f"VERSION:{version}") == 80
    grace = sample("show", "grace", "--json").json
    sample.path = tmp_path / "elsewhere.netdesk"
    assert sample("import", out, "--json").json["added"] == 80
    there = sample("show", "grace", "--json").json
    for name in ("name", "organisation", "role", "birthday", "tags"):
        assert there[name] == grace[name]
    assert [one["value"] for one in there["points"]] == [one["value"] for one in grace["points"]]


def test_a_table_and_json(sample: CommandLine, tmp_path: Path) -> None:
    assert sample("export", tmp_path / "all.csv").code == 0
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 80
    assert "Grace Adeyemi" in {row["Name"] for row in rows}
    assert sample("export", tmp_path / "all.json").code == 0
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["contacts"]) == 80


def test_another_ending_or_place_is_said(sample: CommandLine, tmp_path: Path) -> None:
    odd = sample("export", tmp_path / "all.docx")
    assert odd.code == 2
    assert ".vcf (vCard), .csv (a table) or .json" in odd.err
    nowhere = sample("export", tmp_path / "nowhere" / "all.vcf")
    assert nowhere.code == 2
    assert not (tmp_path / "nowhere").exists()
