"""All that the words about one script depend on at one moment, and which words it gets. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reloader_core import Notice, ScriptError, State, Status
from reloader_gui.python.missing_package import Advice
from reloader_gui.run.installation import Job
from reloader_gui.run.python_choice import Wish
from reloader_gui.run.run_log import Outcome, RunRecord
from reloader_gui.texts import notices
from reloader_gui.texts import status as words
from reloader_gui.texts.cause import Asked
from reloader_gui.texts.status import Moment, View


@dataclass(frozen=True, slots=True)
class Situation:
    name: str
    """What the user calls the script: its file name."""
    now: float
    """time.monotonic(), in seconds."""
    status: Status | None
    record: RunRecord
    refused: ScriptError | None
    not_started: Notice | None
    asked: Asked
    wish: Wish
    is_search_slow: bool
    search_slow_in_s: float
    """When it will be; infinity if it is, or nothing is looked for."""
    missing: str
    """Why no Python was found: a sentence."""
    job: Job
    advice: Advice | None
    is_gone: bool
    """The script's file is not there."""
    never_rests: bool
    restart_on_save: bool
    grace_s: float

    @property
    def is_busy(self) -> bool:
        """Whether something runs, or is on its way out."""
        status = self.status
        passing = (State.RUNNING, State.RESTARTING, State.STOPPING)
        runs = status is not None and (status.state in passing or status.left > 0)
        return runs or self.job in (Job.RUNNING, Job.STOPPING)

    def view(self) -> View:
        return self._before_a_run() or self._of_pip() or self._of_the_script()

    def _before_a_run(self) -> View | None:
        if self.wish is Wish.LOOKING:
            return words.LOOKING_TO_RUN
        if self.is_busy:
            return None
        if self.wish is Wish.ASKING:
            return words.ASKED_ABOUT_PYTHON
        if self.wish is Wish.PUT_OFF:
            return words.PYTHON_PUT_OFF
        return words.gone(self.status, self._moment()) if self.is_gone else None

    def _of_pip(self) -> View | None:
        package = self.advice.package if self.advice is not None else ""
        match self.job:
            case Job.RUNNING:
                return words.installing(package)
            case Job.STOPPING:
                return words.cancelling(package)
            case Job.FAILED if self.status is not None and self.status.state is State.WAITING:
                return words.not_installed(package, self._moment())
        return None

    def _of_the_script(self) -> View:
        status, moment = self.status, self._moment()
        if status is None or status.state is State.CLOSED:
            if self.is_search_slow:
                return words.LOOKING
            return words.no_python(self.missing) if self.missing else words.view(None, moment)
        if self.refused is not None and status.state is State.RUNNING:
            return words.not_restarted(self.refused, moment)
        return words.view(status, moment)

    def _moment(self) -> Moment:
        record = self.record
        return Moment(
            name=self.name,
            restart_on_save=self.restart_on_save,
            now=self.now,
            busy=self.never_rests,
            grace_s=self.grace_s,
            printed=record.printed is not False,
            error=record.error,
            window_closed=record.outcome is Outcome.WINDOW_CLOSED,
            asked=self.asked,
            trouble=notices.sentence(self.not_started) if self.not_started is not None else "",
        )
