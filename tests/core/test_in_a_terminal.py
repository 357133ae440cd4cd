"""`reloader` in a real terminal: the script has what it would have under `python`."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shlex
import shutil
import signal
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from processes import is_alive, until

if sys.platform != "win32":
    import termios

    from screens import PROMPT, Screen

pytestmark = [
    pytest.mark.posix,
    pytest.mark.skipif(not shutil.which("bash"), reason="needs a shell that has jobs"),
]
PYTHON = shlex.quote(sys.executable)
RELOADER = f"{PYTHON} -P -m reloader_core"
LOOP = "import time\nwhile True: time.sleep(0.02)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a folder 文件夹"
    place.mkdir()
    return place


@pytest.fixture
def screen(folder: Path, clean_env: dict[str, str]) -> Iterator[Screen]:
    shown = Screen(folder, {**clean_env, "LC_ALL": "C.UTF-8"})
    yield shown
    shown.close()


Write = Callable[[str, str], Path]


@pytest.fixture
def save(folder: Path) -> Write:
    def save(name: str, text: str) -> Path:
        path = folder / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return save


@pytest.fixture
def editing_screen(folder: Path, clean_env: dict[str, str]) -> Iterator[Screen]:
    shown = Screen(folder, {**clean_env, "LC_ALL": "C.UTF-8"}, edits=True)
    yield shown
    shown.close()


WHAT_IT_HAS = """
    import curses, json, os, shutil, signal, sys
    found = [s.isatty() for s in (sys.stdin, sys.stdout, sys.stderr)]
    found += [list(os.get_terminal_size(fd)) for fd in (0, 1, 2)]
    found += [shutil.get_terminal_size().columns, os.tcgetpgrp(0) == os.getpgrp()]
    os.close(os.open('/dev/tty', os.O_RDWR))
    found.append(os.ttyname(0) == os.ttyname(1))
    found += [[str(signal.getsignal(n)) for n in (signal.SIGINT, signal.SIGTSTP, signal.SIGHUP)]]
    found.append(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, ())))
    window = curses.initscr()
    found.append(list(window.getmaxyx()))
    curses.endwin()
    print('has', json.dumps(found), 'so')
"""


def test_the_script_has_what_it_has_under_python(screen: Screen, save: Write) -> None:
    save("a.py", WHAT_IT_HAS)
    found = []
    for command in (f"{PYTHON} a.py", f"{RELOADER} --once a.py"):
        screen.type(command)
        screen.wait("has ")
        found.append(json.loads(screen.wait(" so")))
        screen.wait(PROMPT)
    assert found[0] == found[1]
    assert found[0][:3] == [True] * 3


def test_a_script_that_is_started_again_has_it_too(screen: Screen, save: Write) -> None:
    save("helper.py", "number = 1\n")
    save("a.py", textwrap.dedent(WHAT_IT_HAS) + "import helper\nprint(helper.number)\n" + LOOP)
    screen.type(f"{RELOADER} a.py")
    screen.wait("has ")
    first = screen.wait(" so")
    screen.wait("\n1\n")
    save("helper.py", "number = 2\n")
    screen.wait("has ")
    assert screen.wait(" so") == first
    screen.wait("\n2\n")


CATCHES = """
    import time
    for n in range(100):
        try:
            print('round', n)
            time.sleep(60)
        except KeyboardInterrupt:
            print('caught')
