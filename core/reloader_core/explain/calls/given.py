"""What Python's own functions say of what they are given: the types and counts are in their
message, the text tells which call it was. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.calls import heaped, left_texts
from reloader_core.explain.causes import closed_files, made, none, uncalled
from reloader_core.explain.evidence import place, written
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

# All versions from 3.8 on.
_NO_NUMBER = re.compile(r"(int|float)\(\) argument must be .*, not '([\w.]+)'")
_NO_REAL = re.compile(
    r"type (str) doesn't define __(round)__ method|bad operand type for (abs)\(\): '(str)'"
    r"|must be real number, not (str)"
)
_COUNTS = tuple(
    re.compile(r"(?P<name>[\w.]+)(?:\(\))? " + words)
    for words in (
        r"expected at most (?P<most>\d+) arguments?, got (?P<given>\d+)",
        r"expected at least (?P<least>\d+) arguments?, got (?P<given>\d+)",
        r"takes at most (?P<most>\d+) (?:positional )?arguments? \((?P<given>\d+) given\)",
        r"takes at least (?P<least>\d+) (?:positional )?arguments? \((?P<given>\d+) given\)",
        r"takes exactly (?P<one>one) argument \((?P<given>\d+) given\)",
        r"takes exactly (?P<exactly>\d+) arguments? \((?P<given>\d+) given\)",
        r"takes (?P<no>no) arguments \((?P<given>\d+) given\)",
        r"expected (?P<exact>\d+) arguments?, got (?P<given>\d+)",
    )
)
_ROOM = {"one": 1, "no": 0}
_CONTAINS = re.compile(r"argument of type '([\w.]+)' is not (?:a container or )?iterable")
_MIXED = re.compile(r"'(?:<|>|<=|>=)' not supported between instances of '([\w.]+)' and '([\w.]+)'")


def number_of_other(facts: Facts) -> Diagnosis | None:
    said = _NO_NUMBER.match(facts.message)
    call = called(facts, said[1]) if said else None
    if said is None or call is None or len(call.args) != 1:
        return None
    if said[2] == "NoneType" and (found := none.result(facts, call.args[0])) is not None:
        return found
    what = place.shown(facts, call.args[0])
    if said[2] in FUNCTION_TYPES:
        return uncalled.not_called(facts, call.args[0])
    if said[2] == "list":
        return Diagnosis(Kind.NUMBER_OF_LIST, (said[1], what))
    return Diagnosis(Kind.NUMBER_OF_OTHER, (f"{said[1]}()", what, said[2]))


def text_given(facts: Facts) -> Diagnosis | None:
    """To a function that takes a number."""
    said = _NO_REAL.fullmatch(facts.message)
    if said is None:
        return None
    name = said[2] or said[3]
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if call.args and place.type_of(facts, call.args[0]) in ("", "str")
        if (name == place.builtin_called(facts, call) if name else _is_of_math(facts, call))
    ]
    if len(calls) != 1 or not _may_be_number(facts, calls[0].args[0]):
        return None
    match calls[0].args[0]:
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            texts = [each for each in (left, right) if place.type_of(facts, each) == "str"]
            return made.calculated_with_text(facts, texts[0], "*") if len(texts) == 1 else None
        case ast.BinOp():
            return None
    function, what = place.shown(facts, calls[0].func), place.shown(facts, calls[0].args[0])
    return Diagnosis(Kind.TEXT_GIVEN, (f"{function}()", what))


def _may_be_number(facts: Facts, node: ast.expr) -> bool:
    value = place.known(facts, node)
    try:
        float(value.text if value is not None and value.text is not None else "0")
    except ValueError:
        return False
    return True


def _is_of_math(facts: Facts, call: ast.Call) -> bool:
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math")), args=[_]):
            return True
    return False


def ord_of(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"ord\(\) expected a character, but string of length (\d+) found", facts.message
    )
    if said is None or called(facts, "ord") is None:
        return None
    if said[1] == "0":
        return Diagnosis(Kind.NUMBER_OF_NOTHING, ("ord()",))
    return Diagnosis(Kind.ORD_OF, (int(said[1]),))


def counted(facts: Facts) -> Diagnosis | None:
    """Too many or too few for a function of Python's."""
    for pattern in _COUNTS:
        said = pattern.fullmatch(facts.message)
        if said is None:
            continue
        name = said["name"].rpartition(".")[2]
        call = called(facts, name)
        if call is None:
            return None
        if any(isinstance(each, ast.Starred) for each in call.args):
            return _of_stars(facts, call, name)
        (which, room), given = next(iter(_without_given(said).items())), int(said["given"])
        known = _ROOM[room] if room in _ROOM else int(room)
        is_less = which == "least" or given < known
        if name == "heappush" and (item := heaped.of_several(facts, call)) is not None:
            return item
        kind = Kind.BUILTIN_TOO_FEW if is_less else Kind.BUILTIN_TOO_MANY
        return Diagnosis(kind, (f"{name}()", known, given))
    return None


