"""What Windows knows of a named pipe: whose it is, who serves it, who may open it."""

from __future__ import annotations

import ctypes
import functools
from ctypes import byref, c_ulong, c_void_p
from typing import Any

_KERNEL_OBJECT, _OWNER, _TOKEN_QUERY, _TOKEN_USER = 6, 1, 8, 1  # accctrl.h, winnt.h


@functools.cache
def _dll(name: str) -> Any:
    return getattr(ctypes, "WinDLL")(name)  # noqa: B009 - it is there on Windows only


def is_own(pipe: int) -> bool:
    """Whether our user made this pipe: anybody may make one of any name."""
    owner, description = c_void_p(), c_void_p()
    failed = _dll("advapi32").GetSecurityInfo(
        c_void_p(pipe), _KERNEL_OBJECT, _OWNER,
        byref(owner), None, None, None, byref(description),
    )  # fmt: skip
    if failed:
        return False
    user = _token_user()
    is_ours = user is not None and _dll("advapi32").EqualSid(owner, c_void_p.from_buffer(user))
    _dll("kernel32").LocalFree(description)
    return bool(is_ours)


class OnlyOurUser:
    """SECURITY_ATTRIBUTES for a new pipe; without them everybody may read from it. Raises
    OSError. Lives as long as the process: there are few."""

    class _Attributes(ctypes.Structure):
        _fields_ = [("size", c_ulong), ("descriptor", c_void_p), ("inherit", ctypes.c_int)]

    def __init__(self) -> None:
        user, sid, descriptor = _token_user(), ctypes.c_wchar_p(), c_void_p()
        advapi32 = _dll("advapi32")
        named = user is not None and advapi32.ConvertSidToStringSidW(
            c_void_p.from_buffer(user), byref(sid)
        )
        rights = f"D:P(A;;GA;;;{sid.value})"  # SDDL: all rights, to this user alone
        convert = advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW
        if not named or not convert(rights, 1, byref(descriptor), None):
            raise OSError("the rights of a pipe cannot be set")
        size = ctypes.sizeof(self._Attributes)
        self._attributes = self._Attributes(size, descriptor, 0)

    @property
    def address(self) -> int:
        return ctypes.addressof(self._attributes)


def disconnect(pipe: int) -> None:
    """Our end of it waits for another client then."""
    _dll("kernel32").DisconnectNamedPipe(c_void_p(pipe))


def let_come_forward(pipe: int) -> None:
    """The program that serves it may bring its window to the front."""
    pid = c_ulong()
    if _dll("kernel32").GetNamedPipeServerProcessId(c_void_p(pipe), byref(pid)):
        _dll("user32").AllowSetForegroundWindow(pid)


def _token_user() -> ctypes.Array[ctypes.c_char] | None:
    """Our process' TOKEN_USER, whose first member points to the SID."""
    token, size, process = c_void_p(), c_ulong(), c_void_p(-1)  # GetCurrentProcess() is -1
    if not _dll("advapi32").OpenProcessToken(process, _TOKEN_QUERY, byref(token)):
        return None
    get = _dll("advapi32").GetTokenInformation
    get(token, _TOKEN_USER, None, 0, byref(size))
    user = ctypes.create_string_buffer(size.value)
    has_it = get(token, _TOKEN_USER, user, size, byref(size))
    _dll("kernel32").CloseHandle(token)
    return user if has_it else None
