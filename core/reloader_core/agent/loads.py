"""Which files the script loads: what its imports find, what they miss, what is executed.

Runs in whichever thread imports. Nothing of it may raise into the script, or load a module that
the script has not loaded.
"""

import os
import sys
import time

part = globals()["part"]  # see sitecustomize.py
reporter = part(os.path.join("reporter", "sitecustomize"))
signature = reporter.signature
QTS = ("PySide6", "PyQt6", "PySide2", "PyQt5")
# Toolkits whose main loop sleeps in C code, where a Python signal handler cannot run.
_MAIN_LOOPS = {
    "_tkinter", "PyQt5", "PyQt6", "PySide2", "PySide6", "wx", "gi", "_gi", "AppKit", "kivy",
}  # fmt: skip
# Toolkits whose windows own_windows.py knows how to put in their place.
WINDOWED = {"tkinter", "pygame", *(name + ".QtWidgets" for name in QTS)}
# After whose errors a script goes on: see survived.py.
GO_ON = {"threading", "tkinter", "asyncio.base_events"}
_LATER = WINDOWED | GO_ON  # something is done with them once they are executed
_FELT = {"_posixsubprocess"} | _MAIN_LOOPS | _LATER
# Whose libraries no user builds beside a script.
_SYSTEM_FOLDERS = (
    "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/System", "/Library",
)  # fmt: skip
_SITE, _DIST = (os.sep + name + os.sep for name in ("site-packages", "dist-packages"))
_TOGETHER_S = 0.005  # what one import brings with it is told by so many messages at most
# By package: variables of which its imports see no value. Each manage.py of Django's sets the first
# one: what asks for that fails when it is imported ahead, and so the script makes it itself. The
# other one is set with the settings.
_UNSEEN = {"django": ("DJANGO_SETTINGS_MODULE", "TZ")}
# Of which no import sees a value: a process reads them when it starts, or opens a window. (cv2 sets
# them.)
LATER_READ = {"LD_LIBRARY_PATH", "QT_QPA_FONTDIR", "QT_QPA_PLATFORM_PLUGIN_PATH"}
_IMPORT = sys.modules["_frozen_importlib"]._find_and_load_unlocked.__code__


def is_installed(path):
    return isinstance(path, str) and (_SITE in path or _DIST in path)


class Surroundings:
    """What any module can see when it is imported, beside other modules. A package that the script
    imports when they are other ones than at its beginning is not imported ahead."""

    def __init__(self):
        self.some_are_given = False  # packages were imported ahead
        self.settle()

    @staticmethod
    def now():
        try:
            folder = os.getcwd()
        except OSError:  # it is gone
            folder = None
        return os.environ._data, folder, [sys.stdin, sys.stdout, sys.stderr]

    def are_same(self, package=""):
        """Also where there is another difference, but none that this package's imports see."""
        (before, *seen), (variables, *now) = self.seen, self.now()
        if before != variables:
            unseen = set(map(os.environ.encodekey, LATER_READ.union(_UNSEEN.get(package, ()))))
            before, variables = (
                {name: value for name, value in each.items() if name not in unseen}
                for each in (before, variables)
            )
        return before == variables and seen == now

    def settle(self):
        """What has changed was a package's own doing."""
        variables, *others = self.now()
        self.seen = dict(variables), *others

    def on_change(self, event, args, frame):
        """Of the environment, about to be made. What a package does when it is imported will have
        been done before the next one, too; but not where only others were imported ahead."""
        while frame is not None and not self.some_are_given:
            if frame.f_code.co_name == "<module>" and is_installed(frame.f_code.co_filename):
                if event == "os.putenv":
                    self.seen[0][args[0]] = args[1]
                else:
                    self.seen[0].pop(args[0], None)
                return
            frame = frame.f_back


def bytecode(path):
    """Where the import system keeps what it compiles from this; '' if nowhere."""
    try:
        compiled = sys.modules["_frozen_importlib_external"].cache_from_source(path)
    except (ValueError, NotImplementedError):
        return ""
    return compiled if path.endswith((".py", ".pyw")) else ""


def _absolute(path):
    try:
        return os.path.abspath(path)
    except OSError:  # the working directory is gone
        return path


def _archive_of(path):
    """The zip file that this name leads into; None if there is none."""
    while True:
        above = os.path.dirname(path)
        if above == path or os.path.isdir(above):
            return None
        if os.path.isfile(above):
            return above
        path = above


