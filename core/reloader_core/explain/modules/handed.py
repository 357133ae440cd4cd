"""What Python's own modules are given in a shape that they do not take: a file for a text, one
value for several, a program and its arguments in one. Pure."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.causes import lapses, objects
from reloader_core.explain.evidence import aliases, other_files, place, renewed, scope
from reloader_core.explain.evidence.facts import Facts, value_from
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import programs

_STARTS = ("run", "Popen", "call", "check_call", "check_output")
_SPECIFIER = re.compile(r"Invalid format specifier(?: '(?P<code>.{1,20})' for object of type .*)?")


# -- JSON


def not_json_text(facts: Facts) -> Diagnosis | None:
    """json.loads(file), and of what was made of a text already."""
    said = re.fullmatch(
        r"the JSON object must be str, bytes or bytearray, not (\w+)", facts.message
    )
    call = called(facts, "loads")
    if said is None or call is None or not call.args or not in_file(facts, "json/__init__.py"):
        return None
    what = place.shown(facts, call.args[0])
    if said[1] == "TextIOWrapper":
        return Diagnosis(Kind.JSON_FILE, (what,))
    if said[1] in ("dict", "list"):
        return Diagnosis(Kind.JSON_READY, (what, said[1]))
    return None


def name_for_json(facts: Facts) -> Diagnosis | None:
    """json.loads("settings.json")"""
    call = called(facts, "loads")
    value = place.known(facts, call.args[0]) if call is not None and call.args else None
    if call is None or value is None or not (value.text or "").lower().endswith(".json"):
        return None
    return Diagnosis(Kind.JSON_NAME, (place.shown(facts, call.args[0]),))


# -- databases


def single_value(facts: Facts) -> Diagnosis | None:
    """execute("... = ?", (5))"""
    call = called(facts, "execute")
    if facts.message != "parameters are of unsupported type" or call is None:
        return None
    if len(call.args) != 2 or place.type_of(facts, call.args[1]) not in ("int", "float"):
        return None
    return Diagnosis(Kind.SQL_ONE_VALUE, (place.shown(facts, call.args[1]),))


def columns(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"table (\w+) has (\d+) columns but (\d+) values were supplied", facts.message
    )
    if said is None:
        return None
    return Diagnosis(Kind.SQL_COLUMNS, (said[1], int(said[2]), int(said[3])))


# -- what is started, and with what


def arguments(facts: Facts, source: ast.expr, targets: int, values: str | None) -> Diagnosis | None:
    """`script, name = sys.argv`"""
    module = facts.names.get("sys")
    is_module = module is None or module.value.type == "module"
    if ast.unparse(source) != "sys.argv" or not is_module:
        return None
    known = place.known(facts, source)
    given = known.length if known is not None and known.length is not None else values
    return Diagnosis(Kind.ARGUMENTS_UNPACKED, (int(given), targets)) if given else None


def in_one_text(program: str) -> Diagnosis | None:
    """run("ls -l")"""
    parts = program.split()
    if len(parts) < 2 or '"' in program or "\\" in program:
        return None
    if "/" in parts[0] and "/" in program[len(parts[0]) :] and parts[1][0] not in "-/.":
        return None  # a folder may have a blank in its name
    listed = ", ".join(f'"{each}"' for each in parts)
    return Diagnosis(Kind.PROGRAM_IN_ONE, (program, f"[{listed}]"))


def no_text_for_program(facts: Facts) -> Diagnosis | None:
    """run(["echo", 5])"""
    said = re.fullmatch(
        r"expected str, bytes or os\.PathLike object, not (int|float)"
        r"|(?:sequence item \d+: expected str instance|argument of type) '?(int|float)'?.*",
        facts.message,
    )
    call = called(facts, *_STARTS)
    if said is None or call is None or not in_file(facts, "subprocess.py"):
        return None
    match call.args:
        case [ast.List(elts=parts), *_]:
            wrong = [each for each in parts if place.type_of(facts, each) in ("int", "float")]
            if len(wrong) == 1:
                values = (place.shown(facts, wrong[0]), place.type_of(facts, wrong[0]))
                return Diagnosis(Kind.PROGRAM_PART, values)
        case _:
            kind = said[1] or said[2]
            number = programs.number_in_list(facts, call, kind) if kind else None
            if number is not None:
                return Diagnosis(Kind.PROGRAM_PART, (place.shown(facts, number), kind))
    return None


# -- others


def encoding_third(facts: Facts) -> Diagnosis | None:
    """open("names.txt", "r", "utf-8")"""
    call = called(facts, "open")
    if facts.message != "'str' object cannot be interpreted as an integer" or call is None:
        return None
    if place.builtin_called(facts, call) != "open" or len(call.args) != 3:
        return None
    if place.type_of(facts, call.args[2]) != "str":
        return None
    return Diagnosis(Kind.OPEN_ENCODING, (place.shown(facts, call.args[2]),))


def choice_of_number(facts: Facts) -> Diagnosis | None:
    """random.choice(6)"""
    call = called(facts, "choice")
    if facts.message != "object of type 'int' has no len()" or not in_file(facts, "random.py"):
        return None
    if call is None or len(call.args) != 1 or place.type_of(facts, call.args[0]) != "int":
        return None
    if isinstance(call.args[0], ast.Call) and place.builtin_called(facts, call.args[0]) == "len":
        return None  # a place is wanted, and those begin with 0
    return Diagnosis(Kind.CHOICE_NUMBER, (place.shown(facts, call.args[0]),))


def format_dict(facts: Facts, call: ast.Call, key: str) -> Diagnosis | None:
    """'{name}'.format(person), where person has that key."""
    match call.args:
        case [ast.Name(id=name)] if not call.keywords:
            keys, _is_all = facts.told.get("keys", {}).get(name, ([], False))
            if key in [value_from(each).text for each in keys]:
                return Diagnosis(Kind.FORMAT_DICT, (key, name))
    return None


def format_specifier(facts: Facts) -> Diagnosis | None:
    if re.fullmatch(r"Cannot specify ('?,'?) with 's'\.", facts.message):
        return Diagnosis(Kind.FORMAT_COMMA, (",",))
    said = _SPECIFIER.fullmatch(facts.message)
    codes = []
    for node in place.in_statement(facts):
        match node:
            case ast.FormattedValue(
                format_spec=ast.JoinedStr(values=[ast.Constant(value=str(code))])
            ):
                codes.append(code)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
                codes += re.findall(r"\{[^{}:]*:([^{}]*)\}", text)
    if facts.message == "Format specifier missing precision":
        found = [each for each in codes if lapses.format_places(each)]
        return lapses.format_places(found[0]) if len(found) == 1 else None
    if said is not None and (dated := _text_for_date(facts)) is not None:
        return Diagnosis(Kind.TEXT_IS_NO_DATE, (place.shown(facts, dated),))
    if said is not None and said["code"]:
        codes = [said["code"]]
    if said is not None and len(codes) == 1 and (places := lapses.format_places(codes[0])):
        return places
    if said is not None and said["code"]:
        return Diagnosis(Kind.FORMAT_SPEC, (said["code"],))
    return Diagnosis(Kind.FORMAT_SPEC, (codes[0],)) if len(codes) == 1 else None


def _text_for_date(facts: Facts) -> ast.expr | None:
    """f"{day:%d.%m.%Y}", of a text."""
    for node in place.in_statement(facts):
        match node:
            case ast.FormattedValue(
                value=what, format_spec=ast.JoinedStr(values=[ast.Constant(value=str(code))])
            ) if re.search(r"%[A-Za-z]", code) and "str" in (
                place.type_of(facts, what),
                facts.message.rpartition(" ")[2].strip("'"),
            ):
                return what
    return None


def returned(facts: Facts, source: ast.expr, targets: int) -> Diagnosis | None:
    """`a, b = sizes()`, where the only `return` of sizes() gives another number of values."""
    match source:
        case ast.Call(func=ast.Name(id=name)):
            pass
        case _:
            return None
    match scope.returns_of(place.tree_of(facts), name):
        case [ast.Return(value=ast.Tuple(elts=items)) as only] if len(items) != targets:
            if not any(isinstance(each, ast.Starred) for each in items):
                return Diagnosis(Kind.RETURNED_COUNT, (name, only.lineno, len(items), targets))
    return _returned_elsewhere(facts, name, targets)


def _returned_elsewhere(facts: Facts, name: str, targets: int) -> Diagnosis | None:
    """As returned(), of a function in another file of the user's."""
    found = facts.names.get(name)
    signature = found.value.signature if found is not None else None
    if signature is None or signature.name != name or signature.file == str(facts.file):
        return None
    tree, file = other_files.tree_beside(facts, Path(signature.file)), Path(signature.file).name
    function = scope.plain_function(tree, name)
    match scope.returns_of(tree, name):
        case [ast.Return(value=ast.Tuple(elts=items)) as only] if len(items) != targets:
            if function is None or any(isinstance(each, ast.Starred) for each in items):
                return None
            if names := _all_named(facts, function, items):
                values = (f"{name}()", only.lineno, file, f"return {', '.join(names)}")
                return Diagnosis(Kind.RETURNED_FEWER, values)
            counts = (f"{name}()", only.lineno, file, len(items), targets)
            return Diagnosis(Kind.RETURNED_COUNT_IN, counts)
    return None