"""
ANSWERS = {
    "ends": ("import time\nprint('round')\ntime.sleep(60)\n", ["Ctrl+C"], "130"),
    "is a busy loop": ("print('round')\nwhile True: pass\n", ["Ctrl+C"], "130"),
    "cleans up": (
        "import time\ntry: print('round'); time.sleep(60)\n"
        "finally: time.sleep(0.3); print('cleaned up')\n",
        ["Ctrl+C"],
        "130",
    ),
    "quits": ("import time\nprint('round')\ntime.sleep(60)\n", ["Ctrl+\\"], "131"),
}


@pytest.mark.parametrize("script", ANSWERS)
def test_ctrl_c(screen: Screen, save: Write, script: str) -> None:
    text, keys, code = ANSWERS[script]
    save("a.py", text)
    screen.type(f"{RELOADER} --grace 1 a.py")
    screen.wait("round")
    for key in keys:
        screen.press(key)
    before = screen.wait(PROMPT)
    screen.type("echo code $?")
    screen.wait("code ")
    assert screen.wait("\n") == code
    assert "cleaned up" in before or script != "cleans up"
    screen.wait(PROMPT)


def test_ctrl_c_again_and_again_ends_what_goes_on(screen: Screen, save: Write) -> None:
    save("a.py", CATCHES)
    screen.type(f"{RELOADER} --grace 1 a.py")
    for number in itertools.count():
        if screen.text.endswith(PROMPT):
            break
        with contextlib.suppress(AssertionError):
            screen.wait(f"round {number}", deadline_s=2)
        screen.press("Ctrl+C")


def test_ctrl_c_is_the_scripts_as_long_as_it_goes_on(screen: Screen, save: Write) -> None:
    save("a.py", CATCHES)
    screen.type(f"{RELOADER} a.py")
    screen.wait("round 0")
    screen.press("Ctrl+C")
    screen.wait("caught")
    screen.wait("round 1")
    save("a.py", "print('saved')\n" + LOOP)
    screen.wait("saved")
    assert PROMPT not in screen.text.partition("round 0")[2]


def test_ctrl_c_while_it_waits_for_a_save(screen: Screen, save: Write) -> None:
    save("a.py", "print('over')\n")
    screen.type(f"{RELOADER} a.py")
    screen.wait("waiting for a save")
    screen.press("Ctrl+C")
    screen.wait(PROMPT)
    screen.type("echo code $?")
    screen.wait("code 130")


@pytest.mark.parametrize("when", ["it runs", "it waits for a save"])
def test_ctrl_c_ends_a_loop_of_the_shell(screen: Screen, save: Write, when: str) -> None:
    """Only who is seen to have ended by the signal ends it."""
    save("a.py", "print('round')\n" + (LOOP if when == "it runs" else ""))
    screen.type(f"for n in 1 2 3; do echo turn $n; {RELOADER} a.py; done")
    screen.wait("round" if when == "it runs" else "waiting for a save")
    screen.press("Ctrl+C")
    assert "turn" not in screen.wait(PROMPT)


def test_ctrl_z_stops_it_and_fg_lets_it_go_on(screen: Screen, save: Write, folder: Path) -> None:
    save(
        "a.py",
        """
        import os, time
        print('pid', os.getpid(), 'begun')
        for n in range(10 ** 6):
            with open('n', 'w') as file:
                file.write(str(n))
            time.sleep(0.01)
        """,
    )
    screen.type(f"{RELOADER} a.py")
    screen.wait("pid ")
    script = psutil.Process(int(screen.wait(" begun")))
    until((folder / "n").exists)
    for _time in range(2):
        screen.press("Ctrl+Z")
        screen.wait("Stopped")
        screen.wait(PROMPT)
        until(lambda: script.status() == psutil.STATUS_STOPPED)
        number = (folder / "n").read_text()
        screen.type("echo meanwhile")
        screen.wait(PROMPT)
        assert (folder / "n").read_text() == number
        screen.type("fg")
        stopped_at = number
        until(lambda: (folder / "n").read_text() not in ("", stopped_at))  # noqa: B023
    screen.press("Ctrl+C")
    screen.wait(PROMPT)


@pytest.mark.parametrize("start", ["behind", "in front"])
def test_what_the_shell_reads_its_prompt_with_is_not_the_scripts(
    editing_screen: Screen, save: Write, start: str
) -> None:
    """While the job is behind, the shell reads single keys; so it may be found as well."""
    screen = editing_screen
    save("a.py", "print('one')\n" + LOOP)
    until(lambda: not has_lines(screen))
    screen.press(f"{RELOADER} a.py" + (" &\n" if start == "behind" else "\n"))
    screen.wait("\none\n")
    if start == "in front":
        screen.press("Ctrl+Z")
        screen.wait(PROMPT)
        screen.press("bg\n")
        screen.wait(PROMPT)
    for word in ("two", "three"):
        save("a.py", f"print('{word}')\n" + LOOP)
        screen.wait("reloader: restarted")
        screen.wait(f"{word}\n")
    screen.press("fg\n")
    until(lambda: has_lines(screen))
    save("a.py", "print('line', input('Name: '))\n")
    screen.wait("Name: ")
    assert has_lines(screen)
    screen.press("Ada\n")
    screen.wait("line Ada")
    screen.wait("waiting for a save")


def has_lines(screen: Screen) -> bool:
    local = screen.settings()[3]
    assert isinstance(local, int)
    return bool(local & termios.ICANON and local & termios.ECHO)


def test_what_is_typed_ctrl_d_and_a_new_size(screen: Screen, save: Write) -> None:
    save(
        "a.py",
        """
        import os, signal, sys
        signal.signal(signal.SIGWINCH, lambda *_: print('size', *os.get_terminal_size()))
        print('line', input('Name: '))
        print('rest', repr(sys.stdin.read()))
        """,
    )
    screen.type(f"{RELOADER} --once a.py")
    screen.wait("Name: ")
    screen.press("Ada\n")
    screen.wait("line Ada")
    screen.resize(30, 90)
    screen.wait("size 90 30")
    screen.press("Ctrl+D")
    screen.wait("rest ''")
    screen.wait(PROMPT)


DRAWS = """
    import curses, os, time
    def main(window):
        window.addstr(0, 0, 'drawn by ' + str(os.getpid()) + ' so')
        window.refresh()
        time.sleep(60)
    try:
        curses.wrapper(main)
    except BaseException:
        time.sleep(60)
