"""A script that has a reloader of its own: that acts on a save, and ours only supervises.

The frameworks are small ones, named and shaped as the real ones (tests/support), and real ones
where they are installed.
"""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import psutil
import pytest

from own_reloaders import PROGRAMS, Program, say
from patience import patient
from processes import is_alive
from reloader_core import Notice, NoticeKind, ReasonKind, State, TurnOff
from reloader_core.nested import ACTS_S, LeftSaves

Supervise = Callable[..., Any]
KINDS = [
    pytest.param(program, id=name, marks=[pytest.mark.posix] if program.posix else [])
    for name, program in PROGRAMS.items()
]
FLASK = PROGRAMS["Flask"]


def begin(supervise: Supervise, folder: Path, program: Program, *, on: bool = True) -> Any:
    """The program serves, and whoever acts on saves has looked once."""
    engine = supervise(program.write(folder, on=on), **program.target(on=on))
    engine.wait_text("serves one\n")
    return engine


def nested(engine: Any) -> list[Notice]:
    return [notice for notice in engine.notices if notice.kind is NoticeKind.NESTED]


def wait_nested(engine: Any) -> None:
    engine.wait(lambda: nested(engine), "a notice")


# -- each kind


@pytest.mark.parametrize("program", KINDS)
def test_theirs_acts_and_ours_says_so_once(
    supervise: Supervise, folder: Path, program: Program
) -> None:
    engine = begin(supervise, folder, program)
    wait_nested(engine)
    for word in ("two", "three"):
        say(folder, word)
        engine.wait_text(f"serves {word}\n")
    assert engine.text().count("serves") == 3, "exactly one start for each save"
    assert [status.run for status in engine.statuses] == [1], "and none of it ours"
    assert [notice.values for notice in nested(engine)] == [program.said]


@pytest.mark.parametrize("program", KINDS)
def test_with_theirs_turned_off_ours_acts(
    supervise: Supervise, folder: Path, program: Program
) -> None:
    engine = begin(supervise, folder, program, on=False)
    say(folder, "two")
    engine.wait_text("serves two\n", run=2)
    assert engine.status.reason.kind is ReasonKind.CHANGED
    assert nested(engine) == []


@pytest.mark.parametrize("program", KINDS)
def test_stop_ends_all_of_it(supervise: Supervise, folder: Path, program: Program) -> None:
    engine = begin(supervise, folder, program)
    wait_nested(engine)
    tree = psutil.Process(engine.status.pid).children(recursive=True)
    assert tree
    engine.supervisor.stop()
    engine.wait_state(State.IDLE)
    assert not any(is_alive(process.pid) for process in tree)


@pytest.mark.parametrize("name", ["Flask", "Uvicorn", "Gunicorn"])  # Popen, spawn, fork
@pytest.mark.posix
def test_it_is_seen_in_each_python(
    supervise: Supervise, folder: Path, each_python: Any, name: str
) -> None:
    program = PROGRAMS[name]
    script, options = program.write(folder), program.target()
    engine = supervise(script, interpreter=Path(each_python.path), **options)
    engine.wait_text("serves one\n")
    wait_nested(engine)
    say(folder, "two")
    engine.wait_text("serves two\n")
    assert engine.status.run == 1


# -- whoever starts it, and what becomes of it


def test_started_again_it_is_left_to_theirs_again(supervise: Supervise, folder: Path) -> None:
    engine = begin(supervise, folder, FLASK)
    wait_nested(engine)
    engine.supervisor.start()
    engine.wait_text("serves one\n", run=2)
    say(folder, "two")
    engine.wait_text("serves two\n")
    assert engine.status.run == 2 and engine.text(2).count("serves") == 2
    assert len(nested(engine)) == 1


def test_one_that_a_save_turns_on_is_seen_in_a_standby(supervise: Supervise, folder: Path) -> None:
    engine = begin(supervise, folder, FLASK, on=False)
    engine.wait(lambda: engine.supervisor._standbys.first, "a standby")
    (folder / "main.py").write_text(FLASK.text(on=True), encoding="utf-8")
    engine.wait_text("serves one\n", run=2)
    wait_nested(engine)
    say(folder, "two")
    engine.wait_text("serves two\n")
    assert engine.status.run == 2


def test_what_turns_it_off_restarts_the_whole_script(supervise: Supervise, folder: Path) -> None:
    """Theirs would start the program without it, wait for its end, and look no more."""
    engine = begin(supervise, folder, FLASK)
    wait_nested(engine)
    (folder / "main.py").write_text(FLASK.text(on=False), encoding="utf-8")
    engine.wait_text("serves one\n", run=2)
    say(folder, "two")
    engine.wait_text("serves two\n", run=3)


def test_after_it_has_ended_with_its_program_ours_acts(supervise: Supervise, folder: Path) -> None:
    engine = begin(supervise, folder, FLASK)
    wait_nested(engine)
    main = folder / "main.py"
    main.write_text("1 / 0\n" + FLASK.text(on=True), encoding="utf-8")
    engine.wait_state(State.WAITING, run=1)
    assert engine.status.exit is not None and engine.status.exit.code == 1
    main.write_text(FLASK.text(on=True), encoding="utf-8")
    engine.wait_text("serves one\n", run=2)
    say(folder, "two")
    engine.wait_text("serves two\n", run=2)


