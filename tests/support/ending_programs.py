"""Programs whose end matters, and what each has printed when it has ended well.

Of each kind some; `short` are those of which the test tries all, the benchmark tries every one.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

SAVES = """
import time
print('up')
try: time.sleep(60)
finally: time.sleep(0.6); print('other saved')
"""
AT_EXIT = "import atexit; atexit.register(print, 'exit function', flush=True)\n"


@dataclass(frozen=True)
class Program:
    """`said`: the lines that must have come at a clean end, in any order. It is up when it has
    printed 'up'."""

    name: str
    source: str
    said: tuple[str, ...]
    files: dict[str, str] = field(default_factory=dict)
    module: str = ""
    args: tuple[str, ...] = ()
    needs: str = ""
    """A package that must be there."""
    short: bool = True
    never: tuple[str, ...] = ()
    """What must not be printed."""
    posix: bool = False
    """Windows has no such signals, or no way to send them to children."""


def _program(
    name: str, source: str, *said: str, needs: str = "", short: bool = True, module: str = "",
    args: tuple[str, ...] = (), never: tuple[str, ...] = (), posix: bool = False, **files: str,
) -> Program:  # fmt: skip
    named = {file + ".py": textwrap.dedent(text) for file, text in files.items()}
    return Program(
        name,
        textwrap.dedent(source).lstrip(),
        said,
        named,
        module,
        args,
        needs,
        short,
        never,
        posix,
    )


ORDINARY = (
    _program(
        "a game that keeps its score",
        """
        import time
        score = 41
        try:
            print("up", flush=True)
            while True: time.sleep(0.05)
        except KeyboardInterrupt:
            print("score kept:", score + 1)
        """,
        "score kept: 42",
    ),
    _program(
        "nested clean-up that takes time",
        AT_EXIT
        + """
import contextlib, time
@contextlib.contextmanager
def table():
    try: yield
    finally: time.sleep(0.3); print("table closed")
with table():
    try:
        print("up", flush=True)
        while True: pass
    finally:
        sum(range(2_000_000)); print("row written")
""",
        "row written", "table closed", "exit function",
    ),
    _program(
        "what was begun is finished",
        """
        import time
        orders = list(range(50))
        print("up", flush=True)
        while orders:
            try: time.sleep(0.04); orders.pop()
            except KeyboardInterrupt: orders = orders[:10]
        print("all orders sent")
        """,
        "all orders sent",
    ),
    _program(
        "what was begun is finished, whatever ends it",
        """
        import time
        orders = list(range(50))
        print("up", flush=True)
        while orders:
            try: time.sleep(0.04); orders.pop()
            except: orders = orders[:10]
        print("all orders sent")
        """,
        "all orders sent",
    ),
    _program(
        "every error is caught and tried again",
        AT_EXIT
        + """
import time
print("up", flush=True)
while True:
    try: time.sleep(0.5)
    except: pass
""",
        "exit function",
    ),
    _program(
        "a shell",
        AT_EXIT
        + """
print("up", flush=True)
while True:
    try: input("> ")
    except KeyboardInterrupt: print("(type quit)")
""",
        "exit function",
    ),
    _program(
        "a hook for what is uncaught",
        """
        import sys, time
        def hook(kind, value, traceback):
            print("hook:", kind.__name__)
            sys.__excepthook__(kind, value, traceback)
        sys.excepthook = hook
        print("up", flush=True)
        time.sleep(60)
        """,
        "hook: KeyboardInterrupt",
        never=("Traceback",),
    ),
)  # fmt: skip
SIGNALS = (
    _program(
        "sets a flag",
        """
        import signal, time
        goes = [True]
        signal.signal(signal.SIGINT, lambda *_: goes.clear())
        print("up", flush=True)
        while goes: time.sleep(0.02)
        print("closed the door")
        """,
        "closed the door",
    ),
    _program(
        "waits for signals in a thread",
        AT_EXIT
        + """
import signal, threading
SET = {signal.SIGINT, signal.SIGTERM}
signal.pthread_sigmask(signal.SIG_BLOCK, SET)
def serve(): print("closing after", signal.sigwait(SET), flush=True)
thread = threading.Thread(target=serve); thread.start()
print("up", flush=True)
thread.join()
""",
        "closing after 2", "exit function", posix=True,
    ),
    _program(
        "waits for signals",
        AT_EXIT
        + """
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
print("up", flush=True)
print("closing after", signal.sigwait({signal.SIGINT}))
""",
        "closing after 2", "exit function", posix=True,
    ),
    _program(
        "a handler that only asks whether to quit",
        """
        import signal, time
        signal.signal(signal.SIGINT, lambda *_: print("really?", flush=True))
        print("up", flush=True)
        try:
            while True: time.sleep(0.05)
        finally: print("draft kept")
        """,
        "draft kept", short=False,
    ),
    _program(
        "ignores Ctrl+C",
        "import signal, time\nsignal.signal(2, signal.SIG_IGN)\nprint('up', flush=True)\n"
        "try: time.sleep(60)\nfinally: print('closed')\n",
        "closed", short=False,
    ),
    _program(
        "asyncio, its own handler",
        """
        import asyncio, signal
        async def main():
            done = asyncio.Event()
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, done.set)
            print("up", flush=True)
            await done.wait()
            print("connections drained")
        asyncio.run(main())
        """,
        "connections drained", posix=True,
    ),
)  # fmt: skip
CHILDREN = (
    _program(
        "runs another script",
        AT_EXIT
        + """
