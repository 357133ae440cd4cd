"""What the script is about to start, as far as the audit event tells: is it a Python, would that
see the reporter, which program of the user's does it run? Looks only."""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
reporter = part(os.path.join("reporter", "sitecustomize"))
_HIDING = "EIS"  # with one of these options a Python looks neither at PYTHONPATH nor for us
_WITH_VALUE = "WX"
_CHANGE_USER = {"su", "sudo", "doas", "runuser", "setpriv", "gosu", "su-exec", "chroot"}


class Started:
    """`program`, `words` (the program's name among them), `cwd` and `env`: as they were given."""

    def __init__(self, event, args):
        self.event = event
        self.program, self.words, self.cwd, self.env = None, (), None, None
        if event == "subprocess.Popen":
            self.program, self.words, self.cwd, self.env = args
        elif event in ("os.exec", "os.posix_spawn"):
            self.program, self.words, self.env = args
        self.letters, self.script, self.module = "", None, None
        if not isinstance(self.words, (list, tuple)):  # Windows has a line
            self.words = ()
        self.is_python = self.looks_like_python()
        if self.is_python:
            self.read_options([os.fsdecode(word) for word in self.words[1:]])

    def looks_like_python(self):
        if not isinstance(self.program, (str, bytes, os.PathLike)):
            return False
        program = os.fsdecode(self.program)
        name = os.path.basename(program).lower()
        return program == sys.executable or name.startswith(("python", "pypy"))

    def read_options(self, words):
        """As Python does it."""
        words = iter(words)
        for word in words:
            if word[:1] != "-" or word == "-":
                self.script = word
                return
            if word.startswith("--"):
                next(words, None)  # --check-hash-based-pycs VALUE is the only one
                continue
            for index, letter in enumerate(word[1:], 2):
                if letter in "cm":
                    self.module = (word[index:] or next(words, None)) if letter == "m" else None
                    return
                if letter in _WITH_VALUE:
                    if not word[index:]:
                        next(words, None)
                    break
                self.letters += letter

    @property
    def hides(self):
        return any(letter in _HIDING for letter in self.letters)

    @property
    def is_isolated(self):
        return "I" in self.letters

    def is_another_users(self):
        """Who cannot enter our folders, and so would see ours in its environment."""
        name = os.path.basename(os.fsdecode(self.program or ""))
        if name in _CHANGE_USER:
            return True
        if self.event != "subprocess.Popen" or os.name != "posix" or os.geteuid() != 0:
            return False
        return self.starter().f_locals.get("uid") is not None

    @staticmethod
    def starter():
        """subprocess' frame, which has raised the event."""
        frame = sys._getframe()
        while frame.f_code.co_name != "_execute_child":
            frame = frame.f_back
        return frame

    def users_program(self):
        """The file of the user's that this Python runs; None if there is none to be sure of."""
        cwd = os.path.abspath(os.fsdecode(self.cwd or "."))
        files = []
        if self.script is not None:
            files = [self.script, os.path.join(self.script, "__main__.py")]
        elif self.module is not None and not self.is_isolated:
            above = self.module.replace(".", os.sep)
            files = [above + ".py", os.path.join(above, "__main__.py")]
        for file in files:
            path = os.path.join(cwd, file)
            if os.path.isfile(path) and reporter.is_users(path):
                return os.path.abspath(path)
        return None

    def takes_ours(self):
        """May ours be put into its `env`? A Python takes it out again. Another program has to show
        it to who asks for its environment: only if it was given most of the script's own."""
        if self.is_python:
            return True
        return 2 * sum(name in self.env for name in os.environ) > len(os.environ)

    def may_be_posix_spawned(self, names):
        """By subprocess, whose function has these local names."""
        is_path = os.path.dirname(os.fsdecode(self.program))
        return bool(is_path) and names["cwd"] is None and names["preexec_fn"] is None

    def will_start(self):
        """As far as can be told. What fails is to fail where it does without us: the user sees
        the traceback."""
        program = os.fsdecode(self.program)
        if not os.path.isfile(program) or not os.access(program, os.X_OK):
            return False
        names = [] if self.env is None else list(map(os.fsencode, self.env))
        values = [] if self.env is None else list(map(os.fsencode, self.env.values()))
        texts = [*map(os.fsencode, self.words), *names, *values]
        return not any(b"\0" in text for text in texts) and not any(b"=" in name for name in names)
