"""What operators, loops and Python's own functions ask of the classes of a script: a special method
that is missing, or that gives back something else. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.calls import replaced
from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import is_plural
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OPERATION = re.compile(
    r"unsupported operand type\(s\) for (?P<sign>[-+*/]|//|%)=?:"
    r" '(?P<one>\w+)' and '(?P<other>\w+)'"
    r"|'(?P<compared>[<>]=?)' not supported between instances of"
    r" '(?P<left>\w+)' and '(?P<right>\w+)'"
)
_NUMBERS = ("int", "float")
_METHODS = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod"}
_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
}  # fmt: skip
_LISTS = ("list", "tuple", "dict", "set", "str")


def _own(facts: Facts, title: str) -> dict[str, scope.Function] | None:
    """The methods of a class of this file that builds upon nothing else; None for others."""
    cls = objects.class_named(facts, title)
    if (
        cls is None
        or cls.decorator_list
        or any(ast.unparse(each) != "object" for each in cls.bases)
    ):
        return None
    return {each.name: each for each in objects.methods(cls)}


def of_operator(facts: Facts) -> Diagnosis | None:
    """A TypeError of an operator between what is no object of the same class."""
    said = _OPERATION.fullmatch(facts.message)
    if said is None:
        return None
    if said["compared"]:
        return _other_whole(facts, said["left"], said["right"])
    if (summed := _summed(facts, said)) is not None:
        return summed
    if (whole := _other_whole(facts, said["one"], said["other"])) is not None:
        return whole
    return _other_way_round(facts, said) or _part_meant(facts, said)


def _summed(facts: Facts, said: re.Match[str]) -> Diagnosis | None:
    """sum() of objects, which begins with 0."""
    own = _own(facts, said["other"])
    if (said["sign"], said["one"]) != ("+", "int") or own is None:
        return None
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) == "sum" and len(call.args) == 1 and not call.keywords
    ]
    if len(calls) != 1 or facts.span is None and place.candidates(facts, ast.BinOp):
        return None
    what = place.in_full(facts, calls[0].args[0])
    if "__add__" not in own:
        return Diagnosis(Kind.SUM_NOT_DEFINED, (said["other"],))
    if "__radd__" in own or "..." in what:
        return None
    return Diagnosis(Kind.SUM_BEGINS, (said["other"],))


def _other_whole(facts: Facts, one: str, other: str) -> Diagnosis | None:
    """`return self.size < other`, in a special method."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    if function is None or cls is None or not re.fullmatch(r"__\w+__", function.name):
        return None
    names = [each.arg for each in function.args.args]
    if len(names) != 2 or cls.name not in (one, other) or one == other:
        return None
    pairs = [(node.left, node.right) for node in place.candidates(facts, ast.BinOp)]
    pairs += [
        (node.left, node.comparators[0])
        for node in place.candidates(facts, ast.Compare)
        if len(node.comparators) == 1
    ]
    for pair in pairs:
        for whole, part in (pair, pair[::-1]):
            match whole, part:
                case ast.Name(id=name), ast.Attribute(value=ast.Name(id=own), attr=attr):
                    is_own = [own, name] == names and place.type_of(facts, whole) == cls.name
                    if is_own and len(pairs) == 1:
                        values = (name, cls.name, f"{name}.{attr}")
                        return Diagnosis(Kind.OTHER_WHOLE, values)
    return None


