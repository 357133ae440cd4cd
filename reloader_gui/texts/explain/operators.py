"""What an error means, of what own classes are asked for, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainOperatorsTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return {
            Kind.SUM_NOT_DEFINED: self.tr(
                "sum() adds with +, and '{class}' says nowhere what + means. Sum up a number"
                " of each object, such as: sum(each.price for each in ...)"
            ),
            Kind.SUM_BEGINS: self.tr(
                "sum() begins with 0, and does not know what 0 and '{class}' are together."
                " Write in the class a function __radd__(self, other), which gives back self"
                " where other is 0."
            ),
            Kind.OTHER_WHOLE: self.tr(
                "'{name}' is a whole object here: {type}. What stands on the other side is"
                " only one part of such an object. Write: {instead}"
            ),
            Kind.OTHER_WAY_ROUND: self.tr(
                "{type} says what {sign} means only where it stands on the left. Write: {instead}"
            ),
            Kind.REFLECTED_LACKS: self.tr(
                "{type} says what {sign} means only where it stands on the left. Write in the"
                " class a function for the other way round: {method}"
            ),
            Kind.OPERATOR_LACKS: self.tr(
                "{type} says nowhere what {sign} means. Write in the class a function that"
                " gives back the result: {method}. Or calculate with a value that the object"
                " has."
            ),
            Kind.INIT_RETURNS: self.tr(
                "__init__() fills an object that is there already, and may give nothing back."
                " Remove the 'return' in line {line}."
            ),
            Kind.ITER_RESULT: self.tr(
                "__iter__() has to give back what goes through the items, and line {line}"
                " gives back {type} itself. Write there: {instead}"
            ),
            Kind.NEXT_LACKS: self.tr(
                "{type} gives itself back in __iter__(), and so it needs a function"
                " __next__(self), too, which gives back the next item. Write one."
            ),
            Kind.LENGTH_RESULT: self.tr(
                "__len__() has to give back a whole number, and line {line} gives back {type}."
                " Write there: {instead}"
            ),
            Kind.HASH_LACKS: self.tr(
                "{type} has an __eq__() of its own in line {line}, and so its objects can be"
                " neither in a set nor the keys of a dictionary, unless it has a"
                " __hash__(self), too. Write that in the class, with: {instead}"
            ),
            Kind.CLASSMETHOD_LACKS: self.tr(
                "{function} in line {line} takes the class as 'cls', and gets it only if this"
                " stands in a line of its own right above: @classmethod"
            ),
            Kind.LIST_IN_OBJECT: self.tr(
                "{what} is one object of {type}, and keeps its items in a list. Write: {instead}"
            ),
            Kind.OBJECT_CALLED: self.tr(
                "{what} is an object of {type} and no function itself. If its {function} is"
                " meant, write: {instead}"
            ),
            Kind.ABSTRACT_NEAR: self.tr(
                "{class} needs a function {method}(), as the class that it is based on"
                " demands, and has {name}() in line {line}. Rename that to {method}."
            ),
            Kind.REPEATED_FIRST: self.tr(
                "* is done first here, so {what} is text, and {operator} calculates with numbers"
                " only. Calculate how many times first, in brackets: {instead}"
            ),
            Kind.PARTS_REPEATED: self.tr(
                "{what} is text: what * gets in line {line} is text, which it only repeats. Make"
                " a number of it first, and write there: {instead}"
            ),
            Kind.PART_MEANT: self.tr(
                "'{name}' is a whole object: {type}. To calculate with a value in it, write"
                " for instance: {instead}"
            ),
            Kind.OTHER_KIND: self.tr(
                "{function}() is asked about anything that is compared, and here '{name}' is"
                " {type}. Write as its first line: {instead}"
            ),
        }


EXPLAIN_OPERATORS = ExplainOperatorsTexts()
