"""Starts the window of the packaged program: `runtime/bin/python3 -I app/launch.py`.

Isolated (-I), so that neither the current folder nor PYTHON* variables lead to other modules.
Only this process has app/lib on its path; a script runs on the runtime alone, or on its own Python.
"""

import io
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

APP = Path(__file__).resolve().parent
sys.path[:0] = [str(APP), str(APP / "lib")]


def message_box(text: str) -> None:
    import ctypes

    ctypes.windll.user32.MessageBoxW(None, text, "Reloader", 0x10)  # MB_ICONERROR


def run(main: Callable[[], int], show: Callable[[str], None] = message_box) -> int:
    """A program that is double-clicked on Windows has no stderr: what it says there before it
    ends with an error is shown."""
    if sys.stderr is not None:
        return main()
    sys.stderr = said = io.StringIO()
    try:
        code = main()
    except Exception:  # noqa: BLE001 - the last chance to say why
        traceback.print_exc()
        code = 1
    finally:
        sys.stderr = None
    if code != 0 and said.getvalue():
        show(said.getvalue())
    return code


def window() -> int:
    from reloader_gui.__main__ import main

    return main()


if __name__ == "__main__":
    sys.exit(run(window))
