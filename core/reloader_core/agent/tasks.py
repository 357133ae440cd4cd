"""asyncio's main task, which its own handler for Ctrl+C cancels (Python 3.11 and newer).

The first Ctrl+C cancels that task; the second one ends the loop, which cancels all tasks and waits
for them. So what is asked here is where that task waits, and whether there are others. Looks only.
"""

import _signal
import sys
from _weakref import ref  # built in, as all that the agent imports

_MOST_FRAMES = 30


class MainTask:
    """The one that is running now; made when the script is asked to end."""

    def __init__(self):
        task = getattr(_signal.getsignal(2), "keywords", {}).get("main_task")
        self.task = ref(task) if task is not None else type(None)  # held, it would live longer
        self.asked = {id(frame): (frame.f_code, frame.f_lineno) for frame in self.frames()}

    def frames(self):
        """Those in which it is or waits, the innermost first."""
        task, frames = self.task(), []
        waiting = task.get_coro() if task is not None else None
        while waiting is not None and len(frames) < _MOST_FRAMES:
            frame = getattr(waiting, "cr_frame", None)
            if frame is not None:
                frames.insert(0, frame)
            waiting = getattr(waiting, "cr_await", None)
        return frames

    @property
    def is_running(self):
        task = self.task()
        return task is not None and getattr(task.get_coro(), "cr_running", False)

    @property
    def is_done(self):
        task = self.task()
        return task is None or task.done()

    def is_last(self):
        """Has every other one of its loop ended?"""
        task, tasks = self.task(), sys.modules["asyncio.tasks"]
        return task is not None and tasks.all_tasks(task.get_loop()) <= {task}
