"""What stands at the place of an error, in the syntax tree of the text that ran. Pure."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from typing import TypeVar

from reloader_core.explain.evidence.facts import Facts, Name, Value
from reloader_core.explain.evidence.parsing import parsed

Node = TypeVar("Node", bound=ast.AST)
COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


def tree_of(facts: Facts) -> ast.Module | None:
    return parsed(facts.source) if facts.source is not None else None


def every(facts: Facts, kind: type[Node]) -> Iterator[Node]:
    """All of this kind in the text that ran, from the outside in; none if that is not known."""
    tree = tree_of(facts)
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, kind):
            yield node


def only(facts: Facts, kind: type[Node]) -> Node | None:
    """The one node of this kind that was being executed; None if that is not sure."""
    found = candidates(facts, kind)
    return found[0] if len(found) == 1 else None


def candidates(facts: Facts, kind: type[Node]) -> list[Node]:
    """All of this kind that may have been executed."""
    every = in_statement(facts)
    nodes = [node for node in every if isinstance(node, kind)]
    if facts.span is not None:
        exact = [node for node in nodes if _span(node) == facts.span]
        return exact or [node for node in nodes if _ends_with(node, facts.span)]
    inside = _in_comprehensions(every)
    is_inside = facts.function in COMPREHENSIONS
    return [
        node for node in nodes if covers(node, facts.line) and (id(node) in inside) == is_inside
    ]


def in_statement(facts: Facts) -> list[ast.AST]:
    """All of the statement that failed, without other statements in it."""
    tree = tree_of(facts)
    statement = _statement(tree, facts) if tree is not None else None
    if statement is None:
        return []
    return list(_own_nodes(statement, into_lambda=facts.function == "<lambda>"))


def _in_comprehensions(nodes: list[ast.AST]) -> set[int]:
    """What runs in a frame of its own, before 3.12."""
    found: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            outside = set(map(id, ast.walk(node.generators[0].iter)))
            found |= set(map(id, ast.walk(node))) - outside - {id(node)}
    return found


def _statement(tree: ast.Module, facts: Facts) -> ast.AST | None:
    """The innermost statement that the line belongs to; of several in it, the one that holds what
    was being executed."""
    found = None
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and _begin(node)[0] <= facts.line <= (node.end_lineno or 0):
            if (found is None or node.lineno >= found.lineno) and _holds(node, facts.span):
                found = node
    return found


def _begin(node: ast.stmt) -> tuple[int, int]:
    """Line and column, with what stands above a function or class."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        if node.decorator_list:
            return node.decorator_list[0].lineno, node.decorator_list[0].col_offset
    return node.lineno, node.col_offset


def _holds(node: ast.stmt, span: tuple[int, int, int, int] | None) -> bool:
    own = _span(node)
    if span is None or own is None:
        return True
    return _begin(node) <= (span[0], span[2]) and (span[1], span[3]) <= (own[1], own[3])


def _own_nodes(node: ast.AST, *, into_lambda: bool) -> Iterator[ast.AST]:
    """Of a statement without the statements in it."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.match_case):
            continue
        if isinstance(child, ast.ExceptHandler):
            if child.type is not None:
                yield from _own_nodes(child.type, into_lambda=into_lambda)
            continue
        if isinstance(child, ast.Lambda) and not into_lambda:
            continue
        yield from _own_nodes(child, into_lambda=into_lambda)


def covers(node: ast.AST, line: int) -> bool:
    first, last = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    return first is not None and last is not None and first <= line <= last


def _span(node: ast.AST) -> tuple[int, int, int, int] | None:
    if not isinstance(node, ast.expr | ast.stmt):
        return None
    if node.end_lineno is None or node.end_col_offset is None:
        return None
    return node.lineno, node.end_lineno, node.col_offset, node.end_col_offset


def _ends_with(node: ast.AST, span: tuple[int, int, int, int]) -> bool:
    """A method's call in several lines is placed from its name on."""
    own = _span(node)
    return own is not None and own[0] < span[0] and (own[1], own[3]) == (span[1], span[3])


