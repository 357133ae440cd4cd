"""A file that is not there, may not be opened, or is no text of that encoding.

Asks the disk which files are there; whoever calls has seen to it that it may: see
explain/__init__.py.
"""

from __future__ import annotations

import ast
import errno
import os
import re
from itertools import islice
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file, is_from
from reloader_core.explain.files import among, elsewhere, listed, several_files
from reloader_core.explain.files import named as named_
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import handed, programs

_MOST_FILES = 1000
_NOT_EMPTY = (errno.ENOTEMPTY, 145)  # the other is Windows'


def missing_file(facts: Facts) -> Diagnosis | None:
    """True whoever says it: the file was looked for, and is not there."""
    named, folder = facts.slot("filename"), facts.told.get("folder", "")
    number = facts.slots["errno"].number if "errno" in facts.slots else None
    second = facts.slots.get("filename2")
    if number != errno.ENOENT or not named or not folder or second is None:
        return None
    if second.type == "str" and (facts.is_raised or not facts.is_innermost):
        return None
    if second.type == "str" and (moved := named_.target(named, second.text or "", folder)):
        return moved
    odd = _with_odd_characters(facts, named, folder) or named_.dated(facts, named)
    if odd is not None:
        return odd
    if any(Path(each).name == "subprocess.py" for each in facts.told.get("through", ())):
        return _program(facts, named)
    if (found := listed.name(facts, named) or elsewhere.odd_name(named)) is not None:
        return found
    missing = of_missing(named, folder)
    if missing is not None and (above := _folders_above(facts, missing)) is not None:
        return above
    if missing is None or missing.kind is Kind.FILE_NEAR:
        return missing
    return elsewhere.file(facts, named, folder) or named_.with_words(facts, missing) or missing


def _program(facts: Facts, named: str) -> Diagnosis | None:
    """That the script has named to be started, and not the folder that it is to run in."""
    for node in place.in_statement(facts):
        match node:
            case ast.Call(args=[ast.List(elts=[ast.Constant(value=first), *_]), *_]):
                pass
            case ast.Call(args=[ast.Constant(value=first), *_]):
                pass
            case _:
                continue
        if first == named and os.path.basename(named) == named:
            if (in_one := handed.in_one_text(named)) is not None:
                return in_one
            return Diagnosis(Kind.PROGRAM_MISSING, (named,))
    return programs.text_started(facts, named)


def of_missing(named: str, folder: str) -> Diagnosis | None:
    """Of a file that is not there, as seen from this folder."""
    path = Path(folder, named)
    try:
        if path.exists() or path.is_symlink():
            return None  # by now
        if not path.parent.is_dir():
            return Diagnosis(Kind.FOLDER_MISSING, (path.name, str(path.parent)))
        near = _near_file(path)
    except OSError:
        return None
    # A blank that belongs to the name is seen in quotes alone.
    name = path.name if path.name == path.name.strip() else repr(path.name)
    if near:
        return Diagnosis(Kind.FILE_NEAR, (name, str(path.parent), near))
    return Diagnosis(Kind.FILE_MISSING, (name, str(path.parent)))


_ODD = "\t\n\r\a\b\f\v"


def _with_odd_characters(facts: Facts, named: str, folder: str) -> Diagnosis | None:
    """What no name has: the end of a line that was read, or what \\t is in a text."""
    if named.endswith(("\n", "\r")) and named.rstrip("\r\n").isprintable():
        return Diagnosis(Kind.NAME_WITH_BREAK, (repr(named),))
    if not any(each in named for each in _ODD):
        return None
    texts = [e.value for e in place.every(facts, ast.Constant) if isinstance(e.value, str)]
    if any(e.strip() and e in named and any(each in e for each in _ODD) for e in texts):
        return Diagnosis(Kind.NAME_WITH_BACKSLASH, (repr(named),))
    path = Path(folder, named)  # it was read or typed in
    return Diagnosis(Kind.FILE_MISSING, (repr(path.name), str(path.parent)))


