"""`netdesk prep-sheet` and `netdesk sheet`: what NetDesk prints as a PDF, drawn without a screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_event
from netdesk.app.commands.output import say
from netdesk.method.audit_sheet import compose_audit_sheet
from netdesk.method.debrief_sheet import compose_debrief_sheet
from netdesk.method.follow_up_sheet import compose_follow_up_sheet, follow_up_week, week_of
from netdesk.method.money import plain_money
from netdesk.method.one_to_one_sheet import compose_one_to_one_sheet
from netdesk.method.periods import parse_period
from netdesk.method.prep_sheet import compose_pocket_sheet, compose_prep_sheet
from netdesk.method.review_sheet import Length, compose_review_sheet
from netdesk.services.audit_sheets import audit_sheet_input
from netdesk.services.group_list import group_called
from netdesk.services.insights.review import review
from netdesk.services.one_to_one_sheets import one_to_one_sheet_input
from netdesk.services.preferences import PaperChoice, method_settings, preferences
from netdesk.services.sheets import debrief_sheet_input, prep_sheet_input, week_follow_ups
from netdesk.services.workspaces import Workspace

if TYPE_CHECKING:
    from netdesk.ui.printing.page_layout import LaidSheet, Paper


def prep_sheet(ws: Workspace, given: Given, today: date) -> int:
    """Write the sheet of the event that is meant; a file of that name is replaced."""
    event_id = find_event(ws, given.event)
    compose = compose_pocket_sheet if given.pocket else compose_prep_sheet
    sheet = compose(prep_sheet_input(ws, event_id, today), method_settings(ws))
    with _drawing(ws, given) as paper:
        from netdesk.ui.printing.pdf import lay_sheet

        return _write(lambda: lay_sheet(sheet, paper, pocket=given.pocket), given.output)


def sheet(ws: Workspace, given: Given, today: date) -> int:
    """Write a debrief, a group's audit, a review or the follow-ups of a week; a file of that name is replaced."""
    if given.audit is not None:
        return _audit(ws, given, today)
    if given.review is not None:
        return _review(ws, given, today)
    return _week(ws, given, today) if given.debrief is None else _debrief(ws, given, today)


def _debrief(ws: Workspace, given: Given, today: date) -> int:
    event = debrief_sheet_input(ws, find_event(ws, given.debrief), today)
    settings = method_settings(ws)
    with _drawing(ws, given) as paper:
        from netdesk.ui.money import money
        from netdesk.ui.printing.debrief_sheet_drawing import lay_debrief_sheet

        return _write(
            lambda: lay_debrief_sheet(compose_debrief_sheet(event, settings, money), paper), given.output
        )


def _audit(ws: Workspace, given: Given, today: date) -> int:
    group = audit_sheet_input(ws, group_called(ws, given.audit), today)
    with _drawing(ws, given) as paper:
        from netdesk.ui.money import money
        from netdesk.ui.printing.audit_sheet_drawing import lay_audit_sheet

        return _write(lambda: lay_audit_sheet(compose_audit_sheet(group, money), paper), given.output)


def _review(ws: Workspace, given: Given, today: date) -> int:
    length = Length.ONE_PAGE if given.one_page else Length.TWO_PAGES
    found = review(ws, parse_period(given.review, today), today, plain_money)
    with _drawing(ws, given) as paper:
        from netdesk.ui.printing.review_sheet_drawing import lay_review_sheet

        sheet = compose_review_sheet(found, today, plain_money, length)
        return _write(lambda: lay_review_sheet(sheet, paper), given.output)


def _week(ws: Workspace, given: Given, today: date) -> int:
    with _drawing(ws, given) as paper:
        from netdesk.ui.printing.follow_up_sheet_drawing import first_weekday, lay_follow_up_sheet

        week = follow_up_week(week_of(given.week, first_weekday()), today)
        follow_ups = week_follow_ups(ws, week)
        return _write(
            lambda: lay_follow_up_sheet(compose_follow_up_sheet(week, follow_ups, today), paper), given.output
        )


def one_to_one_sheet(ws: Workspace, given: Given, today: date) -> int:
    """Write the sheet of a planned one-to-one; a file of that name is replaced."""
    planned = one_to_one_sheet_input(ws, given.id, today)
    with _drawing(ws, given) as paper:
        from netdesk.ui.printing.one_to_one_sheet_drawing import lay_one_to_one_sheet

        return _write(lambda: lay_one_to_one_sheet(compose_one_to_one_sheet(planned), paper), given.output)


@contextmanager
def _drawing(ws: Workspace, given: Given) -> Iterator[Paper]:
    """Make drawing possible without a screen, and give the paper: the one named, else as in Settings."""
    choice = PaperChoice(given.paper) if given.paper else preferences(ws).paper
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication

    from netdesk.ui.printing.page_layout import Paper, usual_paper

    # Fonts need an application; it is kept in a variable until the sheet is written.
    application = QGuiApplication.instance() or QGuiApplication(["netdesk"])
    if choice is PaperChoice.SYSTEM:
        yield usual_paper(QLocale.territoryToCode(QLocale.system().territory()))
    else:
        yield Paper.LETTER if choice is PaperChoice.LETTER else Paper.A4
    del application


def _write(lay: Callable[[], LaidSheet], path: Path) -> int:
    from netdesk.ui.printing.pdf import write_pdf

    laid = lay()
    write_pdf(laid, path)
    pages = len(laid.pages)
    say(f"Wrote {path}: {laid.title}, {laid.paper.label}, {pages} {'page' if pages == 1 else 'pages'}.")
    return 0
