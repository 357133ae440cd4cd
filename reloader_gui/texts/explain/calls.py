"""What is wrong with a call and what it is given, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainCallsTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._of_calls() | self._of_arguments() | self._of_loops() | self._of_uses()

    def _of_calls(self) -> dict[Kind, str]:
        return {
            Kind.NOT_CALLABLE: self.tr(
                "{what} is {type} and no function, so it cannot be called with ( ). Remove the"
                " brackets, or check the name."
            ),
            Kind.ITEM_CALLED: self.tr(
                "{what} is {type} and no function. To take something out of it, use square"
                " brackets: {what}[...]"
            ),
            Kind.NAME_HIDES_FUNCTION: self.tr(
                "'{name}' is a variable of yours here, {type}, and hides Python's function"
                " {name}(). Give your variable another name."
            ),
            Kind.MODULE_CALLED: self.tr(
                "'{module}' is a module and no function. Call something in it: {module}.name()"
            ),
            Kind.MODULE_CALLED_LIKE: self.tr(
                "'{module}' is a module and no function. Perhaps you mean: {full}"
            ),
            Kind.OPERATOR_FORGOTTEN: self.tr(
                "A number cannot be called, and {number} is followed by a bracket. If you mean to"
                " multiply, write * between them."
            ),
            Kind.CLASS_NOT_CALLED: self.tr(
                "{what} is the class itself and no object of it, so {method} has no object to work"
                " on. Make one with round brackets: {instead}"
            ),
            Kind.VALUES_CALLED: self.tr(
                "{what} is {type} and stands right before a bracket, so Python tries to call it."
                " Perhaps a comma or an operator between the two is missing."
            ),
            Kind.ABSTRACT_CLASS: self.tr(
                "{name} is only a plan for other classes: it lacks the method {method}. Make an"
                " object of a class that has it."
            ),
            Kind.NO_INIT: self.tr(
                "The class {name} (line {line}) has no __init__, so it takes no arguments. Give it"
                " one, or leave the arguments out."
            ),
            Kind.NEAR_INIT: self.tr(
                "The class {name} has no __init__ of its own that could take what is in the"
                " brackets, but it has {method}. Rename that to __init__."
            ),
        }

    def _of_loops(self) -> dict[Kind, str]:
        return {
            Kind.UNPACK_AT_LEAST: self.tr(
                "At least {least} values are needed on the right, but there are {values}. Give as"
                " many, or take a name away on the left."
            ),
            Kind.UNPACK_COUNTS: self.tr(
                "The names on the left: {targets}. The values for them: {values}. There must be as"
                " many of each."
            ),
            Kind.UNPACK_ONE: self.tr(
                "Several names ({targets}) are to get a value here, but there is only one thing,"
                " {type}. Use one name, or look where the value comes from."
            ),
            Kind.UNPACK_EACH: self.tr(
                "An item that the loop gets here is a single thing, {type}, and {targets} names"
                " wait for it. Look how what it goes through was made; for single things, write one"
                " name, or loop through enumerate() to count them."
            ),
            Kind.ENUMERATE_FORGOTTEN: self.tr(
                "A loop over {what} gives its items without numbers. To have both, write: {instead}"
            ),
            Kind.ITEMS_FORGOTTEN: self.tr(
                "'{table}' is a dictionary, and a loop over it gives its keys alone. For keys and"
                " values, write {table}.items()"
            ),
            Kind.ITERATED_NUMBER: self.tr(
                "A loop cannot go through a number, and {what} is one. To count, write"
                " range({what})."
            ),
            Kind.NOT_ITERABLE: self.tr(
                "A loop cannot go through {what}, because it is {type}. Look where its value comes"
                " from."
            ),
            Kind.NOT_SEVERAL: self.tr(
                "{function} needs several values, such as a list, and {what} is {type}."
            ),
            Kind.RECURSION_ALIKE: self.tr(
                "{function} calls itself in line {line} with the very values that it was given, so"
                " it never ends. Give it others there, which come nearer to its end."
            ),
            Kind.RECURSION: self.tr(
                "{function} (line {line}) has called itself so often that Python stopped it. Check"
                " that it has a case in which it does not call itself, and that it gets there."
            ),
        }

    def _of_arguments(self) -> dict[Kind, str]:
        return {
            Kind.MISSING_SELF: self.tr(
                "The function {method}() in line {line} belongs to a class, and gets the object as"
                " its first argument. Write: def {method}(self):"
            ),
            Kind.INHERITED_MAKES: self.tr(
                "{function} was written for {class}, and {name} inherits it: so it makes an object"
                " of {name} here, which needs more: {missing}. Give {name} a {function} of its own,"
                " or what is missing a value in its __init__(), behind a =."
            ),
            Kind.TOO_FEW: self.tr(
                "{function} gets no value here for: {missing}. Write one for each of these into its"
                " brackets."
            ),
            Kind.TOO_MANY: self.tr(
                "{function} takes {takes} arguments, and here it gets {given}. Leave some out, or"
                " give the function more parameters."
            ),
            Kind.UNKNOWN_KEYWORD: self.tr(
                "{function} has no parameter called '{keyword}'. Check how it is written, or remove"
                " it."
            ),
            Kind.NEAR_KEYWORD: self.tr(
                "{function} has no parameter called '{keyword}'. Did you mean '{near}'?"
            ),
            Kind.GIVEN_TWICE: self.tr(
                "{function} gets '{argument}' twice: by its place among the values in the brackets,"
                " and by its name. Remove one of them."
            ),
        }

    def _of_uses(self) -> dict[Kind, str]:
        return {
            Kind.UNHASHABLE: self.tr(
                "{type} can be neither a key of a dictionary nor an item of a set, because it can"
                " change. Give a tuple there, as tuple(...) makes of a list, or a single item out"
                " of it."
            ),
            Kind.NO_LENGTH: self.tr(
                "{what} is {type} here, and that has no length. len() counts the letters of a text"
                " or the items of a list."
            ),
            Kind.RAISED_TEXT: self.tr(
                "raise needs an exception, not a text. Write: raise Exception({what})"
            ),
            Kind.SIGN_BEHIND: self.tr("The {sign} belongs before the =. Write: {instead}"),
            Kind.TOO_LARGE: self.tr(
                "The result in line {line} is larger than a number with a point (float) can be."
                " Check whether the numbers in it are as large as you mean them. Powers and"
                " products of whole numbers (int) have no such limit."
            ),
            Kind.NO_SUCH_RESULT: self.tr(
                "{call} has no result for the number that it is given here, which may be negative."
                " Print that number before this line."
            ),
            Kind.SUM_OF_TEXTS: self.tr(
                "sum() adds numbers, and there is text in {what}. Turn each into a number first,"
                " with float(), or with int() if all of them are whole."
            ),
            Kind.EMPTY_MOST: self.tr(
                "{function} needs at least one thing, and {what} is empty. Check first that"
                " something is in it."
            ),
            Kind.NOT_IN_LIST: self.tr(
                "{item} is not in the list {what}, so it is not found. Look how both are written,"
                " or decide what is right then: if {check}: ... else: ..."
            ),
            Kind.NOT_IN_TEXT: self.tr(
                "{text} does not hold {item}, so .index() finds no place. Decide what is right"
                " then: if {item} not in {text}:"
            ),
            Kind.CHANGED_IN_LOOP: self.tr(
                "{table} is changed while a loop goes through it. Let the loop go through a copy:"
                " {instead}"
            ),
            Kind.RANGE_OF: self.tr(
                "range() takes whole numbers, and {what} is {type}. Perhaps you mean: {instead}"
            ),
            Kind.WRITE_OF_NO_TEXT: self.tr(
                "write() takes text, and {what} is {type}. Make it text: str({what})"
            ),
        }


EXPLAIN_CALLS = ExplainCallsTexts()
