"""What Windows knows of a named pipe: whose it is, and who serves it. Only system.py asks."""

from __future__ import annotations

import ctypes
import functools
from ctypes import byref, c_int, c_ulong, c_void_p
from ctypes.wintypes import BOOL, DWORD, HANDLE
from typing import Any

from reloader_core import windows_library

_KERNEL_OBJECT, _OWNER, _TOKEN_QUERY, _TOKEN_USER = 6, 1, 8, 1  # accctrl.h, winnt.h


@functools.cache
def _advapi32() -> Any:
    return windows_library(
        ("GetSecurityInfo", DWORD, (HANDLE, c_int, DWORD, *(c_void_p,) * 5)),
        ("EqualSid", BOOL, (c_void_p, c_void_p)),
        ("OpenProcessToken", BOOL, (HANDLE, DWORD, c_void_p)),
        ("GetTokenInformation", BOOL, (HANDLE, c_int, c_void_p, DWORD, c_void_p)),
        library="advapi32",
    )


@functools.cache
def _kernel32() -> Any:
    return windows_library(
        ("LocalFree", c_void_p, (c_void_p,)),
        ("GetNamedPipeServerProcessId", BOOL, (HANDLE, c_void_p)),
        ("CloseHandle", BOOL, (HANDLE,)),
    )


@functools.cache
def _user32() -> Any:
    return windows_library(("AllowSetForegroundWindow", BOOL, (DWORD,)), library="user32")


def is_own(pipe: int) -> bool:
    """Whether our user made this pipe: anybody may make one of any name."""
    owner, description = c_void_p(), c_void_p()
    failed = _advapi32().GetSecurityInfo(
        pipe, _KERNEL_OBJECT, _OWNER, byref(owner), None, None, None, byref(description)
    )
    if failed:
        return False
    user = _token_user()
    is_ours = user is not None and _advapi32().EqualSid(owner, c_void_p.from_buffer(user))
    _kernel32().LocalFree(description)
    return bool(is_ours)


def let_come_forward(pipe: int) -> None:
    """The program that serves it may bring its window to the front."""
    pid = c_ulong()
    if _kernel32().GetNamedPipeServerProcessId(pipe, byref(pid)):
        _user32().AllowSetForegroundWindow(pid)


def _token_user() -> ctypes.Array[ctypes.c_char] | None:
    """Our process' TOKEN_USER, whose first member points to the SID."""
    token, size, process = HANDLE(), c_ulong(), c_void_p(-1)  # GetCurrentProcess() is -1
    if not _advapi32().OpenProcessToken(process, _TOKEN_QUERY, byref(token)):
        return None
    get = _advapi32().GetTokenInformation
    get(token, _TOKEN_USER, None, 0, byref(size))
    user = ctypes.create_string_buffer(size.value)
    has_it = get(token, _TOKEN_USER, user, size, byref(size))
    _kernel32().CloseHandle(token)
    return user if has_it else None
