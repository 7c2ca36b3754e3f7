"""The first day with NetDesk, driven as a person does: contacts in, people moved, an event planned, its sheet saved."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from netdesk.store.workspace import Workspace
from tests.support import seeing
from tests.support.driving import TRAY, people_listed
from tests.support.first_day import AIMS, EXPECTED, MIXER, PEOPLE, connections, phone_card
from tests.support.journey_desk import HEIGHT, JourneyDesk


def stored_levels(workspace: Workspace) -> dict[str, int | None]:
    return dict(workspace.sql("SELECT display_name, level FROM person WHERE level IS NOT NULL").fetchall())


def stored_plan(workspace: Workspace) -> tuple[str, int, int]:
    (row,) = workspace.sql(
        "SELECT title, (SELECT count(*) FROM goal WHERE event_id = event.id),"
        " (SELECT count(*) FROM expected_person WHERE event_id = event.id) FROM event"
    ).fetchall()
    title, goals, people = row
    return title, goals, people


def columns_shown() -> list[list[str]]:
    return [seeing.column_names(level) for level in (TRAY, 1, 2, 3, 4, 5)]


def test_the_first_day(desk: JourneyDesk, tmp_path: Path) -> None:
    person = desk.person
    desk.start()
    person.is_at("welcome")
    person.see("Network with a purpose")

    person.bring_from_the_welcome(phone_card(tmp_path))
    person.press("Show them")
    person.is_at("contacts")
    person.listed("Grace Adeyemi")
    person.bring_by_key(connections(tmp_path))
    person.press("Show them")
    person.hands.wait(lambda: len(people_listed()) == len(PEOPLE) - 1, "the new people are not shown")

    person.press("All")
    person.listed(*PEOPLE)

    person.search("gra")
    person.listed("Grace Adeyemi")
    person.is_shown("Copywriter, Editing, Bright Copy")
    person.end_search()
    person.listed(*PEOPLE)
    person.choose_person("Grace Adeyemi")
    assert stored_levels(desk.workspace) == {}

    person.hands.key("Ctrl+3")
    person.is_at("board")
    person.cards_are(TRAY, *PEOPLE)
    person.drag_to("Grace Adeyemi", 3)
    person.hear("Grace Adeyemi moved to Equally engaged")
    person.drag_to("Ravi Menon", 2)
    person.hear("Ravi Menon moved to Familiar face")
    person.choose_card("Ellen Brandt")
    person.hands.key("Alt+Right")
    person.hear("Ellen Brandt moved to Sausage sharer")
    assert stored_levels(desk.workspace) == {"Grace Adeyemi": 3, "Ravi Menon": 2, "Ellen Brandt": 1}
    person.press("Undo")
    person.hear("Undone: Move Ellen Brandt to Sausage sharer")
    person.cards_are(1)
    assert stored_levels(desk.workspace) == {"Grace Adeyemi": 3, "Ravi Menon": 2}

    person.hands.key("Ctrl+4")
    person.is_at("events")
    person.plan_event(MIXER)
    for aim in AIMS:
        person.aim_for(aim)
    # "Event planned, Undo" would take back the last goal by now.
    assert seeing.toast() == ""
    person.press("Add somebody to meet")
    for letters, name in EXPECTED:
        person.expect(letters, name)
    person.hands.key("Escape")
    sheet = tmp_path / "Autumn mixer.pdf"
    person.print_to(sheet)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(sheet).pages).split())
    aims = ("Collect 5 cards from potential clients", "Inbox to zero", "strategic partner")
    for words in (MIXER.title, MIXER.place, *aims, *(name for _, name in EXPECTED)):
        assert words in text
    person.hands.key("Escape")
    assert stored_plan(desk.workspace) == (MIXER.title, 3, 5)

    person.hands.key("Ctrl+3")
    person.is_at("board")
    columns = columns_shown()
    desk.close()

    desk.start(height=None)
    person.is_at("board")
    person.cards_are(3, "Grace Adeyemi")
    window = seeing.main_window()
    assert window is not None
    assert window.height() == HEIGHT
    person.hands.wait(lambda: columns_shown() == columns, "the board is not as it was")
    assert stored_levels(desk.workspace) == {"Grace Adeyemi": 3, "Ravi Menon": 2}
    person.hands.key("Ctrl+2")
    person.is_shown("Grace Adeyemi")
    person.is_shown("Copywriter, Editing, Bright Copy")
    person.hands.key("Ctrl+4")
    person.see(MIXER.title)
    for words in (*(aim.follow_up for aim in AIMS), *(name for _, name in EXPECTED)):
        person.see(words)
    person.hands.key("Ctrl+Z")
    person.hear("Undone: ")
    person.hands.wait(
        lambda: stored_plan(desk.workspace) == (MIXER.title, 3, 4), "the last name is still there"
    )
