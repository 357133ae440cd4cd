"""In a traceback the user's own lines stand out: the others are paler."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pictures import whole_picture
from reloader_core import Spool
from reloader_gui.output.look.palette import CONTRAST, contrast, parse
from reloader_gui.output.look.scroll import Spot
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.scrolled_rows import MARGIN
from reloader_gui.output.text.frames import Frames
from reloader_gui.ui import theme
from reloader_gui.ui.theme import Colours

TRACEBACK = """\
before
Traceback (most recent call last):
  File "{folder}/game.py", line 3, in <module>
    json.loads(text)
    ~~~~~~~~~~^^^^^^
  File "/usr/lib/python3.13/json/__init__.py", line 346, in loads
    return _default_decoder.decode(s)
           ~~~~~~~~~~~~~~~~~~~~~~~^^^
  [Previous line repeated 3 more times]
  File "{folder}/.venv/lib/python3.13/site-packages/x.py", line 2, in f
    y
  File "helper.py", line 1, in g
    z
  File "<frozen importlib._bootstrap>", line 1360, in _find
json.decoder.JSONDecodeError: Expecting value: line 1
    an indented line of the script's
"""
FOREIGN = (5, 6, 7, 8, 9, 10, 13)


@pytest.mark.posix
def test_which_rows_are_about_files_of_others(tmp_path: Path) -> None:
    frames = Frames(tmp_path)
    lines = TRACEBACK.format(folder=tmp_path).splitlines()
    assert tuple(at for at, line in enumerate(lines) if frames.is_foreign(line)) == FOREIGN
    grouped = Frames(tmp_path)
    rows = ["  | Traceback:", '  |   File "/usr/x.py", line 1, in f', "  |     y", "  | E: x"]
    assert [grouped.is_foreign(row) for row in rows] == [False, True, True, False]


def palest(image: QImage, top: int, height: int, base: str) -> float:
    """The best contrast that a letter in these rows of pixels has."""
    rows = QImage(image.width() // 2, height, QImage.Format.Format_RGB32)
    rows.fill(QColor(base))
    painter = QPainter(rows)
    painter.drawImage(-MARGIN, -top, image)
    painter.end()
    pixels = memoryview(rows.constBits()).cast("I")
    colours = {f"#{pixel & 0xFFFFFF:06x}" for pixel in pixels}
    return max(contrast(parse(each), parse(base)) for each in colours)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_they_are_paler_also_where_their_frame_begins_above(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, spool: Spool, colours: Colours
) -> None:
    theme.apply(qapp, colours)
    pane = OutputPane(spool, tmp_path)
    qtbot.addWidget(pane)
    pane.set_colours(colours)
    pane.set_wraps(False)
    pane.resize(700, 400)
    pane.show()
    qtbot.waitExposed(pane)
    spool.write(1, TRACEBACK.format(folder=tmp_path).encode() + b"more\n" * 40)
    pane.refresh()
    height = pane.fonts.height
    for first in (3, 7):
        pane.go_to(Spot(first))
        image = whole_picture(pane)
        best = [palest(image, MARGIN + row * height, height, colours.base) for row in range(5)]
        pale = [best[at - first] for at in FOREIGN if 0 <= at - first < 5]
        plain = [best[at - first] for at in range(first, first + 5) if at not in FOREIGN]
        assert all(CONTRAST <= each < 0.9 * min(plain or [100]) for each in pale), (first, best)
    theme.apply(qapp, theme.LIGHT)
