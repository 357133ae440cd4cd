"""Errors that end nothing and that nobody reports, read from what Python prints of them."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from broken import PARTS, all_cases, crashed_and_printed, said, write
from processes import script_env
from reloader_core.disk.local_files import Look
from reloader_core.explain.explaining import explain
from reloader_core.explain.tracebacks import MOST_CHARS, PrintedError, PrintedErrors, Where

THREAD = """\
import threading
def work(): return 1 / zero
def begin(): work()
zero = 0
thread = threading.Thread(target=begin, name='counts')
thread.start(); thread.join()
"""
TASK = """\
import asyncio, gc
async def fetch(): return [1, 2][5]
async def main():
    task = asyncio.ensure_future(fetch())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
asyncio.run(main())
"""
LOOP = """\
import asyncio
def on_time(): 'a' + 1
async def main():
    asyncio.get_running_loop().call_soon(on_time)
    await asyncio.sleep(0.01)
asyncio.run(main())
"""
PROCESS = """\
import multiprocessing
def work(): open('nowhere.txt')
if __name__ == '__main__':
    process = multiprocessing.Process(target=work)
    process.start(); process.join()
"""
CHILD = """\
import os, subprocess, sys
subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), 'part.py')])
"""
LAST = """\
import atexit
@atexit.register
def tidy():
    try: {}['key']
    except KeyError: raise ValueError('no') from None
"""
OBJECT = """\
class Dog:
    def __del__(self): self.nmae
dog = Dog()
del dog
"""
CALLBACK = """\
import tkinter
class Button(tkinter.Misc):
    def _root(self): return tkinter.Tk.__new__(tkinter.Tk)
def on_click(): return prices['plum']
prices = {}
tkinter.CallWrapper(on_click, None, Button.__new__(Button))()
"""
HANDLED = """\
import logging, traceback
try: 1 / 0
except ZeroDivisionError as error: kept = error
traceback.print_exception(type(kept), kept, kept.__traceback__)
logging.error('no', exc_info=kept)
print('Traceback (most recent call last):\\n  nothing\\nend')
"""
FOUND: dict[str, tuple[str, Where, str, str, int, str]] = {
    "thread": (THREAD, Where.THREAD, "counts", "ZeroDivisionError", 2, "-"),
    "task": (
        TASK,
        Where.TASK,
        "fetch",
        "IndexError",
        2,
        "INDEX_TOO_LARGE [1, 2] | 2 | 5 | [1, 2][1]",
    ),
    "loop": (LOOP, Where.CALLBACK, "on_time", "TypeError", 2, "TEXT_PLUS_NUMBER 'a' | 1 | int"),
    "process": (PROCESS, Where.PROCESS, "Process-1", "FileNotFoundError", 2, "-"),
    "child": (CHILD, Where.PROCESS, "part.py", "NameError", 1, "UNKNOWN_NAME nothing"),
    "last": (LAST, Where.EXIT_FUNCTION, "tidy", "ValueError", 5, "-"),
    "object": (OBJECT, Where.CALLBACK, "Dog.__del__", "AttributeError", 2, "-"),
    "callback": (CALLBACK, Where.CALLBACK, "on_click", "KeyError", 4, "NO_SUCH_KEY 'plum'"),
}


def printed_by(python: str, folder: Path, text: str) -> str:
    write(folder, {"main.py": text, "part.py": "print(nothing)\n"})
    done = subprocess.run(
        [python, "-u", str(folder / "main.py")],
        cwd=folder,
        env=script_env(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    )
    return done.stdout.decode("utf-8", "replace")


def read(text: str, folder: Path, piece: int = 1 << 16) -> list[PrintedError]:
    since = (folder / "main.py").stat().st_mtime + 1

    def is_users(path: Path) -> bool:
        return folder in path.parents and folder / "site-packages" not in path.parents

    errors = PrintedErrors(is_users, since, folder / "main.py")
    pieces = [text[at : at + piece] for at in range(0, len(text), piece)]
    return [each for part in pieces for each in errors.feed(part)] + errors.finish()


@pytest.mark.posix  # what Python prints is the same there
@pytest.mark.parametrize("which", [0, -1], ids=["oldest", "newest"])
def test_what_nobody_reports_is_read_with_where_it_happened(
    pythons: Any, tmp_path: Path, which: int
) -> None:
    for kind, (text, where, name, type_, line, meaning) in FOUND.items():
        printed = printed_by(pythons[which].path, tmp_path, text)
        if "No module named 'tkinter'" in printed or "No module named '_tkinter'" in printed:
            continue
        (found,) = read(printed, tmp_path)
        assert (found.where, found.name) == (where, name), kind
        assert (found.error.type, found.error.line) == (type_, line), kind
        assert read(printed, tmp_path, 7) == [found], kind
        shown = said(explain(found.error, lambda _path: Look.FILE))
        assert shown == meaning, kind


def test_what_a_script_prints_itself_is_nothing_that_nobody_reported(tmp_path: Path) -> None:
    printed = printed_by(sys.executable, tmp_path, HANDLED)
    assert [each.where for each in read(printed, tmp_path)] == [Where.OTHER] * 2


def test_an_end_that_was_asked_for_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, {"main.py": CALLBACK})
    head = "Exception in thread main:\nTraceback (most recent call last):\n"
    frame = f'  File "{tmp_path / "main.py"}", line 4, in on_click\n    go()\n'
    for last in ("KeyboardInterrupt", "turtle.Terminator", "asyncio.CancelledError: no"):
        assert read(f"{head}{frame}{last}\n", tmp_path) == []
    assert len(read(f"{head}{frame}ValueError: no\n", tmp_path)) == 1


NOT_BEGUN = """\
Exception in thread Thread-1 (work):
Traceback (most recent call last):
  File "/usr/lib/python3.12/threading.py", line 1075, in _bootstrap_inner
    self.run()
  File "/usr/lib/python3.12/threading.py", line 1012, in run
    self._target(*self._args, **self._kwargs)
