"""Several windows do not hide each other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reloader_gui.window.cascade import STEP, Cascade, aside

ROOM = QRect(100, 50, 1280, 800)


def test_each_window_takes_the_first_free_number(tmp_path: Path) -> None:
    first, second, third = (Cascade(tmp_path / "x") for _ in range(3))
    assert [each.number for each in (first, second, third)] == [0, 1, 2]
    del second
    assert Cascade(tmp_path / "x").number == 1
    assert third.number == 2


def test_a_killed_windows_number_is_free_again(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from reloader_gui.window.cascade import Cascade;"
        "held = Cascade(Path(sys.argv[1])); os._exit(held.number)"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=root, timeout=50)
    assert done.returncode == 0 and (tmp_path / "window-0.lock").exists()
    assert Cascade(tmp_path).number == 0


def test_without_a_folder_the_window_stays(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Cascade(tmp_path / "file").number == 0


@pytest.mark.parametrize("steps", range(1, 12))
@pytest.mark.parametrize("place", [(200, 100), (460, 210), (100, 50), (-400, 3000)])
def test_it_stays_on_the_screen(place: tuple[int, int], steps: int) -> None:
    window = QRect(*place, 920, 640)
    moved = aside(window, ROOM, steps)
    assert moved != window.topLeft()
    assert ROOM.contains(QRect(moved, window.size()))


def test_a_window_larger_than_the_screen_keeps_its_title_bar(qtbot: QtBot) -> None:
    moved = aside(QRect(0, 0, 4000, 3000), ROOM, 1)
    assert ROOM.contains(moved)


def test_the_second_window_steps_aside(qtbot: QtBot, tmp_path: Path) -> None:
    _first, second = Cascade(tmp_path), Cascade(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(10, 20, 300, 200)
    second.step_aside(window)
    assert window.geometry() == QRect(10 + STEP, 20 + STEP, 300, 200)
