"""A file that hides a module gets another name, and all follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reloader_gui.output.text.export import everything, text_of
from reloader_gui.python import own_names
from reloader_gui.run import renaming
from reloader_gui.run.scripts import BadScript
from reloader_gui.settings.store import Settings
from reloader_gui.window.main_window import MainWindow

PATIENCE_MS = 30_000
USES = "import colorsys\nprint('hue', colorsys.rgb_to_hsv(0, 1, 0)[0])\n"


@pytest.mark.posix
def test_which_names_hide_a_module() -> None:
    hiding = "turtle random string json tkinter datetime queue"
    assert all(own_names.hidden_part(Path(f"{name}.py")) == name for name in hiding.split())
    harmless = "game.py test.py os.py sys.py time.py _thread.py my_turtle.py turtle.pyw Turtle.py"
    assert not any(own_names.hidden_part(Path(name)) for name in harmless.split())
    assert own_names.hidden_package(Path("requests.py")) == "requests"


@pytest.mark.posix
def test_only_a_line_that_imports_it_counts(tmp_path: Path) -> None:
    file = tmp_path / "requests.py"
    for text, imported in (
        ("import requests\n", True),
        ("x = 1\n  from requests.api import get\n", True),
        ("import os, requests as r\n", True),
        ("# import requests\nimport requests_html\n", False),
        ("print('requests')\n", False),
    ):
        file.write_text(text)
        assert own_names.imports(file, "requests") is imported, text


@pytest.mark.posix
def test_a_name_is_looked_at_before(tmp_path: Path) -> None:
    file = tmp_path / "turtle.py"
    for each in ("turtle.py", "game.py", "my_turtle.py"):
        (tmp_path / each).touch()
    assert own_names.suggestion(file) == "my_turtle_2.py"
    for typed, why in (
        (" ", "Type a name."),
        ("a/b", "The name of a file cannot contain /"),
        ("what?", "The name of a file cannot contain ?"),
        ("aux", "A script cannot be called aux.py."),
        ("turtle", "It is called turtle.py now."),
        ("random", "random.py would hide the module 'random'."),
        ("game.py", "There is a file game.py already. It is not overwritten."),
    ):
        found = renaming.trouble(file, renaming.name_from(typed, file))
        assert found is not None and found() == why
    for good in ("drawing", "drawing.py", "画图", "test.pyw"):
        assert renaming.trouble(file, renaming.name_from(good, file)) is None


def test_nothing_is_overwritten_and_what_was_compiled_goes(tmp_path: Path) -> None:
    file, other = tmp_path / "turtle.py", tmp_path / "game.py"
    file.write_text("mine")
    other.write_text("another")
    cache = tmp_path / "__pycache__"
    cache.mkdir()
    stale = ["turtle.cpython-311.pyc", "turtle.cpython-312.opt-1.pyc"]
    kept = ["turtle_2.cpython-311.pyc", "my_turtle.cpython-311.pyc"]
    for name in (*stale, *kept):
        (cache / name).touch()
    with pytest.raises(BadScript, match="There is a file game.py already"):
        renaming.rename(file, "game.py")
    assert (file.read_text(), other.read_text()) == ("mine", "another")
    new = renaming.rename(file, "drawing.py")
    assert new.read_text() == "mine" and not file.exists()
    assert sorted(each.name for each in cache.iterdir()) == sorted(kept)
    with pytest.raises(BadScript, match=r"turtle.py could not be renamed"):
        renaming.rename(file, "again.py")


def child(window: MainWindow, name: str) -> Any:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def answer(window: MainWindow, words: str) -> QAbstractButton:
    found = window.findChildren(QAbstractButton, "messageAnswer")
    return next(each for each in found if each.text() == words and each.isVisible())


def output(window: MainWindow) -> str:
    assert window.page is not None
    return "".join(text_of(everything(window.page.output.document)))


@pytest.fixture
def real(make_real_window: Any) -> MainWindow:
    made: MainWindow = make_real_window()
    return made


def run_until_offered(qtbot: QtBot, window: MainWindow, script: Path) -> None:
    window.choose(script)
    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)
    card = window.page.card if window.page is not None else None
    qtbot.waitUntil(lambda: card is not None and card.isVisible(), timeout=PATIENCE_MS)
    button = child(window, "renameItButton")
    qtbot.waitUntil(lambda: bool(button.isVisible()), timeout=PATIENCE_MS)
    button.click()


def test_a_file_beside_the_script_is_renamed_and_the_script_runs_again(
    qtbot: QtBot, real: MainWindow, write: Any
) -> None:
    hiding = write("colorsys.py", "COLOURS = ['red']\n")
    script = write("game.py", USES)
    run_until_offered(qtbot, real, script)
    line: QLineEdit = child(real, "renameLine")
    assert line.hasFocus() and line.selectedText() == "my_colorsys"
    assert line.accessibleName() == "New name for colorsys.py"
    QTest.keyClicks(line, "random")
    assert not child(real, "renameButton").isEnabled()
    assert line.accessibleDescription() == "random.py would hide the module 'random'."
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert hiding.exists()
    line.setText("colours")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert hiding.with_name("colours.py").read_text() == "COLOURS = ['red']\n"
    assert not hiding.exists() and not line.isVisible()
    qtbot.waitUntil(lambda: "hue 0.333" in output(real), timeout=PATIENCE_MS)
    assert "colorsys.py is called colours.py now\n" in output(real)
    qtbot.waitUntil(lambda: not child(real, "errorCard").isVisible(), timeout=PATIENCE_MS)
    answer(real, "Undo").click()
    assert hiding.exists()
    qtbot.waitUntil(lambda: bool(child(real, "errorCard").isVisible()), timeout=PATIENCE_MS)


def test_the_script_itself_keeps_its_page_and_what_is_remembered_of_it(
    qtbot: QtBot, real: MainWindow, write: Any, settings: Settings
) -> None:
    script = write("colorsys.py", USES + "import time\nwhile True: time.sleep(0.05)\n")
    real.choose(script)
    qtbot.waitUntil(lambda: real.page is not None)
    page = real.page
    assert page is not None
    assert page.messages.texts() == [
        "colorsys.py has the same name as Python's own module 'colorsys': beside it, 'import"
        " colorsys' finds your file and not Python's. Give your file another name."
    ]
    page.run.options.set_texts(arguments="--level 3")
    run_until_offered(qtbot, real, script)
    QTest.keyClick(child(real, "renameLine"), Qt.Key.Key_Return)
    new = script.with_name("my_colorsys.py")
    qtbot.waitUntil(lambda: "hue 0.333" in output(real), timeout=PATIENCE_MS)
    assert real.page is page and page.run.script == new and "Traceback" in output(real)
    assert real.windowTitle().startswith("my_colorsys.py")
    assert real.bar.combo.currentText() == "my_colorsys.py" and settings.recent == [new]
    assert settings.script(new).arguments == "--level 3" and settings.last_script == str(new)
    assert not any("has the same name" in each for each in page.messages.texts())
    new.write_text("print('saved under its new name')\n")
    qtbot.waitUntil(lambda: "saved under its" in output(real), timeout=PATIENCE_MS)


def test_it_is_said_before_it_bites_and_once(
    qtbot: QtBot, make_window: Any, window: MainWindow, asked: Any, tmp_path: Path
) -> None:
    asked.answer = tmp_path / "turtle.py"
    window.commands.ask_new_script()

    def said(words: str) -> bool:
        return window.page is not None and any(
            words in each for each in window.page.messages.texts()
        )

    qtbot.waitUntil(lambda: said("'import turtle' finds your file"))
    page = window.page
    assert page is not None
    answer(window, "Rename it...").click()
    assert child(window, "renameLine").text() == "my_turtle.py"
    QTest.keyClick(child(window, "renameLine"), Qt.Key.Key_Escape)
    assert not child(window, "renameLine").isVisible()
    page.renaming.warn()
    closes = page.messages.findChildren(QAbstractButton, "messageClose")
    next(each for each in closes if each.isVisible()).click()
    assert page.run.options.now.name_kept
    page.renaming.warn()
    assert page.messages.texts() == []
    asked.answer = tmp_path / "requests.py"
    window.commands.ask_new_script()
    qtbot.waitUntil(lambda: said("the package 'requests'"))
    for name in ("turtle.py", "requests.py"):
        script = tmp_path / name
        window.choose(script)
        qtbot.waitUntil(lambda: window.page is not None and window.page.run.script == script)  # noqa: B023
    script.write_text("import requests\n")
    window.page.renaming.warn()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: said("the package 'requests'"))