def _other_way_round(facts: Facts, said: re.Match[str]) -> Diagnosis | None:
    """`3 * vector`, of a class that has __mul__ alone; or it has none for this sign."""
    sign = said["sign"]
    function = scope.function_around(facts)
    if function is not None and re.fullmatch(r"__\w+__", function.name):
        return None  # whose own parameter it may be, which belongs to another class than is meant
    right, left = _own(facts, said["other"]), _own(facts, said["one"])
    found = [
        node for node in place.candidates(facts, ast.BinOp) if _SIGNS.get(type(node.op)) == sign
    ]
    if len(found) != 1:
        return None
    method = _METHODS[sign]
    shown = place.operand(facts, found[0].left), place.operand(facts, found[0].right)
    if right is not None and said["one"] in _NUMBERS and f"__{method}__" in right:
        if f"__r{method}__" in right or "..." in "".join(shown):
            return None
        if sign in "+*":
            values = (said["other"], sign, f"{shown[1]} {sign} {shown[0]}")
            return Diagnosis(Kind.OTHER_WAY_ROUND, values)
        return Diagnosis(Kind.REFLECTED_LACKS, (said["other"], sign, f"__r{method}__(self, other)"))
    if left is not None and said["other"] in _NUMBERS and f"__{method}__" not in left:
        values = (said["one"], sign, f"__{method}__(self, other)")
        return Diagnosis(Kind.OPERATOR_LACKS, values)
    return None


def _part_meant(facts: Facts, said: re.Match[str]) -> Diagnosis | None:
    """`total += item`, of a class that holds values and has nothing for this sign."""
    cls = objects.class_named(facts, said["other"])
    if said["one"] not in _NUMBERS or cls is None or _own(facts, said["other"]) is None:
        return None
    statement, found = place.statement(facts), place.candidates(facts, ast.BinOp)
    sides = [node.right for node in found if _SIGNS.get(type(node.op)) == said["sign"]]
    if isinstance(statement, ast.AugAssign) and place.type_of(facts, statement.value):
        sides = [statement.value]
    part = _first_part(cls)
    match sides:
        case [ast.Name() as what] if part and place.type_of(facts, what) == said["other"]:
            values = (what.id, said["other"], f"{what.id}.{part}")
            return Diagnosis(Kind.PART_MEANT, values)
    return None


def _first_part(cls: ast.ClassDef) -> str:
    """The only attribute whose name is that of a number."""
    parts = [
        node.attr
        for method in objects.methods(cls)
        for node in scope.in_scope(method)
        if method.name == "__init__"
        and isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
    ]
    usual = [each for each in parts if re.fullmatch(_AMOUNTS, each.lower())]
    return usual[0] if len(usual) == 1 else ""


_AMOUNTS = (
    r"_?(?:price|cost|amount|point|score|value|weight|size|length|cent|euro|count|number|age)s?"
    r"|_?(?:preis|kosten|betrag|punkte|wert|gewicht|menge|anzahl|alter)|价格|金额|分数|数量|成绩"
)


def other_kind(facts: Facts) -> Diagnosis | None:
    """`return self.x == other.x` in __eq__, where something else is compared with."""
    function = scope.function_around(facts)
    cls = scope.class_around(facts, function) if function is not None else None
    if function is None or cls is None or function.name not in ("__eq__", "__ne__"):
        return None  # for an order, the line that compares would fail in its place
    if len(function.args.args) != 2 or facts.function != function.name:
        return None
    other = function.args.args[1].arg
    name = facts.told.get("missing", "")
    asked = [
        node
        for node in place.candidates(facts, ast.Attribute)
        if node.attr == name and isinstance(node.value, ast.Name) and node.value.id == other
    ]
    kind = place.type_of(facts, asked[0].value) if len(asked) == 1 else ""
    if kind not in (*_LISTS, *_NUMBERS, "NoneType", "bool"):
        return None
    values = (function.name, other, kind, f"if not isinstance({other}, {cls.name}): ")
    return Diagnosis(Kind.OTHER_KIND, (*values[:3], values[3] + "return NotImplemented"))


# -- what a special method gives back


def init_returns(facts: Facts) -> Diagnosis | None:
    if not re.match(r"__init__\(\) should return None, not '", facts.message):
        return None
    found = [
        node.lineno
        for method in objects.methods_named(facts, "__init__")
        for node in scope.in_scope(method)
        if isinstance(node, ast.Return) and not place.is_none(node.value)
    ]
    return Diagnosis(Kind.INIT_RETURNS, (found[0],)) if len(found) == 1 else None


