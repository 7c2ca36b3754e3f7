"""What the tour shows: every view, with how to come to it and how to leave it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QPixmap
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from netdesk.app.tour.about import ABOUT_SCENES
from netdesk.app.tour.camera import laid_over, settle
from netdesk.app.tour.deeds import (
    Deed,
    Scene,
    bring,
    emptied,
    go,
    open_event,
    open_person,
    open_pitch,
    person,
    press,
    run,
    scan,
    section,
    then,
    type_words,
)
from netdesk.app.tour.groups import GROUP_SCENES
from netdesk.app.tour.insights import INSIGHT_SCENES
from netdesk.app.tour.introductions import INTRODUCTION_SCENES
from netdesk.app.tour.ledger import LEDGER_SCENES
from netdesk.app.tour.levels import LEVEL_SCENES
from netdesk.app.tour.markets import MARKET_SCENES
from netdesk.app.tour.one_to_ones import ONE_TO_ONE_SCENES
from netdesk.app.tour.paste import PASTE_SCENES
from netdesk.app.tour.people import PEOPLE_SCENES
from netdesk.app.tour.time import TIME_SCENES
from netdesk.app.tour.today import FreeDay
from netdesk.app.tour.what_if import WHAT_IF_SCENES
from netdesk.app.tour.wins import WIN_SCENES
from netdesk.services.event_query import EventQuery, EventSort

if TYPE_CHECKING:
    from netdesk.ui.pages.board.page import BoardPage

_FROM, _TO, _GAP = 3, 4, 1
"""In the picture of a drag: from which level to which, and the gap under the pointer."""
_BELOW = 8


# The card under way: Grace, on her way to the fourth level.


def _board(program: Program) -> BoardPage:
    from netdesk.ui.pages.board.page import BoardPage

    board = program.window.page("board")
    assert isinstance(board, BoardPage)
    return board


def _lift(program: Program) -> None:
    go("board")(program)
    settle(0)
    board = _board(program)
    grace = person(program, "Grace Adeyemi")
    source, target = board.lists[_FROM], board.lists[_TO]
    data, _, _ = source.lifted(board.models[_FROM].row_of(grace), [grace], QPoint())
    over = QPoint(target.viewport().width() // 2, target.gap_height(_GAP))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    source.set_lifted([grace])
    QApplication.sendEvent(
        target.viewport(), QDragEnterEvent(over, Qt.DropAction.MoveAction, data, buttons, keys)
    )


def _lifted(program: Program, picture: QPixmap) -> QPixmap:
    board = _board(program)
    grace = person(program, "Grace Adeyemi")
    source, target = board.lists[_FROM], board.lists[_TO]
    row = board.models[_FROM].row_of(grace)
    size = source.row_rect(row).size()
    # Below the pointer, so that the line shows where the card would stand.
    _, lifted, held = source.lifted(row, [grace], QPoint(size.width() // 2, -_BELOW))
    gap = target.gap()
    over = QPoint(target.viewport().width() // 2, target.gap_height(_GAP if gap is None else gap))
    return laid_over(picture, [(lifted, target.viewport().mapTo(program.window, over) - held)])


def _put_down(program: Program) -> None:
    board = _board(program)
    QApplication.sendEvent(board.lists[_TO].viewport(), QDragLeaveEvent())
    board.lists[_FROM].set_lifted(())


def _list_events(query: EventQuery) -> Deed:
    """Ask something of the list of events."""

    def enter(program: Program) -> None:
        from netdesk.ui.pages.events.page import EventsPage

        page = program.window.page("events")
        assert isinstance(page, EventsPage)
        page.list.ask(query)

    return enter


_GRACE = open_person("Grace Adeyemi")
_MIXER = open_event("Chamber autumn mixer")
_EVENING = open_event("Fore Street traders' evening")
_INBOX = open_pitch("Inbox to zero")

_FREE_DAY = FreeDay()

SCENES: tuple[Scene, ...] = (
    Scene("today", go("today")),
    Scene("today-nothing", _FREE_DAY.enter, _FREE_DAY.leave),
    Scene("contacts", _GRACE),
    Scene(
        "contacts-search",
        then(_GRACE, run("contacts.search"), type_words("reta")),
        emptied("contacts.search"),
    ),
    Scene(
        "contacts-nothing-found",
        then(run("contacts.search"), type_words("Adeyemmi")),
        emptied("contacts.search"),
    ),
    Scene("contacts-many", then(_GRACE, run("contacts.select_all")), _GRACE),
    Scene("person-edit", then(_GRACE, run("person.edit")), press(Qt.Key.Key_Escape)),
    Scene("person-log", then(_GRACE, run("person.log"))),
    Scene("person-follow-up", then(_GRACE, run("person.follow_up"))),
    Scene(
        "new-person",
        then(
            _GRACE,
            run("contacts.new_person"),
            type_words("Noor Haddad, Haddad Spices, noor@haddadspices.example, +44 7700 900555"),
        ),
    ),
    Scene("tags", then(_GRACE, run("contacts.tags"))),
    Scene("board", go("board")),
    Scene("board-drag", _lift, _put_down, _lifted),
    Scene("board-tray", then(go("board"), run("board.tray")), run("board.tray")),
    Scene("board-filter", then(go("board"), run("board.filter")), press(Qt.Key.Key_Escape)),
    Scene("board-level", then(go("board"), run("board.level_settings"))),
    Scene("event", _MIXER),
    Scene("event-after", _EVENING),
    Scene(
        "event-card-typed",
        then(_EVENING, run("events.enter_card"), type_words("ma")),
        emptied("events.enter_card"),
    ),
    Scene("plan-templates", then(_EVENING, run("events.plan_templates"))),
    Scene("event-finish", then(_EVENING, run("events.finish_debrief"))),
    Scene("event-finished", open_event("Founders' evening")),
    Scene("event-new", then(_MIXER, run("events.new"))),
    Scene("event-edit", then(_MIXER, run("events.edit"))),
    Scene("event-repeat", then(_MIXER, run("events.repeat"))),
    Scene("event-pitch", then(_MIXER, run("events.pitch"))),
    Scene("event-print", then(_MIXER, run("events.print"))),
    Scene(
        "events-judged",
        then(_EVENING, _list_events(EventQuery(attended=True, sort=EventSort.VERDICT))),
        _list_events(EventQuery()),
    ),
    Scene("events-overview", then(_MIXER, run("events.overview"))),
    Scene("debrief-print", then(_EVENING, run("events.print_debrief"))),
    Scene("follow-ups-print", then(_MIXER, run("print.follow_ups"))),
    Scene("cards", run("events.cards")),
    Scene(
        "cards-nothing",
        then(run("events.cards", "events.find"), type_words("zzz")),
        emptied("events.cards", "events.find"),
    ),
    Scene("pitches", _INBOX),
    Scene("pitch-rehearse", then(_INBOX, run("pitches.rehearse"))),
    Scene("pitch-write-next", then(_INBOX, run("pitches.next"))),
    *GROUP_SCENES,
    *PEOPLE_SCENES,
    *WIN_SCENES,
    *PASTE_SCENES,
    *LEDGER_SCENES,
    *INSIGHT_SCENES,
    *WHAT_IF_SCENES,
    *TIME_SCENES,
    *LEVEL_SCENES,
    *INTRODUCTION_SCENES,
    *ONE_TO_ONE_SCENES,
    *MARKET_SCENES,
    *ABOUT_SCENES,
    Scene("palette", then(_GRACE, run("palette.open"))),
    Scene("palette-found", then(_GRACE, run("palette.open"), type_words("chamb"))),
    Scene("import", then(go("contacts"), bring)),
    Scene("scan", then(go("events"), scan)),
    Scene("history", then(go("contacts"), run("edit.history"))),
    Scene("shortcuts", then(go("contacts"), run("help.shortcuts"))),
    Scene("settings", go("settings")),
    Scene("settings-words", section("Tags")),
    Scene("settings-file", section("Workspace")),
    Scene("settings-about", section("About NetDesk")),
)
SMALL = frozenset(
    {
        "today",
        "contacts",
        "board",
        "event",
        "event-after",
        "cards",
        "groups",
        "pitches",
        "ledger",
        "ledger-all",
        "person-levels",
        "markets",
        "one-to-ones",
        "person-map",
        "settings",
        "import",
        "palette",
    }
)
"""Views that are shown on a small window as well."""
SCALED = frozenset(
    {
        "today",
        "contacts",
        "board",
        "event",
        "event-after",
        "cards",
        "groups",
        "pitches",
        "ledger",
        "person-levels",
        "level-evidence",
        "markets",
        "one-to-ones",
        "person-map",
    }
)
"""Views that are shown at 150 % as well."""
