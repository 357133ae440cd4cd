"""Modules that were imported ahead and that nobody sees: the stash.

A parked child imports what the last run did, and takes it out of sys.modules again. When the
script imports one of these modules it gets the one in the stash, and finds all that a real import
would have left: what the module's code imports in its turn, in the same order. What the script
does not import it never sees. requests.py records what an import does, effects.py what it leaves
with others; rules.py says when the script has to import a module itself after all.

Installed packages are kept in the same way; what more their imports do says packages.py.
"""

import sys

part = globals()["part"]  # see sitecustomize.py
effects, requests, rules = part("effects"), part("requests"), part("rules")
packages = part("packages")
_bootstrap = sys.modules["_frozen_importlib"]
_IMPORT = _bootstrap._find_and_load_unlocked.__code__
_PYTHONS_OWN = {"sys", "builtins"}  # which it needs to the last


class Stash:
    """`on_import(modules)`: the script has got these, by name."""

    def __init__(self, library, on_import):
        self.library = library
        self.on_import = on_import
        self.effects = effects.Effects()
        self.records = {}  # by name, in the order in which they were imported
        self.base = dict(sys.modules)  # what every import rests on
        self.base.pop("__main__", None)  # is whatever it is
        self.given = {}  # what the script has got
        self.is_alone = True
        self.putters = {}  # by the name of a module that another one's code puts into sys.modules
        self.pinned = set()  # what must not be imported twice, see Record.is_unique
        self.bound = set()  # nor these, whatever has become of the rest, see packages.py
        self.cached = set(sys.path_importer_cache)
        self.world = None
        self.taken = []  # all records, also those that have served
        self.librarys = {}  # of the base, what is the standard library's

    # -- while parked

    def recorder(self):
        """To be entered while something is imported; all of the stash is in its place then."""
        for record in self.records.values():
            record.show()
        self.effects.redo()
        return requests.Recorder(self.records, self.effects)

    def take(self, asked, shadowed, unfit=()):
        """Take what has been imported out of sys.modules. Returns the names of those that should
        not have been imported ahead: they rest on what the script has its own of, or on what cannot
        be imported again, or were imported after it. `unfit`: others that cannot be given."""
        self.putters = {name: each.name for each in self.records.values() for name in each.puts}
        packages.share_made(self.records, self.library)
        for record in self.records.values():
            self.note_needs(record)
        everything = dict(self.records)
        self.bound = packages.bound(everything, self.library)
        refused = rules.refused(self.records, self.base)
        once = {name for name in refused if name in self.bound or self.records[name].is_unique}
        lost = shadowed | once
        spoilt = [name for name in asked if lost & self.rests_on(name, everything)]
        spoilt += self.imported_after(refused, {name.partition(".")[0] for name in unfit})
        for record in reversed(list(self.records.values())):
            record.hide()
        self.hide_finders()
        self.effects.undo()
        for name in refused:
            self.effects.forget(self.records.pop(name))
        self.taken += self.records.values()
        unique = [name for name, each in self.records.items() if each.is_unique]
        self.pinned = closure(unique, self.records)
        for record in self.records.values():
            record.closure = set()
            record.is_librarys = self.library.made(record.spec)
            if record.is_librarys:
                self.complete(record)
            record.all_steps = self.steps_of(record)
        self.librarys = {
            name: module for name, module in self.base.items()
            if type(module) is type(sys) and name not in _PYTHONS_OWN
            and module.__spec__ is not None and self.library.made(module.__spec__)
        }  # fmt: skip
        return spoilt

    def imported_after(self, refused, unfit):
        """Those of packages that were imported when the environment had been changed by what the
        script has to import itself. (The compiled ones would not be loaded again.)"""
        names = list(self.records)
        setters = self.effects.surroundings.setters(part("loads").LATER_READ)
        found = [
            number for number, name in enumerate(names)
            if name in setters and (name in refused or self.records[name].top in unfit)
        ]  # fmt: skip
        after = [self.records[name] for name in names[min(found, default=len(names)) :]]
        return [each.name for each in after if not self.library.made(each.spec)]

    def of_packages(self):
        """The names of the modules that are no part of the standard library."""
        return {name for name, record in self.records.items() if not record.is_librarys}

    @staticmethod
    def rests_on(name, records):
        """Names of modules, and of those that it has looked for in vain."""
        found = closure([name], records)
        return found.union(*(records[each].missed for each in found))

    def complete(self, record):
        """Packages need so many that this is done only for those that are asked for."""
        record.rest_on([self.records[name] for name in closure([record.name], self.records)])

    def note_needs(self, record):
        """What is asked of it when the script imports it: that must be quick."""
        known, steps = set(self.base), []
        for step in record.steps:
            if type(step) is not str or step not in known:
                steps.append(step)
            if type(step) is str:
                known.add(step)
        record.steps = steps
        asked = [self.putters.get(step, step) for step in record.steps if type(step) is str]
        above = [record.parent] if record.parent else []
        record.needs = tuple(each for each in dict.fromkeys(above + asked) if each not in self.base)
        is_looked_for = record.spec.has_location and not record.parent
        record.tops = {record.name} | record.missed if is_looked_for else record.missed
        record.is_unique = record.is_unique and bool(asked)  # else it knows only the base

    @staticmethod
    def steps_of(record):
        """Also what has to be done anew at each import."""
        cache = sys.path_importer_cache
        steps = [(cache.setdefault, each) for each in record.finders.items()]
        if record.name in effects.OF_THE_MOMENT:
            steps.append((effects.OF_THE_MOMENT[record.name], (record.module,)))
        return steps + record.steps

    def hide_finders(self):
        """Of the folders of packages in which nothing has been looked for."""
        cache = sys.path_importer_cache
        for record in self.records.values():
            new = [each for each in record.folders if each in cache and each not in self.cached]
            record.finders.update((each, cache[each]) for each in new)
        for record in self.records.values():
            for entry in record.finders:
                cache.pop(entry, None)

    # -- when the script imports

    def begin(self, world):
        """The child goes."""
        self.world = world
        self.effects.drawn.go()
        self.base_names, self.base_modules = list(self.base), list(self.base.values())
        if self.records:
            sys.meta_path.insert(0, Finder(self))
            world.finders.insert(0, sys.meta_path[0])

    def leave(self):
        """The script has ended, and nobody can tell what becomes of the standard library: it is not
        taken apart. Python finds none of its modules, and is to find nothing of what holds them:
        what exists now has to be set aside."""
        held = [self]
        held.append(held)  # not even what holds the agent ever lets go of it
        for name, module in (*self.librarys.items(), *self.given.items()):
            if sys.modules.get(name) is module:
                del sys.modules[name]

    def end(self):
        """The script has ended: what it was given lives no longer than without us, and Python takes
        away the rest, too, which may hold what the script has made."""
        sys.modules.update((name, record.module) for name, record in self.records.items())
        for record in self.taken:  # one may still hang on an error that some module has kept
            vars(record).clear()
        self.records, self.base, self.given, self.taken = {}, {}, {}, []
        self.effects.done, self.world = [], None

    def can_give(self, record):
        """Would the script come to the same if it imported this module itself?"""
        if not record.closure:
            self.complete(record)
        if record.name in self.bound:  # else it would be loaded twice, and break
            self.world.has_same_path()
            known = self.records.keys() | sys.modules.keys()
            return record.closure <= known and not self.world.provides({record.top})
        holds = all(rule(self.world) for rule in rules.OF_ALL) or record.name in self.pinned
        if not record.is_librarys:
            holds = holds and all(rule(self.world, record) for rule in rules.OF_PACKAGES)
        modules, given = sys.modules, self.given
        missing = record.closure.difference(modules)
        there = record.closure - missing
        return (
            holds
            and missing <= self.records.keys()
            and there <= given.keys()
            and list(map(modules.get, there)) == list(map(given.get, there))
            and list(map(modules.get, self.base_names)) == self.base_modules
            and all(each() for each in record.all_conditions)
            and not (record.all_tops and self.world.provides(record.all_tops))
        )

    def give_to_script(self, record):
        """What an import leaves; its module is in sys.modules."""
        first = len(self.given)
        self.is_alone = self.world.is_alone()
        surroundings = self.world.surroundings
        were_same = surroundings.are_same()
        is_late = not were_same and not surroundings.are_same(record.top)
        self.give(record)
        if were_same:
            surroundings.settle()
        self.on_import(dict(list(self.given.items())[first:]), is_late)

    def give(self, record):
        self.records.pop(record.name, None)
        self.given[record.name] = record.module
        modules = sys.modules
        for step in record.all_steps:
            if type(step) is not str:
                function, args = step
                function(*args)
            elif step not in modules:
                self.need(step)

    def need(self, name):
        """As an import of this module does, which is not there."""
        modules = sys.modules
        record = self.records.get(self.putters.get(name, name))
        if record is None:  # another thread was quicker
            return
        name, parent = record.name, record.parent
        if parent and parent not in modules:
            self.need(parent)
        if name in modules:  # of its parent's import
            return
        if self.is_alone:
            modules[name] = record.module
            self.give(record)
            modules[name] = modules.pop(name)
            record.attach()
        else:  # from where another thread sees it, it has to be complete
            record.attach()
            modules[name] = record.module
            self.give(record)
            _put_last(modules, name)


