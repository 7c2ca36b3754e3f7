"""10,000 vCards brought in: read, compared with who is here, written, searchable. Limit: vobject reading the file.

vobject only reads; everything else NetDesk does is on top of that.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import HOW, Took, now, since, tell_ratio
from benchmarks.population import TODAY
from netdesk.background.jobs import Report
from netdesk.services.contact_query import ContactQuery
from netdesk.services.contacts import ids
from netdesk.services.importing import bring, plan
from netdesk.services.workspaces import open_workspace

CARDS = 10_000
RUNS = 3
MOST = 0.2
BESIDE = "vobject reading"


def main() -> bool:
    """Measure and print; whether the aim was reached."""
    with tempfile.TemporaryDirectory(prefix="netdesk-bench-") as name:
        folder = Path(name)
        file = folder / "cards.vcf"
        file.write_text("".join(_card(number) for number in range(CARDS)), encoding="utf-8", newline="")
        ours: list[Took] = []
        theirs: list[Took] = []
        # In turn, so that both meet the same machine.
        for run in range(RUNS):
            ours.append(_brought(folder / f"{run}.netdesk", file))
            theirs.append(_read_by_vobject(file))
    rate, other = (CARDS / statistics.median(one[0] for one in times) * 1000 for times in (ours, theirs))
    print(f"{rate:,.0f} cards a second written and searchable; vobject reads {other:,.0f}", file=sys.stderr)
    name = f"import of {CARDS:,} vCards, written and searchable"
    reached = [
        tell_ratio(
            f"{name}, {how}", [one[place] for one in ours], [one[place] for one in theirs], MOST, BESIDE
        )
        for place, how in enumerate(HOW)
    ]
    return all(reached)


def _card(number: int) -> str:
    given, family = f"Given{number % 97}", f"Family{number}"
    return (
        "BEGIN:VCARD\r\nVERSION:3.0\r\n"
        f"UID:urn:bench:{number}\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\nORG:Firm {number % 800};\r\n"
        f"TITLE:Owner\r\nEMAIL;TYPE=INTERNET,WORK:{given}.{number}@mail.example\r\n"
        f"TEL;TYPE=CELL:+44 7700 {900000 + number % 1000:06d}\r\n"
        f"ADR;TYPE=WORK:;;{number} Mill Street;Leeds;;LS1 {number % 10}AA;United Kingdom\r\n"
        f"item1.URL;TYPE=pref:https\\://firm{number % 800}.example\r\nitem1.X-ABLabel:_$!<HomePage>!$_\r\n"
        f"BDAY:19{number % 60 + 40:02d}-03-22\r\nCATEGORIES:retail,school\r\n"
        "NOTE:Met at the autumn fair\\, talked about new offices and a long line that has to be\r\n"
        "  folded because it is longer than a line may be.\r\nEND:VCARD\r\n"
    )


def _brought(path: Path, file: Path) -> Took:
    workspace = open_workspace(path)
    begin = now()
    report = Report()
    done = bring(workspace, plan(workspace, [file], report), {}, report=report)
    found = ids(workspace, ContactQuery("Family9999"), TODAY)
    took = since(begin)
    workspace.close()
    if done.added != CARDS or len(found) != 1:
        raise AssertionError(f"{done.added} added, {len(found)} found")
    return took


def _read_by_vobject(file: Path) -> Took:
    import vobject

    begin = now()
    with file.open(encoding="utf-8", newline="") as stream:
        count = sum(1 for _ in vobject.readComponents(stream))
    took = since(begin)
    if count != CARDS:
        raise AssertionError(f"vobject read {count} cards")
    return took


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
