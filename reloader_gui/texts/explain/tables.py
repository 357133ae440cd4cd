"""What an error means, of tables of pandas', in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainTableTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return (
            self._part_1()
            | self._part_2()
            | self._part_3()
            | self._part_4()
            | self._part_5()
            | self._part_6()
            | self._part_7()
        )

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.NO_COLUMN_NEAR: self.tr(
                "The table {what} has no column {key}. Line {line} has made it with {near}: a name"
                " has to be written just as it is there, capital letters and blanks, too."
            ),
            Kind.NO_COLUMN_READ: self.tr(
                "The table {what} has no column {key}. Print its columns before this line:"
                " print(list({what})). If all names stand in a single text there, tell {function}"
                ' the sign between them, such as sep=";"'
            ),
            Kind.NO_COLUMNS: self.tr(
                "The table {what} lacks some of the columns that are named here: {keys}. Print its"
                " columns before this line: print(list({what}))"
            ),
            Kind.DROP_ROW: self.tr(
                "drop() looks for {key} among the names of the rows, and {what} has no such row."
                " For a column, write: {instead}"
            ),
            Kind.TWO_COLUMNS: self.tr(
                "In {what}, both names together are taken for the name of one column. For several"
                " columns, write a list of them: {instead}"
            ),
            Kind.TABLE_CELL: self.tr(
                "In {what}, the two things in the brackets together are taken for the name of one"
                " column. For a single cell, by row and column, write: {instead}"
            ),
            Kind.CSV_HEADING: self.tr(
                "Line {line} of the file has {given} values, and the lines before have only one. If"
                " a heading stands above the table, pass over it with skiprows=; if the values have"
                ' another sign between them, tell it with sep=, such as sep=";"'
            ),
            Kind.TEXT_PLUS_COLUMN: self.tr(
                "{text} is text, and what is in {what} is not, so + cannot put them together. Make"
                " text of it first: {instead}"
            ),
            Kind.ROW_BY_NUMBER: self.tr(
                "The brackets of the table {what} take the name of a column, and no column is"
                " called {key}. For the row at that place, counted from 0, write: {instead}"
            ),
            Kind.NO_LABEL: self.tr(
                "{what}[ ] takes the name that a row has in the index, and there is none called"
                " {key}: rows that were left out leave gaps, and a loop may go one too far. See"
                " them with print({what}.index); by its place, a row is {what}.iloc[ ]"
            ),
            Kind.MERGE_KEY: self.tr(
                "merge() looks for the column {key} in both tables, {first} and {second}, and one"
                " of them has none of that name. Print the columns of both; where the names differ,"
                " write left_on= and right_on= in place of on="
            ),
            Kind.MERGE_KEYS_APART: self.tr(
                "The table {table} has no column {key}, by which merge() is to find its rows. Print"
                " its columns before this line: print(list({table}))"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.MERGE_NOTHING: self.tr(
                "The two tables have no column of the same name, so merge() does not know which"
                ' rows belong together. Name the columns: left_on="...", right_on="..."'
            ),
            Kind.MERGE_TYPES: self.tr(
                "The columns by which the two tables are to be put together are of different types,"
                " {first} and {second}, so no row would fit another one. Make both the same first,"
                " such as with .astype(str)"
            ),
            Kind.MERGE_OF: self.tr(
                "merge() puts tables together, and what it gets here is {type2}. Make a table of it"
                " first, with pandas.DataFrame()"
            ),
            Kind.JOIN_OVERLAP: self.tr(
                "Both tables have a column of this name: {columns}. If the rows are to be found by"
                " it, use merge(..., on=...) in place of join(); else give lsuffix= and rsuffix=,"
                " which are put behind the two names."
            ),
            Kind.IN_ONE_LIST: self.tr(
                "{function} takes all that it works with in one list. Write: {instead}"
            ),
            Kind.JOIN_NOTHING: self.tr(
                "{function} gets an empty list here, so there is nothing to put together. Look why"
                " nothing was added to it before."
            ),
            Kind.JOIN_OF_OTHER: self.tr(
                "concat() puts tables and columns together, and one thing in its list is {type2}."
                " Make a table of it first: of a single row, with pandas.DataFrame([...])"
            ),
            Kind.CAST_MISSING: self.tr(
                "In {what}, some values are missing (NaN) or infinite, and no whole number stands"
                " for these. Fill them first, such as with .fillna(0), or leave such rows out with"
                " .dropna()"
            ),
            Kind.COLUMN_NUMBER: self.tr(
                "Of the text {text}, no number can be made. Look at that value;"
                ' pandas.to_numeric(..., errors="coerce") puts NaN in place of what is no number.'
            ),
            Kind.COLUMN_COMMA: self.tr(
                "Numbers are written with a point in Python, and {text} has a comma. Replace it"
                ' first: .str.replace(",", "."), or read the file with decimal=","'
            ),
            Kind.COLUMN_DECIMAL: self.tr(
                "{text} has a decimal point, and of such text no whole number can be made. Make a"
                " number with a point of it first: .astype(float)"
            ),
            Kind.TEXT_AMONG_NUMBERS: self.tr(
                "Only numbers can be used here, and there is text among them: {text}. Choose the"
                " columns with numbers, or make numbers of the text first."
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.COLUMN_LENGTHS: self.tr(
                "The columns of a table have to be of the same length, and here they are not:"
                " {lengths}. Give each column as many values."
            ),
            Kind.COLUMNS_UNEQUAL: self.tr(
                "The columns of a table have to be of the same length, and those in line {line} are"
                " not. Print len() of each before."
            ),
            Kind.VALUES_FOR_ROWS: self.tr(
                "There are {length} rows, and {given} values are given for them. Give as many"
                " values as there are rows."
            ),
            Kind.COLUMN_NAMES: self.tr(
                "Names for {given} columns are given, and the rows have {length} values. Give as"
                " many names as a row has values."
            ),
            Kind.TABLE_SHAPE: self.tr(
                "The values have {first} (rows, columns), and the names given for them are for"
                " {second}. Give a name for each."
            ),
            Kind.AXIS_NAMES: self.tr(
                "{what} has {length} names, and here it gets {given}. Give one name for each; to"
                " change only some of them, use .rename()."
            ),
            Kind.SCALAR_COLUMNS: self.tr(
                "A table has columns, and each of them is a list, even of one value. Write the"
                ' values in brackets, as in {{"name": ["Ann"]}}'
            ),
            Kind.TABLE_OF_TEXT: self.tr(
                "DataFrame() makes a table of lists or of a dictionary, and {what} is text. If that"
                " is the name of a file, read it: pandas.read_csv({what})"
            ),
            Kind.AND_OF_MANY: self.tr(
                "'{operator}' wants one answer, and here stand many, one for each value. Write:"
                " {instead}"
            ),
            Kind.SIGN_BRACKETS: self.tr(
                "The {sign} is done before the comparisons on its two sides. Put each of them in"
                " brackets: {instead}"
            ),
            Kind.CSV_FIELDS: self.tr(
                "Line {line} of the file has {given} values, where {length} were expected after the"
                " lines before. Look at that line: a comma inside a text needs quotes around it,"
                ' and another sign between the values is told with sep=, such as sep=";"'
            ),
            Kind.CSV_EMPTY: self.tr(
                "There is nothing in the file that is read here. Look whether it is the right one,"
                " and whether it was saved."
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.FILE_COLUMN: self.tr(
                "The first line of the file has no column {key}. Look how the names are written"
                " there, and which sign stands between them (sep=)."
            ),
            Kind.NO_EXCEL: self.tr(
                "{what} is no Excel file, whatever its name is. If it is text with commas, read it"
                " with pandas.read_csv()"
            ),
            Kind.EXCEL_NAME: self.tr(
                "By the end of the file's name, pandas cannot see that it is to be an Excel file."
                " Let the name end in .xlsx"
            ),
            Kind.NO_FOLDER: self.tr(
                "The folder {folder} does not exist, so nothing can be saved in it. Make it first:"
                " os.makedirs({folder}, exist_ok=True)"
            ),
            Kind.TABLE_DATE: self.tr(
                "{text} is no date of the form {format}. Say how the dates are written, as in"
                ' format="%d.%m.%Y", or that the day comes first: dayfirst=True;'
                ' errors="coerce" puts NaT in place of what is no date.'
            ),
            Kind.NO_DATE: self.tr(
                '{text} is no date that can be read. Look at that value; errors="coerce" puts NaT'
                " in place of what is no date."
            ),
            Kind.TABLE_ATTRIBUTE: self.tr(
                "{what} has neither a column nor a function of the name {attribute}. Check how it"
                " is written; the columns are printed by: print(list({what}))"
            ),
            Kind.SERIES_STR: self.tr(
                "{what} is a column with many values. What is done to the text of each of them"
                " stands behind .str: {instead}"
            ),
            Kind.SERIES_DT: self.tr(
                "{what} is a column. What each of its dates has stands behind .dt: {instead}"
            ),
            Kind.ONE_COLUMN_HAS: self.tr(
                "{what} is a table, and .{attribute} is what one column has. Choose a column first,"
                " as in: {instead}"
            ),
            Kind.ROW_BEYOND: self.tr(
                "{what} has no row at the place {index}, for it has fewer. Places are counted from"
                " 0, so the last one is len({what}) - 1."
            ),
            Kind.ILOC_BEYOND: self.tr(
                "One of the places in the brackets of {what} is beyond its end. Places are counted"
                " from 0; .shape says how many rows and columns there are."
            ),
        }

    def _part_5(self) -> dict[Kind, str]:
        return {
            Kind.ILOC_GROWS: self.tr(
                "{what} can only change rows that are there, and this place is beyond the end. To"
                " add a row, use .loc with a new name."
            ),
            Kind.ILOC_NAME: self.tr(
                "{what} counts: it takes whole numbers, and {index} is a name. By names, rows and"
                " columns are found with: {instead}"
            ),
            Kind.ROW_MISMATCH: self.tr(
                "The row that is put into {what} has another number of values than the table has"
                " columns. Give one value for each column."
            ),
            Kind.TABLE_CALLED: self.tr(
                "{what} is no function: what is in it is taken with square brackets. Write:"
                " {instead}"
            ),
            Kind.DUPLICATE_LABELS: self.tr(
                "In line {line}, several rows or columns have the same name, so it is not clear"
                " which one is meant. If the names of the rows do not matter, number them anew"
                " before: .reset_index(drop=True). If they do, leave only one of each:"
                " .index.duplicated() says which come again."
            ),
            Kind.COMPARE_LABELS: self.tr(
                "In line {line}, two columns or tables are compared whose rows do not have the same"
                " names or number. Compare only what belongs together, or number both anew:"
                " .reset_index(drop=True)"
            ),
            Kind.COMPARE_LENGTHS: self.tr(
                "What is compared here has {length} values on one side and {given} on the other."
                " There must be as many on both."
            ),
            Kind.MASK_LENGTH: self.tr(
                "What stands in the brackets has {given} answers (True or False), and there are"
                " {length} values to choose from. Make it of the same data, so that there are as"
                " many."
            ),
            Kind.COLUMN_OF_TEXT: self.tr(
                "{function}() calculates with numbers, and there is text in what it gets. Choose"
                " the columns with numbers, as with numeric_only=True, or make numbers of the text:"
                " pandas.to_numeric()"
            ),
            Kind.COLUMN_OPERATION: self.tr(
                "{operator} does not work between {type} and {type2}, and that is what the columns"
                " here have. To make numbers of text, use pandas.to_numeric(); to make text of all,"
                " .astype(str)"
            ),
            Kind.COLUMN_SORTED: self.tr(
                "What is sorted here holds both {type} and {type2}, and these have no order. If"
                " they are meant as numbers, make numbers of all first, with pandas.to_numeric();"
                " if as text, use .astype(str)"
            ),
            Kind.PLOT_NO_NUMBERS: self.tr(
                "There are no numbers in what is to be drawn. If they are text still, make numbers"
                " of them first: pandas.to_numeric()"
            ),
        }

    def _part_6(self) -> dict[Kind, str]:
        return {
            Kind.APPLY_ROWS: self.tr(
                "Without axis=1, apply() gives the function one column after the other, so {item}"
                " is a column here and has no {key}. For rows, write axis=1 as the last thing in"
                " the brackets of apply()"
            ),
            Kind.ROWS_LOOPED: self.tr(
                "A loop over a table gives the names of its columns, so {item} is a name and no"
                " row. For the rows of {table}, write: {instead}"
            ),
            Kind.ROWS_COUNTED: self.tr(
                "iterrows() gives two things for each row, its name and the row itself, and {item}"
                " is both in one. Write: {instead}"
            ),
            Kind.ROWS_NAMED: self.tr(
                "itertuples() gives each row as a tuple, in which the values have names behind a"
                " point, so {item}[ ] takes only numbers. Write: {instead}"
            ),
            Kind.GROUPS_COUNTED: self.tr(
                "A loop over groupby() gives two things for each group, its name and its rows, and"
                " {item} is both in one. Write: {instead}"
            ),
            Kind.COLUMN_TEXTS: self.tr(
                "{operator} does not work between texts, and that is what the columns here have."
                " Make numbers of them first: pandas.to_numeric(), or dates: pandas.to_datetime()"
            ),
            Kind.QUERY_NAME: self.tr(
                "In the text for query(), {name} is neither a column nor anything else that is"
                " known. If it is a variable of the script, write @ before it there: @{name}; if it"
                " is text, write it in quotes; if it is a column, check how its name is written."
            ),
            Kind.QUERY_EQUALS: self.tr(
                "In the text for query(), = stands alone. To compare, write =="
            ),
            Kind.CUT_LABELS: self.tr(
                "Between the edges (bins) lie fewer pieces than there are edges: give one label"
                " less than edges."
            ),
            Kind.DATES_AS_INDEX: self.tr(
                "Only rows whose names (the index) are dates can be put together by time, and here"
                " the index is {type2}. Before: .set_index(...) with a column that"
                " pandas.to_datetime() has made."
            ),
            Kind.COLUMN_EXISTS: self.tr(
                "There is a column {key} already, and insert() makes new ones only. To change it,"
                " write: {instead}"
            ),
            Kind.PIVOT_TWICE: self.tr(
                "For one place of the new table there are several values, and it is not said which."
                " pivot_table() puts them together; how, says aggfunc=, such as"
                ' aggfunc="sum"'
            ),
        }

    def _part_7(self) -> dict[Kind, str]:
        return {
            Kind.DATE_PLUS_NUMBER: self.tr(
                "A number cannot be added to dates, as it does not say of what. For days, add"
                " pandas.Timedelta(days=...)"
            ),
            Kind.DTYPE_NAME: self.tr(
                "There is no type of values with the name {text}. Common ones are int, float, str"
                " and bool."
            ),
            Kind.NO_SUCH_CHOICE: self.tr(
                "{text} is none of the values that can be given here. These can: {choices}"
            ),
            Kind.CHOICE_NEAR: self.tr(
                "{text} is none of the values that can be given here. Did you mean {near}?"
            ),
            Kind.EITHER_VALUE: self.tr(
                "'{sign}' stands between two conditions, and {value} alone is none. To ask for one"
                " of several values, write: {instead}"
            ),
            Kind.TRUTH_OF_TABLE: self.tr(
                "{what} holds many values, and one answer is asked of it here. To ask whether there"
                " is something, write: {instead}"
            ),
        }


EXPLAIN_TABLES = ExplainTableTexts()
