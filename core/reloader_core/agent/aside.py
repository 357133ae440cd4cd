"""What was imported ahead of time is set aside from the garbage collector: the end is shorter.

Executed by the agent beside it (which keeps it out of sys.modules) in a parked child; Python 3.8
and newer, standard library only. Knows nothing of the control pipe.

At its end an interpreter searches all objects for garbage, several times: with 25 modules of the
standard library that is two thirds of the end, and a third of a restart. gc.freeze() spares it
those modules. Nobody may notice: an object of the script's that only the garbage collector can
free, and that hangs on what was set aside (a logger, a class of the standard library), would not
be finalized any more. So if any object of the script's could tell, all is given back at the end,
which then takes as long as ever.
"""

import sys
from _weakref import ref  # built in, as all that the agent imports

_loaded = "gc" in sys.modules
import gc  # noqa: E402

if not _loaded:
    del sys.modules["gc"]  # a plain interpreter has not imported it

_MOST_OBJECTS = 20000  # looking at more takes longer than it saves
_COMPILED = (".so", ".pyd")
# The collector need not know what these make, which is to be closed: databases, and Tcl.
_CLOSED_BY_C = ("_dbm", "_gdbm", "_msi", "_tkinter")


class Aside:
    """`library`: see rules.py."""

    def __init__(self, library):
        self.library = library

    def freeze(self):
        """What exists now is searched for garbage no more."""
        if hasattr(gc, "freeze") and not self.has_compiled_types():  # PyPy has none
            if not self.others_could_tell(gc.get_objects()):
                self.freeze_all()

    @staticmethod
    def freeze_all():
        if hasattr(gc, "freeze"):
            gc.freeze()

    @staticmethod
    def unfreeze():
        if hasattr(gc, "unfreeze"):
            gc.unfreeze()

    def gives_back(self):
        """The exit functions have run; what follows is Python's own end. Is it the usual one?"""
        try:
            could_tell = self.could_tell(gc.get_objects())
        except BaseException:  # a metaclass may have its own idea of attributes
            could_tell = True
        if could_tell:
            self.flush(gc.get_objects())
            self.unfreeze()
        return could_tell

    @staticmethod
    def flush(objects):
        """Have the script's files written: one that hangs on a class of the standard library goes
        with it, which may be never if something compiled, and imported ahead, knows that class."""
        io = sys.modules["io"]
        kinds = io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom  # text flushes into those
        files = [each for each in objects if type(each) in kinds]
        for file in sorted(files, key=lambda each: kinds.index(type(each))):
            try:
                file.flush()
            except Exception:  # it says so itself when it is closed
                pass

    def could_tell(self, objects):
        """Could one of these tell whether it is finalized? Those set aside are not among them."""
        if len(objects) > _MOST_OBJECTS or self.has_compiled_types():
            return True
        kinds = set(map(type, objects))
        files = kinds & self.file_kinds()
        if any(self.has_finalizer(base) for kind in kinds - files for base in kind.__mro__):
            return True  # generators and sockets have one, too
        if not all(each.closed for each in objects if type(each) in files):
            return True
        classes = {kind for kind in kinds if issubclass(kind, type)}
        if any(self.has_finalizer(each) for each in objects if type(each) in classes):
            return True  # its objects need not be among those that the collector knows
        references = {kind for kind in kinds if issubclass(kind, ref)}
        return any(self.calls_back(each) for each in objects if type(each) in references)

    @staticmethod
    def needs_closing():
        return any(name in sys.modules for name in _CLOSED_BY_C)

    def others_could_tell(self, objects):
        """What is loaded by .pth files or imported ahead may have made objects already that do
        something when they are finalized."""
        for kind in set(map(type, objects)):
            for base in kind.__mro__:
                code = getattr(vars(base).get("__del__"), "__code__", None)
                if code is not None and code.co_filename[:1] != "<":  # frozen into Python
                    if not self.library.has(code.co_filename):
                        return True
        return False

    def has_compiled_types(self):
        """What they do when they are freed cannot be seen. The standard library's do no harm."""
        for module in list(sys.modules.values()):
            if type(module) is type(sys):  # a lazy one would be loaded by the question
                file = module.__dict__.get("__file__")
                compiled = isinstance(file, str) and file.endswith(_COMPILED)
                if compiled and not self.library.has(file):
                    return True
        return False

    @staticmethod
    def file_kinds():
        """Of what open() returns."""
        io = sys.modules["io"]
        buffered = {io.BufferedReader, io.BufferedWriter, io.BufferedRandom}
        return {io.FileIO, io.TextIOWrapper} | buffered

    @staticmethod
    def has_finalizer(kind):
        return "__del__" in vars(kind)

    def calls_back(self, reference):
        """When what it refers to goes, code runs that is not the standard library's own."""
        callback = reference.__callback__
        if callback is None:
            return False
        if type(callback) is type(len):  # print(), or a method of some container
            return type(callback.__self__) is type(sys)
        module = sys.modules.get(callback.__module__)
        return module is None or not self.library.has(module.__file__)
