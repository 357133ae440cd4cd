"""Runs INSIDE each Python that the script starts, however deep, before that one's own program.

It shows printed lines whole and at once where they go to where the script's go, tells the
supervisor which of the user's files are loaded, and is in nobody's sight: `os` and `sys` only, no
open file, no thread, no signal, no audit hook, nothing in sys.modules. What it tells goes into a
named pipe of the run: opened, written and closed for each report, so whoever is killed or forked
leaves nothing. An older Python (2.7, 3.7) only has its traces taken out, so it must parse there.

The agent uses the same parts in the script's forks, see children.py beside this folder.
"""

import os
import sys

NAME = "RELOADER_CHILDREN"
FOLDER = os.path.dirname(os.path.abspath(__file__))
# What is written at once is never mixed with what others write: PIPE_BUF. (On Windows one writes
# after another.)
_MOST_BYTES = 4096 if sys.platform.startswith(("linux", "win")) else 512
_MOST_REPORTS = 5000  # the supervisor takes no more of a whole run
_MOST_TRIES = 200  # of one process
_FLAGS = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_INSTALLED = tuple(os.sep + name + os.sep for name in ("site-packages", "dist-packages"))
_LIBRARY = os.path.join(os.path.dirname(os.path.abspath(os.__file__)), "")


class Told(object):
    """What the variable says. `places`: device and inode of the script's stdout and stderr;
    `pipe`: where to report; `path_was_empty`: of PYTHONPATH, which was there without a value."""

    def __init__(self, places, pipe, path_was_empty=False):
        self.places = places
        self.pipe = pipe
        self.path_was_empty = path_was_empty

    def __str__(self):
        numbers = [int(self.path_was_empty)] + [number for place in self.places for number in place]
        return ":".join(map(str, numbers)) + ":" + self.pipe

    @classmethod
    def parse(cls, text):
        """None: another version's words, or nobody's."""
        try:
            words = text.split(":", 5)
            pipe = words.pop(5)
            empty, device, inode, device_2, inode_2 = map(int, words)
        except (ValueError, IndexError):
            return None
        return cls([(device, inode), (device_2, inode_2)], pipe, bool(empty))


def place_of(stream):
    """Device and inode of what this stream, or descriptor, leads to."""
    found = os.fstat(stream if isinstance(stream, int) else stream.fileno())
    return found.st_dev, found.st_ino


def show_lines(places, unbuffered=False):
    """As in a terminal. `unbuffered`: also a stream that writes each piece of a line by itself:
    the pieces of several processes would be mixed."""
    for stream in (sys.__stdout__, sys.__stderr__):
        try:
            if place_of(stream) not in places:
                continue
            if unbuffered:
                stream.reconfigure(line_buffering=True, write_through=False)
            elif not stream.write_through:  # else the user asked for that, by -u
                stream.reconfigure(line_buffering=True)
        except (AttributeError, OSError, ValueError):  # there is none, or it is closed
            pass