"""


def usable(screen: Screen) -> bool:
    """Echo and whole lines, as it was found; and the other screen was left."""
    screen.type("stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e echo | xargs echo has")
    return screen.wait("\n" + PROMPT).strip().endswith("has icanon echo")


@pytest.mark.parametrize("who", ["script", "tool", "save"])
def test_a_screen_that_was_drawn_on_can_be_used_again(
    screen: Screen, save: Write, who: str
) -> None:
    save("a.py", DRAWS)
    screen.type(f"{RELOADER} --once --grace 0.2 a.py")
    screen.wait("drawn by ")
    script = psutil.Process(int(screen.wait(" so")))
    if who == "save":
        save("a.py", "import sys\nprint('lines', sys.stdin.readline())\n")
        screen.wait("restarted")
        screen.press("typed\n")
        screen.wait("lines typed")
    elif who == "script":
        script.kill()
    else:
        tool = next(
            one for one in psutil.Process(screen.pid).children() if "reloader_core" in one.cmdline()
        )
        tool.kill()
        until(lambda: not is_alive(script.pid))
    screen.wait(PROMPT)
    until(lambda: usable(screen))


def test_its_words_stay_out_of_a_picture(screen: Screen, save: Write) -> None:
    save("a.py", DRAWS)
    screen.type(f"{RELOADER} --grace 0.2 a.py")
    screen.wait("drawn by")
    save("a.py", DRAWS + "    (\n")
    save("b.py", "")
    screen.press("Ctrl+C")
    before = screen.wait("not restarted")
    assert PROMPT not in before


def test_its_words_come_before_the_first_line(screen: Screen, save: Write) -> None:
    save("a.py", "print('run', 1, 'begins')\n" + LOOP)
    screen.type(f"{RELOADER} a.py")
    screen.wait("run 1 begins\n")
    for number in range(2, 7):
        save("a.py", f"print('run', {number}, 'begins')\n" + LOOP)
        before = screen.wait(f"run {number} begins\n")
        assert before.startswith("reloader: restarted (changed: a.py") and before.count("\n") == 1


def test_redirections(screen: Screen, save: Write, folder: Path) -> None:
    save("a.py", "import sys\nprint('out', sys.stdin.read())\nprint('err', file=sys.stderr)\n")
    save("in.txt", "given")
    screen.type(f"{RELOADER} --once a.py < in.txt > out.txt 2> err.txt; echo done")
    screen.wait("done")
    assert (folder / "out.txt").read_text() == "out given\n"
    assert (folder / "err.txt").read_text().endswith("err\n")


def test_a_file_is_read_anew_by_each_run(screen: Screen, save: Write) -> None:
    save("in.txt", "skipped\n1\n2\n")
    save("a.py", "import sys\nprint('one', sys.stdin.read().split())\n")
    screen.type(f"{{ read line; {RELOADER} a.py; }} < in.txt")
    screen.wait("one ['1', '2']")
    screen.wait("waiting for a save")
    save("a.py", "import sys\nprint('two', sys.stdin.read().split())\n")
    screen.wait("two ['1', '2']")


def test_a_pipe_is_passed_on_and_what_was_read_is_gone(screen: Screen, save: Write) -> None:
    save("a.py", "print('one', input())\n")
    screen.type(f"{{ echo first; sleep 60; }} | {RELOADER} a.py")
    screen.wait("one first")
    screen.wait("waiting for a save")
    save("a.py", "print('two')\n")
    screen.wait("two")
    assert screen.text.count("does not come back") == 1
    screen.press("Ctrl+C")
    screen.wait(PROMPT)


def test_a_reader_that_leaves_ends_it(screen: Screen, save: Write) -> None:
    save("a.py", "print('first')\nprint('second')\n")
    screen.type(f"{RELOADER} a.py | head -n 1")
    screen.wait("first")
    screen.wait(PROMPT)


PAGER = """
    import os, sys, termios, tty
    keys = os.open('/dev/tty', os.O_RDWR)
    found = termios.tcgetattr(keys)
    if 'early' in sys.argv: tty.setcbreak(keys)
    print('pager has', sys.stdin.readline(), flush=True)
    tty.setcbreak(keys)
    while (key := os.read(keys, 1)) != b'q': os.write(keys, b'key %s so' % key)
    termios.tcsetattr(keys, termios.TCSANOW, found)
