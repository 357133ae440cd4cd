"""int() of a text with a point, in a function that asks for whole numbers, too: float() there would
break the lines that count with these, so it belongs to the one call. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import callers, sources, typed_numbers
from reloader_core.explain.causes.callers import Use
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind


def for_one_call(facts: Facts, text: str) -> Diagnosis | None:
    """`rate = ask_number("Rate: ")`, and `years = ask_number("Years: ")` for range(years)."""
    tree, function = place.tree_of(facts), scope.function_around(facts)
    if tree is None or not isinstance(function, ast.FunctionDef) or not _gives(facts, function):
        return None
    every = sources.calls_of(facts, tree, function)
    uses = [each for each in callers.calls(tree, f"{function.name}()") if each[1] in every]
    if len(uses) != len(every) or len(uses) < 2:
        return None
    use = _that_ran(facts, tree, uses)
    if use is None or callers.whole_line(tree, use):
        return None
    lines = [line for each in uses if each is not use if (line := callers.whole_line(tree, each))]
    if not lines:
        return None
    called, line = f"{function.name}()", use[1].lineno
    if instead := _instead(facts, function, use):
        return Diagnosis(Kind.INT_FOR_OTHERS, (text, called, lines[0], line, instead))
    return Diagnosis(Kind.INT_FOR_LINE, (text, called, lines[0], line))


def _gives(facts: Facts, function: ast.FunctionDef) -> bool:
    """The number that failed is what the function gives back."""
    match place.statement(facts):
        case ast.Return(value=ast.Call(func=ast.Name(id="int"))):
            return True
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="int"))):
            given = [each for each in scope.in_scope(function) if isinstance(each, ast.Return)]
            return bool(given) and all(
                each.value is not None and place.is_name(each.value, name) for each in given
            )
    return False


def _that_ran(facts: Facts, tree: ast.Module, uses: list[Use]) -> Use | None:
    """The call that was running, if it stands in the script's own lines, outside of functions, and
    nothing else there can have called the function."""
    match facts.told.get("loading_at"):
        case [*_, int(line)]:
            pass
        case _:
            return None
    here = [
        each
        for each in uses
        if scope.home_of(tree, each[1]) is tree and place.covers(each[1], line)
    ]
    others = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.lineno == line
        if not any(node is each[1] for each in here) and not place.builtin_called(facts, node)
    ]
    return here[0] if len(here) == 1 and not others else None


def _instead(facts: Facts, function: ast.FunctionDef, use: Use) -> str:
    """The call's statement with what the function does, and float(); '' if the function does more
    than to ask."""
    around, call = use
    match function.body:
        case [ast.Return(value=ast.Call(args=[asked]))]:
            pass
        case [
            ast.Assign(targets=[ast.Name(id=name)], value=asked),
            ast.Return(value=ast.Call(args=[ast.Name(id=given)])),
        ] if name == given:
            pass
        case _:
            return ""
    match around, call, asked, function.args:
        case (
            ast.Assign(targets=[ast.Name(id=target)]),
            ast.Call(args=[question], keywords=[]),
            ast.Call(args=[ast.Name(id=name)], keywords=[]),
            ast.arguments(posonlyargs=[], args=[ast.arg(arg=parameter)], kwonlyargs=[]),
        ) if name == parameter and typed_numbers.is_typed(asked, ()):
            instead = f"{target} = float(input({place.in_full(facts, question)}))"
            return "" if "..." in instead else instead
    return ""
