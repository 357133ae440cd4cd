"""What an error means, of models of scikit-learn's, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainLearningTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.NEED_TABLE: self.tr(
                "The model takes a table with a row for each sample, and {what} is a single row of"
                " values. Write: {instead}"
            ),
            Kind.NEED_TABLE_COLUMN: self.tr(
                "The model takes a table with a row for each sample, and {what} is a single"
                " column of values. Write {instead} here, and do the same with each column that"
                " the model gets later."
            ),
            Kind.COLUMN_SINGLE: self.tr(
                "The model takes a table, and {what} is a single column. With double brackets it"
                " is a table with one column. Write in line {line}: {instead}"
            ),
            Kind.NEED_TABLE_LIST: self.tr(
                "The model takes a table with a row for each sample, and {what} is not one. Put"
                " each sample in brackets of its own, as in [[1], [2], [3]]"
            ),
            Kind.NEED_TABLE_EITHER: self.tr(
                "The model takes a table with a row for each sample, and {what} is a single row of"
                " values. If these are the values of one sample, write {instead}; if each is a"
                " sample of its own, {instead2}"
            ),
            Kind.TOO_DEEP: self.tr(
                "The model takes a table, which has two directions, and this has {length}. Lay the"
                " values of a sample in one row: x.reshape(len(x), -1)"
            ),
            Kind.INPUT_NAN: self.tr(
                "In {name}, values are missing (NaN), and this model cannot work with that. Leave"
                " such rows out with .dropna(), or fill them: .fillna(0), SimpleImputer()"
            ),
            Kind.INPUT_INFINITE: self.tr(
                "In {name}, a value is infinite or too large, as a division by 0 makes it. Find it"
                " with np.isinf() and take it out."
            ),
            Kind.NOT_FITTED: self.tr(
                "{what} has learned nothing yet. Call its .fit(...) with the data before this line."
            ),
            Kind.SAMPLES: self.tr(
                "What is given together has to have as many rows, and here they have: {lengths}."
                " Print len() of each before this line."
            ),
            Kind.FEATURES: self.tr(
                "The number of columns is {given} here, and {name} has learned from {length}. Give"
                " the same columns as to .fit()."
            ),
            Kind.FEATURE_NAMES: self.tr(
                "The columns of this table have other names, or another order, than those that the"
                " model has learned from. Give the same columns, in the same order, as to .fit()."
            ),
            Kind.LABELS_CONTINUOUS: self.tr(
                "A classifier learns which group something belongs to, and the targets (y) are"
                " numbers with a point. To learn such numbers, take a regression, such as"
                " LinearRegression(); groups are whole numbers or texts."
            ),
            Kind.ONE_CLASS: self.tr(
                "All targets (y) are the same here, so there is nothing to tell apart. Look how"
                " they were chosen; there must be at least two different ones."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.NEIGHBOURS: self.tr(
                "The model is to look at {length} neighbours, and it has learned from only {given}"
                " samples. Take more samples, or a smaller n_neighbors="
            ),
            Kind.CLUSTERS: self.tr(
                "There are {given} samples, and they are to be put into {length} groups. Take more"
                " samples, or fewer groups (n_clusters=)."
            ),
            Kind.FOLDS: self.tr(
                "The data is to be divided into {length} parts, and there are {given} samples. Take"
                " a smaller number, such as cv=2, or more samples."
            ),
            Kind.STRATIFY: self.tr(
                "For stratify=, each group has to have two members or more, and one has a single"
                " one. Leave stratify= out, or leave that group out of the data."
            ),
            Kind.SPLIT_EMPTY: self.tr(
                "The number of samples is {given}, too small to be split into two parts. Look where"
                " the data comes from."
            ),
            Kind.PARAMETER: self.tr(
                "{name} cannot work with {keyword}={value}. It has to be: {value2}"
            ),
            Kind.UNSEEN: self.tr(
                "{value} was not among the values that were learned from, so there is no number for"
                " it. Call .fit() with all values that can come."
            ),
            Kind.DOCUMENTS: self.tr(
                "Several texts are expected, in a list, and here stands a single text. Put it in"
                " brackets: [text]"
            ),
            Kind.METRIC_MIX: self.tr(
                "The two sides are of different kinds, {first} and {second}: a classification has"
                " groups on both, as .predict() of a classifier gives them. For numbers with a"
                " point, use mean_squared_error() or r2_score()"
            ),
            Kind.METRIC_AVERAGE: self.tr(
                "With more than two groups, {function} has to be told how to put their numbers"
                ' together. Write average="macro" (each group counts the same) or'
                ' average="weighted" as the last thing in its brackets.'
            ),
            Kind.MODEL_NOT_MADE: self.tr(
                "{what} is the class of the model, and no model yet. Write brackets behind it where"
                " it gets its name: {instead}"
            ),
            Kind.INPUT_TEXT: self.tr(
                "A model calculates with numbers, and there is text in the data. Choose the columns"
                " with numbers, or turn text into numbers first: pandas.get_dummies(),"
                " OrdinalEncoder()"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.TARGET_COLUMNS: self.tr(
                "The targets (y) have to be a single row of values, and here is a table. Choose one"
                " column of it."
            ),
            Kind.NORMALIZE_GONE: self.tr(
                "{function} has no normalize= any more. Leave it out; to bring all columns to"
                " one scale, write: {instead}, which come from sklearn.pipeline and"
                " sklearn.preprocessing"
            ),
            Kind.DATASET_GONE: self.tr(
                "{name} was taken out of scikit-learn. Other data for such a model are given by"
                " load_diabetes() and fetch_california_housing(), from sklearn.datasets too."
            ),
            Kind.PIPELINE_PARAMETER: self.tr(
                "In a pipeline, a parameter is called with the step that it belongs to before"
                " it, and __ between both, as in 'svc__{keyword}'."
            ),
            Kind.START_VALUES: self.tr(
                "Behind its first argument, {function} has {length} numbers to be found, and p0="
                " gives {given} to start with. Give one for each."
            ),
            Kind.BEYOND_KNOWN: self.tr(
                "{value} lies beyond the values that are known here, which end at {value2}. Stay"
                " within them, or let it go on beyond: {instead}"
            ),
            Kind.SAME_SIGN: self.tr(
                "{function} needs two ends at which the function has different signs, as a zero"
                " lies between them then. At {first} and {second} it has the same sign. Print"
                " both values, and take other ends."
            ),
            Kind.SPLIT_ORDER: self.tr(
                "train_test_split() gives both parts of the first thing, and then both parts of"
                " the second, and line {line} names them in another order. Write there: {instead}"
            ),
        }


EXPLAIN_LEARNING = ExplainLearningTexts()
