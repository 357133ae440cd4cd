"""Warnings of what is imported ahead: heard in a parked child, issued when the script imports it.

Then they meet the filters of then, at the place where a real import would have warned.
"""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
_OURS = os.path.dirname(__file__)
_PARKED = "can_import"  # the function of standby.py that imports


def filters():
    return sys.modules.get("warnings", sys.modules["_warnings"]).filters


def is_error(text, category, module, line):
    """Do the filters turn such a warning into an error?"""
    for action, message, kind, of, at in filters():
        if (
            _matches(message, text)
            and issubclass(category, kind)
            and _matches(of, module)
            and at in (0, line)
        ):
            return action == "error"
    return False


def _matches(pattern, text):
    if pattern is None or isinstance(pattern, str):
        return pattern in (None, text)
    return bool(pattern.match(text))


def _is_internal(frame):
    """Of the import system, or ours: no warning points there."""
    file = frame.f_code.co_filename
    return ("importlib" in file and "_bootstrap" in file) or file.startswith(_OURS)


def _outwards(frame, levels):
    """The frame so many levels above, and how many were too many."""
    while levels > 0 and frame is not None:
        frame = frame.f_back
        while frame is not None and _is_internal(frame):
            if frame.f_code.co_name == _PARKED:
                return None, levels
            frame = frame.f_back
        levels -= 1
    return frame, levels + (frame is None)


class Warned:
    """`note(function, *args)` takes the step that is due when the script imports the module."""

    def __init__(self):
        self.note = None
        self.refuse = None
        self.text = self.module = None
        self.is_hearing = False
        self.outermost = filters()

    def begin(self, note, refuse):
        self.note, self.refuse = note, refuse
        self.outermost = filters()
        spy = _Spy(self)
        self.spy = ("ignore", spy, _Kind("Warning", (Warning,), {"spy": spy}), spy, 0)
        self.outermost.insert(0, self.spy)

    def end(self):
        self.outermost.remove(self.spy)
        self.note = self.refuse = None

    def hear(self, warn):
        """What stands in for warnings.warn meanwhile."""

        def hearing(message, category=None, stacklevel=1, source=None, **keywords):
            if self.note is None:  # somebody has kept this
                return warn(message, category, stacklevel + 1, source, **keywords)
            kind = message.__class__ if isinstance(message, Warning) else category or UserWarning
            frame, beyond = _outwards(sys._getframe(1), stacklevel - 1)
            if keywords or filters() is not self.outermost or self.is_fatal(message, kind, frame):
                # Somebody hears it who has asked to; else no filter is asked about what the
                # importer has suppressed, as aifc does with chunk.
                self.refuse()
                self.is_hearing = True
                try:
                    return warn(message, category, stacklevel + 1, source, **keywords)
                finally:
                    self.is_hearing = False
            if frame is None:
                self.note(_warn_importer, message, kind, beyond, source)
            else:
                self.note_at(frame, message, kind, source)
            return None

        return hearing

    @staticmethod
    def is_fatal(message, kind, frame):
        if frame is None:
            return is_error(str(message), kind, "__main__", 0)
        return is_error(str(message), kind, frame.f_globals.get("__name__"), frame.f_lineno)

    def note_at(self, frame, message, kind, source=None):
        place = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
        self.note(_warn_at, message, kind, *place, source)

    def heard(self, kind, frame):
        """Somebody else than warnings.warn() has asked the filters: something compiled."""
        if self.is_hearing:
            return
        if filters() is self.outermost and frame.f_globals.get("__name__") == self.module:
            self.note_at(frame, self.text, kind)
        else:
            self.refuse()


class _Spy:
    """The text, and the module, in a warnings filter."""

    def __init__(self, warned):
        self.warned = warned

    def match(self, text):
        self.warned.text, self.warned.module = self.warned.module, text
        return True


class _Kind(type):
    """The category in a warnings filter: is asked about each warning, and matches none."""

    def __subclasscheck__(cls, kind):
        if isinstance(kind, type):
            cls.spy.warned.heard(kind, sys._getframe(1))
        return False


def _warn_at(message, kind, own, file, line, source):
    registry = own.setdefault("__warningregistry__", {})
    module = own.get("__name__") or "<string>"
    warn = sys.modules["_warnings"].warn_explicit
    warn(message, kind, file, line, module, registry, None, source)


def _warn_importer(message, kind, levels, source):
    frame, _ = _outwards(sys._getframe(0), levels)
    if frame is None:
        frame = sys._getframe(0)
        while frame.f_back is not None:
            frame = frame.f_back
    _warn_at(message, kind, frame.f_globals, frame.f_code.co_filename, frame.f_lineno, source)


def raises(step):
    """Would this step, one of those above, raise the warning as an error by now?"""
    function, args = step
    if function is _warn_at:
        message, kind, own, _, line = args[:5]
        return is_error(str(message), kind, own.get("__name__"), line)
    return function is _warn_importer and is_error(str(args[0]), args[1], "__main__", 0)
