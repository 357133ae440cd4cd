"""The window with the real engine and real scripts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from processes import is_alive
from reloader_core import State
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.page.end_notice import WORDS_MS
from reloader_gui.page.run_page import RunPage
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.window.main_window import MainWindow

PATIENCE_MS = 15_000
Write = Callable[[str, str], Path]


def text_in(pane: OutputPane) -> str:
    """All of it, as it is saved."""
    return "".join(text_of(everything(pane.document)))


class Stage:
    """A window with the real engine, and short words for what a user does and sees."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def page(self) -> RunPage:
        assert self.window.page is not None
        return self.window.page

    def child(self, name: str) -> Any:
        return self.window.findChild(QWidget, name)

    def run(self, script: Path) -> None:
        self.window.choose(script)
        QTest.mouseClick(self.child("runButton"), Qt.MouseButton.LeftButton)

    def until(self, condition: Callable[[], object], timeout_ms: int = PATIENCE_MS) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=timeout_ms)

    def shows(self, text: str) -> None:
        self.until(lambda: text in text_in(self.page.output))

    def number_after(self, word: str) -> int:
        """The number that the script prints behind `word`, once its line is complete."""
        pattern = re.compile(re.escape(word) + r"(\d+)\s")
        self.until(lambda: pattern.search(text_in(self.page.output) + " "))
        found = pattern.search(text_in(self.page.output) + " ")
        assert found is not None
        return int(found[1])

    def says(self, text: str) -> None:
        self.until(lambda: text in self.page.status.text())

    @property
    def pid(self) -> int:
        status = self.page.run.status
        assert status is not None and status.pid is not None
        return status.pid


@pytest.fixture
def stage(qtbot: QtBot, make_window: Any) -> Stage:
    return Stage(qtbot, make_window(parts=Parts()))


def test_run_edit_restart_stop(stage: Stage, write: Write) -> None:
    helper = write("项目 一/helper.py", "WORD = 'first'\n")
    script = write(
        "项目 一/我的 程序.py",
        "import time, helper\nprint('你好', helper.WORD)\nwhile True: time.sleep(0.05)\n",
    )
    stage.run(script)
    stage.shows("你好 first")
    stage.says("Running")
    first = stage.pid
    helper.write_text("WORD = 'second'\n")
    stage.shows("你好 second")
    stage.says("Restarted: you saved helper.py.")
    assert stage.page.status.property("mood") == "confirm"
    second = stage.pid
    assert first != second
    stage.window.commands.stop()
    stage.says("Stopped by you. Press Run.")
    assert not is_alive(first) and not is_alive(second)
    assert "Traceback" not in text_in(stage.page.output)


def test_it_is_reached_from_outside_and_shows_what_was_ordered(
    stage: Stage, write: Write, clean_env: dict[str, str]
) -> None:
    """By `reloader ctl`, as a script of the terminal's is."""

    def ctl(order: str) -> str:
        words = ["ctl", "--pid", str(os.getpid()), order]
        with subprocess.Popen(
            [sys.executable, "-m", "reloader_core", *words], env=clean_env, stdout=subprocess.PIPE
        ) as process:
            stage.until(lambda: process.poll() is not None)
            assert process.stdout is not None and process.returncode == 0
            return process.stdout.read().decode()

    stage.run(write("app.py", "import time\nprint('up')\nwhile True: time.sleep(0.05)\n"))
    stage.shows("up")
    first = stage.pid
    told = ctl("status")
    assert told.startswith("app.py: running (run 1") and f"window {os.getpid()}" in told
    ctl("restart")
    stage.until(lambda: stage.page.run.record.number == 2 and stage.pid != first)
    ctl("pause")
    stage.until(lambda: not stage.page.run.options.now.restart_on_save)
    assert not stage.window.bar.switch.isChecked()
    assert "paused" in ctl("status")
    stage.window.bar.switch.click()
    assert "paused" not in ctl("status")
    ctl("stop")
    stage.says("Stopped by you")


def test_a_script_asks_and_is_answered(stage: Stage, write: Write) -> None:
    stage.run(write("ask.py", "name = input('Name: ')\nprint('Hello', name, 'end')\n"))
    stage.shows("Name: ")
    line = stage.child("inputLine")
    stage.until(lambda: line.property("waits") is True)
    QTest.keyClicks(line, "Ada")
    QTest.keyClick(line, Qt.Key.Key_Return)
    stage.shows("Name: Ada\nHello Ada end\n")
    stage.says("Finished after")


