"""`counts.sort()` of a dictionary: in the order of its keys, or of its values. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ITEM = "lambda item: item[1]"
_MOST = 90


def ordered(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    """None: it is not sure what is to be done with the result, or what is to be compared."""
    what, call = place.shown(facts, node.value), _call(facts, node)
    value = place.known(facts, node.value)
    if call is None or value is None or "..." in what:
        return None
    given = {each.arg: place.in_full(facts, each.value) for each in call.keywords}
    kinds = _kinds(value)
    if kinds is None or not set(given) <= {"reverse", "key"} or "..." in "".join(given.values()):
        return None
    wanted, begin = _wanted(facts, call, node.value)
    if wanted is None:
        return None
    if "key" in given:
        return _by_key(call, (what, wanted, begin), given)
    more = f", reverse={given['reverse']}" if given else ""
    by_keys, by_values = _forms(what, wanted, more)
    if not kinds[0] or max(len(begin + each) for each in (by_keys, by_values)) > _MOST:
        return None
    if not kinds[1]:
        return Diagnosis(Kind.OTHER_ATTRIBUTE, ("dict", "sort", begin + by_keys))
    return Diagnosis(Kind.DICT_SORT, (what, begin + by_keys, begin + by_values))


def _call(facts: Facts, node: ast.Attribute) -> ast.Call | None:
    for each in place.in_statement(facts):
        if isinstance(each, ast.Call) and each.func is node and not each.args:
            is_plain = isinstance(node.value, ast.Name | ast.Attribute)
            return each if is_plain and all(word.arg for word in each.keywords) else None
    return None


def _kinds(value: Value) -> tuple[bool, bool] | None:
    """Whether the keys, and the values, can be compared with each other, as far as they are told;
    None: neither is, or the keys are several in one."""
    match value.details:
        case (int(length), [*pairs]) if pairs or not length:
            keys, values = ({each[n][0] for each in pairs} for n in (0, 1))
            return None if keys & {"tuple"} else (_is_one(keys), _is_one(values))
    return None


def _is_one(kinds: set[str]) -> bool:
    return kinds <= {"str"} or kinds <= {"int", "float"}


def _forms(what: str, wanted: str, more: str) -> tuple[str, str]:
    if wanted == "list":
        return f"sorted({what}{more})", f"sorted({what}, key={what}.get{more})"
    forms = f"sorted({what}.items(){more})", f"sorted({what}.items(), key={_ITEM}{more})"
    return forms if wanted == "pairs" else (f"dict({forms[0]})", f"dict({forms[1]})")


def _by_key(
    call: ast.Call, known: tuple[str, str, str], given: dict[str | None, str]
) -> Diagnosis | None:
    """What the key is made of says whether it is of the keys alone."""
    what, wanted, begin = known
    of_pairs = any(_is_of_pairs(each.value) for each in call.keywords if each.arg == "key")
    words = ", ".join(f"{name}={each}" for name, each in given.items())
    if of_pairs:
        instead = f"sorted({what}.items(), {words})"
        instead = f"dict({instead})" if wanted == "dict" else instead
    elif wanted == "list" and given["key"] in (f"{what}.get", "len", "str.lower", "str.upper"):
        instead = f"sorted({what}, {words})"
    else:
        return None
    if len(begin + instead) > _MOST or of_pairs and wanted == "list" and begin:
        return None
    return Diagnosis(Kind.OTHER_ATTRIBUTE, ("dict", "sort", begin + instead))


def _is_of_pairs(key: ast.expr) -> bool:
    """`lambda item: item[1]`"""
    match key:
        case ast.Lambda(
            args=ast.arguments(args=[ast.arg(arg=name)]),
            body=ast.Subscript(value=ast.Name(id=found), slice=ast.Constant(value=0 | 1)),
        ):
            return name == found
    return False


# -- what is to be done with the result


def _wanted(facts: Facts, call: ast.Call, owner: ast.expr) -> tuple[str | None, str]:
    """'list' (of the keys), 'pairs' or 'dict', and what stands before it in its line."""
    match place.statement(facts):
        case ast.Expr(value=value) if value is call:
            return ("dict", f"{ast.unparse(owner)} = ") if _may_be_set(facts, owner) else (None, "")
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is call:
            return _of_uses(facts, name, is_same=place.is_name(owner, name)), f"{name} = "
        case ast.For(target=target, iter=source) if source is call:
            return "pairs" if isinstance(target, ast.Tuple) else "list", ""
        case None:
            return None, ""
    for each in place.in_statement(facts):
        if isinstance(each, ast.comprehension) and each.iter is call:
            return "pairs" if isinstance(each.target, ast.Tuple) else "list", ""
    return "list", ""


def _may_be_set(facts: Facts, owner: ast.expr) -> bool:
    """And nobody else goes on with the old one, as the giver of an argument does."""
    if isinstance(owner, ast.Attribute):
        return True
    found = facts.names.get(owner.id) if isinstance(owner, ast.Name) else None
    function = scope.function_around(facts)
    if found is None or isinstance(owner, ast.Name) and _has_other_name(facts, owner.id):
        return False
    if facts.function == "<module>":
        return found.where != "builtin"
    is_own = function is not None and function.name == facts.function and found.where == "local"
    is_given = function is None or ast.unparse(owner) in scope.parameters(function)
    return is_own and not is_given


def _has_other_name(facts: Facts, name: str) -> bool:
    return any(place.is_name(each.value, name) for each in place.every(facts, ast.Assign))


def _of_uses(facts: Facts, name: str, *, is_same: bool) -> str | None:
    """As the lines that use the result by this name need it; None: they need several. `is_same`:
    it is the name of the dictionary, which it stays where nothing speaks against it."""
    wanted = {need for node in place.every(facts, ast.AST) for need in _needs(node, name)}
    wanted |= {"dict"} if is_same and wanted <= {"keys"} else set()
    if "dict" in wanted:
        return "dict" if wanted <= {"keys", "dict"} else None
    if wanted <= {"keys", "list"}:
        return "list"
    return "pairs" if wanted <= {"pairs", "list"} else None


def _needs(node: ast.AST, name: str) -> Iterator[str]:
    match node:
        case ast.Subscript(value=ast.Name(id=found), slice=index) if found == name:
            is_number = isinstance(index, ast.Constant | ast.UnaryOp) and not place.is_text(index)
            yield "list" if is_number or isinstance(index, ast.Slice) else "dict"
        case ast.Attribute(value=ast.Name(id=found), attr=attr) if found == name:
            if attr != "sort":
                yield "dict" if attr in ("items", "keys", "values", "get") else "list"
        case ast.For(target=target, iter=source) | ast.comprehension(target=target, iter=source):
            if place.is_name(_whole(source), name):
                yield "pairs" if isinstance(target, ast.Tuple) else "keys"


def _whole(source: ast.expr) -> ast.expr:
    return source.value if isinstance(source, ast.Subscript) else source
