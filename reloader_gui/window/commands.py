"""What bar, menu and keys can ask for: done with the page that is shown. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reloader_gui.editors.open_in_editor import Editing, ToRead
from reloader_gui.page.output_menu import OutputPage
from reloader_gui.settings.store import Settings
from reloader_gui.texts.window import DIALOGS
from reloader_gui.ui.disk import reachable
from reloader_gui.ui.front import come_forward
from reloader_gui.ui.system import programs_folder
from reloader_gui.ui.theme import Colours
from reloader_gui.window.dialogs import Dialogs
from reloader_gui.window.open_script import OpenScript
from reloader_gui.window.pages import Pages

if TYPE_CHECKING:
    from reloader_gui.page.run_page import RunPage
    from reloader_gui.window.file_view import FileView
    from reloader_gui.window.guide import Guide

SMALLEST_FONT, LARGEST_FONT = 6.0, 72.0
SYSTEM_FONT = 0
"""Its size, whatever that is."""


class Commands(QObject):
    """Where no script is open, most of them do nothing."""

    def __init__(
        self,
        window: QWidget,
        pages: Pages,
        opening: OpenScript,
        settings: Settings,
        editing: Editing,
        dialogs: Dialogs,
        find_log: Callable[[], Path | None],
        keys: Callable[[], Sequence[tuple[str, str]]],
    ) -> None:
        """`find_log`: of Reloader's own problems; `keys`: see Guide."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._opening = opening
        self._settings = settings
        self._editing = editing
        self._dialogs = dialogs
        self._find_log = find_log
        self._keys = keys
        self._guide: Guide | None = None
        self._view: FileView | None = None
        self.ask_script = opening.ask
        self.ask_new_script = opening.ask_new
        self.try_example = opening.try_example
        self.toggle_settings = pages.toggle_settings

    def output_page(self) -> OutputPage | None:
        return self._pages.current

    def run(self) -> None:
        if (page := self._pages.current) is not None:
            self._opening.drop()  # another script that was to be opened would take its place
            self._pages.show_current()
            page.press_run()

    def stop(self) -> None:
        if (page := self._pages.current) is not None:
            page.stop()

    def tell_position(self) -> None:
        if (page := self._pages.current) is not None:
            page.position.ask()

    def edit(self) -> None:
        """A new script's Python may still be looked for: without it there is no IDLE."""
        if (page := self._pages.current) is not None:
            script = page.run.script
            page.run.python.when_known(lambda: self.open_in_editor(script))

    def open_in_editor(self, file: Path, line: int = 0) -> None:
        page = self._pages.current
        found = page.run.python.found if page is not None else None
        # To be asked for IDLE; what came with the script is not started by that.
        python = found.path if found is not None and found.is_confirmed else None
        self._editing.open(file, line or None, self._settings.text("editor"), python)

    def read_file(self, shown: ToRead, colours: Colours) -> None:
        """No editor opens it. One such window is enough."""
        from reloader_gui.window.file_view import FileView  # not needed for the first paint

        if self._view is not None and shiboken6.isValid(self._view):
            self._view.close()
        self._view = view = FileView(shown, colours, self._window)
        view.program_wanted.connect(lambda: self._ask_editor(view))
        view.show()

    def _ask_editor(self, view: FileView) -> None:
        """From now on files are opened with it."""

        def take(program: Path) -> None:
            self._settings.set("editor", str(program))
            self.open_in_editor(view.shown.file, view.shown.line or 0)
            if shiboken6.isValid(view):
                view.close()

        self._dialogs.ask_program(view, reachable(programs_folder()), take)

    def show_script_settings(self) -> None:
        self._pages.show_script_settings()

    def ask_folder(self, start: Path) -> None:
        """For the script to run in."""
        self._dialogs.ask_folder(self._window, reachable(start), self._pages.take_folder)

    def ask_program(self, key: str) -> None:
        """For this setting."""
        folder = programs_folder()
        self._dialogs.ask_program(
            self._window, reachable(folder), lambda file: self._pages.take_program(key, file)
        )

    def save_output(self) -> None:
        if (page := self._pages.current) is not None:
            name = DIALOGS.output_name(page.run.script.stem)
            folder = reachable(page.run.script.parent)
            self._dialogs.ask_output_file(self._window, folder, name, page.save_output)

    def ask_python(self) -> None:
        if (page := self._pages.current) is not None:
            found = page.run.python.found
            folder = found.path.parent if found is not None else page.run.script.parent
            self._dialogs.ask_python(self._window, reachable(folder), page.run.python.choose)

    def restart_on_save(self, on: bool) -> None:
        if (page := self._pages.current) is not None:
            page.run.set_restart_on_save(on)

    def zoom(self, steps: int) -> None:
        if (page := self._pages.current) is not None:
            size = page.output.font().pointSizeF() + steps
            self._set_font_size(page, round(max(SMALLEST_FONT, min(LARGEST_FONT, size))))

    def zoom_back(self) -> None:
        """To the system's size."""
        if (page := self._pages.current) is not None:
            self._set_font_size(page, SYSTEM_FONT)

    def _set_font_size(self, page: RunPage, size: int) -> None:
        self._settings.set("font_size", size)
        page.apply_settings()

    def show_about(self) -> None:
        from reloader_gui.window import about  # not needed for the first paint

        about.show(self._window, self.report_problem)

    def show_guide(self) -> None:
        """Or bring it to the front."""
        from reloader_gui.window.guide import Guide  # not needed for the first paint

        if self._guide is None:
            self._guide = Guide(self._keys, self._window)
            self._guide.report_wanted.connect(self.report_problem)
        come_forward(self._guide)

    def report_problem(self) -> None:
        from reloader_gui.window.problem_dialog import ProblemDialog  # as above

        page = self._pages.current
        python = page.run.python.found if page is not None else None
        dialog = ProblemDialog(python, self._find_log(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def close(self) -> None:
        self._window.close()
