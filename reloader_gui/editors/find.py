"""The user's own editor: which one it is, and opening a file in it at a line.

Qt-free. find_editor may start a Python to ask it for IDLE (seconds at worst: not in
the window's thread); open_in returns as soon as the editor is started. An editor is
the user's: it outlives the window, and nothing here ever ends one. A search takes no
program that lies with the script; one that the user has named by its whole path it does.
The system's default action for .py is never used (on Windows it runs the file), nor is TextEdit
(it saves rich text).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from reloader_core import ScriptPlace, frozen
from reloader_gui.texts.editors import EDITORS
from reloader_gui.texts.said import Said, said
from reloader_gui.ui import system as facts
from reloader_gui.ui.system import THIS

Which = Callable[..., str | None]
Words = tuple[str, ...]


class EditorFailed(Exception):
    """The editor could not be found or started; `said` is a sentence for the user."""

    def __init__(self, why: Said) -> None:
        super().__init__(why)
        self.said = why


class NoEditor(EditorFailed):
    """There is none on this computer that can open this."""

    def __init__(self, file: Path, line: int | None) -> None:
        super().__init__(said(EDITORS.none_found))
        self.file, self.line = file, line


@frozen
class Editor:
    """What to start: `program` and its own options, then `arguments` with the file put in."""

    name: str
    program: Words
    arguments: Words = ("{file}",)
    arguments_at_line: Words = ("{file}",)
    """The same where an editor can't be told a line."""

    def command(self, file: Path, line: int | None = None) -> list[str]:
        """`line` counts from 1. The file is made absolute, so that none looks like an option."""
        values = {"{file}": os.path.abspath(file), "{line}": str(line or 1)}
        arguments = self.arguments_at_line if line else self.arguments
        # In one pass: a file may be named "{line}.py".
        fill = re.compile(r"\{file\}|\{line\}").sub
        return [*self.program, *(fill(lambda m: values[m[0]], each) for each in arguments)]


@frozen
class _Known:
    name: str
    commands: Words
    at_line: Words
    installed: Words = ()
    """Below the folders that installers use, on Windows and macOS."""
    searched: bool = True
    """False: never taken by itself, but if the user names it we know how it jumps."""


_AT_PLUS = ("+{line}", "{file}")
_AT_OPTION = ("--line", "{line}", "{file}")
_AT_COLON = ("{file}:{line}",)
_AT_GOTO = ("--goto", "{file}:{line}")
_CODE_BIN = ".app/Contents/Resources/app/bin/"

_KNOWN = (
    _Known(
        "Visual Studio Code",
        ("code",),
        _AT_GOTO,
        ("Microsoft VS Code/Code.exe", f"Visual Studio Code{_CODE_BIN}code"),
    ),
    _Known(
        "Visual Studio Code Insiders",
        ("code-insiders",),
        _AT_GOTO,
        (
            "Microsoft VS Code Insiders/Code - Insiders.exe",
            f"Visual Studio Code - Insiders{_CODE_BIN}code",
        ),
    ),
    _Known(
        "VSCodium",
        ("codium",),
        _AT_GOTO,
        ("VSCodium/VSCodium.exe", f"VSCodium{_CODE_BIN}codium"),
    ),
    _Known("Notepad++", ("notepad++",), ("-n{line}", "{file}"), ("Notepad++/notepad++.exe",)),
    _Known(
        "Sublime Text",
        ("subl",),
        _AT_COLON,
        (
            "Sublime Text/subl.exe",
            "Sublime Text 3/subl.exe",
            "Sublime Text.app/Contents/SharedSupport/bin/subl",
        ),
    ),
    _Known(
        "Geany",
        ("geany",),
        _AT_PLUS,
        ("Geany/bin/geany.exe", "Geany.app/Contents/MacOS/geany"),
    ),
    _Known(
        "Kate",
        ("kate",),
        _AT_OPTION,
        ("Kate/bin/kate.exe", "kate.app/Contents/MacOS/kate"),
    ),
    _Known("gedit", ("gedit",), _AT_PLUS),
    # Its older versions (Debian 12 has one) would open a second file named +12.
    _Known("Text Editor", ("gnome-text-editor",), ("{file}",)),
    _Known("Xed", ("xed",), _AT_PLUS),
    _Known("Mousepad", ("mousepad",), _AT_OPTION),
    _Known("Pluma", ("pluma",), _AT_PLUS),
    # A second start hands the file to the window that is open; it can be told no line.
    _Known(
        "Thonny",
        ("thonny",),
        ("{file}",),
        ("Thonny/thonny.exe", "Thonny.app/Contents/MacOS/thonny"),
    ),
    _Known("Emacs", ("emacs", "emacsclient"), _AT_PLUS, searched=False),
    _Known("Vim", ("gvim", "vim"), _AT_PLUS, searched=False),
    _Known("KWrite", ("kwrite",), _AT_OPTION, searched=False),
    _Known("PyCharm", ("pycharm", "pycharm64", "charm"), _AT_OPTION, searched=False),
    _Known("Cursor", ("cursor",), _AT_GOTO, searched=False),
    _Known("Zed", ("zed", "zeditor"), _AT_COLON, searched=False),
)

