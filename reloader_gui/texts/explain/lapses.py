"""What an error means, of what is nearly right, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainLapsesTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.FORMAT_PLACES: self.tr(
                "'{code}' is no form for a number. How many places are shown stands behind a"
                " point and before the letter. Write: {instead}"
            ),
            Kind.WEIGHTS_COUNT: self.tr(
                "random.choices() needs one weight for each item. The length of {what} is"
                " {length}, and that of {what2} is {length2}. Add to the shorter one what is"
                " missing."
            ),
            Kind.STATIC_FORGOTTEN: self.tr(
                "{function} does not use {name} and is called on the class, without an object."
                " Write @staticmethod right above line {line}, and take {name} out of its"
                " brackets: {instead}"
            ),
            Kind.TWO_LENGTHS: self.tr(
                "The length of {what} is {length}, and that of {what2}, which line {line} goes"
                " by, is {length2}. If both belong together, find what {what} lacks or what"
                " {what2} has too much; if not, go only to the end of the shorter:"
                " min(len({what}), len({what2}))"
            ),
            Kind.RETURN_IN_ROUND: self.tr(
                "{what} has a single item, because the return in line {line} ends {function} in"
                " the first round of its loop. Indent it only as far as the 'for' in line"
                " {line2}, so that it stands behind the loop."
            ),
            Kind.ODD_RECORD: self.tr(
                "In line {line}, one of the dictionaries has {key} where the others have"
                " {key2}. Write {key2} there."
            ),
            Kind.RECORD_LACKS: self.tr(
                "The dictionary in line {line} has no {key}, and all others in that list have"
                " it. Add it there."
            ),
            Kind.PRIVATE_GIVEN: self.tr(
                "A name that begins with two underscores, as {attribute}, can be reached only"
                " inside its own class, here {class}. The class gives its value by a method or"
                " property. Write: {instead}"
            ),
            Kind.PRIVATE_ELSEWHERE: self.tr(
                "A name that begins with two underscores, as {attribute}, can be reached only"
                " inside its own class, here {class}. Add a method to that class that gives the"
                " value back, and call it here."
            ),
            Kind.STAR_REPLACED: self.tr(
                "Two modules have a function {function}, and the import in line {line} replaces"
                " that of '{module}' by that of '{module2}'. If the first one is meant, write"
                " 'import {module}' at the top, and here: {instead}"
            ),
            Kind.COPIED_AT_IMPORT: self.tr(
                "{name} is None here, because line {line} has taken the value that it had in"
                " '{module}' at that time. What {function} gives it there later does not get"
                " here. Write 'import {module}' as well at the top, and {instead} wherever {name}"
                " stands here."
            ),
            Kind.RETURNED_FEWER: self.tr(
                "{function} gives back fewer values than there are names on the left, in line"
                " {line} of {file}. Write there: {instead}"
            ),
            Kind.RETURNED_COUNT_IN: self.tr(
                "In line {line} of {file}, {function} gives back {given} values, and the names"
                " for them here are {targets}. Give back as many there as are needed here."
            ),
            Kind.TEXT_UNMATCHED: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text {text},"
                " so nothing was found in line {line}. Change the pattern, or decide what is right"
                " then: if {name} is None:"
            ),
            Kind.TEXT_UNMATCHED_FROM: self.tr(
                "{name} is None, because the pattern in line {line2} does not fit the text {text},"
                " so nothing was found in line {line}. It fits no further than {item}. Change the"
                " pattern, or decide what is right then: if {name} is None:"
            ),
            Kind.MATCH_ELSEWHERE: self.tr(
                "{what} is None, because {call} in line {line} looks at the text {text} from its"
                " beginning, and what fits the pattern stands elsewhere in it: {item}. To find"
                " that, write there: {instead}"
            ),
            Kind.MIXED_NONE: self.tr(
                "{function} compares what is in {what}. None is among it, and cannot be compared"
                " with {type}. Leave out first what is None or has None in it, with an 'if ... is"
                " not None'."
            ),
            Kind.NUMBERS_COPIED: self.tr(
                "Line {line} begins with a line number that was copied along with the code."
                " Take such numbers away from the beginnings of the lines."
            ),
            Kind.DIGITS_LOOPED: self.tr(
                "A loop cannot go through a number, and {what} is one. To go through its digits,"
                " write str({what})."
            ),
            Kind.LIST_FOR_ITEM: self.tr(
                "{what} is the whole list here. One of its items after the other is {item}, as the"
                " loop in line {line} calls it. Write that in the brackets."
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.DATE_SIGNS: self.tr(
                "{text} in line {line} has {sign} between its numbers. The form {format}, in which"
                " other dates of this file are written, has {sign2}. If its numbers stand in that"
                " order, too, write there: {instead}"
            ),
            Kind.DATE_ODD: self.tr(
                "{text} in line {line} is not in the form {format}, in which other dates of"
                " this file are written. Write there: {instead}"
            ),
            Kind.LOCALS_BEFORE_OUTER: self.tr(
                "Line {line} gives '{name}' a value, so inside {function}() it is a variable of"
                " its own, and it has no value yet. To change what is outside, write '{instead}'"
                " as the first line of {function}()."
            ),
            Kind.CIRCULAR_MOVE: self.tr(
                "'{module}' is not ready: it is still being imported, and '{name}' comes later"
                " in it. Two files import each other. Move what one of them takes from the other,"
                " and all variables and functions that this works with, into a third file that"
                " imports neither of them, and let both import it from there. Or put all into one"
                " file."
            ),
            Kind.BRACKET_OF_ONE: self.tr(
                "In line {line}, the bracket of {function} is not closed where it should be:"
                " {function} takes only one thing. Write there: {instead}"
            ),
            Kind.SUM_OF_PUT: self.tr(
                "sum() adds numbers, and there is text in {what}, because line {line} puts a"
                " part of a text into the list. Write there: {instead}"
            ),
            Kind.USED_UP_NEXT: self.tr(
                "{what} gives its items only once, and line {line} has taken all of them. To"
                " take them again from the first one on, write above this line: {instead}"
            ),
            Kind.PARTNER_LACKS: self.tr(
                "The loop takes two at a time of {what}, and its length is {length}, an odd"
                " number: the last one, {item}, has none behind it. Ask before you take that: if"
                " {check}:"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.YIELD_FORGOTTEN: self.tr(
                "{what} is None, because {function} gives nothing back: what line {line} works out"
                " in its loop goes nowhere. Hand it out with 'yield'. Write there: {instead}"
            ),
            Kind.NONE_AFTER_ROUND: self.tr(
                "{what} is None, because line {line} belongs to the loop and ends {function} in"
                " its first round if nothing is found there. Indent it only as far as the 'for' in"
                " line {line2}, so that it stands behind the loop."
            ),
            Kind.OVERWRITTEN_KEY: self.tr(
                "{what} was {type} in line {line}, and the loop in line {line2} gives that name to"
                " something else. Choose another name there: {instead} and write below it"
                " {instead2} instead of {what}[{what}]."
            ),
            Kind.MEMBER_FOR_KEY: self.tr(
                "{what} is a member of an enumeration, and the keys of {table} are not its"
                " members. Write: {instead}"
            ),
            Kind.EXIT_TAKES: self.tr(
                "'with' gives {function} three values besides the object: the type of an error,"
                " the error and where it happened, or None for each. Write in line {line}:"
                " {instead}"
            ),
            Kind.NEXT_FOR_LOOP: self.tr(
                "{call} in line {line} has come to the end, and {function}, a generator, must not"
                " pass that on. Write in line {line2}: {instead} and take line {line} away."
            ),
            Kind.NEXT_IN_GENERATOR: self.tr(
                "{call} in line {line} has come to the end, and {function}, a generator, must not"
                " pass that on. Put it into a 'try', and below that write 'except StopIteration:'"
                " with a 'return'."
            ),
            Kind.NAMED_TUPLE_LOOPED: self.tr(
                "{what} is a named tuple, and its parts cannot be changed. Put a new one in its"
                " place. Write in line {line}: {instead} and in line {line2}: {instead2}"
            ),
            Kind.NAMED_TUPLE_PUT: self.tr(
                "{what} is a named tuple, and its parts cannot be changed."
                " {what}._replace({attribute}=...) makes a new one: put that where the old one is"
                " kept."
            ),
            Kind.DATE_MADE: self.tr(
                "In line {line} a day (date) meets a day with its time: {what} is a datetime. It"
                " is made in line {line2}. Make a day of it there: {instead}"
            ),
            Kind.TUPLE_TO_ADD: self.tr(
                "{what} is a list, which can be no item of a set, because it can change. Put a"
                " tuple of it there, in line {line}: {instead}"
            ),
            Kind.INDENT_BLOCK: self.tr(
                "What belongs to line {line} must be indented. Put {number} more spaces before each"
                " of the lines {line2} to {line3}."
            ),
            Kind.NAME_LEFT: self.tr(
                "In line {line}, a value without a name stands behind one that has a name. Write"
                " its name before it, too: {instead}"
            ),
            Kind.DATE_SIGNS_SEVERAL: self.tr(
                "{text} has {sign} between its numbers. The form {format}, in which other dates of"
                " this file are written, has {sign2}. If the numbers stand in that order, too,"
                " write {sign2} in place of {sign} in the dates of line {lines}; this one becomes:"
                " {instead}"
            ),
            Kind.DATE_FORM_SIGNS: self.tr(
                "{text} has {sign} between its numbers, and the form {format} has {sign2}. If all"
                " texts that are read by it are written so, write the form in line {lines} so:"
                " {instead}. If only this one is, write it with {sign2}."
            ),
            Kind.BRACKET_BEFORE_METHOD: self.tr(
                "In line {line}, {bracket} is not closed where it should be: {function} gives"
                " a number, which has no .{attribute}(), so that belongs to the text. Write"
                " there: {instead}"
            ),
        }


EXPLAIN_LAPSES = ExplainLapsesTexts()
