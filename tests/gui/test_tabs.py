"""Several scripts in one window: which tab is shown, what each says, and how they end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reloader_core import Exit, ReasonKind, State
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.settings.store import Settings
from reloader_gui.window import tab_control
from reloader_gui.window.main_window import MainWindow
from reloader_gui.window.tab_names import names
from reloader_gui.window.tab_row import AT_THE_END, NARROWEST
from reloader_gui.window.tab_state import TabState

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
Write = Callable[[str, str], Path]


def shown(window: MainWindow) -> str:
    """The script of the page that is in sight."""
    assert window.page is not None and window.pages.currentWidget() is window.page
    return window.page.run.script.name


def titles(window: MainWindow) -> list[str]:
    return [window.row.bar.tabText(index) for index in range(window.row.bar.count())]


def told(window: MainWindow, index: int) -> str:
    return window.row.bar.accessibleTabName(index)


def texts(window: MainWindow) -> str:
    assert window.page is not None
    return "".join(text_of(everything(window.page.output.document)))


@pytest.fixture
def start(qtbot: QtBot, window: MainWindow, engines: Any) -> Callable[[Path], Any]:
    """Opens a script and runs it; returns its engine."""

    def start(script: Path) -> Any:
        count = len(engines)
        window.choose(script)
        window.commands.run()
        qtbot.waitUntil(lambda: len(engines) == count + 1)
        engines[-1].running()
        qtbot.waitUntil(window.bar.stop.isEnabled, timeout=3000)
        return engines[-1]

    return start


def test_one_script_has_no_tabs(ready: MainWindow) -> None:
    assert not ready.row.isVisible()
    QTest.keyClick(ready, Qt.Key.Key_Tab, CTRL)
    assert shown(ready) == "game.py"


def test_a_client_does_not_end_its_server(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any
) -> None:
    server = start(write("server.py", ""))
    client = start(write("client.py", ""))
    assert window.row.isVisible() and titles(window) == ["server.py", "client.py"]
    assert told(window, 0) == "server.py: running"
    client.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: told(window, 1) == "client.py: finished")
    for key, wanted in (("Ctrl+1", "server.py"), ("Ctrl+9", "client.py")):
        QTest.keyClick(window, Qt.Key(ord(key[-1])), CTRL)
        assert shown(window) == wanted
    QTest.keyClick(window, Qt.Key.Key_Tab, CTRL)
    assert shown(window) == "server.py" and window.bar.stop.isEnabled()
    assert window.windowTitle().startswith("server.py")
    QTest.keyClick(window, Qt.Key.Key_Backtab, CTRL_SHIFT)
    assert shown(window) == "client.py" and not window.bar.stop.isEnabled()
    assert [each[0] for each in server.commands] == ["start"]


def test_the_same_file_is_not_opened_twice(
    window: MainWindow, write: Write, start: Any, engines: Any
) -> None:
    first = write("first.py", "")
    start(first)
    window.choose(write("second.py", ""))
    window.choose(first)
    assert shown(window) == "first.py" and len(titles(window)) == 2 and len(engines) == 1


def test_a_closed_script_stops_in_order_and_comes_back_with_its_output(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any, engines: Any
) -> None:
    server = start(write("server.py", ""))
    server.prints(1, "port 8000\n")
    window.choose(write("client.py", ""))
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    server.is_stubborn = True
    QTest.keyClick(window, Qt.Key.Key_W, CTRL)
    assert shown(window) == "client.py" and not window.row.isVisible()
    assert server.commands[-1] == ("quit",)
    assert window.pages.messages.texts() == ["server.py was stopped and closed."]
    server.prints(1, "bye\n")
    QTest.keyClick(window, Qt.Key.Key_T, CTRL_SHIFT)
    assert shown(window) == "server.py" and titles(window) == ["server.py", "client.py"]
    qtbot.waitUntil(lambda: "port 8000\nbye\n" in texts(window))
    window.commands.run()
    assert len(engines) == 1, "not before the old one is gone"
    server._todo.put(None)
    qtbot.waitUntil(lambda: len(engines) == 2)
    engines[1].running()
    engines[1].prints(1, "again\n")
    qtbot.waitUntil(lambda: texts(window).endswith("again\n") and "bye" in texts(window))


def test_what_open_has_replaced_is_not_lost(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any
) -> None:
    first, second = write("first.py", ""), write("second.py", "")
    engine = start(first)
    engine.prints(1, "42\n")
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0))
    qtbot.waitUntil(lambda: not window.bar.stop.isEnabled())
    window.choose(second)
    assert shown(window) == "second.py" and len(titles(window)) == 1
    assert window.menu.reopen.text() == "Reopen first.py"
    window.choose(first)
    qtbot.waitUntil(lambda: "42\n" in texts(window))
    assert len(titles(window)) == 1


def test_what_is_open_again_is_not_said_to_be_closed(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any
) -> None:
    first, second = write("first.py", ""), write("second.py", "")
    start(first)
    start(second)
    window.tabs.close_shown()
    assert shown(window) == "first.py"
    assert [text for text in window.pages.messages.texts() if "second.py" in text]
    window.menu.reopen.trigger()
    assert shown(window) == "second.py"
    window.choose(first)
    assert not [text for text in window.pages.messages.texts() if "second.py" in text]


def test_a_window_with_several_ends_them_all(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any
) -> None:
    running = [start(write(f"{name}.py", "")) for name in ("a", "b", "c")]
    running[0].is_stubborn = True
    window.pages.close_tab(window.pages.tabs[0])
    finished: list[bool] = []
    window.finished.connect(lambda: finished.append(True))
    window.close()
    assert all(each.commands[-1] == ("quit",) for each in running)
    assert running[0].commands.count(("quit",)) == 1, "it still has its time"
    qtbot.waitUntil(lambda: window.wait_closed(0.01) is False and not finished)
    window.close()
    qtbot.waitUntil(lambda: finished == [True])


def test_tabs_come_back_and_only_the_one_in_sight_is_made(
    qtbot: QtBot, make_window: Any, settings: Settings, write: Write, engines: Any
) -> None:
    scripts = [write(f"{name}.py", "") for name in ("a", "b", "c")]
    window = make_window()
    window.hide()
    window.restore(scripts, scripts[1])
    window.show()
    assert shown(window) == "b.py" and titles(window) == ["a.py", "b.py", "c.py"]
    bar = window.row.bar
    qtbot.waitUntil(lambda: bar.tabRect(2).right() < bar.width() and bar.tabRect(0).left() == 0)
    assert len(window.pages.made()) == 1 and engines == []
    window.row.bar.moveTab(0, 2)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert shown(window) == "c.py" and len(window.pages.made()) == 2
    assert settings.file is not None and settings.flush(10)
    again = Settings.load(settings.file.parent)
    assert again.tabs == [scripts[1], scripts[2], scripts[0]]
    assert again.last_script == str(scripts[2])


def test_a_hidden_page_has_no_timer_and_misses_nothing(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any
) -> None:
    flood = start(write("flood.py", ""))
    page = window.page
    assert page is not None
    window.choose(write("other.py", ""))
    for number in range(50):
        flood.prints(1, f"line {number}\n")
    qtbot.wait(50)  # whatever would be woken by that
    assert not page.output.watch.is_on
    flood.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1))
    qtbot.waitUntil(lambda: told(window, 0) == "flood.py: finished")
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: texts(window).endswith("line 49\n"))


def test_a_new_tab_waits_for_its_script(window: MainWindow, write: Write, start: Any) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    assert len(window.pages.tabs) == 0, "the window is empty already"
    start(write("server.py", ""))
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    assert titles(window) == ["server.py", "New tab"] and window.page is None
    window.choose(write("client.py", ""))
    assert titles(window) == ["server.py", "client.py"] and shown(window) == "client.py"


def test_the_mouse_closes_tabs(window: MainWindow, write: Write, start: Any) -> None:
    for name in ("a.py", "b.py", "c.py"):
        start(write(name, ""))
    bar = window.row.bar
    middle = bar.tabRect(1).center()
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=middle)
    assert titles(window) == ["a.py", "c.py"] and shown(window) == "c.py"
    cross = bar.tabButton(0, AT_THE_END)
    assert isinstance(cross, QToolButton) and cross.accessibleName() == "Close a.py"
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert shown(window) == "c.py" and not window.row.isVisible()


def test_a_click_on_a_tab_leaves_the_settings(window: MainWindow, write: Write, start: Any) -> None:
    start(write("a.py", ""))
    start(write("b.py", ""))
    window.commands.toggle_settings()
    assert window.pages.currentWidget() is not window.page
    bar = window.row.bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert shown(window) == "b.py"


def test_the_state_of_each_is_seen_and_read(
    qtbot: QtBot,
    window: MainWindow,
    write: Write,
    start: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(tab_control, "announce", lambda _, text: said.append(text))
    engine = start(write("a.py", ""))
    tab = window.pages.tabs[0]
    window.choose(write("b.py", ""))
    assert window.pages.tabs[1].state is TabState.READY
    page = tab.page
    assert page is not None
    page.run.input_wanted.emit(True)
    assert tab.state is TabState.WAITS and told(window, 0) == "a.py: waiting for you to type"
    page.run.input_wanted.emit(False)
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(-11))
    qtbot.waitUntil(lambda: tab.state is TabState.CRASHED)
    assert told(window, 0) == "a.py: stopped by an error"
    window.pages.step(1)
    assert said == ["a.py: stopped by an error"], "once, since it is not in sight"


def test_many_tabs_and_long_names_stay_in_the_window(
    window: MainWindow, write: Write, start: Any
) -> None:
    for number in range(10):
        start(write(f"{'a very long name ' * 6}{number} & more.py", ""))
    window.resize(window.minimumSize())
    bar = window.row.bar
    assert bar.count() == 10 and window.row.width() <= window.width()
    assert all(bar.tabRect(index).width() >= NARROWEST for index in range(10))


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    paths = [Path("/x/a/main.py"), Path("/y/a/main.py"), Path("/y/b.py")]
    assert names(paths) == [
        f"main.py ({Path('x', 'a')})", f"main.py ({Path('y', 'a')})", "b.py",
    ]  # fmt: skip
    assert names([Path("/x/main.py"), Path("/y/main.py")]) == ["main.py (x)", "main.py (y)"]


def test_a_script_without_its_file_is_neither_a_mistake_nor_an_error(
    qtbot: QtBot, window: MainWindow, write: Write, start: Any
) -> None:
    engine = start(script := write("a.py", ""))
    script.rename(script.with_name("away.py"))
    qtbot.waitUntil(lambda: told(window, 0) == "a.py: its file is gone")
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    qtbot.waitUntil(lambda: window.page is not None and not window.page.run.is_busy)
    assert told(window, 0) == "a.py: its file is gone"
    script.with_name("away.py").rename(script)
    qtbot.waitUntil(lambda: told(window, 0) == "a.py: finished")
