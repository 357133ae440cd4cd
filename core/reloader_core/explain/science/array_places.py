"""Places in arrays of numpy's that are not there, files that it cannot read, and names that it does
not have. Pure but for file_missing(), which looks for a file."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import aliases, place
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.files import files
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import array_loops, array_uses


def index(facts: Facts) -> Diagnosis | None:
    """That is no whole number, or of one more direction than there is."""
    nodes = place.candidates(facts, ast.Subscript)
    if len(nodes) != 1 or not is_from(facts, "C"):
        return None
    what = place.shown(facts, nodes[0].value)
    if facts.message.startswith("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis"):
        return _no_whole(facts, nodes[0], what)
    if facts.message.startswith("arrays used as indices must be of integer"):
        return Diagnosis(Kind.ARRAY_INDEXES, (what,))
    if facts.message == "invalid index to scalar variable.":
        return Diagnosis(Kind.SINGLE_VALUE, (what,))
    said = re.match(
        r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
        facts.message,
    )
    if said is not None and said[1] == "0":
        return Diagnosis(Kind.NO_LENGTHS, (what,))
    if said is not None and "..." not in what:
        return Diagnosis(Kind.TOO_MANY_INDEXES, (what, int(said[1]), int(said[2])))
    return None


def _no_whole(facts: Facts, node: ast.Subscript, what: str) -> Diagnosis | None:
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    for part in parts:
        kind, shown = place.type_of(facts, part), place.shown(facts, part)
        match part:
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                instead = f"{place.operand(facts, left)} // {place.operand(facts, right)}"
                return Diagnosis(Kind.ARRAY_INDEX, (what, shown, "float", instead))
        if kind in ("float", "float64", "float32"):
            return Diagnosis(Kind.ARRAY_INDEX, (what, shown, kind, f"int({shown})"))
        value = place.known(facts, part)
        if kind == "str" and value is not None and (value.text or "").isdecimal():
            return Diagnosis(Kind.ARRAY_INDEX, (what, shown, kind, f"int({shown})"))
        if kind == "str":
            return Diagnosis(Kind.ARRAY_BY_NAME, (what, shown))
    return None


def beyond(facts: Facts) -> Diagnosis | None:
    said = re.match(r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)$", facts.message)
    if said is None or not is_from(facts, "C", "numpy"):
        return None
    nodes = place.candidates(facts, ast.Subscript) if facts.is_innermost else []
    call = called(facts, "delete", "insert", "take")
    if len(nodes) == 1:
        what = place.shown(facts, nodes[0].value)
    elif call is not None and call.args:
        what = place.shown(facts, call.args[0])
    else:
        return None
    length = int(said[2])
    if not length:
        dropped = array_uses.not_kept(facts, nodes[0].value) if len(nodes) == 1 else None
        return dropped or Diagnosis(Kind.ARRAY_EMPTY, (what,))
    node = nodes[0] if len(nodes) == 1 else None
    moved = array_loops.turned(facts, node) or array_loops.shortened(facts, node)
    return moved or Diagnosis(Kind.ARRAY_BEYOND, (what, int(said[1]), length, length - 1))


def chosen_by(facts: Facts) -> Diagnosis | None:
    """`numbers[answers]`, of which there are too many or too few."""
    said = re.match(
        r"boolean index did not match indexed array along (?:axis|dimension) \d+; (?:size of axis|"
        r"dimension) is (\d+) but (?:size of )?corresponding boolean (?:axis|dimension) is (\d+)",
        facts.message,
    )
    if said is None or not is_from(facts, "C"):
        return None
    return Diagnosis(Kind.MASK_LENGTH, (int(said[2]), int(said[1])))


def read_only(facts: Facts) -> Diagnosis | None:
    is_said = facts.message in ("assignment destination is read-only", "output array is read-only")
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript(value=owner)]):
            pass
        case ast.AugAssign(target=ast.Subscript(value=owner)):
            pass
        case ast.AugAssign(target=ast.Name() as owner):
            pass
        case _:
            return None
    if not is_said or not is_from(facts, "C"):
        return None
    return Diagnosis(Kind.ARRAY_READ_ONLY, (place.shown(facts, owner),))


def column_of_list(facts: Facts) -> Diagnosis | None:
    """`rows[:, 0]`, of a list of lists: a TypeError."""
    is_said = facts.message == "list indices must be integers or slices, not tuple"
    nodes = place.candidates(facts, ast.Subscript)
    if not is_said or len(nodes) != 1 or not is_from(facts, "C"):
        return None
    node = nodes[0]
    match node.slice:
        case ast.Tuple(elts=parts) if any(isinstance(each, ast.Slice) for each in parts):
            pass
        case _:
            return None
    what, index = place.shown(facts, node.value), place.shown(facts, node.slice).strip("()")
    if "..." in what + index or isinstance(node.ctx, ast.Store) or not _has_rows(facts, node.value):
        return None
    numpy = _numpy(facts)
    if numpy:
        return Diagnosis(Kind.LIST_NO_COLUMNS, (what, f"{numpy}.array({what})[{index}]"))
    match parts:
        case [ast.Slice(lower=None, upper=None, step=None), ast.expr() as column] if not isinstance(
            column, ast.Slice
        ):
            instead = f"[row[{place.shown(facts, column)}] for row in {what}]"
            return Diagnosis(Kind.LIST_NO_COLUMNS, (what, instead))
    return None


def _has_rows(facts: Facts, node: ast.expr) -> bool:
    """A list of lists, as far as its items are known."""
    value = place.known(facts, node)
    match value.details if value is not None else None:
        case (int(), [*items]):
            types = [Value(each[0], tuple(each[1:])).name for each in items]
            return all(each in ("list", "tuple") for each in types)
    return False


def _numpy(facts: Facts) -> str:
    """What the script calls it; '' if it does not import it as a whole."""
    for node in place.every(facts, ast.Import):
        for each in node.names:
            if each.name == "numpy":
                return each.asname or each.name
    return ""


# -- files


def file_missing(facts: Facts) -> Diagnosis | None:
    said = re.match(r"(\S.{0,200}) not found\.$", facts.message)
    folder = facts.told.get("folder", "")
    if said is None or not folder or not is_from(facts, "numpy"):
        return None
    return files.of_missing(said[1], folder)


def file_of_numbers(facts: Facts) -> Diagnosis | None:
    """loadtxt(), genfromtxt() and load()."""
    call = called(facts, "loadtxt", "genfromtxt", "load")
    if call is None or not call.args or not is_from(facts, "numpy"):
        return None
    if facts.message.startswith("This file contains pickled (object) data."):
        return Diagnosis(Kind.NO_NUMPY_FILE, (place.shown(facts, call.args[0]),))
    if said := re.search(r"Line #(\d+) \(got (\d+) columns instead of (\d+)\)", facts.message):
        return Diagnosis(Kind.FILE_COLUMNS, (int(said[3]), int(said[2]), int(said[1])))
    said = re.match(
        r"could not convert string (?:to float: )?('.{0,40}?')"
        r"(?: to \w+ at row (\d+), column (\d+)\.)?$",
        facts.message,
    )
    if said is None:
        return None
    sign = next((each for each in (",", ";") if each in said[1]), "")
    if sign and not any(each.arg in ("delimiter", None) for each in call.keywords):
        return Diagnosis(Kind.FILE_SIGN, (said[1], sign))
    if said[2] is None:
        return None
    return Diagnosis(Kind.FILE_TEXT, (said[1], int(said[2]) + 1, int(said[3])))


# -- names

_GONE = {
    "product": "prod", "cumproduct": "cumprod", "sometrue": "any", "alltrue": "all",
    "in1d": "isin", "trapz": "trapezoid", "row_stack": "vstack",
}  # fmt: skip
_IN_PARTS = {
    "linalg": (
        "det", "inv", "pinv", "eig", "eigh", "eigvals", "norm", "solve", "lstsq", "svd", "qr",
        "cholesky", "matrix_rank", "matrix_power", "cond",
    ),
    "random": (
        "rand", "randn", "randint", "choice", "shuffle", "permutation", "seed", "uniform",
        "normal", "binomial", "poisson", "default_rng", "random_sample",
    ),
    "fft": ("rfft", "ifft", "fftfreq", "rfftfreq", "fftshift", "fft2"),
}  # fmt: skip
"""Names that stand in a part of numpy, and are near others that mean something else."""
_NOWHERE = ("mode",)
"""What numpy does not have, and is near to a name that means something else."""
_OF_GENERATOR = {
    "randint": "integers", "rand": "random", "randn": "standard_normal",
    "random_integers": "integers", "random_sample": "random",
}  # fmt: skip
_ALIAS = re.compile(r".*\n`np\.(\w+)` was a deprecated alias for the builtin `(\w+)`")
_REMOVED = re.compile(r"`np\.(\w+)` was removed in the NumPy 2\.0 release\. Use `([\w.()]+)`")


def name_of_module(facts: Facts) -> Diagnosis | None:
    """`np.float`, `np.arrange`: the module itself says that it has no such name."""
    if not is_from(facts, "numpy"):
        return None
    said = _ALIAS.match(facts.message) or _REMOVED.match(facts.message)
    if said is not None:
        own = aliases.of(facts, "numpy")
        instead = re.sub(r"^np\.", f"{own}.", said[2])
        return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{own}.{said[1]}", instead))
    return not_in_module(facts, "numpy", _GONE)


def not_in_module(facts: Facts, module: str, gone: dict[str, str]) -> Diagnosis | None:
    """Of one that has a function for names that it does not have."""
    said = re.match(r"[Mm]odule '([\w.]+)' has no attribute '(\w+)'$", facts.message)
    if said is None or said[1].split(".")[0] != module:
        return None
    nodes = [
        node
        for node in place.candidates(facts, ast.Attribute)
        if node.attr == said[2] and isinstance(node.value, ast.Name)
    ]
    owner = place.shown(facts, nodes[0].value) if len(nodes) == 1 else ""
    if not owner:
        return None
    if said[2] in gone:
        return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{owner}.{said[2]}", f"{owner}.{gone[said[2]]}"))
    if said[1] == "numpy":
        for part, names in _IN_PARTS.items():
            if said[2] in names:
                instead = f"{owner}.{part}.{said[2]}"
                return Diagnosis(Kind.NEAR_IN_MODULE, (said[1], said[2], instead))
    told = facts.told.get("attributes") or facts.told.get("attributes_of", {}).get(owner)
    near = nearest(said[2], told[0]) if told and said[2] not in _NOWHERE else ""
    if near:
        return Diagnosis(Kind.NEAR_IN_MODULE, (said[1], said[2], f"{owner}.{near}"))
    return Diagnosis(Kind.NOT_IN_MODULE, (said[1], said[2])) if told else None


def of_generator(facts: Facts) -> Diagnosis | None:
    """`np.random.default_rng().randint()`"""
    said = re.match(
        r"'numpy\.random\._generator\.Generator' object has no attribute '(\w+)'$", facts.message
    )
    instead = _OF_GENERATOR.get(said[1]) if said is not None else None
    if said is None or instead is None or not is_from(facts, "C"):
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Attribute(attr="rand" | "randn"), args=[_, _, *_] as lengths):
                # they stand in brackets of their own there
                instead += f"(({', '.join(place.shown(facts, each) for each in lengths)}))"
    return Diagnosis(Kind.GENERATOR_NAME, (said[1], f".{instead}"))
