"""An attribute that is not there. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import (
    imported,
    in_place,
    made,
    mistaken,
    no_match,
    none,
    objects,
    slipped,
    suspects,
    uncalled,
    unmade,
    whole_texts,
)
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value, value_from
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.files import databases
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import (
    dates,
    handed,
    refused,
    unknown,
    usual,
    versions,
    windows,
)
from reloader_core.explain.names import chains, foreign_methods, misspelt, of_modules
from reloader_core.explain.packages import found_in

_INSTEAD = {
    ("list", "push"): "append", ("list", "add"): "append", ("set", "append"): "add",
    ("set", "push"): "add", ("dict", "iteritems"): "items", ("dict", "itervalues"): "values",
    ("str", "trim"): "strip", ("str", "toUpperCase"): "upper", ("str", "toLowerCase"): "lower",
    ("str", "uppercase"): "upper", ("str", "lowercase"): "lower",
    ("list", "indexOf"): "index", ("str", "indexOf"): "find", ("list", "delete"): "remove",
    ("list", "find"): "index", ("dict", "remove"): "pop", ("dict", "delete"): "pop",
}  # fmt: skip
_BUILT_IN: dict[str, type] = {
    each.__name__: each for each in (str, list, dict, set, tuple, int, float, bytes)
}
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
        if node.attr == name and (said is None or _may_be(facts, node.value, said[1]))
    ]
    if not name or len(nodes) != 1:
        return None
    node = nodes[0]
    owner = _owner(facts, node)
    if owner is None:
        return None
    if not isinstance(node.ctx, ast.Load):  # += reads it first
        is_changed = isinstance(place.statement(facts), ast.AugAssign)
        if is_changed and owner.type == "type":
            return _of_class(facts, node, str(owner.details[0]), [])
        if owner.type in _BUILT_IN:
            return unmade.object_of(facts, node, owner.type)
        if not is_changed or owner.type != "object":
            return None
        misspelt_ = misspelt.where_set(facts, owner.name, name, _near_names(facts, node)[0])
        return misspelt_ or objects.lacking(facts, owner.name, name)
    if owner.type == "NoneType":
        return _of_none(facts, node)
    near, answers = _near_names(facts, node)
    if owner.type == "module":
        return of_modules.of_module(facts, node, owner, near)
    if answers:
        return None
    if owner.type == "type":
        return _of_class(facts, node, str(owner.details[0]), near)
    return _of_object(facts, node, owner, near)


def _may_be(facts: Facts, node: ast.expr, kind: str) -> bool:
    """Of this type, which may be said with its module."""
    return place.type_of(facts, node) in ("", kind, kind.rpartition(".")[2])


def _owner(facts: Facts, node: ast.Attribute) -> Value | None:
    """What was asked for the attribute: told from 3.10 on, where it is not None."""
    if "owner" in facts.told:
        return value_from(facts.told["owner"])
    if facts.message.startswith("'NoneType' object has no attribute "):
        return Value("NoneType")
    known, said = place.known(facts, node.value), _SAID.match(facts.message)
    if known is None and said is not None and said[1] in _BUILT_IN:
        return Value(said[1])
    return known


def _near_names(facts: Facts, node: ast.Attribute) -> tuple[list[str], bool]:
    found = facts.told.get("attributes")
    if found is None and isinstance(node.value, ast.Name):
        found = facts.told.get("attributes_of", {}).get(node.value.id)
    return (found[0], found[1]) if found is not None else ([], False)


def _of_none(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    what = place.shown(facts, node.value)
    if (no_tag := found_in.no_tag(facts, node.value, node.attr)) is not None:
        return no_tag
    if (copied := imported.copied(facts, node.value)) is not None:
        return copied
    found = in_place.changed(facts, node.value) or none.no_return(facts, node.value)
    if found is not None:
        return found
    if (unmatched := no_match.no_match(facts, node.value)) is not None:
        return unmatched
    known = (
        chains.no_match_here(facts, node.value)
        or chains.behind_next(facts, node.value, node.attr)
        or chains.from_init(facts, node.value, node.attr)
        or chains.behind_last(facts, node.value, node.attr)
        or chains.begins_empty(facts, node.value)
    )
    if known is not None:
        return known
    if isinstance(node.value, ast.Call | ast.Await):
        kind = Kind.NONE_ATTRIBUTE if _looks_for(node.value) else Kind.NONE_FROM_CALL
        return Diagnosis(kind, (what, node.attr))
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    if owner and (by := suspects.made_by(facts, owner)) is not None:
        return Diagnosis(Kind.NONE_SET_BY, (owner, *by, node.attr))
    return Diagnosis(Kind.NONE_ATTRIBUTE, (what, node.attr))


def _looks_for(call: ast.expr) -> bool:
    """What it gives back is None where it has found nothing."""
    match call:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name.startswith(("get", "find", "search", "match", "fullmatch", "next", "load"))
    return False


def _of_class(facts: Facts, node: ast.Attribute, title: str, near: list[str]) -> Diagnosis:
    elsewhere = misspelt.where_set(facts, title, node.attr, near)
    if (found := elsewhere or usual.class_in_class(facts, node)) is not None:
        return found
    if meant := nearest(node.attr, near):
        return Diagnosis(Kind.NEAR_ATTRIBUTE, (title, node.attr, meant))
    match node.value:
        case ast.Name(id=name) if name == node.attr == title:
            if objects.class_named(facts, title) is None:  # it was imported
                return Diagnosis(Kind.CLASS_ALREADY, (name,))
    lacking = slipped.of_class_method(facts, node.attr) or objects.only_of_objects(
        facts, node, title
    )
    if lacking is None and _have_objects(facts, node, title):
        lacking = slipped.class_for_object(facts, node.value)
    if lacking is not None and lacking.kind is Kind.CLASS_ATTRIBUTE:
        not_made = slipped.class_for_object(facts, node.value)
        lacking = not_made or slipped.object_at_hand(facts, node, title) or lacking
    return lacking or Diagnosis(Kind.NO_ATTRIBUTE, (title, node.attr))


def _have_objects(facts: Facts, node: ast.Attribute, title: str) -> bool:
    """Objects of the class have it; of a library's class, if `session` was to be a Session."""
    cls = objects.class_named(facts, title)
    if cls is not None:
        return bool(objects.sets(cls, node.attr))
    name = node.value.attr if isinstance(node.value, ast.Attribute) else ""
    return title[:1].isupper() and name == title.lower()


