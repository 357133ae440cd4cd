"""The composition root: puts the window together, and takes it apart in order.

The end, however it begins (close, Ctrl+Q, SIGINT, SIGTERM, the desktop session's end):
save the settings, stop what runs, wait for the engines' threads, leave the event loop,
close the event log. What hangs meanwhile is waited for until a deadline. GUI thread.
"""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from reloader_core import EventLog, Message, Spool, frozen, prepare_host
from reloader_gui.output import voice
from reloader_gui.python import package_table
from reloader_gui.run.parts import Parts
from reloader_gui.settings.store import Settings
from reloader_gui.start.crash_log import LOG_NAME, Errors
from reloader_gui.start.deadline import Deadline
from reloader_gui.start.ending_signals import EndingSignals
from reloader_gui.start.file_open import Application
from reloader_gui.start.one_window import OneWindow, activation
from reloader_gui.texts import language
from reloader_gui.ui import system, theme
from reloader_gui.ui.front import come_forward
from reloader_gui.ui.garbage import collect_here
from reloader_gui.ui.program import (
    APP_NAME,
    config_folder,
    log_folder,
    output_folder,
    portable_folder,
)
from reloader_gui.ui.warm_up import WarmUp
from reloader_gui.window.main_window import MainWindow
from reloader_gui.window.open_script import Then

if TYPE_CHECKING:
    from reloader_gui.start.single_instance import Request

FLUSH_S = 2.0
"""A drive that does not take the settings in this time may never do so."""
PATIENCE_S = 5.0
"""After the grace period; then we leave, and the guardian ends what is left."""
LEAVING_S = 2.0
"""For that, if it can still be done in order."""


@frozen
class Options:
    """The command line, understood."""

    script: Path | None = None
    args: tuple[str, ...] = ()
    run: bool = False
    events: EventLog | None = None


