from __future__ import annotations

import errno
import itertools
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from reloader_gui.settings.store import ScriptOptions
from reloader_gui.settings.store import Settings as SettingsOfWindow
from reloader_gui.settings.table import SCRIPT_TABLE, TABLE
from reloader_gui.settings.troubles import not_kept
from reloader_gui.texts.said import said
from reloader_gui.texts.settings import SETTINGS

WaitUntil = Callable[..., None]
SCRIPT = Path("/home/我/my game.py")


class Settings(SettingsOfWindow):
    """Each change is in the file before the test goes on."""

    def save(self) -> None:
        super().save()
        assert self.flush(10)


@pytest.fixture(params=[0, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    old = os.umask(request.param)
    yield
    os.umask(old)


def toml(folder: Path) -> str:
    return (folder / "settings.toml").read_text(encoding="utf-8")


def kept(folder: Path) -> list[Path]:
    """What was set aside."""
    return [file for file in folder.iterdir() if ".damaged-" in file.name]


def test_every_row_has_words_and_accepts_its_default() -> None:
    assert all(row.accepts(row.default) for row in TABLE)
    assert len({row.key for row in TABLE}) == len(TABLE)
    for row in (*TABLE, *SCRIPT_TABLE):
        assert SETTINGS.label(row.key) and SETTINGS.sentence(row.key)


def test_what_was_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "new" / "folder")
    assert settings.troubles == []
    options = ScriptOptions("/usr/bin/python3", False, 'a "b c"', True)
    settings.set("theme", "dark")
    settings.remember(SCRIPT, options)
    settings.used(SCRIPT)
    settings.geometry = "AAAA"
    settings.save()
    again = Settings.load(tmp_path / "new" / "folder")
    assert again.text("theme") == "dark"
    assert again.script(SCRIPT) == options
    assert again.recent == [SCRIPT]
    assert (again.last_script, again.geometry) == (str(SCRIPT), "AAAA")
    assert again.file is not None
    assert [file.name for file in again.file.parent.iterdir()] == ["settings.toml"]


def test_a_new_script_begins_with_the_settings_switch(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    assert settings.script(SCRIPT).restart_on_save
    settings.set("restart_on_save", False)
    assert not settings.script(SCRIPT).restart_on_save


def test_recent_scripts_are_newest_first_and_bounded(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    for number in range(30):
        settings.used(Path(f"/s/{number}.py"))
    settings.used(Path("/s/25.py"))
    assert [path.name for path in settings.recent[:3]] == ["25.py", "29.py", "28.py"]
    assert len(settings.recent) == 10
    settings.forget(Path("/s/25.py"))
    assert settings.recent[0].name == "29.py"
    assert settings.last_script == ""


DAMAGED = {
    "no TOML": b"theme = \n[",
    "no UTF-8": b"theme = '\xff\xfe'",
    "NUL": b"\x00" * 50,
    "a number of 5000 digits": b"x = 1" + b"0" * 5000,
    "one of 6000 hexadecimal digits": b"x = [0x" + b"f" * 6000 + b"]",
    "lists in lists": b"x = " + b"[" * 5000 + b"]" * 5000,
    "tables in tables": b"x = " + b"{a=" * 5000 + b"1" + b"}" * 5000,
    "a key of many parts": b".".join([b"a"] * 400_000) + b" = 1",
    "a date that is none": b"x = 2020-13-45",
    "very much": b"x = '" + b"y" * 2_000_000 + b"'",
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(damage)
    settings = Settings.load(tmp_path)
    assert settings.text("theme") == "system"
    assert len(settings.troubles) == 1 and "damaged" in settings.troubles[0]()
    assert [file.read_bytes() for file in kept(tmp_path)] == [damage]
    assert kept(tmp_path)[0].name in settings.troubles[0]()
    settings.set("theme", "dark")
    assert Settings.load(tmp_path).text("theme") == "dark"


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=list(DAMAGED))
def test_so_is_one_that_was_damaged_meanwhile(tmp_path: Path, damage: bytes) -> None:
    settings = Settings.load(tmp_path)
    (tmp_path / "settings.toml").write_bytes(damage)
    settings.set("theme", "dark")
    assert [file.read_bytes() for file in kept(tmp_path)] == [damage]
    assert Settings.load(tmp_path).text("theme") == "dark"


@pytest.mark.posix
@pytest.mark.parametrize("make", [os.mkfifo if hasattr(os, "mkfifo") else None, os.mkdir])
def test_what_is_no_file_is_set_aside(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "settings.toml")
    settings = Settings.load(tmp_path)
    assert "damaged" in settings.troubles[0]() and len(kept(tmp_path)) == 1
    settings.set("theme", "dark")
    assert Settings.load(tmp_path).text("theme") == "dark"


@pytest.mark.posix
def test_a_device_behind_a_link_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").symlink_to("/dev/zero")
    settings = Settings.load(tmp_path)
    assert "damaged" in settings.troubles[0]() and kept(tmp_path)[0].is_symlink()
    settings.set("theme", "dark")
    assert Path("/dev/zero").is_char_device() and "dark" in toml(tmp_path)


@pytest.mark.posix
@pytest.mark.parametrize("content", ['editor = "vi"\n', None, "theme = \n["])
def test_a_link_is_followed(tmp_path: Path, content: str | None) -> None:
    """As in a repository of dotfiles."""
    (repository := tmp_path / "dotfiles").mkdir()
    (target := repository / "reloader.toml")
    if content is not None:
        target.write_text(content)
        target.chmod(0o644)
    (folder := tmp_path / "config").mkdir()
    (folder / "settings.toml").symlink_to(Path("..") / "dotfiles" / "reloader.toml")
    Settings.load(folder).set("theme", "dark")
    assert (folder / "settings.toml").is_symlink() and not target.is_symlink()
    assert 'theme = "dark"' in target.read_text()
    again = Settings.load(folder)
    if content is not None and "editor" in content:
        assert (again.text("editor"), target.stat().st_mode & 0o777) == ("vi", 0o644)
    assert [path.name for path in folder.iterdir()] == ["settings.toml"]
    assert len(list(repository.iterdir())) == (2 if content == "theme = \n[" else 1)


@pytest.mark.parametrize("number", ["1e400", "-1e400", "nan", "99999999999999999999", "-1"])
def test_a_number_out_of_all_bounds_gives_way_to_the_default(tmp_path: Path, number: str) -> None:
    (tmp_path / "settings.toml").write_text(
        f"font_size = {number}\ngrace_s = {number}\nfuture = {number}\neditor = 'vi'\n"
    )
    settings = Settings.load(tmp_path)
    assert (settings.get("font_size"), settings.number("grace_s")) == (0, 2.0)
    assert "font_size, grace_s" in settings.troubles[0]()
    settings.set("theme", "dark")
    again = Settings.load(tmp_path)
    assert (again.text("theme"), again.text("editor")) == ("dark", "vi")


def test_no_name_has_a_nul_in_it(tmp_path: Path) -> None:
    nul = '"/a\\u0000.py"'
    (tmp_path / "settings.toml").write_text(
        f"editor = {nul}\nrecent = [{nul}, 'file:///a%00.py', '/b.py']\n"
        f"[window]\nlast_script = {nul}\n"
        f"[scripts.{nul}]\narguments = 'x'\n"
        f"[scripts.'{SCRIPT}']\narguments = {nul}\ninterpreter = 'file:///a%00'\n",
        encoding="utf-8",
    )
    settings = Settings.load(tmp_path)
    assert (settings.text("editor"), settings.last_script) == ("", "")
    assert settings.recent == [Path("/b.py")]
    assert settings.script(SCRIPT) == ScriptOptions()
    assert "editor" in settings.troubles[0]()
    settings.set("theme", "dark")


@pytest.mark.posix
def test_names_that_are_not_utf_8_are_kept_as_they_are(tmp_path: Path) -> None:
    script = Path(os.fsdecode(b"/home/me/caf\xe9 100%.py"))
    options = ScriptOptions(interpreter=os.fsdecode(b"/opt/\xff/python"), arguments="file:///a%20b")
    settings = Settings.load(tmp_path)
    settings.remember(script, options)
    settings.used(script)
    again = Settings.load(tmp_path)
    assert (again.recent, again.last_script) == ([script], str(script))
    assert again.script(script) == options
    again.set("theme", "dark")
    again.forget(script)
    assert Settings.load(tmp_path).recent == []


def test_a_bad_value_gives_way_to_its_default_and_is_named(tmp_path: Path) -> None:
    script = Path("/a.py")  # \a.py on Windows: TOML takes it as it is in single quotes
    (tmp_path / "settings.toml").write_text(
        'theme = "pink"\nwrap_lines = 1\ngrace_s = 3.5\nfuture = "kept"\n'
        f"recent = [1, '{script}']\nwindow = 3\n"
        f"[scripts.'{script}']\narguments = 'x'\nrestart_on_save = 'no'\n"
    )
    settings = Settings.load(tmp_path)
    assert settings.text("theme") == "system"
    assert settings.flag("wrap_lines") is True
    assert settings.number("grace_s") == 3.5
    assert settings.recent == [script]
    assert settings.script(script) == ScriptOptions(arguments="x")
    assert "theme" in settings.troubles[0]() and "wrap_lines" in settings.troubles[0]()
    settings.save()
    assert 'future = "kept"' in (tmp_path / "settings.toml").read_text()


def test_a_value_out_of_its_range_is_a_bug_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        Settings.load(tmp_path).set("grace_s", 1000.0)


def test_what_cannot_be_written_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    settings = SettingsOfWindow.load(blocked)
    with qtbot.waitSignal(settings.failed) as failed:
        settings.set("theme", "dark")
    assert failed.args == [said(SETTINGS.file_in_the_way, blocked)]
    assert settings.troubles == failed.args, "at the start and later, the same sentence"
    blocked.unlink()
    settings.set("font_size", 14)
    assert settings.flush(10)
    again = Settings.load(blocked)
    assert (again.text("theme"), again.get("font_size")) == ("dark", 14), "it is tried again"


def test_without_a_place_they_hold_in_memory(tmp_path: Path) -> None:
    settings = Settings.load(None)
    assert settings.troubles == [said(SETTINGS.no_folder)]
    settings.set("theme", "dark")
    settings.used(SCRIPT)
    assert (settings.text("theme"), settings.recent) == ("dark", [SCRIPT])


@pytest.mark.posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may all")
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("")
    file.chmod(0)
    assert Settings.load(tmp_path).troubles == [said(SETTINGS.not_read, file)]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EACCES, "It may not write to {folder}: to keep them, make that folder writable."),
        (errno.EROFS, "It may not write to {folder}: to keep them, make that folder writable."),
        (errno.ENOSPC, "The disk is full: to keep them, make room on it."),
        (
            errno.EIO,
            "{folder} cannot be used: to keep them, make it a folder that you can write to.",
        ),
    ],
)
def test_why_they_cannot_be_kept_is_said_plainly(tmp_path: Path, number: int, why: str) -> None:
    why = why.format(folder=tmp_path)
    shown = not_kept(tmp_path, OSError(number, "the system's own words"))()
    assert shown == f"Reloader works, but forgets your settings when you close it. {why}"


