"""What a mistake means that is another language's way, or an order that Python has not, in
English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

ORDER_SENTENCES: dict[Kind, str] = {
    Kind.EXCEPT_AS: "Python 3 writes this with 'as'. Write in line {line}: {instead}",
    Kind.COLON_IN_DICT: (
        "Between a key and its value in curly brackets stands a colon. Write : between them in"
        " line {line}."
    ),
    Kind.BRACES: (
        "Python has no curly brackets around lines that belong together. End line {line} with a"
        " colon, and indent what belongs to it."
    ),
    Kind.FOR_OF_OTHERS: (
        "Python writes a counting loop otherwise than other languages. Write in line {line}, for"
        " instance: for i in range(5):"
    ),
    Kind.PROMPT: (
        "The {prompt} in line {line} is what Python shows where one types, and no part of a"
        " script. Remove it, and all others at the beginnings of lines."
    ),
    Kind.TERMINAL_COMMAND: (
        "Line {line} is a command for the terminal and not for Python: {command}. Run it there,"
        " and remove it here."
    ),
    Kind.NO_SUCH_WORD: "Python has no '{word}' at this place. Remove it from line {line}.",
    Kind.IMPORT_ORDER: (
        "Python writes this import the other way round. Write in line {line}: {instead}"
    ),
    Kind.ODD_CHARACTER: (
        "The character {character} in line {line} means nothing in Python outside of a text."
        " Remove it, or put quotes around the text that it belongs to."
    ),
    Kind.TRY_ALONE: (
        "Directly below the lines of the 'try' in line {line} must come an 'except', which says"
        " what to do about an error. Write it there, indented as the 'try'."
    ),
    Kind.NAMED_FIRST: (
        "In line {line}, a value without a name stands behind one that has a name. Write its name"
        " before it, too; or put it first, if that is its place among those without a name."
    ),
    Kind.DEFAULT_FIRST: (
        "In line {line}, a parameter without a value stands behind one that has a value, such as"
        " x=1. Put those without a value first, also in the calls; or give it a value, too."
    ),
    Kind.DEFAULT_TOO: (
        "In line {line}, the parameter {name} stands behind one that has a value, so it needs one,"
        " too. All calls give it by its place, so it can stay where it is. Write: {name}=None"
    ),
    Kind.PARAMETER_VALUE: (
        "In the brackets behind 'def' stand names only, and no values. Give each in line {line} a"
        " name."
    ),
    Kind.ELSE_CONDITION: (
        "'else' takes no condition. In line {line}, write 'elif' in its place, or remove what"
        " stands behind 'else'."
    ),
    Kind.ELSE_MISSING: (
        "An 'if' in the middle of line {line} needs an 'else' behind it: one if condition else"
        " other"
    ),
    Kind.ELSE_TURNS: (
        "An 'if' in the middle of line {line} needs an 'else' behind it. In this script, {name} is"
        " only ever {value} or {value2}. To go from each of them to the other, write: {instead}"
    ),
    Kind.ELSE_NOTHING: (
        "An 'if' in the middle of line {line} needs an 'else' behind it, with what is to be taken"
        " otherwise. If nothing is to be done then, put the 'if' first: {instead}"
    ),
    Kind.BEHIND_ELSE: (
        "The '{word}' in line {line} comes after the 'else' in line {line2}, which has to be the"
        " last. Put it above that."
    ),
    Kind.BODY_MISSING: (
        "Line {line} needs lines below it that belong to it and are indented. If there is nothing"
        " to do yet, write there: pass"
    ),
    Kind.NONLOCAL_NOTHING: (
        "No function around this one has a variable '{name}'. If you mean the one outside of all"
        " functions, write 'global {name}' in line {line}."
    ),
    Kind.AWAIT_OUTSIDE: (
        "'{word}' in line {line} works only in a function that begins with 'async def'."
    ),
    Kind.FORMAT_BRACE: (
        "In the text in line {line} that begins with f, a curly bracket is not closed, or has"
        " nothing to close. Give each {{ its }}."
    ),
    Kind.FORMAT_QUOTES: (
        "The text in line {line} that begins with f has the same quotation marks in its curly"
        " brackets as around it. Use the other kind inside."
    ),
    Kind.QUOTE_ESCAPED: (
        "The \\ before the closing quotation mark in line {line} makes it a part of the text."
        " Write two of them, or / in its place."
    ),
    Kind.MINUS_IN_NAME: (
        "'{name}' in line {line} has a - in it, which means minus, so it is no name. Write:"
        " {instead}"
    ),
    Kind.TIMES_FORGOTTEN: "To multiply, write * between the two. In line {line}: {instead}",
    Kind.LINE_ENDS_WITH: (
        "Line {line} ends with {operator}, and something must follow it. Write what belongs there,"
        " or remove it."
    ),
    Kind.NO_LOOP: (
        "'{word}' in line {line} belongs to a loop, and no loop is around it. To leave a function,"
        " write 'return'; to end the program, write exit()."
    ),
    Kind.TRY_PARTED: (
        "Line {line} is not indented and parts the 'try' from its 'except' in line {line2}. Indent"
        " it, if it belongs to the try, or move it below the except."
    ),
    Kind.HALF_CONDITION: (
        "Behind '{word}' in line {line}, a whole condition has to stand. Write: {instead}"
    ),
}
