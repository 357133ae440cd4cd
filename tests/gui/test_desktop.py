"""What the desktop asks of the program: to open a file, and to be ready for the session's end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_gui.start.file_open import Openings
from reloader_gui.window.main_window import MainWindow

ROOT = Path(__file__).parents[2]
Write = Callable[[str, str], Path]


@pytest.fixture
def ask(
    clean_env: dict[str, str], tmp_path: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """ask(program, *args): runs it in a process of its own, with a home of its own."""

    def run(program: str, *args: object) -> subprocess.CompletedProcess[str]:
        names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME")
        folders = {name: str(tmp_path / "home") for name in names}
        folders["WIN_PD_OVERRIDE_LOCAL_APPDATA"] = str(tmp_path / "home")
        return subprocess.run(
            [sys.executable, "-c", program, *map(str, args)],
            env={**clean_env, **folders, "QT_QPA_PLATFORM": "offscreen"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


# -- the session's end

LOGGING_OUT = """
from PySide6.QtCore import SIGNAL, QTimer
from reloader_gui.start.file_open import Application
from reloader_gui import app as application
qt = Application([])
def look():
    asked = ("commitDataRequest(QSessionManager&)", "saveStateRequest(QSessionManager&)")
    print(sum(qt.receivers(SIGNAL(each)) for each in asked))
    window = next(each for each in qt.topLevelWidgets() if each.isVisible())
    window.finished.connect(lambda: print("closed in order"))
    qt.quit()
QTimer.singleShot(0, look)
application.run(qt, application.Options())
"""


@pytest.mark.slow
def test_a_logging_out_that_may_be_cancelled_closes_nothing(ask: Any) -> None:
    """Only its end does, which Qt tells of by aboutToQuit. (Nobody but Qt can make the session
    manager that those two signals carry.)"""
    done = ask(LOGGING_OUT)
    assert done.stdout.split("\n") == ["0", "closed in order", ""], done.stderr


# -- 'Open with'

OPENED_EARLY = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from reloader_gui.start.file_open import Application
from reloader_gui import app as application
qt = Application([])
QCoreApplication.postEvent(qt, QFileOpenEvent(sys.argv[1]))
def look():
    window = next(each for each in qt.topLevelWidgets() if each.isVisible())
    if window.page is None or window.page.run.python.found is None:
        QTimer.singleShot(20, look)
        return
    print(window.page.run.script.name, window.page.status.text())
    window.close()
QTimer.singleShot(0, look)
application.run(qt, application.Options())
"""


def test_a_script_that_the_program_was_started_with_is_ready(ask: Any, write: Write) -> None:
    script = write("game.py", "open('ran', 'w')\n")
    done = ask(OPENED_EARLY, script)
    assert done.stdout == "game.py Ready. Press Run.\n", done.stderr
    assert not script.with_name("ran").exists()


def test_what_comes_before_there_is_a_window_waits_for_it() -> None:
    openings = Openings()
    openings.take(Path("/early.py"))
    opened: list[Path] = []
    openings.deliver(opened.append)
    assert opened == [Path("/early.py")]
    openings.take(Path("/later.py"))
    assert opened == [Path("/early.py"), Path("/later.py")]


def test_a_script_that_is_opened_from_outside_is_ready(
    ready: MainWindow, engines: Any, write: Write
) -> None:
    other = write("other.py", "")
    ready.choose(other)
    assert ready.page is not None and ready.page.run.script == other
    assert engines == []
