"""What importing an installed package ahead changes and nobody can take back: then it is refused.

Runs in a parked child. Each item was seen to go wrong without it.
"""

import sys

part = globals()["part"]  # see sitecustomize.py
_BOOTSTRAP = {"_frozen_importlib", "_frozen_importlib_external"}  # see effects.py
_HOOKS = {("sys", name) for name in part("packages").HOOKS}  # these can be taken back
_NOT_SEARCHED = {"__main__", "builtins", "sitecustomize", "typing"}


def _quietly(name):
    """A module without a trace in sys.modules; None if there is none."""
    known = name in sys.modules
    try:
        return __import__(name)
    except ImportError:
        return None
    finally:
        if not known:
            sys.modules.pop(name, None)


# Our own, since what is imported later is recorded.
own = {name: _quietly(name) for name in ("_locale", "resource", "fcntl", "termios")}


def state():
    """To be compared before and after a package has been imported."""
    rules = part("rules")
    signals, gc = sys.modules["_signal"], part("aside").gc
    return [
        [signals.getsignal(number) for number in signals.valid_signals()],
        len(sys._current_frames()),
        [sys.stdin, sys.stdout, sys.stderr, list(getattr(sys, "argv", ()))],
        [sys.gettrace(), sys.getprofile(), sys.get_asyncgen_hooks(), sys.dont_write_bytecode],
        [sys.getrecursionlimit(), sys.getswitchinterval(), rules.working_folder()],
        rules.open_descriptors(),
        rules.reads_lines(),
        [gc.isenabled(), gc.get_threshold(), gc.get_debug(), list(gc.callbacks)],
        _locale(),
        _limits(),
        _of_logging(),
        _of_others(),
    ]


def _locale():
    module = own["_locale"]
    return module and module.setlocale(module.LC_ALL)


def _limits():
    resource = own["resource"]
    names = [each for each in dir(resource) if each.startswith("RLIMIT_")]
    return [resource.getrlimit(getattr(resource, each)) for each in names]


def _of_logging():
    logging = sys.modules.get("logging")
    root = getattr(logging, "root", None)
    if root is None:
        return [[], [], 30, False, 0, True, True]
    is_usual = logging._loggerClass is logging.Logger, logging.raiseExceptions
    return [*map(list, (root.handlers, root.filters)), root.level, root.disabled,
            root.manager.disable, *is_usual]  # fmt: skip


def _of_others():
    asked = (
        ("_socket", "getdefaulttimeout"),
        ("faulthandler", "is_enabled"),
        ("asyncio.events", "_event_loop_policy"),
    )
    found = []
    for name, words in asked:
        value = sys.modules.get(name)
        for word in words.split("."):
            value = getattr(value, word, None)
        if callable(value) and words.startswith(("get", "is")):
            value = value()
        found.append(value or None)
    return found


class Patches:
    """Functions and classes that one module puts in the place of another's."""

    def __init__(self):
        self.before = []
        for name, module in list(sys.modules.items()):
            if name in _NOT_SEARCHED or type(module) is not type(sys):
                continue
            own = vars(module)
            if name not in _BOOTSTRAP:
                self.before.append((name, own, dict(own)))
            names = name, own.get("__name__")
            for value in list(own.values()):
                if type(value) is type and vars(value).get("__module__") in names:
                    self.before.append((name, vars(value), dict(vars(value))))

    def made(self, tops):
        """Names of what has been patched. `tops`: the packages imported since; what they do among
        themselves is no concern of others."""
        return [
            f"{name}.{key}"
            for name, own, before in self.before
            if name.partition(".")[0] not in tops
            for key in _changed(own, before)
            if not _is_own(name, own.get(key)) and (name, key) not in _HOOKS
        ]


def _changed(own, before):
    for key, value in list(own.items()):
        was = before.get(key)
        if value is not was and (_is_code(value) or _is_code(was)) and key[:7] != "__annot":
            yield key
    for key in before:  # importlib_metadata takes PathFinder.find_distributions away
        if key not in own and _is_code(before[key]):
            yield key


def _is_code(value):
    return callable(value) or type(value) in (staticmethod, classmethod, property)


def _is_own(name, value):
    """A module may well put its own there: what it looked for when it was first asked."""
    try:
        module = getattr(value, "__module__", None)
    except Exception:  # it is loaded when it is asked
        return False
    return isinstance(module, str) and module.partition(".")[0] == name.partition(".")[0]
