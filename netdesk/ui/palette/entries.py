"""What can stand in the palette, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from netdesk.method.calendar_words import short_day
from netdesk.method.levels import Level
from netdesk.method.names import fold
from netdesk.services.group_list import GroupRow
from netdesk.services.market_page import MarketPage
from netdesk.services.palette import Finds, FoundEvent, FoundNote, FoundPerson, FoundPitch, FoundWin
from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.actions.workspaces import open_recent, other_workspaces
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.key_badge import key_words

COMMANDS = 6
ALL_COMMANDS = 60
FEW = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: glyph, words, faint words after them, a shortcut at the right, what Enter does.

    ``person`` is the id of the person a line is about, so that Tab can offer what can be done with them.
    """

    icon: str
    text: str
    detail: str
    run: Callable[[], None]
    shortcut: str = ""
    person: int | None = None
    name: str = ""


def matching_commands(commands: Iterable[Command], text: str, used: Mapping[str, int]) -> list[Command]:
    """The commands in whose title or keywords every word of ``text`` begins a word, the most used first."""
    words = fold(text).split()
    found: list[tuple[int, int, int, Command]] = []
    for place, command in enumerate(commands):
        if not command.in_palette or not command.enabled():
            continue
        title, more = fold(command.title).split(), fold(command.keywords).split()
        if not all(any(known.startswith(word) for known in (*title, *more)) for word in words):
            continue
        in_title = all(any(known.startswith(word) for known in title) for word in words)
        found.append((-used.get(command.name, 0), 0 if in_title else 1, place, command))
    return [command for *_, command in sorted(found, key=lambda item: item[:3])]


def command_entry(catalogue: Catalogue, command: Command) -> Entry:
    """The line of a command."""
    return Entry(
        command.icon or Icon.NEXT,
        command.title,
        "",
        lambda: _run(catalogue, command.name),
        key_words(command.shortcut) if command.shortcut else "",
    )


def _run(catalogue: Catalogue, name: str) -> None:
    catalogue.run(name)


def person_entry(shell: Shell, person: FoundPerson, levels: Mapping[int, Level]) -> Entry:
    """The line of a person."""
    level = levels.get(person.level or 0)
    detail = " · ".join(part for part in (person.organisation, level.name if level else "") if part)
    return Entry(
        Icon.PERSON,
        person.name,
        detail,
        lambda: shell.open_person(person.id),
        person=person.id,
        name=person.name,
    )


def event_entry(shell: Shell, event: FoundEvent, today: date) -> Entry:
    """The line of an event."""
    detail = f"{event.expected} is expected" if event.expected else ""
    return Entry(
        Icon.EVENTS,
        f"{event.title}, {short_day(event.on, today)}",
        detail,
        lambda: shell.open_event(event.id),
    )


def group_entry(shell: Shell, group: GroupRow) -> Entry:
    """The line of a group."""
    return Entry(Icon.GROUPS, group.name, group.line, lambda: shell.go("groups", group=group.id))


def market_entry(shell: Shell, market: MarketPage) -> Entry:
    """The line of a target market."""
    return Entry(Icon.MARKET, market.title, market.line, lambda: shell.go("markets", market=market.id))


def pitch_entry(shell: Shell, pitch: FoundPitch) -> Entry:
    """The line of a pitch."""
    detail = " · ".join(part for part in (pitch.kind.lower(), pitch.audience) if part)
    return Entry(Icon.PITCHES, pitch.title, detail, lambda: shell.go("pitches", pitch=pitch.id))


def win_entry(shell: Shell, win: FoundWin, today: date) -> Entry:
    """The line of a win."""
    detail = " · ".join(part for part in (win.client, short_day(win.on, today)) if part)
    return Entry(Icon.WINS, win.name, detail, lambda: shell.go("wins", win=win.id))


