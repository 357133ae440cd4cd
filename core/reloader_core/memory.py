"""How much memory there is, and what a parked child takes of it."""

from __future__ import annotations

from reloader_core import child

SCARCE_BYTES = 400 * 1024 * 1024


def available_bytes() -> tuple[int, int]:
    """Of memory, and how much there is in all; 0 where nothing can be asked any more."""
    try:
        import psutil  # 30 ms, which a window's first paint can do without

        memory = psutil.virtual_memory()
    except (OSError, ImportError):  # no file handle is left: that is scarce, too
        return 0, 0
    return memory.available, memory.total


def memory_is_scarce() -> bool:
    """An idle interpreter is a luxury when little is left."""
    available, total = available_bytes()
    return available < max(SCARCE_BYTES, total // 20)


def size_bytes(hello: child.Hello | None) -> int:
    """Of the child that said this; 0 if that is not told."""
    if hello is None:
        return 0
    import psutil

    try:
        return int(psutil.Process(hello.pid).memory_info().rss)
    except (OSError, psutil.Error):
        return 0
