"""The one file of the window's that knows which platform it runs on.

Every function but start_detached takes the platform's name, so that Windows' and
macOS' logic runs in the tests on Linux. Qt-free, holds no state, any thread may ask.
"""

from __future__ import annotations

import contextlib
import html
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

THIS: str = sys.platform

# subprocess has these names only on Windows.
CREATE_NEW_PROCESS_GROUP = 0x00000200
CREATE_NO_WINDOW = 0x08000000
CREATE_NEW_CONSOLE = 0x00000010
Command = list[str]
_M_ARENA_MAX = -8  # malloc.h
_HEAPS = 2


def keep_few_heaps(platform: str) -> None:
    """glibc gives up to 8 heaps to each core's threads and keeps what is freed in them: of
    119 MB after three minutes of tests/stress/window.py 67 were such. Before there is a second
    thread. (A variable of the environment would reach the user's scripts.)"""
    if platform != "linux":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # musl has one heap, and no mallopt
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _HEAPS)


def system_name() -> str:
    """What this system calls itself, with its version and kind of processor; not the computer's
    own name."""
    import platform

    return " ".join(filter(None, (platform.system(), platform.release(), platform.machine())))


def split_command(text: str, platform: str) -> list[str]:
    """A command line as the platform's shell splits it. Raises ValueError."""
    return _split_windows(text) if platform == "win32" else shlex.split(text)


def join_command(words: Sequence[str], platform: str) -> str:
    """As a person would type it."""
    return subprocess.list2cmdline(words) if platform == "win32" else shlex.join(words)


def _split_windows(text: str) -> list[str]:
    """CommandLineToArgvW's rules: a backslash is a letter unless a quote follows.

    https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw
    """
    words: list[str] = []
    word: str | None = None
    quoted = False
    for token in re.findall(r'\\*"|\\+|[ \t]+|[^\\" \t]+', text):
        if token.endswith('"'):
            slashes = len(token) - 1
            word = (word or "") + "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
        elif quoted or not token.isspace():
            word = (word or "") + token
        elif word is not None:
            words.append(word)
            word = None
    if quoted:
        raise ValueError("No closing quotation")
    return words if word is None else [*words, word]


def interrupt_key(platform: str) -> str:
    """Of a terminal, by Qt's names: on macOS Ctrl is the command key, which copies."""
    return "Meta+C" if platform == "darwin" else "Ctrl+C"


def program_folders(environ: Mapping[str, str], platform: str) -> list[Path]:
    """Where installers put programs that are on no PATH: folders of programs or of bundles."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        places = [os.path.join(local, "Programs")] if local else []
        names = ("PROGRAMW6432", "PROGRAMFILES", "PROGRAMFILES(X86)")
        places += [environ[name] for name in names if environ.get(name)]
        return [Path(place) for place in dict.fromkeys(places)]
    if platform == "darwin":
        user = environ.get("HOME")
        return [Path("/Applications"), *([Path(user) / "Applications"] if user else [])]
    return []


def programs_folder() -> Path:
    """Where a person begins to look for a program."""
    return next(iter(program_folders(os.environ, THIS)), Path("/usr/bin"))


def path_folders(environ: Mapping[str, str], platform: str) -> list[Path]:
    """The folders of PATH, in order; relative ones are left out (never the current folder)."""
    entries = environ.get("PATH", "").split(";" if platform == "win32" else ":")
    return [Path(entry) for entry in (each.strip('"') for each in entries) if os.path.isabs(entry)]


def join_folders(folders: Sequence[Path], platform: str) -> str:
    """As in PATH."""
    return (";" if platform == "win32" else ":").join(map(str, folders))


def home(environ: Mapping[str, str], platform: str) -> Path | None:
    value = environ.get("USERPROFILE" if platform == "win32" else "HOME")
    return Path(value) if value else None


def pip_configurations(environ: Mapping[str, str], platform: str) -> list[Path]:
    """Files that pip reads, where they are there: https://pip.pypa.io/en/stable/topics/configuration/"""
    user = home(environ, platform)
    if platform == "win32":
        places = [environ.get("PROGRAMDATA", ""), environ.get("APPDATA", "")]
        files = [Path(place) / "pip" / "pip.ini" for place in places if place]
        return files + ([user / "pip" / "pip.ini"] if user is not None else [])
    folders = [Path("/etc"), *(Path(each) / "pip" for each in _xdg_folders(environ))]
    if user is not None:
        own = environ.get("XDG_CONFIG_HOME") or user / ".config"
        folders += [Path(own) / "pip", user / ".pip"]
        folders += [user / "Library" / "Application Support" / "pip"]
    return [folder / "pip.conf" for folder in folders]


