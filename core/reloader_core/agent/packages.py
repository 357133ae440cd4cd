"""What importing an installed package ahead changes beside its own modules, and what is taken back
of it and done again when the script imports it. (What nobody can take back: lasting.py.)

Runs in a parked child. Each item was seen to go wrong without it.
"""

import os
import sys
import time

_COMPILED = (".so", ".pyd")
HOOKS = ("excepthook", "displayhook", "unraisablehook", "breakpointhook")
_CLOCKS = ("time", "monotonic", "perf_counter", "time_ns", "monotonic_ns", "perf_counter_ns")


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


def share_made(records, library):
    """Each module of Cython's makes a module that nobody imports, unless it is there
    (cython_runtime): whoever comes first does so, which may be another one when the script
    imports them. Those that may have done it name it in their files."""
    made = {
        name: module for each in records.values() for name, module in each.puts.items()
        if is_compiled(each.spec) and getattr(module, "__spec__", None) is None
    }  # fmt: skip
    for record in records.values():
        if record.is_new and made and is_compiled(record.spec) and not library.made(record.spec):
            text = _bytes_of(record.spec.origin)
            record.steps[:0] = [
                (sys.modules.setdefault, item) for item in made.items()
                if item[0] not in record.puts and b"\0" + item[0].encode() + b"\0" in text
            ]  # fmt: skip
        record.is_new = False


def _bytes_of(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


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


class _Hook:
    """What Python calls for others. An import that finds another one there than the parked child
    had is a real one: it may keep that, and call it."""

    def __init__(self, name, before, now):
        self.name, self.before, self.now = name, before, now

    def is_untouched(self):
        return getattr(sys, self.name) is self.before

    def redo(self):
        setattr(sys, self.name, self.now)

    def undo(self):
        setattr(sys, self.name, self.before)


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


def _hooks():
    return [getattr(sys, name) for name in HOOKS]


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
        self.hooks = _hooks()
        self.told_of_exit = _told_of_exit()

    def look(self, record):
        self.look_at_hooks(record)
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

    def look_at_hooks(self, record):
        before, self.hooks = self.hooks, _hooks()
        for name, was, now in zip(HOOKS, before, self.hooks):
            if now is not was:
                hook = _Hook(name, was, now)
                record.conditions.append(hook.is_untouched)
                self.note(record, hook)

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

    def setters(self, unseen):
        """The names of the modules that have changed the environment. `unseen`: variables that do
        not count."""
        return {
            record.name for change, record in self.done
            if type(change) is _Variable and change.name not in unseen
        }  # fmt: skip

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