class Loads:
    """Tells the supervisor of each file once, with what it looked like before it was read."""

    def __init__(self, agent):
        self.agent = agent
        self.reported = set()
        self.seen = {}  # by path: what a file of the user's looked like before it was read
        self.swept = set()  # the names by which modules know their files
        self.passed = set()  # names of modules that are not the user's, and were found as usual
        self.codes = None  # what is to be executed, see codes.py
        self.missing = set()
        self.last_module = None
        self.uses = []  # not told yet: see report_uses
        self.late = []  # of these
        self.said_at = 0.0
        self.tells_packages = True  # also what is part of them
        self.surroundings = Surroundings()
        self.is_late = False  # what is imported now may have seen other ones

    def tell_ahead(self, files):
        """What was loaded before `go`, by path and signature."""
        for path, seen in files.items():
            self.reported.add(path)
            if not path.startswith(self.agent.not_users):
                self.seen[path] = seen
                self.agent.send("loaded", path, *seen)
        for name in _FELT.intersection(sys.modules):
            self.on_module(name)
            if name in _LATER:
                self.agent.on_felt(sys.modules[name])

    def before_import(self):
        self.sweep()

    def on_found(self, name, spec):
        if spec.has_location:
            path, frame = spec.origin, sys._getframe(2)
            self.report(path)
            if self.codes is not None:
                self.codes.offer(spec.loader, frame)
            importer = self.importer(frame)
            if importer is not None and is_installed(path) and not is_installed(importer):
                self.is_late = not self.surroundings.are_same(name.partition(".")[0])
                self.note_place(name)
            if self.is_others(path):
                self.passed.add(name)
            self.report_uses([(name, path)], self.is_late)
            # Who imports what has imported this gets it, too: it can wait.
            is_part = importer is not None and importer.startswith(self.agent.not_users)
            if not is_part or time.monotonic() - self.said_at > _TOGETHER_S:
                self.say_uses()
        if name in _MAIN_LOOPS:
            self.agent.start_thread()
        if name in _LATER and hasattr(spec.loader, "exec_module"):
            spec.loader = _Loader(spec.loader, self.agent.on_felt)

    @staticmethod
    def importer(frame):
        """The file whose code imports this; None if nobody does. `frame`: of who asks a finder."""
        if frame.f_back is None or frame.f_back.f_code is not _IMPORT:
            return None
        while frame is not None and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        return None if frame is None else frame.f_code.co_filename

    def on_given(self, modules, is_late):
        """The script has got these, which were imported ahead of time, by name."""
        files = [(name, vars(each).get("__file__")) for name, each in modules.items()]
        self.report_uses(files, is_late)
        if files and is_installed(files[0][1]):
            self.note_place(files[0][0])
        if self.late:
            self.say_uses()
        if _FELT.isdisjoint(modules):
            return
        for name, module in modules.items():
            self.on_module(name)
            if name in _LATER:
                self.agent.on_felt(module)
        self.say_uses()

    def note_place(self, name):
        """A package is imported: tell where the user's code does so, if that is the code of a
        module. What is executed before it may matter to it: see prefix.py."""
        if not self.tells_packages:
            return
        frame, lines = sys._getframe(2), []
        while frame is not None:
            code = frame.f_code
            path = code.co_filename
            if "importlib" not in path and not self.agent.is_ours(path):
                path = _absolute(path) if path[:1] != "<" else path
                is_users = path[:1] != "<" and not path.startswith(self.agent.not_users)
                if not lines and not (is_users and code.co_name == "<module>"):
                    return
                if is_users and code.co_name == "<module>":
                    lines += path, str(frame.f_lineno)
            frame = frame.f_back
        self.agent.send("imported", name, *lines)

    def on_module(self, name):
        """It is there: with some of them that makes a difference."""
        if name in _MAIN_LOOPS:
            self.agent.start_thread()
        elif name == "_posixsubprocess":
            self.agent.children.replace_starters()

    def report(self, path):
        """`path` is being loaded; its signature is read before the import system reads it.
        Until then a relative name is made absolute: after a chdir it means another file."""
        if not isinstance(path, str) or path in self.reported or path[:1] == "<":
            return
        self.swept.add(path)
        if self.is_others(path):
            self.reported.add(path)
            return
        name, path = path, _absolute(path)
        if path in self.reported:
            return
        self.reported.add(path)
        if path.startswith(self.agent.not_users) or self.agent.is_ours(path):
            return
        seen = signature(path)
        if not seen:
            archive = _archive_of(path)
            if archive:
                self.report(archive)
            if archive or name != path:  # the name of a template, or of a file elsewhere
                return
        self.seen[path] = seen
        self.agent.send("loaded", path, *seen)

    def is_others(self, path):
        """Is it surely not the user's?"""
        return path.startswith(self.agent.not_users) and ".." not in path

    def report_library(self, name):
        """What ctypes loads by a path. A bare name is searched for among the system's."""
        if name is None:
            return
        path = os.fsdecode(name)
        if os.path.basename(path) == path:
            return
        path = _absolute(path)
        others = (sys.prefix, sys.base_prefix, os.environ.get("SYSTEMROOT"), *_SYSTEM_FOLDERS)
        others = tuple(os.path.normcase(entry + os.sep) for entry in others if entry)
        if os.path.isfile(path) and not os.path.normcase(path).startswith(others):
            self.report(path)

    def report_uses(self, files, is_late):
        """Modules that are not the user's: a later child may import them ahead of time. One that
        was imported ahead the supervisor knows already; so many of them are told at once."""
        not_users = self.agent.not_users
        for name, path in files:
            if isinstance(path, str) and path.startswith(not_users):
                self.uses += name, path
                if is_late and is_installed(path):
                    self.late.append(name)

    def say_uses(self):
        uses, self.uses, late, self.late = self.uses, [], self.late, []
        self.said_at = time.monotonic()
        if late:
            self.agent.send("late", *late)
        if uses:
            self.agent.send("uses", *uses)

    def report_missing(self, name, folders):
        if (name, len(folders)) not in self.missing and name != "usercustomize":
            self.missing.add((name, len(folders)))
            self.agent.send("missing", name, *[os.path.abspath(entry) for entry in folders])

    def sweep(self):
        """Report modules that came past the finder."""
        if next(reversed(sys.modules), None) == self.last_module:
            return
        for name in reporter.newer_modules(self.last_module):
            self.last_module = name
            if name in self.passed and name not in _FELT:
                continue
            module = sys.modules.get(name)
            if name == "__main__" or module is None:
                continue
            try:
                path = reporter.file_of(module)
                if path not in self.swept:
                    self.report(path)
            except Exception:  # a module may be any object
                pass
            self.on_module(name)


class _Loader:
    """Stands in for a module's loader, to call back once that has executed the module. The
    module and its spec then know the real one only."""

    def __init__(self, loader, then):
        self._loader, self._then = loader, then

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        self._then(module)
