"""Those who fit what somebody looks for, to be taken by a press: shown while nobody is chosen yet.

``Offers(shell)`` with ``show_for(person_id)``, None for nobody; ``taken(fit)`` and ``grew()``.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.services.fits import Fit, Fits, fits_for
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Faint, plain_tooltip
from netdesk.ui.widgets.paint import one_line

_MOST = 4
_NAME = 60


class Offers(QWidget):
    """At most four names, each with the reason in its tooltip."""

    taken = Signal(object)
    grew = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._person_id: int | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().px(S - 2))
        self._words = Faint("")
        inside = QWidget()
        self._names = FlowLayout(inside, gap=6)
        box.addWidget(self._words)
        box.addWidget(inside)
        self.hide()

    def show_for(self, person_id: int | None) -> None:
        """Offer who fits this person."""
        self._person_id = person_id
        if person_id is None:
            self.hide()
            return
        question = partial(fits_for, person_id=person_id, today=self._shell.today(), limit=_MOST)
        self._shell.desk.ask(self, "fits", question, self._show)

    def _show(self, fits: Fits) -> None:
        self._names.clear()
        if not fits.fits or self._person_id != fits.fits[0].person_id:
            self.hide()
            return
        self._words.setText(f"Who fits what {fits.fits[0].given} looks for:")
        for fit in fits.fits:
            # An "&" in a name is no key of the button.
            name = plain_button(one_line(fit.other)[:_NAME].replace("&", "&&"), small=True)
            name.setAccessibleName(f"Introduce to {fit.other}")
            name.setToolTip(plain_tooltip(fit.sentence))
            name.clicked.connect(partial(self._take, fit))
            self._names.addWidget(name)
        self.show()
        self.grew.emit()

    def _take(self, fit: Fit) -> None:
        self.taken.emit(fit)
