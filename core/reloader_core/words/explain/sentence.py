"""What an error means, in English, for the terminal: a sentence or two, and one thing to try.

The window has a table of its own. Pure.
"""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.words.explain.above import ABOVE_SENTENCES
from reloader_core.words.explain.afar import AFAR_SENTENCES
from reloader_core.words.explain.around import AROUND_SENTENCES
from reloader_core.words.explain.arrays import ARRAY_SENTENCES
from reloader_core.words.explain.bounds import BOUNDS_SENTENCES
from reloader_core.words.explain.calls import CALL_SENTENCES
from reloader_core.words.explain.classes import CLASS_SENTENCES
from reloader_core.words.explain.columns import COLUMN_SENTENCES
from reloader_core.words.explain.contents import CONTENT_SENTENCES
from reloader_core.words.explain.data import DATA_SENTENCES
from reloader_core.words.explain.database import DATABASE_SENTENCES
from reloader_core.words.explain.foreign import FOREIGN_SENTENCES
from reloader_core.words.explain.frames import FRAME_SENTENCES
from reloader_core.words.explain.functions import FUNCTIONS_SENTENCES
from reloader_core.words.explain.given import GIVEN_SENTENCES
from reloader_core.words.explain.gone_through import GONE_THROUGH_SENTENCES
from reloader_core.words.explain.kept import KEPT_SENTENCES
from reloader_core.words.explain.lapses import LAPSES_SENTENCES
from reloader_core.words.explain.learning import LEARNING_SENTENCES
from reloader_core.words.explain.made import MADE_SENTENCES
from reloader_core.words.explain.meant import MEANT_SENTENCES
from reloader_core.words.explain.media import MEDIA_SENTENCES
from reloader_core.words.explain.named import NAMED_SENTENCES
from reloader_core.words.explain.net import NET_SENTENCES
from reloader_core.words.explain.objects import OBJECT_SENTENCES
from reloader_core.words.explain.operators import OPERATOR_SENTENCES
from reloader_core.words.explain.order import ORDER_SENTENCES
from reloader_core.words.explain.outside import OUTSIDE_SENTENCES
from reloader_core.words.explain.packaged import PACKAGED_SENTENCES
from reloader_core.words.explain.plots import PLOT_SENTENCES
from reloader_core.words.explain.queries import QUERIES_SENTENCES
from reloader_core.words.explain.read import READ_SENTENCES
from reloader_core.words.explain.served import SERVED_SENTENCES
from reloader_core.words.explain.singled import SINGLED_SENTENCES
from reloader_core.words.explain.sources import SOURCE_SENTENCES
from reloader_core.words.explain.standard import STANDARD_SENTENCES
from reloader_core.words.explain.stores import STORES_SENTENCES
from reloader_core.words.explain.syntax import SYNTAX_SENTENCES
from reloader_core.words.explain.tables import TABLE_SENTENCES
from reloader_core.words.explain.tools import TOOLS_SENTENCES
from reloader_core.words.explain.traced import TRACED_SENTENCES
from reloader_core.words.explain.unfound import UNFOUND_SENTENCES
from reloader_core.words.explain.unparsed import UNPARSED_SENTENCES
from reloader_core.words.explain.untaken import UNTAKEN_SENTENCES
from reloader_core.words.explain.use import USE_SENTENCES
from reloader_core.words.explain.usual import USUAL_SENTENCES
from reloader_core.words.explain.versions import VERSION_SENTENCES
from reloader_core.words.explain.web import WEB_SENTENCES


def explanation(diagnosis: Diagnosis) -> str:
    """What to say."""
    values = dict(zip(diagnosis.kind.fields, diagnosis.values, strict=True))
    words = {
        field: type_words(str(value)) if field.startswith("type") else value
        for field, value in values.items()
    }
    said = diagnosis.as_in_script(_SENTENCES[diagnosis.kind]).format(**words)
    said = said[0].upper() + said[1:] if diagnosis.kind.fields[:1] == ("type",) else said
    return _with_imports(said, diagnosis.imports) if diagnosis.imports else said


