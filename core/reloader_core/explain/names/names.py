"""A name that stands for nothing. Pure."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.causes import made, mistaken, objects, packaged, slipped
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import windows
from reloader_core.explain.names import (
    by_words,
    changed,
    class_header,
    fitting,
    foreign_names,
    forgotten,
    guessed,
    hidden,
    outer_names,
    owners,
    untaken,
)
from reloader_core.explain.names.of_modules import of_itself

_SAID = {
    "NameError": (re.compile(r"(?:free variable|name|global name) '(\w+)' "),),
    "UnboundLocalError": (
        re.compile(r"local variable '(\w+)' referenced before assignment"),  # to 3.10
        re.compile(r"cannot access local variable '(\w+)' where"),  # from 3.11
    ),
}


def missing_name(facts: Facts) -> str:
    """The name, if the line that failed uses it, too; else ''."""
    name = facts.slot("name")
    if facts.told["type"] == "NameError" and not facts.message.startswith("name '"):
        return ""  # of a function around this one
    if not name:
        said = (pattern.match(facts.message) for pattern in _SAID.get(facts.told["type"], ()))
        name = next((found[1] for found in said if found), "")
    uses = place.candidates(facts, ast.Name)
    changes = isinstance(place.statement(facts), ast.AugAssign)
    is_used = any(
        each.id == name and (changes or not isinstance(each.ctx, ast.Store)) for each in uses
    )
    return name if is_used and not facts.told.get("exists", False) else ""


def unknown_name(facts: Facts) -> Diagnosis | None:
    name = missing_name(facts)
    tree = place.tree_of(facts)
    if (old := _of_old_except(facts)) is not None:
        return old
    if not name or tree is None:
        return None
    if name == "In" and (prompt := _prompt(facts)) is not None:
        return prompt
    return (
        slipped.compared_only(facts, name)
        or _of_file_itself(facts, tree)
        or packaged.left_out(facts, tree, name)
        or class_header.parameters(facts, name)
        or owners.of_object(facts, name)
        or class_header.not_ready(facts, name)
        or _not_set(facts, tree, name)
        or foreign_names.of_other_language(facts, name)
        or windows.part_of_star(facts, name)
        or forgotten.not_imported(facts, tree, name)
        or slipped.turned_words(facts, name)
        or (guessed.misspelt(facts, name) if "near" in facts.told else None)
        or mistaken.self_unknown(facts, name)
        or owners.of_looped(facts, name)
        or guessed.cut_off(facts, tree, name)
        or guessed.by_words_of(facts, tree, name)
        or (guessed.quotes(facts, tree, name) if "near" in facts.told else None)
        or guessed.suggested(facts, name)
        or by_words.parameter(facts, tree, name)
        or Diagnosis(Kind.UNKNOWN_NAME, (name,))
    )


def _of_old_except(facts: Facts) -> Diagnosis | None:
    """`except ValueError, e:` names two types from 3.14 on, which our own Python may not know."""
    line = "".join((facts.source or "").split("\n")[facts.line - 1 : facts.line])
    found = re.fullmatch(r"\s*except\s+([\w.]+)\s*,\s*(\w+)\s*:.*", line)
    if found is None or facts.message != f"name '{found[2]}' is not defined":
        return None
    if found[2][0].isupper() or facts.version < (3, 14):
        return None
    return Diagnosis(Kind.EXCEPT_AS, (facts.line, f"except {found[1]} as {found[2]}:"))


def _prompt(facts: Facts) -> Diagnosis | None:
    """`In [1]: x = 5`, which was copied from a notebook and reads as a type of x."""
    line = "".join((facts.source or "").split("\n")[facts.line - 1 : facts.line])
    found = re.match(r"In \[\d+\]:", line)
    return Diagnosis(Kind.PROMPT, (facts.line, found[0])) if found is not None else None


def _of_file_itself(facts: Facts, tree: ast.Module) -> Diagnosis | None:
    """turtle.py begins with `from turtle import *`, which brings nothing: it means itself."""
    file = facts.told.get("file", "")
    own = Path(file).stem
    for each in tree.body:
        match each:
            case ast.ImportFrom(module=module, names=[ast.alias(name="*")], level=0):
                if module == own:
                    return of_itself(facts, own, file)
    return None


def _not_set(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """The text gives it a value, somewhere."""
    if (line := _line_of_except(facts, tree, name)) is not None:
        return Diagnosis(Kind.EXCEPT_NAME, (name, line))
    if scope.is_removed(tree, name) or scope.is_declared(tree, name):
        return changed.of_global(facts, name) or Diagnosis(Kind.UNKNOWN_NAME, (name,))
    lines = scope.bindings(tree, name)
    if lines and scope.only_changes(tree, name, lines):
        begun = changed.begun_otherwise(facts, tree, name)
        return begun or Diagnosis(Kind.UNKNOWN_NAME, (name,))
    if (failed := _failed_before(facts, lines)) is not None:
        return Diagnosis(Kind.NOT_SET_FAILED, (name, *failed))
    if (passed_over := hidden.by_except(facts, name)) is not None:
        return passed_over
    if facts.function == "<module>" and (branch := untaken.no_branch(facts, tree, name)):
        return branch
    is_round = bool(lines) and (
        _in_same_round(facts, tree, min(lines)) or scope.is_looped(tree, name, min(lines))
    )
    if lines and min(lines) > facts.line and is_round:
        return Diagnosis(Kind.UNKNOWN_NAME, (name,))
    if (only_run := untaken.only_when_run(facts, tree, name)) is not None:
        return only_run
    if lines and min(lines) > facts.line:
        if facts.function != "<module>" and not _is_sure(facts, tree, lines):
            return Diagnosis(Kind.NOT_SET_YET, (name, lines[0]))
        return _below(facts, tree, name, min(lines))
    if lines and not _sets_itself(facts, name, lines):
        if (not_come := untaken.in_loop(facts, tree, name)) is not None:
            return not_come
        return Diagnosis(Kind.NOT_SET_YET, (name, lines[0]))
    if lines:
        return Diagnosis(Kind.UNKNOWN_NAME, (name,))
    return _in_function(facts, tree, name)


def _in_function(facts: Facts, tree: ast.Module, name: str) -> Diagnosis | None:
    """One function alone gives it a value, for itself."""
    functions = [
        node
        for node in ast.walk(tree)
        if isinstance(node, scope.Function) and scope.bindings(node, name)
    ]
    is_inside = any(each.lineno <= facts.line <= (each.end_lineno or 0) for each in functions)
    imports = [
        node
        for each in functions
        for _line, node in scope.bound(each, name)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    if len(functions) != 1 or is_inside or imports:
        return None
    if item := fitting.of_loop(facts, name, f"{name}s"):
        return Diagnosis(Kind.NEAR_NAME, (name, item))
    kept = made.result_not_kept(tree, functions[0], name)
    is_below = kept is not None and int(kept.values[2]) > facts.line
    if kept is not None and not (is_below and facts.function == "<module>"):
        return kept
    return Diagnosis(Kind.NAME_OF_FUNCTION, (name, functions[0].name))


def _is_sure(facts: Facts, tree: ast.Module, lines: list[int]) -> bool:
    """The script comes to one of these lines, sooner or later, or has not come so far yet."""
    files, at = facts.told.get("loading") or (), facts.told.get("loading_at") or ()
    here = dict(zip(files, at, strict=False)).get(facts.told.get("file"), max(lines))
    is_run = bool(files)  # else it is not known whether this is the script itself
    return here < min(lines) or any(
        untaken.is_come_to(tree.body, line, is_run=is_run) for line in lines
    )


def _below(facts: Facts, tree: ast.Module, name: str, line: int) -> Diagnosis:
    is_function = scope.plain_function(tree, name) is not None
    if is_function and facts.function == "<module>" and fitting.is_called(tree, name):
        return Diagnosis(Kind.FUNCTION_BELOW, (name, line))
    return Diagnosis(Kind.USED_BEFORE_SET, (name, line))


def _failed_before(facts: Facts, lines: list[int]) -> tuple[int, str] | None:
    """The line that gives the name its value has itself failed, and that error was being handled:
    its line and its type."""
    match facts.told.get("causes"):
        case [*_, ("context", str(kind), str(), str(file), int(line), str(function))]:
            is_here = file == facts.told.get("file") and function == facts.function
            if is_here and lines == [line]:
                return line, kind
    return None


def _line_of_except(facts: Facts, tree: ast.Module, name: str) -> int | None:
    """Of the one `except ... as name` above, if nothing else gives the name a value."""
    within = scope.function_around(facts) or tree
    handlers = [
        node
        for node in scope.in_scope(within)
        if isinstance(node, ast.ExceptHandler) and node.name == name
    ]
    if len(handlers) != 1 or (handlers[0].end_lineno or facts.line) >= facts.line:
        return None
    bound = scope.bindings(within, name) + (scope.bindings(tree, name) if within != tree else [])
    return handlers[0].lineno if len(bound) == 1 and not scope.is_declared(tree, name) else None


def _in_same_round(facts: Facts, tree: ast.Module, line: int) -> bool:
    """A loop, or an if that asks for it, holds the line as well: it cannot be moved up."""
    return any(
        isinstance(node, ast.For | ast.While | ast.If)
        and place.covers(node, facts.line)
        and place.covers(node, line)
        for node in ast.walk(tree)
    )


def _sets_itself(facts: Facts, name: str, lines: list[int]) -> bool:
    """total = total + 1, with nothing before it."""
    return lines[0] == facts.line


def unbound_local(facts: Facts) -> Diagnosis | None:
    name, function = missing_name(facts), scope.function_around(facts)
    if not name or function is None or facts.function != function.name:
        return None
    lines = scope.bindings(function, name)
    tree = place.tree_of(facts)
    if tree is not None and (line := _line_of_except(facts, tree, name)) is not None:
        return Diagnosis(Kind.EXCEPT_NAME, (name, line))
    if not lines or scope.is_removed(function, name):
        return None
    is_above = max(lines) < facts.line and not untaken.needs_itself(function, name)
    if is_above and (hindered := _hindered(facts, name, lines)) is not None:
        return hindered
    outside = facts.names.get(name)
    for around in scope.functions_around(facts, function):
        if scope.bindings(around, name) or name in scope.parameters(around):
            all_names = outer_names.several(function, around, name, "nonlocal")
            only = Diagnosis(Kind.LOCAL_BEFORE_NONLOCAL, (name, function.name, lines[0]))
            return all_names or only
    if (
        outside is not None
        and outside.value.type in fitting.CALLED
        and fitting.is_called(function, name)
    ):
        return Diagnosis(Kind.LOCAL_HIDES_FUNCTION, (name, function.name, lines[0]))
    is_begun = _is_begun_above(facts, function, name)
    is_outside = is_begun if outside is None else outside.where == "global"
    if is_outside and (not is_above or is_begun):
        if (not_run := untaken.no_branch(facts, function, name)) is not None:
            return not_run
        if (tree := place.tree_of(facts)) is not None and scope.bindings(tree, name):
            all_names = outer_names.several(function, tree, name, "global")
            only = Diagnosis(Kind.LOCAL_BEFORE_GLOBAL, (name, function.name, lines[0]))
            return all_names or only
    if not is_above and not is_outside:
        begun = changed.begun_otherwise(facts, function, name)
        if meant := begun or _meant_elsewhere(facts, function, name):
            return meant
    return (
        _hindered(facts, name, lines)
        or untaken.not_come_to(facts, function, name)
        or Diagnosis(Kind.LOCAL_NOT_SET, (name, function.name))
    )


def _hindered(facts: Facts, name: str, lines: list[int]) -> Diagnosis | None:
    """By an error in a line that would have given the name its value, or above that."""
    if (failed := _failed_before(facts, lines)) is not None:
        return Diagnosis(Kind.NOT_SET_FAILED, (name, *failed))
    return hidden.by_except(facts, name)


def _is_begun_above(facts: Facts, function: scope.Function, name: str) -> bool:
    """The file gives it a value above the function, which is to go on with that one."""
    tree = place.tree_of(facts)
    lines = scope.bindings(tree, name) if tree is not None else []
    return bool(lines) and min(lines) < function.lineno


def _meant_elsewhere(facts: Facts, function: scope.Function, name: str) -> Diagnosis | None:
    """The object's, or a global one that is called nearly so: `score += 1`, and there is scores."""
    if full := objects.self_of(facts, function, name):
        return Diagnosis(Kind.SELF_FORGOTTEN, (name, full))
    if (of_method := owners.in_method(facts, name)) is not None:
        return of_method
    tree = place.tree_of(facts)
    if tree is None or not scope.only_changes(function, name, scope.bindings(function, name)):
        return None
    among = {each for each, _line in scope.names_of(tree)}
    near = nearest(name, [each for each in facts.told.get("near", ()) if each in among])
    is_value = facts.told.get("near_kinds", {}).get(near, "") in ("int", "float", "str", "list")
    return Diagnosis(Kind.NEAR_NAME, (name, near)) if near and is_value else None
