"""The engine's notices in English, for the terminal: one sentence for a kind.

The window has a table of its own. Pure.
"""

from __future__ import annotations

from collections.abc import Callable

from reloader_core.notice import Notice, NoticeKind, SpawnTrouble, TurnOff


def sentence(notice: Notice) -> str:
    """What to say: what happened, what was kept, what to do."""
    return _SENTENCES[notice.kind](*notice.values)


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:,.0f} MB" if size_bytes >= 1e6 else f"{size_bytes:,} bytes"


_NESTED = {
    TurnOff.WITH: (
        "{name} restarts the script itself when you save, so Reloader does not; start it with "
        "{option}, and Reloader does, which is faster."
    ),
    TurnOff.WITHOUT: (
        "{name} restarts the script itself when you save, so Reloader does not; start it without "
        "{option}, and Reloader does, which is faster."
    ),
    TurnOff.IN_PLACE: (
        "{name} runs the script again itself when you save, so Reloader does not restart it; start "
        "it with {option}, and Reloader does."
    ),
}
_SPAWN_FAILED = {
    SpawnTrouble.FOLDER: "The working folder cannot be used ({why}). Choose another one.",
    SpawnTrouble.PYTHON: "Python could not be started ({why}). Choose another Python.",
    SpawnTrouble.NOT_A_PROGRAM: (
        "Python could not be started, because it is no program of this system ({why}). Choose "
        "another Python."
    ),
    SpawnTrouble.ARGUMENTS: "The script could not be started ({why}). Give it shorter arguments.",
    SpawnTrouble.NO_ROOM: (
        "No new program can be started now ({why}). Close some, then save the script."
    ),
}
_SLOWER = "Files there are looked at about once a second instead: a restart may come later."

_SENTENCES: dict[NoticeKind, Callable[..., str]] = {
    NoticeKind.NO_AGENT: lambda python: (
        f"{python} did not let Reloader look inside, so it cannot see which files the script loads:"
        " it restarts when a .py file beside the script is saved."
    ),
    NoticeKind.SPAWN_FAILED: lambda trouble, why: _SPAWN_FAILED[trouble].format(why=why),
    NoticeKind.EXIT_3_SLOWED: lambda count, delay_s: (
        f"The script ended {count} times in a row with exit code 3; it starts again in "
        f"{delay_s:g} s."
    ),
    NoticeKind.AUTO_SAVE: lambda: "Your editor seems to save by itself.",
    NoticeKind.CAN_COLOUR: lambda package: f"The script can print in colour ({package}).",
    NoticeKind.SINGLE_KEYS: lambda: (
        "The script reads single keys, and gets none: only a terminal of its own has them. It goes "
        "on; to use it, start it there, by python and its name."
    ),
    NoticeKind.KEYBOARD_TAKEN: lambda: (
        "After each save the script's window takes the keyboard. Click into your editor before you "
        "type on."
    ),
    NoticeKind.WATCHED_FOLDERS_LIMIT: lambda: (
        f"This system's limit for watched folders is reached. {_SLOWER} To raise it: sudo sysctl "
        "fs.inotify.max_user_watches=524288"
    ),
    NoticeKind.WATCHERS_LIMIT: lambda: (
        f"This system's limit for programs that watch folders is reached. {_SLOWER} To raise it: "
        "sudo sysctl fs.inotify.max_user_instances=1024"
    ),
    NoticeKind.FOLDER_UNWATCHED: lambda folder, why: (
        f"The folder {folder} cannot be watched ({why}). {_SLOWER}"
    ),
    NoticeKind.PATTERNS_TOO_WIDE: lambda: (
        "The watch patterns cover too many files, and only the first ones are watched. A narrower "
        "pattern helps, such as 'src/**/*.py' in place of '**'."
    ),
    NoticeKind.WATCHING_FAILED: lambda: "Looking for changed files failed once; the log says why.",
    NoticeKind.AGENT_BACK: lambda: (
        "Reloader can see again which files the script loads, so only those restart it."
    ),
    NoticeKind.SELF_WRITTEN: lambda name, _path: (
        f"The script wrote {name} itself, so that did not restart it. When you save {name}, it "
        "restarts, unless the script wrote it less than a second before."
    ),
    NoticeKind.CHANGE_LOOP: lambda name, starts, delay_s: (
        f"{name} changed soon after each of the last {starts} starts. Perhaps a program that the "
        f"script starts writes it: then --ignore {name} helps. Until then each restart waits a "
        f"little longer (now {delay_s:g} s) and runs the newest text."
    ),
    NoticeKind.DATA_LET_GO: lambda name, _path: (
        f"{name} changed right after the script had run again because of it, twice within 10 s, so"
        " it restarts the script no more until you do."
    ),
    NoticeKind.EXIT_3_LOOP: lambda: (
        "The script kept asking to be restarted (exit code 3), so Reloader stopped it. If 3 means "
        "something else to your script, --no-exit-3 says so."
    ),
    NoticeKind.CHILDREN_UNSEEN: lambda program: (
        f"The script starts {program}, which loads modules in processes that Reloader cannot see; "
        "use --watch to restart when they are saved."
    ),
    NoticeKind.FORCED: lambda grace_s: (
        f"The script did not end within {grace_s:g} s and was stopped by force (--grace)."
    ),
    NoticeKind.WENT_ON: lambda: (
        "The script caught Ctrl+C and went on, so it was ended without its finally blocks."
    ),
    NoticeKind.STUCK: lambda *pids: (
        f"The system cannot end process {', '.join(map(str, pids))}, perhaps because of a drive "
        "that does not answer. Restarting the computer will. Reloader goes on without waiting for "
        "it."
    ),
    NoticeKind.FAILED: lambda what: (
        f"Reloader had a problem and stopped the script: {what}. Please report it."
    ),
    NoticeKind.GUARDIAN_LOST: lambda: (
        "The part of Reloader that ends a script's processes was itself ended by something else, "
        "and the script with it. The next save runs it again."
    ),
    NoticeKind.PASSED_BY: lambda: (
        "The part of Reloader that ends a script's processes did not answer (something had "
        "stopped it), so they were ended without it. You can go on as usual."
    ),
    NoticeKind.INPUT_REFUSED: lambda size: (
        f"{_size(size)} of input were not sent to the script: it has not read what was sent "
        "before, or this is too much at once. For so much, let the script open a file."
    ),
    NoticeKind.NESTED: lambda name, off, option: _NESTED[off].format(name=name, option=option),
    NoticeKind.DRIVE_SILENT: lambda drive: (
        f"The drive {drive} does not answer. Until it does, files on it do not restart the script "
        "when they are saved; all others do."
    ),
}
