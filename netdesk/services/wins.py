"""Wins: business won, written down, corrected and binned; where it came from and whom to thank (method §8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank
from netdesk.services.history_words import in_title
from netdesk.services.win_drafts import WinDraft, called, check_there, checked, insert, read_draft, write
from netdesk.services.win_fields import Client, WinField, set_field, with_field
from netdesk.services.win_names import Place
from netdesk.services.win_thanks import proposed_thanks, thank, win_name
from netdesk.store.tables.wins import Win
from netdesk.store.workspace import Workspace, moment

__all__ = [
    "Client",
    "Place",
    "Thank",
    "WinDraft",
    "WinField",
    "add_win",
    "add_wins",
    "bin_win",
    "bin_wins",
    "delete",
    "delete_wins",
    "edit_win",
    "proposed_thanks",
    "read_draft",
    "restore_win",
    "restore_wins",
    "set_field",
    "set_source",
    "thank",
    "win_name",
    "with_field",
]


def add_win(ws: Workspace, draft: WinDraft, today: date) -> int:
    """Write down a win and give its id.

    Raises InvalidInput naming ``title``, ``won_on``, ``value``, ``currency`` or ``thanks``; NotFound for somebody or
    something that is gone.
    """
    (number,) = add_wins(ws, (draft,), today)
    return number


def add_wins(ws: Workspace, drafts: Sequence[WinDraft], today: date) -> tuple[int, ...]:
    """Write down several wins in one step of the history and give their ids. Raises as ``add_win``."""
    clean = [checked(ws, draft, today) for draft in drafts]
    check_there(ws, clean)
    if not clean:
        return ()
    title = f"Add the win “{called(clean[0])}”" if len(clean) == 1 else f"Add {len(clean):,} wins"
    with ws.change(title):
        return tuple(insert(ws, draft) for draft in clean)


def edit_win(ws: Workspace, win_id: int, draft: WinDraft, today: date) -> Changes:
    """Keep all of a win anew. Raises as ``add_win``."""
    clean = checked(ws, draft, today)
    check_there(ws, [clean])
    win_name(ws, win_id)
    with ws.change(f"Change the win “{called(clean)}”") as change:
        write(ws, win_id, clean)
    return change.changes


def set_source(ws: Workspace, win_id: int, source: Source | None) -> Changes:
    """Say where a win came from; None takes it back. Raises NotFound."""
    name = in_title(win_name(ws, win_id))
    said = f"“{name}” came by {source.label.lower()}" if source else f"Take back where “{name}” came from"
    with ws.change(said, merge_key=f"win:{win_id}:source") as change:
        ws.run(Win.update(source=source.value if source else None).where(Win.id == win_id))
    return change.changes


def bin_win(ws: Workspace, win_id: int) -> Changes:
    """Put a win into the bin: it counts nowhere any more. Raises NotFound."""
    return bin_wins(ws, (win_id,))


def bin_wins(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Put wins into the bin. Raises NotFound when the only one is gone."""
    return _binned(ws, tuple(ids), moment(), "Bin")


def restore_win(ws: Workspace, win_id: int) -> Changes:
    """Take a win out of the bin. Raises NotFound."""
    return restore_wins(ws, (win_id,))


def restore_wins(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Take wins out of the bin. Raises NotFound when the only one is gone."""
    return _binned(ws, tuple(ids), None, "Restore")


def delete(ws: Workspace, win_id: int) -> Changes:
    """Delete a win that lies in the bin for good; its thank-yous stay as follow-ups. Raises NotFound."""
    return delete_wins(ws, (win_id,))


def delete_wins(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Delete those of the wins that lie in the bin for good. Raises NotFound when the only one is gone."""
    chosen = tuple(ids)
    with ws.change(f"Delete {_words(ws, chosen)} for good") as change:
        ws.many("DELETE FROM win WHERE id = ? AND binned_at IS NOT NULL", [(number,) for number in chosen])
    return change.changes


def _binned(ws: Workspace, ids: tuple[int, ...], at: str | None, verb: str) -> Changes:
    with ws.change(f"{verb} {_words(ws, ids)}") as change:
        ws.many(
            f"UPDATE win SET binned_at = ?1 WHERE id = ?2 AND binned_at IS {'NULL' if at else 'NOT NULL'}",
            [(at, number) for number in ids],
        )
    return change.changes


def _words(ws: Workspace, ids: tuple[int, ...]) -> str:
    return f"the win “{in_title(win_name(ws, ids[0]))}”" if len(ids) == 1 else f"{len(ids):,} wins"