def iterator(facts: Facts) -> Diagnosis | None:
    """An __iter__() that gives back a list."""
    said = re.fullmatch(r"iter\(\) returned non-iterator of type '(\w+)'", facts.message)
    only = _only_return(facts, "__iter__")
    if said is None or only is None:
        return None
    line, what = only
    if said[1] in _LISTS:
        return Diagnosis(Kind.ITER_RESULT, (line, said[1], f"return iter({what})"))
    if what == "self" and "__next__" not in (_own(facts, said[1]) or ("__next__",)):
        return Diagnosis(Kind.NEXT_LACKS, (said[1],))
    return None


def length(facts: Facts) -> Diagnosis | None:
    """A __len__() that gives back the list itself."""
    said = re.fullmatch(r"'(\w+)' object cannot be interpreted as an integer", facts.message)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) == "len" and len(call.args) == 1
    ]
    only = _only_return(facts, "__len__")
    if said is None or only is None or len(calls) != 1 or said[1] not in _LISTS:
        return None
    return Diagnosis(Kind.LENGTH_RESULT, (only[0], said[1], f"return len({only[1]})"))


def _only_return(facts: Facts, name: str) -> tuple[int, str] | None:
    """Of the only method of this name: the line, and what it gives back."""
    methods = objects.methods_named(facts, name)
    given = [
        node for each in methods for node in scope.in_scope(each) if isinstance(node, ast.Return)
    ]
    if len(methods) != 1 or len(given) != 1 or given[0].value is None:
        return None
    return given[0].lineno, place.in_full(facts, given[0].value)


# -- what a class lacks


def no_hash(facts: Facts) -> Diagnosis | None:
    """A class with an __eq__() of its own, in a set or as a key."""
    said = re.search(r"unhashable type: '(\w+)'", facts.message)
    own = _own(facts, said[1]) if said is not None else None
    method = own.get("__eq__") if own is not None else None
    if said is None or own is None or method is None or "__hash__" in own:
        return None
    first = method.args.args[0].arg if method.args.args else ""
    parts = [
        ast.unparse(each)
        for each in ast.walk(method)
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id == first
        and not each.attr.startswith("__")
    ]
    parts = list(dict.fromkeys(parts))
    if not parts:
        return None
    instead = f"hash(({', '.join(parts)}{',' if len(parts) == 1 else ''}))"
    return Diagnosis(Kind.HASH_LACKS, (said[1], method.lineno, f"return {instead}"))


def no_classmethod(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"(?:\w+\.)?(\w+)\(\) missing 1 required positional argument: '(\w+)'", facts.message
    )
    methods = objects.methods_named(facts, said[1]) if said is not None else []
    if said is None or len(methods) != 1 or methods[0].decorator_list:
        return None
    names = [each.arg for each in methods[0].args.args]
    if names[:1] != ["cls"]:
        return None
    if said[2] != "cls" and not (said[2] == names[-1] and _is_asked_of_class(facts, said[1])):
        return None
    return Diagnosis(Kind.CLASSMETHOD_LACKS, (f"{said[1]}()", methods[0].lineno))


def _is_asked_of_class(facts: Facts, name: str) -> bool:
    """`Dog.create("Rex")`: what stands first in the brackets was taken for the class."""
    call = place.called(facts, name)
    match call.func if call is not None else None:
        case ast.Attribute(value=owner):
            return place.type_of(facts, owner) == "type"
    return False


