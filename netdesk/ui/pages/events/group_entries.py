"""The lines of an event's menu that make it a meeting of a group."""

from __future__ import annotations

from functools import partial

from netdesk.services.event_page import EventPage
from netdesk.services.group_list import group_rows
from netdesk.services.group_meetings import set_group
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.row_menu import Entry

_MOST = 6


def group_entries(shell: Shell, page: EventPage | None) -> list[Entry | None]:
    """Give a line for each group I am in, at most six, ticked where the event is its meeting; pressed, it changes."""
    if page is None:
        return []
    rows = [row for row in shell.desk.read(group_rows) if not row.left or row.id == page.group_id]
    # The group the event belongs to is always offered: only there it can be taken away.
    rows.sort(key=lambda row: row.id != page.group_id)
    lines: list[Entry | None] = []
    for row in rows[:_MOST]:
        here = row.id == page.group_id
        change = partial(_change, shell, page.id, None if here else row.id)
        # With a picture the tick would have no place.
        lines.append(Entry(f"Meeting of {row.name}", change, checked=here))
    return [None, *lines] if lines else []


def _change(shell: Shell, event_id: int, group_id: int | None) -> None:
    shell.desk.do(
        partial(set_group, event_id=event_id, group_id=group_id),
        lambda changes: shell.toast(changes.title, undo=True),
    )
