"""What an error means, of values that were made as another type, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

MADE_SENTENCES: dict[Kind, str] = {
    Kind.TYPED_TEXT: (
        "{what} is text, because input() gives text. For a number, write in line {line}: {instead}"
    ),
    Kind.TYPED_KEPT: (
        "{what} is text, because input() in line {line} gives text. For a number, write in line"
        " {line2}: {instead}"
    ),
    Kind.TYPED_TWICE: (
        "{what} is text, because input() gives text. For a number, write in line {line} and in line"
        " {line2}: {instead}"
    ),
    Kind.TEXT_ONCE: (
        "{what} is text, and a number is needed here and below. Make one of it once, in a new line"
        " above line {line}: {instead}"
    ),
    Kind.TEXT_FROM: (
        "{what} is text, and a number is needed here. Make one of it where it gets its value. Write"
        " in line {line}: {instead}"
    ),
    Kind.FLOAT_FROM: (
        "{what} is {type}, because / always gives one. For a whole number, write in line {line}:"
        " {instead}"
    ),
    Kind.REPLACED_BY: (
        "{what} was {type2} in line {line}, and line {line2} makes it {type}. Give what line"
        " {line2} makes a name of its own, and write that where it is needed."
    ),
    Kind.MADE_AS: ("{what} is {type}, because line {line} makes it that. Write there: {instead}"),
    Kind.NOT_RETURNED: (
        "{what} is None: line {line} calls {function} again, but does not return what that gives"
        " back. Write there: {instead}"
    ),
    Kind.GOT_NO_KEY: (
        "{what} is None, because {table} has no key {key}, so .get() in line {line} found nothing."
        " There is {near}, which is written differently."
    ),
    Kind.FOUND_NOT_ALIKE: (
        "{what} is None, because {function} has found no {text} by the comparison in line {line}."
        " There is {near}, which is written differently. Write it so in line {line2}, too."
    ),
    Kind.FOUND_BY_CASE: (
        "{what} is None, because {function} has found no {text} by the comparison in line {line}."
        " There is {near}, which is written differently. To find it all the same, write there:"
        " {instead}"
    ),
    Kind.MADE_OF_TEXT: (
        "{what} is only {text} here, and no object of the class {name}, which would have"
        " .{attribute}. In line {line}, write in place of {text}: {instead}"
    ),
    Kind.GOT_NOTHING: (
        "{what} is None, because {table} has no key {key}, so .get() in line {line} found nothing."
        " Ask before it is used: if {what} is not None:"
    ),
    Kind.INT_FOR_OTHERS: (
        "int() takes whole numbers only, and it got the text '{text}'. Leave int() there, because"
        " {function} also gives what line {line} needs as a whole number. Ask for this number with"
        " float(), in line {line2}: {instead}"
    ),
    Kind.INT_FOR_LINE: (
        "int() takes whole numbers only, and it got the text '{text}'. Leave int() there, because"
        " {function} also gives what line {line} needs as a whole number. For the number that line"
        " {line2} asks for, use float() in a function of its own."
    ),
    Kind.JOIN_AS_TEXTS: (
        ".join() puts texts together, and in {what}, item {index} (counted from 0) is {type}. Make"
        " a text of each with str(): {instead}"
    ),
}
