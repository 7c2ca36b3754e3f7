"""People's names: how they are folded for search, sorted, shown, shortened and taken apart."""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass

UNNAMED = "Unnamed"
HUES = 8
# A private character above every script, so that people without any name come last.
UNNAMED_SORT_KEY = "\U0010fffd"
# Below this class sit marks that make another letter (Japanese voicing, Indic vowel killers), not an accent.
_FIRST_ACCENT_CLASS = 10
_ZERO_WIDTH_NON_JOINER = "\u200c"
# Letters with a stroke or joined letters have no decomposition in Unicode.
_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŧ": "t",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
    }
)


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _set_of("mr mrs ms miss mx dr prof professor sir dame lord lady rev revd fr sr herr frau mme m")
_SURE_TITLES = _TITLES - {"m", "fr", "sr", "lord", "lady"}
_SUFFIXES = _set_of("jr sr jnr snr ii iii iv phd md mba esq obe mbe cbe fca aca acca bsc ba ma msc llb dds")
# "Ma" and "Ba" are family names too; these are endings wherever they stand last.
_SURE_SUFFIXES = _set_of("jr sr jnr snr ii iii iv phd")
_PARTICLES = _set_of(
    "van von der den de del della di da dos das du la le el al ten ter zu zum zur af av bin ibn st"
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in the five parts that address books keep."""

    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no part holds anything but white space."""
        return not any(
            part.strip() for part in (self.prefix, self.given, self.additional, self.family, self.suffix)
        )


def fold(text: str) -> str:
    """Return text for comparing: no case, no accents, no invisible characters, single spaces.

    Compatibility forms are resolved, ``ß`` becomes ``ss`` and ``ø`` becomes ``o``; marks that make another
    letter, as in Japanese or Hindi, stay. Folding twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(
        _PLAIN_LETTERS
    )
    kept = "".join(
        char
        for char in apart
        if unicodedata.combining(char) < _FIRST_ACCENT_CLASS
        and unicodedata.category(char) not in {"Cf", "Cs", "Co"}
    )
    spaced = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in kept)
    return unicodedata.normalize("NFC", " ".join(spaced.split()))


def sort_key(given: str = "", family: str = "", organisation: str = "", email: str = "") -> str:
    """Return the text to sort a person by: family then given name, else organisation, else e-mail address.

    People with none of these come last.
    """
    return fold(f"{family} {given}") or fold(organisation) or fold(email) or UNNAMED_SORT_KEY


def display_name(parts: NameParts, organisation: str = "", email: str = "") -> str:
    """Return the name to show; falls back to the organisation, the e-mail address, then "Unnamed".

    A name written wholly in Chinese, Japanese or Korean letters is shown family name first and unspaced.
    """
    given, family = parts.given.strip(), parts.family.strip()
    if given and family and _is_east_asian(given) and _is_east_asian(family):
        core = [family + given]
    else:
        core = [given, parts.additional, family]
    if any(part.strip() for part in core):
        return " ".join(" ".join([parts.prefix, *core, parts.suffix]).split())
    if not parts.is_empty and not organisation.strip():
        return " ".join(f"{parts.prefix} {parts.suffix}".split())
    return " ".join(organisation.split()) or email.strip() or UNNAMED


def initials(name: str) -> str:
    """Return one or two letters for an avatar: "EB" for "Ellen Brandt", "李" for "李小龍", "?" for none.

    Titles, suffixes, emoji and punctuation are passed over; letters that would join (Arabic) stay apart.
    """
    words = [word for word in (_from_first_letter(part) for part in name.split()) if word]
    people_words = [
        word for word in words if fold(word.rstrip(".,")) not in _SURE_TITLES | _SURE_SUFFIXES
    ] or words
    lettered = [word for word in people_words if word[0].isalpha()] or people_words
    if not lettered:
        return "?"
    first = _first_letter(lettered[0])
    if len(lettered) == 1 or _is_east_asian(first):
        return first
    last = _first_letter(lettered[-1])
    joins = unicodedata.bidirectional(first[0]) == "AL" and unicodedata.bidirectional(last[0]) == "AL"
    return f"{first}{_ZERO_WIDTH_NON_JOINER}{last}" if joins else first + last


def hue_index(name: str) -> int:
    """Return which of the eight avatar colours (0 to 7) a name has, the same on every machine and day."""
    return zlib.crc32(fold(name).encode()) % HUES


def split_full_name(text: str) -> NameParts:
    """Take a full name apart: "Dr Anna van der Berg, Jr", "Berg, Anna", "Anna Maria Berg", "李小龍".

    Particles belong to the family name; of several names before it the first is the given name. A single word
    is a given name unless a title stands before it; East Asian names start with the family.
    """
    before, comma, after = (part.strip() for part in text.partition(","))
    if comma and after and not all(_is_suffix(word) for word in after.replace(",", " ").split()):
        return _family_first(before, after)
    prefix, words, suffix = _strip_titles(before.split(), after.replace(",", " ").split())
    if not words:
        return NameParts(prefix=prefix, suffix=suffix)
    if len(words) > 1 and all(_is_east_asian(word) for word in words):
        return NameParts(prefix=prefix, family=words[0], given=" ".join(words[1:]), suffix=suffix)
    if len(words) == 1 and prefix:
        return NameParts(prefix=prefix, family=words[0], suffix=suffix)
    start = _family_start(words)
    return NameParts(
        prefix=prefix,
        given=words[0],
        additional=" ".join(words[1:start]),
        family=" ".join(words[start:]),
        suffix=suffix,
    )


def _family_first(family: str, rest: str) -> NameParts:
    names, *endings = (part.strip() for part in rest.split(","))
    prefix, words, suffix = _strip_titles(names.split(), " ".join(endings).split())
    return NameParts(
        prefix=prefix,
        given=words[0] if words else "",
        additional=" ".join(words[1:]),
        family=" ".join(family.split()),
        suffix=suffix,
    )


def _strip_titles(words: list[str], endings: list[str]) -> tuple[str, list[str], str]:
    front = 0
    while front < len(words) - 1 and fold(words[front].rstrip(".")) in _TITLES:
        front += 1
    back = len(words)
    while back - front > 1 and _is_suffix(words[back - 1]):
        back -= 1
    # "Jack Ma" has no ending: two words are a given and a family name unless the ending is certain.
    if back - front == 1 and back < len(words) and not _is_sure_suffix(words[back]):
        back += 1
    return " ".join(words[:front]), words[front:back], " ".join([*words[back:], *endings])


def _family_start(words: list[str]) -> int:
    for place in range(1, len(words) - 1):
        if fold(words[place]) in _PARTICLES:
            return place
    return max(1, len(words) - 1)


def _is_suffix(word: str) -> bool:
    return fold(word).replace(".", "") in _SUFFIXES


def _is_sure_suffix(word: str) -> bool:
    return _is_suffix(word) and ("." in word or fold(word) in _SURE_SUFFIXES)


def _is_east_asian(text: str) -> bool:
    return all(_script_is_east_asian(char) for char in text if not char.isspace())


def _script_is_east_asian(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))


def _from_first_letter(word: str) -> str:
    for place, char in enumerate(word):
        if char.isalnum():
            return word[place:]
    return ""


def _first_letter(word: str) -> str:
    composed = unicodedata.normalize("NFC", word)
    letter = composed[0].upper()[:1]
    mark = composed[1:2]
    return letter + mark if mark and unicodedata.category(mark) in {"Mn", "Mc"} else letter
