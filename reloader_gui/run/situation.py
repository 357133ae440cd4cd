"""All that the words about one script depend on at one moment, and which words it gets. Pure."""

from __future__ import annotations

from reloader_core import Notice, ScriptError, State, Status, Waits, frozen
from reloader_gui.python.advice import Advice
from reloader_gui.run.installation import Job
from reloader_gui.run.python_choice import Wish
from reloader_gui.run.run_log import Outcome, RunRecord
from reloader_gui.texts.cause import Asked
from reloader_gui.texts.said import Said
from reloader_gui.texts.status import STATUS, UNDER_WAY, Moment, StatusView


@frozen
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
    missing: Said | None
    """Why no Python was found."""
    job: Job
    advice: Advice | None
    is_gone: bool
    """The script's file is not there."""
    never_rests: bool
    restart_on_save: bool
    grace_s: float
    waits: Waits | None = None
    floods: bool = False

    @property
    def is_busy(self) -> bool:
        """Whether something runs, or is on its way out."""
        status = self.status
        runs = status is not None and (status.state in UNDER_WAY or status.left > 0)
        return runs or self.job not in (Job.NONE, Job.FAILED)

    def view(self) -> StatusView:
        return self._before_a_run() or self._of_pip() or self._of_the_script()

    def _before_a_run(self) -> StatusView | None:
        if self.wish is Wish.LOOKING:
            return STATUS.looking_to_run()
        if self.is_busy:
            return None
        if self.wish is Wish.ASKING:
            return STATUS.asked_about_python()
        if self.wish is Wish.PUT_OFF:
            return STATUS.python_put_off()
        return STATUS.gone(self.status, self._moment()) if self.is_gone else None

    def _of_pip(self) -> StatusView | None:
        package, place = ("", "")
        if self.advice is not None:
            package, place = self.advice.package, self.advice.place
        match self.job:
            case Job.MAKING:
                return STATUS.making(place)
            case Job.REMOVING:
                return STATUS.removing(place)
            case Job.RUNNING:
                return STATUS.installing(package)
            case Job.STOPPING:
                return STATUS.cancelling(package)
            case Job.FAILED if self.status is not None and self.status.state is State.WAITING:
                return STATUS.not_installed(package, self._moment())
        return None

    def _of_the_script(self) -> StatusView:
        status, moment = self.status, self._moment()
        if status is None or status.state is State.CLOSED:
            if self.is_search_slow:
                return STATUS.looking()
            if self.missing is not None:
                return STATUS.no_python(self.missing())
        elif self.is_gone and status.state is State.RUNNING:
            return STATUS.gone_meanwhile(status, moment)
        elif self.refused is not None and status.state is State.RUNNING:
            return STATUS.not_restarted(self.refused, moment)
        return STATUS.view(status, moment)

    def _moment(self) -> Moment:
        record = self.record
        return Moment(
            name=self.name,
            restart_on_save=self.restart_on_save,
            now=self.now,
            busy=self.never_rests,
            waits=self.waits,
            floods=self.floods,
            grace_s=self.grace_s,
            printed=record.printed is not False,
            error=record.error,
            window_closed=record.outcome is Outcome.WINDOW_CLOSED,
            asked=self.asked,
            not_started=self.not_started,
        )
