"""Where the main thread is, by its stack: what a request finds there decides how it is answered.

Looks only; runs in the main thread, in the bell's audit hook.
"""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
_CALLBACKS = {
    "_weakrefset.py": ("_remove",),
    "weakref.py": ("remove", "__call__"),
    "<frozen importlib._bootstrap>": ("cb",),
}
_FINDING = (
    "runpy", "pkgutil", "zipimport", "importlib", "_frozen_importlib",
    "_frozen_importlib_external",
)  # fmt: skip
# A stack of nothing but our hook: either the script is not reached yet, or all is over.
_LAST_EVENTS = (
    "sys.excepthook", "sys.unraisablehook", "cpython._PySys_ClearAuditHooks",
    "cpython.PyInterpreterState_Clear",
)  # fmt: skip
_CHILD_WAITS = {"subprocess": ("_wait", "_try_wait", "_communicate", "communicate", "wait")}
_WORKER_WAITS = {
    "multiprocessing.popen_fork": ("poll", "wait"),
    "multiprocessing.popen_spawn_win32": ("poll", "wait"),
}
_WAITS = {
    "network": {
        "socket": ("accept", "readinto", "create_connection", "getaddrinfo"),
        "ssl": ("read", "do_handshake", "recv", "recv_into"),
    },
    "program": {**_CHILD_WAITS, **_WORKER_WAITS},
    "thread": {
        "threading": ("wait", "join", "_join", "_wait_for_tstate_lock", "acquire"),
        "queue": ("get", "put", "join"),
    },
}
_EXECUTORS = ("concurrent.futures.thread", "concurrent.futures.process")
_MOST_ERRORS = 100
_MOST_FRAMES = 8
_REPL = {"code": ("interact",)}


def frames_from(frame):
    """This one and those that called it; then, with gevent, those of the main greenlet, in which
    the script waits."""
    frames, greenlet = [], sys.modules.get("greenlet")
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
        if frame is None and hasattr(greenlet, "getcurrent"):
            current = greenlet.getcurrent()
            while current.parent is not None:
                current = current.parent
            greenlet, frame = None, current.gr_frame
    return frames


def in_script(frames):
    """Is the script itself among them? Not before it, and not in exit functions."""
    return any(
        frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") == "__main__"
        for frame in frames
    )


def waits_for(frames):
    """'child', 'worker' (of multiprocessing) or '': for whose end they wait."""
    if calls(frames, _CHILD_WAITS):
        return "child"
    return "worker" if calls(frames, _WORKER_WAITS) else ""


def waits_in(frames):
    """'network', 'program', 'thread' or '': for what these wait, all of them of libraries."""
    for kind, functions in _WAITS.items():
        if calls(frames, functions):
            return kind
    return ""


def call_in(frame):
    """Where the call stands that it is in: its first and last line, the bytes of them before it and
    up to its end, as text. () if that is not known (before Python 3.11)."""
    spans = getattr(frame.f_code, "co_positions", tuple)()
    for at, span in enumerate(spans):
        if 2 * at == frame.f_lasti:
            return () if None in span else tuple(map(str, span))
    return ()


def calls(frames, functions):
    """Is one of these running? Names of functions by module."""
    for frame in frames:
        names = functions.get(frame.f_globals.get("__name__"))
        if names is not None and frame.f_code.co_name in names:
            return True
    return False


