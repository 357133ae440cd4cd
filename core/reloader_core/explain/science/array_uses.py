"""What numpy's functions do not take. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import aliases, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_SHAPES = ("zeros", "ones", "empty", "full", "random", "random_sample")
_AT_RANDOM = ("mtrand.pyx", "_generator.pyx", "_bounded_integers.pyx", "_common.pyx")
_NO_TYPE = re.compile(
    r"Cannot interpret '\S{1,20}' as a data type$|data type not understood$"
    r"|array\(\) takes from 1 to 2 positional arguments but \d+ were given$"
    r"|only 2 non-keyword arguments accepted$"
    r"|argument for \w+\(\) given by name \('dtype'\) and position \(position 1\)$"
    r"|\w+\(\) got multiple values for argument 'dtype'$"
    r"|random(?:_sample)?\(\) takes at most 1 positional argument \(\d+ given\)$"
)


def shape_apart(facts: Facts) -> Diagnosis | None:
    """`np.zeros(3, 4)`, and `np.random.rand((3, 4))`"""
    if not is_from(facts, "C", "numpy") and not _is_random(facts):
        return None
    call = called(facts, *_SHAPES)
    if call is not None and _NO_TYPE.match(facts.message) and len(call.args) > 1:
        parts, name = list(call.args), place.shown(facts, call.func)
        fill = [parts.pop()] if name.endswith("full") else []
        named = [each.arg for each in call.keywords]
        if len(parts) > 1 and _are_numbers(facts, call.args) and named in ([], ["dtype"]):
            shape = f"({', '.join(place.shown(facts, each) for each in parts)})"
            rest = "".join(f", {place.shown(facts, each)}" for each in (*fill, *call.keywords))
            return Diagnosis(Kind.SHAPE_IN_BRACKETS, (f"{name}()", f"{name}({shape}{rest})"))
    call = called(facts, "rand", "randn")
    if call is not None and facts.message == "'tuple' object cannot be interpreted as an integer":
        match call.args:
            case [ast.Tuple(elts=parts)]:
                name = place.shown(facts, call.func)
                lengths = ", ".join(place.shown(facts, each) for each in parts)
                return Diagnosis(Kind.SHAPE_APART, (f"{name}()", f"{name}({lengths})"))
    return None


def numbers_in_list(facts: Facts) -> Diagnosis | None:
    """`np.array(1, 2, 3)`, `np.max(1, 2)`"""
    call = called(facts, "array", "sum", "max", "min", "mean", "median", "std")
    if call is None or len(call.args) < 2 or call.keywords or not _are_numbers(facts, call.args):
        return None
    is_axis = facts.told.get("other_type") is not None
    match call.args:
        case [_, ast.Constant(value=0 | 1)] if is_axis:  # that is the axis
            return None
    is_said = _NO_TYPE.match(facts.message) or is_axis
    if not is_said or not is_from(facts, "C", "numpy"):
        return None
    name = place.shown(facts, call.func)
    listed = ", ".join(place.shown(facts, each) for each in call.args)
    return Diagnosis(Kind.IN_ONE_LIST, (f"{name}()", f"{name}([{listed}])"))


def _are_numbers(facts: Facts, nodes: list[ast.expr]) -> bool:
    return all(place.type_of(facts, each) in ("int", "float") for each in nodes)


def _is_random(facts: Facts) -> bool:
    """In one of numpy's modules for random numbers, which older versions name by the file alone."""
    path = str(facts.told.get("innermost_file", "")).replace("\\", "/")
    return not facts.is_innermost and path.rpartition("/")[2] in _AT_RANDOM


# -- numbers


def number_expected(facts: Facts) -> Diagnosis | None:
    """`np.sqrt("4")`, and of what is no number in an array."""
    said = re.match(
        r"ufunc '(\w+)' not supported for the input types, and the inputs", facts.message
    )
    other = re.match(
        r"loop of ufunc does not support argument 0 of type (\w+) which has no callable (\w+)",
        facts.message,
    )
    name = said[1] if said is not None else other[2] if other is not None else ""
    if re.match(r"arange\(\) not supported for inputs with DType .*StrDType", facts.message):
        name = "arange"
    call = called(facts, *(("round", "around") if name == "rint" else (name,)))
    if call is None or not call.args or not is_from(facts, "C", "numpy", "pandas"):
        return None
    function = f"{place.shown(facts, call.func)}()"
    if other is not None and _may_be_number(facts, call.args[0]):
        return None  # too large for numpy, and in no array
    if other is not None:
        kinds = {"NoneType": Kind.UFUNC_NONE, "int": Kind.UFUNC_OBJECTS}
        kind = kinds.get(other[1], kinds["int"] if other[1] == "float" else None)
        return Diagnosis(kind, (function,)) if kind is not None else None
    value = place.known(facts, call.args[0])
    if value is not None and value.text is not None and _is_number(value.text):
        return Diagnosis(Kind.TEXT_GIVEN, (function, place.shown(facts, call.args[0])))
    return Diagnosis(Kind.UFUNC_TYPES, (function,)) if said is not None else None


