"""The little style sheet: what Qt's palette alone cannot say about buttons, fields, lists and menus.

Buttons tell their kind by the dynamic property ``kind``: ``primary``, ``plain`` (also without any),
``quiet``, ``icon``, ``link``; ``small`` makes any of them flatter.
"""

from __future__ import annotations

from collections.abc import Mapping

from netdesk.ui.theme.metrics import RADIUS_BUTTON, RADIUS_CARD, Metrics
from netdesk.ui.theme.tokens import Theme


def stylesheet(theme: Theme, sizes: Metrics, glyphs: Mapping[str, str]) -> str:
    """Build the application's style sheet. ``glyphs`` gives the file of each small picture by name."""
    parts = (_BASE, _BUTTONS, _FIELDS, _TICKS, _TABS, _LISTS, _MENUS, _BARS)
    text = "\n".join(parts)
    for name, path in glyphs.items():
        text = text.replace(f"@file({name})", f'url("{path}")')
    for role in sorted(theme.roles, key=len, reverse=True):
        text = text.replace(f"@{role};", f"{theme.css(role)};").replace(f"@{role} ", f"{theme.css(role)} ")
    for pixels in range(1, 65):
        text = text.replace(f"~{pixels}~", f"{sizes.px(pixels)}px")
    return text.replace("~button~", f"{sizes.px(RADIUS_BUTTON)}px").replace(
        "~card~", f"{sizes.px(RADIUS_CARD)}px"
    )


_BASE = """
QToolTip { background: @toast; color: @toast-text; border: 1px solid @toast; padding: ~4~ ~8~; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: @window; color: @text-2; }
QStatusBar::item { border: none; }
QGroupBox { border: 1px solid @line; border-radius: ~card~; margin-top: ~12~; padding: ~12~; }
QGroupBox::title { subcontrol-origin: margin; left: ~12~; color: @text-2; }
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: @panel; color: @text; border: 1px solid @line; border-radius: ~button~;
    padding: ~7~ ~12~; min-height: ~17~; font-weight: 500; outline: none; }
QToolButton { padding: ~6~; min-width: ~17~; }
QToolButton[kind="plain"] { padding: ~7~ ~12~; }
QToolButton[kind="plain"]:focus { padding: ~6~ ~11~; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @pressed; }
QPushButton:checked, QToolButton:checked {
    background: @accent-soft; color: @accent; border-color: @accent-soft; }
QPushButton:disabled, QToolButton:disabled { color: @text-3; background: @panel-alt; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus; padding: ~6~ ~11~; }
QToolButton:focus { padding: ~5~; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"], QToolButton[kind="primary"] {
    background: @accent; color: @on-accent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover {
    background: @accent-hover; border-color: @accent-hover; }
QPushButton[kind="primary"]:pressed, QToolButton[kind="primary"]:pressed { background: @accent-pressed; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled, QToolButton[kind="primary"]:disabled {
    background: @line; border-color: @line; color: @text-2; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"], QToolButton[kind="icon"], QPushButton[kind="link"] {
    background: transparent; border-color: transparent; color: @text-2; }
QPushButton[kind="link"] { color: @accent; padding: ~2~; min-height: 0; text-align: left; }
QPushButton[kind="link"]:focus { padding: ~1~; border: 2px solid @focus; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover, QToolButton[kind="icon"]:hover {
    background: @hover; color: @text; }
QPushButton[kind="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus, QToolButton[kind="icon"]:focus {
    border: 2px solid @focus; }
QPushButton[small="true"] { padding: ~3~ ~10~; min-height: ~17~; }
QPushButton[small="true"]:focus { padding: ~2~ ~9~; }
QToolButton[small="true"] { padding: ~4~; min-width: ~12~; min-height: ~12~; border-radius: ~6~; }
QToolButton[small="true"]:focus { padding: ~3~; }
QLineEdit > QToolButton { background: transparent; border: none; padding: 0; min-width: 0; min-height: 0; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: @panel; color: @text; border: 1px solid @line; border-radius: ~button~;
    selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit, QAbstractSpinBox { padding: ~6~ ~9~; min-height: ~19~; }
QComboBox { padding: ~6~ ~10~; min-height: ~19~; combobox-popup: 0; }
QTextEdit, QPlainTextEdit { padding: ~6~; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: @text-3; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid @focus; padding: ~5~ ~8~; }
QComboBox:focus { border: 2px solid @focus; padding: ~5~ ~9~; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid @focus; padding: ~5~; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {

    background: @panel-alt; color: @text-3; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border-color: @bad; }
QLineEdit[bare="true"], QTextEdit[bare="true"], QPlainTextEdit[bare="true"] {
    background: transparent; border: none; padding: 0; }
QLineEdit[count="true"] { background: transparent; border-color: transparent; padding: ~2~; }
QLineEdit[count="true"]:hover { border-color: @line; }
QLineEdit[count="true"]:focus { background: @panel; border: 2px solid @focus; padding: ~1~; }
QLineEdit[count="true"][wrong="true"] { border-color: @bad; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; padding: 0; background: transparent; min-height: 0; }
QSpinBox, QDoubleSpinBox, QDateTimeEdit[calendarPopup="false"] { qproperty-alignment: AlignCenter; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: ~24~; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: @file(down); width: ~14~; height: ~14~; }
QComboBox::down-arrow:disabled { image: @file(down-faint); }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; padding: ~4~; outline: none; }
QComboBox QAbstractItemView::item { min-height: ~28~; padding: 0 ~8~; border-radius: ~6~; }
QComboBox QAbstractItemView::item:selected { background: @accent-soft; color: @text; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateTimeEdit[calendarPopup="false"]::up-button {
    border: none; width: ~20~; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QDateTimeEdit[calendarPopup="false"]::down-button {
    border: none; width: ~20~; subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: @file(up); width: ~10~; height: ~10~; }
QAbstractSpinBox::down-arrow { image: @file(down); width: ~10~; height: ~10~; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: @file(up-faint); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image: @file(down-faint); }
"""

