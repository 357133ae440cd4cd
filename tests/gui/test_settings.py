from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from reloader_gui.settings import ScriptOptions, Settings
from reloader_gui.settings_table import TABLE

SCRIPT = Path("/home/我/my game.py")


def test_every_default_is_a_value_that_its_row_accepts() -> None:
    assert all(row.accepts(row.default) for row in TABLE)
    assert len({row.key for row in TABLE}) == len(TABLE)


def test_what_was_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "new" / "folder")
    assert settings.troubles == []
    options = ScriptOptions("/usr/bin/python3", False, 'a "b c"', True)
    assert settings.set("theme", "dark") is None
    assert settings.remember(SCRIPT, options) is None
    assert settings.used(SCRIPT) is None
    settings.geometry = "AAAA"
    settings.save()
    again = Settings.load(tmp_path / "new" / "folder")
    assert again.text("theme") == "dark"
    assert again.script(SCRIPT) == options
    assert again.recent == [SCRIPT]
    assert (again.last_script, again.geometry) == (str(SCRIPT), "AAAA")
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


@pytest.mark.parametrize("damage", [b"theme = \n[", b"\xff\xfe\x00", b"\x00" * 50])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(damage)
    settings = Settings.load(tmp_path)
    assert settings.text("theme") == "system"
    assert len(settings.troubles) == 1 and "damaged" in settings.troubles[0]
    kept = [file for file in tmp_path.iterdir() if ".damaged-" in file.name]
    assert [file.read_bytes() for file in kept] == [damage]
    assert settings.set("theme", "dark") is None


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
    assert "theme" in settings.troubles[0] and "wrap_lines" in settings.troubles[0]
    settings.save()
    assert 'future = "kept"' in (tmp_path / "settings.toml").read_text()


def test_a_value_out_of_its_range_is_a_bug_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        Settings.load(tmp_path).set("grace_s", 1000.0)


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    sentence = Settings.load(blocked).set("theme", "dark")
    assert sentence is not None and sentence.startswith("Your settings could not be saved")


@pytest.mark.posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may all")
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("")
    file.chmod(0)
    assert "cannot be read" in Settings.load(tmp_path).troubles[0]


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
    assert settings.set("theme", "dark") is None
    held.unlock()
    assert Settings.load(tmp_path).text("theme") == "dark"


@pytest.mark.posix
def test_what_we_write_is_private(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "folder")
    settings.set("theme", "dark")
    assert settings.file.stat().st_mode & 0o777 == 0o600
    assert settings.file.parent.stat().st_mode & 0o777 == 0o700


def test_settings_that_were_never_loaded_are_merged_too(tmp_path: Path) -> None:
    Settings.load(tmp_path).used(Path("/a.py"))
    assert Settings(tmp_path / "settings.toml").set("theme", "dark") is None
    assert Settings.load(tmp_path).recent == [Path("/a.py")]
