"""What importing a module does, recorded in a parked child so that it can be done again later.

Which modules an import adds to sys.modules, and in which order, depends on what is there already.
So what is recorded is what the code of each module asks for, whether it was there or not, and what
it leaves with others. stash.py does that again when the script imports the module.

A parked child has one thread, and runs no code but what it imports.
"""

import builtins
import sys

packages = globals()["part"]("packages")  # see sitecustomize.py
_ABSENT = object()


class Record:
    """What the import of one module does. `steps`, in order: the name of a module that its code
    asks for, or a function with its arguments, for what it has left with others."""

    def __init__(self, spec, loading):
        self.spec = spec
        self.name = spec.name
        self.parent, _, self.tail = self.name.rpartition(".")
        self.top = self.name.partition(".")[0]
        self.is_part = self.parent in loading  # of its parent's own import
        self.above = sys.modules.get(self.parent)
        self.attribute = getattr(self.above, "__dict__", {}).get(self.tail, _ABSENT)
        self.module = None
        self.steps = []
        self.is_new = True  # until it is known what it would put there if others had not
        self.puts = {}  # modules that its code has put into sys.modules itself
        self.missed = set()  # top-level names that it looked for in vain
        self.conditions = []  # what must hold for its import to do the same again
        self.folders = set()  # of packages, in which modules were looked for on its behalf
        self.finders = {}  # for these, entries of sys.path_importer_cache
        self.refusal = ""  # why it cannot be done again
        self.needs = ()  # modules that must be those of then
        self.tops = set()  # names that no folder of the user's may provide
        self.is_librarys = True
        self.closure = self.all_tops = set()  # of all that it rests on, itself among it
        self.all_conditions = []
        self.all_steps = []
        self.is_unique = False  # compiled, and executed once only: it keeps the others of then

    def rest_on(self, records):
        """These have to be given to the script with this one, if they are not there."""
        self.closure = {each.name for each in records}
        self.all_tops = set().union(*(each.tops for each in records))
        self.all_conditions = [holds for each in records for holds in each.conditions]

    def show(self):
        """Put the module where it was."""
        sys.modules[self.name] = self.module
        sys.modules.update(self.puts)
        self.attach()

    def hide(self):
        """As if it had not been imported: its parent gets back what it had under this name."""
        for name in (self.name, *self.puts):
            sys.modules.pop(name, None)
        own = getattr(self.above, "__dict__", {})
        if self.is_part or own.get(self.tail) is not self.module:
            return
        if self.attribute is _ABSENT:
            delattr(self.above, self.tail)
        else:
            setattr(self.above, self.tail, self.attribute)

    def attach(self):
        """To its parent, as the import system does it last."""
        if self.parent and not self.is_part:  # else the parent has it already, or hides it
            setattr(sys.modules[self.parent], self.tail, self.module)


def _folders(name):
    """Where a submodule of this name is looked for."""
    return map(str, getattr(sys.modules.get(name.rpartition(".")[0]), "__path__", ()))


class _Request:
    """Somebody asks for a module, and for those of its submodules that are among `words`. What is
    there already is noted as well, and all of it in the order of the question."""

    def __init__(self, recorder, name, words):
        recorder.note_puts()
        self.record, self.dynamic = recorder.record, recorder.effects.dynamic
        if self.record.name not in sys.modules:  # PEP 489: the code of others runs later
            self.record.is_unique = True
        self.begin = len(self.record.steps)
        self.name = name
        self.words = words or ()

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        if isinstance(error, ImportError):
            self.record.missed.add(self.name.partition(".")[0])
            self.record.folders.update(_folders(self.name))
        new = self.dynamic.look(self.record, self.name, self.words)
        steps = self.record.steps
        done = self.in_order(steps[self.begin :])
        steps[self.begin :] = self.dynamic.steps(self.name, self.words, done, new)

    def in_order(self, done):
        """What has been done, and before it what was asked for earlier and was there already."""
        found = []
        for name in self.found():
            if name in done:
                end = done.index(name) + 1
                found += done[:end]
                del done[:end]
            elif name not in found:
                found.append(name)
        return found + done

    def found(self):
        module = sys.modules.get(self.name)
        if module is None:
            return []
        words = list(self.words)
        if "*" in words:
            words += getattr(module, "__all__", ())
        own = getattr(module, "__dict__", {})
        below = [
            self.name + "." + word for word in words
            if isinstance(word, str) and word in own
            and own[word] is sys.modules.get(self.name + "." + word, self)
        ]  # fmt: skip
        return [self.name, *below]


