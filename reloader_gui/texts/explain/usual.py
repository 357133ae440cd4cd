"""What an error means, of what the modules used most are given, in the
window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainUsualTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.ARGUMENT_IS: self.tr(
                "{function} needs {type2} there, and {what} is {type}. Look where its value comes"
                " from."
            ),
            Kind.OPPOSITE: self.tr(
                "That is the other way round: {function} goes from the other side. Write: {instead}"
            ),
            Kind.WHOLE_ALL: self.tr(
                "{function} needs whole numbers, and here it gets text. Make a number of each with"
                " int()"
            ),
            Kind.BASE_NEEDS_TEXT: self.tr(
                "With a second value, int() reads a text in that base, and {what} is a number"
                " already. Write: {instead}"
            ),
            Kind.INT_OF_BASE: self.tr(
                "In base {base} there are only {base} digits, and the text '{text}' has another"
                " one. Check the text, or the base."
            ),
            Kind.INT_OF_INFINITY: self.tr(
                "{what} is infinite here, and there is no whole number for that. Look what it was"
                " calculated from, or test it first: if math.isfinite({what}):"
            ),
            Kind.DIGITS_LIMIT: self.tr(
                "In line {line}, a number of more than 4300 digits meets text, which Python"
                " refuses because it takes long. To allow it, write above:"
                " sys.set_int_max_str_digits(0)"
            ),
            Kind.NOT_NEGATIVE: self.tr(
                "{call} is given a number below 0, for which it has no result. Check where that"
                " number comes from."
            ),
            Kind.SAMPLE_OF: self.tr(
                "random.sample() needs items in an order, and {what} has none. Make a list of it"
                " first: sorted({what})"
            ),
            Kind.CHOICES_COUNT: self.tr(
                "How many are chosen is given by its name. Write: {instead}"
            ),
            Kind.RANDOM_BETWEEN: self.tr(
                "random.random() takes nothing, and always gives a number from 0 to 1. For a"
                " number between two others, write: {instead}"
            ),
            Kind.TIMEDELTA_UNIT: self.tr(
                "A timedelta has no {name}: it is a length of time, and these have no fixed one."
                " Use days=, or change the date itself with .replace()"
            ),
            Kind.TIMEDELTA_PART: self.tr(
                "A timedelta keeps days and seconds, and has no .{attribute}. Write: {instead}"
            ),
            Kind.DATE_AND_NUMBER: self.tr(
                "To a date only a length of time can be added, and {number} does not say of what."
                " For days, write: {instead}"
            ),
            Kind.DATES_ADDED: self.tr(
                "Two points of time can be subtracted, but not added. To move one, add a timedelta"
                " to it."
            ),
            Kind.TIMESTAMP_LARGE: self.tr(
                "The number that {call} gets is too large for seconds since 1970. If it counts"
                " thousandths of a second, divide it by 1000."
            ),
            Kind.STRPTIME_TURNED: self.tr(
                "The text stands first, and how it is written behind it. Write: {instead}"
            ),
            Kind.DATE_OF_CLASS: self.tr(
                "'datetime' is the class here, which has no other class in it. Write {instead},"
                " and above: {statement}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.PATH_NO_TEXT: self.tr(
                "{what} is a path and no text, so it has no .{attribute}. Use what paths have for"
                " it, such as .name, .suffix and .parts, or write: str({what}).{attribute}"
            ),
            Kind.PATH_PARTS: self.tr(
                "{function} takes the parts of a path one by one, and not in a list. Write:"
                " {instead}"
            ),
            Kind.SUFFIX_POINT: self.tr(
                "A suffix begins with a point, and '{text}' has none. Write: {instead}"
            ),
            Kind.GONE_FROM_MODULE: self.tr(
                "{full} is from an older version, and nothing took its place there. Leave it out,"
                " or look up how that is done today."
            ),
            Kind.TASK_OUTSIDE: self.tr(
                "{call} works only while asyncio runs. Write it inside of an 'async def' function,"
                " and start that one with asyncio.run()"
            ),
            Kind.RUN_OF: self.tr(
                "asyncio.run() takes the call of an 'async def' function, and {what} is {type}."
                " Make the function 'async def', or call it without asyncio.run()"
            ),
        }


EXPLAIN_USUAL = ExplainUsualTexts()
