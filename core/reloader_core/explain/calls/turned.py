"""What stands in another's place in the brackets, several things where one is taken, and what has
no part to be cut out. Pure."""

from __future__ import annotations

import ast
import codecs
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MODE = re.compile(r"[rwax][bt+]{0,2}|[bt][rwax]\+?")
_TAKE_ONE = {
    *("sum", "any", "all", "list", "tuple", "set", "sorted", "len", "mean", "median", "mode"),
    *("stdev", "pstdev", "variance", "fmean", "choice", "join", "shuffle", "prod", "fsum"),
    *("frozenset", "reversed", "extend", "append"),
}
_LIBRARIES = ("statistics.py", "random.py")
_TOO_MANY = re.compile(
    r"(?:\w+\.)?(?P<name>\w+)(?:\(\))? (?:expected (?:at most )?(?:1|2) arguments?, got \d+"
    r"|takes (?:at most|exactly) (?:one|1|2) (?:positional )?arguments? \(\d+ given\)"
    r"|takes from 1 to 2 positional arguments but \d+ were given"
    r"|takes [12] positional arguments? but \d+ were given)"
)


def encoding_before_mode(facts: Facts) -> Diagnosis | None:
    """open("names.txt", "utf-8", "r")"""
    call = called(facts, "open")
    if call is None or place.builtin_called(facts, call) != "open" or len(call.args) != 3:
        return None
    second, third = (place.known(facts, each) for each in call.args[1:])
    if second is None or third is None or not second.text or not third.text:
        return None
    if not _MODE.fullmatch(third.text) or not _is_encoding(second.text):
        return None
    file, encoding, mode = (place.in_full(facts, each) for each in call.args)
    instead = f"open({file}, {mode}, encoding={encoding})"
    return Diagnosis(Kind.OPEN_MODE_ENCODING, ("open()", encoding, instead))


def of_open(facts: Facts) -> Diagnosis | None:
    """open("w", "names.txt"), open("names.txt", "utf-8")"""
    said, call = re.fullmatch(r"invalid mode: '.*'", facts.message), called(facts, "open")
    if said is None or call is None or place.builtin_called(facts, call) != "open":
        return None
    if len(call.args) < 2:
        return None
    file, mode = call.args[:2]
    first, second = place.known(facts, file), place.known(facts, mode)
    if second is None or not second.text or any(isinstance(e, ast.Starred) for e in call.args):
        return None
    written = [place.in_full(facts, each) for each in (file, mode)]
    behind = [place.in_full(facts, each) for each in call.args[2:]]
    behind += [f"{each.arg}={place.in_full(facts, each.value)}" for each in call.keywords]
    if first is not None and first.text and _MODE.fullmatch(first.text):
        if re.search(r"[./\\]", second.text):
            turned = ", ".join([*reversed(written), *behind])
            return Diagnosis(Kind.OPEN_TURNED, (f"open({turned})",))
    if _is_encoding(second.text) and not behind:
        instead = f"open({written[0]}, encoding={written[1]})"
        return Diagnosis(Kind.OPEN_MODE_ENCODING, ("open()", written[1], instead))
    return None


def _is_encoding(text: str) -> bool:
    try:
        codecs.lookup(text)
    except (LookupError, ValueError):
        return False
    return True


def several_in_list(facts: Facts) -> Diagnosis | None:
    """sum(1, 2, 3), statistics.mean(3, 4, 5)"""
    said = _TOO_MANY.fullmatch(facts.message)
    is_sum = re.fullmatch(r"'(?:int|float)' object is not iterable", facts.message)
    name = said["name"] if said is not None else "sum" if is_sum else ""
    call = called(facts, name) if name in _TAKE_ONE else None
    if call is None or call.keywords or len(call.args) < 2:
        return None
    if not _is_pythons(facts, call, name):
        return None
    kinds = {place.type_of(facts, each) for each in call.args}
    fitting = {"str"} if name == "join" else {"int", "float", "str", "bool"}
    if not kinds <= fitting or name == "sum" and kinds & {"str"}:
        return None
    if name in ("append", "len"):
        return None  # several times, or of each
    if name == "choice" and kinds == {"int"} and len(call.args) == 2:
        return _choice_between(facts, call)
    function = place.shown(facts, call.func)
    items = ", ".join(place.in_full(facts, each) for each in call.args)
    return Diagnosis(Kind.SEVERAL_IN_LIST, (f"{function}()", f"{function}([{items}])"))