def workspace_entries(shell: Shell, text: str) -> list[Entry]:
    """The lines of other workspaces on this computer: every word of ``text`` begins one of "Open workspace …"."""
    words = fold(text).split()
    lines = []
    for one in other_workspaces(shell) if words else ():
        known = fold(f"open workspace {one.name}").split()
        if one.is_there and all(any(name.startswith(word) for name in known) for word in words):
            run = partial(open_recent, shell, one.path)
            lines.append(Entry(Icon.OPEN_FOLDER, f"Open workspace {one.name}", str(one.path.parent), run))
    return lines


def note_entry(shell: Shell, note: FoundNote, today: date) -> Entry:
    """The line of something that was said."""
    detail = f"{note.person}, {short_day(note.on, today)}"
    return Entry(Icon.CONVERSATION, f"“{note.words}”", detail, lambda: shell.open_person(note.person_id))


def person_actions(shell: Shell, person: FoundPerson, levels: Mapping[int, Level]) -> list[Entry]:
    """What can be done with a person, as far as the program has commands for it."""
    entries = []
    for name, words, icon in (
        ("person.log", "Log a conversation with", Icon.LOG),
        ("person.follow_up", "Plan a follow-up with", Icon.FOLLOW_UP),
        ("person.edit", "Edit", Icon.EDIT),
    ):
        if shell.commands.has(name):
            shortcut = key_words(shell.commands.command(name).shortcut)
            entries.append(
                Entry(
                    icon,
                    f"{words} {person.name}",
                    "",
                    _open_and_run(shell, person.id, name),
                    shortcut,
                    person.id,
                )
            )
    above = levels.get((person.level or 0) + 1)
    if above is not None:
        move = _mover(shell, person.id, above)
        entries.append(Entry(Icon.NEXT, f"Move {person.name} to {above.name}", "", move, "Alt →", person.id))
    return entries


def _open_and_run(shell: Shell, person: int, command: str) -> Callable[[], None]:
    def run() -> None:
        shell.open_person(person)
        shell.commands.run(command)

    return run


def _mover(shell: Shell, person: int, level: Level) -> Callable[[], None]:
    from netdesk.services.levels import move_people

    def run() -> None:
        shell.desk.do(
            lambda workspace: move_people(workspace, [person], level.number),
            lambda changes: shell.toast(changes.title.replace("Move", "Moved", 1), undo=True),
        )

    return run


def entries_for(
    shell: Shell, finds: Finds, used: Mapping[str, int], levels: Sequence[Level], today: date
) -> list[Entry]:
    """All lines: the place so called, people, events, groups, markets, pitches, wins, deeds with the first person,
    commands, notes.
    """
    by_number = {level.number: level for level in levels}
    text = finds.text.strip()
    if text.startswith(">"):
        commands = matching_commands(shell.commands.all(), text[1:], used)
        return [
            *(command_entry(shell.commands, command) for command in commands[:ALL_COMMANDS]),
            *workspace_entries(shell, text[1:]),
        ]
    commands = matching_commands(shell.commands.all(), text, used)[: COMMANDS if text else 2 * COMMANDS]
    workspaces = workspace_entries(shell, text)
    # Whoever types the whole name of a place wants to go there, whoever else has that word in a note.
    meant = [command for command in commands if fold(command.title) == fold(f"Go to {text}")]
    lines = [command_entry(shell.commands, command) for command in meant]
    lines += [person_entry(shell, person, by_number) for person in finds.people]
    lines += [event_entry(shell, event, today) for event in finds.events]
    lines += [group_entry(shell, group) for group in finds.groups]
    lines += [market_entry(shell, market) for market in finds.markets]
    lines += [pitch_entry(shell, pitch) for pitch in finds.pitches]
    lines += [win_entry(shell, win, today) for win in finds.wins]
    if text and finds.people:
        lines += person_actions(shell, finds.people[0], by_number)
    lines += [command_entry(shell.commands, command) for command in commands if command not in meant]
    lines += workspaces
    lines += [note_entry(shell, note, today) for note in finds.notes]
    return lines