def _that_warn():
    found = map(sys.modules.get, ("_warnings", "warnings"))
    return [module for module in found if module is not None]


class Recorder:
    """While it is entered, each module that is imported gets a record, by its name; the first one
    counts. `effects`: sees what they leave with others."""

    def __init__(self, records, effects):
        self.records = records
        self.effects = effects
        self.nobodys = Record(sys.modules["_frozen_importlib"].ModuleSpec("", None), ())
        self.loading = []  # the innermost last
        self.names = set(sys.modules)
        bootstrap = sys.modules["_frozen_importlib"]
        self.stand_ins = (
            (builtins, "__import__", self.import_),
            (bootstrap, "_gcd_import", self.import_by_name),
            (bootstrap, "_load_unlocked", self.load),
            (effects.atexit, "register", effects.hold_exit_functions(self.note)),
            *((each, "warn", effects.warned.hear(each.warn)) for each in _that_warn()),
        )
        self.originals = [getattr(owner, name) for owner, name, _ in self.stand_ins]
        self.really_import, self.really_import_by_name, self.really_load = self.originals[:3]

    def __enter__(self):
        for owner, name, stand_in in self.stand_ins:
            setattr(owner, name, stand_in)
        self.effects.begin(self)
        return self

    def __exit__(self, *error):
        self.effects.end()
        for (owner, name, _), original in zip(self.stand_ins, self.originals):
            setattr(owner, name, original)
        kept = {id(each[2]): original for each, original in zip(self.stand_ins, self.originals)}
        for record in self.records.values():
            own = getattr(record.module, "__dict__", {})
            for name in [name for name, value in own.items() if id(value) in kept]:
                own[name] = kept[id(own[name])]  # as `from warnings import warn` has put it there
        self.records = self.stand_ins = self.originals = ()  # no cycle is left behind

    @property
    def record(self):
        """Of the module whose code runs."""
        return self.loading[-1] if self.loading else self.nobodys

    def note(self, function, *args):
        self.record.steps.append((function, args))

    def refuse(self):
        self.record.refusal = "it warns, or logs"

    # -- in place of the import system's functions

    def import_(self, name, globals=None, locals=None, fromlist=(), level=0):
        absolute = name
        if level > 0:
            bootstrap = sys.modules["_frozen_importlib"]
            absolute = bootstrap._resolve_name(name, bootstrap._calc___package__(globals), level)
        for word in self.effects.dynamic.apart(absolute, fromlist):
            with _Request(self, absolute, (word,)):
                self.really_import(name, globals, locals, (word,), level)
        with _Request(self, absolute, fromlist):
            return self.really_import(name, globals, locals, fromlist, level)

    def import_by_name(self, name, package=None, level=0):
        absolute = name
        if level > 0:
            absolute = sys.modules["_frozen_importlib"]._resolve_name(name, package, level)
        with _Request(self, absolute, ()):
            return self.really_import_by_name(name, package, level)

    def load(self, spec):
        """The module is not there: its code is executed."""
        self.look()
        record = Record(spec, [each.name for each in self.loading])
        if spec.has_location:
            record.folders.update(_folders(spec.name))
        self.names.add(spec.name)
        above = self.record
        self.loading.append(record)
        begun = packages.clocks()
        try:
            record.module = self.really_load(spec)
            self.look()
            packages.note_times(record, begun)
        except BaseException:  # what it has asked for until then, it was its importer that did
            self.names.discard(spec.name)
            above.steps += record.steps
            above.missed |= record.missed
            above.folders |= record.folders
            raise
        finally:
            self.loading.pop()
        self.look()
        self.effects.dynamic.watch(spec.name, record.module)
        above.steps.append(spec.name)
        if self.records.setdefault(spec.name, record) is not record:
            self.records[spec.name].refusal = "it is imported more than once"
        return record.module

    def look(self):
        """Whatever has changed since the last look, the code that runs has done it."""
        self.note_puts()
        self.effects.look(self.record, {each.name for each in self.loading})

    def note_puts(self):
        made = sum(each.name not in sys.modules for each in self.loading)  # not there yet
        if len(sys.modules) == len(self.names) - made:
            return
        for name in [each for each in sys.modules if each not in self.names]:
            self.record.puts[name] = sys.modules[name]
            self.note(sys.modules.__setitem__, name, sys.modules[name])
        self.names = set(sys.modules) | {each.name for each in self.loading}
