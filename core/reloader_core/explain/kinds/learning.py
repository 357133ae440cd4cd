"""Models of scikit-learn's: see entry.py. Pure."""

from __future__ import annotations

from reloader_core.explain.kinds.entry import Entry


class LearningKinds:
    NEED_TABLE = Entry("need table", "what", "instead")
    NEED_TABLE_COLUMN = Entry("need table column", "what", "instead")
    COLUMN_SINGLE = Entry("column single", "what", "line", "instead")
    NEED_TABLE_LIST = Entry("need table list", "what")
    NEED_TABLE_EITHER = Entry("need table either", "what", "instead", "instead2")
    TOO_DEEP = Entry("too deep", "length")
    INPUT_NAN = Entry("input nan", "name")
    INPUT_INFINITE = Entry("input infinite", "name")
    NOT_FITTED = Entry("not fitted", "what")
    SAMPLES = Entry("samples", "lengths")
    FEATURES = Entry("features", "given", "name", "length")
    FEATURE_NAMES = Entry("feature names")
    LABELS_CONTINUOUS = Entry("labels continuous")
    ONE_CLASS = Entry("one class")
    NEIGHBOURS = Entry("neighbours", "length", "given")
    CLUSTERS = Entry("clusters", "given", "length")
    FOLDS = Entry("folds", "length", "given")
    STRATIFY = Entry("stratify")
    SPLIT_EMPTY = Entry("split empty", "given")
    PARAMETER = Entry("parameter", "keyword", "name", "value", "value2")
    UNSEEN = Entry("unseen", "value")
    DOCUMENTS = Entry("documents")
    METRIC_MIX = Entry("metric mix", "first", "second")
    METRIC_AVERAGE = Entry("metric average", "function")
    MODEL_NOT_MADE = Entry("model not made", "what", "instead")
    INPUT_TEXT = Entry("input text")
    TARGET_COLUMNS = Entry("target columns")
    NORMALIZE_GONE = Entry("normalize gone", "function", "instead")
    DATASET_GONE = Entry("dataset gone", "name")
    PIPELINE_PARAMETER = Entry("pipeline parameter", "keyword")
    START_VALUES = Entry("start values", "function", "length", "given")
    BEYOND_KNOWN = Entry("beyond known", "value", "value2", "instead")
    SAME_SIGN = Entry("same sign", "function", "first", "second")
    SPLIT_ORDER = Entry("split order", "line", "instead")
