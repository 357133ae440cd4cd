"""Colours and icons: Fusion with our own light and dark palette and one accent colour.

GUI thread only. Every pair of text and background meets WCAG AA (a test computes
it). Follows the system's colour scheme unless the settings say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

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


def _sheet(c: Colours) -> str:
    folder = Path(str(resources.files("reloader_gui").joinpath("resources", "icons"))).as_posix()
    return f"""
QComboBox, QAbstractSpinBox {{ background: {c.raised}; color: {c.text};
    border: 1px solid {c.edge}; border-radius: 6px; padding: 5px 9px; min-height: 20px;
    selection-background-color: {c.selection}; selection-color: {c.text}; }}
QAbstractSpinBox {{ padding: 1px 0; min-height: 28px; }}
QComboBox:focus {{ border: 2px solid {c.accent}; padding: 4px 8px; }}
QAbstractSpinBox:focus {{ border: 2px solid {c.accent}; padding: 0; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{
    image: url("{folder}/down-{c.name}.svg"); width: 12px; height: 12px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{
    image: url("{folder}/up-{c.name}.svg"); width: 12px; height: 12px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button {{ background: transparent; border: none; width: 24px; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0 8px; min-height: 0;
    background: transparent; }}
QComboBox QAbstractItemView {{ background: {c.raised}; color: {c.text};
    border: 1px solid {c.edge}; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QCheckBox {{ color: {c.text}; spacing: 8px; padding: 4px 2px; border: 2px solid transparent;
    border-radius: 6px; }}
QCheckBox:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {c.edge};
    border-radius: 3px; background: {c.base}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url("{folder}/check-{c.name}.svg"); }}
QPushButton, QToolButton {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line};
    border-radius: 6px; padding: 5px 12px; min-height: 20px; }}
QToolButton {{ padding: 5px 7px; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton:hover, QToolButton:hover {{ border-color: {c.edge}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: 4px 11px; }}
QToolButton:focus {{ padding: 4px 6px; }}
QPushButton:disabled {{ color: {c.disabled}; background: transparent; }}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; font-weight: 600;
    border-color: {c.accent}; }}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{
    background: {c.accent_pressed}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.line}; color: {c.quiet};
    border-color: {c.line}; }}
QPushButton[role="flat"] {{ background: transparent; border-color: transparent; color: {c.quiet};
    padding: 3px 8px; text-align: left; }}
QPushButton[role="flat"]:hover {{ color: {c.text}; border-color: {c.line}; }}
QPushButton[role="flat"]:focus {{ border: 2px solid {c.accent}; padding: 2px 7px; }}
QToolButton[role="flat"] {{ background: transparent; border-color: transparent; padding: 2px; }}
QToolButton[role="flat"]:hover {{ border-color: {c.edge}; }}
QLineEdit {{ background: {c.base}; color: {c.text}; placeholder-text-color: {c.quiet};
    border: 1px solid {c.edge}; border-radius: 6px; padding: 5px 9px; min-height: 20px;
    selection-background-color: {c.selection}; selection-color: {c.text}; }}
QLineEdit:focus {{ border: 2px solid {c.accent}; padding: 4px 8px; }}
QLineEdit:disabled {{ background: {c.window}; color: {c.quiet}; border-color: {c.line}; }}
QLineEdit[waits="true"] {{ border: 2px solid {c.accent}; padding: 4px 8px;
    background: {c.note_back}; }}
QAbstractScrollArea#outputView {{ background: {c.base}; border: 1px solid {c.line};
    border-radius: 6px; }}
QAbstractScrollArea#outputView:focus {{ border-color: {c.accent}; }}
QScrollBar {{ background: {c.window}; border: none; }}
QScrollBar:vertical {{ width: 14px; }}
QScrollBar:horizontal {{ height: 14px; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QLabel#statusLabel {{ padding: 2px 2px; }}
QLabel#statusLabel[mood="confirm"] {{ color: {c.accent}; font-weight: 600; }}
QLabel#statusLabel[mood="trouble"] {{ color: {c.trouble}; font-weight: 600; }}
QFrame[role="note"] {{ background: {c.note_back}; border: 1px solid {c.line};
    border-radius: 6px; }}
QFrame#errorCard {{ background: {c.trouble_back}; border: 1px solid {c.line};
    border-left: 4px solid {c.trouble}; border-radius: 6px; }}
QFrame#errorCard QLabel[role="title"] {{ color: {c.trouble}; font-weight: 600; }}
QFrame#dropTarget {{ background: {c.base}; border: 2px dashed {c.edge}; border-radius: 12px; }}
QFrame#dropTarget[aimed="true"] {{ border-color: {c.accent}; background: {c.note_back}; }}
QLabel[role="headline"] {{ font-size: 20px; font-weight: 600; }}
QLabel[role="quiet"] {{ color: {c.quiet}; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: 4px; }}
"""


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
