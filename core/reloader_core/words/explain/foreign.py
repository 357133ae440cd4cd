"""What an error means, of words of other languages, and eval(), in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

FOREIGN_SENTENCES: dict[Kind, str] = {
    Kind.OTHER_WORD: "Python has no '{word}'. Write in line {line}: {instead}",
    Kind.INCREMENT_INSIDE: (
        "Python has no {operator}. Leave it out of line {line}, and write in a line of its own:"
        " {instead}"
    ),
    Kind.COMMENT_SIGN: (
        "A comment begins with # in Python, and not with {sign}. Write # there in line {line}."
    ),
    Kind.DO_LOOP: (
        "Python has no 'do' loop. Write in line {line}: while True: and at the end of what is"
        " repeated, an if with the condition to stop, and break in it."
    ),
    Kind.NAME_OF_OTHERS: "{name} belongs to another language. In Python, write: {instead}",
    Kind.EVAL_BROKEN: (
        "{function} reads a text as a piece of Python, and '{text}' is none. The mistake lies in"
        " that text: look how it is made. If it is to stay text, leave {function} out."
    ),
    Kind.EVAL_TEXT_LINE: (
        "{function} reads a text as Python, and line {line} of that text is none: '{text}'. The"
        " mistake lies in that text: look how it is made."
    ),
    Kind.EVAL_EMPTY: (
        "{function} works out what a text says, and this text is empty. Check first that there is"
        " something in it."
    ),
    Kind.EVAL_STATEMENT: (
        "eval() works out a single value, and '{text}' is a statement. To run it, use exec()."
    ),
    Kind.EVAL_INDENTED: (
        "All lines of the text that {function} gets are indented, and its first line must not be."
        " Write: import textwrap, and textwrap.dedent(...) around the text."
    ),
    Kind.EVAL_NAME: (
        "{function} reads a text as Python, where {name} without quotes is a name, and nothing is"
        " called so. If what it gets is to stay text, leave {function} out."
    ),
    Kind.EVAL_JSON: (
        "The text that {function} reads has the word {name}, which is of JSON and not of Python."
        " To read JSON, use json.loads()"
    ),
    Kind.EVAL_OF: (
        "{function} reads a text, and {what} is {type}. Use it as it is, or look where its value"
        " comes from."
    ),
    Kind.LITERAL_ONLY: (
        "{function} reads values alone, such as numbers, lists and texts in quotes, and '{text}'"
        " is something else. A text needs quotes inside of it."
    ),
    Kind.NONE_BOTH: (
        "{what} and {what2} are both None, and {operator} needs values. Look where each of them"
        " comes from: a function without 'return' gives None."
    ),
    Kind.EVAL_ZERO: (
        "In {what}, which eval() works out, something is divided by 0. Check it first, or take it"
        " with: except ZeroDivisionError:"
    ),
    Kind.FORMAT_BACKSLASH: (
        "In a text that begins with f, there may be no \\ inside of the curly brackets before"
        " Python 3.12. Give what stands there to a variable in a line above {line}, and write that"
        " variable."
    ),
}
