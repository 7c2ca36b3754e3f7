"""Bringing contacts in: look first (``plan``), choose, then write (``bring``), and read what happened."""

from __future__ import annotations

from netdesk.services.import_plan import Action, ImportPlan, PlanRow, Remark, Verdict, plan
from netdesk.services.import_read import Source
from netdesk.services.import_report import ImportReport, people, remark_line
from netdesk.services.import_write import bring

__all__ = [
    "Action",
    "ImportPlan",
    "ImportReport",
    "PlanRow",
    "Remark",
    "Source",
    "Verdict",
    "bring",
    "people",
    "plan",
    "remark_line",
]
