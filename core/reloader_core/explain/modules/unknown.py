"""Names and numbers that Python's own modules do not know: of levels, time zones, groups, options;
and what JSON cannot write. Pure but for the list of time zones, which is read from the disk."""

from __future__ import annotations

import ast
import re
import zoneinfo
from collections.abc import Iterable

from reloader_core.explain.causes import objects
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import library
from reloader_core.explain.modules.programs import with_keyword

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", "WARN", "FATAL", "NOTSET")
_AS_TEXT = ("datetime", "date", "time", "Decimal", "PosixPath", "WindowsPath", "UUID", "timedelta")
_MAKE_TIMES = ("now", "today", "utcnow", "strptime", "fromisoformat", "fromtimestamp", "combine")
_AS_LIST = ("set", "frozenset", "deque", "range", "dict_keys", "dict_values", "map", "filter")


def level(facts: Facts) -> Diagnosis | None:
    """logging.basicConfig(level="debug")"""
    said = re.fullmatch(r"Unknown level: '(.{1,20})'", facts.message)
    if said is None or not in_file(facts, "logging/__init__.py"):
        return None
    if said[1].upper() in _LEVELS:
        return Diagnosis(Kind.LEVEL_CAPITALS, (repr(said[1]), f'"{said[1].upper()}"'))
    return Diagnosis(Kind.LEVEL_UNKNOWN, (repr(said[1]),))


def zone(facts: Facts) -> Diagnosis | None:
    """ZoneInfo("Berlin")"""
    said = re.search(r"No time zone found with key ([\w/+-]{1,40})", facts.error.message)
    if said is None or not in_file(facts, "zoneinfo/_common.py", "zoneinfo/__init__.py"):
        return None
    name = said[1]
    known = zoneinfo.available_timezones()
    if name in known or not known and re.fullmatch(r"[A-Z]\w+/[A-Z]\w+", name):
        return Diagnosis(Kind.ZONE_DATA, (repr(name),))
    words = name.replace(" ", "_").lower()
    near = [each for each in known if each.lower() == words]
    near = near or [each for each in known if each.lower().endswith(f"/{words}")]
    if len(near) == 1:
        return Diagnosis(Kind.ZONE_NEAR, (repr(name), f'"{near[0]}"'))
    return Diagnosis(Kind.ZONE_UNKNOWN, (repr(name),))


def group(facts: Facts) -> Diagnosis | None:
    """match.group(3), of a pattern with two"""
    call = called(facts, "group", "start", "end", "span")
    if facts.message != "no such group" or not facts.is_innermost or facts.is_raised:
        return None
    asked = call.args[0] if call is not None and len(call.args) == 1 else _item(facts)
    value = place.known(facts, asked) if asked is not None else None
    if value is None or not literal(value):
        return None
    found = call.func.value if call is not None and isinstance(call.func, ast.Attribute) else None
    count = _groups(facts, found) if found is not None else None
    if value.number is None or count is None:
        return Diagnosis(Kind.GROUP_UNKNOWN, (literal(value),))
    return Diagnosis(Kind.GROUP_COUNT, (value.number, count)) if value.number > count else None


def _item(facts: Facts) -> ast.expr | None:
    """match[3]"""
    nodes = place.candidates(facts, ast.Subscript)
    return nodes[0].slice if len(nodes) == 1 else None


def _groups(facts: Facts, found: ast.expr) -> int | None:
    """How many groups the pattern has that has found this."""
    made = origin.value(facts, found) if isinstance(found, ast.Name) else found
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute):
        return None
    pattern: ast.expr | None = made.args[0] if made.args else None
    owner = origin.value(facts, made.func.value)
    if isinstance(owner, ast.Call) and ast.unparse(owner.func).endswith("compile"):
        pattern = owner.args[0] if owner.args else None
    elif ast.unparse(made.func.value) != "re":
        return None
    if isinstance(pattern, ast.Name):
        pattern = origin.value(facts, pattern)
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str):
        return None
    try:
        return re.compile(pattern.value).groups
    except (re.error, OverflowError, RecursionError):
        return None


