"""What a save does to a script that does not run, and what is said of a file that is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reloader_core import Exit, Reason, ReasonKind, State
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.said import Said
from reloader_gui.window.main_window import MainWindow

Write = Callable[[str, str], Path]
PATIENCE_MS = 15_000
SAVED = "game.py was saved. It is not running."
LOOP = "import time\nwhile True: time.sleep(0.05)\n"


def said(window: MainWindow) -> list[str]:
    assert window.page is not None
    return window.page.messages.texts()


def status_text(window: MainWindow) -> str:
    assert window.page is not None
    return window.page.status.text()


def text_in(window: MainWindow) -> str:
    assert window.page is not None
    return "".join(text_of(everything(window.page.output.document)))


def answer(window: MainWindow, text: str) -> QPushButton:
    assert window.page is not None
    found = window.page.messages.findChildren(QPushButton, "messageAnswer")
    return next(each for each in found if each.text() == text)


def click_run(window: MainWindow) -> None:
    QTest.mouseClick(window.bar.run, Qt.MouseButton.LeftButton)


# -- with the real engine


@pytest.fixture
def real(qtbot: QtBot, make_real_window: Any) -> MainWindow:
    window: MainWindow = make_real_window()
    return window


@pytest.fixture
def shows(qtbot: QtBot, real: MainWindow) -> Callable[[str], None]:
    def until(text: str) -> None:
        def is_there() -> bool:
            return text in text_in(real)

        qtbot.waitUntil(is_there, timeout=PATIENCE_MS)

    return until


@pytest.fixture
def stopped(qtbot: QtBot, real: MainWindow, write: Write, shows: Any) -> Path:
    """A script that has run, with its helper, and was stopped."""
    write("helper.py", "WORD = 'one'\n")
    script = write("game.py", "import helper\nprint('word', helper.WORD)\n" + LOOP)
    real.choose(script)
    click_run(real)
    shows("word one")
    qtbot.waitUntil(real.bar.stop.isEnabled, timeout=PATIENCE_MS)
    QTest.mouseClick(real.bar.stop, Qt.MouseButton.LeftButton)
    said_stopped = "Stopped by you. Press Run."
    qtbot.waitUntil(lambda: status_text(real) == said_stopped, timeout=PATIENCE_MS)
    return script


def runs(window: MainWindow) -> int:
    assert window.page is not None
    return window.page.run.record.number


def test_stop_holds_and_says_so(
    qtbot: QtBot, real: MainWindow, stopped: Path, shows: Callable[[str], None]
) -> None:
    stopped.write_text("import helper\nprint('anew', helper.WORD)\n" + LOOP)
    qtbot.waitUntil(lambda: bool(said(real)), timeout=PATIENCE_MS)
    assert said(real) == [SAVED], "not also that from now on every save runs it"
    assert status_text(real) == "Stopped by you. Press Run."
    assert runs(real) == 1
    answer(real, "Run").click()
    shows("anew one")
    qtbot.waitUntil(lambda: SAVED not in said(real))


def test_so_it_does_for_a_save_of_another_file_that_the_script_has_loaded(
    qtbot: QtBot, real: MainWindow, stopped: Path
) -> None:
    stopped.with_name("helper.py").write_text("WORD = 'two'\n")
    expected = "helper.py was saved. game.py is not running."
    qtbot.waitUntil(lambda: expected in said(real), timeout=PATIENCE_MS)
    assert runs(real) == 1


def test_always_means_what_it_says_and_is_remembered(
    qtbot: QtBot,
    real: MainWindow,
    stopped: Path,
    shows: Callable[[str], None],
    settings: Settings,
) -> None:
    stopped.write_text("print('anew')\n" + LOOP)
    qtbot.waitUntil(lambda: SAVED in said(real), timeout=PATIENCE_MS)
    answer(real, "Always run on save").click()
    shows("anew")  # the save that was asked about is one, too
    assert settings.file is not None and settings.flush(10)
    assert Settings.load(settings.file.parent).script(stopped).always_run_on_save
    qtbot.waitUntil(real.bar.stop.isEnabled, timeout=PATIENCE_MS)
    real.commands.stop()
    qtbot.waitUntil(lambda: status_text(real).startswith("Stopped"), timeout=PATIENCE_MS)
    stopped.write_text("print('after stop')\n" + LOOP)
    shows("after stop")
    assert SAVED not in said(real)


def test_a_script_that_ended_by_itself_runs_again_as_ever(
    qtbot: QtBot, real: MainWindow, write: Write, shows: Callable[[str], None]
) -> None:
    script = write("game.py", "print('one')\n")
    real.choose(script)
    click_run(real)
    shows("one")
    qtbot.waitUntil(lambda: status_text(real).startswith("Finished"), timeout=PATIENCE_MS)
    script.write_text("print('two')\n")
    shows("two")
    assert SAVED not in said(real)


# -- before the first run


def test_a_save_before_the_first_run_starts_nothing_and_is_said_once(
    qtbot: QtBot, ready: MainWindow, engines: Any, game: Path
) -> None:
    game.write_text("print('again')\n")
    qtbot.waitUntil(lambda: said(ready) == [SAVED])
    assert status_text(ready) == "Ready. Press Run." and engines == []
    assert ready.page is not None
    ready.page.messages.take_away("saved")
    game.write_text("print('and again')\n")
    qtbot.wait(300)
    assert said(ready) == [] and engines == []


def test_a_save_before_the_first_run_starts_what_is_always_to_run(
    qtbot: QtBot, window: MainWindow, settings: Settings, engines: Any, game: Path
) -> None:
    settings.remember(game, ScriptOptions(always_run_on_save=True))
    window.choose(game)
    qtbot.waitUntil(lambda: status_text(window) == "Ready. Press Run.")
    assert engines == [], "choosing runs nothing"
    game.write_text("print('again')\n")
    qtbot.waitUntil(lambda: bool(engines))
    assert engines[0].commands[0][0] == "start" and engines[0].target.run_when_saved
    engines[0].running(1)
    assert window.page is not None
    qtbot.waitUntil(lambda: "you saved game.py" in text_in(window))


def test_always_starts_it_at_once(
    qtbot: QtBot, ready: MainWindow, engines: Any, game: Path
) -> None:
    game.write_text("print('again')\n")
    qtbot.waitUntil(lambda: said(ready) == [SAVED])
    answer(ready, "Always run on save").click()
    qtbot.waitUntil(lambda: bool(engines))
    assert engines[0].target.run_when_saved


def test_where_the_switch_is_off_nothing_is_said(
    qtbot: QtBot, ready: MainWindow, engines: Any, game: Path
) -> None:
    game.write_text("print('again')\n")
    qtbot.waitUntil(lambda: said(ready) == [SAVED])
    ready.bar.switch.click()
    assert said(ready) == []
    game.write_text("print('and again')\n")
    qtbot.wait(300)
    assert said(ready) == [] and engines == []


def test_run_on_the_settings_page_shows_what_runs(
    qtbot: QtBot, ready: MainWindow, engines: Any, game: Path
) -> None:
    ready.commands.toggle_settings()
    game.write_text("print('again')\n")
    qtbot.waitUntil(lambda: said(ready) == [SAVED])
    answer(ready, "Run").click()
    qtbot.waitUntil(lambda: bool(engines))
    assert ready.page is not None and ready.page.isVisible()


# -- a file that is gone


def test_a_script_that_is_gone_is_said_until_it_is_back(
    qtbot: QtBot, ready: MainWindow, game: Path
) -> None:
    away = game.with_name("away.py")
    gone = "game.py is gone. Put it back, or open it from where it is now."
    for _ in range(2):
        game.rename(away)
        qtbot.waitUntil(lambda: status_text(ready) == gone)
        away.rename(game)
        qtbot.waitUntil(lambda: status_text(ready) == "Ready. Press Run.")
    assert said(ready) == []


def engine_misses(window: MainWindow, script: Path) -> bool:
    assert window.page is not None
    supervisor: Any = window.page.run.engine.now
    return supervisor._watcher._board.find(script).gone is True


def test_a_script_that_comes_back_was_not_saved(
    qtbot: QtBot, real: MainWindow, stopped: Path
) -> None:
    away = stopped.with_name("away.py")
    stopped.rename(away)
    qtbot.waitUntil(lambda: status_text(real).startswith("game.py is gone."), timeout=PATIENCE_MS)
    # The engine has a watcher of its own: back before that one misses it, nothing has happened.
    qtbot.waitUntil(lambda: engine_misses(real, stopped), timeout=PATIENCE_MS)
    away.rename(stopped)
    qtbot.waitUntil(lambda: bool(said(real)), timeout=PATIENCE_MS)
    assert said(real) == ["game.py is back. It is not running."]
    qtbot.waitUntil(lambda: status_text(real) == "Stopped by you. Press Run.", timeout=PATIENCE_MS)
    assert runs(real) == 1


def test_a_script_that_runs_without_its_file_goes_on(
    qtbot: QtBot, ready: MainWindow, run: Any, game: Path
) -> None:
    game.rename(game.with_name("away.py"))
    assert ready.page is not None
    watch = ready.page.run._file
    qtbot.waitUntil(lambda: watch.is_gone)
    gone = "game.py is gone. Put it back, or open it from where it is now."
    qtbot.waitUntil(lambda: status_text(ready).endswith(gone))
    assert status_text(ready).startswith("Running")
    run.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    qtbot.waitUntil(lambda: status_text(ready).startswith("game.py is gone."))
    game.with_name("away.py").rename(game)
    qtbot.waitUntil(lambda: status_text(ready).startswith("Finished"))
    run.running(run=2)
    qtbot.waitUntil(lambda: status_text(ready).startswith("Running"))
    assert gone not in status_text(ready)


def test_that_there_is_no_file_leaves_when_there_is_one(
    qtbot: QtBot, ready: MainWindow, game: Path
) -> None:
    game.rename(game.with_name("away.py"))
    click_run(ready)
    assert "Not started. There is no file" in said(ready)[0]
    game.with_name("away.py").rename(game)
    qtbot.waitUntil(lambda: said(ready) == [])


def test_so_it_does_for_a_script_that_could_not_be_opened(
    qtbot: QtBot, window: MainWindow, write: Write, game: Path
) -> None:
    game.rename(game.with_name("away.py"))
    window.choose(game)
    assert "There is no file" in window.pages.empty.messages.texts()[0]
    window.choose(game.with_name("nor this one.py"))
    assert "nor this one" in window.pages.empty.messages.texts()[0]
    game.with_name("nor this one.py").write_text("")
    qtbot.waitUntil(lambda: window.pages.empty.messages.texts() == [])


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["game.py"], SAVED),
        (["a.py"], "a.py was saved. game.py is not running."),
        (["a.py", "b.py"], "a.py and b.py were saved. game.py is not running."),
        (["a.py", "b.py", "c.py"], "a.py, b.py and c.py were saved. game.py is not running."),
    ],
)
def test_words(names: list[str], text: str) -> None:
    files = tuple(Path("/home/me") / name for name in names)
    assert Said(RUNS.not_run, (Reason(ReasonKind.CHANGED, files), "game.py"))() == text
