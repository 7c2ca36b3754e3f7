from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.widgets.labels import Caption, ElidedLabel, PageTitle, WrapLabel, plain_tooltip, wrappable


def test_markup_in_a_name_is_shown_as_it_is_written(qtbot: QtBot, tmp_path: object) -> None:
    picture = f"{tmp_path}/red.png"
    red = QPixmap(60, 60)
    red.fill(QColor("red"))
    red.save(picture)
    text = f'<img src="file://{picture}" width=60 height=60>'
    for label in (PageTitle(text), WrapLabel(text), ElidedLabel(text)):
        qtbot.addWidget(label)
        label.resize(400, 120)
        label.show()
        shot = label.grab().toImage()
        colours = {shot.pixelColor(x, y).name() for x in range(0, 400, 4) for y in range(0, 120, 4)}
        assert "#ff0000" not in colours
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_tooltips_are_escaped_and_capped() -> None:
    tip = plain_tooltip("<b>Ann</b>\nsecond " + "x" * 5000)
    assert "&lt;b&gt;Ann&lt;/b&gt;<br>second" in tip
    assert len(tip) < 2300
    assert plain_tooltip("") == ""


def test_long_words_may_break_and_long_text_ends_with_an_ellipsis() -> None:
    shown = wrappable("a" * 3000)
    assert shown.replace("\u200b", "") == "a" * 2000 + "…"
    assert max(len(part) for part in shown.split("\u200b")) <= 40
    assert wrappable("short words stay") == "short words stay"


def test_a_wrapping_label_grows_as_it_gets_narrow(qtbot: QtBot) -> None:
    label = WrapLabel("He asked for nothing yet. His ideal client: shop owners who outgrew a spreadsheet.")
    qtbot.addWidget(label)
    assert label.heightForWidth(100) > label.heightForWidth(300) > label.heightForWidth(2000)
    label.set_max_lines(1)
    assert label.heightForWidth(100) == label.heightForWidth(2000)


def test_a_megabyte_in_one_line_is_laid_out(qtbot: QtBot) -> None:
    label = WrapLabel("y" * 1_000_000)
    qtbot.addWidget(label)
    assert len(label.text()) < 2200
    line = ElidedLabel("y" * 1_000_000)
    qtbot.addWidget(line)
    line.resize(100, 20)
    assert not line.grab().isNull()


def test_what_is_cut_stands_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Grace Adeyemi of Bright Copy")
    qtbot.addWidget(label)
    label.resize(60, 20)
    _hover(label)
    assert "Grace Adeyemi" in label.toolTip()
    label.resize(600, 20)
    _hover(label)
    assert label.toolTip() == ""


def _hover(widget: QWidget) -> None:
    place = QPoint(5, 5)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def test_a_caption_keeps_the_case_of_its_text(qtbot: QtBot) -> None:
    label = Caption("Coming up")
    qtbot.addWidget(label)
    assert label.text() == "Coming up"
    assert label.font().capitalization() == label.font().Capitalization.AllUppercase


def test_a_path_is_cut_in_the_middle_and_keeps_its_name(qtbot: QtBot) -> None:
    path = f"/srv/zoë/{'folder/' * 20}My network.netdesk"
    label = ElidedLabel(path, middle=True)
    qtbot.addWidget(label)
    label.resize(260, 20)
    assert label.shown().startswith("/srv/zoë")
    assert "…" in label.shown()
    assert label.shown().endswith("network.netdesk")
