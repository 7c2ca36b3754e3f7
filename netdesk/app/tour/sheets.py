"""The sheets of the tour: as PDF, and as pictures drawn by the same painter."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from netdesk.app.tour.camera import Camera
from netdesk.method.audit_sheet import compose_audit_sheet
from netdesk.method.debrief_sheet import compose_debrief_sheet
from netdesk.method.follow_up_sheet import compose_follow_up_sheet, follow_up_week, week_of
from netdesk.method.one_to_one_sheet import compose_one_to_one_sheet
from netdesk.method.periods import last_12_months
from netdesk.method.prep_sheet import compose_pocket_sheet, compose_prep_sheet
from netdesk.method.review_sheet import Length, compose_review_sheet
from netdesk.services.audit_sheets import audit_sheet_input
from netdesk.services.event_list import event_ids
from netdesk.services.group_list import group_called
from netdesk.services.insights.review import review
from netdesk.services.one_to_one_lists import upcoming
from netdesk.services.one_to_one_sheets import one_to_one_sheet_input
from netdesk.services.preferences import method_settings
from netdesk.services.sheets import debrief_sheet_input, prep_sheet_input, week_follow_ups
from netdesk.services.workspaces import Workspace
from netdesk.ui.money import money
from netdesk.ui.printing.audit_sheet_drawing import lay_audit_sheet
from netdesk.ui.printing.debrief_sheet_drawing import lay_debrief_sheet
from netdesk.ui.printing.follow_up_sheet_drawing import lay_follow_up_sheet
from netdesk.ui.printing.one_to_one_sheet_drawing import lay_one_to_one_sheet
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.painting import paint_page
from netdesk.ui.printing.pdf import lay_sheet, write_pdf
from netdesk.ui.printing.review_sheet_drawing import lay_review_sheet

_SHARPNESS = 1.5


def print_sheets(ws: Workspace, camera: Camera, today: date) -> None:
    """Print the sheets of events, a group, the week and a one-to-one, and the year's review, on A4 and Letter."""
    events = event_ids(ws, datetime.combine(today, time()).astimezone())
    event, after = (
        prep_sheet_input(ws, events.coming[0], today),
        debrief_sheet_input(ws, events.past[0], today),
    )
    week = follow_up_week(week_of(today), today)
    follow_ups = compose_follow_up_sheet(week, week_follow_ups(ws, week), today)
    settings = method_settings(ws)
    audit = compose_audit_sheet(audit_sheet_input(ws, group_called(ws, "Breakfast Club"), today), money)
    talk = upcoming(ws, datetime.combine(today, time()).astimezone())[0]
    one_to_one = compose_one_to_one_sheet(one_to_one_sheet_input(ws, talk.id, today))
    reviewed = review(ws, last_12_months(today), today, money)
    for paper in Paper:
        name = paper.label.lower()
        _print(lay_sheet(compose_prep_sheet(event, settings), paper), camera, f"prep-sheet-{name}")
        pocket = lay_sheet(compose_pocket_sheet(event, settings), paper, pocket=True)
        _print(pocket, camera, f"prep-sheet-pocket-{name}")
        debrief = compose_debrief_sheet(after, settings, money)
        _print(lay_debrief_sheet(debrief, paper), camera, f"debrief-sheet-{name}")
        _print(lay_follow_up_sheet(follow_ups, paper), camera, f"follow-up-sheet-{name}")
        _print(lay_audit_sheet(audit, paper), camera, f"audit-sheet-{name}")
        _print(lay_one_to_one_sheet(one_to_one, paper), camera, f"one-to-one-sheet-{name}")
        for length, called in ((Length.TWO_PAGES, "review"), (Length.ONE_PAGE, "review-one-page")):
            sheet = compose_review_sheet(reviewed, today, money, length)
            _print(lay_review_sheet(sheet, paper), camera, f"{called}-{name}")


def _print(laid: LaidSheet, camera: Camera, name: str) -> None:
    path = camera.folder / f"{name}.pdf"
    write_pdf(laid, path)
    print(f"{path}  {len(laid.pages)} {'page' if len(laid.pages) == 1 else 'pages'}", flush=True)
    for number, page in enumerate(laid.pages, 1):
        picture = QPixmap(round(laid.paper.width * _SHARPNESS), round(laid.paper.height * _SHARPNESS))
        picture.setDevicePixelRatio(_SHARPNESS)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_page(painter, page)
        painter.end()
        camera.keep(picture, name if number == 1 else f"{name}-{number}")
