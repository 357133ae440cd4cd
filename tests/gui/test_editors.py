"""Finding and opening an editor, with stand-ins that write down how they were started."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from processes import until
from reloader_core import ScriptPlace
from reloader_gui.editors.find import Editor, EditorFailed, find_editor, open_in
from reloader_gui.ui import system as facts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts with a #! line")

RECORDER = """#!{python} -IS
import json, os, sys
seen = {{"argv": sys.argv[1:], "pid": os.getpid(), "session": os.getsid(0), "cwd": os.getcwd(),
        "env": dict(os.environ), "streams": [os.path.realpath(f"/dev/fd/{{n}}") for n in range(3)]}}
with open({record!r} + ".new", "w") as file:
    json.dump(seen, file)
os.replace({record!r} + ".new", {record!r})
{then}
"""


class Folder:
    """A folder of stand-ins, and what the one that ran wrote down."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.record = path / "record.json"

    def add(self, name: str, then: str = "") -> str:
        program = self.path / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(
            RECORDER.format(python=sys.executable, record=str(self.record), then=then)
        )
        program.chmod(0o755)
        return str(program)

    def seen(self) -> dict[str, object]:
        until(self.record.exists)
        seen: dict[str, object] = json.loads(self.record.read_text())
        return seen


@pytest.fixture
def bin_(tmp_path: Path) -> Folder:
    (tmp_path / "bin").mkdir()
    return Folder(tmp_path / "bin")


@pytest.fixture
def environ(tmp_path: Path, bin_: Folder) -> dict[str, str]:
    (tmp_path / "home").mkdir()
    return {"PATH": str(bin_.path), "HOME": str(tmp_path / "home")}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "my scripts" / "game.py"
    path.parent.mkdir()
    path.write_text("print('Hello')\n")
    return path


# ---------------------------------------------------------------- how each one jumps

JUMPS = [
    ("code", ["--goto", "F:12"], "Visual Studio Code"),
    ("code-insiders", ["--goto", "F:12"], "Visual Studio Code Insiders"),
    ("codium", ["--goto", "F:12"], "VSCodium"),
    ("notepad++", ["-n12", "F"], "Notepad++"),
    ("subl", ["F:12"], "Sublime Text"),
    ("geany", ["+12", "F"], "Geany"),
    ("kate", ["--line", "12", "F"], "Kate"),
    ("gedit", ["+12", "F"], "gedit"),
    ("gnome-text-editor", ["F"], "Text Editor"),
    ("xed", ["+12", "F"], "Xed"),
    ("mousepad", ["--line", "12", "F"], "Mousepad"),
    ("pluma", ["+12", "F"], "Pluma"),
]


@pytest.mark.parametrize(("command", "arguments", "name"), JUMPS)
def test_each_editor_is_found_and_jumps(
    bin_: Folder,
    environ: dict[str, str],
    script: Path,
    command: str,
    arguments: list[str],
    name: str,
) -> None:
    program = bin_.add(command)
    editor = find_editor(None, environ)
    assert editor is not None
    assert editor.name == name
    at_line = [each.replace("F", str(script)) for each in arguments]
    assert editor.command(script, 12) == [program, *at_line]
    assert editor.command(script) == [program, str(script)]


def test_the_order_of_the_editors(bin_: Folder, environ: dict[str, str]) -> None:
    found = []
    for command, _, _ in reversed(JUMPS):
        bin_.add(command)
        editor = find_editor(None, environ)
        found.append(editor.name if editor else "")
    assert found == [name for _, _, name in reversed(JUMPS)]


def test_no_editor_at_all(environ: dict[str, str]) -> None:
    assert find_editor(None, environ) is None


def test_which_is_asked_with_the_environments_path(environ: dict[str, str], script: Path) -> None:
    asked = []

    def which(command: str, path: str | None = None) -> str | None:
        asked.append((command, path))
        return "/opt/kate" if command == "kate" else None

    editor = find_editor(None, environ, which)
    assert editor is not None
    assert editor.command(script)[0] == "/opt/kate"
    assert ("code", environ["PATH"]) in asked


def test_a_program_in_the_current_folder_is_not_taken(environ: dict[str, str]) -> None:
    """Windows' search begins there; shutil.which then answers with a relative path."""
    assert find_editor(None, environ, lambda command, path: f".\\{command}.bat") is None


# ---------------------------------------------------------------- $VISUAL


