"""Windows: job objects. Handles are plain ints, a failed call raises OSError (see api)."""

from __future__ import annotations

import ctypes
import functools
from ctypes import wintypes
from typing import Any

from reloader_core.child.windows.api import IoCounters, close
from reloader_core.kernel32 import check, declared

ERROR_MORE_DATA = 234
BASIC_ACCOUNTING, BASIC_PROCESS_ID_LIST, EXTENDED_LIMIT = 1, 3, 9  # JOBOBJECTINFOCLASS
LIMIT_DIE_ON_UNHANDLED_EXCEPTION, LIMIT_KILL_ON_JOB_CLOSE = 0x400, 0x2000


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
        ("io", IoCounters),
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
        ("TerminateJobObject", flag, (handle, wintypes.UINT)),
    )


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
