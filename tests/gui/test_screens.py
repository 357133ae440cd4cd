"""Where the window opens: no larger than the screen, whatever that is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from reloader_gui.window.placement import fitted

ROOT = Path(__file__).parents[2]
ROOM = QRect(100, 50, 1280, 800)

OPENS = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication
from reloader_gui.ui import theme
from reloader_gui.window.main_window import MainWindow
from reloader_gui.settings.store import Settings
qt = QApplication([])
qt.setStyle("Fusion")
theme.apply(qt, theme.LIGHT)
settings = Settings.load(Path(sys.argv[1]))
def show(place=None):
    window = MainWindow(settings)
    window.set_colours(theme.LIGHT)
    if place is not None:
        window.setGeometry(place)
    window.show()
    qt.processEvents()
    room = window.screen().availableGeometry()
    print(json.dumps([room.getRect(), window.frameGeometry().getRect()]))
    window.close()
    settings.flush(10)
if sys.argv[2:]:
    show(QRect(*map(int, sys.argv[2:])))
else:
    show()
"""


def opens(
    env: dict[str, str], folder: Path, screens: list[tuple[int, int, int, int]], *place: int
) -> tuple[QRect, QRect]:
    """(the screen's room, the window with its frame), in the window's own pixels."""
    names = ("x", "y", "width", "height")
    same = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config = {
        "screens": [
            {**dict(zip(names, each, strict=True)), **same, "name": f"screen {number}"}
            for number, each in enumerate(screens)
        ]
    }
    # By its name alone: Qt would take the colon of a Windows path for its own.
    (folder / "screens.json").write_text(json.dumps(config))
    platform = "offscreen:configfile=screens.json"
    done = subprocess.run(
        [sys.executable, "-c", OPENS, str(folder / "config"), *map(str, place)],
        env={**env, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)},
        cwd=folder,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    room, window = json.loads(done.stdout)
    return QRect(*room), QRect(*window)


@pytest.mark.parametrize(
    ("size", "scale"), [((1366, 768), "1.5"), ((1280, 720), "2"), ((1920, 1080), "1")]
)
def test_the_first_window_fits_on_the_screen(
    clean_env: dict[str, str], tmp_path: Path, size: tuple[int, int], scale: str
) -> None:
    env = {**clean_env, "QT_SCALE_FACTOR": scale}
    room, window = opens(env, tmp_path, [(0, 0, *size)])
    assert room.width() == pytest.approx(size[0] / float(scale), abs=1)
    assert room.contains(window), (room, window)


def test_a_window_of_a_screen_that_is_gone_comes_to_the_one_that_is_there(
    clean_env: dict[str, str], tmp_path: Path
) -> None:
    large = [(0, 0, 1366, 768), (1366, 0, 3840, 2160)]
    _, was = opens(clean_env, tmp_path, large, 1500, 100, 3000, 1800)
    assert was.contains(QRect(1500, 100, 3000, 1800))
    _, again = opens(clean_env, tmp_path, large)
    assert again == was, "both screens are there"
    room, window = opens({**clean_env, "QT_SCALE_FACTOR": "2"}, tmp_path, large[:1])
    assert room.contains(window), (room, window)


@pytest.mark.parametrize("place", [QRect(100, 50, 1280, 800), QRect(300, 200, 640, 480)])
def test_what_fits_stays_where_it_is(place: QRect) -> None:
    assert fitted(place, ROOM) == place


@pytest.mark.parametrize(
    "place", [QRect(0, 0, 4000, 3000), QRect(-900, 60, 800, 600), QRect(1300, 900, 700, 300)]
)
def test_what_does_not_fit_is_made_to_with_room_for_its_title_bar(place: QRect) -> None:
    made = fitted(place, ROOM)
    assert ROOM.contains(made)
    assert made.y() > ROOM.y() and made.size() == made.size().boundedTo(place.size())
