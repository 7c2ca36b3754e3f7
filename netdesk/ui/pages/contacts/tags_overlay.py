"""Managing tags: every tag with how many wear it; rename (two of one name become one) and remove.

``TagsPanel(shell)`` goes into an overlay; ``show_tags(tags)`` draws them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.services import tags as tag_service
from netdesk.services.tags import Tag
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import Faint, Secondary, SectionTitle
from netdesk.ui.widgets.scroll_area import VerticalScroll

_HEIGHT = 380


class TagsPanel(QWidget):
    """A line a tag. Enter in a name renames it; the bin takes it off everybody; both can be undone."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        sizes = metrics()
        self.setAccessibleName("Tags")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        column.setSpacing(sizes.px(M))
        column.addWidget(SectionTitle("Tags"))
        column.addWidget(Secondary("Change a name and press Enter. Two tags of one name become one."))
        self._content = QWidget()
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(sizes.px(S))
        scroll = VerticalScroll(self._content)
        scroll.setMinimumHeight(sizes.px(_HEIGHT))
        column.addWidget(scroll, 1)
        self._none = Faint("No tags yet. Select people and tag them; the tags then stand here.")
        column.addWidget(self._none)
        shell.desk.changed.connect(self._look_again)
        self._ask()

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Draw the tags."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for tag in tags:
            self._lines.addWidget(self._line(tag))
        self._lines.addStretch(1)
        self._none.setVisible(not tags)

    def _line(self, tag: Tag) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, metrics().px(M), 0)
        name = QLineEdit(tag.name)
        name.setMaxLength(tag_service.LONGEST_NAME)
        name.setAccessibleName(f"Name of the tag {tag.name}")
        name.setProperty("tag", tag.id)
        name.editingFinished.connect(self._rename)
        people = Faint(f"{tag.people:,}")
        people.setMinimumWidth(metrics().px(48))
        people.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        remove = icon_button(Icon.BIN, f"Remove the tag {tag.name}", framed=False)
        remove.setProperty("tag", tag.id)
        remove.clicked.connect(self._remove)
        row.addWidget(name, 1)
        row.addWidget(people)
        row.addWidget(remove)
        return line

    def _rename(self) -> None:
        field = self.sender()
        if not isinstance(field, QLineEdit) or not field.isModified():
            return
        field.setModified(False)
        number, text = int(field.property("tag")), field.text()
        self._shell.desk.do(lambda ws: tag_service.rename_tag(ws, number, text), self._say, self._refuse)

    def _remove(self) -> None:
        number = int(self.sender().property("tag"))
        self._shell.desk.do(lambda ws: tag_service.delete_tag(ws, number), self._say)

    def _say(self, changes: Changes) -> None:
        if not changes.is_empty:
            self._shell.toast(changes.title, undo=True)

    def _refuse(self, error: NetDeskError) -> None:
        self._shell.trouble(error)
        self._ask()

    def _look_again(self, changes: Changes) -> None:
        if changes.touches("tag", "person_tag"):
            self._ask()

    def _ask(self) -> None:
        self._shell.desk.ask(self, "tags", tag_service.tags, self.show_tags)
