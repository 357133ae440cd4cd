from __future__ import annotations

from importlib import resources

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from reloader_gui.ui import theme
from reloader_gui.ui.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Colours

ALL = {"light": LIGHT, "dark": DARK, "high-light": HIGH_LIGHT, "high-dark": HIGH_DARK}


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str | QColor, second: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    one, other = sorted((luminance(QColor(first)), luminance(QColor(second))), reverse=True)
    return (one + 0.05) / (other + 0.05)


def under_veil(text: str, colours: Colours) -> QColor:
    above, below, part = QColor(colours.base), QColor(text), colours.veil
    mixed = ((above.redF(), below.redF()), (above.greenF(), below.greenF()))
    red, green, blue = (
        a * part + b * (1 - part) for a, b in (*mixed, (above.blueF(), below.blueF()))
    )
    return QColor.fromRgbF(red, green, blue)


@pytest.mark.parametrize("colours", ALL.values(), ids=ALL)
def test_every_text_meets_wcag_aa(colours: Colours) -> None:
    c = colours
    pairs: dict[str, list[tuple[str | QColor, str]]] = {
        "text": [(c.text, b) for b in (c.window, c.base, c.raised, c.note_back, c.trouble_back)],
        "selected": [(c.text, c.selection), (c.text, c.hover)],
        "quiet": [(c.quiet, b) for b in (c.window, c.base, c.note_back, c.trouble_back)],
        "accent": [(c.accent, b) for b in (c.window, c.base, c.trouble_back)],
        "on accent": [(c.on_accent, c.accent), (c.on_accent, c.accent_pressed)],
        "trouble": [(c.trouble, b) for b in (c.window, c.trouble_back)],
        "disabled": [(c.disabled, b) for b in (c.window, c.base, c.raised)],
        "older runs": [(under_veil(c.text, c), c.base)],
    }
    low = {
        what: [round(contrast(*pair), 2) for pair in listed if contrast(*pair) < 4.5]
        for what, listed in pairs.items()
    }
    assert not {what: ratios for what, ratios in low.items() if ratios}


@pytest.mark.parametrize("colours", ALL.values(), ids=ALL)
def test_edges_of_fields_meet_three_to_one(colours: Colours) -> None:
    for back in (colours.window, colours.base, colours.raised):
        assert contrast(colours.edge, back) >= 3


def test_every_icon_is_drawn_in_its_colour(qapp: QApplication) -> None:
    folder = resources.files("reloader_gui").joinpath("resources", "icons")
    names = [file.name.removesuffix(".svg") for file in folder.iterdir()]
    assert len(names) > 10
    for name in names:
        if name.endswith(("-light", "-dark")) or name == "reloader":
            continue
        image = theme.icon(name, "#ff0000").pixmap(QSize(16, 16)).toImage()
        pixels = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        solid = [pixel for pixel in pixels if pixel.alpha() > 200]
        assert solid and all(pixel.red() > 200 > pixel.green() for pixel in solid), name


def test_the_users_choice_beats_the_system(qapp: QApplication) -> None:
    assert theme.colours_for(qapp, "dark") is DARK
    assert theme.colours_for(qapp, "light") is LIGHT
    assert theme.colours_for(qapp, "system") in (LIGHT, DARK)


def test_what_can_be_chosen_is_shown_as_a_list(qtbot: QtBot, qapp: QApplication) -> None:
    """Not as Fusion's menu, which was too low for these choices: the last was cut in half."""
    box = QComboBox()
    qtbot.addWidget(box)
    before = qapp.palette(), qapp.styleSheet()
    theme.apply(qapp, LIGHT)
    try:
        hint = QStyle.StyleHint.SH_ComboBox_Popup
        assert not box.style().styleHint(hint, QStyleOptionComboBox(), box)
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])
