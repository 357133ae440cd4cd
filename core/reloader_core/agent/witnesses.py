"""Could anybody tell whether an object is finalized? Where nobody could, a script's end need not
search for what is to be finalized, which is most of the end: see aside.py.

Nearly all objects are left out by their class alone; those of a class that has a finalizer are
looked at one by one. A new rule is a row in a table. What no row knows could tell.
"""

import os
import sys
from _weakref import ref  # built in, as all that the agent imports

# Compiled packages, or parts of them, whose objects change nothing outside of this process when
# they are freed, but for those that SILENT names. (What compiled code does then cannot be seen:
# h5py and pyarrow complete files, cv2 a video, lxml what xmlfile() has held back, duckdb a
# database; zmq waits until all is sent, and Qt's settings are written.)
HARMLESS = frozenset(
    "PIL _cffi_backend _cyutility _yaml aiohttp bcrypt charset_normalizer contourpy "
    "cryptography fontTools frozenlist google._upb greenlet httptools kiwisolver markupsafe "
    "matplotlib msgpack multidict nacl numpy orjson pandas propcache psutil pydantic_core "
    "regex rpds scipy simplejson sklearn sqlalchemy ujson uvloop watchfiles wcwidth "
    "websockets wrapt yaml yarl zstandard".split()
)
# Installed files whose callbacks for what is gone only take it out of containers. (SQLAlchemy's
# pool has others: a connection may commit when it is given back.)
_KEEPS_ACCOUNTS = tuple(
    os.sep + each.replace("/", os.sep)
    for each in ("blinker/_utilities.py", "django/dispatch/dispatcher.py", "matplotlib/cbook.py",
                 "matplotlib/transforms.py", "sqlalchemy/event/registry.py")
)  # fmt: skip
# The collector need not know what these make, which is to be closed: databases, and Tcl.
_CLOSED_BY_C = ("_dbm", "_gdbm", "_msi", "_tkinter")
_COMPILED = (".so", ".pyd")
_INSTALLED = ("site-packages", "dist-packages")
_KNOWN_TO_COLLECTOR = 1 << 14  # of a class's flags: its objects are


def _is_at_its_begin(generator):
    if hasattr(generator, "gi_suspended"):  # 3.11
        return not generator.gi_suspended and not generator.gi_running
    return generator.gi_frame.f_lasti == -1


def _has_no_handler(code):
    """Nothing in it runs when it is left. (From 3.12 on each generator has one of Python's own.)"""
    return getattr(code, "co_exceptiontable", None) == b""


def _is_over(generator):
    return (
        generator.gi_frame is None
        or _has_no_handler(generator.gi_code)
        or _is_at_its_begin(generator)
    )


def _is_complete(file):
    return file.closed or not file.writable()


def _is_heard(future):
    return future.done() and not future._log_traceback


def _has_sent_all(socket):
    """That it was left open is a ResourceWarning: see _is_warned. Where the process ends the system
    closes it as Python would; only Windows then drops what is still to be sent."""
    if os.name != "nt" or socket.fileno() < 0:
        return True
    try:
        return not socket.getpeername()
    except OSError:
        return True  # it has no other side


# By the class that has a finalizer, or does more than freeing memory when it goes: which of its
# objects have nothing to do then.
SILENT = {
    "builtins.generator": _is_over,
    "builtins.coroutine": lambda each: each.cr_frame is None,
    "builtins.async_generator": lambda each: each.ag_frame is None,
    "_socket.socket": _has_sent_all,
    "posix.ScandirIterator": lambda each: True,
    "nt.ScandirIterator": lambda each: True,
    "_io._IOBase": lambda each: each.closed,
    "_io.FileIO": lambda each: True,  # it holds nothing back
    "_io.BufferedReader": lambda each: True,
    "_io.TextIOWrapper": _is_complete,
    "_io.BufferedWriter": _is_complete,
    "_io.BufferedRandom": _is_complete,
    "_io.BytesIO": lambda each: True,
    "_io.StringIO": lambda each: True,
    "_asyncio.Future": _is_heard,
    "_asyncio.Task": _is_heard,
    "asyncio.futures.Future": _is_heard,
    "asyncio.tasks.Task": _is_heard,
    "asyncio.base_events.BaseEventLoop": lambda each: each._closed,
    "asyncio.base_subprocess.BaseSubprocessTransport": lambda each: each._closed,
    "asyncio.proactor_events._ProactorBasePipeTransport": lambda each: each._sock is None,
    "asyncio.selector_events._SelectorTransport": lambda each: each._sock is None,
    "asyncio.streams.StreamWriter": lambda each: each._transport.is_closing(),
    "asyncio.unix_events._UnixReadPipeTransport": lambda each: each._pipe is None,
    "asyncio.unix_events._UnixWritePipeTransport": lambda each: each._pipe is None,
    "_cffi_backend.__CDataGCP": lambda each: False,  # ffi.gc(): any function of C's
    "greenlet.greenlet": lambda each: getattr(each, "gr_frame", None) is None,
    "multiprocessing.connection._ConnectionBase": lambda each: True,
    "subprocess.Popen": lambda each: each.returncode is not None,
}


