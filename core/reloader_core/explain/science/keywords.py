"""Names of arguments that functions of pandas' and scikit-learn's do not take, or not any more, and
values that seaborn takes by their names alone. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.said_by import is_from
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_UNEXPECTED = re.compile(
    r"(?:\w+\.)*?(\w+)(?:\.__init__)?\(\) got an unexpected keyword arg.* '(\w+)'"
)
_PACKAGES = ("pandas", "sklearn", "seaborn")
_TABLES = (
    "DataFrame", "Series", "DataFrameGroupBy", "SeriesGroupBy", "Index", "DatetimeIndex",
    "RangeIndex",
)  # fmt: skip
_FOREST = (
    "n_estimators criterion max_depth min_samples_split min_samples_leaf max_features bootstrap"
    " n_jobs random_state class_weight max_leaf_nodes verbose"
)
_TREE = "criterion splitter max_depth min_samples_split min_samples_leaf max_features random_state"
_TAKE = {
    "rename": "mapper index columns axis inplace level errors",
    "drop": "labels axis index columns level inplace errors",
    "sort_values": "by axis ascending inplace kind na_position ignore_index key",
    "read_csv": "sep delimiter header names index_col usecols dtype engine converters skiprows"
    " skipinitialspace skipfooter nrows na_values parse_dates date_format dayfirst encoding"
    " decimal thousands comment quotechar on_bad_lines chunksize compression",
    "to_csv": "sep na_rep float_format columns header index index_label mode encoding decimal"
    " compression quoting date_format",
    "merge": "how on left_on right_on left_index right_index sort suffixes indicator validate",
    "groupby": "by level as_index sort group_keys observed dropna",
    "dropna": "axis how thresh subset inplace ignore_index",
    "fillna": "value axis inplace limit",
    "pivot_table": "values index columns aggfunc fill_value margins dropna observed sort",
    "pivot": "columns index values",
    "reset_index": "level drop inplace names",
    "set_index": "keys drop append inplace",
    "drop_duplicates": "subset keep inplace ignore_index",
    "concat": "objs axis join ignore_index keys names sort",
    "read_excel": "sheet_name header names index_col usecols dtype skiprows nrows na_values",
    "to_excel": "sheet_name na_rep float_format columns header index index_label startrow",
    "to_datetime": "errors dayfirst yearfirst utc format exact unit origin",
    "to_numeric": "errors downcast",
    "melt": "id_vars value_vars var_name value_name",
    "sample": "n frac replace weights random_state axis ignore_index",
    "value_counts": "normalize sort ascending bins dropna",
    "DataFrame": "data index columns dtype",
    "train_test_split": "test_size train_size random_state shuffle stratify",
    "KMeans": "n_clusters init n_init max_iter random_state algorithm",
    "KNeighborsClassifier": "n_neighbors weights algorithm leaf_size metric n_jobs",
    "KNeighborsRegressor": "n_neighbors weights algorithm leaf_size metric n_jobs",
    "RandomForestClassifier": _FOREST,
    "RandomForestRegressor": _FOREST,
    "DecisionTreeClassifier": _TREE,
    "DecisionTreeRegressor": _TREE,
    "LogisticRegression": "C solver max_iter random_state class_weight l1_ratio tol verbose",
    "SVC": "C kernel degree gamma coef0 probability random_state class_weight max_iter",
    "PCA": "n_components whiten svd_solver random_state",
    "GridSearchCV": "estimator param_grid scoring n_jobs refit cv verbose",
    "OneHotEncoder": "categories drop sparse_output dtype handle_unknown",
}
"""Names that they know, as far as anybody may mean them."""
_MEANT = {
    **dict.fromkeys(
        (("sort_values", name) for name in ("column", "columns", "on", "key_column")), "by"
    ),
    **dict.fromkeys((("groupby", name) for name in ("column", "columns", "on")), "by"),
    **dict.fromkeys(
        ((function, name) for function in ("read_excel", "to_excel") for name in ("sheet",)),
        "sheet_name",
    ),
    **dict.fromkeys(
        (("read_csv", name) for name in ("separator", "seperator", "seperater", "delim")), "sep"
    ),
    **dict.fromkeys((("to_csv", name) for name in ("separator", "seperator", "delimiter")), "sep"),
    ("read_csv", "columns"): "usecols",
    ("read_csv", "index"): "index_col",
    ("read_csv", "date_parser"): "date_format",
    ("dropna", "columns"): "subset",
    ("drop_duplicates", "columns"): "subset",
    ("rename", "cols"): "columns",
    ("train_test_split", "seed"): "random_state",
    ("train_test_split", "test"): "test_size",
    ("KMeans", "k"): "n_clusters",
    ("KNeighborsClassifier", "k"): "n_neighbors",
    ("KNeighborsRegressor", "k"): "n_neighbors",
    **dict.fromkeys(
        ((f"RandomForest{kind}", "n_trees") for kind in ("Classifier", "Regressor")), "n_estimators"
    ),
}  # fmt: skip


def unexpected(facts: Facts) -> Diagnosis | None:
    """A TypeError."""
    said = _UNEXPECTED.match(facts.message)
    if said is None or not is_from(facts, "C", *_PACKAGES):
        return None
    name, is_said = said[2], re.match(r"(?:NDFrame|DataFrame|Series)\.", facts.message)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if name in [each.arg for each in call.keywords]
        and (is_said or is_of_package(facts, call.func))
    ]
    if len(calls) != 1:
        return None
    call = calls[0]
    function, shown = place.name_called(call), f"{place.shown(facts, call.func)}()"
    if said[1] not in (function, "__init__") and not _is_renamed_import(facts, function, said[1]):
        return None
    value = next(each.value for each in call.keywords if each.arg == name)
    if (gone := _gone(facts, call, function, name, value)) is not None:
        return gone
    taken = _TAKE.get(function, "").split()
    left = [each for each in taken if each not in [other.arg for other in call.keywords]]
    near = _turned(function, name, value) or _MEANT.get((function, name)) or nearest(name, left)
    if near:
        return Diagnosis(Kind.NEAR_KEYWORD, (shown, name, near))
    return Diagnosis(Kind.UNKNOWN_KEYWORD, (shown, name))


def _is_renamed_import(facts: Facts, own: str, name: str) -> bool:
    """`from sklearn.svm import SVC as Model`"""
    return any(
        (each.asname, each.name) == (own, name)
        for node in place.every(facts, ast.ImportFrom)
        for each in node.names
    )


def is_of_package(facts: Facts, function: ast.expr) -> bool:
    """It is called on a table or column of pandas', on one of these modules, or was imported from
    one of them."""
    match function:
        case ast.Name(id=name):
            return any(
                (each.asname or each.name) == name
                for node in place.every(facts, ast.ImportFrom)
                if (node.module or "").partition(".")[0] in _PACKAGES and not node.level
                for each in node.names
            )
        case ast.Attribute(value=owner):
            while not isinstance(owner, ast.Name):
                match owner:
                    case ast.Attribute() | ast.Subscript():
                        owner = owner.value
                    case ast.Call(func=inner):
                        owner = inner
                    case _:
                        return False
            value = place.known(facts, owner)
            if _module(facts, owner) in _PACKAGES:
                return True
            return value is not None and value.type == "object" and value.name in _TABLES
    return False


def _module(facts: Facts, owner: ast.expr) -> str:
    """The package that this name was imported as; '' if it is none."""
    for node in place.every(facts, ast.Import):
        for each in node.names:
            if isinstance(owner, ast.Name) and owner.id == (each.asname or each.name):
                return each.name.partition(".")[0]
    return ""


def _turned(function: str, name: str, value: ast.expr) -> str:
    """`reverse=True`, which sorted() takes."""
    match function, name, value:
        case "sort_values" | "sort_index", "reverse" | "descending" | "desc", ast.Constant(
            value=bool(is_turned)
        ):
            return f"ascending={not is_turned}"
    return ""


_FILLS = {"ffill": "ffill", "pad": "ffill", "bfill": "bfill", "backfill": "bfill"}


def _gone(
    facts: Facts, call: ast.Call, function: str, name: str, value: ast.expr
) -> Diagnosis | None:
    """What an older version took."""
    shown = f"{place.shown(facts, call.func)}()"
    match function, name, value:
        case "fillna", "method", ast.Constant(value=str(way)) if way in _FILLS:
            assert isinstance(call.func, ast.Attribute)
            instead = f"{place.in_full(facts, call.func.value)}.{_FILLS[way]}()"
            return Diagnosis(Kind.KEYWORD_GONE, (shown, name, instead))
        case "OneHotEncoder", "sparse", _:
            instead = f"sparse_output={place.shown(facts, value)}"
            return Diagnosis(Kind.KEYWORD_GONE, (shown, name, instead))
        case (("LinearRegression" | "Ridge" | "Lasso" | "ElasticNet"), "normalize", _):
            rest = ", ".join(
                [
                    *(place.shown(facts, each) for each in call.args),
                    *(
                        f"{each.arg}={place.shown(facts, each.value)}"
                        for each in call.keywords
                        if each.arg != name
                    ),
                ]
            )
            model = f"{place.shown(facts, call.func)}({rest})"
            instead = f"make_pipeline(StandardScaler(), {model})"
            return Diagnosis(Kind.NORMALIZE_GONE, (shown, instead))
        case (("read_csv" | "read_table"), "error_bad_lines", _):
            return Diagnosis(Kind.KEYWORD_GONE, (shown, name, 'on_bad_lines="skip"'))
        case "read_csv", "squeeze", _:
            return Diagnosis(Kind.KEYWORD_GONE, (shown, name, '.squeeze("columns")'))
    return None


def by_place(facts: Facts) -> Diagnosis | None:
    """`sns.barplot("day", "sales", data=df)`"""
    said = re.match(
        r"(\w+)\(\) (?:got multiple values for argument 'data'"
        r"|takes from 0 to 1 positional arguments but [23] )",
        facts.message,
    )
    if said is None or not is_from(facts, "C", "seaborn"):
        return None
    call = place.called(facts, said[1])
    if call is None or not 2 <= len(call.args) <= 3 or not isinstance(call.func, ast.Attribute):
        return None
    if _module(facts, call.func.value) != "seaborn":
        return None
    names = dict(zip(("x", "y", "hue"), call.args, strict=False))
    if {"x", "y", "hue", None} & {each.arg for each in call.keywords}:
        return None
    parts = [f"{name}={place.shown(facts, each)}" for name, each in names.items()]
    parts += [f"{each.arg}={place.shown(facts, each.value)}" for each in call.keywords]
    instead = f"{place.shown(facts, call.func)}({', '.join(parts)})"
    return Diagnosis(Kind.BY_NAME_ONLY, (said[1], instead)) if "..." not in instead else None


_INVALID = re.compile(
    r"Invalid parameter '?(\w+)'? for estimator (\w+)\(.*?[Vv]alid parameters are: \[(.*?)\]\.?$",
    re.DOTALL,
)


def of_estimator(facts: Facts) -> Diagnosis | None:
    """`GridSearchCV(SVC(), {"kernal": [...]})`, and set_params(): a ValueError."""
    said = _INVALID.match(facts.error.message)
    if said is None or not is_from(facts, "sklearn"):
        return None
    names = re.findall(r"'(\w+)'", said[3])
    if said[2] == "Pipeline":
        is_whole = "__" not in said[1]
        return Diagnosis(Kind.PIPELINE_PARAMETER, (said[1],)) if is_whole else None
    if near := nearest(said[1], names):
        return Diagnosis(Kind.NEAR_KEYWORD, (f"{said[2]}()", said[1], near))
    return Diagnosis(Kind.UNKNOWN_KEYWORD, (f"{said[2]}()", said[1]))
