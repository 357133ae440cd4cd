"""Where there is no editor the file is shown at the line, to read, with the ways to one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reloader_core import ScriptError
from reloader_gui.editors.find import NoEditor
from reloader_gui.settings.store import Settings
from reloader_gui.ui import system
from reloader_gui.window.file_view import FileView

# Of the offscreen platform.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")


def view(make_window: Any, qtbot: QtBot, script: Path, opened: list[str]) -> FileView:
    """What is shown of line 2, until an editor is chosen."""

    def open_file(file: Path, line: int | None, chosen: str, python: Path | None) -> None:
        if not chosen:
            raise NoEditor(file, line)
        opened.append(chosen)

    window = make_window(open_file=open_file)
    window.choose(script)
    window.page.card.show_error(ScriptError("NameError", "x", script, 2))
    assert window.page.card.strongest.text() == "Show line"
    window.page.card.strongest.click()
    qtbot.waitUntil(lambda: window.findChild(FileView) is not None)
    return window.findChild(FileView)  # type: ignore[no-any-return]


def test_the_file_is_shown_at_the_line(make_window: Any, qtbot: QtBot, tmp_path: Path) -> None:
    script = tmp_path / "game.py"
    script.write_text("score = 1\nprint(scoer)  # 得分\n", encoding="utf-8")
    shown = view(make_window, qtbot, script, [])
    assert "game.py, line 2" in shown.windowTitle()
    assert shown.text.textCursor().block().text() == "print(scoer)  # 得分"
    assert [number for number, _, _ in shown.text.lines_in_view()] == [1, 2, 3]
    assert shown.text.isReadOnly() and "No editor" in shown._sentence.text()
    shown.close()


@pytest.mark.skipif(sys.platform != "linux", reason="others have a question of their own")
def test_a_program_can_be_named_and_is_kept(
    make_window: Any, qtbot: QtBot, tmp_path: Path, asked: Any, settings: Settings
) -> None:
    script, opened = tmp_path / "game.py", list[str]()
    script.write_text("a\nb\n")
    shown = view(make_window, qtbot, script, opened)
    asked.answer = Path("/opt/my editor/bin/edit")
    button = shown.findChild(QPushButton, "openWithButton")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: opened == [str(asked.answer)])
    assert settings.text("editor") == str(asked.answer)


def test_how_other_systems_ask_and_show() -> None:
    file, environ = Path("/a b/game.py"), {"SYSTEMROOT": "C:\\Windows"}
    windows = system.open_with(file, "Which?", environ, "win32")
    assert windows is not None and windows[1:] == ["shell32.dll,OpenAs_RunDLL", str(file)]
    mac = system.open_with(file, "Which?", environ, "darwin")
    assert mac is not None and mac[-2:] == [str(file), "Which?"]
    assert system.open_with(file, "Which?", environ, "linux") is None
    selected = system.show_file(file, environ, "win32")
    assert selected is not None and selected[1:] == ["/select,", str(file)]
    assert system.show_file(file, environ, "darwin") == ["/usr/bin/open", "-R", str(file)]
    assert system.show_file(file, environ, "linux") is None
