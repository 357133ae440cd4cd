"""Nothing that is written while a module is imported ahead reaches anybody."""

import os
import sys

part = globals()["part"]  # see sitecustomize.py
_STREAMS = (1, 2)
_MOST_BYTES = 1 << 20  # what Windows, where a write to a pipe always waits, keeps before that
_MARK = b"\n"


class Silence:
    """While it is entered, descriptors 1 and 2 are pipes of our own, or terminals where they are
    terminals. The streams themselves stay: a module may keep one of them."""

    def __init__(self):
        self.was_kept = True
        self.saved = []  # for each descriptor: what it was, and what is read from its stand-in

    def __enter__(self):
        _flush()
        for descriptor in _STREAMS:
            try:
                saved = os.dup(descriptor)
            except OSError:  # the script has none, nor has what it imports
                continue
            reading, writing = _terminal(saved) if os.isatty(saved) else _pipe()
            os.dup2(writing, descriptor)
            os.close(writing)
            self.saved.append((descriptor, saved, reading))
        return self

    def __exit__(self, *error):
        _flush()
        for descriptor, saved, reading in self.saved:
            os.write(descriptor, _MARK)  # so that there is something to be read
            said = os.read(reading, 3)
            self.was_kept = self.was_kept and said.replace(b"\r", b"") == _MARK
            os.dup2(saved, descriptor)
            os.close(saved)
            os.close(reading)


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # None, say
            pass


def _pipe():
    if os.name != "nt":
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        return reading, writing
    import _winapi
    import msvcrt

    handles = _winapi.CreatePipe(None, _MOST_BYTES)
    return msvcrt.open_osfhandle(handles[0], os.O_RDONLY), msvcrt.open_osfhandle(handles[1], 0)


def _terminal(like):
    """As wide as that one: a module may look whether it writes to one (loguru)."""
    if os.name == "nt":
        return _pipe()
    reading, writing = os.openpty()
    fcntl, termios = part("packages").own["fcntl"], part("packages").own["termios"]
    try:
        size = fcntl.ioctl(like, termios.TIOCGWINSZ, b"\0" * 8)
        fcntl.ioctl(writing, termios.TIOCSWINSZ, size)
    except (OSError, AttributeError):
        pass
    os.set_blocking(writing, False)
    return reading, writing