# fmt: off
_IN_TERMINAL = frozenset({
    "vi", "vim", "nvim", "view", "ex", "ed", "red", "nano", "rnano", "pico", "micro",
    "joe", "jed", "jmacs", "mg", "zile", "emacs-nox", "ne", "mcedit", "tilde", "dte",
    "kak", "hx", "helix",
    # Debian's names for whichever it is: nano, as a rule.
    "editor", "sensible-editor", "select-editor",
})
# fmt: on
_WINDOWED_VIM = frozenset({"gvim", "gview", "evim", "eview", "mvim"})
_EMACS_IN_TERMINAL = frozenset({"-nw", "-t", "-tty", "--tty", "--no-window-system"})


def find_editor(
    chosen: str | None,
    environ: Mapping[str, str] = os.environ,
    which: Which = shutil.which,
    python: Path | None = None,
    platform: str = THIS,
    script: ScriptPlace | None = None,
) -> Editor | None:
    """The editor to use, or None if there is none at all.

    `chosen` is the setting: a command line, with {file} and {line} where it needs them,
    or simply a program. Raises EditorFailed if it is of no use: another editor than the
    chosen one would only puzzle. `python` is asked for IDLE. In the folder of `script` no
    editor is looked for.
    """
    search = _Search(environ, which, platform, script)
    if chosen is not None and chosen.strip():
        return search.chosen(chosen.strip())
    return search.visual() or search.known() or search.idle(python) or search.notepad()


def open_in(
    editor: Editor,
    file: Path,
    line: int | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
    platform: str = THIS,
) -> None:
    """Starts the editor and leaves it to the user. Raises EditorFailed."""
    if not os.path.isfile(file):
        raise EditorFailed(said(EDITORS.file_is_gone, file))
    command = editor.command(file, line)
    file_name = os.path.abspath(file)
    if facts.is_batch_file(command[0], platform) and re.search(r'[&|<>^%!"]', file_name):
        raise EditorFailed(said(EDITORS.batch_file, editor.name, file_name))
    try:
        process = facts.start_detached(
            command, _working_directory(command[0], environ, platform), facts.outside(environ)
        )
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise EditorFailed(said(EDITORS.not_started, editor.name, why)) from None
    facts.collect(process)


def _working_directory(program: str, environ: Mapping[str, str], platform: str) -> Path:
    """Not the script's folder: on Windows it could not be renamed while the editor is open, and
    what the editor itself starts would be looked for in it first."""
    home = facts.home(environ, platform)
    return home if home is not None and os.path.isdir(home) else Path(program).parent


