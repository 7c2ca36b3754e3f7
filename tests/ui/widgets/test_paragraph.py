"""A paragraph some pieces of which stand out: capped, one paragraph, and marked where Qt counts."""

from pytestqt.qtbot import QtBot

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import LONGEST
from netdesk.ui.widgets.paragraph import Paragraph, laid_out, line_height, span


def paragraph(qtbot: QtBot, *pieces: tuple[str, bool]) -> Paragraph:
    made = Paragraph()
    qtbot.addWidget(made)
    made.set_pieces(pieces)
    return made


def test_it_takes_the_room_of_its_lines_also_without_a_word(qtbot: QtBot) -> None:
    empty = paragraph(qtbot)
    assert empty.text() == ""
    assert empty.heightForWidth(200) == empty.minimumSizeHint().height()
    assert paragraph(qtbot, ("A\nB", False)).heightForWidth(400) > empty.heightForWidth(400)


def test_all_its_pieces_together_are_no_longer_than_a_shown_text(qtbot: QtBot) -> None:
    long = paragraph(qtbot, ("word " * 300, False), ("more " * 300, True), ("end", False))
    assert len(long.text()) == LONGEST + 1
    assert long.text().endswith("…")


def test_what_stands_out_is_counted_as_qt_counts() -> None:
    font = metrics().font(Type.BODY)
    found = span("🍞 ", "🍞🍞", current_theme().color("text"))
    layout = laid_out("🍞 🍞🍞", font, [found], 400, line_height(font, 1.4))
    assert (found.start, found.length) == (3, 4)
    assert layout.lineCount() == 1
