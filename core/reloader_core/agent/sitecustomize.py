"""Runs INSIDE the user's interpreter, which imports it before it opens the script.

Python 3.8 and newer, standard library only; what it imports beyond what every
interpreter has at start would be seen by the script, so it imports built-in
modules alone (`_signal`, not `signal`). It takes its own traces out, says hello on
the control pipe and blocks: the child is parked. On `go` it returns, and the
interpreter runs the script as it always does. From then on it reports what is
loaded and, when asked, ends the script the way Ctrl+C or sys.exit would.
Words and framing: child/wire.py. Runs in the main thread; on Windows, and on
POSIX once a GUI toolkit was imported, one thread waits for requests as well.
"""

import _thread
import os
import stat
import sys
import time

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_SCRIPT_ENDINGS = (".bat", ".cmd", ".py", ".pyw", ".pyz", ".ps1", ".vbs", ".js", ".wsf")
_MAY_OPEN = ("open", "browser", "wslview", "gio")  # in the names that openers.py knows
_OPENED = "RELOADER_OPENED"
# Toolkits whose main loop sleeps in C code, where a Python signal handler cannot run.
_MAIN_LOOPS = {
    "_tkinter", "PyQt5", "PyQt6", "PySide2", "PySide6", "wx", "gi", "_gi", "AppKit", "kivy",
}  # fmt: skip
_CALLBACKS = {
    "_weakrefset.py": ("_remove",),
    "weakref.py": ("remove", "__call__"),
    "<frozen importlib._bootstrap>": ("cb",),
}
_QTS = ("PySide6", "PyQt6", "PySide2", "PyQt5")
# Toolkits whose windows own_windows.py knows how to put in their place.
_WINDOWED = {"tkinter", "pygame", *(name + ".QtWidgets" for name in _QTS)}
_ANSWER_S = 0.02  # a main thread that runs Python answers sooner
_IDLE_S = 0.3
_IDLE_SHARE = 0.05
_JOIN_S = 1.0
_KEYS = ("getch", "getche", "getwch", "getwche", "kbhit")
_WROTE_AGAIN_S = 0.2  # one file is reported no more often; the supervisor remembers for longer
_MAX_WROTE = 1000  # files a second
_MAX_QUESTIONS = 2000  # a person answers fewer; a file on stdin may answer millions
_INSTALLED = tuple(os.sep + name + os.sep for name in ("site-packages", "dist-packages"))
_REPLACES = {"os.rename", "os.symlink"}  # also a folder, with all that is in it
# What on_audit looks at: some events (id(), sys._getframe()) come by the thousand.
_STARTS = {
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty",
    "os.spawn", "_winapi.CreateProcess",
}  # fmt: skip
# What else changes a file than open(), and which argument is its name.
_WRITES = {
    "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.truncate": 0, "os.utime": 0,
    "shutil.copyfile": 1, "_winapi.CopyFile2": 1, "sqlite3.connect": 0,
}  # fmt: skip
_EVENTS = {"exec", "open", "sys.excepthook", "cpython.run_file", "cpython.run_module"}
_EVENTS |= _STARTS | set(_WRITES) | {"builtins.input", "os.chdir", "ctypes.dlopen"}
# Whose libraries no user builds beside a script.
_SYSTEM_FOLDERS = (
    "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/System", "/Library",
)  # fmt: skip


def _encode(*fields):
    payload = b"\0".join(field.encode("utf-8", "surrogateescape") for field in fields)
    return len(payload).to_bytes(4, "little") + payload


def _signature(path):
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ()
    inode = 0 if sys.platform == "win32" else found.st_ino  # as watch/signature.py has it
    return str(found.st_mtime_ns), str(found.st_size), str(inode)


def _bytecode(path):
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


