"""Errors that end no script: in a thread, a task or a callback. Python prints them and goes on.

Told of when they are about to be printed, each place once. Nothing is put on the stack or in the
place of a hook: where Python asks its own classes for the method that prints, it is handed out,
and what is being handled is looked at. Where the user has a hook, the error is the hook's.
"""

import _thread
import sys

part = globals()["part"]  # see sitecustomize.py
causes, errors, values = map(part, ("causes", "errors", "values"))
_MOST = 50
_METHODS = {
    "threading": ("Thread", "_invoke_excepthook"),
    "tkinter": ("Misc", "_report_exception"),
    "asyncio.base_events": ("BaseEventLoop", "default_exception_handler"),
}


class Survived:
    def __init__(self, agent):
        self.agent = agent
        self.told = set()

    def watch(self, module):
        """Executed, and not yet seen by the script."""
        name = module.__name__
        owner, method = getattr(module, _METHODS[name][0]), _METHODS[name][1]
        if type(vars(owner).get(method)) in (_Asked, _AskedOfObject):
            return
        if name == "threading":
            setattr(owner, method, _AskedOfObject(method, _Threads(self, module)))
        elif name == "tkinter":
            setattr(owner, method, _Asked(vars(owner)[method], _Callbacks(self, module)))
        else:
            setattr(owner, method, _Asked(vars(owner)[method], _Tasks(self)))

    def on_unraisable(self, hook, told):
        """The audit event: of what is ours nothing is reported meanwhile."""
        if hook is sys.__unraisablehook__:
            self.report(told.exc_value)

    def tell(self, error):
        """Never in the script's way."""
        thread, reporting = _thread.get_ident(), self.agent.audit.reporting
        if thread in reporting:
            return
        try:
            reporting.add(thread)
            self.report(error)
        except Exception:
            pass
        finally:
            reporting.discard(thread)

    def report(self, error):
        if error is None or len(self.told) >= _MOST:
            return
        error = errors.only_one(error)
        kind = values.type_name(error)
        if type(error) in (SyntaxError, IndentationError, TabError) and error.filename:
            fields = errors.describe_syntax_error(error, "")
        else:
            file, line, _function = causes.place(error, self.agent.is_users)
            fields = kind, causes.message(error), file or _not_begun(error), str(line)
        if not fields[2] or fields[2:] in self.told:
            return
        facts = self.agent.describe_crash(error)
        if facts:
            self.told.add(fields[2:])
            self.agent.send("survived", facts, *fields)


def _not_begun(error):
    """The script's file, of a thread that could not call the script's function with its args; ''
    of all else in which nothing of the user's was running."""
    entry = causes.traceback_of(error)
    while entry is not None and entry.tb_next is not None:
        entry = entry.tb_next
    threads = sys.modules.get("threading")
    thread = values.names_in_module(threads).get("Thread") if type(threads) is type(sys) else None
    run = vars(thread).get("run") if type(thread) is type else None
    if entry is None or entry.tb_frame.f_code is not getattr(run, "__code__", None):
        return ""
    file = vars(sys.modules["__main__"]).get("__file__")
    return file if type(file) is str else ""


class _Asked:
    """A method that is found in its class as before; `look` sees for whom."""

    def __init__(self, method, look):
        self.method, self.look = method, look

    def __get__(self, owner, kind=None):
        if owner is not None:
            _look(self.look, owner)
        return self.method.__get__(owner, kind)


class _AskedOfObject:
    """One that each object has of its own."""

    def __init__(self, name, look):
        self.name, self.look = name, look

    def __get__(self, owner, kind=None):
        found = vars(owner).get(self.name) if owner is not None else None
        if found is None:
            raise AttributeError(f"{kind.__name__!r} object has no attribute {self.name!r}")
        _look(self.look, owner)
        return found

    def __set__(self, owner, value):
        vars(owner)[self.name] = value

    def __delete__(self, owner):
        try:
            del vars(owner)[self.name]
        except KeyError:
            raise AttributeError(self.name) from None


def _look(look, owner):
    try:
        look(owner, sys._getframe(2))
    except Exception:
        pass


class _Threads:
    def __init__(self, survived, module):
        self.survived, self.module = survived, module

    def __call__(self, _thread_object, frame):
        if frame.f_globals is vars(self.module) and self.module.excepthook is _thread._excepthook:
            self.survived.tell(sys.exc_info()[1])


class _Callbacks:
    def __init__(self, survived, module):
        self.survived, self.module = survived, module
        self.plain = module.Tk.report_callback_exception

    def __call__(self, widget, frame):
        if frame.f_globals is not vars(self.module):
            return
        report = widget._root().report_callback_exception
        if getattr(report, "__func__", None) is self.plain:
            self.survived.tell(sys.exc_info()[1])


class _Tasks:
    """Also where the user's handler leaves it to this one."""

    def __init__(self, survived):
        self.survived = survived

    def __call__(self, _loop, frame):
        context = frame.f_locals.get("context")
        if type(context) is dict:
            self.survived.tell(context.get("exception"))
