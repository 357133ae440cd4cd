"""What queue, heapq, collections, struct, string, decimal, fractions and hashlib refuse. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_GO_THROUGH = (
    *("Counter", "deque", "product", "permutations", "combinations", "cycle", "chain"),
    *("accumulate", "pairwise", "batched", "heapify", "nlargest", "nsmallest", "fsum", "prod"),
)
_NO_ORDER = re.compile(r"'<' not supported between instances of '(\w+)' and '(\w+)'")
_QUEUES = ("Queue", "LifoQueue", "PriorityQueue", "SimpleQueue")
_OF_QUEUES = {
    "append": "put(...)", "push": "put(...)", "add": "put(...)", "enqueue": "put(...)",
    "pop": "get()", "popleft": "get()", "dequeue": "get()", "size": "qsize()",
    "length": "qsize()", "isEmpty": "empty()", "is_empty": "empty()",
}  # fmt: skip


def queue_ended(facts: Facts, name: str) -> Diagnosis | None:
    """What does not wait found nothing, or no room."""
    call = called(facts, "get_nowait", "put_nowait")
    if call is None:
        return None
    kind = Kind.QUEUE_EMPTY if name == "Empty" else Kind.QUEUE_FULL
    return Diagnosis(kind, (place.shown(facts, call),))


def of_queue(facts: Facts, node: ast.Attribute, kind: str) -> Diagnosis | None:
    instead = _OF_QUEUES.get(node.attr) if kind in _QUEUES else None
    if instead is None:
        return None
    what = place.shown(facts, node.value)
    return Diagnosis(Kind.QUEUE_METHOD, (what, node.attr, f"{what}.{instead}"))


def not_several(facts: Facts) -> Diagnosis | None:
    """Counter(5), itertools.chain(1, 2)"""
    said = re.fullmatch(r"'(int|float|bool)' object is not iterable", facts.message)
    found = [
        call
        for call in place.in_statement(facts)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).rpartition(".")[2] in _GO_THROUGH
        and not any(isinstance(each, ast.Starred) for each in call.args)
    ]
    is_library = facts.is_innermost or in_file(facts, "collections/__init__.py", "heapq.py")
    if said is None or len(found) != 1 or not is_library or facts.is_by_hand:
        return None
    wrong = [each for each in found[0].args if place.type_of(facts, each) == said[1]]
    if not wrong or wrong[0] is not found[0].args[0]:
        return None
    function = f"{place.shown(facts, found[0].func)}()"
    return Diagnosis(Kind.NOT_SEVERAL, (function, place.shown(facts, wrong[0]), said[1]))


def heap_empty(facts: Facts) -> Diagnosis | None:
    call = called(facts, "heappop")
    if facts.message != "index out of range" or call is None or len(call.args) != 1:
        return None
    value = place.known(facts, call.args[0])
    if value is None or value.length != 0:
        return None
    function = f"{place.shown(facts, call.func)}()"
    return Diagnosis(Kind.EMPTY_MOST, (function, place.shown(facts, call.args[0])))


def deque_index(facts: Facts) -> Diagnosis | None:
    nodes = [
        node
        for node in place.candidates(facts, ast.Subscript)
        if place.type_of(facts, node.value) == "deque"
    ]
    if facts.message != "deque index out of range" or len(nodes) != 1:
        return None
    return Diagnosis(Kind.INDEX_OUTSIDE, (place.shown(facts, nodes[0].value),))


def tie(facts: Facts) -> Diagnosis | None:
    """heappush(heap, (priority, item)), where two priorities are the same."""
    said = _NO_ORDER.fullmatch(facts.message)
    call = called(facts, "heappush", "heappushpop", "put", "heappop", "get")
    if said is None or call is None or said[1] != said[2]:
        return None
    if not facts.is_innermost and not in_file(facts, "queue.py", "heapq.py"):
        return None
    if said[1] in ("NoneType", "str", "int", "float"):
        return None
    is_taken = place.name_called(call) in ("heappop", "get")
    put = _put_into(facts, call) if is_taken else [call]
    if not put or not all(each.args and _has_number_first(facts, each.args[-1]) for each in put):
        return None
    return Diagnosis(Kind.TIE_COMPARED, (f"{place.shown(facts, call.func)}()", said[1]))


def _put_into(facts: Facts, call: ast.Call) -> list[ast.Call]:
    """The calls that put something into what this one takes from."""
    heap = _heap(call)
    return [
        each
        for each in place.every(facts, ast.Call)
        if place.name_called(each) in ("heappush", "heappushpop", "put") and _heap(each) == heap
    ]


def _heap(call: ast.Call) -> str:
    match call:
        case ast.Call(func=ast.Attribute(value=owner, attr="put" | "get")):
            return ast.unparse(owner)
    return ast.unparse(call.args[0]) if call.args else ""


def _has_number_first(facts: Facts, item: ast.expr) -> bool:
    """`(-urgency, patient)`; or what is known to be a number or a text."""
    match item:
        case ast.Tuple(elts=[ast.UnaryOp(op=ast.USub()), _, *_]):
            return True
        case ast.Tuple(elts=[first, _, *_]):
            return place.type_of(facts, first) in ("int", "float", "str")
    return False


def no_function(facts: Facts) -> Diagnosis | None:
    """functools.partial(5)"""
    call = called(facts, "partial")
    if facts.message != "the first argument must be callable" or call is None or not call.args:
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.FUNCTION_NOT_ONE, (f"{function}()", what))


# -- texts, numbers and bytes


def template_value(facts: Facts) -> Diagnosis | None:
    call = called(facts, "substitute")
    name = facts.arguments[0].text if len(facts.arguments) == 1 else None
    if call is None or not name or not in_file(facts, "string.py", "string/__init__.py"):
        return None
    return Diagnosis(Kind.TEMPLATE_VALUE, (name,)) if name.isidentifier() else None


def template_sign(facts: Facts) -> Diagnosis | None:
    said = re.fullmatch(r"Invalid placeholder in string: line (\d+), col (\d+)", facts.message)
    if said is None or not in_file(facts, "string.py", "string/__init__.py"):
        return None
    return Diagnosis(Kind.TEMPLATE_SIGN, (int(said[1]), int(said[2])))


def decimal_zero(facts: Facts) -> Diagnosis | None:
    is_here = facts.is_innermost and not facts.is_raised
    return Diagnosis(Kind.DECIMAL_ZERO, (facts.line,)) if is_here else None


def fraction(facts: Facts) -> Diagnosis | None:
    call = called(facts, "Fraction")
    if call is None or not in_file(facts, "fractions.py"):
        return None
    said = re.fullmatch(r"Invalid literal for Fraction: ['\"](.{1,40})['\"]", facts.message)
    if said is not None:
        return Diagnosis(Kind.FRACTION_TEXT, (said[1],))
    shown = place.shown(facts, call)
    if re.fullmatch(r"Fraction\(-?\d+, 0\)", facts.message):
        return Diagnosis(Kind.FRACTION_ZERO, (shown,))
    kinds = [place.type_of(facts, each) for each in call.args]
    if facts.message == "both arguments should be Rational instances" and "float" in kinds:
        return Diagnosis(Kind.FRACTION_FLOAT, (shown,))
    return None


def packed(facts: Facts) -> Diagnosis | None:
    """An error of the module struct."""
    if said := re.fullmatch(r"pack expected (\d+) items for packing \(got (\d+)\)", facts.message):
        return Diagnosis(Kind.STRUCT_COUNT, (int(said[1]), int(said[2])))
    if said := re.fullmatch(r"unpack requires a buffer of (\d+) bytes", facts.message):
        return Diagnosis(Kind.STRUCT_SIZE, (int(said[1]),))
    if facts.message == "bad char in struct format":
        return Diagnosis(Kind.STRUCT_LETTER)
    if said := re.fullmatch(r"(?:'(\w)'|(\w+)) format requires .{1,60}", facts.message):
        return Diagnosis(Kind.STRUCT_RANGE, (said[1] or said[2],))
    call = called(facts, "pack")
    if facts.message == "argument for 's' must be a bytes object" and call is not None:
        texts = [each for each in call.args[1:] if place.type_of(facts, each) == "str"]
        if len(texts) == 1:
            function = f"{place.shown(facts, call.func)}()"
            return Diagnosis(Kind.BYTES_NEEDED, (function, place.shown(facts, texts[0])))
    return None


def hash_unknown(facts: Facts) -> Diagnosis | None:
    """hashlib.new("sha")"""
    said = re.fullmatch(r"unsupported hash type (\S{1,30})", facts.message)
    if said is None or called(facts, "new") is None or not in_file(facts, "hashlib.py"):
        return None
    return Diagnosis(Kind.HASH_UNKNOWN, (said[1].split("(")[0],))


def deque_pop(facts: Facts) -> Diagnosis | None:
    """queue.pop(0)"""
    call = called(facts, "pop")
    is_said = re.match(r"(?:deque\.)?pop\(\) takes no arguments \(1 given\)", facts.message)
    if is_said is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    owner = call.func.value
    if place.type_of(facts, owner) not in ("", "deque") or len(call.args) != 1:
        return None
    what = place.shown(facts, owner)
    match call.args[0]:
        case ast.Constant(value=0):
            return Diagnosis(Kind.DEQUE_POP, (f"{what}.popleft()",))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)):
            return Diagnosis(Kind.DEQUE_POP, (f"{what}.pop()",))
    return None


def replaced_by_nothing(facts: Facts) -> Diagnosis | None:
    """re.sub(r"\\s+", text)"""
    call = called(facts, "sub")
    is_said = re.match(r"sub\(\) missing 1 required positional argument: 'string'", facts.message)
    if is_said is None or call is None or len(call.args) != 2 or call.keywords:
        return None
    function = place.shown(facts, call.func)
    pattern, text = (place.in_full(facts, each) for each in call.args)
    is_replacement = isinstance(call.args[1], ast.Constant)  # and the text is what is missing
    is_text = place.type_of(facts, call.args[1]) in ("", "str")
    if function != "re.sub" or is_replacement or not is_text:
        return None
    return Diagnosis(Kind.SUB_LACKS, (f"{function}()", f'{function}({pattern}, "", {text})'))


def bisected(facts: Facts) -> Diagnosis | None:
    """bisect(grades, points), of pairs"""
    call = called(facts, "bisect", "bisect_left", "bisect_right")
    said = re.fullmatch(
        r"'<' not supported between instances of '(\w+)' and '(\w+)'", facts.message
    )
    if said is None or call is None or len(call.args) != 2 or call.keywords:
        return None
    simple = ("int", "float", "str")
    if not {said[1], said[2]} & {"tuple", "list"} or not {said[1], said[2]} & set(simple):
        return None
    if place.type_of(facts, call.args[1]) not in ("", *simple):
        return None
    function, what = (place.shown(facts, each) for each in (call.func, call.args[0]))
    instead = f"{function}([each[0] for each in {what}], {place.in_full(facts, call.args[1])})"
    return Diagnosis(Kind.BISECT_PAIRS, (f"{function}()", what, instead))


_EMPTY = {"list": "[]", "List": "[]", "dict": "{}", "Dict": "{}", "set": "set()", "Set": "set()"}


def type_for_value(facts: Facts) -> Diagnosis | None:
    """`names = List[str]`, and then names.append("Ann")"""
    is_said = re.match(
        r"descriptor '\w+' for '(?:list|dict|set)' objects doesn't apply to"
        r"|unbound method (?:list|dict|set)\.\w+\(\) needs an argument",
        facts.message,
    )
    calls = [
        node.func.value
        for node in place.candidates(facts, ast.Call)
        if isinstance(node.func, ast.Attribute)
    ]
    if is_said is None or len(calls) != 1:
        return None
    owner, found = ast.unparse(calls[0]), []
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(targets=[target], value=ast.Subscript(value=name) as written):
                empty = _EMPTY.get(ast.unparse(name).rpartition(".")[2])
                if ast.unparse(target) == owner and empty:
                    shown = place.shown(facts, written)
                    found.append((owner, node.lineno, shown, f"{owner}: {shown} = {empty}"))
    return Diagnosis(Kind.TYPING_FOR_VALUE, found[0]) if len(found) == 1 else None