def _is_folder(path):
    """Itself: a link to one can be replaced, and leads to other files then."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _archive_of(path):
    """The zip file that this name leads into; None if there is none."""
    while True:
        above = os.path.dirname(path)
        if above == path or os.path.isdir(above):
            return None
        if os.path.isfile(above):
            return above
        path = above


class _Agent:
    def __init__(self, channel):
        self.channel = channel
        self.pid = os.getpid()
        self.buffer = b""
        self.reported = {os.path.abspath(__file__)}
        self.swept = set()  # the names by which modules know their files
        self.wrote = {}  # as the script named it: when that was reported
        self.wrote_since = 0.0
        self.missing = set()
        self.last_module = None
        self.marking = False
        self.marked_env = None
        self.reporting = set()  # the threads that are in on_audit
        self.main_thread = _thread.get_ident()
        self.armed = False
        self.begun = False
        self.compiling = False
        self.error = None
        self.hook_code = None
        self.interrupted_exit = False
        self.ends_threads = False
        self.handled = False
        self.end_lock = _thread.allocate_lock()
        self.not_users = tuple(self.prefixes())
        self.thread_started = False
        self.finishing = False
        self.questions = 0
        self.appearance = []
        self.own_windows = None
        self.opener_names = None
        self.aside = None
        self.ahead = _Ahead(self)
        self.finder = _Finder(self.ahead)

    # -- talking

    def send(self, *fields):
        """Report; the supervisor may be gone, which is not the script's concern."""
        if os.getpid() != self.pid:
            return
        try:
            self.channel.write(_encode(*fields))
        except (OSError, ValueError):
            pass

    def messages(self, data):
        """The messages that these bytes complete."""
        self.buffer += data
        while len(self.buffer) >= 4:
            size = int.from_bytes(self.buffer[:4], "little")
            if len(self.buffer) < 4 + size:
                return
            payload = self.buffer[4 : 4 + size]
            self.buffer = self.buffer[4 + size :]
            yield payload.decode("utf-8", "surrogateescape").split("\0")

    # -- parked

    def park(self):
        """Say hello and block until `go`. Without a supervisor the script must not run."""
        version = ".".join(map(str, sys.version_info[:3]))
        self.ahead.tell()  # first: what is told to go at hello has loaded these
        self.send("hello", str(self.pid), version, *self.prefixes())
        standby = _Standby(self)
        while True:
            data = self.channel.read()
            if not data:
                os._exit(3)
            for word, *fields in self.messages(data):
                if word == "preload":
                    folders = int(fields[0])
                    standby.preload(fields[1 : folders + 1], fields[folders + 1 :])
                elif word == "check":
                    standby.check(*fields)
                elif word == "windows":
                    self.appearance = fields
                elif word == "go":
                    standby.settle_up()
                    self.forget_bytecode(fields)
                    return
                else:
                    os._exit(3)

    @staticmethod
    def prefixes():
        """Folders whose files are not the user's: standard library, installed packages."""
        found = [os.path.dirname(os.path.abspath(os.__file__))]
        for entry in sys.path:
            if os.path.basename(entry) in ("site-packages", "dist-packages", "lib-dynload"):
                found.append(os.path.abspath(entry))
        return [entry + os.sep for entry in found]

    @staticmethod
    def forget_bytecode(sources):
        """Remove what the import system would take for these sources' bytecode.

        It trusts the mtime in whole seconds and the size, so after two saves of equal
        size within a second it would run the old text.
        """
        name = "_frozen_importlib_external"
        cache_from_source = sys.modules[name].cache_from_source
        for source in sources:
            for level in ("", 1, 2):
                try:
                    os.unlink(cache_from_source(source, optimization=level))
                except (OSError, ValueError, NotImplementedError):
                    pass

    # -- watching what is loaded

    def arm(self):
        """Our last act of our own accord: hooks and handlers in place. The interpreter has some
        way to go from here to the script (its own startup files, runpy)."""
        import atexit

        atexit.register(self.at_exit)  # the first registered runs last
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.channel.close)
        self.place_finder()
        self.finder.listener = self
        sys.addaudithook(self.audit_hook())
        for path, signature in self.ahead.files.items():
            self.reported.add(path)
            if not path.startswith(self.not_users):
                self.send("loaded", path, *signature)
        self.sweep()
        for name in _WINDOWED:
            if name in sys.modules:  # imported ahead of time
                self.on_toolkit(sys.modules[name])
        self.channel.arm(self)
        if sys.implementation.name != "cpython":  # which alone tells when it runs the script
            self.say_armed()

    def say_armed(self):
        """The script begins: what asks for its end has somebody to ask."""
        if not self.armed:
            self.armed = True
            self.send("armed")

    def place_finder(self):
        """Just before PathFinder, unless it is there already."""
        if self.finder not in sys.meta_path:
            names = [getattr(finder, "__name__", "") for finder in sys.meta_path]
            index = names.index("PathFinder") if "PathFinder" in names else len(names)
            sys.meta_path.insert(index, self.finder)

    def before_import(self):
        self.sweep()

    def on_found(self, name, spec):
        if spec.has_location:
            self.report(spec.origin)
            self.report_use(name, spec.origin)
        if name in _MAIN_LOOPS:
            self.start_thread()
        if name in _WINDOWED and hasattr(spec.loader, "exec_module"):
            spec.loader = _Loader(spec.loader, self.on_toolkit)

    def report(self, path):
        """`path` is being loaded; its signature is read before the import system reads it.
        Until then a relative name is made absolute: after a chdir it means another file."""
        if not isinstance(path, str) or path in self.reported or path[:1] == "<":
            return
        self.swept.add(path)
        name, path = path, _absolute(path)
        if path in self.reported:
            return
        self.reported.add(path)
        if path.startswith(self.not_users):
            return
        seen = _signature(path)
        if not seen:
            archive = _archive_of(path)
            if archive:
                self.report(archive)
            if archive or name != path:  # the name of a template, or of a file elsewhere
                return
        self.send("loaded", path, *seen)

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

    def report_use(self, name, path):
        """A module that is not the user's: a later child may import it ahead of time."""
        if isinstance(path, str) and path.startswith(self.not_users):
            self.send("uses", name, path)

    def report_missing(self, name, folders):
        if (name, len(folders)) not in self.missing and name != "usercustomize":
            self.missing.add((name, len(folders)))
            self.send("missing", name, *[os.path.abspath(entry) for entry in folders])

    def sweep(self):
        """Report modules that came past the finder. New ones are last in sys.modules."""
        try:
            names = []
            for name in reversed(sys.modules):
                if name == self.last_module:
                    break
                names.append(name)
        except RuntimeError:  # another thread is importing
            return
        for name in reversed(names):
            self.last_module = name
            module = sys.modules.get(name)
            if name == "__main__" or module is None:
                continue
            try:
                # not module.__dict__: that would load a lazy module
                path = object.__getattribute__(module, "__dict__").get("__file__")
                if path not in self.swept:
                    self.report(path)
            except Exception:  # a module may be any object
                pass
            if name in _MAIN_LOOPS:
                self.start_thread()

    def start_thread(self):
        """Somebody must be able to end a script whose main thread sleeps in C code."""
        if not self.thread_started:
            self.thread_started = True
            self.channel.start_thread(self)

    def on_toolkit(self, module):
        """The script can open windows from here on."""
        try:
            if self.own_windows is None:
                self.own_windows = self.load("own_windows.py")["OwnWindows"](*self.appearance)
            self.own_windows.imported(module.__name__, module)
        except Exception:  # its windows come up as without us
            pass

    def load(self, name):
        """The names of a file beside this one, which no script finds in sys.modules."""
        path = os.path.join(_FOLDER, name)
        self.reported.add(path)
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        names = {"__name__": name[:-3]}
        exec(code, names)
        return names

    def report_place(self):
        """Where the script's window is, for the next run."""
        if self.own_windows is not None and _thread.get_ident() == self.main_thread:
            place = self.own_windows.place()
            if place:
                self.send("place", *place)

    def audit_hook(self):
        """Quick to say no: copy.deepcopy() alone raises an event for each object."""
        events = _EVENTS

        def hook(event, args):
            if event in events or self.marking:
                self.on_audit(event, args)

        self.hook_code = hook.__code__
        return hook

    def on_audit(self, event, args):
        """sys.addaudithook: what is executed, written, started."""
        thread = _thread.get_ident()
        if thread in self.reporting:
            return
        try:
            self.reporting.add(thread)
            if event == "exec":
                self.begun = self.begun or self.compiling
                self.report(args[0].co_filename)
            elif event == "open":
                self.on_open(*args[:3])
            elif event in _WRITES:
                self.report_wrote(args[_WRITES[event]], event in _REPLACES)
            elif event == "os.chdir":
                self.wrote.clear()  # the same name is another file from here on
            elif event == "ctypes.dlopen":
                self.report_library(args[0])
            elif event == "builtins.input" and self.questions < _MAX_QUESTIONS:
                self.questions += 1
                self.send("asks")
            elif event in _STARTS:
                self.on_start(event, args)
            elif event == "sys.excepthook":
                if thread == self.main_thread and not self.in_script():
                    self.error = args[2]  # what ends the script, and not a slot's or a test's
            elif event == "cpython.run_file":
                self.compiling = True  # what is executed next is the script
                self.say_armed()
            elif event == "cpython.run_module":
                self.begun = True  # runpy's frames are on the stack until the script's is
                self.say_armed()
            if self.marking and event not in _STARTS:
                self.unmark()
        except Exception:  # never in the script's way
            pass
        finally:
            self.reporting.discard(thread)

    def on_open(self, path, mode, flags):
        writes = isinstance(mode, str) and (set(mode) & set("wax+"))
        if not writes and isinstance(flags, int):
            writes = mode is None and flags & (os.O_WRONLY | os.O_RDWR)
        if writes:
            self.report_wrote(path)

    def report_wrote(self, path, replaced=False, clock=time.monotonic):  # a test may freeze it
        """`path` is about to be written, or another put in its place. The event comes before the
        write, so that the report is on its way before anybody can notice the change. Whoever
        writes in a loop pays for a look into a dictionary."""
        now = clock()
        if isinstance(path, int) or now - self.wrote.get(path, -1.0) < _WROTE_AGAIN_S:
            return
        if now - self.wrote_since > 1.0:
            self.wrote.clear()
            self.wrote_since = now
        elif len(self.wrote) >= _MAX_WROTE and not os.fsdecode(path).endswith(".py"):
            return  # it unpacks an archive, say
        self.wrote[path] = now
        path = os.path.abspath(os.fsdecode(path))
        # .pyc: the import system's own, under a passing name at first. A folder that is there
        # gets something put into it, or a time: what it holds stays as it is.
        if ".pyc" not in path and not _is_folder(path):
            self.send("replaced" if replaced else "wrote", path)

    # -- what the script opens for the user stays the user's (POSIX)

    def on_start(self, event, args):
        """Mark the environment of a browser, so that the guardian can tell it apart."""
        if self.own_windows is not None:
            self.own_windows.before_program()
        if not self.channel.mark:
            self.channel.on_start(self, event)
            return
        if event == "os.posix_spawn" and self.marking and self.is_called_by("subprocess"):
            self.unmark_mapping()  # so it carries out what it announced, and has read it by now
            return
        if self.opens(event, args):
            self.mark(event, args)
        elif self.marking:
            self.unmark()

    def opens(self, event, args):
        """Will this, and all of it, open a page or a document for the user? In a line that a
        shell is given, what does is marked here."""
        cwd = None
        if event == "subprocess.Popen":
            program, words, cwd, env = args
        elif event in ("os.exec", "os.posix_spawn"):
            program, words, env = args
        else:
            return False
        if self.in_webbrowser():
            return True
        words = [os.fsdecode(word) for word in (program, *list(words)[1:])]
        if not any(part in word for word in words for part in _MAY_OPEN):
            return False
        openers = self.openers()
        if not openers["is_shells_line"](words):
            return openers["is_opener"](words, env, cwd)
        line, nothing_else = openers["mark_line"](words[2], self.assignment(), env, cwd)
        if nothing_else or event != "subprocess.Popen":
            return nothing_else  # then the shell that waits for it is no program of the script's
        given = args[1]  # subprocess' own list, which it has not used yet
        given[2] = os.fsencode(line) if isinstance(given[2], bytes) else line
        return False

    def openers(self):
        if self.opener_names is None:
            self.opener_names = self.load("openers.py")
        return self.opener_names

    def assignment(self):
        return _OPENED + "=" + self.channel.mark

    def replace_system(self):
        """os.system takes its line as it is, so what opens something is marked before."""
        original = os.system

        def system(command):
            return original(self.mark_line(command))

        system.__module__, system.__qualname__ = original.__module__, original.__qualname__
        system.__doc__ = original.__doc__
        os.system = sys.modules[original.__module__].system = system

    def mark_line(self, line):
        try:
            text = os.fsdecode(line)
            if not any(part in text for part in _MAY_OPEN):
                return line
            marked = self.openers()["mark_line"](text, self.assignment())[0]
            return os.fsencode(marked) if isinstance(line, bytes) else marked
        except Exception:  # not ours to say
            return line

    def in_webbrowser(self):
        return self.is_called_by("webbrowser")

    def is_called_by(self, module):
        """Is this module of the standard library on the stack? (A script may have its own.)"""
        frame = sys._getframe()
        while frame is not None:
            if frame.f_globals.get("__name__") == module:
                return os.path.abspath(frame.f_code.co_filename).startswith(self.not_users)
            frame = frame.f_back
        return False

    def mark(self, event, args):
        """Until the next event, what is started carries our mark in its environment. Not in
        os.environ, where the script might see it, but for subprocess with posix_spawn."""
        self.unmark_mapping()
        self.marking = True
        os.putenv(_OPENED, self.channel.mark)
        if event == "subprocess.Popen":
            env = args[3]
            if env is None and os.path.dirname(os.fsdecode(args[0])):
                env = os.environ
            if env is not None:
                self.marked_env = env
                env[_OPENED] = self.channel.mark

    def unmark_mapping(self):
        if self.marked_env is not None:
            self.marked_env.pop(_OPENED, None)
            if self.marked_env is os.environ and self.marking:
                os.putenv(_OPENED, self.channel.mark)
            self.marked_env = None

    def unmark(self):
        self.marking = False
        self.unmark_mapping()
        os.unsetenv(_OPENED)

    # -- ending

    def on_request(self, request):
        """In the main thread, between two bytecodes: what the supervisor asks for."""
        import _signal

        self.handled = True
        self.send("handled")
        if self.finishing:  # another thread ends it
            return
        if not self.in_script():
            if self.in_exit_function() and not self.interrupted_exit:
                self.interrupted_exit = True  # it ends by itself: what has run must not run again
                return
            self.end_workers_at_exit()
            self.finish(3, run_exit_functions=not self.interrupted_exit)
        if self.would_be_swallowed() and self.channel.ring_again(request):
            return
        self.report_place()
        self.end_workers_at_exit()
        self.end_threads_at_exit()
        if request == "stop":
            self.mute_interrupt()
            if callable(_signal.getsignal(_signal.SIGINT)):
                _signal.raise_signal(_signal.SIGINT)
            elif _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
                raise KeyboardInterrupt
            return
        if callable(_signal.getsignal(_signal.SIGTERM)):
            _signal.raise_signal(_signal.SIGTERM)  # a server's own way to end
            return
        raise SystemExit(3)

    @staticmethod
    def in_script():
        """Is the script itself on this stack? Not before it, and not in exit functions."""
        greenlet = sys.modules.get("greenlet")
        frame = sys._getframe()
        while frame is not None:
            if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") == "__main__":
                return True
            frame = frame.f_back
            if frame is None and greenlet is not None:  # gevent: the script waits in another one
                current = greenlet.getcurrent()
                while current.parent is not None:
                    current = current.parent
                greenlet, frame = None, current.gr_frame
        return False

    @staticmethod
    def would_be_swallowed():
        """Is this a finalizer or a weak reference's callback, out of which no exception gets?"""
        frame = sys._getframe()
        while frame is not None:
            code = frame.f_code
            file = os.path.basename(code.co_filename)
            if code.co_name == "__del__" or file in _CALLBACKS and code.co_name in _CALLBACKS[file]:
                return True
            frame = frame.f_back
        return False

    def in_exit_function(self):
        """Main has ended, and it is not only waited for its threads."""
        frame, module, function = sys._getframe(), "", ""
        while frame is not None:
            if frame.f_code is self.hook_code:
                module, function = "", frame.f_locals["event"]  # what it calls does not count
            elif frame.f_code.co_filename != __file__:
                module, function = str(frame.f_globals.get("__name__")), frame.f_code.co_name
            frame = frame.f_back
        if module == "" and function in ("exec", "cpython.run_file", "cpython.run_module"):
            return False  # the script is just about to be executed
        waits_for_threads = module == "threading" and function == "_shutdown"
        looks_for_script = module.partition(".")[0] in (
            "runpy", "pkgutil", "zipimport", "importlib", "_frozen_importlib",
            "_frozen_importlib_external",
        )  # fmt: skip
        return self.begun and not waits_for_threads and not looks_for_script

    @staticmethod
    def end_workers_at_exit():
        """multiprocessing joins its processes when the script ends. In a terminal Ctrl+C
        reaches them as well; here they are told when the script itself is through."""
        process = sys.modules.get("multiprocessing.process")

        def terminate():
            for worker in process.active_children():
                if not worker.daemon:  # those, and only those, it ends itself
                    worker.terminate()

        if hasattr(process, "_children"):  # or it is only half imported
            import atexit

            atexit.register(terminate)

    def end_threads_at_exit(self):
        """The interpreter waits for the script's threads, most of which never end. As long as
        they work they are let work; once they only wait, that is the end."""
        threading = sys.modules.get("threading")
        if not hasattr(threading, "_shutdown") or self.ends_threads:
            return
        self.ends_threads = True  # once: a second request would wait for the first one's lock
        wait_for_threads = threading._shutdown
        begins, over = _thread.allocate_lock(), _thread.allocate_lock()
        begins.acquire()
        over.acquire()
        join = _start_joinable(self.finish_when_idle, begins, over)  # 3.12 lets none start later

        def shutdown():
            begins.release()
            wait_for_threads()
            if not self.end_lock.acquire(False):
                self.end_lock.acquire()  # the other thread ends this process
            over.release()
            join()

        threading._shutdown = shutdown

    def finish_when_idle(self, begins, over):
        begins.acquire()
        used = -1.0
        while time.process_time() - used > _IDLE_S * _IDLE_SHARE:
            used = time.process_time()
            if over.acquire(True, _IDLE_S):
                return
        if self.end_lock.acquire(False):
            self.finish(3)

    @staticmethod
    def wake_main_loop():
        """Have it return to Python, where what the bell asked for is then done."""
        for name in _QTS:
            qt = sys.modules.get(name + ".QtCore")
            if qt is not None and qt.QCoreApplication.instance() is not None:
                qt.QCoreApplication.exit(0)
        root = getattr(sys.modules.get("tkinter"), "_default_root", None)
        if root is not None:
            root.tk.call("info", "level")  # in the main thread, which then looks for signals

    @staticmethod
    def mute_interrupt():
        """Stop was pressed here, so Python's KeyboardInterrupt traceback would be noise."""
        previous = sys.excepthook

        def excepthook(kind, value, traceback):
            if not issubclass(kind, KeyboardInterrupt):
                previous(kind, value, traceback)

        sys.excepthook = excepthook

    def finish(self, code, run_exit_functions=True):
        """End now, in good order: exit functions, files flushed, the rest cut off."""
        if self.finishing:
            return
        self.finishing = True
        import atexit
        import gc

        if run_exit_functions:
            try:
                atexit._run_exitfuncs()
            except BaseException:
                pass
        if self.aside is not None:
            self.aside.give_back()  # stdout is among it
        io_types = (sys.modules["io"].TextIOWrapper, sys.modules["io"].BufferedWriter,
                    sys.modules["io"].BufferedRandom)  # fmt: skip
        for kind in io_types:  # text first: it flushes into the buffers below
            for file in gc.get_objects():
                if isinstance(file, kind):
                    try:
                        file.flush()
                    except Exception:
                        pass
        os._exit(code)

    def at_exit(self):
        if os.getpid() != self.pid:
            if self.aside is not None:
                self.aside.give_back()
            return
        self.sweep()
        self.report_place()
        self.send("exit", *self.last_error())
        self.error = None  # or what it holds would live longer than without us
        if self.aside is not None:
            self.aside.at_end()

    def last_error(self):
        """The uncaught exception that ends the script: type, message, file, line, source."""
        value = self.error
        if value is None or isinstance(value, (SystemExit, KeyboardInterrupt)):
            return ()
        kind = type(value).__name__
        try:
            message = str(value)
        except Exception:
            message = ""
        if isinstance(value, SyntaxError) and value.filename and value.filename[:1] != "<":
            return describe_syntax_error(value, "")
        place = ("", "0")
        traceback = value.__traceback__
        while traceback is not None:
            code = traceback.tb_frame.f_code
            path = code.co_filename
            if path[:1] != "<" and not os.path.abspath(path).startswith(self.not_users):
                place = (os.path.abspath(path), str(traceback.tb_lineno))
            traceback = traceback.tb_next
        return (kind, message, *place)


