"""What importing an installed package ahead changes beside its own modules: what is taken back and
done again when the script imports it, and what nobody can take back, so that it is refused.

Runs in a parked child. Each item was seen to go wrong without it.
"""

import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
_COMPILED = (".so", ".pyd")
_BOOTSTRAP = {"_frozen_importlib", "_frozen_importlib_external"}  # see effects.py
_NOT_SEARCHED = {"__main__", "builtins", "sitecustomize", "typing"}
_CLOCKS = ("time", "monotonic", "perf_counter", "time_ns", "monotonic_ns", "perf_counter_ns")


def _quietly(name):
    """A module without a trace in sys.modules; None if there is none."""
    known = name in sys.modules
    try:
        return __import__(name)
    except ImportError:
        return None
    finally:
        if not known:
            sys.modules.pop(name, None)


# Our own, since what is imported later is recorded.
own = {name: _quietly(name) for name in ("_locale", "resource", "fcntl", "termios")}


def is_compiled(spec):
    return isinstance(spec.origin, str) and spec.origin.endswith(_COMPILED)


def bound(records, library):
    """The names of those that have compiled code of others among what they rest on. A process
    cannot load that twice (numpy says so, a type of Cython's breaks)."""
    found = {
        name for name, each in records.items()
        if is_compiled(each.spec) and not library.made(each.spec)
    }  # fmt: skip
    tops = {records[name].top for name in found}
    above = {}
    for record in records.values():
        if record.top in tops:
            found.add(record.name)
        for name in record.needs:
            above.setdefault(name, []).append(record.name)
    todo = list(found)
    while todo:
        new = [name for name in above.get(todo.pop(), ()) if name not in found]
        found.update(new)
        todo += new
    return found


# -- lists and the environment: taken back, and done again


def _filters():
    return sys.modules.get("warnings", sys.modules["_warnings"]).filters


_LISTS = (lambda: sys.path, lambda: sys.meta_path, lambda: sys.path_hooks, _filters)


class _Added:
    """To a list. `place`: -1 its end, 0 its beginning, 1 in front of `follower`."""

    def __init__(self, get, item, place, follower):
        self.get, self.item, self.place, self.follower = get, item, place, follower

    def redo(self):
        items = self.get()
        if self.get is _filters:
            if self.item in items:  # as warnings.filterwarnings() does
                if self.place < 0:
                    return
                items.remove(self.item)
        if self.place == 1 and self.follower in items:
            items.insert(items.index(self.follower), self.item)
        elif self.place == 0:
            items.insert(0, self.item)
        else:
            items.append(self.item)
        self.tell()

    def undo(self):
        if self.item in self.get():
            self.get().remove(self.item)
        self.tell()

    def tell(self):
        if self.get is _filters:
            tell = getattr(sys.modules["_warnings"], "_filters_mutated", None)
            if tell is None:  # 3.14
                tell = sys.modules["_warnings"]._filters_mutated_lock_held
                with sys.modules["_warnings"]._acquire_lock():
                    tell()
                return
            tell()


class _Variable:
    """Of the environment. None: it is not there."""

    def __init__(self, name, before, now):
        self.name, self.before, self.now = name, before, now

    def put(self, value):
        if value is None:
            os.environ.pop(self.name, None)
        else:
            os.environ[self.name] = value

    def redo(self):
        self.put(self.now)

    def undo(self):
        self.put(self.before)


class _ToldOfExit:
    """weakref.finalize registers its exit function only once; that is a step of its own."""

    def __init__(self, finalize):
        self.finalize = finalize

    def redo(self):
        self.finalize._registered_with_atexit = True

    def undo(self):
        self.finalize._registered_with_atexit = False


def _finalize():
    return getattr(sys.modules.get("weakref"), "finalize", None)


def _told_of_exit():
    return getattr(_finalize(), "_registered_with_atexit", False)