def _xdg_folders(environ: Mapping[str, str]) -> list[str]:
    return list(filter(None, (environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")))


def is_bundle(program: Path, platform: str) -> bool:
    """A macOS application, as a file dialog hands it out: a folder."""
    return platform == "darwin" and program.suffix == ".app" and program.is_dir()


def is_batch_file(program: str, platform: str) -> bool:
    """cmd.exe runs it, and reads `&` or `%` in a file's name as its own."""
    return platform == "win32" and program.lower().endswith((".cmd", ".bat"))


def windowed_python(python: Path, platform: str) -> Path:
    """IDLE on python.exe would open a console window for each of its shells."""
    neighbour = python.with_name("pythonw.exe")
    return neighbour if platform == "win32" and neighbour.is_file() else python


def notepad(environ: Mapping[str, str], platform: str) -> Path | None:
    """The editor that every Windows has."""
    if platform != "win32":
        return None
    program = Path(environ.get("SYSTEMROOT", "C:\\Windows")) / "System32" / "notepad.exe"
    return program if program.is_file() else None


def open_with(file: Path, prompt: str, environ: Mapping[str, str], platform: str) -> Command | None:
    """Let the system ask which program opens it; None: it has no such question (Linux: none that
    every desktop knows)."""
    if platform == "win32":
        folder = Path(environ.get("SYSTEMROOT", "C:\\Windows")) / "System32"
        return [str(folder / "rundll32.exe"), "shell32.dll,OpenAs_RunDLL", str(file)]
    if platform == "darwin":
        lines = (
            "on run {file, prompt}",
            "set chosen to choose application with prompt prompt as alias",
            'do shell script "open -a " & quoted form of POSIX path of chosen & " " & quoted form'
            " of file",
            "end run",
        )
        words = [word for line in lines for word in ("-e", line)]
        return ["/usr/bin/osascript", *words, str(file), prompt]
    return None


def show_file(file: Path, environ: Mapping[str, str], platform: str) -> Command | None:
    """Show it in its folder; None: open the folder instead."""
    if platform == "win32":
        explorer = Path(environ.get("SYSTEMROOT", "C:\\Windows")) / "explorer.exe"
        return [str(explorer), "/select,", str(file)]
    return ["/usr/bin/open", "-R", str(file)] if platform == "darwin" else None


def start_for_user(command: Command) -> bool:
    """Returns at once. False: it could not be started."""
    try:
        collect(_start_outside(command))
    except OSError:
        return False
    return True


def detached_flags(platform: str) -> int:
    """For Popen: no Ctrl+C of ours reaches it.

    Not DETACHED_PROCESS: without any console, what a .cmd starts opens a window.
    """
    return CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP if platform == "win32" else 0


def start_detached(
    command: Sequence[str], cwd: Path, environ: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Starts the user's program: in a session of its own, with none of our streams."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=cwd,
        env=dict(environ),
        start_new_session=True,
        creationflags=detached_flags(THIS),
    )


def start_in_console(
    command: Sequence[str], cwd: Path, environ: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """As start_detached, but on Windows with a console of its own to see and type in."""
    if THIS != "win32":
        return start_detached(command, cwd, environ)
    flags = CREATE_NEW_CONSOLE | CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(command, cwd=cwd, env=dict(environ), creationflags=flags)


def script_environment(
    environ: Mapping[str, str], platform: str, *, colour: bool
) -> tuple[tuple[str, str], ...]:
    """What the script's environment has besides ours. A program that was started from a
    desktop has no TERM, without which `clear` cannot clear the page; `colour` asks tools
    for colours though they see no terminal (https://force-color.org)."""
    added: dict[str, str] = {}
    if platform != "win32" and not environ.get("TERM"):
        added["TERM"] = "xterm-256color"
    if colour:
        added |= {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "PY_COLORS": "1"}
    return tuple(added.items())


def notification(
    app: str, title: str, text: str, environ: Mapping[str, str], platform: str
) -> list[str] | None:
    """The command that shows it; None: there is none. The text is no markup.
    https://specifications.freedesktop.org/notification-spec/latest/"""
    if platform in ("win32", "darwin"):
        return None
    path, plain = environ.get("PATH"), html.escape(text, quote=False)
    if (program := shutil.which("notify-send", path=path)) is not None:
        return [program, f"--app-name={app}", "--", title, plain]
    if (program := shutil.which("gdbus", path=path)) is None:
        return None
    place = "org.freedesktop.Notifications"
    name, icon, head, body = (
        json.dumps(each, ensure_ascii=False) for each in (app, "", title, plain)
    )
    values = [name, "uint32 0", icon, head, body, "@as []", "@a{sv} {}", "-1"]
    call = ["--session", f"--dest={place}", "--object-path=/org/freedesktop/Notifications"]
    return [program, "call", *call, f"--method={place}.Notify", "--", *values]


def run_quietly(command: Sequence[str]) -> None:
    """Whatever comes of it. Returns when it has ended."""
    with contextlib.suppress(OSError):
        _start_outside(command).wait()


def _start_outside(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """In no folder of the user's, which could not be renamed meanwhile. Raises OSError."""
    return start_detached(command, Path(os.path.abspath(os.sep)), outside(os.environ))


def collect(process: subprocess.Popen[bytes]) -> None:
    """Somebody must, when it ends, however late: a thread that only waits does so for every
    kind of program, and does not keep the window from ending."""
    threading.Thread(target=process.wait, name=f"program {process.pid}", daemon=True).start()


def outside(environ: Mapping[str, str]) -> dict[str, str]:
    """Without what an outer Reloader gave to us: what runs in the editor is not its script."""
    return {
        name: value
        for name, value in environ.items()
        if name != "RUN_FLAG" and not name.startswith("RELOADER_")
    }
