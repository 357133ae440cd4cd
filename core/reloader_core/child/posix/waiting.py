"""What a script's main thread waits for, as Linux tells it: the system call that it is in.

Read from /proc, which disturbs nobody; where the system does not let us, or it is another one,
nothing is known. Any thread.
"""

from __future__ import annotations

import os
import platform
import re
import struct
from pathlib import Path

from reloader_core.model import Waits

_X86 = {
    0: "read", 19: "read", 7: "poll", 271: "poll", 23: "select", 270: "select",
    232: "epoll", 281: "epoll", 441: "epoll", 35: "sleep", 230: "sleep", 34: "sleep",
    202: "futex", 61: "child", 247: "child", 43: "socket", 288: "socket", 42: "socket",
    45: "socket", 47: "socket", 44: "socket", 46: "socket",
}  # fmt: skip
_ARM = {
    63: "read", 65: "read", 73: "poll", 72: "select", 22: "epoll", 441: "epoll",
    101: "sleep", 115: "sleep", 98: "futex", 260: "child", 95: "child", 202: "socket",
    242: "socket", 203: "socket", 207: "socket", 212: "socket", 206: "socket", 211: "socket",
}  # fmt: skip
_CALLS = {"x86_64": _X86, "aarch64": _ARM}.get(platform.machine(), {})
"""By number: https://gpages.juszkiewicz.com.pl/syscalls-table/syscalls.html"""
_MOST_FILES = 1024
_MOST_TABLE_BYTES = 1 << 19
_POLLED = struct.Struct("ihh")
_SOCKET = re.compile(r"socket:\[(\d+)\]")


def waits_for(pid: int) -> Waits | None:
    """None: it runs, or it cannot be told."""
    process = Path(f"/proc/{pid}")
    try:
        words = (process / "task" / str(pid) / "syscall").read_text().split()
        if len(words) < 7:
            return None  # it runs
        call, arguments = _CALLS.get(int(words[0])), [int(word, 16) for word in words[1:7]]
        return _meaning(process, call, arguments)
    except (OSError, ValueError):
        return None


def _meaning(process: Path, call: str | None, arguments: list[int]) -> Waits | None:
    match call:
        case "sleep":
            return Waits.NOTHING
        case "futex":
            return Waits.THREAD
        case "child":
            return Waits.PROGRAM
        case "read" | "socket":
            return _of_files(process, [arguments[0]])
        case "poll":
            return _of_files(process, _polled(process, *arguments[:2]))
        case "select":
            return _of_files(process, _selected(process, *arguments[:2]))
        case "epoll":
            return _of_loop(process, arguments[0])
    return None


def _of_files(process: Path, files: list[int]) -> Waits | None:
    if not files:
        return Waits.NOTHING
    if 0 in files:
        return Waits.INPUT
    kinds = [os.readlink(process / "fd" / str(file)) for file in files]
    if _internet(process, kinds):
        return Waits.NETWORK
    if all(kind.startswith(("pipe:", "socket:")) for kind in kinds):
        return Waits.PROGRAM
    return None


def _of_loop(process: Path, loop: int) -> Waits | None:
    """An event loop always has a pipe or a socket of its own, by which it is woken."""
    lines = (process / "fdinfo" / str(loop)).read_text().splitlines()
    files = [int(line.split()[1]) for line in lines if line.startswith("tfd:")]
    if 0 in files:
        return Waits.INPUT
    kinds = [os.readlink(process / "fd" / str(file)) for file in files[:_MOST_FILES]]
    if _internet(process, kinds):
        return Waits.NETWORK
    return Waits.NOTHING if len(files) <= 1 else None


def _internet(process: Path, kinds: list[str]) -> bool:
    sockets = {found[1] for kind in kinds if (found := _SOCKET.fullmatch(kind))}
    if not sockets:
        return False
    for table in ("tcp", "tcp6", "udp", "udp6"):
        try:
            with (process / "net" / table).open() as file:
                next(file, None)
                lines = file.readlines(_MOST_TABLE_BYTES)
        except OSError:
            continue
        if any(line.split()[9] in sockets for line in lines):
            return True
    return False


def _polled(process: Path, address: int, count: int) -> list[int]:
    data = _memory(process, address, min(count, _MOST_FILES) * _POLLED.size)
    return [file for file, wanted, _ in _POLLED.iter_unpack(data) if file >= 0 and wanted & 1]


def _selected(process: Path, count: int, address: int) -> list[int]:
    """Those that are to be read."""
    count = min(count, _MOST_FILES)
    data = _memory(process, address, (count + 63) // 64 * 8) if address else b""
    bits = int.from_bytes(data, "little")
    return [file for file in range(count) if bits >> file & 1]


def _memory(process: Path, address: int, size: int) -> bytes:
    if not size:
        return b""
    with (process / "mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        return memory.read(size)
