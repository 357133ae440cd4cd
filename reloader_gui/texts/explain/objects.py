"""What an error means, of how objects are made and used, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainObjectsTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return (
            self._part_1()
            | self._part_2()
            | self._part_3()
            | self._part_4()
            | self._part_5()
            | self._part_6()
            | self._part_7()
            | self._part_8()
        )

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.NONE_IN_PLACE: self.tr(
                "'{name}' is None, because .{method}() in line {line} only does something and gives"
                " nothing back. Make two lines of it: {instead} and below it {instead2}"
            ),
            Kind.NONE_FROM_INIT: self.tr(
                "{what} is None, as line {line} has set it, and has got no other value since; None"
                " has no .{attribute}. Ask before it is used: if {what} is not None:"
            ),
            Kind.NONE_BEHIND_LAST: self.tr(
                "{what} is None here: it is behind the last one, or there is none at all. None has"
                " no .{attribute}, so ask for that first: {what} is not None"
            ),
            Kind.NO_MATCH_HERE: self.tr(
                "{call} found nothing here, so it gave back None. Give its result a name, and ask"
                " before it is used: if name: (re.match() looks at the beginning only, re.search()"
                " everywhere.)"
            ),
            Kind.NO_SET: self.tr(
                "{what} is a dictionary, since {{}} in line {line} makes one. For a set, write"
                " there: set()"
            ),
            Kind.ONE_OF_LIST: self.tr(
                "{what} is the whole list, and .{attribute} belongs to each of the objects in it."
                " Write: {instead}"
            ),
            Kind.OBJECTS_IN_LIST: self.tr(
                "{what} is a list, and .{attribute} belongs to each of the objects in it. Go"
                " through them with a loop, or take one of them, such as {what}[0].{attribute}"
            ),
            Kind.MODULE_REPLACED: self.tr(
                "Line {line} gives the name of the module '{name}' to something else, which is"
                " {type} here. Choose another name there, and write it in all lines that mean this"
                " and not the module."
            ),
            Kind.ENUM_BY_NAME: self.tr(
                "{value} is the name of a member of {type} and not its value. To find it by its"
                " name, write: {instead}"
            ),
            Kind.RESULT_NOT_KEPT: self.tr(
                "{function} gives back the value of '{name}', but line {line} does not keep it."
                " Write there: {instead}"
            ),
            Kind.NO_RETURN: self.tr(
                "{what} is None, because {function}() in line {line} gives nothing back: it has no"
                " 'return' with a value. Write one at its end."
            ),
            Kind.SEARCHED_FOR: self.tr(
                "'in' looks for a text in a text, and {what} is {type}. Make text of it first:"
                " str({what})"
            ),
            Kind.HIDDEN_METHOD: self.tr(
                "{what} is {type}: line {line} gives the object a value under the name of its own"
                " function {name}(). Give one of the two another name."
            ),
            Kind.PROPERTY_ITSELF: self.tr(
                "Line {line} asks for {full}, or sets it, inside the property of that very name,"
                " which begins again and again. Keep the value under another name: {instead}"
            ),
            Kind.PROPERTY_NOT_SET: self.tr(
                "'{attribute}' is worked out by the property in line {line}, so it cannot be given"
                " a value. Change what it is made of, or write a setter for it."
            ),
            Kind.NAMED_TUPLE_SET: self.tr(
                "{what} is a named tuple, whose values cannot be changed. Make a new one: {what} ="
                " {what}._replace({attribute}=...)"
            ),
            Kind.FROZEN: self.tr(
                "The class was made with frozen=True, so line {line} cannot change its object. Make"
                " a new object, or leave frozen=True out."
            ),
            Kind.SHARED_DEFAULT: self.tr(
                "All objects of this class would share {type} that stands behind the = here. Write"
                " behind the = instead: {instead}"
            ),
            Kind.FIELD_ORDER: self.tr(
                "'{name}' has no value in the class and stands behind one that has. Give it a"
                " value, too, or move those without one to the front: values in round brackets are"
                " given in that order."
            ),
            Kind.NO_ORDER: self.tr(
                "{function} compares what is in {what}, and of {type} Python cannot tell which is"
                " the larger. Say what counts: key=lambda each: ..."
            ),
            Kind.ABSTRACT_LACKS: self.tr(
                "{name} has no function {method}(), which the class that it is based on demands."
                " Write one in {name}, under exactly that name."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ENUM_MEMBER: self.tr("There is no '{member}' in {name}. It has: {members}"),
            Kind.ENUM_VALUE: self.tr(
                "No member of {type} has the value {value}. Look at the values in the class."
            ),
            Kind.DECORATOR_NOTHING: self.tr(
                "'{name}' is None: the function {decorator}() in line {line}, which stands above it"
                " with @, gives nothing back. Write a 'return' with the inner function at its end."
            ),
            Kind.NOT_FOR_WITH: self.tr(
                "'with' works with an open file and the like, and {what} is {type}. Check what"
                " stands behind 'with'."
            ),
            Kind.CLASS_ALREADY: self.tr(
                "'{name}' is already the class itself here, since it was imported by its name."
                " Leave out one '{name}.'"
            ),
            Kind.NOT_ITERATOR: self.tr(
                "next() takes the next one from an iterator, and {what} is {type}. Make one of it"
                " first: {instead}"
            ),
            Kind.NO_NEXT: self.tr(
                "next() in line {line} finds nothing: all has been taken already, or there was"
                " nothing from the beginning. Check how often it is called, and what it goes"
                " through."
            ),
            Kind.EXCEPT_NAME: self.tr(
                "'{name}' is known only in the lines of the 'except' in line {line}; Python forgets"
                " it after them. Use it there, or keep it under another name."
            ),
            Kind.COUNTED_KEY: self.tr(
                "'{table}' has no key {key} yet, so there is nothing to calculate with. Begin with"
                " a value: {instead}"
            ),
            Kind.COUNTED_KEYS: self.tr(
                "'{table}' has no key {key} yet, so there is nothing to calculate with. Begin with"
                " a value: {instead} Change also the other lines that add to a key in this way:"
                " {lines}"
            ),
            Kind.KEY_ASKED: self.tr(
                "'{table}' has no key {key} yet, so there is no value that can be asked for. With"
                " .get() it may be missing: {instead}"
            ),
            Kind.KEY_FILLED: self.tr(
                "'{table}' has no key {key} yet, so there is nothing to put something into. Write:"
                " {instead}"
            ),
            Kind.SLICE_WHOLE: self.tr(
                "The places in [ : ] are whole numbers, and {what} is {type}. Write: {instead}"
            ),
            Kind.WHOLE_EXPECTED: self.tr(
                "{function} needs a whole number, and {what} is {type}. Write: {instead}"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.FORMAT_KEY: self.tr(
                "The text has a place for '{key}' in curly brackets, and .format() gets no value of"
                " that name. Write in its brackets: {key}=..."
            ),
            Kind.DEFAULT_FACTORY: self.tr(
                "defaultdict() wants a function that makes the first value, and {what} is none."
                " Write, for 0: defaultdict(int)"
            ),
            Kind.CHOICE_OF: self.tr(
                "random.choice() needs numbered places, and {what} is {type}. Make a list of it"
                " first: random.choice(list({what}))"
            ),
            Kind.WRITELINES: self.tr(
                "writelines() writes texts, and among those in {what} is {type}. Make texts of all"
                " of them first, with str()."
            ),
            Kind.TEXT_SEARCHED: self.tr(
                "{function} searches text, and {what} is {type}. Make text of it first: str({what})"
            ),
            Kind.BYTES_AND_TEXT: self.tr(
                "In line {line}, text meets bytes. Make text of the bytes with .decode(), or bytes"
                " of the text with .encode()."
            ),
            Kind.BYTES_NEEDED: self.tr(
                "{function} takes bytes, and {what} is text. Write: {what}.encode()"
            ),
            Kind.BINARY_FILE: self.tr(
                'The file was opened with a "b" in its mode, so it takes bytes only, and line'
                ' {line} gives it text. Open it without the "b".'
            ),
            Kind.FILE_EXPECTED: self.tr(
                "{function} works with an open file, and {what} is text. Open the file first:"
                " {instead}"
            ),
            Kind.TEXT_LOADED: self.tr(
                "{function} reads an open file, and {what} is the text itself. Write: {instead}"
            ),
            Kind.PATH_PLUS: self.tr(
                "Paths are put together with / and not with +. Write: {instead}"
            ),
            Kind.TEXT_IS_NO_DATE: self.tr(
                "{what} is text, and no date yet. Make a date of it first, with datetime.strptime()"
                " or datetime.fromisoformat()."
            ),
            Kind.TEXT_AS_DATE: self.tr(
                "{what} is text ({text}), and no date or time yet. Write in its place: {instead}"
            ),
            Kind.TEXT_IS_NO_DAY: self.tr(
                "{what} is text, and no date or time yet. Make one of it first: {instead}, or"
                " {instead2} if it is written in another way."
            ),
            Kind.NAIVE_AND_AWARE: self.tr(
                "In line {line}, one of the two times knows its time zone and the other does not."
                " Give both one, such as datetime.now(timezone.utc)."
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.NO_SUCH_DATE: self.tr(
                "{call} is no day or time that there is. A day is given as year, month, day, and a"
                " time as hour, minute, second: look at each number."
            ),
            Kind.DATE_ISO: self.tr(
                "fromisoformat() reads dates such as 2024-01-31, and {text} is written in another"
                " way. Use strptime() with its form."
            ),
            Kind.NO_DATA: self.tr(
                "{function} cannot work with nothing, and {what} is empty. Check first that"
                " something is in it."
            ),
            Kind.DECIMAL_OF_TEXT: self.tr(
                "Decimal() makes a number of digits and a point, and {what} is no such text. Look"
                " for a comma, spaces and other signs in it."
            ),
            Kind.DECIMAL_AND_FLOAT: self.tr(
                "A Decimal does not calculate with {what}, which is a number (float). Make a"
                " Decimal of it: Decimal(str({what}))"
            ),
            Kind.THREAD_TWICE: self.tr(
                "The thread that line {line} starts has been started before, and each can be"
                " started only once. Make a new Thread."
            ),
        }

    def _part_5(self) -> dict[Kind, str]:
        return {
            Kind.PRIVATE_NAME: self.tr(
                "{type} keeps .{attribute} to itself: a name that begins with two underscores is"
                " found only inside the class. Call it otherwise, or write a method that gives it"
                " back."
            ),
            Kind.OBJECTS_OPERATION: self.tr(
                "The class {type} does not say what {operator} does with its objects. Use what"
                " they hold, such as object.name, or write a method for {operator} in the class."
            ),
            Kind.OBJECT_ITEM: self.tr(
                "{what} is an object of {type}, and takes no [ ]. What it holds is read with a"
                " point: {what}.name"
            ),
            Kind.NOT_IN_SET: self.tr(
                "{item} is not in the set {what}, so it cannot be removed. Use .discard(), which"
                " does not mind."
            ),
            Kind.DICTS_JOINED: self.tr("+ does not join dictionaries. Write: {instead}"),
        }

    def _part_6(self) -> dict[Kind, str]:
        return {
            Kind.RESULT_NO_TEXT: self.tr(
                "{method}() in line {line} has to give back text, and gives back {type}. Write"
                " 'return' with the text in it; print() only shows it."
            ),
            Kind.LENGTH_OF_FLOW: self.tr(
                "{what} gives its items one by one and does not know how many there are. Make a"
                " list of it first: len(list({what}))"
            ),
            Kind.SHRUNK_IN_LOOP: self.tr(
                "The loop counts up to the length that {what} had at its beginning, and"
                " {method} in line {line} makes it shorter meanwhile. Collect what is to stay"
                " in a new list instead."
            ),
            Kind.WHILE_PAST: self.tr(
                "The loop has looked at all {length} items of {what} and goes on. Let it end there,"
                " too: {instead}"
            ),
            Kind.RANDINT_LENGTH: self.tr(
                "randint() can give its second number, too, and {index} is the length of {what}"
                " here, one more than the last place. Write: {instead}"
            ),
            Kind.LETTERS_LOOPED: self.tr(
                "A loop through a text gives its letters: {item} is a single one. To go through its"
                " lines, loop through {text}.splitlines()."
            ),
            Kind.INDEX_AFTER_LAST: self.tr(
                "The length of {what} is {length}, and at the last round {index} is one place too"
                " far. Let the loop end earlier: {instead}"
            ),
            Kind.LIST_PUT: self.tr(
                "{what}[...] = changes an item that is there already, and {what} is an empty list."
                " To put one in, write {what}.append(...)."
            ),
        }

    def _part_7(self) -> dict[Kind, str]:
        return {
            Kind.NONE_IN_PLACE_OF: self.tr(
                "{name} is None, because .{method}() in line {line} changes {changed} itself and"
                " gives nothing back. Write it there without '{name} =', and use {changed} from"
                " there on."
            ),
            Kind.RETURNED_IN_PLACE: self.tr(
                "{what} is None, because line {line} gives back what .{method}() gives, and that is"
                " nothing. It changes {changed} itself: write it on a line of its own, and below:"
                " return {changed}"
            ),
            Kind.KEY_LOOPED: self.tr(
                "A loop through a dictionary gives its keys: {item} is a key of {table}, and what"
                " belongs to it is {table}[{item}]."
            ),
            Kind.LIST_IN_TABLE: self.tr(
                "A loop through a dictionary gives its keys: {item} is a key of {table}. If you"
                " want to go through the list in it, loop through {instead}."
            ),
            Kind.KEYS_LOOPED: self.tr(
                "A loop through a dictionary gives its keys: {item} is a key of {table}, and what"
                " belongs to it is {table}[{item}]. Use that, or loop through {table}.values()."
            ),
            Kind.LIST_OF_TABLES: self.tr(
                "{what} is a list, and what is in it are dictionaries. If {key} is one of their"
                " keys, take one of them first, by its place, counted from 0: {what}[0][{key}] is"
                " that of the first one. Or go through all of them with a loop."
            ),
            Kind.EACH_OF_LIST: self.tr(
                "{what} is a list, and .{attribute}() belongs to each of the texts in it. Go"
                " through them with a loop, or take one of them, such as {what}[0].{attribute}()."
            ),
            Kind.NO_MATCH: self.tr(
                "{name} is None, because {call} in line {line} found nothing. Decide what is right"
                " then: if {name} is None: (re.match() looks at the beginning only, re.search()"
                " everywhere.)"
            ),
        }

    def _part_8(self) -> dict[Kind, str]:
        return {
            Kind.COUNTED_TOO_FAR: self.tr(
                "The loop in line {line} counts too far: the length of {what} is {length}, and the"
                " last place is one less, as counting begins at 0. Write {instead}."
            ),
            Kind.NUMBER_ITEM: self.tr(
                "{what} is {type}, and [...] takes nothing out of numbers. For its digits, make"
                " text of it: str({what})[...]. If it should be a list or text, look where its"
                " value comes from."
            ),
        }


EXPLAIN_OBJECTS = ExplainObjectsTexts()
