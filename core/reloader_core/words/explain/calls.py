"""What an error means, of calls and loops, in English: see sentence.py."""

from __future__ import annotations

from reloader_core.explain.kinds.diagnosis import Kind

CALL_SENTENCES: dict[Kind, str] = {
    Kind.NOT_CALLABLE: (
        "{what} is {type} and no function, so it cannot be called with ( ). Remove the brackets, or"
        " check the name."
    ),
    Kind.ITEM_CALLED: (
        "{what} is {type} and no function. To take something out of it, use square brackets:"
        " {what}[...]"
    ),
    Kind.NAME_HIDES_FUNCTION: (
        "'{name}' is a variable of yours here, {type}, and hides Python's function {name}(). Give"
        " your variable another name."
    ),
    Kind.MODULE_CALLED: (
        "'{module}' is a module and no function. Call something in it: {module}.name()"
    ),
    Kind.MODULE_CALLED_LIKE: "'{module}' is a module and no function. Perhaps you mean: {full}",
    Kind.OPERATOR_FORGOTTEN: (
        "A number cannot be called, and {number} is followed by a bracket. If you mean to multiply,"
        " write * between them."
    ),
    Kind.CLASS_NOT_CALLED: (
        "{what} is the class itself and no object of it, so {method} has no object to work on. Make"
        " one with round brackets: {instead}"
    ),
    Kind.VALUES_CALLED: (
        "{what} is {type} and stands right before a bracket, so Python tries to call it. Perhaps a"
        " comma or an operator between the two is missing."
    ),
    Kind.ABSTRACT_CLASS: (
        "{name} is only a plan for other classes: it lacks the method {method}. Make an object of a"
        " class that has it."
    ),
    Kind.NO_INIT: (
        "The class {name} (line {line}) has no __init__, so it takes no arguments. Give it one, or"
        " leave the arguments out."
    ),
    Kind.NEAR_INIT: (
        "The class {name} has no __init__ of its own that could take what is in the brackets, but"
        " it has {method}. Rename that to __init__."
    ),
    Kind.MISSING_SELF: (
        "The function {method}() in line {line} belongs to a class, and gets the object as its"
        " first argument. Write: def {method}(self):"
    ),
    Kind.INHERITED_MAKES: (
        "{function} was written for {class}, and {name} inherits it: so it makes an object"
        " of {name} here, which needs more: {missing}. Give {name} a {function} of its own,"
        " or what is missing a value in its __init__(), behind a =."
    ),
    Kind.TOO_FEW: (
        "{function} gets no value here for: {missing}. Write one for each of these into its"
        " brackets."
    ),
    Kind.TOO_MANY: (
        "{function} takes {takes} arguments, and here it gets {given}. Leave some out, or give the"
        " function more parameters."
    ),
    Kind.UNKNOWN_KEYWORD: (
        "{function} has no parameter called '{keyword}'. Check how it is written, or remove it."
    ),
    Kind.NEAR_KEYWORD: "{function} has no parameter called '{keyword}'. Did you mean '{near}'?",
    Kind.GIVEN_TWICE: (
        "{function} gets '{argument}' twice: by its place among the values in the brackets, and by"
        " its name. Remove one of them."
    ),
    Kind.UNPACK_COUNTS: (
        "The names on the left: {targets}. The values for them: {values}. There must be as many of"
        " each."
    ),
    Kind.UNPACK_AT_LEAST: (
        "At least {least} values are needed on the right, but there are {values}. Give as many, or"
        " take a name away on the left."
    ),
    Kind.UNPACK_ONE: (
        "Several names ({targets}) are to get a value here, but there is only one thing, {type}."
        " Use one name, or look where the value comes from."
    ),
    Kind.UNPACK_EACH: (
        "An item that the loop gets here is a single thing, {type}, and {targets} names wait for"
        " it. Look how what it goes through was made; for single things, write one name, or loop"
        " through enumerate() to count them."
    ),
    Kind.ITEMS_FORGOTTEN: (
        "'{table}' is a dictionary, and a loop over it gives its keys alone. For keys and values,"
        " write {table}.items()"
    ),
    Kind.ITERATED_NUMBER: (
        "A loop cannot go through a number, and {what} is one. To count, write range({what})."
    ),
    Kind.NOT_ITERABLE: (
        "A loop cannot go through {what}, because it is {type}. Look where its value comes from."
    ),
    Kind.NOT_SEVERAL: "{function} needs several values, such as a list, and {what} is {type}.",
    Kind.RECURSION: (
        "{function} (line {line}) has called itself so often that Python stopped it. Check that it"
        " has a case in which it does not call itself, and that it gets there."
    ),
}