def _may_be_number(facts: Facts, node: ast.expr) -> bool:
    """A single one, of Python's: n, 2 ** 100, math.factorial(n)."""
    match node:
        case ast.BinOp(left=left, right=right):
            return _may_be_number(facts, left) and _may_be_number(facts, right)
        case ast.Call(func=ast.Name() | ast.Attribute(value=ast.Name(id="math"))):
            return True
    is_unknown = isinstance(node, ast.Name) and place.known(facts, node) is None
    return is_unknown or place.type_of(facts, node) in ("int", "float")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def several_for_one(facts: Facts) -> Diagnosis | None:
    """`int(array)`, `math.sqrt(array)`, `range(array)`"""
    if not is_from(facts, "C"):
        return None
    if facts.message == "only integer scalar arrays can be converted to a scalar index":
        call = called(facts, "range")
        if call is not None and len(call.args) == 1:
            return Diagnosis(Kind.RANGE_OF_ARRAY, (place.shown(facts, call.args[0]),))
    if not re.match(
        r"only (?:0-dimensional|length-1|size-1) arrays can be converted", facts.message
    ):
        return None
    for call in place.candidates(facts, ast.Call):
        what = place.shown(facts, call.args[0]) if len(call.args) == 1 else "..."
        function = place.shown(facts, call.func)
        match call.func:
            case ast.Name(id="int" | "float" as name) if "..." not in what:
                instead = f"{what}.astype({name})"
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if "..." not in what:
                instead = f"{aliases.of(facts, 'numpy')}.{name}({what})"
            case _:
                continue
        return Diagnosis(Kind.ONE_OF_ARRAY, (f"{function}()", what, instead))
    return None


def without_length(facts: Facts) -> Diagnosis | None:
    """An array of no dimension."""
    if not is_from(facts, "C"):
        return None
    call = called(facts, "len")
    if facts.message == "len() of unsized object" and call is not None and call.args:
        return Diagnosis(Kind.NO_LENGTHS, (place.shown(facts, call.args[0]),))
    match place.statement(facts):
        case ast.For(iter=items) if facts.message == "iteration over a 0-d array":
            return Diagnosis(Kind.NO_LENGTHS, (place.shown(facts, items),))
    return None


def whole_expected(facts: Facts) -> Diagnosis | None:
    """A number of values that has a point."""
    if not re.match(
        r"'(?:(?:numpy\.)?float(?:64|32)?|str)' object cannot be interpreted as an integer$"
        r"|expected a sequence of integers or a single integer, got '\d+\.\d*'",
        facts.message,
    ) or not is_from(facts, "C", "numpy"):
        return None
    call = called(facts, "linspace", "zeros", "ones", "empty", "full", "range")
    if call is None:
        return None
    function = f"{place.shown(facts, call.func)}()"
    if function.endswith("linspace()"):
        keywords = [each.value for each in call.keywords if each.arg == "num"]
        counts = [*call.args[2:3], *keywords]
        if len(counts) == 1:
            what = place.shown(facts, counts[0])
            if facts.message.startswith("'str'"):
                values = (function, what, "str", f"int({what})")
                return Diagnosis(Kind.WHOLE_EXPECTED, values)
            return Diagnosis(Kind.COUNT_WHOLE, (function, what, "float"))
        return None
    floats = [each for each in call.args if _is_float(facts, each)]
    if len(floats) != 1 or function == "range()" and facts.message.startswith("'float'"):
        return None
    what = place.shown(facts, floats[0])
    match floats[0]:
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            instead = f"{place.operand(facts, left)} // {place.operand(facts, right)}"
        case _:
            instead = f"int({what})"
    if len(call.args) == 1:
        instead = f"{function[:-1]}{instead})"
    return Diagnosis(Kind.WHOLE_EXPECTED, (function, what, "float", instead))


def _is_float(facts: Facts, node: ast.expr) -> bool:
    is_divided = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    return is_divided or place.type_of(facts, node) in ("float", "float64", "float32")


_OF_SOME = ("max", "min", "amax", "amin", "argmax", "argmin", "ptp", "nanmax", "nanmin")


def empty(facts: Facts) -> Diagnosis | None:
    call = called(facts, *_OF_SOME)
    is_said = re.match(
        r"zero-size array to reduction operation \w+ which has no identity$"
        r"|attempt to get arg(?:max|min) of an empty sequence$",
        facts.message,
    )
    if call is None or is_said is None or not is_from(facts, "C", "numpy"):
        return None
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    for each in [*call.args[:1], *([owner] if owner is not None else [])]:
        if (dropped := not_kept(facts, each)) is not None:
            return dropped
    return Diagnosis(Kind.EMPTY_ARRAY, (f"{place.shown(facts, call.func)}()",))


