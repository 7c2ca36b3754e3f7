"""The pictures of wins that come from a spreadsheet, and of thanking for them."""

from __future__ import annotations

from functools import partial

from netdesk.app.compose import Program
from netdesk.app.tour.deeds import Deed, Scene, go, open_person, section, then

PASTED = """Datum\tProjekt\tKunde\tBetrag (£)\tQuelle\tEmpfohlen von\tEvent\tNr.
14/11/2026\tInbox tidy-up\tHarbour Ceramics\t£1,450.00\tReferral\tGrace Adeyemi\tBreakfast Club\t1041
3/11/2026\tDiary and travel\tOduya Architects\t£2,100.00\tNetwork referral\tSam Carter > Nadia Rahman\t\t1040
27/10/2026\tEvent desk\tPrint Hub\t£640.00\tSelf referral\t\tFounders' evening\t1038
15/10/2026\tWeekly reports\tStation Yard Books\t1.200 £\tReferral\tPriya Nair\t\t1035
2/10/2026\tNewsletter\tFern & Stone\t£380.00\tFacebook\t\t\t1033
28/12/2026\tHoliday cover\tNovak Studio\t£900.00\tReputation\t\t\t1031
11/9/2026\tSupplier list\tCafé Rosa\t-£75.00\tMarketing\tweb search\t\t1030
2/9/2026\tFiling system\tMill Street Gifts\t£820.00\t2\tOlga Petrova, Ken Oduya\tBreakfast Club\t1029
\t\tTotal\t£7,490.00\t\t\t\t
"""


def _paste(text: str) -> Deed:
    def enter(program: Program) -> None:
        from netdesk.ui.pages.wins.paste.window import open_win_paste

        open_win_paste(program.window.shell, text)

    return enter


def _to_thank(program: Program) -> None:
    """Thank for a win that two people in a chain brought."""
    from netdesk.services.win_list import WinQuery, win_ids, win_rows
    from netdesk.services.workspaces import Workspace
    from netdesk.ui.pages.wins.thank_form import open_thank_form

    def several(workspace: Workspace) -> int:
        rows = win_rows(workspace, win_ids(workspace, WinQuery()))
        return next(row.id for row in rows if len(row.people) > 1 and row.thanked is None)

    open_thank_form(program.window.shell, program.desk.read(several))


def _rates(program: Program) -> None:
    """Say what two currencies are worth; it is taken back afterwards."""
    from netdesk.services.currency_rates import set_rate

    for code, rate in _WORTH:
        program.desk.do(
            partial(set_rate, currency=code, own="GBP", rate=rate, today=program.window.shell.today())
        )


def _forget_rates(program: Program) -> None:
    for _ in _WORTH:
        program.desk.undo()


_WORTH = (("EUR", 0.8642), ("CHF", 0.89))
PASTE_SCENES: tuple[Scene, ...] = (
    Scene("wins-paste", then(go("wins"), _paste(PASTED))),
    Scene("wins-paste-empty", then(go("wins"), _paste(""))),
    Scene("wins-thank", then(go("wins"), _to_thank)),
    Scene("settings-rates", then(_rates, section("rates")), leave=_forget_rates),
    Scene("person-business", open_person("Olga Petrova")),
)
