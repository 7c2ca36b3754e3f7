"""Giving a person a picture: chosen from a file, dropped as a file or image, or taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from netdesk.services.person_page import PersonPage
from netdesk.services.photos import remove_photo, set_photo
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.picture import Kept, picture_of_file, picture_patterns, small_picture
from netdesk.ui.pages.person.portrait import Portrait
from netdesk.ui.shell import Shell


class PictureTaking(QObject):
    """Listens to a portrait; ``show_page`` says whose it is."""

    def __init__(self, shell: Shell, portrait: Portrait) -> None:
        super().__init__(portrait)
        self._shell = shell
        self._portrait = portrait
        self._page: PersonPage | None = None
        portrait.clicked.connect(self.choose)
        portrait.file_dropped.connect(self.take_file)
        portrait.image_dropped.connect(self.take_image)

    def show_page(self, page: PersonPage | None) -> None:
        """Whose picture it is."""
        self._page = page

    def choose(self) -> None:
        """Choose a file for the picture, or take the present one away."""
        if self._page is None:
            return
        if self._page.photo:
            choose, remove, stop = self.tr("Choose another"), self.tr("Remove it"), self.tr("Leave it")
            answer = self._shell.dialogs.choose(
                self._portrait, self.tr("Picture"), self.tr("What about the picture?"), [choose, remove, stop]
            )
            if answer == remove:
                self._shell.desk.do(
                    partial(remove_photo, person_id=self._page.id),
                    partial(self._done, self.tr("Removed the picture.")),
                    owner=self,
                )
            if answer != choose:
                return
        title = self.tr("Choose a picture")
        files = self._shell.dialogs.open_files(self._portrait, title, [picture_patterns()])
        if files:
            self.take_file(files[0])

    def take_file(self, path: Path) -> None:
        """Make the picture in a file the person's; it is read and scaled off the window's thread."""
        if self._page is not None:
            keep = partial(self._keep, self._page.id)
            self._shell.desk.ask(self, "picture", partial(_picture, path), keep)

    def take_image(self, image: QImage) -> None:
        """Make an image the person's picture."""
        if self._page is not None:
            self._keep(self._page.id, small_picture(image))

    def _keep(self, person: int, picture: Kept) -> None:
        data, media_type = picture
        self._shell.desk.do(
            partial(set_photo, person_id=person, data=data, media_type=media_type),
            partial(self._done, self.tr("Kept the picture.")),
            owner=self,
        )

    def _done(self, words: str, _result: object) -> None:
        self._shell.toast(words, undo=True)


def _picture(path: Path, _ws: Workspace) -> Kept:
    return picture_of_file(path)
