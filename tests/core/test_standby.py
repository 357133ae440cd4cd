"""The parked next run: sooner, never by accident, and never noticed when it fails."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from engine import wait_parked
from reloader_core import NotRestarted, State, Target
from reloader_core.used_modules import UsedModules
from reloader_core.words.reasons import in_words

Supervise = Callable[..., Any]
LOOP = "import time\nwhile True: time.sleep(0.05)\n"
REPORT = """
import os, sys
with open('runs.txt', 'a') as file: file.write(f'{os.getpid()}\\n')
"""


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def pids(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "runs.txt").read_text().split()]


def parked(engine: Any) -> list[int]:
    """Interpreters of ours that run this script's command and are not the present run."""
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            command = process.cmdline()
        except psutil.Error:
            continue
        if str(engine.target.script) in command and process.pid != engine.status.pid:
            found.append(process.pid)
    return found


def test_the_parked_one_goes(supervise: Supervise, folder: Path) -> None:
    engine = supervise(REPORT + "import json\nprint('one')\n" + LOOP)
    engine.wait_text("one")
    pid = wait_parked(engine)
    assert pids(folder) == [engine.status.pid], "the standby has not run the script"
    save(folder / "main.py", REPORT + "import json\nprint('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert pids(folder)[1] == pid == engine.status.pid
    assert wait_parked(engine) != pid, "and the next one is parked"


def test_what_the_last_run_used_is_imported_already(supervise: Supervise, folder: Path) -> None:
    engine = supervise("import json, decimal\nprint('one')\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    text = "import csv, decimal, gc, json, sys\n"
    text += "found = {id(each) for each in gc.get_objects()}\n"
    text += "print([id(each) not in found for each in (json, decimal, csv)])\n"
    save(folder / "main.py", text + LOOP)
    engine.wait_text("[True, True, False]", run=2)


def test_and_not_seen_before_it_is_imported(supervise: Supervise, folder: Path) -> None:
    engine = supervise("import logging.handlers\nprint('one', logging.handlers)\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    text = "import sys\nprint('logging' in sys.modules)\nimport logging\nprint(logging.handlers)\n"
    save(folder / "main.py", text)
    engine.wait_text("AttributeError", run=2)
    assert engine.text(2).startswith("False\nTraceback")


def test_off(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP, standby=False)
    engine.wait_text("one")
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert parked(engine) == []


def test_it_waits_on_while_the_script_has_ended(supervise: Supervise, folder: Path) -> None:
    engine = supervise(REPORT + "print('one')")
    engine.wait_state(State.WAITING)
    pid = wait_parked(engine)
    save(folder / "main.py", REPORT + "print('two')")
    engine.wait_text("two", run=2)
    assert pids(folder)[1] == pid


def test_one_that_died_is_not_missed(supervise: Supervise, folder: Path) -> None:
    engine = supervise(REPORT + "print('one')\n" + LOOP)
    engine.wait_text("one")
    psutil.Process(wait_parked(engine)).kill()
    save(folder / "main.py", REPORT + "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert len(pids(folder)) == 2


@pytest.mark.posix
def test_one_that_does_not_answer_is_not_missed(supervise: Supervise, folder: Path) -> None:
    engine = supervise(REPORT + "print('one')\n" + LOOP, grace_s=0.5)
    engine.wait_text("one")
    psutil.Process(wait_parked(engine)).suspend()
    save(folder / "main.py", REPORT + "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert len(pids(folder)) == 2


def test_nothing_parked_is_left_behind(supervise: Supervise, folder: Path) -> None:
    engine = supervise(REPORT + "print('one')\n" + LOOP)
    engine.wait_text("one")
    pid = wait_parked(engine)
    engine.close()
    engine.wait(lambda: not psutil.pid_exists(pid))
    assert len(pids(folder)) == 1


def test_a_beginners_own_calendar(supervise: Supervise, folder: Path) -> None:
    """email imports calendar; the script's own calendar.py must be the one it gets."""
    engine = supervise("import email.utils, sys\nprint('one')\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    save(folder / "calendar.py", "mine = True")
    save(folder / "main.py", "import calendar\nprint('mine', calendar.mine)\n" + LOOP)
    engine.wait_text("mine True", run=2)
    save(folder / "main.py", "import calendar\nprint('again', calendar.mine)\n" + LOOP)
    engine.wait_text("again True")


def test_new_arguments_and_environment_reach_the_next_run(
    supervise: Supervise, folder: Path
) -> None:
    body = "import os, sys\nprint(sys.argv[1:], os.environ.get('WORD'))\n" + LOOP
    engine = supervise(body)
    engine.wait_text("[] None")
    wait_parked(engine)
    target: Target = dataclasses.replace(engine.target, args=("x",), env=(("WORD", "new"),))
    engine.supervisor.start(target)
    engine.wait_text("['x'] new", run=2)


@pytest.mark.posix
def test_no_standby_of_a_python_that_has_not_answered(supervise: Supervise, folder: Path) -> None:
    """One that lets no agent in would run the script, and not be parked."""
    engine = supervise(REPORT + "print('one')\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    isolated = folder / "isolated"
    save(isolated, f'#!/bin/sh\ntouch begun\nexec "{sys.executable}" -I "$@"\n')
    isolated.chmod(0o755)
    engine.supervisor.update(dataclasses.replace(engine.target, interpreter=isolated))
    engine.wait(lambda: engine.supervisor._standbys.first is None)
    save(folder / "main.py", REPORT + "print('two'\n")
    engine.wait_state(State.WAITING, 2)
    assert len(pids(folder)) == 1, "it does not parse, and nobody could tell before"
    save(folder / "main.py", REPORT + "print('three')\n" + LOOP)
    engine.wait_text("three", run=3)
    assert len(pids(folder)) == 2


def test_a_save_of_what_is_loaded_ahead_while_a_check_is_due(
    supervise: Supervise, folder: Path
) -> None:
    """The standby that was asked is thrown away, and another one asked."""
    place = folder / "lib"
    place.mkdir()
    save(place / "sitecustomize.py", "import settings\n")
    save(place / "settings.py", "")
    body = "".join(f"def f{n}(a, b=None):\n    return [a + {n}, b]\n" for n in range(3000))
    save(folder / "large.py", body + "word = 'one'")
    env = (("PYTHONPATH", str(place)),)
    engine = supervise("import large\nprint(large.word)\n" + LOOP, env=env)
    engine.wait_text("one")
    wait_parked(engine)
    save(folder / "large.py", body + "word = 'two'\nif True print(1)\n")
    engine.wait(lambda: engine.supervisor._changes._saves._open is not None, "a question")
    save(place / "settings.py", "# saved\n")
    engine.wait(lambda: refusals(engine), "the refusal")
    assert refusals(engine)[0].files == (folder / "large.py", place / "settings.py")
    assert engine.status.state is State.RUNNING and engine.status.run == 1


def test_times_count_from_the_start_of_the_script(supervise: Supervise, folder: Path) -> None:
    body = (
        "import logging\n"
        "record = logging.makeLogRecord({})\n"
        "print('soon', record.relativeCreated < 400, record.relativeCreated)\n"
    )
    engine = supervise(body + LOOP)
    engine.wait_text("soon True")
    wait_parked(engine)
    began = engine.status.started
    engine.wait(lambda: __import__("time").monotonic() - began > 0.6)
    save(folder / "main.py", body + "# \n" + LOOP)
    engine.wait_text("soon True", run=2)


# -- a save that does not parse


def refusals(engine: Any) -> list[NotRestarted]:
    return [message for message in engine.messages if isinstance(message, NotRestarted)]


def test_the_reason_names_the_changed_lines(supervise: Supervise, folder: Path) -> None:
    """Against the text that the present run started from, also after a save that does not
    parse, and at once after a restart."""
    save(folder / "helper.py", "a = 1\nb = 2\nc = 3\nd = 4\n")
    engine = supervise("import helper\nprint(helper.a)\n" + LOOP)
    engine.wait_text("1")
    files = engine.supervisor._watcher._board.files
    engine.wait(lambda: len(files) == 2 and all(file.text for file in files.values()))

    save(folder / "helper.py", "a = 2\nb = 2\nc = 3\nd = 5\n")
    engine.wait_text("2", run=2)
    assert in_words(engine.status.reason) == "changed: helper.py (lines 1, 4)"

    wait_parked(engine)
    save(folder / "helper.py", "a = 3\nb = (\nc = 3\nd = 5\n")
    engine.wait(lambda: refusals(engine))
    save(folder / "helper.py", "a = 3\nb = 0\nc = 3\nd = 5\n")
    engine.wait_text("3", run=3)
    assert in_words(engine.status.reason) == "changed: helper.py (lines 1-2)"


def test_a_mistake_does_not_end_what_runs(supervise: Supervise, folder: Path) -> None:
    save(folder / "helper.py", "word = 'one'")
    engine = supervise("import helper\nprint(helper.word)\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    save(folder / "helper.py", "word = 'two'\nif True print(1)\n")
    engine.wait(lambda: refusals(engine), "the refusal")
    error = refusals(engine)[0].error
    assert (error.type, error.file, error.line) == ("SyntaxError", folder / "helper.py", 2)
    assert error.source == "if True print(1)"
    assert engine.status.state is State.RUNNING and engine.status.run == 1
    save(folder / "helper.py", "word = 'mended'")
    engine.wait_text("mended", run=2)


def test_run_again_starts_it_with_its_mistake(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    save(folder / "main.py", "print('two'")
    engine.wait(lambda: refusals(engine), "the refusal")
    engine.supervisor.start()
    status = engine.wait_state(State.WAITING, 2)
    assert status.exit.error.is_syntax_error


def test_restart_on_errors(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP, restart_on_errors=True)
    engine.wait_text("one")
    wait_parked(engine)
    save(folder / "main.py", "print('two'")
    engine.wait_state(State.WAITING, 2)
    assert not refusals(engine)


def test_a_warning_at_compile_time_is_not_said_twice(supervise: Supervise, folder: Path) -> None:
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    wait_parked(engine)
    save(folder / "main.py", "x = 1\nif x is 1: print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    assert engine.text().count("SyntaxWarning") == 1


def test_a_large_module_is_checked_too(supervise: Supervise, folder: Path) -> None:
    """Its check takes long, as does its run. No later save must suffer from that."""
    body = "".join(f"def f{n}(a, b=None):\n    return [a + {n}, b]\n" for n in range(10_000))
    save(folder / "large.py", body + "word = 'one'")
    engine = supervise("import large\nprint(large.word)\n" + LOOP)
    engine.wait_text("one")
    for run, word in enumerate(("two", "three"), start=2):
        wait_parked(engine)
        save(folder / "large.py", body + f"word = {word!r}\nif True print(1)\n")
        engine.wait(lambda: len(refusals(engine)) == run - 1, "the refusal")  # noqa: B023
        assert engine.status.state is State.RUNNING and engine.status.run == run - 1
        save(folder / "large.py", body + f"word = {word!r}")
        engine.wait_text(word, run=run)
    wait_parked(engine)
    save(folder / "main.py", "print('two'")
    engine.wait(lambda: len(refusals(engine)) == 3, "the refusal of the small one")


def test_a_mistake_right_after_a_restart(supervise: Supervise, folder: Path) -> None:
    """No standby is parked yet: one is started for the check, and the next run goes with it."""
    engine = supervise("print('run 1')\n" + LOOP)
    for run in range(1, 5):
        engine.wait_text(f"run {run}")
        save(folder / "main.py", f"print('run {run + 1}'\n")
        engine.wait(lambda: len(refusals(engine)) == run, "the refusal")  # noqa: B023
        assert engine.status.state is State.RUNNING and engine.status.run == run
        save(folder / "main.py", f"print('run {run + 1}')\n" + LOOP)


@pytest.mark.posix
def test_a_check_that_is_never_answered(supervise: Supervise, folder: Path) -> None:
    """Its standby is frozen. The save restarts all the same, and the next one is checked."""
    engine = supervise("print('one')\n" + LOOP)
    engine.wait_text("one")
    psutil.Process(wait_parked(engine)).suspend()
    save(folder / "main.py", "print('two')\n" + LOOP)
    engine.wait_text("two", run=2)
    wait_parked(engine)
    save(folder / "main.py", "print('three'")
    engine.wait(lambda: refusals(engine), "the refusal")
    assert engine.status.state is State.RUNNING and engine.status.run == 2


def test_what_only_an_earlier_run_imported_does_not_bring_what_comes_late() -> None:
    used = UsedModules()
    for name in ("heavy", "heavy.part"):
        used.note(name, "/x/site-packages/heavy.py", packages_too=True)
    used.is_complete = True
    assert used.to_preload() == ("heavy", "heavy.part")
    used.begin_run()
    used.late.add("heavy")
    used.note("heavy", "/x/site-packages/heavy.py", packages_too=True)
    used.note("json", "/x/json.py", packages_too=True)
    used.is_complete = True
    assert used.to_preload() == ("json",)


def test_what_two_runs_did_without_is_forgotten(supervise: Supervise, folder: Path) -> None:
    """What is used is not: an import that gets a module imported ahead is one as well."""
    names = ("csv", "xml.dom.minidom", "json")

    def source(run: int, imports: str) -> str:
        return f"{imports}\nprint('run {run}')\n" + LOOP

    minidom = "from xml.dom import minidom"
    engine = supervise(source(1, f"import csv, json\n{minidom}"))
    ahead = []
    for run in range(1, 7):
        engine.wait_text(f"run {run}", run=run)
        wait_parked(engine)
        preloaded = engine.supervisor._standbys.first.preloaded
        ahead.append([name for name in names if name in preloaded])
        save(folder / "main.py", source(run + 1, minidom if run < 4 else "import json"))
    used = [list(names), list(names), ["xml.dom.minidom"], ["xml.dom.minidom"]]
    assert ahead == [*used, ["xml.dom.minidom", "json"], ["json"]]


def test_runs_that_are_cut_short_make_nothing_forgotten() -> None:
    used = UsedModules()
    names = ("json", "csv", "json")
    for name in names:
        used.note(name, f"/usr/lib/python3/{name}.py", packages_too=False)
    for _ in range(5):
        used.begin_run()
        assert used.to_preload() == ("json", "csv")
    for expected in (("json", "csv"), ("json", "csv"), ()):
        used.is_complete = True
        used.begin_run()
        assert used.to_preload() == expected


def test_which_modules_are_imported_ahead() -> None:
    used = UsedModules()
    for name in ("json", "this", "idlelib.run", "readline", "json"):
        used.note(name, f"/usr/lib/python3/{name}.py", packages_too=False)
    used.note("numpy", "/usr/lib/python3/site-packages/numpy/__init__.py", packages_too=False)
    assert used.to_preload() == ("json",)
    used.note("gevent", "/usr/lib/python3/site-packages/gevent/__init__.py", packages_too=False)
    assert used.to_preload() == ()