def not_a_list(facts: Facts) -> Diagnosis | None:
    """A loop through an object, or len() of it, whose class keeps a single list."""
    said = re.fullmatch(
        r"'(?P<loop>\w+)' object is not iterable|object of type '(?P<len>\w+)' has no len\(\)"
        r"|argument of type '(?P<in>\w+)' is not (?:a container or )?iterable"
        r"|'(?P<item>\w+)' object is not subscriptable",
        facts.message,
    )
    title = next(filter(None, said.groups())) if said is not None else ""
    cls = objects.class_named(facts, title) if _own(facts, title) is not None else None
    part = _kept_list(cls) if cls is not None else ""
    statement = place.statement(facts)
    if not part or said is None:
        return None
    sources: list[ast.expr] = []
    if said["in"]:
        sources = [
            node.comparators[0]
            for node in place.candidates(facts, ast.Compare)
            if len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn)
        ]
    elif said["item"]:
        sources = [
            node.value
            for node in place.candidates(facts, ast.Subscript)
            if _is_place(facts, node.slice)
        ]
    elif said["len"]:
        sources = [
            call.args[0]
            for call in place.candidates(facts, ast.Call)
            if place.builtin_called(facts, call) == "len" and len(call.args) == 1
        ]
    elif isinstance(statement, ast.For):
        sources = [statement.iter]
    match sources:
        case [ast.Name() | ast.Attribute() as what] if place.type_of(facts, what) in ("", title):
            pass
        case [ast.Call(func=ast.Name(id=name)) as what] if name == title:
            pass
        case _:
            return None
    shown = place.in_full(facts, what)
    return Diagnosis(Kind.LIST_IN_OBJECT, (shown, title, f"{shown}.{part}"))


def _is_place(facts: Facts, node: ast.expr) -> bool:
    """In [ ] of a list."""
    return isinstance(node, ast.Slice) or place.type_of(facts, node) in ("int", "bool", "")


def _kept_list(cls: ast.ClassDef) -> str:
    """The only attribute that __init__ gives a list; '' if there are none or several, or another
    one may hold several things as well."""
    found = set()
    for method in objects.methods(cls):
        for node in scope.in_scope(method) if method.name == "__init__" else ():
            match node:
                case ast.Assign(targets=[ast.Attribute(value=ast.Name(), attr=attr)], value=value):
                    if _is_list(value):
                        found.add(attr)
                    elif _may_be_several(value):
                        return ""
    return found.pop() if len(found) == 1 else ""


def _is_list(value: ast.expr) -> bool:
    match value:
        case ast.List() | ast.ListComp() | ast.Call(func=ast.Name(id="list" | "sorted")):
            return True
    return False


def _may_be_several(value: ast.expr) -> bool:
    """By what it is, or by the name of the parameter that it comes from."""
    match value:
        case ast.Dict() | ast.DictComp() | ast.Set() | ast.SetComp():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in ("dict", "set", "tuple", "defaultdict", "Counter", "deque")
        case ast.Name(id=name):
            return is_plural(name) or name in ("data", "text")
    return False


def object_called(facts: Facts) -> Diagnosis | None:
    """`dice()`, where its class has one function that takes as much."""
    said = re.match(r"'(\w+)' object is not callable", facts.message)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if said is not None and place.type_of(facts, call.func) == said[1]
    ]
    own = _own(facts, said[1]) if said is not None else None
    if said is None or own is None or len(calls) != 1 or calls[0].keywords:
        return None
    if isinstance(calls[0].func, ast.Name) and replaced.by_value(facts, calls[0].func.id):
        return None
    fitting = []
    for name, method in own.items():
        needed, most = objects.taken_by(method)
        is_plain = not name.startswith("_") and not method.decorator_list
        if is_plain and needed <= len(calls[0].args) <= most:
            fitting.append(name)
    if len(fitting) != 1:
        return None
    given = ", ".join(place.in_full(facts, each) for each in calls[0].args)
    what = place.in_full(facts, calls[0].func)
    values = (what, said[1], f"{fitting[0]}()", f"{what}.{fitting[0]}({given})")
    return Diagnosis(Kind.OBJECT_CALLED, values)
