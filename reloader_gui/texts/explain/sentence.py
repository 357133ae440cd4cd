"""What an error means, in the window's words: a sentence or two, and one thing to try. See
also calls.py, around.py, syntax.py and the others beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reloader_core import Diagnosis, Kind
from reloader_gui.texts.explain.above import EXPLAIN_ABOVE
from reloader_gui.texts.explain.afar import EXPLAIN_AFAR
from reloader_gui.texts.explain.around import EXPLAIN_AROUND
from reloader_gui.texts.explain.arrays import EXPLAIN_ARRAYS
from reloader_gui.texts.explain.bounds import EXPLAIN_BOUNDS
from reloader_gui.texts.explain.calls import EXPLAIN_CALLS
from reloader_gui.texts.explain.classes import EXPLAIN_CLASSES
from reloader_gui.texts.explain.columns import EXPLAIN_COLUMNS
from reloader_gui.texts.explain.contents import EXPLAIN_CONTENTS
from reloader_gui.texts.explain.data import EXPLAIN_DATA
from reloader_gui.texts.explain.database import EXPLAIN_DATABASE
from reloader_gui.texts.explain.foreign import EXPLAIN_FOREIGN
from reloader_gui.texts.explain.frames import EXPLAIN_FRAMES
from reloader_gui.texts.explain.functions import EXPLAIN_FUNCTIONS
from reloader_gui.texts.explain.given import EXPLAIN_GIVEN
from reloader_gui.texts.explain.gone_through import EXPLAIN_GONE_THROUGH
from reloader_gui.texts.explain.kept import EXPLAIN_KEPT
from reloader_gui.texts.explain.lapses import EXPLAIN_LAPSES
from reloader_gui.texts.explain.learning import EXPLAIN_LEARNING
from reloader_gui.texts.explain.made import EXPLAIN_MADE
from reloader_gui.texts.explain.meant import EXPLAIN_MEANT
from reloader_gui.texts.explain.media import EXPLAIN_MEDIA
from reloader_gui.texts.explain.named import EXPLAIN_NAMED
from reloader_gui.texts.explain.net import EXPLAIN_NET
from reloader_gui.texts.explain.objects import EXPLAIN_OBJECTS
from reloader_gui.texts.explain.operators import EXPLAIN_OPERATORS
from reloader_gui.texts.explain.order import EXPLAIN_ORDER
from reloader_gui.texts.explain.outside import EXPLAIN_OUTSIDE
from reloader_gui.texts.explain.packaged import EXPLAIN_PACKAGED
from reloader_gui.texts.explain.plots import EXPLAIN_PLOTS
from reloader_gui.texts.explain.queries import EXPLAIN_QUERIES
from reloader_gui.texts.explain.read import EXPLAIN_READ
from reloader_gui.texts.explain.served import EXPLAIN_SERVED
from reloader_gui.texts.explain.singled import EXPLAIN_SINGLED
from reloader_gui.texts.explain.sources import EXPLAIN_SOURCES
from reloader_gui.texts.explain.standard import EXPLAIN_STANDARD
from reloader_gui.texts.explain.stores import EXPLAIN_STORES
from reloader_gui.texts.explain.syntax import EXPLAIN_SYNTAX
from reloader_gui.texts.explain.tables import EXPLAIN_TABLES
from reloader_gui.texts.explain.tools import EXPLAIN_TOOLS
from reloader_gui.texts.explain.traced import EXPLAIN_TRACED
from reloader_gui.texts.explain.unfound import EXPLAIN_UNFOUND
from reloader_gui.texts.explain.unparsed import EXPLAIN_UNPARSED
from reloader_gui.texts.explain.untaken import EXPLAIN_UNTAKEN
from reloader_gui.texts.explain.use import EXPLAIN_USE
from reloader_gui.texts.explain.usual import EXPLAIN_USUAL
from reloader_gui.texts.explain.versions import EXPLAIN_VERSIONS
from reloader_gui.texts.explain.web import EXPLAIN_WEB
from reloader_gui.texts.texts import Texts

_CODE = ("instead", "full", "statement", "check", "test", "loop")
"""What these are called is to be written as it stands."""


class ExplainTexts(Texts):
    def sentence(self, diagnosis: Diagnosis, code: Callable[[str], str] = str) -> str:
        """What to say. `code` is asked for how code is shown that is to be written."""
        kind = diagnosis.kind
        template = next(found[kind] for found in self._tables() if kind in found)
        said = self._filled(template, diagnosis, code)
        if not diagnosis.imports:
            return said
        end = self._filled(template, diagnosis, str)[-1:]
        return self._with_imports(said, end, code(diagnosis.imports))

    def _filled(self, template: str, diagnosis: Diagnosis, code: Callable[[str], str]) -> str:
        fields = diagnosis.kind.fields
        words = {
            field: self._value(field, value, code)
            for field, value in zip(fields, diagnosis.values, strict=True)
        }
        said = diagnosis.as_in_script(template).format(**words)
        return said[0].upper() + said[1:] if fields[:1] == ("type",) else said

    def _value(self, field: str, value: object, code: Callable[[str], str]) -> object:
        if field.startswith("type"):
            return self.type_words(str(value))
        return code(str(value)) if field.startswith(_CODE) else value

    def _with_imports(self, said: str, end: str, imports: str) -> str:
        """What the advice needs besides; behind code, in the same sentence."""
        if end in (".", "。"):
            words = self.tr("{said} This needs at the top of the file: {imports}")
        elif end in (":", "："):
            words = self.tr("{said} (This needs at the top of the file: {imports})")
        else:
            words = self.tr("{said}, and at the top of the file: {imports}")
        return words.format(said=said, imports=imports)

    def _tables(self) -> Iterator[dict[Kind, str]]:
        yield self._of_names()
        yield self._without_value()
        yield self._of_attributes()
        yield self._of_items()
        yield self._of_numbers()
        yield self._of_operations()
        yield EXPLAIN_CALLS.sentences()
        yield EXPLAIN_AROUND.sentences()
        yield EXPLAIN_ABOVE.sentences()
        yield EXPLAIN_AFAR.sentences()
        yield EXPLAIN_SYNTAX.sentences()
        yield EXPLAIN_ORDER.sentences()
        yield EXPLAIN_CLASSES.sentences()
        yield EXPLAIN_GIVEN.sentences()
        yield EXPLAIN_FUNCTIONS.sentences()
        yield EXPLAIN_USUAL.sentences()
        yield EXPLAIN_KEPT.sentences()
        yield EXPLAIN_MADE.sentences()
        yield EXPLAIN_MEANT.sentences()
        yield EXPLAIN_TRACED.sentences()
        yield EXPLAIN_LAPSES.sentences()
        yield EXPLAIN_BOUNDS.sentences()
        yield EXPLAIN_UNPARSED.sentences()
        yield EXPLAIN_PACKAGED.sentences()
        yield EXPLAIN_NAMED.sentences()
        yield EXPLAIN_GONE_THROUGH.sentences()
        yield EXPLAIN_OPERATORS.sentences()
        yield EXPLAIN_UNTAKEN.sentences()
        yield EXPLAIN_SINGLED.sentences()
        yield EXPLAIN_UNFOUND.sentences()
        yield EXPLAIN_STANDARD.sentences()
        yield EXPLAIN_STORES.sentences()
        yield EXPLAIN_FOREIGN.sentences()
        yield EXPLAIN_DATA.sentences()
        yield EXPLAIN_CONTENTS.sentences()
        yield EXPLAIN_OBJECTS.sentences()
        yield EXPLAIN_OUTSIDE.sentences()
        yield EXPLAIN_VERSIONS.sentences()
        yield EXPLAIN_READ.sentences()
        yield EXPLAIN_USE.sentences()
        yield EXPLAIN_LEARNING.sentences()
        yield EXPLAIN_PLOTS.sentences()
        yield EXPLAIN_ARRAYS.sentences()
        yield EXPLAIN_TABLES.sentences()
        yield EXPLAIN_SOURCES.sentences()
        yield EXPLAIN_COLUMNS.sentences()
        yield EXPLAIN_FRAMES.sentences()
        yield EXPLAIN_WEB.sentences()
        yield EXPLAIN_NET.sentences()
        yield EXPLAIN_DATABASE.sentences()
        yield EXPLAIN_MEDIA.sentences()
        yield EXPLAIN_SERVED.sentences()
        yield EXPLAIN_TOOLS.sentences()
        yield EXPLAIN_QUERIES.sentences()

    def type_words(self, name: str) -> str:
        """What a value of this type is called."""
        match name:
            case "str":
                return self.tr("text (str)", "what a value is")
            case "int":
                return self.tr("a whole number (int)", "what a value is")
            case "float":
                return self.tr("a number (float)", "what a value is")
            case "bool":
                return self.tr("True or False (bool)", "what a value is")
            case "list":
                return self.tr("a list", "what a value is")
            case "dict":
                return self.tr("a dictionary", "what a value is")
            case "tuple":
                return self.tr("a tuple", "what a value is")
            case "set":
                return self.tr("a set", "what a value is")
            case "NoneType":
                return self.tr("None", "what a value is")
            case "function" | "method" | "builtin_function_or_method":
                return self.tr("a function", "what a value is")
            case "type":
                return self.tr("a class", "what a value is")
            case "module":
                return self.tr("a module", "what a value is")
            case "bytes":
                return self.tr("bytes", "what a value is")
            case "_io.TextIOWrapper":
                return self.tr("an opened file", "what a value is")
            case _:
                return f"'{name}'"

    def _of_names(self) -> dict[Kind, str]:
        return {
            Kind.NEAR_NAME: self.tr("There is no name '{name}' here. Did you mean '{near}'?"),
            Kind.UNKNOWN_NAME: self.tr(
                "Nothing is called '{name}' at this point. Check how it is written, or give it a"
                " value before this line."
            ),
            Kind.QUOTES_FORGOTTEN: self.tr(
                "Nothing is called '{name}' here. If it is meant as text, put it in quotes:"
                ' "{name}"'
            ),
            Kind.IMPORT_FORGOTTEN: self.tr(
                "'{name}' is used here, but it was not imported. Write this at the top of the file:"
                " {statement}"
            ),
            Kind.IMPORT_FROM_FORGOTTEN: self.tr(
                "Nothing is called '{name}' here. If you mean the one in Python's module"
                " '{module}', write this at the top of the file: {statement}"
            ),
            Kind.MODULE_PREFIX_FORGOTTEN: self.tr(
                "'{name}' is part of a module that you have imported. Write its whole name: {full}"
            ),
            Kind.SELF_FORGOTTEN: self.tr(
                "'{name}' belongs to the object, so it is reached by way of it. Write: {full}"
            ),
            Kind.SELF_FORGOTTEN_TWICE: self.tr(
                "These belong to the object, so they are reached by way of it: {names}. Write:"
                " {full}"
            ),
        }

    def _without_value(self) -> dict[Kind, str]:
        return {
            Kind.USED_BEFORE_SET: self.tr(
                "'{name}' is used here, but gets its value only in line {line}, which has not run"
                " yet. That has to come first: move it up, or what uses it down."
            ),
            Kind.NOT_SET_YET: self.tr(
                "'{name}' has no value here: what would give it one, in line {line}, has not"
                " happened. Give it a value at the beginning."
            ),
            Kind.NOT_SET_FAILED: self.tr(
                "'{name}' has no value here, because line {line}, which gives it one, has failed"
                " itself: {error}. Look at that error first."
            ),
            Kind.NAME_OF_FUNCTION: self.tr(
                "'{name}' gets a value only inside {function}(), and is known only there. If you"
                " mean that one, let {function}() return it, and use what it returns."
            ),
            Kind.LOCAL_BEFORE_GLOBAL: self.tr(
                "Line {line} gives '{name}' a value, so inside {function}() it is a variable of its"
                " own, and it has no value yet. To change the one outside, write 'global {name}' as"
                " the first line of {function}()."
            ),
            Kind.LOCAL_BEFORE_NONLOCAL: self.tr(
                "Line {line} gives '{name}' a value, so inside {function}() it is a variable of its"
                " own, and it has no value yet. To change the one of the function around it, write"
                " 'nonlocal {name}' as the first line of {function}()."
            ),
            Kind.CLASS_NOT_READY: self.tr(
                "The class '{name}' is made only when all of its lines have run, so these cannot"
                " use it yet. If it only says here of what type something is, put it in quotes:"
                ' "{name}"'
            ),
            Kind.LOCAL_NOT_SET: self.tr(
                "'{name}' has no value here: no line of {function}() that would give it one has"
                " run. Give it a value at the beginning of {function}()."
            ),
        }

    def _of_attributes(self) -> dict[Kind, str]:
        return {
            Kind.NONE_ATTRIBUTE: self.tr(
                "{what} is None here, and None has no .{attribute}. Look where its value comes"
                " from."
            ),
            Kind.NONE_FROM_CALL: self.tr(
                "{call} gave back None, and None has no .{attribute}. Use it without the dot, or"
                " look why it returns nothing."
            ),
            Kind.NONE_RESULT: self.tr(
                "'{name}' is None, because {call} in line {line} gave back None. Perhaps that found"
                " nothing, or it only changes or prints something, or a 'return' is missing in it."
            ),
            Kind.NONE_SET_BY: self.tr(
                "'{name}' is None, because {call} in line {line} gave back None, and None has no"
                " .{attribute}. Perhaps that found nothing, or it only changes or prints something,"
                " or a 'return' is missing in it."
            ),
            Kind.NEAR_ATTRIBUTE: self.tr("{type} has no .{attribute}. Did you mean .{near}?"),
            Kind.NEAR_IN_MODULE: self.tr(
                "The module '{module}' has no '{attribute}'. Did you mean '{near}'?"
            ),
            Kind.OTHER_ATTRIBUTE: self.tr("{type} has no .{attribute} in Python. Use: {instead}"),
            Kind.OF_OTHER_TYPE: self.tr(
                "{what} is {type} here, and .{attribute} belongs to {type2}. Look where its value"
                " comes from."
            ),
            Kind.OBJECT_HAS: self.tr(
                "{type} has no .{attribute}. Its class gives its objects these: {names}. Write the"
                " one that you mean; if it is none of them, set self.{attribute} in the __init__()"
                " of the class."
            ),
            Kind.NO_ATTRIBUTE: self.tr(
                "{type} has no .{attribute}. Check how it is written, and whether this is the"
                " object that you mean."
            ),
            Kind.NOT_IN_MODULE: self.tr(
                "The module '{module}' has no '{attribute}'. Check how it is written."
            ),
            Kind.HIDDEN_MODULE: self.tr(
                "Your own file {file} is imported here, and not Python's module '{module}'. If you"
                " mean Python's, rename {file}."
            ),
            Kind.IMPORTS_ITSELF: self.tr(
                "{file} imports itself: it has the name of the module '{module}', so Python takes"
                " this file for it. Give {file} another name."
            ),
            Kind.CIRCULAR: self.tr(
                "'{module}' is not ready: it is still being imported, and '{name}' comes later in"
                " it. Two files import each other. Import it only inside the functions that use it,"
                " or put what needs each other into one file."
            ),
        }

    def _of_items(self) -> dict[Kind, str]:
        return {
            Kind.NEAR_KEY: self.tr("'{table}' has no key {key}. Did you mean {near}?"),
            Kind.OTHER_KEY_TYPE: self.tr(
                "'{table}' has no key {key}, which is {type}, but it has {near}, which is {type2}."
                " Let the keys be {type} where '{table}' gets them, or, if they are always"
                " {type2}, use that one here."
            ),
            Kind.KEY_MISSING: self.tr("'{table}' has no key {key}. These are its keys: {keys}"),
            Kind.NO_KEYS: self.tr(
                "'{table}' is empty here, so it has no key {key}. Look where it is filled: perhaps"
                " that comes later, or never."
            ),
            Kind.NO_SUCH_KEY: self.tr(
                "There is no key {key} in this dictionary. Print the dictionary to see which keys"
                " it has."
            ),
            Kind.INDEX_TOO_LARGE: self.tr(
                "Items are counted from 0, and the length of {what} is {length}: the last one is"
                " {last}, and there is none at {index}."
            ),
            Kind.EMPTY_ITEMS: self.tr(
                "{what} is empty: it is {type} without anything in it. Look where its value"
                " comes from, or ask first: if {what}:"
            ),
            Kind.EMPTY_POP: self.tr(
                "{what} is an empty list, so nothing can be taken from it. Before this line,"
                " decide what is right then: if not {what}:"
            ),
            Kind.NO_ARGUMENT: self.tr(
                "The script was started with too few arguments: there is no sys.argv[{index}]. Give"
                " it some when you start it."
            ),
            Kind.INDEX_IS_TEXT: self.tr(
                "{what} is {type}, so its items are found by whole numbers, and here {type2}"
                " stands in the brackets. Check whether {what} is what you mean; if it is, use a"
                " whole number from 0 on."
            ),
            Kind.IMMUTABLE_ITEM: self.tr(
                "{what} is {type}, and its parts cannot be changed. Make a new one and put it in"
                " the place of the old one, or make {what} a list where it begins."
            ),
            Kind.IMMUTABLE_KEPT: self.tr(
                "{what} is {type}, and its parts cannot be changed. Make a new one and put it in"
                " the place of the old one."
            ),
            Kind.NO_ITEMS: self.tr(
                "{what} is {type} here, so there is nothing that [...] could take from it. Look"
                " where its value comes from."
            ),
            Kind.FUNCTION_ITEM: self.tr(
                "{function} is a function: it is called with round brackets ( ), not with [ ]. If"
                " you mean something out of a list or text of yours, write its name there."
            ),
        }

    def _of_numbers(self) -> dict[Kind, str]:
        return {
            Kind.INT_OF_TEXT: self.tr(
                "int() makes a number of digits, and it got the text '{text}'. Check what is typed"
                " or read before it is turned into a number."
            ),
            Kind.HEADING: self.tr(
                "{function} makes a number of digits, and it got the text '{text}'. If that is the"
                " heading of a column, pass over the first line: {instead} before the loop."
            ),
            Kind.INT_OF_DECIMAL: self.tr(
                "int() takes whole numbers only, and it got the text '{text}'. Use float() for"
                " numbers with a point."
            ),
            Kind.FLOAT_OF_TEXT: self.tr(
                "float() makes a number of digits, and it got the text '{text}'. Check what is"
                " typed or read before it is turned into a number."
            ),
            Kind.FLOAT_OF_COMMA: self.tr(
                "float() wants a point and not a comma, and it got the text '{text}'. Write it as"
                " {instead}, or replace the comma before float()."
            ),
            Kind.NUMBER_OF_NOTHING: self.tr(
                "{function} got an empty text, as it comes from an empty line, or when nothing is"
                " typed. Check that there is something before it is turned into a number."
            ),
            Kind.TEXT_PLUS_NUMBER: self.tr(
                "{text} is text and {number} is {type}: + cannot join the two. To make one text,"
                " write str({number})."
            ),
            Kind.TEXT_AND_NUMBER: self.tr(
                "{text} is text and {number} is {type}: + cannot join the two. To add them as"
                " numbers, write {function}({text}); to make one text, write str({number})."
            ),
            Kind.ADDED_TO: self.tr(
                "{text} is text and {number} is {type}: += cannot join the two. To add them as"
                " numbers, write {instead}; to make one text, write {instead2}."
            ),
            Kind.COMPARED_WITH_TEXT: self.tr(
                "{text} is text and {number} is {type}, so neither is larger. To compare them, make"
                " the text a number: {function}({text})"
            ),
            Kind.COMPARED_WITH_NONE: self.tr(
                "{what} is None here, and None cannot be compared by {operator}. Look where its"
                " value comes from."
            ),
            Kind.NONE_OPERAND: self.tr(
                "{what} is None here, and None cannot be used with {operator}. Look where its value"
                " comes from: perhaps a function that returns nothing."
            ),
        }

    def _of_operations(self) -> dict[Kind, str]:
        return {
            Kind.LIST_PLUS_ITEM: self.tr(
                "{what} is a list and {item} is {type}: + joins two lists only. To put it into the"
                " list, write: {instead}"
            ),
            Kind.FUNCTION_NOT_CALLED: self.tr(
                "{function} is a function. To use what it returns, call it: {function}()"
            ),
            Kind.FUNCTION_NEEDS: self.tr(
                "{function} is a function. To use what it returns, call it, with what it needs in"
                " the brackets: {function}(...)"
            ),
            Kind.HIDDEN_BY_PART: self.tr(
                "'{name}' is a function here and not the module, since it was imported by its name."
                " Write at the top of the file: {statement}, and here {attribute} without '{name}.'"
            ),
            Kind.FUNCTION_KEPT: self.tr(
                "{what} is a function, because in line {line} the brackets are missing that call"
                " it. Write there: {instead}"
            ),
            Kind.NO_OPERATION: self.tr(
                "{operator} does not work between {type} and {type2}. Check what the values on its"
                " two sides are."
            ),
            Kind.NOT_MULTIPLIED: self.tr(
                "A text or list can only be multiplied by a whole number, and {what} is {type}. To"
                " calculate with numbers, make numbers of both with int() or float()."
            ),
            Kind.PERCENT_OF_TEXT: self.tr(
                "{text} is text, and for text % does not divide. Make a number of it first:"
                " {instead}"
            ),
            Kind.ZERO_DIVISION: self.tr(
                "Nothing can be divided by 0, and the divisor here is 0: {what}"
            ),
            Kind.ZERO_LENGTH: self.tr(
                "Nothing can be divided by 0, and {what} is 0, because '{items}' is empty. Test"
                " that before this line, and decide what is right then."
            ),
        }


EXPLAIN = ExplainTexts()