def invalid_name(facts: Facts) -> Diagnosis | None:
    """What Windows says of it."""
    number = facts.slots["errno"].number if "errno" in facts.slots else None
    named = facts.slot("filename")
    if number != errno.EINVAL or not named or facts.is_by_hand:
        return None
    return _with_odd_characters(facts, named, facts.told.get("folder", ""))


def _near_file(path: Path) -> str:
    with os.scandir(path.parent) as entries:
        names = [entry.name for entry in islice(entries, _MOST_FILES)]
    for name in names:  # extensions that Windows does not show
        if Path(name).stem == path.name or name.lower() == path.name.strip().lower():
            return name
    same = [Path(name).stem for name in names if Path(name).suffix == path.suffix]
    near = nearest(path.stem, same)
    return f"{near}{path.suffix}" if near else ""


def exists(facts: Facts) -> Diagnosis | None:
    """What is to be made is there: the second one, of a link or a new name."""
    named = facts.slot("filename2") or facts.slot("filename")
    if not named or facts.is_by_hand:
        return None
    return _folder_exists(facts, named) or Diagnosis(Kind.FILE_EXISTS, (named,))


def _folder_exists(facts: Facts, named: str) -> Diagnosis | None:
    """One that mkdir() and the like may leave as it is."""
    call = called(facts, "mkdir", "makedirs", "copytree")
    try:
        is_folder = Path(facts.told.get("folder", ""), named).is_dir()
    except (OSError, ValueError):
        return None
    if call is None or not is_folder or not isinstance(call.func, ast.Attribute):
        return None
    owner, name = place.shown(facts, call.func.value), call.func.attr
    given = [place.in_full(facts, each) for each in call.args]
    given += [f"{each.arg}={place.in_full(facts, each.value)}" for each in call.keywords]
    if any("exist_ok" in each for each in given):
        return None
    name = "makedirs" if (owner, name) == ("os", "mkdir") else name
    given.append("dirs_exist_ok=True" if name == "copytree" else "exist_ok=True")
    return Diagnosis(Kind.FOLDER_EXISTS, (named, f"{owner}.{name}({', '.join(given)})"))


def no_folder(facts: Facts) -> Diagnosis | None:
    """What is to be a folder is a file, or what is above it."""
    named, folder = facts.slot("filename"), facts.told.get("folder", "")
    if not named or not folder or facts.is_by_hand:
        return None
    path = Path(folder, named)
    try:
        found = next((each for each in (path, *path.parents) if each.is_file()), None)
    except (OSError, ValueError):
        return None
    if found == path and (among_ := among.file(facts, named)) is not None:
        return among_
    is_itself = found == path and called(facts, "rmdir", "removedirs", "rmtree") is not None
    if is_itself and (removed := _removed(facts, Kind.FILE_REMOVED, named)) is not None:
        return removed
    return Diagnosis(Kind.IS_FILE, (found.name,)) if found is not None else None


def _removed(facts: Facts, kind: Kind, named: str) -> Diagnosis | None:
    """os.rmdir("a.txt"), os.remove("folder"): by the function that is for the other."""
    is_file = kind is Kind.FILE_REMOVED
    match called(facts, "rmdir", "removedirs", "rmtree", "remove", "unlink"):
        case ast.Call(func=func, args=[what, *_]):
            shown = place.in_full(facts, what)
        case ast.Call(func=ast.Attribute(value=owner) as func, args=[]):
            shown = place.in_full(facts, owner)
        case _:
            return None
    instead = f"os.remove({shown})" if is_file else f"shutil.rmtree({shown})"
    return Diagnosis(kind, (named, f"{place.shown(facts, func)}()", instead))


def not_empty(facts: Facts) -> Diagnosis | None:
    """os.rmdir() of a folder with something in it."""
    number = facts.slots["errno"].number if "errno" in facts.slots else None
    named = facts.slot("filename")
    if number not in _NOT_EMPTY or not named or facts.is_by_hand:
        return None
    if called(facts, "rmdir", "removedirs") is None:
        return None
    return Diagnosis(Kind.FOLDER_NOT_EMPTY, (named,))


