"""Characters that matplotlib draws as boxes, since its own font lacks them: read from its warning.

What helps is a line in the script that names a font of this computer. GUI thread, but for find().
https://matplotlib.org/stable/users/explain/text/fonts.html
"""

from __future__ import annotations

import re

from PySide6.QtGui import QFontDatabase

from reloader_gui.texts.page import Lacking

MARK = b" missing from "
_WARNING = re.compile(rb"Glyph (\d+) \(.{1,200}?\) missing from (?:font\(s\)|current font)")
_MINUS = 0x2212
_FONTS = (  # as matplotlib calls them
    ("Microsoft YaHei", "Microsoft YaHei"),
    ("SimHei", "SimHei"),
    ("Arial Unicode MS", "Arial Unicode MS"),
    ("Heiti TC", "Heiti TC"),
    ("Noto Sans SC", "Noto Sans SC"),
    ("Noto Sans CJK SC", "Noto Sans CJK JP"),  # of a file with several it knows the first
    ("Source Han Sans SC", "Source Han Sans SC"),
    ("WenQuanYi Micro Hei", "WenQuanYi Micro Hei"),
)


def find(data: bytes) -> Lacking | None:
    """In what was printed, quickly where there is nothing. Any thread."""
    if MARK not in data:
        return None
    for found in _WARNING.finditer(data):
        code = int(found[1])
        if code == _MINUS:
            return Lacking.MINUS
        if 0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF:
            return Lacking.CHINESE
    return None


def remedy(lacking: Lacking) -> str:
    """The line for the script; empty where this computer has no such font."""
    if lacking is Lacking.MINUS:
        return 'plt.rcParams["axes.unicode_minus"] = False'
    here = set(QFontDatabase.families())
    name = next((called for family, called in _FONTS if family in here), "")
    return f'plt.rcParams["font.sans-serif"] = ["{name}"]' if name else ""
