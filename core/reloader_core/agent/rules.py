"""When a module that was imported ahead is not what the script gets: then it imports its own.

Each rule stands for something that was seen to go wrong without it. A new one is a row in a table
below. Nothing is lost by a rule that is too strict but time.
"""

import _thread
import os
import sys

_external = sys.modules["_frozen_importlib_external"]
_SUFFIXES = (
    *_external.SOURCE_SUFFIXES,
    *_external.BYTECODE_SUFFIXES,
    *sys.modules["_imp"].extension_suffixes(),
)
_INSTALLED = {"site-packages", "dist-packages"}


class Library:
    """Which files are the standard library's. `folder`: where it lies."""

    def __init__(self, folder):
        windows_modules = os.path.join(sys.base_prefix, "DLLs")  # there is no such folder elsewhere
        self.folders = tuple(os.path.join(each, "") for each in (folder, windows_modules))

    def has(self, file):
        path = os.path.abspath(file)
        return path.startswith(self.folders) and _INSTALLED.isdisjoint(path.split(os.sep))

    def made(self, spec):
        """Is this module its own? One without a file is built in."""
        return self.has(spec.origin) if spec.has_location else spec.origin is not None


# -- when it is imported ahead

AHEAD = (
    lambda record: record.refusal != "",
    lambda record: not isinstance(record.module, type(sys)),
    lambda record: type(record.module).__module__ == "importlib.util",  # a lazy one
    lambda record: sys.modules.get(record.name) is not record.module,
)


def refused(records, modules):
    """The names of those that cannot be given to the script, nor can what rests on them.
    `modules`: what is there anyway."""
    found = {name for name, record in records.items() if any(rule(record) for rule in AHEAD)}
    size = -1
    while len(found) != size:
        size = len(found)
        for name, record in records.items():
            if any(
                each in found or each not in records and each not in modules
                for each in record.needs
            ):
                found.add(name)
    return found


def surroundings():
    """What no module of the library may change when it is imported ahead: nobody could take it
    back. To be compared."""
    signals = sys.modules["_signal"]
    return [
        [signals.getsignal(number) for number in signals.valid_signals()],
        len(sys._current_frames()),
        [sys.excepthook, sys.displayhook, sys.unraisablehook, sys.breakpointhook],
        [sys.stdin, sys.stdout, sys.stderr, getattr(sys, "argv", None), sys.gettrace()],
        [list(sys.path), list(sys.meta_path), list(sys.path_hooks)],
        [sys.getrecursionlimit(), sys.getswitchinterval(), working_folder()],
        list(sys.modules["_warnings"].filters),
        dict(vars(sys.modules["builtins"])),
        dict(os.environ),
        open_descriptors(),
        reads_lines(),
    ]


# -- when the script imports it


class World:
    """What an import sees, as it was when the child went. `not_users`: the folders of the standard
    library and of installed packages; `own_threads`: how many are not the script's;
    `surroundings`: see loads.py."""

    def __init__(self, not_users, own_threads, surroundings):
        self.surroundings = surroundings
        self.others = not_users
        self.own_threads = own_threads
        self.modules = sys.modules
        self.find = sys.modules["builtins"].__import__
        self.finders = sys.meta_path[: _index_of_path_finder() + 1]
        self.hooks = list(sys.path_hooks)
        self.not_users = self.without_users(sys.path)
        self.is_audited = False
        self.path = None
        self.folders = []  # of the path, that are the user's
        self.listings = {}  # by folder: when it changed, the names of the modules in it

    def is_alone(self):
        """Or does another thread see what is done?"""
        return _thread._count() <= self.own_threads

    def is_unwatched(self):
        """Nobody wants to see its code executed."""
        if self.is_audited or sys.gettrace() is not None or sys.getprofile() is not None:
            return False
        monitoring = getattr(sys, "monitoring", None)  # 3.12
        return monitoring is None or not any(map(monitoring.get_tool, range(6)))

    def has_same_system(self):
        """Nobody but Python finds modules."""
        return (
            sys.modules is self.modules
            and sys.modules["builtins"].__import__ is self.find
            and sys.meta_path[: len(self.finders)] == self.finders
            and sys.path_hooks == self.hooks
        )

    def has_same_path(self):
        """Only the script's own folders are new on it."""
        if sys.path != self.path:
            self.path = list(sys.path)
            not_users = self.without_users(self.path)
            self.folders = [entry for entry in self.path if entry not in not_users]
            self.is_same_path = not_users == self.not_users
        return self.is_same_path

    def without_users(self, path):
        return [entry for entry in path if os.path.join(entry, "").startswith(self.others)]

    def provides(self, names):
        """Could the user's folders provide one of these modules (a calendar.py)?"""
        for folder in self.folders:
            if folder not in sys.path_importer_cache:  # as whoever looks into it for a module does
                _external.PathFinder._path_importer_cache(folder)
            if not names.isdisjoint(self.modules_in(folder)):
                return True
        return False

    def modules_in(self, folder):
        """The names of those in this folder of the path, as it is now."""
        if folder == "":
            folder = os.getcwd()
        try:
            changed = os.stat(folder).st_mtime_ns
        except OSError:
            return ()
        found = self.listings.get(folder)
        if found is None or found[0] != changed or not os.path.isabs(folder):
            found = changed, set(map(module_name, os.listdir(folder)))
            self.listings[folder] = found
        return found[1]


# What must hold for any module to be given to the script.
OF_ALL = (World.has_same_path, World.is_unwatched, World.has_same_system)
# And for one of an installed package.
OF_PACKAGES = (lambda world, record: world.surroundings.are_same(record.top),)


def _index_of_path_finder():
    return [getattr(each, "__name__", "") for each in sys.meta_path].index("PathFinder")


def open_descriptors():
    """None where they cannot be listed. (Windows would look for such a folder on the current
    drive; under Wine there is one, of a server that all processes share.)"""
    return os.listdir("/dev/fd") if os.name != "nt" and os.path.isdir("/dev/fd") else None


def reads_lines():
    """Is it loaded by which input() asks from then on? (From 3.13 on pdb does so.)"""
    return "readline" in sys.modules


def working_folder():
    try:
        return os.getcwd()
    except OSError:  # it is gone
        return None


def module_name(entry):
    """Of an entry of a folder; '' if it can be none."""
    name, dot, _ = entry.partition(".")
    return name if not dot or entry.endswith(_SUFFIXES) else ""
