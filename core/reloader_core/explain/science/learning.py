"""What scikit-learn says of models and their data. Pure; see said_by.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import by_rows, is_from, saying
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.science import columns

_LEARN = "sklearn"
_VALUE = (
    saying(Kind.TOO_DEEP, _LEARN, r"Found array with dim (\d), while dim <= 2 is required"),
    saying(Kind.TOO_DEEP, _LEARN, r"Found array with dim (\d)\. .{1,60} expected <= 2"),
    saying(Kind.INPUT_NAN, _LEARN, r"Input (X|y) contains NaN"),
    saying(
        Kind.INPUT_INFINITE, _LEARN, r"Input (X|y) contains infinity or a value too large for dtype"
    ),
    saying(
        Kind.SAMPLES,
        _LEARN,
        r"Found input variables with inconsistent numbers of samples: \[([\d, ]{1,80})\]",
    ),
    saying(
        Kind.FEATURES,
        _LEARN,
        r"X has (\d+) features, but (\w+) is expecting (\d+) features as input",
    ),
    saying(
        Kind.FEATURE_NAMES,
        _LEARN,
        r"The feature names should match those that were passed during fit",
    ),
    saying(Kind.LABELS_CONTINUOUS, _LEARN, r"Unknown label type: .{0,3}continuous\b(?!-)"),
    saying(
        Kind.ONE_CLASS,
        _LEARN,
        r"(?:This solver needs samples of at least 2 classes in the data, but the data contains"
        r" only one class|The number of classes has to be greater than one; got 1 class)",
    ),
    saying(
        Kind.NEIGHBOURS,
        _LEARN,
        r"Expected n_neighbors <= n_samples(?:_fit)?, +but n_neighbors = (\d+), n_samples(?:_fit)?"
        r" = (\d+)",
    ),
    saying(Kind.CLUSTERS, _LEARN, r"n_samples=(\d+) should be >= n_clusters=(\d+)"),
    saying(
        Kind.FOLDS,
        _LEARN,
        r"Cannot have number of splits n_splits=(\d+) greater than the number of samples:"
        r" n_samples=(\d+)",
    ),
    saying(
        Kind.STRATIFY, _LEARN, r"The least populated class(?:es)? in y ha(?:s|ve) only 1 member"
    ),
    saying(
        Kind.SPLIT_EMPTY,
        _LEARN,
        r"With n_samples=(\d+), test_size=\S+ and train_size=\S+, the resulting train set will be",
    ),
    saying(
        Kind.DOCUMENTS, _LEARN,
        r"Iterable over raw text documents expected, string object received",
    ),
    saying(
        Kind.METRIC_MIX,
        _LEARN,
        r"Classification metrics can't handle a mix of (\S+) and (\S+) targets",
    ),
    saying(
        Kind.UNSEEN,
        _LEARN,
        r"y contains previously unseen labels: \[?(?:np\.str_\()?('.{1,40}?'|\d+)\)?\]?$",
    ),
    saying(
        Kind.UNSEEN,
        _LEARN,
        r"Found unknown categories \[(?:np\.str_\()?('.{1,40}?')\)?\] in column \d+ during transf",
    ),
    saying(
        Kind.INPUT_TEXT,
        _LEARN,
        r"dtype='numeric' is not compatible with arrays of bytes/strings",
    ),
)  # fmt: skip
_FLAT = re.compile(
    r"Expected 2D array, got (?:1D|scalar) array instead"
    r"|Expected a 2-dimensional container but got <class 'pandas\.[\w.]*Series'> instead"
)
_USES = ("fit", "predict", "transform", "fit_transform", "score", "predict_proba", "fit_predict",
         "decision_function", "inverse_transform")  # fmt: skip


said_value = by_rows(_VALUE)


def target_columns(facts: Facts) -> Diagnosis | None:
    """`fit(X, table)`, and not `fit(X_train, X_test)`, where another thing is meant."""
    is_said = re.match(r"y should be a 1d array, got an array of shape", facts.message)
    if is_said is None or not is_from(facts, _LEARN):
        return None
    call = called(facts, *_USES)
    if call is not None and len(call.args) > 1 and _is_data(facts, call.args[1]):
        return None
    return Diagnosis(Kind.TARGET_COLUMNS)


def _is_data(facts: Facts, node: ast.expr) -> bool:
    """By its name: X, X_test, and not y."""
    return place.shown(facts, node)[:1] in "xX"


def _are_turned(facts: Facts, call: ast.Call) -> bool:
    """`fit(y, X)`"""
    if len(call.args) < 2:
        return False
    first, second = call.args[:2]
    if place.shown(facts, first)[:1] in "yY" and _is_data(facts, second):
        return True
    is_table = columns.is_table(facts, second) and not columns.is_table(facts, first)
    return is_table and not _is_data(facts, first)


def flat(facts: Facts) -> Diagnosis | None:
    """A row of values where a table is needed."""
    call = called(facts, *_USES)
    if call is None or not call.args or not _FLAT.match(facts.message):
        return None
    if not is_from(facts, "sklearn") or _are_turned(facts, call):
        return None
    data = call.args[0]
    value, what = place.known(facts, data), place.shown(facts, data)
    match data:
        case ast.Subscript(value=ast.Name() as table, slice=ast.Constant(value=str())):
            if columns.is_table(facts, table):
                name = place.shown(facts, data.slice)
                return Diagnosis(Kind.NEED_TABLE_COLUMN, (what, f"{table.id}[[{name}]]"))
    if (made := _column_of(facts, data)) is not None and isinstance(made.targets[0], ast.Name):
        assert isinstance(made.value, ast.Subscript) and isinstance(made.value.value, ast.Name)
        column, of = made.targets[0].id, made.value.value.id
        instead = f"{column} = {of}[[{place.in_full(facts, made.value.slice)}]]"
        return Diagnosis(Kind.COLUMN_SINGLE, (column, made.lineno, instead))
    is_fit = place.shown(facts, call.func).rpartition(".")[2].startswith("fit")
    match value.name if value is not None else "":
        case "ndarray" if is_fit:
            return Diagnosis(Kind.NEED_TABLE, (what, f"{what}.reshape(-1, 1)"))
        case "ndarray":
            values = what, f"{what}.reshape(1, -1)", f"{what}.reshape(-1, 1)"
            return Diagnosis(Kind.NEED_TABLE_EITHER, values)
        case "Series" if is_fit:
            return Diagnosis(Kind.NEED_TABLE_COLUMN, (what, f"{what}.to_frame()"))
        case "Series":
            values = what, f"{what}.to_frame().T", f"{what}.to_frame()"
            return Diagnosis(Kind.NEED_TABLE_EITHER, values)
        case "list" if value is not None and value.length:
            if is_fit:
                return Diagnosis(Kind.NEED_TABLE_LIST, (what,))
            return Diagnosis(
                Kind.NEED_TABLE_EITHER, (what, f"[{what}]", f"[[each] for each in {what}]")
            )
    return None


def _column_of(facts: Facts, data: ast.expr) -> ast.Assign | None:
    """`X = table["size"]`, where the data are X, or part of it by train_test_split(X, y)."""
    if place.type_of(facts, data) != "Series" or not isinstance(data, ast.Name):
        return None
    source = _split_from(facts, data.id) or data
    made = origin.assigned(facts, source)
    match made:
        case ast.Assign(
            value=ast.Subscript(value=ast.Name(id=table), slice=ast.Constant(value=str()))
        ) if _is_read(facts, table):
            return made
    return None


def _split_from(facts: Facts, name: str) -> ast.expr | None:
    """What train_test_split() has made it of."""
    around = origin.only_bound(facts, name)
    for node in scope.in_scope(around) if around is not None else ():
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=parts)],
                value=ast.Call(
                    func=ast.Name(id="train_test_split") | ast.Attribute(attr="train_test_split"),
                    args=given,
                ),
            ) if all(isinstance(each, ast.Name) for each in parts):
                names = [each.id for each in parts if isinstance(each, ast.Name)]
                if name in names and len(names) == 2 * len(given):
                    return given[names.index(name) // 2]
    return None


def _is_read(facts: Facts, name: str) -> bool:
    """A table that a function of pandas' has made."""
    tree = place.tree_of(facts)
    made = [
        node.value
        for node in (scope.in_scope(tree) if tree is not None else ())
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute | ast.Name)
        and re.match(r"(?:\w+\.)?(?:DataFrame|read_\w+)$", ast.unparse(each.func)) is not None
        for each in made
    )


