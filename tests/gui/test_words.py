from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reloader_core import (
    Exit,
    Notice,
    NoticeKind,
    Reason,
    ReasonKind,
    ScriptError,
    SpawnTrouble,
    State,
    Status,
)
from reloader_core.model import LineSpans
from reloader_gui.texts.cause import Installed
from reloader_gui.texts.runs import RUNS
from reloader_gui.texts.said import said
from reloader_gui.texts.status import STATUS, Moment, Mood
from reloader_gui.texts.values import VALUES, next_word_s

GAME, HELPER = Path("/home/me/game.py"), Path("/home/me/helper.py")
NAME_ERROR = ScriptError("NameError", "name 'scoer' is not defined", GAME, 12, "score = scoer")
SYNTAX_ERROR = ScriptError("SyntaxError", "invalid syntax", GAME, 12)


def status(state: State, kind: ReasonKind = ReasonKind.ASKED, **more: Any) -> Status:
    files = tuple(more.pop("files", ()))
    return Status(t=100.0, state=state, reason=Reason(kind, files), **more)


R, W, S = State.RUNNING, State.WAITING, State.STOPPING
SAVE_ON: dict[str, object] = {}
SAVE_OFF: dict[str, object] = {"restart_on_save": False}
TABLE: list[tuple[Status | None, dict[str, object], str]] = [
    (None, {}, "Ready. Press Run."),
    (status(State.IDLE, ReasonKind.READY), {}, "Ready. Press Run."),
    (status(R, run=1, started=88.0), {"now": 100.0}, "Running for 10 s."),
    (status(R, run=1, started=99.5), {"now": 100.0}, "Running."),
    (status(R, run=1, started=97.0), {"now": 100.0}, "Running for 3 s."),
    (
        status(R, ReasonKind.CHANGED, files=[HELPER], run=2, started=88.0),
        {"now": 100.0},
        "Running for 10 s. Restarted: you saved helper.py.",
    ),
    (
        status(R, ReasonKind.EXIT_3, run=2, started=88.0),
        {"now": 100.0},
        "Running for 10 s. It asked to be restarted (exit code 3).",
    ),
    (
        status(R, run=2, started=98.0),
        {"now": 100.0},
        "Running for 2 s. Started again: you pressed Run.",
    ),
    (
        status(R, run=2, started=98.0),
        {"now": 100.0, "asked": Installed("PyYAML")},
        "Running for 2 s. Started again: PyYAML is installed now.",
    ),
    (status(R, run=2, started=90.0), {"now": 100.0}, "Running for 10 s."),
    (
        status(State.RESTARTING, ReasonKind.CHANGED, files=[GAME, HELPER], run=1),
        {},
        "Restarting: you saved game.py and helper.py...",
    ),
    (
        status(R, ReasonKind.CHANGED, files=[Path("/home/me/data.csv")], run=2, started=88.0),
        {"now": 100.0},
        "Running for 10 s. Restarted: data.csv changed.",
    ),
    (status(State.RESTARTING, run=1), {}, "Restarting..."),
    (
        status(State.RESTARTING, ReasonKind.EXIT_3, run=1),
        {},
        "It asked to be restarted (exit code 3). Starting again soon...",
    ),
    (status(S, ReasonKind.STOPPED, run=1), {"now": 100.0}, "Stopping. It has 2 s to finish."),
    (status(S, ReasonKind.STOPPED, run=1), {"now": 101.5}, "Stopping. It has 1 s to finish."),
    (status(S, ReasonKind.STOPPED, run=1), {"now": 102.5}, "Stopping by force."),
    (
        status(State.IDLE, ReasonKind.STOPPED, run=1),
        {},
        "Stopped by you. Press Run.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(0, None, 0.13)),
        SAVE_ON,
        "Finished after 0.1 s. It runs again when you save.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(0, None, 0.01)),
        {"printed": False},
        "Finished after 0.1 s. It printed nothing. It runs again when you save.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(0, None, 3700.0)),
        SAVE_OFF,
        "Finished after 1 h 1 min. Press Run to run it again.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(0, None, 65.2), left=1),
        {},
        "Finished after 1 min 5 s. A program that it started is still running."
        " Press Stop to end it. It runs again when you save.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(7), left=3),
        SAVE_OFF,
        "Ended with exit code 7. 3 programs that it started are still running."
        " Press Stop to end them. Press Run to run it again.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(0xC0000005)),
        {},
        "Ended with exit code 3221225477 (0xC0000005). It runs again when you save.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(1, NAME_ERROR)),
        {},
        "Stopped by an error in game.py, line 12. Fix it and save: it runs again.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(1, NAME_ERROR)),
        SAVE_OFF,
        "Stopped by an error in game.py, line 12. Fix it, then press Run.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(1, SYNTAX_ERROR)),
        {},
        "game.py has a mistake in line 12. Fix it and save: it runs again.",
    ),
    (
        status(W, ReasonKind.ENDED, run=1, exit=Exit(1, ScriptError("MemoryError", ""))),
        {},
        "Stopped by an error (MemoryError). Fix it and save: it runs again.",
    ),
    (
        status(W, ReasonKind.SPAWN_FAILED, run=1),
        {"not_started": Notice(NoticeKind.SPAWN_FAILED, (SpawnTrouble.PYTHON, "it is gone"))},
        "Could not start. Python could not be started (it is gone). Choose another Python.",
    ),
    (
        status(W, ReasonKind.EXIT_3_LOOP, run=5, exit=Exit(3)),
        {},
        "Kept asking to be restarted (exit code 3), so Reloader stopped it. "
        "It runs again when you save.",
    ),
    (status(State.CLOSED, ReasonKind.QUIT), {}, "Ready. Press Run."),
]