# -- two windows


def test_two_windows_lose_nothing_of_each_other(tmp_path: Path) -> None:
    first = Settings.load(tmp_path)
    second = Settings.load(tmp_path)
    first.set("theme", "dark")
    second.set("font_size", 14)
    first.remember(SCRIPT, ScriptOptions(arguments="a"))
    second.remember(Path("/other.py"), ScriptOptions(arguments="b"))
    first.set("grace_s", 1.0)
    first.set("theme", "light")
    again = Settings.load(tmp_path)
    assert (again.text("theme"), again.get("font_size"), again.get("grace_s")) == ("light", 14, 1.0)
    assert again.script(SCRIPT).arguments == "a"
    assert again.script(Path("/other.py")).arguments == "b"


def test_the_same_key_in_two_windows_the_last_wins(tmp_path: Path) -> None:
    first, second = Settings.load(tmp_path), Settings.load(tmp_path)
    first.set("theme", "dark")
    second.set("theme", "light")
    first.set("font_size", 9)
    assert Settings.load(tmp_path).text("theme") == "light"


def test_recent_scripts_of_two_windows(tmp_path: Path) -> None:
    first, second = Settings.load(tmp_path), Settings.load(tmp_path)
    first.used(Path("/a.py"))
    second.used(Path("/b.py"))
    first.used(Path("/c.py"))
    assert [path.name for path in Settings.load(tmp_path).recent] == ["c.py", "a.py", "b.py"]
    first.forget(Path("/a.py"))
    assert [path.name for path in Settings.load(tmp_path).recent] == ["c.py", "b.py"]


