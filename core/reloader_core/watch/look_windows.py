"""Windows: looks at a file that leave editors and scripts free to replace, move and delete it.

os.replace() onto a file, and the 'safe write' of an editor, fail with 'access denied' while
anybody holds a handle to it, however little it asks for. os.stat() opens one (until 3.12 on
Windows 11), Python's open() shares nothing but reading and writing. Any thread; importable
everywhere, usable on Windows.
"""

from __future__ import annotations

import ctypes
import functools
import importlib
import os
from ctypes import wintypes
from pathlib import Path
from typing import Any, NamedTuple

from reloader_core.kernel32 import check, declared

FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_REPARSE_POINT = 0x10, 0x400
GENERIC_READ, OPEN_EXISTING = 0x80000000, 3
SHARE_READ_WRITE_DELETE = 0x7
_BEFORE_1970 = 116_444_736_000_000_000  # 100 ns steps since 1601


class Look(NamedTuple):
    is_folder: bool
    is_link: bool
    """A symlink, a junction or a cloud's placeholder: what is behind it was not looked at."""
    mtime_ns: int
    size: int


class _Attributes(ctypes.Structure):
    """WIN32_FILE_ATTRIBUTE_DATA"""

    _fields_ = [
        ("attributes", wintypes.DWORD),
        ("created", wintypes.FILETIME),
        ("accessed", wintypes.FILETIME),
        ("written", wintypes.FILETIME),
        ("size_high", wintypes.DWORD),
        ("size_low", wintypes.DWORD),
    ]


def look(path: str | Path) -> Look:
    """Without a handle. Raises OSError; ValueError for a NUL in the name."""
    path = os.fspath(path)
    if "\0" in path:
        raise ValueError("embedded null character")
    found = _Attributes()
    check(_kernel32().GetFileAttributesExW(path, 0, ctypes.byref(found)))
    written = found.written.dwHighDateTime << 32 | found.written.dwLowDateTime
    return Look(
        bool(found.attributes & FILE_ATTRIBUTE_DIRECTORY),
        bool(found.attributes & FILE_ATTRIBUTE_REPARSE_POINT),
        (written - _BEFORE_1970) * 100,
        found.size_high << 32 | found.size_low,
    )


def open_shared(path: str, flags: int) -> int:
    """For open(..., "rb", opener=open_shared): the file can be deleted and renamed meanwhile."""
    winapi: Any = importlib.import_module("_winapi")  # neither is there elsewhere
    msvcrt: Any = importlib.import_module("msvcrt")
    access = (GENERIC_READ, SHARE_READ_WRITE_DELETE)
    handle = winapi.CreateFile(path, *access, 0, OPEN_EXISTING, 0, 0)
    return int(msvcrt.open_osfhandle(handle, flags))


@functools.cache
def _kernel32() -> Any:
    arguments = (wintypes.LPCWSTR, ctypes.c_int, ctypes.c_void_p)
    return declared(("GetFileAttributesExW", wintypes.BOOL, arguments))
