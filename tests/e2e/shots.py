"""Pictures of the window in all its states, with real scripts and the real engine.

    python tests/e2e/shots.py [--pseudo|--chinese|--moving|--stills] [FOLDER]

FOLDER is build/shots if none is named.

--moving: only README's moving picture (tests/support/moving.py); --stills: its others (stills.py).
With --pseudo they are in a language that nobody speaks: what is not in its brackets cannot be
translated, and what is cut has no room for longer words. With --chinese the language is changed
before each picture, and back after it.

Needs a display; `packaging/dev.py shots` starts it inside an Xvfb. Sizes are fixed, the
home folder and all settings are temporary ones. Not a test: it only makes pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reloader_core import InterpreterMissing, Problem, State
from reloader_gui.output.pane import OutputPane
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.page.run_page import RunPage
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import Settings
from reloader_gui.texts import language
from reloader_gui.ui import theme
from reloader_gui.window.dialogs import Dialogs
from reloader_gui.window.main_window import MainWindow

USUAL = (920, 640)
SMALL = (640, 420)
LARGE = (1240, 860)
PATIENCE_S = 15.0

GAME = """\
import time
from helper import greet

print(greet("world"))
for second in range(1, 1000):
    print(f"second {second}: the ball is at x = {second * 4}")
    time.sleep(0.4)
"""
HELPER = 'def greet(who):\n    return f"{WORD}, {who}!"\n\n\nWORD = "Hello"\n'
CRASH = """\
score = 41
print("Let us count.")
score = scoer + 1
print(score)
"""
CHINESE = """\
print("你好，世界！ Grüße, 🐍 привет")
for name in ["小明", "小红", "Ada"]:
    print(f"{name}：得分 {len(name) * 21}")
answer = input("你叫什么名字？ ")
print("再见，", answer)
"""
ASK = 'name = input("What is your name? ")\nprint(f"Nice to meet you, {name}.")\n'
LOOP3 = "import sys\nprint('starting')\nsys.exit(3)\n"
COLOURS = r"""
import time
for n in range(8):
    print(f"\x1b[{30 + n}mcolour {n}\x1b[0m  \x1b[{90 + n}mbright {n}\x1b[0m  "
          f"\x1b[{40 + n}m on {n} \x1b[0m  \x1b[1;{30 + n}mbold\x1b[0m  \x1b[2;{30 + n}mdim\x1b[0m")
print("\x1b[3mitalic\x1b[0m \x1b[4munderlined\x1b[0m \x1b[9mstruck\x1b[0m \x1b[7mreversed\x1b[0m")
for n in range(0, 24):
    print(f"\x1b[38;2;{n * 10};{255 - n * 10};120m#\x1b[0m\x1b[48;5;{16 + n * 9}m \x1b[0m", end="")
