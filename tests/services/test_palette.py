"""What the palette finds, and that it counts what is used."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.pitches import PitchKind
from netdesk.services.groups import bin_group
from netdesk.services.markets import add_market
from netdesk.services.palette import excerpt, find, note_use, recent_people, uses
from netdesk.services.pitch_edit import bin_pitches
from netdesk.services.pitches import PitchDraft, write_pitch
from netdesk.services.wins import bin_win
from netdesk.store.workspace import Workspace, moment
from tests.support.audited_groups import breakfast_club
from tests.support.wins import won
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    grace, ellen, aoife = sample_people(workspace, 3)
    with workspace.change("Fill"):
        workspace.many(
            "INSERT INTO event (title, starts_at, host, created_at) VALUES (?, ?, ?, ?)",
            [
                ("Breakfast Club", "2026-11-27T07:00:00+00:00", "The Old Mill", moment()),
                ("Grand opening", "2026-10-01T18:00:00+01:00", "Chamber", moment()),
                ("Graduates' evening", "2026-12-01T18:00:00+00:00", "Chamber", moment()),
            ],
        )
        workspace.sql("INSERT INTO expected_person (event_id, person_id) VALUES (1, ?)", (grace,))
        talk = workspace.sql(
            "INSERT INTO interaction (kind, happened_at, words, created_at) VALUES ('met', ?, ?, ?)",
            (
                "2026-11-13T07:30:00+00:00",
                "She sat with the new members all morning; Grace's one minute was about charity newsletters.",
                moment(),
            ),
        ).lastrowid
        workspace.sql(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (talk, grace)
        )
        workspace.sql("UPDATE person SET binned_at = ? WHERE id = ?", (moment(), aoife))
    assert ellen
    return workspace


def test_groups_are_found_by_name_place_and_reason(filled: Workspace) -> None:
    group_id = breakfast_club(filled)
    for words in ("break", "mill club", "choose help"):
        assert [(one.id, one.name) for one in find(filled, words, TODAY).groups] == [
            (group_id, "Breakfast Club")
        ]
    assert find(filled, "", TODAY).groups == find(filled, "rowing", TODAY).groups == ()
    bin_group(filled, group_id)
    assert find(filled, "break", TODAY).groups == ()


def test_target_markets_are_found_by_any_of_their_words(filled: Workspace) -> None:
    shops = add_market(
        filled, "Owner-run shops", who="Under ten people", where_they_gather="Traders' evenings"
    )
    for words in ("owner", "TEN", "traders evenings"):
        assert [(one.id, one.title) for one in find(filled, words, TODAY).markets] == [
            (shops, "Owner-run shops")
        ]
    assert find(filled, "", TODAY).markets == find(filled, "museums", TODAY).markets == ()


def test_wins_are_found_by_title_and_client_the_newest_first(filled: Workspace) -> None:
    older = won(filled, "Inbox set-up", client="Café Rosa", won_on=date(2026, 1, 5))
    newer = won(filled, "", client="Rosa & Sons")
    found = find(filled, "cafe ROSA", TODAY).wins
    assert [(win.id, win.name, win.client, win.on) for win in found] == [
        (older, "Inbox set-up", "Café Rosa", date(2026, 1, 5))
    ]
    assert [(win.name, win.client) for win in find(filled, "rosa", TODAY).wins] == [
        ("Rosa & Sons", ""), ("Inbox set-up", "Café Rosa")]  # fmt: skip
    assert find(filled, "", TODAY).wins == ()
    bin_win(filled, newer)
    assert [win.id for win in find(filled, "rosa", TODAY).wins] == [older]


def test_pitches_are_found_by_title_and_audience(filled: Workspace) -> None:
    for title, kind, audience in (
        ("Inbox to zero", PitchKind.ONE_MINUTE, "shop owners"),
        ("Ten-minute slot", PitchKind.PRESENTATION, "Breakfast Club"),
    ):
        write_pitch(filled, PitchDraft(title, kind, "You know how…", audience))
    finds = find(filled, "INBOX", TODAY)
    assert [(pitch.title, pitch.kind) for pitch in finds.pitches] == [("Inbox to zero", "One minute")]
    assert [pitch.title for pitch in find(filled, "break", TODAY).pitches] == ["Ten-minute slot"]
    assert find(filled, "", TODAY).pitches == ()
    bin_pitches(filled, [finds.pitches[0].id])
    assert find(filled, "inbox", TODAY).pitches == ()


def test_people_events_and_notes_are_found_by_three_letters(filled: Workspace) -> None:
    finds = find(filled, "gra", TODAY)
    assert [person.name for person in finds.people] == ["Grace Adeyemi"]
    assert [(event.title, event.expected) for event in finds.events] == [
        ("Graduates' evening", ""),
        ("Grand opening", ""),
        ("Breakfast Club", "Grace Adeyemi"),
    ]
    (note,) = finds.notes
    assert "Grace's one minute" in note.words
    assert note.person == "Grace Adeyemi"


def test_nothing_is_found_of_somebody_in_the_bin(filled: Workspace) -> None:
    assert find(filled, "aoife", TODAY).people == ()


def test_text_of_signs_only_finds_nothing_and_is_no_error(filled: Workspace) -> None:
    for text in ('"', "*", "' OR 1", "NEAR(", "\0", "((", "-"):
        finds = find(filled, text, TODAY)
        assert finds.notes == ()


def test_the_people_talked_to_last_come_first_when_nothing_is_typed(filled: Workspace) -> None:
    assert [person.name for person in recent_people(filled)] == ["Grace Adeyemi"]


def test_uses_are_counted_and_are_no_step_of_the_history(filled: Workspace) -> None:
    steps = len(filled.history())
    for _ in range(3):
        note_use(filled, "person.log")
    note_use(filled, "edit.undo")
    assert uses(filled) == {"person.log": 3, "edit.undo": 1}
    assert len(filled.history()) == steps


@pytest.mark.parametrize(
    ("words", "wanted", "expected"),
    [
        ("short", "sho", "short"),
        ("one two", "", "one two"),
        ("a" * 100, "zzz", "a" * 28 + "…"),
        ("word " * 20 + "Zoë spoke", "zoe", "…word word word word word Zoë spoke"),
    ],
)
def test_an_excerpt_shows_the_word_that_was_found(words: str, wanted: str, expected: str) -> None:
    assert excerpt(words, wanted) == expected
