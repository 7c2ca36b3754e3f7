"""Which column of a table of wins is which: by its heading, in several languages, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netdesk.formats.written_amounts import looks_like_amount
from netdesk.formats.written_days import looks_like_day
from netdesk.formats.written_sources import fold, read_source

_LOOKED_AT = 200
_MOSTLY = 0.6
_A_SERIES = 3


class WinColumn(StrEnum):
    """What a column of a pasted table holds. The order is that of the Wins table."""

    DATE = "When"
    TITLE = "What"
    CLIENT = "Client"
    VALUE = "Value"
    CURRENCY = "Currency"
    SOURCE = "Source"
    THANKS = "Thanks to"
    PLACE = "Event or group"
    HOW = "How they heard"
    NOTE = "Note"


@dataclass(frozen=True, slots=True)
class Columns:
    """``kinds`` says for each column what it holds (None: left out); ``headed`` whether the first row are headings."""

    kinds: tuple[WinColumn | None, ...]
    headed: bool


_HEADINGS = {
    WinColumn.DATE: "when; date; day; won; won on; date won; start; start date; started; signed; date signed; closed;"
    " close date; closed on; closed date; invoice date; month; datum; tag; wann; gewonnen am; abschlussdatum;"
    " rechnungsdatum; fecha; data; quand; data di inizio; data wygranej",
    WinColumn.TITLE: "what; title; win; project; project name; job; job title; work; piece of work; service; services;"
    " description; deal; deal name; opportunity; opportunity name; engagement; product; order; won work; titel;"
    " was; projekt; auftrag; leistung; beschreibung; projet; titre; prestation; quoi; proyecto; titulo; servicio;"
    " que; titolo; progetto; servizio; cosa; opdracht; wat; tytul; zlecenie; uppdrag; opgave; oppdrag",
    WinColumn.CLIENT: "client; client name; customer; customer name; company; company name; account; account name;"
    " organisation; organization; firm; business; name; who; kunde; kund; kundin; firma; kundenname; unternehmen;"
    " klant; bedrijf; cliente; empresa; azienda; entreprise; societe; klient",
    WinColumn.VALUE: "value; amount; price; total; revenue; fee; fees; sum; worth; income; turnover; sales; deal value;"
    " contract value; invoice total; net; betrag; wert; umsatz; preis; summe; honorar; montant; valeur; prix;"
    " chiffre d affaires; importe; valor; precio; importo; valore; prezzo; bedrag; waarde; kwota; wartosc; belopp;"
    " belob; belop; varde",
    WinColumn.CURRENCY: "currency; currency code; cur; ccy; wahrung; waehrung; devise; moneda; valuta; waluta",
    WinColumn.SOURCE: "source; lead source; where it came from; came from; where from; origin; channel; kind; type;"
    " how it came; quelle; herkunft; origine; origen; fuente; fonte; bron; zrodlo",
    WinColumn.THANKS: "thanks to; thanks; thank; referred by; referrer; referral partner; introduced by; introducer;"
    " recommended by; sent by; who sent them; via; through; dank; dank an; empfohlen von; uber; merci a;"
    " recommande par; gracias a; recomendado por; grazie a; dankzij",
    WinColumn.PLACE: "event or group; event; group; event group; networking group; where; where we met; where met;"
    " met at; place; veranstaltung; gruppe; evenement; groupe; evento; grupo; gruppo; evenement of groep",
    WinColumn.HOW: "how; how they heard; how they heard of me; heard of me; heard from; how they found me; found me"
    " through; wie; comment; como",
    WinColumn.NOTE: "note; notes; comment; comments; remark; remarks; details; notiz; notizen; bemerkung;"
    " bemerkungen; remarque; remarques; nota; notas; opmerking",
}
_BY_HEADING = {
    name.strip(): column for column, names in reversed(_HEADINGS.items()) for name in names.split(";")
}


def heading_kind(heading: str) -> WinColumn | None:
    """What a heading says its column holds: by the whole of it, else without what stands in brackets or follows."""
    plain = re.sub(r"\(.*?\)|\[.*?\]", " ", heading)
    words = fold(plain)
    for name in (words, words.removesuffix("s")):
        if name in _BY_HEADING:
            return _BY_HEADING[name]
    parts = words.split()
    if len(parts) > 1 and len(parts[-1]) == len("gbp") and " ".join(parts[:-1]) in _BY_HEADING:
        return _BY_HEADING[" ".join(parts[:-1])]
    for split in (" in ", " of ", " per "):
        head = words.partition(split)[0]
        if head != words and head in _BY_HEADING:
            return _BY_HEADING[head]
    return None


def guess_columns(rows: Sequence[Sequence[str]], today: date) -> Columns:
    """Say what each column of a table holds, each thing once; rows are all of the same width."""
    if not rows:
        return Columns((), headed=False)
    kinds = _by_headings(rows[0])
    named = sum(kind is not None for kind in kinds)
    tells = any(looks_like_day(cell, today) or looks_like_amount(cell) for cell in rows[0])
    if named >= 2 or (named and not tells):
        return Columns(_by_values(rows[1:], today, kinds, order=False), headed=True)
    headed = not tells and len(rows) > 1 and _stands_above(rows, today)
    return Columns(_by_values(rows[headed:], today, [None] * len(rows[0]), order=True), headed=headed)


def _by_headings(headings: Sequence[str]) -> list[WinColumn | None]:
    taken: set[WinColumn] = set()
    kinds: list[WinColumn | None] = []
    for heading in headings:
        kind = heading_kind(heading)
        kinds.append(kind if kind not in taken else None)
        if kind is not None:
            taken.add(kind)
    return kinds


def _by_values(
    rows: Sequence[Sequence[str]], today: date, kinds: list[WinColumn | None], *, order: bool
) -> tuple[WinColumn | None, ...]:
    """Find what no heading named by what stands below; texts in their usual ``order`` when none has a heading."""
    columns = [[row[place] for row in rows[:_LOOKED_AT] if row[place]] for place in range(len(kinds))]
    tests: tuple[tuple[WinColumn, Callable[[str], bool]], ...] = (
        (WinColumn.DATE, lambda cell: looks_like_day(cell, today)),
        (WinColumn.SOURCE, _is_source),
        (WinColumn.VALUE, looks_like_amount),
    )
    for kind, test in tests:
        if kind in kinds:
            continue
        free = [place for place, known in enumerate(kinds) if known is None and not _counts(columns[place])]
        best = max(free, key=lambda place: _share(columns[place], test), default=None)
        if best is not None and _share(columns[best], test) >= _MOSTLY:
            kinds[best] = kind
    texts = [place for place, known in enumerate(kinds) if known is None and _is_text(columns[place])]
    usual = (WinColumn.TITLE, WinColumn.CLIENT, WinColumn.THANKS, WinColumn.PLACE)
    if order:
        for place, kind in zip(texts, usual, strict=False):
            kinds[place] = kind
    elif texts and not {WinColumn.TITLE, WinColumn.CLIENT} & set(kinds):
        kinds[texts[0]] = WinColumn.TITLE
    return tuple(kinds)


def _stands_above(rows: Sequence[Sequence[str]], today: date) -> bool:
    """Whether the first row names its columns in words we do not know: below it stand days or amounts."""
    below = [[row[place] for row in rows[1:_LOOKED_AT] if row[place]] for place in range(len(rows[0]))]
    return any(
        bool(rows[0][place])
        and (
            _share(cells, lambda cell: looks_like_day(cell, today)) >= _MOSTLY
            or _share(cells, looks_like_amount) >= _MOSTLY
        )
        for place, cells in enumerate(below)
    )


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _counts(cells: Sequence[str]) -> bool:
    """Whether a column only numbers its rows."""
    if len(cells) < _A_SERIES or not cells[0].isdecimal():
        return False
    return list(cells) == [str(int(cells[0]) + place) for place in range(len(cells))]


def _is_source(cell: str) -> bool:
    return read_source(cell) is not None


def _is_text(cells: Sequence[str]) -> bool:
    return _share(cells, lambda cell: any(char.isalpha() for char in cell)) >= _MOSTLY