def test_visual_comes_before_the_known_ones(
    bin_: Folder, environ: dict[str, str], script: Path
) -> None:
    bin_.add("code")
    program = bin_.add("my-editor")
    environ["VISUAL"] = "my-editor --wait 'two words'"
    editor = find_editor(None, environ)
    assert editor is not None
    assert editor.command(script, 12) == [program, "--wait", "two words", str(script)]


def test_visual_names_a_known_one_with_options(
    bin_: Folder, environ: dict[str, str], script: Path
) -> None:
    program = bin_.add("code")
    environ["VISUAL"] = "code --wait"
    editor = find_editor(None, environ)
    assert editor is not None
    assert editor.command(script, 3) == [program, "--wait", "--goto", f"{script}:3"]


@pytest.mark.parametrize(
    "visual",
    ["vim", "nvim -p", "vim.basic", "nano", "emacs -nw", "emacsclient -t", "editor", "missing"]
    + ["", " ", "'no end"],
)
def test_visual_that_opens_no_window_is_passed_over(
    bin_: Folder, environ: dict[str, str], visual: str
) -> None:
    for command in ("vim", "nvim", "vim.basic", "nano", "emacs", "emacsclient", "editor", "kate"):
        bin_.add(command)
    environ["VISUAL"] = visual
    editor = find_editor(None, environ)
    assert editor is not None
    assert editor.name == "Kate"


@pytest.mark.parametrize(
    ("visual", "name"), [("emacs", "Emacs"), ("vim -g", "Vim"), ("gvim", "Vim")]
)
def test_visual_with_a_window(
    bin_: Folder, environ: dict[str, str], script: Path, visual: str, name: str
) -> None:
    for command in ("emacs", "vim", "kate"):
        bin_.add(command)
    (bin_.path / "gvim").symlink_to(bin_.path / "vim")
    environ["VISUAL"] = visual
    editor = find_editor(None, environ)
    assert editor is not None
    assert editor.name == name
    assert editor.command(script, 7)[-2:] == ["+7", str(script)]


def test_a_link_to_a_terminal_editor_is_seen_through(bin_: Folder, environ: dict[str, str]) -> None:
    bin_.add("nano")
    (bin_.path / "my-favourite").symlink_to(bin_.path / "nano")
    environ["VISUAL"] = "my-favourite"
    assert find_editor(None, environ) is None


# ---------------------------------------------------------------- the choice


def test_the_choice_wins(bin_: Folder, environ: dict[str, str]) -> None:
    bin_.add("code")
    bin_.add("other")
    bin_.add("kate")
    environ["VISUAL"] = "other"
    editor = find_editor("kate", environ)
    assert editor is not None
    assert editor.name == "Kate"


@pytest.mark.parametrize(
    ("options", "line", "expected"),
    [
        ("--at {line} --open {file}", 12, ["--at", "12", "--open", "F"]),
        ("--at {line} --open {file}", None, ["--at", "1", "--open", "F"]),
        ("+{line}", 5, ["+5", "F"]),
        ("'{file}:{line}'", 5, ["F:5"]),
        ("-x {file} -y", 5, ["-x", "F", "-y"]),
        ("--flag", 5, ["--flag", "F"]),
        ("--mode {unknown}", 5, ["--mode", "{unknown}", "F"]),
    ],
)
def test_placeholders(
    bin_: Folder,
    environ: dict[str, str],
    script: Path,
    options: str,
    line: int | None,
    expected: list[str],
) -> None:
    program = bin_.add("editor-of-mine")
    editor = find_editor(f"editor-of-mine {options}", environ)
    assert editor is not None
    expected = [each.replace("F", str(script)) for each in expected]
    assert editor.command(script, line) == [program, *expected]


def test_a_files_name_is_not_read_as_a_placeholder_or_an_option(tmp_path: Path) -> None:
    editor = Editor("Mine", ("mine",), ("{file}",), ("{file}:{line}",))
    assert editor.command(tmp_path / "{line}.py", 3) == ["mine", f"{tmp_path}/{{line}}.py:3"]
    assert editor.command(Path("-n.py")) == ["mine", os.path.abspath("-n.py")]


def test_a_path_with_spaces_needs_no_quotes(
    bin_: Folder, environ: dict[str, str], script: Path
) -> None:
    program = bin_.add("My Editor/the editor")
    editor = find_editor(program, environ)
    assert editor is not None
    assert editor.command(script) == [program, str(script)]
    assert find_editor(f'"{program}" --new', environ) == Editor(
        "the editor", (program, "--new"), ("{file}",), ("{file}",)
    )


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("nowhere-to-be-found --x", "nowhere-to-be-found is not a program that was found"),
        ("/no/such/editor", "/no/such/editor is not a program"),
        ("kate 'half", "quotation mark is missing: kate 'half"),
        ("vim", "needs a terminal"),
        ("''", "is not a program"),
    ],
)
def test_a_useless_choice_is_a_sentence_not_another_editor(
    bin_: Folder, environ: dict[str, str], chosen: str, sentence: str
) -> None:
    bin_.add("kate")
    bin_.add("vim")
    with pytest.raises(EditorFailed) as failure:
        find_editor(chosen, environ)
    assert sentence in str(failure.value)


