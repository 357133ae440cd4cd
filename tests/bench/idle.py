"""What a reloader costs while nothing happens: CPU time and memory of all its processes.

All tools idle at the same time, each on a project of its own. CPU time is the kernel's
own count in nanoseconds where it can be had (Linux); psutil's has steps of 10 ms, which
is a third of what is allowed here. Memory is what belongs to a process alone (USS) and
its share of what is common (PSS).
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import psutil
from projects import Project, Shape, project_of
from running import Running
from tools import Env, Tool

SETTLE_S = 62.0
"""The window tells a run's first minute by the second: that is something new."""
READY_S = 30.0
PARTS = ("tool", "guardian", "script", "standby")


@dataclass
class Idle:
    """CPU seconds a minute and MiB, by part: the tool itself, the script, the standby."""

    cpu_s: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    uss: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    pss: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    processes: int = 0

    @property
    def whole_cpu_s(self) -> float:
        return sum(self.cpu_s.values())

    @property
    def memory(self) -> float:
        """USS without the script and the standby."""
        return self.uss["tool"] + self.uss["guardian"]


@dataclass
class _Idling:
    tool: Tool
    running: Running
    script_pid: int
    before: dict[psutil.Process, float] = field(default_factory=dict)

    def look(self) -> dict[psutil.Process, float]:
        return {each: cpu_s(each) for each in self.running.tree()}

    def part(self, process: psutil.Process) -> str:
        if process.pid == self.running.process.pid:
            return "tool"
        if _is_guardian(process):
            return "guardian"
        parents = process.parents()
        if process.pid == self.script_pid or self.script_pid in (each.pid for each in parents):
            return "script"
        return "standby" if parents and _is_guardian(parents[0]) else "tool"

    def result(self, duration_s: float) -> Idle:
        idle = Idle()
        for process, used_s in self.look().items():
            with contextlib.suppress(psutil.NoSuchProcess):
                part, memory = self.part(process), process.memory_full_info()
                used_s -= self.before.get(process, 0.0)
                idle.cpu_s[part] += used_s * 60 / duration_s
                idle.uss[part] += memory.uss / 2**20
                idle.pss[part] += getattr(memory, "pss", 0) / 2**20
                idle.processes += 1
        return idle


def measure_idle(
    tools: list[Tool], shape: Shape, env: Env, *, duration_s: float, settle_s: float = SETTLE_S
) -> dict[str, Idle]:
    """Tool's name -> what it costs; a tool that does not start is missing."""
    with contextlib.ExitStack() as stack:
        idling = [one for tool in tools for one in stack.enter_context(_started(tool, shape, env))]
        time.sleep(settle_s)
        for one in idling:
            one.before = one.look()
        time.sleep(duration_s)
        return {one.tool.name: one.result(duration_s) for one in idling}


@contextlib.contextmanager
def _started(tool: Tool, shape: Shape, env: Env) -> Iterator[list[_Idling]]:
    with project_of(shape) as project:
        running = tool.start(project, env=env, log=project.root / "log")
        try:
            report = project.reports.wait(_any_mark(project), READY_S)
            yield [] if report is None else [_Idling(tool, running, report.pid)]
        finally:
            running.close()


def _any_mark(project: Project) -> Callable[..., bool]:
    return lambda report: "/" in report.word


def cpu_s(process: psutil.Process) -> float:
    """All CPU time of a process so far, its ended threads included."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return time.clock_gettime(~process.pid << 3 | 2)  # clock_getcpuclockid(3)
    with contextlib.suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


def _is_guardian(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return any(word.endswith("/guardian/__main__.py") for word in process.cmdline())
    return False
