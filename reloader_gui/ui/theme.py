"""Colours and icons: Fusion with our own light and dark palette and one accent colour.

GUI thread only. Every pair of text and background meets WCAG AA (a test computes
it). Follows the system's colour scheme unless the settings say otherwise.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from string import Template

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

ICON_SIZES = (16, 32, 48)


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme's tokens. `quiet` is text too; `line` and `edge` are not."""

    name: str
    window: str
    base: str
    raised: str
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
    text="#1b1f24",
    quiet="#57606a",
    disabled="#8b929a",
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
    text="#e6e8eb",
    quiet="#a6adb6",
    disabled="#757c85",
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


def colours_for(app: QApplication, choice: str = "system") -> Colours:
    """`choice`: system, light or dark.

    The hint alone is not enough: where Qt knows no desktop theme (bare X11), it stays
    Unknown whatever is set.
    """
    if choice in ("light", "dark"):
        return DARK if choice == "dark" else LIGHT
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def choose_scheme(app: QApplication, choice: str) -> None:
    """Tell the system, too: it draws the title bar and the file dialogs."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))


def apply(app: QApplication, colours: Colours) -> None:
    """Give the whole application these colours."""
    app.setPalette(palette(colours))
    app.setStyleSheet(_sheet(colours))


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


def _sheet(colours: Colours) -> str:
    """resources/style.qss, in these colours."""
    resource = resources.files("reloader_gui").joinpath("resources")
    template = Template(resource.joinpath("style.qss").read_text("utf-8"))
    icons = Path(str(resource.joinpath("icons"))).as_posix()
    return template.substitute(asdict(colours), icons=icons)


@lru_cache(maxsize=64)
def icon(name: str, colour: str, disabled: str = "", gap: float = 0.0) -> QIcon:
    """One of our own SVG icons in a colour; `disabled`: the colour while it cannot be used.

    `gap`: empty room on its right, as a part of its width, where words follow.
    """
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or colour)):
        for size in ICON_SIZES:
            made.addPixmap(_pixmap(name, tint, size, gap), mode)
    return made


def app_icon() -> QIcon:
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(_pixmap("reloader", "", size))
    return made


def _pixmap(name: str, colour: str, size: int, gap: float = 0.0) -> QPixmap:
    svg = (
        resources.files("reloader_gui")
        .joinpath("resources", "icons", f"{name}.svg")
        .read_text("utf-8")
    )
    buffer = QBuffer()
    buffer.setData(QByteArray(svg.replace("currentColor", colour).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    drawn = QPixmap.fromImage(reader.read())
    if not gap:
        return drawn
    wide = QPixmap(round(size * (1 + gap)), size)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