print()
print("┌──────────┬──────────┐\n│ 你好世界 │ 🐍 snake │")
print("│ abcdefgh │ ❤ Grüße  │\n└──────────┴──────────┘")
print("привет  שלום  مرحبا  e\u0301  see https://docs.python.org/3/")
print('  File "colours.py", line 2, in <module>')
print("a very long line " + "and so on " * 60)
time.sleep(60)
"""
BARS = r"""
import time
for step in range(41):
    for row, name in enumerate(("photos", "videos", "letters")):
        done = min(40, step * (row + 2) // 2)
        bar = f"\x1b[32m{'█' * done}\x1b[90m{'░' * (40 - done)}\x1b[0m"
        print(f"{name:8} {bar} {done * 100 // 40:3} %")
    print("\x1b[3A", end="", flush=True)
    time.sleep(0.01)
print("\n\n\nAll of them are done.")
time.sleep(60)
"""
LONG = (
    "for n in range(300):\n    print(f'line {n} of a long output')\nimport time; time.sleep(60)\n"
)


def text_in(pane: OutputPane) -> str:
    """All of it, as it is saved."""
    return "".join(text_of(everything(pane.document)))


class Studio:
    """One window after the other, each photographed and closed."""

    def __init__(self, app: QApplication, folder: Path, home: Path) -> None:
        self.app = app
        self.folder = folder
        self.language = language.ENGLISH
        """Of the pictures; what is waited for is English."""
        self.home = home
        self.colours = theme.LIGHT
        self.settings = Settings(home / "settings.toml")
        self.window = self._window()

    def _window(self, parts: Parts | None = None) -> MainWindow:
        window = MainWindow(
            self.settings,
            parts=parts,
            dialogs=Dialogs(),
            documents=lambda: self.home / "Documents",
        )
        window.set_colours(self.colours)
        return window

    def scheme(self, choice: str) -> None:
        theme.choose_scheme(self.app, choice)
        self.colours = theme.colours_for(self.app, choice)
        theme.apply(self.app, self.colours)
        self.window.set_colours(self.colours)

    def open(self, size: tuple[int, int], parts: Parts | None = None) -> None:
        self.close()
        self.window = self._window(parts)
        self.window.resize(*size)
        self.window.move(10, 10)
        self.window.show()

    def close(self) -> None:
        self.window.begin_close()
        self.until(lambda: self.window.wait_closed(0.01), "closed")
        self.window.hide()
        self.window.deleteLater()

    def script(self, name: str, text: str) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def page(self) -> RunPage:
        assert self.window.page is not None
        return self.window.page

    def until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > deadline:
                self.shoot("failed")
                raise SystemExit(f"shots: waited in vain until {what}")
            self.rest(20)

    def rest(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def shows(self, text: str) -> Callable[[], bool]:
        return lambda: text in text_in(self.page.output)

    def says(self, text: str) -> Callable[[], bool]:
        return lambda: text in self.page.status.text()

    def ready(self, path: Path) -> None:
        """While another script runs it would open in a tab."""
        if (page := self.window.page) is not None and page.run.is_busy:
            self.window.commands.stop()
            self.until(lambda: not page.run.is_busy, "it is stopped")
        self.window.choose(path)
        self.until(self.says("Ready. Press Run."), "ready")

    def shoot(self, name: str) -> None:
        """At rest: what lasts less than 300 ms is not in the picture."""
        self.rest(400)
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{name}.png"
        if self.language != language.ENGLISH:
            language.install(self.app, self.language)
            self.rest(100)
        self.window.grab().save(str(file))
        if self.language != language.ENGLISH:
            language.install(self.app)
            self.rest(100)
        print(file)


def take_all(studio: Studio) -> None:
    for scheme in ("light", "dark"):
        studio.scheme(scheme)
        take_each(studio, f"-{scheme}")
        take_output(studio, f"-{scheme}")
    studio.scheme("light")
    take_sizes(studio)
    take_rare(studio)


def take_each(studio: Studio, suffix: str) -> None:
    """The states that a user meets every day."""
    studio.settings = Settings(studio.home / "settings.toml")
    studio.open(USUAL)
    studio.shoot(f"empty{suffix}")
    helper = studio.script("ball/helper.py", HELPER)
    game = studio.script("ball/game.py", GAME)
    studio.ready(game)
    studio.shoot(f"ready{suffix}")
    studio.window.commands.run()
    studio.until(studio.shows("second 3"), "it runs")
    studio.shoot(f"first-run{suffix}")
    studio.page.messages.take_away("first run")
    helper.write_text(HELPER.replace("Hello", "Good morning"), encoding="utf-8")
    studio.until(studio.shows("Good morning"), "it runs again")
    studio.until(studio.says("Restarted"), "it says so")
    studio.shoot(f"restarted{suffix}")
    studio.until(
        lambda: (
            "Restarted" in studio.page.status.text()
            and studio.page.status.property("mood") == "calm"
        ),
        "calm",
    )
    studio.shoot(f"running{suffix}")
    helper.write_text(HELPER + "WORD = 'Oh\n", encoding="utf-8")
    studio.until(studio.says("cannot run: there is a mistake"), "the mistake is named")
    studio.shoot(f"not-restarted{suffix}")
    studio.window.commands.stop()
    studio.until(studio.says("Stopped by you"), "it is stopped")
    studio.shoot(f"stopped{suffix}")
    studio.ready(studio.script("ball/score.py", CRASH))
    studio.window.commands.run()
    studio.until(lambda: studio.page.card.isVisible(), "the card is there")
    studio.page.messages.take_away("first run")
    studio.shoot(f"crashed{suffix}")
    studio.ready(studio.script("项目 一/我的 程序.py", CHINESE))
    studio.window.commands.run()
    studio.until(studio.shows("你叫什么名字"), "it asks")
    studio.page.messages.take_away("first run")
    studio.rest(400)
    studio.shoot(f"chinese{suffix}")
    studio.window.commands.toggle_settings()
    studio.shoot(f"settings{suffix}")
    studio.window.commands.toggle_settings()


def take_sizes(studio: Studio) -> None:
    studio.script("ball/helper.py", HELPER)
    for size, name in ((SMALL, "small"), (LARGE, "large")):
        studio.open(size)
        studio.shoot(f"empty-{name}")
        studio.ready(studio.script("ball/game.py", GAME))
        studio.window.commands.run()
        studio.until(studio.shows("second 3"), "it runs")
        studio.until(studio.says("Running"), "it says so")
        studio.shoot(f"running-{name}")
        studio.ready(studio.script("ball/score.py", CRASH))
        studio.window.commands.run()
        studio.until(lambda: studio.page.card.isVisible(), "the card is there")
        studio.shoot(f"crashed-{name}")


def take_output(studio: Studio, suffix: str) -> None:
    """What a script may print, and what the user does with it."""
    studio.open(USUAL)
    studio.ready(studio.script("colours.py", COLOURS))
    studio.window.commands.run()
    studio.until(studio.shows("and so on"), "all is printed")
    studio.page.messages.take_away("first run")
    studio.until(studio.says("Running"), "it says so")
    studio.shoot(f"output-colours{suffix}")
    studio.page.find_in_output()
    studio.page.find_bar.line.setText("co")
    studio.until(lambda: " of " in studio.page.find_bar.count.text(), "it is found")
    studio.page.set_times(True)
    studio.shoot(f"output-find-times{suffix}")
    studio.page.find_bar.close_bar()
    studio.page.set_times(False)
    studio.page.set_wraps(False)
    studio.page.output.select_all()
    studio.shoot(f"output-selected-unwrapped{suffix}")
    studio.page.set_wraps(True)
    studio.ready(studio.script("bars.py", BARS))
    studio.window.commands.run()
    studio.until(studio.shows("All of them"), "the bars are full")
    studio.page.messages.take_away("first run")
    studio.window.commands.run()
    studio.until(lambda: text_in(studio.page.output).count("All of them") == 2, "again")
    studio.page.output.scroll_by(-6)
    studio.shoot(f"output-bars-older-run{suffix}")


def take_rare(studio: Studio) -> None:
    studio.open(USUAL)
    studio.ready(studio.script("ask.py", ASK))
    studio.window.commands.run()
    studio.until(studio.shows("What is your name?"), "it asks")
    studio.page.messages.take_away("first run")
    studio.rest(400)
    studio.shoot("waits-for-input")
    studio.page.run.engine.send("Ada")
    studio.until(studio.says("Finished"), "it has ended")
    studio.shoot("finished")
    studio.ready(studio.script("three.py", LOOP3))
    studio.window.commands.run()
    studio.until(lambda: any("keeps asking" in t for t in studio.page.messages.texts()), "loop")
    studio.page.messages.take_away("first run")
    studio.shoot("exit-3-loop")
    studio.ready(studio.script("long.py", LONG))
    studio.window.commands.run()
    studio.until(studio.shows("line 299"), "all lines")
    studio.page.messages.take_away("first run")
    bar = studio.page.output.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    studio.until(studio.says("Running"), "it says so")
    studio.window.choose(studio.home / "notes.txt")
    studio.shoot("messages-and-latest")
    studio.window.commands.show_script_settings()
    studio.shoot("script-settings")
    studio.window.pages.show_current()
    studio.window.commands.stop()
    studio.until(
        lambda: studio.page.run.status is not None and studio.page.run.status.state is State.IDLE,
        "stopped",
    )

    def none(*_: object, **__: object) -> object:
        raise InterpreterMissing(Problem.NONE_FOUND)

    studio.open(USUAL, Parts(choose=none))  # type: ignore[arg-type]
    studio.window.choose(studio.home / "ask.py")
    studio.until(studio.says("No Python"), "none")
    studio.shoot("no-python")


def main() -> int:
    is_pseudo = "--pseudo" in sys.argv
    folders = [each for each in sys.argv[1:] if not each.startswith("--")]
    folder = Path(folders[0] if folders else "build/shots").absolute()
    with tempfile.TemporaryDirectory(prefix="shots-") as home:
        for name in ("HOME", "USERPROFILE"):
            os.environ[name] = home
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = f"{home}/.{name.lower()}"
        app = QApplication(sys.argv[:1])
        app.setStyle("Fusion")
        language.install(app)
        sys.path.append(str(Path(__file__).resolve().parents[1] / "support"))
        if is_pseudo:
            from pseudo import PseudoLanguage

            app.installTranslator(PseudoLanguage(app))
        studio = Studio(app, folder, Path(home))
        if "--chinese" in sys.argv:
            studio.language = language.CHINESE
        if "--moving" in sys.argv:
            from moving import film

            film(studio, GAME, HELPER)
        elif "--stills" in sys.argv:
            from stills import take_stills

            take_stills(studio)
        else:
            take_all(studio)
        studio.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
