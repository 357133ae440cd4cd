"""Windows: the system calls behind windows.py, one small typed function each.

Handles are plain ints, and whoever gets one closes it. A failed call raises
OSError with its winerror. Job objects, events and threads go through ctypes; pipes
and processes through `_winapi`, as in the standard library's subprocess and
multiprocessing. Callable from any thread; importable everywhere, usable on Windows.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from ctypes import wintypes
from typing import Any

from reloader_core.kernel32 import check, declared

if sys.platform == "win32":
    import _winapi
    from ctypes import WinDLL
    from msvcrt import get_osfhandle, open_osfhandle
    from os import O_BINARY, O_NOINHERIT, set_handle_inheritable, startfile
    from subprocess import STARTF_USESTDHANDLES, STARTUPINFO
else:  # nothing below is called there, but everything can be imported
    _winapi: Any = None
    get_osfhandle: Any = None
    open_osfhandle: Any = None
    WinDLL: Any = None
    set_handle_inheritable: Any = None
    startfile: Any = None
    STARTUPINFO: Any = None
    O_BINARY = O_NOINHERIT = STARTF_USESTDHANDLES = 0

INFINITE = 0xFFFFFFFF
READ_BYTES = 1 << 16
PIPE_BYTES = 1 << 18
CONTROL_BYTES = 1 << 20  # requests are never waited for: a parked child's list of sources fits

# winnt.h, winbase.h; not in `_winapi` before Python 3.12 or at all
CREATE_SUSPENDED, CREATE_NO_WINDOW = 0x4, 0x08000000
PIPE_ACCESS_INBOUND, PIPE_REJECT_REMOTE_CLIENTS = 0x1, 0x8
FILE_FLAG_OVERLAPPED, FILE_FLAG_FIRST_PIPE_INSTANCE = 0x40000000, 0x80000
GENERIC_WRITE, FILE_READ_ATTRIBUTES, OPEN_EXISTING = 0x40000000, 0x80, 3
WAIT_TIMEOUT = 258
ERROR_BROKEN_PIPE = 109
ERROR_IO_INCOMPLETE = 996
ERROR_MORE_DATA = 234
PROCESS_DUP_HANDLE, PROCESS_QUERY_LIMITED_INFORMATION = 0x40, 0x1000
THREAD_QUERY_LIMITED_INFORMATION = 0x800
BASIC_ACCOUNTING, BASIC_PROCESS_ID_LIST, EXTENDED_LIMIT = 1, 3, 9  # JOBOBJECTINFOCLASS
LIMIT_DIE_ON_UNHANDLED_EXCEPTION, LIMIT_KILL_ON_JOB_CLOSE = 0x400, 0x2000

_pipe_numbers = itertools.count(1)


class _Counters(ctypes.Structure):
    """IO_COUNTERS"""

    _fields_ = [
        (name, ctypes.c_ulonglong)
        for name in ("reads", "writes", "others", "read_bytes", "written_bytes", "other_bytes")
    ]


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION"""

    _fields_ = [
        ("process_time", ctypes.c_longlong),
        ("job_time", ctypes.c_longlong),
        ("flags", wintypes.DWORD),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_process_limit", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority_class", wintypes.DWORD),
        ("scheduling_class", wintypes.DWORD),
    ]


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION"""

    _fields_ = [
        ("basic", _BasicLimits),
        ("io", _Counters),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


class _Accounting(ctypes.Structure):
    """JOBOBJECT_BASIC_ACCOUNTING_INFORMATION"""

    _fields_ = [
        ("user_time", ctypes.c_longlong),
        ("kernel_time", ctypes.c_longlong),
        ("period_user_time", ctypes.c_longlong),
        ("period_kernel_time", ctypes.c_longlong),
        ("page_faults", wintypes.DWORD),
        ("processes", wintypes.DWORD),
        ("active", wintypes.DWORD),
        ("terminated", wintypes.DWORD),
    ]


@functools.cache
def _kernel32() -> Any:
    handle, dword, flag = wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL
    pointer, text = ctypes.c_void_p, wintypes.LPCWSTR
    return declared(
        ("CreateJobObjectW", handle, (pointer, text)),
        ("SetInformationJobObject", flag, (handle, ctypes.c_int, pointer, dword)),
        ("QueryInformationJobObject", flag, (handle, ctypes.c_int, pointer, dword, pointer)),
        ("AssignProcessToJobObject", flag, (handle, handle)),
        ("TerminateJobObject", flag, (handle, wintypes.UINT)),
        ("CreateEventW", handle, (pointer, flag, flag, text)),
        ("SetEvent", flag, (handle,)),
        ("ResumeThread", dword, (handle,)),
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


def set_event(event: int) -> None:
    check(_kernel32().SetEvent(event))


def wait(handles: Sequence[int], timeout_s: float | None) -> bool:
    """Block until one of the handles is signalled; False: none was within the time."""
    milliseconds = INFINITE if timeout_s is None else max(0, round(timeout_s * 1000))
    return bool(_winapi.WaitForMultipleObjects(handles, False, milliseconds) != WAIT_TIMEOUT)


# -- pipes


def blocking_pipe(size_bytes: int) -> tuple[int, int]:
    """(reading end, writing end)"""
    reading, writing = _winapi.CreatePipe(None, size_bytes)
    return reading, writing


def write(handle: int, data: bytes) -> None:
    _winapi.WriteFile(handle, data)


def overlapped_pipe() -> tuple[PipeReader, int]:
    """A reader that can be waited for, and the child's plain writing end.

    Anonymous pipes cannot do that, so it is a named one that nobody else can open:
    a random name, one instance, connected before anything is written.
    """
    name = rf"\\.\pipe\reloader-{os.getpid()}-{next(_pipe_numbers)}-{os.urandom(8).hex()}"
    access = PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE
    ours = _winapi.CreateNamedPipe(name, access, PIPE_REJECT_REMOTE_CLIENTS, 1, 0, PIPE_BYTES, 0, 0)
    writes = GENERIC_WRITE | FILE_READ_ATTRIBUTES  # as CreatePipe has it; Node asks for it
    try:
        theirs = _winapi.CreateFile(name, writes, 0, 0, OPEN_EXISTING, 0, 0)
        _winapi.ConnectNamedPipe(ours, True).GetOverlappedResult(True)
    except OSError:
        _winapi.CloseHandle(ours)
        raise
    return PipeReader(ours), theirs


class PipeReader:
    """Our end of an overlapped pipe; one thread uses it. A read that was not finished in
    time stays begun for the next call, so that nothing is lost by a time-out."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._begun: Any = None
        self._lock = threading.Lock()
        self._wake = create_event()
        self.ended = False

    def begin(self) -> int | None:
        """Have a read under way. Returns the event to wait for; None: end of file."""
        if self._begun is None and not self.ended:
            try:
                self._begun, _error = _winapi.ReadFile(self._handle, READ_BYTES, overlapped=True)
            except OSError:  # ERROR_BROKEN_PIPE: all writing ends are closed, all was read
                self.ended = True
        return None if self._begun is None else int(self._begun.event)

    def read(self, timeout_s: float | None) -> bytes | None:
        """b'': end of file; None: nothing within the time, or wake() was called."""
        while (event := self.begin()) is not None:
            wait([event, self._wake], timeout_s)
            if not wait([event], 0):
                return None
            begun, self._begun = self._begun, None
            try:
                count, _error = begun.GetOverlappedResult(True)
            except OSError:
                self.ended = True
                break
            if count:  # a write of zero bytes arrives too, and is no end of file
                return bytes(begun.getbuffer())[:count]
        return b""

    def wake(self) -> None:
        with self._lock:
            if self._wake:
                set_event(self._wake)

    def close(self) -> None:
        """A second time nothing is done: by then the number may be that of another handle."""
        with self._lock:
            if not self._wake:
                return
            close(self._wake)
            self._wake = 0
        if self._begun is not None:
            with contextlib.suppress(OSError):
                self._begun.cancel()
                self._begun.GetOverlappedResult(True)
            self._begun = None
        self.ended = True
        close(self._handle)


