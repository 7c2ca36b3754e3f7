"""One group: its head, the shares and what it is worth, and the audit of its members."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.groups import why_hint
from netdesk.services.group_audit import Audit
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.groups.group_header import GroupHeader
from netdesk.ui.pages.groups.group_title import PAD
from netdesk.ui.pages.groups.matrix_delegate import MatrixDelegate
from netdesk.ui.pages.groups.matrix_model import MatrixModel
from netdesk.ui.pages.groups.matrix_panel import MatrixPanel
from netdesk.ui.pages.groups.matrix_view import MatrixView
from netdesk.ui.pages.groups.share_tiles import ShareTiles
from netdesk.ui.pages.groups.worth_panel import WorthStaying
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.bin_strip import BinStrip
from netdesk.ui.widgets.empty_state import EmptyState


class GroupView(QWidget):
    """``restore_wanted()`` when a binned group shall come back; ``member_wanted()`` from the words of an empty one."""

    restore_wanted = Signal()
    member_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.audit: Audit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.header = GroupHeader()
        self.hint = Banner("", "accent", Icon.IDEA)
        self.bin_strip = BinStrip("This group is in the bin. Its members and its meetings are not.")
        self.bin_strip.restore.clicked.connect(self._restore)
        self.worth = WorthStaying(shell)
        self.tiles = ShareTiles(self.worth)
        self.model = MatrixModel(shell.today, self)
        photos = Photos(shell.desk, self)
        self.matrix = MatrixView(self.model, MatrixDelegate(photos, shell.today))
        photos.arrived.connect(self.matrix.viewport().update)
        self.panel = MatrixPanel(self.matrix)
        self.nobody = EmptyState(
            Icon.PEOPLE,
            "Who is in this group?",
            "Add the members, several at once if you like. What is written about them fills in the rest.",
            "Add members",
        )
        self.nobody.primary_clicked.connect(self.member_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(XL - PAD), sizes.px(L), sizes.px(XL), sizes.px(L))
        layout.setSpacing(sizes.px(M))
        layout.addWidget(self.header)
        # The letters of the name stand in line with the cards below it.
        below = QVBoxLayout()
        below.setContentsMargins(sizes.px(PAD), 0, 0, 0)
        below.setSpacing(sizes.px(M + 2))
        for widget in (self.hint, self.bin_strip, self.tiles, self.panel):
            below.addWidget(widget)
        below.addWidget(self.nobody, 1000)
        below.addStretch(1)
        layout.addLayout(below, 1)

    def group_id(self) -> int:
        """The id of the group shown, 0 for none."""
        return 0 if self.audit is None else self.audit.group.id

    def show_audit(self, audit: Audit) -> None:
        """Show another group, or this one as it is now; another one begins at its top."""
        another = audit.group.id != self.group_id()
        if another:
            self.panel.end_search()
        self.audit = audit
        anybody = bool(audit.members)
        self.header.show_group(audit.group, anybody=anybody)
        hint = why_hint(audit.group.why)
        self.hint.set_text(hint)
        self.hint.setVisible(bool(hint) and not audit.group.binned)
        self.bin_strip.setVisible(audit.group.binned)
        if not anybody and self.panel.isAncestorOf(self.focusWidget() or self):
            # Otherwise Qt would hand the keyboard on to whatever comes next, such as "Undo".
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self.tiles, self.panel):
            widget.setVisible(anybody)
        self.nobody.setVisible(not anybody)
        self.tiles.show_audit(audit)
        self.worth.show_audit(audit)
        self.panel.show_audit(audit)
        if another:
            self.matrix.clearSelection()
            self.matrix.scrollToTop()

    def _restore(self) -> None:
        self.restore_wanted.emit()
