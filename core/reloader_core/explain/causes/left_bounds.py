"""A list that stayed empty, whose only `if` leaves out the bounds that it names. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import left_out, sources
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_READ = frozenset("len sum max min sorted print set tuple list any all enumerate reversed".split())


def empty(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """`if value > 1 and value < 5: ratings.append(value)`, which takes no 1 and no 5."""
    tree = place.tree_of(facts)
    if tree is None or not isinstance(what, ast.Name) or sources.is_imported(facts):
        return None
    fill = _only_fill(tree, what.id)
    test = _around(tree, fill) if fill is not None else None
    if fill is None or test is None or test.test.lineno != test.test.end_lineno:
        return None
    names = {each.id for each in ast.walk(test.test) if isinstance(each, ast.Name)}
    if len(names) != 1:
        return None
    name, ends = names.pop(), sorted(left_out.bounds(test.test))
    try:
        out = [each for each in ends if not left_out.holds(test.test, name, each)]
        is_between = len(ends) == 2 and left_out.holds(test.test, name, sum(ends) / 2)
    except ValueError:  # something else than numbers is compared
        return None
    written = ast.get_source_segment(facts.source or "", test.test) or ""
    line = (facts.source or "").splitlines()[test.test.lineno - 1].split(None, 1)[0]
    if not is_between or not out or line not in ("if", "elif"):
        return None
    wider = _with_ends(test.test, written)
    values = (what.id, fill.lineno, test.test.lineno, ", ".join(f"{e:g}" for e in out))
    return Diagnosis(Kind.EMPTY_BY_BOUNDS, (*values, f"{line} {wider}:")) if wider else None


def _with_ends(test: ast.expr, written: str) -> str:
    """With <= and >= in place of < and >; '' if that is not all that is compared."""
    kinds = ast.Lt | ast.Gt | ast.LtE | ast.GtE
    compared = [op for e in ast.walk(test) if isinstance(e, ast.Compare) for op in e.ops]
    if not all(isinstance(each, kinds) for each in compared):
        return ""
    return written.replace("<=", "<").replace(">=", ">").replace("<", "<=").replace(">", ">=")


def _only_fill(tree: ast.Module, name: str) -> ast.Call | None:
    """The only line that puts something into the list; None if another may, or takes it out."""
    above = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    uses = [e for e in ast.walk(tree) if isinstance(e, ast.Name) and e.id == name]
    if scope.is_declared(tree, name) or sum(isinstance(e.ctx, ast.Store) for e in uses) != 1:
        return None
    if any(name in scope.parameters(e) for e in ast.walk(tree) if isinstance(e, scope.FUNCTIONS)):
        return None
    fills = []
    for use in uses:
        match above[id(use)], use:
            case ast.Assign(targets=[_], value=ast.List(elts=[])), ast.Name(ctx=ast.Store()):
                pass
            case ast.Attribute(attr="append") as method, _:
                call = above[id(method)]
                fills += [call] if isinstance(call, ast.Call) and call.func is method else []
            case ast.Call(func=ast.Name(id=function)), _ if function in _READ:
                pass
            case (
                ast.For() | ast.If() | ast.UnaryOp() | ast.FormattedValue() | ast.comprehension(),
                _,
            ):
                pass
            case ast.Subscript(ctx=ast.Load()), _:
                pass
            case _:
                return None
    return fills[0] if len(fills) == 1 else None


def _around(tree: ast.Module, fill: ast.Call) -> ast.If | None:
    """The `if` that it stands right in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and any(
            isinstance(each, ast.Expr) and each.value is fill for each in node.body
        ):
            return node
    return None
