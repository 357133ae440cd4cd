"""README's moving picture: a word is changed in an editor and saved, and the script starts again.

`packaging/dev.py shots --moving` makes it, with the real window, a real script and a plain text
field as 'any editor'. ImageMagick puts the pictures together.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPixmap, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

WINDOW = (560, 330)
EDITOR_WIDTH = 290
GAP = 12
COLOURS = 64
SHORT_CS, USUAL_CS, LONG_CS = 12, 60, 220
"""How long a picture stays, in hundredths of a second."""


class Editor(QWidget):
    """Any editor: a name and a text."""

    def __init__(self, file: Path, height: int) -> None:
        super().__init__()
        self.file = file
        self.title = QLabel(file.name)
        self.field = QPlainTextEdit(file.read_text(encoding="utf-8"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.field)
        self.field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.field.setCursorWidth(0)
        self.resize(EDITOR_WIDTH, height)
        self.show()

    def put(self, text: str) -> None:
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.title.setText(f"{self.file.name}  \N{BULLET}")

    def save(self) -> None:
        self.file.write_text(self.field.toPlainText(), encoding="utf-8")
        self.title.setText(f"{self.file.name}  (saved)")


class Film:
    """Pictures of editor and window side by side, each with its time."""

    def __init__(self, studio: Any, editor: Editor) -> None:
        self.studio = studio
        self.editor = editor
        self.taken: list[tuple[Path, int]] = []

    def take(self, time_cs: int) -> None:
        parts = [self.editor.grab(), self.studio.window.grab()]
        width = sum(part.width() for part in parts) + GAP
        size = QSize(width, max(part.height() for part in parts))
        picture = QPixmap(size)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, parts[0])
        painter.drawPixmap(parts[0].width() + GAP, 0, parts[1])
        painter.end()
        file = self.studio.home / f"moving-{len(self.taken):03}.png"
        picture.save(str(file))
        self.taken.append((file, time_cs))

    def develop(self, target: Path) -> None:
        command = ["convert", "-loop", "0"]
        for file, time_cs in self.taken:
            command += ["-delay", str(time_cs), str(file)]
        command += [
            "-dither",
            "None",
            "-colors",
            str(COLOURS),
            "-layers",
            "OptimizePlus",
            str(target),
        ]
        subprocess.run(command, check=True)


def film(studio: Any, game_text: str, helper_text: str) -> None:
    """`studio` is that of tests/e2e/shots.py."""
    helper = studio.script("moving/helper.py", helper_text)
    game = studio.script("moving/game.py", game_text)
    studio.scheme("light")
    studio.open(WINDOW)
    studio.ready(game)
    made = Film(studio, Editor(helper, studio.window.height()))
    made.take(USUAL_CS)
    studio.window.commands.run()
    studio.until(studio.shows("second 2"), "it runs")
    studio.page.messages.take_away("first run")
    studio.rest(300)
    made.take(LONG_CS // 2)
    before, _, after = helper_text.rpartition("Hello")
    for shown in ("Hell", "Hel", "He", "H", "Ho", "Hoo", "Hoor", "Hoora", "Hooray"):
        made.editor.put(before + shown + after)
        studio.rest(60)
        made.take(SHORT_CS)
    made.take(USUAL_CS)
    made.editor.save()
    studio.until(studio.shows("Hooray, world!"), "it has started again")
    studio.rest(150)
    made.take(USUAL_CS)
    for _ in range(2):
        studio.rest(450)
        made.take(USUAL_CS)
    made.take(LONG_CS)
    studio.folder.mkdir(parents=True, exist_ok=True)
    target = studio.folder / "moving.gif"
    made.develop(target)
    made.editor.close()
    print(target, f"{target.stat().st_size / 1e3:.0f} kB")
