"""Windows for tests: with a fake engine that the test plays by hand, or with the real one."""

from __future__ import annotations

import functools
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reloader_core import (
    Interpreter,
    Message,
    Origin,
    Reason,
    ReasonKind,
    Source,
    Spool,
    State,
    Status,
    Target,
)
from reloader_gui.editors.open_in_editor import Editing, OpenFile
from reloader_gui.run.package_advice import Advisers
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import Settings
from reloader_gui.texts import language
from reloader_gui.ui import theme
from reloader_gui.ui.garbage import collect_here
from reloader_gui.window.main_window import MainWindow

IN_VENV = Origin(Source.ENVIRONMENT, ".venv")
PYTHON = Interpreter(Path(os.path.realpath("/proc/self/exe")), "3.12.1", IN_VENV)


class FakeEngine:
    """Stands in for the engine's Supervisor: remembers commands, says what the test says."""

    made: list[FakeEngine] = []

    def __init__(
        self,
        target: Target,
        *,
        report: Callable[[Message], None],
        output: Callable[[int, bytes], None],
    ) -> None:
        self.target = target
        self.report = report
        self.output = output
        self.commands: list[tuple[Any, ...]] = []
        self.is_stubborn = False
        self._todo: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        FakeEngine.made.append(self)

    def run(self) -> None:
        while (act := self._todo.get()) is not None:
            act()
        self.report(Status(time.monotonic(), State.CLOSED, Reason(ReasonKind.QUIT)))

    def start(self, target: Target | None = None) -> None:
        self.commands.append(("start", target))

    def prepare(self, target: Target) -> None:
        self.commands.append(("prepare", target))

    def stop(self) -> None:
        self.commands.append(("stop",))

    def update(self, target: Target) -> None:
        self.commands.append(("update", target))

    def set_restart_on_save(self, on: bool) -> None:
        self.commands.append(("restart on save", on))

    def keep_restarting(self) -> None:
        self.commands.append(("keep restarting",))

    def tell_code(self) -> None:
        """Nothing is known of it."""

    def tell_position(self, *, from_c: bool = False) -> None:
        self.commands.append(("position", from_c))

    def tell_cpu_times(self) -> None:
        """So often that it is no command worth remembering."""

    def write_input(self, data: bytes) -> None:
        self.commands.append(("input", data))

    def close_input(self) -> None:
        self.commands.append(("end of input",))

    def quit(self) -> None:
        self.commands.append(("quit",))
        if not self.is_stubborn or self.commands.count(("quit",)) > 1:
            self._todo.put(None)

    # -- what the test makes it say, on its own thread

    def say(self, *messages: Message) -> None:
        done = threading.Event()

        def act() -> None:
            for message in messages:
                self.report(message)
            done.set()

        self._todo.put(act)
        assert done.wait(5)

    def status(self, state: State, kind: ReasonKind = ReasonKind.ASKED, **more: Any) -> None:
        files = more.pop("files", ())
        now = time.monotonic()
        more.setdefault("started", now)
        self.say(Status(more.pop("t", now), state, Reason(kind, files), **more))

    def running(self, run: int = 1, **more: Any) -> None:
        self.status(State.RUNNING, run=run, pid=4711, **more)

    def prints(self, run: int, text: str) -> None:
        done = threading.Event()
        self._todo.put(lambda: (self.output(run, text.encode()), done.set())[0])  # type: ignore[func-returns-value]
        assert done.wait(5)


@pytest.fixture
def engines() -> Iterator[list[FakeEngine]]:
    """The fake engines that were made, in order."""
    FakeEngine.made = []
    yield FakeEngine.made


@pytest.fixture
def fake_engine(engines: list[FakeEngine]) -> type[FakeEngine]:
    return FakeEngine


