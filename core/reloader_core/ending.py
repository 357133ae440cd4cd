"""How a run is brought to its end: a table of steps, and a clock. Pure policy.

The script is asked as Ctrl+C in a terminal asks; then it is looked at before it is asked again,
as what answers or works may be saving something. The grace period is one budget for all of it.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable

from reloader_core.child import Activity, Doing
from reloader_core.values import frozen

STILL_S = 0.25
"""Who neither runs nor does I/O for so long waits for something."""
SAMPLE_S = 0.01
"""Between two samples of what is used, which take time from the end itself."""
FIRST_LOOK_S = 0.02  # an ordinary script has ended by then
LOOK_S = 0.15  # each wakes the main thread for a moment


class Step(enum.Enum):
    ASK = "as Ctrl+C asks, by the agent"
    INTERRUPT = "a real SIGINT: the bell is not heard by who blocks signals or waits for them"
    INTERRUPT_OTHERS = "what the script has started gets what Ctrl+C would send it"
    END = "exit functions and flush from another thread: the main one sleeps in C code"
    LOOK = "what has become of the KeyboardInterrupt?"
    ASK_AGAIN = "SystemExit, or a second signal for the script's own handler"
    TERMINATE_OTHERS = "SIGTERM for what the script has started"
    EXIT = "SystemExit: the script's own handler was asked twice"
    FINISH = "exit functions and flush in the main thread"
    FORCE = "kill the tree"


@frozen
class Row:
    """`step` is due when so much time has passed since the first request, and so much of the
    grace period, and `when` holds."""

    step: Step
    when: Callable[[Ending], bool]
    after_s: float = 0.0
    share: float = 0.0
    left_s: float = math.inf
    """No sooner than so long before the end of the grace period."""

    def due(self, asked: float, began: float, grace_s: float) -> float:
        return max(asked + self.after_s, began + max(self.share * grace_s, grace_s - self.left_s))


def _always(_ending: Ending) -> bool:
    return True


ROWS = (
    # It does not hear: it blocks signals, waits for them, or sleeps in C code.
    Row(Step.INTERRUPT, lambda e: not e.answered and not e.is_running, after_s=0.1),
    Row(Step.END, lambda e: e.is_deaf and e.is_still and not e.waited_for, after_s=0.3),
    Row(Step.END, lambda e: not e.answered and e.is_still, share=0.8),
    # In a terminal Ctrl+C would have reached its children as well. It may just be telling them
    # to end; but not if it has been waiting for them since before.
    Row(Step.INTERRUPT_OTHERS, lambda e: e.waited_for == "child"),
    Row(Step.INTERRUPT_OTHERS, lambda e: bool(e.waited_for) and e.is_cleaning),
    Row(Step.INTERRUPT_OTHERS, lambda e: not e.is_cleaning and e.was_seen, after_s=0.25),
    Row(Step.INTERRUPT_OTHERS, _always, share=0.5),
    Row(Step.TERMINATE_OTHERS, lambda e: not e.is_cleaning, share=0.5),
    Row(Step.TERMINATE_OTHERS, _always, share=0.7),
    # It catches all, and tries again for ever. From where it handles that something raised gets
    # out, if that is but a pause before the next attempt.
    Row(Step.ASK_AGAIN, lambda e: e.retries and (e.is_still or not e.is_cleaning)),
    Row(Step.EXIT, lambda e: e.retries and e.is_still and e.is_cleaning),
    Row(Step.FINISH, lambda e: e.retries and not e.is_cleaning, after_s=0.15),
    # It went on as if nothing had happened; or it was long enough at what it does.
    Row(Step.ASK_AGAIN, lambda e: e.doing is Doing.UNMOVED and e.is_still),
    Row(Step.ASK_AGAIN, lambda e: not e.is_cleaning and not e.works, share=0.5),
    Row(Step.ASK_AGAIN, lambda e: not e.is_cleaning, share=0.7),
    Row(Step.ASK_AGAIN, _always, share=0.8),
    Row(Step.EXIT, lambda e: e.was_signalled_twice and not e.works, share=0.65),
    Row(Step.EXIT, lambda e: e.was_signalled_twice, share=0.75),
    Row(Step.FINISH, lambda e: not e.is_cleaning or e.has_caught_all, share=0.8, left_s=0.4),
    Row(Step.FINISH, _always, share=0.88, left_s=0.25),
)
"""After the first request, in this order; each step once."""

_LOOKED_AT = (
    Doing.INTERRUPTED, Doing.EXITING, Doing.CANCELLED, Doing.CLEANING, Doing.JOINING,
    Doing.UNMOVED, Doing.ELSEWHERE,
)  # fmt: skip


class Ending:
    """The ending of one run, from the first request on. `grace_s` in seconds."""

    def __init__(
        self, *, grace_s: float, now: float, heard: bool = False, arrives: bool = True
    ) -> None:
        """`heard`: nobody inside answers, and nobody waits for that. `arrives`: what is asked
        reaches the main thread at once, if that is not in C code; else a thread of the agent's,
        which says so."""
        self.grace_s = grace_s
        self.doing: Doing | None = Doing.SIGNALLED if heard else None
        """What the agent said last."""
        self.waited_for: str = ""
        self.has_arrived = arrives
        self.retries: bool = False
        """It was seen in a loop that has caught what it was asked by, and always will."""
        self._began = now
        self._asked_at: float | None = None
        self._taken: set[Step] = set()
        self._signalled = False
        self._caught_all = False
        self._next_look = 0.0
        self._disturbed = True
        """A look of ours wakes the main thread: what that takes does not count."""
        self._sampled_at = self._still_since = now
        self._activity: Activity | None = None
        self.is_running: bool = False

    # -- what is seen, for the rows

    @property
    def answered(self) -> bool:
        return self.doing is not None

    @property
    def is_deaf(self) -> bool:
        """The request has reached it, not the main thread: that sleeps in C code. (On a busy
        machine a thread is late, and who waits for others would be cut off.)"""
        return self.has_arrived and not self.answered

    @property
    def is_cleaning(self) -> bool:
        return self.doing in (Doing.CLEANING, Doing.EXITING, Doing.ENDING)

    @property
    def was_seen(self) -> bool:
        """Since KeyboardInterrupt was raised in it, if it was."""
        return self.doing is not Doing.INTERRUPTED

    @property
    def has_caught_all(self) -> bool:
        """What handles SystemExit now has handled KeyboardInterrupt before, and nothing came of
        it."""
        return self._caught_all or Step.EXIT in self._taken

    @property
    def went_on(self) -> bool:
        """It is not known to tidy up."""
        return self.doing not in (Doing.CLEANING, Doing.ENDING)

    @property
    def is_still(self) -> bool:
        return self._sampled_at - self._still_since >= STILL_S

    @property
    def works(self) -> bool:
        """Something was used between the last two samples that are far enough apart."""
        return self._sampled_at - self._still_since < STILL_S / 2

    @property
    def was_signalled_twice(self) -> bool:
        """Only of who was signalled at first: the others are asked again in another way."""
        return self._signalled and Step.ASK_AGAIN in self._taken

    # -- what happens

    def hear(self, doing: Doing, waits_for: str, *, retries: bool = False) -> None:
        """The agent's answer to a step, or to a look. `retries`: see retry_loops.py."""
        if doing is Doing.WAITING:
            self.has_arrived = True
            if self.doing is None:
                self.waited_for = waits_for
            return
        if self.doing is None:
            self.waited_for = waits_for
            self._activity = None  # it has just been woken: that it slept before says nothing
        elif not waits_for:
            self.waited_for = ""
        self._signalled = self._signalled or doing in (Doing.SIGNALLED, Doing.CANCELLED)
        self.retries = retries
        self.doing = doing

    def next(
        self,
        now: float,
        *,
        can_ask: bool,
        look: Callable[[], tuple[bool, Activity | None]],
    ) -> Step | None:
        """The step to take now. `can_ask`: somebody listens; `look`: does the main thread run
        right now, and what have the script and its children used (Child.tree_activity)?"""
        if self.is_over:
            return None
        if now - self._began >= self.grace_s:
            return self._take(Step.FORCE)
        if self._asked_at is None:
            if not can_ask:
                return None
            self._asked_at, self._next_look = now, now + FIRST_LOOK_S
            return self._take(Step.ASK)
        self._sample(now, look)
        for row in ROWS:
            due = row.due(self._asked_at, self._began, self.grace_s)
            if row.step not in self._taken and now >= due and row.when(self):
                return self._take(row.step)
        if self.doing in _LOOKED_AT and now >= self._next_look:
            self._next_look, self._disturbed = now + LOOK_S, True
            return Step.LOOK
        return None

    def _sample(self, now: float, look: Callable[[], tuple[bool, Activity | None]]) -> None:
        if now - self._sampled_at < SAMPLE_S:
            return
        self._sampled_at = now
        self.is_running, activity = look()
        changed = activity != self._activity and not self._disturbed
        if activity is None or self._activity is None or changed:
            self._still_since = now
        self._activity, self._disturbed = activity, False

    @property
    def is_over(self) -> bool:
        """It was forced: there is no further step."""
        return Step.FORCE in self._taken

    @property
    def was_asked(self) -> bool:
        return self._asked_at is not None

    def left_s(self, now: float) -> float:
        """Of the grace period: whoever is left gets it."""
        return max(0.0, self._began + self.grace_s - now)

    def age_s(self, now: float) -> float:
        """Since it began."""
        return now - self._began

    def force_at_once(self) -> bool:
        """There is nothing to ask. False: that has been done."""
        return self._take(Step.FORCE) is not None

    def _take(self, step: Step) -> Step | None:
        if step in self._taken:
            return None
        self._taken.add(step)
        self.retries = False  # unless that is caught as well
        if step is Step.ASK_AGAIN:
            self._caught_all = self.doing is Doing.UNMOVED
        return step
