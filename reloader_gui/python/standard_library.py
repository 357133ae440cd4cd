"""Parts of Python that a Python may lack: why, and what to do. No package brings them.

Qt-free; any thread may ask.
"""

from __future__ import annotations

import sys

from reloader_core import Interpreter
from reloader_gui.texts.packages import PACKAGES
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.system import THIS

REMOVED = {
    "aifc": ("3.13", "", ""),
    "asynchat": ("3.12", "asyncio", ""),
    "asyncore": ("3.12", "asyncio", ""),
    "audioop": ("3.13", "", ""),
    "binhex": ("3.11", "", ""),
    "cgi": ("3.13", "email.message and urllib.parse", ""),
    "cgitb": ("3.13", "", ""),
    "chunk": ("3.13", "", ""),
    "crypt": ("3.13", "hashlib", ""),
    "distutils": ("3.12", "", "setuptools"),
    "formatter": ("3.10", "", ""),
    "imghdr": ("3.13", "", ""),
    "imp": ("3.12", "importlib", ""),
    "lib2to3": ("3.13", "", ""),
    "mailcap": ("3.13", "mimetypes", ""),
    "msilib": ("3.13", "", ""),
    "nis": ("3.13", "", ""),
    "nntplib": ("3.13", "", ""),
    "ossaudiodev": ("3.13", "", ""),
    "parser": ("3.10", "ast", ""),
    "pipes": ("3.13", "subprocess", ""),
    "smtpd": ("3.12", "", "aiosmtpd"),
    "sndhdr": ("3.13", "", ""),
    "spwd": ("3.13", "", ""),
    "sunau": ("3.13", "", ""),
    "symbol": ("3.10", "", ""),
    "telnetlib": ("3.13", "", ""),
    "uu": ("3.13", "base64", ""),
    "xdrlib": ("3.13", "", ""),
}
"""Since which version Python has not had it; a part of Python, or a package, to use instead."""

ADDED = {
    "annotationlib": "3.14",
    "compression": "3.14",
    "graphlib": "3.9",
    "tomllib": "3.11",
    "zoneinfo": "3.9",
}

PYTHON_2 = {
    "ConfigParser": "configparser",
    "HTMLParser": "html.parser",
    "Queue": "queue",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "cPickle": "pickle",
    "httplib": "http.client",
    "tkMessageBox": "tkinter.messagebox",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
}
"""Old examples on the web import these."""

# fmt: off
_WINDOWS = frozenset({"_winapi", "msvcrt", "nt", "winreg", "winsound"})
_POSIX = frozenset({
    "_curses", "crypt", "curses", "fcntl", "grp", "nis", "ossaudiodev", "posix", "pty", "pwd",
    "readline", "resource", "spwd", "syslog", "termios", "tty",
})
# fmt: on
_DEBIAN = {
    "_gdbm": "python3-gdbm",
    "_tkinter": "python3-tk",
    "distutils": "python3-distutils",
    "ensurepip": "python3-venv",
    "idlelib": "idle3",
    "lib2to3": "python3-lib2to3",
    "tkinter": "python3-tk",
    "turtle": "python3-tk",
    "venv": "python3-venv",
}
"""The system's package that has what Debian and Ubuntu take out of Python."""


def why_missing(name: str, python: Interpreter, platform: str = THIS) -> Said | None:
    """None: no part of Python is meant."""
    version = _numbers(python.version)
    if (new := PYTHON_2.get(name)) is not None:
        return said(PACKAGES.python_2, name, new)
    if name in _WINDOWS and platform != "win32":
        return said(PACKAGES.windows_only, name)
    if name in _POSIX and platform == "win32":
        return said(PACKAGES.not_on_windows, name)
    if name in REMOVED and version >= _numbers(REMOVED[name][0]):
        return said(PACKAGES.removed, name, *REMOVED[name], python)
    if name in ADDED and version < _numbers(ADDED[name]):
        return said(PACKAGES.added, name, ADDED[name], python)
    if name not in sys.stdlib_module_names and name not in REMOVED:
        return None
    debian = _DEBIAN.get(name, "") if platform == "linux" else ""
    return said(PACKAGES.left_out, name, python, debian)


def _numbers(version: str) -> tuple[int, ...]:
    """(3, 12) of "3.12.1"; a version that is not known is taken for a new one."""
    numbers = tuple(int(word) for word in version.split(".")[:2] if word.isdigit())
    return numbers or (99,)
