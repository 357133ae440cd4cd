"""Loops that catch all that happens in them, for ever: what is raised in one never gets out.

    while True:
        try: work()
        except: print("connection lost, trying again"); time.sleep(1)

Found in the text that ran. No thread of its own, reads no file.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from reloader_core.child import Frame
from reloader_core.parse_text import parse_text
from reloader_core.values import frozen

MOST_TEXTS = 8  # kept parsed: one end looks into the same few again and again
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_LOOPS = (ast.While, ast.For, ast.AsyncFor)
_LEAVES = (ast.Return, ast.Yield, ast.YieldFrom)
_EXITS = ("exit", "quit", "_exit")


@frozen
class RetryLoop:
    """Lines count from 1."""

    function: str
    lines: range
    tried: range
    """What is raised in these..."""
    caught: range
    """...is caught here, whatever it is."""

    def holds(self, frame: Frame, *, handling: bool) -> bool:
        """Was it raised in here, and is the frame still here? `handling`: or does it handle it
        right now?"""
        here = self.caught if handling else self.lines
        asked_here = frame.function == self.function and frame.asked_line in self.tried
        return asked_here and frame.line in here


def retries(text: bytes, frame: Frame, *, handling: bool) -> bool:
    """Does the frame, of code of this text, stand in a loop that has caught what was raised?"""
    return any(loop.holds(frame, handling=handling) for loop in retry_loops(text))


@functools.lru_cache(MOST_TEXTS)
def retry_loops(text: bytes) -> tuple[RetryLoop, ...]:
    """Those of a program in UTF-8; none if it cannot be parsed by the Python that runs this."""
    try:
        tree = parse_text(text.decode("utf-8-sig"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(_found(tree, "<module>"))


def _found(parent: ast.AST, function: str) -> Iterator[RetryLoop]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.While) and _is_endless(node):
            yield from _of_loop(node, function)
        inside = node.name if isinstance(node, _SCOPES) else function
        yield from _found(node, inside)


def _is_endless(loop: ast.While) -> bool:
    return isinstance(loop.test, ast.Constant) and bool(loop.test.value)


def _of_loop(loop: ast.While, function: str) -> Iterator[RetryLoop]:
    """One for each `try` in it that catches all, if nothing leads out of it but what we raise."""
    for attempt in _inside(loop.body):
        if not isinstance(attempt, ast.Try) or _leads_out(loop, attempt):
            continue
        for handler in attempt.handlers:
            if handler.type is None or "BaseException" in _names(handler.type):
                yield RetryLoop(function, _lines([loop]), _lines(attempt.body), _lines([handler]))


def _leads_out(loop: ast.While, attempt: ast.Try) -> bool:
    """What is raised where it is tried gets no further; and what handles SystemExit is done with
    it when we raise that."""
    tried = _lines(attempt.body)
    asked = [_lines([one]) for one in attempt.handlers if "SystemExit" in _names(one.type)]
    return any(
        not (isinstance(way, (ast.Raise, ast.Call)) and way.lineno in tried)
        and not any(way.lineno in lines for lines in asked)
        for way in _ways_out(loop)
    )


def _is_exit(node: ast.AST) -> TypeGuard[ast.Call]:
    """sys.exit(), for one, which raises."""
    called = node.func if isinstance(node, ast.Call) else None
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in _EXITS


def _ways_out(loop: ast.While) -> Iterator[ast.stmt | ast.expr]:
    for node in _inside(loop.body):
        if isinstance(node, (*_LEAVES, ast.Raise)) or _is_exit(node):
            yield node
    for node in _inside(loop.body, loops=False):
        if isinstance(node, ast.Break):
            yield node


def _names(kinds: ast.expr | None) -> set[str]:
    """Of what a handler catches."""
    return {node.id for node in ast.walk(kinds) if isinstance(node, ast.Name)} if kinds else set()


def _inside(body: Iterable[ast.AST], *, loops: bool = True) -> Iterator[ast.AST]:
    """All nodes but those of functions' bodies; without `loops` but those of loops, too, out of
    which `break` leads no further."""
    for node in body:
        yield node
        if isinstance(node, _LOOPS) and not loops:
            yield from _inside(node.orelse, loops=loops)
        elif not isinstance(node, (*_SCOPES, ast.Lambda)):
            yield from _inside(ast.iter_child_nodes(node), loops=loops)


def _lines(nodes: list[ast.stmt] | list[ast.While] | list[ast.ExceptHandler]) -> range:
    return range(nodes[0].lineno, (nodes[-1].end_lineno or nodes[-1].lineno) + 1)
