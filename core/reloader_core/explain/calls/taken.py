"""Functions of Python's own modules, given what they do not take: a text for a file, text for
bytes, a number that is not whole. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import mistaken, none, reading, spent, uncalled
from reloader_core.explain.evidence import origin, place, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import handed

_WHOLE = re.compile(  # or float: from 3.14; the other: to 3.9
    r"'([\w.]+)' object cannot be interpreted as an integer(?: or float)?"
    r"|an integer is required \(got type (\w+)\)"
)
_TEXT = re.compile(r"expected string or bytes-like object(?:, got '([\w.]+)')?")  # got: from 3.11
_SEARCHES = ("findall", "finditer", "match", "search", "fullmatch", "split", "sub", "subn")
_SENDS = ("send", "sendall", "sendto")
_WRITES = ("write", "writerow", "writerows", "writelines")


def whole_expected(facts: Facts) -> Diagnosis | None:
    said = _WHOLE.fullmatch(facts.message)
    if said is None:
        return None
    kind, found = said[1] or said[2], []
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.builtin_called(facts, call) != "print"
    ]
    for call in calls if facts.span is not None or len(calls) == 1 else []:
        if place.builtin_called(facts, call) != "range":
            fitting = [each for each in call.args if place.type_of(facts, each) == kind]
            found += [(call, each) for each in fitting]
    if kind in FUNCTION_TYPES:
        return _function_given(facts)
    if len(found) != 1 or kind not in ("str", "float"):
        return None
    call, what = found[0]
    value = place.known(facts, what)
    function, shown = place.shown(facts, call.func), place.shown(facts, what)
    text = value.text if value is not None else None
    if function.rpartition(".")[2] == "sleep":
        is_number = kind == "str" and (text is None or written.is_number("float", text))
        return Diagnosis(Kind.TEXT_GIVEN, (f"{function}()", shown)) if is_number else None
    if text is not None and not _is_whole(text):
        return None
    instead = f"{function}(int({shown}))" if len(call.args) == 1 else f"int({shown})"
    return Diagnosis(Kind.WHOLE_EXPECTED, (f"{function}()", shown, kind, instead))


def _is_whole(text: str) -> bool:
    return text.strip().lstrip("+-").isdigit()


def _function_given(facts: Facts) -> Diagnosis | None:
    """The only thing in the brackets."""
    match place.candidates(facts, ast.Call):
        case [ast.Call(args=[ast.Name() | ast.Attribute() as what], keywords=[])]:
            return uncalled.not_called(facts, what)
    return None


def text_expected(facts: Facts) -> Diagnosis | None:
    """By a method of a text."""
    said = next((hit for each in _NEEDS_TEXT if (hit := each.fullmatch(facts.message))), None)
    given: list[tuple[ast.expr, ast.expr, str]] = []
    for call in place.candidates(facts, ast.Call) if said is not None else ():
        match call:
            case ast.Call(func=ast.Attribute(attr=name) as function) if hasattr(str, name):
                for each in call.args:
                    kind = place.type_of(facts, each)
                    given += [(function, each, kind)] if kind in ("int", "float") else []
            case _ if place.builtin_called(facts, call) not in ("print", "len"):
                return None
    if len(given) != 1 or said is None or said["kind"] not in (None, given[0][2]):
        return None
    called_as, what = (place.shown(facts, each) for each in given[0][:2])
    kind = given[0][2]
    if called_as.endswith((".split", ".rsplit")):
        return Diagnosis(Kind.ARGUMENT_IS, (f"{called_as}()", "str", what, kind))
    return Diagnosis(Kind.TEXT_EXPECTED, (f"{called_as}()", what, kind))


_NEEDS_TEXT = tuple(
    re.compile(words)
    for words in (
        r"(?:\w+\(\) argument \d+ )?must be str(?: or None)?, not (?P<kind>\w+)",
        r"\w+ first arg must be str or a tuple of str, not (?P<kind>\w+)",
        r"\w+ arg must be None or str(?P<kind>)?",
    )
)
_NO_NAME = re.compile(r"expected str, bytes or os\.PathLike object, not '?([\w.]+)'?")


def name_expected(facts: Facts) -> Diagnosis | None:
    """open() of what is no text."""
    said, call = _NO_NAME.fullmatch(facts.message), called(facts, "open")
    if said is None or call is None or place.builtin_called(facts, call) != "open":
        return None
    if not call.args or place.type_of(facts, call.args[0]) not in ("", said[1]):
        return None
    what = call.args[0]
    if said[1] == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    if said[1] in FUNCTION_TYPES:
        return uncalled.not_called(facts, what)
    return Diagnosis(Kind.NAME_EXPECTED, ("open()", place.shown(facts, what), said[1]))


def slice_whole(facts: Facts) -> Diagnosis | None:
    if not facts.message.startswith("slice indices must be integers or None"):
        return None
    wrong = []
    for node in place.candidates(facts, ast.Subscript):
        if isinstance(node.slice, ast.Slice):
            for part in (node.slice.lower, node.slice.upper, node.slice.step):
                kind = _no_whole(facts, part) if part is not None else ""
                wrong += [(part, kind, node.value)] if part is not None and kind else []
    if len(wrong) != 1:
        return None
    part, kind, owner = wrong[0]
    shown, instead = place.shown(facts, part), f"int({place.shown(facts, part)})"
    if kind == "str" and written.is_no_number(facts, part):
        if place.type_of(facts, owner) != "str":
            return None
        instead = f"{place.operand(facts, owner)}.index({shown})"  # it is told by what stands there
    if isinstance(part, ast.BinOp):
        instead = f"{place.operand(facts, part.left)} // {place.operand(facts, part.right)}"
    return Diagnosis(Kind.SLICE_WHOLE, (shown, kind, instead))


def _no_whole(facts: Facts, node: ast.expr) -> str:
    match node:
        case ast.BinOp(op=ast.Div()):
            return "float"
    kind = place.type_of(facts, node)
    return kind if kind in ("float", "str") else ""


def text_searched(facts: Facts) -> Diagnosis | None:
    said = _TEXT.fullmatch(facts.message)
    call = called(facts, *_SEARCHES)
    is_res = facts.is_innermost or in_file(facts, "re.py", "re/__init__.py")
    if said is None or call is None or not is_res or not isinstance(call.func, ast.Attribute):
        return None
    found = place.value_named(facts, call.func.value)
    is_module = found is not None and found.value.type == "module"
    index = (1 if is_module else 0) + (call.func.attr in ("sub", "subn"))
    if len(call.args) <= index:
        return None
    what = call.args[index]
    kind = said[1] or place.type_of(facts, what)
    if kind not in ("int", "float") or place.type_of(facts, what) not in ("", kind):
        return None
    values = (f"{place.shown(facts, call.func)}()", place.shown(facts, what), kind)
    return Diagnosis(Kind.TEXT_SEARCHED, values)


def bytes_expected(facts: Facts) -> Diagnosis | None:
    """Text, where only bytes go."""
    if facts.message != "a bytes-like object is required, not 'str'":
        return None
    if (call := called(facts, *_SENDS)) is not None and call.args:
        if place.type_of(facts, call.args[0]) in ("", "str"):
            function, what = place.shown(facts, call.func), place.operand(facts, call.args[0])
            return Diagnosis(Kind.BYTES_NEEDED, (f"{function}()", what))
        return None
    if called(facts, *_WRITES) is not None:
        return Diagnosis(Kind.BINARY_FILE, (facts.line,)) if _opens_binary(facts) else None
    return Diagnosis(Kind.BYTES_AND_TEXT, (facts.line,))


def _opens_binary(facts: Facts) -> bool:
    """As all that this file opens for writing."""
    modes = []
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="open")):
                given = [*node.args[1:2], *(k.value for k in node.keywords if k.arg == "mode")]
                modes += [each.value for each in given if isinstance(each, ast.Constant)]
    writing = [each for each in modes if isinstance(each, str) and set(each) & set("wax+")]
    return bool(writing) and all("b" in each for each in writing)


def writelines(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"write\(\) argument must be str, not ([\w.]+)", facts.message)
    call = called(facts, "writelines")
    if said is None or call is None or len(call.args) != 1:
        return None
    return Diagnosis(Kind.WRITELINES, (place.shown(facts, call.args[0]), said[1]))


def format_key(facts: Facts) -> Diagnosis | None:
    """'{name}'.format(nam=...)"""
    call = called(facts, "format")
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    if call is not None and key and re.search(r"[\s\"']", key):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
        value = place.known(facts, owner)
        if value is not None and value.type == "str":
            return Diagnosis(Kind.FORMAT_BRACES, (key.strip()[:30],))
    if call is None or not key:
        return None
    if not key.isidentifier():
        braced = _text_of(facts, call.func.value) if isinstance(call.func, ast.Attribute) else ""
        is_text = re.search(rf"(?<!\{{)\{{{re.escape(key)}\s*:", braced) is not None
        return Diagnosis(Kind.FORMAT_BRACES, (key.strip()[:30],)) if is_text else None
    if facts.span is None and any(isinstance(n, ast.Subscript) for n in place.in_statement(facts)):
        return None
    text = _text_of(facts, call.func.value) if isinstance(call.func, ast.Attribute) else ""
    if re.search(rf"\{{\s*{key}:\s", text):
        return Diagnosis(Kind.FORMAT_BRACES, (key,))  # as in CSS
    if re.search(rf"\{{{key}\b", text) and key not in [k.arg for k in call.keywords]:
        by_key = handed.format_dict(facts, call, key)
        return by_key or Diagnosis(Kind.FORMAT_KEY, (key,))
    return None


def _text_of(facts: Facts, node: ast.expr) -> str:
    """That stands there, or that the name got in its only line; '' if it is not known."""
    made = origin.value(facts, node) if isinstance(node, ast.Name) else node
    if isinstance(made, ast.Constant) and isinstance(made.value, str):
        return made.value
    value = place.known(facts, node)
    return value.text or "" if value is not None else ""


_EMPTY = ("list", "dict", "set", "int", "str", "float")


def default_factory(facts: Facts) -> Diagnosis | None:
    call = called(facts, "defaultdict")
    if facts.message != "first argument must be callable or None" or call is None or not call.args:
        return None
    match call.args[0]:
        case ast.Call(func=ast.Name(id=name), args=[]) as made if name in _EMPTY:
            values = ("defaultdict()", place.shown(facts, made), name, name)
            return Diagnosis(Kind.CALLED_NOT_GIVEN, values)
    return Diagnosis(Kind.DEFAULT_FACTORY, (place.shown(facts, call.args[0]),))


def choice_of(facts: Facts) -> Diagnosis | None:
    """random.choice() of what has no places."""
    call = called(facts, "choice")
    if call is None or len(call.args) != 1 or not in_file(facts, "random.py"):
        return None
    value = place.known(facts, call.args[0])
    match call.args[0]:
        case ast.Call(func=ast.Attribute(attr="keys" | "values" | "items" as view), args=[]):
            if facts.message.startswith(f"'dict_{view}' object"):
                values = (place.shown(facts, call.args[0]), f"dict_{view}")
                return Diagnosis(Kind.CHOICE_OF, values)
    if value is None or value.name not in ("dict", "set", "dict_keys") or value.length == 0:
        return None
    return Diagnosis(Kind.CHOICE_OF, (place.shown(facts, call.args[0]), value.name))


def no_data(facts: Facts) -> Diagnosis | None:
    """An error of the module statistics."""
    call = called(facts, "mean", "fmean", "median", "mode", "stdev", "variance", "pstdev")
    if call is None or len(call.args) != 1:
        return None
    value = place.known(facts, call.args[0])
    if value is None or value.length != 0:
        return None
    values = (f"{place.shown(facts, call.func)}()", place.shown(facts, call.args[0]))
    return spent.in_vain(facts, call.args[0]) or Diagnosis(Kind.NO_DATA, values)


def not_iterator(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"'([\w.]+)' object is not an iterator", facts.message)
    call = called(facts, "next")
    if said is None or call is None or place.builtin_called(facts, call) != "next":
        return None
    what = place.shown(facts, call.args[0])
    return Diagnosis(Kind.NOT_ITERATOR, (what, said[1], f"iter({what})"))


def no_next(facts: Facts) -> Diagnosis | None:
    call = called(facts, "next")
    if call is None or place.builtin_called(facts, call) != "next" or len(call.args) != 1:
        return None
    why = mistaken.nothing_fits(facts, call.args[0]) or reading.read_before(facts, call)
    why = why or reading.next_used_up(facts, call.args[0])
    return why or Diagnosis(Kind.NO_NEXT, (facts.line,))


def from_nothing(facts: Facts) -> Diagnosis | None:
    """.pop() of what is neither list nor a dictionary's key."""
    call = called(facts, "pop", "popleft", "popitem")
    said = facts.arguments[0].text if len(facts.arguments) == 1 else ""
    if said not in _NOTHING or call is None or call.args:
        return None
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is None or place.type_of(facts, owner) not in _TAKEN_FROM:
        return None
    return Diagnosis(Kind.EMPTY_TAKEN, (place.shown(facts, owner),))


_NOTHING = (
    "pop from an empty deque", "pop from an empty set", "popitem(): dictionary is empty",
    "dictionary is empty",
)  # fmt: skip
_TAKEN_FROM = ("", "deque", "set", "dict", "OrderedDict", "defaultdict", "Counter")
