"""Runs INSIDE the user's interpreter, which imports it before it opens the script.

Python 3.8 and newer, standard library only; what it imports beyond what every
interpreter has at start would be seen by the script, so it imports built-in
modules alone (`_signal`, not `signal`). It takes its own traces out, says hello on
the control pipe and blocks: the child is parked. On `go` it returns, and the
interpreter runs the script as it always does. From then on it reports what is
loaded and, when asked, ends the script the way Ctrl+C or sys.exit would.
Words and framing: child/wire.py. Runs in the main thread; on Windows, and on
POSIX once a GUI toolkit was imported, one thread waits for requests as well.
"""

import os
import sys

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_parts = {}


def _part(name):
    """The file `name`.py beside this one, executed once, as an object with its names. No script
    finds it in sys.modules; its bytecode is kept where that can be."""
    found = _parts.get(name)
    if found is None:
        path = os.path.join(_FOLDER, name + ".py")
        names = {"__name__": "sitecustomize." + name, "__file__": path, "part": _part}
        exec(type(__spec__.loader)(name, path).get_code(name), names)
        found = _parts[name] = type(sys.implementation)(**names)
    return found


def _remove_traces():
    """As if we had never been on the path; returns what the agent was told: its words, and where
    the script's children report (None: nowhere)."""
    words = os.environ.pop("RELOADER_AGENT").split(":")
    os.environ.pop("RELOADER_OPENED", None)
    original = os.environ.pop("RELOADER_PYTHONPATH", None)
    if original is None:
        os.environ.pop("PYTHONPATH", None)
    else:
        os.environ["PYTHONPATH"] = original
    for entry in [entry for entry in sys.path if os.path.abspath(entry) == _FOLDER]:
        sys.path.remove(entry)
    sys.path_importer_cache.pop(_FOLDER, None)
    os.environ["RUN_FLAG"] = "true"
    os.environ["RELOADER_PID"] = str(os.getpid())
    return words, os.environ.pop("RELOADER_CHILDREN", None)


def _use_utf8():
    """Whatever the locale; but the encoding that the user chose for the streams is kept."""
    if os.environ.get("PYTHONIOENCODING", "").partition(":")[0]:
        return
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def _run_displaced():
    """The sitecustomize that ours stands in front of, if there is one. Returns its error."""
    ours = sys.modules.pop("sitecustomize")
    try:
        import sitecustomize  # noqa: F401  (not this file: its folder is off the path)
    except BaseException as error:
        if not (isinstance(error, ImportError) and error.name == "sitecustomize"):
            return error
    finally:
        sys.modules.setdefault("sitecustomize", ours)
    return None


def _park():
    """Until the supervisor says `go`. Returns the displaced sitecustomize's error."""
    unreachable = _part("wire").Unreachable
    try:
        words, children = _remove_traces()
        on_windows = os.name == "nt"
        kind = _part("windows").WindowsChannel if on_windows else _part("posix").PosixChannel
        agent = _part("agent").Agent(kind(words), _FOLDER, children)
    except unreachable:  # the run has no agent then, and a run without one no standby
        return _run_displaced()
    _use_utf8()
    agent.ahead.sweep()
    agent.finder.place()
    error = _run_displaced()
    agent.park()
    agent.arm()
    return error


_error = None
if "RELOADER_AGENT" in os.environ:
    try:
        _error = _park()
    except BaseException:
        os._exit(3)  # whatever went wrong: the script must not run by accident
else:  # a program that an agentless script started: not supervised
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _FOLDER]
    _error = _run_displaced()
if _error is not None:
    raise _error  # site reports it, as without us
