"""The full-text index over people and over what was said.

``search_text`` holds one row of text for each person, gathered from several tables; ``person_search`` indexes it as
it is typed. ``offer_search`` and ``learned_search`` hold the stems of words ("hiring" is found by "hire") of what
people are and have, without what they look for, and of what was said with them: from these, who fits whom is asked.
Every trigger names its columns: a card moved on the board never touches the index. While ``write_state.indexing``
is 0 (a large import) the gathering waits, and ``index_people`` does it in one statement.

Beside a name as it is shown stands its folded sort name, so that "sorensen" finds Sørensen. Beside a phone number
(+447700900123) stand its digits after a country code of one, two or three, so that it is found as dialled at home.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from netdesk.store.tracking import drop_triggers

PREFIX = "search_"

_COLUMNS = "person_id, name, organisation, contact, tags, notes, wishes, fields, markets"
_GATHER = """
SELECT p.id,
    trim(p.display_name || ' ' || p.given || ' ' || p.family || ' ' || p.nickname || ' ' || p.sort_name),
    trim(coalesce((SELECT name FROM organisation o WHERE o.id = p.organisation_id), '')
         || ' ' || p.department || ' ' || p.role),
    coalesce((SELECT group_concat(value || ' ' || normalised || CASE WHEN kind = 'phone' THEN
                  ' ' || substr(normalised, 3) || ' ' || substr(normalised, 4) || ' ' || substr(normalised, 5)
                  ELSE '' END, char(10))
              FROM contact_point c WHERE c.person_id = p.id), ''),
    coalesce((SELECT group_concat(t.name, char(10)) FROM person_tag pt JOIN tag t ON t.id = pt.tag_id
              WHERE pt.person_id = p.id), ''),
    trim(p.note || char(10) || p.what_they_do || char(10) || p.accomplishments || char(10) || p.interests
         || char(10) || p.networks || char(10) || p.skills || char(10) || p.met_words, char(10)),
    trim(p.ideal_client || char(10) || p.good_introduction || char(10) || p.where_to, char(10)),
    coalesce((SELECT group_concat(value, char(10)) FROM own_field_value v WHERE v.person_id = p.id), ''),
    coalesce((SELECT group_concat(trim(t.name || ' ' || m.how), char(10)) FROM person_market m
              JOIN target_market t ON t.id = m.target_market_id WHERE m.person_id = p.id), '')