"""


@pytest.mark.parametrize("when", ["early", "late"])
def test_a_pager_keeps_the_terminal_to_its_end(
    screen: Screen, save: Write, folder: Path, when: str
) -> None:
    """It is of our job, and may take it before we have looked at it."""
    save("a.py", "print('row')\n")
    save("pager.py", PAGER)
    screen.type(f"{RELOADER} --events events a.py | {PYTHON} pager.py {when}")
    screen.wait("pager has row")
    until(lambda: '"waiting"' in (folder / "events").read_text())
    until(lambda: not has_lines(screen))
    screen.press("k")
    before = screen.wait("key k so")
    assert "reloader:" not in before or when == "late"
    screen.press("q")
    screen.wait(PROMPT)
    assert has_lines(screen)


def test_in_a_pipeline_it_can_be_stopped_and_ended(screen: Screen, save: Write) -> None:
    save("a.py", "print('begun')\n" + LOOP)
    screen.type(f"{RELOADER} a.py | cat")
    screen.wait("begun")
    screen.press("Ctrl+Z")
    screen.wait("Stopped")
    screen.type("fg")
    screen.press("Ctrl+C")
    screen.wait(PROMPT)


def test_what_nohup_ignores_stays_ignored(screen: Screen, save: Write, folder: Path) -> None:
    save(
        "a.py",
        """
        import os, signal, time
        ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        with open('said.part', 'w') as file:
            file.write(f'{os.getpid()} {os.getppid()} {ignored}')
        os.replace('said.part', 'said')
        while True: time.sleep(0.02)
        """,
    )
    screen.type(f"nohup {RELOADER} a.py > out.txt 2>&1 & echo job $!")
    screen.wait("job ")
    tool = psutil.Process(int(screen.wait("\n")))
    until((folder / "said").exists)
    script, _guardian, ignored = (folder / "said").read_text().split()
    assert ignored == "True"
    screen.hang_up()
    tool.send_signal(signal.SIGHUP)
    assert is_alive(int(script)) and is_alive(tool.pid)
    tool.terminate()
    until(lambda: not is_alive(int(script)) and not is_alive(tool.pid))


def test_a_terminal_that_is_closed_ends_all_of_it(
    screen: Screen, save: Write, folder: Path
) -> None:
    save(
        "a.py",
        """
        import os, signal, subprocess, sys, time
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        below = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        print('pids', os.getpid(), below.pid, 'so')
        while True: time.sleep(0.02)
        """,
    )
    screen.type(f"{RELOADER} --grace 0.5 a.py")
    screen.wait("pids ")
    pids = [int(pid) for pid in screen.wait(" so").split()]
    screen.hang_up()
    until(lambda: not any(map(is_alive, pids)))


SENT = {"SIGTERM": "os.kill(0, signal.SIGTERM)", "SIGINT": "os.killpg(os.getpgrp(), signal.SIGINT)"}


@pytest.mark.parametrize("name", SENT)
def test_what_the_script_sends_to_its_group_is_not_for_us(
    screen: Screen, save: Write, name: str
) -> None:
    save(
        "a.py",
        f"""
        import os, signal, time
        signal.signal(signal.{name}, lambda *_: print('taken'))
        print('begun')
        {SENT[name]}
        while True: time.sleep(0.02)
        """,
    )
    screen.type(f"{RELOADER} a.py")
    screen.wait("begun")
    screen.wait("taken")
    save("a.py", "print('saved')\n" + LOOP)
    screen.wait("saved")


@pytest.mark.parametrize("call", ["setpgrp", "setsid"])
def test_a_script_that_has_left_the_job(screen: Screen, save: Write, call: str) -> None:
    save("a.py", f"import os\nos.{call}()\nprint('pid', os.getpid(), 'so')\n" + LOOP)
    screen.type(f"{RELOADER} a.py")
    screen.wait("pid ")
    script = psutil.Process(int(screen.wait(" so")))
    for _time in range(3):
        screen.press("Ctrl+Z")
        screen.wait("Stopped")
        screen.wait(PROMPT)
        until(lambda: script.status() == psutil.STATUS_STOPPED)
        screen.type("fg")
        until(lambda: script.status() != psutil.STATUS_STOPPED)
    save("a.py", f"import os\nos.{call}()\nprint('saved')\n" + LOOP)
    screen.wait("saved")
    screen.press("Ctrl+C")
    screen.wait(PROMPT)
    screen.type("echo code $?")
    screen.wait("code 130")


def test_pdb_has_a_history_and_ctrl_c(screen: Screen, save: Write) -> None:
    save("a.py", "word = 'seen'\nbreakpoint()\nprint('after')\n")
    screen.type(f"{RELOADER} --once a.py")
    screen.wait("(Pdb) ")
    screen.press("p word + ' it'\n")
    screen.wait("'seen it'")
    screen.wait("(Pdb) ")
    screen.press("\x1b[A\n")  # the line before
    screen.wait("'seen it'")
    screen.wait("(Pdb) ")
    screen.press("c\n")
    screen.wait("after")
    screen.wait(PROMPT)


def test_a_tool_that_is_killed_leaves_nothing(screen: Screen, save: Write) -> None:
    save("a.py", "import os\nprint('pid', os.getpid(), 'so')\n" + LOOP)
    screen.type(f"{RELOADER} a.py & echo job $!")
    screen.wait("job ")
    tool = int(screen.wait("\n"))
    screen.wait("pid ")
    script = int(screen.wait(" so"))
    os.kill(tool, signal.SIGKILL)
    until(lambda: not is_alive(script))


ASKS_IN_SILENCE = {
    "a password": "import getpass\nprint('got', len(getpass.getpass()))\n",
    "a line that can be edited": "import readline\nprint('got', len(input('Password: ')))\n",
}


@pytest.mark.parametrize("way", ASKS_IN_SILENCE)
def test_its_words_come_when_the_terminal_is_free_again(
    screen: Screen, save: Write, folder: Path, way: str
) -> None:
    """And not with the next thing that happens, which may be hours later."""
    save("a.py", ASKS_IN_SILENCE[way] + LOOP)
    screen.type(f"{RELOADER} --events events a.py")
    screen.wait("Password: ")
    until(lambda: not has_lines(screen))
    save("a.py", ASKS_IN_SILENCE[way] + LOOP + "(\n")
    until(lambda: "not_restarted" in (folder / "events").read_text())
    assert "not restarted" not in screen.text
    screen.press("secret\n")
    # In any order: the terminal is free before the script goes on, which may take its time.
    until(lambda: all(words in screen.text for words in ("got 6", "not restarted")), "both")


def test_a_line_that_was_begun_is_no_part_of_ours_or_of_the_next_runs(
    screen: Screen, save: Write
) -> None:
    save("a.py", "print('got', input('Name: '))\n")
    screen.type(f"{RELOADER} a.py")
    screen.wait("Name: ")
    screen.press("half")
    screen.wait("half")
    save("a.py", "print('now', input('Your name: '))\n")
    before = screen.wait("reloader: restarted")
    assert len(before) >= 132 and before.isspace(), "at the margin of a line of its own"
    screen.wait("Your name: ")
    screen.press("Ada\n")
    screen.wait("now Ada\n")


def test_a_line_that_was_typed_ahead_is_the_next_runs(screen: Screen, save: Write) -> None:
    save("a.py", "import time\nprint('busy')\n" + LOOP)
    screen.type(f"{RELOADER} a.py")
    screen.wait("busy")
    screen.press("Ada\n")
    screen.wait("Ada\n")
    save("a.py", "print('now', input('Name: '))\n")
    screen.wait("now Ada\n")


def test_a_stopped_job_ends_with_its_shell(screen: Screen, save: Write) -> None:
    save("a.py", "import os\nprint('pid', os.getpid(), 'so')\n" + LOOP)
    screen.type(f"{RELOADER} a.py")
    screen.wait("pid ")
    script = psutil.Process(int(screen.wait(" so")))
    tools = [one.pid for one in psutil.Process(screen.pid).children(recursive=True)]
    screen.press("Ctrl+Z")
    screen.wait("Stopped")
    until(lambda: script.status() == psutil.STATUS_STOPPED)
    os.kill(screen.pid, signal.SIGKILL)
    until(lambda: not any(map(is_alive, tools)))


def test_the_run_that_comes_to_the_front_has_the_terminal_too(
    editing_screen: Screen, save: Write
) -> None:
    """Nobody tells a job that is not stopped: it is noticed, before a person does anything."""
    screen = editing_screen
    waits = "while os.tcgetpgrp(0) != os.getpgrp(): time.sleep(0.02)\ntime.sleep(1)\n"
    save("a.py", "import os, time\nprint('begun')\n" + waits + textwrap.dedent(DRAWS))
    screen.press(f"{RELOADER} a.py &\n")
    screen.wait("\nbegun\n")
    screen.press("fg\n")
    screen.wait("drawn by ")
    os.kill(int(screen.wait(" so")), signal.SIGKILL)
    screen.wait("waiting for a save")
    until(lambda: has_lines(screen))


@pytest.mark.parametrize("who", ["script", "save"])
def test_a_job_that_was_begun_behind_gets_the_terminal_with_fg(
    editing_screen: Screen, save: Write, who: str
) -> None:
    screen = editing_screen
    save("a.py", "print('begun')\n" + LOOP)
    screen.press(f"{RELOADER} --grace 0.2 a.py &\n")
    screen.wait("\nbegun\n")
    screen.press("fg\n")
    until(lambda: has_lines(screen))
    save("a.py", DRAWS)
    screen.wait("drawn by ")
    script = psutil.Process(int(screen.wait(" so")))
    if who == "script":
        script.kill()
    else:
        save("a.py", "print('line', input('Name: '))\n")
        screen.wait("Name: ")
    until(lambda: has_lines(screen))
