"""asyncio: what is not awaited, or should not be; and what a pool is to do. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_NOT_AWAITED = re.compile(
    r"object (?P<old>[\w.]+) can't be used in 'await' expression"
    r"|'(?P<new>[\w.]+)' object can't be awaited"
)  # new: from 3.14


def await_forgotten(facts: Facts) -> Diagnosis | None:
    """Something is done with a coroutine that only its result can do."""
    if "'coroutine'" not in facts.message:
        return None
    nodes = place.in_statement(facts)
    awaited = {id(node.value) for node in nodes if isinstance(node, ast.Await)}
    found = {
        place.shown(facts, node)
        for node in nodes
        if id(node) not in awaited and _is_coroutine(facts, node)
    }
    if len(found) != 1:
        return None
    may_wait = _is_async(facts) or _is_of_async(facts)
    kind = Kind.AWAIT_FORGOTTEN if may_wait else Kind.COROUTINE_NOT_RUN
    return Diagnosis(kind, (found.pop(),))


def _is_async(facts: Facts) -> bool:
    """Where it happened, `await` may stand."""
    return isinstance(scope.function_around(facts), ast.AsyncFunctionDef)


def _is_of_async(facts: Facts) -> bool:
    """An `async def` function of the file calls the one where it happened: asyncio runs already."""
    function = scope.function_around(facts)
    return function is not None and any(
        isinstance(node, ast.Call) and place.name_called(node) == function.name
        for around in place.every(facts, ast.AsyncFunctionDef)
        for node in ast.walk(around)
    )


def _is_coroutine(facts: Facts, node: ast.AST) -> bool:
    match node:
        case ast.Name(ctx=ast.Load()):
            value = place.known(facts, node)
            return value is not None and value.name == "coroutine"
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            made = [
                each
                for each in place.every(facts, ast.AST)
                if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name == name
            ]
            return len(made) == 1 and isinstance(made[0], ast.AsyncFunctionDef)
    return False


def not_called(facts: Facts) -> Diagnosis | None:
    call = called(facts, "run")
    if call is None or len(call.args) != 1 or not in_file(facts, "asyncio/runners.py"):
        return None
    what = call.args[0]
    if isinstance(what, ast.Name) and place.type_of(facts, what) == "function":
        return Diagnosis(Kind.COROUTINE_NOT_CALLED, (what.id,))
    return None


def run_in_loop(facts: Facts) -> Diagnosis | None:
    call = called(facts, "run")
    is_said = facts.message.startswith("asyncio.run() cannot be called from a running event loop")
    if not is_said or call is None or not call.args or not in_file(facts, "asyncio/runners.py"):
        return None
    return Diagnosis(Kind.RUN_IN_LOOP, (place.shown(facts, call.args[0]),))


def group_of(facts: Facts) -> Diagnosis | None:
    """Several tasks of one group have failed. (One alone is told of itself: agent/errors.py.)"""
    count = facts.arguments[1].length if len(facts.arguments) > 1 else None
    if facts.is_raised or count is None:
        return None
    return Diagnosis(Kind.GROUP_OF, (count,))


def async_for(facts: Facts) -> Diagnosis | None:
    match place.statement(facts) if _is_async(facts) else None:
        case ast.For(iter=source) if facts.message == "'async_generator' object is not iterable":
            return Diagnosis(Kind.ASYNC_FOR, (place.shown(facts, source),))
    return None


def await_of(facts: Facts) -> Diagnosis | None:
    said = _NOT_AWAITED.fullmatch(facts.message)
    found = [node for node in place.in_statement(facts) if isinstance(node, ast.Await)]
    if said is None or len(found) != 1:
        return None
    if ast.unparse(found[0].value).startswith("time.sleep("):
        slept = place.in_full(facts, found[0].value)
        return Diagnosis(Kind.AWAIT_SLEEP, (f"await asyncio{slept.removeprefix('time')}",))
    kind = said["old"] or said["new"]
    return Diagnosis(Kind.AWAIT_OF, (place.shown(facts, found[0].value), kind))


def gathered(facts: Facts) -> Diagnosis | None:
    """asyncio.gather(tasks)"""
    call = called(facts, "gather")
    said = re.fullmatch(r"unhashable type: '(list|set|dict)'", facts.message)
    is_list = said is not None and said[1] == "list"
    if call is None or not is_list or not in_file(facts, "asyncio/tasks.py"):
        return None
    if len(call.args) != 1 or place.type_of(facts, call.args[0]) not in ("", "list"):
        return None
    function = place.shown(facts, call.func)
    what = place.operand(facts, call.args[0])
    return Diagnosis(Kind.GATHER_LIST, (f"{function}()", f"{function}(*{what})"))


def submitted(facts: Facts) -> Diagnosis | None:
    """pool.submit(square(n)): found out where its result is asked for."""
    said = re.match(
        r"'(?:int|float|str|list|tuple|dict|NoneType)' object is not call", facts.message
    )
    if said is None or not in_file(facts, "concurrent/futures/thread.py"):
        return None
    found = []
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="submit"),
                args=[ast.Call(func=function, args=args, keywords=[])],
                keywords=[],
            ):
                given = ", ".join(place.in_full(facts, each) for each in (function, *args))
                found.append((node.lineno, f"{place.shown(facts, node.func)}({given})"))
    return Diagnosis(Kind.SUBMIT_CALLED, found[0]) if len(found) == 1 else None
