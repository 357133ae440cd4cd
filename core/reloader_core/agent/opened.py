"""What the script opens for its user, a page or a document, stays the user's (POSIX).

Such a program carries a mark in its environment, by which the guardian tells it apart from what
ends with the script. Which programs those are: openers.py.
"""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
_OPENED = "RELOADER_OPENED"
_MAY_OPEN = ("open", "browser", "wslview", "gio")  # in the names that openers.py knows


class Opened:
    """`mark`: what the guardian looks for. `marking`: what is started next carries it."""

    def __init__(self, agent, mark):
        self.agent = agent
        self.mark = mark
        self.marking = False
        self.marked_env = None
        self.system_code = None

    def on_start(self, event, args):
        """Mark the environment of a browser, so that the guardian can tell it apart."""
        if event == "os.posix_spawn" and self.marking and self.agent.is_called_by("subprocess"):
            self.unmark_mapping()  # so it carries out what it announced, and has read it by now
            return
        if self.opens(event, args):
            self.put_mark(event, args)
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
        if not any(name in word for word in words for name in _MAY_OPEN):
            return False
        openers = part("openers")
        if not openers.is_shells_line(words):
            return openers.is_opener(words, env, cwd)
        line, nothing_else = openers.mark_line(words[2], self.assignment(), env, cwd)
        if nothing_else or event != "subprocess.Popen":
            return nothing_else  # then the shell that waits for it is no program of the script's
        given = args[1]  # subprocess' own list, which it has not used yet
        given[2] = os.fsencode(line) if isinstance(given[2], bytes) else line
        return False

    def assignment(self):
        return _OPENED + "=" + self.mark + self.agent.children.left_out_in_line()

    def replace_system(self):
        """os.system takes its line as it is, so what opens something is marked before."""
        original = os.system

        def system(command):
            return original(self.mark_line(command))

        self.system_code = system.__code__
        system.__module__, system.__qualname__ = original.__module__, original.__qualname__
        system.__doc__ = original.__doc__
        os.system = sys.modules[original.__module__].system = system

    def is_system(self, frame):
        return frame.f_code is self.system_code

    def mark_line(self, line):
        try:
            text = os.fsdecode(line)
            if not any(name in text for name in _MAY_OPEN):
                return line
            marked = part("openers").mark_line(text, self.assignment())[0]
            return os.fsencode(marked) if isinstance(line, bytes) else marked
        except Exception:  # not ours to say
            return line

    def in_webbrowser(self):
        return self.agent.is_called_by("webbrowser")

    def put_mark(self, event, args):
        """Until the next event, what is started carries our mark in its environment. Not in
        os.environ, where the script might see it, but for subprocess with posix_spawn."""
        self.unmark_mapping()
        self.marking = True
        os.putenv(_OPENED, self.mark)
        if event == "subprocess.Popen":
            env = args[3]
            if env is None and os.path.dirname(os.fsdecode(args[0])):
                env = os.environ
            if env is not None:
                self.marked_env = env
                env[_OPENED] = self.mark

    def unmark_mapping(self):
        if self.marked_env is not None:
            self.marked_env.pop(_OPENED, None)
            if self.marked_env is os.environ and self.marking:
                os.putenv(_OPENED, self.mark)
            self.marked_env = None

    def unmark(self):
        self.marking = False
        self.unmark_mapping()
        os.unsetenv(_OPENED)