# -- processes


def create_process(
    argv: Sequence[str],
    cwd: str,
    env: dict[str, str],
    stdio: tuple[int, int, int],
    handles: Sequence[int],
) -> tuple[int, int, int]:
    """Start a program suspended, without a window, with these handles and no others.

    Returns (process handle, main thread's handle, pid). Raises OSError, ValueError.
    """
    startup = STARTUPINFO(
        dwFlags=STARTF_USESTDHANDLES,
        hStdInput=stdio[0],
        hStdOutput=stdio[1],
        hStdError=stdio[2],
        lpAttributeList={"handle_list": sorted({*stdio, *handles})},
    )
    flags = CREATE_SUSPENDED | CREATE_NO_WINDOW
    command_line = subprocess.list2cmdline(argv)
    process, thread, pid, _thread_id = _winapi.CreateProcess(
        None, command_line, None, None, True, flags, env, cwd, startup
    )
    return process, thread, pid


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


def resume(thread: int) -> None:
    if _kernel32().ResumeThread(thread) == INFINITE:
        check(0)


def terminate(process: int) -> None:
    _winapi.TerminateProcess(process, 1)


def allow_foreground(pid: int) -> None:
    """Let this process put its window in front. Nothing happens unless we may do so ourselves."""
    WinDLL("user32").AllowSetForegroundWindow(pid)


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
    counters = _Counters()
    check(_kernel32().GetProcessIoCounters(process, ctypes.byref(counters)))
    return counters.reads, counters.writes, counters.others