class _Ahead:
    """What is loaded before `go`: by the .pth files, by the sitecustomize in whose place this
    stands, and what is imported ahead. The run gets the text of then, so the supervisor is told
    what the files looked like, and which it missed: a sitecustomize that appears. The standard
    library, which nobody edits, is left out."""

    def __init__(self, agent):
        self.agent = agent
        self.files = {}  # path -> signature, read before the file was where that can be
        self.missing = []  # files
        self.told = 0

    def before_import(self):
        pass

    def on_found(self, name, spec):
        if spec.has_location:
            self.note(spec.origin)

    def report_missing(self, name, folders):
        tail = name.rpartition(".")[2]
        for folder in map(os.path.abspath, folders):
            if not (folder + os.sep).startswith(self.agent.not_users):
                self.missing.append(os.path.join(folder, tail + ".py"))
                self.missing.append(os.path.join(folder, tail, "__init__.py"))

    def note(self, path):
        if not isinstance(path, str) or path[:1] == "<" or path in self.agent.swept:
            return
        self.agent.swept.add(path)  # at `go` somebody waits, and nothing is left to be done for it
        path = os.path.abspath(path)
        installed = any(folder in path for folder in _INSTALLED)
        if installed or not path.startswith(self.agent.not_users):
            if path not in self.files and path not in self.agent.reported:
                self.files[path] = _signature(path)

    def sweep(self):
        """Note what came past the finder, or before it."""
        for module in list(sys.modules.values()):
            try:
                self.note(object.__getattribute__(module, "__dict__").get("__file__"))
            except Exception:  # a module may be any object
                pass

    def tell(self):
        """Tell the supervisor what it has not been told yet."""
        self.sweep()
        if not self.told and sys.prefix != sys.base_prefix:
            config = os.path.join(sys.prefix, "pyvenv.cfg")
            self.agent.send("ahead", config, "", *_signature(config))
        for path in list(self.files)[self.told :]:
            self.agent.send("ahead", path, _bytecode(path), *self.files[path])
        for path in self.missing:
            self.agent.send("ahead", path, "")
        self.told, self.missing = len(self.files), []