def _of_object(
    facts: Facts, node: ast.Attribute, owner: Value, near: list[str]
) -> Diagnosis | None:
    kind, name = owner.name, node.attr
    if (replaced := made.module_replaced(facts, node.value, kind)) is not None:
        return replaced
    if (newer := versions.attribute(facts, kind, name)) is not None:
        return newer
    if (unmade_ := unmade.object_of(facts, node, kind)) is not None:
        return unmade_
    if _is_of_own_class(facts, node):
        return Diagnosis(Kind.NO_ATTRIBUTE, (kind, name)) if kind in _BUILT_IN else None
    if kind == "list" and name in ("find", "indexOf") and _is_asked(facts, node):
        return Diagnosis(Kind.USE_IN, (place.shown(facts, node.value), name))
    if (instead := _INSTEAD.get((kind, name))) is not None:
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, name, instead))
    if (others := foreign_methods.of_others(facts, node, kind)) is not None:
        return others
    if kind in FUNCTION_TYPES:
        if (part := uncalled.part_of(facts, node)) is not None:
            return part
        if _is_no_result(facts, node.value):
            return Diagnosis(Kind.NO_ATTRIBUTE, (kind, name))
        if _is_given_names(facts, node) or _is_in_module(facts, node):
            return None
        return uncalled.not_called(facts, node.value)
    if (pair := unknown.of_pair(facts, node, kind)) is not None:
        return pair
    if kind in _BUILT_IN and (other := _of_other_type(facts, node, kind)) is not None:
        return other
    plain = [each for each in near if not re.match(r"_[A-Za-z]\w*__", each)]  # not self.__name
    if (elsewhere := misspelt.where_set(facts, kind, name, plain)) is not None:
        return elsewhere
    if kind == "dict" and _may_be_key(facts, node):
        return Diagnosis(Kind.DICT_ATTRIBUTE, (place.shown(facts, node.value), name))
    if meant := _meant(facts, node, kind, plain):
        return Diagnosis(Kind.NEAR_ATTRIBUTE, (kind, name, meant))
    if owner.length is not None and name in _LENGTHS and not _arguments(facts, node):
        instead = f"len({place.shown(facts, node.value)})"
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, name, instead))
    if kind not in _BUILT_IN:
        lacking = objects.lacking(facts, kind, name) or windows.of_widget(facts, node, kind)
        lacking = lacking or handed.of_array(facts, node, kind)
        if lacking is None and objects.class_named(facts, kind) is None:
            lacking = _of_library(facts, node, kind)
        lacking = lacking or misspelt.others(facts, node, kind)
        return lacking or Diagnosis(Kind.NO_ATTRIBUTE, (kind, name))
    return _of_built_in(facts, node, kind)


