"""What the script starts: each Python among it gets a reporter (see reporter/sitecustomize.py).

The way there is the environment that C code hands on: os.putenv, of which os.environ, and so the
script, shows nothing. It is set anew whenever something is started, since a script may set
PYTHONPATH itself, and is left out for what shall not have it: a browser, a Python that would not
look. Who gives an environment of its own (`env=`) gets ours put in where that can be done unseen.
"""

import _thread
import os
import sys

part = globals()["part"]  # see sitecustomize.py
reporter = part(os.path.join("reporter", "sitecustomize"))
_FRAMES_CAN_BE_WRITTEN = sys.version_info >= (3, 13)  # PEP 667
_SPAWNS = "multiprocessing.popen_spawn_win32"
_OF_FORKS = ("loaded", "missing", "unseen")  # what a fork of the script reports


class Children:
    """`pipe`: where they report; None: nobody is to (--no-child-watch)."""

    def __init__(self, agent, pipe):
        self.agent = agent
        self.pipe = None if pipe is None else reporter.Pipe(pipe)
        self.told = None
        self.places = []
        self.user = os.geteuid() if os.name == "posix" else 0
        self.unseen = set()
        self.uses_posix_spawn = None
        self.amending = set()  # the threads that start something with an `env=` right now

    def arm(self):
        """The script begins, with the streams that it has."""
        for fd in (1, 2):
            try:
                self.places.append(reporter.place_of(fd))
            except OSError:  # it is closed
                self.places.append((0, 0))
        if self.pipe is not None:
            self.told = reporter.Told(self.places, self.pipe.path)
            reporter.hand_on(self.told)
            self.replace_starters()  # of what was imported ahead

    # -- in a fork of the script

    def in_fork(self):
        """It shows its lines whole: -u, which the script has, writes each piece of one by itself.
        Whoever asked for that has it."""
        if not os.environ.get("PYTHONUNBUFFERED"):
            reporter.show_lines(self.places, unbuffered=True)

    def report(self, word, *fields):
        if self.pipe is None or word not in _OF_FORKS:
            return
        if word == "missing":
            name, *folders = fields
            fields = name, *filter(reporter.is_users, [os.path.join(each, "") for each in folders])
        self.pipe.report(word, *fields)

    # -- before something is started

    def on_start(self, event, args, is_opened):
        """`is_opened`: for the user, whose it is from then on."""
        if self.told is None:
            return
        self.amending.discard(_thread.get_ident())
        started = part("started").Started(event, args)
        is_not_ours = is_opened or self.is_another_user() or started.is_another_users()
        if is_not_ours or started.hides:
            self.leave_out()
        else:
            reporter.hand_on(self.told)
        if not is_not_ours and (started.hides or not self.reaches(started)):
            self.tell_unseen(started)

    def is_another_user(self):
        """Has a fork of the script changed its user, as servers do?"""
        return os.name == "posix" and os.geteuid() != self.user

    @staticmethod
    def leave_out():
        path = os.environ.get("PYTHONPATH")
        os.unsetenv(reporter.NAME)
        if path is None:
            os.unsetenv("PYTHONPATH")
        else:
            os.putenv("PYTHONPATH", path)

    def left_out_in_line(self):
        """The same in the words of a shell's line."""
        if self.told is None:
            return ""
        path = os.environ.get("PYTHONPATH", "").replace("'", "'\\''")
        return " PYTHONPATH='" + path + "' " + reporter.NAME + "="

    def tell_unseen(self, started):
        """A Python that will not say what it loads; which program it runs can be seen here."""
        path = started.users_program()
        if path is not None and path not in self.unseen:
            self.unseen.add(path)
            self.agent.loads.report(path)
            if not started.is_isolated:  # else what lies beside the program is not loaded
                self.agent.send("unseen", os.path.basename(path))

    def reaches(self, started):
        """Will ours get there? Puts it into an `env=` if need be."""
        takes_ours = started.env is None or started.takes_ours()
        if started.event == "subprocess.Popen":
            if takes_ours and _FRAMES_CAN_BE_WRITTEN:
                self.amend_in_frame(started)
            elif takes_ours and os.name == "posix":
                self.amend_at_fork(started)
        elif started.event == "os.exec":
            if takes_ours and started.env is not None:
                self.exec_amended(started)
        elif started.event == "_winapi.CreateProcess":
            self.amend_copy()
        else:  # posix_spawn, which subprocess has announced before it did it
            return started.env is None or reporter.NAME in started.env
        return takes_ours

    # -- an environment of its own

    def amended(self, env):
        """A copy of this mapping with ours. Raises TypeError for what is none."""
        env = dict(env)
        names = {os.fsdecode(name): name for name in env}
        path = env.get(names.get("PYTHONPATH"))
        path = path if path is None else os.fsdecode(path)
        for name, value in reporter.variables(self.told, path).items():
            env[names.get(name, name)] = value
        return env

    def exec_amended(self, started):
        """In place of what was announced, whose environment is already taken over by then. Where
        this fails, that one does, and says why."""
        try:
            os.execve(started.program, started.words, self.amended(started.env))
        except (OSError, TypeError, ValueError):
            pass

    def amend_in_frame(self, started):
        """From Python 3.13 on, where subprocess may take posix_spawn, which is given what
        os.environ shows."""
        frame, env = started.starter(), started.env
        if env is None and started.may_be_posix_spawned(frame.f_locals):
            env = os.environ
        if env is not None:
            frame.f_locals["env"] = self.amended(env)

    def amend_copy(self):
        """Windows: in a virtual environment multiprocessing gives its processes a copy of
        os.environ, which is its own."""
        frame = sys._getframe()
        while frame is not None and frame.f_globals.get("__name__") != _SPAWNS:
            frame = frame.f_back
        env = None if frame is None else frame.f_locals.get("env")
        if type(env) is dict:
            env.update(self.amended(env))

    def amend_at_fork(self, started):
        """Before that: when the environment is a list that is about to be handed over."""
        self.replace_starters()
        if started.env is not None:
            self.amending.add(_thread.get_ident())
        if started.will_start():
            sys.modules["subprocess"]._USE_POSIX_SPAWN = False  # until fork_exec is asked for

    def replace_starters(self):
        """By what lets us see the environment that subprocess and others have made."""
        for module, name in (("subprocess", "_fork_exec"), ("_posixsubprocess", "fork_exec")):
            found = sys.modules.get(module)
            original = getattr(found, name, None)
            if self.told is not None and type(original) is type(len):
                setattr(found, name, _Starter(original, self))
        if self.uses_posix_spawn is None and "subprocess" in sys.modules:
            self.uses_posix_spawn = getattr(sys.modules["subprocess"], "_USE_POSIX_SPAWN", None)

    def before_fork_exec(self, frame):
        """`frame`: who starts something, with a list of NAME=VALUE if there is an `env=`."""
        subprocess = sys.modules.get("subprocess")
        if subprocess is not None and frame.f_globals is vars(subprocess):
            subprocess._USE_POSIX_SPAWN = self.uses_posix_spawn
            if _thread.get_ident() in self.amending:
                self.amending.discard(_thread.get_ident())
                self.amend(frame.f_locals["env_list"])
            return
        reporter.hand_on(self.told)  # no event has told of it
        for value in frame.f_locals.values():
            if type(value) is list and value and all(map(_is_variable, value)):
                self.amend(value)

    def amend(self, environment):
        """A list of NAME=VALUE, in bytes."""
        env = self.amended(dict(each.split(b"=", 1) for each in environment))
        environment[:] = [os.fsencode(name) + b"=" + os.fsencode(env[name]) for name in env]


def _is_variable(item):
    return isinstance(item, bytes) and b"=" in item


class _Starter:
    """Stands in for fork_exec. What a property returns is called by C code, so that no frame of
    ours is in the traceback of what fails there."""

    def __init__(self, original, children):
        self._original, self._children = original, children

    @property
    def __call__(self):
        reporting, thread = self._children.agent.audit.reporting, _thread.get_ident()
        reporting.add(thread)  # what we do here is no doing of the script's
        try:
            self._children.before_fork_exec(sys._getframe(1))
        except Exception:  # it starts as without us
            pass
        finally:
            reporting.discard(thread)
        return self._original

    def __getattr__(self, name):
        return getattr(self._original, name)
