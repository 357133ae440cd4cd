"""Nothing that is written while a module is imported ahead reaches anybody."""

import os
import sys

_STREAMS = (1, 2)
_MOST_BYTES = 1 << 20  # what Windows, where a write to a pipe always waits, keeps before that
_MARK = b"\n"


class Silence:
    """While it is entered, descriptors 1 and 2 are a pipe of our own. The streams themselves stay:
    a module may keep one of them."""

    def __init__(self):
        self.was_kept = True
        self.saved = []

    def __enter__(self):
        _flush()
        try:
            self.saved = [(each, os.dup(each)) for each in _STREAMS]
        except OSError:  # the script has none, nor has what it imports
            return self
        self.reading, self.writing = _pipe()
        for descriptor in _STREAMS:
            os.dup2(self.writing, descriptor)
        return self

    def __exit__(self, *error):
        if not self.saved:
            return
        _flush()
        for descriptor, saved in self.saved:
            os.dup2(saved, descriptor)
            os.close(saved)
        os.write(self.writing, _MARK)  # so that there is something to be read
        self.was_kept = os.read(self.reading, 2) == _MARK
        os.close(self.reading)
        os.close(self.writing)


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