def test_a_newer_versions_key_is_kept_though_it_came_later(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    (tmp_path / "settings.toml").write_text("tomorrow = 1\n[scripts.x]\nnew = 2\n")
    settings.set("theme", "dark")
    text = (tmp_path / "settings.toml").read_text()
    assert "tomorrow = 1" in text and "new = 2" in text


def test_a_lock_that_nobody_gives_back_holds_nothing_up(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    held = QLockFile(str(tmp_path / "settings.toml.lock"))
    assert held.tryLock(0)
    settings.set("theme", "dark")
    held.unlock()
    assert Settings.load(tmp_path).text("theme") == "dark"


@pytest.mark.posix
@pytest.mark.parametrize("make", [os.mkfifo if hasattr(os, "mkfifo") else None, os.mkdir])
def test_what_is_no_lock_holds_nothing_up(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "settings.toml.lock")
    settings = Settings.load(tmp_path)
    settings.set("theme", "dark")
    assert Settings.load(tmp_path).text("theme") == "dark"


@pytest.mark.posix
def test_what_we_write_is_private(tmp_path: Path, umask: None) -> None:
    Settings.load(tmp_path / "new" / "folder").set("theme", "dark")
    folders = [tmp_path / "new", tmp_path / "new" / "folder"]
    assert [path.stat().st_mode & 0o777 for path in folders] == [0o700, 0o700]
    assert (folders[1] / "settings.toml").stat().st_mode & 0o777 == 0o600


# -- written aside


def inode(folder: Path) -> int:
    """Another one after each time the file is written."""
    return (folder / "settings.toml").stat().st_ino


def test_a_burst_of_changes_is_written_once_and_the_last_one_wins(tmp_path: Path) -> None:
    settings = SettingsOfWindow.load(tmp_path)
    for size in range(6, 60):
        settings.set("font_size", size)
    assert not (tmp_path / "settings.toml").exists(), "nobody has waited for the disk"
    assert settings.flush(10)
    before = inode(tmp_path)
    assert Settings.load(tmp_path).get("font_size") == 59
    assert settings.flush(10) and inode(tmp_path) == before, "nothing is left to be written"


def test_no_thread_waits_for_changes_that_do_not_come(
    tmp_path: Path, wait_until: WaitUntil
) -> None:
    before = set(threading.enumerate())
    settings = SettingsOfWindow.load(tmp_path)
    for choice in ("dark", "light"):
        settings.set("theme", choice)
        assert settings.flush(10)
        wait_until(lambda: set(threading.enumerate()) <= before, what=threading.enumerate)
        assert f'theme = "{choice}"' in toml(tmp_path)


def test_it_is_written_soon_though_changes_go_on(tmp_path: Path, wait_until: WaitUntil) -> None:
    settings = SettingsOfWindow.load(tmp_path)
    sizes = itertools.cycle(range(6, 60))

    def is_there() -> bool:
        settings.set("font_size", next(sizes))
        return (tmp_path / "settings.toml").exists()

    wait_until(is_there)


def test_a_disk_that_does_not_answer_holds_nobody_up(tmp_path: Path) -> None:
    """A lock that is held stands for it: each write waits for that for a while."""
    settings = SettingsOfWindow.load(tmp_path)
    held = QLockFile(str(tmp_path / "settings.toml.lock"))
    assert held.tryLock(0)
    settings.set("theme", "dark")
    assert not settings.flush(0.01)
    held.unlock()
    assert settings.flush(10)
    assert Settings.load(tmp_path).text("theme") == "dark"


def test_settings_that_were_never_loaded_are_merged_too(tmp_path: Path) -> None:
    Settings.load(tmp_path).used(Path("/a.py"))
    Settings(tmp_path / "settings.toml").set("theme", "dark")
    assert Settings.load(tmp_path).recent == [Path("/a.py")]