def text_in_data(facts: Facts) -> Diagnosis | None:
    """`model.fit()` of columns with text: it may be pandas or numpy that says so."""
    through = [str(each).replace("\\", "/") for each in facts.told.get("through", ())]
    said = re.match(r"could not convert string to float: ('.{0,40}')$", facts.message)
    if said is None or not through or "/sklearn/" not in through[0]:
        return None
    call = called(facts, *_USES)
    return Diagnosis(Kind.TEXT_AMONG_NUMBERS, (said[1],)) if call is not None else None


def average(facts: Facts) -> Diagnosis | None:
    call = called(facts, "f1_score", "precision_score", "recall_score", "fbeta_score")
    is_said = facts.message.startswith("Target is multiclass but average='binary'")
    if call is None or not is_said or not is_from(facts, "sklearn"):
        return None
    return Diagnosis(Kind.METRIC_AVERAGE, (f"{place.shown(facts, call.func)}()",))


def other_type(facts: Facts, name: str) -> Diagnosis | None:
    """An error of scikit-learn's own types."""
    if not is_from(facts, "sklearn"):
        return None
    match name:
        case "NotFittedError":
            return _not_fitted(facts)
        case "InvalidParameterError":
            return _parameter(facts)
    return None


def _not_fitted(facts: Facts) -> Diagnosis | None:
    said = re.match(r"This (\w+) instance is not fitted yet", facts.message)
    call = called(facts, *_USES, "score_samples", "get_feature_names_out")
    if said is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    return Diagnosis(Kind.NOT_FITTED, (place.shown(facts, call.func.value),))