def test_a_terminal_that_starts_an_editor_is_a_choice(
    bin_: Folder, environ: dict[str, str], script: Path
) -> None:
    program = bin_.add("xterm")
    editor = find_editor("xterm -e vim +{line} {file}", environ)
    assert editor is not None
    assert editor.command(script, 4) == [program, "-e", "vim", "+4", str(script)]


@pytest.mark.parametrize("chosen", ["", "  ", None])
def test_an_empty_setting_is_no_choice(
    bin_: Folder, environ: dict[str, str], chosen: str | None
) -> None:
    bin_.add("kate")
    editor = find_editor(chosen, environ)
    assert editor is not None
    assert editor.name == "Kate"


# ---------------------------------------------------------------- IDLE


def python_that(bin_: Folder, can: bool) -> Path:
    """A Python that has IDLE and tkinter, or lacks them; this machine's may be either."""
    return Path(bin_.add("python3.12", then="" if can else "sys.exit(1)"))


def test_idle_of_a_python_that_has_it(bin_: Folder, environ: dict[str, str], script: Path) -> None:
    python = python_that(bin_, can=True)
    editor = find_editor(None, environ, python=python)
    assert editor is not None
    assert editor.name == "IDLE"
    assert editor.command(script, 9) == [str(python), "-I", "-m", "idlelib", str(script)]
    assert bin_.seen()["argv"] == ["-I", "-c", "import idlelib, tkinter"]


def test_idle_is_the_last_resort(bin_: Folder, environ: dict[str, str]) -> None:
    bin_.add("pluma")
    editor = find_editor(None, environ, python=python_that(bin_, can=True))
    assert editor is not None
    assert editor.name == "Pluma"
    assert not bin_.record.exists(), "it was not even asked"


def test_a_python_without_idle(bin_: Folder, environ: dict[str, str], tmp_path: Path) -> None:
    assert find_editor(None, environ, python=python_that(bin_, can=False)) is None
    assert find_editor(None, environ, python=tmp_path / "missing") is None


def test_a_real_python_is_asked_for_idle(environ: dict[str, str]) -> None:
    try:
        for module in ("idlelib", "tkinter"):
            importlib.import_module(module)
        expected = "IDLE"
    except ImportError:
        expected = "none"
    editor = find_editor(None, environ, python=Path(sys.executable))
    assert (editor.name if editor else "none") == expected


# ---------------------------------------------------------------- opening


def test_the_editor_gets_the_file_and_nothing_of_ours(
    bin_: Folder, environ: dict[str, str], script: Path, tmp_path: Path
) -> None:
    bin_.add("code")
    environ |= {"RUN_FLAG": "true", "RELOADER_PID": "1", "LANG": "C.UTF-8"}
    editor = find_editor(None, environ)
    assert editor is not None
    open_in(editor, script, 12, environ=environ)
    seen = bin_.seen()
    assert seen["argv"] == ["--goto", f"{script}:12"]
    assert seen["session"] == seen["pid"], "our terminal's Ctrl+C and hang-up don't reach it"
    assert seen["streams"] == ["/dev/null"] * 3
    assert seen["cwd"] == str(tmp_path / "home")
    env = seen["env"]
    assert isinstance(env, dict)
    assert env["LANG"] == "C.UTF-8"
    assert not {"RUN_FLAG", "RELOADER_PID"} & set(env)