def statement(facts: Facts) -> ast.AST | None:
    """The one that failed, if it did so itself and not a lambda or comprehension in it."""
    if facts.function in (*COMPREHENSIONS, "<lambda>"):
        return None
    tree = tree_of(facts)
    return _statement(tree, facts) if tree is not None else None


def begins_line(facts: Facts, statement: ast.stmt) -> bool:
    """It is no `elif`, and nothing stands before it."""
    line = (facts.source or "").splitlines()[statement.lineno - 1].encode()
    before, after = line[: statement.col_offset], line[statement.col_offset :]
    return not before.strip() and not after.startswith(b"elif")


def port_bound(facts: Facts) -> int:
    """That of the only call of .bind((host, port)) in the statement; 0 if it is not known."""
    found = []
    for node in in_statement(facts):
        match node:
            case ast.Call(func=ast.Attribute(attr="bind"), args=[ast.Tuple(elts=[_, port])]):
                found.append(known(facts, port))
            case ast.Call(func=ast.Attribute(attr="bind"), args=[ast.Name() as address]):
                found.append(known(facts, address))
    match found:
        case [Value("int", (int(number),))]:
            return number
        case [Value("tuple", (2, [_, ("int", int(number))]))]:
            return number
    return 0


def called(facts: Facts, *names: str) -> ast.Call | None:
    """The only call of a function or method of these names that may have been executed."""
    found = [node for node in candidates(facts, ast.Call) if name_called(node) in names]
    return found[0] if len(found) == 1 else None


def is_by_place(call: ast.Call) -> bool:
    """Each argument is one, and none is given by its name."""
    return not call.keywords and not any(isinstance(each, ast.Starred) for each in call.args)


def is_none(node: ast.expr | None) -> bool:
    """As it is written: `return` gives None as well."""
    return node is None or isinstance(node, ast.Constant) and node.value is None


def is_text(node: ast.expr) -> bool:
    """A text, as it is written."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def name_called(call: ast.Call) -> str:
    """Of the function or method; '' if it has none."""
    return last_name(call.func)


def last_name(node: ast.expr) -> str:
    """`price` of price and of self.price; '' of what has no name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_called(facts: Facts, node: ast.Attribute) -> bool:
    """In this statement."""
    return any(isinstance(each, ast.Call) and each.func is node for each in in_statement(facts))


def shown_as(facts: Facts, text: str, *more: type[ast.expr]) -> ast.expr | None:
    """The name, or the attribute, that stands in this statement as `text`: see shown(). `more`:
    what else it may be."""
    for node in in_statement(facts):
        is_kind = isinstance(node, (ast.Name, ast.Attribute, *more))
        if isinstance(node, ast.expr) and is_kind and shown(facts, node) == text:
            return node
    return None


# -- what a piece of the text is worth

_MOST_SHOWN, _MOST_IN_FULL = 40, 100
_RESULTS = {
    "str": "str", "input": "str", "int": "int", "len": "int", "float": "float", "list": "list",
    "dict": "dict", "tuple": "tuple", "repr": "str", "ord": "int", "chr": "str",
    "print": "NoneType",
}  # fmt: skip


def shown(facts: Facts, node: ast.AST) -> str:
    """As it stands there, in one line, and shortened."""
    text = ast.get_source_segment(facts.source or "", node) or ""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "..."


def in_full(facts: Facts, node: ast.AST) -> str:
    """As shown(), but not shortened while it can still be taken over as it stands."""
    text = " ".join((ast.get_source_segment(facts.source or "", node) or "").split())
    return text if len(text) <= _MOST_IN_FULL else shown(facts, node)


