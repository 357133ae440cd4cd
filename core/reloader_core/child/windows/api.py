"""Windows: the system calls behind a child, one small typed function each (see jobs, pipes, too).

Handles are plain ints, and whoever gets one closes it. A failed call raises
OSError with its winerror. Job objects, events and threads go through ctypes; pipes
and processes through `_winapi`, as in the standard library's subprocess and
multiprocessing. Callable from any thread; importable everywhere, usable on Windows.
"""

from __future__ import annotations

import ctypes
import functools
import sys
from collections.abc import Sequence
from ctypes import wintypes
from typing import Any

from reloader_core.kernel32 import check, declared

if sys.platform == "win32":
    import _winapi
    from msvcrt import get_osfhandle, open_osfhandle
    from os import O_BINARY, O_NOINHERIT, set_handle_inheritable, startfile
    from subprocess import STARTUPINFO
else:  # nothing below is called there, but everything can be imported
    _winapi: Any = None
    get_osfhandle: Any = None
    open_osfhandle: Any = None
    set_handle_inheritable: Any = None
    startfile: Any = None
    STARTUPINFO: Any = None
    O_BINARY = O_NOINHERIT = 0

INFINITE = 0xFFFFFFFF

# winnt.h, winbase.h; not in `_winapi` before Python 3.12 or at all
CREATE_NO_WINDOW = 0x08000000
WAIT_TIMEOUT = 258
PROCESS_DUP_HANDLE, PROCESS_QUERY_LIMITED_INFORMATION = 0x40, 0x1000
THREAD_QUERY_LIMITED_INFORMATION = 0x800


class IoCounters(ctypes.Structure):
    """IO_COUNTERS"""

    _fields_ = [
        (name, ctypes.c_ulonglong)
        for name in ("reads", "writes", "others", "read_bytes", "written_bytes", "other_bytes")
    ]


@functools.cache
def _kernel32() -> Any:
    handle, dword, flag = wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL
    pointer, text = ctypes.c_void_p, wintypes.LPCWSTR
    return declared(
        ("CreateEventW", handle, (pointer, flag, flag, text)),
        ("SetEvent", flag, (handle,)),
        ("DisconnectNamedPipe", flag, (handle,)),
        ("OpenThread", handle, (dword, flag, dword)),
        ("GetThreadTimes", flag, (handle, pointer, pointer, pointer, pointer)),
        ("QueryThreadCycleTime", flag, (handle, pointer)),
        ("GetProcessIoCounters", flag, (handle, pointer)),
        ("QueryFullProcessImageNameW", flag, (handle, dword, wintypes.LPWSTR, pointer)),
    )


# -- handles


def close(handle: int) -> None:
    _winapi.CloseHandle(handle)


def set_inheritable(handle: int) -> None:
    set_handle_inheritable(handle, True)


def inheritable_copy(fd: int) -> int:
    """The handle behind a file descriptor, once more and for a child to inherit."""
    me = _winapi.GetCurrentProcess()
    source = get_osfhandle(fd)
    return int(_winapi.DuplicateHandle(me, source, me, 0, True, _winapi.DUPLICATE_SAME_ACCESS))


def move_to(handle: int, pid: int) -> int:
    """Give our handle to another process; it is closed here. Returns its value there."""
    process = _winapi.OpenProcess(PROCESS_DUP_HANDLE, False, pid)
    try:
        options = _winapi.DUPLICATE_SAME_ACCESS | _winapi.DUPLICATE_CLOSE_SOURCE
        me = _winapi.GetCurrentProcess()
        return int(_winapi.DuplicateHandle(me, handle, process, 0, False, options))
    finally:
        _winapi.CloseHandle(process)


def open_fd(handle: int) -> int:
    """A binary file descriptor for writing, which owns the handle."""

    return int(open_osfhandle(handle, O_BINARY | O_NOINHERIT))


def create_event() -> int:
    """An event that one wait() takes back again."""
    return int(check(_kernel32().CreateEventW(None, False, False, None)))


def disconnect(pipe: int) -> None:
    """Our end of a named pipe can have another writer then."""
    check(_kernel32().DisconnectNamedPipe(pipe))


def set_event(event: int) -> None:
    check(_kernel32().SetEvent(event))


def wait(handles: Sequence[int], timeout_s: float | None) -> bool:
    """Block until one of the handles is signalled; False: none was within the time."""
    milliseconds = INFINITE if timeout_s is None else max(0, round(timeout_s * 1000))
    return bool(_winapi.WaitForMultipleObjects(handles, False, milliseconds) != WAIT_TIMEOUT)


# -- processes


def start_outside(
    program: str | None, command_line: str, cwd: str, env: dict[str, str], flags: int
) -> tuple[int, int, int, int]:
    """Start a program that belongs to the user: (process, thread, pid, thread's id)."""
    startup = STARTUPINFO()
    process, thread, pid, thread_id = _winapi.CreateProcess(
        program, command_line, None, None, False, flags, env, cwd, startup
    )
    return process, thread, pid, thread_id


def start_file(path: str, operation: str, arguments: str, cwd: str, show: int) -> None:
    """os.startfile; no operation means the file type's usual one."""
    if operation:
        startfile(path, operation, arguments, cwd, show)
    else:
        startfile(path, arguments=arguments, cwd=cwd, show_cmd=show)


def allow_foreground(pid: int) -> None:
    """Let this process put its window in front. Nothing happens unless we may do so ourselves."""
    user32 = declared(
        ("AllowSetForegroundWindow", wintypes.BOOL, (wintypes.DWORD,)), library="user32"
    )
    user32.AllowSetForegroundWindow(pid)


def exit_code(process: int) -> int:
    """As subprocess has it: unsigned, 0xC000013A is 3221225786."""
    return int(_winapi.GetExitCodeProcess(process))


def open_process(pid: int) -> int:
    return int(_winapi.OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, False, pid))


def open_thread(thread_id: int) -> int:
    return int(check(_kernel32().OpenThread(THREAD_QUERY_LIMITED_INFORMATION, False, thread_id)))


def image_name(pid: int) -> str:
    """The program's file name in lower case; '' if it cannot be told."""
    length = wintypes.DWORD(32768)
    buffer = ctypes.create_unicode_buffer(length.value)
    try:
        process = open_process(pid)
    except OSError:
        return ""
    try:
        _kernel32().QueryFullProcessImageNameW(process, 0, buffer, ctypes.byref(length))
    finally:
        close(process)
    return buffer.value.rpartition("\\")[2].lower()


def thread_use(thread: int) -> tuple[int, ...]:
    """CPU time so far, in 100 ns of kernel and user mode (by clock ticks) and in cycles."""
    times = [ctypes.c_ulonglong() for _ in range(4)]
    check(_kernel32().GetThreadTimes(thread, *map(ctypes.byref, times)))
    cycles = ctypes.c_ulonglong()
    _kernel32().QueryThreadCycleTime(thread, ctypes.byref(cycles))  # not in Wine
    return times[2].value, times[3].value, cycles.value


def io_use(process: int) -> tuple[int, ...]:
    """How many reads, writes and other I/O calls the process has made."""
    counters = IoCounters()
    check(_kernel32().GetProcessIoCounters(process, ctypes.byref(counters)))
    return counters.reads, counters.writes, counters.others
