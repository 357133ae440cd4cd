"""What an error means, of how functions, classes and modules are used, in the window's
words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainUseTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.PROPERTY_CALLED: self.tr(
                "{what} is a property (line {line}), so its value is there without round"
                " brackets. Take away the ( ) behind it."
            ),
            Kind.STATIC_SELF: self.tr(
                "The function {method}() in line {line} is a @staticmethod, which gets no object,"
                " and its first parameter is '{parameter}'. Take away either @staticmethod or"
                " that parameter."
            ),
            Kind.CLASSMETHOD_OBJECT: self.tr(
                "The function {method}() in line {line} is a @classmethod, so it gets the class"
                " and no object, and only an object has .{attribute}. Take @classmethod away if"
                " it is to work on an object."
            ),
            Kind.SUPER_SELF: self.tr(
                "super() gives the object along by itself, so it does not stand in the brackets"
                " again. Write: {instead}"
            ),
            Kind.BASE_SELF: self.tr(
                "{call}() is asked of the class here, so the object has to stand first in the"
                " brackets. Write: {instead}"
            ),
            Kind.DATACLASS_FORGOTTEN: self.tr(
                "The class {name} (line {line}) only names its fields, and nothing in it takes"
                " values for them. Write @dataclass above it (from dataclasses import dataclass),"
                " or give it an __init__."
            ),
            Kind.FIELDS_UNTYPED: self.tr(
                "In a dataclass only what has a type is a field, and '{field}' in {name} has"
                " none. Write: {instead}"
            ),
            Kind.OBJECT_NOT_MADE: self.tr(
                "{what} is the class itself and no object of it: in line {line}, the round"
                " brackets that make one are missing. Write there: {instead}"
            ),
            Kind.CLASS_HELD: self.tr(
                "{what} is the class {class} itself and no object of it. Make one with round"
                " brackets where {what} gets its value, and not in this line: {instead}"
            ),
            Kind.SET_MISSPELT: self.tr(
                "{type} has no .{attribute}, because line {line} calls it {name}, and nothing else"
                " does. Write there: {instead}"
            ),
            Kind.OBJECT_THERE: self.tr(
                "{what} is the class itself and no object of it, so {method} has no object to work"
                " on. {name} (line {line}) is one. Write: {instead}"
            ),
            Kind.WITH_CLASS: self.tr(
                "'with' needs an object, and {what} is the class itself. Make one with round"
                " brackets: with {what}()"
            ),
            Kind.WITH_TEXT: self.tr(
                "'with' works with an open file and the like, and {what} is text. If it is the"
                " name of a file, write: with open({what})"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ENUM_CALCULATED: self.tr(
                "{what} is a member of an enumeration, and {operator} does nothing with those."
                " Take what it stands for: {what}.value"
            ),
            Kind.JSON_FILE: self.tr(
                "json.loads() reads a text, and {what} is an open file. For a file, write:"
                " json.load({what})"
            ),
            Kind.JSON_READY: self.tr(
                "json.loads() makes values of a text, and {what} is {type} already. Use it as it"
                " is."
            ),
            Kind.JSON_NAME: self.tr(
                "json.loads() reads the JSON text itself, and {what} is the name of a file. Open"
                " the file first, and write json.load(file)."
            ),
            Kind.ARGUMENTS_UNPACKED: self.tr(
                "sys.argv holds the script's own name and the arguments that it was started with:"
                " {given} in all. The names on the left: {targets}. Start it with as many"
                " arguments as it needs."
            ),
            Kind.SQL_ONE_VALUE: self.tr(
                "The values for the ? are given as a tuple, and {what} is a single value. Write a"
                " comma behind it: ({what},)"
            ),
            Kind.SQL_COLUMNS: self.tr(
                "The columns of the table {table}: {length}. The values for them: {given}. Give"
                " one for each, or name the columns behind the table: INSERT INTO {table} (...)"
            ),
            Kind.OPEN_ENCODING: self.tr(
                "The third value that open() takes is not the encoding. Write its name before it:"
                " encoding={what}"
            ),
            Kind.CHOICE_NUMBER: self.tr(
                "random.choice() takes one out of several, and {what} is a number. For a whole"
                " number from 1 to {what}, write: random.randint(1, {what})"
            ),
            Kind.PROGRAM_IN_ONE: self.tr(
                "There is no program called '{program}': its name and what is given to it are one"
                " text. Write them one by one, in a list: {instead}"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.PROGRAM_PART: self.tr(
                "What a program is given is text, and {what} is {type}. Make text of it:"
                " str({what})"
            ),
            Kind.FORMAT_DICT: self.tr(
                "The text has a place for '{key}' in curly brackets, and .format() gets {what} as"
                " one value. To give what is in it by its keys, write: .format(**{what})"
            ),
            Kind.FORMAT_SPEC: self.tr(
                "What stands behind the colon, '{code}', says nothing about how to write the"
                " value. For two places behind the point, write :.2f; for ten places in all, :10"
            ),
            Kind.FORMAT_COMMA: self.tr(
                "The '{code}' behind the colon groups the digits of a number, and the value is"
                " text. Make a number of it first, with int() or float()."
            ),
            Kind.RETURNED_COUNT: self.tr(
                "{function}() gives back several values in line {line}, as many as: {length}. The"
                " names on the left: {targets}. There must be as many of each."
            ),
            Kind.SET_PLACES: self.tr(
                "{what} is a set, which has no order, so nothing in it has a place for [...]. Use"
                " a list, or make one of it: sorted({what})[...]"
            ),
            Kind.ARRAY_GROWS: self.tr(
                "{what} keeps the length that it has, so there is no .{attribute}. Collect the"
                " values in a list first, or make a longer one: {instead}"
            ),
            Kind.THREAD_COUNT: self.tr(
                "A thread calls {function}() with each of the values in args, and these are more"
                " than it takes. A text in args counts as many values as it has letters: behind a"
                " single value in the brackets of args, write a comma."
            ),
            Kind.TK_VALUE: self.tr(
                "{what} is {type} itself, and {what}.get() gives the value in it. Use that here."
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.ENUMERATE_ORDER: self.tr(
                "enumerate() gives the number first, so '{name}' is the number and not the"
                " item. Write in line {line}: {instead}"
            ),
            Kind.SUM_OF_KEYS: self.tr(
                "sum() goes through the keys of the dictionary {what}, and there is text among"
                " them. For the sum of its values, write: sum({what}.values())"
            ),
            Kind.ONE_CHOSEN: self.tr(
                "{what} is a list with one thing in it, as {function} always gives a list."
                " Take it out of that in line {line}: {instead}"
            ),
            Kind.NOTHING_FITS: self.tr(
                "next() in line {line} found nothing that its condition is true for. To get"
                " None then, write it behind: next((...), None), and ask for it with 'if'."
            ),
            Kind.DUMP_TURNED: self.tr(
                "{function} takes what is to be written first, and the file behind it. Write:"
                " {instead}"
            ),
            Kind.GIVEN_TURNED: self.tr(
                "In line {line}, {function} is given a text for '{what}', where a number is"
                " needed. Look at the order of the values there: two of them may stand the"
                " wrong way round."
            ),
            Kind.SELF_UNKNOWN: self.tr(
                "'{name}' is known only in the functions of a class that have it as their"
                " first parameter. Leave out '{name}.' here, or give the function that"
                " parameter."
            ),
            Kind.SELF_LACKS: self.tr(
                "'self' is known only in methods that have it as their first parameter, and"
                " {function} has not. Write in line {line}: {instead}"
            ),
            Kind.PACKAGE_HIDDEN: self.tr(
                "Your own file {file} is imported here, and not the package '{module}'. If you"
                " mean the package, rename {file}."
            ),
            Kind.PACKAGE_NEEDED: self.tr(
                "A package that the script uses needs '{name}', which this Python has not. It"
                " must be installed first."
            ),
        }


EXPLAIN_USE = ExplainUseTexts()