def not_kept(facts: Facts, array: ast.expr) -> Diagnosis | None:
    """`np.append(values, 5)` as a statement, which leaves the array as it is."""
    found = []
    for node in place.every(facts, ast.Expr):
        match node.value:
            case (
                ast.Call(
                    func=ast.Attribute(value=module, attr="append" | "insert") as function,
                    args=[ast.Name(id=name), *_],
                ) as call
            ) if place.is_name(module, aliases.of(facts, "numpy")):
                if place.is_name(array, name):
                    values = (f"{place.shown(facts, function)}()", name, node.lineno)
                    instead = f"{name} = {place.in_full(facts, call)}"
                    found.append(Diagnosis(Kind.RESULT_NOT_KEPT, (*values, instead)))
    return found[0] if len(found) == 1 and "..." not in str(found[0].values[-1]) else None


def one_sided(facts: Facts) -> Diagnosis | None:
    """Sayings that need the name of the function, too."""
    for names, pattern, kind in _OF_FUNCTIONS:
        if re.match(pattern, facts.message) and is_from(facts, "C", "numpy", "scipy"):
            call = called(facts, *names)
            if call is None:
                return None
            shown = place.shown(facts, call if kind is Kind.NEGATIVE_LENGTH else call.func)
            if kind is Kind.XY_UNEQUAL:
                return unequal(facts, call, 1 if _is_interp(call) else 0)
            return Diagnosis(kind, (shown if kind is Kind.NEGATIVE_LENGTH else f"{shown}()",))
    return None


def _is_interp(call: ast.Call) -> bool:
    """`np.interp(x, xs, ys)`, where the first one has a length of its own."""
    return place.name_called(call) == "interp"


def unequal(facts: Facts, call: ast.Call, first: int = 0) -> Diagnosis:
    """With the lengths, where they are known. `first`: the place of x in the brackets."""
    shown = [place.shown(facts, each) for each in call.args[first : first + 2]]
    told = [place.known(facts, each) for each in call.args[first : first + 2]]
    match [each.length if each is not None else None for each in told]:
        case [int(one), int(other)] if one != other:
            return Diagnosis(Kind.XY_LENGTHS, (shown[0], one, shown[1], other))
    return Diagnosis(Kind.XY_UNEQUAL, (f"{place.shown(facts, call.func)}()",))


_OF_FUNCTIONS = (
    (("where",), r"either both or neither of x and y should be given", Kind.WHERE_BOTH),
    (("split", "hsplit", "vsplit"), r"array split does not result in an equal", Kind.SPLIT_EQUAL),
    (("savetxt",), r"Mismatch between array dtype \('<U\d+'\) and format", Kind.SAVED_AS_NUMBERS),
    (
        ("zeros", "ones", "empty", "full", "rand", "randn"),
        r"negative dimensions are not allowed",
        Kind.NEGATIVE_LENGTH,
    ),
    (
        ("polyfit", "corrcoef", "cov", "interp1d", "pearsonr", "spearmanr", "linregress", "interp"),
        r"expected x and y to have same length|x and y must have the same length"
        r"|`x` and `y` must be broadcastable|x and y arrays must be equal in length"
        r"|fp and xp are not of the same length"
        r"|all the input array dimensions except for the concatenation axis must match exactly",
        Kind.XY_UNEQUAL,
    ),
)  # fmt: skip


def at_random(facts: Facts) -> Diagnosis | None:
    call = called(facts, "choice", "randint", "integers", "random_integers")
    if call is None or not call.args or not (_is_random(facts) or is_from(facts, "numpy")):
        return None
    shown, first = place.shown(facts, call), place.shown(facts, call.args[0])
    for pattern, kind, value in (
        (r"Cannot take a larger sample than population when", Kind.SAMPLE_TOO_LARGE, shown),
        (r"'?a'? and '?p'? must have same size", Kind.CHOICE_WEIGHTS, shown),
        (r"[Pp]robabilities do not sum to 1", Kind.CHOICE_SUM, shown),
        (r"'?a'? cannot be empty unless no samples are taken", Kind.EMPTY_CHOICE, first),
        (r"'?a'? must be 1-dimensional", Kind.CHOICE_ROWS, f"{place.shown(facts, call.func)}()"),
        (r"low >= high", _of_range(facts, call), shown),
    ):
        if re.match(pattern, facts.message):
            return Diagnosis(kind, (value,))
    return None


def _of_range(facts: Facts, call: ast.Call) -> Kind:
    match [place.whole_number(facts, each) for each in call.args[:2]]:
        case [int(low), int(high)] if low > high:
            return Kind.RANDOM_RANGE
    return Kind.RANDOM_NOTHING
