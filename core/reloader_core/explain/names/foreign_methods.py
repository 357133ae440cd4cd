"""Methods that texts and lists have in other languages, and what Python has for them. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.names import sorted_dicts

_OF_ALL = {"toString": ("str({})",), "toInt": ("int({})",), "to_i": ("int({})",)}
_OF_TEXT = {
    "substring": ("{}[{}:]", "{}[{}:{}]"), "substr": ("{}[{}:]",),
    "slice": ("{}[{}:]", "{}[{}:{}]"), "equalsIgnoreCase": ("{}.lower() == {}.lower()",),
    "charAt": ("{}[{}]",), "equals": ("{} == {}",),
    "replaceAll": ("{}.replace({}, {})",), "isEmpty": ("not {}",), "concat": ("{} + {}",),
    "repeat": ("{} * {}",), "reverse": ("{}[::-1]",), "reversed": ("{}[::-1]",),
    "length": ("len({})",), "add": ("{} += {}",),
}  # fmt: skip
_OF_LIST = {
    "forEach": ("for item in {}:",), "isEmpty": ("not {}",), "shift": ("{}.pop(0)",),
    "unshift": ("{}.insert(0, {})",), "prepend": ("{}.insert(0, {})",), "concat": ("{} + {}",),
    "slice": ("{}[{}:]", "{}[{}:{}]"), "map": ("[... for item in {}]",),
    "filter": ("[item for item in {} if ...]",), "get": ("{}[{}]",), "first": ("{}[0]",),
    "last": ("{}[-1]",), "sum": ("sum({})",), "max": ("max({})",), "min": ("min({})",),
    "removeAt": ("{}.pop({})",), "remove_at": ("{}.pop({})",), "addAll": ("{}.extend({})",),
    "reversed": ("{}[::-1]",), "sorted": ("sorted({})",), "toList": ("{}",),
    "shuffle": ("random.shuffle({})",), "choice": ("random.choice({})",),
}  # fmt: skip
_OF_NUMBER = {
    "toFixed": ("round({}, {})",), "sqrt": ("math.sqrt({})",), "abs": ("abs({})",),
    "round": ("round({})", "round({}, {})"), "floor": ("math.floor({})",),
    "ceil": ("math.ceil({})",),
    "pow": ("{} ** {}",), "toInt": ("int({})",),
}  # fmt: skip
_SORTED: dict[str, tuple[str, ...]] = {"sort": ("sorted({})",)}
_OF: dict[str, dict[str, tuple[str, ...]]] = {
    **{"str": dict(_OF_TEXT), "list": dict(_OF_LIST)},
    **dict.fromkeys(("int", "float"), dict(_OF_NUMBER)),
    **dict.fromkeys(("set", "tuple", "dict_keys", "dict_values", "map"), _SORTED),
}


def of_others(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """`node`: what was asked for, and of what; none of a class of the script's own has it."""
    if objects.others_named(facts, node):
        return None
    if kind == "dict" and node.attr == "sort":
        return sorted_dicts.ordered(facts, node)
    forms = (_OF.get(kind, {}) | (_OF_ALL if kind != "NoneType" else {})).get(node.attr, ())
    calls = [
        each
        for each in place.in_statement(facts)
        if isinstance(each, ast.Call) and each.func is node and not each.keywords
    ]
    if not forms or len(calls) != 1:
        return None
    kinds = [place.type_of(facts, each) for each in calls[0].args]
    if node.attr == "get" and kinds != ["int"]:
        return None
    if node.attr in ("concat", "add") and kinds not in ([kind], [""]):
        return None
    what = place.operand(facts, node.value)
    given = [place.operand(facts, each) for each in calls[0].args]
    for form in forms:
        if form.count("{}") == 1 + len(given):
            return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, node.attr, form.format(what, *given)))
    if all(form.count("{}") == 1 for form in forms) and node.attr in ("forEach", "map", "filter"):
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, node.attr, forms[0].format(what)))
    return None