def same_file(facts: Facts) -> Diagnosis | None:
    """shutil.copy() onto itself."""
    said = re.fullmatch(r"'([^']+)' and '[^']+' are the same file", facts.message)
    is_library = said is not None and not facts.is_by_hand and not facts.is_innermost
    return Diagnosis(Kind.SAME_FILE, (said[1],)) if is_library and said is not None else None


_PATHLIB = ("pathlib.py", "pathlib/__init__.py", "pathlib/_local.py")


def not_allowed(facts: Facts) -> Diagnosis | None:
    named, folder = facts.slot("filename"), facts.told.get("folder", "")
    if not named or not folder or facts.is_by_hand:
        return None
    path, is_permission = Path(folder, named), facts.told["type"] == "PermissionError"
    try:
        if is_permission and any(path.with_name(each).exists() for each in _locks(path)):
            return Diagnosis(Kind.IN_OTHER_PROGRAM, (path.name,))
        is_open = facts.is_innermost or in_file(facts, *_PATHLIB)
        if not is_open and path.is_dir() and _is_read(facts, is_permission):
            return among.folder(facts, named)
        if not is_open:
            return None
        if path.is_dir():
            return _of_folder(facts, named)
    except (OSError, ValueError):
        return None
    return Diagnosis(Kind.NOT_ALLOWED, (named,)) if is_permission else None


_NOT_OPENED = (
    *("listdir", "scandir", "iterdir", "walk", "chdir", "mkdir", "makedirs", "rmdir", "removedirs"),
    *("rmtree", "rename", "chmod", "chown", "symlink"),
)
"""What may do something with a folder, if it is allowed to."""


_READERS = (
    *("copy", "copy2", "copyfile", "open", "read_csv", "read_excel", "read_json", "read_table"),
    *("loadtxt", "genfromtxt", "load", "imread", "getsize", "ZipFile"),
)
"""Functions of libraries that open one file: Windows says of a folder that it is not allowed."""


def _is_read(facts: Facts, is_permission: bool) -> bool:
    return not is_permission or called(facts, *_READERS) is not None


def _of_folder(facts: Facts, named: str) -> Diagnosis | None:
    if called(facts, *_NOT_OPENED) is not None:
        is_permission = facts.told["type"] == "PermissionError"
        return Diagnosis(Kind.NOT_ALLOWED, (named,)) if is_permission else None
    if (found := among.folder(facts, named)) is not None:
        return found
    if called(facts, "remove", "unlink") is not None:
        return _removed(facts, Kind.FOLDER_REMOVED, named)
    return among.given(facts, named) or Diagnosis(Kind.IS_FOLDER, (named,))


def _locks(path: Path) -> tuple[str, ...]:
    """What Microsoft's and LibreOffice's programs lay beside a file that they have open."""
    return f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#"


# -- text


def not_decoded(facts: Facts) -> Diagnosis | None:
    inside = Path(facts.told.get("innermost_file", "")).parent.name
    is_readers = facts.is_innermost or inside in ("encodings",) or _is_codecs(facts)
    is_readers = is_readers or is_from(facts, "pandas")
    match facts.told.get("bytes"):
        case (int(begin), bytes(data)) if is_readers and not facts.is_raised:
            pass
        case _:
            return None
    used = facts.slot("encoding").lower().replace("_", "-")
    start = facts.slots["start"].number if "start" in facts.slots else None
    if start is None or used == "ascii" and _unpickles(facts):
        return None
    if begin == 0 and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _other(facts, used, "utf-16")
    if used not in ("utf-8", "utf8") and _is_utf8(data, begin):
        return _other(facts, used, "utf-8")
    calls = place.candidates(facts, ast.Call) if facts.is_innermost else []
    if any(isinstance(call.func, ast.Attribute) and call.func.attr == "decode" for call in calls):
        if facts.slot("reason") == "unexpected end of data" or _is_no_text(data, begin):
            return None
        return Diagnosis(Kind.BYTES_DECODED, (used, facts.line))
    if (one := several_files.not_utf8(facts, used, data)) is not None:
        return one
    return Diagnosis(Kind.NOT_THIS_ENCODING, (used, facts.line))


