"""The bell: a signal handler that raises in the script as C code does.

No frame of ours is in a traceback, and none of our calls in a profile or a debugger's way: the
handler is made of C functions alone, and what decides is called by an audit event, whose hooks
Python hides from both. POSIX rings it by a signal, Windows by SIGINT (see windows.py).
"""

import sys
from _codecs import lookup_error
from _signal import default_int_handler
from sys import exit as raise_system_exit  # the script may have another one by then

_loaded = "_functools" in sys.modules
from _functools import partial  # noqa: E402

if not _loaded:  # a plain interpreter has it nowhere, so the script sees it nowhere
    del sys.modules["_functools"]
EVENT = "reloader.bell"
EXIT_CODE = 3
_KEPT = 32  # more than handlers can be nested


class _Key:
    """What max() compares where nothing is to be raised: with anything, and by C code."""

    __gt__ = callable


class Bell:
    """`decide` returns what to raise in the main thread: KeyboardInterrupt or SystemExit (the
    classes: who held the object would hold the script's frames), another exception, or None.

    The handler is max() of two items by a key function. The key of the first one is our audit
    event; in its hook `rung` decides, and what it decided is the key function from then on. A
    handler may be called again while it runs, so the item tells whose key function it is.
    """

    def __init__(self, decide):
        self.decide = decide
        self.no_error = (getattr, (type(sys.implementation)(key=_Key()), "key"), {}, None)
        self.interrupt = (default_int_handler, (2,), {}, None)
        self.exit = (raise_system_exit, (), {}, None)
        self.throw = lookup_error("strict")  # raises the exception that it is given
        self.kept = []  # what C code may still be about to use

    def call(self):
        """What to call as the handler, once: the function, its arguments, its keywords."""
        item = type(sys.implementation)(key=partial(sys.audit, EVENT))
        self.keep(item)
        return max, (item, EXIT_CODE), {"key": item.key}

    def rung(self, item, renew):
        """In the audit hook, of this item. `renew` puts the next call() in place."""
        renew()
        error = None
        try:
            error = self.decide()
        except Exception:  # no error of ours may ever reach the script
            pass
        item.key.__setstate__(self.raising(error))

    def raising(self, error):
        """The key function's state."""
        if error is None:
            return self.no_error
        if error is KeyboardInterrupt:
            return self.interrupt
        if error is SystemExit:
            return self.exit  # with the second item as its code
        throw = iter(partial(self.throw, error), None)
        self.keep(throw)
        return next, (throw,), {}, None

    def forget(self):
        """All is over: what C code was about to use, it has used."""
        self.kept = []

    def keep(self, *things):
        self.kept = [*self.kept[-_KEPT:], things]
