"""The frame: tabs, script bar, pages, menu, keys, drops, and the way to an orderly end.

GUI thread. Puts together who opens scripts (open_script.py), shows pages (pages.py) and carries
out wishes (commands.py). How a run works (run/) is not known here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMargins, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reloader_core import OutputBudget, State
from reloader_gui.editors.open_in_editor import Editing
from reloader_gui.page.message_area import Answer, Words
from reloader_gui.page.run_page import RunPage
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import Settings
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.said import said
from reloader_gui.texts.start import START
from reloader_gui.texts.window import OPENING
from reloader_gui.ui import theme
from reloader_gui.ui.program import APP_NAME, documents_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.ui.widgets import Worded, plain_tip
from reloader_gui.window import placement
from reloader_gui.window.commands import Commands
from reloader_gui.window.dialogs import Dialogs
from reloader_gui.window.drops import local_files, take_copy
from reloader_gui.window.menu import MainMenu
from reloader_gui.window.open_script import OpenScript, Then
from reloader_gui.window.pages import Pages
from reloader_gui.window.round import Round
from reloader_gui.window.script_bar import ScriptBar
from reloader_gui.window.tab_control import TabControl
from reloader_gui.window.tab_row import TabRow

LOOK_AGAIN_S = 10.0
MARGINS = QMargins(12, 12, 12, 8)
LEAST_HEIGHT = 300
"""There is still some output above an error, a message and the find bar."""


class MainWindow(Worded, QWidget):
    finished = Signal()
    """Closed, and nothing that we started runs any more."""
    closing = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    settings_changed = Signal()

    def __init__(
        self,
        settings: Settings,
        *,
        parts: Parts | None = None,
        editing: Editing | None = None,
        dialogs: Dialogs | None = None,
        documents: Callable[[], Path] = documents_folder,
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._settings = settings
        self._parts = parts or Parts()
        self._editing = editing or Editing()
        self._editing.setParent(self)
        self._dialogs = dialogs or Dialogs()
        self._colours: Colours = theme.LIGHT
        self._is_closing = False
        self._is_finished = False
        self._looked = 0.0
        self.row = TabRow()
        self.pages = Pages(settings, self._make_page)
        self.opening = OpenScript(
            self, self.pages, settings, self._parts.check, self._dialogs, documents
        )
        self.commands = Commands(
            self,
            self.pages,
            self.opening,
            settings,
            self._editing,
            self._dialogs,
            self._parts.find_log,
            lambda: self.menu.all_keys(),
        )
        self.menu = MainMenu(self, self.commands)
        self.bar = ScriptBar(self.menu)
        self.tabs = TabControl(self, self.row, self.pages, settings, self.menu)
        Round(self, lambda: self.page)
        self._lay_out()
        self._set_title()
        self._connect()
        placement.restore(self, settings.geometry)
        self.pages.show_current()
        self.pages.empty.set_recent(settings.recent)
        self.pages.empty.choose.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGINS)
        column.setSpacing(8)
        column.addWidget(self.row)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        bar, pages, opening, commands = self.bar, self.pages, self.opening, self.commands
        empty = pages.empty
        bar.open_pressed.connect(opening.ask)
        bar.script_chosen.connect(self.choose)
        bar.edit_pressed.connect(commands.edit)
        bar.run_pressed.connect(commands.run)
        bar.stop_pressed.connect(commands.stop)
        bar.restart_toggled.connect(commands.restart_on_save)
        empty.open_pressed.connect(opening.ask)
        empty.example_pressed.connect(opening.try_example)
        empty.new_pressed.connect(opening.ask_new)
        empty.script_chosen.connect(self.choose)
        opening.opened.connect(self._on_opened)
        opening.lists_changed.connect(self._show_scripts)
        pages.shown.connect(self._on_page_shown)
        pages.folder_wanted.connect(commands.ask_folder)
        pages.program_wanted.connect(commands.ask_program)
        pages.setting_changed.connect(self._on_setting)
        pages.all_closed.connect(self._on_all_closed)
        self._editing.no_editor.connect(lambda shown: commands.read_file(shown, self._colours))
        self._editing.failed.connect(lambda words: self.say(words, key="editor"))
        self._settings.failed.connect(self._on_settings_failed)

    def _set_title(self) -> None:
        page = self.page
        self.setWindowTitle(OPENING.title(page.run.script) if page is not None else APP_NAME)

    @property
    def page(self) -> RunPage | None:
        """The script's page, if one is open."""
        return self.pages.current

    # -- what is said

    def say(self, words: Words, *answers: Answer, key: str) -> None:
        """One line in the window; see MessageArea."""
        self.pages.messages.say(words, *answers, key=key)

    def say_problem(self, what: str) -> None:
        """Reloader's own; `what`: the fault, where it is not in the log."""
        log = self._parts.find_log()
        show = (PAGE.show_details, lambda: self.commands.open_in_editor(log)) if log else None
        self.say(said(START.problem, what), *([show] if show else []), key="error")

    def _on_settings_failed(self, words: Words) -> None:
        """No lambda: this ends with the window, and the settings' thread does not."""
        self.say(words, key="settings")

    # -- the script that is shown

    def choose(
        self, path: Path, args: tuple[str, ...] | None = None, then: Then = Then.NOTHING
    ) -> None:
        """Show this script; see OpenScript."""
        self.opening.choose(path, args, then)

    def restore(self, scripts: Sequence[Path], shown: Path | None) -> None:
        """The tabs of an earlier session; `shown`: None, if another script is to be shown."""
        self.pages.tabs.restore(scripts)
        if shown is not None:
            self.pages.show_script(shown)
            self.bar.run.setFocus()

    def _on_opened(self, path: Path, args: tuple[str, ...] | None, then: Then) -> None:
        is_there = self.pages.tabs.of(path) is not None
        page = self.pages.show_script(path, apart=Then.APART in then)
        self._settings.used(path)
        if not is_there:
            if Then.NEW in then:
                page.renaming.warn(is_new=True)
            page.run.options.session_args = args
            self.bar.run.setFocus()
        self._show_scripts()
        if Then.EDIT in then:
            self.commands.edit()
        if Then.RUN in then:
            self.commands.run()

    def _make_page(self, path: Path, budget: OutputBudget, parent: QWidget) -> RunPage:
        page = RunPage(path, self._settings, self._parts, budget, parent)
        page.hide()  # also for the layout of who makes it: it is shown in its turn
        page.set_colours(self._colours)
        page.line_wanted.connect(self.commands.open_in_editor)
        page.renaming.script_renamed.connect(lambda *_: self._on_renamed(page))
        page.python.other_wanted.connect(self.commands.ask_python)
        page.run_messages.run_wanted.connect(self.commands.run)
        page.run_messages.setting_wanted.connect(self.pages.show_setting)
        page.run_messages.details_wanted.connect(self.commands.open_in_editor)
        page.output.zoomed.connect(self.commands.zoom)
        page.output.menu_wanted.connect(self.menu.output.add_to)
        page.run.view_changed.connect(lambda _: self._show_view(page))
        page.card.strongest_changed.connect(lambda: self._show_view(page))
        page.run.details_changed.connect(lambda: self._show_details(page))
        page.input.closed_with_focus.connect(lambda: self._show_view(page))
        page.run.options.changed.connect(lambda: self._show_switch(page))
        page.renaming.warn()
        return page

    def _on_renamed(self, page: RunPage) -> None:
        self.tabs.show()
        self._show_scripts()
        if page is self.page:
            self._set_title()

    # -- what the bar and the menu show of it

    def _on_page_shown(self) -> None:
        page = self.page
        self.bar.set_has_script(page is not None)
        self.menu.set_has_script(page is not None)
        self._set_title()
        self._show_scripts()
        if page is not None:
            self._show_view(page)
            self._show_details(page)
            self._show_switch(page)

    def _show_view(self, page: RunPage) -> None:
        if page is self.page:
            view = page.run.view
            if not view.stop_enabled:
                self._leave_stop(page)
            self.bar.show_view(view, has_stronger=page.card.strongest is not None)
            self.menu.set_run_label(view.run_label)

    def _leave_stop(self, page: RunPage) -> None:
        """Nothing is left to be stopped: Stop leaves the keyboard on Run."""
        stopped, focus = page.run.view.state is State.IDLE, self.focusWidget()
        if focus is self.bar.stop:
            # Qt would take the next widget: the switch, which the space bar turns off. Who
            # is too late to stop a script does not start it again.
            (self.bar.run if stopped else page.output).setFocus()
        elif focus is page.output and page.input_waits_for_run and page.run.was_stopped:
            self.bar.run.setFocus()

    def _show_details(self, page: RunPage) -> None:
        if page is self.page:
            details = RUNS.details(page.run.status, page.run.watched, page.run.parked)
            self.menu.show_details(details)
            asks = page.position.can_ask
            page.status.setToolTip(plain_tip(RUNS.can_ask(details) if asks else details))

    def _show_switch(self, page: RunPage) -> None:
        if page is self.page:
            self.bar.set_restart_on_save(page.run.options.now.restart_on_save)

    def _show_scripts(self) -> None:
        recent, page = self._settings.recent, self.page
        self.bar.set_scripts(recent, page.run.script if page is not None else None)
        if page is None:
            self.pages.empty.set_recent(recent)

    # -- settings and looks

    def _on_setting(self, key: str) -> None:
        if key == "theme":
            self.theme_chosen.emit(self._settings.text(key))
        elif key == "language":
            self.language_chosen.emit(self._settings.text(key))
        else:
            for page in self.pages.made():
                page.apply_settings()
        self.settings_changed.emit()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.row.set_colours(colours)
        self.bar.set_colours(colours)
        width = self.bar.minimumWidth() + MARGINS.left() + MARGINS.right()
        placement.set_least(self, QSize(width, LEAST_HEIGHT))
        self.pages.empty.set_colours(colours)
        for page in self.pages.made():
            page.set_colours(colours)

    # -- drops, activation, the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            take_copy(event)
            self.pages.empty.set_aimed_at(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.pages.empty.set_aimed_at(False)

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)
        self.pages.empty.set_aimed_at(False)
        self.opening.choose_dropped(local_files(event.mimeData()))

    def set_words(self) -> None:
        self._on_page_shown()

    def changeEvent(self, event: QEvent) -> None:
        """Who comes back from a terminal may have made a virtual environment there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            now = time.monotonic()
            if self.page is not None and now - self._looked > LOOK_AGAIN_S:
                self._looked = now
                self.page.run.python.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.begin_close(force_if_closing=True)
        if self._is_finished:
            event.accept()
        else:
            event.ignore()  # it says 'Stopping' until nothing runs any more

    def begin_close(self, *, force_if_closing: bool = False) -> None:
        """Stop everything; `finished` follows. No question is asked."""
        if self._is_closing and not force_if_closing:
            return
        if not self._is_closing:
            self._is_closing = True
            self.closing.emit()
            self.opening.end()
            self._settings.geometry = placement.stored(self)
            self._settings.save()
            self.bar.setEnabled(False)
        self.pages.close_all()

    def _on_all_closed(self) -> None:
        if not self._is_finished:
            self._is_finished = True
            self.finished.emit()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until every engine has ended; for the very end. False: one has not."""
        return self.pages.wait_closed(timeout_s)
