"""QR codes as pictures, made with the library that reads them."""

from __future__ import annotations

import zxingcpp

from netdesk.services.card_reading import CardPicture

MARTA_VCARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Lindqvist;Marta;;Dr.;\nFN:Dr. Marta Lindqvist\nORG:Lindqvist Interiors\n"
    "TITLE:Founder\nTEL;TYPE=CELL:+44 7700 900123\nEMAIL;TYPE=WORK:marta@lindqvist.example\n"
    "URL:https://lindqvist.example\nBDAY:1980-03-22\nADR;TYPE=WORK:;;12 Harbour Street;Bristol;;BS1 4RN;UK\n"
    "NOTE:Likes old harbours\nEND:VCARD\n"
)
PRIYA_MECARD = "MECARD:N:Nair,Priya;ORG:Nair Books;TEL:+447700900321;EMAIL:priya@nairbooks.example;;"


def code_of(text: str | bytes, scale: int = 4, kind: str = "QRCode") -> tuple[bytes, int, int]:
    """One byte a pixel, the width, the height."""
    made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    shown = memoryview(zxingcpp.write_barcode_to_image(made, scale=scale, add_quiet_zones=True))
    height, width = shown.shape
    return bytes(shown), width, height


def picture_of_code(text: str | bytes, kept: bytes = b"picture") -> CardPicture:
    """A picture with a code and nothing else."""
    grey, width, height = code_of(text)
    return CardPicture(grey, width, height, kept, "image/jpeg")


def blank_picture(kept: bytes = b"picture") -> CardPicture:
    """A picture with nothing on it."""
    return CardPicture(b"\xff" * 10_000, 100, 100, kept, "image/jpeg")