class Stack:
    """The main thread's frames, the innermost first, and what they tell."""

    def __init__(self, agent):
        self.agent = agent
        rung, frame, event = [], sys._getframe(1), part("bell").EVENT
        while frame is not None:
            if agent.audit.is_hook(frame) and frame.f_locals["event"] == event:
                rung.append(frame)
            frame = frame.f_back
        self.frames = frames_from(rung[-1].f_back)
        self.in_bell = len(rung) > 1  # it rang while one before was answered

    def place(self):
        """What is the same when the script is where it was."""
        return [(frame.f_code, frame.f_lineno) for frame in self.frames]

    def lines(self):
        """Where each frame is. No frame is held, which would hold what is the script's."""
        return {id(frame): (frame.f_code, frame.f_lineno) for frame in self.frames}

    # -- is anybody there to be asked?

    def in_script(self):
        return in_script(self.frames)

    def would_be_swallowed(self):
        """Is this a finalizer or a weak reference's callback, out of which no exception gets?"""
        for frame in self.frames:
            name, file = frame.f_code.co_name, os.path.basename(frame.f_code.co_filename)
            if name == "__del__" or file in _CALLBACKS and name in _CALLBACKS[file]:
                return True
        return False

    def in_agent(self):
        """Code of ours, which would be seen in the traceback; the script's is soon back."""
        frame = self.frames[0] if self.frames else None
        ours = frame is not None and self.agent.is_ours(frame.f_code.co_filename)
        return ours and not self.in_system()

    def in_system(self):
        """A command has just ended that os.system() has waited for."""
        return bool(self.frames) and self.agent.opened.is_system(self.frames[0])

    def in_exit_function(self):
        """Main has ended, and it is not only waited for its threads."""
        module, function = "", ""
        for frame in self.frames:
            if self.agent.audit.is_hook(frame):
                module, function = "", frame.f_locals["event"]  # what it calls does not count
            elif not self.agent.is_ours(frame.f_code.co_filename):
                module, function = str(frame.f_globals.get("__name__")), frame.f_code.co_name
        if not self.agent.audit.begun:
            return False
        if module == "":
            return function == "" or function in _LAST_EVENTS
        waits_for_threads = module == "threading" and function == "_shutdown"
        return not waits_for_threads and module.partition(".")[0] not in _FINDING

    # -- what would become of a KeyboardInterrupt?

    def debugger(self):
        """The debugger that runs the script (python -m pdb), if one does."""
        bdb = sys.modules.get("bdb")
        for frame in self.frames if hasattr(bdb, "Bdb") else ():
            if frame.f_globals is vars(bdb) and frame.f_code.co_name in ("run", "runctx"):
                return frame.f_locals.get("self")
        return None

    def at_prompt(self):
        """Of a debugger, or of an interpreter in the script: both go on after Ctrl+C."""
        bdb = sys.modules.get("bdb")
        if hasattr(bdb, "Bdb"):
            for frame in self.frames:
                if frame.f_code.co_name in ("interaction", "_cmdloop", "cmdloop"):
                    if isinstance(frame.f_locals.get("self"), bdb.Bdb):
                        return True
        return calls(self.frames, _REPL)

    def in_callback(self):
        """Tk reports what is raised in one, and goes on; gevent prints it."""
        return calls(self.frames, {"tkinter": ("__call__",)}) or "gevent" in sys.modules

    def test_result(self):
        """unittest's, if it runs a test: it ends without what tidies up if it is interrupted."""
        case = sys.modules.get("unittest.case")
        for frame in self.frames if hasattr(case, "TestCase") else ():
            if frame.f_globals is vars(case) and frame.f_code.co_name == "run":
                if isinstance(frame.f_locals.get("self"), case.TestCase):
                    return frame.f_locals.get("result")
        return None

    def expects_interrupt(self):
        """Does code of the user's around this name KeyboardInterrupt?"""
        return self.names("KeyboardInterrupt", self.frames)

    def names(self, name, frames):
        return any(name in frame.f_code.co_names and self.is_users(frame) for frame in frames)

    # -- what has become of one?

    @staticmethod
    def handled_end():
        """What asks it to end, or what came of that, if it is being handled right now."""
        error, looked = sys.exc_info()[1], 0
        while error is not None and looked < _MOST_ERRORS:
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                return error
            if type(error).__name__ in ("BdbQuit", "SkipTest"):
                return error
            error, looked = error.__context__, looked + 1
        return None

    def remaining(self, asked, handled=None, frames=None):
        """The frames of the user's code that were there when it was asked (see lines()), the
        innermost first; while that is handled, the one that caught it: file, function, line of
        then, line of now. `frames`: of a task, else the main thread's."""
        traceback = getattr(handled, "__traceback__", None)
        if traceback is not None:
            frame = traceback.tb_frame
            asked = {id(frame): (frame.f_code, traceback.tb_lineno)}
        fields = []
        for frame in self.frames if frames is None else frames:
            code, line = asked.get(id(frame), (None, 0))
            if code is frame.f_code and self.is_users(frame):
                path = os.path.abspath(code.co_filename)
                fields += [path, code.co_name, str(line), str(frame.f_lineno)]
        return fields[: 4 * _MOST_FRAMES]

    def is_users(self, frame):
        return not os.path.abspath(frame.f_code.co_filename).startswith(self.agent.not_users)

    def joins_executor(self):
        """A `with` of concurrent.futures ends: it waits for all jobs, also those not begun."""
        return any(
            frame.f_code.co_name == "shutdown" and frame.f_globals.get("__name__") in _EXECUTORS
            for frame in self.frames
        )

    def waits_for(self):
        return waits_for(self.frames)