@pytest.mark.parametrize(("status", "moment", "text"), TABLE, ids=[row[2] for row in TABLE])
def test_each_state_has_its_words(
    status: Status | None, moment: dict[str, object], text: str
) -> None:
    error = status.exit.error if status is not None and status.exit is not None else None
    shown = STATUS.view(status, Moment("game.py", error=error, **moment))  # type: ignore[arg-type]
    assert shown.text == text


@pytest.mark.posix
def test_a_signal_is_named() -> None:
    ended = status(W, ReasonKind.ENDED, run=1, exit=Exit(-11))
    text = STATUS.view(ended, Moment("game.py")).text
    assert text == (
        "Ended by the system: Segmentation fault (signal 11). It runs again when you save."
    )


BUTTONS = [
    (None, "Run", False),
    (status(R, run=1), "Run again", True),
    (status(State.RESTARTING, run=1), "Run again", True),
    (status(S, run=1), "Run again", True),
    (status(W, run=1, exit=Exit(0)), "Run", False),
    (status(W, run=1, exit=Exit(0), left=2), "Run", True),
    (status(State.IDLE, ReasonKind.STOPPED, run=1), "Run", False),
]


@pytest.mark.parametrize(("status", "run_label", "stop"), BUTTONS)
def test_the_buttons_follow_the_same_table(
    status: Status | None, run_label: str, stop: bool
) -> None:
    view = STATUS.view(status, Moment("game.py"))
    assert (view.run_label, view.stop_enabled) == (run_label, stop)


def test_what_was_saved_with_a_mistake_says_that_the_old_version_is_shown() -> None:
    view = STATUS.not_restarted(SYNTAX_ERROR, Moment("game.py"))
    assert view.text == (
        "game.py cannot run: there is a mistake in line 12. The previous version keeps running."
    )
    assert view.mood is Mood.TROUBLE and view.stop_enabled


def test_a_restart_is_confirmed_for_three_seconds() -> None:
    def mood(run: int, now: float) -> Mood:
        changed = status(R, ReasonKind.CHANGED, files=[GAME], run=run, started=100.0)
        return STATUS.view(changed, Moment("game.py", now=now)).mood

    assert mood(2, 100.1) is Mood.CONFIRM
    assert mood(2, 102.9) is Mood.CONFIRM
    assert mood(2, 103.1) is Mood.CALM
    assert mood(1, 100.1) is Mood.CALM, "the first start is no restart"