def test_answers_that_are_pasted_at_once_reach_one_question_each(
    stage: Stage, write: Write
) -> None:
    text = "answers = [input(f'{n}? ') for n in range(3)]\nprint('got', answers)\n"
    stage.run(write("ask.py", text))
    stage.shows("0? ")
    line = stage.child("inputLine")
    QGuiApplication.clipboard().setText("Ada\n\nKing\nnot sent")
    QTest.keyClick(stage.page.output, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.shows("0? Ada\n\nKing\n")
    stage.shows("got ['Ada', '', 'King']")
    assert line.text() == "not sent"


@pytest.mark.posix  # on Windows getpass reads the keys of a console
def test_a_password_is_hidden_until_it_is_answered(stage: Stage, write: Write) -> None:
    script = """
        import getpass, sys, threading, time
        print('Login', end=' ', flush=True)
        sys.stdin.readline()
        stop = threading.Event()
        def tick():
            while not stop.wait(0.3): print('tick', flush=True)
        threading.Thread(target=tick, daemon=True).start()
        first = getpass.getpass('For the\\ndata base: ')
        stop.set()
        print('got', first, getpass.getpass('Again: '), input('Name: '))
    """
    stage.run(write("ask.py", textwrap.dedent(script)))
    line = stage.child("inputLine")
    stage.until(lambda: line.property("waits") is True)
    QTest.keyClicks(line, "Ada")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "half")
    stage.until(lambda: line.is_secret)
    assert line.text() == ""
    for letter in "sesame":
        QTest.keyClicks(line, letter)
        stage.qtbot.wait(150)  # so that ticks come in between
        assert line.is_secret
    QTest.keyClick(line, Qt.Key.Key_Return)
    stage.until(lambda: "Again: " in text_in(stage.page.output) and line.is_secret)
    QTest.keyClicks(line, "open")
    QTest.keyClick(line, Qt.Key.Key_Return)
    stage.shows("Name: ")
    stage.until(lambda: not line.is_secret and line.property("waits") is True)
    assert line.text() == "half"
    line.undo()
    assert line.text() == "half"
    QTest.keyClick(line, Qt.Key.Key_Return)
    stage.shows("got sesame open half\n")
    assert line.text() == ""
    shown = text_in(stage.page.output)
    assert shown.count("sesame") == shown.count("open half") == 1, "the script's own print"


def test_the_end_of_input_reaches_the_script(stage: Stage, write: Write) -> None:
    stage.run(write("read.py", "import sys\nprint('got', repr(sys.stdin.read()))\n"))
    line = stage.child("inputLine")
    stage.until(line.isEnabled)
    QTest.keyClicks(line, "x")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    stage.shows("got 'x\\n'")


def test_a_crash_is_explained_and_mended(stage: Stage, write: Write) -> None:
    script = write("score.py", "score = 41\nprint(scoer + 1)\n")
    stage.run(script)
    card = stage.child("errorCard")
    stage.until(card.isVisible)
    stage.says("Stopped by an error in score.py, line 2. Fix it and save: it runs again.")
    assert (card.error.file, card.error.line) == (script, 2)
    stage.until(lambda: "Did you mean: 'score'?" in card.error.message)
    script.write_text("score = 41\nprint(score + 1)\n")
    stage.shows("42")
    stage.says("Finished after")
    stage.until(lambda: not card.isVisible())


def test_what_is_saved_with_a_mistake_leaves_the_old_version_running(
    stage: Stage, write: Write
) -> None:
    script = write("game.py", "import time\nprint('old')\nwhile True: time.sleep(0.05)\n")
    stage.run(script)
    stage.shows("old")
    stage.says("Running")
    pid = stage.pid
    stage.qtbot.wait(300)  # the standby that checks what is saved
    script.write_text("import time\nprint('new'\nwhile True: time.sleep(0.05)\n")
    stage.says("game.py cannot run: there is a mistake in line 2.")
    assert stage.pid == pid and stage.child("errorCard").isVisible()
    script.write_text("import time\nprint('new')\nwhile True: time.sleep(0.05)\n")
    stage.shows("\nnew\n")


def test_a_run_that_prints_nothing_says_so(stage: Stage, write: Write) -> None:
    stage.run(write("silent.py", "x = 1\n"))
    stage.says("It printed nothing. It runs again when you save.")


def test_a_save_does_nothing_where_the_switch_is_off(
    stage: Stage, write: Write, settings: Settings
) -> None:
    script = write("game.py", "print('one')\n")
    settings.remember(script, ScriptOptions(restart_on_save=False))
    stage.run(script)
    stage.says("Finished after")
    assert "Press Run to run it again." in stage.page.status.text()
    script.write_text("print('two')\n")
    stage.qtbot.wait(700)
    assert "two" not in text_in(stage.page.output)
    QTest.mouseClick(stage.child("runButton"), Qt.MouseButton.LeftButton)
    stage.shows("two")


