"""What the end of a run says to the machine. Pure, but for the streak that it counts in."""

from __future__ import annotations

from reloader_core import model
from reloader_core.machine import Event
from reloader_core.model import AfterExit, Reason, ReasonKind, Target
from reloader_core.policies import ExitLoop
from reloader_core.run import Run

REASONS = {
    Event.ENDED_WITH_3: Reason(ReasonKind.EXIT_3),
    Event.ENDED_WITH_3_AGAIN: Reason(ReasonKind.EXIT_3_LOOP),
}
"""Why it has ended; of every other event: because it did."""


def meaning_of(
    run: Run, ended: model.Exit, target: Target, streak: ExitLoop, *, needs_report: bool
) -> Event:
    """Of a run that ended by itself. `needs_report`: see Host.exit_3_needs_report."""
    if not _asks_for_restart(run, ended, target, needs_report):
        streak.reset()
    elif streak.note(ended.runtime_s) < target.max_exit3_loops:
        return Event.ENDED_WITH_3
    match target.after_exit:
        case AfterExit.WAIT:
            return Event.ENDED_WITH_3_AGAIN if kept_asking(target, streak) else Event.ENDED
        case AfterExit.END:
            return Event.ENDED_FOR_GOOD
        case AfterExit.END_UNLESS_SYNTAX_ERROR:
            if ended.error is not None and ended.error.is_syntax_error:
                return Event.ENDED
            return Event.ENDED_FOR_GOOD


def _asks_for_restart(run: Run, ended: model.Exit, target: Target, needs_report: bool) -> bool:
    """By exit code 3, if the user has not said that it is a code like any other."""
    if ended.code != model.RESTART_EXIT_CODE or not target.max_exit3_loops:
        return False
    return run.report is not None or not (needs_report and run.hello is not None)


def kept_asking(target: Target, streak: ExitLoop) -> bool:
    """So often that its 3 is taken for its own result."""
    return 0 < target.max_exit3_loops <= streak.count
