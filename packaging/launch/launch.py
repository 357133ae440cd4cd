"""Starts the window of the packaged program: `runtime/bin/python3 -I app/launch.py`.

Isolated (-I), so that neither the current folder nor PYTHON* variables lead to other modules.
Only this process has app/lib on its path; a script runs on the runtime alone, or on its own Python.
"""

import sys
from pathlib import Path

APP = Path(__file__).resolve().parent
sys.path[:0] = [str(APP), str(APP / "lib")]

from reloader_gui.__main__ import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
