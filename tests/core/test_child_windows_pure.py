"""What of the Windows host needs no Windows: its sentences, and the child's environment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reloader_core.child.agent_folder import agent_folder
from reloader_core.child.environment import child_environment
from reloader_core.child.facts import SpawnFailed
from reloader_core.child.windows import pipes
from reloader_core.child.windows.host import WindowsHost
from reloader_core.child.windows.open_for_user import open_for_user
from reloader_core.child.windows.why_not import spawn_failed
from reloader_core.notice import SpawnTrouble
from reloader_core.platform_facts import can_start_in


def windows_error(code: int, text: str) -> OSError:
    error = OSError(2, text)
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]  # an argument on Windows
    return error


@pytest.mark.parametrize(
    ("code", "folder_is_usable", "trouble"),
    [
        (2, True, SpawnTrouble.PYTHON),
        (5, True, SpawnTrouble.PYTHON),
        (193, True, SpawnTrouble.NOT_A_PROGRAM),
        (267, True, SpawnTrouble.FOLDER),
        (2, False, SpawnTrouble.FOLDER),
        (206, True, SpawnTrouble.ARGUMENTS),
        (1455, True, SpawnTrouble.NO_ROOM),
    ],
)
def test_why_a_start_failed(code: int, folder_is_usable: bool, trouble: SpawnTrouble) -> None:
    failed = spawn_failed(1, windows_error(code, "why"), folder_is_usable)
    assert failed == SpawnFailed(1, trouble, "why")


def test_a_null_in_an_argument_is_told_too() -> None:
    failed = spawn_failed(1, ValueError("embedded null character"), True)
    assert failed == SpawnFailed(1, SpawnTrouble.PYTHON, "embedded null character")


def test_the_modules_can_be_imported_anywhere() -> None:
    assert WindowsHost.exit_3_needs_report
    assert pipes.READ_BYTES == 65536


def test_the_environment_leads_to_the_agent_and_keeps_the_users_path() -> None:
    given = [("PYTHONPATH", "mine"), ("A", "1")]
    assert child_environment(given, agent=True, ignore_case=False) == {
        "A": "1",
        "RUN_FLAG": "true",
        "PYTHONPATH": f"{agent_folder()}{os.pathsep}mine",
        "RELOADER_PYTHONPATH": "mine",
    }


def test_an_empty_path_of_the_users_is_kept_as_it_is() -> None:
    env = child_environment([("PYTHONPATH", "")], agent=True, ignore_case=False)
    assert (env["PYTHONPATH"], env["RELOADER_PYTHONPATH"]) == (str(agent_folder()), "")


def test_without_an_agent_only_the_flag_is_added() -> None:
    env = child_environment([("PYTHONPATH", "mine")], agent=False, ignore_case=False)
    assert env == {"PYTHONPATH": "mine", "RUN_FLAG": "true"}


def test_what_an_outer_reloader_left_is_taken_out() -> None:
    given = [
        ("RUN_FLAG", "outer"),
        ("RELOADER_PID", "1"),
        ("RELOADER_OPENED", "2"),
        ("RELOADER_AGENT", "3:4"),
        ("RELOADER_PYTHONPATH", "theirs"),
    ]
    assert child_environment(given, agent=False, ignore_case=False) == {"RUN_FLAG": "true"}


def test_windows_names_are_one_variable_in_any_case() -> None:
    given = [("Path", "old"), ("PATH", "new"), ("PythonPath", "mine"), ("Run_Flag", "x")]
    env = child_environment(given, agent=True, ignore_case=True)
    assert env["PATH"] == "new"
    assert env["RELOADER_PYTHONPATH"] == "mine"
    assert sorted(env) == ["PATH", "PYTHONPATH", "RELOADER_PYTHONPATH", "RUN_FLAG"]


def test_names_that_differ_in_case_are_two_elsewhere() -> None:
    env = child_environment([("path", "1"), ("PATH", "2")], agent=False, ignore_case=False)
    assert (env["path"], env["PATH"]) == ("1", "2")


def test_what_is_opened_is_answered_for() -> None:
    opened: list[tuple[object, ...]] = []

    def open_file(*request: object) -> None:
        opened.append(request)
        if request[0] == "missing":
            raise windows_error(1155, "no program for it")
        if request[0] == "bug":
            raise KeyError("oops")

    def ask(path: str) -> list[str]:
        return open_for_user(["file", path, "open", "-x", "folder", "3"], 1, open_file)

    assert ask("doc.txt") == ["ok"]
    assert opened == [("doc.txt", "open", "-x", "folder", 3)]
    assert ask("missing") == ["error", "1155", "no program for it"]
    assert ask("bug") == ["error", "0", "'oops'"]
    assert open_for_user(["what"], 1, open_file)[0] == "error"


def test_windows_starts_nothing_in_a_folder_with_a_long_path() -> None:
    long = Path("C:/" + "d" * 300)
    assert can_start_in(long, "linux") and not can_start_in(long, "win32")
    assert can_start_in(Path("C:/" + "d" * 200), "win32")
