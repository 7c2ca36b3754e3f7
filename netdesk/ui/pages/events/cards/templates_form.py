"""The card "Plan templates": each with its name, its words and its days; added, changed, ordered and deleted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.plan_templates import LONGEST_DAYS, MOST_TEMPLATES, template_problems
from netdesk.services import plan_templates as templates
from netdesk.services.plan_templates import PlanTemplate
from netdesk.ui.pages.events.form_parts import ErrorLine
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, XS, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.labels import Faint, WrapLabel
from netdesk.ui.widgets.overlay import Overlay

_WIDTH = 680
_LONGEST_ACTION = 500
_TITLE = "Plan templates"


class TemplateRow(QWidget):
    """One template. ``wrote(object)`` when a field was left changed, ``moved(int)``, ``deleted()``."""

    wrote = Signal(object)
    moved = Signal(int)
    deleted = Signal()

    def __init__(self, template: PlanTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self.name = _field("Name", templates.LONGEST_NAME)
        self.name.setFixedWidth(metrics().px(132))
        self.action = _field("What I will do", _LONGEST_ACTION)
        self.days = _field("Days after", 4)
        self.days.setFixedWidth(metrics().px(56))
        self.up = icon_button(Icon.UP, "Earlier", framed=False, small=True)
        self.down = icon_button(Icon.DOWN, "Later", framed=False, small=True)
        self.delete = icon_button(Icon.BIN, "Delete", framed=False, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(XS))
        row.addWidget(self.name)
        row.addWidget(self.action, 1)
        row.addWidget(self.days)
        for button in (self.up, self.down, self.delete):
            row.addWidget(button)
        self.up.clicked.connect(partial(self.moved.emit, -1))
        self.down.clicked.connect(partial(self.moved.emit, 1))
        self.delete.clicked.connect(self.deleted)
        for field in (self.name, self.action, self.days):
            field.editingFinished.connect(self.save)
        self.show_template(template)

    def show_template(self, template: PlanTemplate) -> None:
        """Show it as kept; a field somebody writes in keeps what stands there."""
        self.template = template
        for field, text in (
            (self.name, template.name),
            (self.action, template.action),
            (self.days, str(template.days)),
        ):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)
        for button, what in ((self.up, "Earlier"), (self.down, "Later"), (self.delete, "Delete")):
            button.setAccessibleName(f"{what}: {template.name}")

    def save(self) -> None:
        """Tell of what was changed."""
        days = self.days.text().strip()
        number = int(days) if days.isascii() and days.isdecimal() else -1
        changed = PlanTemplate(self.template.id, self.name.text().strip(), self.action.text().strip(), number)
        if changed != self.template:
            self.wrote.emit(changed)

    def mark(self, wrong: str) -> None:
        """Mark the field of this name, and no other."""
        for name, field in (("name", self.name), ("action", self.action), ("days", self.days)):
            mark_wrong(field, name == wrong)


class TemplatesForm(QWidget):
    """The rows, and the button that adds one. Everything can be undone once the card is closed."""

    ended = Signal()
    grew = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.rows: list[TemplateRow] = []
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(XL), sizes.px(XL), sizes.px(XL), sizes.px(XL - 4))
        outer.setSpacing(sizes.px(M))
        outer.addWidget(WrapLabel(_TITLE, Type.BRAND, "text"))
        said = "Plans you make again and again. {name} becomes the given name; the days count from the day you plan."
        outer.addWidget(WrapLabel(said))
        outer.addWidget(_heads())
        self._list = QVBoxLayout()
        self._list.setSpacing(sizes.px(S))
        outer.addLayout(self._list)
        self._error = ErrorLine()
        outer.addWidget(self._error)
        foot = QHBoxLayout()
        self.add = plain_button("Add a template", Icon.ADD)
        self.add.clicked.connect(self._add)
        close = plain_button("Close", shortcut="Esc")
        close.clicked.connect(self.ended)
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(close)
        outer.addLayout(foot)
        self.setAccessibleName(_TITLE)
        shell.desk.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Show the templates as they are kept now."""
        kept = self._shell.desk.read(templates.plan_templates)
        if [row.template.id for row in self.rows] != [each.id for each in kept]:
            held = {row.template.id: row for row in self.rows}
            for number, row in held.items():
                self._list.removeWidget(row)
                if number not in {each.id for each in kept}:
                    row.hide()
                    row.deleteLater()
            self.rows = [held.get(each.id) or self._new_row(each) for each in kept]
            for row in self.rows:
                self._list.addWidget(row)
                row.show()
        for place, (row, each) in enumerate(zip(self.rows, kept, strict=True)):
            row.show_template(each)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(kept) - 1)
        self.add.setEnabled(len(kept) < MOST_TEMPLATES)
        self.grew.emit()

    def begin(self) -> None:
        """Put the keyboard into the first row."""
        first = self.rows[0].name if self.rows else self.add
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, template: PlanTemplate) -> TemplateRow:
        row = TemplateRow(template)
        row.wrote.connect(partial(self._write, row))
        row.moved.connect(partial(self._move, row))
        row.deleted.connect(partial(self._delete, row))
        return row

    def _write(self, row: TemplateRow, template: PlanTemplate) -> None:
        for field, sentence in template_problems(template.name, template.action, template.days):
            self._refuse(row, InvalidInput(sentence, field=field))
            return
        row.mark("")
        self._error.say("")
        self._shell.desk.do(
            lambda workspace: templates.save_template(workspace, template),
            None,
            partial(self._refuse, row),
            owner=self,
        )

    def _refuse(self, row: TemplateRow, error: NetDeskError) -> None:
        row.mark(error.field if isinstance(error, InvalidInput) else "")
        self._error.say(str(error))
        self.grew.emit()

    def _move(self, row: TemplateRow, by: int) -> None:
        place = self.rows.index(row) + by
        self._shell.desk.do(lambda ws: templates.move_template(ws, row.template.id, place))

    def _delete(self, row: TemplateRow) -> None:
        name, number = row.template.name, row.template.id
        self._shell.desk.do(
            lambda workspace: templates.delete_template(workspace, number),
            lambda _: self._shell.toast(f"Deleted the template “{name[:60]}”", undo=True),
            owner=self,
        )

    def _add(self) -> None:
        self._shell.desk.do(
            lambda workspace: templates.add_template(workspace, "New template", "Write to {name}", 1),
            self._added,
            owner=self,
        )

    def _added(self, number: int) -> None:
        self.reload()
        row = next((row for row in self.rows if row.template.id == number), None)
        if row is not None:
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)
            row.name.selectAll()

    def _changed(self, changes: Changes) -> None:
        if changes.touches("plan_template"):
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a line has saved it; the card stays for the next one.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def open_templates(shell: Shell) -> Overlay:
    """Show the templates over the window."""
    form = TemplatesForm(shell)
    overlay = shell.show_overlay(form, width=_WIDTH, keeps=("edit.undo", "edit.redo"))
    form.ended.connect(overlay.close_overlay)
    form.grew.connect(overlay.refit)
    form.begin()
    return overlay


def _field(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name if name != "Days after" else f"Days after, 0 to {LONGEST_DAYS}")
    field.setMaxLength(longest)
    return field


def _heads() -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(metrics().px(S), 0, 0, 0)
    row.setSpacing(metrics().px(XS))
    name, action, days = Faint("Name"), Faint("What I will do"), Faint("Days")
    name.setFixedWidth(metrics().px(128))
    days.setFixedWidth(metrics().px(142))
    row.addWidget(name)
    row.addWidget(action, 1)
    row.addWidget(days)
    return box
