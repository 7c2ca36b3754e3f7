"""What can be done from Today, each with a toast that names it and takes it back.

What the deeds need is imported when one is done: the first window need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from netdesk.method.changes import Changes
from netdesk.method.rhythm import InteractionKind
from netdesk.method.today import Deed, Way
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.outside import go_outside, mail_address, phone_number
from netdesk.ui.shell import Shell

if TYPE_CHECKING:
    from netdesk.services.going_cold import ColdPerson
    from netdesk.services.open_debriefs import DebriefLine
    from netdesk.services.today import FollowUpLine, NoPlanCard

_NAME = 60


class TodayDeeds:
    """Each method does one thing; it owns no widget."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    # Cards ---------------------------------------------------------------------------------------

    def plan(self, card: NoPlanCard) -> None:
        """Open the form that makes a plan for a card."""
        from netdesk.ui.pages.events.cards.plan_form import open_plan_form

        open_plan_form(self._shell, [card.id])

    def let_go(self, card: NoPlanCard) -> None:
        """Let a card go on purpose, at once; the toast offers to say why."""
        from netdesk.services import cards

        self._do(partial(cards.let_go, card_ids=[card.id]), f"Let {card.name[:_NAME]} go")

    def let_go_because(self, card: NoPlanCard) -> None:
        """Ask why, and let the card go."""
        from netdesk.ui.pages.events.cards.let_go_form import open_let_go_form

        open_let_go_form(self._shell, [card.id])

    # Follow-ups ----------------------------------------------------------------------------------

    def finish(self, line: FollowUpLine) -> None:
        """It is done; what was said can be logged from the toast."""
        from netdesk.services import follow_ups

        log = ("Log it…", partial(self.log, line.person_id))
        self._shell.desk.do(
            partial(follow_ups.finish_follow_up, follow_up_id=line.id),
            lambda _: self._shell.toast("Done", undo=True, actions=[log]),
        )

    def reopen(self, line: FollowUpLine) -> None:
        """It is not done after all."""
        from netdesk.services import follow_ups

        self._do(partial(follow_ups.reopen_follow_up, follow_up_id=line.id), "Open again")

    def move(self, line: FollowUpLine, to: date) -> None:
        """Do it another day, at the same time of day."""
        from netdesk.services import follow_ups

        today = self._shell.today()

        def moved(changes: Changes) -> None:
            self._shell.toast(changes.title or "It stays on that day", undo=not changes.is_empty)

        self._shell.desk.do(
            partial(follow_ups.move_follow_up, follow_up_id=line.id, to=to, today=today), moved
        )

    def move_elsewhen(self, line: FollowUpLine) -> None:
        """Ask for the day and the time to move it to."""
        from netdesk.ui.pages.today.move_form import open_move_form

        open_move_form(self._shell, line)

    def drop(self, line: FollowUpLine) -> None:
        """Drop it on purpose, at once."""
        from netdesk.services import follow_ups

        drop = partial(follow_ups.drop_follow_up, follow_up_id=line.id)
        self._do(drop, f"Dropped: {' '.join(line.action[:_NAME].split())}")

    def drop_because(self, line: FollowUpLine) -> None:
        """Ask why, and drop it."""
        from netdesk.ui.pages.today.drop_form import open_drop_form

        open_drop_form(self._shell, line)

    # People --------------------------------------------------------------------------------------

    def open(self, person_id: int) -> None:
        """Show the person."""
        self._shell.open_person(person_id)

    def log(self, person_id: int | None, kind: InteractionKind = InteractionKind.MET) -> None:
        """Open the card that logs a conversation, with somebody or with whom it asks for."""
        from netdesk.ui.pages.person.log_talk import log_talk

        log_talk(self._shell, person_id, kind)

    def reach(self, person: ColdPerson) -> None:
        """Call or write as the row offers; the toast offers to log it. Without a way to reach them, log at once."""
        if person.way is Way.LOG:
            self.log(person.person_id)
        elif person.way is Way.CALL:
            missing = f"No program to call with was found. The number: {person.phone}"
            self._reached(go_outside(phone_number(person.phone)), "Calling", missing, person)
        else:
            missing = f"No mail program was found. The address: {person.email}"
            self._reached(go_outside(mail_address(person.email)), "Writing to", missing, person)

    def _reached(self, went: bool, doing: str, missing: str, person: ColdPerson) -> None:
        kind = InteractionKind.CALL if person.way is Way.CALL else InteractionKind.EMAIL
        words = f"{doing} {person.name[:_NAME]}" if went else missing
        self._shell.toast(words, actions=[("Log it…", partial(self.log, person.person_id, kind))])

    def do_good(self, deed: Deed) -> None:
        """Take the day's good deed on: it becomes a follow-up of today."""
        from netdesk.services import follow_ups

        plan = partial(
            follow_ups.add_follow_up, person_id=deed.person_id, action=deed.action, due=self._shell.today()
        )
        self._do(plan, "Planned for today")

    # Events --------------------------------------------------------------------------------------

    def debrief(self, line: DebriefLine) -> None:
        """Show the event."""
        self._shell.open_event(line.event_id)

    def finish_old_debriefs(self) -> None:
        """Call the old ones finished as they are."""
        from netdesk.services.open_debriefs import finish_old_debriefs

        now = self._shell.now()
        self._shell.desk.do(
            lambda workspace: finish_old_debriefs(workspace, now),
            lambda changes: self._shell.toast(changes.title, undo=True),
        )

    def _do(self, operation: Callable[[Workspace], object], said: str) -> None:
        self._shell.desk.do(operation, lambda _: self._shell.toast(said, undo=True))