class Surroundings:
    """Found by comparing, as effects.py does."""

    def __init__(self):
        self.done = []  # each with whose it is
        self.lists = []
        self.variables = {}

    def begin(self):
        self.lists = [list(get()) for get in _LISTS]
        self.filters = _filters()
        self.variables = dict(os.environ._data)
        self.told_of_exit = _told_of_exit()

    def look(self, record):
        if _told_of_exit() != self.told_of_exit:
            self.told_of_exit = True
            self.note(record, _ToldOfExit(_finalize()))
        for number, get in enumerate(_LISTS):
            before, now = self.lists[number], get()
            if get is _filters and now is not self.filters:
                continue  # somebody has other ones for a while
            if now != before:
                self.lists[number] = list(now)
                self.look_at_list(record, get, before, list(now))
        if os.environ._data != self.variables:
            before, self.variables = self.variables, dict(os.environ._data)
            for key in {**before, **self.variables}:
                if before.get(key) != self.variables.get(key):
                    values = map(_decoded, (before.get(key), self.variables.get(key)))
                    self.note(record, _Variable(os.environ.decodekey(key), *values))

    def look_at_list(self, record, get, before, now):
        is_new = [each not in before for each in now]
        if [each for each, new in zip(now, is_new) if not new] != before:
            record.refusal = "it takes something from a list, or puts it elsewhere"
            return
        for index in reversed(range(len(now))):
            if is_new[index]:
                is_first, is_last = all(is_new[:index]), all(is_new[index:])
                place = 0 if is_first else -1 if is_last else 1
                follower = None if is_last else now[index + 1]
                self.note(record, _Added(get, now[index], place, follower))

    def note(self, record, change):
        self.done.append((change, record))
        record.steps.append((change.redo, ()))

    def forget(self, record):
        self.done = [each for each in self.done if each[-1] is not record]

    def undo(self):
        for change, _ in reversed(self.done):
            change.undo()

    def redo(self):
        for change, _ in self.done:
            change.redo()


def _decoded(value):
    return None if value is None else os.environ.decodevalue(value)


# -- times that a module takes when it is imported


def clocks():
    return [getattr(time, name)() for name in _CLOCKS]


def note_times(record, begun):
    """Those among its values that a clock showed while its code ran are taken anew."""
    own = getattr(record.module, "__dict__", {})
    ends = clocks()
    datetime = getattr(sys.modules.get("datetime"), "datetime", ())
    for key, value in list(own.items()):
        if type(value) in (float, int):
            for name, begin, end in zip(_CLOCKS, begun, ends):
                if begin <= value <= end:
                    record.steps.append((_take_time, (own, key, name)))
        elif datetime and issubclass(type(value), datetime):  # what Django has asks for settings
            if begun[0] <= _timestamp(value) <= ends[0]:
                record.steps.append((_take_moment, (own, key)))


def _timestamp(moment):
    try:
        return moment.timestamp()
    except Exception:  # of another era
        return 0.0


def _take_time(own, key, clock):
    own[key] = getattr(time, clock)()


def _take_moment(own, key):
    own[key] = type(own[key]).now(own[key].tzinfo)


# -- what a running script has around it


class as_if_running:
    """The folder of the script is the first of the path, but nothing is found in it; and there is
    a script."""

    def __init__(self, folders):
        self.folder = folders[0] if folders else None

    def __enter__(self):
        self.main = vars(sys.modules["__main__"])
        self.names_file = "__file__" not in self.main and os.path.isfile(_first_argument())
        if self.names_file:
            self.main["__file__"] = _first_argument()
        if self.folder is not None:
            self.cached = sys.path_importer_cache.get(self.folder, ())
            sys.path_importer_cache[self.folder] = None
            sys.path.insert(0, self.folder)

    def __exit__(self, *error):
        if self.names_file:
            self.main.pop("__file__", None)
        if self.folder is not None:
            if self.folder in sys.path:
                sys.path.remove(self.folder)
            sys.path_importer_cache.pop(self.folder, None)
            if self.cached != ():
                sys.path_importer_cache[self.folder] = self.cached