FROM person p
"""
_PERSON_TEXT = (
    "display_name, given, family, nickname, sort_name, organisation_id, department, role, note, what_they_do,"
    " ideal_client, good_introduction, where_to, accomplishments, interests, networks, skills, met_words"
)


_UPSERT = "ON CONFLICT (person_id) DO UPDATE SET " + ", ".join(
    f"{column} = excluded.{column}"
    for column in ("name", "organisation", "contact", "tags", "notes", "wishes", "fields", "markets")
)


def _gather(where: str) -> str:
    return f"INSERT INTO search_text ({_COLUMNS}) {_GATHER} WHERE {where} {_UPSERT};"


def _follow(table: str, columns: str) -> list[str]:
    """Triggers that gather a person’s text again when a row of ``table`` comes, changes, goes or is another’s."""
    statements = []
    for event, people in (
        ("INSERT", "NEW.person_id"),
        (f"UPDATE OF {columns}, person_id", "NEW.person_id, OLD.person_id"),
        ("DELETE", "OLD.person_id"),
    ):
        name = f"{PREFIX}{table}_{event.split()[0].lower()}"
        statements.append(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} WHEN (SELECT indexing FROM write_state)"
            f" BEGIN {_gather(f'p.id IN ({people})')} END"
        )
    return statements


@dataclass(frozen=True, slots=True)
class _Index:
    """A full-text index over columns of another table, and the SQL that keeps it in step from a trigger."""

    name: str
    columns: tuple[str, ...]
    key: str

    @property
    def learn(self) -> str:
        values = ", ".join(f"new.{column}" for column in (self.key, *self.columns))
        return f"INSERT INTO {self.name} (rowid, {', '.join(self.columns)}) VALUES ({values});"

    @property
    def forget(self) -> str:
        values = ", ".join(f"old.{column}" for column in (self.key, *self.columns))
        columns = ", ".join(self.columns)
        return f"INSERT INTO {self.name} ({self.name}, rowid, {columns}) VALUES ('delete', {values});"

    @property
    def differs(self) -> str:
        return " OR ".join(f"old.{column} <> new.{column}" for column in self.columns)


_PEOPLE = _Index(
    "person_search", ("name", "organisation", "contact", "tags", "notes", "wishes", "fields"), "person_id"
)
_OFFERS = _Index("offer_search", ("organisation", "tags", "notes", "markets"), "person_id")
_SAID = _Index("interaction_search", ("title", "words"), "id")
_LEARNED = _Index("learned_search", ("title", "words"), "id")


def _statements() -> list[str]:
    return [
        f"CREATE TRIGGER {PREFIX}text_insert AFTER INSERT ON search_text"
        f" BEGIN {_PEOPLE.learn} {_OFFERS.learn} END",
        f"CREATE TRIGGER {PREFIX}text_delete AFTER DELETE ON search_text"
        f" BEGIN {_PEOPLE.forget} {_OFFERS.forget} END",
        *(
            f"CREATE TRIGGER {PREFIX}text_update_{index.name} AFTER UPDATE ON search_text WHEN {index.differs}"
            f" BEGIN {index.forget} {index.learn} END"
            for index in (_PEOPLE, _OFFERS)
        ),
        f"CREATE TRIGGER {PREFIX}person_insert AFTER INSERT ON person"
        f" WHEN (SELECT indexing FROM write_state) BEGIN {_gather('p.id = NEW.id')} END",
        f"CREATE TRIGGER {PREFIX}person_update AFTER UPDATE OF {_PERSON_TEXT} ON person"
        f" WHEN (SELECT indexing FROM write_state) BEGIN {_gather('p.id = NEW.id')} END",
        f"CREATE TRIGGER {PREFIX}person_delete AFTER DELETE ON person"
        " BEGIN DELETE FROM search_text WHERE person_id = OLD.id; END",
        *_follow("contact_point", "value, normalised"),
        *_follow("person_tag", "tag_id"),
        *_follow("own_field_value", "value"),
        *_follow("person_market", "target_market_id, how"),
        f"CREATE TRIGGER {PREFIX}market_update AFTER UPDATE OF name ON target_market"
        f" BEGIN {_gather('p.id IN (SELECT person_id FROM person_market WHERE target_market_id = NEW.id)')} END",
        f"CREATE TRIGGER {PREFIX}market_insert AFTER INSERT ON target_market"
        " WHEN NOT (SELECT recording FROM write_state)"
        f" BEGIN {_gather('p.id IN (SELECT person_id FROM person_market WHERE target_market_id = NEW.id)')} END",
        f"CREATE TRIGGER {PREFIX}tag_update AFTER UPDATE OF name ON tag"
        f" BEGIN {_gather('p.id IN (SELECT person_id FROM person_tag WHERE tag_id = NEW.id)')} END",
        # A step taken back may bring the tag or the organisation after the rows that point to it.
        f"CREATE TRIGGER {PREFIX}tag_insert AFTER INSERT ON tag WHEN NOT (SELECT recording FROM write_state)"
        f" BEGIN {_gather('p.id IN (SELECT person_id FROM person_tag WHERE tag_id = NEW.id)')} END",
        f"CREATE TRIGGER {PREFIX}organisation_update AFTER UPDATE OF name ON organisation"
        f" BEGIN {_gather('p.organisation_id = NEW.id')} END",
        f"CREATE TRIGGER {PREFIX}organisation_insert AFTER INSERT ON organisation"
        f" WHEN NOT (SELECT recording FROM write_state) BEGIN {_gather('p.organisation_id = NEW.id')} END",
        f"CREATE TRIGGER {PREFIX}said_insert AFTER INSERT ON interaction BEGIN {_SAID.learn} {_LEARNED.learn} END",
        f"CREATE TRIGGER {PREFIX}said_delete AFTER DELETE ON interaction BEGIN {_SAID.forget} {_LEARNED.forget} END",
        f"CREATE TRIGGER {PREFIX}said_update AFTER UPDATE OF title, words ON interaction"
        f" BEGIN {_SAID.forget} {_LEARNED.forget} {_SAID.learn} {_LEARNED.learn} END",
    ]


def install(connection: sqlite3.Connection) -> None:
    """Put the index’s triggers anew."""
    drop_triggers(connection, PREFIX)
    for statement in _statements():
        connection.execute(statement)


def index_people(connection: sqlite3.Connection, first_id: int, last_id: int) -> None:
    """Gather the text of the people with ids from ``first_id`` to ``last_id`` in one statement."""
    connection.execute(_gather("p.id BETWEEN ? AND ?"), (first_id, last_id))


def rebuild(connection: sqlite3.Connection) -> None:
    """Gather all text and build both indexes again."""
    drop_triggers(connection, f"{PREFIX}text_")
    connection.execute("DELETE FROM search_text")
    connection.execute(f"INSERT INTO search_text ({_COLUMNS}) {_GATHER}")
    for index in (_PEOPLE, _OFFERS, _SAID, _LEARNED):
        connection.execute(f"INSERT INTO {index.name} ({index.name}) VALUES ('rebuild')")
    install(connection)


_WORD = re.compile(r"\w+", re.UNICODE)


def match_query(text: str) -> str:
    """What a person typed as an FTS5 query: every word must occur, each as a prefix; ``""`` when there is none.

    Words are quoted, so that AND, NEAR, quotes, stars and brackets are just text.
    """
    return " ".join(f'"{word}"*' for word in _WORD.findall(text.replace("\0", " "))[:12])
