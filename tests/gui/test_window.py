"""The window with a fake engine: what is shown, what the keys and buttons do."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reloader_core import (
    Drained,
    Exit,
    Interpreter,
    Notice,
    NoticeKind,
    Origin,
    Preload,
    ReasonKind,
    ScriptError,
    Source,
    State,
)
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything
from reloader_gui.output.text.export import text_of as text_of_parts
from reloader_gui.page.message_area import MessageLine
from reloader_gui.python.advice import Advice
from reloader_gui.python.install_steps import pip
from reloader_gui.run.parts import Parts
from reloader_gui.settings.page import SettingsPage
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.settings.table import SCRIPT_TABLE, TABLE
from reloader_gui.texts.editors import EDITORS
from reloader_gui.texts.said import Said, said
from reloader_gui.ui.program import OUTPUT_FOLDER, cache_folder
from reloader_gui.window import open_script
from reloader_gui.window.main_window import MainWindow

Write = Callable[[str, str], Path]
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = (
    "scriptCombo openButton runButton editButton stopButton statusLabel outputView inputLine"
    " errorCard interpreterButton restartOnSave"
).split()


def text_in(pane: OutputPane) -> str:
    """All of it, as it is saved."""
    return "".join(text_of_parts(everything(pane.document)))


def child(window: MainWindow, name: str) -> Any:
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(child(window, name), Qt.MouseButton.LeftButton)


def press(window: MainWindow, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)


def text_of(window: MainWindow, name: str) -> str:
    return str(child(window, name).text())


def messages(window: MainWindow) -> list[str]:
    area = window.page.messages if window.page is not None else window.pages.empty.messages
    return area.texts()


def answer(window: MainWindow, words: str) -> QAbstractButton:
    found = [
        each
        for each in window.findChildren(QAbstractButton, "messageAnswer")
        if each.text() == words and each.isVisible()
    ]
    assert len(found) == 1
    return found[0]


# -- what is there


def test_when_ready_at_most_ten_things_are_visible(ready: MainWindow) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractScrollArea, QLabel)
    visible = [
        each.objectName() for kind in kinds for each in ready.findChildren(kind) if each.isVisible()
    ]
    assert sorted(visible) == sorted(
        "scriptCombo openButton editButton runButton stopButton restartOnSave statusLabel"
        " outputView interpreterButton menuButton".split()
    )
    assert text_of(ready, "statusLabel") == "Ready. Press Run."
    assert text_of(ready, "interpreterButton") == "Python 3.12.1 \u2013 .venv in this folder"


def test_the_names_for_automation_are_there_once(ready: MainWindow) -> None:
    for name in NAMES:
        assert len(ready.findChildren(QWidget, name)) == 1, name


def test_everything_that_takes_the_keyboard_has_an_accessible_name(
    run: Any, ready: MainWindow
) -> None:
    ready.commands.toggle_settings()
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in ready.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.accessibleName()
        and not each.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_everything_is_reached_by_tab_in_reading_order(run: Any, ready: MainWindow) -> None:
    child(ready, "scriptCombo").setFocus()
    order = ["scriptCombo"]
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus.objectName() or focus.accessibleName())
    wanted = (
        "scriptCombo openButton editButton runButton stopButton restartOnSave menuButton".split()
    )
    assert order[:7] == wanted
    assert {"outputView", "inputLine", "interpreterButton"} < set(order)


def test_run_and_stop_never_move(qtbot: QtBot, ready: MainWindow, engines: Any) -> None:
    def places() -> list[Any]:
        return [child(ready, name).geometry() for name in ("runButton", "stopButton")]

    before = places()
    assert text_of(ready, "runButton") == "Run" and not child(ready, "stopButton").isEnabled()
    click(ready, "runButton")
    qtbot.waitUntil(lambda: bool(engines))
    engines[0].running()
    qtbot.waitUntil(lambda: text_of(ready, "runButton") == "Run again", timeout=3000)
    assert child(ready, "stopButton").isEnabled()
    assert places() == before


@pytest.mark.parametrize("width", [400, 640, 800, 1400])
def test_no_word_of_the_bar_is_cut(ready: MainWindow, qtbot: QtBot, width: int) -> None:
    ready.resize(width, 420)
    qtbot.wait(20)
    for name in ("openButton", "editButton", "runButton", "stopButton", "restartOnSave"):
        widget = child(ready, name)
        assert widget.width() >= widget.minimumSizeHint().width(), (name, width)
        assert widget.toolTip(), name
    only_direct = Qt.FindChildOption.FindDirectChildrenOnly
    widgets = ready.bar.findChildren(QWidget, options=only_direct)
    places = sorted((each.x(), each.geometry().right()) for each in widgets if each.isVisible())
    assert places[-1][1] <= ready.bar.width()
    assert all(right < x for (_, right), (x, _) in pairwise(places)), "none lies over another"


def test_a_long_line_does_not_squeeze_the_error_card(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path
) -> None:
    long = "total = " + " + ".join(f"amount_{n}" for n in range(15))
    game.write_text(f"{long}\n")
    ready.resize(ready.minimumWidth(), 420)
    error = ScriptError("NameError", "name 'amount_0' is not defined", game, 1)
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    card = child(ready, "errorCard")
    qtbot.waitUntil(card.isVisible)
    qtbot.waitUntil(lambda: card.height() >= card.minimumSizeHint().height())
    labels = [each for each in card.findChildren(QLabel) if each.isVisible() and each.text()]
    assert all(each.height() >= each.heightForWidth(each.width()) for each in labels)
    source = next(each for each in labels if "amount_1" in each.text())
    assert source.text().endswith("\N{HORIZONTAL ELLIPSIS}") and source.toolTip() == long


@pytest.mark.parametrize("package", ["", "opencv-python"])
def test_a_low_window_says_less_and_the_output_keeps_its_lines(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path, package: str
) -> None:
    page = ready.page
    assert page is not None
    game.write_text("score = scoer + 1\n")
    run.prints(1, "line\n" * 100)
    error = ScriptError("NameError", "name 'scoer' is not defined. Did you mean: 'score'?", game, 1)
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    card, output = child(ready, "errorCard"), child(ready, "outputView")
    qtbot.waitUntil(card.isVisible)
    if package:
        sentence = f"'cv2' is in the package {package}, which is not installed. " * 2
        card.show_advice(
            Advice(
                Said(lambda: sentence),
                package,
                (pip(Path("/usr/bin/python"), "install", package),),
            )
        )
    page.messages.say(lambda: "The oldest message.", key="one")
    page.messages.say(lambda: "A newer message.", (lambda: "Answer", lambda: None), key="two")
    press(ready, Qt.Key.Key_F, CTRL)

    def shown() -> list[str]:
        lines = page.messages.findChildren(MessageLine)
        return [each.text for each in lines if each.isVisible()]

    def texts() -> list[QLabel]:
        return [each for each in card.findChildren(QLabel) if each.isVisible() and each.text()]

    def whole() -> bool:
        return all(each.height() >= max(0, each.heightForWidth(each.width())) for each in texts())

    ready.resize(640, 424)
    qtbot.waitUntil(lambda: shown() == ["A newer message."])
    qtbot.waitUntil(lambda: output.viewport().height() >= 5 * output.fonts.height)
    assert whole() and texts()[0].text().startswith("Line 1 of game.py: ")
    ready.resize(900, 900)
    qtbot.waitUntil(lambda: len(shown()) == 3)
    qtbot.waitUntil(lambda: "score = scoer + 1" in [each.text() for each in texts()])
    assert whole()
    ready.resize(640, 424)
    qtbot.waitUntil(lambda: shown() == ["A newer message."])
    page.messages.take_away("two")
    qtbot.waitUntil(lambda: shown() == ["The oldest message."])
    ready.resize(480, 320)  # no room for it: it waits
    qtbot.waitUntil(lambda: shown() == [])
    ready.resize(640, 424)
    qtbot.waitUntil(lambda: shown() == ["The oldest message."])


def test_a_low_window_with_large_letters_leaves_out_an_idle_input_line(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path
) -> None:
    page = ready.page
    assert page is not None
    error = ScriptError("NameError", "name 'scoer' is not defined", game, 1)
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    line, output = child(ready, "inputLine"), child(ready, "outputView")
    font = output.font()
    font.setPixelSize(18)
    page.output.set_font(font)
    page.messages.say(lambda: "A message.", key="one")
    press(ready, Qt.Key.Key_F, CTRL)
    ready.resize(640, 400)
    qtbot.waitUntil(lambda: not line.isVisible())
    qtbot.waitUntil(lambda: output.viewport().height() >= 4 * output.fonts.height)
    run.running(2)
    qtbot.waitUntil(line.isVisible)
    run.status(State.WAITING, ReasonKind.ENDED, run=2, exit=Exit(1, error))
    qtbot.waitUntil(lambda: not line.isVisible())
    ready.resize(640, 900)
    qtbot.waitUntil(line.isVisible)


# -- what starts a run, and what does not


def test_choosing_runs_nothing(ready: MainWindow, engines: Any) -> None:
    assert engines == []
    assert ready.focusWidget() is child(ready, "runButton"), "the space bar would"


def test_another_script_takes_the_place_of_one_that_has_ended(
    qtbot: QtBot, ready: MainWindow, run: Any, engines: Any, write: Write
) -> None:
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: not ready.page.run.is_busy)  # type: ignore[union-attr]
    ready.choose(write("other.py", ""))
    assert ("quit",) in run.commands
    assert text_of(ready, "statusLabel") == "Ready. Press Run."
    assert len(ready.findChildren(QWidget, "outputView")) == 1
    assert len(engines) == 1, "the other one is Ready, and does not run"


@pytest.mark.parametrize("way", ["list", "file dialog", "drop", "new script", "example"])
def test_whatever_is_opened_while_a_script_runs_opens_in_a_tab(
    qtbot: QtBot,
    ready: MainWindow,
    run: Any,
    game: Path,
    write: Write,
    asked: Any,
    edited: Any,
    way: str,
) -> None:
    other = write("other.py", "")
    asked.answer = other
    commands = list(run.commands)
    if way == "list":
        ready.bar.script_chosen.emit(other)
    elif way == "file dialog":
        click(ready, "openButton")
    elif way == "drop":
        drop(ready, other)
    elif way == "new script":
        asked.answer = other = other.with_name("new.py")
        ready.commands.ask_new_script()
    else:
        ready.commands.try_example()
        qtbot.waitUntil(lambda: bool(edited))
        other = edited[0][0]
    assert ready.pages.tabs.scripts == [game, other]
    if way in ("new script", "example"):
        qtbot.waitUntil(lambda: edited == [(other, None)])
    assert run.commands == commands, "what runs here goes on"
    assert ready.page is not None and ready.page.run.script == other
    assert child(ready, "scriptCombo").currentData() == str(other)


def test_the_same_script_chosen_again_goes_on(ready: MainWindow, run: Any, game: Path) -> None:
    ready.choose(game)
    assert ("quit",) not in run.commands


def test_run_twice_runs_again(ready: MainWindow, run: Any) -> None:
    click(ready, "runButton")
    assert [each[0] for each in run.commands] == ["start", "start"]


def test_a_script_that_is_gone_is_not_started(ready: MainWindow, run: Any, game: Path) -> None:
    commands = list(run.commands)
    game.rename(game.with_name("moved.py"))
    click(ready, "runButton")
    said = f"Not started. There is no file {game}. Was it moved, renamed or deleted?"
    assert said in messages(ready)
    assert run.commands == commands, "what runs goes on"
    game.with_name("moved.py").rename(game)
    click(ready, "runButton")
    assert run.commands[-1][0] == "start" and said not in messages(ready)


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "start"),
        (Qt.Key.Key_R, CTRL, "start"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, "stop"),
        (Qt.Key.Key_Period, CTRL, "stop"),
        (Qt.Key.Key_C, CTRL, "stop"),
    ],
)
def test_keys(ready: MainWindow, run: Any, key: Qt.Key, modifier: Any, command: str) -> None:
    target = child(ready, "inputLine") if key is Qt.Key.Key_C else ready
    QTest.keyClick(target, key, modifier)
    assert run.commands[-1][0] == command


def test_the_first_run_says_once_what_a_save_does(
    qtbot: QtBot, ready: MainWindow, run: Any, settings: Settings, game: Path
) -> None:
    assert messages(ready) == ["From now on every save runs this script again."]
    answer(ready, "Only when I press Run").click()
    assert ("restart on save", False) in run.commands
    assert not child(ready, "restartOnSave").isChecked()
    assert messages(ready) == []
    assert not settings.script(game).restart_on_save


def test_the_switch_is_remembered_for_its_script(
    ready: MainWindow, game: Path, settings: Settings, write: Write
) -> None:
    click(ready, "restartOnSave")
    assert not settings.script(game).restart_on_save
    ready.choose(write("other.py", ""))
    assert child(ready, "restartOnSave").isChecked()
    ready.choose(game)
    assert not child(ready, "restartOnSave").isChecked()


# -- choosing


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left = Qt.MouseButton.LeftButton
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), either, data, left, none)
    event = QDropEvent(QPointF(50, 50), either, data, left, none)
    for each in (enter, event):
        each.setDropAction(Qt.DropAction.MoveAction)  # as some programs propose
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert child(window, "dropTarget").property("aimed") is True
    QApplication.sendEvent(window, event)
    assert child(window, "dropTarget").property("aimed") is False
    for each in (enter, event):  # after a move they would delete the file
        assert each.dropAction() is Qt.DropAction.CopyAction


def test_a_dropped_script_is_chosen(window: MainWindow, write: Write) -> None:
    picture, script = write("a.png", ""), write("项目 一/我的 程序.py", "")
    drop(window, picture, script)
    assert window.page is not None and window.page.run.script == script
    assert child(window, "scriptCombo").currentText() == "我的 程序.py"
    assert "我的 程序.py" in window.windowTitle()


def test_several_dropped_scripts_are_opened(
    window: MainWindow, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_script, "MOST_DROPPED", 2)
    files = [write(f"{name}.py", "") for name in "abc"]
    drop(window, write("a.png", ""), *files)
    assert window.pages.tabs.scripts == files[:2]
    assert window.page is not None and window.page.run.script == files[1]
    assert messages(window) == ["Only the first 2 of these scripts were opened."]


def test_a_bad_drop_is_one_sentence_and_nothing_is_lost(
    ready: MainWindow, run: Any, tmp_path: Path, write: Write
) -> None:
    ready.page.messages.take_away("first run")  # type: ignore[union-attr]
    drop(ready, write("notes.txt", ""))
    assert messages(ready) == ["notes.txt is not a Python script: its name does not end in .py."]
    drop(ready, tmp_path)
    assert len(messages(ready)) == 1 and "is a folder" in messages(ready)[0]
    assert run.commands == [run.commands[0]]


def test_a_drop_anywhere_is_for_the_window(ready: MainWindow) -> None:
    ready.commands.toggle_settings()
    takers = [each for each in ready.findChildren(QWidget) if each.acceptDrops()]
    assert [each.objectName() for each in takers] == []


def test_open_asks_where_the_last_script_was(
    ready: MainWindow, asked: Any, game: Path, write: Write
) -> None:
    asked.answer = write("deep/other.py", "")
    press(ready, Qt.Key.Key_O, CTRL)
    assert asked.folders == [game.parent]
    assert ready.page is not None and ready.page.run.script == asked.answer


def test_the_combo_offers_the_recent_scripts(ready: MainWindow, write: Write, game: Path) -> None:
    other = write("other/game.py", "")
    ready.choose(other)
    combo = child(ready, "scriptCombo")
    texts = [combo.itemText(index) for index in range(combo.count())]
    assert texts == ["game.py (other)", f"game.py ({game.parent.name})"]
    assert combo.toolTip() == str(other)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert ready.page is not None and ready.page.run.script == game


def test_a_recent_script_that_is_gone_is_said_and_not_offered_again(
    ready: MainWindow, write: Write, settings: Settings, game: Path
) -> None:
    gone = write("gone.py", "")
    ready.choose(gone)
    ready.choose(game)
    gone.unlink()
    ready.choose(gone)
    assert messages(ready)[-1].startswith(f"There is no file {gone}.")
    assert gone not in settings.recent
    assert ready.page is not None and ready.page.run.script == game


def test_a_wheel_over_the_combo_chooses_nothing(
    ready: MainWindow, write: Write, game: Path
) -> None:
    ready.choose(write("other.py", ""))
    combo = child(ready, "scriptCombo")
    none = Qt.KeyboardModifier.NoModifier
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, down)
    assert ready.page is not None and ready.page.run.script.name == "other.py"


def test_the_empty_window_offers_three_ways_and_the_recent_scripts(
    make_window: Any, settings: Settings, game: Path
) -> None:
    settings.used(game)
    window = make_window()
    words = [
        each.text()
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and each.text()
    ]
    assert words[:3] == ["Choose a script...", "Try an example", "New script..."]
    assert words[3].startswith("game.py")
    assert not child(window, "scriptCombo").isVisible()
    recent = window.findChild(QAbstractButton, "recentButton")
    recent.click()
    assert window.page.run.script == game


def test_a_new_script_is_opened_in_the_editor_and_ready(
    qtbot: QtBot, window: MainWindow, asked: Any, edited: Any, engines: Any, tmp_path: Path
) -> None:
    asked.answer = tmp_path / "my first"
    click(window, "newButton")
    script = tmp_path / "my first.py"
    assert script.read_text() == 'print("Hello")\n'
    qtbot.waitUntil(lambda: edited == [(script, None)])
    assert text_of(window, "statusLabel") == "Ready. Press Run."
    assert engines == []
    script.write_text("mine")
    asked.answer = script
    window.commands.ask_new_script()
    assert script.read_text() == "mine"
    assert messages(window) == ["my first.py was there already, so it is opened as it is."]


def test_the_editor_waits_until_it_is_known_which_python_has_idle(
    qtbot: QtBot, make_window: Any, fake_engine: Any, write: Write
) -> None:
    python = Interpreter(Path(__file__), "3.12.1", Origin(Source.ENVIRONMENT, "venv"))
    found, pythons = threading.Event(), list[Path | None]()

    def choose(script: Path, **_: Any) -> Interpreter:
        found.wait(10)
        return python

    window = make_window(
        Parts(make_engine=fake_engine, choose=choose),
        open_file=lambda file, line, chosen, python: pythons.append(python),
    )
    window.choose(write("game.py", ""))
    window.commands.edit()
    qtbot.wait(100)  # time to do it too soon
    assert pythons == []
    found.set()
    qtbot.waitUntil(lambda: pythons == [python.path])
    window.commands.edit()
    qtbot.waitUntil(lambda: pythons == [python.path] * 2)


def test_the_example_is_copied_opened_and_run(
    qtbot: QtBot, window: MainWindow, edited: Any, engines: Any, tmp_path: Path
) -> None:
    click(window, "exampleButton")
    script = tmp_path / "Documents" / "Reloader example" / "hello.py"
    qtbot.waitUntil(lambda: bool(engines))
    qtbot.waitUntil(lambda: edited == [(script, None)])
    assert engines[0].target.script == script


# -- the page


def test_output_is_shown(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    run.prints(1, "你好，世界\n")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: text_in(output).endswith("  you pressed Run\n你好，世界\n"))


def test_an_error_card_stays_until_a_run_that_does_not_fail(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path, edited: Any
) -> None:
    card = child(ready, "errorCard")
    game.write_text("a = 1\nscore = scoer + 1\n")
    error = ScriptError("NameError", "name 'scoer' is not defined", game, 2)
    assert not card.isVisible()
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    qtbot.waitUntil(card.isVisible)
    labels = [each for each in card.findChildren(QLabel) if each.isVisible()]
    assert [each.text() for each in labels if each.text()] == [
        "Line 2 of game.py",
        "score = scoer + 1",
        "NameError: name 'scoer' is not defined",
    ]
    run.prints(1, "NameError: name 'scoer' is not defined. Did you mean: 'score'?\n")
    run.say(Drained(1))
    qtbot.waitUntil(lambda: card.error.message.endswith("Did you mean: 'score'?"))
    click(ready, "showLineButton")
    qtbot.waitUntil(lambda: edited == [(game, 2)])
    run.running(2)
    qtbot.wait(100)
    assert card.isVisible(), "nobody knows yet whether this run fails"
    run.status(State.WAITING, ReasonKind.ENDED, run=2, exit=Exit(0, None, 0.1))
    qtbot.waitUntil(lambda: not card.isVisible())


def test_the_error_card_says_what_the_error_means(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path
) -> None:
    """Above what Python says of it, which stays; of an error that is not understood nothing."""
    card = child(ready, "errorCard")
    game.write_text("if True\n    pass\n")
    error = ScriptError("SyntaxError", "invalid syntax", game, 1, "if True")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error))
    meaning = "Line 1 begins with 'if', so it must end with a colon. Write : at its end."

    def shown() -> list[str]:
        return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]

    qtbot.waitUntil(lambda: meaning in shown())
    assert shown()[-2:] == [meaning, "SyntaxError: invalid syntax"]
    assert meaning in card.accessibleName()
    run.running(2)
    game.write_text("value = 1\n")
    other = ScriptError("ValueError", "no", game, 1, "value = 1")
    run.status(State.WAITING, ReasonKind.ENDED, run=2, exit=Exit(1, other))
    qtbot.waitUntil(lambda: "ValueError: no" in shown())
    assert meaning not in shown()


def test_a_problem_of_ours_is_plain_and_its_details_are_a_click_away(
    qtbot: QtBot,
    make_window: Any,
    fake_parts: Parts,
    engines: Any,
    game: Path,
    edited: Any,
    tmp_path: Path,
) -> None:
    log = tmp_path / "reloader.log"
    log.write_text("Traceback")
    window = make_window(parts=dataclasses.replace(fake_parts, log_file=log))
    window.choose(game)
    click(window, "runButton")
    qtbot.waitUntil(lambda: bool(engines))
    engines[0].say(Notice(NoticeKind.FAILED, values=("RuntimeError('a bug of ours')",)))
    failed = "Reloader had a problem and stopped your script. Press Run to start it again."
    qtbot.waitUntil(lambda: failed in messages(window))
    answer(window, "Show details").click()
    qtbot.waitUntil(lambda: edited == [(log, None)])
    assert failed not in messages(window)
    engines[0].say(Notice(NoticeKind.FAILED, values=("RuntimeError('a bug of ours')",)))
    qtbot.waitUntil(lambda: failed in messages(window))
    engines[0].running(1)
    qtbot.waitUntil(lambda: failed not in messages(window))
    window.say_problem("Reloader had a problem. Your script keeps running.")
    answer(window, "Show details").click()
    qtbot.waitUntil(lambda: edited == [(log, None)] * 2)
    log.unlink()
    window.say_problem("Reloader had a problem (...). Your script keeps running.")
    buttons = window.findChildren(QAbstractButton, "messageAnswer")
    assert not [each for each in buttons if each.isVisible() and each.text() == "Show details"]


def test_an_exit_3_loop_can_be_kept_on(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    text = "Your script keeps asking to be restarted (exit code 3). Is that meant?"
    run.status(State.WAITING, ReasonKind.EXIT_3_LOOP, run=5, exit=Exit(3))
    run.say(Notice(NoticeKind.EXIT_3_LOOP))
    qtbot.waitUntil(lambda: text in messages(ready))
    answer(ready, "Keep restarting").click()
    assert ("keep restarting",) in run.commands
    assert text not in messages(ready)


def test_a_line_that_is_not_true_any_more_goes(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    text = "python did not let Reloader look inside,"
    run.say(Notice(NoticeKind.NO_AGENT, ("python",)))
    qtbot.waitUntil(lambda: text in "".join(messages(ready)))
    run.say(Notice(NoticeKind.AGENT_BACK))
    qtbot.waitUntil(lambda: text not in "".join(messages(ready)))


def test_a_notice_is_a_line_that_can_be_taken_away(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    ready.page.messages.take_away("first run")  # type: ignore[union-attr]
    run.say(Notice(NoticeKind.SELF_WRITTEN, values=("data.py", "/folder/data.py")))
    qtbot.waitUntil(lambda: "Your script wrote data.py itself" in "".join(messages(ready)))
    child(ready, "messageClose").click()
    assert messages(ready) == []
    assert not child(ready, "messageArea").isVisible()


def test_messages_are_bounded(window: MainWindow) -> None:
    for number in range(10):
        window.say(f"line {number}".strip, key=str(number))
    assert messages(window) == ["line 7", "line 8", "line 9"]


# -- input


def test_run_moves_the_keyboard_to_the_input_line(ready: MainWindow, run: Any) -> None:
    line = child(ready, "inputLine")
    assert line.isVisible() and line.isEnabled()
    assert ready.focusWidget() is line


def test_enter_sends_and_the_echo_stands_at_its_place(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    run.prints(1, "Name: ")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: text_in(output).endswith("Name: "))
    line = child(ready, "inputLine")
    line.setText("小明")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert run.commands[-1] == ("input", "小明\n".encode())
    assert line.text() == ""
    run.prints(1, "Hello\n")
    qtbot.waitUntil(lambda: text_in(output).endswith("Name: 小明\nHello\n"))


def test_a_line_that_may_wait_for_input_is_only_highlighted(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    line = child(ready, "inputLine")
    run.prints(1, "Name: ")
    qtbot.waitUntil(lambda: line.property("waits") is True)
    assert line.isEnabled() and line.isVisible()
    run.prints(1, "\n")
    qtbot.waitUntil(lambda: line.property("waits") is False)


def test_typing_in_the_output_goes_to_the_input_line(ready: MainWindow, run: Any) -> None:
    output, line = child(ready, "outputView"), child(ready, "inputLine")
    output.setFocus()
    QTest.keyClicks(output, "H")
    assert ready.focusWidget() is line
    QTest.keyClicks(line, "i")
    assert text_of(ready, "inputLine") == "Hi"


def test_unsent_text_and_the_keyboard_survive_a_restart(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    line = child(ready, "inputLine")
    QTest.keyClicks(line, "half a sen")
    run.status(State.RESTARTING, ReasonKind.CHANGED, run=1)
    qtbot.waitUntil(lambda: ready.page.run.status.state is State.RESTARTING)  # type: ignore[union-attr]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "half a sen", "nobody could read it now"
    run.running(2)
    qtbot.wait(50)
    assert line.text() == "half a sen" and ready.focusWidget() is line
    assert line.isEnabled()


def test_after_a_longer_pause_the_keyboard_comes_back(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    line = child(ready, "inputLine")
    line.setText("unsent")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    qtbot.waitUntil(lambda: not line.isEnabled())
    assert line.isVisible(), "the page does not jump with each short run"
    assert ready.focusWidget() is child(ready, "outputView")
    run.running(2)
    qtbot.waitUntil(line.isEnabled)
    assert line.text() == "unsent" and ready.focusWidget() is line


def test_the_input_line_is_come_back_to_from_the_editor(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    """The script ends and begins while another window has the keyboard."""
    line = child(ready, "inputLine")
    run.running(1)
    qtbot.waitUntil(line.isEnabled)
    line.setFocus()
    editor = QWidget()
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(lambda: not ready.isActiveWindow() and not line.hasFocus())
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: not line.isEnabled())
    assert ready.focusWidget() is child(ready, "outputView")
    run.running(2)
    qtbot.waitUntil(line.isEnabled)
    assert ready.focusWidget() is line and editor.isActiveWindow()


def test_ctrl_d_at_an_empty_line_is_the_end_of_input(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    line = child(ready, "inputLine")
    line.setText("x")
    QTest.keyClick(line, Qt.Key.Key_D, CTRL)
    assert run.commands[-1][0] == "start"
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_D, CTRL)
    QTest.keyClick(line, Qt.Key.Key_D, CTRL)
    assert run.commands.count(("end of input",)) == 1
    assert line.isReadOnly()
    run.running(2)
    qtbot.waitUntil(lambda: not line.isReadOnly())


# -- looks and settings


def test_letters_grow_and_the_size_is_remembered(ready: MainWindow, settings: Settings) -> None:
    before = child(ready, "outputView").font().pointSizeF()
    press(ready, Qt.Key.Key_Plus, CTRL)
    press(ready, Qt.Key.Key_Equal, CTRL)
    assert child(ready, "outputView").font().pointSizeF() == round(before) + 2
    press(ready, Qt.Key.Key_Minus, CTRL)
    assert settings.number("font_size") == round(before) + 1
    press(ready, Qt.Key.Key_0, CTRL)
    assert child(ready, "outputView").font().pointSizeF() == before


def test_the_output_is_cleared_by_ctrl_l(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    run.prints(1, "text\n")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: "text" in text_in(output))
    press(ready, Qt.Key.Key_L, CTRL)
    assert text_in(output) == ""


def menu_action(window: MainWindow, words: str) -> QAction:
    menu = window.menu.output
    menu.refresh()
    return next(action for action in menu.actions() if action.text() == words)


def test_ctrl_f_finds_in_the_output(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    run.prints(1, "one\ntwo\none\n")
    press(ready, Qt.Key.Key_F, CTRL)
    line = child(ready, "findLine")
    assert ready.focusWidget() is line
    QTest.keyClicks(line, "one")
    qtbot.waitUntil(lambda: text_of(ready, "findCount") == "1 of 2", timeout=5000)
    press(ready, Qt.Key.Key_F3)
    assert text_of(ready, "findCount") == "2 of 2"
    press(ready, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert text_of(ready, "findCount") == "1 of 2"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    press(ready, Qt.Key.Key_F3)
    assert line.isVisible()


def test_the_outputs_menu_switches_what_is_shown(
    qtbot: QtBot, ready: MainWindow, run: Any, settings: Settings
) -> None:
    output = child(ready, "outputView")
    assert menu_action(ready, "Wrap long lines").isChecked()
    menu_action(ready, "Wrap long lines").trigger()
    assert not output.wraps and not settings.flag("wrap_lines")
    menu_action(ready, "Show times").trigger()
    assert output.shows_times and menu_action(ready, "Show times").isChecked()
    run.prints(1, "old\n")
    run.running(2)
    run.prints(2, "new\n")
    qtbot.waitUntil(lambda: text_in(output).endswith("new\n"))
    menu_action(ready, "Hide earlier runs").trigger()
    assert "old" not in text_in(output)


def test_the_output_is_saved(
    qtbot: QtBot, ready: MainWindow, run: Any, asked: Any, tmp_path: Path
) -> None:
    run.prints(1, "\x1b[31mred\x1b[0m\n")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: text_in(output).endswith("red\n"))
    for asked.with_colours, expected in ((False, "red\n"), (True, "\x1b[31mred\x1b[0m\n")):
        asked.answer = tmp_path / f"saved {asked.with_colours}.txt"
        menu_action(ready, "Save the output...").trigger()
        qtbot.waitUntil(lambda: f"Saved: {asked.answer}" in messages(ready))
        assert asked.answer.read_text().endswith(expected)
    assert asked.names == ["game output"] * 2
    asked.answer = tmp_path / "no such folder" / "x.txt"
    menu_action(ready, "Save the output...").trigger()
    qtbot.waitUntil(lambda: any("could not be saved" in text for text in messages(ready)))


def test_a_click_on_a_traceback_opens_the_editor_there(
    qtbot: QtBot, ready: MainWindow, run: Any, edited: Any, game: Path
) -> None:
    run.prints(1, f'  File "{game}", line 1, in <module>\n')
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: "line 1" in text_in(output))
    place = QPoint(round(output.left + 6 * output.fonts.cell), 12 + output.fonts.height)
    QTest.mouseClick(
        output.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    qtbot.waitUntil(lambda: edited == [(game, 1)])


def test_the_status_line_says_where_the_link_under_the_pointer_leads(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    run.prints(1, "see https://x.y/z\n")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: "https" in text_in(output))
    over = QPoint(round(output.left + 8 * output.fonts.cell), 12 + output.fonts.height)
    beside = over - QPoint(round(6 * output.fonts.cell), 0)

    def point(at: QPoint) -> str:
        QTest.mouseMove(output.viewport(), at)
        return text_of(ready, "statusLabel")

    leads = "Open https://x.y/z in your browser"
    assert point(over) == leads
    assert point(beside).startswith("Running")
    assert point(over) == leads
    QApplication.sendEvent(output.viewport(), QEvent(QEvent.Type.Leave))
    assert text_of(ready, "statusLabel").startswith("Running"), "the pointer has left"
    point(beside)
    assert point(over) == leads
    run.prints(1, "\f")
    qtbot.waitUntil(lambda: text_of(ready, "statusLabel").startswith("Running"))
    assert point(over + QPoint(1, 0)).startswith("Running"), "a fresh page has no link there"


def test_a_new_state_is_said_in_place_of_a_link(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    run.prints(1, "see https://x.y/z\n")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: "https" in text_in(output))
    over = QPoint(round(output.left + 8 * output.fonts.cell), 12 + output.fonts.height)
    QTest.mouseMove(output.viewport(), QPoint(1, 1))
    QTest.mouseMove(output.viewport(), over)
    assert "https" in text_of(ready, "statusLabel")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 0.1))
    qtbot.waitUntil(lambda: text_of(ready, "statusLabel").startswith("Finished"))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_context_menu_has_it_all(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    run.prints(1, "see https://x.y/z\n")
    output = child(ready, "outputView")
    qtbot.waitUntil(lambda: "https" in text_in(output))
    place = QPoint(round(output.left + 8 * output.fonts.cell), 12 + output.fonts.height)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, output.mapToGlobal(place))
    QApplication.sendEvent(output.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert {"Copy", "Select all", "Open https://x.y/z in your browser", "Find..."} < set(words)
    next(a for a in menu.actions() if a.text() == "Copy the address").trigger()
    menu.close()
    assert QApplication.clipboard().text() == "https://x.y/z"


@pytest.mark.slow
def test_a_disk_that_cannot_be_written_is_said_and_the_output_shown(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    in_the_way = cache_folder() / OUTPUT_FOLDER
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.touch()
    run.prints(1, "first\n")
    said = lambda: any("cannot be written" in text for text in messages(ready))  # noqa: E731
    qtbot.waitUntil(said, timeout=20_000)
    output = child(ready, "outputView")
    assert text_in(output).endswith("first\n")
    in_the_way.unlink()

    def prints() -> bool:
        run.prints(1, "more\n")
        return not any("cannot be written" in text for text in messages(ready))

    qtbot.waitUntil(prints, timeout=20_000)


def test_every_row_of_the_table_is_on_the_settings_page(
    window: MainWindow, settings: Settings
) -> None:
    themes: list[str] = []
    window.theme_chosen.connect(themes.append)
    press(window, Qt.Key.Key_Comma, CTRL)
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    assert set(page.controls) == {row.key for row in TABLE}
    assert not child(window, "scriptSettings").isVisible(), "no script, none of its settings"
    combo = child(window, "setting_theme")
    combo.setCurrentIndex(combo.findData("dark"))
    combo.activated.emit(combo.currentIndex())
    assert (settings.text("theme"), themes) == ("dark", ["dark"])
    child(window, "setting_grace_s").setValue(4.5)
    child(window, "setting_wrap_lines").click()
    editor = child(window, "setting_editor")
    editor.setText("  geany ")
    editor.editingFinished.emit()
    assert settings.file is not None and settings.flush(10)
    again = Settings.load(settings.file.parent)
    assert again.number("grace_s") == 4.5
    assert not again.flag("wrap_lines")
    assert again.text("editor") == "geany"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.pages.empty


def test_a_scripts_own_switches(
    qtbot: QtBot, ready: MainWindow, run: Any, settings: Settings, game: Path
) -> None:
    ready.commands.toggle_settings()
    click(ready, "scriptSettings")
    for row in SCRIPT_TABLE:
        switch = child(ready, f"setting_{row.key}")
        if row.choices:
            assert switch.isVisible() and switch.currentData() == row.default
            switch.activated.emit(switch.findData("tested"))
            continue
        assert switch.isVisible() and switch.isChecked() is row.default
        switch.click()
        assert getattr(settings.script(game), row.key) is not row.default
    name, target = run.commands[-1]
    assert name == "update" and target.preload is Preload.TESTED and target.pause_s > 0
    assert dict(target.env)["FORCE_COLOR"] == "1"


def test_settings_reach_the_page(ready: MainWindow) -> None:
    output = child(ready, "outputView")
    ready.commands.toggle_settings()
    assert output.wraps
    child(ready, "setting_wrap_lines").click()
    assert not output.wraps
    click(ready, "runButton")
    assert output.isVisible(), "Run shows what it prints"


def test_another_python_is_chosen_and_remembered(
    qtbot: QtBot, ready: MainWindow, asked: Any, settings: Settings, game: Path
) -> None:
    asked.answer = Path("/opt/python/bin/python3")
    menu = child(ready, "interpreterButton").menu()
    labels = {action.text(): action for action in menu.actions()}
    labels["Choose another Python..."].trigger()
    assert settings.script(game).interpreter == str(asked.answer)
    labels["Choose automatically"].trigger()
    assert settings.script(game).interpreter == ""


def test_what_goes_wrong_with_the_editor_is_a_line(
    qtbot: QtBot, window: MainWindow, game: Path
) -> None:
    window.choose(game)
    window._editing.failed.emit(said(EDITORS.none_found))
    assert messages(window) == [said(EDITORS.none_found)()]


# -- the end


def test_the_window_remembers_its_size_and_its_script(
    qtbot: QtBot, make_window: Any, settings: Settings, game: Path
) -> None:
    window = make_window()
    window.resize(711, 555)
    window.choose(game)
    window.close()
    assert settings.last_script == str(game)
    assert settings.file is not None and settings.flush(10)
    again = make_window(own=Settings.load(settings.file.parent))
    assert (again.width(), again.height()) == (711, 555)


def test_closing_stops_without_a_question_and_a_second_close_forces(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    run.is_stubborn = True
    finished: list[bool] = []
    ready.finished.connect(lambda: finished.append(True))
    assert not ready.close(), "it is still stopping"
    run.status(State.STOPPING, ReasonKind.QUIT, run=1)
    qtbot.waitUntil(lambda: text_of(ready, "statusLabel").startswith("Stopping."))
    assert finished == [] and ready.isVisible()
    assert not child(ready, "runButton").isEnabled()
    ready.close()
    assert run.commands.count(("quit",)) == 2
    qtbot.waitUntil(lambda: finished == [True])


def test_an_old_script_that_still_stops_is_waited_for(
    qtbot: QtBot, ready: MainWindow, run: Any, write: Write
) -> None:
    run.is_stubborn = True
    finished: list[bool] = []
    ready.finished.connect(lambda: finished.append(True))
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: not ready.page.run.is_busy)  # type: ignore[union-attr]
    ready.choose(write("other.py", ""))
    ready.close()
    assert finished == []
    ready.close()
    qtbot.waitUntil(lambda: finished == [True])


def test_a_window_where_nothing_ran_closes_at_once(window: MainWindow) -> None:
    finished: list[bool] = []
    window.finished.connect(lambda: finished.append(True))
    assert window.close()
    assert finished == [True]


def test_stored_options_come_back(make_window: Any, settings: Settings, game: Path) -> None:
    settings.remember(game, ScriptOptions(restart_on_save=False, first_run_shown=True))
    assert settings.file is not None and settings.flush(10)
    window = make_window(own=Settings.load(settings.file.parent))
    window.choose(game)
    assert not child(window, "restartOnSave").isChecked()


def test_an_editor_that_saves_by_itself_is_a_question(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    run.running(1)
    ready.page.messages.take_away("first run")  # type: ignore[union-attr]
    text = "Your editor seems to save by itself."
    run.say(Notice(NoticeKind.AUTO_SAVE))
    qtbot.waitUntil(lambda: text in messages(ready))
    assert answer(ready, "Only when I press Run").isVisible()
    answer(ready, "Wait until I pause for 2 s").click()
    word, target = run.commands[-1]
    assert (word, target.pause_s) == ("update", 2.0)


# -- a second start hands its script over


@pytest.mark.parametrize("runs", [False, True])
def test_it_gets_a_tab_of_its_own(
    qtbot: QtBot, ready: MainWindow, game: Path, write: Write, request: Any, runs: bool
) -> None:
    engine = request.getfixturevalue("run") if runs else None
    other = write("other.py", "")
    assert ready.opening.take(other, ("a",), run=False)
    qtbot.waitUntil(lambda: ready.page is not None and ready.page.run.script == other)
    assert ready.page is not None and ready.page.run.options.session_args == ("a",)
    assert ready.opening.take(game, (), run=False), "the one that is open is only shown"
    qtbot.waitUntil(lambda: ready.page is not None and ready.page.run.script == game)
    assert ready.opening.take(Path(""), (), run=False), "and so is the window"
    assert ready.pages.tabs.scripts == [game, other]
    assert engine is None or engine.commands == [engine.commands[0]]
    ready.close()
    assert not ready.opening.take(other, (), run=False)


def test_a_script_that_needs_a_real_terminal_is_told_so(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    error = ScriptError("_curses.error", "cbreak() returned ERR", ready.page.run.script, 3)  # type: ignore[union-attr]
    messages = ready.page.messages  # type: ignore[union-attr]

    def says() -> bool:
        return any("needs a terminal window" in text for text in messages.texts())

    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, error, 0.1))
    qtbot.waitUntil(says, timeout=3000)
    run.running(2)
    qtbot.waitUntil(lambda: not says(), timeout=3000)
    run.say(Notice(NoticeKind.SINGLE_KEYS))
    qtbot.waitUntil(says, timeout=3000)
