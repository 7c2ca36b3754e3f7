"""Postal addresses on cards of many countries, told line by line: streets, towns with their postcodes, countries."""

from __future__ import annotations

import re

from netdesk.formats.signature_pieces import is_address

# A town with its postcode, in front of it or behind it: "80331 München", "111 43 Stockholm", "Bristol BS1 4RN".
_TOWN = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,5}(?:\s?[A-Z]{2})?\s+[^\W\d_]{3,}|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
    r"|\b[A-Z]{2}\s+\d{5}\b|^\d{2}-\d{3}\s+[^\W\d_]{3,}|^\d{3}\s\d{2}\s+[^\W\d_]{3,}"
)
# The line of a town alone, whose comma parts nothing: "New York, NY 10001".
_TOWN_LINE = re.compile(
    r"^[^\d,]{2,40},\s*(?:[A-Z]{2}\s+\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})$"
)
# A street, with its number: "12 rue de la Paix", "Via Roma 15", "Kungsgatan 12", "Keizersgracht 123".
_STREET = re.compile(
    r"\b(?:rue|avenue|boulevard|via|viale|corso|piazza|calle|avenida|plaza|rua|ulica|ul\.|al\.|str\.)(?=[\s.])"
    r"|\w(?:gatan|gata|v[äa]gen|vej|gade|straat|laan|gracht|plein|stra[sß]+e|katu|tie)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"^(?:united kingdom|uk|england|scotland|wales|ireland|germany|deutschland|austria|österreich|switzerland|schweiz"
    r"|france|spain|españa|italy|italia|sweden|sverige|norway|norge|denmark|danmark|poland|polska|netherlands"
    r"|nederland|belgium|portugal|usa|u\.s\.a\.|united states|canada|australia|india|new zealand)\.?$",
    re.IGNORECASE,
)


def reads_as_address(text: str) -> bool:
    """Tell whether a line is a street with a number, or a town with a postcode."""
    return (
        is_address(text) or bool(_TOWN.search(text)) or bool(_STREET.search(text) and re.search(r"\d", text))
    )


def is_town_line(text: str) -> bool:
    """Tell whether a line is a town alone whose comma parts nothing."""
    return _TOWN_LINE.match(text) is not None


def is_country(text: str) -> bool:
    """Tell whether a line is the name of a country, as it stands below an address."""
    return _COUNTRY.match(text) is not None