def operand(facts: Facts, node: ast.AST) -> str:
    """As shown(), with brackets around what is put together, so that it may stand beside a sign."""
    text = shown(facts, node)
    is_whole = isinstance(
        node,
        ast.BinOp | ast.BoolOp | ast.Compare | ast.IfExp | ast.UnaryOp | ast.Lambda | ast.Await,
    )
    return f"({text})" if is_whole else text


def is_changed(facts: Facts, node: ast.AST) -> bool:
    """It stands on the left of += and the like, where only a name may stand."""
    statement_ = statement(facts)
    return isinstance(statement_, ast.AugAssign) and statement_.target is node


def known(facts: Facts, node: ast.AST) -> Value | None:
    """What it was worth at the crash: of a constant, a name and what could be reached by it."""
    match node:
        case ast.Constant(value=value):
            return _constant(value)
        case ast.Name():
            found = value_named(facts, node)
            return found.value if found is not None else None
        case ast.Attribute() | ast.Subscript():
            return _reached(facts, node)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            return Value("int", (-value,))
        case ast.JoinedStr():
            return Value("str")
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            if not any(isinstance(each, ast.Starred) for each in elements):
                return Value(type(node).__name__.lower(), (len(elements), []))
            return Value(type(node).__name__.lower())
        case ast.Dict():
            return Value("dict")
    return None


def _reached(facts: Facts, node: ast.expr) -> Value | None:
    """Of `self.items` and the like, if the names in it are those of its function."""
    found = facts.reached.get(ast.unparse(node)) if facts.reached else None
    if found is None:
        return None
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    return found if all(value_named(facts, each) is not None for each in names) else None


def whole_number(facts: Facts, node: ast.AST) -> int | None:
    """Also of a sum or product of such, and of a length."""
    match node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() as op, right=right):
            one, other = whole_number(facts, left), whole_number(facts, right)
            if one is None or other is None:
                return None
            if isinstance(op, ast.Mult):
                return one * other if one.bit_length() + other.bit_length() < 64 else None
            return one + other if isinstance(op, ast.Add) else one - other
        case ast.Call(args=[items]) if builtin_called(facts, node) == "len":
            value = known(facts, items)
            return value.length if value is not None else None
    value = known(facts, node)
    return value.number if value is not None else None


def _constant(value: object) -> Value | None:
    match value:
        case str() | bytes():
            return Value(type(value).__name__, (value, len(value)))
        case bool() | int():
            return Value(type(value).__name__, (value,))
        case float():
            return Value("float", (repr(value),))
        case None:
            return Value("NoneType")
    return None


def type_of(facts: Facts, node: ast.AST) -> str:
    """The name of its type; '' if that is not known."""
    value = known(facts, node)
    if value is not None:
        return value.name
    if isinstance(node, ast.Call) and (name := builtin_called(facts, node)):
        return _RESULTS.get(name, "")
    return ""


def builtin_called(facts: Facts, call: ast.Call) -> str:
    """The name of Python's own function that is called; '' if it is not one."""
    if isinstance(call.func, ast.Name):
        found = facts.names.get(call.func.id)
        if found is not None and found.where == "builtin":
            return call.func.id
    return ""


def value_named(facts: Facts, node: ast.AST) -> Name | None:
    """What the name stands for; not that of another one of the same name: a comprehension has
    names of its own, which from 3.12 on are not among those of its function."""
    if not isinstance(node, ast.Name):
        return None
    if facts.function not in COMPREHENSIONS and is_of_comprehension(tree_of(facts), node):
        return None
    return facts.names.get(node.id)


def is_of_comprehension(tree: ast.Module | None, name: ast.Name) -> bool:
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            own = {
                each.id
                for part in node.generators
                for each in ast.walk(part.target)
                if isinstance(each, ast.Name)
            }
            if name.id in own and name in ast.walk(node):
                return True
    return False


@functools.cache
def standard_modules() -> frozenset[str]:
    import sys

    return frozenset(sys.stdlib_module_names)