def _choice_between(facts: Facts, call: ast.Call) -> Diagnosis | None:
    """random.choice(5, 10): one of all between the two is meant, as randint() takes them."""
    first, last = (place.whole_number(facts, each) for each in call.args)
    if first is None or last is None or first >= last:
        return None
    if first == 1:
        return Diagnosis(Kind.CHOICE_NUMBER, (place.shown(facts, call.args[1]),))
    function = place.shown(facts, call.func)
    instead = f"{function}(range({place.shown(facts, call.args[0])}, {last + 1}))"
    return Diagnosis(Kind.SEVERAL_IN_LIST, (f"{function}()", instead))


def _is_pythons(facts: Facts, call: ast.Call, name: str) -> bool:
    """The function is surely none of the script's own."""
    match call.func:
        case ast.Name() as function:
            value = place.known(facts, function)
            signature = value.signature if value is not None else None
            is_library = signature is not None and signature.file.endswith(_LIBRARIES)
            return is_library or place.builtin_called(facts, call) == name
        case ast.Attribute(value=owner):
            value = place.known(facts, owner)
            if value is not None and value.type == "module":
                return value.details[:1] in (("statistics",), ("random",), ("math",))
            return place.type_of(facts, owner) == {"join": "str", "extend": "list"}.get(name, "-")
    return False


def zip_lengths(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(
        r"zip\(\) argument (\d+) is (shorter|longer) than arguments? 1(?:-\d+)?", facts.message
    )
    calls = [
        each
        for each in place.in_statement(facts)
        if isinstance(each, ast.Call) and place.builtin_called(facts, each) == "zip"
    ]
    if said is None or len(calls) != 1 or any(isinstance(e, ast.Starred) for e in calls[0].args):
        return None
    if len(calls[0].args) < int(said[1]):
        return None
    first, other = calls[0].args[0], calls[0].args[int(said[1]) - 1]
    pair = (first, other) if said[2] == "shorter" else (other, first)
    shown = tuple(place.shown(facts, each) for each in pair)
    return Diagnosis(Kind.ZIP_LENGTHS, shown)


def sliced_dict(facts: Facts) -> Diagnosis | None:
    """prices[0:2]"""
    if facts.told.get("type") == "TypeError":  # to 3.11
        if not re.match(r"unhashable type: 'slice'", facts.message):
            return None
    nodes = [
        node
        for node in place.candidates(facts, ast.Subscript)
        if isinstance(node.slice, ast.Slice)
        and place.type_of(facts, node.value) in ("dict", "defaultdict", "OrderedDict", "Counter")
    ]
    is_key = [each for each in facts.arguments if each.type == "object" and each.name == "slice"]
    if len(nodes) != 1 or facts.told.get("type") == "KeyError" and not is_key:
        return None
    if isinstance(nodes[0].ctx, ast.Store | ast.Del):
        return None
    what = place.shown(facts, nodes[0].value)
    return Diagnosis(Kind.SLICED_DICT, (what, f"list({what}.items())[{_slice(facts, nodes[0])}]"))


def _slice(facts: Facts, node: ast.Subscript) -> str:
    return place.shown(facts, node.slice)


def without_slice(facts: Facts) -> Diagnosis | None:
    """Of a deque."""
    if facts.message != "sequence index must be integer, not 'slice'":
        return None
    nodes = [
        node
        for node in place.candidates(facts, ast.Subscript)
        if isinstance(node.slice, ast.Slice)
        and place.type_of(facts, node.value) in ("deque", "")
        and isinstance(node.ctx, ast.Load)
    ]
    if len(nodes) != 1:
        return None
    what = place.shown(facts, nodes[0].value)
    return Diagnosis(Kind.WITHOUT_SLICE, (what, f"list({what})[{_slice(facts, nodes[0])}]"))


def bytes_encoding(facts: Facts) -> Diagnosis | None:
    call = called(facts, "bytes", "bytearray")
    if facts.message != "string argument without an encoding" or call is None:
        return None
    if place.builtin_called(facts, call) not in ("bytes", "bytearray") or len(call.args) != 1:
        return None
    name, what = place.builtin_called(facts, call), place.operand(facts, call.args[0])
    instead = f"{what}.encode()" if name == "bytes" else f"bytearray({what}.encode())"
    return Diagnosis(Kind.BYTES_ENCODING, (f"{name}()", instead))
