"""Starts the packaged `reloader` command: `runtime/bin/python3 -I app/terminal.py SCRIPT`.

See launch.py.
"""

import sys
from pathlib import Path

APP = Path(__file__).resolve().parent
sys.path[:0] = [str(APP), str(APP / "lib")]

from reloader_core.__main__ import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