def _all_named(facts: Facts, function: ast.FunctionDef, items: list[ast.expr]) -> list[str]:
    """The names on the left, if the function has each of them too and gives back the first."""
    match place.statement(facts):
        case ast.Assign(targets=[ast.Tuple(elts=parts)]):
            names = [each.id for each in parts if isinstance(each, ast.Name)]
            given = [each.id for each in items if isinstance(each, ast.Name)]
            is_alike = len(names) == len(parts) and names[: len(items)] == given
            if is_alike and all(scope.bindings(function, each) for each in names):
                return names
    return []


_LENGTHENS = ("append", "extend", "insert", "add", "push", "remove", "pop", "delete")


def of_array(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """A list's method, asked of an array of numpy's or a table of pandas'."""
    if node.attr not in _LENGTHENS or objects.class_named(facts, kind) is not None:
        return None
    what = place.shown(facts, node.value)
    if kind == "ndarray":
        numpy = aliases.of(facts, "numpy")
        function = {"insert": "insert"}.get(node.attr, "append")
        if node.attr in ("remove", "pop", "delete"):
            return None
        instead = _longer(facts, node, f"{numpy}.{function}") or f"{numpy}.{function}({what}, ...)"
    elif kind in ("DataFrame", "Series") and node.attr in ("append", "extend", "add"):
        instead = f"{aliases.of(facts, 'pandas')}.concat([{what}, ...])"
    else:
        return None
    return Diagnosis(Kind.ARRAY_GROWS, (what, node.attr, instead))


def _longer(facts: Facts, node: ast.Attribute, function: str) -> str:
    """`times = np.append(times, 12.9)`, for what stands there; '' if that would not do, as with
    rows of a table, which would all become a single row."""
    match place.statement(facts), node.value:
        case ast.Expr(value=ast.Call(func=called, args=args) as call), ast.Name(id=name):
            is_one = called is node and place.is_by_place(call)
        case _:
            return ""
    count = {"append": 1, "extend": 1, "insert": 2}.get(node.attr)
    if not is_one or len(args) != count or renewed.needed_global(facts, name) != "":
        return ""
    made = renewed.given(facts, name)
    if not made or not all(_is_row(each, name) for each in made):
        return ""
    if node.attr == "append" and isinstance(args[0], ast.List | ast.Tuple | ast.ListComp):
        return ""
    given = ", ".join(place.in_full(facts, each) for each in args)
    return f"{name} = {function}({name}, {given})" if "..." not in given else ""


def _is_row(made: ast.expr, name: str) -> bool:
    """`np.array([13.2, 12.8])`, `np.zeros(3)`: an array of one dimension, as `name` is."""
    match made:
        case ast.Call(func=ast.Attribute(attr="append" | "insert"), args=[ast.Name(id=found), *_]):
            return found == name
        case ast.Call(func=ast.Attribute(attr="array"), args=[ast.List(elts=parts)]):
            return all(isinstance(each, ast.Constant | ast.UnaryOp) for each in parts)
        case ast.Call(func=ast.Attribute(attr="zeros" | "ones"), args=[ast.Constant(value=int())]):
            return True
        case ast.Call(func=ast.Attribute(attr="arange" | "linspace")):
            return True
    return False
