"""In which line a running script is: told by the agent, and from C code by faulthandler."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reloader_core import CpuUsed, Position, Waits
from reloader_core.child import Dumped

PROGRAMS: dict[str, tuple[str, set[int], set[Waits | None]]] = {
    "works": ("x = 0\nprint('!', flush=True)\nwhile True:\n    x += 1\n", {3, 4}, {None}),
    "sleeps": (
        "import time\ndef rest():\n    print('!', flush=True)\n    time.sleep(60)\nrest()\n",
        {4},
        {Waits.NOTHING, None},
    ),
    "listens": (
        "import socket\ns = socket.create_server(('127.0.0.1', 0))\nprint('!', flush=True)\n"
        "s.accept()\n",
        {4},
        {Waits.NETWORK},
    ),
}
WAITS = {
    "sleeps": ("import time\nprint('!', flush=True)\ntime . sleep(60)\n", Waits.NOTHING),
    "listens": (PROGRAMS["listens"][0], Waits.NETWORK),
    "joins": (
        "import threading as t, time\na = t.Thread(target=time.sleep, args=(60,), daemon=True)\n"
        "a.start()\nprint('!', flush=True)\na.join()\n",
        Waits.THREAD,
    ),
    "works": (PROGRAMS["works"][0], None),
}
IN_C = """\
import sys
print(sorted(set(sys.modules) & {"faulthandler"}), flush=True)
def count():
    return sum(iter(int, 1))
count()
"""


@pytest.fixture
def ask(supervise: Callable[..., Any]) -> Callable[..., Position]:
    """Run this file until it has printed, and ask it."""

    def ask(file: Path, printed: str, lines: set[int], *, from_c: bool) -> Position:
        engine = supervise(file)
        engine.wait_text(printed)

        def positions() -> list[Position]:
            said = [each for each in engine.messages if isinstance(each, Position)]
            return [each for each in said if each.line in lines]

        def asked() -> bool:
            engine.supervisor.tell_position(from_c=from_c)
            return bool(positions())

        engine.wait(asked, "a line")  # it may have been on its way there still
        return positions()[-1]

    return ask


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_agent_says_in_which_line_it_is(
    ask: Callable[..., Position], folder: Path, name: str
) -> None:
    source, lines, waits = PROGRAMS[name]
    (folder / "one.py").write_text(source)
    position = ask(folder / "one.py", "!", lines, from_c=False)
    assert position.file.name == "one.py"
    assert position.waits in waits
    assert position.source in ("", *(source.splitlines()[line - 1].strip() for line in lines))


@pytest.mark.skipif(sys.platform == "darwin", reason="nobody knows, but who asks the script")
@pytest.mark.parametrize("name", WAITS)
def test_what_a_silent_script_waits_for_is_told(
    supervise: Callable[..., Any], folder: Path, name: str
) -> None:
    """By Linux; on Windows by a thread of the agent's, which sees it on the stack."""
    source, waits = WAITS[name]
    (folder / "one.py").write_text(source)
    engine = supervise(folder / "one.py")
    engine.wait_text("!")

    def is_told() -> bool:
        engine.supervisor.tell_cpu_times()
        told = [each.waits for each in engine.messages if isinstance(each, CpuUsed)]
        return len(told) >= 3 and told[-3:] == [waits] * 3

    engine.wait(is_told, waits)


@pytest.mark.posix
@pytest.mark.skipif(sys.platform == "win32", reason="faulthandler has no signals there")
def test_from_c_code_it_is_told_as_well(ask: Callable[..., Position], tmp_path: Path) -> None:
    folder = tmp_path / "数 \\x41"
    folder.mkdir()
    (folder / "c.py").write_text(IN_C)
    position = ask(folder / "c.py", "[]\n", {4}, from_c=True)  # nor does the script see how
    assert position.file == folder / "c.py"


@pytest.mark.posix
def test_a_name_is_recognized_as_faulthandler_writes_it() -> None:
    names = "/a/é/game.py", "/a/数/game.py", "/a/🐍/game.py", "/" + "long/" * 120 + "game.py"
    shown = "/a/\\xe9/game.py", "/a/\\u6570/game.py", "/a/\\U0001f40d/game.py", ""
    files = {Path(name) for name in names}
    for name, written in zip(names, shown, strict=True):
        dumped = Dumped(1, (("/usr/lib/queue.py", 3), (written or name[:500] + "...", 7)))
        assert dumped.line_in(files) == (Path(name), 7)
    assert Dumped(1, (("/b.py", 7),)).line_in(files) is None
