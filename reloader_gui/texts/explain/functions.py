"""What an error means, of functions that others call, and classes, in the
window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainFunctionTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.KEY_PARAMETERS: self.tr(
                "{function} calls its key function with one item at a time, and {what} has {takes}"
                " parameters. Give it one: of a pair, take the parts by [0] and [1]; to compare"
                " two items with each other, write key=functools.cmp_to_key(...)"
            ),
            Kind.CALLBACK_ONE: self.tr(
                "{function} gives {what} one item at a time, and that has {takes} parameters. Let"
                " it have one; where an item is a pair, take its parts by [0] and [1]."
            ),
            Kind.CALLBACK_COUNTS: self.tr(
                "The values that {function} gives to {what} at a time: {given}. Those that it has"
                " parameters for: {takes}. There must be as many of each."
            ),
            Kind.KEY_NO_FUNCTION: self.tr(
                "What {function} gets as its key is a function that it asks for each item, and"
                " {what} is {type}. Write: {instead}"
            ),
            Kind.CALLED_AMONG: self.tr(
                "{function} is called here, while the others beside it stand without brackets:"
                " functions that are called later. Write: {instead}"
            ),
            Kind.CALLED_NOT_GIVEN: self.tr(
                "{function} takes a function and calls it itself, and {what} is what a call has"
                " given, {type}. If the function itself is meant, leave the brackets out:"
                " {instead}"
            ),
            Kind.SORT_BY_NAME: self.tr(
                "What {function} goes by is given by its name. Write: {instead}"
            ),
            Kind.CMP_GONE: self.tr(
                "{function} has no cmp=, which is of Python 2. Write: {instead}"
            ),
            Kind.FITS_NOT_EACH: self.tr(
                "{function} calls {what} for each item, and one of the items is {type}, for which"
                " {what} does not work. Print the items to find it, or choose another function."
            ),
            Kind.FUNCTION_FIRST: self.tr(
                "{function} takes the function first, and what it is to be used on behind it."
                " Write: {instead}"
            ),
            Kind.STARMAP_ITEMS: self.tr(
                "starmap() takes each item apart into arguments, so each has to be a tuple or a"
                " list, and one of them is {type}. To give every item as it is, write: {instead}"
            ),
            Kind.SEVERAL_IN_LIST: self.tr(
                "{function} takes its values in one thing, such as a list. Write: {instead}"
            ),
            Kind.INSTANCE_NAME: self.tr(
                "{function} asks for a class, and {what} is text. Write the name without quotes:"
                " {instead}"
            ),
            Kind.INSTANCE_LIST: self.tr(
                "{function} takes several classes in round brackets. Write: {instead}"
            ),
            Kind.INSTANCE_NONE: self.tr(
                "{function} asks for a class, and None is a value. Write: {instead}"
            ),
            Kind.INSTANCE_TURNED: self.tr(
                "{function} takes the value first, and the class behind it. Write: {instead}"
            ),
            Kind.INSTANCE_VALUE: self.tr(
                "{function} asks for a class, and {what} is {type}. Write a class there, such as"
                " int or str."
            ),
            Kind.INSTANCE_MODULE: self.tr(
                "{function} asks for a class, and {what} is a module. The class of that name is in"
                " it: {full}"
            ),
            Kind.INSTANCE_PARTS: self.tr(
                "{function} does not look at what is inside a value, so {what} cannot be asked"
                " for. Write: {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.SUBCLASS_OF_OBJECT: self.tr(
                "issubclass() compares two classes, and {what} is an object. Write: {instead}"
            ),
            Kind.OPEN_TURNED: self.tr(
                "The name of the file stands first, and the mode behind it. Write: {instead}"
            ),
            Kind.OPEN_MODE_ENCODING: self.tr(
                "The place behind the file's name is for the mode, and {mode} is an encoding. Give"
                " it to {function} by its name: {instead}"
            ),
            Kind.ZIP_LENGTHS: self.tr(
                "With strict=True, zip() takes only what has as many items each, and {what2} ends"
                " before {what}. Look which item is missing, or leave strict=True out to stop at"
                " the shortest."
            ),
            Kind.SLICED_DICT: self.tr(
                "{table} is a dictionary, which has keys and no numbered places. For some of its"
                " items in their order, write: {instead}"
            ),
            Kind.WITHOUT_SLICE: self.tr(
                "No part of {what} can be cut out by [...:...]. Make a list of it first: {instead}"
            ),
            Kind.BYTES_ENCODING: self.tr(
                "{function} makes bytes of a text only if it knows the encoding. Write: {instead}"
            ),
            Kind.DECORATOR_NO_FUNCTION: self.tr(
                "What stands behind @ has to be a function, and {what} gives {type}. If it is a"
                " function of yours, let it end with 'return' and the function inside of it."
            ),
            Kind.DECORATOR_TAKES: self.tr(
                "What stands behind @ gets the function below it and nothing else, and {what} has"
                " {takes} parameters. For values of its own, write a function around it that takes"
                " them and gives it back."
            ),
            Kind.DECORATOR_BRACKETS: self.tr(
                "@{name} stands without brackets, so {name} got the function itself for {what}."
                " Write its values there: @{name}(...)"
            ),
            Kind.WRAPPER_TAKES: self.tr(
                "By @, {function} has put {what} in the place of '{name}', and that does not take"
                " what is in the brackets. Write in line {line}: {instead} and give (*args,"
                " **kwargs) to the function that it calls."
            ),
            Kind.HANDED_CALLED: self.tr(
                "{function} calls a function itself, and {what} is called here before it gets"
                " there. Hand the function over without brackets: {instead}"
            ),
            Kind.CALLBACK_LENT: self.tr(
                "{function} gives {what} one item at a time, and that has {takes} parameters. Give"
                " it the others as line {line} does: {instead}"
            ),
        }


EXPLAIN_FUNCTIONS = ExplainFunctionTexts()