import subprocess, sys
subprocess.run([sys.executable, "-u", "other.py"])
""",
        "other closed", "exit function",
        other="import time\nprint('up')\ntry: time.sleep(60)\nfinally: print('other closed')\n",
    ),
    _program(
        "waits for a command",
        AT_EXIT + "import os\nprint('up', flush=True)\nos.system('sleep 60')\nprint('after it')\n",
        "after it", "exit function", posix=True,
    ),
    _program(
        "tells its child to quit",
        """
        import subprocess, sys, time
        other = subprocess.Popen(
            [sys.executable, "-u", "other.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        other.stdout.readline()
        print("up", flush=True)
        try: time.sleep(60)
        finally:
            other.stdin.write(b"quit\\n"); other.stdin.flush()
            print(other.stdout.readline().decode().strip())
        """,
        "other closed",
        other="import time\nprint('ready')\ninput()\ntime.sleep(0.5)\nprint('other closed')\n",
    ),
    _program(
        "leaves a server that needs a moment",
        """
        import subprocess, sys, time
        subprocess.Popen([sys.executable, "-u", "other.py"])
        time.sleep(60)
        """,
        "other closed", posix=True,
        other="""
        import signal, sys, time
        def close(*_): time.sleep(0.6); print("other closed"); sys.exit()
        signal.signal(signal.SIGTERM, close)
        print("up")
        while True: time.sleep(60)
        """,
    ),
    _program(
        "leaves one that saves",
        """
        import subprocess, sys, time
        subprocess.Popen([sys.executable, "-u", "other.py"])
        time.sleep(60)
        """,
        "other saved", other=SAVES,
    ),
    _program(
        "waits for one that saves",
        """
        import subprocess, sys
        subprocess.Popen([sys.executable, "-u", "other.py"]).wait()
        """,
        "other saved", other=SAVES,
    ),
    _program(
        "workers that save",
        """
        import multiprocessing, time
        def work(number, all_are_up):
            try: all_are_up.wait(); time.sleep(60)
            except KeyboardInterrupt: print(f"part {number} saved", flush=True)
        if __name__ == "__main__":
            up = multiprocessing.Barrier(3)
            workers = [multiprocessing.Process(target=work, args=(n, up)) for n in (1, 2)]
            for each in workers: each.start()
            up.wait()
            print("up", flush=True)
            try:
                for each in workers: each.join()
            except KeyboardInterrupt:
                for each in workers: each.join()
            print("all saved")
        """,
        "part 1 saved", "part 2 saved", "all saved",
    ),
    _program(
        "waits for a child that takes no notice",
        """
        import subprocess, sys
        CHILD = "import signal, time; signal.signal(2, signal.SIG_IGN); time.sleep(1)"
        child = subprocess.Popen([sys.executable, "-c", CHILD])
        print("up", flush=True)
        try: child.wait()
        except KeyboardInterrupt: child.wait(); print("saved")
        """,
        "saved",
    ),
    _program(
        "an executor with jobs to come",
        AT_EXIT
        + """
import concurrent.futures, time
try:
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(time.sleep, 60) for _ in range(4)]
        print("up", flush=True)
        jobs[0].result()
finally: print("report written")
""",
        "report written", "exit function", short=False,
    ),
)  # fmt: skip
TOOLS = (
    _program(
        "a test with set-up",
        """
        import time, unittest
        class Test(unittest.TestCase):
            @classmethod
            def tearDownClass(cls): print("database dropped", flush=True)
            def setUp(self): self.addCleanup(print, "file removed", flush=True)
            def test_first(self): print("up", flush=True); time.sleep(60)
            def test_second(self): print("second begun", flush=True)
        """,
        "file removed", "database dropped",
        module="unittest", args=("main",), never=("second begun", "ERROR", "FAIL"),
    ),
    _program(
        "a breakpoint",
        AT_EXIT
        + "print('up', flush=True)\ntry:\n breakpoint()\n stops_here = 1\n"
        + "finally: print('closed', flush=True)\n",
        "closed", "exit function",
    ),
    _program(
        "in the debugger",
        AT_EXIT
        + "import time\nprint('up', flush=True)\ntry: time.sleep(60)\nfinally: print('closed')\n",
        "closed", "exit function", module="pdb", args=("-c", "continue", "main.py"),
    ),
    _program(
        "a prompt of its own",
        AT_EXIT
        + "import code\nprint('up', flush=True)\ntry: code.interact()\nfinally: print('closed')\n",
        "closed", "exit function", short=False,
    ),
    _program(
        "trio",
        """
        import trio
        async def main():
            print("up", flush=True)
            try: await trio.sleep(60)
            finally: print("nursery closed")
        trio.run(main)
        """,
        "nursery closed", needs="trio", short=False, never=("Traceback",),
    ),
)  # fmt: skip
PROGRAMS = (*ORDINARY, *SIGNALS, *CHILDREN, *TOOLS)
