"""An attribute that is not there. Pure."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain import dates, none, objects, place, versions, windows
from reloader_core.explain.diagnosis import Diagnosis, Kind
from reloader_core.explain.facts import Facts, Value, value_from
from reloader_core.explain.near import nearest

_INSTEAD = {
    ("list", "push"): "append", ("list", "add"): "append", ("set", "append"): "add",
    ("set", "push"): "add", ("dict", "iteritems"): "items", ("dict", "itervalues"): "values",
    ("str", "trim"): "strip", ("str", "toUpperCase"): "upper", ("str", "toLowerCase"): "lower",
    ("str", "uppercase"): "upper", ("str", "lowercase"): "lower",
    ("list", "indexOf"): "index", ("str", "indexOf"): "find", ("list", "delete"): "remove",
    ("list", "find"): "index",
}  # fmt: skip
_BUILT_IN: dict[str, type] = {
    each.__name__: each for each in (str, list, dict, set, tuple, int, float, bytes)
}
_PARTS = {
    ("datetime", "now"): "datetime.now", ("datetime", "today"): "date.today",
    ("datetime", "strptime"): "datetime.strptime", ("time", "now"): "time",
    ("random", "random_int"): "randint", ("random", "rand"): "random", ("math", "abs"): "fabs",
}  # fmt: skip
"""By what name it is found in the module."""
_SAID = re.compile(r"'([\w.]+)' object has no attribute ")
_TESTS = ("contains", "includes", "include", "has", "has_key", "containsKey", "exists")
_PUTS = ("append", "add", "push", "insert", "put")
_LENGTHS = ("length", "size", "len", "count")


def missing_attribute(facts: Facts) -> Diagnosis | None:
    name = facts.told.get("missing", "")
    said = _SAID.match(facts.message)
    nodes = [
        node
        for node in place.candidates(facts, ast.Attribute)
        if node.attr == name and (said is None or place.type_of(facts, node.value) in ("", said[1]))
    ]
    if not name or len(nodes) != 1:
        return None
    node = nodes[0]
    owner = _owner(facts, node)
    if owner is None:
        return None
    if not isinstance(node.ctx, ast.Load):  # += reads it first
        is_changed = isinstance(place.statement(facts), ast.AugAssign)
        is_object = is_changed and owner.type == "object"
        return objects.lacking(facts, owner.name, name) if is_object else None
    if owner.type == "NoneType":
        return _of_none(facts, node)
    near, answers = _near_names(facts, node)
    if owner.type == "module":
        return _of_module(facts, node, owner, near)
    if answers:
        return None
    if owner.type == "type":
        return _of_class(facts, node, str(owner.details[0]), near)
    return _of_object(facts, node, owner, near)


def _owner(facts: Facts, node: ast.Attribute) -> Value | None:
    """What was asked for the attribute: told from 3.10 on, where it is not None."""
    if "owner" in facts.told:
        return value_from(facts.told["owner"])
    if facts.message.startswith("'NoneType' object has no attribute "):
        return Value("NoneType")
    return place.known(facts, node.value)


def _near_names(facts: Facts, node: ast.Attribute) -> tuple[list[str], bool]:
    found = facts.told.get("attributes")
    if found is None and isinstance(node.value, ast.Name):
        found = facts.told.get("attributes_of", {}).get(node.value.id)
    return (found[0], found[1]) if found is not None else ([], False)


def _of_none(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    what = place.shown(facts, node.value)
    found = none.in_place(facts, node.value) or none.no_return(facts, node.value)
    if found is not None:
        return found
    if (unmatched := none.no_match(facts, node.value)) is not None:
        return unmatched
    if isinstance(node.value, ast.Call | ast.Await):
        return Diagnosis(Kind.NONE_FROM_CALL, (what, node.attr))
    if (
        isinstance(node.value, ast.Name)
        and (made := none.made_by(facts, node.value.id)) is not None
    ):
        line, call = made
        return Diagnosis(Kind.NONE_SET_BY, (node.value.id, line, call, node.attr))
    return Diagnosis(Kind.NONE_ATTRIBUTE, (what, node.attr))


def _of_module(
    facts: Facts, node: ast.Attribute, module: Value, near: list[str]
) -> Diagnosis | None:
    title, file, loads = module.details
    name = node.attr
    if (itself := of_itself(facts, title, file)) is not None:
        return itself
    hidden = hides_standard(facts, title, file)
    if hidden is not None and not nearest(name, near):
        return Diagnosis(Kind.HIDDEN_MODULE, (hidden, title))
    if loads or file in facts.told.get("loading", ()):
        return Diagnosis(Kind.CIRCULAR, (title, name))
    if (other := _of_other_version(facts, title, name, file)) is not None:
        return other
    if meant := _PARTS.get((title, name)) or nearest(name, near):
        full = f"{place.shown(facts, node.value)}.{meant}"
        return Diagnosis(Kind.NEAR_IN_MODULE, (title, name, full))
    return Diagnosis(Kind.NOT_IN_MODULE, (title, name))


def _of_other_version(facts: Facts, title: str, name: str, file: str) -> Diagnosis | None:
    return versions.in_module(facts, title, name) or versions.imported(title, name, file)


def of_itself(facts: Facts, module: str, file: str) -> Diagnosis | None:
    """The file that failed is the module that it has imported."""
    if not file or file != facts.told.get("file"):
        return None
    if hides_standard(facts, module, file) is not None:
        return Diagnosis(Kind.HIDDEN_MODULE, (Path(file).name, module))
    return Diagnosis(Kind.IMPORTS_ITSELF, (Path(file).name, module))


def hides_standard(facts: Facts, module: str, file: str) -> str | None:
    """The name of the user's own file that stands in the place of this module of Python's."""
    top = module.partition(".")[0]
    folder = facts.told.get("script_folder", "")
    if top == "__main__" or top not in place.standard_modules() or not file or not folder:
        return None
    path = Path(file)
    is_beside = path.parent == Path(folder) or path.parent.parent == Path(folder)
    return path.name if is_beside and path.stem == top else None


def _of_class(facts: Facts, node: ast.Attribute, title: str, near: list[str]) -> Diagnosis:
    if meant := nearest(node.attr, near):
        return Diagnosis(Kind.NEAR_ATTRIBUTE, (title, node.attr, meant))
    match node.value:
        case ast.Name(id=name) if name == node.attr == title:
            return Diagnosis(Kind.CLASS_ALREADY, (name,))
    lacking = objects.only_of_objects(facts, node, title)
    return lacking or Diagnosis(Kind.NO_ATTRIBUTE, (title, node.attr))


def _of_object(
    facts: Facts, node: ast.Attribute, owner: Value, near: list[str]
) -> Diagnosis | None:
    kind, name = owner.name, node.attr
    if (newer := versions.attribute(facts, kind, name)) is not None:
        return newer
    if (instead := _INSTEAD.get((kind, name))) is not None:
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, name, instead))
    if kind in ("function", "method", "builtin_function_or_method"):
        return Diagnosis(Kind.FUNCTION_NOT_CALLED, (place.shown(facts, node.value),))
    if kind in _BUILT_IN and (other := _of_other_type(facts, node, kind)) is not None:
        return other
    plain = [each for each in near if not re.match(r"_[A-Za-z]\w*__", each)]  # not self.__name
    if meant := nearest(name, plain):
        return Diagnosis(Kind.NEAR_ATTRIBUTE, (kind, name, meant))
    if owner.length is not None and name in _LENGTHS:
        instead = f"len({place.shown(facts, node.value)})"
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, name, instead))
    if kind not in _BUILT_IN:
        lacking = objects.lacking(facts, kind, name) or windows.of_widget(facts, node, kind)
        return lacking or Diagnosis(Kind.NO_ATTRIBUTE, (kind, name))
    return _of_built_in(facts, node, kind)


def _of_other_type(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    name, what = node.attr, place.shown(facts, node.value)
    if kind == "str" and name in dates.OF_DATES:
        return Diagnosis(Kind.TEXT_IS_NO_DATE, (what,))
    of = [title for title, each in _BUILT_IN.items() if hasattr(each, name)]
    is_put = kind == "dict" and name in _PUTS or name in _LENGTHS
    if kind == "list" and name == "join":
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, name, f'", ".join({what})'))
    if kind == "list" and "str" in of and _holds_texts(place.known(facts, node.value)):
        return Diagnosis(Kind.EACH_OF_LIST, (what, name))
    if of and not hasattr(_BUILT_IN[kind], name) and not is_put:
        return Diagnosis(Kind.OF_OTHER_TYPE, (what, kind, name, of[0]))
    return None


def _holds_texts(value: Value | None) -> bool:
    """As its first items."""
    match value:
        case Value(type="list", details=(int(), [_, *_] as items)):
            return all(each[0] == "str" for each in items)
    return False


def _of_built_in(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis:
    name, what = node.attr, place.shown(facts, node.value)
    if name in _TESTS and kind not in ("int", "float"):
        return Diagnosis(Kind.USE_IN, (what, name))
    if kind == "dict" and name in _PUTS:
        return Diagnosis(Kind.DICT_PUT, (what, name))
    if kind == "dict" and not _is_called(facts, node):
        return Diagnosis(Kind.DICT_ATTRIBUTE, (what, name))
    return Diagnosis(Kind.NO_ATTRIBUTE, (kind, name))


def _is_called(facts: Facts, node: ast.Attribute) -> bool:
    return any(
        isinstance(each, ast.Call) and each.func is node for each in place.in_statement(facts)
    )
