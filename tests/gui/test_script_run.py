"""ScriptRun without widgets, on a fake engine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reloader_core import (
    Danger,
    Doubt,
    Drained,
    Exit,
    Interpreter,
    InterpreterMissing,
    Notice,
    NoticeKind,
    NotRestarted,
    Origin,
    Problem,
    ReasonKind,
    ScriptError,
    Source,
    SpawnTrouble,
    Spool,
    State,
    Watching,
)
from reloader_core.kept_imports import Kept, KeptImports
from reloader_core.launch import launch_of
from reloader_gui.output.feed import Feed
from reloader_gui.output.text.document import Document
from reloader_gui.output.text.export import everything, text_of
from reloader_gui.run.parts import Parts
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.texts.runs import RUNS

Make = Callable[..., ScriptRun]
CRASH = ScriptError("NameError", "name 'x' is not defined", Path("/game.py"), 3, "x")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    spool = Spool(tmp_path / "spool")
    yield Document(spool)
    spool.close()


@pytest.fixture
def feed(document: Document) -> Feed:
    return Feed(document.spool, document.announce, lambda: None)


def text_in(document: Document) -> str:
    document.refresh()
    return "".join(text_of(everything(document)))


@pytest.fixture
def make(
    qtbot: QtBot, settings: Settings, feed: Feed, fake_parts: Parts, write: Any, engines: Any
) -> Iterator[Make]:
    made: list[ScriptRun] = []

    def make(parts: Parts | None = None, options: ScriptOptions | None = None) -> ScriptRun:
        script = write("game.py", "print('hello')")
        if options is not None:
            settings.remember(script, options)
        run = ScriptRun(script, settings, feed, parts or fake_parts)
        made.append(run)
        return run

    yield make
    for run in made:
        run.close()
        for engine in engines:
            engine.is_stubborn = False
            engine.quit()
        assert run.wait_closed(5)


@pytest.fixture
def started(qtbot: QtBot, make: Make, engines: Any) -> ScriptRun:
    """A ScriptRun whose engine has been told to start."""
    run = make()
    run.run()
    qtbot.waitUntil(lambda: bool(engines))
    return run


def said(qtbot: QtBot, run: ScriptRun, words: str) -> None:
    qtbot.waitUntil(lambda: words in run.view.text, timeout=3000)


def test_run_while_python_is_looked_for_runs_as_soon_as_it_is_known(
    qtbot: QtBot, make: Make, engines: Any, fake_engine: Any
) -> None:
    answers: list[Interpreter] = []

    def choose(script: Path, **_: Any) -> Interpreter:
        deadline = time.monotonic() + 5
        while not answers and time.monotonic() < deadline:
            time.sleep(0.005)
        return answers[0]

    run = make(Parts(make_engine=fake_engine, choose=choose))
    run.python.look()
    said(qtbot, run, "Looking for Python...")
    run.run()
    said(qtbot, run, "Looking for Python. Then your script runs...")
    assert run.view.stop_enabled
    answers.append(Interpreter(Path(__file__), "3.12.1", Origin(Source.ENVIRONMENT, "venv")))
    qtbot.waitUntil(lambda: bool(engines), timeout=3000)
    assert engines[0].commands[0][0] == "start"


def test_a_run_that_begins_meanwhile_leaves_no_question_about_python(
    qtbot: QtBot, make: Make, engines: Any, fake_engine: Any
) -> None:
    sure = Interpreter(Path(__file__), "3.12.1", Origin(Source.ENVIRONMENT, "venv"))
    doubt = Doubt(Danger.WRITABLE_BY_ALL, Path("/venv"), "", "mark")
    python = Path("/venv/python")
    venv = Origin(Source.ENVIRONMENT, "venv")
    doubted = Interpreter(python, "", venv, named=python, is_confirmed=False, doubt=doubt)
    found = [sure]
    run = make(Parts(make_engine=fake_engine, choose=lambda script, **_: found[-1]))
    run.run()
    qtbot.waitUntil(lambda: bool(engines))
    engines[0].running()
    engines[0].status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 1.0))
    said(qtbot, run, "Finished")
    found.append(doubted)
    run.python.look()
    qtbot.waitUntil(lambda: run.python.found is doubted)
    run.run()
    said(qtbot, run, "Not started yet")
    engines[0].running(2)  # a save
    engines[0].status(State.WAITING, ReasonKind.ENDED, run=2, exit=Exit(0, None, 1.0))
    said(qtbot, run, "Finished")


def test_stop_while_python_is_looked_for_forgets_the_wish(
    qtbot: QtBot, make: Make, engines: Any
) -> None:
    run = make()
    run.run()
    run.stop()
    said(qtbot, run, "Ready. Press Run.")
    qtbot.waitUntil(lambda: run.python.found is not None)
    assert engines == []


def test_the_target_is_what_the_user_chose(qtbot: QtBot, make: Make, engines: Any) -> None:
    run = make(options=ScriptOptions(restart_on_save=False, arguments='one "two three"'))
    run.run()
    qtbot.waitUntil(lambda: bool(engines))
    target = engines[0].target
    assert target.script == run.script and target.cwd == run.script.parent
    assert target.args == ("one", "two three")
    assert not target.restart_on_save
    assert target.max_exit3_loops == 5
    assert target.grace_s == 2.0


def test_no_python_is_said_and_run_looks_again(
    qtbot: QtBot, make: Make, engines: Any, fake_engine: Any
) -> None:
    found: list[Interpreter] = []

    def choose(script: Path, **_: Any) -> Interpreter:
        if not found:
            raise InterpreterMissing(Problem.NONE_FOUND)
        return found[0]

    run = make(Parts(make_engine=fake_engine, choose=choose))
    run.python.look()
    said(qtbot, run, "Could not start. No Python was found")
    found.append(Interpreter(Path(__file__), "3.12.1", Origin(Source.ENVIRONMENT, "venv")))
    run.run()
    qtbot.waitUntil(lambda: bool(engines), timeout=3000)


def test_a_search_that_fails_is_said_and_never_hangs(
    qtbot: QtBot, make: Make, fake_engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", seen.append)

    def choose(script: Path, **_: Any) -> Interpreter:
        raise RuntimeError("a bug")

    run = make(Parts(make_engine=fake_engine, choose=choose))
    run.run()
    said(qtbot, run, "Looking for Python failed.")
    assert [each.exc_type for each in seen] == [RuntimeError]


def test_the_first_run_is_prepared_where_its_imports_are_known(
    qtbot: QtBot, make: Make, engines: Any, write: Any
) -> None:
    """Not with what the user adds to the environment; and saves start nothing before Run."""
    run = make()
    run.python.look()
    qtbot.waitUntil(lambda: run.python.found is not None)
    assert run.python.found is not None
    target = run.options.target(run.python.found)
    known = Kept("1f", (), ("json",), (), (), (), (), (), is_apart=True)
    KeptImports.usual().write(launch_of(target), known)
    run.set_texts(environment="PYTHONSTARTUP=x.py")
    qtbot.waitUntil(lambda: not run._before._timer.isActive())
    assert engines == []
    told: list[object] = []
    run.not_run.connect(told.append)
    run.set_texts(environment="")
    qtbot.waitUntil(lambda: len(engines) == 1 and engines[0].commands != [])
    (word, prepared), *_ = engines[0].commands
    assert word == "prepare" and prepared == replace(target, restart_on_save=False)
    run.set_restart_on_save(True)
    write("game.py", "print('hello again')")
    qtbot.waitUntil(lambda: len(told) == 1)
    run.run()
    qtbot.waitUntil(lambda: len(engines[0].commands) > 1)
    assert [each[0] for each in engines[0].commands] == ["prepare", "start"]
    assert len(engines) == 1 and engines[0].commands[1][1].restart_on_save


def test_the_first_run_says_what_a_save_does_and_only_once(
    qtbot: QtBot, make: Make, engines: Any, settings: Settings
) -> None:
    def has_engine(run: ScriptRun) -> bool:
        return run.engine.now is not None

    for expected in (1, 0):
        run = make()
        lines: list[bool] = []
        run.first_run.connect(partial(lines.append, True))
        run.run()
        qtbot.waitUntil(partial(has_engine, run))
        assert len(lines) == expected
    assert settings.file is not None and settings.flush(10)
    again = Settings.load(settings.file.parent)
    assert again.script(run.script).first_run_shown


def test_no_such_line_where_saves_do_nothing(qtbot: QtBot, make: Make, engines: Any) -> None:
    run = make(options=ScriptOptions(restart_on_save=False))
    lines: list[bool] = []
    run.first_run.connect(lambda: lines.append(True))
    run.run()
    qtbot.waitUntil(lambda: bool(engines))
    assert lines == []


def test_states_become_words(qtbot: QtBot, started: ScriptRun, engines: Any) -> None:
    engine = engines[0]
    engine.running()
    said(qtbot, started, "Running.")
    assert started.view.stop_enabled and started.view.run_label == "Run again"
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 2.0))
    said(qtbot, started, "Finished after 2 s.")
    assert "printed nothing" not in started.view.text, "its output may still be on its way"
    engine.say(Drained(1))
    said(qtbot, started, "It printed nothing.")


def test_a_short_run_never_shows_running(qtbot: QtBot, started: ScriptRun, engines: Any) -> None:
    texts: list[str] = []
    started.view_changed.connect(lambda view: texts.append(view.text))
    engines[0].running()
    engines[0].status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0, None, 0.1))
    said(qtbot, started, "Finished")
    qtbot.wait(400)
    assert not [text for text in texts if text.startswith("Running")]


def test_seconds_go_by(qtbot: QtBot, started: ScriptRun, engines: Any) -> None:
    texts: set[str] = set()
    started.view_changed.connect(lambda view: texts.add(view.text))
    engines[0].running(started=time.monotonic() - 2.5)
    qtbot.waitUntil(lambda: len([each for each in texts if "Running for" in each]) > 1)


def test_a_crash_and_what_is_no_crash(qtbot: QtBot, started: ScriptRun, engines: Any) -> None:
    engine = engines[0]
    failed: list[ScriptError] = []
    well: list[int] = []
    started.failed.connect(failed.append)
    started.no_failure.connect(lambda: well.append(1))
    engine.running(1)
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1, CRASH))
    qtbot.waitUntil(lambda: failed == [CRASH])
    engine.running(2)
    engine.status(State.RESTARTING, ReasonKind.CHANGED, run=2, exit=Exit(1, CRASH))
    engine.running(3)
    engine.status(State.STOPPING, ReasonKind.STOPPED, run=3)
    engine.status(State.IDLE, ReasonKind.STOPPED, run=3, exit=Exit(1, CRASH))
    said(qtbot, started, "Stopped by you.")
    assert failed == [CRASH], "what was asked to end has not crashed"
    assert well == [1]
    engine.running(4)
    engine.status(State.WAITING, ReasonKind.ENDED, run=4, exit=Exit(0, None, 0.1))
    qtbot.waitUntil(lambda: len(well) == 2)


def test_a_run_that_lasts_did_not_fail(qtbot: QtBot, started: ScriptRun, engines: Any) -> None:
    with qtbot.waitSignal(started.no_failure, timeout=3000):
        engines[0].running()


def test_a_traceback_that_nobody_reported_is_read_off_the_output(
    qtbot: QtBot, started: ScriptRun, engines: Any
) -> None:
    engine = engines[0]
    failed: list[ScriptError] = []
    started.failed.connect(failed.append)
    engine.running()
    engine.status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(1))
    said(qtbot, started, "Ended with exit code 1.")
    text = (
        f'Traceback (most recent call last):\n  File "{started.script}", line 1, in <module>\n'
        "    x\nNameError: name 'x' is not defined\n"
    )
    engine.prints(1, text)
    assert failed == [], "more output may follow"
    engine.say(Drained(1))
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].line == 1
    said(qtbot, started, "Stopped by an error in game.py, line 1.")


def test_the_reason_why_it_could_not_start_is_in_the_status(
    qtbot: QtBot, started: ScriptRun, engines: Any
) -> None:
    notices: list[Notice] = []
    started.noticed.connect(notices.append)
    values = SpawnTrouble.FOLDER, "it is gone"
    engines[0].say(Notice(NoticeKind.SPAWN_FAILED, values=values))
    engines[0].status(State.WAITING, ReasonKind.SPAWN_FAILED, run=1)
    why = "The working folder cannot be used (it is gone). Choose another one."
    said(qtbot, started, f"Could not start. {why}")
    assert notices == [], "once is enough"


def test_not_restarted_stays_until_the_next_run(
    qtbot: QtBot, started: ScriptRun, engines: Any
) -> None:
    engine = engines[0]
    failed: list[ScriptError] = []
    started.failed.connect(failed.append)
    mistake = ScriptError("SyntaxError", "invalid syntax", started.script, 12, "if x")
    engine.running(1)
    engine.say(NotRestarted(mistake, (started.script,)))
    said(qtbot, started, "game.py cannot run: there is a mistake in line 12.")
    assert failed == [mistake]
    engine.running(2)
    said(qtbot, started, "Running")


def test_commands_reach_the_engine(
    qtbot: QtBot, started: ScriptRun, engines: Any, document: Document
) -> None:
    engine = engines[0]
    engine.running()
    qtbot.waitUntil(lambda: started.is_busy)
    started.engine.send("你好")
    started.engine.close_input()
    started.set_restart_on_save(False)
    started.engine.keep_restarting()
    started.stop()
    started.stop()
    assert engine.commands[1:] == [
        ("input", "你好\n".encode()),
        ("end of input",),
        ("restart on save", False),
        ("keep restarting",),
        ("stop",),
        ("stop",),
    ]
    assert "\n你好\nno more input (Ctrl+D)\n" in text_in(document)


def test_stop_does_nothing_where_nothing_runs(
    qtbot: QtBot, started: ScriptRun, engines: Any
) -> None:
    engines[0].running()
    engines[0].status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0), left=0)
    qtbot.waitUntil(lambda: started.record.exit is not None)
    started.stop()
    assert ("stop",) not in engines[0].commands
    engines[0].status(State.WAITING, ReasonKind.ENDED, run=1, exit=Exit(0), left=2)
    qtbot.waitUntil(lambda: started.is_busy)
    started.stop()
    assert ("stop",) in engines[0].commands


def test_the_rule_stands_between_the_output_of_two_runs(
    qtbot: QtBot, started: ScriptRun, engines: Any, document: Document
) -> None:
    """Run 2 is announced while the last words of run 1 are still on their way."""
    engine = engines[0]
    engine.running(1)
    engine.prints(1, "one ")
    engine.running(2)
    engine.prints(1, "late\n")
    engine.say(Drained(1))
    engine.prints(2, "two\n")
    shown = text_in(document)
    assert shown.splitlines()[1:3] == ["one late", ""]
    assert shown.endswith("you pressed Run\ntwo\n")


def test_without_a_word_from_the_old_run_the_new_one_begins_with_its_output(
    qtbot: QtBot, started: ScriptRun, engines: Any, document: Document
) -> None:
    engine = engines[0]
    engine.running(1)
    engine.running(2)
    engine.prints(2, "two\n")
    shown = text_in(document)
    assert shown.count("you pressed Run") == 2
    assert shown.endswith("you pressed Run\ntwo\n")


def test_details_are_for_the_curious(qtbot: QtBot, started: ScriptRun, engines: Any) -> None:
    details: list[str] = []
    started.details_changed.connect(
        lambda: details.append(RUNS.details(started.status, started.watched, started.parked))
    )
    engines[0].running()
    engines[0].say(Watching((Path("/a.py"), Path("/b.py"))))
    qtbot.waitUntil(lambda: details[-1:] == ["Run 1, process 4711, 2 files watched"])


def test_an_engine_that_fails_is_said_and_run_makes_a_new_one(
    qtbot: QtBot,
    make: Make,
    engines: Any,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    notices: list[Notice] = []
    run = make()
    run.noticed.connect(notices.append)
    run.run()
    qtbot.waitUntil(lambda: bool(engines))

    def fail() -> None:
        raise RuntimeError("a bug of ours")

    with qtbot.captureExceptions() as uncaught:
        engines[0]._todo.put(fail)
        qtbot.waitUntil(lambda: bool(notices) and run.engine.now is None, timeout=3000)
    assert [notice.kind for notice in notices] == [NoticeKind.FAILED]
    assert not uncaught, "of these the window says that the script keeps running"
    assert "a bug of ours" in caplog.text
    assert "Error calling Python override" not in capfd.readouterr().err
    said(qtbot, run, "Ready. Press Run.")
    run.run()
    assert len(engines) == 2


def test_close_waits_for_the_engine_and_a_second_close_forces(
    qtbot: QtBot, started: ScriptRun, engines: Any
) -> None:
    engines[0].is_stubborn = True
    closed: list[bool] = []
    started.closed.connect(lambda: closed.append(True))
    started.close()
    qtbot.wait(50)
    assert closed == []
    started.close()
    qtbot.waitUntil(lambda: closed == [True])
    assert engines[0].commands.count(("quit",)) == 2