def test_one_that_does_not_act_is_not_waited_for_for_ever(
    supervise: Supervise, folder: Path
) -> None:
    """The file is none of those that it watches."""
    script = PROGRAMS["Uvicorn"].write(folder)
    (folder / "data").mkdir()
    data = folder / "data" / "words.txt"
    data.write_text("one", encoding="utf-8")
    engine = supervise(script, watch=("data/*.txt",))
    engine.wait_text("serves one\n")
    wait_nested(engine)
    data.write_text("two", encoding="utf-8")
    engine.wait(lambda: engine.status.run == 2, "ours", deadline_s=ACTS_S + 10)
    assert engine.status.reason.files == (data,)


def test_it_is_not_taken_for_one_by_what_it_has_in_store(
    supervise: Supervise, folder: Path
) -> None:
    """Imported, with the variables that theirs sets, and starting programs by itself."""
    FLASK.write(folder)
    engine = supervise("""
    import os, subprocess, sys
    import flask.app, flask.cli, werkzeug._reloader
    from server import serve
    os.environ["WERKZEUG_RUN_MAIN"] = "true"
    def restart_with_reloader():
        subprocess.call([sys.executable, "-c", ""])
    restart_with_reloader()
    serve()
    """)
    engine.wait_text("serves one\n")
    say(folder, "two")
    engine.wait_text("serves two\n", run=2)
    assert nested(engine) == []


def test_in_the_terminal_it_is_said_in_one_sentence(
    reloader: Callable[..., Any], folder: Path, wait_until: Callable[..., None]
) -> None:
    FLASK.write(folder)
    tool = reloader("main.py")
    wait_until(lambda: "serves one" in tool.text, what=lambda: tool.words)
    say(folder, "two")
    wait_until(lambda: "serves two" in tool.text, what=lambda: tool.words)
    said = [line for line in tool.words.splitlines() if "itself" in line]
    assert said == [
        "reloader: Flask restarts the script itself when you save, so Reloader does not; start it"
        " with use_reloader=False, and Reloader does, which is faster."
    ]
    assert "restarted (" not in tool.words


# -- what is left to it


HELPER = frozenset({Path("helper.py")})


def left(off: TurnOff = TurnOff.WITH, **lines: list[bytes]) -> LeftSaves:
    def ask(work: Callable[[str], object], paths: Iterable[str]) -> dict[str, object]:
        return {path: lines.get(path[:-3]) for path in paths}

    saves = LeftSaves(ask)
    saves.begin([Path("main.py")])
    saves.acted(off)
    return saves


def test_a_save_that_theirs_acts_on_is_dealt_with() -> None:
    saves = left()
    assert saves.leave(HELPER, 0.0)
    saves.acted(TurnOff.WITH)
    assert saves.deadline is None and saves.due(ACTS_S) == frozenset()


def test_a_save_is_due_from_when_it_was_first_left() -> None:
    saves = left()
    saves.leave(HELPER, 0.0)
    saves.leave(frozenset({Path("other.py")}), ACTS_S - 1)
    assert saves.due(ACTS_S - 0.1) == frozenset()
    assert saves.due(ACTS_S) == HELPER | {Path("other.py")}
    assert saves.due(ACTS_S) == frozenset()


def test_who_runs_what_was_saved_in_its_own_process_is_not_seen_to_act() -> None:
    saves = left(TurnOff.IN_PLACE)
    assert saves.leave(HELPER, 0.0)
    assert saves.deadline is None and saves.due(ACTS_S) == frozenset()


# -- the real ones


REAL = {
    "flask": """
from flask import Flask
import helper
print("serves", helper.word, flush=True)
app = Flask("app")
if __name__ == "__main__":
    app.run(port=0, debug=True, reloader_type="stat"{on})
""",
    "uvicorn": """
import uvicorn
import helper
print("serves", helper.word, flush=True)
async def app(scope, receive, send): pass
if __name__ == "__main__":
    uvicorn.run("main:app", port=0, lifespan="off", reload={on})
""",
}
SWITCHES = {"flask": ("", ", use_reloader=False"), "uvicorn": ("True", "False")}


def wait_answer(engine: Any) -> None:
    """It serves: whoever acts on saves has looked at its files."""
    address = re.compile(r"http://127\.0\.0\.1:(\d+)")

    def answers() -> bool:
        found = address.search(engine.text())
        if found is None:
            return False
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=patient(20))
        try:
            connection.request("GET", "/")
            return connection.getresponse().status > 0
        except ConnectionError:  # its child does not listen yet
            return False
        finally:
            connection.close()

    engine.wait(answers, "an answer", deadline_s=20)


@pytest.mark.parametrize("name", REAL)
def test_a_real_one_acts_and_ours_does_not(supervise: Supervise, folder: Path, name: str) -> None:
    pytest.importorskip(name)
    on, off = SWITCHES[name]
    say(folder, "one")
    engine = supervise(REAL[name].replace("{on}", on))
    wait_nested(engine)
    assert nested(engine)[0].values[0] == name.capitalize()
    wait_answer(engine)
    say(folder, "another")  # of the same size it might run from old bytecode
    engine.wait_text("serves another")
    assert engine.status.run == 1
    (folder / "main.py").write_text(REAL[name].replace("{on}", off), encoding="utf-8")
    engine.wait_text("serves another", run=2)
    say(folder, "three")
    engine.wait_text("serves three", run=3)
    assert len(nested(engine)) == 1
