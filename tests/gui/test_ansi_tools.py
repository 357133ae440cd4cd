"""Real tools' output, shown as a terminal shows it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pyte
import pytest

from reloader_core import Spool
from reloader_gui.output.text.document import Document

RICH = """
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
import sys
console = Console(force_terminal=True, width=80, legacy_windows=False)
table = Table(title="Names"); table.add_column("名前"); table.add_column("x", style="bold red")
table.add_row("小明", "1"); table.add_row("Ada", "[link=https://x.y]2[/link]")
console.print(table)
with Progress(console=console, auto_refresh=False) as progress:
    tasks = [progress.add_task(f"job {n}", total=20) for n in range(3)]
    for step in range(20):
        for task in tasks: progress.advance(task)
        progress.refresh()
        if step == 10: console.print("[green]halfway[/]")
console.print("[i]done[/]")
"""
TQDM = """
import sys
from tqdm import tqdm
def bar(count, name, position):
    return tqdm(range(count), desc=name, position=position, leave=not position,
                file=sys.stdout, ncols=60, mininterval=0)
for i in bar(4, "outer", 0):
    for j in bar(3, "middle", 1):
        for k in bar(5, "inner", 2):
            pass
print("done")
"""
TESTS = """
import pytest
@pytest.mark.parametrize("n", range(30))
def test_it(n): assert n != 7
def test_skipped(): pytest.skip("because")
"""


def run(*command: str, cwd: Path, env: dict[str, str]) -> bytes:
    more = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color", "COLUMNS": "80"}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**env, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    ).stdout


def of_pytest(folder: Path, env: dict[str, str]) -> bytes:
    (folder / "test_one.py").write_text(TESTS)
    return run(sys.executable, "-m", "pytest", "--color=yes", "-v", cwd=folder, env=env)


def of_rich(folder: Path, env: dict[str, str]) -> bytes:
    return run(sys.executable, "-c", RICH, cwd=folder, env=env)


def of_tqdm(folder: Path, env: dict[str, str]) -> bytes:
    return run(sys.executable, "-c", TQDM, cwd=folder, env=env)


def of_pip(folder: Path, env: dict[str, str]) -> bytes:
    return run(sys.executable, "-m", "pip", "list", "--no-color", cwd=folder, env=env) + run(
        sys.executable, "-m", "pip", "install", "./nothing-here", cwd=folder, env=env
    )


def of_git(folder: Path, env: dict[str, str]) -> bytes:
    file = folder / "file.txt"
    file.write_text("".join(f"line {n}\n" for n in range(40)))
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.c")
    run(*git, "init", "-q", ".", cwd=folder, env=env)
    run(*git, "add", ".", cwd=folder, env=env)
    run(*git, "commit", "-qm", "one", cwd=folder, env=env)
    file.write_text(file.read_text().replace("line 7", "Zeile 7 \tü").replace("line 30\n", ""))
    return run(*git, "diff", "--color=always", "--stat", "-p", cwd=folder, env=env)


def of_ls(folder: Path, env: dict[str, str]) -> bytes:
    for name in ("a.py", "b.tar.gz", "名前.txt", "a space.png"):
        (folder / name).touch()
    (folder / "folder").mkdir()
    (folder / "link").symlink_to("a.py")
    return run("ls", "--color=always", "-la", cwd=folder, env=env)


def of_npm(folder: Path, env: dict[str, str]) -> bytes:
    return run("npm", "--color=always", "run", "nothing", cwd=folder, env=env)


TOOLS = {
    "pytest": of_pytest,
    "rich": of_rich,
    "tqdm": of_tqdm,
    "pip": of_pip,
    "git": of_git,
    "ls": of_ls,
    "npm": of_npm,
}


@pytest.mark.posix
@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool(tool: str, tmp_path: Path, clean_env: dict[str, str]) -> None:
    if tool in ("git", "ls", "npm") and shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    work = tmp_path / "work"
    work.mkdir()
    data = TOOLS[tool](work, clean_env)
    assert len(data) > 100
    rows = data.count(b"\n") + 2
    screen = pyte.Screen(300, rows)
    screen.set_mode(pyte.modes.LNM)
    pyte.ByteStream(screen).feed(data)
    expected = [line.rstrip() for line in screen.display]
    for piece in (1 << 20, 7):
        shown = shown_when_read(data, piece, tmp_path / f"in pieces of {piece}")
        assert shown == expected[: len(shown)], f"in pieces of {piece}"
        assert not any(expected[len(shown) :])


def shown_when_read(data: bytes, piece: int, folder: Path) -> list[str]:
    """It comes in pieces of so many bytes."""
    spool = Spool(folder)
    spool.begin(1)
    document = Document(spool)
    for start in range(0, len(data), piece):
        spool.write(1, data[start : start + piece])
        document.refresh()
    shown = [as_pyte_shows(row.line.text).rstrip() for row in document.rows(0, document.count)]
    spool.close()
    return shown


def as_pyte_shows(text: str) -> str:
    """It has no tabs any more."""
    return text.expandtabs(8)
