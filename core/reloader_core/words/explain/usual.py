"""What an error means, of what the modules used most are given, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

USUAL_SENTENCES: dict[Kind, str] = {
    Kind.ARGUMENT_IS: (
        "{function} needs {type2} there, and {what} is {type}. Look where its value comes from."
    ),
    Kind.OPPOSITE: (
        "That is the other way round: {function} goes from the other side. Write: {instead}"
    ),
    Kind.WHOLE_ALL: (
        "{function} needs whole numbers, and here it gets text. Make a number of each with int()"
    ),
    Kind.BASE_NEEDS_TEXT: (
        "With a second value, int() reads a text in that base, and {what} is a number already."
        " Write: {instead}"
    ),
    Kind.INT_OF_BASE: (
        "In base {base} there are only {base} digits, and the text '{text}' has another one. Check"
        " the text, or the base."
    ),
    Kind.INT_OF_INFINITY: (
        "{what} is infinite here, and there is no whole number for that. Look what it was"
        " calculated from, or test it first: if math.isfinite({what}):"
    ),
    Kind.DIGITS_LIMIT: (
        "In line {line}, a number of more than 4300 digits meets text, which Python refuses"
        " because it takes long. To allow it, write above: sys.set_int_max_str_digits(0)"
    ),
    Kind.NOT_NEGATIVE: (
        "{call} is given a number below 0, for which it has no result. Check where that number"
        " comes from."
    ),
    Kind.SAMPLE_OF: (
        "random.sample() needs items in an order, and {what} has none. Make a list of it first:"
        " sorted({what})"
    ),
    Kind.CHOICES_COUNT: "How many are chosen is given by its name. Write: {instead}",
    Kind.RANDOM_BETWEEN: (
        "random.random() takes nothing, and always gives a number from 0 to 1. For a number"
        " between two others, write: {instead}"
    ),
    Kind.TIMEDELTA_UNIT: (
        "A timedelta has no {name}: it is a length of time, and these have no fixed one. Use"
        " days=, or change the date itself with .replace()"
    ),
    Kind.TIMEDELTA_PART: (
        "A timedelta keeps days and seconds, and has no .{attribute}. Write: {instead}"
    ),
    Kind.DATE_AND_NUMBER: (
        "To a date only a length of time can be added, and {number} does not say of what. For"
        " days, write: {instead}"
    ),
    Kind.DATES_ADDED: (
        "Two points of time can be subtracted, but not added. To move one, add a timedelta to it."
    ),
    Kind.TIMESTAMP_LARGE: (
        "The number that {call} gets is too large for seconds since 1970. If it counts thousandths"
        " of a second, divide it by 1000."
    ),
    Kind.STRPTIME_TURNED: (
        "The text stands first, and how it is written behind it. Write: {instead}"
    ),
    Kind.DATE_OF_CLASS: (
        "'datetime' is the class here, which has no other class in it. Write {instead}, and above:"
        " {statement}"
    ),
    Kind.PATH_NO_TEXT: (
        "{what} is a path and no text, so it has no .{attribute}. Use what paths have for it, such"
        " as .name, .suffix and .parts, or write: str({what}).{attribute}"
    ),
    Kind.PATH_PARTS: (
        "{function} takes the parts of a path one by one, and not in a list. Write: {instead}"
    ),
    Kind.SUFFIX_POINT: "A suffix begins with a point, and '{text}' has none. Write: {instead}",
    Kind.GONE_FROM_MODULE: (
        "{full} is from an older version, and nothing took its place there. Leave it out, or look"
        " up how that is done today."
    ),
    Kind.TASK_OUTSIDE: (
        "{call} works only while asyncio runs. Write it inside of an 'async def' function, and"
        " start that one with asyncio.run()"
    ),
    Kind.RUN_OF: (
        "asyncio.run() takes the call of an 'async def' function, and {what} is {type}. Make the"
        " function 'async def', or call it without asyncio.run()"
    ),
}