def _of_stars(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    """`max(*scores)`: what the brackets hold is not what stands in them."""
    match call.args:
        case [ast.Starred(value=items)] if name in ("max", "min"):
            value = place.known(facts, items)
            if value is not None and value.length == 0:
                return Diagnosis(Kind.EMPTY_MOST, (f"{name}()", place.shown(facts, items)))
    return None


def needed(facts: Facts) -> Diagnosis | None:
    """What a function of Python's own calls by name."""
    said = re.fullmatch(
        r"(?P<name>\w+)(?:\(\))? missing required argument '(?P<what>\w+)' \(pos \d+\)",
        facts.message,
    )
    names = ["" if said is None else said["name"]]
    call = called(facts, *(("date", "datetime") if names == ["function"] else names))
    if said is None or call is None:
        return None
    return Diagnosis(Kind.TOO_FEW, (f"{place.shown(facts, call.func)}()", said["what"]))


def _without_given(said: re.Match[str]) -> dict[str, str]:
    return {key: text for key, text in said.groupdict().items() if key not in ("name", "given")}


def in_of(facts: Facts) -> Diagnosis | None:
    """`x in 5`"""
    said = _CONTAINS.fullmatch(facts.message)
    sides = [
        right
        for node in place.candidates(facts, ast.Compare)
        for op, right in zip(node.ops, node.comparators, strict=True)
        if isinstance(op, ast.In | ast.NotIn)
    ]
    if said is None or len(sides) != 1 or place.type_of(facts, sides[0]) not in ("", said[1]):
        return None
    if said[1] == "NoneType" and (found := none.result(facts, sides[0])) is not None:
        return found
    if said[1] in FUNCTION_TYPES:
        return uncalled.not_called(facts, sides[0])
    return Diagnosis(Kind.IN_OF, (place.shown(facts, sides[0]), said[1]))


def mixed(facts: Facts) -> Diagnosis | None:
    """max(), sorted() and their like compare what they are given."""
    said = _MIXED.fullmatch(facts.message)
    call = called(facts, "max", "min", "sorted", "sort")
    if said is None or call is None or said[1] == said[2]:
        return None
    if any(each.arg in ("key", None) for each in call.keywords):
        return _mixed_by_key(facts, call, said)
    if any(isinstance(node, ast.Compare) for node in place.in_statement(facts)):
        if facts.span is None:
            return None
    if said[1] in FUNCTION_TYPES or said[2] in FUNCTION_TYPES:
        return _not_called_among(facts, call)
    match call:
        case ast.Call(func=ast.Attribute(value=what, attr="sort")):
            return _mixed("sort", place.shown(facts, what), said)
        case ast.Call(func=ast.Name(id=name), args=[*given]) if given:
            if place.builtin_called(facts, call) == name:
                return _mixed(name, ", ".join(place.shown(facts, each) for each in given), said)
    return None


def _not_called_among(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """`max(self.total, 5)`, where nothing but that one can be a function."""
    kinds = {id(each): place.type_of(facts, each) for each in call.args}
    wrong = [each for each in call.args if kinds[id(each)] in ("", *FUNCTION_TYPES)]
    is_named = len(wrong) == 1 and isinstance(wrong[0], ast.Name | ast.Attribute)
    return uncalled.not_called(facts, wrong[0]) if is_named and len(call.args) > 1 else None


def searched_for(facts: Facts) -> Diagnosis | None:
    """`5 in 'text'`"""
    said = re.fullmatch(
        r"'in <string>' requires string as left operand, not ([\w.]+)", facts.message
    )
    sides = [
        left
        for node in place.candidates(facts, ast.Compare)
        for op, left in zip(node.ops, [node.left, *node.comparators], strict=False)
        if isinstance(op, ast.In | ast.NotIn)
    ]
    if said is None or len(sides) != 1 or place.type_of(facts, sides[0]) not in ("", said[1]):
        return None
    what = place.shown(facts, sides[0])
    if said[1] in FUNCTION_TYPES:
        return uncalled.not_called(facts, sides[0])
    return Diagnosis(Kind.SEARCHED_FOR, (what, said[1])) if said[1] in ("int", "float") else None


def _mixed_by_key(facts: Facts, call: ast.Call, said: re.Match[str]) -> Diagnosis | None:
    """What is compared is what the key gives."""
    keys = [each.value for each in call.keywords if each.arg == "key"]
    function = place.shown(facts, call.func).rpartition(".")[2]
    if len(keys) != 1 or function != "sort" and not place.builtin_called(facts, call):
        return None
    if facts.span is None and any(
        isinstance(each, ast.Compare) for key in keys for each in ast.walk(key)
    ):
        return None
    shown = place.shown(facts, keys[0].body if isinstance(keys[0], ast.Lambda) else keys[0])
    what = shown if isinstance(keys[0], ast.Lambda) else f"{shown}()"
    if "NoneType" in (said[1], said[2]):
        other = said[2] if said[1] == "NoneType" else said[1]
        return Diagnosis(Kind.NONE_BY_KEY, (f"{function}()", what, other))
    left = left_texts.by_test(facts, call) if "str" in (said[1], said[2]) else None
    return left or Diagnosis(Kind.MIXED_BY_KEY, (f"{function}()", what, said[1], said[2]))


def _mixed(function: str, what: str, said: re.Match[str]) -> Diagnosis:
    if "NoneType" in (said[1], said[2]):
        other = said[2] if said[1] == "NoneType" else said[1]
        return Diagnosis(Kind.MIXED_NONE, (f"{function}()", what, other))
    return Diagnosis(Kind.MIXED_COMPARED, (f"{function}()", what, said[1], said[2]))


# -- texts with places for values


def format_too_few(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"Replacement index (\d+) out of range for positional args tuple", facts.message
    )
    if said is None or called(facts, "format") is None:
        return None
    return Diagnosis(Kind.FORMAT_TOO_FEW, (int(said[1]),))


def percent(facts: Facts) -> Diagnosis | None:
    """Behind a text."""
    texts = [
        node
        for node in place.candidates(facts, ast.BinOp)
        if isinstance(node.op, ast.Mod) and place.type_of(facts, node.left) in ("", "str")
    ]
    if len(texts) != 1:
        return None
    shown = _percent_shown(facts, texts[0].left)
    if facts.message == "not enough arguments for format string":
        return shown or Diagnosis(Kind.PERCENT_TOO_FEW)
    if facts.message == "not all arguments converted during string formatting":
        is_plain = isinstance(texts[0].left, ast.Constant) and isinstance(texts[0].right, ast.Tuple)
        return Diagnosis(Kind.PERCENT_TOO_MANY) if is_plain else None
    said = re.fullmatch(
        r"(%\w) format: (?:a(?: real)? number|an integer) is required, not ([\w.]+)", facts.message
    )
    if said is not None and said[2] == "NoneType" and shown is None:
        return _nothing_shown(facts, texts[0].right, said[1])
    if said is not None:
        return shown or Diagnosis(Kind.PERCENT_OF_OTHER, (said[1], said[2]))
    if facts.message == "must be real number, not str" and place.is_text(texts[0].left):
        return shown or Diagnosis(Kind.PERCENT_OF_OTHER, ("%f", "str"))
    return None


def _percent_shown(facts: Facts, text: ast.expr) -> Diagnosis | None:
    """`"20% off for %s"`: a blank behind the % is a form that nobody wants."""
    value = place.known(facts, text)
    said = value.text or "" if value is not None else ""
    found = re.search(r"(?<!%)(?:%%)*(% +[a-zA-Z])", said)
    return Diagnosis(Kind.PERCENT_SHOWN, (found[1],)) if found is not None else None


def _nothing_shown(facts: Facts, given: ast.expr, code: str) -> Diagnosis | None:
    """`"%d" % age()`, of a function that gives nothing back."""
    values = given.elts if isinstance(given, ast.Tuple) else [given]
    wrong = [each for each in values if place.type_of(facts, each) in ("", "NoneType")]
    if len(wrong) != 1:
        return None
    found = none.result(facts, wrong[0])
    return found or Diagnosis(Kind.NONE_OPERAND, (place.shown(facts, wrong[0]), code))


def format_code(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"Unknown format code '(.)' for object of type '([\w.]+)'", facts.message)
    if said is not None and said[2] == "float" and said[1] in "bcdoxX":
        return Diagnosis(Kind.FORMAT_WHOLE, (said[1], said[2]))
    if said is not None and said[2] in ("int", "float", "bool"):
        return Diagnosis(Kind.FORMAT_OF if said[1] == "s" else Kind.FORMAT_LETTER, (said[2],))
    if said is not None:
        return _text_shown(facts, said) or Diagnosis(Kind.FORMAT_CODE, (said[1], said[2]))
    said = re.fullmatch(r"unsupported format string passed to ([\w.]+)\.__format__", facts.message)
    if said is None:
        return None
    if said[1] in FUNCTION_TYPES:
        texts = [node for node in place.in_statement(facts) if isinstance(node, ast.FormattedValue)]
        wrong = [node.value for node in texts if node.format_spec is not None]
        return uncalled.not_called(facts, wrong[0]) if len(wrong) == 1 else None
    if said[1] == "NoneType" and (made := _none_shown(facts)) is not None:
        return made
    return Diagnosis(Kind.FORMAT_OF if _pads(facts) else Kind.FORMAT_LETTER, (said[1],))


def _text_shown(facts: Facts, said: re.Match[str]) -> Diagnosis | None:
    """The one value with such a letter behind its colon that is text, if it can be a number."""
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.FormattedValue(
                value=value, format_spec=ast.JoinedStr(values=[ast.Constant(value=str(code))])
            ) if code.endswith(said[1]) and place.type_of(facts, value) in ("", "str"):
                found.append((value, code))
    known = place.known(facts, found[0][0]) if len(found) == 1 else None
    text = known.text or "" if known is not None and said[2] == "str" else ""
    function = "int" if said[1] in "dxXbcon" else "float"
    if not written.is_number(function, text):
        return None
    what, code = place.shown(facts, found[0][0]), found[0][1]
    return Diagnosis(Kind.FORMAT_OF_TEXT, (said[1], what, f"{{{function}({what}):{code}}}"))


def _none_shown(facts: Facts) -> Diagnosis | None:
    """Where the one None in the text came from."""
    texts = [node for node in place.in_statement(facts) if isinstance(node, ast.FormattedValue)]
    wrong = [node.value for node in texts if place.type_of(facts, node.value) == "NoneType"]
    if not wrong:
        unknown = [n.value for n in texts if n.format_spec and not place.type_of(facts, n.value)]
        wrong = [each for each in unknown if isinstance(each, ast.Call)]
        wrong = wrong if len(unknown) == 1 else []
    return none.result(facts, wrong[0]) if len(wrong) == 1 else None


def _pads(facts: Facts) -> bool:
    """All that follows a colon in the line is what a text may have."""
    found = [
        text.value
        for node in place.in_statement(facts)
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr)
        for text in node.format_spec.values
        if isinstance(text, ast.Constant)
    ]
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
                found += re.findall(r"\{[^{}:]*:([^{}]*)\}", text)
    return bool(found) and all(re.fullmatch(r"(?:.?[<>^])?\d*s?", str(each)) for each in found)


# -- files and what is typed


def closed_file(facts: Facts) -> Diagnosis | None:
    is_said = re.fullmatch(r"I/O operation on closed file\.?", facts.message) is not None
    if not is_said or facts.is_by_hand:
        return None
    late = _read_late(facts) or closed_files.reader(facts)
    return late or Diagnosis(Kind.FILE_CLOSED)


def _read_late(facts: Facts) -> Diagnosis | None:
    """`with open(name) as file: return (line for line in file)`, which reads when it is used."""
    found = []
    for node in place.every(facts, ast.With) if facts.function == "<genexpr>" else ():
        names = [each.optional_vars for each in node.items]
        files = [each.id for each in names if isinstance(each, ast.Name)]
        for each in ast.walk(node):
            match each:
                case ast.GeneratorExp(generators=[ast.comprehension(iter=source), *_]):
                    used = [n.id for n in ast.walk(source) if isinstance(n, ast.Name)]
                    if place.covers(each, facts.line) and set(files) & set(used):
                        found.append(each)
    if len(found) != 1:
        return None
    shown = place.in_full(facts, found[0])
    is_whole = shown.startswith("(") and "..." not in shown
    instead = f"[{shown[1:-1]}]" if is_whole else "[...]"
    return Diagnosis(Kind.CLOSED_BEFORE, (found[0].lineno, shown, instead))


def unknown_mode(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"invalid mode: ('\w+')", facts.message)
    call = called(facts, "open")
    if said is not None and call is not None:
        return Diagnosis(Kind.UNKNOWN_MODE, (said[1],))
    match call:
        case ast.Call(args=[_, ast.Constant(value=str(mode))]):
            if facts.message.startswith("must have exactly one of create/read/write/append mode"):
                return Diagnosis(Kind.UNKNOWN_MODE, (repr(mode),))
    return None


def input_ended(facts: Facts) -> Diagnosis | None:
    is_said = facts.message == "EOF when reading a line"
    return Diagnosis(Kind.INPUT_ENDED) if is_said and called(facts, "input") else None
