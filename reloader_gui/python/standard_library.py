"""Parts of Python that a Python may lack: why, and what to do. No package brings them.

Qt-free; any thread may ask.
"""

from __future__ import annotations

import sys

from reloader_gui.ui.system import THIS

REMOVED = {
    "aifc": ("3.13", ""),
    "asynchat": ("3.12", "asyncio takes its place."),
    "asyncore": ("3.12", "asyncio takes its place."),
    "audioop": ("3.13", ""),
    "binhex": ("3.11", ""),
    "cgi": ("3.13", "email.message and urllib.parse take its place."),
    "cgitb": ("3.13", ""),
    "chunk": ("3.13", ""),
    "crypt": ("3.13", "hashlib takes its place."),
    "distutils": ("3.12", "The package setuptools still has it."),
    "formatter": ("3.10", ""),
    "imghdr": ("3.13", ""),
    "imp": ("3.12", "importlib takes its place."),
    "lib2to3": ("3.13", ""),
    "mailcap": ("3.13", "mimetypes takes its place."),
    "msilib": ("3.13", ""),
    "nis": ("3.13", ""),
    "nntplib": ("3.13", ""),
    "ossaudiodev": ("3.13", ""),
    "parser": ("3.10", "ast takes its place."),
    "pipes": ("3.13", "subprocess takes its place."),
    "smtpd": ("3.12", "The package aiosmtpd takes its place."),
    "sndhdr": ("3.13", ""),
    "spwd": ("3.13", ""),
    "sunau": ("3.13", ""),
    "symbol": ("3.10", ""),
    "telnetlib": ("3.13", ""),
    "uu": ("3.13", "base64 takes its place."),
    "xdrlib": ("3.13", ""),
}
"""Since which version Python has not had it, and what to use."""

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


def why_missing(name: str, version: str, python: str, platform: str = THIS) -> str:
    """Sentences, or nothing if no part of Python is meant. `python`: it in words."""
    if (new := PYTHON_2.get(name)) is not None:
        return f"'{name}' was a part of Python 2. In Python 3 its name is '{new}'."
    if name in _WINDOWS and platform != "win32":
        return f"'{name}' is a part of Python on Windows only. This computer has another system."
    if name in _POSIX and platform == "win32":
        return f"'{name}' is a part of Python that Windows does not have."
    if name in REMOVED and _numbers(version) >= _numbers(REMOVED[name][0]):
        since, instead = REMOVED[name]
        gone = f"'{name}' is not a part of Python any more, since Python {since}."
        return " ".join(filter(None, (gone, instead, f"You use {python}.")))
    if name in ADDED and _numbers(version) < _numbers(ADDED[name]):
        return (
            f"'{name}' is a part of Python since Python {ADDED[name]}. You use {python}: choose"
            " a newer Python below."
        )
    if name not in sys.stdlib_module_names and name not in REMOVED:
        return ""
    more = ""
    if name in _DEBIAN and platform == "linux":
        more = f" On Debian and Ubuntu, type in a terminal: sudo apt install {_DEBIAN[name]}"
    return (
        f"'{name}' is a part of Python that {python} comes without. Choose another Python"
        f" below.{more}"
    )


def _numbers(version: str) -> tuple[int, ...]:
    """(3, 12) of "3.12.1"; a version that is not known is taken for a new one."""
    numbers = tuple(int(word) for word in version.split(".")[:2] if word.isdigit())
    return numbers or (99,)
