"""Colours and icons: Fusion with our own light and dark palette and one accent colour.

GUI thread only. Every pair of text and background meets WCAG AA (a test computes
it). Follows the system's colour scheme unless the settings say otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path
from string import Template

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QImageReader,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from reloader_core import frozen


@frozen
class Colours:
    """One scheme's tokens. `quiet` is text too; `line` and `edge` are not."""

    name: str
    window: str
    base: str
    raised: str
    hover: str
    text: str
    quiet: str
    disabled: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_pressed: str
    trouble: str
    trouble_back: str
    note_back: str
    selection: str
    found: str
    veil: float
    """How much of the background is mixed into the colours of older runs."""


LIGHT = Colours(
    name="light",
    window="#f4f5f7",
    base="#ffffff",
    raised="#ffffff",
    hover="#e9ecef",
    text="#1b1f24",
    quiet="#57606a",
    disabled="#6a717a",
    line="#d5d9de",
    edge="#868d96",
    accent="#0b5cad",
    on_accent="#ffffff",
    accent_pressed="#084a8c",
    trouble="#a8200d",
    trouble_back="#fdf0ee",
    note_back="#eaf2fb",
    selection="#b9d7f5",
    found="#ffe58a",
    veil=0.32,
)
DARK = Colours(
    name="dark",
    window="#1f2124",
    base="#17181b",
    raised="#2b2e33",
    hover="#3a3e45",
    text="#e6e8eb",
    quiet="#a6adb6",
    disabled="#929aa3",
    line="#3a3e45",
    edge="#7a828c",
    accent="#82b8f5",
    on_accent="#0d1420",
    accent_pressed="#a5cdf9",
    trouble="#ff9d8f",
    trouble_back="#3a2422",
    note_back="#20303f",
    selection="#2f567d",
    found="#5c4a00",
    veil=0.36,
)

HIGH_LIGHT = replace(
    LIGHT,
    window="#ffffff",
    hover="#dddddd",
    text="#000000",
    quiet="#2b2b2b",
    disabled="#5c5c5c",
    line="#5c5c5c",
    edge="#000000",
    accent="#003a8c",
    accent_pressed="#002459",
    trouble="#8a0000",
    trouble_back="#ffffff",
    note_back="#ffffff",
    veil=0.1,
)
HIGH_DARK = replace(
    DARK,
    window="#000000",
    base="#000000",
    raised="#000000",
    hover="#333333",
    text="#ffffff",
    quiet="#e0e0e0",
    disabled="#a8a8a8",
    line="#a8a8a8",
    edge="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_pressed="#fff0a6",
    trouble="#ffb3a8",
    trouble_back="#000000",
    note_back="#000000",
    selection="#0050b3",
    veil=0.1,
)


def colours_for(app: QApplication, choice: str = "system") -> Colours:
    """`choice`: system, light or dark. With more contrast where the system asks for that.

    The hint alone is not enough: where Qt knows no desktop theme (bare X11), it stays
    Unknown whatever is set.
    """
    if choice in ("light", "dark"):
        is_dark = choice == "dark"
    else:
        is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if wants_contrast(app):
        return HIGH_DARK if is_dark else HIGH_LIGHT
    return DARK if is_dark else LIGHT


def wants_contrast(app: QApplication) -> bool:
    """Whether the system is set to high contrast; Qt knows from its version 6.10 on."""
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def on_contrast_changed(app: QApplication, act: Callable[[], None]) -> None:
    hints = app.styleHints()
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: act())


def choose_scheme(app: QApplication, choice: str) -> None:
    """Tell the system, too: it draws the title bar and the file dialogs."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))


def apply(app: QApplication, colours: Colours) -> None:
    """Give the whole application these colours."""
    app.setPalette(palette(colours))
    app.setStyleSheet(_sheet(colours, QFontInfo(app.font()).pixelSize()))


def palette(colours: Colours) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.trouble),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.quiet),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    return made


def _sheet(colours: Colours, text_px: int) -> str:
    """resources/style.qss, in these colours; headings are larger than the user's usual text."""
    resource = resources.files("reloader_gui").joinpath("resources")
    template = Template(resource.joinpath("style.qss").read_text("utf-8"))
    icons = Path(str(resource.joinpath("icons"))).as_posix()
    headline, group = max(20, round(text_px * 1.6)), max(15, round(text_px * 1.25))
    return template.substitute(asdict(colours), icons=icons, headline=headline, group=group)


def icon(name: str, colour: str, disabled: str = "", gap: float = 0.0, size: int = 16) -> QIcon:
    """One of our own SVG icons in a colour; `disabled`: the colour while it cannot be used.

    `size`: in which it is shown, in pixels that do not depend on the scale: on each screen it
    is drawn in the screen's own pixels. `gap`: empty room on its right, as a part of its width,
    where words follow.
    """
    scales = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0, 2.0}
    return _icon(name, colour, disabled, gap, tuple(sorted(_whole(size * each) for each in scales)))


@lru_cache(maxsize=64)
def _icon(name: str, colour: str, disabled: str, gap: float, sizes: tuple[int, ...]) -> QIcon:
    made = QIcon()
    for size in sizes:
        drawn = _pixmap(name, colour, size, gap)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(
            _pixmap(name, disabled, size, gap) if disabled else drawn, QIcon.Mode.Disabled
        )
    return made


def _whole(pixels: float) -> int:
    """Rounded as Qt does, which asks for exactly so many."""
    return int(pixels + 0.5)


def app_icon() -> QIcon:
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(_pixmap("reloader", "", size))
    return made


@lru_cache(maxsize=64)
def _svg(name: str) -> str:
    icons = resources.files("reloader_gui").joinpath("resources", "icons")
    return icons.joinpath(f"{name}.svg").read_text("utf-8")


def _pixmap(name: str, colour: str, size: int, gap: float = 0.0) -> QPixmap:
    svg = _svg(name)
    buffer = QBuffer()
    buffer.setData(QByteArray(svg.replace("currentColor", colour).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    drawn = QPixmap.fromImage(reader.read())
    if not gap:
        return drawn
    wide = QPixmap(_whole(size * (1 + gap)), size)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
