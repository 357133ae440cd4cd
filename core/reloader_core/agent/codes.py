"""What modules that are not imported ahead were compiled to, read ahead: nothing is executed.

To read it from the disk and make it from bytes takes up to two fifths of a package's import. When
the script imports the module, and neither its file nor its bytecode is another one by then, the
import system gets what has been read. Nobody can tell but by a clock.
"""

import os
import sys

_external = sys.modules["_frozen_importlib_external"]
_Loader = _external.SourceFileLoader
_IMPORT = sys.modules["_frozen_importlib"]._find_and_load_unlocked.__code__


def _refuse(*args, **keywords):
    raise ImportError  # what has no bytecode is not compiled: that may warn, and would be written


def _system():
    """What reads bytecode for an import; a script may put its own there."""
    names = "get_code", "get_data", "path_stats", "source_to_code", "exec_module"
    return [_external.cache_from_source, *(getattr(_Loader, name) for name in names)]


def _signature(path):
    """Of a source and its bytecode; raises OSError."""
    found = map(os.stat, (path, _external.cache_from_source(path)))
    return [(each.st_mtime_ns, each.st_size, each.st_ino) for each in found]


class Codes:
    def __init__(self, stash):
        self.stash = stash
        self.found = {}  # by path
        self.system = _system()

    def read(self, paths):
        """While parked."""
        imported = {record.spec.origin for record in self.stash.records.values()}
        for path in paths:
            if path not in self.found and path not in imported and not sys.flags.verbose:
                try:
                    seen, loader = _signature(path), _Loader("", path)
                    loader.source_to_code = _refuse
                    self.found[path] = seen, loader.get_code("")
                except Exception:  # there is none, or it is broken: the import will see
                    pass

    def offer(self, loader, frame):
        """`frame`: of who looks for a module. The next question for its code, which the import
        system asks before anything of the module's is executed, is answered from here."""
        if type(loader) is not _Loader or loader.path not in self.found:
            return
        if frame.f_back is None or frame.f_back.f_code is not _IMPORT:
            return

        def get_code(name):
            del loader.get_code
            return self.take(loader.path) or loader.get_code(name)

        loader.get_code = get_code

    def take(self, path):
        """None: it is not what would be read now."""
        seen, code = self.found.pop(path, (None, None))
        try:
            is_same = seen == _signature(path) and self.system == _system()
        except (OSError, NotImplementedError):
            return None
        return code if is_same and self.stash.world.is_unwatched() else None