def test_opening_returns_at_once_and_the_editor_is_collected_when_it_ends(
    bin_: Folder, environ: dict[str, str], script: Path, tmp_path: Path
) -> None:
    go_on = tmp_path / "go on"
    os.mkfifo(go_on)
    bin_.add("kate", then=f"open({str(go_on)!r}).read()")
    editor = find_editor(None, environ)
    assert editor is not None
    open_in(editor, script, environ=environ)
    pid = bin_.seen()["pid"]
    assert isinstance(pid, int)
    os.kill(pid, 0)  # it runs on
    waiting = [thread for thread in threading.enumerate() if thread.name == f"program {pid}"]
    assert [thread.daemon for thread in waiting] == [True], "it does not hold up our own end"
    go_on.write_text("")
    until(lambda: not _exists(pid))  # a zombie would still have its pid


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_editor_outlives_us(bin_: Folder, environ: dict[str, str], script: Path) -> None:
    go_on = bin_.path / "go on"
    os.mkfifo(go_on)
    bin_.add("kate", then=f"open({str(go_on)!r}).read(); os.unlink({str(bin_.record)!r})")
    root = Path(__file__).resolve().parents[2]
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r})\n"
        "from pathlib import Path; from reloader_gui.editors.find import find_editor, open_in\n"
        f"open_in(find_editor(None), Path({str(script)!r}))"
    )
    subprocess.run([sys.executable, "-I", "-c", code], env=environ, check=True, timeout=20)
    pid = bin_.seen()["pid"]
    assert isinstance(pid, int)
    os.kill(pid, 0)
    go_on.write_text("")
    until(lambda: not bin_.record.exists())


def test_an_editor_that_cannot_be_started_is_a_sentence(
    environ: dict[str, str], script: Path, tmp_path: Path
) -> None:
    with pytest.raises(EditorFailed, match="Gone could not be started .*choose another editor"):
        open_in(Editor("Gone", (str(tmp_path / "gone"),)), script, environ=environ)
    text = tmp_path / "text"
    text.write_text("no program")
    text.chmod(0o755)
    with pytest.raises(EditorFailed, match="could not be started"):
        open_in(Editor("Text", (str(text),)), script, environ=environ)


def test_a_file_that_is_gone_is_a_sentence(
    bin_: Folder, environ: dict[str, str], script: Path
) -> None:
    editor = Editor("Kate", (bin_.add("kate"),))
    script.unlink()
    with pytest.raises(EditorFailed, match="is not there any more"):
        open_in(editor, script, environ=environ)


def test_without_a_home_the_editor_starts_where_it_lies(
    bin_: Folder, environ: dict[str, str], script: Path
) -> None:
    environ["HOME"] = str(script)
    open_in(Editor("Kate", (bin_.add("kate"),)), script, environ=environ)
    assert bin_.seen()["cwd"] == str(bin_.path)


# ---------------------------------------------------------------- what came with the script


@pytest.mark.parametrize("how", ["PATH", "link", "relative", "VISUAL"])
def test_no_editor_that_lies_with_the_script_is_taken(
    bin_: Folder,
    environ: dict[str, str],
    script: Path,
    how: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = Folder(script.parent).add("tools/code")
    monkeypatch.chdir(Path(theirs).parent)
    (script.parent.parent / "link").symlink_to(theirs)
    firsts = {"PATH": Path(theirs).parent, "relative": ".", "VISUAL": "/nowhere"}
    if how == "link":
        (script.parent.parent / "links").mkdir()
        (script.parent.parent / "links" / "code").symlink_to(theirs)
    first = firsts.get(how, script.parent.parent / "links")
    environ["PATH"] = f"{first}:{bin_.path}"
    if how == "VISUAL":
        environ["VISUAL"] = theirs
    place = ScriptPlace.of(script)
    assert find_editor(None, environ, script=place) is None
    kate = bin_.add("kate")
    editor = find_editor(None, environ, script=place)
    assert editor is not None and editor.program == (kate,)
    named = find_editor(theirs, environ, script=place)
    assert named is not None and named.program == (theirs,), "the user's own setting"


def test_windows_current_folder_hides_no_editor(environ: dict[str, str], bin_: Folder) -> None:
    """Where shutil.which looks first; what it finds there is not taken."""

    def which(command: str, path: str | None = None) -> str | None:
        return f"{command}.exe" if os.path.dirname(command) else f".\\{command}.bat"

    editor = find_editor(None, environ, which)
    assert editor is not None and editor.program == (f"{bin_.path}/code.exe",)


# ---------------------------------------------------------------- Windows and macOS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"C:\Tools\ed.exe -a", [r"C:\Tools\ed.exe", "-a"]),
        (r'"C:\Program Files\ed.exe" {file}', [r"C:\Program Files\ed.exe", "{file}"]),
        (r'"C:\Program Files"\ed.exe', [r"C:\Program Files\ed.exe"]),
        (r'a "b\"c" d\\e "f\\" g\\\"h', ["a", 'b"c', r"d\\e", "f\\", 'g\\"h']),
        ('a "" b', ["a", "", "b"]),
        ("it's", ["it's"]),
        (" \ta\t b ", ["a", "b"]),
        ("", []),
    ],
)
def test_windows_command_lines(text: str, words: list[str]) -> None:
    assert facts.split_command(text, "win32") == words


