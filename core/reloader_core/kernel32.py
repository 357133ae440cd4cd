"""Windows' libraries: functions with their types, and their failures as OSError.

Any thread; importable everywhere, usable on Windows.
"""

from __future__ import annotations

import ctypes
from typing import Any

INVALID_HANDLE = ctypes.c_void_p(-1).value
_windows: Any = ctypes  # WinDLL, WinError and get_last_error are not there elsewhere


def declared(*functions: tuple[str, Any, tuple[Any, ...]], library: str = "kernel32") -> Any:
    """The library with these functions: name, type of the result, types of the arguments.

    The caller's own, for types are set once and for all: to be made once and kept.
    """
    dll = _windows.WinDLL(library, use_last_error=True)
    for name, result, arguments in functions:
        function = getattr(dll, name)
        function.restype, function.argtypes = result, arguments
    return dll


def check(result: Any) -> Any:
    """The result, or OSError for what BOOL and HANDLE functions call a failure."""
    if not result:
        raise _windows.WinError(_windows.get_last_error())
    return result


def check_handle(handle: Any) -> int:
    """For functions that call INVALID_HANDLE_VALUE a failure."""
    return int(check(None if handle == INVALID_HANDLE else handle))
