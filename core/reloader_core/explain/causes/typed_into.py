"""Text that is typed, and put into a list whose items are to be numbers: the line that puts it in,
where nothing else puts anything in, and no line needs the text. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import sources, typed_numbers, used_as
from reloader_core.explain.evidence import origin, place, scope, written
from reloader_core.explain.evidence.facts import Facts

_OF_ALL = ("len", "sum", "print", "mean", "fmean", "median", "stdev", "pstdev")
_OF_ONE = ("max", "min")
_CHANGES = ("strip", "rstrip", "lstrip", "replace")
_Parents = dict[ast.AST, ast.AST]


def numbers(facts: Facts, what: ast.expr) -> tuple[int, str] | None:
    """`scores.append(line)`: the line, and what to write there."""
    tree, held = place.tree_of(facts), place.known(facts, what)
    if tree is None or held is None or held.type != "list" or sources.is_imported(facts):
        return None
    told = held.details[1] if len(held.details) > 1 else []
    texts = [str(each[1]) for each in told if each[0] == "str"]
    if not texts or len(texts) != len(told):
        return None
    if not all(written.is_number("float", each) for each in texts):
        return None
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    puts = [each for each in place.every(facts, ast.Call) if _is_put(tree, parents, each)]
    fitting = [each for each in puts if _holds(tree, parents, each, what)]
    if len(fitting) != 1 or not _is_line(facts, parents[fitting[0]]):
        return None
    is_whole = all(written.is_number("int", each) for each in texts) and len(texts) == held.length
    has_places = any(place.is_name(each, "float") for each in ast.walk(tree))
    function = "int" if is_whole and not has_places else "float"
    shown = place.in_full(facts, fitting[0].args[0])
    instead = f"{place.in_full(facts, fitting[0].func)}({function}({shown}))"
    return (fitting[0].lineno, instead) if "..." not in instead else None


def _is_line(facts: Facts, statement: ast.AST) -> bool:
    """All of a line."""
    if not isinstance(statement, ast.Expr) or statement.lineno != statement.end_lineno:
        return False
    line = (facts.source or "").splitlines()[statement.lineno - 1]
    return line.split("#")[0].strip() == place.in_full(facts, statement)


def _is_put(tree: ast.Module, parents: _Parents, call: ast.Call) -> bool:
    match call:
        case ast.Call(
            func=ast.Attribute(value=ast.Name() | ast.Attribute(), attr="append"),
            args=[added],
            keywords=[],
        ):
            home = scope.home_of(tree, call)
            if home is None or not isinstance(home, ast.Module | scope.Function):
                return False
            if isinstance(added, ast.Name):
                return _is_typed_name(home, added.id) and _is_asked_before(
                    home, parents, added.id, call
                )
            return typed_numbers.is_typed(added, _CHANGES)
    return False


def _is_typed_name(home: ast.AST, name: str) -> bool:
    """Whatever gives it a value, it was typed."""
    if isinstance(home, scope.FUNCTIONS) and name in scope.parameters(home):
        return False
    given = 0
    for node in scope.in_scope(home):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=found)], value=value)
                | ast.NamedExpr(target=ast.Name(id=found), value=value)
            ) if found == name:
                given += typed_numbers.is_typed(value, _CHANGES)
    return given == len(scope.bindings(home, name)) > 0


def _is_asked_before(home: ast.AST, parents: _Parents, name: str, call: ast.Call) -> bool:
    """Each condition with the name decides whether it is put in: else the word that ends the
    input may be in the list, too."""
    tests = [
        each
        for each in scope.in_scope(home)
        if isinstance(each, ast.If | ast.While | ast.IfExp | ast.Assert)
        and any(place.is_name(part, name) for part in ast.walk(each.test))
    ]
    around = _around(parents, call)
    return all(_decides(each, name, parents, around) for each in tests)


def _around(parents: _Parents, node: ast.AST) -> list[ast.AST]:
    found = [node]
    while (above := parents.get(found[-1])) is not None:
        found.append(above)
    return found


def _decides(test: ast.AST, name: str, parents: _Parents, around: list[ast.AST]) -> bool:
    match test:
        case ast.If():
            if test in around:
                return True
            beside = parents[test]
            is_before = beside in around and not _is_in_other_block(beside, test, around)
            return is_before and not origin.ends(test.body)
        case ast.While() if test in around:
            put = around[0]
            set_ = [
                line for each in test.body for line in scope.bindings(ast.Module([each], []), name)
            ]
            return not any(line < getattr(put, "lineno", 0) for line in set_)
    return False


def _is_in_other_block(beside: ast.AST, test: ast.If, around: list[ast.AST]) -> bool:
    """The condition does not stand in the same block as what is put in, and above that."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(beside, name, [])
        if isinstance(block, list) and test in block:
            inner = [each for each in block if each in around]
            return not inner or block.index(inner[0]) < block.index(test)
    return True


