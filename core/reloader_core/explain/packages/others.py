"""What other modules and packages say in errors of their own: databases, search patterns, windows,
tables of numbers. Their messages are facts: no one else makes their types. Pure."""

from __future__ import annotations

import ast
import re
from pathlib import PurePath

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.files import databases, files
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import handed, programs, windows

_PATTERNS = ("re", "sre_constants", "re._constants")
_SQL = (
    (Kind.SQL_TABLE, re.compile(r"no such table: ([\w.]+)")),
    (Kind.SQL_COLUMN, re.compile(r"no such column: ([^\n]{1,60})")),
    (Kind.SQL_NEAR, re.compile(r"near (\"[^\n]{1,40}\"): syntax error")),
    (Kind.SQL_UNIQUE, re.compile(r"UNIQUE constraint failed: ([\w., ]+)")),
    (Kind.SQL_EMPTY, re.compile(r"NOT NULL constraint failed: ([\w.]+)")),
    (Kind.SQL_EXISTS, re.compile(r"table (\w+) already exists")),
    (Kind.SQL_TYPE, re.compile(r"Error binding parameter \S+: type '([\w.]+)' is not supported")),
)
_BINDINGS = re.compile(
    r"Incorrect number of bindings supplied\. The current statement uses (\d+), and there are"
    r" (\d+) supplied\."
)


def database(facts: Facts) -> Diagnosis | None:
    """An error of the module sqlite3."""
    if (seen := databases.seen(facts)) is not None:
        return seen
    said = _BINDINGS.fullmatch(facts.message)
    if said is not None:
        return _bindings(facts, int(said[1]), int(said[2]))
    if facts.message == "Cannot operate on a closed database.":
        return Diagnosis(Kind.SQL_CLOSED, (facts.line,))
    if (shape := handed.single_value(facts) or handed.columns(facts)) is not None:
        return shape
    for kind, pattern in _SQL:
        if found := pattern.fullmatch(facts.message):
            return Diagnosis(kind, (found[1],))
    return None


def _bindings(facts: Facts, places: int, given: int) -> Diagnosis | None:
    call = called(facts, "execute")
    if call is not None and len(call.args) == 2 and places == 1:
        value = place.known(facts, call.args[1])
        if value is not None and value.type == "str" and value.length == given:
            return Diagnosis(Kind.SQL_VALUES_TEXT, (place.shown(facts, call.args[1]),))
    return Diagnosis(Kind.SQL_VALUES, (places, given))


def pattern(facts: Facts) -> Diagnosis | None:
    """An error of the module re."""
    said = re.fullmatch(r"(.+?) at position (\d+)(?: \(line \d+, column \d+\))?", facts.message)
    if said is None:
        return None
    what, index = said[1], int(said[2])
    if what.startswith("missing )"):
        return Diagnosis(Kind.PATTERN_OPEN, ("(", index, ")"))
    if what == "unterminated character set":
        return Diagnosis(Kind.PATTERN_OPEN, ("[", index, "]"))
    if what in ("nothing to repeat", "multiple repeat"):
        return Diagnosis(Kind.PATTERN_REPEAT, (index,))
    return Diagnosis(Kind.PATTERN_WRONG, (index,))


# -- windows

_TK = (
    (Kind.COLOUR, re.compile(r"unknown color name (\".{0,40}\")")),
    (Kind.TK_OPTION, re.compile(r"unknown option \"-(\w+)\"")),
    (Kind.TK_SIZE, re.compile(r"bad geometry specifier (\".{0,40}\")")),
    (Kind.TK_POINTS, re.compile(r"wrong # coordinates: expected .*, got (\d+)")),
    (Kind.TK_EVENT, re.compile(r"bad event type or keysym (\".{0,40}\")")),
)
_WAYS = re.compile(
    r"cannot use geometry manager (\w+) inside \S+ (?:which|because) .*(?:managed by|by) (\w+)"
)
_KEYS = ("onkey", "onkeypress", "onkeyrelease")


def window(facts: Facts) -> Diagnosis | None:
    """An error of Tk's."""
    if (said := _WAYS.match(facts.message)) and said[1] != said[2]:
        return Diagnosis(Kind.TK_TWO_WAYS, (said[2], said[1]))
    if said := re.fullmatch(r"couldn't open \"(.+)\": no such file or directory", facts.message):
        return files.of_missing(said[1], facts.told.get("folder", ""))
    for kind, said_by in _TK:
        if (found := said_by.fullmatch(facts.message)) is None:
            continue
        if kind is Kind.TK_EVENT and found[1].startswith('"<function'):
            call = called(facts, *_KEYS)
            shown = f"{place.shown(facts, call.func)}()" if call is not None else ""
            return Diagnosis(Kind.KEY_ORDER, (shown,)) if shown else None
        if kind is Kind.TK_OPTION and (meant := windows.option_for(facts, found[1])) is not None:
            return meant
        value = int(found[1]) if kind is Kind.TK_POINTS else found[1]
        return Diagnosis(kind, (value,))
    return None


def turtles(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"bad color string: (.{1,40})", facts.message)
    if (numbers := windows.colour_numbers(facts)) is not None:
        return numbers
    return Diagnosis(Kind.COLOUR, (f'"{said[1]}"',)) if said else None


def too_early(facts: Facts) -> Diagnosis | None:
    is_said = re.match(r"Too early to (?:create|use|run) ", facts.message) is not None
    is_said = is_said and in_file(facts, "tkinter/__init__.py")
    return Diagnosis(Kind.TK_TOO_EARLY, (facts.line,)) if is_said else None


# -- pages


