"""Which data files the script reads (--data): those that its own code opens.

What a library opens for itself (fonts, certificates, a configuration) is none of them. Runs in
whichever thread opens, and is asked at each opening, so a name is looked at once.
"""

import os
import stat
import sys

_MOST_BYTES = 5 * 1024 * 1024
_MOST_FILES = 1000  # a run
_INSTALLED = tuple(os.sep + name + os.sep for name in ("site-packages", "dist-packages"))


class Reads:
    """`seen`: names as the script gave them; after a chdir they are other files."""

    def __init__(self, agent):
        self.agent = agent
        self.seen = set()
        self.files = 0

    def report(self, path):
        """`path` is about to be opened for reading; what it looks like before that is told."""
        if isinstance(path, int) or path in self.seen or self.files >= _MOST_FILES:
            return
        if not self.is_called_by_script():
            return
        name, path = path, os.path.abspath(os.fsdecode(path))
        found = os.stat(path)  # raises where it is not there, and is asked again then
        self.seen.add(name)
        is_data = stat.S_ISREG(found.st_mode) and found.st_size <= _MOST_BYTES
        if is_data and not path.startswith(self.agent.not_users):
            self.files += 1
            self.agent.loads.report(path)

    def is_called_by_script(self):
        """Is it the script's own code that opens, be it by the standard library (pathlib, csv)?
        The import system opens for itself."""
        librarys = ("<frozen", *self.agent.not_users)
        frame = sys._getframe(1)
        while frame is not None:
            name = frame.f_code.co_filename
            if name.startswith("<frozen importlib"):
                return False
            is_librarys = name.startswith(librarys)
            if any(folder in name for folder in _INSTALLED):
                return False
            if not is_librarys and not self.agent.is_ours(name):
                return True
            frame = frame.f_back
        return False
