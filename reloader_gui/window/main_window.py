"""The one window: script bar, pages, menu, keys, drops, and the way to an orderly end.

GUI thread. Makes a RunPage for the chosen script and closes the old one's run. Does
not know how the application is put together (app.py) or how a run works (run/).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMargins, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reloader_core import OutputBudget, State
from reloader_gui.editors.open_in_editor import Editing
from reloader_gui.page.message_area import Answer, MessageArea
from reloader_gui.page.run_page import RunPage
from reloader_gui.run import scripts
from reloader_gui.run.parts import Parts
from reloader_gui.run.scripts import BadScript
from reloader_gui.settings.store import Settings
from reloader_gui.texts import status as words
from reloader_gui.ui import theme
from reloader_gui.ui.disk import Question, reachable
from reloader_gui.ui.program import documents_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.window.cascade import FRAME, fitted
from reloader_gui.window.dialogs import Dialogs
from reloader_gui.window.empty_page import EmptyPage
from reloader_gui.window.menu import MainMenu
from reloader_gui.window.script_bar import ScriptBar

if TYPE_CHECKING:
    from reloader_gui.settings.page import SettingsPage

LOOK_AGAIN_S = 10.0
SMALLEST_FONT, LARGEST_FONT = 6.0, 72.0
MARGINS = QMargins(12, 12, 12, 8)
LEAST_HEIGHT = 400
"""There is still some output above an error, a message and the find bar."""


class MainWindow(QWidget):
    finished = Signal()
    """Closed, and nothing that we started runs any more."""
    closing = Signal()
    theme_chosen = Signal(str)
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
        self.setWindowTitle("Reloader")
        self.setAcceptDrops(True)
        self._settings = settings
        self._parts = parts or Parts()
        self._editing = editing or Editing()
        self._editing.setParent(self)
        self._dialogs = dialogs or Dialogs()
        self._documents = documents
        self._question = Question(self)
        self._colours: Colours = theme.LIGHT
        self._closing: list[RunPage] = []
        self._output_budget = OutputBudget()
        """Of this page and of those that are still closing."""
        self._is_closing = False
        self._is_finished = False
        self._looked = 0.0
        self.page: RunPage | None = None
        self.menu = MainMenu(self, self)
        self.bar = ScriptBar(self.menu)
        self.empty = EmptyPage()
        self._settings_page: SettingsPage | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGINS)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self._connect()
        self._restore_geometry()
        self._show_page(self.empty)
        self.empty.set_recent(settings.recent)
        self.empty.choose.setFocus()

    def _connect(self) -> None:
        bar, empty = self.bar, self.empty
        bar.open_pressed.connect(self.ask_script)
        bar.script_chosen.connect(self.choose)
        bar.edit_pressed.connect(self.edit)
        bar.run_pressed.connect(self.run)
        bar.stop_pressed.connect(self.stop)
        bar.restart_toggled.connect(self._on_restart_toggled)
        empty.open_pressed.connect(self.ask_script)
        empty.example_pressed.connect(self.try_example)
        empty.new_pressed.connect(self.ask_new_script)
        empty.script_chosen.connect(self.choose)
        self._editing.failed.connect(lambda text: self.say(text, key="editor"))
        self._settings.failed.connect(self._on_settings_failed)

    # -- scripts

    def say(self, text: str, *answers: Answer, key: str = "", missing: Path | None = None) -> None:
        """One line in the window; see MessageArea."""
        (self.page or self.empty).messages.say(text, *answers, key=key, missing=missing)

    def say_problem(self, text: str) -> None:
        """Reloader's own; the details are in its log."""
        log = self._parts.find_log()
        answers = [("Show details", lambda: self._open_in_editor(log, 0))] if log else []
        self.say(text, *answers, key="error")

    def choose(
        self,
        path: Path,
        args: tuple[str, ...] | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Show this script, Ready, and then `then`. The one before it is stopped. If it cannot
        be, or not yet, the window says why."""

        def go_on(script: Path) -> None:
            self._show_script(script, args)
            then()

        self._find_script(lambda: self._parts.check(path), path, go_on)

    def _find_script(
        self, find: Callable[[], Path], path: Path, then: Callable[[Path], None]
    ) -> None:
        """What `find` returns, or a sentence. It may have to wait for the drive of `path`."""

        def on_found(script: Path | BadScript) -> None:
            if self._is_closing:
                return
            if isinstance(script, Path):
                for area in self._message_areas():
                    area.take_away("script")
                then(script)
                return
            self.say(str(script), key="script", missing=script.gone)
            if script.gone is not None:
                self._settings.forget(script.gone)
            self._show_scripts()

        def say_late() -> None:
            self._show_scripts()
            cancel = ("Do not open", self._question.drop)
            self.say(scripts.no_answer(path, "opens"), cancel, key="script")

        self._question.ask(
            lambda: scripts.found(find),
            on_found,
            instead=lambda: BadScript(f"{path} could not be looked at."),
            late=say_late,
        )

    def _message_areas(self) -> list[MessageArea]:
        pages = [self.page] if self.page is not None else []
        return [self.empty.messages, *(page.messages for page in pages)]

    def _show_script(self, path: Path, args: tuple[str, ...] | None) -> None:
        if self.page is not None and self.page.run.script == path:
            self._show_page(self.page)
            return
        old, self.page = self.page, self._make_page(path)
        self.page.run.options.session_args = args
        self._show_page(self.page)
        if old is not None:
            self._retire(old)
        self._settings.used(path)
        self._show_scripts()
        self.setWindowTitle(f"{path.name} \u2013 Reloader")
        self.bar.run.setFocus()

    def take(self, path: Path, args: tuple[str, ...], *, run: bool) -> bool:
        """A second start wants this shown here. False while another script runs."""
        busy = self.page is not None and self.page.run.is_busy and self.page.run.script != path
        if self._is_closing or (busy and path.name):
            return False
        if path.name:
            self.choose(path, args or None, self.run if run else lambda: None)
        return True

    def come_forward(self) -> None:
        """In front of the other programs, as far as the desktop lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if QGuiApplication.platformName() in ("xcb", "windows", "cocoa"):
            self.raise_()  # others cannot, and say so in the log
        self.activateWindow()

    def open_from_outside(self, path: Path) -> None:
        """The desktop wants this shown. Nothing that runs ends unless the user says so."""
        if not self.take(path, (), run=False) and self.page is not None:
            running = self.page.run.script.name
            answer = (f"Stop it and open {path.name}", lambda: self.choose(path))
            self.say(f"{path.name} was not opened: {running} runs here.", answer, key="outside")

    def run(self) -> None:
        if self.page is not None and not self._is_closing:
            self._question.drop()  # another script that was to be opened would end this one
            self._show_page(self.page)
            self.page.press_run()

    def stop(self) -> None:
        if self.page is not None:
            self.page.stop()

    def edit(self) -> None:
        """A new script's Python may still be looked for: without it there is no IDLE."""
        if self.page is not None:
            script = self.page.run.script
            self.page.run.python.when_known(lambda: self._open_in_editor(script, 0))

    def ask_script(self) -> None:
        self._dialogs.ask_script(self, self._folder(), self._choose_asked)

    def ask_new_script(self) -> None:
        self._dialogs.ask_new_script(self, self._folder(), self._create)

    def try_example(self) -> None:
        """The user's own copy of the example, in their editor, running."""
        try:
            path = scripts.copy_example(self._documents())
        except BadScript as error:
            self.say(str(error), key="script")
            return

        def begin() -> None:
            self.edit()
            self.run()

        self.choose(path, then=begin)

    def _choose_asked(self, path: Path) -> None:
        self.choose(path)

    def _create(self, path: Path) -> None:
        try:
            path, is_new = scripts.create(path)
        except BadScript as error:
            self.say(str(error), key="script")
            return

        def begin() -> None:
            if not is_new:
                self.say(f"{path.name} was there already, so it is opened as it is.", key="script")
            self.edit()

        self.choose(path, then=begin)

    def _make_page(self, path: Path) -> RunPage:
        page = RunPage(path, self._settings, self._parts, self._output_budget)
        page.set_colours(self._colours)
        page.line_wanted.connect(self._open_in_editor)
        page.python_wanted.connect(self._ask_python)
        page.run_wanted.connect(self.run)
        page.zoomed.connect(self.zoom)
        page.output.menu_wanted.connect(self.menu.output.add_to)
        page.run.view_changed.connect(lambda _: self._show_view(page))
        page.run.details_changed.connect(lambda: self._show_details(page))
        page.input.parked.connect(lambda: self._show_view(page))
        page.run.closed.connect(lambda: self._on_closed(page))
        page.run.options.changed.connect(
            lambda: self.bar.set_restart_on_save(page.run.options.now.restart_on_save)
        )
        self.stack.addWidget(page)
        self.bar.set_restart_on_save(page.run.options.now.restart_on_save)
        return page

    def _retire(self, page: RunPage) -> None:
        """Out of the window at once; its script may take the grace period to end."""
        self._closing.append(page)
        self.stack.removeWidget(page)
        page.place_messages()
        page.hide()
        page.setParent(None)
        page.find_bar.cancel()
        page.run.close()

    def _on_closed(self, page: RunPage) -> None:
        if page in self._closing:
            self._closing.remove(page)
        if page is not self.page:
            page.deleteLater()
        if self._is_closing and not self._closing and not self._is_finished:
            self._is_finished = True
            self.finished.emit()

    def _show_page(self, page: RunPage | EmptyPage) -> None:
        has_script = self.page is not None
        page.place_messages()
        self.stack.setCurrentWidget(page)
        for widget in (self.bar.combo, self.bar.open, self.bar.edit, self.bar.run, self.bar.stop):
            widget.setVisible(has_script)
        self.bar.switch.setVisible(has_script)
        self.menu.set_has_script(has_script)
        if self.page is not None:
            self._show_view(self.page)
            self._show_details(self.page)

    def _show_view(self, page: RunPage) -> None:
        if page is self.page:
            view = page.run.view
            if not view.stop_enabled:
                self._leave_stop(page)
            self.bar.show_view(view)
            self.menu.set_run_label(view.run_label)

    def _leave_stop(self, page: RunPage) -> None:
        """Nothing is left to be stopped: Stop leaves the keyboard on Run."""
        stopped, focus = page.run.view.state is State.IDLE, self.focusWidget()
        if focus is self.bar.stop:
            # Qt would take the next widget: the switch, which the space bar turns off. Who
            # is too late to stop a script does not start it again.
            (self.bar.run if stopped else page.output).setFocus()
        elif focus is page.output and page.input_is_parked and page.run.was_stopped:
            self.bar.run.setFocus()

    def _show_details(self, page: RunPage) -> None:
        if page is self.page:
            details = words.details(page.run.status, page.run.watched)
            self.menu.show_details(details)
            page.status.setToolTip(details)

    def _show_scripts(self) -> None:
        current = self.page.run.script if self.page is not None else None
        self.bar.set_scripts(self._settings.recent, current)
        self.empty.set_recent(self._settings.recent)

    def _on_restart_toggled(self, on: bool) -> None:
        if self.page is not None:
            self.page.run.set_restart_on_save(on)

    def edit_arguments(self) -> None:
        if self.page is not None:
            self._show_page(self.page)
            self.page.edit_arguments()

    def output_page(self) -> RunPage | None:
        return self.page

    def save_output(self) -> None:
        if (page := self.page) is not None:
            name = f"{page.run.script.stem} output"
            folder = reachable(page.run.script.parent)
            self._dialogs.ask_output_file(self, folder, name, page.save_output)

    def _open_in_editor(self, file: Path, line: int) -> None:
        found = self.page.run.python.found if self.page is not None else None
        # To be asked for IDLE; what came with the script is not started by that.
        python = found.path if found is not None and found.is_confirmed else None
        self._editing.open(file, line or None, self._settings.text("editor"), python)

    def _ask_python(self) -> None:
        page = self.page
        if page is not None:
            folder = page.run.script.parent
            if page.run.python.found is not None:
                folder = page.run.python.found.path.parent
            self._dialogs.ask_python(self, reachable(folder), page.run.python.choose)

    def _folder(self) -> Path:
        """Where a file dialog begins."""
        recent = [script.parent for script in self._settings.recent[:1]]
        return reachable(*recent, self._documents())

    # -- settings and looks

    def show_about(self) -> None:
        from reloader_gui.window import about  # not needed for the first paint

        about.show(self)

    def _on_settings_failed(self, text: str) -> None:
        """No lambda: this ends with the window, and the settings' thread does not."""
        self.say(text, key="settings")

    def toggle_settings(self) -> None:
        if self._settings_page is not None and self.stack.currentWidget() is self._settings_page:
            self._leave_settings()
            return
        if self._settings_page is None:
            from reloader_gui.settings.page import SettingsPage  # not needed for the first paint

            page = SettingsPage(self._settings)
            page.changed.connect(self._on_setting)
            page.done.connect(self._leave_settings)
            self._settings_page = page
            self.stack.addWidget(page)
        self._settings_page.refresh(self.page.run if self.page is not None else None)
        self._settings_page.take_messages((self.page or self.empty).messages)
        self.stack.setCurrentWidget(self._settings_page)
        self._settings_page.setFocus()

    def _leave_settings(self) -> None:
        self._show_page(self.page or self.empty)

    def _on_setting(self, key: str) -> None:
        if key == "theme":
            self.theme_chosen.emit(self._settings.text(key))
        elif self.page is not None:
            self.page.apply_settings()
        self.settings_changed.emit()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.bar.set_colours(colours)
        least = QSize(self.bar.minimumWidth() + MARGINS.left() + MARGINS.right(), LEAST_HEIGHT)
        room = self.screen().availableGeometry().marginsRemoved(FRAME)
        self.setMinimumSize(least.boundedTo(room.size()))
        self.empty.set_colours(colours)
        if self.page is not None:
            self.page.set_colours(colours)

    @property
    def colours(self) -> Colours:
        return self._colours

    def zoom(self, steps: int) -> None:
        if self.page is None:
            return
        size = self.page.output.font().pointSizeF() + steps
        size = max(SMALLEST_FONT, min(LARGEST_FONT, size))
        self._settings.set("font_size", round(size))
        self.page.apply_settings()

    def _restore_geometry(self) -> None:
        stored = QByteArray.fromBase64(self._settings.geometry.encode("ascii", "ignore"))
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(920, 640)
        if self.isMaximized() or self.isFullScreen():
            return
        place, room = self.geometry(), self.screen().availableGeometry()
        if (fits := fitted(place, room)) != place:  # a large scale, or the screen is another one
            self.setGeometry(fits)

    # -- drops, activation, the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            _copy(event)
            self.empty.set_aimed_at(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.empty.set_aimed_at(False)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        _copy(event)
        self.empty.set_aimed_at(False)
        first = paths[0] if paths else Path()
        self._find_script(lambda: scripts.dropped(paths), first, self._choose_asked)

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
            self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            self._settings.save()
            self.bar.setEnabled(False)
            if self.page is not None:
                self._closing.append(self.page)
        pages = list(self._closing)
        for page in pages:
            page.run.close()
        if not pages and not self._is_finished:
            self._is_finished = True
            self.finished.emit()

    def wait_closed(self, timeout_s: float) -> bool:
        """Block until every engine has ended; for the very end. False: one has not."""
        until = time.monotonic() + timeout_s
        pages = {*self._closing, *([self.page] if self.page is not None else [])}
        return all(page.run.wait_closed(max(0.0, until - time.monotonic())) for page in pages)


def _copy(event: QDropEvent) -> None:
    """Never a move, which some programs propose: they would delete the file afterwards."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