# -- jobs


def create_job() -> int:
    """A job whose processes all end when its last handle is closed, however that comes.

    No breakaway: what a script starts is stopped with it, whatever flags it uses. A
    crash ends a process at once, without a dialog that holds up its end.
    """
    job = int(check(_kernel32().CreateJobObjectW(None, None)))
    limits = _ExtendedLimits()
    limits.basic.flags = LIMIT_KILL_ON_JOB_CLOSE | LIMIT_DIE_ON_UNHANDLED_EXCEPTION
    size = ctypes.sizeof(limits)
    try:
        check(_kernel32().SetInformationJobObject(job, EXTENDED_LIMIT, ctypes.byref(limits), size))
    except OSError:
        close(job)
        raise
    return job


def assign(job: int, process: int) -> None:
    check(_kernel32().AssignProcessToJobObject(job, process))


def terminate_job(job: int) -> None:
    check(_kernel32().TerminateJobObject(job, 1))


def active_count(job: int) -> int:
    """How many of its processes have not ended."""
    found = _Accounting()
    _query(job, BASIC_ACCOUNTING, found)
    return int(found.active)


def pids(job: int) -> set[int]:
    """The ids of its processes that have not ended."""
    room = 64
    while True:

        class List(ctypes.Structure):
            """JOBOBJECT_BASIC_PROCESS_ID_LIST"""

            _fields_ = [
                ("assigned", wintypes.DWORD),
                ("count", wintypes.DWORD),
                ("ids", ctypes.c_size_t * room),
            ]

        found = List()
        try:
            _query(job, BASIC_PROCESS_ID_LIST, found)
        except OSError as error:
            if getattr(error, "winerror", 0) != ERROR_MORE_DATA:
                raise
        if found.count == found.assigned or room > 1 << 16:
            return set(found.ids[: found.count])
        room *= 4


def _query(job: int, kind: int, result: ctypes.Structure) -> None:
    size = ctypes.sizeof(result)
    check(_kernel32().QueryInformationJobObject(job, kind, ctypes.byref(result), size, None))
