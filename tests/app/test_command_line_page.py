"""docs/command-line.md names every command, every option and every name of the JSON answers."""

import argparse
from pathlib import Path

import pytest

from netdesk.app.arguments.commands import add_commands
from netdesk.app.arguments.reading import COMMANDS, parser
from tests.support.commands import CommandLine

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
UNSAID = {"--help", "--host", "--place", "--note", "--cost", "--currency", "--workspace"}


def options(parsed: argparse.ArgumentParser) -> set[str]:
    found: set[str] = set()
    for action in parsed._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                found |= options(one)
        found |= {word for word in action.option_strings if word.startswith("--")}
    return found


def test_every_command_and_option_is_described() -> None:
    top = parser()
    add_commands(top)
    assert [command for command in COMMANDS if f"`{command}" not in PAGE] == []
    assert sorted(option for option in options(top) - UNSAID if option not in PAGE) == []


def names(value: object) -> set[str]:
    if isinstance(value, dict):
        return {str(name) for name in value} | {deep for one in value.values() for deep in names(one)}
    if isinstance(value, list):
        return {deep for one in value for deep in names(one)}
    return set()


@pytest.mark.parametrize(
    "command",
    [
        ["list", "people"],
        ["list", "events"],
        ["show", "grace adeyemi"],
        ["show", "chamber autumn mixer"],
        ["card", "list"],
        ["group", "meetings", "breakfast"],
        ["market", "list"],
        ["market", "show", "independent"],
        ["followup", "list"],
        ["ledger", "list"],
        ["ledger", "not-helped"],
        ["fits"],
        ["introduction", "list"],
        ["one-to-one", "list", "grace adeyemi"],
        ["one-to-one", "list", "--never"],
        ["one-to-one", "about-me"],
        ["relation", "list", "grace adeyemi"],
        ["map", "grace adeyemi"],
        ["path", "grace adeyemi"],
        ["today"],
        ["win", "list"],
        ["rate", "list"],
        ["insights"],
        ["insights", "plan"],
        ["time", "list"],
        ["cold"],
        ["ready"],
        ["snooze"],
        ["level", "list"],
        ["level", "ladder"],
        ["level", "history", "grace adeyemi"],
        ["group", "list"],
        ["group", "show", "breakfast"],
        ["check"],
        ["card", "add", "fore street", "Noor Haddad, Haddad Spices, noor@haddadspices.example"],
    ],
)
def test_every_name_of_an_answer_is_described(netdesk: CommandLine, command: list[str]) -> None:
    netdesk.sample()
    own = {"Drinks", "Gets my newsletter", "Staff"}
    found = names(netdesk(*command, "--json").json) - own
    assert sorted(name for name in found if f"`{name}`" not in PAGE and f'"{name}"' not in PAGE) == []
