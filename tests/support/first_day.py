"""What somebody brings to their first day with NetDesk, and what they plan; people and firms are invented."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from tests.support.driving import Aim, Plan

PEOPLE = (
    "Grace Adeyemi",
    "Ellen Brandt",
    "Ravi Menon",
    "Tom Okafor",
    "Luis Ortega",
    "Hannah Weiss",
)
"""By family name, as they are listed."""
MIXER = Plan(
    "Chamber autumn mixer", "24 nov", "17:30", "19:30", "Town Hall, Mill Street", "Chamber of Commerce"
)
AIMS = (
    Aim("Collect cards*", "", "5", "Email each within 24 h with the retail checklist"),
    Aim("Try a message*", "Inbox to zero", "10", "Change one line, then try it again"),
    Aim("Connect with*", "", "1", "Book a coffee in the next seven days"),
)
EXPECTED = (
    ("Rav", "Ravi Menon"),
    ("Ell", "Ellen Brandt"),
    ("Lui", "Luis Ortega"),
    ("Tom", "Tom Okafor"),
    ("Guest: head of Retail 27", "Guest: head of Retail 27"),
)
_CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ravi,Menon,https://www.linkedin.com/in/ravi-m,ravi@menon.example,Menon Accountancy,Partner,12 Mar 2024
Ellen,Brandt,https://www.linkedin.com/in/ellen-b,,Brandt & Co,Managing director,01 Feb 2023
Luis,Ortega,https://www.linkedin.com/in/luis-o,luis@ortega.example,Ortega Finance,Adviser,19 Sep 2025
Tom,Okafor,https://www.linkedin.com/in/tom-o,,Okafor Legal,Solicitor,30 Jun 2026
Hannah,Weiss,https://www.linkedin.com/in/hannah-w,hannah@weiss.example,Weiss Training,Trainer,05 May 2025
"""


def phone_card(folder: Path) -> Path:
    """Write a card as a telephone shares it: labels of its own, an address in two forms, and a photo."""
    photo = base64.b64encode(_photo()).decode()
    folded = "\r\n ".join(photo[start : start + 74] for start in range(0, len(photo), 74))
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Telephone//EN",
        "N:Adeyemi;Grace;;;",
        "FN:Grace Adeyemi",
        "NICKNAME:Gracie",
        "ORG:Bright Copy;Editing",
        "TITLE:Copywriter",
        "item1.EMAIL;type=INTERNET;type=pref:grace@bright-copy.example",
        "TEL;type=CELL;type=VOICE;type=pref:+44 7700 900123",
        "TEL;type=WORK;type=FAX:+44 7700 900124",
        "item2.TEL:+44 7700 900125",
        "item2.X-ABLabel:_$!<AssistantPhone>!$_",
        r"item3.ADR;type=HOME;type=pref:;;5 Mill Lane\nFlat 2;Harbourtown;;HA1 2BC;United Kingdom",
        r"item3.X-ABADR:5 Mill Lane\nHarbourtown",
        r"item4.URL;type=pref:https\://bright-copy.example",
        "item4.X-ABLabel:_$!<HomePage>!$_",
        "BDAY;value=date:1984-06-06",
        f"PHOTO;ENCODING=b;TYPE=PNG:{folded}",
        "END:VCARD",
        "",
    )
    path = folder / "Grace Adeyemi.vcf"
    path.write_bytes("\r\n".join(lines).encode())
    return path


def connections(folder: Path) -> Path:
    """Write the list of connections as LinkedIn gives it."""
    path = folder / "Connections.csv"
    path.write_text(_CONNECTIONS, encoding="utf-8")
    return path


def _photo() -> bytes:
    picture = QImage(96, 96, QImage.Format.Format_RGB32)
    picture.fill(QColor(180, 120, 90))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(held, "PNG")  # type: ignore[call-overload]
    return bytes(held.data().data())
