"""What the engine wants the user to know: kinds with values, worded where they are shown.

Frozen, as all that crosses threads (model.py); imports nothing of ours.
"""

from __future__ import annotations

import enum

from reloader_core.values import frozen


class SpawnTrouble(enum.Enum):
    """Why nothing could be started."""

    FOLDER = "the working folder cannot be used"
    PYTHON = "the interpreter cannot be started"
    NOT_A_PROGRAM = "the interpreter is no program of this system"
    ARGUMENTS = "the arguments are too long"
    NO_ROOM = "the system has no room for another process"


class TurnOff(enum.Enum):
    """How a user turns off the reloader that a script has of its own."""

    WITH = "by an option more"
    WITHOUT = "by an option less"
    IN_PLACE = "by an option more; it runs what was saved in its own process"


class NoticeKind(enum.Enum):
    NO_AGENT = "no agent"
    """values: the interpreter's file name"""
    AGENT_BACK = "agent back"
    """After NO_AGENT: a later start was seen into."""
    SPAWN_FAILED = "spawn failed"
    """values: a SpawnTrouble, the system's own words for it"""
    SELF_WRITTEN = "self-written"
    """values: the file's name, its whole path"""
    CHANGE_LOOP = "change loop"
    """values: the file's name, how many starts it followed, seconds until the next"""
    EXIT_3_LOOP = "exit-3 loop"
    EXIT_3_SLOWED = "exit-3 slowed"
    """values: how many ends in a row, seconds until the next start"""
    AUTO_SAVE = "auto-save"
    SINGLE_KEYS = "single keys"
    CAN_COLOUR = "can colour"
    """The script has loaded a package that prints in colour when it is asked to; once for each run.
    values: the package's name"""
    KEYBOARD_TAKEN = "keyboard taken"
    """The script's window took the keyboard when it came back after a save. Once for a script."""
    WATCHED_FOLDERS_LIMIT = "watched folders limit"
    """The system watches no more folders for this user; their files are looked at now and then."""
    WATCHERS_LIMIT = "watchers limit"
    """As WATCHED_FOLDERS_LIMIT, for programs that watch."""
    FOLDER_UNWATCHED = "folder unwatched"
    """As WATCHED_FOLDERS_LIMIT, of one folder. values: the folder, the system's words for why"""
    PATTERNS_TOO_WIDE = "patterns too wide"
    """The patterns match more files than are watched."""
    WATCHING_FAILED = "watching failed"
    """A fault of ours, once; the log says more."""
    DRIVE_SILENT = "drive silent"
    """values: the drive's mount point (Windows: its letter or share), or a folder on it"""
    STUCK = "stuck"
    """values: the numbers of the processes that do not end even when killed"""
    CHILDREN_UNSEEN = "children unseen"
    """The script starts a Python that does not tell what it loads. values: what that runs"""
    FORCED = "forced"
    """values: the grace period in seconds"""
    WENT_ON = "went on"
    """It caught Ctrl+C and what followed, and was ended without its finally blocks. values: none"""
    GUARDIAN_LOST = "guardian lost"
    """The helper process was ended from outside, and the script with it."""
    PASSED_BY = "passed by"
    """The process that ends the script's processes did not answer, so they were ended without
    it. values: none"""
    NESTED = "nested reloader"
    """The script restarts itself when it is saved, and is left to do so. values: the name of what
    does it, a TurnOff, the option that turns it off"""
    DATA_LET_GO = "data let go"
    """Once the script had ended, this data file has made it run again twice within 10 s, and
    restarts it no more until the user does. values: the file's name, its whole path"""
    INPUT_REFUSED = "input refused"
    """values: how many bytes were not taken"""
    FAILED = "failed"
    """The engine has a fault, and has ended with the script. values: the fault, for its authors"""


@frozen
class Notice:
    """Something that the user should know: what happened, what was kept, what to do.

    Worded where it is shown: words/notices.py, reloader_gui/texts/notices.py.
    """

    kind: NoticeKind
    values: tuple[str | int | float | SpawnTrouble | TurnOff, ...] = ()
    """What the kind says they are: names of files without their folder, seconds, counts."""
