"""Makes packaging/windows/reloader.ico from the window's own SVG; run it when that changes.

`.venv/bin/python packaging/windows/icon.py`. Needs PySide6, which the build of the packages does
not; so the icon is kept in the checkout.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
SVG = HERE.parents[1] / "reloader_gui" / "resources" / "icons" / "reloader.svg"
ICO = HERE / "reloader.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Explorer and the task bar ask for at 100 to 250 % scaling."""


def png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return content.data()


def ico(images: dict[int, bytes]) -> bytes:
    """The container: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)"""
    header = struct.pack("<HHH", 0, 1, len(images))
    offset = len(header) + 16 * len(images)
    entries = b""
    for size, content in images.items():
        small = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", small, small, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return header + entries + b"".join(images.values())


if __name__ == "__main__":
    svg = QSvgRenderer(str(SVG))
    ICO.write_bytes(ico({size: png(svg, size) for size in SIZES}))
