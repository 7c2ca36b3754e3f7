"""The pictures of a group: its audit, one member looked for, the forms."""

from __future__ import annotations

from PySide6.QtCore import Qt

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Deed, Scene, press, run, then, type_words
from netdesk.services.group_list import group_called


def _club(program: Program) -> None:
    """Go to the group with eighteen members, with the keyboard in its audit."""
    program.window.shell.go("groups", group=group_called(program.workspace, "Breakfast Club"))


def _names(*lines: str) -> Deed:
    """Take names into the form that adds members."""

    def enter(program: Program) -> None:
        from netdesk.ui.pages.groups.members_form import MembersForm

        settle(0)
        for form in program.window.findChildren(MembersForm):
            if isinstance(form, MembersForm):
                form.take_lines(list(lines))

    return enter


def _no_names(program: Program) -> None:
    """Leave nobody in the form, so that closing it loses nothing."""
    from netdesk.ui.pages.groups.members_form import MembersForm

    for form in program.window.findChildren(MembersForm):
        if isinstance(form, MembersForm):
            form.clear()


GROUP_SCENES: tuple[Scene, ...] = (
    Scene("groups", _club),
    Scene(
        "groups-search",
        then(_club, run("groups.find"), type_words("ma")),
        then(press(Qt.Key.Key_Escape), press(Qt.Key.Key_Escape)),
    ),
    Scene(
        "group-members",
        then(_club, run("groups.member"), _names("Olga Petrova", "Hana Sato, Sato Ceramics", "Chloé Martin")),
        _no_names,
    ),
    Scene("group-edit", then(_club, run("groups.edit"))),
    Scene("group-learned", then(_club, press(Qt.Key.Key_Down), run("groups.learned"))),
    Scene("group-membership", then(_club, press(Qt.Key.Key_Down), run("groups.membership"))),
)
