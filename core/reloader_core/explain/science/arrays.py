"""What numpy says of arrays: how they are made, put together and calculated with. Pure; see
said_by.py."""

from __future__ import annotations

import ast
import math
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import by_rows, is_from, meaning, message, saying
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import (
    array_loops,
    array_places,
    array_uses,
    lengths,
    products,
    scipy_given,
    table_values,
)

_SHAPE = r"(\([\d, ]*\))"
_VALUE = (
    saying(
        Kind.SHAPES,
        "C",
        rf"operands could not be broadcast together with shapes {_SHAPE} {_SHAPE}(?: \(\))* ?$",
    ),
    saying(Kind.SHAPES, "C,numpy", rf"shapes {_SHAPE} and {_SHAPE} not aligned: "),
    saying(
        Kind.SHAPES,
        "pandas/core/computation,pandas/core/ops",
        rf"operands could not be broadcast together with shapes {_SHAPE} {_SHAPE} ?$",
    ),
    saying(
        Kind.RAGGED,
        "C,numpy",
        r"setting an array element with a sequence\. The requested array has an inhomogeneous",
    ),
    saying(
        Kind.PUT_SHAPES, "C",
        rf"could not broadcast input array from shape {_SHAPE} into shape {_SHAPE}$",
    ),
    saying(
        Kind.PUT_SHAPES,
        "C",
        rf"shape mismatch: value array of shape {_SHAPE} could not be broadcast to indexing result"
        rf" of shape {_SHAPE}$",
    ),
    saying(
        Kind.FILE_COLUMNS,
        "numpy",
        r"the number of columns changed from (\d+) to (\d+) at row (\d+)",
    ),
)  # fmt: skip
_TEXT = (
    saying(Kind.ARRAY_OF_TEXT, "C,numpy", r"cannot perform reduce with flexible type"),
    saying(
        Kind.ARRAY_OF_TEXT,
        "C,numpy",
        r"the resolved dtypes are not compatible with \w+\.reduce\. Resolved \(dtype\('<U",
    ),
    saying(Kind.ARRAY_OF_TEXT, "C", r"The 'out' kwarg is necessary when using the string multiply"),
    saying(
        Kind.ARRAY_OF_TEXT,
        "C",
        r"ufunc '\w+' did not contain a loop with signature matching types .*dtype\('<U",
    ),
)
_ALGEBRA = (
    saying(Kind.SINGULAR, "numpy", r"Singular matrix$"),
    saying(Kind.NOT_SQUARE, "numpy", r"Last 2 dimensions of the array must be square$"),
    saying(Kind.NO_MATRIX, "numpy", r"(\d)-dimensional array given\. Array must be at least"),
    saying(Kind.MATRIX_NAN, "numpy", r"Array must not contain infs or NaNs$"),
)
_OVERFLOW = (saying(Kind.INT_TYPE, "C", r"Python integer (-?\d{1,18}) out of bounds for (\w+)$"),)


_said_value = by_rows(_VALUE)
_said_type = by_rows(_TEXT)
_said_overflow = by_rows(_OVERFLOW)


def other_type(facts: Facts, name: str) -> Diagnosis | None:
    """An error of numpy's own types."""
    match name:
        case "LinAlgError":
            return meaning(facts, _ALGEBRA)
        case "UFuncTypeError" | "_UFuncNoLoopError" | "_UFuncOutputCastingError":
            found = _cast_in_place(facts) or table_values.text_and_column(facts)
            if found is None and not table_values.adds_text(facts):
                return meaning(facts, _TEXT)
            return found
        case "AxisError":
            return _axis(facts)
    return None


def _cast_in_place(facts: Facts) -> Diagnosis | None:
    """`numbers += 0.5`, of an array of whole numbers."""
    said = re.match(
        r"Cannot cast ufunc '\w+' output from dtype\('(\w+)'\) to dtype\('(\w+)'\)",
        message(facts),
    )
    match place.statement(facts):
        case ast.AugAssign(target=ast.Name() | ast.Attribute() as target, op=op, value=value):
            what = place.shown(facts, target)
            instead = f"{what} = {ast.unparse(ast.BinOp(target, op, value))}"
            if said is not None and is_from(facts, "C") and len(instead) <= 80:
                return Diagnosis(Kind.CAST_IN_PLACE, (what, said[2], said[1], instead))
    return None


def _axis(facts: Facts) -> Diagnosis | None:
    said = re.match(r"axis (-?\d+) is out of bounds for array of dimension (\d+)", message(facts))
    if said is None or not is_from(facts, "C", "numpy"):
        return None
    if said[2] == "0":
        return array_uses.numbers_in_list(facts) or Diagnosis(Kind.AXIS_OF_NUMBER, (int(said[1]),))
    return Diagnosis(Kind.AXIS, (int(said[1]), int(said[2]) - 1))


