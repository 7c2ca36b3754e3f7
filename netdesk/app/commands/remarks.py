"""What an import could not keep or read, said at the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netdesk.app.commands.output import say
from netdesk.services.import_plan import Remark
from netdesk.services.import_read import Source
from netdesk.services.import_report import remark_line

_SAID = 20


def tell_remarks(*told: tuple[str, Sequence[Remark]]) -> None:
    """Say the first remarks under each heading, and how many more there are."""
    for heading, remarks in told:
        if remarks:
            say(f"{heading}: {len(remarks):,}")
        for remark in remarks[:_SAID]:
            say(f"  {remark_line(remark)}")
        if len(remarks) > _SAID:
            say(f"  and {len(remarks) - _SAID:,} more (all of them with --json)")


def tell_remedies(unread: Iterable[Source]) -> None:
    """Say what to do about files that could not be read, where something can be done."""
    for source in unread:
        if source.remedy:
            say(f"{source.name}: {source.remedy}")