def test_many_files_are_not_all_named() -> None:
    def named(*files: Path, lines: tuple[LineSpans, ...] = ()) -> str:
        return VALUES.changed_files(Reason(ReasonKind.CHANGED, files, lines))

    assert named() == "a file"
    assert named(GAME) == "game.py"
    assert named(GAME, lines=(((12, 14), (20, 20)),)) == "game.py (lines 12-14, 20)"
    assert named(GAME, HELPER, lines=((), ((3, 3),))) == "game.py and helper.py (line 3)"
    assert named(GAME, HELPER, Path("x.py")) == "game.py, helper.py and x.py"
    many = tuple(Path(f"{number}.py") for number in range(200))
    assert named(*many) == "0.py, 1.py and 198 more"
    assert named(*many, lines=(((1, 1),),)) == "0.py (line 1), 1.py and 198 more"


DATA, PAGE = Path("/home/me/data.csv"), Path("/home/me/page.html")


@pytest.mark.parametrize(
    ("files", "back", "cause", "not_run"),
    [
        ((GAME,), (), "you saved game.py", "game.py was saved. It is not running."),
        (
            (Path("/home/me/game.PYW"),),
            (),
            "you saved game.PYW",
            "game.PYW was saved. game.py is not running.",
        ),
        (
            (HELPER, Path("/a.py")),
            (),
            "you saved helper.py and a.py",
            "helper.py and a.py were saved. game.py is not running.",
        ),
        ((DATA,), (), "data.csv changed", "data.csv changed. game.py is not running."),
        (
            (DATA, PAGE),
            (),
            "data.csv and page.html changed",
            "data.csv and page.html changed. game.py is not running.",
        ),
        (
            (HELPER, DATA),
            (),
            "helper.py and data.csv changed",
            "helper.py and data.csv changed. game.py is not running.",
        ),
        ((GAME,), (GAME,), "game.py is back", "game.py is back. It is not running."),
        (
            (GAME, HELPER),
            (GAME, HELPER),
            "game.py and helper.py are back",
            "game.py and helper.py are back. game.py is not running.",
        ),
        (
            (GAME, HELPER, DATA),
            (GAME,),
            "game.py, helper.py and data.csv changed",
            "game.py, helper.py and data.csv changed. game.py is not running.",
        ),
    ],
)
def test_only_what_a_person_saves_was_saved(
    files: tuple[Path, ...], back: tuple[Path, ...], cause: str, not_run: str
) -> None:
    reason = Reason(ReasonKind.CHANGED, files, back=back)
    assert RUNS.cause(reason) == cause
    assert said(RUNS.not_run, reason, "game.py")() == not_run


@pytest.mark.parametrize(
    ("seconds", "text", "next_s"),
    [
        (1.0, "1 s", 1.0),
        (9.75, "9 s", 0.25),
        (12.75, "10 s", 2.25),
        (59.5, "55 s", 0.5),
        (60.0, "1 min", 60.0),
        (185.0, "3 min", 55.0),
        (7380.0, "2 h 3 min", 60.0),
    ],
)
def test_what_goes_on_is_told_ever_more_coarsely(seconds: float, text: str, next_s: float) -> None:
    assert VALUES.lasting(seconds) == text
    assert next_word_s(seconds) == next_s


def test_an_installation_says_how_to_go_on() -> None:
    shown = STATUS.installing("PyYAML")
    assert shown.text == "Installing PyYAML. Stop cancels it." and shown.stop_enabled
    shown = STATUS.not_installed("PyYAML", Moment("game.py"))
    assert shown.text.endswith("could not be installed. Save or press Run: your script runs again.")
    shown = STATUS.not_installed("PyYAML", Moment("game.py", restart_on_save=False))
    assert shown.text.endswith("could not be installed. Press Run: your script runs again.")
    assert shown.mood is Mood.TROUBLE and not shown.stop_enabled