TypeError: {}
"""


@pytest.mark.parametrize(
    ("message", "text", "expected"),
    [
        ("__main__.work() argument after * must be an iterable, not int", "", "THREAD_ARGS int"),
        ("work() takes 1 positional argument but 4 were given", "", "THREAD_COUNT work"),
        ("work() missing 1 required positional argument: 'n'", "", "-"),
        (
            "work() takes 1 positional argument but 4 were given",
            "import threading\nfor w in ['word']:\n"
            "    threading.Thread(target=work, args=(w)).start()\n",
            "THREAD_ONE work | 3 | w | args=(w,)",
        ),
    ],
)
def test_a_thread_that_cannot_begin(tmp_path: Path, message: str, text: str, expected: str) -> None:
    script = tmp_path / "main.py"
    script.write_text(text)
    errors = PrintedErrors(lambda path: path == script, time.time() + 5, script)
    (found,) = errors.feed(NOT_BEGUN.format(message)) + errors.finish()
    assert (found.where, found.error.file, found.error.line) == (Where.THREAD, script, None)
    assert said(explain(found.error, lambda _path: Look.FILE)) == expected


PAGE = """\
[2026-11-30 11:18:02,117] ERROR in app: Exception on / [GET]
Traceback (most recent call last):
  File "/venv/lib/python3.12/site-packages/flask/app.py", line 1511, in wsgi_app
    response = self.full_dispatch_request()
  File "/venv/lib/python3.12/site-packages/{}", line 902, in dispatch_request
    return self.ensure_sync(self.view_functions[rule.endpoint])(**view_args)
{}
127.0.0.1 - - [30/Nov/2026 11:18:02] "GET / HTTP/1.1" 500 -
"""
PAGES = """\
@app.route("/<name>")
def home(): pass
@app.errorhandler(404)
def missing(): pass
"""


@pytest.mark.parametrize(
    ("file", "last", "expected"),
    [
        (
            "flask/app.py",
            "TypeError: home() got an unexpected keyword argument 'name'",
            "VIEW_ARGUMENT home | name",
        ),
        (
            "flask/app.py",
            "TypeError: The view function for 'home' did not return a valid response. The function"
            " either returned None or ended without a return statement.",
            "VIEW_NOTHING home",
        ),
        (
            "flask/app.py",
            "TypeError: missing() takes 0 positional arguments but 1 was given",
            "HOOK_ARGUMENT missing | error",
        ),
        (
            "django/core/handlers/base.py",
            "ValueError: The view shop.views.home didn't return an HttpResponse object. It"
            " returned None instead.",
            "DJANGO_VIEW home | NoneType",
        ),
        ("flask/json/provider.py", "TypeError: Object of type set is not JSON", None),
    ],
)
def test_a_page_whose_function_was_not_running(
    tmp_path: Path, file: str, last: str, expected: str | None
) -> None:
    """It could not be called, or has returned already."""
    script = tmp_path / "main.py"
    script.write_text(PAGES)
    errors = PrintedErrors(lambda path: path == script, time.time() + 5, script)
    found = errors.feed(PAGE.format(file, last)) + errors.finish()
    meant = [said(explain(each.error, lambda _path: Look.FILE)) for each in found]
    assert meant == ([expected] if expected is not None else [])


def test_another_thread_without_a_line_of_the_users_is_not_told_of(tmp_path: Path) -> None:
    script = tmp_path / "main.py"
    errors = PrintedErrors(lambda path: path == script, time.time(), script)
    text = NOT_BEGUN.format("no").replace("TypeError", "ValueError")
    assert errors.feed(text) + errors.finish() == []


def test_a_traceback_without_an_end_is_forgotten(tmp_path: Path) -> None:
    errors = PrintedErrors(lambda _path: True, time.time())
    assert errors.feed("Traceback (most recent call last):\n") == []
    for _ in range(MOST_CHARS // 5_000 + 2):
        assert errors.feed("  x" * 2_500 + "\n") == []
    frame = "Exception in thread t:\nTraceback (most recent call last):\n"
    assert errors.feed(f'{frame}  File "a.py", line 1, in f\nKeyError: 1\nmore\nmore\n')


WEAKER = {
    "INDEX_TO_NUMBER": "INDEX_IS_TEXT",
    **dict.fromkeys(("LIST_FOR_ITEM", "TUPLE_TO_ADD"), "UNHASHABLE"),
    "DATE_MADE": "DATE_WITH_TIME",
    "TEXT_IS_NO_DATE": "FORMAT_SPEC",
    "NEAR_KEYWORD": "UNKNOWN_KEYWORD",
    **dict.fromkeys(("INT_FOR_OTHERS", "INT_FOR_LINE"), "INT_OF_DECIMAL"),
    **dict.fromkeys(
        ("ARGUMENT_AS", "ARGUMENT_ALIKE", "ARGUMENT_BEFORE", "ARGUMENT_BETWEEN", "INHERITED_MAKES"),
        "TOO_FEW ARGUMENT_LAST",
    ),
    **dict.fromkeys(
        (
            *("ARGUMENT_SKIPPED", "ARGUMENT_ONE_OF", "ARGUMENT_LAST", "ARGUMENT_HERE"),
            *("HELD_LACKS", "HELD_LACKS_GIVE"),
        ),
        "TOO_FEW ARGUMENT_LAST HELD_LACKS",
    ),
    **dict.fromkeys(
        ("ARGUMENT_UNTAKEN", "ARGUMENT_UNTAKEN_ADD", "ARGUMENT_UNTAKEN_OF"), "TOO_MANY"
    ),
    **dict.fromkeys(
        ("TUPLE_PUT", "TUPLE_PUT_COUNTED", "TUPLE_PUT_LINES"), "IMMUTABLE_ITEM IMMUTABLE_KEPT"
    ),
    **dict.fromkeys(
        (
            *("SPLIT_CUT", "SPLIT_CUT_EITHER", "SPLIT_LACKS", "SPLIT_LACKS_NAMED"),
            *("SPLIT_REST", "SPLIT_UNNAMED"),
        ),
        "UNPACK_COUNTS",
    ),
    **dict.fromkeys(
        ("EMPTY_ITEMS", "INDEX_TOO_LARGE", "LIST_PUT", "ITEM_CHANGED"), "INDEX_OUTSIDE"
    ),
    **dict.fromkeys(
        (
            *("COMMA_BETWEEN", "ONE_UNDER_TWO", "PARAMETER_REPLACED", "RESULT_NOT_KEPT"),
            *("TAGS_FEWER", "SHIFTED_PAST", "ROW_SHORT", "ROW_SHORT_IN"),
        ),
        "INDEX_OUTSIDE",
    ),
    "EMPTY_BY_TYPE": "INDEX_OUTSIDE ZERO_DIVISION EMPTY_MOST",
    "EMPTY_BY_BOUNDS": "INDEX_OUTSIDE ZERO_DIVISION EMPTY_MOST",
    "EMPTY_COMPARED": "INDEX_OUTSIDE ZERO_DIVISION EMPTY_MOST",
    "EMPTY_PASSED_OVER": "ZERO_DIVISION",
    "TEXTS_SPLIT": "COMPARED_WITH_TEXT CALCULATED_WITH_TEXT",
    "TEXTS_TYPED": "TEXTS_CALCULATED",
    "REPEATED_FIRST": "NO_OPERATION",
    "COUNT_COMPARED": "ZERO_DIVISION ZERO_COUNTED",
    **dict.fromkeys(
        ("ZERO_IN_FILE", "ZERO_IN_SCRIPT", "ZERO_ALIKE", "ZERO_ALIKE_IN"), "ZERO_DIVISION"
    ),
    **dict.fromkeys(("NEAR_KEY_WRITTEN", "NEAR_KEY_IN_FILE"), "NO_SUCH_KEY KEY_FILLED COUNTED_KEY"),
    **dict.fromkeys(("KEYS_ADDED", "ORM_ROW_NAME", "STILL_TEXT", "YAML_OF_NAME"), "INDEX_IS_TEXT"),
    **dict.fromkeys(("LOCAL_ONLY", "XML_TAG_MISSING"), "NONE_ATTRIBUTE"),
    "ANSWER_NO_JSON": "NO_ITEMS",
    "CONFIG_CAPITALS": "NO_KEY_IN",
    "COMPARED_INSIDE": "NO_LENGTH",
    "DEFAULT_SHARED": "UNPACK_COUNTS",
    "EITHER_VALUE": "NO_OPERATION TRUTH_OF_MANY",
    "FORMAT_OF_TEXT": "FORMAT_CODE",
    "ENV_NONE": "NONE_OPERAND",
    "IMAGE_NO_FORMAT": "IMAGE_NO_ENDING",
    "JSON_COMMENT": "NOT_JSON JSON_QUOTES",
    "MOST_OF_TEXTS": "MOST_OF_TEXTS MOST_BY_LETTERS NOT_MULTIPLIED",
    "OBJECT_CALLED": "NOT_CALLABLE",
    "ONLY_WHEN_RUN": "NOT_IN_MODULE NOT_SET_YET",
    "USED_BEFORE_SET": "NOT_SET_YET",
    **dict.fromkeys(("OTHER_WHOLE", "PART_MEANT"), "NO_OPERATION"),
    "OUTSIDE_APP_FROM": "OUTSIDE_APP",
    "OVERWRITTEN_IN_LOOP": "NO_LENGTH",
    "OWN_FUNCTION": "UNKNOWN_KEYWORD",
    "REDEFINED": "TOO_FEW",
    "RESULT_DROPPED": "FLOAT_OF_COMMA COMMA_FOR_POINT NO_SUCH_KEY",
    "TRUTH_OF_TABLE": "TRUTH_OF_MANY",
    "YAML_DUMP": "NOT_SAVED",
    **dict.fromkeys(
        (
            *("LOOP_AHEAD", "LOOP_OR_LIST", "LIST_ONE_SHORT", "LOOP_BY_OTHER", "GUARD_TOO_WIDE"),
            *("PUT_BEHIND", "COUNTED_FROM_1", "GRID_LAST", "WRITTEN_FROM_1", "WRITTEN_TOO_FAR"),
        ),
        "INDEX_OUTSIDE",
    ),
    "ZERO_WITH_ITSELF": "ZERO_DIVISION",
    "PIECE_SHORTER": "NO_SUCH_KEY NO_KEY_IN",
    "BRANCH_LACKS": "NOT_SET_YET NO_BRANCH",
    **dict.fromkeys(
        (
            "RECURSION_ALWAYS",
            "RECURSION_NEARER",
            "RECURSION_END",
            "RECURSION_STAYS",
            "RECURSION_TURNED",
        ),
        "RECURSION RECURSION_ALIKE",
    ),
    **dict.fromkeys(("NUMBER_OUTSIDE", "ROUNDED_PAST"), "ONLY_BETWEEN"),
    **dict.fromkeys(
        ("COUNTED_TOO_FAR", "SHRUNK_IN_LOOP", "INDEX_AFTER_LAST"), "INDEX_OUTSIDE INDEX_TOO_LARGE"
    ),
    **dict.fromkeys(
        ("KEYS_LOOPED", "LIST_OF_TABLES", "ROWS_LOOPED", "ROWS_COUNTED"), "INDEX_IS_TEXT"
    ),
    **dict.fromkeys(("TABLE_CALLED", "FUNCTION_OVERWRITTEN"), "NOT_CALLABLE"),
    "NO_COLUMN": "DATA_COLUMN",
    "NO_COLUMN_NEAR": "DATA_COLUMN QUERY_NAME",
    **dict.fromkeys(("XY_LENGTHS", "RETURNED_SHORTER", "CONVOLVED_SHORTER"), "XY_UNEQUAL SHAPES"),
    "RANGE_ENDS": "XY_LENGTHS",
    "PACKAGE_TO_INSTALL": "NOT_FOUND_MODULE PACKAGE_AS",
    "BEGUN_OTHERWISE": "LOCAL_NOT_SET UNKNOWN_NAME",
    **dict.fromkeys(
        ("NONE_BY_LETTERS", "NONE_BY_LETTERS_HERE"),
        "INDEX_OUTSIDE EMPTY_MOST ZERO_DIVISION ZERO_COUNTED",
    ),
    "TEXT_GIVEN": "UFUNC_TYPES",
    "RENAMED_IN_MODULE": "RENAMED_IN_MODULE",
    "STAR_REPLACED": "TOO_FEW",
    **dict.fromkeys(
        (
            *("COPIED_AT_IMPORT", "TEXT_UNMATCHED", "TEXT_UNMATCHED_FROM"),
            *("TEXT_SKIPPED", "TEXT_SKIPPED_FROM", "TEXT_OTHER_SIGN"),
        ),
        "NONE_ATTRIBUTE",
    ),
    **dict.fromkeys(("GRID_MADE_TURNED", "TYPED_PLACE", "TYPED_PLACES"), "INDEX_OUTSIDE"),
    "ITEM_OTHER_TYPE": "NOT_IN_LIST",
    "VALUE_NOT_IN_TEXT": "NOT_IN_TEXT",
    **dict.fromkeys(("RETURNED_FEWER", "RETURNED_COUNT_IN"), "UNPACK_COUNTS"),
    "EACH_OF_LIST": "OF_OTHER_TYPE",
    **dict.fromkeys(("SPLIT_BLANK", "SPLIT_FEWER", "SPLIT_SHORT"), "INDEX_OUTSIDE"),
    **dict.fromkeys(("ROW_EMPTY", "ROW_FEWER"), "INDEX_OUTSIDE"),
    **dict.fromkeys(("GRID_SWAPPED", "GRID_OUTSIDE", "EMPTIED"), "INDEX_OUTSIDE"),
    **dict.fromkeys(
        ("GRID_ROWS_COUNTED", "GRID_COLUMNS_COUNTED", "GRID_LOOPS_TURNED"), "INDEX_OUTSIDE"
    ),
    **dict.fromkeys(("SPLIT_UNPACK", "ARGUMENTS_UNPACKED", "TYPED_PARTS"), "UNPACK_COUNTS"),
    **dict.fromkeys(
        ("OBJECT_NOT_MADE", "OBJECT_THERE", "BASE_SELF"), "CLASS_NOT_CALLED NO_ATTRIBUTE"
    ),
    "STATIC_SELF": "TOO_FEW",
    **dict.fromkeys(("SORT_BY_NAME", "SEVERAL_IN_LIST"), "BUILTIN_TOO_MANY TOO_MANY"),
    **dict.fromkeys(("CMP_GONE", "FIELDS_UNTYPED"), "UNKNOWN_KEYWORD"),
    "CALLBACK_ONE": "CALLBACK_COUNTS",
    **dict.fromkeys(("CSV_BY_NAME", "SQL_BY_NAME"), "INDEX_IS_TEXT"),
    "SQL_NO_ROW": "NO_ITEMS NONE_CALL_ITEM",
    "PICKLE_AT_END": "PICKLE_EMPTY",
    "COLUMN_LENGTHS": "COLUMNS_UNEQUAL",
    "JSON_NAME": "NOT_JSON",
    **dict.fromkeys(("RESPONSE_PAGE", "RESPONSE_EMPTY"), "RESPONSE_OTHER"),
    "FORMAT_DICT": "FORMAT_KEY",
    "ENUM_CALCULATED": "ENUM_CALCULATED OBJECTS_OPERATION NO_OPERATION",
    "ENUMS_CALCULATED": "ENUM_CALCULATED OBJECTS_OPERATION NO_OPERATION",
    **dict.fromkeys(("PATH_PLUS", "PATH_ENDING"), "PATH_PLUS"),
    "TEXT_PLUS_LIST": "TEXT_PLUS_LIST",
    **dict.fromkeys(("OUTPUT_BYTES", "BYTES_METHOD"), "BYTES_AND_TEXT"),
    "HOST_ADDRESS": "HOST_UNKNOWN",
    **dict.fromkeys(
        (
            "RESULT_OF_NUMBER",
            "RESULT_DECIDED",
            "RESULT_UNASKED",
            "RESULT_MADE",
            "RESULT_MADE_DECIDED",
            "ROOT_SIGN",
        ),
        "NO_SUCH_RESULT",
    ),
    "DAY_BEYOND": "NO_SUCH_DATE",
    "NAMES_GIVEN": "NAME_EXPECTED",
    "CACHE_UNHASHABLE": "UNHASHABLE",
    "ARGUMENT_TYPE": "RANGE_OF COMPARED_WITH_TEXT",
    "GROUP_GIVEN": "TOO_FEW ARGUMENT_LAST",
    **dict.fromkeys(("NO_MATCH", "TEXT_CAPITALS", "TEXT_UNPACKED_PASSED"), "NONE_ATTRIBUTE"),
    **dict.fromkeys(
        ("MATCH_ELSEWHERE", "MATCH_SIGN", "MATCH_CUT"), "NONE_FROM_CALL NONE_ATTRIBUTE"
    ),
    **dict.fromkeys(
        ("LETTER_SET", "PART_PUT_GLOBAL", "PART_PUT_GLOBAL_LINES"), "IMMUTABLE_ITEM IMMUTABLE_KEPT"
    ),
    **dict.fromkeys(
        ("CALL_NOT_RETURNED", "PRINTED_ONLY", "FILLED_NOT_RETURNED"),
        "FORMAT_LETTER NONE_ATTRIBUTE NOT_ITERABLE NOT_SEVERAL NONE_OPERAND NO_ITEMS NO_LENGTH",
    ),
    **dict.fromkeys(
        ("RECURSION_DROPPED", "KEPT_NOT_RETURNED"),
        "NONE_OPERAND NO_OPERATION COMPARED_WITH_NONE NOT_ITERABLE",
    ),
    "HEAP_ITEM": "BUILTIN_TOO_MANY",
    "FUNCTION_GIVEN": "FUNCTION_NEEDS FUNCTION_NOT_CALLED",
    "ARGUMENT_THERE": "TOO_FEW ARGUMENT_LAST",
    "LIST_MADE_HERE": "UNHASHABLE",
    "NOT_IN_LIST": "NOT_IN_LIST",
    "UNPACK_EMPTY": "UNPACK_COUNTS",
    "PART_NOT_IMPORTED": "NOT_IN_MODULE",
    "NEEDS_NEWER": "NO_ATTRIBUTE NONE_OPERAND NO_OPERATION UNKNOWN_KEYWORD",
    "NONE_SET_BY": "NONE_ATTRIBUTE",
    **dict.fromkeys(
        ("NONE_IN_PLACE", "NONE_IN_PLACE_OF"),
        "NONE_ATTRIBUTE NONE_OPERAND NOT_ITERABLE NO_ITEMS NOT_SEVERAL",
    ),
    **dict.fromkeys(
        ("NO_RETURN", "NO_RETURN_CHANGED", "RETURNED_IN_PLACE"),
        "NONE_ATTRIBUTE NOT_ITERABLE NOT_SEVERAL NONE_OPERAND NONE_BOTH NO_ITEMS FORMAT_LETTER"
        " ARGUMENT_IS NO_LENGTH",
    ),
    **dict.fromkeys(
        ("NO_RETURN_HERE", "IN_PLACE_USED"),
        "NONE_ATTRIBUTE NOT_ITERABLE NONE_OPERAND NO_ITEMS NO_LENGTH NONE_FROM_CALL FORMAT_LETTER",
    ),
    **dict.fromkeys(("READ_TO_END", "INDEX_IS_ITEM"), "INDEX_OUTSIDE"),
    "USED_UP": "EMPTY_MOST INDEX_OUTSIDE",
    "RANGE_WHOLE": "RANGE_OF",
    "AWAIT_FORGOTTEN": "NO_LENGTH",
    **dict.fromkeys(
        ("LIST_CALCULATED", "TEXTS_CALCULATED", "CALCULATED_WITH_TEXT"),
        "NOT_MULTIPLIED DATES_AS_TEXT NO_OPERATION",
    ),
    "NONE_RESULT": "NOT_ITERABLE NONE_OPERAND NO_ITEMS",
    "OTHER_ATTRIBUTE": "NO_ATTRIBUTE OF_OTHER_TYPE",
    "DICT_SORT": "OF_OTHER_TYPE",
    "ITEMS_FORGOTTEN": "UNPACK_COUNTS UNPACK_EACH",
    "UNPACK_COUNTS": "UNPACK_COUNTS",
    **dict.fromkeys(
        (
            "ZERO_LENGTH",
            "ZERO_LENGTH_IF",
            "ZERO_LENGTH_LOOP",
            "ZERO_LENGTH_ELSE",
            "ZERO_LENGTH_LEFT",
        ),
        "ZERO_DIVISION",
    ),
    "LOCAL_BEFORE_GLOBAL": "LOCAL_NOT_SET",
    "TEXT_PLUS_NUMBER": "TEXT_AND_NUMBER ADDED_TO",
    "TWO_INDEXES": "INDEX_IS_TEXT",
    "FUNCTION_NOT_CALLED": "FUNCTION_NEEDS",
    "FUNCTION_ITEM": "FUNCTION_NEEDS",
    **dict.fromkeys(("COROUTINE_NOT_RUN", "AWAIT_FORGOTTEN"), "NO_OPERATION NO_LENGTH"),
    "INDEX_IS_ITEM": "INDEX_OUTSIDE",
    "EMPTY_BY_CASE": "ZERO_DIVISION INDEX_OUTSIDE",
    **dict.fromkeys(("FOUND_BY_CASE", "FOUND_NOT_ALIKE"), "NO_ITEMS NO_RETURN_HERE"),
    "NONE_BY_CASE": "NO_ITEMS NONE_ATTRIBUTE NO_RETURN_HERE",
    **dict.fromkeys(
        ("FOUND_BY_CASE", "FOUND_NOT_ALIKE"), "NO_ITEMS NONE_ATTRIBUTE NONE_OPERAND NO_RETURN_HERE"
    ),
    "NONE_BY_TYPE": "NO_ITEMS NONE_CALL_ITEM NO_RETURN_HERE",
    "REMOVED_BEFORE": "NOT_IN_LIST MAY_BE_TAKEN",
    **dict.fromkeys(
        ("TAKEN_OUT", "TAKEN_OUT_TWICE"), "NOT_IN_LIST MAY_BE_TAKEN NO_SUCH_KEY NO_KEY_IN"
    ),
    "MAY_BE_TAKEN": "MAY_BE_TAKEN",
    "LOCALS_BEFORE_OUTER": "LOCAL_NOT_SET",
    "USED_UP_NEXT": "NO_NEXT",
    "PARTNER_LACKS": "INDEX_OUTSIDE",
    "NONE_BEHIND_NEXT": "NONE_ATTRIBUTE",
    **dict.fromkeys(
        ("NO_BRANCH_FOR", "BOUND_LEFT_OUT", "BOUNDS_LEFT_OUT"), "NO_BRANCH NOT_SET_YET"
    ),
    "SUM_OF_TEXT": "TEXT_PLUS_NUMBER NO_OPERATION ADDED_TO",
    "NOT_SET_FAILED": "NOT_SET_YET LOCAL_NOT_SET",
    **dict.fromkeys(("RANGE_WHOLE", "RANGE_OF"), "RANGE_OF"),
    **dict.fromkeys(("NO_OPERATION", "COMPARED_WITH_TEXT"), "COMPARED_WITH_TEXT"),
    "NO_ATTRIBUTE": "NEAR_ATTRIBUTE",
    "NEAR_MODULE": "NOT_FOUND_MODULE",
    "NEAR_KEY_TYPED": "NO_SUCH_KEY NO_KEY_IN",
    "WRITTEN_SHORTER": "SHAPES",
    "NEAR_MODULE_USED": "NEAR_MODULE NOT_FOUND_MODULE",
    "NEAR_IN_MODULE": "NOT_IN_MODULE",
    "NEAR_NAME": "UNKNOWN_NAME LOCAL_NOT_SET",
    **dict.fromkeys(
        ("QUOTES_FORGOTTEN", "SELF_FORGOTTEN", "SELF_FORGOTTEN_TWICE", "IMPORT_FROM_FORGOTTEN"),
        "UNKNOWN_NAME",
    ),
    **dict.fromkeys(
        (
            "KEY_OF_OTHER",
            *("NEAR_KEY", "OTHER_KEY_TYPE", "KEY_MISSING", "KEY_WITH_BOM"),
            *("NO_KEYS", "KEY_DEEPER", "JSON_TEXT_KEYS"),
        ),
        "NO_SUCH_KEY NO_KEY_IN",
    ),
    "JSON_KEYS": "NO_SUCH_KEY NO_KEY_IN COUNTED_KEY",
    **dict.fromkeys(("LIST_IN_TABLE", "OVERWRITTEN_KEY"), "INDEX_IS_TEXT"),
    "KEY_LOOPED": "INDEX_IS_TEXT NOT_MULTIPLIED COMPARED_WITH_TEXT",
    "KEYS_FOR_VALUES": "ADDED_TO TEXT_AND_NUMBER NOT_MULTIPLIED COMPARED_WITH_TEXT",
    "COUNTED_KEYS": "COUNTED_KEYS COUNTED_KEY NO_SUCH_KEY NO_KEY_IN",
    "COUNTED_KEY": "COUNTED_KEY NO_SUCH_KEY NO_KEY_IN",
    "TEXT_AS_DATE": "TEXT_IS_NO_DAY TEXT_IS_NO_DATE",
    "MADE_FOR_ONE": "TRUTH_OF_MANY",
    "DJANGO_SETUP_LATE": "DJANGO_SETTINGS DJANGO_NOT_READY",
    "DJANGO_SETUP_BELOW": "DJANGO_NOT_READY",
    "TEXT_TAKEN_OUT": "TEXTS_CALCULATED",
    "NO_OPERATION": "TEXTS_CALCULATED COMPARED_WITH_TEXT NOT_MULTIPLIED",
    "TEXT_AND_NUMBER": "TEXT_AND_NUMBER",
    **dict.fromkeys(
        ("JSON_EMPTY", "JSON_PAGE", "JSON_SINGLE", "JSON_COMMA", "JSON_MORE", "JSON_WORD"),
        "NOT_JSON JSON_QUOTES",
    ),
    **dict.fromkeys(
        (
            *("JSON_COMMA_OF", "JSON_COMMA_LINE", "JSON_NO_COMMA", "JSON_NO_COMMA_AT"),
            *("JSON_SINGLE_OF", "JSON_COMMENT_OF", "JSON_WORD_OF", "JSON_NAME_OF"),
            *("JSON_NOT_ENDED", "JSON_OPEN", "JSON_EMPTY_OF", "JSON_LINES_OF", "NOT_JSON_OF"),
        ),
        "NOT_JSON JSON_QUOTES",
    ),
    **dict.fromkeys(
        (
            *("EMPTY_WRITTEN", "EMPTY_PLACE_LEFT", "EMPTY_PART_LEFT", "EMPTY_DIVISOR"),
            *("EMPTY_PLACE", "EMPTY_PART", "EMPTY_IN_LOOP", "EMPTY_IN_SPLIT", "EMPTY_IN_MAP"),
            *("EMPTY_LINE", "EMPTY_LINE_OF", "EMPTY_OF_LOOP"),
        ),
        "NUMBER_OF_NOTHING UNPACK_COUNTS INDEX_OUTSIDE",
    ),
    "COMMA_FOR_POINT": "FLOAT_OF_COMMA",
    "TYPED_AGAIN": "INT_OF_TEXT FLOAT_OF_TEXT",
    "COLUMN_WITH_COMMA": "COLUMN_OPERATION",
    **dict.fromkeys(("LIST_BY_VALUE", "LIST_WITHOUT_KEY", "CSV_BY_NUMBER"), "INDEX_IS_TEXT"),
    **dict.fromkeys(("CSV_BY_NUMBERS", "CSV_BY_NUMBERS_OR"), "INDEX_IS_TEXT"),
    **dict.fromkeys(("INDEX_UNUSED", "ITEM_UNUSED", "JSON_IS_LIST"), "INDEX_IS_TEXT"),
    "LINES_FOR_TEXT": "OF_OTHER_TYPE",
    **dict.fromkeys(
        ("WORD_IN_FILE", "WORD_IN_FILE_LOOP", "WORD_IN_FILE_BELOW"), "FLOAT_OF_TEXT INT_OF_TEXT"
    ),
    "TEXT_LEFT": "MIXED_BY_KEY NOT_COMPARED",
    "NOT_UTF8_OF": "NOT_THIS_ENCODING",
    "DRAWN_ELSEWHERE": "DRAWN_ELSEWHERE NOT_IN_LIST MAY_BE_TAKEN",
    **dict.fromkeys(("ENTRY_LACKS", "ENTRY_LACKS_IF"), "NO_SUCH_KEY NO_KEY_IN"),
    "SPLIT_FEWER_LOOP": "INDEX_OUTSIDE",
    **dict.fromkeys(
        ("HEADER_ROW", "HEADER_TEXT", "SUM_OF_WORD"),
        "TEXT_PLUS_NUMBER TEXT_AND_NUMBER ADDED_TO SUM_OF_TEXT COMPARED_WITH_TEXT",
    ),
    **dict.fromkeys(("TYPED_FOR_LINES", "TYPED_SEVERAL"), "SEVERAL_NUMBERS TYPED_SEVERAL"),
    "WHILE_PAST": "INDEX_OUTSIDE INDEX_TOO_LARGE",
    "RANDINT_LENGTH": "INDEX_OUTSIDE INDEX_TOO_LARGE",
    "LETTERS_LOOPED": "INDEX_OUTSIDE UNPACK_COUNTS",
    "ENUMERATE_FORGOTTEN": "UNPACK_COUNTS UNPACK_ONE UNPACK_EACH",
    **dict.fromkeys(("TUPLE_BY_COMMA", "TUPLE_RETURNED"), "NO_OPERATION"),
    "NO_MATCH_HERE": "NONE_FROM_CALL NONE_ATTRIBUTE",
    "NONE_OF_PRINT": "NONE_OPERAND",
    **dict.fromkeys(("NONE_FROM_INIT", "NONE_BEHIND_LAST"), "NONE_ATTRIBUTE BRANCH_ENDS"),
    "SET_IN_METHOD": "NONE_ATTRIBUTE NO_ATTRIBUTE",
    "NO_SET": "DICT_PUT",
    "HEADING": "INT_OF_TEXT FLOAT_OF_TEXT",
    **dict.fromkeys(("ONE_OF_LIST", "OBJECTS_IN_LIST", "MODULE_REPLACED"), "NO_ATTRIBUTE"),
    "ENUM_BY_NAME": "ENUM_VALUE",
    "GIVEN_TURNED": "RANGE_OF CALCULATED_WITH_TEXT NOT_MULTIPLIED NO_OPERATION",
    "ARGUMENTS_TURNED": (
        "NO_OPERATION OF_OTHER_TYPE NOT_MULTIPLIED TEXT_PLUS_NUMBER COMPARED_WITH_TEXT RANGE_OF"
    ),
    "NOT_KEPT_AS_WAS": (
        "NONE_ATTRIBUTE NO_ITEMS NOT_ITERABLE NONE_OPERAND NO_LENGTH NO_SUCH_KEY NO_KEY_IN"
        " KEY_MISSING"
    ),
    "NO_NUMBER_TIMES": "NOT_MULTIPLIED",
    "ONE_CHOSEN": "UNHASHABLE",
    "ENUMERATE_ORDER": "TEXT_PLUS_NUMBER OF_OTHER_TYPE NO_LENGTH",
    "TESTED_LATE": "NONE_ATTRIBUTE INDEX_OUTSIDE INDEX_TOO_LARGE NO_SUCH_KEY ZERO_DIVISION",
    "OTHER_LENGTH": "INDEX_OUTSIDE",
    **dict.fromkeys(
        ("LOOP_IN_VAIN", "FLOW_IN_VAIN"), "INDEX_OUTSIDE EMPTY_MOST ZERO_DIVISION ZERO_COUNTED"
    ),
    **dict.fromkeys(
        ("KEY_LINE_END", "KEY_BLANKS_AT", "KEY_BLANKS", "ASKED_LINE_END", "ASKED_BLANKS"),
        "NO_SUCH_KEY NO_KEY_IN",
    ),
    **dict.fromkeys(
        ("TYPED_TEXT", "TYPED_TWICE", "TYPED_KEPT", "TEXT_FROM", "TEXT_ONCE"),
        "COMPARED_WITH_TEXT TEXT_AND_NUMBER CALCULATED_WITH_TEXT RANGE_OF INDEX_IS_TEXT ADDED_TO"
        " NOT_MULTIPLIED TEXT_PLUS_NUMBER FORMAT_CODE NO_SUCH_KEY PERCENT_OF_OTHER"
        " NO_OPERATION",
    ),
    "FLOAT_FROM": "INDEX_IS_TEXT INDEX_TO_NUMBER RANGE_OF",
    "REPLACED_BY": "NUMBER_ITEM OF_OTHER_TYPE NOT_SEVERAL",
    "MADE_AS": "INDEX_IS_TEXT NONE_ATTRIBUTE NONE_OPERAND",
    **dict.fromkeys(("GOT_NO_KEY", "GOT_NOTHING"), "NONE_OPERAND NONE_ATTRIBUTE NO_ITEMS"),
    "GROUP_OF_TEXT": "COLUMN_OF_TEXT",
    "COLUMN_HIDDEN": "FUNCTION_NEEDS",
    "NAN_NOT_TEXT": "OF_OTHER_TYPE",
    "RAGGED_ROW": "RAGGED",
    "FILE_COLUMN_OF": "FILE_COLUMN",
    "IN_PLACE_TABLE": "NO_LENGTH",
    "NO_COLUMN_OF": "DATA_COLUMN",
    "COLUMN_SIGN": "COLUMN_OF_TEXT_ALONE",
    **dict.fromkeys(("CSV_SIGN", "CSV_BLANK"), "NO_SUCH_KEY INDEX_OUTSIDE"),
    "ARRAY_TURNED": "ARRAY_BEYOND",
    **dict.fromkeys(("CELL_EMPTY", "CELL_EMPTY_LOOP"), "NONE_OPERAND"),
    **dict.fromkeys(
        ("TAG_MISSING", "TAG_MISSING_BEFORE", "TAG_BEFORE_ELSE", "TAG_MISSING_ELSE"),
        "NONE_ATTRIBUTE",
    ),
    **dict.fromkeys(("TAG_HAS_ID", "TAG_HAS_CLASS", "TAG_IS_OTHER"), "NONE_ATTRIBUTE"),
    "TWO_LENGTHS": "INDEX_OUTSIDE",
    **dict.fromkeys(("RETURN_IN_ROUND", "RECORD_LACKS", "ODD_RECORD"), "NO_SUCH_KEY INDEX_OUTSIDE"),
    **dict.fromkeys(
        ("BOUND_NO_RETURN", "RANGE_NO_RETURN", "CASE_NO_RETURN"),
        "NO_RETURN_HERE NONE_ATTRIBUTE NONE_OPERAND",
    ),
    **dict.fromkeys(
        ("EMPTY_NOT_ALIKE", "EMPTY_NOT_SAME"), "ZERO_DIVISION INDEX_OUTSIDE EMPTY_MOST"
    ),
    "NONE_WRITTEN": "NONE_ATTRIBUTE NONE_OPERAND NO_ITEMS",
    **dict.fromkeys(
        ("FOUND_NEAR", "FOUND_NEAR_ASK", "FOUND_NONE"),
        "NO_ITEMS NONE_ATTRIBUTE NONE_OPERAND NO_RETURN_HERE",
    ),
    "EMPTY_NEAR": "ZERO_DIVISION INDEX_OUTSIDE EMPTY_MOST",
    **dict.fromkeys(
        ("NONE_BY_NEAR", "NONE_BY_NEAR_HERE"), "INDEX_OUTSIDE ZERO_DIVISION ZERO_COUNTED"
    ),
    **dict.fromkeys(
        ("BRANCH_NOT_GIVEN", "BRANCHES_NOT_GIVEN", "ENDED_BEHIND"),
        "NO_RETURN_HERE NONE_ATTRIBUTE NONE_OPERAND NONE_FROM_CALL",
    ),
    **dict.fromkeys(("NONE_AT_FIRST", "NONE_AT_FIRST_TWICE"), "COMPARED_WITH_NONE"),
    **dict.fromkeys(
        ("NONE_IN_ROW_ASK", "NONE_IN_ROW_PASS", "NONE_IN_ROW_PART"),
        "COMPARED_WITH_NONE NONE_OPERAND NONE_ATTRIBUTE NO_ITEMS",
    ),
    **dict.fromkeys(("INNER_LACKS", "NEAR_KEY_TYPED_AT"), "NO_SUCH_KEY NO_KEY_IN"),
    **dict.fromkeys(
        ("NUMBER_UNMATCHED", "TEXT_PASSED", "TEXT_TAKEN_PASSED", "TEXT_PUT_PASSED"),
        "NONE_ATTRIBUTE",
    ),
    **dict.fromkeys(
        ("FUNCTION_PUT", "FUNCTION_PUT_NEEDS"), "FUNCTION_IN FUNCTION_NEEDS FUNCTION_NOT_CALLED"
    ),
    **dict.fromkeys(
        ("GOT_NO_NUMBER", "GOT_NOTHING_ASK"),
        "COMPARED_WITH_NONE NONE_OPERAND NONE_ATTRIBUTE NONE_FROM_CALL NONE_RESULT",
    ),
    "PARAMETER_OR_NEW": "UNKNOWN_NAME",
    "WHOLE_GIVEN": (
        "TRUTH_OF_MANY INDEX_IS_TEXT NO_ATTRIBUTE NO_SUCH_KEY ORD_OF FORMAT_LETTER TEXT_PLUS_LIST"
        " OF_OTHER_TYPE NO_OPERATION NUMBER_OF_LIST UNHASHABLE UNPACK_COUNTS NOT_MULTIPLIED"
    ),
    "IMPORT_FORGOTTEN_IN": "IMPORT_FORGOTTEN",
    "WORD_OF_JSON": "UNKNOWN_NAME NEAR_NAME",
    "RUNS_AT_IMPORT": "FILE_MISSING",
    "STAR_HIDES_FUNCTION": "NAME_HIDES_FUNCTION",
    **dict.fromkeys(("JSON_READ_BACK", "JSON_TO_WRITE"), "WRITE_OF_NO_TEXT"),
    "PARTS_REPEATED": "PARTS_REPEATED CALCULATED_WITH_TEXT COMPARED_WITH_TEXT NO_OPERATION",
    **dict.fromkeys(("PRODUCT_VALUES", "PRODUCT_ROWS"), "MATRIX_SIZES SHAPES"),
    "OTHER_KIND": "NO_ATTRIBUTE",
    "PARENTS_METHOD": "RECURSION",
    "SUPER_OF_MODULE": "NO_ATTRIBUTE",
}
"""What may be said of the same error where only the traceback is known."""
UNKNOWN_TYPES = {
    "queries: a row that holds several objects": "INDEX_IS_TEXT",
    "tools: a list of one's own": "INDEX_OUTSIDE",
    "served: a name in capitals that is nowhere": "NO_KEY_IN",
    "standard: another function of the line has no result": "NO_SUCH_RESULT",
}
"""Nothing is said where the type is known: it may be one that has rules of its own."""


@pytest.mark.posix  # Pythons of other versions
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("which", [0, -1], ids=["oldest", "newest"])
def test_from_the_traceback_alone_the_same_is_said_or_less(
    pythons: Any, tmp_path: Path, which: int, part: int
) -> None:
    """Each Python takes half of the cases."""
    cases = list(all_cases(part=part))[abs(which) :: 2]
    folders = [tmp_path / str(number) for number in range(len(cases))]
    for folder, (_title, files, _expected) in zip(folders, cases, strict=True):
        write(folder, files)
    wrong, same = [], 0
    crashes = crashed_and_printed(pythons[which].path, folders)
    for (title, *_), folder, crash in zip(cases, folders, crashes, strict=True):
        assert crash is not None
        whole = said(explain(crash[0], lambda _path: Look.FILE))
        for found in read(crash[1], folder):
            less = said(explain(found.error, lambda _path: Look.FILE))
            same += less == whole
            if less not in (whole, "-"):
                may_be = WEAKER.get(whole.split()[0], UNKNOWN_TYPES.get(title, ""))
                if less.split()[0] not in may_be.split():
                    wrong.append(f"{title}: {less}, not {whole}")
    assert not wrong, "\n".join(wrong)
    assert same > len(cases) // 4
