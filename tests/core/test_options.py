"""The options of `reloader`, on real processes: Python's own, what is run, what is shown."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tool import Tool

WaitUntil = Callable[..., None]
Start = Callable[..., Tool]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"
TELLS = """
import sys, helper
print(helper.word, sys.argv[1:], sys.flags.optimize, sys.flags.dev_mode, sys.dont_write_bytecode,
      sys.warnoptions, __debug__, flush=True)
"""


def write(folder: Path, text: str, name: str = "main.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("what", [["main.py"], ["-m", "main"], ["-c", TELLS + LOOP]])
def test_pythons_options_hold_in_each_run(
    reloader: Start, folder: Path, wait_until: WaitUntil, what: list[str]
) -> None:
    """Also in one that was parked: its interpreter was started with the same ones."""
    write(folder, TELLS + LOOP)
    write(folder, "word = 'one'", "helper.py")
    tool = reloader("-OB", "-X", "dev", "-W", "error", *what, "a", "-O")
    told = "['a', '-O'] 1 True True ['default', 'error'] False\n"
    wait_until(lambda: tool.text == f"one {told}", what=lambda: tool.text + tool.words)
    for word in ("two", "three"):
        time.sleep(0.3)  # a standby is up by then, or not: both must do
        write(folder, f"word = {word!r}", "helper.py")
        wait_until(lambda word=word: f"{word} {told}" in tool.text, what=lambda: tool.text)
    assert "Warning" not in tool.text + tool.words, "nothing of ours warns under -W error"


def test_options_of_python_are_kept_out_where_they_keep_us_out(
    reloader: Start, folder: Path
) -> None:
    write(folder, "print('ran')")
    tool = reloader("-I", "main.py")
    assert tool.wait() == 2
    assert "Leave -I out" in tool.words
    assert tool.text == ""


# -- what is run


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the command `shout`."""
    place = tmp_path_factory.mktemp("env") / "venv"
    command = [sys.executable, "-m", "venv", "--without-pip", str(place)]
    subprocess.run(command, check=True)
    shout = "import app, sys\nprint(app.word, sys.argv[1:])\n"
    if sys.platform == "win32":
        make_launcher(place / "Scripts", shout)
        return place
    script = place / "bin" / "shout"
    script.write_text(f"#!{place}/bin/python\n{shout}")
    script.chmod(0o755)
    return place


def make_launcher(folder: Path, source: str) -> None:
    """`shout.exe`, by what pip makes its programs with."""
    import ensurepip  # a system may be without

    bundled = Path(ensurepip.__file__).with_name("_bundled")
    program = "from pip._vendor.distlib.scripts import ScriptMaker; import sys\n"
    program += "maker = ScriptMaker(*sys.argv[1:3]); maker.variants = {''}; maker.make('shout.py')"
    made = folder.parent / "shout.py"
    made.write_text("#!python\n" + source)
    (wheel,) = bundled.glob("pip-*.whl")
    python = folder / "python.exe"
    command = [str(python), "-c", program, str(folder.parent), str(folder)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(wheel)})


def test_a_command_of_the_environment_is_run_and_restarted(
    reloader: Start, folder: Path, environment: Path, wait_until: WaitUntil
) -> None:
    """By that environment's Python; what is typed behind it is the command's."""
    write(folder, "word = 'one'", "app.py")
    env = ["--env", f"PYTHONPATH={folder}", "--python", str(environment)]
    tool = reloader(*env, "shout", "--loud", python=False)
    wait_until(lambda: "one ['--loud']" in tool.text, what=lambda: (tool.words, tool.text))
    wait_until(lambda: "waiting for a save" in tool.words)
    write(folder, "word = 'two'", "app.py")
    wait_until(lambda: "two ['--loud']" in tool.text, what=lambda: tool.words)


@pytest.mark.posix
def test_a_file_comes_before_a_command_of_its_name(
    reloader: Start, folder: Path, environment: Path
) -> None:
    write(folder, "print('the file')", "shout")
    tool = reloader("--python", str(environment), "--once", "shout", python=False)
    assert tool.wait() == 0
    assert tool.text == "the file\n"


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("nonsense", 127, "There is no file nonsense, and"),
        ("program", 126, "it is a program, but not one of"),
        ("pytest", 127, "Reloader's own environment has one: add --python "),
        ("nonsense.py", 2, "There is no file nonsense.py."),
        ("./shout", 2, "There is no file ./shout."),
    ],
)
def test_what_is_no_command_of_the_environment(
    reloader: Start, folder: Path, environment: Path, name: str, code: int, said: str
) -> None:
    (environment / "bin" / "program").write_bytes(b"\x7fELF")
    tool = reloader("--python", str(environment), name, python=False)
    assert tool.wait() == code
    assert said in tool.words