class _Standby:
    """What a parked child does ahead of time, quietly: import, and look at what was saved."""

    def __init__(self, agent):
        self.agent = agent
        self.at_first = None
        self.folders = []

    def preload(self, folders, names):
        """Import what the last run took from the standard library, so that the next need
        not. A module that says or starts something is refused; then this child ends,
        since that cannot be undone."""
        if self.at_first is None:
            self.at_first = set(sys.modules)
            self.agent.aside = self.agent.load("aside.py")["Aside"](os.path.dirname(os.__file__))
        self.folders = folders
        for name in names:
            if name not in sys.modules and not self.is_quiet(name):
                self.agent.send("refused", name)
                os._exit(3)
        self.agent.aside.take()
        self.agent.ahead.tell()
        self.agent.send("ready")

    def is_quiet(self, name):
        """Import it: no error, no word, no thread, nothing that the script has itself?"""
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = recorder = _Recorder()
        try:
            __import__(name)
        except BaseException:
            return False
        finally:
            sys.stdout, sys.stderr = streams
        return not recorder.used and len(sys._current_frames()) == 1 and not self.is_shadowed()

    def is_shadowed(self):
        """Would the script's folder have provided one of these modules (a calendar.py)?"""
        added = {name.partition(".")[0] for name in sys.modules if name not in self.at_first}
        for folder in self.folders:
            try:
                if not added.isdisjoint(entry.partition(".")[0] for entry in os.listdir(folder)):
                    return True
            except OSError:
                pass
        return False

    def check(self, number, path):
        """Does what was saved parse?"""
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = _Recorder()  # SyntaxWarnings come at the run itself
        error = ()
        try:
            with open(path, "rb", opener=self.agent.channel.opener) as file:
                source = file.read()
            compile(source, path, "exec", dont_inherit=True)
        except SyntaxError as found:
            error = describe_syntax_error(found, path)
        except ValueError as found:  # a NUL byte, before 3.12
            error = "SyntaxError", str(found), path, "0"
        except BaseException:  # not ours to judge: the run will show it
            pass
        sys.stdout, sys.stderr = streams
        self.agent.send("checked", number, *error)

    def settle_up(self):
        """At `go`: what was true when the modules were imported must be true now."""
        if self.at_first is None:
            return
        if self.is_shadowed():
            os._exit(3)
        self.watch_for_use([name for name in sys.modules if name not in self.at_first])
        for entry in list(sys.path_importer_cache):
            if not (entry + os.sep).startswith(self.agent.not_users):
                del sys.path_importer_cache[entry]  # what lies in the user's folders, by now
        logging = sys.modules.get("logging")
        if logging is not None and "logging" not in self.at_first:
            now = time.time_ns if isinstance(logging._startTime, int) else time.time
            logging._startTime = now()  # relativeCreated counts from the start

    def watch_for_use(self, names):
        """Have the script's first import of each of these reported: it finds the module there,
        so no finder is asked. But each import looks whether the module is still being executed,
        which its spec knows; that is of a class of ours until then."""
        agent, kind = self.agent, sys.modules["_frozen_importlib"].ModuleSpec
        unused = set(names)

        def use(name, words):
            """Also the submodules that `from name import ...`, by these words, may ask for."""
            unused.discard(name)
            agent.report_use(name, getattr(sys.modules.get(name), "__file__", None))
            for below in [each for each in unused if each.rpartition(".")[0] == name]:
                if below.rpartition(".")[2] in words:
                    use(below, words)

        def is_initializing(spec):
            spec.__class__ = kind
            try:
                use(spec.name, sys._getframe(1).f_code.co_names)
            except Exception:  # never in the script's way
                pass
            return spec.__dict__.get("_initializing", False)

        unseen = type(kind.__name__, (kind,), {"_initializing": property(is_initializing)})
        unseen.__module__ = kind.__module__
        for name in names:
            spec = getattr(sys.modules[name], "__spec__", None)
            if type(spec) is kind:
                spec.__class__ = unseen


