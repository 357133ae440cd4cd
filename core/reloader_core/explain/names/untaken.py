"""A name without a value, because the lines that would give it one stand in an `if` or a loop, and
have not run. Pure."""

from __future__ import annotations

import ast
from pathlib import Path

from reloader_core.explain.causes import left_out, packaged
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def no_branch(facts: Facts, around: ast.AST, name: str) -> Diagnosis | None:
    """All that gives the name a value are the branches of one `if` without `else`, which has
    surely been come to. `around`: the function or module that failed, and whose name it is."""
    changed = {
        each.lineno
        for each in scope.in_scope(around)
        if isinstance(each, ast.stmt) and _changes(each, name)
    }
    lines = [each for each in scope.bindings(around, name) if each not in changed]
    for each in origin.ran_before(facts, around) if lines else ():
        if isinstance(each, ast.If) and all(place.covers(each, line) for line in lines):
            tests, bodies = _branches(each)
            if len(bodies) > 1 and all(_sets_or_leaves(body, name) for body in bodies):
                return _of_tests(facts, around, name, each.lineno, tests)
            if (lacking := _taken(facts, around, each, name)) is not None:
                return lacking
    return None


def _taken(facts: Facts, around: ast.AST, chain: ast.If, name: str) -> Diagnosis | None:
    """One of the branches does not give the name a value, and it must be the one that was taken:
    another name, which each of them gives one, has a value."""
    begins, bodies, rest = [chain], [chain.body], chain.orelse
    while len(rest) == 1 and isinstance(rest[0], ast.If):
        begins, bodies, rest = [*begins, rest[0]], [*bodies, rest[0].body], rest[0].orelse
    lines = [each.lineno for each in begins]
    if rest:
        lines, bodies = [*lines, rest[0].lineno - 1], [*bodies, rest]
    lacking = [line for line, body in zip(lines, bodies, strict=True) if not _sets(body, name)]
    if len(bodies) < 2 or len(lacking) != 1:
        return None
    others = {found for found, _line in scope.names_of(chain)} - {name}
    is_taken = bool(rest) or any(
        scope.of_name(facts, other) is around
        and all(_sets_or_leaves(body, other) for body in bodies)
        and all(
            place.covers(chain, line) or line > facts.line for line in scope.bindings(around, other)
        )
        for other in others
    )
    at = lines.index(lacking[0])
    whole = [body for line, body in zip(lines, bodies, strict=True) if line != lacking[0]]
    if not is_taken or not all(_sets_or_leaves(each, name) for each in whole):
        return None
    if not origin.ends(bodies[at]) or _is_in_loop(around, chain):
        return None
    values = (name, chain.lineno, lacking[0], bodies[at][-1].end_lineno or lacking[0])
    return Diagnosis(Kind.BRANCH_LACKS, values)


def _sets(body: list[ast.stmt], name: str) -> bool:
    """Somewhere in it."""
    return any(
        isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Store)
        for part in body
        for each in ast.walk(part)
    )


def _is_in_loop(around: ast.AST, node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.For | ast.While | ast.Try) and node in ast.walk(each)
        for each in ast.walk(around)
    )


def _branches(node: ast.If) -> tuple[list[ast.expr], list[list[ast.stmt]]]:
    """Nothing, if there is an `else`."""
    tests, bodies = [node.test], [node.body]
    while node.orelse:
        match node.orelse:
            case [ast.If() as node]:
                tests.append(node.test)
                bodies.append(node.body)
            case _:
                return [], []
    return tests, bodies


def _sets_or_leaves(body: list[ast.stmt], name: str) -> bool:
    """Who comes to the end of it has given the name a value."""
    for each in body:
        match each:
            case ast.Assign(targets=[ast.Name(id=found)]) if found == name:
                return not _is_used(each.value, name)
            case ast.AnnAssign(target=ast.Name(id=found), value=ast.expr()) if found == name:
                return True
            case ast.AugAssign(target=ast.Name(id=found)) if found == name:
                return False
            case ast.If(body=first, orelse=[_, *_] as other):
                if _sets_or_leaves(first, name) and _sets_or_leaves(other, name):
                    return True
    return not origin.ends(body)


def _is_used(node: ast.AST, name: str) -> bool:
    return any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node))


def _of_tests(
    facts: Facts, around: ast.AST, name: str, line: int, tests: list[ast.expr]
) -> Diagnosis:
    """With the value that all of them ask about, if it is one variable alone."""
    asked = {
        node.id: node for test in tests for node in ast.walk(test) if isinstance(node, ast.Name)
    }
    is_alone = len(asked) == 1 and all(_is_used(test, each) for test in tests for each in asked)
    for each, node in asked.items() if is_alone else ():
        value = place.known(facts, node)
        shown = literal(value) if value is not None else ""
        is_changed = any(line <= at <= facts.line for at in scope.bindings(around, each))
        if shown and not is_changed and "..." not in shown:
            at_bound = left_out.at_bound(facts, name, tests, (each, shown))
            if at_bound is not None:
                return at_bound
            return Diagnosis(Kind.NO_BRANCH_FOR, (name, line, each, shown))
    return Diagnosis(Kind.NO_BRANCH, (name, line))


