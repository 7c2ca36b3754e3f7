"""Where forms open and close: one for each person being edited, none of them lost when it cannot be saved yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.people import edit_person
from netdesk.services.person_page import PersonPage
from netdesk.ui.shell import Shell

if TYPE_CHECKING:
    from netdesk.ui.pages.person.form import PersonForm


class FormPlace(QObject):
    """Puts forms into ``inside``, over its first widget; the focus goes back to ``back_to`` when one is over."""

    def __init__(self, shell: Shell, inside: QStackedWidget, back_to: QWidget) -> None:
        super().__init__(inside)
        self._shell = shell
        self._inside = inside
        self._back_to = back_to
        self._forms: dict[int, PersonForm] = {}

    def form_of(self, person_id: int | None) -> PersonForm | None:
        """The open form of a person."""
        return self._forms.get(person_id) if person_id is not None else None

    def open(self, page: PersonPage) -> None:
        """Show a person's form, the one that waits if there is one."""
        form = self._forms.get(page.id)
        if form is not None and self._inside.currentWidget() is form:
            return
        if form is None:
            # Imported when the first one opens: the first window need not wait for it.
            from netdesk.ui.pages.person.form import PersonForm

            form = PersonForm(self._shell, page)
            form.save_asked.connect(partial(self.save, form))
            form.cancel_asked.connect(partial(self.drop, page.id))
            self._forms[page.id] = form
            self._inside.addWidget(form)
        self._inside.setCurrentWidget(form)
        form.begin()

    def show_for(self, person_id: int) -> None:
        """Show a person's waiting form, or what lies below the forms."""
        form = self._forms.get(person_id)
        if form is None:
            self._inside.setCurrentIndex(0)
        else:
            self._inside.setCurrentWidget(form)

    def save(self, form: PersonForm) -> bool:
        """Save a form and close it; says what is wrong and gives False when it cannot be."""
        if not form.is_changed():
            self.drop(form.person_id)
            return True
        try:
            draft = form.draft()
        except InvalidInput as error:
            form.say(error)
            return False
        person, name = form.person_id, draft.name

        def saved(_changes: object) -> None:
            self.drop(person)
            self._shell.toast(self.tr("Saved {0}").format(name), undo=True)

        def refused(error: NetDeskError) -> None:
            if isinstance(error, InvalidInput):
                form.say(error)
            if form.isVisible():
                self._shell.trouble(error)
            else:
                self._say_kept(person, name, str(error))

        edit = partial(edit_person, person_id=person, draft=draft, region=form.customs.region)
        self._shell.desk.do(edit, saved, refused, owner=self)
        return True

    def leave(self, page: PersonPage) -> None:
        """Save a person's form before somebody else is shown; one that cannot be saved waits, and a toast says so."""
        form = self._forms.get(page.id)
        if form is not None and not self.save(form):
            self._say_kept(page.id, page.name, form.trouble.text())

    def drop(self, person_id: int) -> None:
        """Close a person's form without a word."""
        form = self._forms.pop(person_id, None)
        if form is None:
            return
        shown = self._inside.currentWidget() is form
        self._inside.removeWidget(form)
        form.hide()
        form.deleteLater()
        if shown:
            self._inside.setCurrentIndex(0)
            self._back_to.setFocus()

    def _say_kept(self, person: int, name: str, why: str) -> None:
        text = self.tr("{0} is not saved yet. {1}").format(name, why)
        go_on = partial(self._shell.open_person, person)
        self._shell.toast(text, actions=[(self.tr("Go on editing"), go_on)])
