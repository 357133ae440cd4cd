"""`reloader-gui [--run] [--events FILE] [SCRIPT [ARGS...]]`: reads the command line and
finds out whether there is a display, before the window's code is imported.

Bad options, an event file that cannot be written, no display: one sentence on stderr,
exit code 2. A bad SCRIPT is said in the window.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reloader_gui.ui.program import version

if TYPE_CHECKING:
    from reloader_core import EventLog

BAD_START_CODE = 2
NO_DISPLAY = (
    "Reloader cannot open its window: there is no display here. Without one, use: reloader SCRIPT"
)

_QT_NEEDS = (
    "fontconfig libdbus-1-3 libegl1 libgl1 libglib2.0-0 libwayland-cursor0 libxcb-cursor0"
    " libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)


class CannotStart(Exception):
    """The text is one sentence for stderr."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CannotStart(f"{message}. Try 'reloader-gui --help'.")


def make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reloader-gui",
        usage="reloader-gui [--run] [--events FILE] [SCRIPT [ARGS...]]",
        description="A window that runs your Python script, shows what it prints, and runs it"
        " again each time you save it.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--run", action="store_true", help="run SCRIPT at once instead of waiting for Run")
    add("--events", metavar="FILE", help="append each state change as a line of JSON")
    add("--version", action="version", version=f"reloader-gui {version()}")
    add("command", nargs=argparse.REMAINDER, metavar="SCRIPT [ARGS...]", help="the script to show")
    return parser


def lacks_display(environ: Mapping[str, str], platforms_folder: Path | None) -> bool:
    """Whether Qt would need X11 or Wayland here, and the environment names neither.

    `platforms_folder`: Qt's platform plugins. Where xcb is among them it is what Qt uses.
    """
    if environ.get("QT_QPA_PLATFORM") or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return False
    return platforms_folder is not None and (platforms_folder / "libqxcb.so").is_file()


def main(argv: Sequence[str] | None = None) -> int:
    """The entry point; returns the exit code."""
    try:
        options = make_parser().parse_args(argv)
        return _show(options)
    except CannotStart as error:
        _say(str(error))
        return BAD_START_CODE


def _show(options: argparse.Namespace) -> int:
    # What is imported stays: to look for garbage in it was a tenth of the time until the window is
    # there. Later ui/garbage.py looks.
    gc.disable()
    try:
        from PySide6.QtCore import QLibraryInfo

        from reloader_gui.start.file_open import Application
    except ImportError as error:  # on a bare machine: libEGL.so.1, libGL.so.1, ...
        raise CannotStart(f"Reloader cannot open its window: {error}.{_remedy(error)}") from None
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if lacks_display(os.environ, plugins / "platforms"):
        raise CannotStart(NO_DISPLAY)
    with _one_sentence_instead_of_abort():
        app = Application(sys.argv[:1])
    from reloader_gui import app as application

    command: list[str] = options.command
    if command[:1] == ["--"]:
        command = command[1:]
    return application.run(
        app,
        application.Options(
            script=Path(command[0]) if command else None,
            args=tuple(command[1:]),
            run=options.run,
            events=_open_events(options.events),
        ),
    )


def _remedy(error: ImportError) -> str:
    """A wheel brings no system libraries. (Our packages name those that they need.)"""
    if "cannot open shared object file" not in str(error):  # as Linux' loader says it
        return ""
    return f" On Debian and Ubuntu all that it needs comes by: sudo apt install {_QT_NEEDS}"


def _open_events(file: str | None) -> EventLog | None:
    from reloader_core import EventLog

    try:
        return EventLog(Path(file)) if file else None
    except OSError as error:
        raise CannotStart(f"The event file {file} cannot be written: {error.strerror}.") from None


@contextlib.contextmanager
def _one_sentence_instead_of_abort() -> Iterator[None]:
    """Qt ends the process with SIGABRT where it cannot connect to the display, or lacks a
    system library. Its last message comes here first, and we leave in our own way."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    seen: list[str] = []

    def on_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            seen.append(text or "")
            return
        why = next((each for each in seen if "display" in each or "needed" in each), "")
        _say(f"Reloader cannot open its window ({why or text}). Without one, use: reloader SCRIPT")
        os._exit(BAD_START_CODE)

    qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(None)


def _say(text: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):  # pythonw has no stderr
        sys.stderr.write(f"reloader-gui: {' '.join(text.split())}\n")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
