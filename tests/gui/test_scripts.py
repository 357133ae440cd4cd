from __future__ import annotations

import os
from pathlib import Path

import pytest

from reloader_gui.run import scripts
from reloader_gui.run.scripts import BadScript


@pytest.fixture
def game(tmp_path: Path) -> Path:
    path = tmp_path / "game.py"
    path.write_text("print(1)")
    return path


def refusal(act: object, *args: object) -> str:
    with pytest.raises(BadScript) as caught:
        act(*args)  # type: ignore[operator]
    return str(caught.value)


def test_a_script_is_made_absolute(
    game: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert scripts.check(Path("game.py")) == game


def test_every_refusal_is_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("")
    assert refusal(scripts.check, tmp_path).endswith("is a folder. Choose the Python script in it.")
    assert refusal(scripts.check, tmp_path / "no.py").startswith("There is no file")
    assert refusal(scripts.check, text) == (
        "notes.txt is not a Python script: its name does not end in .py."
    )


@pytest.mark.posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may all")
def test_an_unreadable_script_is_refused(game: Path) -> None:
    game.chmod(0)
    assert "cannot be read" in refusal(scripts.check, game)


@pytest.mark.posix
@pytest.mark.timeout(10)
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe.py", tmp_path / "loop.py"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    assert refusal(scripts.check, pipe).startswith("pipe.py is not an ordinary file")
    assert refusal(scripts.check, loop).startswith("loop.py cannot be read")


def test_of_several_dropped_files_the_first_script_is_taken(game: Path, tmp_path: Path) -> None:
    picture, other = tmp_path / "a.png", tmp_path / "b.py"
    for path in (picture, other):
        path.write_text("")
    assert scripts.dropped([picture, game, other]) == game
    assert refusal(scripts.dropped, [picture, tmp_path]).startswith("None of these files")
    assert refusal(scripts.dropped, [picture]).startswith("a.png is not a Python script")
    assert refusal(scripts.dropped, []).startswith("Only files")


def test_a_new_script_never_overwrites(tmp_path: Path) -> None:
    path, is_new = scripts.create(tmp_path / "first")
    assert (path.name, is_new) == ("first.py", True)
    assert path.read_text() == 'print("Hello")\n'
    path.write_text("mine")
    assert scripts.create(tmp_path / "first.py") == (path, False)
    assert path.read_text() == "mine"
    assert "could not be created" in refusal(scripts.create, tmp_path / "none" / "x.py")


def test_the_example_is_copied_and_edits_are_kept(tmp_path: Path) -> None:
    script = scripts.copy_example(tmp_path)
    assert script.parent.name == "Reloader example"
    assert {file.name for file in script.parent.iterdir()} >= {"hello.py", "greetings.py"}
    script.write_text("my own words")
    (script.parent / "greetings.py").unlink()
    scripts.copy_example(tmp_path)
    assert script.read_text() == "my own words"
    assert (script.parent / "greetings.py").exists()


def test_an_example_that_cannot_be_copied_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "Documents").write_text("a file")
    assert "could not be copied" in refusal(scripts.copy_example, tmp_path / "Documents")


# -- what Windows puts in a beginner's way


@pytest.mark.posix
@pytest.mark.parametrize(
    ("folder", "archive"),
    [
        ("Temp/Temp1_homework.zip", "homework.zip"),
        ("Temp/0b9ce2a1-7a3f-4f52-9d43-1f2ad7bb0c11_homework.zip.c11/week 1", "homework.zip"),
        ("Temp/7zO4C1A22D3", "an archive"),
        ("tmp/Rar$DIa8124.21573", "an archive"),
    ],
)
def test_a_script_that_is_still_in_an_archive(tmp_path: Path, folder: str, archive: str) -> None:
    script = tmp_path / folder / "game.py"
    script.parent.mkdir(parents=True)
    script.write_text("")
    assert refusal(scripts.check, script).startswith(f"game.py is still inside {archive}: extract")


def test_folders_that_only_look_like_it_are_fine(tmp_path: Path) -> None:
    script = tmp_path / "games.zip" / "game.py"
    script.parent.mkdir(parents=True)
    script.write_text("")
    assert scripts.check(script) == script
    zipped = tmp_path / "real.zip"
    zipped.write_bytes(b"PK")
    assert "is still inside real.zip" in refusal(scripts.check, zipped / "game.py")


def test_a_hidden_txt_and_a_text_of_notepads(game: Path, tmp_path: Path) -> None:
    hidden = tmp_path / "game.py.txt"
    hidden.write_text("")
    assert refusal(scripts.check, hidden).startswith(
        "game.py.txt ends in .txt, which Windows hides: rename it to game.py"
    )
    game.write_text("print(1)", encoding="utf-16")
    assert scripts.check(game) == game, "it can be opened, and mended"
    assert "is saved as UTF-16" in refusal(scripts.check_text, game)
    game.write_text("print(1)", encoding="utf-8-sig")
    assert scripts.check_text(game) == game


@pytest.mark.posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may all")
def test_what_a_cloud_does_not_give(game: Path) -> None:
    away = lambda path: 0x400000 | 0x20  # noqa: E731
    assert scripts.check(game, away) == game
    game.chmod(0)
    assert "could not be fetched" in refusal(lambda: scripts.check(game, away))