@pytest.fixture
def fake_parts(engines: list[FakeEngine]) -> Parts:
    return Parts(
        make_engine=FakeEngine,
        choose=lambda script, **_: PYTHON,
        list_pythons=lambda *_: (PYTHON,),
        advisers=Advisers(find_other=lambda *_: None),
    )


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The real engine's children get our environment: without this machine's PYTHON*."""
    for name in list(os.environ):
        if name.startswith("PYTHON"):
            monkeypatch.delenv(name)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(tmp_path / "xdg_cache_home"))


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    """With one run in it."""
    spool = Spool(tmp_path / "spool")
    spool.begin(1)
    yield spool
    spool.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path / "config")


class Asked:
    """Dialogs that answer at once with what the test has put there."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.folders: list[Path] = []
        self.names: list[str] = []
        self.with_colours = False

    def _ask(self, parent: Any, folder: Path, then: Callable[[Path], None]) -> None:
        self.folders.append(folder)
        if self.answer is not None:
            then(self.answer)

    ask_script = ask_new_script = ask_python = ask_program = _ask

    def ask_output_file(
        self, parent: Any, folder: Path, name: str, then: Callable[[Path, bool], None]
    ) -> None:
        self.names.append(name)
        if self.answer is not None:
            then(self.answer, self.with_colours)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def edited() -> list[tuple[Path, int | None]]:
    """The files that were opened in the editor, with the line."""
    return []


@pytest.fixture(autouse=True, scope="session")
def english(qapp: QApplication) -> None:
    """The plurals are in its file."""
    language.install(qapp)


@pytest.fixture(autouse=True)
def collected_here(qapp: QApplication) -> Iterator[None]:
    """As in the program; what belongs to no test of the window is collected as Python does it."""
    end = collect_here()
    yield
    end()


@pytest.fixture(scope="session")
def make_light(qapp: QApplication) -> Callable[[], None]:
    """Gives the application our light colours where it has others: that works out the look of
    every widget, also of those that the test before has left to be deleted."""

    def look() -> tuple[object, ...]:
        return qapp.styleSheet(), qapp.palette(), qapp.font(), qapp.style().name()

    light: tuple[object, ...] = ()

    def make() -> None:
        nonlocal light
        if look() != light:
            theme.apply(qapp, theme.LIGHT)
            qapp.setStyle("Fusion")
            light = look()

    return make


MakeWindow = Callable[..., MainWindow]
Write = Callable[[str, str], Path]


@pytest.fixture
def make_window(
    qtbot: QtBot,
    make_light: Callable[[], None],
    settings: Settings,
    fake_parts: Parts,
    asked: Asked,
    edited: list[tuple[Path, int | None]],
    tmp_path: Path,
) -> MakeWindow:
    """Makes shown windows; at the end they are closed, and all that they started is gone."""

    def end(window: MainWindow) -> None:
        window.begin_close()
        window.begin_close(force_if_closing=True)
        qtbot.waitUntil(lambda: window.wait_closed(0.01), timeout=10_000)

    make_light()

    def note(file: Path, line: int | None, chosen: str, python: Path | None) -> None:
        edited.append((file, line))

    def make(
        parts: Parts | None = None,
        own: Settings | None = None,
        open_file: OpenFile = note,
    ) -> MainWindow:
        window = MainWindow(
            own or settings,
            parts=parts or fake_parts,
            editing=Editing(open_file),
            dialogs=asked,  # type: ignore[arg-type]
            documents=lambda: tmp_path / "Documents",
        )
        window.set_colours(theme.LIGHT)
        # pytest-qt destroys widgets before fixtures end: a running thread would abort us.
        qtbot.addWidget(window, before_close_func=end)
        window.show()
        qtbot.waitExposed(window)
        return window

    return make


@pytest.fixture
def make_real_window(make_window: MakeWindow) -> MakeWindow:
    """Makes windows whose scripts run."""
    return functools.partial(make_window, parts=Parts())


@pytest.fixture
def window(make_window: Any) -> MainWindow:
    made: MainWindow = make_window()
    return made


@pytest.fixture
def game(write: Write) -> Path:
    return write("game.py", "print('hello')\n")


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow, game: Path) -> MainWindow:
    """The window with a script that is Ready and was never run."""
    window.choose(game)
    qtbot.waitUntil(lambda: window.page is not None)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.run.python.found is not None)
    return window


@pytest.fixture
def run(qtbot: QtBot, ready: MainWindow, engines: Any) -> Any:
    """The engine of a script that runs."""
    QTest.mouseClick(ready.bar.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(engines))
    engines[0].running()
    qtbot.waitUntil(ready.bar.stop.isEnabled, timeout=3000)
    return engines[0]


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip finds packages, instead of in the network."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith(("PIP_", "PYTHON"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder
