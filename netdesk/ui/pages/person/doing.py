"""What one does with the person shown: reach them, log, plan, move, and keep what was changed in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PointKind
from netdesk.method.ledger import LedgerKind
from netdesk.method.levels import EvidenceKind
from netdesk.services.levels import give_reason, move_people
from netdesk.services.people import PersonDraft, change_fields
from netdesk.services.person_page import PersonPage
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.header import first_point
from netdesk.ui.pages.person.outside import go_outside, mail_address, phone_number
from netdesk.ui.shell import Shell

_HELP = {
    EvidenceKind.GIVE: LedgerKind.GIVE,
    EvidenceKind.REFERRAL_GIVEN: LedgerKind.GIVE,
    EvidenceKind.RECEIVE: LedgerKind.ASK,
    EvidenceKind.REFERRAL_RECEIVED: LedgerKind.ASK,
}
"""What is written down for each step that is help."""


class Doing(QObject):
    """Acts on whoever ``page()`` gives; does nothing while that is nobody. Cards are imported when they open first."""

    def __init__(self, shell: Shell, view: QWidget, page: Callable[[], PersonPage | None]) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._page = page

    def call(self) -> None:
        """Call the preferred number through the system."""
        page = self._page()
        point = first_point(page, PointKind.PHONE) if page else None
        if point is not None and not go_outside(phone_number(point.value)):
            self._shell.toast(
                self.tr("No program to call with was found. The number: {0}").format(point.value)
            )

    def mail(self) -> None:
        """Write to the preferred address through the system."""
        page = self._page()
        point = first_point(page, PointKind.EMAIL) if page else None
        if point is not None and not go_outside(mail_address(point.value)):
            self._shell.toast(self.tr("No mail program was found. The address: {0}").format(point.value))

    def log(self) -> None:
        """Log a conversation with who is shown."""
        page = self._page()
        if page is not None:
            from netdesk.ui.pages.person.log_talk import log_talk

            log_talk(self._shell, page.id)

    def one_to_one(self) -> None:
        """Plan a one-to-one with who is shown."""
        page = self._page()
        if page is not None:
            from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form

            open_one_to_one_form(self._shell, [page.id])

    def follow_up(self) -> None:
        """Plan a follow-up with who is shown."""
        page = self._page()
        if page is not None:
            from netdesk.ui.pages.person.plan_follow_up import plan_follow_up

            plan_follow_up(self._shell, page.id)

    def show_map(self) -> None:
        """Show whom they know, and whom these know."""
        page = self._page()
        if page is not None:
            from netdesk.ui.pages.person.map.window import open_map

            open_map(self._shell, page.id)

    def next_step(self) -> None:
        """Begin what is lacking first for the next level: a talk, a follow-up, or help given or asked for."""
        page = self._page()
        known = page.readiness if page else None
        if page is None or known is None or not known.lacking:
            return
        step = known.lacking[0]
        if step is EvidenceKind.FOLLOW_UP:
            self.follow_up()
        elif step is EvidenceKind.MADE_TOGETHER:
            self.log()
        elif step in _HELP:
            from netdesk.ui.pages.ledger.entry_form import open_entry_form

            open_entry_form(self._shell, _HELP[step], page.id)
        else:
            self.one_to_one()

    def open_group(self, group_id: int) -> None:
        """Show a group they belong to."""
        self._shell.go("groups", group=group_id)

    def open_person(self, person_id: int) -> None:
        """Show somebody they know."""
        self._shell.open_person(person_id)

    def edit_talk(self, talk_id: int) -> None:
        """Open a conversation to be edited."""
        from netdesk.ui.pages.person.log_talk import edit_talk

        edit_talk(self._shell, talk_id)

    def add_somebody(self) -> None:
        """Add a new person."""
        from netdesk.ui.pages.person.new_person import add_person

        add_person(self._shell)

    def move_to(self, level: int) -> None:
        """Move who is shown to a level."""
        page = self._page()
        if page is None:
            return
        place = next((one.name for one in page.levels if one.number == level), "")
        words = self.tr("Moved {0} to {1}").format(page.name, place)
        self._shell.desk.do(
            partial(_move, person_id=page.id, level=level), partial(self._moved, words), owner=self
        )

    def keep_chips(self, sentence: str, said: str, draft: PersonDraft) -> None:
        """Keep the tags, kinds and markets of a draft; ``sentence`` is for the history."""
        page = self._page()
        if page is None:
            return
        edit = partial(
            change_fields,
            person_id=page.id,
            said=sentence,
            tags=draft.tags,
            kinds=draft.kinds,
            markets=draft.markets,
        )
        self._shell.desk.do(edit, partial(self._done, said), owner=self)

    def keep_help(self, saved: tuple[int, dict[str, str]]) -> None:
        """Keep what was typed of how I can help: whose it is, and the fields that changed."""
        person, fields = saved
        self._shell.desk.do(
            partial(_help, person_id=person, fields=fields),
            partial(self._done, self.tr("Saved how you can help.")),
            owner=self,
        )

    def _moved(self, words: str, changes: Changes) -> None:
        why = partial(self._ask_why, changes.operation)
        self._shell.toast(words, undo=True, actions=[(self.tr("Why?"), why)])

    def _ask_why(self, operation: int) -> None:
        why = self._shell.dialogs.ask_text(self._view, self.tr("Why?"), self.tr("What made you move them?"))
        if why and why.strip():
            self._shell.desk.do(partial(give_reason, operation=operation, why=why), owner=self)

    def _done(self, words: str, _result: object) -> None:
        self._shell.toast(words, undo=True)


def _move(ws: Workspace, person_id: int, level: int) -> Changes:
    return move_people(ws, [person_id], level)


def _help(ws: Workspace, person_id: int, fields: dict[str, str]) -> Changes:
    return change_fields(ws, person_id, **fields)