def not_come_to(facts: Facts, function: scope.Function, name: str) -> Diagnosis | None:
    """A variable of the function's that gets its values above the line, all of them in one `if` or
    loop, and without needing one before."""
    lines = scope.bindings(function, name)
    if (branch := no_branch(facts, function, name)) is not None:
        return branch
    if needs_itself(function, name):
        return None
    for each in origin.ran_before(facts, function):
        if isinstance(each, ast.If | ast.For | ast.While) and not _may_fail(each):
            if all(place.covers(each, line) for line in lines):
                shown = ", ".join(map(str, lines))
                return Diagnosis(Kind.LOCAL_NOT_COME, (name, function.name, shown, each.lineno))
    return None


def in_loop(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """The same outside of functions: the only line that gives it a value stands in a loop, and
    nothing in that has come to it. With None as a beginning, where it is only printed below."""
    lines = scope.bindings(tree, name)
    if facts.function != "<module>" or len(lines) != 1 or needs_itself(tree, name):
        return None
    for loop in origin.ran_before(facts, tree):
        if not isinstance(loop, ast.For | ast.While) or not place.covers(loop, lines[0]):
            continue
        tests = [
            each
            for each in scope.in_scope(loop)
            if isinstance(each, ast.If) and any(place.covers(e, lines[0]) for e in each.body)
        ]
        if len(tests) != 1 or _may_fail(loop) or not _is_come_to_in(tests[0], lines[0]):
            return None
        values = (name, lines[0], tests[0].lineno, loop.lineno)
        if not _is_only_printed(tree, name, facts.line):
            return Diagnosis(Kind.NOT_COME_IN_LOOP, values)
        return Diagnosis(Kind.NOT_COME_PRINTED, (*values, f"{name} = None"))
    return None


def _is_come_to_in(test: ast.If, line: int) -> bool:
    """Where the test is true, nothing in its way leads past this line."""
    above = [each for each in test.body if (each.end_lineno or 0) < line]
    is_left = any(
        isinstance(each, ast.Continue | ast.Break | ast.Return)
        for part in above
        for each in ast.walk(part)
    )
    return not is_left and any(
        isinstance(each, ast.Assign) and each.lineno == line for each in test.body
    )


def _is_only_printed(tree: ast.Module, name: str, line: int) -> bool:
    """From this line on, as a value of its own: None can be printed."""
    asked = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)
    ]
    printed = [
        part
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and place.is_name(each.func, "print")
        for argument in each.args
        for part in (argument, *_in_text(argument))
    ]
    return all(each.lineno >= line and each in printed for each in asked)


def _in_text(node: ast.expr) -> list[ast.expr]:
    """What stands in the brackets of an f-text, without a form."""
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return [
        each.value
        for each in parts
        if isinstance(each, ast.FormattedValue) and each.format_spec is None
    ]


def _may_fail(node: ast.stmt) -> bool:
    """And the script goes on after that."""
    return any(isinstance(each, ast.Try) for each in ast.walk(node))


def _changes(node: ast.AST, name: str) -> bool:
    """It makes another value of the one that the name has."""
    match node:
        case ast.AugAssign(target=ast.Name(id=found)):
            return found == name
        case ast.Assign(targets=targets, value=value):
            is_target = any(isinstance(e, ast.Name) and e.id == name for e in targets)
            return is_target and _is_used(value, name)
    return False


def needs_itself(around: ast.AST, name: str) -> bool:
    """Some line of this function or module makes another value of the one that the name has."""
    return any(_changes(each, name) for each in scope.in_scope(around))


def only_when_run(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """All that gives it a value belongs to `if __name__ == "__main__":`, in a file that is not run
    itself."""
    files, file = facts.told.get("loading") or (), facts.told.get("file")
    lines = scope.bindings(tree, name)
    if not files or not file or Path(files[0]).name == Path(file).name or not lines:
        return None
    for each in tree.body:
        if packaged.is_for_own_run(each) and all(place.covers(each, line) for line in lines):
            return Diagnosis(Kind.ONLY_WHEN_RUN, (name, lines[0], Path(file).name))
    return None


def is_come_to(body: list[ast.stmt], line: int, *, is_run: bool) -> bool:
    """Whoever runs the file, or a block of it, comes to this line: no `if`, loop or error around
    it decides on that. `is_run`: it is the script itself."""
    for each in body:
        if place.covers(each, line):
            if isinstance(each, ast.With) or is_run and packaged.is_for_own_run(each):
                inner: list[ast.stmt] = getattr(each, "body", [])
                return each.lineno == line or is_come_to(inner, line, is_run=is_run)
            return not isinstance(each, ast.If | ast.For | ast.While | ast.Try | ast.Match)
    return False
