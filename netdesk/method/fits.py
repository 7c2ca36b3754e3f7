"""Who fits whom: which words of a wish are asked for, what each is worth, and the fit in a sentence (method §4).

A wish is what somebody says of an ideal client or a good introduction. Words that say nothing of whom they mean
("firms", "small", "looking") are left out, and so is a word that nearly everybody’s record holds. Of the others each
counts the more, the rarer it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.names import fold
from netdesk.method.stop_words import STOP_WORDS

MOST_WORDS = 12
"""So many words of one wish are asked by, its first ones."""
NEARLY_EVERYBODY = 0.5
"""A word that a greater share of all people’s records holds tells nobody apart."""
FEW = 8
"""A word that no more people have is never too common, however small the workspace."""
LEARNED_WORTH = 0.5
"""What was said in a talk is worth less than what stands on the record: it may be about somebody else."""
LEARNED_FOR_DAYS = 1_095
"""What was learned longer ago says little of today; three years."""

_AROUND = 44
_LONGEST_WISH = 90
_LONGEST_WORD = 40
_SHORTEST = 3
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_START, _END = "\x02", "\x03"
MARKS = (_START, _END)
"""What stands around a found word in a text that :func:`read_marked` reads; no text of a person holds them."""


class Wish(StrEnum):
    """Which of the two texts a fit answers."""

    IDEAL_CLIENT = "ideal_client"
    GOOD_INTRODUCTION = "good_introduction"

    @property
    def label(self) -> str:
        """The wish as a heading: "Ideal client"."""
        return {"ideal_client": "Ideal client", "good_introduction": "Good introduction"}[self.value]


class Where(StrEnum):
    """Where the words were found in the other person’s record."""

    NOTES = "notes"
    TAGS = "tags"
    ORGANISATION = "organisation"
    MARKETS = "markets"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence; ``marked`` when it is one of the words that matched."""

    text: str
    marked: bool = False


Runs = tuple[Run, ...]


def wish_words(text: str) -> tuple[str, ...]:
    """The words of a wish by which people are looked for, each once, in lower case and without accents.

    No numbers, no stop words; of two letters only what is written in capitals ("HR", "PR").
    """
    words: dict[str, None] = {}
    for found in _WORD.finditer(text):
        typed = found.group()
        word = fold(typed.replace("’", "'"))
        bare = word.removesuffix("'s")
        if len(word) > _LONGEST_WORD or any(letter.isdigit() for letter in word) or not bare:
            continue
        is_short = len(bare) < _SHORTEST and bare.isascii()
        if is_short and not (len(bare) > 1 and typed.isupper() and not text.isupper()):
            continue
        if not is_short and (word in STOP_WORDS or bare in STOP_WORDS):
            continue
        words[bare.replace("'", " ").split()[0]] = None
        if len(words) == MOST_WORDS:
            break
    return tuple(words)


def is_common(having: int, people: int) -> bool:
    """Whether so many of all ``people`` have a word that it tells nobody apart."""
    return having > max(FEW, people * NEARLY_EVERYBODY)


def worth(having: int, people: int) -> float:
    """What a word that ``having`` of all ``people`` have counts: always more than 0, the rarer the more."""
    return math.log(1.0 + max(people, 1) / max(having, 1))


def read_marked(text: str) -> Runs:
    """Read a text in which found words stand between :data:`MARKS`."""
    runs: list[Run] = []
    for number, piece in enumerate(text.split(_START)):
        word, end, rest = piece.partition(_END)
        if number and end:
            runs += [Run(word, True), Run(rest)]
        else:
            runs.append(Run(piece))
    return _tidy(runs)


def mark(text: str, words: Sequence[str]) -> Runs:
    """The text with those of its words marked that are among ``words``, as :func:`wish_words` gives them."""
    wanted = set(words)
    runs: list[Run] = []
    at = 0
    for found in _WORD.finditer(text):
        if fold(found.group().replace("’", "'")).removesuffix("'s").split("'")[0] in wanted:
            runs += [Run(text[at : found.start()]), Run(found.group(), True)]
            at = found.end()
    return _tidy([*runs, Run(text[at:])])


def marks_in(runs: Runs) -> int:
    """How many different words are marked."""
    return len({fold(run.text) for run in runs if run.marked and run.text})


