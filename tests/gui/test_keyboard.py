"""Who has the keyboard: it stays where the user types, and no key does what it does not say."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Exit, ReasonKind, State
from reloader_gui.page.input.input_line import InputLine
from reloader_gui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
META = Qt.KeyboardModifier.MetaModifier
TERMINAL_CTRL = META if sys.platform == "darwin" else CTRL


def child(window: MainWindow, name: str) -> Any:
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def find(window: MainWindow) -> Any:
    window.page.find_in_output()  # type: ignore[union-attr]
    return child(window, "findLine")


def arguments(window: MainWindow) -> Any:
    window.commands.show_script_settings()
    return child(window, "setting_arguments")


def setting(window: MainWindow) -> Any:
    window.commands.toggle_settings()
    child(window, "setting_editor").setFocus()
    return child(window, "setting_editor")


def switch(window: MainWindow) -> QWidget:
    window.bar.switch.setFocus()
    return window.bar.switch


def next_hit(window: MainWindow) -> Any:
    find(window)
    child(window, "findNext").setFocus()
    return child(window, "findNext")


PLACES = pytest.mark.parametrize("place", [find, arguments, setting, switch])
Go = Callable[[MainWindow], QWidget]


def ends(qtbot: QtBot, window: MainWindow, run: Any) -> None:
    """The input line had the keyboard, and nobody can read it now."""
    line = child(window, "inputLine")
    line.setFocus()
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    qtbot.waitUntil(lambda: not line.isEnabled())


@PLACES
def test_a_restart_leaves_the_keyboard_where_the_user_types(
    qtbot: QtBot, ready: MainWindow, run: Any, place: Go
) -> None:
    ends(qtbot, ready, run)
    typed_into = place(ready)
    run.running(2)
    qtbot.waitUntil(child(ready, "inputLine").isEnabled)
    assert ready.focusWidget() is typed_into


@pytest.mark.parametrize("place", [find, next_hit])
def test_f5_leaves_the_keyboard_where_the_user_types(
    qtbot: QtBot, ready: MainWindow, run: Any, place: Go
) -> None:
    typed_into = place(ready)
    QTest.keyClick(typed_into, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: [each[0] for each in run.commands] == ["start", "start"])
    assert ready.focusWidget() is typed_into
    ends(qtbot, ready, run)
    typed_into.setFocus()
    QTest.keyClick(typed_into, Qt.Key.Key_F5)
    run.running(2)
    qtbot.waitUntil(child(ready, "inputLine").isEnabled)
    assert ready.focusWidget() is typed_into


def test_run_from_the_settings_shows_the_script_which_gets_the_keyboard(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    setting(ready)
    QTest.mouseClick(ready.bar.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready.focusWidget() is child(ready, "inputLine"))


@pytest.mark.parametrize("by_keyboard", [False, True])
def test_stop_leaves_the_keyboard_on_run(
    qtbot: QtBot, ready: MainWindow, run: Any, by_keyboard: bool
) -> None:
    if by_keyboard:
        ready.bar.stop.setFocus()
        QTest.keyClick(ready.bar.stop, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(ready.bar.stop, Qt.MouseButton.LeftButton)
    run.status(State.IDLE, ReasonKind.STOPPED, run=1, exit=Exit(-2, None, 1.0))
    qtbot.waitUntil(lambda: not ready.bar.stop.isEnabled())
    assert ready.focusWidget() is ready.bar.run
    QTest.keyClick(ready.bar.run, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: run.commands[-1][0] == "start")  # once a Python was found
    assert ready.bar.switch.isChecked()


@pytest.mark.parametrize("takes_long", [False, True])
@pytest.mark.parametrize("keys", [(Qt.Key.Key_F5, SHIFT), (Qt.Key.Key_C, TERMINAL_CTRL)])
def test_stop_from_the_input_line_leaves_the_keyboard_on_run(
    qtbot: QtBot, ready: MainWindow, run: Any, keys: Any, takes_long: bool
) -> None:
    line = child(ready, "inputLine")
    assert ready.focusWidget() is line
    QTest.keyClick(line, *keys)
    assert run.commands[-1] == ("stop",)
    if takes_long:
        run.status(State.STOPPING, ReasonKind.STOPPED, run=1)
        qtbot.waitUntil(lambda: not line.isEnabled())
        assert ready.focusWidget() is child(ready, "outputView"), "Run would be 'Run again'"
    run.status(State.IDLE, ReasonKind.STOPPED, run=1, exit=Exit(-2, None, 1.0))
    qtbot.waitUntil(lambda: not line.isEnabled() and not ready.bar.stop.isEnabled())
    assert ready.focusWidget() is ready.bar.run
    QTest.keyClick(ready.bar.run, Qt.Key.Key_Space)
    run.running(2)
    qtbot.waitUntil(lambda: ready.focusWidget() is line)


def test_the_end_of_a_script_is_no_stop(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    line = child(ready, "inputLine")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    qtbot.waitUntil(lambda: not line.isEnabled())
    assert ready.focusWidget() is child(ready, "outputView"), "Enter runs nothing by accident"


def test_stop_takes_the_keyboard_from_nobody(qtbot: QtBot, ready: MainWindow, run: Any) -> None:
    typed_into = find(ready)
    QTest.keyClick(typed_into, Qt.Key.Key_F5, SHIFT)
    run.status(State.IDLE, ReasonKind.STOPPED, run=1, exit=Exit(-2, None, 1.0))
    qtbot.waitUntil(lambda: not ready.bar.stop.isEnabled())
    assert ready.focusWidget() is typed_into


def test_who_is_too_late_to_stop_a_script_does_not_start_it_again(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    ready.bar.stop.setFocus()
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    qtbot.waitUntil(lambda: not ready.bar.stop.isEnabled())
    focus = ready.focusWidget()
    assert focus is child(ready, "outputView")
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert [each[0] for each in run.commands] == ["start"]


# -- copying is not stopping


def copy_keys() -> list[QKeySequence]:
    """All that this system knows: Ctrl+C, and Ctrl+Insert on Windows and Linux."""
    return QKeySequence.keyBindings(QKeySequence.StandardKey.Copy)


def strike(widget: QWidget, keys: QKeySequence) -> None:
    """QTest knows no key Copy."""
    kind, key = QEvent.Type.KeyPress, keys[0]  # type: ignore[index]  # it is a sequence
    QApplication.sendEvent(widget, QKeyEvent(kind, key.key(), key.keyboardModifiers()))


def test_the_copy_keys_in_the_output_copy_and_never_stop(
    qtbot: QtBot, ready: MainWindow, run: Any
) -> None:
    assert len(copy_keys()) > 1
    output = child(ready, "outputView")
    run.prints(1, "Hello\n")
    qtbot.waitUntil(lambda: output.document.count > 2)
    said = "Nothing is selected. Stop: Shift+F5"
    for keys in copy_keys():
        output.selection.clear()
        ready.page.messages.take_away("copy")  # type: ignore[union-attr]
        strike(output, keys)
        assert said in ready.page.messages.texts(), keys.toString()  # type: ignore[union-attr]
        output.select_all()
        QGuiApplication.clipboard().clear()
        strike(output, keys)
        qtbot.waitUntil(lambda: "Hello" in QGuiApplication.clipboard().text())
        assert said not in ready.page.messages.texts()  # type: ignore[union-attr]
    assert [each[0] for each in run.commands] == ["start"]


def test_the_copy_keys_in_the_input_line_copy_and_only_ctrl_c_interrupts(
    ready: MainWindow, run: Any
) -> None:
    line = child(ready, "inputLine")
    line.setText("secret")
    for keys in copy_keys():
        line.selectAll()
        QGuiApplication.clipboard().clear()
        strike(line, keys)
        assert QGuiApplication.clipboard().text() == "secret", keys.toString()
        line.deselect()
        if keys != QKeySequence("Ctrl+C"):
            strike(line, keys)
    assert [each[0] for each in run.commands] == ["start"]
    strike(line, QKeySequence("Ctrl+C"))
    assert [each[0] for each in run.commands] == ["start", "stop"]


def test_the_paste_keys_in_the_output_paste_into_the_input_line(
    ready: MainWindow, run: Any
) -> None:
    output, line = child(ready, "outputView"), child(ready, "inputLine")
    QGuiApplication.clipboard().setText("Ada")
    for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Paste):
        line.clear()
        output.setFocus()
        strike(output, keys)
        assert line.text() == "Ada", keys.toString()


@pytest.mark.parametrize(
    ("system", "interrupts", "does_not"),
    [("darwin", "Meta+C", "Ctrl+C"), ("linux", "Ctrl+C", "Meta+C"), ("win32", "Ctrl+C", "Meta+C")],
)
def test_the_interrupt_is_the_terminals_control_c(
    qtbot: QtBot, system: str, interrupts: str, does_not: str
) -> None:
    """On macOS Cmd+C copies, and the control key, which Qt calls Meta, interrupts."""
    line = InputLine(system=system)
    qtbot.addWidget(line)
    line.set_open(True)
    came: list[bool] = []
    line.interrupted.connect(lambda: came.append(True))
    strike(line, QKeySequence(does_not))
    assert came == []
    strike(line, QKeySequence(interrupts))
    assert came == [True]


# -- input methods (Chinese, Japanese, Korean, dead keys)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def is_composed_in(widget: QWidget) -> bool:
    """What the system's input method asks before it begins."""
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(widget, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))


def test_what_an_input_method_commits_in_the_output_goes_to_the_input_line(
    ready: MainWindow, run: Any
) -> None:
    output, line = child(ready, "outputView"), child(ready, "inputLine")
    output.setFocus()
    assert is_composed_in(output)
    compose(output, "", "小明")
    assert line.text() == "小明"
    assert ready.focusWidget() is line


def test_a_composition_in_the_output_is_shown_in_the_line_which_gets_the_keyboard_with_the_word(
    ready: MainWindow, run: Any
) -> None:
    """Earlier that would end it, with the letters that have been typed so far."""
    output, line = child(ready, "outputView"), child(ready, "inputLine")
    output.setFocus()
    before = line.cursorRect().x()
    for preedit in ("xiao", "xiao'm", ""):
        compose(output, preedit)
        assert (line.cursorRect().x() > before) is bool(preedit)
        assert ready.focusWidget() is output and line.text() == ""
    compose(output, "", "小")
    assert line.text() == "小" and ready.focusWidget() is line


def test_nothing_is_composed_for_a_script_that_does_not_run(ready: MainWindow) -> None:
    output = child(ready, "outputView")
    output.setFocus()
    assert not is_composed_in(output)
    compose(output, "xiao")
    assert ready.focusWidget() is output
