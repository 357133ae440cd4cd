"""What is read and written in a form of its own: JSON, settings, pickled objects, and what is
hashed or decoded. Pure, but for json_files.py."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts, literal
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.files import json_files
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_JSON = re.compile(r"[A-Z].*: line (\d+) column (\d+) \(char \d+\)")
_WORDS = {"True": "true", "False": "false", "None": "null"}
_HASHES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "update")
_NO_HASH = re.compile(r"(?:Strings|Unicode-objects) must be encoded before hashing")
_SINGLE = ("str", "int", "float", "bool", "NoneType")
_SETTINGS = ("ConfigParser", "RawConfigParser")


def no_json(facts: Facts) -> Diagnosis | None:
    """What is read and does not follow the rules of JSON."""
    if facts.message.startswith("Unexpected UTF-8 BOM"):
        return Diagnosis(Kind.JSON_WITH_BOM)
    said = _JSON.fullmatch(facts.message)
    if said is None:
        return None
    at = int(said[1]), int(said[2])
    if (found := json_files.wrong(facts) or _seen_in_json(facts, at)) is not None:
        return found
    if facts.message.startswith("Expecting property name enclosed in double quotes"):
        return Diagnosis(Kind.JSON_QUOTES, at)
    return Diagnosis(Kind.NOT_JSON, at)


def _seen_in_json(facts: Facts, at: tuple[int, int]) -> Diagnosis | None:
    """By what stands there."""
    match facts.told.get("json"):
        case (str(before), str(behind)):
            pass
        case _:
            return None
    if facts.message.startswith("Extra data"):
        return Diagnosis(Kind.JSON_MORE, at)
    if not before.strip() and not behind.strip():
        return Diagnosis(Kind.JSON_EMPTY)
    if not before.strip() and behind.lstrip().startswith("<"):
        return Diagnosis(Kind.JSON_PAGE)
    if behind.startswith(("//", "/*", "#")):
        return Diagnosis(Kind.JSON_COMMENT, at)
    if behind.startswith("'"):
        return Diagnosis(Kind.JSON_SINGLE, at)
    if (comma := re.search(r",\s*\Z", before)) and behind.lstrip()[:1] in ("]", "}"):
        return _comma(at, before[: comma.start()], comma[0])
    if re.match(r",\s*[\]}]", behind):  # from 3.13
        return Diagnosis(Kind.JSON_COMMA, at)
    if word := re.match(r"(True|False|None)\b", behind):
        return Diagnosis(Kind.JSON_WORD, (*at, word[1], _WORDS[word[1]]))
    return None


def _comma(at: tuple[int, int], before: str, comma: str) -> Diagnosis:
    """Where it stands; Pythons before 3.13 tell where the bracket is."""
    line, column = at
    if not (lines := comma.count("\n")):
        return Diagnosis(Kind.JSON_COMMA, (line, column - len(comma)))
    _, is_whole, begun = before.rpartition("\n")
    if not is_whole and line - lines > 1:
        return Diagnosis(Kind.JSON_COMMA_LINE, (line - lines,))
    return Diagnosis(Kind.JSON_COMMA, (line - lines, len(begun) + 1))


def no_section(facts: Facts) -> Diagnosis | None:
    """Of settings, where read() passes over a file that is not there."""
    key = literal(facts.arguments[0]) if len(facts.arguments) == 1 else ""
    if not key or not in_file(facts, "configparser.py") or not _reads_settings(facts):
        return None
    sections = []
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=ast.Name() as settings, slice=index):
                value, told = place.known(facts, settings), place.known(facts, index)
                is_settings = value is not None and value.name in _SETTINGS
                if is_settings and told is not None and literal(told) == key:
                    sections.append(told.text or "")
            case ast.Subscript(slice=ast.Constant(value=str(other))) if repr(other) == key:
                return None  # it may be the setting that is not there
    return Diagnosis(Kind.NO_SECTION, (sections[0],)) if len(sections) == 1 else None


def no_section_named(facts: Facts) -> Diagnosis | None:
    """What .get() and the like say; which one is not told, as its own code says it."""
    call = called(facts, "get", "getint", "getfloat", "getboolean", "options", "items", "set")
    if call is None or not in_file(facts, "configparser.py") or not _reads_settings(facts):
        return None
    told = place.known(facts, call.args[0]) if call.args else None
    return Diagnosis(Kind.NO_SECTION, (told.text,)) if told is not None and told.text else None


def _reads_settings(facts: Facts) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr == "read"
        for node in place.every(facts, ast.AST)
    )


def pickled(facts: Facts) -> Diagnosis | None:
    """Written to a file that was opened for text, or read from one."""
    is_dump = facts.message == "write() argument must be str, not bytes"
    if not is_dump and facts.told.get("type") != "UnicodeDecodeError":
        return None
    if facts.slot("encoding") == "ascii":
        return None  # texts in what Python 2 has written, of a file that is open for bytes
    call = called(facts, "dump" if is_dump else "load")
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name() as module)):
            found = place.known(facts, module)
            if found is not None and found.type == "module" and found.details[:1] == ("pickle",):
                values = (f"{place.shown(facts, call.func)}()", "wb" if is_dump else "rb")
                return Diagnosis(Kind.PICKLE_MODE, values)
    return None


def hashed(facts: Facts) -> Diagnosis | None:
    call = called(facts, *_HASHES)
    if _NO_HASH.fullmatch(facts.message) is None or call is None or len(call.args) != 1:
        return None
    function, what = place.shown(facts, call.func), place.shown(facts, call.args[0])
    return Diagnosis(Kind.BYTES_NEEDED, (f"{function}()", what))


def thread_target(facts: Facts) -> Diagnosis | None:
    """Thread(work, ...): what stands first there is another thing."""
    call = called(facts, "Thread", "Process")
    if facts.message != "group argument must be None for now" or call is None:
        return None
    if not in_file(facts, "threading.py", "multiprocessing/process.py"):
        return None
    match call.args:
        case [ast.Name() | ast.Attribute() | ast.Lambda() as work, *more] if len(more) < 2:
            pass
        case _:
            return None
    named = [place.in_full(facts, each.value) for each in call.keywords]
    if any(each.arg in (None, "target", "group") for each in call.keywords):
        return None
    function = place.shown(facts, call.func)
    args = "".join(f", args={_as_arguments(facts, each)}" for each in more)
    args += "".join(
        f", {each.arg}={shown}" for each, shown in zip(call.keywords, named, strict=True)
    )
    instead = f"{function}(target={place.in_full(facts, work)}{args})"
    return (
        Diagnosis(Kind.THREAD_TARGET, (f"{function}()", instead)) if "..." not in instead else None
    )


def _as_arguments(facts: Facts, node: ast.expr) -> str:
    """A single value stands in a tuple of one."""
    shown = place.in_full(facts, node)
    is_single = isinstance(node, ast.Constant) or place.type_of(facts, node) in _SINGLE
    return f"({shown},)" if is_single else shown