def lines_of(runs: Runs) -> list[Runs]:
    """The same text line by line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.marked))
        lines += [[Run(other, run.marked)] for other in others]
    return [_tidy(line) for line in lines]


def excerpt(runs: Runs, around: int = _AROUND) -> Runs:
    """The line with the most marked words, cut to what stands around its marks; "…" tells where it was cut."""
    line = max(lines_of(runs), key=marks_in, default=())
    places: list[tuple[int, int]] = []
    at = 0
    for run in line:
        if run.marked:
            places.append((at, at + len(run.text)))
        at += len(run.text)
    if not places:
        return _between(line, 0, 2 * around)
    first = places[0][0]
    # As many further marks as stand near the first one.
    last = max(end for _, end in places if end - first <= 3 * around or end == places[0][1])
    return _between(line, first - around, last + around)


def _between(line: Runs, start: int, end: int) -> Runs:
    """The letters from ``start`` to ``end``, cut between words where that is near enough."""
    text = "".join(run.text for run in line)
    start, end = max(start, 0), min(end, len(text))
    if start:
        blank = text.find(" ", start, start + _AROUND // 2)
        start = blank + 1 if blank >= 0 and not _inside_mark(line, start, blank) else start
    if end < len(text):
        blank = text.rfind(" ", end - _AROUND // 2, end)
        end = blank if blank > start and not _inside_mark(line, blank, end) else end
    kept: list[Run] = [Run("…")] if start else []
    at = 0
    for run in line:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        kept.append(Run(piece, run.marked))
        at += len(run.text)
    if end < len(text):
        kept.append(Run("…"))
    return _tidy(kept)


def _inside_mark(line: Runs, start: int, end: int) -> bool:
    at = 0
    for run in line:
        if run.marked and at < end and at + len(run.text) > start:
            return True
        at += len(run.text)
    return False


def wanted_runs(wish: Wish, text: str, words: Sequence[str]) -> Runs:
    """What is wanted, with the words that matched marked: "wants firms that **hire**"."""
    line = " ".join(text.split())
    marked = mark(line, words)
    shown = marked if len(line) <= _LONGEST_WISH else excerpt(marked)
    first = "wants " if wish is Wish.IDEAL_CLIENT else "wants to meet "
    return _tidy([Run(first), *_small_start(shown)])


def has_runs(other: str, where: Where, found: Runs, *, role: Runs = ()) -> Runs:
    """Where the words were found: "Marta’s notes say “three **shops** on one **spreadsheet**”".

    Of an organisation ``found`` is its name; ``role`` is what they are there, when it is that which matched.
    """
    if where is Where.NOTES:
        return _tidy([Run(f"{_of(other)} notes say “"), *found, Run("”")])
    if where is Where.LEARNED:
        return _tidy([Run(f"of {other} you noted “"), *found, Run("”")])
    if where is Where.TAGS:
        return _tidy([Run(f"{other} is tagged "), *found])
    if where is Where.MARKETS:
        return _tidy([Run(f"{_of(other)} market: "), *found])
    if role:
        return _tidy([Run(f"{other} is "), *_small_start(role), Run(" at " if found else ""), *found])
    return _tidy([Run(f"{other} is with "), *found])


def sentence(wanted: Runs, has: Runs) -> Runs:
    """Both halves of a fit as one sentence."""
    return _tidy([*wanted, Run("; "), *has])


def plain(runs: Runs) -> str:
    """The words without their marks."""
    return "".join(run.text for run in runs)


def why(person: str, other: str, wanted: str) -> str:
    """The reason of an introduction in a line: "Luis looks for shops that outgrew a spreadsheet"."""
    line = " ".join(wanted.split())
    return (
        f"{person} looks for {_lower_start(line)}" if line else f"{person} and {other} should know each other"
    )


def _of(name: str) -> str:
    return f"{name}’" if name.endswith(("s", "S")) else f"{name}’s"


def _small_start(runs: Runs) -> Runs:
    if not runs:
        return runs
    first, *rest = runs
    return (Run(_lower_start(first.text), first.marked), *rest)


def _lower_start(text: str) -> str:
    """Begin in lower case inside a sentence, unless the first word is written in capitals or has some inside."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or first == "A" else text


def _tidy(runs: Sequence[Run]) -> Runs:
    """Leave empty pieces out and join neighbours of one kind."""
    kept: list[Run] = []
    for run in runs:
        if run.text and kept and kept[-1].marked == run.marked:
            kept[-1] = Run(kept[-1].text + run.text, run.marked)
        elif run.text:
            kept.append(run)
    return tuple(kept)