def could_tell(library, objects):
    """At a script's end: could one of these? `library`: see rules.py. Raises whatever an odd object
    does."""
    if _has_compiled_types(library) or _is_warned() or _needs_closing():
        return True
    questions = Questions(library)
    asked = {kind: questions.of(kind) for kind in set(map(type, objects))}
    asked = {kind: tests for kind, tests in asked.items() if tests}
    spared = _standard_streams()
    for each in [each for each in objects if type(each) in asked]:
        if not all(test(each) for test in asked[type(each)]) and id(each) not in spared:
            return True
    return False


def are_parked(library, objects):
    """Has what .pth files load, or what is imported ahead, made objects that do something when
    they are finalized?"""
    if _has_compiled_types(library):
        return True
    for kind in set(map(type, objects)):
        for base in kind.__mro__:
            code = getattr(vars(base).get("__del__"), "__code__", None)
            if code is not None and code.co_filename[:1] != "<":  # frozen into Python
                if not library.has(code.co_filename):
                    return True
    return False


class Questions:
    """What is asked of the objects that have a finalizer, or a callback."""

    def __init__(self, library):
        self.library = library

    def of(self, kind):
        """What has to hold of each object of this class, so that it cannot tell."""
        if issubclass(kind, type):
            return [_makes_known_objects]
        if issubclass(kind, ref):
            return [self.calls_nobody]
        known = SILENT.get(_name_of(kind))
        if known is not None:
            return [known]
        names = {base: _name_of(base) for base in kind.__mro__}
        return [
            SILENT.get(name, _tells) for base, name in names.items()
            if "__del__" in vars(base) or name in SILENT
        ]  # fmt: skip

    def calls_nobody(self, reference):
        """When what it refers to goes, code runs that only takes it out of some container."""
        callback = reference.__callback__
        return callback is None or self.keeps_accounts(callback)

    def keeps_accounts(self, callback):
        if type(callback) is type(len):  # print(), or a method of some container
            return type(callback.__self__) is not type(sys)
        if type(callback) is getattr(sys.modules.get("weakref"), "finalize", None):
            return callback._shutdown  # its exit function has called all that were due
        if type(callback) is getattr(sys.modules.get("multiprocessing.util"), "Finalize", None):
            return _frees_memory(callback._callback)
        function = getattr(callback, "func", callback)  # of functools.partial
        function = getattr(function, "__func__", function)
        file = getattr(getattr(function, "__code__", None), "co_filename", "")
        if file.endswith(_KEEPS_ACCOUNTS):
            return True
        if not file.startswith("<frozen ") and not (file and self.library.has(file)):
            return False
        for cell in function.__closure__ or ():  # WeakMethod keeps there what it calls
            inner = cell.cell_contents
            if callable(inner) and not isinstance(inner, ref) and not self.keeps_accounts(inner):
                return False
        return True


def _frees_memory(callback):
    """What processes share (the debugger of Flask counts in it): the system takes it back, too."""
    function = getattr(callback, "__func__", callback)
    return function is os.close or function.__module__ == "multiprocessing.heap"


def _has_compiled_types(library):
    """What these do when they are freed cannot be seen. The standard library's do no harm."""
    for module in list(sys.modules.values()):
        if type(module) is type(sys):  # a lazy one would be loaded by the question
            file = module.__dict__.get("__file__")
            if isinstance(file, str) and file.endswith(_COMPILED) and not library.has(file):
                if not _is_harmless(file):
                    return True
    return False


def _is_harmless(file):
    """By where it is installed: a compiled module may have any name in sys.modules."""
    words = file.split(os.sep)
    places = [place for place, word in enumerate(words) if word in _INSTALLED]
    if not places:
        return False
    top, *rest = [word.partition(".")[0] for word in words[places[-1] + 1 :]]
    return top in HARMLESS or ".".join([top, *rest[:1]]) in HARMLESS or top.endswith("__mypyc")


def has_open_database(objects):
    """Of sqlite's, which closes it in good order when the last one lets go of it."""
    kind = sys.modules["_sqlite3"].Connection
    if not kind.__flags__ & _KNOWN_TO_COLLECTOR:  # before 3.10
        return True
    return any(_is_open(kind, each) for each in objects if issubclass(type(each), kind))


def _is_open(kind, connection):
    try:
        kind.total_changes.__get__(connection)
    except Exception:  # it has been closed
        return False
    return True


def _needs_closing():
    return any(name in sys.modules for name in _CLOSED_BY_C)


def _is_warned():
    """Who wants to hear what was left open hears it at the end. Python's own filters, of which the
    last one is this, do not."""
    for action, text, category, module, line in sys.modules["_warnings"].filters:
        if issubclass(ResourceWarning, category):
            if action != "ignore":
                return True
            if text is module is None and line == 0:
                return False
    return True


def _standard_streams():
    """Python flushes these itself."""
    found = []
    for name in ("stdin", "stdout", "stderr"):
        for stream in (getattr(sys, name, None), getattr(sys, "__" + name + "__", None)):
            if type(stream) is sys.modules["io"].TextIOWrapper:
                found += [stream, stream.buffer, getattr(stream.buffer, "raw", None)]
    return set(map(id, found))


def _makes_known_objects(kind):
    """Or has this class objects with a finalizer that the collector does not know?"""
    finalizer = vars(kind).get("__del__")
    return not hasattr(finalizer, "__code__") or bool(kind.__flags__ & _KNOWN_TO_COLLECTOR)


def _name_of(kind):
    return f"{kind.__module__}.{kind.__qualname__}"  # either may be a property


def _tells(each):
    return False
