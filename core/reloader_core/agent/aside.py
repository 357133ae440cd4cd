"""What was imported ahead of time is set aside from the garbage collector: the end is shorter.

Executed by the agent beside it (which keeps it out of sys.modules) in a parked child; Python 3.8
and newer, standard library only. Knows nothing of the control pipe.

At its end an interpreter searches all objects for garbage, several times: with 25 modules of the
standard library that is two thirds of the end, and a third of a restart. gc.freeze() spares it
those modules; at the end of a run that is to be replaced, all that there is then. Nobody may
notice: an object that only the garbage collector can free would not be finalized any more. So if
any could tell (see witnesses.py), all is given back at the end, which then takes as long as ever.
"""

import sys

_loaded = "gc" in sys.modules
import gc  # noqa: E402

if not _loaded:
    del sys.modules["gc"]  # a plain interpreter has not imported it

part = globals()["part"]  # see sitecustomize.py
witnesses = part("witnesses")


class Aside:
    """`library`: see rules.py."""

    def __init__(self, library):
        self.library = library

    def freeze(self):
        """What exists now is searched for garbage no more. For a parked child."""
        if hasattr(gc, "freeze") and not witnesses.are_parked(self.library, gc.get_objects()):
            gc.freeze()  # PyPy has none

    @staticmethod
    def freeze_all():
        """Whatever there is. For a script that has ended, see could_tell()."""
        gc.freeze()

    @staticmethod
    def unfreeze():
        if hasattr(gc, "unfreeze"):
            gc.unfreeze()

    def could_tell(self):
        """The exit functions have run; what follows is Python's own end. Could anybody tell whether
        what the collector knows is finalized? What was set aside is not asked."""
        try:
            return not hasattr(gc, "freeze") or witnesses.could_tell(self.library, gc.get_objects())
        except BaseException:  # a metaclass may have its own idea of attributes
            return True

    def give_back(self):
        self.flush(gc.get_objects())
        self.unfreeze()

    @staticmethod
    def flush(objects):
        """Have the script's files written: one that hangs on a class of the standard library goes
        with it, which may be never if something compiled, and imported ahead, knows that class."""
        io = sys.modules["_io"]  # 3.14 starts without the other
        kinds = io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom  # text flushes into those
        files = [each for each in objects if type(each) in kinds]
        for file in sorted(files, key=lambda each: kinds.index(type(each))):
            try:
                file.flush()
            except Exception:  # it says so itself when it is closed
                pass
