"""What Python's own functions say of the type of one argument, and of numbers and texts that are
not what they count with. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.causes import json_written, none, uncalled
from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import FUNCTION_TYPES, Facts, Value
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ARGUMENT = re.compile(
    r"(?P<name>\w+)\(\) argument (?:(?P<index>\d+)|'(?P<key>\w+)') must be"
    r" (?:an? )?(?P<need>str|string|int|integer|list|dict|tuple|bytes|set)(?: or None)?,"
    r" not '?(?P<kind>[\w.]+?)'?"
)
_NEEDS = {"string": "str", "integer": "int"}
_PATH = re.compile(
    r"(?:\w+: (?:path|src|dst)|argument) should be (?:a )?str(?:ing)?[\w,. ]*,"
    r" not '?(?P<one>[\w.]+?)'?"
    r"|(?:join\(\) argument must be str, bytes, or|expected str, bytes or) os\.PathLike object,"
    r" not '?(?P<two>[\w.]+?)'?"
)
_OF_PATHS = frozenset(
    "join exists getsize isfile isdir listdir remove rename mkdir makedirs chdir rmdir stat"
    " basename dirname splitext copy copyfile copy2 move rmtree Path open walk scandir abspath"
    " getmtime unlink".split()
)
_NO_WHOLE = re.compile(  # the other: to 3.9
    r"'str' object cannot be interpreted as an integer|an integer is required \(got type str\)"
)
_DIVIDES = {"divmod": "divmod()", "** or pow": "pow()"}


def argument(facts: Facts) -> Diagnosis | None:
    """`name() argument 1 must be str, not int`"""
    said = _ARGUMENT.fullmatch(facts.message)
    call = called(facts, said["name"]) if said is not None else None
    if said is None or call is None or any(isinstance(e, ast.Starred) for e in call.args):
        return None
    what = next((each.value for each in call.keywords if each.arg == said["key"]), None)
    index = int(said["index"]) - 1 if said["index"] else _places(said["name"]).get(said["key"], -1)
    if what is None and 0 <= index < len(call.args):
        what = call.args[index]
    kind = {"None": "NoneType"}.get(said["kind"], said["kind"].rpartition(".")[2])
    if what is None or place.type_of(facts, what) not in ("", kind, said["kind"]):
        return None
    if kind == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    need = _NEEDS.get(said["need"], said["need"])
    values = (
        f"{place.shown(facts, call.func)}()",
        need,
        place.shown(facts, what),
        kind if kind == "NoneType" else said["kind"],
    )
    return Diagnosis(Kind.ARGUMENT_IS, values)


def _places(name: str) -> dict[str, int]:
    return {"mode": 1, "encoding": 3} if name == "open" else {}


def path(facts: Facts) -> Diagnosis | None:
    """os.path.join("a", 5), Path(None), os.path.join(["a", "b"])"""
    said, call = _PATH.fullmatch(facts.message), called(facts, *_OF_PATHS)
    is_library = facts.is_innermost or in_file(
        facts, "posixpath.py", "ntpath.py", "genericpath.py", "pathlib.py", "os.py", "shutil.py",
        "<frozen posixpath>", "<frozen genericpath>", "<frozen ntpath>", "<frozen os>",
        "pathlib/__init__.py", "pathlib/_local.py",
    )  # fmt: skip
    if said is None or call is None or not is_library or facts.is_by_hand:
        return None
    kind = said["one"] or said["two"]
    wrong = [each for each in call.args if place.type_of(facts, each) == kind]
    open_ones = [each for each in call.args if not place.type_of(facts, each)]
    if len(wrong) != 1 or open_ones:
        return None
    function, what = f"{place.shown(facts, call.func)}()", wrong[0]
    if kind == "NoneType" and (found := none.result(facts, what)) is not None:
        return found
    if kind in FUNCTION_TYPES and isinstance(what, ast.Name | ast.Attribute):
        return uncalled.not_called(facts, what)
    if kind in ("list", "tuple") and function.endswith("join()") and len(call.args) == 1:
        shown = f"{place.shown(facts, call.func)}(*{place.in_full(facts, what)})"
        return Diagnosis(Kind.PATH_PARTS, (function, shown))
    if kind in ("int", "float"):
        return Diagnosis(Kind.TEXT_EXPECTED, (function, place.shown(facts, what), kind))
    if isinstance(what, ast.Name | ast.Attribute):
        match place.known(facts, what):
            case Value(type="list", details=(int(), [("str", *_), *_])):
                return Diagnosis(Kind.NAMES_GIVEN, (function, place.shown(facts, what)))
    return Diagnosis(Kind.NAME_EXPECTED, (function, place.shown(facts, what), kind))


def variable(facts: Facts) -> Diagnosis | None:
    """os.environ["PORT"] = 8000"""
    said = re.fullmatch(r"str expected, not (int|float|bool)", facts.message)
    if not in_file(facts, "os.py", "<frozen os>"):
        return None
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript(value=owner)], value=what) if said is not None:
            if ast.unparse(owner) in ("os.environ", "environ"):
                if place.type_of(facts, what) in ("", said[1]):
                    values = ("os.environ[...]", place.shown(facts, what), said[1])
                    return Diagnosis(Kind.TEXT_EXPECTED, values)
    return None


def written(facts: Facts) -> Diagnosis | None:
    """Path.write_text(5)"""
    said = re.fullmatch(r"data must be str, not ([\w.]+)", facts.message)
    call = called(facts, "write_text")
    if said is None or call is None or not call.args or facts.is_by_hand:
        return None
    if place.type_of(facts, call.args[0]) not in ("", said[1]):
        return None
    if said[1] == "NoneType" and (found := none.result(facts, call.args[0])) is not None:
        return found
    if said[1] == "bytes":
        return Diagnosis(Kind.BYTES_AND_TEXT, (facts.line,))
    if said[1] in FUNCTION_TYPES:
        return uncalled.not_called(facts, call.args[0])
    if (as_json := json_written.of_path(facts, call, said[1])) is not None:
        return as_json
    return Diagnosis(Kind.WRITE_OF_NO_TEXT, (place.shown(facts, call.args[0]), said[1]))


# -- numbers


def opposite(facts: Facts) -> Diagnosis | None:
    """chr("a"), ord(65)"""
    call = called(facts, "chr", "ord")
    name = place.builtin_called(facts, call) if call is not None else ""
    if call is None or len(call.args) != 1:
        return None
    kind, shown = place.type_of(facts, call.args[0]), place.shown(facts, call.args[0])
    value = place.known(facts, call.args[0])
    is_letter = value is not None and value.length == 1 and not str(value.text).isdigit()
    if name == "chr" and kind == "str" and is_letter and _NO_WHOLE.fullmatch(facts.message):
        need, other = "int", "ord"
    elif name == "ord" and kind == "int" and "but int found" in facts.message:
        need, other = "str", "chr"
    else:
        return None
    if _goes_on(facts, call) or _is_counted(facts, call.args[0]):
        return Diagnosis(Kind.ARGUMENT_IS, (f"{name}()", need, shown, kind))
    return Diagnosis(Kind.OPPOSITE, (f"{name}()", f"{other}({shown})"))


def _goes_on(facts: Facts, call: ast.Call) -> bool:
    """With what it gives is calculated: the right function has been chosen, but not its value."""
    return any(
        isinstance(node, ast.BinOp)
        and call in (node.left, node.right)
        or isinstance(node, ast.AugAssign)
        and node.value is call
        for node in place.in_statement(facts)
    )


def _is_counted(facts: Facts, node: ast.expr) -> bool:
    """A place in a text, and not what stands there."""
    loop = origin.loop_over(facts, node.id) if isinstance(node, ast.Name) else None
    match loop.iter if loop is not None else None:
        case ast.Call(func=ast.Name(id="range"), args=args):
            return any(isinstance(each, ast.Call) for each in args)
    return False


def all_whole(facts: Facts) -> Diagnosis | None:
    """datetime.date("2024", "1", "1")"""
    if _NO_WHOLE.fullmatch(facts.message) is None:
        return None
    call = called(facts, "date", "datetime", "time", "range", "randint")
    if call is None or not call.args or call.keywords:
        return None
    texts = [each for each in call.args if place.type_of(facts, each) == "str"]
    known = [place.known(facts, each) for each in texts]
    if len(texts) < 2 or any(v is not None and v.text and not v.text.isdigit() for v in known):
        return None
    return Diagnosis(Kind.WHOLE_ALL, (f"{place.shown(facts, call.func)}()",))


def base(facts: Facts) -> Diagnosis | None:
    """int(12, 2)"""
    call = called(facts, "int")
    if facts.message != "int() can't convert non-string with explicit base" or call is None:
        return None
    if len(call.args) != 2 or place.type_of(facts, call.args[0]) != "int":
        return None
    what, number = place.shown(facts, call.args[0]), place.shown(facts, call.args[1])
    digits, base = (place.whole_number(facts, each) for each in call.args)
    instead = f"int(str({what}), {number})"
    if digits is not None and base is not None and not _is_in_base(digits, base):
        if base not in _TO_BASE:
            return None
        instead = f"{_TO_BASE[base]}({what})"
    return Diagnosis(Kind.BASE_NEEDS_TEXT, (what, instead))


_TO_BASE = {2: "bin", 8: "oct", 16: "hex"}


def _is_in_base(number: int, base: int) -> bool:
    """Its digits are such as there are in that base."""
    return 2 <= base <= 36 and all(int(each) < base for each in str(abs(number)))


def digits(facts: Facts) -> Diagnosis | None:
    """int("29", 8), and numbers that are too long."""
    said = re.fullmatch(
        r"invalid literal for int\(\) with base (\d+): '([0-9A-Za-z]{1,40})'", facts.message
    )
    call = called(facts, "int")
    if said is not None and said[1] not in ("0", "10") and call is not None and len(call.args) == 2:
        return Diagnosis(Kind.INT_OF_BASE, (said[2], int(said[1])))
    if re.match(r"Exceeds the limit \(4300(?: digits)?\) for integer string", facts.message):
        return Diagnosis(Kind.DIGITS_LIMIT, (facts.line,))
    return None


def infinity(facts: Facts) -> Diagnosis | None:
    call = called(facts, "int", "round", "floor", "ceil")
    if facts.message != "cannot convert float infinity to integer" or call is None:
        return None
    what = place.shown(facts, call.args[0]) if len(call.args) == 1 else "..."
    return Diagnosis(Kind.INT_OF_INFINITY, (what,)) if "..." not in what else None


def negative(facts: Facts) -> Diagnosis | None:
    call = called(facts, "factorial", "sleep", "comb", "perm", "isqrt")
    is_said = re.fullmatch(
        r"factorial\(\) not defined for negative values|sleep length must be non-negative"
        r"|[nk] must be (?:a )?non-?negative(?: integer)?|isqrt\(\) argument must be nonnegative",
        facts.message,
    )
    if is_said is None or call is None:
        return None
    return Diagnosis(Kind.NOT_NEGATIVE, (place.shown(facts, call),))


def of_text(facts: Facts) -> Diagnosis | None:
    """divmod("7", 2), pow("2", 3), abs([1])"""
    said = re.fullmatch(
        r"unsupported operand type\(s\) for (divmod|\*\* or pow)\(\): '(\w+)' and '(\w+)'",
        facts.message,
    )
    call = called(facts, "divmod", "pow")
    if said is not None and call is not None and place.builtin_called(facts, call):
        texts = [each for each in call.args if place.type_of(facts, each) == "str"]
        if len(texts) == 1 and "str" in said.groups():
            return Diagnosis(Kind.TEXT_GIVEN, (_DIVIDES[said[1]], place.shown(facts, texts[0])))
    said = re.fullmatch(
        r"bad operand type for abs\(\): '(list|tuple|dict|NoneType)'", facts.message
    )
    call = called(facts, "abs")
    if said is None or call is None or len(call.args) != 1:
        return None
    if said[1] == "NoneType" and (found := none.result(facts, call.args[0])) is not None:
        return found
    return Diagnosis(
        Kind.ARGUMENT_IS, ("abs()", "float", place.shown(facts, call.args[0]), said[1])
    )
