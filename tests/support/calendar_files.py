"""Calendar files as other programs write them, with invented people and events."""

from __future__ import annotations

from pathlib import Path

MIXER = (
    "UID:mixer@chamber.example",
    "SUMMARY:Chamber autumn mixer",
    "DTSTART;TZID=Europe/London:20261124T173000",
    "DTEND;TZID=Europe/London:20261124T193000",
    "LOCATION:Town Hall\\, Mill Street",
    "ORGANIZER;CN=Chamber of Commerce:mailto:hello@chamber.example",
    "ATTENDEE;CN=Grace Adeyemi:mailto:Grace@adeyemi.example",
    "ATTENDEE;CN=Somebody Else:mailto:else@nobody.example",
)
BREAKFAST = (
    "UID:breakfast@club.example",
    "SUMMARY:Breakfast club",
    "DTSTART;TZID=W. Europe Standard Time:20260603T070000",
    "DTEND;TZID=W. Europe Standard Time:20260603T083000",
    "RRULE:FREQ=WEEKLY;BYDAY=WE",
)
FAIR = (
    "UID:fair@fair.example",
    "SUMMARY:Trade fair",
    "DTSTART;VALUE=DATE:20261201",
    "DTEND;VALUE=DATE:20261203",
)
OLD = ("UID:old@club.example", "SUMMARY:Summer party", "DTSTART:20260710T180000Z", "DTEND:20260710T210000Z")
BROKEN = ("UID:broken@club.example", "SUMMARY:Some day", "DTSTART:some day")


def calendar_file(path: Path, *events: tuple[str, ...], method: str = "PUBLISH") -> Path:
    """Write the events (their lines) as one calendar and give the path."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", f"METHOD:{method}"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    path.write_bytes("\r\n".join([*lines, "END:VCALENDAR", ""]).encode())
    return path


def changed(event: tuple[str, ...], **values: str) -> tuple[str, ...]:
    """The same event with other lines: ``changed(MIXER, LOCATION="Library")``; an empty value takes one out."""
    kept = [line for line in event if line.replace(";", ":").split(":")[0] not in values]
    return (*kept, *(f"{name}:{value}" for name, value in values.items() if value))
