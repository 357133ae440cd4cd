"""Which data files the script reads: those that its own code opens, itself or by a library.

What a library opens for itself (fonts, certificates, its own files while it is imported) is none
of them. Runs in whichever thread opens, and is asked at each opening: it has to say no soon.
"""

import os
import stat
import sys

part = globals()["part"]  # see sitecustomize.py
loads = part("loads")
_MOST_BYTES = 5 * 1024 * 1024
_MOST_FILES = 1000  # a run
_MOST_NAMES = 10000
_NOT_DATA = ("__pycache__", "node_modules", "site-packages", "dist-packages")


class Reads:
    """`folders`: what is in or below them is the user's, whoever opens it for the script's code.
    `anywhere`: what that code opens itself counts wherever it lies."""

    def __init__(self, agent, anywhere, folders):
        self.agent = agent
        self.anywhere = anywhere
        ways = os.path.abspath, os.path.realpath
        places = {os.path.join(way(folder), "") for folder in folders for way in ways}
        self.beginnings = tuple(map(os.path.normcase, places))
        self.seen = set()  # names as the script gave them; after a chdir they are other files
        self.told = set()

    def report(self, path):
        """`path` is about to be opened for reading; what it looks like before that is told."""
        if isinstance(path, int) or path in self.seen or len(self.told) >= _MOST_FILES:
            return
        caller = self.caller()
        if not caller:
            return
        name, path = path, os.path.abspath(os.fsdecode(path))
        if not (self.anywhere and caller == "script" or self.is_below(path)):
            if not self.anywhere:  # else it depends on who opens it next
                self.note_seen(name)
            return
        found = os.stat(path)  # raises where it is not there, and is asked again then
        self.note_seen(name)
        is_data = stat.S_ISREG(found.st_mode) and found.st_size <= _MOST_BYTES
        if is_data and path not in self.told and path not in self.agent.loads.reported:
            self.tell(path)

    def tell(self, path):
        if path.startswith(self.agent.not_users):
            return
        self.told.add(path)
        if os.getpid() == self.agent.pid:
            self.agent.send("read", path, *loads.signature(path))
        elif self.anywhere:  # what a fork of the script writes is not told, so it might go round
            self.agent.send("loaded", path, *loads.signature(path))

    def note_seen(self, name):
        if len(self.seen) >= _MOST_NAMES:
            self.seen.clear()
        self.seen.add(name)

    def is_below(self, path):
        """In one of the folders, and not among what programs keep for themselves there?"""
        beginning = os.path.normcase(path)
        for folder in self.beginnings:
            if beginning.startswith(folder):
                parts = path[len(folder) :].split(os.sep)[:-1]
                return not any(each[:1] == "." or each in _NOT_DATA for each in parts)
        return False

    def caller(self):
        """Who opens: the 'script' itself, be it by the standard library (pathlib, csv); a
        'library' that its code has called (pandas.read_csv); or '': the import system, or a
        library for itself, as while it is imported or in a thread of its own."""
        librarys, found = ("<frozen", *self.agent.not_users), "script"
        frame = sys._getframe(2)
        while frame is not None:
            name = frame.f_code.co_filename
            if name.startswith("<frozen importlib"):
                return ""
            if name[:1] == "<":  # made by exec(), as a dataclass' methods are: whose are they?
                name = frame.f_globals.get("__file__") or name
            if loads.is_installed(name):
                found = "library"
            elif not name.startswith(librarys) and not self.agent.is_ours(name):
                return found
            frame = frame.f_back
        return ""