def test_windows_command_line_without_a_closing_quote() -> None:
    with pytest.raises(ValueError, match="quotation"):
        facts.split_command('"C:\\Program Files', "win32")


def nothing(command: str, path: str | None = None) -> str | None:
    return None


@pytest.mark.parametrize(
    ("variable", "path", "name"),
    [
        ("LOCALAPPDATA", "Programs/Microsoft VS Code/Code.exe", "Visual Studio Code"),
        ("PROGRAMFILES", "Notepad++/notepad++.exe", "Notepad++"),
        ("PROGRAMFILES(X86)", "Notepad++/notepad++.exe", "Notepad++"),
        ("PROGRAMW6432", "Sublime Text/subl.exe", "Sublime Text"),
        ("PROGRAMFILES", "Geany/bin/geany.exe", "Geany"),
        ("PROGRAMFILES", "Kate/bin/kate.exe", "Kate"),
    ],
)
def test_windows_install_folders(
    bin_: Folder, tmp_path: Path, script: Path, variable: str, path: str, name: str
) -> None:
    program = bin_.add(path)
    editor = find_editor(None, {variable: str(bin_.path)}, nothing, platform="win32")
    assert editor is not None
    assert editor.name == name
    assert editor.command(script)[0] == program


def test_windows_code_cmd_is_replaced_by_the_program_itself(bin_: Folder, script: Path) -> None:
    batch = bin_.add("Microsoft VS Code/bin/code.cmd")
    program = bin_.add("Microsoft VS Code/Code.exe")

    def which(command: str, path: str | None = None) -> str | None:
        return batch if command in ("code", "code.cmd") else None

    for chosen in (None, "code.cmd"):
        editor = find_editor(chosen, {}, which, platform="win32")
        assert editor is not None
        assert editor.command(script, 2) == [program, "--goto", f"{script}:2"]


def test_windows_batch_file_gets_no_name_that_cmd_would_run(bin_: Folder, tmp_path: Path) -> None:
    editor = Editor("Mine", (bin_.add("mine.cmd"),), ("{file}", "--last"), ("{file}",))
    script = tmp_path / "a&calc.py"
    script.touch()
    with pytest.raises(EditorFailed, match="batch file"):
        open_in(editor, script, environ={}, platform="win32")
    assert not bin_.record.exists()


def test_windows_notepad_is_the_last_resort(bin_: Folder, script: Path) -> None:
    program = bin_.add("System32/notepad.exe")
    python = Path(bin_.add("Python312/python.exe", then="sys.exit(1)"))
    environ = {"SYSTEMROOT": str(bin_.path)}
    editor = find_editor(None, environ, nothing, python=python, platform="win32")
    assert editor is not None
    assert editor.command(script, 5) == [program, str(script)]
    assert find_editor(None, environ, nothing, platform="linux") is None


def test_windows_idle_has_no_console(bin_: Folder, script: Path) -> None:
    python = Path(bin_.add("python.exe"))
    windowed = bin_.add("pythonw.exe")
    editor = find_editor(None, {}, nothing, python=python, platform="win32")
    assert editor is not None
    assert editor.command(script) == [windowed, "-I", "-m", "idlelib", str(script)]


def test_windows_flags() -> None:
    flags = facts.detached_flags("win32")
    assert flags & facts.CREATE_NO_WINDOW
    assert flags & facts.CREATE_NEW_PROCESS_GROUP
    assert facts.detached_flags("linux") == facts.detached_flags("darwin") == 0


def test_macos_applications(bin_: Folder, tmp_path: Path, script: Path) -> None:
    path = "Applications/Visual Studio Code.app/Contents/Resources/app/bin/code"
    program = bin_.add(path)
    editor = find_editor(None, {"HOME": str(bin_.path)}, nothing, platform="darwin")
    assert editor is not None
    assert editor.command(script, 8) == [program, "--goto", f"{script}:8"]
    bundle = bin_.path / "Applications" / "Visual Studio Code.app"
    assert find_editor(str(bundle), {}, nothing, platform="darwin") == editor


def test_macos_other_applications_are_opened_by_the_system(tmp_path: Path, script: Path) -> None:
    bundle = tmp_path / "My Editor.app"
    bundle.mkdir()
    editor = find_editor(str(bundle), {}, nothing, platform="darwin")
    assert editor is not None
    assert editor.name == "My Editor"
    assert editor.command(script, 8) == ["/usr/bin/open", "-a", str(bundle), str(script)]
