"""Keep a workspace of the present schema for ever, so that every later NetDesk can prove that it opens it.

Run it with the program whose schema is released: ``python packaging/setup/freeze_schema.py resources/selftest``. It
writes ``schema-N.netdesk.gz``, a closed workspace with a few rows in the tables that this schema brought and one step
that can be undone. A file that is there is left as it is: what was released does not change.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

from netdesk.store.migrations import MINOR
from netdesk.store.workspace import Workspace

_WHEN = "2026-11-19T18:30:00+00:00"
_ROWS: dict[int, tuple[str, ...]] = {
    1: (
        "INSERT INTO organisation (id, name, sort_name) VALUES (1, 'Bright Copy', 'bright copy')",
        "INSERT INTO person (id, uid, given, family, display_name, sort_name, organisation_id, ideal_client, note,"
        f" level, level_since, board_rank, created_at, updated_at) VALUES (1, 'schema-grace', 'Grace', 'Adeyemi',"
        f" 'Grace Adeyemi', 'adeyemi grace', 1, 'Firms that write badly', 'Met by the coffee', 2, '{_WHEN}', 1,"
        f" '{_WHEN}', '{_WHEN}')",
        "INSERT INTO person (id, uid, given, family, display_name, sort_name, met_through_id, created_at, updated_at)"
        f" VALUES (2, 'schema-zoe', 'Zoë', 'Laurent', 'Zoë Laurent', 'laurent zoe', 1, '{_WHEN}', '{_WHEN}')",
        "INSERT INTO contact_point (person_id, kind, value, normalised) VALUES"
        " (1, 'phone', '07700 900123', '+447700900123'), (2, 'email', 'zoe@laurent.example', 'zoe@laurent.example')",
        "INSERT INTO tag (id, name, folded) VALUES (1, 'Chamber', 'chamber')",
        "INSERT INTO person_tag (person_id, tag_id) VALUES (1, 1)",
        "INSERT INTO event (id, title, starts_at, created_at)"
        f" VALUES (1, 'Chamber autumn mixer', '{_WHEN}', '{_WHEN}')",
        "INSERT INTO goal (event_id, kind, count, follow_up) VALUES (1, 'learn', 5, 'I write the day after')",
        f"INSERT INTO interaction (id, kind, happened_at, words, created_at) VALUES (1, 'met', '{_WHEN}',"
        f" 'Talked about headlines', '{_WHEN}')",
        "INSERT INTO interaction_person (interaction_id, person_id) VALUES (1, 1)",
        "INSERT INTO follow_up (person_id, event_id, action, due_on, created_at)"
        f" VALUES (1, 1, 'Send the article', '2026-11-20', '{_WHEN}')",
        f"INSERT INTO level_move (person_id, from_level, to_level, moved_at) VALUES (1, 1, 2, '{_WHEN}')",
        "INSERT INTO pitch (id, title, kind, created_at)"
        f" VALUES (1, 'Sixty seconds', 'one_minute', '{_WHEN}')",
        "INSERT INTO pitch_version (id, pitch_id, number, text, created_at)"
        f" VALUES (1, 1, 1, 'I turn long reports into short ones.', '{_WHEN}')",
    ),
    2: (
        "INSERT INTO card (event_id, person_id, solid, received_at, created_at)"
        f" VALUES (1, 1, 1, '{_WHEN}', '{_WHEN}')",
        "INSERT INTO reaction (event_id, pitch_version_id, asked_more, polite) VALUES (1, 1, 3, 2)",
    ),
    3: (
        f"INSERT INTO networking_group (id, name, created_at) VALUES (1, 'Breakfast table', '{_WHEN}')",
        f"INSERT INTO member (group_id, person_id, created_at) VALUES (1, 2, '{_WHEN}')",
        "INSERT INTO ledger_entry (person_id, kind, way, words, happened_on, created_at)"
        f" VALUES (1, 'give', 'advice', 'Read her site', '2026-11-19', '{_WHEN}')",
        "INSERT INTO one_to_one (person_id, starts_at, uid, created_at)"
        f" VALUES (2, '2026-12-01T10:00:00+00:00', 'schema-talk', '{_WHEN}')",
        "INSERT INTO introduction (person_id, other_id, state, made_on, created_at)"
        f" VALUES (1, 2, 'made', '2026-11-19', '{_WHEN}')",
        f"INSERT INTO relation (person_id, other_id, kind, created_at) VALUES (1, 2, 'works_with', '{_WHEN}')",
    ),
    4: (
        "INSERT INTO win (id, title, client, won_on, value, currency, source, created_at)"
        f" VALUES (1, 'Annual report', 'Bright Copy', '2026-11-18', 1200.5, 'GBP', 'referral', '{_WHEN}')",
        "INSERT INTO win_thanks (win_id, person_id, name) VALUES (1, 2, 'Zoë Laurent')",
        "INSERT INTO logged_time (activity, spent_on, minutes, created_at)"
        f" VALUES ('follow_up', '2026-11-19', 45, '{_WHEN}')",
    ),
}


def write(folder: Path) -> Path:
    """Write the file of the present schema into ``folder``, unless it is there."""
    file = folder / f"schema-{MINOR}.netdesk.gz"
    if file.exists():
        return file
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "kept.netdesk"
        workspace = Workspace(path)
        with workspace.change("Bring what this schema keeps"):
            for schema in range(1, MINOR + 1):
                for statement in _ROWS.get(schema, ()):
                    workspace.sql(statement)
        workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        workspace.close()
        folder.mkdir(parents=True, exist_ok=True)
        # No time and no name inside: the same rows give the same bytes.
        file.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    return file


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
