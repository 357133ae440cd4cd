"""What an error means, of Python's own modules, in the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainStandardTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.PATH_ENDING: self.tr(
                "+ does not work with the path {what}, and / would begin a new name behind it. To"
                " add something to the end of its name, write: {instead}"
            ),
            Kind.ENUMS_CALCULATED: self.tr(
                "{what} and {what2} are members of an enumeration, and {operator} does nothing"
                " with those. Take what both of them stand for: {instead}"
            ),
            Kind.TEXT_PLUS_LIST: self.tr(
                "{text} is text and {what} is {type}: + cannot join the two. To make one text of"
                " its items, write {instead}; to show it with its brackets, str({what})."
            ),
            Kind.OPTION_DASH: self.tr(
                "The option {option} is kept under its name with _ in place of each -, as a -"
                " here would take one value from another. Write: {instead}"
            ),
            Kind.LEVEL_CAPITALS: self.tr(
                "There is no level {text} of messages. Their names are written in capital"
                " letters: {instead}"
            ),
            Kind.LEVEL_UNKNOWN: self.tr(
                "There is no level {text} of messages. There are DEBUG, INFO, WARNING, ERROR and"
                " CRITICAL."
            ),
            Kind.POST_DATA: self.tr(
                "What is sent with a request has to be bytes, and {what} in line {line} is"
                " {type}. Write there in its place: {instead}"
            ),
            Kind.ZONE_NEAR: self.tr(
                "There is no time zone of the name {name}. Their names have a continent in front."
                " Write: {instead}"
            ),
            Kind.ZONE_UNKNOWN: self.tr(
                "There is no time zone of the name {name}. Names of zones look like"
                ' "Europe/Berlin"; zoneinfo.available_timezones() gives all of them.'
            ),
            Kind.ZONE_DATA: self.tr(
                "The name {name} is right, but this Python has no list of the time zones. Install"
                " the package tzdata, which brings it."
            ),
            Kind.PROGRAM_TEXT: self.tr(
                "{what} is a program with its arguments in one text, so a program of just that"
                " name was looked for. Write in line {line}: {instead}"
            ),
            Kind.PROGRAM_FAILED: self.tr(
                "The program that line {line} started ended with the exit code {code}, by which"
                " it says that it failed, and check=True makes an error of that. Look what it has"
                " printed; if its output is kept, print error.stderr after 'except"
                " subprocess.CalledProcessError as error:'"
            ),
            Kind.POOL_LAMBDA: self.tr(
                "{function} sends the function to other processes, and these find it only by a"
                " name at the top level of a file. Write it there with 'def', outside of any"
                " function, and not as a 'lambda'."
            ),
            Kind.SETTINGS_PERCENT: self.tr(
                "In the settings that line {line} reads, a % stands alone, and there it begins"
                " the name of another setting. Write %% in the file for a plain %, or make it"
                " with: configparser.ConfigParser(interpolation=None)"
            ),
            Kind.SETTING_MISSING: self.tr(
                "{what} has no setting {key}. Check how it is written in the file, or give a"
                " value for when it is not there: {instead}"
            ),
            Kind.SECTION_HEADER: self.tr(
                "The settings in {file} begin without the name of a section. Write one in square"
                " brackets as the first line of the file, such as {instead}"
            ),
            Kind.TEMPORARY_BYTES: self.tr(
                "The temporary file that line {line} makes takes bytes only, unless it is told"
                " otherwise. Write there: {instead}"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.ITEMGETTER: self.tr(
                "itemgetter({key}) takes a key, and what it gets are lists, whose items have"
                " numbers that begin with 0. Give it the number of the item, such as {instead}"
            ),
            Kind.GROUP_COUNT: self.tr(
                "The pattern has no group {group}. The groups in it: {count}, counted from 1. Each"
                " is a pair of round brackets, but \\( and (?: begin none."
            ),
            Kind.GROUP_UNKNOWN: self.tr(
                "The pattern has no group {group}. Each pair of round brackets in it is one,"
                " counted from 1; a name is given to it by (?P<name>...)"
            ),
            Kind.STRFTIME_OF: self.tr(
                "{function} takes a time in its parts, and {what} is {type}. Write: {instead}"
            ),
            Kind.WINDOW_NOT_BEGUN: self.tr(
                "{class} is a window of its own kind, and its __init__() uses it before it is"
                " made. Write in line {line}, as the first thing there: {instead}"
            ),
            Kind.STAR_LACKS: self.tr(
                "'from {module} import *' does not bring {name} along, as that is a module of its"
                " own. Write at the top of the file: {instead}"
            ),
            Kind.ADDRESS_PAIR: self.tr(
                "{function} takes a single argument, and that is the host with its port. Put both"
                " into brackets of their own: {instead}"
            ),
            Kind.HOST_ADDRESS: self.tr(
                "Line {line} asks for the computer {text}, and the name of a computer has no"
                " '://' and no '/' in it. Write: {instead}"
            ),
            Kind.OUTPUT_BYTES: self.tr(
                "{what} is bytes, because the output of a program is no text unless text=True is"
                " given. Write in line {line}: {instead}"
            ),
            Kind.BYTES_METHOD: self.tr(
                "{what} is bytes, and text stands in the brackets. Make text of it first: {instead}"
            ),
            Kind.JSON_DEFAULT: self.tr(
                "JSON has no way to write {what}. Say with default= what is to be written in its"
                " place: {instead}"
            ),
            Kind.MONTH_BEYOND: self.tr(
                "{what} is 13 after December, and there are only 12 months. Go on with the first"
                " one of the next year: {instead}"
            ),
            Kind.DAY_BEYOND: self.tr(
                "{call} asks for the day {day}, and month {month} of the year {year} has only"
                " {last} days. Check where these numbers come from."
            ),
            Kind.NAIVE_MADE: self.tr(
                "{what} is made in line {line} without a time zone, and the other time has one."
                " Write there: {instead}"
            ),
            Kind.NAIVE_WRITTEN: self.tr(
                "{what} is made in line {line} without a time zone, and the other time has one. If"
                " it is meant as a time of UTC, write there: {instead}"
            ),
            Kind.JSON_PUT: self.tr(
                "JSON has no way to write {what}, and line {line} puts one into the data. Write"
                " there {instead}, or say here with default= what is to be written in its place:"
                " {instead2}"
            ),
            Kind.TIME_OF_DAY: self.tr(
                "A time of day cannot be calculated with, as it belongs to no day. Give it one,"
                " with datetime and date of the module datetime: {instead}"
            ),
            Kind.DECIMAL_COMMA: self.tr(
                "Decimal() wants a point and not a comma, and it got the text {text}. Write:"
                " {instead}"
            ),
            Kind.RESULT_OF_NUMBER: self.tr(
                "{call} has no result, because {what} is {number} here. To pass over such a"
                " number, write above line {line}, indented as that: {instead}"
            ),
            Kind.RESULT_DECIDED: self.tr(
                "{call} has no result, because {what} is {number} here. Write above line {line}:"
                " {instead} and in it what is right for such a number. Line {line}, and all that"
                " needs its result, then belongs below an else: behind that."
            ),
            Kind.RESULT_UNASKED: self.tr(
                "{call} has no result, because {what} is {number} here. Decide what is right for"
                " such a number, and ask for it before this is calculated: {instead}"
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.WITH_GENERATOR: self.tr(
                "{function} has a 'yield' in it, and 'with' takes such a function only if"
                " @contextmanager stands right above line {line}. Write at the top of the file:"
                " from contextlib import contextmanager"
            ),
            Kind.CACHE_UNHASHABLE: self.tr(
                "{function} keeps its results by the arguments (line {line}), and these must not"
                " be able to change, as {type} is: {what}. Write: {instead}"
            ),
            Kind.TK_OPTION_FOR: self.tr(
                "This part of the window has no option called {option}. What you mean is called"
                " {instead}."
            ),
            Kind.EMPTIED_BY_MODE: self.tr(
                'The mode "{mode}" in line {line} empties the file before anything is read. To'
                ' read what is in it, write there: "{instead}"'
            ),
            Kind.NAMES_GIVEN: self.tr(
                "{function} takes one name, and {what} is a list of names. Do it with one after"
                " the other, in a loop: for name in {what}:"
            ),
            Kind.COUNTED_PAIR: self.tr(
                "{what} is a pair: first the item, then what belongs to it. Take one of the two:"
                " {instead} or {instead2}"
            ),
            Kind.TURTLE_MODE: self.tr(
                "Turtle reads the colour {text} as numbers from 0 to 1, unless it is told"
                " otherwise. Write once, before this line: {instead}"
            ),
            Kind.TYPING_FOR_VALUE: self.tr(
                "{what} got the type {written} itself in line {line}, and nothing of that type."
                " Write there: {instead}"
            ),
            Kind.DEQUE_POP: self.tr(
                "The .pop() of a deque takes nothing, and gives its last item. For this one,"
                " write: {instead}"
            ),
            Kind.SUB_LACKS: self.tr(
                "{function} takes a pattern, then what is put in its place, then the text. To"
                " leave out what fits, write: {instead}"
            ),
            Kind.BISECT_PAIRS: self.tr(
                "{function} compares with each item of {what} as a whole, and these are not of"
                " the same type. To look among what stands first in them, write: {instead}"
            ),
            Kind.SUBMIT_CALLED: self.tr(
                "In line {line}, the function is called at once, and its result is handed over."
                " Give the function, and then its arguments: {instead}"
            ),
            Kind.GATHER_LIST: self.tr(
                "{function} takes each of them as an argument of its own, and no list. Put a * in"
                " front: {instead}"
            ),
            Kind.AWAIT_SLEEP: self.tr(
                "time.sleep() makes all of the program wait and gives nothing to 'await'. Write:"
                " {instead}"
            ),
            Kind.FOLDERS_ABOVE: self.tr(
                "The folder {folder}, in which the new one is to be, does not exist itself. To"
                " make both, write: {instead}"
            ),
            Kind.HEADER_LIST: self.tr(
                "A line at the head of a mail is one text, and line {line} gives it a list. Write"
                " there: {instead}"
            ),
            Kind.ARGUMENT_TYPE: self.tr(
                "{what} is text, because the option has no type. Write in line {line}: {instead}"
            ),
            Kind.RESULT_MADE: self.tr(
                "{call} has no result, because {what} is {number} here, which is calculated"
                " in line {line2}. Check first that it is calculated there as you mean it."
                " Only if such a number may come, pass it over, with a new line above line"
                " {line}, indented as that: {instead}"
            ),
            Kind.RESULT_MADE_DECIDED: self.tr(
                "{call} has no result, because {what} is {number} here, which is calculated"
                " in line {line2}. Check first that it is calculated there as you mean it."
                " Only if such a number may come, write above line {line}: {instead} and in it"
                " what is right for it. Line {line}, and all that needs its result, then"
                " belongs below an else: behind that."
            ),
            Kind.ROOT_SIGN: self.tr(
                "{call} has no result, because {what} is {number} here. In the formula for"
                " the solutions of a quadratic equation, the second part is taken from the"
                " first one. Write so in line {line}: {instead}"
            ),
        }


EXPLAIN_STANDARD = ExplainStandardTexts()
