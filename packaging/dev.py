"""One command for everything a developer does: run, test, lint, shots, wine.

It needs nothing but a Python. This file stays readable for old Pythons (3.8 and later), so that
it can say which one is needed, or hand over to a newer one; the modules beside it need 3.11.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, Optional

OLDEST = (3, 11)
EPILOG = """\
run [ARGS]      start the program; without ARGS with a bundled example. Without a screen the same
                example runs in this terminal.
test [ARGS]     lint, types, all tests, and those that Windows must pass with its Python under Wine.
                ARGS go to pytest; with ARGS only the tests on this system run, or only those
                under Wine with --windows. --no-windows, --no-lint: without that.
                --fast: a part of them. It leaves out lint, Wine, packaging, stress, the whole
                window (tests/e2e and some files of tests/gui) and what is marked as slow; of what
                starts processes it runs one test a file, of what opens windows one case a test.
                With ARGS, so much of these (a file or folder that is named is not left out).
lint            ruff, mypy for Linux, Windows and macOS, zizmor for the workflows, and pip-audit
                for the locked packages.
shots           make the screenshots.
texts           bring the translations (reloader_gui/i18n) up to date with the texts, and say which
                sentences are still to be translated; make what is shipped of them.
wine -- ARGS    run a program in the Windows Python's prefix: wine -- python.exe -c "print(1)"
"""


def main() -> int:
    if sys.version_info < OLDEST:
        return hand_over()
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Sets up .venv in this checkout, then:",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=["run", "test", "lint", "shots", "texts", "wine"])
    # REMAINDER: what follows is the command's own, options included.
    parser.add_argument("args", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.args[:1] in (["-h"], ["--help"]):
        parser.print_help()
        return 0

    import _commands
    import _steps

    try:
        return _commands.COMMANDS[options.command](options.args)
    except _steps.Failed as failed:
        _steps.say(str(failed))
        return 1
    except KeyboardInterrupt:
        return 130


def hand_over() -> int:
    """Start again with a newer Python of this machine, or say that one is needed."""
    newer = find_newer()
    if newer is None:
        wanted = "%d.%d" % OLDEST
        print(
            "dev: this is Python %d.%d; Reloader needs Python %s or newer. Install it (python.org, "
            "or your system's packages: python%s and python%s-venv) and run this again."
            % (sys.version_info[0], sys.version_info[1], wanted, wanted, wanted)
        )
        return 1
    command = [newer, *sys.argv]
    if os.name == "nt":  # there exec* returns to the shell before the program has ended
        return subprocess.call(command)
    os.execv(newer, command)


def find_newer() -> Optional[str]:
    program = "import sys; print(sys.executable) if sys.version_info >= %r else sys.exit(1)"
    for candidate in candidates():
        try:
            asked = subprocess.run(
                [*candidate, "-c", program % (OLDEST,)],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                stdin=subprocess.DEVNULL,
                text=True,
                timeout=20,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if asked.returncode == 0 and asked.stdout.strip():
            return asked.stdout.strip()
    return None


def candidates() -> Iterator[List[str]]:
    """Commands that may be a new enough Python, the best first. Shims may lie: try each."""
    minors = range(14, OLDEST[1] - 1, -1)
    places = [None, "/usr/local/bin", "/opt/homebrew/bin"]
    for minor in minors:
        if os.name == "nt" and shutil.which("py"):
            yield ["py", "-3.%d" % minor]
        for place in places:
            found = shutil.which("python3.%d" % minor, path=place)
            if found:
                yield [found]
    pyenv = Path(os.environ.get("PYENV_ROOT") or str(Path.home() / ".pyenv"))
    for minor in minors:
        for found_path in sorted(pyenv.glob("versions/3.%d.*/bin/python3" % minor), reverse=True):
            yield [str(found_path)]
        framework = "/Library/Frameworks/Python.framework/Versions/3.%d/bin/python3" % minor
        if os.path.exists(framework):
            yield [framework]


if __name__ == "__main__":
    sys.exit(main())
