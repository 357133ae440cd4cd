"""What is wrong with classes, their objects, and what is in brackets, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainClassesTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._of_classes() | self._of_items()

    def _of_classes(self) -> dict[Kind, str]:
        return {
            Kind.CLASS_ATTRIBUTE: self.tr(
                "{what} is the class itself, and only an object of it has .{attribute}. Make one"
                " with round brackets: {instead}"
            ),
            Kind.SET_IN_METHOD: self.tr(
                "{type} gets .{attribute} only in {method}(), and that has not happened yet for"
                " this object. Give it a first value in __init__(), or call {method}() before this,"
                " if that is missing."
            ),
            Kind.SUPER_FORGOTTEN: self.tr(
                "{base} gives .{attribute} its value in its __init__(), and the one of {type} does"
                " not call that. Write in it: {instead}"
            ),
            Kind.SUPER_NEEDS: self.tr(
                "{base} gives .{attribute} its value in its __init__(), and the one of {type} does"
                " not call that. Write in it: {instead} It needs a value for each of these, which"
                " stand there with dots: {names}. Put it in place of the dots."
            ),
            Kind.SELF_IN_INIT: self.tr(
                "Line {line} gives '{attribute}' to a variable that is gone when __init__() ends."
                " To keep it in the object, write there: {full} = ..."
            ),
            Kind.SELF_TAKEN: self.tr(
                "The function {method}() in line {line} belongs to a class and gets the object"
                " first, and '{parameter}' takes that place. Write: def {method}({instead}):"
            ),
            Kind.LOCAL_HIDES_FUNCTION: self.tr(
                "Line {line} gives '{name}' a value, so in all of {function}() that name is a"
                " variable, and no longer the function {name}(). Give the variable another name."
            ),
            Kind.USE_IN: self.tr(
                "Python has no .{attribute} for this. To test whether something is in {what},"
                " write: if ... in {what}:"
            ),
            Kind.DICT_ATTRIBUTE: self.tr(
                "{what} is a dictionary and has no .{attribute}. If '{attribute}' is one of its"
                ' keys, write: {what}["{attribute}"]'
            ),
            Kind.DICT_PUT: self.tr(
                "{what} is a dictionary and has no .{attribute}. To put something in, write:"
                " {what}[key] = value"
            ),
        }

    def _of_items(self) -> dict[Kind, str]:
        return {
            Kind.NONE_UNPACKED: self.tr(
                "{what} is None here, so the names on the left ({targets}) get nothing. If a"
                " function gave it back, perhaps a 'return' is missing in it."
            ),
            Kind.NONE_CALL_ITEM: self.tr(
                "{call} gave back None, so [...] can take nothing out of it. Look why it gives"
                " nothing back."
            ),
            Kind.IN_OF: self.tr(
                "'in' looks into a text, a list or the like, and {what} is {type}. Look where its"
                " value comes from."
            ),
            Kind.ITEM_SET_OF: self.tr(
                "{what} is {type}, so nothing can be put into it with [...]. Look where its value"
                " comes from."
            ),
            Kind.INDEX_TO_NUMBER: self.tr(
                "{what}[...] needs a whole number, and {index} is {type}. Write: {instead}"
            ),
            Kind.INDEX_IS_ITEM: self.tr(
                "The loop gives '{item}' each item of {what} itself, and not its place. Use {item}"
                " alone, without {what}[...]; or, if its place is needed, write: for {item} in"
                " range(len({what})):"
            ),
            Kind.ITEM_CHANGED: self.tr(
                "The loop gives '{item}' each item of {what} itself, and not its place, which is"
                " needed to put something into {what}[...]. Write: {instead}"
            ),
            Kind.METHOD_INSIDE: self.tr(
                "The function {method}() in line {line} is indented so far that it belongs to"
                " {function}() and not to the class. Move all of its lines to the left, until its"
                " 'def' stands below that of {function}()."
            ),
            Kind.METHOD_OUTSIDE: self.tr(
                "The function {method}() in line {line} is not indented, so it does not belong to"
                " the class {name}. Indent all of its lines."
            ),
            Kind.FUNCTION_REPLACED: self.tr(
                "Line {line} gives the name of the function '{name}' to something else, which is"
                " {type} here, so the function cannot be called any more. Choose another name"
                " there, and use that one wherever this value is meant."
            ),
            Kind.INDEX_OUTSIDE: self.tr(
                "There is no item at this place: {what} has fewer of them, and they are counted"
                " from 0. Print len({what}) before this line."
            ),
            Kind.LISTS_SIDE_BY_SIDE: self.tr(
                "In line {line}, two pairs of brackets [ ] stand beside each other, so Python"
                " takes the second for a place in the first. Put a comma between them."
            ),
            Kind.TWO_INDEXES: self.tr(
                "{what} takes one number in its brackets. For an item of an item, write: {instead}"
            ),
            Kind.WITHOUT_PLACES: self.tr(
                "{what} has no numbered places that [...] could take from. Make a list of it"
                " first: list({what})[...]"
            ),
            Kind.RECURSION_TWO: self.tr(
                "{function} and {function2} have called each other so often that Python stopped"
                " them. Check that there is a case in which they do not, and that they get there."
            ),
        }


EXPLAIN_CLASSES = ExplainClassesTexts()