_TICKS = """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QInputDialog QLineEdit { min-width: 28em; }
QCheckBox, QRadioButton { spacing: ~8~; padding: ~3~; border: 2px solid transparent; border-radius: ~6~; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @text-3; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator, QAbstractItemView::indicator {
    width: ~14~; height: ~14~; border: 1px solid @control-line; background: @panel; border-radius: ~4~; }
QRadioButton::indicator { border-radius: ~8~; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: @accent; border-color: @accent; image: @file(tick); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: @accent; border-color: @accent; image: @file(part); }
QRadioButton::indicator:checked {
    width: ~8~; height: ~8~; padding: ~3~; border-color: @accent; image: @file(dot); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: @line; background: @panel-alt; }
QCheckBox::indicator:checked:disabled { background: @text-3; }
"""

_TABS = """
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @text-2; padding: ~8~ ~12~; border: none;
    border-bottom: 2px solid transparent; font-weight: 500; }
QTabBar[tight="true"]::tab { padding: ~8~ ~6~; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
"""

_LISTS = """
QAbstractItemView { background: @panel; border: none; outline: none; selection-background-color: @accent-soft;
    selection-color: @text; alternate-background-color: @panel-alt; gridline-color: @line; }
QTableView, QTreeView, QListView { border: none; }
QTableView::item, QTreeView::item { border-bottom: 1px solid @line; padding: ~6~ ~8~; }
QAbstractItemView::item:selected { background: @accent-soft; color: @text; }
QAbstractItemView[framed="true"] { border: 1px solid @line; border-radius: ~card~; }
QAbstractItemView[framed="true"]:focus { border: 2px solid @focus; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: @faint; border: none; border-bottom: 1px solid @line;
    padding: ~8~ ~8~; font-size: ~11~; font-weight: 600; text-align: left; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow { image: @file(up); width: ~10~; height: ~10~; }
QHeaderView::down-arrow { image: @file(down); width: ~10~; height: ~10~; }
QTableCornerButton::section { background: @panel; border: none; }
QCalendarWidget QToolButton { border-color: transparent; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: @file(left); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: @file(right); }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @panel-alt; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent; selection-color: @on-accent; }
"""

_MENUS = """
QMenuBar { background: @window; color: @text; }
QMenuBar::item { padding: ~4~ ~8~; border-radius: ~6~; background: transparent; }
QMenuBar::item:selected { background: @hover-nav; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: ~4~; }
QMenu::item { padding: ~6~ ~24~ ~6~ ~10~; border-radius: ~6~; min-width: ~64~; }
QMenu::item:selected { background: @accent-soft; color: @text; }
QMenu::item:disabled { color: @text-3; }
QMenu::icon { padding-left: ~8~; }
QMenu::separator { height: 1px; background: @line; margin: ~4~ ~8~; }
QMenu::indicator { width: ~14~; height: ~14~; padding-left: ~8~; }
QMenu::indicator:checked { image: @file(tick-menu); }
QMenu::right-arrow { image: @file(right); width: ~12~; height: ~12~; }
"""

_BARS = """
QScrollBar:vertical { background: transparent; width: ~10~; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: ~10~; margin: 0; border: none; }
QScrollBar::handle { background: @scroll; border-radius: 3px; border: none; }
QScrollBar::handle:vertical { min-height: ~32~; margin: 2px 2px 2px 2px; }
QScrollBar::handle:horizontal { min-width: ~32~; margin: 2px 2px 2px 2px; }
QScrollBar::handle:hover { background: @control-line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar {
    background: @track; border: none; border-radius: 3px; min-height: ~6~; max-height: ~6~;
    color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSlider::groove:horizontal { height: ~6~; border-radius: 3px; background: @track; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 3px; }
QSlider::handle:horizontal { width: ~14~; height: ~14~; margin: -~5~ 0; border-radius: ~8~;
    background: @panel; border: 2px solid @accent; }
QSlider::handle:horizontal:focus { background: @accent; border-color: @text; }
"""
