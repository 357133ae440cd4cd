"""What every test may use: `clean_env`, `wait_until`, `x_server`, `write`, `hung_drive`, and the
markers for systems.

Markers: posix, linux, macos, windows (set for all of tests/windows), wine_xfail(reason), slow.
Windows under Wine counts as Windows.
"""

from __future__ import annotations

import ctypes
import dataclasses
import gc
import os
import runpy
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import Phase, settings

import pythons
import selection
from patience import is_wine, patient

# A test itself says only how many examples it needs if that is not a matter of time.
settings.register_profile("usual", max_examples=60, deadline=None)
settings.load_profile("usual")
# Long and always new; a failure is shown as it was found (making it smaller takes minutes).
settings.register_profile(
    "stress",
    max_examples=200,
    stateful_step_count=30,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
)

if hasattr(signal, "SIGHUP"):
    # Under nohup, and behind & in a shell's script, all children would ignore what tests send them.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)

# No window of a test may appear on a developer's screen; tests/e2e starts screens of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
if sys.platform == "win32":  # Windows' fonts are not where that screen looks for them
    os.environ["QT_QPA_FONTDIR"] = os.path.join(os.environ["SYSTEMROOT"], "Fonts")
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "support" / "fonts.conf")

os.environ["PATH"] = pythons.without_shims(os.environ["PATH"])

X_SERVER = Path(__file__).parent / "bench" / "x_server.py"
HERE = {
    "posix": sys.platform != "win32",
    "linux": sys.platform.startswith("linux"),
    "macos": sys.platform == "darwin",
    "windows": sys.platform == "win32",
}
POLL_S = 0.005


class WaitUntil(Protocol):
    def __call__(
        self,
        condition: Callable[[], object],
        deadline_s: float = 10,
        what: str | Callable[[], object] = "",
    ) -> None: ...


@pytest.fixture
def clean_env() -> dict[str, str]:
    """The environment for a child, without PYTHON*: the machine's settings would hide faults."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


@pytest.fixture
def wait_until() -> WaitUntil:
    """Polls until the condition holds; fails after the deadline, saying `what` (or its value)."""

    def wait(
        condition: Callable[[], object],
        deadline_s: float = 10,
        what: str | Callable[[], object] = "",
    ) -> None:
        bound_s = patient(deadline_s)
        end = time.monotonic() + bound_s
        while not condition():
            if time.monotonic() > end:
                said = what() if callable(what) else what
                pytest.fail(f"not within {bound_s} s: {said}")
            time.sleep(POLL_S)

    return wait


class StartScreen(Protocol):
    def __call__(self, size: str) -> AbstractContextManager[str]: ...


@pytest.fixture(scope="session")
def x_server() -> StartScreen:
    """Starts a private X server: `with x_server('640x480x24') as display`; '' if it cannot."""
    xvfb: StartScreen = runpy.run_path(str(X_SERVER))["xvfb"]
    return xvfb


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Makes a script: write('game.py', 'print(1)')."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--each-python",
        action="store_true",
        help="each kind with each Python; else with one of them",
    )
    parser.addoption(
        "--fast", action="store_true", help="what takes little time, and a part of the rest"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Of xdist, in the process that starts the workers: not each of them asks all Pythons."""
    node.workerinput["pythons"] = [(one.path, one.version) for one in pythons.find_pythons()]


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # a quarter of the time that reading the tests takes, for each worker
    given = getattr(config, "workerinput", {}).get("pythons")
    if given is not None:
        pythons.found_before = tuple(pythons.Python(*each) for each in given)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    is_slow = config.getoption("fast") and collection_path in selection.SLOW
    return True if is_slow or (is_wine() and collection_path in selection.HERE_ALONE) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wine = is_wine()
    left_out: list[pytest.Item] = []
    if config.getoption("fast"):
        left_out = selection.left_out_when_fast(items)
    elif wine and not any("[" in arg for arg in config.args) and not config.getoption("lf"):
        left_out = selection.all_but_each_third(items, config.args)
    if left_out:
        gone = set(left_out)
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in gone]
    for item in items:
        if selection.WINDOWS_ONLY in item.path.parents:
            item.add_marker("windows")
        for name, here in HERE.items():
            if not here and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=f"runs on {name} only"))
        lacking = item.get_closest_marker("wine_xfail")
        if wine and lacking:
            item.add_marker(pytest.mark.xfail(reason=f"Wine: {lacking.args[0]}"))


def pytest_collection_finish() -> None:
    gc.freeze()  # what was read stays
    gc.enable()


FUSE_INIT = 26


@dataclasses.dataclass
class HungDrive:
    """A folder of which nobody ever hears anything, until it is taken away."""

    folder: Path
    device: int = -1

    def take_away(self) -> None:
        """Whoever waits gets an error."""
        if self.device >= 0:
            os.close(self.device)
            self.device = -1

    def unmount(self) -> None:
        """An empty folder is left in its place."""
        self.take_away()
        ctypes.CDLL(None).umount2(os.fsencode(self.folder), 2)


@pytest.fixture
def hung_drive(hung: HungDrive) -> Path:
    return hung.folder


@pytest.fixture
def hung(tmp_path: Path) -> Iterator[HungDrive]:
    """A file system (FUSE) that takes every question and answers none."""
    if not sys.platform.startswith("linux"):
        pytest.skip("FUSE is Linux's")
    from reloader_core.disk.mounts import partitions

    if "/" not in (each.point for each in partitions()):
        pytest.skip("a chroot whose root is no mount point: all is on one unknown drive")
    folder = tmp_path / "drive"
    folder.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        device = os.open("/dev/fuse", os.O_RDWR)
    except OSError as error:
        pytest.skip(f"no FUSE here: {error.strerror}")
    options = b"fd=%d,rootmode=40000,user_id=%d,group_id=%d" % (device, os.getuid(), os.getgid())
    if libc.mount(b"hung", os.fsencode(folder), b"fuse", 0, options):
        os.close(device)
        pytest.skip(f"no right to mount here: {os.strerror(ctypes.get_errno())}")
    hung = HungDrive(folder, device)
    try:
        request = os.read(device, 1 << 17)
        _length, opcode, unique = struct.unpack_from("<IIQ", request)
        assert opcode == FUSE_INIT
        major, minor, ahead = struct.unpack_from("<III", request, 40)
        reply = struct.pack("<IIIIHHIIHH8I", major, minor, ahead, 0, 12, 9, 4096, 1, 0, 0, *[0] * 8)
        os.write(device, struct.pack("<IiQ", 16 + len(reply), 0, unique) + reply)
        yield hung
    finally:
        hung.unmount()
