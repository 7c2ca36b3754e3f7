"""Who is of the same trade: somebody whose role, or what they do, names a trade that is mine (method §7)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from netdesk.method.names import fold

_BETWEEN = re.compile(r"[^\w\s]|_")


def is_same_trade(trades: Sequence[str], *said: str) -> bool:
    """Whether any of the texts (a role, what somebody does) names one of my ``trades``.

    A trade is named when all its words stand there side by side and whole, whatever the case, accents and marks
    between them: "virtual assistant" in "Virtual-Assistant for lawyers", not in "virtual assistants" or "assistant".
    """
    mine = [words for words in map(_words, trades) if words]
    return bool(mine) and any(f" {trade} " in f" {text} " for text in map(_words, said) for trade in mine)


def _words(text: str) -> str:
    return " ".join(_BETWEEN.sub(_gap, fold(text)).split())


def _gap(found: re.Match[str]) -> str:
    # Signs that are part of a letter, as in Hindi, are no end of a word.
    return found.group() if unicodedata.category(found.group()).startswith("M") else " "
