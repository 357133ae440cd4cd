"""What is kept in files by csv, json and pickle, and what base64 and hexadecimal digits are read
of. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import csv_rows, none
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_CSV = ("csv.py",)
_NO_ROW = re.compile(r"(?:iterable expected, not|expected iterable, got) ([\w.]+)")
_NO_JSON_TEXT = re.compile(r"the JSON object must be str, bytes or bytearray, not ([\w.]+)")
_NO_COPY = re.compile(r"cannot (?:pickle|serialize) '(?:\w+\.)?([\w.]+)' (?:object|instances)")
_ONE_SIGN = re.compile(
    r'"(?P<name>delimiter|quotechar|escapechar)" must be a (?:1-character string|unicode'
    r" character(?: or None)?.*)"
)
_SINGLE = ("int", "float", "bool", "NoneType")
_COPIES = ("dump", "dumps", "deepcopy", "copy", "put", "start")


# -- csv


def unknown_field(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"dict contains fields not in fieldnames: (.{1,200})", facts.message)
    if said is None or not in_file(facts, *_CSV) or called(facts, "writerow", "writerows") is None:
        return None
    if "None" in said[1].split(", "):  # a DictReader keeps there what a row has too many
        return None
    return Diagnosis(Kind.FIELD_UNKNOWN, (said[1],))


def row_no_dict(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"'(list|tuple|str|int)' object has no attribute 'keys'", facts.message)
    if said is None or not in_file(facts, *_CSV) or called(facts, "writerow", "writerows") is None:
        return None
    return Diagnosis(Kind.ROW_NO_DICT, (said[1],))


def no_fieldnames(facts: Facts) -> Diagnosis | None:
    call = called(facts, "DictWriter")
    is_said = facts.message.endswith("missing 1 required positional argument: 'fieldnames'")
    if call is None or not is_said or len(call.args) != 1 or call.keywords:
        return None
    shown = f"{place.shown(facts, call.func)}({place.shown(facts, call.args[0])}, fieldnames=[...])"
    return Diagnosis(Kind.FIELDNAMES_MISSING, (shown,))


def csv_error(facts: Facts) -> Diagnosis | None:
    """What the module calls an error of its own."""
    if facts.message.startswith("iterator should return strings, not bytes"):
        return Diagnosis(Kind.CSV_BINARY, (facts.line,)) if facts.line else None
    said, call = _NO_ROW.fullmatch(facts.message), called(facts, "writerow", "writerows")
    if said is None or call is None or len(call.args) != 1:
        return None
    if not isinstance(call.func, ast.Attribute) or said[1] not in _SINGLE:
        return None
    what, writer = place.shown(facts, call.args[0]), place.shown(facts, call.func.value)
    if call.func.attr == "writerow":
        kind = place.type_of(facts, call.args[0])
        if said[1] == "NoneType" and (found := none.result(facts, call.args[0])) is not None:
            return found
        if kind not in ("", said[1]):
            return None
        values = (what, said[1], f"{writer}.writerow([{what}])")
        return Diagnosis(Kind.ROW_NO_LIST, values)
    if place.type_of(facts, call.args[0]) not in ("list", "tuple", "set"):
        return None
    return Diagnosis(Kind.ROWS_NO_LISTS, (what, said[1], f"{writer}.writerow({what})"))


def one_sign(facts: Facts) -> Diagnosis | None:
    said = _ONE_SIGN.fullmatch(facts.message)
    call = called(facts, "reader", "writer", "DictReader", "DictWriter")
    if said is None or call is None:
        return None
    for each in call.keywords:
        value = place.known(facts, each.value) if each.arg == said["name"] else None
        if value is not None and value.type == "str" and value.length is not None:
            shown = place.shown(facts, each.value)
            if value.length == 1:
                return None
            return Diagnosis(Kind.CSV_ONE_SIGN, (said["name"], shown, value.length))
    return None


def field_by_name(facts: Facts) -> Diagnosis | None:
    """`for row in csv.reader(file): row["name"]`"""
    if not re.fullmatch(r"list indices must be integers or slices, not str", facts.message):
        return None
    if (by_number := csv_rows.by_number(facts)) is not None:
        return by_number
    nodes = [
        node
        for node in place.candidates(facts, ast.Subscript)
        if isinstance(node.value, ast.Name) and place.type_of(facts, node.value) == "list"
    ]
    if len({ast.unparse(node.value) for node in nodes}) != 1 or not nodes:
        return None
    item = nodes[0].value
    loop = origin.loop_over(facts, item.id) if isinstance(item, ast.Name) else None
    source = loop.iter if loop is not None else None
    made = origin.value(facts, source) if isinstance(source, ast.Name) else source
    match made:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="csv"), attr="reader")) if isinstance(
            item, ast.Name
        ):
            return Diagnosis(Kind.CSV_BY_NAME, (item.id, made.lineno))
    return None


# -- json


def dumps_file(facts: Facts) -> Diagnosis | None:
    """json.dumps(data, file)"""
    said = re.fullmatch(r"dumps\(\) takes 1 positional argument but 2 .*", facts.message)
    call = called(facts, "dumps")
    if said is None or call is None or len(call.args) != 2 or call.keywords:
        return None
    match call.func:
        case ast.Attribute(value=ast.Name(id="json")):
            pass
        case _:
            return None
    if place.type_of(facts, call.args[1]) != "TextIOWrapper":
        return None
    shown = ", ".join(place.in_full(facts, each) for each in call.args)
    return Diagnosis(Kind.DUMPS_FILE, ("json.dumps()", f"json.dump({shown})"))


def json_of_other(facts: Facts) -> Diagnosis | None:
    """json.loads() of what is no text, file, dictionary or list."""
    said, call = _NO_JSON_TEXT.fullmatch(facts.message), called(facts, "loads")
    if said is None or call is None or not call.args or not in_file(facts, "json/__init__.py"):
        return None
    if said[1] == "NoneType" and (found := none.result(facts, call.args[0])) is not None:
        return found
    if said[1] not in ("NoneType", "int", "float", "bool", "tuple", "set"):
        return None
    return Diagnosis(Kind.JSON_OF, (place.shown(facts, call.args[0]), said[1]))


def json_load_ready(facts: Facts) -> Diagnosis | None:
    """json.load() of what has been read already."""
    said = re.fullmatch(r"'(dict|list)' object has no attribute 'read'", facts.message)
    call = called(facts, "load")
    if said is None or call is None or not call.args or not in_file(facts, "json/__init__.py"):
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.JSON_LOAD_READY, (f"{function}()", what, said[1]))


# -- pickle


def pickle_ended(facts: Facts) -> Diagnosis | None:
    call = called(facts, "load")
    if facts.message != "Ran out of input" or call is None or not call.args:
        return None
    what = call.args[0]
    return emptied(facts, what) or Diagnosis(Kind.PICKLE_EMPTY, (place.shown(facts, what),))


def _written_before(facts: Facts, what: ast.Name) -> int | None:
    """The line that wrote into the same file last, if nothing went back to its beginning since."""
    lines: list[int] = []
    made = origin.only_bound(facts, what.id)
    for node in origin.ran_before(facts, made) if made is not None else ():
        for call in ast.walk(node):
            match call:
                case ast.Call(func=ast.Attribute(attr="seek")):
                    return None
                case ast.Call(func=ast.Attribute(attr="dump"), args=[_, ast.Name(id=name), *_]):
                    lines += [call.lineno] if name == what.id else []
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="write")):
                    lines += [call.lineno] if name == what.id else []
    return lines[-1] if lines else None


def no_pickle(facts: Facts) -> Diagnosis | None:
    call = called(facts, "load", "loads")
    if call is None or not call.args or not facts.is_innermost:
        return None
    return Diagnosis(Kind.NO_PICKLE, (place.shown(facts, call.args[0]),))


def not_copied(facts: Facts) -> Diagnosis | None:
    said, call = _NO_COPY.match(facts.message), called(facts, *_COPIES)
    is_library = facts.is_innermost or in_file(
        facts, "copy.py", "copyreg.py", "multiprocessing/reduction.py"
    )
    if said is None or call is None or not is_library or facts.is_by_hand:
        return None
    return Diagnosis(Kind.NOT_SAVED, (f"{place.shown(facts, call.func)}()", said[1]))


def pickle_local(facts: Facts) -> Diagnosis | None:
    is_said = re.match(
        r"Can't (?:get|pickle) local object|Can't pickle <function <lambda> at ", facts.message
    )
    call = called(facts, "dump", "dumps")
    if is_said is None or call is None or not facts.is_innermost or facts.is_raised:
        return None
    return Diagnosis(Kind.PICKLE_LOCAL, (f"{place.shown(facts, call.func)}()",))


# -- statistics


_OF_NUMBERS = (
    *("mean", "fmean", "median", "median_low", "median_high", "stdev", "pstdev", "variance"),
    *("pvariance", "harmonic_mean", "geometric_mean"),
)


def calculates_others(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"can't convert type '([\w.]+)' to numerator/denominator", facts.message)
    call = called(facts, *_OF_NUMBERS)
    if said is None or call is None or len(call.args) != 1 or not in_file(facts, "statistics.py"):
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.CALCULATES_OTHERS, (f"{function}()", what, said[1]))


def of_statistics(facts: Facts) -> Diagnosis | None:
    """A single number, or what cannot be put in order."""
    call = called(facts, *_OF_NUMBERS)
    if call is None or len(call.args) != 1 or not in_file(facts, "statistics.py"):
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    kind = place.type_of(facts, call.args[0])
    if said := re.fullmatch(r"'(int|float)' object is not iterable", facts.message):
        return (
            Diagnosis(Kind.NOT_SEVERAL, (f"{function}()", what, kind)) if kind == said[1] else None
        )
    said = re.fullmatch(
        r"'<' not supported between instances of '(\w+)' and '(\w+)'", facts.message
    )
    if said is None or kind not in ("list", "tuple") or said[1] == said[2]:
        return None
    return Diagnosis(Kind.MIXED_COMPARED, (f"{function}()", what, said[1], said[2]))


def two_needed(facts: Facts) -> Diagnosis | None:
    call = called(facts, *_OF_NUMBERS)
    if not re.fullmatch(r"\w+ requires at least two data points", facts.message):
        return None
    if call is None or len(call.args) != 1:
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.TWO_NEEDED, (f"{function}()", what))


# -- bytes as text


def keyed(facts: Facts) -> Diagnosis | None:
    """hmac.new("key", ...)"""
    call = called(facts, "new", "digest")
    is_said = re.match(r"key: expected bytes or bytearray, but got 'str'", facts.message)
    if is_said is None or call is None or not call.args or not in_file(facts, "hmac.py"):
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.BYTES_NEEDED, (f"{function}()", what))


def bytes_needed(facts: Facts) -> Diagnosis | None:
    """base64.b64encode("text")"""
    call = called(facts, "b64encode", "urlsafe_b64encode", "standard_b64encode", "b32encode")
    is_said = facts.message == "a bytes-like object is required, not 'str'" or re.fullmatch(
        r"memoryview: a bytes-like object is required, not 'str'", facts.message
    )
    if not is_said or call is None or len(call.args) != 1 or not in_file(facts, "base64.py"):
        return None
    if place.type_of(facts, call.args[0]) not in ("", "str"):
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.BYTES_NEEDED, (f"{function}()", what))


def digits_wrong(facts: Facts) -> Diagnosis | None:
    """Of base64, and of hexadecimal digits."""
    call = called(facts, "b64decode", "urlsafe_b64decode", "a2b_base64", "decode")
    is_cut = re.match(r"Incorrect padding$|Invalid base64-encoded string: number", facts.message)
    if is_cut is not None and call is not None and not facts.is_by_hand:
        return Diagnosis(Kind.BASE64_CUT, (f"{place.shown(facts, call.func)}()",))
    call = called(facts, "unhexlify", "a2b_hex", "fromhex")
    is_no_digit = re.match(
        r"Odd-length string|[Nn]on-hexadecimal (?:digit|number) found", facts.message
    ) or re.match(r"fromhex\(\) arg must contain an even number", facts.message)
    if is_no_digit is not None and call is not None and facts.is_innermost and not facts.is_raised:
        return Diagnosis(Kind.HEX_WRONG, (f"{place.shown(facts, call.func)}()",))
    return None


def emptied(facts: Facts, what: ast.expr) -> Diagnosis | None:
    """pickle.load(file), of a file that was opened with "w", or that stands at its end."""
    if not isinstance(what, ast.Name):
        return None
    if (written := _written_before(facts, what)) is not None:
        return Diagnosis(Kind.PICKLE_AT_END, (what.id, written))
    opened: list[ast.expr] = [
        item.context_expr
        for node in place.every(facts, ast.With)
        for item in node.items
        if ast.unparse(item.optional_vars or ast.Pass()) == what.id
        if place.covers(node, facts.line)
    ]
    made = origin.value(facts, what)
    match opened or ([made] if made is not None else []):
        case [
            ast.Call(func=ast.Name(id="open"), args=[_, ast.Constant(value=str(mode)), *_]) as call
        ]:
            line = call.lineno
        case _:
            return None
    if mode.startswith("a") and not _is_wound(facts, what.id):
        return Diagnosis(Kind.PICKLE_AT_END, (what.id, line))
    if mode.startswith("w"):
        return Diagnosis(Kind.EMPTIED_BY_MODE, (line, mode, mode.replace("w", "r", 1)))
    return None


def _is_wound(facts: Facts, name: str) -> bool:
    return any(ast.unparse(each) == f"{name}.seek" for each in place.every(facts, ast.Attribute))
