"""What an error means, of what other modules and packages say, in
the window's words."""

from __future__ import annotations

from reloader_core import Kind
from reloader_gui.texts.texts import Texts


class ExplainOutsideTexts(Texts):
    def sentences(self) -> dict[Kind, str]:
        """With places for the values, which are called as the kind says."""
        return self._part_1() | self._part_2() | self._part_3() | self._part_4() | self._part_5()

    def _part_1(self) -> dict[Kind, str]:
        return {
            Kind.AWAIT_FORGOTTEN: self.tr(
                "{what} is no result yet: an 'async def' function gives its result only to 'await'."
                " Write 'await' before the call."
            ),
            Kind.COROUTINE_NOT_RUN: self.tr(
                "{what} is no result yet: an 'async def' function has to be run first. Outside of"
                " such a function, put asyncio.run(...) around the call."
            ),
            Kind.COROUTINE_NOT_CALLED: self.tr(
                "asyncio.run() takes what a call gives, and {function} stands there without"
                " brackets. Write: asyncio.run({function}())"
            ),
            Kind.RUN_IN_LOOP: self.tr(
                "asyncio runs already, and can be started only once. Inside an 'async def'"
                " function, write: await {call}"
            ),
            Kind.GROUP_OF: self.tr(
                "{number} errors came at once, from tasks that ran side by side. The traceback"
                " shows each of them under a number of its own: begin with number 1."
            ),
            Kind.ASYNC_FOR: self.tr(
                "{what} gives its items one by one to 'async for'. Write 'async for' in place of"
                " 'for'."
            ),
            Kind.AWAIT_OF: self.tr(
                "'await' waits for what an 'async def' function gives, and {what} is {type}. Leave"
                " 'await' out, or make the function 'async def'."
            ),
            Kind.PATTERN_OPEN: self.tr(
                "In the search pattern, the {sign} at place {index} (counted from 0) is not closed."
                " Write {closing} where it ends; for the sign itself, write \\{sign}"
            ),
            Kind.PATTERN_REPEAT: self.tr(
                "In the search pattern, the sign at place {index} (counted from 0) repeats what"
                " stands before it, and there is nothing that it could repeat. For any text, write"
                " .*; for the sign itself, write \\ before it."
            ),
            Kind.PATTERN_WRONG: self.tr(
                "The search pattern cannot be read at place {index} (counted from 0). To search for"
                " a text as it stands, use re.escape()."
            ),
            Kind.SQL_VALUES_TEXT: self.tr(
                "The values for the ? are given as a tuple, and {what} is text, of which each"
                " letter counts as a value. Write a comma behind it: ({what},)"
            ),
            Kind.SQL_VALUES: self.tr(
                "The statement has places for {length} values, and it gets {given}. Give one value"
                " for each ?; a ? in quotes is no place."
            ),
            Kind.SQL_TABLE: self.tr(
                "The database has no table '{table}'. Check its name, whether CREATE TABLE was"
                " done, and the name of the file: where there is none, a new and empty database is"
                " made."
            ),
            Kind.SQL_COLUMN: self.tr(
                "The database takes {column} for the name of a column, and there is none. If it is"
                " a value, write ? in its place, and give the value behind: (..., (value,))"
            ),
        }

    def _part_2(self) -> dict[Kind, str]:
        return {
            Kind.SQL_NEAR: self.tr(
                "The SQL statement cannot be understood at or before {text}. Look for a missing"
                " comma, quote or word there; for values, write ? in their place."
            ),
            Kind.SQL_UNIQUE: self.tr(
                "What is given for {column} is there already, and may be there only once. Look"
                " whether an earlier run has added it; else give something else, or change the row"
                " that has it."
            ),
            Kind.SQL_EMPTY: self.tr("{column} must have a value, and gets none here. Give it one."),
            Kind.NO_SECTION: self.tr(
                "In the settings that were read there is no section [{key}]. read() says nothing"
                " where there is no such file: check the file's name and folder."
            ),
            Kind.PICKLE_MODE: self.tr(
                '{function} needs a file that is open for bytes. Open it with the mode "{mode}".'
            ),
            Kind.SQL_EXISTS: self.tr(
                "The table '{table}' is there already. Write: CREATE TABLE IF NOT EXISTS {table}"
            ),
            Kind.SQL_CLOSED: self.tr(
                "The database is closed by now, and line {line} uses it. Use it before .close()."
            ),
            Kind.SQL_TYPE: self.tr(
                "The database stores texts, numbers, bytes and None, and one value is {type}. Make"
                " text or a number of it first."
            ),
            Kind.TK_TWO_WAYS: self.tr(
                "What is in one window or frame is arranged in one way only, and here both"
                " .{method}() and .{method2}() are used. Use the same one for all of them."
            ),
            Kind.COLOUR: self.tr(
                "There is no colour of the name {colour}. Check how it is written, or write it in"
                ' numbers, such as "#ff8800".'
            ),
            Kind.TK_OPTION: self.tr(
                "This part of the window has no option called {option}. Check how it is written,"
                " and whether another part has it."
            ),
            Kind.TK_SIZE: self.tr(
                'The size of a window is written as "400x300", with a small letter x, and this is'
                " {text}."
            ),
            Kind.TK_EVENT: self.tr(
                'There is no event or key of the name {text}. They are written as "<Return>",'
                ' "<Button-1>" or "a".'
            ),
            Kind.KEY_ORDER: self.tr(
                "{function} takes the function first and then the key. Change places."
            ),
        }

    def _part_3(self) -> dict[Kind, str]:
        return {
            Kind.TK_TOO_EARLY: self.tr(
                "Line {line} needs a window, and there is none yet. Make it above this line: root ="
                " tkinter.Tk()"
            ),
            Kind.TK_POINTS: self.tr(
                "A shape is given by pairs of numbers, x and y for each point, and here stand"
                " {given} numbers. Look which one is missing."
            ),
            Kind.VIEW_NOTHING: self.tr(
                "The function {function}() gives nothing back, so there is nothing to show. Write a"
                " 'return' at its end."
            ),
            Kind.TEMPLATE: self.tr(
                "There is no template {file}. Flask looks for it in a folder 'templates' beside the"
                " file that makes the application, or in the one that template_folder= names."
            ),
            Kind.SHAPES: self.tr(
                "The arrays have the shapes {first} and {second}, which do not fit each other."
                " Print .shape of both before this line."
            ),
            Kind.TRUTH_OF_MANY: self.tr(
                "In line {line}, one answer is asked of many values at once. To judge each by"
                " itself, pick them with [ ] or where() in place of 'if'; for one answer of all,"
                " add .any() or .all(); between two conditions write & or |, each in brackets."
            ),
            Kind.NO_COLUMN: self.tr(
                "The table {what} has no column {key}. Print its columns before this line:"
                " print(list({what}))"
            ),
            Kind.NO_ROW: self.tr(
                "{what} has no row {key}. Print the names of its rows before this line:"
                " print(list({what}.index))"
            ),
            Kind.NOT_DATES: self.tr(
                "What is in {what} are no dates yet, so it has no .dt. Make dates of it first:"
                " pandas.to_datetime({what})"
            ),
            Kind.NOT_TEXTS: self.tr(
                "What is in {what} is not text, so it has no .str. Make text of it first:"
                " {what}.astype(str)"
            ),
            Kind.HOST_UNKNOWN: self.tr(
                "No computer of the name that line {line} asks for was found. Check how the address"
                " is written, and whether this computer is on the internet."
            ),
            Kind.THREAD_TARGET: self.tr(
                "{function} takes its function by name, and not as what stands first in the"
                " brackets. Write: {instead}"
            ),
            Kind.NOBODY_ANSWERS: self.tr(
                "Nobody answers at the address and port of line {line}. Start the other program"
                " first, and check its port."
            ),
            Kind.ADDRESS_SCHEME: self.tr(
                "An address on the web begins with https:// or http://, and {text} does not."
            ),
            Kind.PROGRAM_MISSING: self.tr(
                "There is no program '{program}' to be started. Check how it is written, and"
                " whether it is installed."
            ),
        }

    def _part_4(self) -> dict[Kind, str]:
        return {
            Kind.THREAD_ARGS: self.tr(
                "The args of a Thread are a tuple, and here they are {type}. Behind a single"
                " value in its brackets, write a comma."
            ),
            Kind.TK_NO_SET: self.tr(
                "{what} is {type} of tkinter, and has no .{attribute}. To change what it shows,"
                " write {instead}."
            ),
        }

    def _part_5(self) -> dict[Kind, str]:
        return {
            Kind.VIEW_TWICE: self.tr(
                "Two pages have a function of the name {function}(). Give the second one another"
                " name."
            ),
        }


EXPLAIN_OUTSIDE = ExplainOutsideTexts()