def test_the_window_answers_in_an_endless_print_loop(stage: Stage, write: Write) -> None:
    """How late it is, is measured by tests/bench/output.py."""
    seen: list[int] = []
    timer = QTimer(stage.window, interval=10)
    timer.timeout.connect(lambda: seen.append(stage.page.output.document.count))
    stage.run(write("flood.py", "n = 0\nwhile True:\n    print('line', n)\n    n += 1\n"))
    stage.shows("line 1000")
    timer.start()
    stage.until(lambda: len(seen) >= 50)
    timer.stop()
    assert seen[-1] > seen[0], "and what comes meanwhile is shown"
    pid = stage.pid
    stage.window.commands.stop()
    stage.until(lambda: stage.page.run.status.state is State.IDLE)  # type: ignore[union-attr]
    assert not is_alive(pid)
    output = stage.page.output
    stage.until(lambda: not output.document.is_stale)
    last = output.document.rows(output.document.count - 2, 1)[0].line.text
    assert last == f"line {output.document.count - 3}", "nothing is lost but the last, cut off line"


def test_all_of_a_long_output_that_ends_is_there(stage: Stage, write: Write) -> None:
    stage.run(write("long.py", "for n in range(9000): print('line', n)\n"))
    stage.shows("line 8999\n")
    stage.says("Finished")
    lines = text_in(stage.page.output).splitlines()
    assert lines[1:] == [f"line {n}" for n in range(9000)]


