"""The agent: says hello, is parked until `go`, then watches and serves the script.

Its parts: loads and audit see what the script does, opened marks what it opens for its user,
children follows what else it starts, ending ends it, posix or windows talk. None of them is in
the script's sight.
"""

import _thread
import os
import sys

part = globals()["part"]  # see sitecustomize.py
errors, loads, standby, wire = map(part, ("errors", "loads", "standby", "wire"))


class Agent:
    """`folder`: that of these files; `children`: where those of the script report."""

    def __init__(self, channel, folder, children=None):
        self.channel = channel
        self.folder = os.path.join(folder, "")
        self.pid = os.getpid()
        self.main_thread = _thread.get_ident()
        self.not_users = tuple(self.prefixes())
        self.messages = wire.Decoder().feed
        self.armed = False
        self.thread_started = False
        self.is_last_exit = True
        self.appearance = []
        self.own_windows = None
        self.aside = None
        self.survived = None
        self.stash = None
        self.loads = loads.Loads(self)
        self.audit = part("audit").Audit(self)
        self.opened = part("opened").Opened(self, channel.mark)
        self.children = part("children").Children(self, children)
        self.ending = part("ending").Ending(self)
        self.ahead = standby.Ahead(self)
        self.finder = part(os.path.join("reporter", "sitecustomize")).Finder(self.ahead)

    def is_ours(self, path):
        """Is this file one of the agent's?"""
        return path.startswith(self.folder)

    def send(self, *fields):
        """Report; the supervisor may be gone, which is not the script's concern."""
        if os.getpid() != self.pid:
            self.children.report(*fields)
            return
        try:
            self.channel.write(wire.encode(*fields))
        except (OSError, ValueError):
            pass

    def park(self):
        """Say hello and block until `go`. Without a supervisor the script must not run."""
        version = ".".join(map(str, sys.version_info[:3]))
        self.ahead.tell()  # first: what is told to go at hello has loaded these
        self.send("hello", str(self.pid), version, *self.prefixes())
        parked = standby.Standby(self)
        while True:
            data = self.channel.read()
            if not data:
                os._exit(3)
            for word, *fields in self.messages(data):
                if word == "preload":
                    parked.preload(*standby.lists_of(fields))
                elif word == "check":
                    parked.check(*fields)
                elif word == "data":
                    scope, *places = fields
                    self.audit.reads = part("reads").Reads(self, scope == "anywhere", places)
                elif word == "windows":
                    self.appearance = fields
                elif word == "go":
                    parked.settle_up()
                    self.channel.go()
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

    def arm(self):
        """Our last act of our own accord: hooks and handlers in place. The interpreter has some
        way to go from here to the script (its own startup files, runpy)."""
        import atexit

        if atexit._ncallbacks() > 0:
            self.is_last_exit = part("exits").are_harmless(atexit)
        atexit.register(self.at_exit)  # of those that the script registers it runs last
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.in_fork)
        self.finder.place()
        self.finder.listener = self.loads
        self.loads.surroundings.settle()
        sys.addaudithook(self.audit.hook())
        if self.stash is not None:
            not_users = (*self.not_users, *self.stash.library.folders)
            self.loads.surroundings.some_are_given = bool(self.stash.of_packages())
            world = part("rules").World(not_users, self.channel.threads, self.loads.surroundings)
            self.stash.begin(world)
        self.loads.tell_ahead(self.ahead.files)
        self.channel.arm(self)
        self.children.arm()
        if sys.implementation.name != "cpython":  # which alone tells when it runs the script
            self.say_armed()

    def in_fork(self):
        self.channel.close()
        self.children.in_fork()

    def say_armed(self):
        """The script begins: what asks for its end has somebody to ask."""
        if not self.armed:
            self.armed = True
            self.send("armed")

    def on_start(self, event, args):
        """The script starts a program."""
        if self.own_windows is not None:
            self.own_windows.before_program()
        if self.channel.mark:
            self.opened.on_start(event, args)
        else:
            self.channel.on_start(self, event)
        self.children.on_start(event, args, self.opened.marking)

    def start_thread(self):
        """Somebody must be able to end a script whose main thread sleeps in C code."""
        if not self.thread_started:
            self.thread_started = True
            self.channel.start_thread(self)
            if self.stash is not None:
                self.stash.world.own_threads += 1

    def on_felt(self, module):
        """It has just been executed, and the script gets it."""
        if module.__name__ in loads.WINDOWED:
            self.on_toolkit(module)
        try:
            if module.__name__ in loads.GO_ON:
                self.of_survived().watch(module)
        except Exception:  # what it goes on after is not told then
            pass

    def of_survived(self):
        """What tells of errors that the script goes on after; made when the first one can come."""
        if self.survived is None:
            self.survived = part("survived").Survived(self)
        return self.survived

    def on_toolkit(self, module):
        """The script can open windows from here on."""
        try:
            if self.own_windows is None:
                self.own_windows = part("own_windows").OwnWindows(*self.appearance)
                self.own_windows.took_keyboard = lambda: self.send("keyboard")
            self.own_windows.imported(module.__name__, module)
        except Exception:  # its windows come up as without us
            pass

    def on_audited(self):
        """The script watches what is executed."""
        if self.stash is not None:
            self.stash.world.is_audited = True

    def report_place(self):
        """Where the script's window is, for the next run."""
        if self.own_windows is not None and _thread.get_ident() == self.main_thread:
            place = self.own_windows.place()
            if place:
                self.send("place", *place)

    def tell_place(self, frames):
        """Of the main thread: the innermost line of the user's, and what it waits for there."""
        around = []
        for frame in frames:
            name = frame.f_code.co_filename
            path = os.path.abspath(name)
            if not name.startswith("<") and self.is_users(path):
                stack = part("stack")
                waits_for, call = stack.waits_in(around), () if around else stack.call_in(frame)
                self.send("where", waits_for, path, str(frame.f_lineno or 1), *call)
                return
            around.append(frame)

    def is_called_by(self, module):
        """Is this module of the standard library on the stack? (A script may have its own.)"""
        frame = sys._getframe()
        while frame is not None:
            if frame.f_globals.get("__name__") == module:
                return os.path.abspath(frame.f_code.co_filename).startswith(self.not_users)
            frame = frame.f_back
        return False

    def describe_crash(self, error):
        """What crash.py tells; '' if nothing."""
        if isinstance(error, (KeyboardInterrupt, SystemExit)) or os.getpid() != self.pid:
            return ""
        seen, opener = self.loads.seen.get, self.channel.opener
        return part("crash").Crash(error, self.is_users, seen, opener).text()

    def is_users(self, path):
        return not path.startswith((*self.not_users, self.folder)) and not errors.is_absent(path)

    def at_exit(self):
        if os.getpid() != self.pid:
            if self.aside is not None:
                self.aside.unfreeze()
            if self.stash is not None:
                self.stash.end()
            return
        self.loads.sweep()
        self.loads.say_uses()
        self.report_place()
        if self.audit.crash:
            self.send("crash", self.audit.crash)
        self.send("exit", *errors.describe_error(self.audit.error, (*self.not_users, self.folder)))
        self.audit.error = None  # or what it holds would live longer than without us
        self.ending.bell.forget()
        if not self.ending.closing.begun:  # that ends without Python's own end
            self.shorten_end()

    def shorten_end(self):
        """What follows is Python's own end. It need not search for what nobody could tell of; and
        where the next run waits for it, it need not take apart what is not the script's."""
        asked = self.ending.asked and self.is_last_exit
        if self.aside is None and asked:
            self.aside = part("aside").Aside(part("rules").Library(os.path.dirname(os.__file__)))
        if self.aside is None:
            return
        if self.aside.could_tell():
            self.aside.give_back()
            if self.stash is not None:
                self.stash.end()
        elif asked and self.is_alone() and not self.leaves_database():
            if self.stash is not None:
                self.stash.leave()
            self.aside.freeze_all()

    def leaves_database(self):
        if not self.audit.has_database:
            return False
        return part("witnesses").has_open_database(part("aside").gc.get_objects())

    def is_alone(self):
        """No thread of the script's goes on while Python ends."""
        return _thread._count() <= self.channel.threads + self.thread_started
