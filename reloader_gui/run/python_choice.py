"""Which Python runs one script: found, chosen, asked about. And the run that waits for it.

GUI thread, no widgets. Starts nothing itself: `ready` hands the Python on to who does.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from reloader_core import Doubt, Interpreter, Trust
from reloader_gui.python.search import Choose, Nearby, PythonSearch
from reloader_gui.run.steady import SHORT_S
from reloader_gui.texts.cause import Asked, Pressed
from reloader_gui.texts.said import Said


class Wish(enum.Enum):
    """What has become of the user's wish for a run."""

    NONE = "No run is wanted that has not begun."
    LOOKING = "A run begins as soon as a Python is found."
    ASKING = "The user is asked whether the Python that was found is to be used."
    PUT_OFF = "That question was dismissed; Run asks it again."


class Choices(Protocol):
    """Where the user's decisions are kept."""

    @property
    def chosen(self) -> str: ...
    def choose(self, path: str) -> None: ...
    def trust(self) -> Trust: ...
    def judge(self, mark: str, use: bool) -> None: ...


class PythonChoice(QObject):
    ready = Signal(object, object)
    """An Interpreter for the run that was Asked for."""
    changed = Signal(object)
    """Another Interpreter than was known before; None: there is none, `missing` says why."""
    passed_over = Signal(object)
    """This Interpreter is used, and not an environment that the user may expect, or none that
    the script asks for."""
    refused = Signal(object, object, object)
    """This Path, chosen by the user, is no Python, as the Said tells; the Interpreter is
    used as before."""
    not_started = Signal(object)
    """No Python for the run that was wanted, as the Said tells."""
    doubted = Signal(object, object)
    """Somebody else could have changed this Interpreter, as the Doubt says: answer()."""
    appeared = Signal(object)
    """There is a new environment, this Path; the Python was chosen by hand, and stays."""
    moved_on = Signal()
    """The search or the wish is in another state."""

    def __init__(
        self,
        script: Path,
        choices: Choices,
        clock: Callable[[], float],
        choose: Choose,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.wish = Wish.NONE
        self._asked: Asked = Pressed()
        self.script = script
        self._choices = choices
        self._search = PythonSearch(clock, choose, self)
        self._search.ended.connect(self._on_searched)
        self._doubted: Interpreter | None = None
        self._said: Interpreter | None = None
        self._before: str | None = None
        """What was chosen before a choice that has yet to say that it is a Python."""

    @property
    def found(self) -> Interpreter | None:
        return self._search.found

    @property
    def missing(self) -> Said | None:
        """Why there is none; None while there is one, or none was looked for."""
        return self._search.missing

    @property
    def is_chosen(self) -> bool:
        """Whether the user has chosen one for this script."""
        return bool(self._choices.chosen)

    def trust(self) -> Trust:
        """What the user has answered about Pythons."""
        return self._choices.trust()

    @property
    def is_slow(self) -> bool:
        """The search takes so long that it is worth a word."""
        return self._search.lasted_s() >= SHORT_S

    def slow_in_s(self) -> float:
        """When it will be; infinity if it is already, or nothing is looked for."""
        lasted_s = self._search.lasted_s()
        return SHORT_S - lasted_s if self._search.is_on and lasted_s < SHORT_S else float("inf")

    def want(self, asked: Asked) -> None:
        """`ready`, at once or as soon as a Python is found that may be started."""
        found = self._search.may_start()
        if found is not None and not self._may_be_another():
            self.ready.emit(found, asked)
        else:
            self._look_to_run(asked)

    def want_new(self, asked: Asked) -> None:
        """`ready` only if there is an environment that was not there before."""

        def take(nearby: Nearby) -> None:
            if self._is_another(nearby):
                self._look_to_run(asked)

        self._search.ask_nearby(take)

    def _may_be_another(self) -> bool:
        """Where the disk takes its time to say so: it may, unless the user has chosen."""
        nearby = self._search.nearby_now()
        return self._is_another(nearby) if nearby is not None else not self.is_chosen

    def _is_another(self, nearby: Nearby) -> bool:
        """Whether a new environment is to be taken; who has chosen a Python is asked."""
        if self._search.found is None:
            return False
        new = self._search.new_among(nearby)
        if new is not None and self.is_chosen:
            self.appeared.emit(new)
        return new is not None and not self.is_chosen

    def _look_to_run(self, asked: Asked) -> None:
        if self.wish is not Wish.LOOKING:
            self.wish, self._asked = Wish.LOOKING, asked
            self.look()

    def take_back(self) -> bool:
        """No run is wanted any more. Whether one was that waited for its Python."""
        was_looking = self.wish is Wish.LOOKING
        if was_looking:
            self.wish = Wish.NONE
            self.moved_on.emit()
        return was_looking

    def settle(self) -> None:
        """A run has begun: no question is left."""
        self._doubted = None
        if self.wish is not Wish.LOOKING:
            self.wish = Wish.NONE

    def answer(self, doubt: Doubt, *, use: bool) -> None:
        """About the Python that `doubted` told of; the answer is remembered."""
        self.settle()
        self._choices.judge(doubt.mark, use)
        if not use and self._choices.chosen:
            self._choices.choose("")
        self.want(Pressed())

    def put_off(self) -> None:
        """The question is not to be seen any more, and has not been answered."""
        if self.wish is Wish.ASKING:
            self.wish = Wish.PUT_OFF
            self.moved_on.emit()

    def choose(self, python: Path | None) -> None:
        """The user's own choice, taken back if it is no Python; None: find the best one."""
        self._before = self._choices.chosen if python is not None else None
        self._choices.choose(str(python) if python is not None else "")
        self._search.forget()
        self.settle()
        self.look()

    def look(self) -> None:
        """Find the Python for this script, in the background. Only for a run that the user
        wants is anything started that came with the script."""
        chosen = Path(self._choices.chosen) if self._choices.chosen else None
        before_run = self.wish is not Wish.LOOKING
        self._search.start(self.script, chosen, self._choices.trust(), before_run=before_run)
        self.moved_on.emit()

    def when_known(self, then: Callable[[], None]) -> None:
        """At once if a Python is known, else when the search for it has ended."""
        if self.found is None and self._search.is_on:
            self._search.ended.connect(then, Qt.ConnectionType.SingleShotConnection)
        else:
            then()

    def close(self) -> None:
        self.wish = Wish.NONE
        self._search.close()

    def _on_searched(self) -> None:
        found = self.found
        is_wanted = self.wish is Wish.LOOKING
        if is_wanted or found != self._doubted:
            self.wish, self._doubted = Wish.NONE, None
        if found is None and self._before is not None:
            self._refuse(self._before)
            return
        if found is None:
            self.changed.emit(None)
            if is_wanted:
                self.not_started.emit(self.missing)
        else:
            self._tell(found)
        self._said = found
        if found is not None and is_wanted:
            self._run_or_ask(found)
        self.moved_on.emit()

    def _refuse(self, before: str) -> None:
        chosen, self._before = Path(self._choices.chosen), None
        self.refused.emit(chosen, self.missing, self._said)
        self._choices.choose(before)
        self.look()

    def _tell(self, found: Interpreter) -> None:
        old = self._said
        if found.is_confirmed:
            self._before = None
        if old is None or _what_is_said(found) != _what_is_said(old):
            self.changed.emit(found)
        expected = (found.passed_over, found.unmet)
        if any(expected) and (old is None or expected != (old.passed_over, old.unmet)):
            self.passed_over.emit(found)

    def _run_or_ask(self, found: Interpreter) -> None:
        if found.doubt is None:
            self.ready.emit(found, self._asked)
        else:
            self.wish, self._doubted = Wish.ASKING, found
            self.doubted.emit(found, found.doubt)


def _what_is_said(python: Interpreter) -> tuple[object, ...]:
    return python.version, python.origin, python.path