def _put_last(modules, name):
    """As the import system does; in one step of C's, where no other thread comes between."""
    any(map(modules.__setitem__, (name,), map(modules.pop, (name,))))


def closure(names, records):
    """These and all that they need, as far as it has been recorded."""
    todo, found = list(names), set()
    while todo:
        name = todo.pop()
        if name in records and name not in found:
            found.add(name)
            todo += records[name].needs
    return found


class Finder:
    """Finds what is in the stash, for an import and for nobody else. (Who only looks for a module,
    or loads it anew, is told nothing of it.)"""

    def __init__(self, stash):
        self.stash = stash

    def find_spec(self, name, path=None, target=None):
        record = self.stash.records.get(name)
        if record is None or not _is_import(sys._getframe(1).f_back):
            return None
        try:
            if self.stash.can_give(record):
                return _bootstrap.ModuleSpec(name, _Loader(self.stash, record))
        except Exception:  # a path may hold anything
            pass
        self.stash.records.pop(name, None)
        return None


def _is_import(frame):
    return frame is not None and frame.f_code is _IMPORT


class _Loader:
    """Of one module, in one import."""

    def __init__(self, stash, record):
        self.stash = stash
        self.record = record
        self.spec = record.module.__spec__

    def create_module(self, spec):
        return self.record.module

    def exec_module(self, module):
        module.__spec__ = self.spec  # the import system has put that of find_spec there
        if self.stash.records.get(self.record.name) is self.record:  # or another thread was quicker
            self.stash.give_to_script(self.record)
