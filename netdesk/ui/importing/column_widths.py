"""How wide the columns of a table are: by their shares, but no cell is cut while another has room to spare."""

from __future__ import annotations

from collections.abc import Sequence


def column_widths(
    room: int, shares: Sequence[int], wanted: Sequence[int], foremost: int | None = None
) -> list[int]:
    """Part ``room`` (pixels) by ``shares``; what a column does not want goes to those that ``wanted`` more.

    The column ``foremost`` is served first, then who lacks little: one endless cell takes from no other what that
    needs. Fewer pixels than there are columns may be left over.
    """
    usual = [room * share // sum(shares) for share in shares]
    lacks = [max(0, want - width) for width, want in zip(usual, wanted, strict=True)]
    spares = [max(0, width - want) for width, want in zip(usual, wanted, strict=True)]
    moved = left = min(sum(spares), sum(lacks))
    if not moved:
        return usual
    given = [0] * len(usual)
    if foremost is not None:
        given[foremost] = min(lacks[foremost], left)
        left -= given[foremost]
    lacking = sorted((lack, place) for place, lack in enumerate(lacks) if lack and place != foremost)
    for served, (lack, place) in enumerate(lacking):
        given[place] = min(lack, left // (len(lacking) - served))
        left -= given[place]
    lent = [spare * moved // sum(spares) for spare in spares]
    # Rounded down, the lenders may have lent a pixel or two less than was given.
    lent[spares.index(max(spares))] += moved - sum(lent)
    return [width + more - less for width, more, less in zip(usual, given, lent, strict=True)]
