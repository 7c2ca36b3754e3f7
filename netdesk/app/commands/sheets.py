"""`netdesk prep-sheet`: an event's prep sheet as a PDF, drawn without a screen."""

from __future__ import annotations

import os
from datetime import date

from netdesk.app.arguments import Given
from netdesk.app.commands.finding import find_event
from netdesk.app.commands.output import say
from netdesk.method.prep_sheet import compose_pocket_sheet, compose_prep_sheet
from netdesk.services.preferences import PaperChoice, method_settings, preferences
from netdesk.services.sheets import prep_sheet_input
from netdesk.services.workspaces import Workspace


def prep_sheet(ws: Workspace, given: Given, today: date) -> int:
    """Write the sheet of the event that is meant; a file of that name is replaced."""
    event_id = find_event(ws, given.event)
    compose = compose_pocket_sheet if given.pocket else compose_prep_sheet
    sheet = compose(prep_sheet_input(ws, event_id, today), method_settings(ws))
    choice = PaperChoice(given.paper) if given.paper else preferences(ws).paper

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication

    from netdesk.ui.printing.page_layout import Paper, usual_paper
    from netdesk.ui.printing.pdf import write_prep_sheet_pdf

    # Fonts need an application; it is kept in a variable until the sheet is written.
    application = QGuiApplication.instance() or QGuiApplication(["netdesk"])
    if choice is PaperChoice.SYSTEM:
        paper = usual_paper(QLocale.territoryToCode(QLocale.system().territory()))
    else:
        paper = Paper.LETTER if choice is PaperChoice.LETTER else Paper.A4
    pages = write_prep_sheet_pdf(sheet, given.output, paper, pocket=given.pocket)
    del application
    say(f"Wrote {given.output}: {sheet.title}, {paper.label}, {pages} {'page' if pages == 1 else 'pages'}.")
    return 0