def _of_library(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """What objects of Python's own modules have in place of it."""
    return (
        databases.of_connection(facts, node, kind)
        or usual.timedelta_part(facts, node, kind)
        or unknown.option_dash(facts, node, kind)
        or refused.of_queue(facts, node, kind)
        or usual.path_attribute(facts, node, kind)
        or usual.class_in_class(facts, node)
    )


def _is_in_module(facts: Facts, node: ast.Attribute) -> bool:
    """`time.time.sleep`: one name too many, or another function of the module."""
    match node.value:
        case ast.Attribute(value=ast.Name() as owner, attr=name):
            value = place.known(facts, owner)
            return value is not None and value.type == "module" and name == owner.id
    return False


def _is_of_own_class(facts: Facts, node: ast.Attribute) -> bool:
    """A class of this file has a method or attribute of this name, whose object may be meant,
    where Python has it otherwise."""
    name = node.attr
    is_others = any(name == each for _kind, each in _INSTEAD) or name in (*_TESTS, *_LENGTHS)
    if objects.methods_named(facts, name) and not objects.others_named(facts, node):
        return False
    return is_others and any(
        scope.bindings(cls, name) or objects.sets(cls, name)
        for cls in place.every(facts, ast.ClassDef)
    )


def _is_no_result(facts: Facts, node: ast.expr) -> bool:
    """The name has stood for something else before the function was made, or it is one that gives
    nothing back."""
    tree = place.tree_of(facts)
    found = facts.names.get(node.id) if isinstance(node, ast.Name) else None
    if tree is None or found is None or found.where != "global" or not isinstance(node, ast.Name):
        return False
    function = scope.plain_function(tree, node.id)
    if function is not None:
        inner = list(scope.in_scope(function))
        is_flow = any(isinstance(each, ast.Yield | ast.YieldFrom) for each in inner)
        gives = [e for e in inner if isinstance(e, ast.Return) and not place.is_none(e.value)]
        return not is_flow and not gives
    bound = [each for _line, each in scope.bound(tree, node.id)]
    is_made = [isinstance(each, scope.Function) for each in bound]
    return any(is_made) and not all(is_made)


def _is_given_names(facts: Facts, node: ast.Attribute) -> bool:
    """Somewhere the function is given attributes, as an object is."""
    owner = ast.unparse(node.value)
    return any(
        isinstance(each, ast.Attribute)
        and isinstance(each.ctx, ast.Store)
        and ast.unparse(each.value) == owner
        for each in place.every(facts, ast.AST)
    )


def _of_other_type(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    name, what = node.attr, place.shown(facts, node.value)
    if kind == "str" and name in dates.OF_DATES and _may_be_date(facts, node):
        known = dates.of_text(facts, node.value, "datetime") if name != "date" else None
        return known or Diagnosis(Kind.TEXT_IS_NO_DATE, (what,))
    of = _owners_of(facts, node, kind)
    is_put = kind == "dict" and name in _PUTS or name in _LENGTHS and not _arguments(facts, node)
    if kind == "list" and name == "join":
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (kind, name, f'", ".join({what})'))
    if kind == "list" and (each := made.objects_in(facts, node)) is not None:
        return each
    is_of_texts = _holds_texts(place.known(facts, node.value)) or made.makes_texts(node.value)
    if kind == "list" and (whole := whole_texts.of_lines(facts, node)) is not None:
        return whole
    if kind == "list" and "str" in of and is_of_texts:
        return Diagnosis(Kind.EACH_OF_LIST, (what, name))
    if (number := mistaken.number_of_enumerate(facts, node.value)) is not None:
        return number
    if of and not hasattr(_BUILT_IN[kind], name) and not is_put:
        return Diagnosis(Kind.OF_OTHER_TYPE, (what, kind, name, of[0]))
    return None


def _owners_of(facts: Facts, node: ast.Attribute, kind: str) -> list[str]:
    """The types that have it, the likeliest first."""
    found = [title for title, each in _BUILT_IN.items() if hasattr(each, node.attr)]
    first = ""
    if node.attr in ("index", "count") and kind in ("dict", "set", "tuple"):
        first = "list"
    elif node.attr == "update" and all(
        place.type_of(facts, each) != "dict" for each in _arguments(facts, node)
    ):
        first = "set"
    return sorted(found, key=lambda title: title != first)


def _meant(facts: Facts, node: ast.Attribute, kind: str, near: list[str]) -> str:
    """With brackets where it is a method that is not called; '' where what is near is none, and is
    called."""
    meant = nearest(node.attr, near)
    cls, pythons = objects.class_named(facts, kind), _BUILT_IN.get(kind)
    is_called = place.is_called(facts, node)
    if not meant or cls is None and pythons is None:
        return meant
    if cls is not None and is_called and objects.sets(cls, meant):
        return ""
    own = objects.own_methods(facts, cls, meant) if cls is not None else []
    is_method = any(not each.decorator_list for each in own)
    if is_method and not is_called and misspelt.is_another(node.attr, meant, own[0]):
        return ""
    is_method = is_method or pythons is not None and callable(getattr(pythons, meant, None))
    is_handed_on = any(
        isinstance(each, ast.Call | ast.keyword) and node in list(ast.iter_child_nodes(each))
        for each in place.in_statement(facts)
        if not _prints(facts, each)
    )
    return f"{meant}()" if is_method and not is_called and not is_handed_on else meant


def _may_be_key(facts: Facts, node: ast.Attribute) -> bool:
    """`item.value`, of a dictionary that may have such a key, and not `for name in ages.key:`"""
    is_gone_through = any(
        node is each.iter
        for each in place.in_statement(facts)
        if isinstance(each, ast.For | ast.comprehension)
    )
    return not is_gone_through and not place.is_called(facts, node)


def _prints(facts: Facts, call: ast.AST) -> bool:
    return isinstance(call, ast.Call) and place.builtin_called(facts, call) in (
        "print",
        "str",
        "len",
    )


def _holds_texts(value: Value | None) -> bool:
    """As its first items."""
    match value:
        case Value(type="list", details=(int(), [_, *_] as items)):
            return all(each[0] == "str" for each in items)
    return False


def _of_built_in(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis:
    name, what = node.attr, place.shown(facts, node.value)
    if name in _TESTS and kind not in ("int", "float") and len(_arguments(facts, node)) == 1:
        return Diagnosis(Kind.USE_IN, (what, name))
    if kind == "dict" and name == "add" and (no_set := made.no_set(facts, node.value)) is not None:
        return no_set
    if kind == "dict" and name in _PUTS:
        return Diagnosis(Kind.DICT_PUT, (what, name))
    if kind == "dict" and not place.is_called(facts, node):
        return Diagnosis(Kind.DICT_ATTRIBUTE, (what, name))
    return Diagnosis(Kind.NO_ATTRIBUTE, (kind, name))


def _may_be_date(facts: Facts, node: ast.Attribute) -> bool:
    """As far as is known; of a text that is not, only what is of dates alone is asked for."""
    value = place.known(facts, node.value)
    if value is None or value.type != "str" or not value.details:
        return node.attr in ("strftime", "isoformat", "weekday")
    return len(re.findall(r"\d", str(value.details[0]))) >= 2


def _is_asked(facts: Facts, node: ast.Attribute) -> bool:
    """Whether something is there, and not where."""
    nodes = place.in_statement(facts)
    calls = [each for each in nodes if isinstance(each, ast.Call) and each.func is node]
    return any(
        isinstance(each, ast.Compare | ast.BoolOp | ast.If | ast.While | ast.UnaryOp)
        and any(call in list(ast.iter_child_nodes(each)) for call in calls)
        for each in nodes
    )


def _arguments(facts: Facts, node: ast.Attribute) -> list[ast.expr]:
    """Which it is called with."""
    for each in place.in_statement(facts):
        if isinstance(each, ast.Call) and each.func is node:
            return each.args
    return []