def test_the_script_finds_nothing_of_ours(
    stage: Stage, write: Write, clean_env: dict[str, str]
) -> None:
    """It finds what it does without us: a Python that has Reloader installed has it there, too."""
    script = write(
        "look.py",
        "import os, sys\n"
        "print(sys.path, sys.argv[1:], sorted(n for n in os.environ if 'PYTHON' in n))\n"
        "print(os.getcwd() == os.path.dirname(os.path.abspath(__file__)))\n",
    )
    stage.run(script)
    stage.until(lambda: "True" in text_in(stage.page.output))
    interpreter = stage.page.run.python.found
    assert interpreter is not None
    plain = subprocess.run(
        [interpreter.path, str(script)],
        cwd=script.parent,
        env=clean_env,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert plain.stdout in text_in(stage.page.output)


def test_an_exit_3_loop_ends_with_a_question(stage: Stage, write: Write) -> None:
    stage.run(write("three.py", "import sys\nprint('again')\nsys.exit(3)\n"))
    asked = "keeps asking to be restarted"
    stage.until(lambda: any(asked in text for text in stage.page.messages.texts()), 20_000)
    stage.says("Kept asking to be restarted (exit code 3), so Reloader stopped it.")


def test_what_a_script_leaves_behind_can_be_stopped(stage: Stage, write: Write) -> None:
    stage.run(
        write(
            "left.py",
            "import subprocess, sys\n"
            "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
            "print('pid', child.pid, flush=True)\n",
        )
    )
    stage.says("A program that it started is still running. Press Stop to end it.")
    left = stage.number_after("pid ")
    assert is_alive(left)
    QTest.mouseClick(stage.child("stopButton"), Qt.MouseButton.LeftButton)
    stage.until(lambda: not is_alive(left))
    stage.says("Stopped by you.")


def test_a_stubborn_script_is_forced_by_a_second_stop(stage: Stage, write: Write) -> None:
    stage.run(
        write(
            "stubborn.py",
            "import time\nprint('go', flush=True)\ntry: time.sleep(60)\nfinally: time.sleep(60)\n",
        )
    )
    stage.shows("go")
    stage.says("Running")
    stage.window.commands.stop()
    stage.says("Stopping. It has")
    started = time.monotonic()
    stage.window.commands.stop()
    stage.says("Stopped by you.")
    assert time.monotonic() - started < 1.5


def test_closing_leaves_nothing_behind(stage: Stage, write: Write) -> None:
    before = set(psutil.Process(os.getpid()).children(recursive=True))  # an X server, perhaps
    stage.run(
        write(
            "tree.py",
            "import subprocess, sys, time\n"
            "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
            "print('pid', child.pid, flush=True)\ntime.sleep(60)\n",
        )
    )
    left = stage.number_after("pid ")
    pid = stage.pid
    with stage.qtbot.waitSignal(stage.window.finished, timeout=PATIENCE_MS):
        stage.window.close()
    stage.until(lambda: not is_alive(pid) and not is_alive(left))
    children = set(psutil.Process(os.getpid()).children(recursive=True)) - before
    stage.until(lambda: not [each for each in children if each.is_running()])


def test_edit_opens_the_chosen_editor_at_the_line_of_the_error(
    qtbot: QtBot, settings: Settings, write: Write, tmp_path: Path
) -> None:
    from reloader_gui.ui import theme  # the fixtures' window never starts an editor

    stub = write("editor.py", "import sys\nopen(sys.argv[1], 'w').write(repr(sys.argv[2:]))\n")
    opened = tmp_path / "opened"
    editor = f'"{sys.executable}" "{stub}" "{opened}" {{file}} {{line}}'
    settings.set("editor", editor)
    window = MainWindow(settings)
    window.set_colours(theme.LIGHT)

    def end(window: MainWindow) -> None:
        window.begin_close()
        qtbot.waitUntil(lambda: window.wait_closed(0.01), timeout=PATIENCE_MS)

    qtbot.addWidget(window, before_close_func=end)
    window.show()
    stage = Stage(qtbot, window)
    script = write("my score.py", "a = 1\nprint(scoer)\n")
    stage.run(script)
    stage.until(stage.child("errorCard").isVisible)
    QTest.mouseClick(stage.child("showLineButton"), Qt.MouseButton.LeftButton)
    stage.until(lambda: opened.exists() and opened.read_text())
    assert opened.read_text() == repr([str(script), "2"])
    opened.unlink()
    QTest.mouseClick(stage.child("editButton"), Qt.MouseButton.LeftButton)
    stage.until(lambda: opened.exists() and opened.read_text())
    assert opened.read_text() == repr([str(script), "1"])
    settings.set("editor", "/no/such/editor")
    QTest.mouseClick(stage.child("editButton"), Qt.MouseButton.LeftButton)
    stage.until(lambda: any("/no/such/editor" in t for t in stage.page.messages.texts()))


def test_what_a_save_changed_in_the_output(stage: Stage, write: Write) -> None:
    """As somebody who has changed a line, and looks for what that did: by menu and keys alone."""
    helper = write("shop/prices.py", "def price(n):\n    return n * 2\n")
    write("shop/other.py", "")
    rows = "for n in range(3000):\n    print('row', n, price(n) if n == 2000 else '')\n"
    stage.run(write("shop/shop.py", f"from prices import price\n{rows}print('done')\n"))
    stage.says("Finished")
    past = stage.page.run.news.past

    def known() -> set[str]:
        stage.page.run.engine.tell_code()
        return {file.name for file, _ in past.runs[-1].code or ()}

    stage.until(lambda: known() >= {"prices.py", "shop.py"})
    helper.write_text("def price(n):\n    return n * 3\n")
    stage.until(lambda: len(past.runs) == 2 and past.runs[-1].record.exit is not None)
    shop = stage.page.run.script
    stage.window.opening.choose_apart(shop.with_name("other.py"))
    stage.window.choose(shop)
    stage.window.resize(480, 300)  # with tabs
    QTest.keyClick(stage.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    tree, hint = stage.child("runsList"), stage.child("runsHint")
    stage.until(lambda: 0 < tree.geometry().bottom() < hint.y())
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert [[item.text(at) for at in (1, 3, 4)] for item in items] == [
        ["you saved prices.py (line 2)", "finished", "3,001"],
        ["you pressed Run", "finished", "3,001"],
    ]
    QTest.mouseClick(stage.child("runsCompare"), Qt.MouseButton.LeftButton)
    details = stage.child("compareDetails")
    stage.until(lambda: "You changed" in details.text() and "The output" in details.text())
    assert details.text() == (
        "You changed prices.py (line 2). The output differs in 1 line, which is line 2,001."
        " Only numbers differ."
    )
    assert "  2001 - row 2000 4000" in stage.child("compareOutput").toPlainText()
    least = 3 * stage.page.output.fonts.height
    stage.until(lambda: stage.child("compareOutput").height() > least)
    assert "     2 +     return n * 3" in stage.child("compareCode").toPlainText()
    QTest.mouseClick(stage.child("compareShow"), Qt.MouseButton.LeftButton)
    assert stage.page.output.isVisible()
    stage.page.output.copy()
    assert QGuiApplication.clipboard().text() == "row 2000 6000"


@pytest.mark.posix  # Windows and macOS have Qt's own way, which nothing can look at here
def test_an_error_is_told_while_the_window_is_not_in_front(
    stage: Stage, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, program = tmp_path / "told", tmp_path / "bin/notify-send"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nprintf '%s|' \"$@\" >> '{told}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    elsewhere = QWidget()
    stage.qtbot.addWidget(elsewhere)
    script = write("quiz.py", "print(1)\n")
    stage.run(script)
    stage.says("Finished")
    elsewhere.show()
    elsewhere.activateWindow()
    stage.until(lambda: not stage.window.isActiveWindow())
    script.write_text("print(a < b)\n")
    stage.says("Stopped by an error")
    stage.qtbot.wait(2 * WORDS_MS)
    assert not told.exists()  # nobody has asked for it

    stage.page._settings.set("notify_end", True)
    script.write_text("print(a  < b)\n")
    stage.until(told.exists)
    stage.until(lambda: told.read_text().endswith("|"))
    assert told.read_text().split("|")[1:3] == ["--", "quiz.py"]
    assert "Stopped by an error in quiz.py, line 1." in told.read_text()
    assert "<" not in told.read_text()