# -- made of what does not fit


def ragged(facts: Facts) -> Diagnosis | None:
    if facts.message != "setting an array element with a sequence." or not is_from(facts, "C"):
        return None
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript() as target]):
            return Diagnosis(Kind.ELEMENT_OF_LIST, (place.shown(facts, target),))
    is_made = called(facts, "array", "asarray") is not None
    return Diagnosis(Kind.RAGGED, (facts.line,)) if is_made else None


def put(facts: Facts) -> Diagnosis | None:
    """`numbers[0] = "x"`, or NaN into whole numbers."""
    text = re.match(
        r"(?:could not convert string to float|invalid literal for int\(\) with base 10):"
        r" (['\"].{0,40}['\"])$",
        facts.message,
    )
    is_nan = re.match(r"cannot convert float (?:NaN|infinity) to integer$", facts.message)
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript(value=owner)], value=given) if is_from(facts, "C"):
            value = place.known(facts, owner)
            is_array = value is not None and value.name == "ndarray"
            calls = [each for each in ast.walk(given) if isinstance(each, ast.Call)]
            if is_array and not any(place.builtin_called(facts, each) for each in calls):
                what = place.shown(facts, owner)
                if text is not None:
                    return Diagnosis(Kind.TEXT_INTO_ARRAY, (what, text[1]))
                if is_nan is not None:
                    return Diagnosis(Kind.NAN_INTO_INTS, (what,))
    return None


def text_of_array(facts: Facts) -> Diagnosis | None:
    """`array([...]).astype(int)`"""
    said = re.match(
        r"(?:could not convert string to float|invalid literal for int\(\) with base 10):"
        r" (?:np\.str_\()?(['\"].{0,40}?['\"])\)?$",
        facts.message,
    )
    if said is None or not is_from(facts, "C"):
        return None
    call = called(facts, "astype", "array", "asarray")
    return Diagnosis(Kind.COLUMN_NUMBER, (said[1],)) if call is not None else None


def int_of_nan(facts: Facts) -> Diagnosis | None:
    call = called(facts, "int", "round", "floor", "ceil")
    if facts.message != "cannot convert float NaN to integer" or not is_from(facts, "C"):
        return None
    if call is None or len(call.args) != 1:
        return None
    value, what = place.known(facts, call.args[0]), place.shown(facts, call.args[0])
    is_nan = value is None or value.name == "float64" or value == Value("float", ("nan",))
    return Diagnosis(Kind.INT_OF_NAN, (what,)) if is_nan and "..." not in what else None


def reshaped(facts: Facts) -> Diagnosis | None:
    said = re.match(r"cannot reshape array of size (\d+) into shape ", facts.message)
    call = called(facts, "reshape")
    if said is None or not is_from(facts, "C", "numpy"):
        return None
    match place.statement(facts), call:
        case _, ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy")), args=[_, shape]):
            parts = [shape]
        case _, ast.Call(args=[_, *_] as parts):
            pass
        case ast.Assign(targets=[ast.Attribute(attr="shape")], value=shape), None:
            parts = [shape]
        case _:
            return None
    lengths = _lengths(facts, parts)
    if not lengths:
        return None
    if -1 in lengths:
        return Diagnosis(Kind.RESHAPE_REST, (int(said[1]),))
    shape_ = f"({', '.join(map(str, lengths))}{',' if len(lengths) == 1 else ''})"
    return Diagnosis(Kind.RESHAPE, (int(said[1]), shape_, math.prod(lengths)))


def _lengths(facts: Facts, parts: list[ast.expr]) -> list[int]:
    """[] if they are not known."""
    match parts:
        case [ast.Tuple(elts=[*parts]) | ast.List(elts=[*parts])]:
            pass
        case [ast.Name() as name] if place.type_of(facts, name) in ("tuple", "list"):
            match place.known(facts, name):
                case Value("tuple" | "list", (int(length), [*items])) if length == len(items):
                    told = [Value(each[0], tuple(each[1:])).number for each in items]
                    return [each for each in told if each is not None] if None not in told else []
            return []
    found = [place.whole_number(facts, each) for each in parts]
    return [each for each in found if each is not None] if None not in found else []


# -- matrices

_PRODUCT = re.compile(
    r"matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature .*"
    r"\(size (\d+) is different from (\d+)\)"
)
_SOLVED = re.compile(
    r"solve1?: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature .*"
    r"\(size (\d+) is different from (\d+)\)"
)