# -- what is shown


def test_quiet_says_only_what_went_wrong(
    reloader: Start, folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, "print('one')\n" + LOOP)
    tool = reloader("--quiet", "main.py")
    wait_until(lambda: "one" in tool.text)
    write(folder, "print('two')\n" + LOOP)
    wait_until(lambda: "two" in tool.text)
    assert tool.words == ""
    write(folder, "print('three'\n")
    wait_until(lambda: "not restarted: SyntaxError in main.py" in tool.words)


def test_name_begins_each_message(reloader: Start, folder: Path, wait_until: WaitUntil) -> None:
    write(folder, "print('one')\n")
    tool = reloader("--name", "api", "main.py")
    wait_until(lambda: "waiting for a save" in tool.words)
    assert all(line.startswith("api: ") for line in tool.words.splitlines())


@pytest.mark.posix
def test_clear_begins_each_run_but_the_first_on_a_clear_terminal(
    folder: Path, clean_env: dict[str, str], wait_until: WaitUntil
) -> None:
    import pty

    write(folder, "print('one')\n" + LOOP)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reloader_core", "--python", sys.executable]
    command += ["--quiet", "--clear", "main.py"]
    with subprocess.Popen(
        command, cwd=folder, env=clean_env, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        try:
            os.close(theirs)
            os.set_blocking(ours, False)
            seen = b""

            def shown(word: bytes) -> bool:
                nonlocal seen
                try:
                    seen += os.read(ours, 65536)
                except BlockingIOError:
                    pass
                return word in seen

            wait_until(lambda: shown(b"one"))
            assert b"\x1b" not in seen
            write(folder, "print('two')\n" + LOOP)
            wait_until(lambda: shown(b"two"))
            assert seen.rpartition(b"\x1b[H\x1b[2J\x1b[3J")[2].strip() == b"two"
        finally:
            process.terminate()
            process.wait(20)
            os.close(ours)


def test_clear_writes_nothing_into_a_pipe(
    reloader: Start, folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, "print('one')\n" + LOOP)
    tool = reloader("--clear", "main.py")
    wait_until(lambda: "one" in tool.text)
    write(folder, "print('two')\n" + LOOP)
    wait_until(lambda: "two\n" in tool.text)
    assert tool.text == "one\ntwo\n"


def test_delay_waits_until_nothing_more_is_saved(
    reloader: Start, folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, "print('run 0')\n" + LOOP)
    tool = reloader("--delay", "0.6", "main.py")
    wait_until(lambda: "run 0" in tool.text)
    for number in range(1, 5):
        write(folder, f"print('run {number}')\n" + LOOP)
        time.sleep(0.2)  # less than the delay
    wait_until(lambda: "run 4\n" in tool.text)
    assert tool.text == "run 0\nrun 4\n"


# -- pyproject.toml


def test_the_project_s_options_hold_below_it(
    reloader: Start, folder: Path, wait_until: WaitUntil
) -> None:
    write(folder, "[tool.reloader]\nname = 'shop'\nwatch = ['data/*.csv']\n", "pyproject.toml")
    below = folder / "src"
    for name in ("src", "data"):
        (folder / name).mkdir()
    write(folder / "data", "1", "a.csv")
    write(below, "print(open('../data/a.csv').read())\n" + LOOP)
    tool = reloader("main.py", cwd=below)
    wait_until(lambda: "1" in tool.text, what=lambda: tool.words)
    write(folder / "data", "2", "a.csv")
    wait_until(lambda: "2" in tool.text, what=lambda: tool.words)
    assert "shop: restarted (changed: a.csv" in tool.words


def test_a_typo_in_the_project_runs_nothing(reloader: Start, folder: Path) -> None:
    write(folder, "[tool.reloader]\nonec = true\n", "pyproject.toml")
    write(folder, "print('ran')")
    tool = reloader("main.py")
    assert tool.wait() == 2
    assert "has no option 'onec'; 'once' may be meant" in tool.words
    assert tool.text == ""
