from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reloader_gui.start.crash_log import MOST_LOG_BYTES, Errors


@pytest.fixture
def errors(tmp_path: Path, qtbot: QtBot) -> Iterator[Errors]:
    hooks, handlers = (sys.excepthook, threading.excepthook), logging.getLogger().handlers[:]
    errors = Errors(tmp_path / "log")
    errors.install()
    yield errors
    sys.excepthook, threading.excepthook = hooks
    logging.getLogger().handlers[:] = handlers


def log_of(folder: Path) -> str:
    return (folder / "log" / "reloader.log").read_text(encoding="utf-8")


def test_an_uncaught_error_is_said_and_logged(
    qtbot: QtBot, errors: Errors, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(errors.happened) as said:
        try:
            raise ValueError("a bug of ours 你好")
        except ValueError:
            sys.excepthook(*sys.exc_info())
    assert said.args == [""], "the log says more"
    assert errors.file == tmp_path / "log" / "reloader.log"
    assert "Traceback" in log_of(tmp_path) and "a bug of ours 你好" in log_of(tmp_path)
    assert "Traceback" in capsys.readouterr().err


def test_so_is_one_in_a_thread(qtbot: QtBot, errors: Errors, tmp_path: Path) -> None:
    def fail() -> None:
        raise RuntimeError("in a thread")

    with qtbot.waitSignal(errors.happened) as said:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert said.args == [""], "the log says more"
    assert "in a thread" in log_of(tmp_path)


def test_the_engines_warnings_are_logged_too(errors: Errors, tmp_path: Path) -> None:
    logging.getLogger("reloader_core.test").error("the guardian does not end")
    assert "the guardian does not end" in log_of(tmp_path)


def test_the_log_is_bounded(errors: Errors, tmp_path: Path) -> None:
    for _ in range(5):
        errors.write("x" * (MOST_LOG_BYTES // 2))
    files = list((tmp_path / "log").iterdir())
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) < 3 * MOST_LOG_BYTES


def test_a_log_that_cannot_be_written_is_no_error(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    errors = Errors(tmp_path / "log")
    assert not errors.write("text")
    with qtbot.waitSignal(errors.happened) as said:
        errors._on_uncaught(ValueError, ValueError("a bug of ours"), None)
    assert said.args == ["ValueError: a bug of ours"], "there is nowhere else to read it"


@pytest.mark.posix
def test_nobody_else_reads_the_log(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        assert Errors(tmp_path / "new" / "log").write("a script's secrets")
    finally:
        os.umask(old)
    paths = [tmp_path / "new", tmp_path / "new" / "log", tmp_path / "new" / "log" / "reloader.log"]
    assert [path.stat().st_mode & 0o777 for path in paths] == [0o700, 0o700, 0o600]


def test_a_name_that_is_not_utf_8_is_logged_too(errors: Errors, tmp_path: Path) -> None:
    assert errors.write(f"no file {os.fsdecode(b'caf')}\udce9.py")
    assert "no file caf\\udce9.py" in log_of(tmp_path)


@pytest.mark.posix
def test_a_pipe_in_the_logs_place_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    os.mkfifo(tmp_path / "log" / "reloader.log")
    assert not Errors(tmp_path / "log").write("text")
