"""Settings: everything that is set once, each thing saved where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.method.levels import Level
from netdesk.method.settings import MethodSettings
from netdesk.services import preferences as kept
from netdesk.services.levels import save_level, use_ladder
from netdesk.services.preferences import Preferences, method_settings, preferences
from netdesk.services.sample_marks import has_sample
from netdesk.services.vocabulary import Vocabulary, vocabulary
from netdesk.services.workspace_file import WorkspaceFile, workspace_file
from netdesk.services.workspaces import Workspace
from netdesk.ui.outside import show_folder
from netdesk.ui.pages.board.level_settings import LevelSettings
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.settings.about_panel import AboutPanel, SamplePanel
from netdesk.ui.pages.settings.customs_panel import CustomsPanel, LookPanel
from netdesk.ui.pages.settings.file_deeds import FileDeeds
from netdesk.ui.pages.settings.file_panel import FilePanel
from netdesk.ui.pages.settings.levels_panel import LevelsPanel
from netdesk.ui.pages.settings.markets_panel import MarketsPanel
from netdesk.ui.pages.settings.method_panel import MethodPanel
from netdesk.ui.pages.settings.my_side_panel import MySidePanel
from netdesk.ui.pages.settings.rates_panel import SECTION as RATES
from netdesk.ui.pages.settings.rates_panel import RatesPanel
from netdesk.ui.pages.settings.reminders_panel import RemindersPanel
from netdesk.ui.pages.settings.two_columns import TwoColumns
from netdesk.ui.pages.settings.word_deeds import WordDeeds, field_panel, tag_panel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, M, metrics
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.labels import Faint, PageTitle
from netdesk.ui.widgets.scroll_area import VerticalScroll

_WIDEST = 1240


@dataclass(frozen=True, slots=True)
class _Facts:
    method: MethodSettings
    preferences: Preferences
    vocabulary: Vocabulary
    file: WorkspaceFile
    has_sample: bool


def _facts(workspace: Workspace) -> _Facts:
    return _Facts(
        method_settings(workspace),
        preferences(workspace),
        vocabulary(workspace),
        workspace_file(workspace),
        has_sample(workspace),
    )


class SettingsPage(Page):
    """Levels, method, words, customs, look, file, sample network, about."""

    name = "settings"
    label = "Settings"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.levels = LevelsPanel()
        self.method = MethodPanel()
        self.look = LookPanel()
        self.customs = CustomsPanel()
        self.rates = RatesPanel(shell)
        self.me = MySidePanel(shell)
        self.reminders = RemindersPanel()
        self.tags = tag_panel()
        self.fields = field_panel()
        self.markets = MarketsPanel()
        self.file = FilePanel(shell.today)
        self.sample = SamplePanel()
        self.about = AboutPanel(shell.log_folder is not None)
        self.columns = TwoColumns(
            (self.levels, self.method),
            (
                self.look,
                self.customs,
                self.rates,
                self.me,
                self.reminders,
                self.file,
                self.markets,
                self.fields,
                self.tags,
                self.sample,
                self.about,
            ),
        )
        self.columns.setMaximumWidth(metrics().px(_WIDEST))
        self._words = WordDeeds(shell, self, self.tags, self.fields, self.markets)
        self._files = FileDeeds(shell, self, self.file)
        self._level_settings = LevelSettings(shell, self._known_levels, self)
        self._levels: tuple[Level, ...] = ()
        self._lay_out()
        self._connect()

    def redraw(self, changes: Changes | None) -> None:
        """Read everything again; it is little."""
        self.shell.desk.ask(self, "settings", _facts, self._show)
        self._files.show_recent()
        self.me.redraw()
        self.rates.redraw()

    def open(self, **target: object) -> None:
        """``section``: the title of a panel that shall be seen, "Levels" for instance; "rates": what to type first."""
        wanted = str(target.get("section", "")).casefold()
        panels = (
            self.levels,
            self.method,
            self.look,
            self.customs,
            self.rates,
            self.me,
            self.reminders,
            self.tags,
            self.file,
        )
        for panel in (*panels, self.about):
            if wanted and panel.accessibleName().casefold() == wanted:
                self.view.reveal(panel)
        if wanted == RATES:
            self.view.reveal(self.rates)
            # After the window gave the keyboard to the page.
            QTimer.singleShot(0, self.rates, self.rates.begin)

    def leave(self) -> bool:
        """What stands in a field is kept before another page is shown."""
        held = self.focusWidget()
        if held is not None and held.hasFocus():
            held.clearFocus()
        return True

    def remembered(self) -> dict[str, object]:
        """How far it was scrolled."""
        return {"scroll": self.view.verticalScrollBar().value()}

    def _lay_out(self) -> None:
        sizes = metrics()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(L))
        head = QHBoxLayout()
        head.setSpacing(sizes.px(M))
        head.addWidget(PageTitle(self.label))
        head.addWidget(Faint(self.tr("Every change is saved at once and can be undone.")))
        head.addStretch(1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.addWidget(self.columns, 1000)
        row.addStretch(1)
        column.addLayout(row, 1)
        self.view = VerticalScroll(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)

    def _connect(self) -> None:
        self.levels.saved.connect(self._save_level)
        self.levels.ladder_picked.connect(self._use_ladder)
        self.levels.evidence_asked.connect(self._level_settings.show)
        self.method.number_set.connect(self._save_number)
        self.method.ask_set.connect(self._save_ask)
        self.method.action_clicked.connect(self._reset)
        self.look.picked.connect(self._wear)
        self.customs.currency_set.connect(self._save_currency)
        self.customs.region_set.connect(self._save_region)
        self.customs.trade_set.connect(self._save_trade)
        self.customs.paper_set.connect(self._save_paper)
        self.customs.order_set.connect(self._save_order)
        self.reminders.tell_set.connect(self._save_tell)
        self.sample.add_asked.connect(self._add_sample)
        self.sample.remove_asked.connect(self._remove_sample)
        self.about.about_asked.connect(partial(self.shell.commands.run, "help.about"))
        self.about.details_asked.connect(partial(self.shell.commands.run, "help.details"))
        self.about.log_asked.connect(self._show_log)
        self.shell.appearance.changed.connect(self._worn)

    def _show(self, facts: _Facts) -> None:
        self._levels = facts.method.levels
        self.levels.show_levels(self._levels)
        self.method.show_settings(facts.method)
        self.customs.show_preferences(facts.preferences)
        self.reminders.show_preferences(facts.preferences)
        self.look.show_scheme(self.shell.appearance.choice())
        self._words.show(facts.vocabulary)
        self.file.show_file(facts.file)
        self.sample.show_sample(facts.has_sample)

    # Saving ------------------------------------------------------------------------------------

    def _do(self, operation: Callable[[Workspace], Changes]) -> None:
        self.shell.desk.do(operation, self._said, self._refused, owner=self)

    def _said(self, changes: Changes) -> None:
        if not changes.is_empty:
            self.shell.toast(changes.title, undo=True)

    def _refused(self, error: NetDeskError) -> None:
        self.shell.trouble(error)
        self.redraw(None)

    def _save_level(self, number: int, values: dict[str, object]) -> None:
        self._do(lambda workspace: save_level(workspace, number, **values))  # type: ignore[arg-type]

    def _use_ladder(self, key: str) -> None:
        self._do(lambda workspace: use_ladder(workspace, key))

    def _known_levels(self) -> tuple[Level, ...]:
        return self._levels

    def _save_number(self, name: str, typed: int) -> None:
        self._do(lambda workspace: kept.save_number(workspace, name, typed))

    def _save_ask(self, text: str) -> None:
        self._do(lambda workspace: kept.save_first_ask(workspace, text))

    def _reset(self) -> None:
        self._do(kept.reset_numbers)

    def _save_currency(self, code: str) -> None:
        self._do(lambda workspace: kept.save_currency(workspace, code))

    def _save_region(self, code: str) -> None:
        self._do(lambda workspace: kept.save_region(workspace, code))

    def _save_trade(self, words: tuple[str, ...]) -> None:
        self._do(lambda workspace: kept.save_own_trade(workspace, words))

    def _save_paper(self, paper: kept.PaperChoice) -> None:
        self._do(lambda workspace: kept.save_paper(workspace, paper))

    def _save_order(self, order: kept.DateOrder) -> None:
        self._do(lambda workspace: kept.save_date_order(workspace, order))

    def _save_tell(self, tell: bool) -> None:
        self._do(lambda workspace: kept.save_tell_when_due(workspace, tell))

    # What is not in the file --------------------------------------------------------------------

    def _wear(self, scheme: Scheme) -> None:
        self.shell.appearance.choose(scheme)

    def _worn(self) -> None:
        self.look.show_scheme(self.shell.appearance.choice())

    def _add_sample(self) -> None:
        self.shell.commands.run("sample.add")

    def _remove_sample(self) -> None:
        self.shell.commands.run("sample.remove")

    def _show_log(self) -> None:
        if self.shell.log_folder is not None:
            show_folder(self.shell.log_folder)