def _with_imports(said: str, imports: str) -> str:
    """What the advice needs besides; behind code, in the same sentence."""
    if said.endswith("."):
        return f"{said} This needs at the top of the file: {imports}"
    if said.endswith(":"):
        return f"{said} (This needs at the top of the file: {imports})"
    return f"{said}, and at the top of the file: {imports}"


def type_words(name: str) -> str:
    """What a value of this type is called."""
    return _TYPES.get(name) or f"'{name}'"


_TYPES = {
    "str": "text (str)",
    "int": "a whole number (int)",
    "float": "a number (float)",
    "bool": "True or False (bool)",
    "list": "a list",
    "dict": "a dictionary",
    "tuple": "a tuple",
    "set": "a set",
    "NoneType": "None",
    "function": "a function",
    "method": "a function",
    "builtin_function_or_method": "a function",
    "type": "a class",
    "module": "a module",
    "bytes": "bytes",
    "_io.TextIOWrapper": "an opened file",
}
_SENTENCES: dict[Kind, str] = {
    **AROUND_SENTENCES,
    **ABOVE_SENTENCES,
    **AFAR_SENTENCES,
    **SYNTAX_SENTENCES,
    **ORDER_SENTENCES,
    **CALL_SENTENCES,
    **CLASS_SENTENCES,
    **GIVEN_SENTENCES,
    **FUNCTIONS_SENTENCES,
    **USUAL_SENTENCES,
    **KEPT_SENTENCES,
    **MADE_SENTENCES,
    **MEANT_SENTENCES,
    **TRACED_SENTENCES,
    **LAPSES_SENTENCES,
    **BOUNDS_SENTENCES,
    **UNTAKEN_SENTENCES,
    **SINGLED_SENTENCES,
    **UNFOUND_SENTENCES,
    **STANDARD_SENTENCES,
    **UNPARSED_SENTENCES,
    **PACKAGED_SENTENCES,
    **NAMED_SENTENCES,
    **GONE_THROUGH_SENTENCES,
    **OPERATOR_SENTENCES,
    **STANDARD_SENTENCES,
    **STORES_SENTENCES,
    **FOREIGN_SENTENCES,
    **DATA_SENTENCES,
    **CONTENT_SENTENCES,
    **OBJECT_SENTENCES,
    **LEARNING_SENTENCES,
    **PLOT_SENTENCES,
    **ARRAY_SENTENCES,
    **TABLE_SENTENCES,
    **COLUMN_SENTENCES,
    **FRAME_SENTENCES,
    **SOURCE_SENTENCES,
    **OUTSIDE_SENTENCES,
    **VERSION_SENTENCES,
    **READ_SENTENCES,
    **USE_SENTENCES,
    **WEB_SENTENCES,
    **NET_SENTENCES,
    **DATABASE_SENTENCES,
    **MEDIA_SENTENCES,
    **TOOLS_SENTENCES,
    **QUERIES_SENTENCES,
    **SERVED_SENTENCES,
    Kind.NEAR_NAME: "There is no name '{name}' here. Did you mean '{near}'?",
    Kind.UNKNOWN_NAME: (
        "Nothing is called '{name}' at this point. Check how it is written, or give it a value"
        " before this line."
    ),
    Kind.QUOTES_FORGOTTEN: (
        "Nothing is called '{name}' here. If it is meant as text, put it in quotes: \"{name}\""
    ),
    Kind.IMPORT_FORGOTTEN: (
        "'{name}' is used here, but it was not imported. Write this at the top of the file:"
        " {statement}"
    ),
    Kind.IMPORT_FROM_FORGOTTEN: (
        "Nothing is called '{name}' here. If you mean the one in Python's module '{module}', write"
        " this at the top of the file: {statement}"
    ),
    Kind.MODULE_PREFIX_FORGOTTEN: (
        "'{name}' is part of a module that you have imported. Write its whole name: {full}"
    ),
    Kind.SELF_FORGOTTEN: (
        "'{name}' belongs to the object, so it is reached by way of it. Write: {full}"
    ),
    Kind.SELF_FORGOTTEN_TWICE: (
        "These belong to the object, so they are reached by way of it: {names}. Write: {full}"
    ),
    Kind.USED_BEFORE_SET: (
        "'{name}' is used here, but gets its value only in line {line}, which has not run yet. That"
        " has to come first: move it up, or what uses it down."
    ),
    Kind.NOT_SET_YET: (
        "'{name}' has no value here: what would give it one, in line {line}, has not happened. Give"
        " it a value at the beginning."
    ),
    Kind.NOT_SET_FAILED: (
        "'{name}' has no value here, because line {line}, which gives it one, has failed itself:"
        " {error}. Look at that error first."
    ),
    Kind.NAME_OF_FUNCTION: (
        "'{name}' gets a value only inside {function}(), and is known only there. If you mean that"
        " one, let {function}() return it, and use what it returns."
    ),
    Kind.LOCAL_BEFORE_GLOBAL: (
        "Line {line} gives '{name}' a value, so inside {function}() it is a variable of its own,"
        " and it has no value yet. To change the one outside, write 'global {name}' as the first"
        " line of {function}()."
    ),
    Kind.LOCAL_BEFORE_NONLOCAL: (
        "Line {line} gives '{name}' a value, so inside {function}() it is a variable of its own,"
        " and it has no value yet. To change the one of the function around it, write 'nonlocal"
        " {name}' as the first line of {function}()."
    ),
    Kind.CLASS_NOT_READY: (
        "The class '{name}' is made only when all of its lines have run, so these cannot use it"
        ' yet. If it only says here of what type something is, put it in quotes: "{name}"'
    ),
    Kind.LOCAL_NOT_SET: (
        "'{name}' has no value here: no line of {function}() that would give it one has run. Give"
        " it a value at the beginning of {function}()."
    ),
    Kind.NONE_ATTRIBUTE: (
        "{what} is None here, and None has no .{attribute}. Look where its value comes from."
    ),
    Kind.NONE_FROM_CALL: (
        "{call} gave back None, and None has no .{attribute}. Use it without the dot, or look why"
        " it returns nothing."
    ),
    Kind.NONE_RESULT: (
        "'{name}' is None, because {call} in line {line} gave back None. Perhaps that found"
        " nothing, or it only changes or prints something, or a 'return' is missing in it."
    ),
    Kind.NONE_SET_BY: (
        "'{name}' is None, because {call} in line {line} gave back None, and None has no"
        " .{attribute}. Perhaps that found nothing, or it only changes or prints something, or a"
        " 'return' is missing in it."
    ),
    Kind.NEAR_ATTRIBUTE: "{type} has no .{attribute}. Did you mean .{near}?",
    Kind.NEAR_IN_MODULE: "The module '{module}' has no '{attribute}'. Did you mean '{near}'?",
    Kind.OTHER_ATTRIBUTE: "{type} has no .{attribute} in Python. Use: {instead}",
    Kind.OF_OTHER_TYPE: (
        "{what} is {type} here, and .{attribute} belongs to {type2}. Look where its value comes"
        " from."
    ),
    Kind.OBJECT_HAS: (
        "{type} has no .{attribute}. Its class gives its objects these: {names}. Write the one that"
        " you mean; if it is none of them, set self.{attribute} in the __init__() of the class."
    ),
    Kind.NO_ATTRIBUTE: (
        "{type} has no .{attribute}. Check how it is written, and whether this is the object that"
        " you mean."
    ),
    Kind.NOT_IN_MODULE: "The module '{module}' has no '{attribute}'. Check how it is written.",
    Kind.HIDDEN_MODULE: (
        "Your own file {file} is imported here, and not Python's module '{module}'. If you mean"
        " Python's, rename {file}."
    ),
    Kind.IMPORTS_ITSELF: (
        "{file} imports itself: it has the name of the module '{module}', so Python takes this file"
        " for it. Give {file} another name."
    ),
    Kind.CIRCULAR: (
        "'{module}' is not ready: it is still being imported, and '{name}' comes later in it. Two"
        " files import each other. Import it only inside the functions that use it, or put what"
        " needs each other into one file."
    ),
    Kind.NEAR_KEY: "'{table}' has no key {key}. Did you mean {near}?",
    Kind.OTHER_KEY_TYPE: (
        "'{table}' has no key {key}, which is {type}, but it has {near}, which is {type2}. Let the"
        " keys be {type} where '{table}' gets them, or, if they are always {type2}, use that one"
        " here."
    ),
    Kind.KEY_MISSING: "'{table}' has no key {key}. These are its keys: {keys}",
    Kind.NO_KEYS: (
        "'{table}' is empty here, so it has no key {key}. Look where it is filled: perhaps that"
        " comes later, or never."
    ),
    Kind.NO_SUCH_KEY: (
        "There is no key {key} in this dictionary. Print the dictionary to see which keys it has."
    ),
    Kind.INDEX_TOO_LARGE: (
        "Items are counted from 0, and the length of {what} is {length}: the last one is {last},"
        " and there is none at {index}."
    ),
    Kind.EMPTY_ITEMS: (
        "{what} is empty: it is {type} without anything in it. Look where its value comes from, or"
        " ask first: if {what}:"
    ),
    Kind.EMPTY_POP: (
        "{what} is an empty list, so nothing can be taken from it. Before this line, decide what"
        " is right then: if not {what}:"
    ),
    Kind.NO_ARGUMENT: (
        "The script was started with too few arguments: there is no sys.argv[{index}]. Give it some"
        " when you start it."
    ),
    Kind.INDEX_IS_TEXT: (
        "{what} is {type}, so its items are found by whole numbers, and here {type2} stands in the"
        " brackets. Check whether {what} is what you mean; if it is, use a whole number from 0 on."
    ),
    Kind.IMMUTABLE_ITEM: (
        "{what} is {type}, and its parts cannot be changed. Make a new one and put it in the place"
        " of the old one, or make {what} a list where it begins."
    ),
    Kind.IMMUTABLE_KEPT: (
        "{what} is {type}, and its parts cannot be changed. Make a new one and put it in the"
        " place of the old one."
    ),
    Kind.NO_ITEMS: (
        "{what} is {type} here, so there is nothing that [...] could take from it. Look where its"
        " value comes from."
    ),
    Kind.FUNCTION_ITEM: (
        "{function} is a function: it is called with round brackets ( ), not with [ ]. If you mean"
        " something out of a list or text of yours, write its name there."
    ),
    Kind.INT_OF_TEXT: (
        "int() makes a number of digits, and it got the text '{text}'. Check what is typed or read"
        " before it is turned into a number."
    ),
    Kind.INT_OF_DECIMAL: (
        "int() takes whole numbers only, and it got the text '{text}'. Use float() for numbers with"
        " a point."
    ),
    Kind.FLOAT_OF_TEXT: (
        "float() makes a number of digits, and it got the text '{text}'. Check what is typed or"
        " read before it is turned into a number."
    ),
    Kind.FLOAT_OF_COMMA: (
        "float() wants a point and not a comma, and it got the text '{text}'. Write it as"
        " {instead}, or replace the comma before float()."
    ),
    Kind.NUMBER_OF_NOTHING: (
        "{function} got an empty text, as it comes from an empty line, or when nothing is typed."
        " Check that there is something before it is turned into a number."
    ),
    Kind.TEXT_PLUS_NUMBER: (
        "{text} is text and {number} is {type}: + cannot join the two. To make one text, write"
        " str({number})."
    ),
    Kind.TEXT_AND_NUMBER: (
        "{text} is text and {number} is {type}: + cannot join the two. To add them as numbers,"
        " write {function}({text}); to make one text, write str({number})."
    ),
    Kind.ADDED_TO: (
        "{text} is text and {number} is {type}: += cannot join the two. To add them as numbers,"
        " write {instead}; to make one text, write {instead2}."
    ),
    Kind.COMPARED_WITH_TEXT: (
        "{text} is text and {number} is {type}, so neither is larger. To compare them, make the"
        " text a number: {function}({text})"
    ),
    Kind.COMPARED_WITH_NONE: (
        "{what} is None here, and None cannot be compared by {operator}. Look where its value comes"
        " from."
    ),
    Kind.NONE_OPERAND: (
        "{what} is None here, and None cannot be used with {operator}. Look where its value comes"
        " from: perhaps a function that returns nothing."
    ),
    Kind.LIST_PLUS_ITEM: (
        "{what} is a list and {item} is {type}: + joins two lists only. To put it into the list,"
        " write: {instead}"
    ),
    Kind.FUNCTION_NOT_CALLED: (
        "{function} is a function. To use what it returns, call it: {function}()"
    ),
    Kind.SUM_OF_TEXTS: (
        "sum() adds numbers, and there is text in {what}. Turn each into a number first, with"
        " float(), or with int() if all of them are whole."
    ),
    Kind.EMPTY_MOST: (
        "{function} needs at least one thing, and {what} is empty. Check first that something is in"
        " it."
    ),
    Kind.NOT_IN_LIST: (
        "{item} is not in the list {what}, so it is not found. Look how both are written, or"
        " decide what is right then: if {check}: ... else: ..."
    ),
    Kind.NOT_IN_TEXT: (
        "{text} does not hold {item}, so .index() finds no place. Decide what is right then: if"
        " {item} not in {text}:"
    ),
    Kind.CHANGED_IN_LOOP: (
        "{table} is changed while a loop goes through it. Let the loop go through a copy: {instead}"
    ),
    Kind.RANGE_OF: "range() takes whole numbers, and {what} is {type}. Perhaps you mean: {instead}",
    Kind.WRITE_OF_NO_TEXT: "write() takes text, and {what} is {type}. Make it text: str({what})",
    Kind.NO_OPERATION: (
        "{operator} does not work between {type} and {type2}. Check what the values on its two"
        " sides are."
    ),
    Kind.NOT_MULTIPLIED: (
        "A text or list can only be multiplied by a whole number, and {what} is {type}. To"
        " calculate with numbers, make numbers of both with int() or float()."
    ),
    Kind.PERCENT_OF_TEXT: (
        "{text} is text, and for text % does not divide. Make a number of it first: {instead}"
    ),
    Kind.ZERO_DIVISION: "Nothing can be divided by 0, and the divisor here is 0: {what}",
    Kind.ZERO_LENGTH: (
        "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty. Test that before"
        " this line, and decide what is right then."
    ),
    Kind.NO_SUCH_RESULT: (
        "{call} has no result for the number that it is given here, which may be negative. Print"
        " that number before this line."
    ),
    Kind.TOO_LARGE: (
        "The result in line {line} is larger than a number with a point (float) can be. Check"
        " whether the numbers in it are as large as you mean them. Powers and products of whole"
        " numbers (int) have no such limit."
    ),
    Kind.SIGN_BEHIND: "The {sign} belongs before the =. Write: {instead}",
    Kind.UNHASHABLE: (
        "{type} can be neither a key of a dictionary nor an item of a set, because it can change."
        " Give a tuple there, as tuple(...) makes of a list, or a single item out of it."
    ),
    Kind.NO_LENGTH: (
        "{what} is {type} here, and that has no length. len() counts the letters of a text or the"
        " items of a list."
    ),
    Kind.RAISED_TEXT: "raise needs an exception, not a text. Write: raise Exception({what})",
}