def view_of_nothing(facts: Facts) -> Diagnosis | None:
    said = re.match(
        r"The view function for '([\w.]+)' did not return a valid response\. The function either"
        r" returned None",
        facts.message,
    )
    if said is None or not in_file(facts, "flask/app.py"):
        return None
    name = said[1].rpartition(".")[2]
    if _returns_several(facts, name) or not may_give_none(facts, name):
        return None
    return Diagnosis(Kind.VIEW_NOTHING, (name,))


def may_give_none(facts: Facts, name: str) -> bool:
    """By itself: it gets to its end, or to a return without a value. Else what it calls gives
    None, or a decorator above it that keeps what it gives. Who is not here may do so."""
    views = [
        node
        for node in place.every(facts, ast.AST)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
    ]
    return not views or any(
        origin.ends(view.body)
        or any(isinstance(e, ast.Return) and place.is_none(e.value) for e in scope.in_scope(view))
        for view in views
    )


def _returns_several(facts: Facts, name: str) -> bool:
    """`return page, 404`, of which the first one may be None."""
    return any(
        isinstance(node, ast.Return)
        and isinstance(node.value, ast.Tuple)
        and not _is_page(node.value.elts[0])
        for function in place.every(facts, ast.AST)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and function.name == name
        for node in ast.walk(function)
    )


def _is_page(node: ast.expr) -> bool:
    """It is never None."""
    is_text = isinstance(node, ast.Constant) and node.value is not None
    return is_text or isinstance(node, ast.JoinedStr | ast.Dict)


def template(facts: Facts) -> Diagnosis | None:
    """What is missing is not told, as its own code says it."""
    call = called(facts, "render_template")
    through = [PurePath(each).as_posix() for each in facts.told.get("through", ())]
    if call is None or not any("/flask/" in each for each in through):
        return None
    match call.args:
        case [ast.Constant(value=str(name)), *_] if name == facts.error.message:
            return Diagnosis(Kind.TEMPLATE, (repr(name),))
    return None


def address_scheme(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"unknown url type: '?([^':]{1,60})'?", facts.message)
    if said is None or "/" in said[1][:1] or not in_file(facts, "urllib/request.py"):
        return None
    return Diagnosis(Kind.ADDRESS_SCHEME, (repr(said[1]),))


def without_scheme(facts: Facts) -> Diagnosis | None:
    said = re.match(r"Invalid URL '([^']{1,60})': No scheme supplied", facts.message)
    return Diagnosis(Kind.ADDRESS_SCHEME, (repr(said[1]),)) if said else None


_IS_ADDRESS = re.compile(r"\.(?:route|get|post|put|delete|patch)\(")


def view_twice(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"View function mapping is overwriting an existing endpoint function: (\w+)", facts.message
    )
    is_flasks = any(
        "/flask/" in PurePath(each).as_posix() for each in facts.told.get("through", ())
    )
    if said is None or not is_flasks or not _is_second_page(facts, said[1]):
        return None
    return Diagnosis(Kind.VIEW_TWICE, (said[1],))


def _is_second_page(facts: Facts, name: str) -> bool:
    """And not one that has two addresses, with a decorator between them that puts another function
    in its place; what no function here is called is the work of a decorator, too."""
    addresses = [
        sum(_IS_ADDRESS.search(ast.unparse(each)) is not None for each in node.decorator_list)
        for node in place.every(facts, ast.AST)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
    ]
    return len(addresses) > 1 or addresses == [1]


def nobody_answers(facts: Facts) -> Diagnosis | None:
    if not facts.line or facts.is_by_hand:
        return None
    return Diagnosis(Kind.NOBODY_ANSWERS, (facts.line,))


def no_connection(facts: Facts) -> Diagnosis | None:
    """What a package says of it; Python's own error is behind that."""
    before = [each[1] for each in facts.told.get("causes", ())]
    if "gaierror" in before:
        return Diagnosis(Kind.HOST_UNKNOWN, (facts.line,))
    return nobody_answers(facts) if "ConnectionRefusedError" in before else None


def host_unknown(facts: Facts) -> Diagnosis | None:
    if (more := programs.host_with_more(facts)) is not None:
        return more
    return Diagnosis(Kind.HOST_UNKNOWN, (facts.line,)) if facts.line else None


# -- tables of numbers


def no_row(facts: Facts) -> Diagnosis | None:
    """`table.loc[name]`, of a name that no row has."""
    key = literal(facts.arguments[0]) if len(facts.arguments) == 1 else ""
    path = PurePath(facts.told.get("innermost_file", "")).as_posix()
    found = []
    for node in place.in_statement(facts) if key and "/pandas/" in path else ():
        match node:
            case ast.Subscript(value=ast.Attribute(value=table, attr="loc" | "at"), slice=index):
                value = place.known(facts, table)
                is_table = value is not None and value.name in ("DataFrame", "Series")
                told = place.known(facts, index)
                is_row = told is not None and literal(told) == key
                found += [place.shown(facts, table) if is_table and is_row else ""]
    return Diagnosis(Kind.NO_ROW, (found[0], key)) if len(found) == 1 and found[0] else None


_ACCESSORS = {
    "Can only use .dt accessor with datetimelike values": ("dt", Kind.NOT_DATES),
    "Can only use .str accessor with string values": ("str", Kind.NOT_TEXTS),
}


def accessor(facts: Facts) -> Diagnosis | None:
    """`column.dt` and `column.str`, of a column of something else."""
    path = PurePath(facts.told.get("innermost_file", "")).as_posix()
    for begin, (name, kind) in _ACCESSORS.items():
        if facts.message.startswith(begin) and "/pandas/" in path:
            nodes = [node for node in place.in_statement(facts) if isinstance(node, ast.Attribute)]
            fitting = {place.shown(facts, node.value) for node in nodes if node.attr == name}
            if len(fitting) == 1:
                return Diagnosis(kind, (fitting.pop(),))
    return None
