"""What comes from another of the user's files: lines that run when it is imported, names that
`import *` brings, the class that has the name of its file.

Reads that file; only one beside the file of the error, which whoever calls has asked about.
"""

from __future__ import annotations

import ast
from pathlib import Path

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.other_files import tree_beside
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_SURROUNDINGS = ("FileNotFoundError", "PermissionError", "EOFError", "ConnectionRefusedError")


def surely_tried_out(facts: Facts) -> Diagnosis | None:
    """What fails because of what is around it hides that it should not have run at all."""
    return tried_out(facts) if facts.told.get("type") in _OF_SURROUNDINGS else None


def tried_out(facts: Facts) -> Diagnosis | None:
    """Lines below the functions of a file, which run when it is imported, and for nobody else."""
    match facts.told.get("loading"), facts.told.get("loading_at"):
        case [*_, str(importer), str(file)], [*_, int(), int(line)] if file != importer:
            pass
        case _:
            return None
    tree = place.tree_of(facts)
    if tree is None or facts.file is None or Path(file) != facts.file:
        return None
    below = [each for each in tree.body if (each.end_lineno or 0) >= line]
    above = tree.body[: len(tree.body) - len(below)]
    if not below or not place.covers(below[0], line) or not _is_plain(below, above):
        return None
    names = {name for each in below for name, _line in scope.names_of(ast.Module([each], []))}
    used = {each.id for part in above for each in ast.walk(part) if isinstance(each, ast.Name)}
    other = tree_beside(facts, Path(importer))
    if names & used or other is None or names & _taken(other, Path(file).stem):
        return None
    values = (line, Path(file).name, Path(importer).name)
    return Diagnosis(Kind.RUNS_AT_IMPORT, values)


def _is_plain(below: list[ast.stmt], above: list[ast.stmt]) -> bool:
    """They call functions of the same file, and make nothing that others could use."""
    own = {each.name for each in above if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    called = {
        each.func.id
        for part in below
        for each in ast.walk(part)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }
    kinds = (ast.Expr, ast.Assign, ast.AugAssign, ast.For, ast.While, ast.Assert, ast.If)
    return bool(own & called) and all(isinstance(each, kinds) for each in below)


def _taken(other: ast.Module, module: str) -> set[str]:
    """The names that a file takes from the module; '*' is taken for all that it uses."""
    found = set()
    for node in ast.walk(other):
        match node:
            case ast.ImportFrom(names=names):
                found |= {each.name for each in names}
                if any(each.name == "*" for each in names):
                    found |= {n.id for n in ast.walk(other) if isinstance(n, ast.Name)}
            case ast.Attribute(attr=attr):
                found.add(attr)
    return found


def copied(facts: Facts, node: ast.AST) -> Diagnosis | None:
    """`from session import user`, which takes a None that a function of that file replaces later,
    and one that the script has called."""
    tree = place.tree_of(facts)
    found = facts.names.get(node.id) if isinstance(node, ast.Name) else None
    if tree is None or found is None or found.where != "global" or not isinstance(node, ast.Name):
        return None
    match [each for _line, each in scope.bound(tree, node.id)]:
        case [ast.ImportFrom(module=str(module), level=0, names=names) as statement]:
            pass
        case _:
            return None
    if (node.id, None) not in [(each.name, each.asname) for each in names] or facts.file is None:
        return None
    other = tree_beside(facts, facts.file.parent / f"{module}.py")
    if other is None or scope.is_declared(tree, node.id):
        return None
    match [each for each in other.body if scope.bindings(ast.Module([each], []), node.id)]:
        case [ast.Assign(targets=[ast.Name()], value=ast.Constant(value=None))]:
            pass
        case _:
            return None
    setting = [
        each.name
        for each in other.body
        if isinstance(each, ast.FunctionDef) and scope.is_declared(each, node.id)
    ]
    called = {
        each.func.id
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }
    if len(setting) != 1 or setting[0] not in called:
        return None
    values = (node.id, statement.lineno, module, f"{setting[0]}()", f"{module}.{node.id}")
    return Diagnosis(Kind.COPIED_AT_IMPORT, values)


def class_in(facts: Facts, name: ast.expr) -> str:
    """`robot.Robot`, of a module of the user's that has a class of its own name, or one class."""
    found = place.value_named(facts, name)
    match found.value.details if found is not None else ():
        case (str(title), str(file), *_) if file and isinstance(name, ast.Name):
            tree = tree_beside(facts, Path(file))
        case _:
            return ""
    classes = [each.name for each in (tree.body if tree else ()) if isinstance(each, ast.ClassDef)]
    alike = [each for each in classes if each.lower() == title.replace("_", "").lower()]
    meant = alike if len(alike) == 1 else classes
    return f"{name.id}.{meant[0]}" if len(meant) == 1 else ""


def class_from(facts: Facts, title: str) -> ast.ClassDef | None:
    """The class that `from shapes import Square` brings, or `import shapes`."""
    modules: list[str] = []
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names):
                modules += [each.name for each in names]
            case ast.ImportFrom(module=str(module)):
                modules.append(module)
    for name in dict.fromkeys(modules):
        path = facts.file.parent / f"{name}.py" if facts.file is not None else None
        tree = tree_beside(facts, path) if path is not None else None
        for each in tree.body if tree is not None else ():
            if isinstance(each, ast.ClassDef) and each.name == title:
                return each
    return None


def star_of(facts: Facts, name: str) -> str:
    """The file that `from ... import *` brings this name from; '' if it is given here."""
    tree = place.tree_of(facts)
    if (
        tree is None
        or facts.file is None
        or name not in facts.names
        or _is_bound(facts, tree, name)
    ):
        return ""
    stars = [
        each.module
        for each in tree.body
        if isinstance(each, ast.ImportFrom) and [a.name for a in each.names] == ["*"]
        if each.module is not None
    ]
    found = []
    for module in stars:
        other = tree_beside(facts, facts.file.parent / f"{module}.py")
        if other is not None and scope.bindings(other, name):
            found.append(f"{module}.py")
    return found[0] if len(found) == 1 else ""


def _is_bound(facts: Facts, tree: ast.Module, name: str) -> bool:
    return facts.names[name].where != "global" or bool(scope.bindings(tree, name))
