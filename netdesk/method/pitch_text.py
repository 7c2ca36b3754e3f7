"""The words of a pitch looked at closely: which sentence asks, and what changed from one version to the next (§7)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n+")
_OPENING = "\"'“‘«([–—-"
_LOOK_AHEAD = 12
_WORD = re.compile(r"\S+\s*")
_ENOUGH = 0.5
"""The share of the answer's words a sentence must hold to count as the one that asks."""
_MANY = 2_000
"""Words from which a comparison passes over the most frequent ones, so that it never holds up a window."""


class Piece(StrEnum):
    """What became of some words between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that stayed, came or went, with the white space after them."""

    piece: Piece
    text: str


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence begins and ends, without the white space around it.

    A sentence ends at a full stop, question or exclamation mark (and the quote closing after it) unless the next
    one begins in lower case, and at the end of a line.
    """
    found = []
    start = 0
    for end in (*_ends(text), len(text)):
        inner = text[start:end]
        begins = start + len(inner) - len(inner.lstrip())
        ends = start + len(inner.rstrip())
        if begins < ends:
            found.append((begins, ends))
        start = end
    return tuple(found)


def ask_span(text: str, ask: str) -> tuple[int, int] | None:
    """Return where the sentence stands that holds the answer to "What I ask for"; None when none does.

    A sentence with the answer's words in their order wins; else the one with most of them, at least half, the
    later of two that are alike. Case, accents and punctuation do not count.
    """
    wanted = _words(ask)
    if not wanted:
        return None
    best, most = None, 0.0
    for span in sentences(text):
        words = _words(text[slice(*span)])
        share = 2.0 if _contains(words, wanted) else len(set(wanted) & set(words)) / len(set(wanted))
        if share >= max(most, _ENOUGH):
            best, most = span, share
    return best


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Return ``after`` in pieces, with the words that went from ``before`` where they stood.

    The pieces that are not removed make ``after`` again. White space alone is no change.
    """
    old, new = _WORD.findall(before.lstrip()), _WORD.findall(after.lstrip())
    matcher = SequenceMatcher(
        None,
        [word.rstrip() for word in old],
        [word.rstrip() for word in new],
        autojunk=max(len(old), len(new)) > _MANY,
    )
    changes: list[WordChange] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            changes.append(WordChange(Piece.SAME, "".join(new[new_from:new_to])))
            continue
        if old_from < old_to:
            changes.append(WordChange(Piece.REMOVED, "".join(old[old_from:old_to]).rstrip() + " "))
        if new_from < new_to:
            changes.append(WordChange(Piece.ADDED, "".join(new[new_from:new_to])))
    return tuple(changes)


def changes_sentence(changes: tuple[WordChange, ...]) -> str:
    """Count what changed: "12 words added, 5 removed"; "The same words" when nothing did."""
    counts = {
        piece: sum(len(each.text.split()) for each in changes if each.piece is piece) for piece in Piece
    }
    added, removed = counts[Piece.ADDED], counts[Piece.REMOVED]
    if not added and not removed:
        return "The same words"
    parts = []
    if added:
        parts.append(f"{added} {'word' if added == 1 else 'words'} added")
    if removed:
        parts.append(f"{removed} {'' if added else 'word ' if removed == 1 else 'words '}removed")
    return ", ".join(parts)


def _ends(text: str) -> Iterator[int]:
    for mark in _END.finditer(text):
        rest = text[mark.end() : mark.end() + _LOOK_AHEAD].lstrip().lstrip(_OPENING)
        if "\n" in mark.group() or not rest[:1].islower():
            yield mark.end()


def _words(text: str) -> list[str]:
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    return re.findall(r"\w+", re.sub(r"['’]", "", plain))


def _contains(words: list[str], wanted: list[str]) -> bool:
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1))
