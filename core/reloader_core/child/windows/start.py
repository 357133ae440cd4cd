"""Windows: a program started as a member of a job from its first instant on.

`_winapi.CreateProcess`, which subprocess uses, cannot name a job, so a program has to be put into
one when it is there already; whoever is killed in between leaves it behind. Handles are plain ints,
a failed call raises OSError (see api). Any thread; importable everywhere, usable on Windows.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from ctypes import wintypes
from typing import Any

from reloader_core.child.windows.api import CREATE_NO_WINDOW, close
from reloader_core.kernel32 import check, declared

# winbase.h, processthreadsapi.h
CREATE_UNICODE_ENVIRONMENT, EXTENDED_STARTUPINFO_PRESENT = 0x400, 0x80000
STARTF_USESTDHANDLES = 0x100
PROC_THREAD_ATTRIBUTE_HANDLE_LIST, PROC_THREAD_ATTRIBUTE_JOB_LIST = 0x20002, 0x2000D


class _StartupInfo(ctypes.Structure):
    """STARTUPINFOEXW"""

    _fields_ = [
        ("size", wintypes.DWORD),
        ("reserved", ctypes.c_void_p),
        ("desktop", ctypes.c_void_p),
        ("title", ctypes.c_void_p),
        *((name, wintypes.DWORD) for name in ("x", "y", "width", "height", "columns", "rows")),
        ("fill", wintypes.DWORD),
        ("flags", wintypes.DWORD),
        ("show_window", wintypes.WORD),
        ("reserved_size", wintypes.WORD),
        ("reserved_bytes", ctypes.c_void_p),
        ("stdin", wintypes.HANDLE),
        ("stdout", wintypes.HANDLE),
        ("stderr", wintypes.HANDLE),
        ("attributes", ctypes.c_void_p),
    ]


class _ProcessInformation(ctypes.Structure):
    """PROCESS_INFORMATION"""

    _fields_ = [
        ("process", wintypes.HANDLE),
        ("thread", wintypes.HANDLE),
        ("pid", wintypes.DWORD),
        ("thread_id", wintypes.DWORD),
    ]


@functools.cache
def _kernel32() -> Any:
    dword, flag, size = wintypes.DWORD, wintypes.BOOL, ctypes.c_size_t
    pointer, text = ctypes.c_void_p, wintypes.LPCWSTR
    return declared(
        ("InitializeProcThreadAttributeList", flag, (pointer, dword, dword, pointer)),
        (
            "UpdateProcThreadAttribute",
            *(flag, (pointer, dword, size, pointer, size, pointer, pointer)),
        ),
        ("DeleteProcThreadAttributeList", None, (pointer,)),
        (
            "CreateProcessW",
            *(
                flag,
                (text, pointer, pointer, pointer, flag, dword, pointer, text, pointer, pointer),
            ),
        ),
    )


def start_in_job(
    job: int,
    argv: Sequence[str],
    cwd: str,
    env: Mapping[str, str],
    stdio: tuple[int, int, int],
    handles: Sequence[int],
    *,
    own_console: bool,
) -> tuple[int, int]:
    """Start a program in the job, with these handles (all inheritable) and no others, in a console
    of its own that nobody sees or in ours.

    Returns (process handle, pid). Raises OSError, ValueError: a text that no
    program can be given.
    """
    command_line = ctypes.create_unicode_buffer(_whole(subprocess.list2cmdline(argv)))
    environment = ctypes.create_unicode_buffer(_block(env))
    flags = CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT
    if own_console:
        flags |= CREATE_NO_WINDOW
    started = _ProcessInformation()
    with _attributes(job, sorted({*stdio, *handles})) as attributes:
        startup = _StartupInfo(
            size=ctypes.sizeof(_StartupInfo),
            flags=STARTF_USESTDHANDLES,
            stdin=stdio[0],
            stdout=stdio[1],
            stderr=stdio[2],
            attributes=attributes,
        )
        check(
            _kernel32().CreateProcessW(
                *(None, command_line, None, None, True, flags, environment, _whole(cwd)),
                *(ctypes.byref(startup), ctypes.byref(started)),
            )
        )
    close(started.thread)
    return int(started.process), int(started.pid)


@contextlib.contextmanager
def _attributes(job: int, handles: Sequence[int]) -> Iterator[int]:
    """The address of a PROC_THREAD_ATTRIBUTE_LIST."""
    kernel32 = _kernel32()
    values = {
        PROC_THREAD_ATTRIBUTE_HANDLE_LIST: (wintypes.HANDLE * len(handles))(*handles),
        PROC_THREAD_ATTRIBUTE_JOB_LIST: (wintypes.HANDLE * 1)(job),
    }
    size = ctypes.c_size_t()
    kernel32.InitializeProcThreadAttributeList(None, len(values), 0, ctypes.byref(size))
    room = ctypes.create_string_buffer(size.value)
    check(kernel32.InitializeProcThreadAttributeList(room, len(values), 0, ctypes.byref(size)))
    try:
        for attribute, value in values.items():  # which must stay where it is until the end
            check(
                kernel32.UpdateProcThreadAttribute(
                    *(room, 0, attribute, value, ctypes.sizeof(value), None, None)
                )
            )
        yield ctypes.addressof(room)
    finally:
        kernel32.DeleteProcThreadAttributeList(room)


def _block(env: Mapping[str, str]) -> str:
    """An environment as CreateProcess takes it. It ends in two zeros, of which ctypes adds one."""
    for name in env:
        if not name or "=" in name[1:]:  # '=C:' is a drive's current folder
            raise ValueError(f"illegal environment variable name: {name!r}")
    names = sorted(env, key=str.upper)
    return "".join(f"{_whole(name)}={_whole(env[name])}\0" for name in names) or "\0"


def _whole(text: str) -> str:
    if "\0" in text:  # Windows would take what is before it for all
        raise ValueError("embedded null character")
    return text
