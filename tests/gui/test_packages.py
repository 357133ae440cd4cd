"""Which package is offered for a module, and what else a missing name may mean."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reloader_core import Interpreter, Origin, ScriptError, Source
from reloader_core import package_table as package_table_read
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.python import package_table, standard_library
from reloader_gui.python.advice import Advice
from reloader_gui.python.missing_package import advise, missing_module
from reloader_gui.python.package_names import no_package
from reloader_gui.texts.package_notes import PACKAGE_NOTES

pytestmark = pytest.mark.posix  # the stand-in for a Python is a shell script

TABLE = package_table_read()
SAME = TABLE["same"].split()


def missing(name: str, source: str = "") -> ScriptError:
    message = f"No module named '{name}'"
    return ScriptError("ModuleNotFoundError", message, Path("/game.py"), 1, source=source)


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Advice]:
    """What is said of a missing module, for a Python with a pip in an environment."""

    def ask(name: str, source: str = "", version: str = "3.12.1") -> Advice:
        program = tmp_path / "bin" / "python3"
        program.parent.mkdir(exist_ok=True)
        program.write_text("#!/bin/sh\necho 'reloader-packages:(True, False, True, True, True)'\n")
        program.chmod(0o755)
        python = Interpreter(program, version, Origin(Source.ENVIRONMENT, ".venv"))
        (tmp_path / "project").mkdir(exist_ok=True)
        advice = advise(missing(name, source), tmp_path / "project" / "game.py", python)
        assert advice is not None
        return advice

    return ask


OFFERED = [
    ("requests", "requests"),
    ("cv2", "opencv-python"),
    ("PIL", "pillow"),
    ("bs4", "beautifulsoup4"),
    ("yaml", "PyYAML"),
    ("sklearn", "scikit-learn"),
    ("skimage", "scikit-image"),
    ("dateutil", "python-dateutil"),
    ("dotenv", "python-dotenv"),
    ("serial", "pyserial"),
    ("usb", "pyusb"),
    ("OpenSSL", "pyOpenSSL"),
    ("rest_framework", "djangorestframework"),
    ("Image", "pillow"),
    ("gi", "PyGObject"),
    ("MySQLdb", "mysqlclient"),
    ("slugify", "python-slugify"),
    ("mpl_toolkits", "matplotlib"),
    ("pkg_resources", "setuptools~=80.0"),
    ("attr", "attrs"),
    ("jwt", "PyJWT"),
    ("Crypto", "pycryptodome"),
    ("discord", "discord.py"),
    ("telegram", "python-telegram-bot"),
    ("fitz", "pymupdf"),
    ("docx", "python-docx"),
    ("pptx", "python-pptx"),
    ("magic", "python-magic"),
    ("zmq", "pyzmq"),
    ("wx", "wxPython"),
    ("typing_extensions", "typing-extensions"),
    ("bson", "pymongo"),
]


@pytest.mark.parametrize(("module", "package"), OFFERED)
def test_what_is_known_is_offered(ask: Callable[..., Advice], module: str, package: str) -> None:
    advice = ask(module)
    assert [step.args[2:] for step in advice.steps] == [("install", package)]
    assert not advice.is_guess
    assert advice.sentence.endswith("This installs it:")


@pytest.mark.parametrize("module", ["gi", "MySQLdb", "wx", "magic", "Image", "pdf2image"])
def test_what_else_is_needed_is_said(ask: Callable[..., Advice], module: str) -> None:
    assert PACKAGE_NOTES.note(module) in ask(module).sentence


@pytest.mark.parametrize(
    ("name", "source", "package"),
    [
        ("google", "from google.cloud import storage", "google-cloud-storage"),
        ("google.cloud", "from google.cloud import storage, bigquery", "google-cloud-storage"),
        ("google", "import google.protobuf.message as message", "protobuf"),
        ("google.protobuf", "", "protobuf"),
        ("google", "from google import genai", "google-genai"),
        ("google", "from google.oauth2.service_account import Credentials", "google-auth"),
        ("azure", "from azure.storage.blob import BlobClient", "azure-storage-blob"),
        ("ruamel", "from ruamel.yaml import YAML", "ruamel.yaml"),
        ("zope", "import zope.interface", "zope.interface"),
    ],
)
def test_a_name_that_many_packages_share(
    ask: Callable[..., Advice], name: str, source: str, package: str
) -> None:
    assert ask(name, source).steps[0].args[2:] == ("install", package)


def test_a_shared_name_alone_is_no_package(ask: Callable[..., Advice]) -> None:
    for source in ("import google", "from google.of_tomorrow import x", "importlib.import_module"):
        advice = ask("google", source)
        assert not advice.steps
        assert "Many packages share that name" in advice.sentence


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("requets", "There is no 'requets' here. Did you mean 'requests'?"),
        ("reqeusts", "Did you mean 'requests'?"),
        ("request", "Did you mean 'requests'?"),
        ("pandsa", "Did you mean 'pandas'?"),
        ("nupmy", "Did you mean 'numpy'?"),
        ("falsk", "Did you mean 'flask'?"),
        ("Requests", "Did you mean 'requests'?"),
        ("matplotlb", "Did you mean 'matplotlib'?"),
        ("pyglett", "Did you mean 'pyglet'?"),
        ("pillow", "The module of the package pillow has another name. Write: import PIL"),
        ("beautifulsoup4", "Write: import bs4"),
        ("python_dotenv", "Write: import dotenv"),
        ("opencv", "Write: import cv2"),
        ("pytorch", "Write: import torch"),
        ("Pil", "Did you mean 'PIL'?"),
        ("PyYAML", "Write: import yaml"),
        ("maht", "Did you mean 'math'?"),
        ("radnom", "Did you mean 'random'?"),
        ("maths", "Did you mean 'math'?"),
        ("datatime", "Did you mean 'datetime'?"),
        ("TKinter", "Did you mean 'tkinter'?"),
        ("Tkinter", "was a part of Python 2. In Python 3 its name is 'tkinter'."),
        ("urllib2", "In Python 3 its name is 'urllib.request'."),
        ("helpr", "There is no 'helpr' beside your script. Did you mean 'helper'?"),
        ("Shapes", "Did you mean 'shapes'?"),
        ("shape", "Did you mean 'shapes'?"),
        ("utils", "There is no utils.py beside your script"),
        ("winreg", "is a part of Python on Windows only"),
        ("win32com", "is in the package pywin32, which works on Windows only."),
        ("_sqlite3", "is a part of Python that this Python (3.12.1, .venv in this folder) comes"),
        ("sqlite3", "comes without"),
        ("asyncore", "is not a part of Python any more, since Python 3.12. Use asyncio instead."),
        ("distutils", "since Python 3.12. The package setuptools takes its place."),
        ("imp", "Use importlib instead."),
    ],
)
def test_no_package_is_offered_for_what_is_none(
    ask: Callable[..., Advice], tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "project" / "shapes").mkdir(parents=True)
    (tmp_path / "project" / "helper.py").touch()
    (tmp_path / "project" / "shapes" / "__init__.py").touch()
    advice = ask(name)
    assert words in advice.sentence
    assert not advice.steps and not advice.package


@pytest.mark.parametrize(
    ("name", "version", "platform", "words"),
    [
        ("tkinter", "3.11.2", "linux", "type in a terminal: sudo apt install python3-tk"),
        ("tkinter", "3.11.2", "darwin", "comes without. Choose another Python below."),
        ("_tkinter", "3.13.0", "linux", "python3-tk"),
        ("distutils", "3.10.4", "linux", "python3-distutils"),
        ("imp", "3.11.2", "linux", "comes without"),
        ("telnetlib", "3.13.0", "win32", "not a part of Python any more, since Python 3.13."),
        ("cgi", "", "linux", "not a part of Python any more"),
        ("fcntl", "3.12.0", "win32", "a part of Python that Windows does not have"),
        ("msvcrt", "3.12.0", "linux", "on Windows only"),
        (
            "tomllib",
            "3.10.2",
            "linux",
            "since Python 3.11. You use this Python (3.10.2, your choice): choose a newer",
        ),
        ("requests", "3.12.0", "linux", ""),
    ],
)
def test_a_part_of_python_that_is_missing(
    name: str, version: str, platform: str, words: str
) -> None:
    python = Interpreter(Path("python"), version, Origin(Source.CHOICE))
    said = standard_library.why_missing(name, python, platform)
    assert (said is not None) == bool(words)
    assert said is None or words in said()


def test_on_windows_a_package_brings_some_parts(tmp_path: Path) -> None:
    python = Interpreter(Path("python.exe"), "3.12.1", Origin(Source.CHOICE))
    known = package_table.known("curses", "win32")
    assert known is not None and known.package == "windows-curses"
    assert package_table.known("curses", "linux") is None
    assert no_package("win32com", tmp_path, python, "win32") is None
    assert no_package("curses", tmp_path, python, "win32") is None
    said = no_package("curses", tmp_path, python, "linux")
    assert said is not None and "comes without" in said()


@pytest.mark.parametrize("name", ["thing", "my_pkg", "bitcoin", "random2", "crontab", "evil_one"])
def test_what_is_not_known_is_a_guess(ask: Callable[..., Advice], name: str) -> None:
    advice = ask(name)
    assert advice.is_guess
    assert advice.command.endswith(f"-m pip install {name}")
    assert "that is a guess: anybody can publish one" in advice.sentence


def test_a_guess_can_be_copied_and_not_be_installed_by_a_click(
    qtbot: QtBot, ask: Callable[..., Advice]
) -> None:
    window, card = QWidget(), ErrorCard()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(card)
    window.setMinimumSize(900, 300)
    window.show()
    wanted: list[Advice] = []
    card.install_wanted.connect(wanted.append)

    def child(name: str) -> Any:
        return card.findChild(QWidget, name)

    card.show_error(missing("thing"))
    assert not child("copyCommandButton").isVisible()
    advice = ask("thing")
    card.show_advice(advice)
    assert child("copyCommandButton").isVisible()
    assert not child("installButton").isVisible()
    QTest.mouseClick(child("copyCommandButton"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == advice.command
    child("installButton").click()  # nobody can; and if: nothing
    assert wanted == [] and card.isVisible()
    card.show_advice(ask("requests"))
    assert child("installButton").isVisible()
    assert not child("copyCommandButton").isVisible()
    card.show_advice(ask("requets"))
    assert child("showLineButton").isVisible()
    assert not child("installButton").isVisible() and not child("copyCommandButton").isVisible()


# ---------------------------------------------------------------- the table itself


def test_the_table_is_in_order_and_names_nothing_twice() -> None:
    assert sorted(SAME) == SAME and len(set(SAME)) == len(SAME)
    assert not set(SAME) & set(TABLE["packages"])
    for section in ("packages", "parts", "misnamed", "windows", "only"):
        assert list(TABLE[section]) == sorted(TABLE[section]), section
    modules = {*SAME, *TABLE["packages"]}
    assert set(TABLE["only"]) <= modules
    assert set(TABLE["only"].values()) <= {"win32", "darwin"}


def test_every_line_can_be_given_to_pip() -> None:
    packages = [package_table.known(module) for module in (*SAME, *TABLE["packages"])]
    names = [known.package for known in packages if known is not None]
    names += [*TABLE["parts"].values(), *TABLE["windows"].values()]
    assert len(names) > 800
    for name in names:
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*(~=[0-9.]+)?", name), name
    for module in (*SAME, *TABLE["packages"]):
        assert module.isidentifier() and missing_module(missing(module)) == module


def test_no_part_of_python_is_in_the_table() -> None:
    import sys

    gone = {*standard_library.REMOVED, *standard_library.PYTHON_2}
    assert not {*SAME, *TABLE["packages"]} & (gone | sys.stdlib_module_names)


def test_the_table_agrees_with_what_is_installed_here() -> None:
    """The packages that run these tests: a module of theirs that stands in the table is theirs."""
    checked = 0
    for module, packages in importlib.metadata.packages_distributions().items():
        known = package_table.known(module)
        if known is None or module == "PySide6":  # of which we use a part
            continue
        checked += 1
        wanted = re.sub(r"[-_.]+", "-", known.package.partition("~")[0]).lower()
        assert wanted in {re.sub(r"[-_.]+", "-", each).lower() for each in packages}, module
    assert checked > 5
