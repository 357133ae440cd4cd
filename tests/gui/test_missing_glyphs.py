"""Characters that matplotlib draws as boxes: what it says of them is explained by one line."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reloader_gui.run import missing_glyphs
from reloader_gui.texts.page import Lacking
from reloader_gui.window.main_window import MainWindow

OF_3_10 = (
    b"/home/ada/plot.py:6: UserWarning: Glyph 25104 (\\N{CJK UNIFIED IDEOGRAPH-6210}) missing from"
    b' font(s) DejaVu Sans.\n  plt.savefig("a.png")\n'
)
OF_3_5 = b"UserWarning: Glyph 25104 (\\N{CJK UNIFIED IDEOGRAPH-6210}) missing from current font.\n"
MINUS = b"UserWarning: Glyph 8722 (\\N{MINUS SIGN}) missing from font(s) SimHei.\n"
OTHER = b"UserWarning: Glyph 128013 (\\N{SNAKE}) missing from font(s) DejaVu Sans.\n"


@pytest.mark.parametrize(
    ("printed", "lacking"),
    [
        (OF_3_10, Lacking.CHINESE),
        (OF_3_5, Lacking.CHINESE),
        (MINUS, Lacking.MINUS),
        (OTHER, None),
        (OTHER + OF_3_5, Lacking.CHINESE),
        (b"one page is missing from the book\n", None),
    ],
)
def test_what_is_lacking_is_read_from_the_warning(printed: bytes, lacking: Lacking | None) -> None:
    assert missing_glyphs.find(printed) is lacking


@pytest.mark.parametrize("fonts", [["Arial", "Microsoft YaHei"], ["Arial"]])
def test_one_line_says_what_helps(
    qtbot: QtBot, ready: MainWindow, run: Any, monkeypatch: pytest.MonkeyPatch, fonts: list[str]
) -> None:
    page = ready.page
    assert page is not None
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda: fonts))
    page.run.printed.write(1, OF_3_10)
    page.run.printed.write(1, OF_3_10)
    qtbot.waitUntil(lambda: any("Chinese" in text for text in page.messages.texts()))
    said = next(text for text in page.messages.texts() if "Chinese" in text)
    line = 'plt.rcParams["font.sans-serif"] = ["Microsoft YaHei"]'
    assert (line in said) is (len(fonts) > 1)
    if len(fonts) > 1:
        buttons = page.messages.findChildren(QPushButton)
        next(each for each in buttons if each.text() == "Copy line").click()
        assert QGuiApplication.clipboard().text() == line
    run.running(2)
    qtbot.waitUntil(lambda: not any("Chinese" in text for text in page.messages.texts()))
