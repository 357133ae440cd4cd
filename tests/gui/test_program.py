from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox

from reloader_gui import about, program

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """The packaged layout, as packaging/builder makes it."""
    folder = tmp_path / "Reloader" / "app"
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "packaging" / "launch" / "launch.py", folder / "launch.py")
    return folder


NO_HOME = """
import os, sys
from reloader_gui import program
program.config_folder()  # what it imports may be closed to the other user
os.setuid(54321)
del os.environ["HOME"]
print([program.config_folder(), program.log_folder()])
print(program.home_folder() == program.documents_folder())
print(program.output_folder().parent)
assert program.output_folder() == program.output_folder() and program.cache_folder().is_dir()
"""


@pytest.mark.posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be it")
def test_an_account_that_is_in_no_list_has_no_place(clean_env: dict[str, str]) -> None:
    env = {name: value for name, value in clean_env.items() if not name.startswith("XDG_")}
    env["TMPDIR"] = os.path.realpath("/tmp")  # pytest's folders are closed to other users
    command = [sys.executable, "-c", NO_HOME]
    said = subprocess.run(
        command, env={**env, "HOME": "/x"}, cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    places, same, temporary = said.stdout.splitlines()
    assert (places, same) == ("[None, None]", "True"), said.stderr
    assert not Path(temporary).exists(), "it has gone with the process"


@pytest.mark.posix  # Windows has no such homes
def test_where_the_home_cannot_be_used_output_is_kept_all_the_same(
    tmp_path: Path, clean_env: dict[str, str]
) -> None:
    home = tmp_path / "home"
    home.touch()
    env = {name: value for name, value in clean_env.items() if not name.startswith("XDG_")}
    env["HOME"] = str(home)
    code = "from reloader_gui import program as p; print(p.output_folder(), p.output_folder())"
    command = [sys.executable, "-c", code]
    said = subprocess.check_output(command, env=env, cwd=ROOT, text=True, timeout=30)
    first, second = said.split()
    assert first == second and not Path(first).is_relative_to(home)
    assert not Path(first).exists(), "it has gone with the process"


def test_a_checkout_is_no_packaged_program() -> None:
    assert program.program_folder() is None
    assert program.portable_folder() is None


def test_only_the_marker_makes_it_portable(app: Path) -> None:
    assert program.program_folder(app) == app.parent
    assert program.portable_folder(app) is None
    (app.parent / program.MARKER).touch()
    assert program.portable_folder(app) == app.parent / "settings"


@pytest.mark.posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_stick_that_is_write_protected(app: Path) -> None:
    (app.parent / program.MARKER).touch()
    app.parent.chmod(0o555)
    assert program.portable_folder(app) is None
    app.parent.chmod(0o755)


def test_a_portable_program_keeps_its_settings_beside_it(
    app: Path, clean_env: dict[str, str], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "reloader_gui", app / "reloader_gui")
    (app.parent / program.MARKER).touch()
    code = (
        f"import sys; sys.path.insert(0, {str(app)!r})\n"
        "from reloader_gui.program import config_folder, log_folder\n"
        "from reloader_gui.settings import Settings\n"
        "settings = Settings.load(config_folder()); settings.set('theme', 'dark')\n"
        "assert settings.flush(10)\n"
        "print(config_folder() == log_folder())"
    )
    home = tmp_path / "home"
    home.mkdir()
    clean_env |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "LOCALAPPDATA": str(home)}
    command = [sys.executable, "-P", "-c", code]
    said = subprocess.run(command, env=clean_env, check=True, capture_output=True, text=True)
    assert said.stdout == "True\n"
    assert (app.parent / "settings" / "settings.toml").is_file()
    assert not list(home.iterdir())


@pytest.mark.posix  # Windows and macOS have file dialogs of their own
def test_qts_file_dialog_of_a_portable_program_leaves_the_home_alone(
    clean_env: dict[str, str], tmp_path: Path
) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSettings\n"
        "from reloader_gui.app import keep_dialogs_in\n"
        "keep_dialogs_in(Path(sys.argv[1]))\n"
        "dialog = QSettings(QSettings.Scope.UserScope, 'QtProject')\n"
        "dialog.setValue('FileDialog/lastVisited', 'x')\n"
        "dialog.sync()"
    )
    home, folder = tmp_path / "home", tmp_path / "settings"
    home.mkdir()
    clean_env |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    subprocess.run([sys.executable, "-P", "-c", code, str(folder)], env=clean_env, check=True)
    assert (folder / "QtProject.conf").is_file()
    assert not list(home.iterdir())


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform, for any dialog
def test_the_about_box_tells_the_licences(make_window: Any) -> None:
    window = make_window()
    actions = window.findChildren(QAction)
    next(action for action in actions if action.text() == "About Reloader").trigger()
    box = window.findChild(QMessageBox)
    assert box is not None and box.isVisible()
    for words in ("MIT", "Lesser General Public License", "replace them", about.QT_SOURCES):
        assert words in box.text()
    box.close()


def test_the_packaged_about_box_tells_where_qt_lies(app: Path) -> None:
    text = about.words(app.parent)
    assert str(app / "lib" / "PySide6") in text
    assert str(app.parent / "licences") in text


COUNT_HEAPS = """
import ctypes, sys, threading
from reloader_gui import platform
if sys.argv[1] == "few":
    platform.keep_few_heaps(platform.THIS)
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
meet = threading.Barrier(6)
def allocate():
    kept = [bytes(5000) for _ in range(50)]
    meet.wait(10)
    kept.clear()
threads = [threading.Thread(target=allocate) for _ in range(6)]
for each in threads: each.start()
for each in threads: each.join()
out = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, out)
libc.fflush(out)
"""


@pytest.mark.linux
def test_threads_share_few_heaps(clean_env: dict[str, str]) -> None:
    """Each heap keeps what was freed in it."""

    def heaps(which: str) -> int:
        command = [sys.executable, "-c", COUNT_HEAPS, which]
        env = {**clean_env, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if "malloc_info" in done.stderr:
            pytest.skip("this C library has no malloc_info")
        return done.stdout.count("<heap nr=")

    assert 1 <= heaps("few") <= 2 < heaps("many")
