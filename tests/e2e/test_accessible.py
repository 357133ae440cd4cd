"""What a screen reader gets from the real window, through AT-SPI.

Needs Xvfb, D-Bus, at-spi2-core and the system Python's gi; skipped where they are missing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BUS = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
NEEDED = ("xvfb-run", "dbus-run-session")

READER = """
import json, sys, time, gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
said = []
def hear(event):
    if "announcement" in event.type:
        said.append(event.any_data)
listener = Atspi.EventListener.new(hear)
listener.register("object:announcement")
listener.register("object:text-changed")
def walk(node):
    if node is not None:
        yield node
        for at in range(min(node.get_child_count(), 100)):
            yield from walk(node.get_child_at_index(at))
def entries():
    desktop = Atspi.get_desktop(0)
    nodes = [walk(desktop.get_child_at_index(at)) for at in range(desktop.get_child_count())]
    return [node.get_name() for each in nodes for node in each
            if node.get_role_name() in ("text", "entry")]
def terminal():
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        for node in walk(desktop.get_child_at_index(at)):
            if node.get_role_name() == "terminal":
                return node
deadline = time.monotonic() + 40
text = ""
ends = sys.argv[1]
while time.monotonic() < deadline and (ends not in text or ends not in str(said)):
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    try:
        node = terminal()
        text = Atspi.Text.get_text(node, 0, -1) if node else ""
    except GLib.GError:
        pass
    time.sleep(0.1)
print(json.dumps({"name": node.get_name(), "text": text, "said": said, "entries": entries()}))
"""
SESSION = """
"$BUS" --launch-immediately & bus=$!
"$PYTHON" -m reloader_gui --run "$SCRIPT" & window=$!
"$READS" -W ignore -c "$READER" "$ENDS"
kill $window; wait $window; kill $bus
"""


def can_read() -> bool:
    if not all(map(shutil.which, NEEDED)) or not BUS.exists() or not SYSTEM_PYTHON.exists():
        return False
    asks = "import gi; gi.require_version('Atspi', '2.0')"
    found = subprocess.run([SYSTEM_PYTHON, "-c", asks], stderr=subprocess.DEVNULL, check=False)
    return found.returncode == 0


NEEDS_A_READER = pytest.mark.skipif(
    not can_read(),
    reason="no screen reader's interface: apt-get install at-spi2-core python3-pyatspi xvfb dbus",
)
pytestmark = pytest.mark.linux


@pytest.fixture
def listen(clean_env: dict[str, str], tmp_path: Path) -> Callable[[Path, str], dict[str, Any]]:
    """listen(script, ends): runs it, and what a screen reader has got when `ends` has been
    shown and said."""

    def run(script: Path, ends: str) -> dict[str, Any]:
        env = {
            **clean_env,
            **{f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "CACHE")},
            "HOME": str(tmp_path),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "BUS": str(BUS),
            "PYTHON": sys.executable,
            "READS": str(SYSTEM_PYTHON),
            "READER": READER,
            "SCRIPT": str(script),
            "ENDS": ends,
        }
        command = ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", SESSION]
        done = subprocess.run(
            command,
            env=env,
            cwd=ROOT,
            capture_output=True,
            timeout=90,
            check=False,
        )
        assert b"text event for invalid interface" not in done.stderr
        heard: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return heard

    return run


@NEEDS_A_READER
def test_a_screen_reader_reads_and_is_told(
    listen: Callable[[Path, str], dict[str, Any]], write: Callable[[str, str], Path]
) -> None:
    script = write(
        "game.py",
        "import time\nprint('\\x1b[31mHello\\x1b[0m 你好')\n"
        "for n in range(60):\n    time.sleep(0.5)\n    print('tick', n)\n",
    )
    heard = listen(script, "tick 3")
    assert heard["name"] == "Output of your script"
    assert "  you pressed Run\nHello 你好\ntick 0\n" in heard["text"]
    assert "tick 3" in str(heard["said"])
    assert len(heard["said"]) <= 60


@NEEDS_A_READER
def test_a_screen_reader_is_told_of_messages_and_of_the_error(
    listen: Callable[[Path, str], dict[str, Any]], write: Callable[[str, str], Path]
) -> None:
    heard = listen(write("score.py", "score = 41\nprint(scoer + 1)\n"), "NameError")
    said = "\n".join(heard["said"])
    assert "From now on every save runs this script again." in said
    assert "Error. Line 2 of score.py NameError: name 'scoer' is not defined" in said


@NEEDS_A_READER
def test_a_screen_reader_hears_the_question_and_finds_it_at_the_input(
    listen: Callable[[Path, str], dict[str, Any]], write: Callable[[str, str], Path]
) -> None:
    heard = listen(write("ask.py", "print('Hello.')\ninput('What is your name? ')\n"), "your name?")
    assert "What is your name?" in heard["said"]
    assert "What is your name?" in heard["entries"]