def _unpickles(facts: Facts) -> bool:
    """Texts that Python 2 has written, of a file that is open for bytes."""
    call = called(facts, "load", "loads")
    return call is not None and ast.unparse(call.func).startswith("pickle.")


_BEGINNINGS = (b"\x1f\x8b", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"\x80\x04\x95")
"""Of what is packed, of pictures, of PDFs and of pickles."""


def _is_no_text(data: bytes, begin: int) -> bool:
    return begin == 0 and data.startswith(_BEGINNINGS)


def _is_codecs(facts: Facts) -> bool:
    file = Path(facts.told.get("innermost_file", ""))
    return file.name in ("codecs.py", "<frozen codecs>") and not facts.is_innermost


def _other(facts: Facts, used: str, instead: str) -> Diagnosis:
    return Diagnosis(Kind.OTHER_ENCODING, (used, instead, facts.line))


def _is_utf8(data: bytes, begin: int) -> bool:
    """With a letter beyond ASCII in it; what was cut off at its ends does not count."""
    while begin and data and 0x80 <= data[0] < 0xC0:
        data = data[1:]
    for cut in range(4):
        try:
            return not data[: len(data) - cut].decode("utf-8").isascii()
        except UnicodeDecodeError as error:
            if error.start < len(data) - 4:
                return False
    return False


def not_encoded(facts: Facts) -> Diagnosis | None:
    inside = Path(facts.told.get("innermost_file", "")).parent.name
    used = facts.slot("encoding").lower().replace("_", "-")
    if used in ("", "utf-8") or facts.is_raised or not facts.line:
        return None
    if not facts.is_innermost and inside != "encodings":
        return None
    names = []
    for call in place.candidates(facts, ast.Call):
        match call.func:
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id="sys")), attr="write"):
                names.append("print")  # sys.stdout.write()
            case ast.Name(id=name) | ast.Attribute(attr=name):
                names.append(name)
    kinds = {_WRITTEN[name] for name in names if name in _WRITTEN}
    if len(kinds) != 1:
        return None
    match kinds.pop():
        case Kind.NOT_WRITABLE_TEXT:
            return Diagnosis(Kind.NOT_WRITABLE_TEXT, (used,))
        case kind:
            is_other = kind is Kind.PRINTED_ENCODING and _prints_to_file(facts)
            return None if is_other else Diagnosis(kind, (used, facts.line))


_WRITTEN = {
    **dict.fromkeys(
        ("write", "writelines", "writerow", "writerows", "write_text", "dump", "writeheader"),
        Kind.NOT_WRITABLE_TEXT,
    ),
    "encode": Kind.ENCODED,
    "print": Kind.PRINTED_ENCODING,
}


def _prints_to_file(facts: Facts) -> bool:
    return any(
        each.arg in ("file", None)
        for call in place.candidates(facts, ast.Call)
        for each in call.keywords
    )


def _folders_above(facts: Facts, missing: Diagnosis) -> Diagnosis | None:
    """Path("a/b").mkdir(), os.mkdir("a/b")"""
    call = called(facts, "mkdir")
    if missing.kind is not Kind.FOLDER_MISSING or call is None:
        return None
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os")), args=[what, *_]):
            instead = f"os.makedirs({place.in_full(facts, what)}, exist_ok=True)"
        case ast.Call(func=ast.Attribute(value=owner), args=[]):
            instead = f"{place.in_full(facts, owner)}.mkdir(parents=True, exist_ok=True)"
        case _:
            return None
    return Diagnosis(Kind.FOLDERS_ABOVE, (str(missing.values[1]), instead))