def option_dash(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """`args.output-dir`, of the option --output-dir"""
    if kind != "Namespace":
        return None
    here = [
        each
        for each in place.in_statement(facts)
        if isinstance(each, ast.BinOp) and node in ast.walk(each)
    ]
    failed = _dashed(facts, node.value, here)
    own = next((each for each in failed if each.startswith(f"--{node.attr}-")), None)
    if own is None:
        return _option_begun(facts, node)
    others = _dashed(facts, node.value, place.every(facts, ast.BinOp))
    all_names = dict.fromkeys([failed[own], *others.values()])  # mended alone, the next one fails
    return Diagnosis(Kind.OPTION_DASH, (own, ", ".join(all_names)))


def _dashed(facts: Facts, owner: ast.expr, nodes: Iterable[ast.BinOp]) -> dict[str, str]:
    """The options that are written with a minus in these, and how they are kept."""
    options, begin = set(_options(facts)), f"{ast.unparse(owner)}."
    written = [ast.unparse(each) for each in nodes]
    names = [
        each.removeprefix(begin).replace(" - ", "-") for each in written if each.startswith(begin)
    ]
    return {
        f"--{each}": f"{begin}{each.replace('-', '_')}" for each in names if f"--{each}" in options
    }


def _option_begun(facts: Facts, node: ast.Attribute) -> Diagnosis | None:
    """`args.border`, of the only option that begins so: --border-char"""
    calls = [
        each
        for each in place.every(facts, ast.Call)
        if place.name_called(each) in ("add_argument", "add_parser", "set_defaults")
    ]
    if any(each.arg == "dest" for call in calls for each in call.keywords):
        return None
    names = [each.lstrip("-").replace("-", "_") for each in _options(facts)]
    found = [each for each in names if each.startswith(f"{node.attr}_")]
    if len(found) != 1 or node.attr in names:
        return None
    return Diagnosis(Kind.NEAR_ATTRIBUTE, ("Namespace", node.attr, found[0]))


def _options(facts: Facts) -> list[str]:
    """Those that the script's text adds to a parser."""
    return [
        str(given.value)
        for call in place.every(facts, ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "add_argument"
        for given in call.args
        if isinstance(given, ast.Constant)
    ]


def item_by_key(facts: Facts) -> Diagnosis | None:
    """rows.sort(key=itemgetter("price")), of lists"""
    if not re.match(r"(?:list|tuple) indices must be integers or slices, not str", facts.message):
        return None
    if any(isinstance(n, ast.Subscript) for n in place.in_statement(facts)):
        return None
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Name(id="itemgetter") | ast.Attribute(attr="itemgetter")):
                found += [(node, each) for each in node.args]
    if len(found) != 1 or place.type_of(facts, found[0][1]) != "str":
        return None
    call, key = found[0]
    return Diagnosis(
        Kind.ITEMGETTER, (place.shown(facts, key), f"{place.shown(facts, call.func)}(0)")
    )


def strftime_of(facts: Facts) -> Diagnosis | None:
    """time.strftime("%H:%M", 3600)"""
    call = called(facts, "strftime", "asctime", "mktime")
    if facts.message != "Tuple or struct_time argument required" or call is None or not call.args:
        return None
    what = call.args[-1]
    kind = place.type_of(facts, what)
    if kind not in ("int", "float") or isinstance(call.func, ast.Name):
        return None
    function, shown = place.shown(facts, call.func), place.shown(facts, what)
    if not function.startswith("time.") or function.endswith("mktime"):
        return None
    before = "".join(f"{place.in_full(facts, each)}, " for each in call.args[:-1])
    instead = f"{function}({before}time.localtime({shown}))"
    return Diagnosis(Kind.STRFTIME_OF, (f"{function}()", shown, kind, instead))


def for_json(facts: Facts) -> Diagnosis | None:
    """As library.not_for_json(), with how it can be written where that is known."""
    found = library.not_for_json(facts)
    if found is None or found.kind is not Kind.NOT_FOR_JSON:
        return found
    return _json_default(facts, str(found.values[0])) or found


def _json_default(facts: Facts, kind: str) -> Diagnosis | None:
    """What has a usual way to be written."""
    call = called(facts, "dump", "dumps")
    if call is None or any(each.arg in (None, "default", "cls") for each in call.keywords):
        return None
    if kind in _AS_TEXT:
        function = "str"
    elif kind in _AS_LIST:
        function = "list"
    elif (cls := objects.class_named(facts, kind)) is not None and not cls.bases:
        if any(isinstance(each, ast.Name) and each.id == "__slots__" for each in ast.walk(cls)):
            return None
        function = "vars"
    else:
        return None
    instead = with_keyword(facts, call, f"default={function}")
    if not instead:
        return None
    if kind in ("date", "datetime") and (put := _put(facts, kind)) is not None:
        written = f"{place.in_full(facts, put)}.isoformat()"
        return Diagnosis(Kind.JSON_PUT, (repr(kind), put.lineno, written, instead))
    return Diagnosis(Kind.JSON_DEFAULT, (repr(kind), instead))


def _put(facts: Facts, kind: str) -> ast.expr | None:
    """The only value of a dictionary that is seen to be one."""
    tree = place.tree_of(facts)
    found: list[ast.expr] = []
    for node in ast.walk(tree) if tree is not None else ():
        match node:
            case ast.Dict(values=values):
                found += values
            case ast.Assign(targets=[ast.Subscript()], value=value):
                found.append(value)
    dates = [each for each in found if tree is not None and _makes(tree, each, kind)]
    if len(dates) != 1 or isinstance(dates[0], ast.BinOp):
        return None
    return dates[0] if "..." not in place.in_full(facts, dates[0]) else None


def _makes(tree: ast.Module, node: ast.expr, kind: str, depth: int = 4) -> bool:
    """A day or a time: by a call, or what is only ever set to one, also moved by a timedelta."""
    match node:
        case ast.Call(func=func):
            called_ = ast.unparse(func).split(".")
            is_made = called_[-1] in _MAKE_TIMES and called_[-2:-1] == [kind]
            return is_made or called_[-1] == kind and called_[:-1] in ([], ["datetime"])
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=ast.Call(func=func)):
            is_length = ast.unparse(func).rpartition(".")[2] == "timedelta"
            return is_length and depth > 0 and _makes(tree, left, kind, depth - 1)
        case ast.Name() | ast.Attribute(value=ast.Name()):
            name = ast.unparse(node)
            stores = [
                each
                for each in ast.walk(tree)
                if isinstance(each, ast.Name | ast.Attribute | ast.arg)
                and not isinstance(getattr(each, "ctx", None), ast.Load)
                and (each.arg if isinstance(each, ast.arg) else ast.unparse(each)) == name
            ]
            made = [
                each.value
                for each in ast.walk(tree)
                if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == name
            ]
            is_only = len(stores) == len(made) > 0 and depth > 0
            return is_only and all(_makes(tree, each, kind, depth - 1) for each in made)
    return False


def of_pair(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """`top = counts.most_common(1)[0]` and top.upper(), `for pair in ages.items()`"""
    if kind != "tuple" or not isinstance(node.value, ast.Name):
        return None
    made = origin.value(facts, node.value)
    if isinstance(made, ast.Subscript):
        made = made.value
    elif made is None and (loop := origin.loop_over(facts, node.value.id)) is not None:
        made = loop.iter
    else:
        return None
    match made:
        case ast.Call(func=ast.Attribute(attr="most_common" | "items")):
            name = node.value.id
            return Diagnosis(Kind.COUNTED_PAIR, (name, f"{name}[0]", f"{name}[1]"))
    return None