class _Recorder:
    """Stands in for stdout and stderr; remembers only whether anything was said."""

    encoding, errors, closed, used = "utf-8", "strict", False, False

    def write(self, text):
        self.used = self.used or bool(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


def describe_syntax_error(error, path):
    text = str(error.text or "").strip()
    file = os.path.abspath(error.filename or path)
    return type(error).__name__, str(error.msg), file, str(error.lineno or 0), text


class _Finder:
    """Sees every import just before PathFinder; asks the finders behind it and reports."""

    def __init__(self, listener):
        self.listener = listener

    def find_spec(self, name, path=None, target=None):
        listener = self.listener
        listener.before_import()
        behind = False
        for finder in list(sys.meta_path):
            if behind and hasattr(finder, "find_spec"):
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    listener.on_found(name, spec)
                    return spec
            behind = behind or finder is self
        listener.report_missing(name, sys.path if path is None else list(path))
        return None


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


class _Unreachable(Exception):
    """What started this interpreter for us has closed the way to the supervisor."""


class _PosixChannel:
    """A socket for messages, a pipe for the last request, a private signal as the bell."""

    opener = None  # for open(): who reads is in nobody's way

    def __init__(self, words):
        self.control, self.last, self.mark = int(words[0]), int(words[1]), words[2]
        for fd, kind in ((self.control, stat.S_IFSOCK), (self.last, stat.S_IFIFO)):
            try:
                found = stat.S_IFMT(os.fstat(fd).st_mode)
            except OSError:
                found = None
            if found != kind:
                raise _Unreachable
            os.set_inheritable(fd, False)
        self.identity = os.fstat(self.control).st_ino
        self.postponed = None

    def read(self):
        return os.read(self.control, 65536)

    def ring_again(self, request):
        """A moment later. False if that cannot be."""
        import _signal

        def ring():
            time.sleep(0.002)
            _signal.pthread_kill(main, _signal.SIGURG)

        main = _thread.get_ident()
        self.postponed = request
        try:
            _thread.start_new_thread(ring, ())
        except RuntimeError:  # the interpreter ends
            self.postponed = None
            return False
        return True

    def is_ours(self):
        """Or did the script close all files (a daemon does), and open others since?"""
        return os.fstat(self.control).st_ino == self.identity

    def write(self, data):
        while data and self.is_ours():
            try:
                data = data[os.write(self.control, data) :]
            except BlockingIOError:  # non-blocking for the handler's sake only
                # Not select: our own finder would report that import, and so wait here again.
                time.sleep(0.001)

    def close(self):
        """In a forked child: it is not the one that is supervised."""
        import _signal

        for fd in (self.control, self.last):
            try:
                os.close(fd)
            except OSError:
                pass
        self.control = self.last = -1
        try:
            _signal.signal(_signal.SIGURG, _signal.SIG_DFL)
        except ValueError:
            pass

    def arm(self, agent):
        import _signal

        os.set_blocking(self.control, False)

        def on_bell(number, frame):
            requests = []
            try:
                while self.is_ours():
                    data = os.read(self.control, 65536)
                    if not data:
                        break
                    requests += [message[0] for message in agent.messages(data)]
            except OSError:
                pass
            if requests or self.postponed:
                request = requests[-1] if requests else self.postponed
                self.postponed = None
                agent.on_request(request)

        _signal.signal(_signal.SIGURG, on_bell)
        agent.replace_system()

    def start_thread(self, agent):
        last = self.last

        def wait():
            while True:
                try:
                    words = os.read(last, 100)
                except OSError:  # the script has closed it
                    return
                if not words:
                    return
                if b"!" in words:
                    agent.finish(3)
                elif not agent.handled:
                    _thread.start_new_thread(wake, ())

        def wake():
            time.sleep(_ANSWER_S)
            if not agent.handled:
                agent.wake_main_loop()

        _thread.start_new_thread(wait, ())


class _WindowsChannel:
    """Two pipes, a thread that reads requests, and SIGINT as the bell.

    No other signal wakes time.sleep here. So a partial object of ours stands in the
    interpreter's table of handlers: it calls the script's own handler straight from C
    (no frame of ours in a traceback) and, when there is a request, ours. `signal` and
    `getsignal` keep showing the script what it has set; asyncio looks, for one.
    The thread imports nothing: the main thread's imports must not wait for it.
    """

    mark = ""  # what is opened for the user is started by the supervisor: no mark needed
    OPEN_S = 10.0  # then Windows is asking the user something

    def __init__(self, words):
        import _winapi

        self.reading, self.writing = map(int, words)
        for handle in (self.reading, self.writing):
            try:
                kind = _winapi.GetFileType(handle)
            except OSError:
                kind = None
            if kind != _winapi.FILE_TYPE_PIPE:
                raise _Unreachable
            os.set_handle_inheritable(handle, False)

        import _functools
        import _signal
        import atexit  # noqa: F401  (for finish)
        import gc  # noqa: F401
        import msvcrt
        import threading  # noqa: F401  (its main thread is the one that imports it first)

        self.signals, self.winapi, self.msvcrt = _signal, _winapi, msvcrt
        self.bell = _functools.partial(self.on_bell)
        self.requests = []
        self.heard = _thread.allocate_lock()
        self.answers = {}
        self.asked = 0

    def read(self):
        try:
            return self.winapi.ReadFile(self.reading, 65536)[0]
        except OSError:
            return b""

    def write(self, data):
        self.winapi.WriteFile(self.writing, data)

    def opener(self, path, flags):
        """For open(): an editor's next step must not fail because its file is being read."""
        read, share_all, existing = 0x80000000, 0x7, 3
        handle = self.winapi.CreateFile(path, read, share_all, 0, existing, 0, 0)
        return self.msvcrt.open_osfhandle(handle, flags)

    def start_thread(self, agent):
        """It always runs."""

    def arm(self, agent):
        self.agent = agent
        self.hide_bell()
        agent.send("thread", str(_thread.get_native_id()))
        self.create_process = self.winapi.CreateProcess
        self.replace_startfile()
        self.listen_for_keys()
        _thread.start_new_thread(self.listen, ())

    # -- requests

    def hide_bell(self):
        """Put the bell in SIGINT's place and let the script see its own handler there."""
        sigint, set_handler, get_handler = (
            self.signals.SIGINT, self.signals.signal, self.signals.getsignal
        )  # fmt: skip
        self.handler = self.replaced = get_handler(sigint)
        self.point_bell()
        set_handler(sigint, self.bell)

        def signal(signalnum, handler, /):
            previous = set_handler(signalnum, handler)
            if previous is self.bell:
                set_handler(signalnum, self.bell)
                previous = self.replaced = self.handler
                self.handler = handler
                self.point_bell()
            return previous

        def getsignal(signalnum, /):
            found = get_handler(signalnum)
            return self.handler if found is self.bell else found

        for function, original in ((signal, set_handler), (getsignal, get_handler)):
            self.pose_as(function, original)
            setattr(self.signals, original.__name__, function)

    @staticmethod
    def pose_as(function, original):
        function.__module__, function.__qualname__ = original.__module__, original.__qualname__
        function.__doc__ = original.__doc__

    def point_bell(self):
        """Let the bell call the script's handler; ours, as long as a request is there."""
        call = self.handler
        if not callable(call):
            call = self.ignore if call == self.signals.SIG_IGN else self.die
        self.bell.__setstate__((call, (), {}, None))
        if self.requests:
            self.bell.__setstate__((self.on_bell, (), {}, None))

    @staticmethod
    def ignore(number, frame):
        pass

    @staticmethod
    def die(number, frame):
        os._exit(3)  # as C's raise(SIGINT) does

    def ring_again(self, request):
        return False

    def on_bell(self, number, frame):
        requests, self.requests = self.requests, []
        self.point_bell()
        if self.heard.locked():
            self.heard.release()
        if requests:
            self.agent.on_request(requests[-1])

    def ring(self, request):
        """Twice if need be: before 3.13, time.sleep may miss a signal just as it begins."""
        self.heard.acquire(False)
        self.requests.append(request)
        self.point_bell()
        for patience_s in (0.03, 0.1):
            self.signals.raise_signal(self.signals.SIGINT)
            if self.heard.acquire(True, patience_s) or not self.requests:
                return
        _thread.start_new_thread(self.wake_main_loop, ())  # Tk answers when it is woken

    def wake_main_loop(self):
        try:
            self.agent.wake_main_loop()
        except Exception:
            pass

    def listen(self):
        try:
            while True:
                data = self.read()
                if not data:
                    break
                for word, *fields in self.agent.messages(data):
                    if word == "end":
                        self.agent.finish(3)
                    elif word == "opened":
                        self.on_answer(*fields)
                    else:
                        self.ring(word)
        except BaseException:
            pass

    # -- what the script opens for the user stays the user's, so the supervisor opens it

    def ask_to_open(self, *fields):
        """The supervisor's answer; () if there is none in time. Raises OSError."""
        waiting = _thread.allocate_lock()
        waiting.acquire()
        self.asked += 1
        number = f"{self.asked}-{_thread.get_ident()}"
        self.answers[number] = [waiting]
        self.agent.send("open", number, *fields)
        waiting.acquire(True, self.OPEN_S)
        outcome = self.answers.pop(number)[1:]
        if outcome[:1] == ["error"]:
            raise OSError(None, outcome[2], None, int(outcome[1]))
        return outcome[1:]

    def on_answer(self, number, *fields):
        if number in self.answers:
            self.answers[number] += fields
            self.answers[number][0].release()

    def replace_startfile(self):
        original = os.startfile

        def startfile(filepath, operation="", arguments="", cwd=None, show_cmd=1):
            path = os.fsdecode(filepath)
            if self.is_scripts_own(path, operation):
                more = {"arguments": arguments, "cwd": cwd, "show_cmd": show_cmd}
                more = more if sys.version_info >= (3, 10) else {}
                return original(filepath, operation or "open", **more)
            sys.audit("os.startfile", filepath, operation)
            if os.path.exists(path):
                path = os.path.abspath(path)
            cwd = os.getcwd() if cwd is None else os.path.abspath(os.fsdecode(cwd))
            try:
                self.ask_to_open("file", path, operation or "", arguments, cwd, str(show_cmd))
            except OSError as error:
                raise OSError(None, error.strerror, filepath, error.winerror) from None

        self.pose_as(startfile, os.startfile)
        os.startfile = startfile

    @staticmethod
    def is_scripts_own(path, operation):
        """A script, or a program that lies beside this one: a part of it that it starts, not
        something that it opens for its user."""
        if (operation or "open").lower() not in ("open", "runas") or not os.path.isfile(path):
            return False
        folder, ending = os.path.dirname(os.path.abspath(path)), os.path.splitext(path)[1].lower()
        script = getattr(sys.modules.get("__main__"), "__file__", None) or "."
        beside = (os.getcwd(), os.path.dirname(os.path.abspath(script)))
        is_program = ending in (".exe", ".com", ".lnk")
        return ending in _SCRIPT_ENDINGS or (is_program and folder in beside)

    def listen_for_keys(self):
        """The first read of a single key is told: nobody can type into a hidden console."""
        msvcrt = self.msvcrt
        originals = {name: getattr(msvcrt, name) for name in _KEYS}

        def wrapped(original):
            def read():
                if originals:
                    for name in list(originals):
                        setattr(msvcrt, name, originals.pop(name))
                    self.agent.send("keys")
                return original()

            self.pose_as(read, original)
            read.__name__ = original.__name__
            return read

        for name, original in list(originals.items()):
            setattr(msvcrt, name, wrapped(original))

    def on_start(self, agent, event):
        """webbrowser is about to start a browser of the user's choice."""
        if event == "subprocess.Popen" and agent.is_called_by("webbrowser"):
            self.winapi.CreateProcess = self.create_outside

    def create_outside(self, program, line, security, thread_security, inherit, flags, env, cwd,
                       startup):  # fmt: skip
        """In place of the real one for one call. Returns what that would."""
        self.winapi.CreateProcess = self.create_process
        if self.agent.is_called_by("webbrowser"):
            env_given = os.environ if env is None else env
            pairs = [name + "=" + value for name, value in env_given.items()]
            outcome = self.ask_to_open(
                "program", program or "", line, cwd or os.getcwd(), str(flags), *pairs
            )
            if outcome:
                return tuple(map(int, outcome))
        return self.create_process(
            program, line, security, thread_security, inherit, flags, env, cwd, startup
        )


def _start_joinable(function, *args):
    """Start a thread; returns what waits until nothing is left of it. CPython 3.9 to 3.12 crash
    now and then when a thread wakes up while the interpreter ends (python/cpython#110052: with
    3.10 two of a thousand reloads). Waits for a bounded time: a forked copy lacks the thread."""
    if hasattr(_thread, "start_joinable_thread"):  # 3.13
        handle = _thread.start_joinable_thread(lambda: function(*args), daemon=True)
        return lambda: handle.join(_JOIN_S)
    begun, sentinels = _thread.allocate_lock(), []
    begun.acquire()

    def run():
        sentinel = _thread._set_sentinel()  # released by the last thing that a thread does
        sentinel.acquire()
        sentinels.append(sentinel)
        begun.release()
        function(*args)

    def join():
        if begun.acquire(True, _JOIN_S):
            sentinels[0].acquire(True, _JOIN_S)

    _thread.start_new_thread(run, ())
    return join


def _remove_traces():
    """As if we had never been on the path; returns what the agent was told."""
    words = os.environ.pop("RELOADER_AGENT").split(":")
    os.environ.pop(_OPENED, None)
    original = os.environ.pop("RELOADER_PYTHONPATH", None)
    if original is None:
        os.environ.pop("PYTHONPATH", None)
    else:
        os.environ["PYTHONPATH"] = original
    for entry in [entry for entry in sys.path if os.path.abspath(entry) == _FOLDER]:
        sys.path.remove(entry)
    sys.path_importer_cache.pop(_FOLDER, None)
    os.environ["RUN_FLAG"] = "true"
    os.environ["RELOADER_PID"] = str(os.getpid())
    return words


def _use_utf8():
    """Whatever the locale; but the encoding that the user chose for the streams is kept."""
    if os.environ.get("PYTHONIOENCODING", "").partition(":")[0]:
        return
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def _run_displaced():
    """The sitecustomize that ours stands in front of, if there is one. Returns its error."""
    ours = sys.modules.pop("sitecustomize")
    try:
        import sitecustomize  # noqa: F401  (not this file: its folder is off the path)
    except BaseException as error:
        if not (isinstance(error, ImportError) and error.name == "sitecustomize"):
            return error
    finally:
        sys.modules.setdefault("sitecustomize", ours)
    return None


_CHANNEL = _WindowsChannel if os.name == "nt" else _PosixChannel
_error = None
if "RELOADER_AGENT" in os.environ:
    try:
        _agent = _Agent(_CHANNEL(_remove_traces()))
        _use_utf8()
        _agent.ahead.sweep()
        _agent.place_finder()
        _error = _run_displaced()
        _agent.park()
        _agent.arm()
    except _Unreachable:  # the run has no agent then, and a run without one no standby
        _error = _run_displaced()
    except BaseException:
        os._exit(3)  # whatever went wrong: the script must not run by accident
else:  # a program that an agentless script started: not supervised
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _FOLDER]
    _error = _run_displaced()
if _error is not None:
    raise _error  # site reports it, as without us
