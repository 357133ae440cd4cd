"""What the script does, by Python's audit events: executes, writes, starts, asks.

The hook is called in every thread, for each event of the interpreter's: it has to be quick to
say no, and what it does itself must not be reported.
"""

import _thread
import os
import stat
import sys
import time

part = globals()["part"]  # see sitecustomize.py
bell, ending, nested, stack = map(part, ("bell", "ending", "nested", "stack"))
_WROTE_AGAIN_S = 0.2  # one file is reported no more often; the supervisor remembers for longer
_MAX_WROTE = 1000  # files a second
_MAX_QUESTIONS = 2000  # a person answers fewer; a file on stdin may answer millions
_READING = {"r", "rb"}  # modes of open()
_REPLACES = {"os.rename", "os.symlink"}  # also a folder, with all that is in it
# What is looked at: some events (id(), sys._getframe()) come by the thousand.
_STARTS = {
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty",
    "os.spawn", "_winapi.CreateProcess",
}  # fmt: skip
# What else changes a file than open(), and which argument is its name.
_WRITES = {
    "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.truncate": 0, "os.utime": 0,
    "shutil.copyfile": 1, "_winapi.CopyFile2": 1, "sqlite3.connect": 0,
}  # fmt: skip
_IN_MEMORY = (":memory:", b":memory:")  # a database that is gone with its connection
_BEGINS = {"cpython.run_file", "cpython.run_module"}
_EVENTS = {"exec", "open", "sys.excepthook", "sys.unraisablehook"} | _BEGINS
_EVENTS |= nested.EVENTS | {bell.EVENT}
_EVENTS |= _STARTS | set(_WRITES) | {"builtins.input", "os.chdir", "ctypes.dlopen"}
_ENVIRONMENT = {"os.putenv", "os.unsetenv"}
_EVENTS |= {"sys.addaudithook"} | _ENVIRONMENT


def _is_folder(path):
    """Itself: a link to one can be replaced, and leads to other files then."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


class Audit:
    """Turns events into reports, and knows by them how far the script has got."""

    def __init__(self, agent):
        self.agent = agent
        self.wrote = {}  # as the script named it: when that was reported
        self.wrote_since = 0.0
        self.reads = None
        self.nested = nested.Nested(agent)
        self.questions = 0
        self.starts_processes = False
        self.reporting = set()  # the threads that are in on_event
        self.hook_code = None
        self.compiling = False
        self.begun = False
        self.has_database = False
        self.error = None
        self.crash = ""

    def hook(self):
        """Quick to say no: copy.deepcopy() alone raises an event for each object."""
        events, opened, is_nothing = _EVENTS, self.agent.opened, self.is_nothing

        def audited(event, args):
            if opened.marking or event in events and not is_nothing(event, args):
                self.on_event(event, args)

        self.hook_code = audited.__code__
        return audited

    def is_nothing(self, event, args):
        """What an import comes by again and again. (The script may raise events without arguments,
        or with others.)"""
        try:
            if event == "exec":
                name = args[0].co_filename  # <string>: a dataclass, a named tuple
                return self.begun and (name in self.agent.loads.reported or name[:1] == "<")
            is_reading = event == "open" and self.reads is None and args[1] in _READING
            return is_reading and type(args[0]) is str
        except Exception:
            return False

    def on_event(self, event, args):
        """sys.addaudithook: what is executed, written, started."""
        if event == bell.EVENT:
            self.agent.channel.on_bell(self.agent, args[0])
            return
        thread = _thread.get_ident()
        if thread in self.reporting:
            return
        try:
            self.reporting.add(thread)
            if event in nested.EVENTS:
                self.nested.look(event, args)
            if event == "exec":
                self.begun = self.begun or self.compiling
                self.agent.loads.report(args[0].co_filename)
            elif event == "open":
                self.on_open(*args[:3])
            elif event in _WRITES:
                if event == "sqlite3.connect" and args[0] not in _IN_MEMORY:
                    self.has_database = True
                self.report_wrote(args[_WRITES[event]], event in _REPLACES)
            elif event == "os.chdir":
                self.wrote.clear()  # the same name is another file from here on
                if self.reads is not None:
                    self.reads.seen.clear()
            elif event in _ENVIRONMENT:
                self.agent.loads.surroundings.on_change(event, args, sys._getframe(2))
            elif event == "sys.addaudithook":
                self.agent.on_audited()
            elif event == "ctypes.dlopen":
                self.agent.loads.report_library(args[0])
            elif event == "builtins.input" and self.questions < _MAX_QUESTIONS:
                self.questions += 1
                self.agent.send("asks")
            elif event in _STARTS:
                self.report_starts()
                self.agent.on_start(event, args)
            elif event == "sys.excepthook":
                if thread == self.agent.main_thread:
                    self.on_uncaught(*args[:3])
            elif event == "sys.unraisablehook":
                self.agent.of_survived().on_unraisable(*args[:2])
            elif event in _BEGINS:
                self.on_begin(event)
            if self.agent.opened.marking and event not in _STARTS:
                self.agent.opened.unmark()
        except ending.Silenced:
            raise
        except Exception:  # never in the script's way
            pass
        finally:
            self.reporting.discard(thread)

    def on_begin(self, event):
        if event == "cpython.run_file":
            self.compiling = True  # what is executed next is the script
        else:
            self.begun = True  # runpy's frames are on the stack until the script's is
        self.agent.say_armed()

    def on_uncaught(self, hook, kind, error):
        if not stack.in_script(stack.frames_from(sys._getframe())):
            self.error = error  # what ends the script, and not a slot's or a test's
            self.crash = self.agent.describe_crash(error)
        self.agent.ending.on_uncaught(hook, error)

    def is_hook(self, frame):
        return frame.f_code is self.hook_code

    def on_open(self, path, mode, flags):
        writes = isinstance(mode, str) and (set(mode) & set("wax+"))
        if not writes and isinstance(flags, int):
            writes = mode is None and flags & (os.O_WRONLY | os.O_RDWR)
        if writes:
            self.report_wrote(path)
        elif self.reads is not None:
            self.reads.report(path)

    def report_starts(self):
        """Once: what a process of its own writes is not seen by these events."""
        if not self.starts_processes:
            self.starts_processes = True
            self.agent.send("starts")

    def report_wrote(self, path, replaced=False, clock=time.monotonic):  # a test may freeze it
        """`path` is about to be written, or another put in its place. The event comes before the
        write, so that the report is on its way before anybody can notice the change. Whoever
        writes in a loop pays for a look into a dictionary."""
        now = clock()
        if isinstance(path, int) or now - self.wrote.get(path, -1.0) < _WROTE_AGAIN_S:
            return
        if now - self.wrote_since > 1.0:
            self.wrote.clear()
            self.wrote_since = now
        elif len(self.wrote) >= _MAX_WROTE and not os.fsdecode(path).endswith(".py"):
            return  # it unpacks an archive, say
        self.wrote[path] = now
        path = os.path.abspath(os.fsdecode(path))
        # .pyc: the import system's own, under a passing name at first. A folder that is there
        # gets something put into it, or a time: what it holds stays as it is.
        if ".pyc" not in path and not _is_folder(path):
            self.agent.send("replaced" if replaced else "wrote", path)
