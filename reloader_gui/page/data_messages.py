"""The line about files that a script has read and that are others now. GUI thread."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import Notice, NoticeKind
from reloader_gui.page.message_area import Answer, MessageArea, Words
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.texts.notices import NOTICES
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.said import said

KEY = "data"


class DataMessages(QObject):
    """Each file is told once in a run: others may write it all the time."""

    run_wanted = Signal()

    def __init__(self, run: ScriptRun, area: MessageArea, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._area = area
        self._told: set[Path] = set()
        self._shown: list[Path] = []
        run.began.connect(self._on_began)
        run.data_changed.connect(self._on_changed)
        run.noticed.connect(self._on_notice)
        area.unanswered.connect(self._on_unanswered)

    def _on_began(self) -> None:
        """It reads them anew."""
        self._told.clear()
        self._shown.clear()
        self._area.take_away(KEY)

    def _on_changed(self, files: Iterable[Path]) -> None:
        if new := [file for file in files if file not in self._told]:
            self._told.update(new)
            self._shown += new
            names = tuple(file.name for file in self._shown)
            self._say(said(RUNS.data_changed, names))

    def _on_notice(self, notice: Notice) -> None:
        if notice.kind is NoticeKind.DATA_LET_GO:
            self._shown.append(Path(str(notice.values[1])))
            self._say(said(NOTICES.sentence, notice))

    def _say(self, words: Words) -> None:
        """Whoever answers wants a run at once, of what has changed by now."""
        files = tuple(self._shown)

        def always() -> None:
            self._run.options.restart_for(files)
            self._run.settings_changed()
            self.run_wanted.emit()

        answers: tuple[Answer, ...] = (
            (PAGE.restart, self.run_wanted.emit),
            (said(PAGE.always_for_files, len(files)), always),
        )
        self._area.say(words, *answers, key=KEY)

    def _on_unanswered(self, key: str) -> None:
        if key == KEY:
            self._shown.clear()