def _first_argument():
    return getattr(sys, "argv", [""])[0]


# -- what nobody can take back


def state():
    """To be compared before and after a package has been imported."""
    rules = part("rules")
    signals, gc = sys.modules["_signal"], part("aside").gc
    return [
        [signals.getsignal(number) for number in signals.valid_signals()],
        len(sys._current_frames()),
        [sys.excepthook, sys.displayhook, sys.unraisablehook, sys.breakpointhook],
        [sys.stdin, sys.stdout, sys.stderr, list(getattr(sys, "argv", ()))],
        [sys.gettrace(), sys.getprofile(), sys.get_asyncgen_hooks(), sys.dont_write_bytecode],
        [sys.getrecursionlimit(), sys.getswitchinterval(), rules.working_folder()],
        rules.open_descriptors(),
        [gc.isenabled(), gc.get_threshold(), gc.get_debug(), list(gc.callbacks)],
        _locale(),
        _limits(),
        _of_logging(),
        _of_others(),
    ]


def _locale():
    module = own["_locale"]
    return module and module.setlocale(module.LC_ALL)


def _limits():
    resource = own["resource"]
    names = [each for each in dir(resource) if each.startswith("RLIMIT_")]
    return [resource.getrlimit(getattr(resource, each)) for each in names]


def _of_logging():
    logging = sys.modules.get("logging")
    root = getattr(logging, "root", None)
    if root is None:
        return [[], [], 30, False, 0, True, True]
    is_usual = logging._loggerClass is logging.Logger, logging.raiseExceptions
    return [*map(list, (root.handlers, root.filters)), root.level, root.disabled,
            root.manager.disable, *is_usual]  # fmt: skip


def _of_others():
    asked = (
        ("_socket", "getdefaulttimeout"),
        ("faulthandler", "is_enabled"),
        ("asyncio.events", "_event_loop_policy"),
    )
    found = []
    for name, words in asked:
        value = sys.modules.get(name)
        for word in words.split("."):
            value = getattr(value, word, None)
        if callable(value) and words.startswith(("get", "is")):
            value = value()
        found.append(value or None)
    return found


class Patches:
    """Functions and classes that one module puts in the place of another's."""

    def __init__(self):
        self.before = []
        for name, module in list(sys.modules.items()):
            if name in _NOT_SEARCHED or type(module) is not type(sys):
                continue
            own = vars(module)
            if name not in _BOOTSTRAP:
                self.before.append((name, own, dict(own)))
            names = name, own.get("__name__")
            for value in list(own.values()):
                if type(value) is type and vars(value).get("__module__") in names:
                    self.before.append((name, vars(value), dict(vars(value))))

    def made(self, tops):
        """Names of what has been patched. `tops`: the packages imported since; what they do among
        themselves is no concern of others."""
        return [
            f"{name}.{key}"
            for name, own, before in self.before
            if name.partition(".")[0] not in tops
            for key in _changed(own, before)
            if not _is_own(name, own.get(key))
        ]


def _changed(own, before):
    for key, value in list(own.items()):
        was = before.get(key)
        if value is not was and (_is_code(value) or _is_code(was)) and key[:7] != "__annot":
            yield key
    for key in before:  # importlib_metadata takes PathFinder.find_distributions away
        if key not in own and _is_code(before[key]):
            yield key


def _is_code(value):
    return callable(value) or type(value) in (staticmethod, classmethod, property)


def _is_own(name, value):
    """A module may well put its own there: what it looked for when it was first asked."""
    try:
        module = getattr(value, "__module__", None)
    except Exception:  # it is loaded when it is asked
        return False
    return isinstance(module, str) and module.partition(".")[0] == name.partition(".")[0]
