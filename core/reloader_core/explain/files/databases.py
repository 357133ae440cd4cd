"""What sqlite3 says, seen together with the SQL in the script. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_WORDS = frozenset(
    "order group table index to transaction check default references limit values where from"
    " select join on in set case when then else union unique update delete create drop add"
    " alter all and as between by commit primary foreign having not null or desc".split()
)
_BETWEEN = frozenset("values set select where from on as in not null or and by".split())
"""What stands behind the name of a table, which may be forgotten."""
_NO_COLUMN = re.compile(r"(?:no such column: |table \w+ has no column named )(\w+)")
_NO_VALUE = re.compile(r"You did not supply a value for binding (?:parameter )?:(\w+)")
_ASKS = ("fetchone", "fetchall", "fetchmany")
_OF_CONNECTION = ("cursor", "execute", "executemany", "commit", "close")


def seen(facts: Facts) -> Diagnosis | None:
    """More than the message itself tells."""
    if said := re.fullmatch(r"near \"([^\n\"]{1,40})\": syntax error", facts.message):
        return _near(facts, said[1])
    if said := re.fullmatch(r"no such table: (\w+)", facts.message):
        return _table(facts, said[1])
    if said := _NO_COLUMN.fullmatch(facts.message):
        columns = [each for _table, names in _created(facts) for each in names]
        near = nearest(said[1], columns) if not _is_filled_in(facts, said[1]) else ""
        return Diagnosis(Kind.SQL_COLUMN_NEAR, (said[1], near)) if near else None
    if said := _NO_VALUE.match(facts.message):
        return Diagnosis(Kind.SQL_NAMED, (said[1],))
    if facts.message.startswith("SQLite objects created in a thread can only be used in that same"):
        return Diagnosis(Kind.SQL_THREAD, (facts.line,))
    if facts.message == "file is not a database":
        return Diagnosis(Kind.SQL_NO_DATABASE, (facts.line,))
    if said := re.fullmatch(r"duplicate column name: (\w+)", facts.message):
        return Diagnosis(Kind.SQL_COLUMN_TWICE, (said[1],))
    return _of_call(facts)


def _is_filled_in(facts: Facts, word: str) -> bool:
    """A value that the script puts into the statement: f"... WHERE name = {name}"."""
    call = called(facts, "execute", "executemany", "executescript")
    what = call.args[0] if call is not None and call.args else None
    made = origin.value(facts, what) if isinstance(what, ast.Name) else what
    if not isinstance(made, ast.JoinedStr | ast.BinOp | ast.Call):
        return False
    texts = [e.value for e in ast.walk(made) if isinstance(e, ast.Constant)]
    return not any(isinstance(e, str) and re.search(rf"\b{word}\b", e) for e in texts)


def _of_call(facts: Facts) -> Diagnosis | None:
    if facts.message == "You can only execute one statement at a time.":
        call = called(facts, "execute", "executemany")
        function = f"{place.shown(facts, call.func)}()" if call is not None else ""
        return Diagnosis(Kind.SQL_SEVERAL, (function,)) if function else None
    if facts.message == "unable to open database file":
        call = called(facts, "connect")
        what = place.shown(facts, call.args[0]) if call is not None and call.args else ""
        return Diagnosis(Kind.SQL_OPEN, (what,)) if what else None
    if facts.message.startswith("Incorrect number of bindings supplied."):
        return _many(facts)
    return None


def _many(facts: Facts) -> Diagnosis | None:
    call = called(facts, "executemany")
    if call is None or len(call.args) != 2:
        return None
    kinds: set[str] = set()
    match place.known(facts, call.args[1]):
        case Value("list", (int(), [*items])):
            kinds = {each[0] for each in items}
    if isinstance(call.args[1], ast.List):
        kinds = {place.type_of(facts, each) for each in call.args[1].elts}
    if kinds != {"str"}:
        return None
    return Diagnosis(Kind.SQL_MANY, (place.shown(facts, call.args[1]), "str"))


def _sql(facts: Facts) -> str:
    """The statement, if it is written in the script."""
    call = called(facts, "execute", "executemany", "executescript")
    value = place.known(facts, call.args[0]) if call is not None and call.args else None
    if value is not None and value.text:
        return value.text
    made = origin.value(facts, call.args[0]) if call is not None and call.args else None
    match made:
        case ast.Constant(value=str(text)):
            return text
    return ""


def _near(facts: Facts, text: str) -> Diagnosis | None:
    sql = _sql(facts)
    if text in (")", "FROM", "from", "WHERE", "where") and re.search(
        rf",\s*{re.escape(text)}", sql
    ):
        return Diagnosis(Kind.SQL_COMMA, (text,))
    word = re.escape(text)
    if text.lower() not in _WORDS - _BETWEEN or len(re.findall(rf"\b{word}\b", sql)) != 1:
        return None
    is_table = re.search(rf"\b(?:CREATE\s+TABLE|INTO|UPDATE)\s+{word}\b", sql, re.IGNORECASE)
    is_column = re.search(
        rf"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?\w+\s*\((?:[^()]|\([^()]*\))*?(?<=[(,])\s*{word}\s+"
        r"(?:TEXT|INTEGER|INT|REAL|BLOB|NUMERIC|VARCHAR|DATE)\b",
        sql,
        re.IGNORECASE,
    )
    is_from = re.search(rf"\bFROM\s+{word}\s*(?:;|$|WHERE\b)", sql, re.IGNORECASE)
    return Diagnosis(Kind.SQL_WORD, (text,)) if is_table or is_column or is_from else None


def _created(facts: Facts) -> list[tuple[str, list[str]]]:
    """The tables that the script makes, with their columns."""
    found = []
    for node in place.every(facts, ast.Constant):
        if isinstance(node.value, str):
            for said in re.finditer(
                r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s*\(((?:[^()]|\([^()]*\))*)\)",
                node.value,
                re.IGNORECASE,
            ):
                columns = re.sub(r"\([^()]*\)", "", said[2]).split(",")
                found.append((said[1], [each.split()[0] for each in columns if each.strip()]))
    return found


def _table(facts: Facts, table: str) -> Diagnosis | None:
    made = [name for name, _columns in _created(facts)]
    if table in made:
        return Diagnosis(Kind.SQL_MEMORY, (table,)) if _is_several_times(facts) else None
    near = nearest(table, made)
    return Diagnosis(Kind.SQL_TABLE_NEAR, (table, near)) if near else None


def _is_several_times(facts: Facts) -> bool:
    """All connections are to databases in memory, and there is more than one."""
    calls = []
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(func=ast.Attribute(attr="connect"), args=args):
                calls.append(args)
    if not calls or not all(
        isinstance(args[0], ast.Constant) and args[0].value == ":memory:" if args else False
        for args in calls
    ):
        return False
    return len(calls) > 1 or _connects_in_function(facts)


def _connects_in_function(facts: Facts) -> bool:
    """A function that connects, and is called from several places."""
    for function in place.every(facts, ast.FunctionDef):
        if ".connect(" in ast.unparse(function):
            calls = place.every(facts, ast.Call)
            return sum(ast.unparse(each.func) == function.name for each in calls) > 1
    return False


# -- rows, and what they are had from


def row_by_name(facts: Facts) -> Diagnosis | None:
    """`for row in db.execute(...): row["name"]`"""
    if facts.message != "tuple indices must be integers or slices, not str":
        return None
    if not re.search(r"^\s*(?:import|from)\s+sqlite3\b", facts.source or "", re.MULTILINE):
        return None
    names = {
        node.value.id
        for node in place.candidates(facts, ast.Subscript)
        if isinstance(node.value, ast.Name) and place.type_of(facts, node.value) == "tuple"
    }
    if len(names) != 1:
        return None
    name = names.pop()
    loop = origin.loop_over(facts, name)
    source: ast.expr | None = loop.iter if loop is not None else origin.value(facts, _named(name))
    if isinstance(source, ast.Name):
        source = origin.value(facts, source)
    match source:
        case ast.Call(func=ast.Attribute(attr="execute" | "fetchall" | "fetchone" | "fetchmany")):
            return Diagnosis(Kind.SQL_BY_NAME, (name,))
    return None


def _named(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def no_row(facts: Facts) -> Diagnosis | None:
    """cursor.fetchone()[0]"""
    if facts.message != "'NoneType' object is not subscriptable":
        return None
    found = set()
    for node in place.candidates(facts, ast.Subscript):
        value = node.value
        made = origin.value(facts, value) if isinstance(value, ast.Name) else value
        if isinstance(value, ast.Name) and place.type_of(facts, value) != "NoneType":
            continue
        match made:
            case ast.Call(func=ast.Attribute(attr="fetchone")) as call:
                found.add(place.shown(facts, call))
    return Diagnosis(Kind.SQL_NO_ROW, (found.pop(),)) if len(found) == 1 else None


def of_module(module: str, name: str) -> Diagnosis | None:
    """sqlite3.cursor()"""
    is_meant = module == "sqlite3" and name in _OF_CONNECTION
    return Diagnosis(Kind.SQL_OF_CONNECTION, (name,)) if is_meant else None


def asked_of_module(facts: Facts) -> Diagnosis | None:
    """As the module itself says it, from 3.12 on."""
    said = re.fullmatch(r"module '(sqlite3)' has no attribute '(\w+)'", facts.message)
    is_said = said is not None and in_file(facts, "sqlite3/__init__.py")
    return of_module(said[1], said[2]) if is_said and said is not None else None


def of_connection(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    """db.fetchall()"""
    if kind != "Connection" or node.attr not in _ASKS or _is_others(facts):
        return None
    return Diagnosis(Kind.SQL_OF_CURSOR, (place.shown(facts, node.value), node.attr))


def _is_others(facts: Facts) -> bool:
    """Of a package whose connections have no execute()."""
    words = r"^\s*(?:import|from)\s+(?:pymysql|MySQLdb)\b"
    return re.search(words, facts.source or "", re.MULTILINE) is not None
