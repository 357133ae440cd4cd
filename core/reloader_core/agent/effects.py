"""What the code of a module leaves with others when it is imported ahead: exit functions, loggers,
what it registers, and whether it warned.

All of it is taken back while the child is parked, and done again when the script imports the
module. What cannot be taken back is refused, see rules.py.
"""

import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
dynamic, drawn, logged, packages, warned = map(
    part, ("dynamic", "drawn", "logged", "packages", "warned")
)
# Mappings that modules add to: the module, the way to them.
_MAPPINGS = (
    ("_frozen_importlib", ("__dict__",)),  # importlib gives these two other names
    ("_frozen_importlib_external", ("__dict__",)),
    ("builtins", ("__dict__",)),
    ("copyreg", ("dispatch_table",)),
    ("logging", ("_levelToName",)),
    ("logging", ("_nameToLevel",)),
    ("logging", ("Logger", "manager", "loggerDict")),
    ("typing", ("__dict__",)),  # some of it is made when it is first asked for
    ("weakref", ("finalize", "_registry")),
)
_ABSENT = object()


class Effects:
    """Found while modules are imported, by comparing; undone and redone together."""

    def __init__(self):
        import atexit  # the agent does so in each run

        self.atexit = atexit
        self.done = []  # mapping, key, what was there before, what is there since, whose it is
        self.seen = {}  # by the number of the mapping: what was in it at the last look
        self.warned = warned.Warned()
        self.logged = logged.Logged()
        self.dynamic = dynamic.Dynamic(self.keep)
        self.surroundings = packages.Surroundings()
        self.drawn = drawn.Drawn()

    # -- while modules are imported

    def begin(self, recorder):
        self.warned.begin(recorder.note, recorder.refuse)
        self.logged.begin(recorder.note, recorder.refuse)
        self.logged.look(())
        self.dynamic.begin()
        self.surroundings.begin()
        self.drawn.begin()
        self.seen = {number: dict(mapping) for number, mapping in _mappings(())}

    def end(self):
        self.warned.end()
        self.logged.end()

    def look(self, record, loading):
        """What has changed since the last look is this record's; `loading`: the names of the
        modules that are not complete."""
        self.surroundings.look(record)
        self.drawn.look(record)
        self.logged.look(loading)
        for number, mapping in _mappings(loading):
            before = self.seen.setdefault(number, dict(mapping))
            if mapping != before:
                self.seen[number] = dict(mapping)
                for key, now in mapping.items():
                    if now is not before.get(key, _ABSENT):
                        self.note(record, mapping, key, before.get(key, _ABSENT))

    def note(self, record, mapping, key, before):
        now = mapping[key]
        if sys.modules.get("{}.{}".format(mapping.get("__name__"), key)) is now:
            return  # a submodule, see Record.attach
        self.done.append((mapping, key, before, now, record))
        if type(now).__name__ == "Logger":
            logging = sys.modules["logging"]
            record.conditions.append(lambda: makes_such_loggers(logging, now))
            record.steps.append((add_logger, (logging, now)))
        elif type(now).__name__ == "_Info":
            record.steps.append((_finalize_at_exit, (sys.modules["weakref"].finalize, key, now)))
        elif type(now).__name__ != "PlaceHolder":  # which comes with the logger below it
            record.steps.append((mapping.__setitem__, (key, now)))

    def keep(self, record, mapping, key):
        """It has come to be there."""
        self.done.append((mapping, key, _ABSENT, mapping[key], record))
        record.steps.append((mapping.__setitem__, (key, mapping[key])))

    def hold_exit_functions(self, note):
        """What stands in for atexit.register meanwhile. `note`: takes the step that is due."""

        def register(function, *args, **kwargs):
            note(self.register, function, args, kwargs)
            return function

        return register

    def register(self, function, args, kwargs):
        self.atexit.register(function, *args, **kwargs)

    # -- all of them

    def forget(self, record):
        self.done = [each for each in self.done if each[-1] is not record]
        self.surroundings.forget(record)

    def undo(self):
        self.surroundings.undo()
        for mapping, key, before, _, _ in reversed(self.done):
            if before is _ABSENT:
                mapping.pop(key, None)
            else:
                mapping[key] = before

    def redo(self):
        for mapping, key, _, now, _ in self.done:
            mapping[key] = now
        self.surroundings.redo()


def _mappings(loading):
    for number, (name, attributes) in enumerate(_MAPPINGS):
        found = sys.modules.get(name) if name not in loading else None
        try:
            for attribute in attributes:
                found = getattr(found, attribute)
        except AttributeError:  # not imported, or only half
            continue
        yield number, found


def _finalize_at_exit(finalize, key, what):
    """The last one that was made is the first to go."""
    what.index = next(finalize._index_iter)
    finalize._registry[key] = what
    finalize._dirty = True


# -- logging


def makes_such_loggers(logging, logger):
    """Does logging.getLogger() return such a one now?"""
    kind, manager = type(logger), logger.manager
    return (
        logging.Logger is kind is logging._loggerClass
        and manager is kind.manager
        and manager.loggerClass is None
        and type(manager.loggerDict.get(logger.name, logger)) in (kind, logging.PlaceHolder)
    )


def add_logger(logging, logger):
    """As logging.getLogger() does. If the script has made it already, the two become one: all
    that a logger is lies in its dictionary."""
    manager = logger.manager
    logger._cache.clear()  # which levels count may be another matter since
    found = manager.loggerDict.get(logger.name)
    if isinstance(found, logging.Logger):
        found.handlers += logger.handlers
        logger.__dict__ = found.__dict__
        return
    manager.loggerDict[logger.name] = logger
    if found is not None:
        manager._fixupChildren(found, logger)
    manager._fixupParents(logger)


# -- what a module reads of its surroundings when it is imported


def count_from_now(logging):
    """The times of records are told from there."""
    now = time.time_ns if isinstance(logging._startTime, int) else time.time
    logging._startTime = now()


def _note_folder(process):
    process.ORIGINAL_DIR = os.path.abspath(os.getcwd())


def _use_stream(futures):
    if hasattr(futures, "STDERR_HANDLER"):  # until 3.12
        futures.STDERR_HANDLER.stream = sys.stderr


def _read_time_zones(paths):
    if "PYTHONTZPATH" in os.environ:
        paths.reset_tzpath()


def _forget_variables(sysconfig):
    """zoneinfo has asked for one of them, say: then all are read, and a module with them."""
    sysconfig._CONFIG_VARS = None
    if hasattr(sysconfig, "_CONFIG_VARS_INITIALIZED"):  # 3.12
        sysconfig._CONFIG_VARS_INITIALIZED = False


# By the module's name: what makes it look anew.
OF_THE_MOMENT = {
    "concurrent.futures._base": _use_stream,
    "logging": count_from_now,
    "multiprocessing.process": _note_folder,
    "sysconfig": _forget_variables,
    "zoneinfo._tzpath": _read_time_zones,
}
