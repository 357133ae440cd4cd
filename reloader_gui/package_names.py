"""Which package a module's name stands for, or what else it may be: a slip of the pen, a file
of the user's own, a part of Python. Qt-free; any thread may ask.
"""

from __future__ import annotations

import difflib
import os
import sys
from itertools import islice
from pathlib import Path

from core import Interpreter
from reloader_gui import python_words

DISTRIBUTIONS = {
    "Crypto": "pycryptodome",
    "OpenGL": "PyOpenGL",
    "PIL": "pillow",
    "attr": "attrs",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "discord": "discord.py",
    "distutils": "setuptools",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "fitz": "pymupdf",
    "git": "GitPython",
    "googleapiclient": "google-api-python-client",
    "jwt": "PyJWT",
    "magic": "python-magic",
    "nacl": "pynacl",
    "pptx": "python-pptx",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "speech_recognition": "SpeechRecognition",
    "telegram": "python-telegram-bot",
    "usb": "pyusb",
    "vlc": "python-vlc",
    "websocket": "websocket-client",
    "win32api": "pywin32",
    "win32con": "pywin32",
    "win32gui": "pywin32",
    "wx": "wxPython",
    "yaml": "PyYAML",
    "zmq": "pyzmq",
}
"""Where the package is not called as the module that is imported."""

PYTHON_2 = {
    "ConfigParser": "configparser",
    "HTMLParser": "html.parser",
    "Queue": "queue",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "cPickle": "pickle",
    "httplib": "http.client",
    "tkMessageBox": "tkinter.messagebox",
    "urllib2": "urllib.request",
    "thread": "threading",
    "urlparse": "urllib.parse",
}
"""Old examples on the web import these."""

OFTEN_OWN = frozenset(
    "app common config constants data functions game helper helpers lib main models module"
    " my_module mymodule settings src test tests util utils".split()
)
"""People name files of their own so: a package of that name is somebody else's."""

# A mistyped name is looked for among these: with all of the standard library, one well-known
# package in ten would be taken for a slip.
_BEGINNERS = (
    "argparse asyncio calendar collections copy csv dataclasses datetime decimal fractions"
    " functools getpass glob hashlib http itertools json logging math os pathlib pickle platform"
    " queue random re secrets shutil socket sqlite3 statistics string subprocess sys tempfile"
    " threading time tkinter turtle typing unittest urllib webbrowser zipfile"
).split()
_LOOK_ALIKES = frozenset("bitstring httpx orjson psutil schedule typer ujson".split())

_MOST_NEIGHBOURS = 500
_ALIKE, _ALIKE_STDLIB = 0.8, 0.75


def in_words(python: Interpreter) -> str:
    return f"this Python ({python.version}, {python_words.why(python)})"


def no_package(name: str, folder: Path, python: Interpreter) -> str | None:
    """Why no package of that name is meant; None: it may be one."""
    if name in DISTRIBUTIONS or name in _LOOK_ALIKES:
        return None
    if name in sys.stdlib_module_names:
        more = " On Debian and Ubuntu the system's package python3-tk brings it."
        return (
            f"'{name}' is a part of Python that {in_words(python)} comes without. Choose another"
            f" Python below.{more if name in ('tkinter', 'turtle') else ''}"
        )
    if (new := PYTHON_2.get(name)) is not None:
        return f"'{name}' was a part of Python 2. In Python 3 its name is '{new}'."
    if near := _nearest(name, _neighbours(folder), _ALIKE):
        return f"There is no '{name}' beside your script. Did you mean '{near}'?"
    if near := _nearest(name, _BEGINNERS, _ALIKE_STDLIB):
        return f"Python has no module '{name}'. Did you mean '{near}'?"
    if name.lower() in OFTEN_OWN:
        return f"There is no {name}.py beside your script. Is it in another folder?"
    return None


def _nearest(name: str, among: list[str], cutoff: float) -> str:
    by_small = {each.lower(): each for each in among if _may_be_slip(name.lower(), each.lower())}
    found = difflib.get_close_matches(name.lower(), by_small, 1, cutoff)
    return by_small[found[0]] if found else ""


def _may_be_slip(one: str, other: str) -> bool:
    """Not 'pygame' for 'pygame_test', nor 'random2' for 'random': names are made like that."""
    short, long = sorted((one, other), key=len)
    if short not in long:
        return True
    more = long.replace(short, "", 1)
    return len(more) <= 1 and not more.isdigit()


def _neighbours(folder: Path) -> list[str]:
    """What the script could import from its own folder."""
    try:
        with os.scandir(folder) as entries:
            files = [Path(entry.path) for entry in islice(entries, _MOST_NEIGHBOURS)]
    except OSError:
        return []
    return [file.stem for file in files if file.suffix == ".py" or (file / "__init__.py").is_file()]
