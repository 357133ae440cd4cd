"""The supervisor with real scripts: run, save, restart, stop, and what becomes of the rest."""

from __future__ import annotations

import dataclasses
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from reloader_core import (
    InputWanted,
    NoticeKind,
    NotRestarted,
    ReasonKind,
    State,
    choose_interpreter,
)
from reloader_core.model import MOST_EXIT_3
from reloader_core.notice import SpawnTrouble
from reloader_core.words.reasons import in_words

WaitUntil = Callable[..., None]
Supervise = Callable[..., Any]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


# -- saving


def test_the_script_is_saved(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    first = engine.wait_state(State.RUNNING, 1)
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    second = engine.wait_state(State.RUNNING, 2)
    assert second.pid != first.pid
    assert second.reason.kind is ReasonKind.CHANGED
    assert second.reason.files == (folder / "main.py",)
    assert in_words(second.reason).partition(" (")[0] == "changed: main.py"  # lines: if it was read


def test_a_helper_is_saved(supervise: Supervise, folder: Path) -> None:
    save(folder / "helper.py", "word = 'one'")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_text("one")
    save(folder / "helper.py", "word = 'two'")
    engine.wait_text("two", run=2)


def test_a_helper_is_replaced_as_editors_do(supervise: Supervise, folder: Path) -> None:
    save(folder / "helper.py", "word = 'one'")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_text("one")
    save(folder / "helper.tmp", "word = 'two'")
    os.replace(folder / "helper.tmp", folder / "helper.py")
    engine.wait_text("two", run=2)


def test_two_saves_of_equal_size_within_a_second(supervise: Supervise, folder: Path) -> None:
    save(folder / "helper.py", "word = 'aaa'")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    for run, word in enumerate(("bbb", "ccc", "ddd", "eee"), start=2):
        engine.wait_state(State.RUNNING, run - 1)
        engine.wait(lambda: engine.text(run - 1).strip())  # noqa: B023
        save(folder / "helper.py", f"word = {word!r}")
        engine.wait_text(word, run=run)


def test_a_module_outside_the_folder_imported_late(
    supervise: Supervise, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    save(outside / "far.py", "word = 'one'")
    engine = supervise(
        f"""
        import sys, time
        print('up')
        time.sleep(0.3)
        sys.path.append({str(outside)!r})
        def late():
            import far
            print(far.word)
        late()
        while True: time.sleep(0.05)
        """
    )
    engine.wait_text("one")
    save(outside / "far.py", "word = 'two'")
    engine.wait_text("two", run=2)


def test_the_file_that_broke_the_import_is_mended(supervise: Supervise, folder: Path) -> None:
    save(folder / "helper.py", "word = 'one")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    status = engine.wait_state(State.WAITING)
    assert status.exit is not None and status.exit.code == 1
    assert status.exit.error is not None and status.exit.error.is_syntax_error
    assert status.exit.error.file == folder / "helper.py"
    save(folder / "helper.py", "word = 'mended'")
    engine.wait_text("mended", run=2)


def test_a_missing_module_appears(supervise: Supervise, folder: Path) -> None:
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_state(State.WAITING)
    save(folder / "helper.py", "word = 'here'")
    engine.wait_text("here", run=2)


def test_the_script_is_broken_at_the_start_then_mended(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one'")
    status = engine.wait_state(State.WAITING)
    assert status.exit is not None and status.exit.error is not None
    assert status.exit.error.line == 1
    save(folder / "main.py", "print('mended')\n" + LOOP)
    engine.wait_text("mended", run=2)


def test_the_script_is_deleted_and_created_again(
    supervise: Supervise, folder: Path, wait_until: WaitUntil
) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    (folder / "main.py").unlink()
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)


def test_lines_that_end_as_on_windows(supervise: Supervise, folder: Path) -> None:
    """Other line ends are no other lines, and a changed line is told by its number."""
    helper = folder / "helper.py"
    helper.write_bytes(b"one = 1\r\nword = 'one'\r\nlast = 3\r\n")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP, lines_s=30.0)
    engine.wait_text("one")
    watcher = engine.supervisor._watcher
    engine.wait(lambda: helper in watcher.files())
    engine.wait(lambda: all(file.text for file in watcher._board.files.values()))
    helper.write_bytes(b"one = 1\nword = 'two'\nlast = 3\n")
    engine.wait_text("two", run=2)
    reason = engine.wait_state(State.RUNNING, 2).reason
    assert (reason.files, reason.lines) == ((helper,), (((2, 2),),))


@pytest.mark.parametrize("takes", [True, False])
def test_a_window_that_takes_the_keyboard_after_a_save_is_told_of_once(
    supervise: Supervise, folder: Path, takes: bool
) -> None:
    """Not at Run, when it is meant to; nor one that leaves the keyboard where it is."""
    (folder / "pygame.py").write_text(
        "from types import SimpleNamespace as Some\ndisplay = Some(flip=list, update=tuple,"
        " set_mode=lambda *given: None, get_driver=str)\n"
        f"FULLSCREEN = HIDDEN = 0\nkey = Some(get_focused=lambda: {takes})\n"
    )
    text = "import pygame, time\ndisplay = pygame.display\ndisplay.set_mode()\n" + (
        "while display.flip is not list or display.update is not tuple:\n"
        "    print(*display.flip(), *display.update(), end='')\n    time.sleep(0.01)\n"
        "print('plain again')\n" + LOOP
    )
    engine = supervise(text)
    engine.wait_text("plain again")
    for run in (2, 3):
        save(folder / "main.py", f"{text}# {run}\n")
        engine.wait_text("plain again", run=run)
    told = [notice.kind for notice in engine.notices]
    assert told.count(NoticeKind.KEYBOARD_TAKEN) == takes


@pytest.mark.windows
def test_a_script_that_reads_single_keys_is_said(supervise: Supervise) -> None:
    engine = supervise("import msvcrt, time\nwhile not msvcrt.kbhit(): time.sleep(0.01)")
    engine.wait(lambda: NoticeKind.SINGLE_KEYS in [notice.kind for notice in engine.notices])
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


def test_an_older_file_is_put_back(supervise: Supervise, folder: Path) -> None:
    save(folder / "old.py", "word = 'old'")
    os.utime(folder / "old.py", (1_000_000_000, 1_000_000_000))
    save(folder / "helper.py", "word = 'new'")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_text("new")
    os.replace(folder / "old.py", folder / "helper.py")
    engine.wait_text("old", run=2)


def test_a_save_while_the_script_starts_is_not_lost(supervise: Supervise, folder: Path) -> None:
    save(folder / "helper.py", "word = 'one'")
    engine = supervise(
        """
        import helper, sys
        print('imported', helper.word)
        while True: pass
        """
    )
    engine.wait_text("imported one")
    for word in ("two", "six", "ten"):
        save(folder / "helper.py", f"word = {word!r}")
    engine.wait_text("imported ten")


def test_many_saves_are_few_restarts_and_the_last_text_runs(
    supervise: Supervise, folder: Path
) -> None:
    engine = supervise("print('save 0')\n" + LOOP)
    engine.wait_text("save 0")
    for number in range(1, 201):
        save(folder / "main.py", f"print('save {number}')\n" + LOOP)
    engine.wait_text("save 200")
    assert engine.wait_state(State.RUNNING).run <= 6


def test_nothing_restarts_while_the_switch_is_off(supervise: Supervise, folder: Path) -> None:
    """On again, what no run has read so far counts as saved now: a mistake is only told."""
    engine = supervise("print('one')\n" + LOOP, restart_on_save=False)
    missed = lambda: engine.supervisor._changes._missed  # noqa: E731
    engine.wait_text("one")
    save(folder / "main.py", "print('two'\n" + LOOP)
    engine.wait(missed, "the save is known")
    engine.supervisor.set_restart_on_save(True)
    engine.wait(lambda: any(isinstance(one, NotRestarted) for one in engine.messages))
    engine.supervisor.set_restart_on_save(False)
    save(folder / "main.py", "print('three')\n" + LOOP)
    engine.wait(missed, "the save is known")
    assert engine.status.run == 1
    engine.supervisor.set_restart_on_save(True)
    engine.wait_text("three", run=2)
    assert engine.wait_state(State.RUNNING).reason.kind is ReasonKind.CHANGED


def test_a_touch_restarts_unless_only_the_text_counts(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    os.utime(folder / "main.py")
    engine.wait_text("one", run=2)
    engine.supervisor.start(dataclasses.replace(engine.target, only_when_text_changed=True))
    engine.wait_text("one", run=3)
    engine.wait(lambda: all(file.text for file in engine.supervisor._watcher._board.files.values()))
    os.utime(folder / "main.py")
    save(folder / "main.py", "print('one')\n" + LOOP)
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=4)
    assert engine.status.run == 4


def test_an_update_that_changes_nothing_walks_through_no_folder(
    supervise: Supervise, folder: Path
) -> None:
    """The window sends one for every setting, the letters' size included."""
    save(folder / "data.json", "1")
    engine = supervise("print('one')\n" + LOOP, watch=("*.json",))
    engine.wait_text("one")
    watcher = engine.supervisor._watcher
    files = watcher._board.files
    engine.wait(lambda: any(file.text for file in files.values()), "it has come to rest")
    before = watcher._board.globs
    engine.supervisor.update(dataclasses.replace(engine.target))
    engine.supervisor.stop()  # obeyed after the update
    engine.wait_state(State.IDLE)
    assert watcher._board.globs is before
    engine.supervisor.update(dataclasses.replace(engine.target, watch=("*.txt",)))
    engine.wait(lambda: watcher._board.globs is not before)


def test_another_script_is_watched_before_its_first_run(supervise: Supervise, folder: Path) -> None:
    """What runs for a while in a script's place (pip) hands over to it: a save starts it."""
    other = folder / "other.py"
    save(other, "print('old')\n")
    engine = supervise("print('one')\n")
    engine.wait_state(State.WAITING, 1)
    engine.supervisor.update(dataclasses.replace(engine.target, script=other))
    engine.wait(lambda: other in engine.supervisor._watcher.files(), "it is watched")
    save(other, "print('other')\n")
    engine.wait_text("other", run=2)


def test_watch_and_ignore_globs(supervise: Supervise, folder: Path) -> None:
    save(folder / "data.json", "1")
    save(folder / "helper.py", "word = 'one'")
    engine = supervise(
        "import helper\nprint(open('data.json').read(), helper.word)\n" + LOOP,
        watch=("*.json",),
        ignore=("helper.py",),
    )
    engine.wait_text("1 one")
    save(folder / "helper.py", "word = 'two'")
    save(folder / "data.json", "2")
    engine.wait_text("2 two", run=2)
    assert engine.status.reason.files == (folder / "data.json",)


# -- stopping


def test_stop_ends_it_and_a_save_does_nothing_then(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    pid = engine.status.pid
    engine.supervisor.stop()
    status = engine.wait_state(State.IDLE)
    assert status.reason.kind is ReasonKind.STOPPED
    assert pid is not None
    engine.wait(lambda: not psutil.pid_exists(pid))
    assert "Traceback" not in engine.text()
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.supervisor.start()
    engine.wait_text("two", run=2)
    assert engine.status.reason.kind is ReasonKind.ASKED


def test_after_stop_the_first_save_is_told_and_runs_nothing(
    supervise: Supervise, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Also one of another file that the script has loaded."""
    save(folder / "helper.py", "WORD = 'one'\n")
    engine = supervise("import helper\nprint(helper.WORD)\n" + LOOP)
    engine.wait_text("one")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    save(folder / "helper.py", "WORD = 'two'\n")
    engine.wait(lambda: engine.status.reason.kind is ReasonKind.CHANGED)
    assert (engine.status.state, engine.status.run) == (State.IDLE, 1)
    assert engine.status.reason.files == (folder / "helper.py",)
    told = engine.status
    caplog.set_level(logging.DEBUG, "reloader_core.changes")
    save(folder / "main.py", "import helper\nprint('main', helper.WORD)\n" + LOOP)
    # Else a late word of this save makes it one run more.
    engine.wait(lambda: any("saved: " in told and "main.py" in told for told in caplog.messages))
    engine.supervisor.start()
    engine.wait_text("main two", run=2)
    assert not [each for each in engine.statuses if each.t > told.t and each.state is State.IDLE]
    engine.supervisor.stop()
    engine.wait(lambda: engine.status.state is State.IDLE and engine.status.run == 2)
    save(folder / "helper.py", "WORD = 'three'\n")
    engine.wait(lambda: engine.status.reason.kind is ReasonKind.CHANGED)  # after each Stop
    assert engine.status.state is State.IDLE


def test_after_stop_a_save_runs_what_is_always_to_run(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP, run_when_saved=True)
    engine.wait_text("one")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert engine.status.reason.kind is ReasonKind.CHANGED


def test_after_stop_what_the_script_writes_at_its_end_does_not_run_it_again(
    supervise: Supervise, folder: Path
) -> None:
    save(folder / "state.py", "COUNT = 0\n")
    source = (
        "import pathlib, state, time\n"
        "try:\n    print('one')\n    while True: time.sleep(0.05)\n"
        "finally: pathlib.Path(state.__file__).write_text('COUNT = 1111\\n')\n"
    )
    engine = supervise(source, run_when_saved=True)
    engine.wait_text("one")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.wait(lambda: "1111" in (folder / "state.py").read_text())
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert engine.text().count("one") == 1


def test_stop_while_the_interpreter_starts(supervise: Supervise) -> None:
    engine = supervise("print('began')\n" + LOOP)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.supervisor.start()
    engine.wait_text("began", run=2)


STUBBORN = """
import time
print('up')
while True:
    try:
        while True: time.sleep(0.05)
    except BaseException as error:
        print('no,', type(error).__name__)
"""


def test_a_stubborn_script_is_forced_after_its_grace(supervise: Supervise) -> None:
    engine = supervise(STUBBORN, grace_s=0.6)
    engine.wait_text("up")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert "no, KeyboardInterrupt\nno, SystemExit" in engine.text()


def test_a_second_stop_forces_at_once(supervise: Supervise) -> None:
    engine = supervise(STUBBORN, grace_s=60)
    engine.wait_text("up")
    engine.supervisor.stop()
    engine.wait_text("no, KeyboardInterrupt")
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


def test_a_stubborn_script_is_restarted(supervise: Supervise, folder: Path) -> None:
    engine = supervise(STUBBORN, grace_s=0.3)
    engine.wait_text("up")
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)


def test_run_again_while_stopping(supervise: Supervise) -> None:
    engine = supervise(STUBBORN, grace_s=0.4)
    engine.wait_text("up")
    engine.supervisor.stop()
    engine.wait_state(State.STOPPING)
    engine.supervisor.start()
    engine.wait_text("up", run=2)


def test_quit_stops_the_tree(supervise: Supervise) -> None:
    engine = supervise(
        """
        import subprocess, sys, time
        child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        print('child', child.pid, flush=True)
        time.sleep(600)
        """
    )
    engine.wait_text("child")
    engine.wait(lambda: engine.text().endswith("\n"))
    grandchild = int(engine.text().split()[1])
    engine.close()
    engine.wait(lambda: not psutil.pid_exists(grandchild))
    assert engine.status.state is State.CLOSED


def test_what_an_ended_script_left_lives_until_stop(supervise: Supervise) -> None:
    engine = supervise(
        """
        import subprocess, sys
        child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        print('child', child.pid)
        """
    )
    status = engine.wait_state(State.WAITING)
    assert status.left == 1
    grandchild = int(engine.text().split()[1])
    assert psutil.pid_exists(grandchild)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    engine.wait(lambda: not psutil.pid_exists(grandchild))  # a zombie may yet be reaped
    assert engine.status.left == 0


def test_a_grandchild_that_holds_the_pipe_does_not_delay_the_exit(
    supervise: Supervise, folder: Path
) -> None:
    engine = supervise(
        """
        import subprocess, sys
        subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        print('over')
        """
    )
    engine.wait_state(State.WAITING, 1)
    save(folder / "main.py", "print('two')")
    engine.wait_text("two", run=2)


# -- exit codes


def test_a_result_is_reported_and_a_save_runs_it_again(supervise: Supervise, folder: Path) -> None:
    engine = supervise("import sys; print('one'); sys.exit(7)")
    status = engine.wait_state(State.WAITING)
    assert status.exit is not None and status.exit.code == 7
    assert status.reason.kind is ReasonKind.ENDED
    save(folder / "main.py", "print('two')")
    engine.wait_text("two", run=2)


def test_an_uncaught_error_is_reported(supervise: Supervise, folder: Path) -> None:
    engine = supervise("score = 1\nprint(scoer)\n")
    status = engine.wait_state(State.WAITING)
    assert status.exit is not None and status.exit.error is not None
    error = status.exit.error
    assert (error.type, error.file, error.line) == ("NameError", folder / "main.py", 2)


def test_exit_code_3_starts_it_again(supervise: Supervise, folder: Path) -> None:
    engine = supervise(
        """
        import os, sys, time
        if not os.path.exists('flag'):
            open('flag', 'w').close()
            sys.exit(3)
        print('second')
        while True: time.sleep(0.05)
        """
    )
    engine.wait_text("second", run=2)
    assert engine.status.reason.kind is ReasonKind.EXIT_3


def test_an_exit_3_loop_ends_with_a_question(supervise: Supervise, folder: Path) -> None:
    engine = supervise("import sys; sys.exit(3)")
    status = engine.wait_state(State.WAITING)
    assert status.run >= MOST_EXIT_3, "a run that takes twice as long begins another row"
    assert status.reason.kind is ReasonKind.EXIT_3_LOOP
    engine.wait(lambda: any(n.kind is NoticeKind.EXIT_3_LOOP for n in engine.notices))
    engine.supervisor.keep_restarting()
    engine.wait(lambda: engine.status.state is State.WAITING and engine.status.run > status.run)
    assert engine.status.reason.kind is ReasonKind.EXIT_3_LOOP
    assert engine.status.run >= status.run + MOST_EXIT_3
    save(folder / "main.py", "print('mended')\n" + LOOP)
    engine.wait_text("mended")


def test_exit_code_3_without_its_meaning(supervise: Supervise) -> None:
    engine = supervise("import sys; sys.exit(3)", max_exit3_loops=0)
    status = engine.wait_state(State.WAITING)
    assert (status.run, status.reason.kind) == (1, ReasonKind.ENDED)
    assert engine.notices == []


def test_a_save_begins_a_new_row_of_threes(supervise: Supervise, folder: Path) -> None:
    """Also one that was not to restart anything: the script looks for changes itself."""
    source = "import sys, time\nprint('run')\n{} or sys.exit(3)\nwhile True: time.sleep(0.05)\n"
    engine = supervise(source.format("sys.stdin.readline()"), restart_on_save=False)
    for number in range(1, MOST_EXIT_3 + 3):
        engine.wait_text("run", run=number)
        save(folder / "main.py", source.format("sys.stdin.readline()") + "#" * number)
        engine.wait(lambda: engine.supervisor._course.exit3_streak.count == 0, "the save is known")
        engine.supervisor.close_input()
    engine.wait_text("run", run=MOST_EXIT_3 + 3)


def test_an_exit_3_loop_is_slowed_down(supervise: Supervise) -> None:
    engine = supervise("import sys; sys.exit(3)")
    engine.wait(lambda: any(n.kind is NoticeKind.EXIT_3_SLOWED for n in engine.notices))
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)


# -- starting


def test_a_missing_interpreter(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print(1)", interpreter=folder / "no-python")
    status = engine.wait_state(State.WAITING)
    assert status.reason.kind is ReasonKind.SPAWN_FAILED
    assert [notice.values[0] for notice in engine.notices] == [SpawnTrouble.PYTHON]
    engine.supervisor.start(dataclasses.replace(engine.target, interpreter=Path(sys.executable)))
    engine.wait_text("1")


def test_a_vanished_working_folder(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print(1)", cwd=folder / "gone")
    engine.wait_state(State.WAITING)
    assert [notice.values[0] for notice in engine.notices] == [SpawnTrouble.FOLDER]


def test_another_script_takes_the_place(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    save(folder / "other.py", "import sys\nprint('other', sys.argv[1:])\n" + LOOP)
    other = dataclasses.replace(engine.target, script=folder / "other.py", args=("a b",))
    engine.supervisor.start(other)
    engine.wait_text("other ['a b']", run=2)
    save(folder / "main.py", "print('not any more')")
    save(folder / "other.py", "print('changed')\n" + LOOP)
    engine.wait_text("changed", run=3)


def test_a_module_is_run(supervise: Supervise, folder: Path) -> None:
    (folder / "package").mkdir()
    save(folder / "package" / "__init__.py", "")
    save(folder / "package" / "__main__.py", "print('one', __name__)\n" + LOOP)
    engine = supervise(folder / "unused.py", script=None, module="package")
    engine.wait_text("one __main__")
    save(folder / "package" / "__main__.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)


@pytest.mark.posix  # the Windows Python of the tests finds the checkout by a .pth file
def test_environment_and_the_classic_protocol(
    supervise: Supervise, folder: Path, clean_env: dict[str, str]
) -> None:
    python = choose_interpreter(folder, environ=clean_env).path
    engine = supervise(
        """
        import os
        print(os.environ['RUN_FLAG'], os.environ['RELOADER_PID'] == str(os.getpid()),
              os.environ['MINE'])
        try:
            import reloader_gui
        except ImportError:
            print('nothing of theirs')
        """,
        env=(("MINE", "yes"),),
        interpreter=python,
    )
    engine.wait_text("true True yes\nnothing of theirs")


# -- many files at once


def test_hundreds_of_files_saved_at_once(supervise: Supervise, folder: Path) -> None:
    """The script is asked to end before any text is compared; two are named, all are known."""
    names = [f"module_{number:03}" for number in range(200)]
    for name in names:
        save(folder / f"{name}.py", "a = 1\n" * 400)
    source = "import sys\n" + "\n".join(f"import {name}" for name in names)
    engine = supervise(f"{source}\nprint('up', module_199.a)\n" + LOOP)
    engine.wait_text("up 1", run=1)
    files = engine.supervisor._watcher._board.files
    engine.wait(lambda: len(files) == 201 and all(file.text for file in files.values()))
    for number, name in enumerate(names):
        save(folder / f"{name}.py", f"b = {number}\na = 2\n" * 400)
    engine.wait(lambda: engine.text().rstrip().endswith("up 2"))
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    changed = [status.reason for status in engine.statuses if status.reason.files]
    # What was saved while the first run ended is read by the second without being named.
    assert {file for reason in changed for file in reason.files} <= {
        folder / f"{name}.py" for name in names
    }
    assert all(len(in_words(reason)) < 200 for reason in changed), "not all are named"
    many = [reason for reason in changed if len(reason.files) > 3]
    assert many and all(in_words(reason).endswith(" more") for reason in many)


def test_what_the_lines_are_compared_for_is_told_with_them(
    supervise: Supervise, folder: Path
) -> None:
    """Each state of one save, from the first on, names the lines; without them only where a busy
    machine has not found them before the old run has ended, or not at all."""
    engine = supervise("print('run 1')\n" + LOOP, lines_s=10.0)
    file = engine.supervisor._watcher._board.files
    for run in range(1, 6):
        engine.wait_text(f"run {run}", run=run)
        engine.wait(lambda: all(each.text for each in file.values()))
        save(folder / "main.py", f"print('run {run + 1}')\n" + LOOP)
    engine.wait_text("run 6", run=6)
    reasons = [in_words(status.reason) for status in engine.statuses[1:]]
    lines, none = "changed: main.py (line 1)", "changed: main.py"
    pairs = list(zip(reasons[::2], reasons[1::2], strict=True))
    assert len(pairs) == 5 and set(pairs) <= {(lines, lines), (none, lines), (none, none)}
    assert (lines, lines) in pairs


# -- without an agent


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as interpreter")
def test_an_interpreter_without_an_agent(supervise: Supervise, folder: Path) -> None:
    isolated = folder / "isolated"
    save(isolated, f'#!/bin/sh\nexec "{sys.executable}" -I "$@"\n')
    isolated.chmod(0o755)
    engine = supervise("print('one')\n" + LOOP, interpreter=isolated)
    engine.wait_text("one")
    engine.wait(lambda: any(n.kind is NoticeKind.NO_AGENT for n in engine.notices))
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    save(folder / "main.py", "print('new')\n" + LOOP)
    engine.wait_text("new", run=3)
    engine.supervisor.start(engine.target)
    engine.wait_text("new", run=4)
    save(folder / "beside.py", "")
    engine.wait_text("new", run=5)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert len([n for n in engine.notices if n.kind is NoticeKind.NO_AGENT]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as interpreter")
def test_an_agent_that_answers_again_is_trusted_again(supervise: Supervise, folder: Path) -> None:
    """A start that was too slow once, here the first one, which then says hello after all."""
    slow = folder / "slow"
    script = f'while [ -e wait ]; do sleep 0.01; done; exec "{sys.executable}" "$@"'
    save(slow, f"#!/bin/sh\n{script}\n")
    slow.chmod(0o755)
    (folder / "wait").touch()
    engine = supervise("print('one')\n" + LOOP, interpreter=slow, hello_s=0.3)

    def kinds() -> list[NoticeKind]:
        return [notice.kind for notice in engine.notices]

    engine.wait(lambda: kinds() == [NoticeKind.NO_AGENT])
    assert engine.supervisor._watcher._board.globs.has_watch
    (folder / "wait").unlink()
    engine.wait_text("one", run=1)
    engine.wait(lambda: kinds() == [NoticeKind.NO_AGENT, NoticeKind.AGENT_BACK])
    engine.wait(lambda: engine.supervisor._standbys.first is not None, "a standby")
    save(folder / "beside.py", "")
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert engine.status.reason.files == (folder / "main.py",)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as interpreter")
def test_a_start_that_failed_once_changes_nothing_for_the_next(
    supervise: Supervise, folder: Path
) -> None:
    failing = folder / "failing"
    save(failing, f'#!/bin/sh\n[ -e fail ] && exit 1; exec "{sys.executable}" "$@"\n')
    failing.chmod(0o755)
    (folder / "fail").touch()
    engine = supervise("print('one')\n" + LOOP, interpreter=failing)
    engine.wait_state(State.WAITING)
    (folder / "fail").unlink()
    engine.supervisor.start()
    engine.wait_text("one", run=2)
    engine.wait(lambda: engine.supervisor._standbys.first is not None, "a standby")
    assert not engine.supervisor._watcher._board.globs.has_watch


# -- input


def test_more_modules_than_the_control_pipe_holds(supervise: Supervise, folder: Path) -> None:
    """The agent must wait, and waiting must not report anything itself."""
    names = [f"module_{number}" for number in range(600)]
    for name in names:
        save(folder / f"{name}.py", "")
    # Nobody reads while the supervisor is held up: the pipe is full before the imports end.
    imports = "\n".join(f"import {name}" for name in names)
    engine = supervise(f"{imports}\nprint('all there')\n" + LOOP)
    for run in range(1, 6):
        engine.wait_text("all there", run=run)
        engine.wait(lambda: len(engine.supervisor._watcher.files()) == len(names) + 1)
        save(folder / "main.py", f"{imports}\nprint('all there')\n" + LOOP + f"# {run}")


def test_it_is_known_when_the_script_waits_for_input(supervise: Supervise) -> None:
    """Also where the question ends with a newline, and after two lines at once."""
    engine = supervise("print('Name?')\nname = input()\nprint('hello', name)\ninput()\ninput()\n")

    def wanted() -> list[bool]:
        found = [each for each in engine.messages if isinstance(each, InputWanted)]
        assert all(each.run == 1 for each in found)
        return [each.wanted for each in found]

    engine.wait(lambda: wanted() == [True])
    engine.supervisor.write_input(b"me\n")
    engine.wait_text("hello me")
    engine.wait(lambda: wanted() == [True, False, True])
    engine.supervisor.write_input(b"a\nb\n")
    engine.wait_state(State.WAITING)
    assert wanted() == [True, False, True, False]


def test_a_file_that_answers_everything_costs_little(supervise: Supervise) -> None:
    engine = supervise("for n in range(20000): input()\nprint('done')\n")
    engine.supervisor.write_input(b"x\n" * 20000)
    engine.wait_text("done")
    engine.wait_state(State.WAITING)
    assert not any(isinstance(each, InputWanted) for each in engine.messages)


def test_input_reaches_the_script(supervise: Supervise) -> None:
    engine = supervise(
        """
        name = input('Name? ')
        print('hello', name)
        import sys
        print('rest', sys.stdin.read())
        """
    )
    engine.wait_text("Name? ")
    engine.supervisor.write_input("中文\n".encode())
    engine.wait_text("hello 中文")
    engine.supervisor.write_input(b"more")
    engine.supervisor.close_input()
    engine.wait_text("rest more")
    engine.wait_state(State.WAITING)


def test_output_is_whole_and_merged(supervise: Supervise) -> None:
    engine = supervise(
        """
        import sys
        for i in range(20000):
            print('line', i, file=sys.stderr if i % 2 else sys.stdout)
        """
    )
    engine.wait_state(State.WAITING)
    expected = "".join(f"line {i}\n" for i in range(20000))
    engine.wait(lambda: len(engine.text()) >= len(expected))
    assert engine.text() == expected


@pytest.mark.linux
def test_what_was_left_is_gone_without_being_asked_to(supervise: Supervise, tools: Any) -> None:
    """Its guardian was killed: nothing is said to run on that does not."""
    engine = supervise(tools.tree("double_forked"))
    status = engine.wait_state(State.WAITING)
    assert status.left == 1
    tools.kill(psutil.Process(engine.supervisor._host._guardian.process.pid).children()[0].pid)
    engine.wait(lambda: engine.status.left == 0)
    assert engine.status.state is State.WAITING


@pytest.mark.linux
def test_a_guardian_that_is_killed_is_said(supervise: Supervise, tools: Any) -> None:
    """An exit code of 137 alone would look like the script's own doing."""
    engine = supervise("print('up', flush=True)\n" + LOOP)
    engine.wait_text("up")
    tools.kill(psutil.Process(engine.supervisor._host._guardian.process.pid).children()[0].pid)
    engine.wait_state(State.WAITING)
    assert [notice.kind for notice in engine.notices] == [NoticeKind.GUARDIAN_LOST]


def test_a_run_that_never_began_leaves_the_stale_bytecode_to_the_next(
    supervise: Supervise, folder: Path
) -> None:
    """It had been told which cached bytecode is old, and ended before it could remove it."""
    helper = folder / "helper.py"
    save(helper, "word = 'aaa'")
    os.utime(helper, ns=(0, 1_700_000_000_100_000_000))
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP, standby=False)
    engine.wait_text("aaa", run=1)
    engine.supervisor.stop()
    engine.wait_state(State.IDLE, 1)
    save(helper, "word = 'bbb'")
    os.utime(helper, ns=(0, 1_700_000_000_200_000_000))
    engine.supervisor.start()
    engine.supervisor.stop()
    engine.wait_state(State.IDLE, 2)
    engine.supervisor.start()
    engine.wait_text("\n", run=3)
    assert engine.text(3) == "bbb\n"
