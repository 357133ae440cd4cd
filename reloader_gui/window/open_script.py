"""Which script is to be shown: chosen, dropped, made new, or handed over from outside.

GUI thread. Checks it, and says why if it cannot be opened. Nothing that runs ends because
something else is opened.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reloader_gui.page.message_area import Words
from reloader_gui.run import scripts
from reloader_gui.run.scripts import BadScript
from reloader_gui.settings.store import Settings
from reloader_gui.texts import language
from reloader_gui.texts.said import said
from reloader_gui.texts.scripts import SCRIPTS
from reloader_gui.texts.window import OPENING
from reloader_gui.ui.disk import Question, reachable
from reloader_gui.window.dialogs import Dialogs
from reloader_gui.window.pages import Pages

MOST_DROPPED = 20
"""Each gets a tab, and a page when it is first shown."""


class Then(enum.Flag):
    """What is done with a script as soon as it is shown."""

    NOTHING = 0
    EDIT = enum.auto()
    NEW = enum.auto()
    """It was made just now."""
    RUN = enum.auto()
    APART = enum.auto()
    """In a tab of its own, whatever is open."""


class OpenScript(QObject):
    opened = Signal(object, object, object)
    """To be shown here: a Path, its arguments or None, a Then."""
    lists_changed = Signal()
    """The recent scripts are others, or another one than the current was chosen in vain."""

    def __init__(
        self,
        window: QWidget,
        pages: Pages,
        settings: Settings,
        check: Callable[[Path], Path],
        dialogs: Dialogs,
        documents: Callable[[], Path],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._settings = settings
        self._check = check
        self._dialogs = dialogs
        self._documents = documents
        self._question = Question(self)
        self._is_over = False

    def end(self) -> None:
        """The window closes: nothing is opened any more."""
        self._is_over = True
        self.drop()

    def drop(self) -> None:
        """Forget what is to be opened as soon as its drive answers."""
        self._question.drop()

    # -- ways to name a script

    def choose(
        self, path: Path, args: tuple[str, ...] | None = None, then: Then = Then.NOTHING
    ) -> None:
        """Show this script, Ready, and then `then`: in its tab, or a new one where another script
        runs in the one that is shown. If it cannot be, or not yet, the window says why."""
        self._find(self._question, lambda: self._check(path), path, args, then)

    def choose_dropped(self, paths: Sequence[Path]) -> None:
        """One script as choose() does; several in a tab each."""
        several = [path for path in paths if path.suffix.lower() in scripts.SUFFIXES]
        if len(several) > 1:
            for path in several[:MOST_DROPPED]:
                self.choose_apart(path)
            if len(several) > MOST_DROPPED:
                self._say(said(OPENING.dropped_many, MOST_DROPPED))
            return
        first = paths[0] if paths else Path()
        self._find(self._question, lambda: scripts.dropped(paths), first, None, Then.NOTHING)

    def ask(self) -> None:
        self._dialogs.ask_script(self._window, self._folder(), lambda path: self.choose(path))

    def ask_new(self) -> None:
        self._dialogs.ask_new_script(self._window, self._folder(), self._create)

    def try_example(self) -> None:
        """The user's own copy of the example, in their editor, running."""
        try:
            path = scripts.copy_example(self._documents(), language.spoken())
        except BadScript as error:
            self._say(error.said)
            return
        self.choose(path, then=Then.EDIT | Then.RUN)

    def _create(self, path: Path) -> None:
        try:
            path, is_new = scripts.create(path)
        except BadScript as error:
            self._say(error.said)
            return
        self.choose(path, then=Then.EDIT | Then.NEW if is_new else Then.EDIT)
        if not is_new:
            self._say(said(OPENING.was_there, path))

    def _folder(self) -> Path:
        """Where a file dialog begins."""
        recent = [script.parent for script in self._settings.recent[:1]]
        return reachable(*recent, self._documents())

    # -- from outside

    def take(self, path: Path, args: tuple[str, ...], *, run: bool) -> bool:
        """A second start wants this shown here. False: this window closes."""
        if self._is_over:
            return False
        if path.name:
            then = Then.RUN if run else Then.NOTHING
            # Its page takes time, and who asks waits for the answer no longer than two seconds.
            QTimer.singleShot(0, self, lambda: self.choose_apart(path, args or None, then))
        return True

    def choose_apart(
        self, path: Path, args: tuple[str, ...] | None = None, then: Then = Then.NOTHING
    ) -> None:
        """In a tab of its own. Several may come at once: none makes another one void."""
        question = Question(self)
        self._find(question, lambda: self._check(path), path, args, then | Then.APART)

    # -- is it one

    def _find(
        self,
        question: Question,
        find: Callable[[], Path],
        path: Path,
        args: tuple[str, ...] | None,
        then: Then,
    ) -> None:
        """What `find` returns, or a sentence. It may have to wait for the drive of `path`."""

        def on_found(script: Path | BadScript) -> None:
            if question is not self._question:
                question.deleteLater()
            if self._is_over:
                return
            if isinstance(script, Path):
                self._pages.take_away("script")
                self.opened.emit(script, args, then)
                return
            self._pages.show_any()
            self._say(script.said, missing=script.gone)
            if script.gone is not None:
                self._settings.forget(script.gone)
            self.lists_changed.emit()

        def say_late() -> None:
            self.lists_changed.emit()
            cancel = (OPENING.do_not_open, question.drop)
            self._pages.messages.say(said(OPENING.opens_late, path), cancel, key="script")

        question.ask(
            lambda: scripts.found(find),
            on_found,
            instead=lambda: BadScript(said(SCRIPTS.not_looked_at, path)),
            late=say_late,
        )

    def _say(self, words: Words, missing: Path | None = None) -> None:
        self._pages.messages.say(words, key="script", missing=missing)