# -- what else is done with the list


def _holds(tree: ast.Module, parents: _Parents, call: ast.Call, what: ast.expr) -> bool:
    """It is put into `what`, by whatever names, and no line does more with those than numbers
    allow, too."""
    assert isinstance(call.func, ast.Attribute)
    left, seen = [_key(call.func.value)], set()
    while left:
        key = left.pop()
        if not key or key in seen:
            continue
        seen.add(key)
        for node in ast.walk(tree):
            if isinstance(node, ast.arg) and node.arg == key:
                continue
            if isinstance(node, ast.expr) and _key(node) == key and node is not call.func:
                further = _used(tree, parents, node, call)
                if further is None:
                    return False
                left += further
    return _key(what) in seen


def _key(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=attr):
            return f".{attr}"
        case ast.Call(func=ast.Name(id=name)):
            return f"{name}()"
        case ast.Call(func=ast.Attribute(attr=attr)):
            return f".{attr}()"
    return ""


def _used(tree: ast.Module, parents: _Parents, node: ast.expr, put: ast.Call) -> list[str] | None:
    """Which other names the list gets here; None: something is done that needs texts, or is not
    known."""
    match above := parents[node]:
        case ast.Assign(targets=[target], value=value) if target is node:
            return [] if scope.is_begun_empty(value) else [_key(value)] if _key(value) else None
        case ast.Assign(targets=[ast.Name() | ast.Attribute() as target], value=value):
            return [_key(target)] if value is node else None
        case ast.Attribute(attr=attr):
            return [] if above is put.func or attr in ("sort", "reverse") else None
        case ast.If() | ast.While() | ast.IfExp() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return []
        case ast.FormattedValue() | ast.Expr():
            return []
        case ast.Return():
            return _of_function(tree, above)
        case ast.Call() if node in above.args:
            return _given(tree, parents, above, node)
        case ast.For(target=ast.Name(id=name), iter=items) if items is node:
            home = scope.home_of(tree, above)
            return None if home is None or used_as.need_text(tree, [(home, name)]) else []
        case ast.comprehension(target=ast.Name(id=name), iter=items) if items is node:
            return None if used_as.need_text(tree, [(parents[above], name)]) else []
        case ast.Subscript(value=items, ctx=ast.Load(), slice=index) if items is node:
            is_one = not isinstance(index, ast.Slice)
            return [] if is_one and _is_number_enough(tree, parents, above) else None
    return None


def _of_function(tree: ast.Module, returned: ast.Return) -> list[str] | None:
    for each in ast.walk(tree):
        if isinstance(each, scope.FUNCTIONS) and returned in scope.in_scope(each):
            nodes = list(scope.in_scope(each))
            if any(isinstance(n, ast.Return) and n is not returned for n in nodes):
                return None  # it may be another list
            return [f"{each.name}()", f".{each.name}()"]
    return None


def _given(tree: ast.Module, parents: _Parents, call: ast.Call, node: ast.expr) -> list[str] | None:
    name = place.name_called(call)
    function = scope.plain_function(tree, name) if isinstance(call.func, ast.Name) else None
    if function is None and scope.names_anywhere(tree, name) and isinstance(call.func, ast.Name):
        return [] if _is_imported(tree, name) and name in _OF_ALL else None
    if function is None and name in _OF_ALL:
        return []
    if function is None and name in _OF_ONE:
        return [] if len(call.args) == 1 and _is_number_enough(tree, parents, call) else None
    at = call.args.index(node)
    if function is None or at >= len(function.args.args) or function.args.vararg is not None:
        return None
    calls = [e for e in ast.walk(tree) if isinstance(e, ast.Call) and place.is_name(e.func, name)]
    if any(len(e.args) <= at or ast.unparse(e.args[at]) != ast.unparse(node) for e in calls):
        return None  # it may be given another list
    taken = function.args.args[at].arg
    return [taken] if not scope.bindings(function, taken) else None


def _is_imported(tree: ast.Module, name: str) -> bool:
    return all(isinstance(each, ast.ImportFrom) for _line, each in scope.bound(tree, name))


def _is_number_enough(tree: ast.Module, parents: _Parents, item: ast.expr) -> bool:
    """No text is needed of one of the items."""
    above = parents[item]
    if isinstance(above, ast.FormattedValue | ast.Expr):
        return True
    further = used_as.of_use(tree, (above, item))
    return further is not None and not used_as.need_text(tree, list(further))