class SharedLog:
    """One event log for the supervisors of all scripts; they report from their own threads."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._lock = threading.Lock()

    def write(self, message: Message) -> None:
        with self._lock:
            self._log.write(message)


def run(app: Application, options: Options, parts: Parts | None = None) -> int:
    """Show the window until it is closed; returns the exit code."""
    system.keep_few_heaps(system.THIS)
    collect_here()
    _introduce(app)
    errors = Errors(log_folder(), app)
    errors.install()
    voice.install()
    settings = Settings.load(config_folder())
    language.install(app, settings.text("language"))
    theme.choose_scheme(app, settings.text("theme"))
    one_window = OneWindow(app)
    wanted = settings.flag("one_window") and options.events is None
    if wanted and one_window.hand_over(options.script, options.args, run=options.run):
        return 0
    window = MainWindow(settings, parts=_completed(parts or Parts(), errors, options))
    _dress(app, window, settings)
    errors.happened.connect(window.say_problem)
    _end_in_order(app, window, settings)
    threading.Thread(target=Spool.remove_leftovers, args=(output_folder(),), daemon=True).start()
    _begin(window, settings, options, is_only=wanted and one_window.trouble is None)
    _listen(app, window, settings, one_window)
    app.openings.deliver(window.opening.choose_apart)
    window.show()
    QTimer.singleShot(0, lambda: app.setWindowIcon(theme.app_icon()))  # after the first paint
    WarmUp(load_ahead, window)
    gc.freeze()  # what was imported stays: to look through it for garbage takes 20 ms each time
    code = app.exec()
    settings.flush(FLUSH_S)
    if not window.wait_closed(LEAVING_S / 2):
        os._exit(code)  # a QThread that runs would abort the process in its destructor
    if options.events is not None:
        options.events.close()
    return code


def load_ahead() -> None:
    """What the first script, the first Run, the first error and the first look at the settings
    would wait for."""
    import reloader_gui.settings.page
    import reloader_gui.texts.explain.sentence  # noqa: F401
    from reloader_core import explain_error  # noqa: F401

    package_table.load()
    prepare_host()


def _introduce(app: QApplication) -> None:
    """Its names, its style, and where Qt remembers things."""
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName(APP_NAME)
    app.setDesktopFileName("reloader")
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    if (folder := portable_folder()) is not None:
        keep_dialogs_in(folder)


def _completed(parts: Parts, errors: Errors, options: Options) -> Parts:
    """With what only the whole program knows."""
    log = SharedLog(options.events).write if options.events is not None else parts.log
    return replace(parts, log_file=errors.file, log=log)


def _dress(app: QApplication, window: MainWindow, settings: Settings) -> None:
    """In its colours and its language, now and whenever others are chosen."""

    def dress() -> None:
        colours = theme.colours_for(app, settings.text("theme"))
        theme.apply(app, colours)
        window.set_colours(colours)

    dress()
    app.styleHints().colorSchemeChanged.connect(lambda _: dress())
    theme.on_contrast_changed(app, dress)
    window.theme_chosen.connect(lambda choice: theme.choose_scheme(app, choice))
    window.theme_chosen.connect(lambda _: dress())
    window.language_chosen.connect(lambda choice: language.install(app, choice))


def keep_dialogs_in(folder: Path) -> None:
    """Qt's file dialog remembers folders, in the user's home: nothing of a portable program
    is to stay on a strange computer."""
    user, native = QSettings.Scope.UserScope, QSettings.Format.NativeFormat
    QSettings.setPath(native, user, str(folder))


def _listen(
    app: QApplication, window: MainWindow, settings: Settings, one_window: OneWindow
) -> None:
    """As long as the setting is on and the window open."""

    def take(request: Request) -> bool:
        if not window.opening.take(Path(request.script), request.args, run=request.run):
            return False
        with activation(request.activation):
            come_forward(window)
        return True

    def follow(*_: object) -> None:
        if not settings.flag("one_window"):
            one_window.close()
            return
        one_window.listen(take)
        if one_window.trouble:
            window.say(one_window.trouble, key="one")
            one_window.trouble = None

    def leave() -> None:
        app.applicationStateChanged.disconnect(follow)
        window.settings_changed.disconnect(follow)
        one_window.close()

    follow()
    window.settings_changed.connect(follow)
    app.applicationStateChanged.connect(follow)  # the window that listened may be gone by now
    window.closing.connect(leave)


def _begin(window: MainWindow, settings: Settings, options: Options, *, is_only: bool) -> None:
    """What the window begins with: the command line's script, or the last one, and the tabs if
    there were several. Nothing runs unless --run says so."""
    tabs, last = list(settings.tabs), settings.last_script
    has_several = len(tabs) > 1 and (options.script is None or is_only)
    if has_several:
        shown = Path(last) if Path(last) in tabs else tabs[0]
        window.restore(tabs, shown if options.script is None else None)
    if options.script is not None:
        then = Then.RUN if options.run else Then.NOTHING
        window.opening.choose_apart(options.script, options.args or None, then)
    elif last and not has_several:
        window.choose(Path(last))
    for trouble in settings.troubles:
        window.say(trouble, key="settings")  # what the file's writer has to say takes its place


def _end_in_order(app: QApplication, window: MainWindow, settings: Settings) -> None:
    leave = QTimer(app, singleShot=True)
    leave.timeout.connect(app.exit)  # quit() asks the window, and that says 'not yet'
    folder = log_folder()
    deadline = Deadline(folder / LOG_NAME if folder is not None else Path(os.devnull))

    def on_closing() -> None:
        patience_s = settings.number("grace_s") + PATIENCE_S
        deadline.start(patience_s + LEAVING_S)
        leave.start(int(patience_s * 1000))

    window.closing.connect(on_closing)
    window.finished.connect(app.exit)
    signals = EndingSignals(app)
    signals.received.connect(lambda _: window.begin_close(force_if_closing=True))
    # Not at commitDataRequest: whoever logs out may be asked something by another program, and
    # cancel it.
    app.aboutToQuit.connect(window.begin_close)
