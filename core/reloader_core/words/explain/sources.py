"""What an error means, where a value of a package's is not as wanted and it is known where it was
made, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

SOURCE_SENTENCES: dict[Kind, str] = {
    Kind.AXES_FLATTEN: (
        "subplots() has made rows of plots, so {what} is a whole row. Put all of them in one row,"
        " below line {line}: {instead}"
    ),
    Kind.ARRAY_TURNED: (
        "{what} has {length} rows and {given} columns, and the row stands first in the brackets."
        " Here the two have changed places. Write: {instead}"
    ),
    Kind.ARRAY_SHORTENED: (
        "Line {line} takes rows out of {what}, while the loop in line {line2} counts as far as"
        " there were rows before it. Let it begin at the end, where nothing moves up: {instead}"
    ),
    Kind.RANGE_ENDS: (
        "{what} in line {line} stops before its second number, so it has {length} values, and"
        " {given} belong to them here. If that number is to be among them, write there: {instead}"
    ),
    Kind.DIFF_SHORTER: (
        "{what} has one value less than what it is made of, so it does not fit {item}. Write:"
        " {instead}"
    ),
    Kind.LOOP_LEAVES_OUT: (
        "{what} has one value less than needed, as the loop in line {line} leaves one place out."
        " Let the list begin with a value for it, in line {line2}: {instead}"
    ),
    Kind.TAG_MISSING: (
        "{what} has found no such tag, so it gives None, which has no .{attribute}. Give the result"
        " a name first, and ask whether it is None: what needs it, here and below, then gets"
        " another value, or is left out."
    ),
    Kind.TAG_MISSING_BEFORE: (
        "'{what}' is None, as in line {line} no such tag was found: {text}. Use .{attribute} only"
        " below: if {what} is not None:"
    ),
    Kind.TAG_MISSING_ELSE: (
        "{what} has found no such tag this time, so it gives None, which has no .{attribute}. If it"
        " may be missing, write in place of line {line}: {instead} and below that: {instead2}"
    ),
    Kind.TAG_BEFORE_ELSE: (
        "'{what}' is None, which has no .{attribute}, as in line {line} no such tag was found this"
        " time: {text}. If it may be missing, write in line {line2}: {instead}"
    ),
    Kind.CELL_EMPTY: (
        "{what} is None, because that cell of the sheet is empty. Write in line {line}: {instead}"
    ),
    Kind.CSV_SIGN: (
        "All values of this row of the file stand in one text, {text}, as {sign} is between them"
        " and no comma. Write in line {line}: {instead}"
    ),
    Kind.CSV_BLANK: (
        "In the file, the name {key} begins with a blank: {near}. Write in line {line}: {instead}"
    ),
    Kind.ABORT_TURNED: ("abort() takes the number first and the text after it. Write: {instead}"),
    Kind.TAG_HAS_ID: (
        "{what} is None, as nothing was found: line {line} looks for the class {name}, and in the"
        " page that is the id of a <{tag}>. Write there: {instead}"
    ),
    Kind.TAG_HAS_CLASS: (
        "{what} is None, as nothing was found: line {line} looks for the id {name}, and in the"
        " page that is a class of a <{tag}>. Write there: {instead}"
    ),
    Kind.TAG_IS_OTHER: (
        "{what} is None, as nothing was found: line {line} looks for a <{key}>, and what has the"
        " {by} {name} in the page is a <{tag}>. Write there: {instead}"
    ),
    Kind.CELL_EMPTY_BELOW: (
        "{what} is None, because that cell of the sheet is empty. If it is to count as {text},"
        " write in a new line right below line {line}: {instead} To leave such rows out, write"
        " there: {instead2}"
    ),
    Kind.CELL_EMPTY_LOOP: (
        "{what} is None, because that cell of the sheet is empty. If it is to count as {text},"
        " write as first line in the loop of line {line}: {instead} To leave such rows out, write"
        " there: {instead2}"
    ),
    Kind.DRAWN_ELSEWHERE: (
        "{item} is not in the list {what}, and line {line} draws it from another, {name}. If it is"
        " to be one that {what} holds, write there: {instead}"
    ),
    Kind.NO_NUMBER_ARGUMENT: (
        "The script was started without a number: sys.argv[{index}] is to be that, as line {line}"
        " makes one of it. Write it behind the script's own name when you start it, in the place"
        " of NUMBER: {instead}"
    ),
    Kind.NO_FILE_ARGUMENT: (
        "The script was started without the name of a file: sys.argv[{index}] is to be that, as it"
        " is opened in line {line}. Write it behind the script's own name when you start it, in"
        " the place of FILE: {instead}"
    ),
}
