"""Who fits whom, over everybody: the first three, all of them on request, and the way to the introductions.

``FitsPanel(shell)`` with ``redraw(changes=None)``: whoever shows it hands on what changed.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.services.fits import Fit, Fits, Refusal, allow_fit, refusals, refuse_fit, who_fits_whom
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.introductions.commands import add_introduction_commands
from netdesk.ui.introductions.fit_row import FitKey, FitRow
from netdesk.ui.introductions.introduction_form import open_introduction_form
from netdesk.ui.introductions.introductions_list import open_introductions
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu

FIRST = 3
MOST = 20
_NAME = 40
_TABLES = (
    "person", "person_tag", "tag", "organisation", "person_market", "target_market", "interaction",
    "interaction_person", "relation", "introduction", "fit_refusal", "ledger_entry",
)  # fmt: skip
_NOBODY = (
    "Nobody fits yet. Ask people who their ideal client is, and who would be a good introduction: NetDesk then"
    " looks for them among the people you know."
)


class FitsPanel(Panel):
    """At most twenty rows; three until all are asked for."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Who fits whom", detail_right=True, parent=parent)
        self._shell = shell
        self._photos = Photos(shell.desk, self)
        self._fits: Fits | None = None
        self._shows_all = False
        self._refusals: tuple[Refusal, ...] = ()
        self._rows: dict[FitKey, FitRow] = {}
        sizes = metrics()
        self.body.setSpacing(sizes.px(S))
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        self.nobody = WrapLabel(self.tr(_NOBODY))
        self.nobody.hide()
        self.all = link_button("")
        self.all.clicked.connect(self._toggle_all)
        self.introductions = link_button(self.tr("Introductions"))
        self.introductions.clicked.connect(self._open_introductions)
        self.refused = link_button("")
        self.refused.clicked.connect(self._offer_refused)
        self.refused.hide()
        foot = QHBoxLayout()
        foot.setSpacing(sizes.px(M))
        foot.addWidget(self.all)
        foot.addWidget(self.refused)
        foot.addStretch(1)
        foot.addWidget(self.introductions)
        self.body.addLayout(self._table)
        self.body.addWidget(self.nobody)
        self.body.addLayout(foot)
        self.all.hide()
        add_introduction_commands(shell)

    def rows(self) -> list[FitRow]:
        """The rows that are shown, in their order."""
        return sorted(self._rows.values(), key=self._table.indexOf)

    def redraw(self, changes: Changes | None = None) -> None:
        """Look again for who fits whom, unless ``changes`` touched nothing of it."""
        if changes is None or self._fits is None or changes.touches(*_TABLES):
            question = partial(who_fits_whom, today=self._shell.today(), limit=MOST)
            self._shell.desk.ask(self, "fits", question, self._show)
            self._shell.desk.ask(self, "refused", refusals, self._show_refused)

    def _show(self, fits: Fits) -> None:
        self._fits = fits
        shown = fits.fits if self._shows_all else fits.fits[:FIRST]
        held = next((place for place, row in enumerate(self.rows()) if row.isAncestorOf(self._held())), -1)
        wanted = {(fit.person_id, fit.other_id): fit for fit in shown}
        for key, row in list(self._rows.items()):
            if wanted.get(key) != row.fit:
                del self._rows[key]
                self._table.removeWidget(row)
                row.hide()
                row.deleteLater()
        for place, (key, fit) in enumerate(wanted.items()):
            row = self._rows.get(key) or self._make(key, fit)
            self._table.insertWidget(place, row)
            row.is_last = place == len(wanted) - 1
            row.update()
        self._say(fits, len(shown))
        if held >= 0 and self.rows():
            self.rows()[min(held, len(shown) - 1)].introduce.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> QWidget:
        return self.window().focusWidget() or self

    def _say(self, fits: Fits, shown: int) -> None:
        count = f"{fits.count:,}" if fits.is_all else f"{fits.count:,}+"
        self.set_detail("" if not fits.count else count if shown == fits.count else f"{shown} of {count}")
        self.nobody.setVisible(not fits.count)
        self.all.setVisible(fits.count > FIRST)
        self.all.setText(self.tr("Show the first three") if self._shows_all else f"Show {len(fits.fits):,}")

    def _show_refused(self, refused: tuple[Refusal, ...]) -> None:
        self._refusals = refused
        self.refused.setVisible(bool(refused))
        count = f"{len(refused)}+" if len(refused) == MOST else str(len(refused))
        self.refused.setText(f"{count} not a fit")

    def _offer_refused(self) -> None:
        """Offer to propose again whom somebody said not to fit."""
        entries = [
            Entry(f"Propose {one.person[:_NAME]} and {one.other[:_NAME]} again", partial(self._allow, one))
            for one in self._refusals
        ]
        open_menu(entries, self, self.refused.mapToGlobal(QPoint(0, self.refused.height())))

    def _allow(self, refused: Refusal) -> None:
        allow = partial(allow_fit, person_id=refused.person_id, other_id=refused.other_id)
        said = f"{refused.person} and {refused.other} may be proposed again."
        self._shell.desk.do(allow, lambda _: self._shell.toast(said, undo=True), owner=self)

    def _walk(self, row: FitRow, step: int) -> None:
        rows = self.rows()
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].introduce.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, key: FitKey, fit: Fit) -> FitRow:
        row = FitRow(fit, self._photos)
        row.introduced.connect(self._introduce)
        row.refused.connect(self._refuse)
        row.opened.connect(self._shell.open_person)
        row.walked.connect(self._walk)
        self._rows[key] = row
        return row

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        if self._fits is not None:
            self._show(self._fits)

    def _introduce(self, fit: Fit) -> None:
        open_introduction_form(self._shell, fit.person_id, fit.other_id, fit.why)

    def _refuse(self, fit: Fit) -> None:
        refuse = partial(refuse_fit, person_id=fit.person_id, other_id=fit.other_id, now=self._shell.now())
        said = f"{fit.person} and {fit.other} are not proposed again."
        self._shell.desk.do(refuse, lambda _: self._shell.toast(said, undo=True), owner=self)

    def _open_introductions(self) -> None:
        open_introductions(self._shell)
