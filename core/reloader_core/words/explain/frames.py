"""What an error means, of what tables of pandas' are asked for and its functions do not take, in
English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

FRAME_SENTENCES: dict[Kind, str] = {
    Kind.MADE_FOR_ONE: (
        "{function} is made for one value, and line {line} gives it a whole column: {what}. To let"
        " it judge each value by itself, write there: {instead}"
    ),
    Kind.KEYWORD_GONE: (
        "{function} has no {keyword}= any more, which is from an older version. Write: {instead}"
    ),
    Kind.COLUMN_HIDDEN: (
        "{what} is a function that every table has, and not the column {attribute}. For the"
        " column, write: {instead}"
    ),
    Kind.JSON_TEXT: (
        "read_json() takes the name of a file, and {what} is the text itself. Write import io at"
        " the top of the file, and here: {instead}"
    ),
    Kind.NAN_NOT_TEXT: (
        "{item} is NaN here: it stands for a value that is missing, and is a number (float) and"
        ' no text. Before this, fill what is missing, as with .fillna(""), or leave it out with'
        " .dropna()"
    ),
    Kind.LIST_NO_COLUMNS: (
        "{what} is a list of lists, and only an array can be asked with a comma in the brackets."
        " Write: {instead}"
    ),
    Kind.TEXT_POINTS_SIGN: (
        "Of the text {text}, no number can be made, as there is {sign} in it and a comma where"
        " Python has the point. Change this first: {instead}"
    ),
    Kind.NO_GROUP_NEAR: (
        "No group is called {key}: groups are called as the values in the column are written."
        " Did you mean {near}?"
    ),
    Kind.NO_GROUP: (
        "No group is called {key}: groups are called as the values in the column are written."
        " See them with print(list({what}.groups))"
    ),
    Kind.GROUP_TUPLE: (
        "groupby() got a list, so each group is called by a tuple, and not by {key} alone."
        " Write: {instead}"
    ),
    Kind.DATE_COMPARED: (
        "The column holds dates with times, and {what} is a date alone, so they cannot be"
        " compared. Write: {instead}"
    ),
    Kind.YEAR_OF_DATES: (
        "The column holds dates, and {number} is a number. If the year is meant, write: {instead}"
    ),
    Kind.COLUMN_TIMEZONE: (
        "Either the times in the column or {what} has a time zone, and the other one has none,"
        " so they cannot be compared. Write: {instead}"
    ),
    Kind.DATES_OF_TEXT: (
        "{what} is no dates yet, and is calculated with dates here. Make dates of it first:"
        " {instead}"
    ),
    Kind.DATE_RANGE_FOUR: (
        "Of start, end, periods= and freq=, {function} takes three, and the fourth follows from"
        " them. Leave one out."
    ),
    Kind.VALUE_OF_DTYPE: (
        "The column holds values of the type {dtype}, and {text} is of another one. If it is to"
        " hold both, write before: {instead}"
    ),
    Kind.QUERY_BLANK: (
        "In query(), the name of a column with a blank in it stands between ` and `. Write:"
        " {instead}"
    ),
    Kind.MASK_OF_OTHER: (
        "The rows of {what} are chosen here by a condition on {table}, which has other rows."
        " Write: {instead}"
    ),
    Kind.MASK_UNALIGNED: (
        "The condition was made of another table than {what}, or before rows were left out, so"
        " the names of its rows are not those of {what}. Make it of {what} as it is now."
    ),
    Kind.SHEET_UNKNOWN: (
        "The file has no sheet '{name}': capital letters and blanks count, too. See the names"
        " with print({call})"
    ),
    Kind.MERGED_TWICE: (
        "Both tables had a column {key}, so merge() has called them {first} (of {table}) and"
        " {second} (of {table2}). Write one of these."
    ),
    Kind.NO_ROW_LEVELS: (
        "{what} has no row {key}. Its rows are called by the values of several columns, in this"
        " order: {names}. Give them in that order, and as they are written there."
    ),
    Kind.LEVELS_UNSORTED: (
        "The names of the rows of {what} have several levels, and from one to another can be"
        " taken only if they are sorted. Write before: {instead}"
    ),
    Kind.COLUMN_LEVELS: (
        "The columns of {what} have names of two levels, as several things were calculated of"
        " one column, so none is called {key}. Write: {instead}"
    ),
    Kind.COLUMN_IS_INDEX: (
        "Line {line} has made {key} the names of the rows of {what} (its index), so it is no"
        " column any more. Write {what}.index, or make it a column again in that line:"
        " .reset_index()"
    ),
    Kind.COLUMN_AS_ATTRIBUTE: (
        "{what} has no column {key}: with a point, line {line} has not made one. Write there:"
        " {instead}"
    ),
    Kind.NO_COLUMN_OF: (
        "The table {what} has no column {key}. Line {line} has made it with these: {keys}. A"
        " name has to be written just as it is there."
    ),
    Kind.IN_PLACE_TABLE: (
        "With inplace=True, {method}() changes the table itself and gives back None, and line"
        " {line} has put this None into {what}. Write there: {instead}"
    ),
    Kind.ROW_PAST: (
        "Places are counted from 0, so there is none at {what}: the last one is one less. Write:"
        " {instead}"
    ),
    Kind.FILE_COLUMN_OF: (
        "{name} has no column {key}. Its first line names these: {keys}. A name has to be"
        " written just as it is there."
    ),
    Kind.PIVOT_TEXT: (
        "Where several values meet, {function} takes their mean, and here they are text. Tell it"
        ' what to do with them as the last thing in its brackets, such as aggfunc="first" or'
        ' aggfunc="count"'
    ),
}
