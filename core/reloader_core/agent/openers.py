"""Runs inside the user's interpreter, once the script starts a program that may open a page
or a document for the user: such a program, and what it becomes, outlives Stop.

Only the opener itself counts, by the file that it is: one of the system's, where a beginner's
own script called `open` is not. Of a shell's line the opener's command alone is marked, not the
server before it. What is in doubt does not count. Starts nothing; looks at files only.
"""

import os
import sys

NAMES = {
    "xdg-open", "gio", "gvfs-open", "kde-open", "kde-open5", "exo-open", "gnome-open", "open",
    "sensible-browser", "x-www-browser", "www-browser", "wslview",
}  # fmt: skip
SYSTEMS = (
    "/bin/", "/usr/", "/opt/", "/snap/", "/nix/store/", "/gnu/store/", "/var/lib/flatpak/",
    "/var/lib/snapd/",
)  # fmt: skip
IN_FRONT = {"env", "exec", "nohup", "setsid", "command", "nice"}  # of a program's name
SHELLS = {"sh", "bash", "dash", "zsh", "ksh", "ash"}
KEYWORDS = {"if", "then", "elif", "else", "while", "until", "do", "!", "{", "time"}
SEPARATORS = ";&|()\n`"


def is_shells_line(words):
    """`sh -c LINE`, `bash -lc LINE`?"""
    option = words[1] if len(words) > 2 else ""
    return os.path.basename(words[0]) in SHELLS and option[:1] == "-" and option[-1:] == "c"


def is_opener(words, env=None, cwd=None):
    """Does this command, a list of words, become a program that opens something?"""
    words = list(words)
    in_front = True
    while words and in_front:
        name = os.path.basename(words[0])
        in_front = name in IN_FRONT or is_assignment(words[0]) or words[0][:1] == "-"
        in_front = in_front or words[0].isdigit()  # nice -n 5
        if in_front:
            if words[0].startswith("PATH="):
                return False
            words = words[1:]
    if words[1:3] == ["-m", "webbrowser"]:
        own = os.path.join(cwd or os.getcwd(), "webbrowser.py")
        return name.startswith("python") and not os.path.exists(own)
    if not words or name not in NAMES or (name == "gio" and words[1:2] != ["open"]):
        return False
    return is_systems(words[0], env, cwd)


def is_assignment(word):
    name, equals, _ = word.partition("=")
    return bool(equals) and name.isidentifier()


def is_systems(program, env, cwd):
    """Is what this name leads to a file of the system's, and not one of the user's?"""
    path = find(program, env, os.fsdecode(cwd or os.getcwd()))
    if path is None:
        return False
    path = os.path.realpath(path)
    script = getattr(sys.modules.get("__main__"), "__file__", None) or "."
    beside = {os.path.realpath(folder) for folder in (os.path.dirname(script), cwd or ".")}
    if not path.startswith(SYSTEMS) or os.path.dirname(path) in beside:
        return False
    return os.geteuid() == 0 or not os.access(path, os.W_OK)


def find(program, env, cwd):
    if "/" in program:
        return os.path.join(cwd, program)
    places = (os.environ if env is None else env).get("PATH", os.defpath)
    for folder in os.fsdecode(places).split(":"):
        path = os.path.join(cwd, folder, program)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None


def mark_line(line, mark, env=None, cwd=None):
    """A shell's line with the assignment `mark` before each command that opens something, and
    whether it has no other command. Its `cd` is not followed: then only a name in PATH counts."""
    commands = split(line)
    places = [start for start, words in commands if is_opener_in_line(words, env, cwd)]
    for place in reversed(places):
        line = line[:place] + mark + " " + line[place:]
    return line, bool(places) and len(places) == len(commands)


def is_opener_in_line(words, env, cwd):
    relative = any("/" in word and word[:1] != "/" for word in words[:1])
    return not relative and is_opener(words, env, cwd)


def split(line):
    """The commands of a shell's line: where each begins and its words, without redirections. A
    word that only the shell can work out is "$". [] where this is too simple for it."""
    commands, words, start, target = [], [], 0, False
    i = 0
    while i <= len(line):
        char = line[i : i + 1]
        if is_separator(line, i) or not char or (char == "#" and line[i - 1 : i] in ("", " ")):
            if words:
                commands.append((start, words))
            words, target = [], False
            if char == "#":
                i = line.find("\n", i) % (len(line) + 1)
            i += 1
        elif char in " \t":
            i += 1
        else:
            end, word = read_word(line, i)
            raw = line[i:end].lstrip("0123456789&")
            if word is None or raw[:2] == "<<":
                return []
            if raw[:1] in ("<", ">"):
                target = raw.strip("<>&|") == ""  # then the file's name is the next word
            elif target:
                target = False
            elif words or word not in KEYWORDS:
                start = start if words else i
                words.append(word)
            i = end
    return commands


def is_separator(line, i):
    """A & in a redirection is none: 2>&1, &>file."""
    if line[i : i + 1] == "&" and (line[i - 1 : i] in ("<", ">") or line[i + 1 : i + 2] == ">"):
        return False
    return line[i : i + 1] != "" and line[i] in SEPARATORS


def read_word(line, i):
    """Where the word that begins here ends, and what it says; None: a quotation has no end."""
    word = ""
    plain = True
    while i < len(line) and line[i] not in " \t" and not is_separator(line, i):
        char = line[i]
        if char in "'\"":
            end = line.find(char, i + 1)
            while char == '"' and end > 0 and line[end - 1] == "\\":
                end = line.find(char, end + 1)
            if end < 0:
                return len(line), None
            word += line[i + 1 : end]
            plain = plain and (char == "'" or not set("$`\\") & set(line[i + 1 : end]))
            i = end + 1
            continue
        if char == "\\":
            i += 1
        plain = plain and (char == "\\" or char not in "$*?[~")
        word += line[i : i + 1]
        i += 1
    return i, word if plain or is_assignment(word) else "$"
