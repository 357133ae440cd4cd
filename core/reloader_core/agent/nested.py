"""Has the script a reloader of its own at work, and which one?

The proof is on the stack: a function that runs only while that reloader does is there when the
script starts or ends a process (or does what comes just before that and raises an audit event).
Nothing is imported, wrapped or waited for, and what a framework has in store, or says in the
environment, is no proof: with its reloader off nothing of all this runs. Reloaders that replace
their own process (Tornado's, by exec) are not here: the supervisor is done before they look.
Runs in the audit hook, in whichever thread raises the event.
"""

import sys

# What starts, ends or feeds a process (multiprocessing's spawn says so only by opening the pipe
# to it, by its number), and what comes before some of that.
EVENTS = {
    "subprocess.Popen", "os.posix_spawn", "os.spawn", "os.fork", "_winapi.CreateProcess",
    "os.kill", "os.putenv", "socket.bind", "open",
}  # fmt: skip

# How its user turns it off: an option more, or one less. IN_PLACE: one more as well; meanwhile it
# runs what was saved in its own process, which nobody sees.
_WITH, _WITHOUT, _IN_PLACE = "WITH", "WITHOUT", "IN_PLACE"

_WERKZEUG = {("werkzeug._reloader", "restart_with_reloader")}
_DJANGO = {("django.utils.autoreload", "restart_with_reloader")}
_UVICORN = {("uvicorn.supervisors.basereload", "run")}
_HYPERCORN = {("hypercorn.run", "run")}
_GRANIAN = {("granian.server.common", "_serve_with_reloader")}
_GUNICORN = {("gunicorn.arbiter", "spawn_worker")}
_SANIC = {("sanic.mixins.startup", "serve")}
_BOTTLE = {("bottle", "run")}
_STREAMLIT = {("streamlit.web.bootstrap", "run")}
_HUPPER = {("hupper.reloader", "run"), ("hupper.reloader", "run_once")}
_WATCHFILES = {("watchfiles.run", "start_process"), ("watchfiles.run", "stop")}
_WATCHMEDO = {("watchdog.tricks", "_start_process"), ("watchdog.tricks", "_stop_process")}
# Its name, how it is turned off and by what, and functions (module, name) that are on the stack:
# one of these, which run only while it is at work, and the one through which it was asked for.
_KINDS = (
    ("Dash", _WITH, "use_reloader=False", _WERKZEUG, ("dash.dash", "run")),
    ("Flask", _WITH, "--no-reload", _WERKZEUG, ("flask.cli", "run_command")),
    ("Flask", _WITH, "use_reloader=False", _WERKZEUG, ("flask.app", "run")),
    ("Werkzeug", _WITH, "use_reloader=False", _WERKZEUG, None),
    ("Django", _WITH, "--noreload", _DJANGO, None),
    ("FastAPI", _WITH, "--no-reload", _UVICORN, ("fastapi_cli.cli", "_run")),
    ("NiceGUI", _WITH, "reload=False", _UVICORN, ("nicegui.ui_run", "run")),
    ("Uvicorn", _WITHOUT, "--reload", _UVICORN, ("uvicorn.main", "main")),
    ("Uvicorn", _WITH, "reload=False", _UVICORN, None),
    ("Hypercorn", _WITHOUT, "--reload", _HYPERCORN, None),
    ("Granian", _WITHOUT, "--reload", _GRANIAN, None),
    ("Gunicorn", _WITHOUT, "--reload", _GUNICORN, None),
    ("Sanic", _WITH, "auto_reload=False", _SANIC, None),
    ("Bottle", _WITHOUT, "--reload", _BOTTLE, ("bottle", "_main")),
    ("Bottle", _WITH, "reloader=False", _BOTTLE, None),
    ("Streamlit", _IN_PLACE, "--server.fileWatcherType=none", _STREAMLIT, None),
    ("hupper", _WITHOUT, "hupper", _HUPPER, None),
    ("watchfiles", _WITHOUT, "watchfiles", _WATCHFILES, None),
    ("watchmedo", _WITHOUT, "watchmedo", _WATCHMEDO, None),
)
# Of those that run without it as well: is it at work in this frame?
_IF = {
    ("hypercorn.run", "run"): lambda frame: frame.f_locals["config"].use_reloader,
    ("gunicorn.arbiter", "spawn_worker"): lambda frame: frame.f_locals["self"].cfg.reload,
    ("sanic.mixins.startup", "serve"): lambda frame: "reloader" in frame.f_locals,
    ("bottle", "run"): lambda frame: frame.f_locals["reloader"],
    ("streamlit.web.bootstrap", "run"): lambda frame: (
        frame.f_globals["config"].get_option("server.fileWatcherType") != "none"
    ),
}
_MODULES = {module for row in _KINDS for module, _function in row[3]}


class Nested:
    def __init__(self, agent):
        self.agent = agent

    def look(self, event, args):
        """One of EVENTS: report it if a reloader of the script's raises it."""
        if event == "open" and not isinstance(args[0], int):
            return
        if not any(module in sys.modules for module in _MODULES):
            return
        try:
            kind = self.find(sys._getframe())
            if kind is not None:
                self.agent.send("nested", *kind)
        except Exception:  # never in the script's way
            pass

    @staticmethod
    def find(frame):
        """Its name, how it is turned off and by what; None: there is none on this stack."""
        frames = {}
        while frame is not None:
            names = frame.f_globals
            spec = names.get("__spec__") if names.get("__name__") == "__main__" else None
            module = getattr(spec, "name", names.get("__name__"))  # it may be started by -m
            frames.setdefault((module, frame.f_code.co_name), frame)
            frame = frame.f_back
        for name, off, option, works, asked in _KINDS:
            found = works & frames.keys()
            if found and (asked is None or asked in frames):
                place = found.pop()
                if place not in _IF or _IF[place](frames[place]):
                    return name, off, option
        return None
