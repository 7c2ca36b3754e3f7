"""What the board asks of the workspace in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.levels import HIGHEST, LOWEST, Level
from netdesk.services import board, levels
from netdesk.services.board_query import BoardCounts, BoardQuery, ColumnOrder
from netdesk.services.workspaces import Workspace

LEVELS = tuple(range(LOWEST, HIGHEST + 1))
COLUMNS: tuple[int | None, ...] = (None, *LEVELS)
"""The tray, then the levels."""


@dataclass(frozen=True, slots=True)
class BoardReading:
    """All that is shown at once, but for the cards themselves."""

    levels: tuple[Level, ...]
    orders: dict[int | None, ColumnOrder]
    counts: BoardCounts
    tags: tuple[tuple[int, str], ...]
    markets: tuple[tuple[int, str], ...]


def read_board(ws: Workspace, query: BoardQuery, today: date) -> BoardReading:
    """Read the levels, who stands where in which order, the counts and what the filter offers."""
    tags, markets = board.choices(ws)
    return BoardReading(
        levels.levels(ws),
        {level: board.column_order(ws, query, level, today) for level in COLUMNS},
        board.counts(ws, query, today),
        tags,
        markets,
    )