def signature(path):
    """Of a file, as it is told; () where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ()
    inode = 0 if sys.platform == "win32" else found.st_ino  # as watch/signature.py has it
    return str(found.st_mtime_ns), str(found.st_size), str(inode)


def is_users(path):
    return not path.startswith(_LIBRARY) and not any(each in path for each in _INSTALLED)


class Pipe(object):
    """The way to the supervisor. What cannot be said now is said with the next word."""

    def __init__(self, path):
        self.path = path
        self.unsaid = []
        self.reports = 0
        self.tries = _MOST_TRIES

    def report(self, *fields):
        payload = b"\0".join(map(os.fsencode, fields))
        data = len(payload).to_bytes(4, "little") + payload
        if self.path is None or len(data) > _MOST_BYTES or self.reports >= _MOST_REPORTS:
            return
        self.reports += 1
        self.unsaid.append(data)
        pipe = self.open()
        if pipe is None:
            return
        try:
            while self.unsaid:
                data = self.unsaid.pop()
                os.write(pipe, data)
        except OSError:  # full
            self.unsaid.append(data)
        except IndexError:  # another thread has said it
            pass
        finally:
            os.close(pipe)

    def open(self):
        """None: not now, or never."""
        while True:
            try:
                return os.open(self.path, _FLAGS)
            except (FileNotFoundError, PermissionError):  # the run is over; this is another user
                self.path = None
                return None
            except OSError:
                if os.name != "nt" or self.tries == 0:
                    return None
                self.tries -= 1  # Windows: one at a time
                sys.modules["time"].sleep(0.001)


class Finder(object):
    """Sees every import just before PathFinder; asks the finders behind it and reports."""

    def __init__(self, listener):
        self.listener = listener

    def find_spec(self, name, path=None, target=None):
        listener = self.listener
        listener.before_import()
        is_behind = False
        for finder in list(sys.meta_path):
            if is_behind and hasattr(finder, "find_spec"):
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    listener.on_found(name, spec)
                    return spec
            is_behind = is_behind or finder is self
        listener.report_missing(name, sys.path if path is None else list(path))
        return None

    def place(self):
        """Unless it is there already."""
        if self not in sys.meta_path:
            names = [getattr(finder, "__name__", "") for finder in sys.meta_path]
            index = names.index("PathFinder") if "PathFinder" in names else len(names)
            sys.meta_path.insert(index, self)


def newer_modules(last):
    """The names that came into sys.modules after this one, oldest first."""
    names = []
    try:
        for name in reversed(sys.modules):
            if name == last:
                break
            names.append(name)
    except RuntimeError:  # another thread is importing: they are looked at the next time
        return []
    return names[::-1]


def file_of(module):
    """Its __file__; not by module.__dict__, which would load a lazy module. A module may be any
    object, and so raise anything."""
    return object.__getattribute__(module, "__dict__").get("__file__")


class Loads(object):
    """Tells of each of the user's files once. The finder's listener in what the script starts."""

    def __init__(self, pipe):
        self.pipe = pipe
        self.told = set()
        self.missing = set()
        self.last_module = None

    def before_import(self):
        """Tell of modules that came past the finder."""
        for name in newer_modules(self.last_module):
            self.last_module = name
            try:
                self.report(file_of(sys.modules[name]))
            except Exception:
                pass

    def on_found(self, name, spec):
        if spec.has_location:
            self.report(spec.origin)

    def report(self, path):
        """This file is being loaded; its signature is read before the import system reads it."""
        try:
            if path in self.told or not isinstance(path, str) or path[:1] == "<":
                return
            self.told.add(path)
            path = os.path.abspath(path)
            if is_users(path) and path[: len(FOLDER)] != FOLDER:
                seen = signature(path)
                while not seen and not os.path.isdir(path):
                    path = os.path.dirname(path)  # of what lies in an archive, the archive
                    seen = () if os.path.isdir(path) else signature(path)
                if seen:
                    self.pipe.report("loaded", path, *seen)
        except Exception:  # never in the program's way
            pass

    def report_missing(self, name, folders):
        try:
            folders = [os.path.abspath(each) for each in folders]
            folders = tuple(each for each in folders if is_users(each + os.sep))
            if folders and name != "usercustomize" and (name, folders) not in self.missing:
                self.missing.add((name, folders))
                self.pipe.report("missing", name, *folders)
        except Exception:
            pass


def variables(told, path):
    """Ours, for an environment with this PYTHONPATH (None: without)."""
    ours = FOLDER + os.pathsep + path if path else FOLDER
    return {"PYTHONPATH": ours, NAME: str(Told(told.places, told.pipe, path == ""))}


def hand_on(told):
    """To what is started from here: by the environment that C code sees, and os.environ not."""
    path = os.environ.get("PYTHONPATH")
    for name, value in variables(told, path).items():
        os.putenv(name, value)


def _take_out():
    """As if we had never been on the path; returns what there is to know, None if nothing."""
    told = os.environ.pop(NAME, None)
    told = Told.parse(told) if told else None
    path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if FOLDER in path:
        path = os.pathsep.join([folder for folder in path if folder != FOLDER])
        if path or (told is not None and told.path_was_empty):
            os.environ["PYTHONPATH"] = path
        else:
            del os.environ["PYTHONPATH"]
    while FOLDER in sys.path:
        sys.path.remove(FOLDER)
    sys.path_importer_cache.pop(FOLDER, None)
    return told


def _begin(told):
    show_lines(told.places)
    loads = Loads(Pipe(told.pipe))
    Finder(loads).place()
    if sys.argv and os.path.isfile(sys.argv[0]):
        loads.report(sys.argv[0])


def _run_displaced():
    """The sitecustomize that ours stands in front of; there is none, says ImportError."""
    ours = sys.modules.pop("sitecustomize")  # kept: Python 2 empties a module that nobody has
    try:
        import sitecustomize  # noqa: F401  (not this file: its folder is off the path)
    except ImportError as error:
        if getattr(error, "name", "sitecustomize") == "sitecustomize":
            error = ImportError("No module named 'sitecustomize'")
            error.name = "sitecustomize"
            raise error  # which `site` expects
        raise
    return ours


if __name__ == "sitecustomize":
    _told = None
    try:
        _told = _take_out()
        if _told is not None and sys.version_info >= (3, 8):
            _begin(_told)
    except Exception:  # the program runs as without us
        pass
    try:
        _ours = _run_displaced()
    finally:
        if _told is not None:
            hand_on(_told)
