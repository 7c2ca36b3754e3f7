"""The manual page of the command, written from the very arguments the program reads.

The words around them are in packaging/linux/netdesk.1; how such a page is written is in man(7).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator

from installers.moment import day_of

_WIDE = 100_000
"""Columns: the page breaks lines, not argparse."""
_SAID_ONCE = {"--help", "--workspace", "--json"}
"""Options every command has, explained at the top."""


def manual_page(text: str, version: str, moment: int) -> str:
    """The whole page for this version and day: ``text`` with the program's own arguments filled in."""
    from netdesk.app.arguments.commands import add_commands
    from netdesk.app.arguments.reading import parser

    window, top = parser(), parser()
    add_commands(top)
    parts = {
        "@VERSION@": escaped(version),
        "@DATE@": day_of(moment),
        "@OPTIONS@": "\n".join(_options(window)),
        "@COMMANDS@": "\n".join(_commands(top)),
    }
    for mark, words in parts.items():
        text = text.replace(mark, words)
    return text


def escaped(text: str) -> str:
    """``text`` as a page shows it literally: no sign in it means anything to the page."""
    literal = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{literal}" if literal.startswith((".", "'")) else literal


def _breakable(text: str) -> str:
    """Let a long list of choices go on in the next line."""
    return re.sub(r"(?<=\S[,|])(?=\S)", r"\\:", text)


def _options(top: argparse.ArgumentParser) -> Iterator[str]:
    """The options of the program itself."""
    for action in top._actions:
        yield ".TP"
        value = f" {_value(action)}" if action.nargs != 0 else ""
        yield f".B {escaped(', '.join(action.option_strings) + value)}"
        yield escaped(_sentence(_help(action)))


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every command below ``parser``; a command that only has verbs is a heading for them."""
    for choices in _choices(parser):
        for name, command in choices.items():
            verbs = _choices(command)
            if parser.prog.count(" ") == 0:
                yield f".SS {escaped(name)}"
                if verbs:
                    yield escaped(_sentence(command.description or ""))
            if not verbs or _own_arguments(command):
                yield from _command(command)
            yield from _commands(command)


def _command(command: argparse.ArgumentParser) -> Iterator[str]:
    """One command: how it is typed, what it does, and what its arguments mean."""
    yield ".TP"
    yield f".B {_breakable(escaped(_usage(command)))}"
    yield escaped(_sentence(command.description or ""))
    explained = [action for action in _own_arguments(command) if _help(action)]
    if not explained:
        return
    yield ".RS"
    for action in explained:
        yield ".TP"
        yield f".I {escaped(_name(action))}"
        yield escaped(_sentence(_help(action)))
    yield ".RE"


def _choices(parser: argparse.ArgumentParser) -> list[dict[str, argparse.ArgumentParser]]:
    return [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]


def _own_arguments(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [
        action
        for action in command._actions
        if not _SAID_ONCE & set(action.option_strings) and not isinstance(action, argparse._SubParsersAction)
    ]


def _usage(command: argparse.ArgumentParser) -> str:
    """How a command is typed, on one line."""
    shown = [
        action for action in command._actions if not {"--help", "--workspace"} & set(action.option_strings)
    ]
    formatter = argparse.HelpFormatter(prog=command.prog, width=_WIDE)
    formatter.add_usage(None, shown, command._mutually_exclusive_groups, prefix="")
    return " ".join(formatter.format_help().split())


def _name(action: argparse.Action) -> str:
    return ", ".join(action.option_strings) or _value(action)


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(_words(action.choices)) if action.choices else action.dest


def _words(choices: Iterable[object]) -> list[str]:
    return [str(choice) for choice in choices]


def _help(action: argparse.Action) -> str:
    return (action.help or "") % vars(action) if action.help != argparse.SUPPRESS else ""


def _sentence(words: str) -> str:
    """``words`` with a capital and a full stop, as one line."""
    line = " ".join(words.split())
    if not line:
        return line
    return f"{line[0].upper()}{line[1:]}" + ("" if line.endswith((".", "?", "!")) else ".")
