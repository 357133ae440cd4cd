"""What an error means, of arrays of numpy's, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainArrayTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4() | self._part_5()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.SHAPE_IN_BRACKETS: self.tr(
                "{function} takes the lengths in all directions as one thing, in brackets of their"
                " own. Write: {instead}"
            ),
            Kind.SHAPE_APART: self.tr(
                "{function} takes the lengths one after the other, without brackets of their own."
                " Write: {instead}"
            ),
            Kind.MATRIX_SIZES: self.tr(
                "For a product of matrices, the first one has to have as many columns as the second"
                " one has rows, and here it has {length} columns for {given} rows. Print .shape of"
                " both; .T turns one round, and * multiplies value by value."
            ),
            Kind.PRODUCT_VALUES: self.tr(
                "{what} has rows of {width} values, and each is multiplied by the values of"
                " {what2}, of which line {line} writes {given}. Write there as many as a row of"
                " {what} has: {width}"
            ),
            Kind.PRODUCT_ROWS: self.tr(
                "{what} has rows of {width} values, and each is multiplied by the values of"
                " {what2}, of which line {line} writes {given}. Write there as many as a row has:"
                " {width}. Or if {what2} is to have one for each row, as it has now, write here:"
                " {instead}"
            ),
            Kind.MATRIX_NUMBER: self.tr(
                "@ multiplies matrices, and one side is a single number. Write * in place of @"
            ),
            Kind.RAGGED: self.tr(
                "What an array is made of in line {line} has rows of different lengths, or numbers"
                " beside lists. All rows have to be of the same length; print len() of each."
            ),
            Kind.ELEMENT_OF_LIST: self.tr(
                "{what} is a place for a single number, and what it is to get has several values."
                " Take one of them, or make the array larger."
            ),
            Kind.RESHAPE: self.tr(
                "An array of {length} values does not fit into the shape {shape}, which has room"
                " for {product}. The numbers of the shape, multiplied, have to give {length}; in"
                " place of one of them, -1 stands for what is left."
            ),
            Kind.RESHAPE_REST: self.tr(
                "An array of {length} values cannot be divided into rows or columns of the length"
                " that is asked for here: something would be left over. The lengths given have to"
                " divide {length}."
            ),
            Kind.FILE_TEXT: self.tr(
                "The file has {text} where a number is expected, in row {line}, column {column}"
                " (counted from 1). If that is a heading, leave it out with skiprows=1; columns are"
                " chosen with usecols="
            ),
            Kind.FILE_SIGN: self.tr(
                "{text} is taken for one number, because blanks are expected between the values."
                ' Say which sign stands there: delimiter="{sign}"'
            ),
            Kind.FILE_COLUMNS: self.tr(
                "The rows of the file have {length} values each, and row {line} has {given}. Look"
                " for what is missing or too much there."
            ),
            Kind.ARRAY_INDEX: self.tr(
                "The places of {what} are found by whole numbers, and {index} is {type}. Write:"
                " {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ARRAY_BY_NAME: self.tr(
                "{what} is an array, whose places have numbers and no names, and {index} is text."
                " Use a whole number from 0 on; names are for dictionaries and tables."
            ),
            Kind.ARRAY_INDEXES: self.tr(
                "The places to be taken from {what} are whole numbers, and these numbers have a"
                " point. Make whole ones of them: .astype(int)"
            ),
            Kind.TOO_MANY_INDEXES: self.tr(
                "In the brackets of {what}, {given} places are asked for, one for each direction,"
                " and the array has no more than {length}. Print {what}.shape before this line."
            ),
            Kind.SINGLE_VALUE: self.tr(
                "{what} is a single number and has no places to choose from. Leave the last"
                " brackets out, or look where it was made."
            ),
            Kind.ARRAY_BEYOND: self.tr(
                "{what} has {length} places in that direction, counted from 0 to {last}, and here"
                " the place {index} is asked for."
            ),
            Kind.ARRAY_EMPTY: self.tr(
                "{what} is empty in that direction, so there is nothing to be taken out. Look why"
                " nothing came into it."
            ),
            Kind.JOIN_SIZES: self.tr(
                "What is put together has to be as long in each other direction. In direction"
                " {axis} (counted from 0), the first has {length} and another one {given}. Print"
                " .shape of all."
            ),
            Kind.JOIN_DIMENSIONS: self.tr(
                "What is put together has to have as many directions, and here one has {length} and"
                " another one {given}. A single row becomes a table of one row by .reshape(1, -1),"
                " and one column by .reshape(-1, 1)."
            ),
            Kind.JOIN_NUMBERS: self.tr(
                "{function} puts arrays together, and here it gets single numbers. Put each into a"
                " list, or make one array of all: np.array([...])"
            ),
            Kind.ROW_VALUES: self.tr(
                "Each row of {what} holds {width} values, and {what2} holds {length}. They only"
                " fit if {what2} has one value for each in a row."
            ),
            Kind.ROW_OR_COLUMN: self.tr(
                "Each row of {what} holds {width} values, and {what2} holds {length}. If it is to"
                " have one value for each in a row, it needs {width}; if it has one for each row,"
                " write: {instead}"
            ),
            Kind.STACK_SHAPES: self.tr(
                "{function} lays arrays on top of each other, and they have different shapes. Print"
                " .shape of each before this line."
            ),
            Kind.CAST_IN_PLACE: self.tr(
                "{what} keeps the type of its values, {dtype}, when it is changed in place, and the"
                " result is {result}. Make a new array: {instead}"
            ),
            Kind.ARRAY_OF_TEXT: self.tr(
                "There is text in what line {line} calculates with. Make numbers of it first:"
                " float(), or .astype(float) for an array."
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.UFUNC_TYPES: self.tr(
                "{function} takes numbers, and what it gets is of another kind: text perhaps, or a"
                " mixture. Print it and its .dtype before this line; .astype(float) makes numbers"
                " of text."
            ),
            Kind.UFUNC_NONE: self.tr(
                "{function} takes numbers, and one of the values that it gets is None. Look where"
                " it comes from; for a value that is missing, use np.nan"
            ),
            Kind.UFUNC_OBJECTS: self.tr(
                "The array that {function} gets holds objects of any type (its dtype is object),"
                " also where they are numbers. Make an array of numbers of it: .astype(float)"
            ),
            Kind.AXIS: self.tr(
                "The array has no axis {axis}: its directions are counted from 0, and the last one"
                " is {last}. Leave axis= out, or take another one."
            ),
            Kind.AXIS_OF_NUMBER: self.tr(
                "What is worked with here is a single number, which has no axis {axis}. Several"
                " values are given in one list."
            ),
            Kind.PUT_SHAPES: self.tr(
                "What is put into the array has the shape {first}, and the place for it {second}."
                " Choose a place as large as the values, or give as many values."
            ),
            Kind.TEXT_INTO_ARRAY: self.tr(
                "{what} holds numbers, and {text} is put into it. Make a number of it first, or"
                " collect such values in a list."
            ),
            Kind.NAN_INTO_INTS: self.tr(
                "{what} holds whole numbers, and for a value that is missing (NaN) or infinite"
                " there is none. Make it for numbers with a point first: .astype(float)"
            ),
            Kind.INT_OF_NAN: self.tr(
                "{what} is NaN here, which stands for a value that is missing, and no whole number"
                " stands for that. Test it first: if not math.isnan({what}):"
            ),
            Kind.CHOICE_WEIGHTS: self.tr(
                "In {call}, there have to be as many chances (p=) as there are things to choose"
                " from."
            ),
            Kind.CHOICE_SUM: self.tr(
                "In {call}, the chances (p=) have to add up to 1. Divide each by the sum of all."
            ),
            Kind.CHOICE_ROWS: self.tr(
                "{function} chooses from a plain row of values, and here it gets a table with rows."
                " Choose the number of a row: table[np.random.randint(len(table))]"
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.SINGULAR: self.tr(
                "The matrix in line {line} is singular: one of its rows can be made from the"
                " others, so it has no inverse and no single solution. Check its numbers;"
                " np.linalg.lstsq() and np.linalg.pinv() find the nearest."
            ),
            Kind.NOT_SQUARE: self.tr(
                "In line {line}, a matrix with as many rows as columns is needed, and this one is"
                " not square. Print its .shape before."
            ),
            Kind.NO_MATRIX: self.tr(
                "A matrix has rows and columns, and what is given here is {length}-dimensional."
                " Write the rows as lists in a list: [[1, 2], [3, 4]]"
            ),
            Kind.MATRIX_NAN: self.tr(
                "In what is calculated with in line {line}, values are missing (NaN) or infinite."
                " Find them with np.isnan() or np.isinf(), and take them out."
            ),
            Kind.EQUATION_SIZES: self.tr(
                "There have to be as many results on the right as the matrix has rows: it has"
                " {length}, and {given} are given."
            ),
            Kind.ONE_OF_ARRAY: self.tr(
                "{function} takes a single value, and {what} is an array. For each of its values,"
                " write: {instead}; if there is only one in it, {what}.item() takes it out."
            ),
            Kind.RANGE_OF_ARRAY: self.tr(
                "range() takes one whole number, and {what} is an array. To count through it, write"
                " range(len({what})); to go through its values, write only {what}"
            ),
            Kind.NO_LENGTHS: self.tr(
                "{what} is an array that holds a single number, so it has no length and no items."
                " It is made with brackets: np.array([5]) has one item, np.array(5) none."
            ),
            Kind.EMPTY_ARRAY: self.tr(
                "{function} needs at least one value, and the array is empty. Check first: if"
                " len(...) > 0:"
            ),
            Kind.WHERE_BOTH: self.tr(
                "{function} takes the condition alone, or with two more things: what to put where"
                " it is true, and what else."
            ),
            Kind.INT_TYPE: self.tr(
                "The number {number} is too large or too small for values of the type {dtype}. Take"
                " a larger type for the array, such as dtype=int"
            ),
            Kind.ARRAY_READ_ONLY: self.tr(
                "{what} can only be read here, because other data is behind it. Change a copy:"
                " {what}.copy()"
            ),
        }

    def _part_5(self) -> dict[Kind, str]:
        return {
            Kind.SPLIT_EQUAL: self.tr(
                "{function} makes parts of the same size, and here something would be left over."
                " np.array_split() takes the same, and makes some parts smaller."
            ),
            Kind.XY_UNEQUAL: self.tr(
                "{function} needs as many values for x as for y, and here they are not. Print len()"
                " of both before this line."
            ),
            Kind.XY_LENGTHS: self.tr(
                "{first} has {length} values and {second} has {given}, and here they belong"
                " together one by one. Give as many of both."
            ),
            Kind.SAVED_AS_NUMBERS: self.tr(
                "{function} writes numbers unless it is told otherwise, and there is text in the"
                ' array. Write fmt="%s" as the last thing in its brackets.'
            ),
            Kind.NEGATIVE_LENGTH: self.tr(
                "In {call}, a length is negative. Print it before this line."
            ),
            Kind.GENERATOR_NAME: self.tr(
                "What np.random.default_rng() makes has other names than np.random: .{attribute} is"
                " called {instead} there."
            ),
            Kind.COUNT_WHOLE: self.tr(
                "{function} takes as the number of values a whole number, and {what} is {type}. For"
                " steps of a certain size, use np.arange(start, end, step)"
            ),
            Kind.NO_NUMPY_FILE: self.tr(
                "{what} was not made by np.save(), so np.load() cannot read it. Text is read with"
                " np.loadtxt() or pandas.read_csv()"
            ),
            Kind.EINSUM_LETTERS: self.tr(
                "In the text of einsum(), the part for array {number} (counted from 1) has"
                " another number of letters than the array has directions. Write one letter for"
                " each direction: print its .ndim"
            ),
            Kind.RAGGED_ROW: self.tr(
                "The row in line {line} has {given} values, and the other rows have {length}."
                " All rows of an array have to be of the same length: look at that one."
            ),
            Kind.PRODUCT_TURNED: self.tr(
                "For a product, the first table needs as many columns as the second has rows, and"
                " {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows."
                " If a column of each stands for the same, write: {instead} If a row does: {other}"
            ),
            Kind.PRODUCT_BY_COLUMNS: self.tr(
                "For a product, the first table needs as many columns as the second has rows, and"
                " {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows."
                " If a column of each stands for the same, write: {instead}"
            ),
            Kind.PRODUCT_BY_ROWS: self.tr(
                "For a product, the first table needs as many columns as the second has rows, and"
                " {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows."
                " If a row of each stands for the same, write: {instead}"
            ),
            Kind.PRODUCT_TABLES: self.tr(
                "For a product, the first table needs as many columns as the second has rows, and"
                " {what} (line {line}) has {width} columns, {what2} (line {line2}) {given} rows."
                " Look in these lines which numbers are missing or too many."
            ),
        }


EXPLAIN_ARRAYS = ExplainArrayTexts()