@frozen
class _Search:
    """The places where editors are looked for, each a method that finds one or None."""

    environ: Mapping[str, str]
    which: Which
    platform: str
    script: ScriptPlace | None = None

    def chosen(self, text: str) -> Editor:
        try:
            # A file dialog hands out a path, and paths have spaces.
            whole = os.path.isfile(text) or facts.is_bundle(Path(text), self.platform)
            words = [text] if whole else facts.split_command(text, self.platform)
        except ValueError:
            raise EditorFailed(said(EDITORS.quotation_mark, text)) from None
        if not words:
            raise EditorFailed(said(EDITORS.no_name))
        words[0] = os.path.expanduser(words[0])
        if facts.is_bundle(Path(words[0]), self.platform):
            return self._bundle(Path(words[0]))
        program = self._program(words[0])
        if program is None:
            raise EditorFailed(said(EDITORS.no_program, words[0]))
        if _needs_terminal(program, words[1:]):
            raise EditorFailed(said(EDITORS.needs_terminal, words[0]))
        return self._editor(program, words[1:])

    def visual(self) -> Editor | None:
        """$VISUAL, if it opens a window. It is often `vim`, for the terminal."""
        try:
            words = facts.split_command(self.environ.get("VISUAL", ""), self.platform)
        except ValueError:
            return None
        program = self._program(words[0]) if words else None
        if program is None or self._is_the_scripts(program) or _needs_terminal(program, words[1:]):
            return None
        return self._editor(program, words[1:])

    def known(self) -> Editor | None:
        for known in _KNOWN:
            if not known.searched:
                continue
            for place in (*map(self._program, known.commands), *self._installed(known)):
                if place is not None:
                    program = self._instead_of_batch_file(place, known)
                    return Editor(known.name, (program,), ("{file}",), known.at_line)
        return None

    def idle(self, python: Path | None) -> Editor | None:
        """IDLE, where it can run: many Linux Pythons have neither it nor tkinter."""
        if python is None:
            return None
        try:
            asked = subprocess.run(
                [python, "-I", "-c", "import idlelib, tkinter"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
                timeout=10,
                cwd=python.parent,
                env=facts.outside(self.environ),
                creationflags=facts.detached_flags(THIS),
            )
        except (OSError, ValueError, subprocess.TimeoutExpired):
            return None
        if asked.returncode != 0:
            return None
        # Isolated, or a script's random.py in the current folder becomes IDLE's own.
        program = str(facts.windowed_python(python, self.platform))
        return Editor("IDLE", (program, "-I", "-m", "idlelib"))

    def notepad(self) -> Editor | None:
        program = facts.notepad(self.environ, self.platform)
        return Editor("Notepad", (str(program),)) if program is not None else None

    def _program(self, word: str) -> str | None:
        folders = facts.path_folders(self.environ, self.platform)
        folders = [folder for folder in folders if not self._is_the_scripts(folder / word)]
        found = self.which(word, path=facts.join_folders(folders, self.platform))
        if found is not None and not os.path.isabs(found):
            # Windows looks in the current folder first, where `code.bat` may be anybody's.
            others = (self.which(str(folder / word), path="") for folder in folders)
            found = next(filter(None, others), None)
        return found if found is not None and os.path.isabs(found) else None

    def _is_the_scripts(self, program: str | Path) -> bool:
        """What lies with a script may have been downloaded with it."""
        home = facts.home(self.environ, self.platform)
        return self.script is not None and self.script.holds(Path(program), home)

    def _installed(self, known: _Known) -> list[str]:
        folders = facts.program_folders(self.environ, self.platform)
        places = [folder / path for path in known.installed for folder in folders]
        return [str(place) for place in places if os.path.isfile(place)]

    def _instead_of_batch_file(self, program: str, known: _Known) -> str:
        """VS Code's `bin/code.cmd` has the program itself one folder above."""
        if not facts.is_batch_file(program, self.platform):
            return program
        above = Path(program).parent.parent
        places = [above / Path(path).name for path in known.installed]
        return next((str(place) for place in places if os.path.isfile(place)), program)

    def _editor(self, program: str, options: list[str]) -> Editor:
        """From a command line of the user's, whose placeholders come first."""
        known = _known_as(program)
        name = _stem(program)
        at_line: Words = ("{file}",)
        if known is not None:
            name, at_line = known.name, known.at_line
            program = self._instead_of_batch_file(program, known)
        if not any("{file}" in each or "{line}" in each for each in options):
            return Editor(name, (program, *options), ("{file}",), at_line)
        if not any("{file}" in each for each in options):
            options = [*options, "{file}"]
        return Editor(name, (program,), tuple(options), tuple(options))

    def _bundle(self, bundle: Path) -> Editor:
        """A macOS application: by its own command if it has one, which can jump to a line."""
        for known in _KNOWN:
            for path in known.installed:
                inner = bundle.parent / path
                if path.startswith(f"{bundle.name}/") and os.path.isfile(inner):
                    return Editor(known.name, (str(inner),), ("{file}",), known.at_line)
        return Editor(bundle.stem, ("/usr/bin/open", "-a", str(bundle)))


def _known_as(program: str) -> _Known | None:
    stem = _stem(program).lower()
    for known in _KNOWN:
        windows = (Path(path).stem.lower() for path in known.installed if path.endswith(".exe"))
        if stem in known.commands or stem in windows:
            return known
    return None


def _needs_terminal(program: str, options: list[str]) -> bool:
    name = _stem(program).lower()
    if name in _WINDOWED_VIM:  # by this name only: Debian's gvim is a link to vim.gtk3
        return False
    names = {name, _stem(os.path.realpath(program)).lower()}
    if names & _IN_TERMINAL:
        return "-g" not in options  # vim -g is gvim
    return name in ("emacs", "emacsclient") and not _EMACS_IN_TERMINAL.isdisjoint(options)


def _stem(program: str) -> str:
    """`code` of C:\\...\\code.cmd, `vim` of vim.basic, on whatever platform."""
    return re.split(r"[/\\]", program)[-1].partition(".")[0] or program
