"""Names that other languages have: console.log, Math.sqrt, parseInt. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_FUNCTIONS = {
    "parseInt": "int({})", "parseFloat": "float({})", "strlen": "len({})",
    "typeof": "type({})", "alert": "print({})", "prompt": "input({})", "puts": "print({})",
    "println": "print({})", "scanf": "input()", "var_dump": "print({})",
    "length": "len({})", "itoa": "str({})", "atoi": "int({})",
    "toString": "str({})", "isNaN": "math.isnan({})", "printf": "",
    "readLine": "input({})", "writeln": "print({})",
}  # fmt: skip
_OBJECTS = {
    ("console", "log"): "print({})", ("console", "error"): "print({})",
    ("System.out", "println"): "print({})", ("System.out", "print"): "print({})",
    ("System.out", "printf"): "print({})", ("Console", "WriteLine"): "print({})",
    ("Console", "Write"): "print({})", ("Console", "ReadLine"): "input()",
    ("Integer", "parseInt"): "int({})", ("Double", "parseDouble"): "float({})",
    ("document", "write"): "print({})", ("fmt", "Println"): "print({})",
    ("String", "valueOf"): "str({})", ("JSON", "parse"): "json.loads({})",
    ("JSON", "stringify"): "json.dumps({})", ("Thread", "sleep"): "time.sleep({})",
}  # fmt: skip
_MATH = {
    "PI": "math.pi", "E": "math.e", "sqrt": "math.sqrt({})", "floor": "math.floor({})",
    "ceil": "math.ceil({})", "pow": "pow({})", "abs": "abs({})", "max": "max({})",
    "min": "min({})", "round": "round({})", "random": "random.random()", "sin": "math.sin({})",
    "cos": "math.cos({})", "log": "math.log({})",
}  # fmt: skip
_ENDS = ("end", "endif", "endwhile", "endfor", "fi", "done", "begin", "END", "EndIf", "wend")


def of_other_language(facts: Facts, name: str) -> Diagnosis | None:
    """`name` is missing, and nothing in the script sets it."""
    tree = place.tree_of(facts)
    if tree is None or nearest(name, sorted(_own_names(tree) - {name})) or _is_set(tree, name):
        return None
    if any(isinstance(n, ast.ImportFrom) and n.names[0].name == "*" for n in ast.walk(tree)):
        return None  # it may be meant from there
    if (end := _end(facts, name)) is not None:
        return end
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Name(id=called)) if called == name and name in _FUNCTIONS:
                found.append((f"{name}()", _filled(facts, _FUNCTIONS[name], node)))
            case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if _begins(owner, name):
                instead = _OBJECTS.get((ast.unparse(owner), attr))
                instead = instead or (_MATH.get(attr) if name == "Math" else None)
                if instead is not None:
                    found.append((ast.unparse(node.func) + "()", _filled(facts, instead, node)))
            case ast.Attribute(value=ast.Name(id="Math"), attr="PI" | "E" as attr) if (
                name == "Math"
            ):
                found.append((f"Math.{attr}", _MATH[attr]))
    if not found:
        return None
    return Diagnosis(Kind.NAME_OF_OTHERS, found[0])


def _begins(owner: ast.expr, name: str) -> bool:
    return ast.unparse(owner).partition(".")[0] == name


def _filled(facts: Facts, instead: str, call: ast.Call) -> str:
    parts = [place.in_full(facts, each) for each in call.args]
    given = ", ".join(parts)
    if not instead:  # printf()
        rest = f" % ({', '.join(parts[1:])}{',' if len(parts) == 2 else ''})" if parts[1:] else ""
        return f"print({parts[0]}{rest})" if parts else "print()"
    return instead.format(given)


def _own_names(tree: ast.Module) -> set[str]:
    """All that the script calls by a name of its own."""
    stored = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    named = {each.name for each in ast.walk(tree) if isinstance(each, stored)}
    return named | {
        each.id
        for each in ast.walk(tree)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _is_set(tree: ast.Module, name: str) -> bool:
    within = (*scope.FUNCTIONS, ast.ClassDef)
    around: list[ast.AST] = [tree, *(n for n in ast.walk(tree) if isinstance(n, within))]
    is_parameter = any(isinstance(n, ast.arg) and n.arg == name for n in ast.walk(tree))
    return is_parameter or any(scope.bindings(each, name) for each in around)


def _end(facts: Facts, name: str) -> Diagnosis | None:
    """A line of its own, where a block ends."""
    match place.statement(facts):
        case ast.Expr(value=ast.Name(id=word)) if word == name and word in _ENDS:
            return Diagnosis(Kind.NO_SUCH_WORD, (word, facts.line))
    return None
