"""A file whose name hides a module gets another one: offered by the error card and, before it
bites, by a message. GUI thread.

The run and what is watched follow; how a file is renamed is in run/renaming.py.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.message_area import MessageArea
from reloader_gui.page.rename_row import RenameRow
from reloader_gui.python import own_names
from reloader_gui.run import renaming
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.run.scripts import BadScript
from reloader_gui.texts.cause import Renamed
from reloader_gui.texts.renaming import RENAMING
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.background import Background
from reloader_gui.ui.disk import ask_disk

if TYPE_CHECKING:
    from reloader_core import Diagnosis

KEY = "hides"


class Renaming(QObject):
    script_renamed = Signal(object, object)
    """The script itself: its old Path, its new one."""

    def __init__(
        self,
        run: ScriptRun,
        card: ErrorCard,
        messages: MessageArea,
        show_row: Callable[[RenameRow], None],
        parent: QObject,
    ) -> None:
        """`show_row`: puts the row into the page; called once."""
        super().__init__(parent)
        self._run = run
        self._card = card
        self._messages = messages
        self._show_row = show_row
        self._row: RenameRow | None = None
        self._file = Path()
        self._background = Background(self)
        self._asked = 0
        run.closed.connect(self._background.close)
        run.news.explained.connect(self._on_explained)
        card.rename_wanted.connect(self.ask)
        messages.unanswered.connect(self._on_unanswered)

    # -- when it is offered

    def warn(self, *, is_new: bool = False) -> None:
        """If the script's own name hides a module. `is_new`: nothing is in it yet."""
        script = self._run.script
        if self._run.options.now.name_kept:
            return
        if part := own_names.hidden_part(script):
            self._say(script, said(RENAMING.hides_part, script.name, part))
        elif package := own_names.hidden_package(script):
            what = said(RENAMING.hides_package, script.name, package)
            self._background.submit(
                lambda: is_new or own_names.imports(script, package),
                lambda hides: self._say(script, what) if hides else None,
                instead=lambda: False,
            )

    def _say(self, script: Path, what: Said) -> None:
        if script != self._run.script:  # it has another name by now
            return
        answer = (RENAMING.rename_it, lambda: self.ask(script))
        self._messages.say(what, answer, key=KEY)

    def _on_explained(self, diagnosis: Diagnosis | None) -> None:
        self._asked += 1
        self._card.offer_rename(None)
        if diagnosis is None or not _hides(diagnosis):
            return
        number, file = self._asked, self._run.script.with_name(str(diagnosis.values[0]))
        self._background.submit(
            lambda: os.path.isfile(file),
            lambda is_there: self._offer(file) if is_there and number == self._asked else None,
            instead=lambda: False,
        )

    def _offer(self, file: Path) -> None:
        self._card.offer_rename(file)
        if file == self._run.script:  # once is enough
            self._messages.take_away(KEY)

    def _on_unanswered(self, key: str) -> None:
        """The user keeps the name."""
        if key == KEY:
            self._run.options.remember(name_kept=True)

    # -- how it is done

    def ask(self, file: Path) -> None:
        """Which name it is to have."""
        self._file = file
        usual = f"my_{file.name}"
        suggested = ask_disk(lambda: own_names.suggestion(file), otherwise=usual)

        def check(typed: str) -> Said | None:
            name = renaming.name_from(typed, file)
            return ask_disk(lambda: renaming.trouble(file, name), otherwise=None)

        self.row.open(file, suggested, check)

    @property
    def row(self) -> RenameRow:
        """Made when it is first wanted."""
        if self._row is None:
            self._row = RenameRow()
            self._row.wanted.connect(self._on_wanted)
            self._show_row(self._row)
        return self._row

    def _on_wanted(self, typed: str) -> None:
        file = self._file
        try:
            new = renaming.rename(file, renaming.name_from(typed, file))
        except BadScript as error:
            self.row.refuse(error.said)
            return
        self.row.close_row()
        self._messages.take_away(KEY)
        self._card.offer_rename(None)
        undo = (RENAMING.undo, lambda: self._undo(new, file))
        self._messages.say(said(RENAMING.done, file.name, new.name), undo, key="renamed")
        self._follow(file, new)

    def _undo(self, new: Path, file: Path) -> None:
        try:
            renaming.rename(new, file.name)
        except BadScript as error:
            self._messages.say(error.said, key="renamed")
            return
        self._messages.say(said(RENAMING.undone, file.name), key="renamed")
        self._follow(new, file)

    def _follow(self, old: Path, new: Path) -> None:
        """As a save does: what runs, or has ended by itself, runs again."""
        if self._run.script == old:
            self._run.follow(new)
            self.script_renamed.emit(old, new)
        if self._run.runs_after_saves:
            self._run.run(asked=Renamed(old.name, new.name))


def _hides(diagnosis: Diagnosis) -> bool:
    """Then its first value is the file's name."""
    from reloader_core import Kind  # not needed for the first paint

    return diagnosis.kind in (Kind.HIDDEN_MODULE, Kind.HIDDEN_PACKAGE, Kind.IMPORTS_ITSELF)
