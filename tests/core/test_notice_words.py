"""What the terminal says: one sentence, or a few, for each kind of notice."""

from __future__ import annotations

import pytest

from reloader_core.notice import Notice, NoticeKind, SpawnTrouble, TurnOff
from reloader_core.words.notices import sentence

K = NoticeKind
SAID = [
    (Notice(K.NO_AGENT, values=("python3",)), "python3 did not let Reloader look inside,"),
    (Notice(K.AGENT_BACK), "Reloader can see again which files the script loads,"),
    (
        Notice(K.SPAWN_FAILED, values=(SpawnTrouble.FOLDER, "why")),
        "The working folder cannot be used (why). Choose another one.",
    ),
    (
        Notice(K.SPAWN_FAILED, values=(SpawnTrouble.PYTHON, "why")),
        "Python could not be started (why). Choose another Python.",
    ),
    (
        Notice(K.SPAWN_FAILED, values=(SpawnTrouble.NOT_A_PROGRAM, "why")),
        "Python could not be started, because it is no program of this system (why).",
    ),
    (
        Notice(K.SPAWN_FAILED, values=(SpawnTrouble.ARGUMENTS, "why")),
        "The script could not be started (why). Give it shorter arguments.",
    ),
    (
        Notice(K.SPAWN_FAILED, values=(SpawnTrouble.NO_ROOM, "why")),
        "No new program can be started now (why). Close some, then save the script.",
    ),
    (
        Notice(K.SELF_WRITTEN, values=("data.csv", "/folder/data.csv")),
        "The script wrote data.csv itself, so that did not restart it.",
    ),
    (
        Notice(K.CHANGE_LOOP, values=("data.csv", 7, 0.5)),
        "data.csv changed soon after each of the last 7 starts.",
    ),
    (
        Notice(K.DATA_LET_GO, values=("data.csv", "/home/me/data.csv")),
        "data.csv changed right after the script had run again because of it, twice within 10 s,",
    ),
    (Notice(K.EXIT_3_LOOP), "The script kept asking to be restarted (exit code 3),"),
    (
        Notice(K.EXIT_3_SLOWED, values=(2, 0.1)),
        "The script ended 2 times in a row with exit code 3; it starts again in 0.1 s.",
    ),
    (Notice(K.AUTO_SAVE), "Your editor seems to save by itself."),
    (Notice(K.CAN_COLOUR, ("rich",)), "The script can print in colour (rich)."),
    (Notice(K.KEYBOARD_TAKEN), "After each save the script's window takes the keyboard."),
    (Notice(K.SINGLE_KEYS), "The script reads single keys, and gets none:"),
    (
        Notice(K.WATCHED_FOLDERS_LIMIT),
        "This system's limit for watched folders is reached. Files there are looked at about once"
        " a second instead: a restart may come later. To raise it: sudo sysctl"
        " fs.inotify.max_user_watches=524288",
    ),
    (
        Notice(K.WATCHERS_LIMIT),
        "This system's limit for programs that watch folders is reached.",
    ),
    (
        Notice(K.FOLDER_UNWATCHED, values=("/folder", "Permission denied")),
        "The folder /folder cannot be watched (Permission denied). Files there are looked at",
    ),
    (Notice(K.PATTERNS_TOO_WIDE), "The watch patterns cover too many files,"),
    (Notice(K.WATCHING_FAILED), "Looking for changed files failed once; the log says why."),
    (Notice(K.DRIVE_SILENT, values=("/mnt/nas",)), "The drive /mnt/nas does not answer."),
    (Notice(K.STUCK, values=(7, 8)), "The system cannot end process 7, 8,"),
    (
        Notice(K.CHILDREN_UNSEEN, values=("worker.py",)),
        "The script starts worker.py, which loads modules in processes that Reloader cannot see;"
        " use --watch to restart when they are saved.",
    ),
    (Notice(K.WENT_ON), "The script caught Ctrl+C and went on, so it was ended without its"),
    (
        Notice(K.FORCED, values=(2.0,)),
        "The script did not end within 2 s and was stopped by force (--grace).",
    ),
    (
        Notice(K.GUARDIAN_LOST),
        "The part of Reloader that ends a script's processes was itself ended",
    ),
    (Notice(K.PASSED_BY), "The part of Reloader that ends a script's processes did not answer"),
    (
        Notice(K.NESTED, values=("Flask", TurnOff.WITH, "--no-reload")),
        "Flask restarts the script itself when you save, so Reloader does not; start it with"
        " --no-reload, and Reloader does, which is faster.",
    ),
    (
        Notice(K.NESTED, values=("Uvicorn", TurnOff.WITHOUT, "--reload")),
        "Uvicorn restarts the script itself when you save, so Reloader does not; start it without"
        " --reload, and Reloader does, which is faster.",
    ),
    (
        Notice(K.NESTED, values=("Streamlit", TurnOff.IN_PLACE, "--option=none")),
        "Streamlit runs the script again itself when you save, so Reloader does not restart it;"
        " start it with --option=none, and Reloader does.",
    ),
    (Notice(K.INPUT_REFUSED, values=(12_345,)), "12,345 bytes of input were not sent"),
    (Notice(K.INPUT_REFUSED, values=(5_000_000,)), "5 MB of input were not sent"),
    (
        Notice(K.FAILED, values=("ValueError()",)),
        "Reloader had a problem and stopped the script: ValueError(). Please report it.",
    ),
]


@pytest.mark.parametrize(("notice", "words"), SAID, ids=lambda it: getattr(it, "kind", ""))
def test_said(notice: Notice, words: str) -> None:
    assert sentence(notice).startswith(words)


def test_every_kind_of_the_engine_is_said() -> None:
    assert {notice.kind for notice, _words in SAID} == set(NoticeKind)
    troubles = {n.values[0] for n, _words in SAID if n.kind is NoticeKind.SPAWN_FAILED}
    assert troubles == set(SpawnTrouble)