def _parameter(facts: Facts) -> Diagnosis | None:
    said = re.match(
        r"The '(\w+)' parameter of (\w+) must be (.{1,180}?)\. Got (.{1,40}) instead",
        facts.message,
    )
    if said is None:
        return None
    ways = re.sub(r"\{(.*?)\}", _in_order, said[3])
    return Diagnosis(Kind.PARAMETER, (said[1], said[2], said[4], ways))


def _in_order(names: re.Match[str]) -> str:
    """A set has another order in each run."""
    return "{" + ", ".join(sorted(names[1].split(", "))) + "}"


def not_made(facts: Facts) -> Diagnosis | None:
    """`model = LinearRegression`, without brackets."""
    call = called(facts, *_USES)
    if call is None or not isinstance(call.func, ast.Attribute):
        return None
    if not is_from(facts, "C", "sklearn"):
        return None
    is_said = re.match(
        r"'[\w.]+' object has no attribute '_validate_params'"
        r"|\w+\.?\w+\(\) missing \d required positional arguments?: ('y'|'X'|'X' and 'y')",
        facts.message,
    )
    owner = call.func.value
    match origin.value(facts, owner):
        case ast.Name(id=name) if is_said and _is_imported(facts, name):
            value = place.known(facts, owner)
            if value is not None and value.name in ("ABCMeta", "type"):
                what = place.shown(facts, owner)
                return Diagnosis(Kind.MODEL_NOT_MADE, (what, f"{what} = {name}()"))
    return None


def _is_imported(facts: Facts, name: str) -> bool:
    """From scikit-learn."""
    for node in place.every(facts, ast.ImportFrom):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                if module.split(".")[0] == "sklearn":
                    if any((each.asname or each.name) == name for each in names):
                        return True
    return False


def split_order(facts: Facts) -> Diagnosis | None:
    """`X_train, y_train, X_test, y_test = train_test_split(X, y)`"""
    call = called(facts, "fit", "score", "fit_transform")
    is_said = re.match(
        r"Found input variables with inconsistent numbers of samples"
        r"|y should be a 1d array, got an array of shape",
        facts.message,
    )
    if call is None or not is_said or len(call.args) != 2 or not is_from(facts, "sklearn"):
        return None
    asked = [place.shown(facts, each) for each in call.args]
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(), ast.Name(), ast.Name(), ast.Name()] as parts)],
                value=ast.Call(
                    func=ast.Name(id="train_test_split") | ast.Attribute(attr="train_test_split"),
                    args=[_, _],
                ) as split,
            ):
                names = [place.shown(facts, each) for each in parts]
                if asked not in (names[:2], names[2:]) or _are_in_order(names):
                    continue
                order = ", ".join((names[0], names[2], names[1], names[3]))
                instead = f"{order} = {place.in_full(facts, split)}"
                return Diagnosis(Kind.SPLIT_ORDER, (node.lineno, instead))
    return None


def _are_in_order(names: list[str]) -> bool:
    """X_train, X_test, y_train, y_test; so it is fit() that got the wrong ones of them."""
    are_for_training = ["train" in each.lower() for each in names]
    if any(are_for_training):
        return are_for_training in ([True, False, True, False], [False, True, False, True])
    first, second, third, fourth = (each[:1].lower() for each in names)
    return first == second != third == fourth


def dataset(facts: Facts) -> Diagnosis | None:
    """`from sklearn.datasets import load_boston`"""
    said = re.match(r"\s*`(load_\w+)` has been removed from scikit-learn", facts.error.message)
    if said is None or not is_from(facts, "sklearn"):
        return None
    return Diagnosis(Kind.DATASET_GONE, (f"{said[1]}()",))


RULES = {
    "ImportError": (dataset,),
    "ValueError": (split_order, target_columns, said_value, flat, text_in_data, average),
    "AttributeError": (not_made,),
    "TypeError": (not_made,),
}
"""For whatever has happened: they look themselves who has raised it."""
