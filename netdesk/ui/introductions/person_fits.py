"""A line on a person's page: who of the people I know fits what they look for.

``PersonFits(shell)`` with ``show_page(page)``; it hides while nobody fits. Pressed, it opens the introduction.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.services.fits import Fits, fits_for
from netdesk.services.person_page import PersonPage
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.introductions.commands import add_introduction_commands
from netdesk.ui.introductions.introduction_form import open_introduction_form
from netdesk.ui.pages.today.row import Who
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line

INTRODUCE_PERSON = "person.introduce"
_TABLES = ("fit_refusal", "introduction", "relation")
_NAMED = 2
_MOST = 5


class PersonFits(QWidget):
    """ "2 people you know fit: Nadia Rahman, Ken Oduya"."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._person_id = 0
        self._wishes = False
        self._fits = Fits()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.who = Who("", takes_keys=True)
        self.words = WrapLabel("", Type.SECONDARY, "accent")
        self.words.set_max_lines(2)
        self.who.column.addWidget(self.words)
        self.who.pressed.connect(self.introduce)
        box.addWidget(self.who)
        self.hide()
        shell.desk.changed.connect(self._changed)
        self._add_commands()

    def _add_commands(self) -> None:
        add_introduction_commands(self._shell)
        if not self._shell.commands.has(INTRODUCE_PERSON):
            self._shell.commands.add(
                Command(
                    INTRODUCE_PERSON,
                    "Introduce the person to somebody",
                    self.introduce,
                    Icon.INTRODUCTION,
                    keywords="introduction connect give help match fits",
                    page="contacts",
                    enabled=self._is_shown,
                )
            )

    def _is_shown(self) -> bool:
        beside = self.parentWidget()
        return bool(self._person_id) and beside is not None and beside.isVisible()

    def show_page(self, page: PersonPage) -> None:
        """Look for who fits this person."""
        if page.id != self._person_id:
            self._person_id = page.id
            self._show(Fits())
        looks_for = page.draft.ideal_client.strip() or page.draft.good_introduction.strip()
        self._wishes = bool(looks_for) and not (page.archived or page.binned)
        self._read()

    def _changed(self, changes: Changes) -> None:
        """Who fits depends on more than the page shows."""
        if changes.touches(*_TABLES):
            self._read()

    def _read(self) -> None:
        if not self._wishes:
            self._show(Fits())
            return
        question = partial(fits_for, person_id=self._person_id, today=self._shell.today(), limit=_MOST)
        self._shell.desk.ask(self, "fits", question, self._show, self._nobody)

    def _nobody(self, _error: object) -> None:
        """The person went away meanwhile."""
        self._show(Fits())

    def _show(self, fits: Fits) -> None:
        self._fits = fits
        self.setVisible(bool(fits.fits))
        if not fits.fits:
            return
        words = fits_line(fits)
        self.words.setText(words)
        self.who.setAccessibleName(one_line(words))
        said = "\n".join(f"{fit.other}: {fit.sentence}" for fit in fits.fits)
        self.who.setToolTip(plain_tooltip(said))

    def introduce(self) -> None:
        """Open the card: with the only one who fits, or with those who fit to choose from."""
        only = self._fits.fits[0] if self._fits.count == 1 else None
        other, why = (only.other_id, only.why) if only else (None, "")
        open_introduction_form(self._shell, self._person_id, other, why)


def fits_line(fits: Fits) -> str:
    """How many fit and the first two by name: "2 people you know fit: Nadia Rahman, Ken Oduya"."""
    count = f"{fits.count:,}" if fits.is_all else f"{fits.count:,}+"
    names = ", ".join(one_line(fit.other)[:60] for fit in fits.fits[:_NAMED])
    more = ", …" if fits.count > _NAMED else ""
    verb = "person you know fits" if fits.count == 1 else "people you know fit"
    return f"{count} {verb}: {names}{more}"
