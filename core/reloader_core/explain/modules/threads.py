"""Threads, processes and timers, and what they are to give to a function. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NO_ARGS = re.compile(
    r"(?:[\w.<>]+\.)?([\w<>]+)\(\) argument after \* must be an iterable, not ([\w.]+)"
)
_MORE_ARGS = re.compile(
    r"(?:[\w.<>]+\.)?(\w+)\(\) takes (\d+) positional arguments? but (\d+) w\w+ given"
)
_STARTS = {"Thread": ("target", 1, 3), "Process": ("target", 1, 3), "Timer": ("function", 1, 2)}
"""What the function is called there, and which places it and its values have."""


def thread_given(facts: Facts) -> Diagnosis | None:
    """`Thread(target=work, args=(5))`: the thread itself finds it out."""
    if not in_file(facts, "threading.py", "multiprocessing/process.py"):
        return None
    said = _NO_ARGS.fullmatch(facts.message)
    if said is not None:
        return _not_iterable(facts, said[1], said[2])
    said = _MORE_ARGS.fullmatch(facts.message)
    if said is None or int(said[3]) <= int(said[2]):
        return None
    around = facts.message.partition("()")[0].rpartition(".")[0]
    is_method = around != "" and not around.endswith("<locals>")
    if facts.version < (3, 10):  # it does not name the class
        is_method = bool(objects.methods_named(facts, said[1]))
    if is_method:
        return _without_self(facts, said[1], int(said[2]))
    return _counted(facts, said[1], int(said[2]))


def _counted(facts: Facts, name: str, count: int) -> Diagnosis:
    """`count`: how many values the function takes besides `self`."""
    given = _only_given(facts, name) if count == 1 else None
    if given is None or not _is_one(facts, given):
        return Diagnosis(Kind.THREAD_COUNT, (name,))
    what = place.in_full(facts, given)
    return Diagnosis(Kind.THREAD_ONE, (name, given.lineno, what, _with_comma(facts, given)))


def _not_iterable(facts: Facts, name: str, kind: str) -> Diagnosis:
    given = _only_given(facts, name)
    if given is None or not _is_one(facts, given) and not isinstance(given, ast.Name):
        return Diagnosis(Kind.THREAD_ARGS, (kind,))
    return Diagnosis(Kind.THREAD_NO_TUPLE, (kind, given.lineno, _with_comma(facts, given)))


def _with_comma(facts: Facts, given: ast.expr) -> str:
    """As it is to stand there."""
    is_named = any(each.value is given for each in place.every(facts, ast.keyword))
    return f"{'args=' if is_named else ''}({place.in_full(facts, given)},)"


def _only_given(facts: Facts, name: str) -> ast.expr | None:
    """What the only thread with this function is to give to it."""
    found = []
    for call in place.every(facts, ast.Call):
        key, target_at, args_at = _STARTS.get(place.name_called(call), ("", 0, 0))
        target = _argument(call, key, target_at) if key else None
        if target is not None and place.last_name(target) == name:
            found.append(_argument(call, "args", args_at))
    return found[0] if len(found) == 1 else None


def _argument(call: ast.Call, key: str, at: int) -> ast.expr | None:
    named = [each.value for each in call.keywords if each.arg == key]
    if any(isinstance(each, ast.Starred) for each in call.args):
        return None
    return named[0] if named else call.args[at] if len(call.args) > at else None


def _is_one(facts: Facts, given: ast.expr) -> bool:
    """It stands there as a text, or in brackets of its own, which were to make a tuple of it; and
    nothing in the file says that it is a tuple itself."""
    if "..." in place.in_full(facts, given) or isinstance(
        given, ast.Tuple | ast.List | ast.Starred
    ):
        return False
    if isinstance(given, ast.Constant | ast.JoinedStr):
        return True
    return _is_bracketed(facts, given) and not _may_be_tuple(facts, given)


def _is_bracketed(facts: Facts, given: ast.expr) -> bool:
    line = (facts.source or "").splitlines()[given.lineno - 1].encode()
    before, after = line[: given.col_offset].rstrip(), line[given.end_col_offset :].lstrip()
    is_opened = re.search(rb"[=,]\s*\($", before) is not None
    return is_opened and after.startswith(b")") and given.lineno == given.end_lineno


def _may_be_tuple(facts: Facts, given: ast.expr) -> bool:
    """A call, whose result is not known, or a name that gets a tuple somewhere."""
    if not isinstance(given, ast.Name):
        return isinstance(given, ast.Call) and place.name_called(given) not in ("str", "input")
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Assign(targets=targets, value=ast.Tuple() | ast.Call()):
                if any(place.is_name(each, given.id) for each in targets):
                    return True
            case ast.For(target=ast.Name(id=name), iter=ast.List(elts=items)) if name == given.id:
                if any(isinstance(each, ast.Tuple) for each in items):
                    return True
    return False


def process_args(facts: Facts) -> Diagnosis | None:
    """Process(args=(5))"""
    said = re.fullmatch(r"'([\w.]+)' object is not iterable", facts.message)
    call = called(facts, "Process")
    if said is None or call is None or not in_file(facts, "multiprocessing/process.py"):
        return None
    given = _argument(call, "args", 3)
    if given is None or not _is_one(facts, given) and not isinstance(given, ast.Name):
        return Diagnosis(Kind.THREAD_ARGS, (said[1],))
    return Diagnosis(Kind.THREAD_NO_TUPLE, (said[1], given.lineno, _with_comma(facts, given)))


def _without_self(facts: Facts, name: str, count: int) -> Diagnosis | None:
    """`Thread(target=self.work)`, of a method that has no parameter for the object."""
    match objects.methods_named(facts, name):
        case [ast.FunctionDef(decorator_list=[]) as method]:
            taken = [each.arg for each in method.args.args]
        case _:
            return None
    if not taken:
        return Diagnosis(Kind.MISSING_SELF, (name, method.lineno))
    if taken[0] == "self":
        return _counted(facts, name, count - 1)
    instead = ", ".join(("self", *taken))
    return Diagnosis(Kind.SELF_TAKEN, (name, method.lineno, taken[0], instead))


def thread_twice(facts: Facts) -> Diagnosis | None:
    is_said = facts.message == "threads can only be started once" and in_file(facts, "threading.py")
    return Diagnosis(Kind.THREAD_TWICE, (facts.line,)) if is_said else None
