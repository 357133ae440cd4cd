"""Werkzeug's reloader around a script, as Flask uses it: werkzeug_run.py KIND SCRIPT

KIND: stat or watchdog. Runs in the benchmark's own environment.
"""

from __future__ import annotations

import os
import runpy
import sys

from werkzeug._reloader import run_with_reloader


def main() -> None:
    kind, script = sys.argv[1:3]
    sys.path[0] = os.path.dirname(script)  # as if the script itself made this call

    def run() -> None:
        runpy.run_path(script, run_name="__main__")

    run_with_reloader(run, extra_files=[script], reloader_type=kind)


if __name__ == "__main__":
    main()