def matrices(facts: Facts) -> Diagnosis | None:
    if (said := _PRODUCT.match(facts.message)) is not None and is_from(facts, "C", "numpy"):
        return Diagnosis(Kind.MATRIX_SIZES, (int(said[2]), int(said[1])))
    if (said := _SOLVED.match(facts.message)) is not None and is_from(facts, "numpy"):
        return Diagnosis(Kind.EQUATION_SIZES, (int(said[2]), int(said[1])))
    is_number = re.match(r"matmul: Input operand \d does not have enough dim", facts.message)
    nodes = place.in_statement(facts)
    if is_number and is_from(facts, "C") and any(isinstance(each, ast.MatMult) for each in nodes):
        return Diagnosis(Kind.MATRIX_NUMBER)
    return None


# -- put together

_JOIN = (
    "concatenate", "vstack", "hstack", "dstack", "stack", "column_stack", "row_stack", "append",
    "block",
)  # fmt: skip
_SIZES = re.compile(
    r"all the input array dimensions except for the concatenation axis must match exactly, but"
    r" along dimension (\d+), the array at index \d+ has size (\d+) and the array at index \d+ has"
    r" size (\d+)"
)
_DIMENSIONS = re.compile(
    r"all the input arrays must have same number of dimensions, but the array at index \d+ has"
    r" (\d+) dimension\(s\) and the array at index \d+ has (\d+) dimension\(s\)"
)
_ARGUMENTS = re.compile(
    r"only integer scalar arrays can be converted to a scalar index$"
    r"|'numpy\.ndarray' object cannot be interpreted as an integer$"
    r"|\w+\(\) takes (?:from )?\d.* positional arguments? but \d+ were given$"
)


def joined(facts: Facts) -> Diagnosis | None:
    call = called(facts, *_JOIN)
    if call is None or not is_from(facts, "C", "numpy"):
        return None
    function = f"{place.shown(facts, call.func)}()"
    if (said := _SIZES.match(facts.message)) is not None:
        return Diagnosis(Kind.JOIN_SIZES, (int(said[1]), int(said[2]), int(said[3])))
    if (said := _DIMENSIONS.match(facts.message)) is not None:
        return Diagnosis(Kind.JOIN_DIMENSIONS, (int(said[1]), int(said[2])))
    match facts.message:
        case "zero-dimensional arrays cannot be concatenated":
            return Diagnosis(Kind.JOIN_NUMBERS, (function,))
        case "all input arrays must have the same shape":
            return Diagnosis(Kind.STACK_SHAPES, (function,))
        case "need at least one array to concatenate" | "need at least one array to stack":
            return Diagnosis(Kind.JOIN_NOTHING, (function,))
    return _not_in_list(facts, call, function)


def _not_in_list(facts: Facts, call: ast.Call, function: str) -> Diagnosis | None:
    """`np.concatenate(one, two)`"""
    values = [place.known(facts, each) for each in call.args]
    are_arrays = all(each is not None and each.name in ("ndarray", "list") for each in values)
    if len(values) < 2 or not are_arrays or call.keywords or not _ARGUMENTS.match(facts.message):
        return None
    if function.endswith("append()"):
        return None
    listed = ", ".join(place.shown(facts, each) for each in call.args)
    return Diagnosis(Kind.IN_ONE_LIST, (function, f"{function[:-2]}([{listed}])"))


RULES = {
    "ValueError": (
        lengths.of_operands,
        array_loops.uneven,
        products.of_values,
        _said_value,
        ragged,
        put,
        text_of_array,
        int_of_nan,
        reshaped,
        matrices,
        joined,
        array_places.read_only,
        array_places.file_of_numbers,
        array_uses.at_random,
        array_uses.one_sided,
        array_uses.empty,
        scipy_given.called_before,
        scipy_given.beyond,
        scipy_given.same_sign,
        scipy_given.letters,
    ),
    "TypeError": (
        array_uses.shape_apart,
        array_uses.numbers_in_list,
        joined,
        _said_type,
        array_uses.number_expected,
        array_uses.several_for_one,
        array_uses.without_length,
        array_uses.whole_expected,
        array_uses.one_sided,
        array_places.column_of_list,
        scipy_given.called_before,
        scipy_given.start_values,
    ),
    "IndexError": (array_places.index, array_places.beyond, array_places.chosen_by),
    "AttributeError": (array_places.name_of_module, array_places.of_generator),
    "OverflowError": (_said_overflow,),
    "FileNotFoundError": (array_places.file_missing,),
}
"""For whatever has happened: they look themselves who has raised it."""
