"""What an error means of what Python's own functions are given, in English: see
sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

GIVEN_SENTENCES: dict[Kind, str] = {
    Kind.CALCULATED_WITH_TEXT: (
        "{text} is text, and {operator} calculates with numbers only. Make a number of it first:"
        " {instead}"
    ),
    Kind.TEXTS_CALCULATED: (
        "{text} and {text2} are text, and {operator} calculates with numbers only. Make numbers of"
        " both first, with int() or float()."
    ),
    Kind.TUPLE_BY_COMMA: (
        "{what} is a tuple, because a comma stands at the end of line {line}. Remove it."
    ),
    Kind.TUPLE_RETURNED: (
        "{what} holds all {length} values that {function} gives back. Give each a name of its own,"
        " with commas between them, or take one, such as {what}[0]."
    ),
    Kind.NONE_OF_PRINT: (
        "print() only shows something and gives nothing back, so {operator} has nothing to work"
        " with. Put all that is to be shown into the brackets of print()."
    ),
    Kind.TEXT_TAKEN_OUT: (
        "{text} and {text2} are text, and - calculates with numbers only. To take the one out of"
        " the other, write: {instead}"
    ),
    Kind.HEADING: (
        "{function} makes a number of digits, and it got the text '{text}'. If that is the heading"
        " of a column, pass over the first line: {instead} before the loop."
    ),
    Kind.ENUMERATE_FORGOTTEN: (
        "A loop over {what} gives its items without numbers. To have both, write: {instead}"
    ),
    Kind.RECURSION_ALIKE: (
        "{function} calls itself in line {line} with the very values that it was given, so it never"
        " ends. Give it others there, which come nearer to its end."
    ),
    Kind.LIST_CALCULATED: (
        "{what} is a list, and {operator} does not calculate with what is in it. To calculate with"
        " each item, go through it with a loop; with how many there are, write len({what})."
    ),
    Kind.MIXED_COMPARED: (
        "{function} compares what is in {what}, and {type} cannot be compared with {type2}. Make"
        " all of them of one kind."
    ),
    Kind.NUMBER_OF_OTHER: (
        "{function} makes a number of a single text or number, and {what} is {type}. Look where"
        " its value comes from."
    ),
    Kind.TEXT_GIVEN: (
        "{function} takes a number, and {what} is text. Make a number of it first: float({what})"
    ),
    Kind.RANGE_WHOLE: (
        "range() counts in whole numbers only, and {what} is {type}. Count in whole numbers, and"
        " calculate the others from them."
    ),
    Kind.ORD_OF: (
        "ord() takes a single letter, and the length of this text is {length}. Take one letter of"
        " it, such as text[0]."
    ),
    Kind.BUILTIN_TOO_MANY: (
        "The brackets of {function} have room for {most}, and here they hold {given}. Look at the"
        " commas between them."
    ),
    Kind.BUILTIN_TOO_FEW: (
        "The brackets of {function} need {least}, and here they hold {given}. Look what is missing."
    ),
    Kind.JOIN_OF_OTHERS: (
        ".join() puts texts together, and in {what}, item {index} (counted from 0) is {type}. Make"
        " texts of all of them first, with str()."
    ),
    Kind.FORMAT_TOO_FEW: (
        "The text has a place for the value with the number {index}, counted from 0, and .format()"
        " has no such value. Give as many values as places, and begin with {{0}} if the places are"
        " numbered."
    ),
    Kind.PERCENT_TOO_FEW: (
        "The text has more places with % than there are values behind it. Several values go in"
        " round brackets: % (one, two)"
    ),
    Kind.PERCENT_TOO_MANY: (
        "There are more values behind the % than places with % in the text. Give as many of each."
    ),
    Kind.PERCENT_OF_OTHER: (
        "{code} in the text stands for a number, and it got {type}. Make a number of it first,"
        " write %s, or look at the order of the values."
    ),
    Kind.PERCENT_SHOWN: (
        "'{code}' in the text is read as a place for a value. A % that is only to be shown is"
        " written twice: %%"
    ),
    Kind.FORMAT_CODE: (
        "The '{code}' behind the colon does not fit a value that is {type}. Make a number of it"
        " first, or leave the colon and what follows it out."
    ),
    Kind.FORMAT_OF: (
        "What follows the colon does not fit a value that is {type}. Leave it out, or make text of"
        " the value first, with str()."
    ),
    Kind.FORMAT_LETTER: (
        "What follows the colon does not fit a value that is {type}. Leave it out, or look where"
        " the value comes from."
    ),
    Kind.FORMAT_WHOLE: (
        "The '{code}' behind the colon is for whole numbers, and the value is {type}. Write f in"
        " its place, as in :.2f, or int() around the value."
    ),
    Kind.DATE_FORMAT: (
        "{text} is no date in the form {format}. Compare the two sign by sign, and whether there"
        " is such a day."
    ),
    Kind.EMPTY_CHOICE: (
        "{what} is empty, so nothing can be chosen from it. Check first that something is in it."
    ),
    Kind.RANDOM_RANGE: "{call} has no number to choose from. The smaller number comes first.",
    Kind.RANDOM_NOTHING: (
        "{call} has no number to choose from. Look at what stands in its brackets: something may be"
        " empty or 0."
    ),
    Kind.SAMPLE_TOO_LARGE: "{call} asks for more items than there are. Ask for fewer.",
    Kind.ENVIRONMENT: (
        "There is no environment variable {key}. Set it before the start, or use"
        " os.environ.get({key})"
    ),
    Kind.NOT_FOR_JSON: (
        "JSON has no way to write {type}. Make a text, a number, a list or a dictionary of it"
        " first."
    ),
    Kind.RELATIVE_IMPORT: (
        "An import that begins with a dot works only inside a package, and not in a script that is"
        " run. Write: {instead}"
    ),
    Kind.IMPORT_OF_PART: (
        "'{name}' is no module of its own, but may be something in '{module}'. Write: {instead}"
    ),
    Kind.NAME_WITH_PY: (
        "In an import, the name of a file stands without its .py: {instead} in place of {name}"
    ),
    Kind.ASSERTION: (
        "Line {line} of the script demands that this is so, and it is not: {condition}. Look at"
        " the values in it."
    ),
    Kind.INPUT_ENDED: (
        "input() finds nothing to read any more: what is typed, or the file that it comes from,"
        " has ended. Check how often the script asks."
    ),
    Kind.FILE_CLOSED: (
        "The file is closed by now: by .close(), or because the lines that belong to its 'with'"
        " are over. Use it before that."
    ),
    Kind.NOT_READABLE: (
        "The file was opened for writing only. To read what is written here, open it again with"
        ' mode "r" below those lines; to read what it held before, do so above: mode "w" empties'
        " it."
    ),
    Kind.OPENED_TO_READ: (
        "The file '{what}' is opened for writing only, and nothing is written to it. Write in line"
        ' {line}: {instead} (if the mode was "w", what was in the file is gone).'
    ),
    Kind.NOT_WRITABLE: (
        "The file was opened for reading only. If it is the one to write to, open it with mode"
        ' "w", which empties it, or "a", which adds to its end; if it is read before, open it once'
        " more for that."
    ),
    Kind.BYTES_WRITTEN: (
        "The file was opened for text, and {what} is bytes. To write them as they are, such as a"
        ' picture, open it with mode "wb". If they are text, write: {what}.decode()'
    ),
    Kind.UNKNOWN_MODE: (
        'open() knows no mode {mode}. Use "r" to read, "w" to write, or "a" to add to the end.'
    ),
    Kind.FILE_EXISTS: (
        "{file} is there already, so it cannot be made. Use another name, or remove it first."
    ),
    Kind.REPEATED_WHOLE: (
        "{text} is text, and can be repeated a whole number of times only. {what} is one with a"
        " point (float), and that in more than one place. Make it whole where it gets its value."
        " Write in line {line}: {instead}"
    ),
    Kind.REPEATED_BY: (
        "{text} is text, and can be repeated a whole number of times only: {what} is {type}. Write"
        " {instead}."
    ),
    Kind.SHUFFLED: (
        "shuffle() changes the order inside a list, and {what} is {type}, which cannot be changed."
        " Make a list of it first, and shuffle that: list({what})"
    ),
    Kind.TEXT_EXPECTED: (
        "{function} takes text, and {what} is {type}. Put it in quotes, or make text of it:"
        " str({what})"
    ),
    Kind.NAME_EXPECTED: (
        "{function} takes the name of a file, which is text, and {what} is {type}. Look where its"
        " value comes from."
    ),
    Kind.NO_KEY_IN: "There is no key {key} in {what}. Print {what} to see which keys it has.",
    Kind.ENCODED: (
        "The encoding {encoding} lacks a letter of the text that line {line} turns into bytes. Use"
        ' .encode("utf-8").'
    ),
    Kind.PRINTED_ENCODING: (
        "Line {line} prints a letter that the encoding of the output, {encoding}, does not have."
        " Set the environment variable PYTHONUTF8 to 1, or print other letters."
    ),
    Kind.TEST_NOT_CALLED: (
        "Line {line} asks {what} without brackets, and that is always true. Write: {what}()"
    ),
    Kind.NUMBER_OF_LIST: (
        "{function}() makes one number of one text, and {what} is a list. For a number of each,"
        " write [{function}(each) for each in {what}]."
    ),
    Kind.UNPACK_EMPTY: (
        "{what} is empty or holds only blanks here, so it does not give the {targets} values that"
        " the names on the left need. Perhaps an empty line was read. Put this line, and all below"
        " that needs these values, under: if {what}.strip():"
    ),
    Kind.JSON_QUOTES: (
        "This is no JSON: at line {line}, column {column} of it there has to be a name in double"
        " quotes. JSON knows no single quotes, and no comma before a closing bracket."
    ),
    Kind.JSON_KEYS: (
        "All keys in JSON are texts, and '{table}' comes from there: it has {near}, and not {key}."
        " Make numbers of its keys where it is read, in line {line}: {instead}"
    ),
    Kind.DATE_REST: (
        "The form of the date ends before the text does: {rest} is left over. A year of four"
        " digits is %Y, one of two digits %y."
    ),
    Kind.DATE_WITH_TIME: (
        "In line {line} a day (date) meets a day with its time (datetime). Make a day of the"
        " datetime with .date(): here, or, if it is only sometimes a datetime here, where it is"
        " made."
    ),
    Kind.PLUS_BEHIND_COMMA: (
        "In line {line} a comma stands before the {sign}, so the {sign} has nothing on its left."
        " Remove one of the two."
    ),
    Kind.COMPARED_INSIDE: (
        "The comparison stands inside the round brackets of {function}. Close them before it:"
        " {instead}"
    ),
    Kind.FORMAT_OF_TEXT: (
        "{what} is text, and the '{code}' behind the colon needs a number. Write in the curly"
        " brackets: {instead}"
    ),
    Kind.CLOSED_BEFORE: (
        "{what} in line {line} reads nothing before it is used, and the 'with' around it has closed"
        " the file by then. Make a list of it, with square brackets: {instead}"
    ),
    Kind.TEXT_OF_TEXTS: (
        "{what} is the text {value} here, and each letter of a text is a text, too: {function}"
        " calls itself with it for ever. See to it that line {line} is not run for a text (str)."
    ),
    Kind.INT_TOO_LARGE: (
        "In line {line} a whole number is too large to be turned into a number with a point"
        " (float), as / and float() do. Use smaller numbers, or // if a whole result will do."
    ),
    Kind.BYTES_DECODED: (
        "The bytes that line {line} turns into text are no text in {encoding}. Use the encoding"
        ' that they were written in, such as .decode("cp1252").'
    ),
}
