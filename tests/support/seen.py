"""Reading and using what a window shows, the way a person does."""

from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget


def words(widget: QWidget) -> str:
    """All text of labels that are shown inside a widget."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def open_menu() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(text: str) -> None:
    """Choose from the menu that is open, and close it."""
    menu = open_menu()
    next(each for each in menu.actions() if each.text().startswith(text)).trigger()
    menu.close()
