"""Settings that configparser reads, and files that are there only for a time. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules.programs import with_keyword


def temporary(facts: Facts) -> Diagnosis | None:
    """`TemporaryFile()` and then .write() of text."""
    call = called(facts, "write", "writelines", "writerow", "writerows")
    is_said = facts.message == "a bytes-like object is required, not 'str'"
    if not is_said or call is None:
        return None
    found = []
    for node in place.every(facts, ast.Call):
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile"):
            found.append(node)
    opens = [n for n in place.every(facts, ast.Call) if ast.unparse(n.func).endswith("open")]
    if len(found) != 1 or opens or any(each.arg == "mode" for each in found[0].keywords):
        return None
    if found[0].args:
        return None
    instead = with_keyword(facts, found[0], 'mode="w+"')
    return Diagnosis(Kind.TEMPORARY_BYTES, (found[0].lineno, instead)) if instead else None


def percent(facts: Facts) -> Diagnosis | None:
    """InterpolationSyntaxError, or what is set with a % in it."""
    is_said = facts.message.startswith("'%' must be followed by '%' or '('")
    is_said = is_said or facts.error.message.startswith("'%' must be followed by '%' or '('")
    is_said = is_said or facts.message.startswith("invalid interpolation syntax in ")
    if not is_said or not in_file(facts, "configparser.py"):
        return None
    return Diagnosis(Kind.SETTINGS_PERCENT, (facts.line,))


def setting_missing(facts: Facts) -> Diagnosis | None:
    """`config["mail"]["port"]`, and `mail = config["mail"]` before."""
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    if not key or not in_file(facts, "configparser.py"):
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=owner, slice=ast.Constant(value=str(asked))) if asked == key:
                is_section = isinstance(owner, ast.Subscript)
                is_section = is_section or place.type_of(facts, owner) == "SectionProxy"
                if is_section:
                    shown = place.shown(facts, owner)
                    instead = f"{shown}.get({place.shown(facts, node.slice)}, ...)"
                    return Diagnosis(Kind.SETTING_MISSING, (shown, repr(key), instead))
    return None


def section_header(facts: Facts) -> Diagnosis | None:
    """MissingSectionHeaderError"""
    said = re.match(
        r"File contains no section headers\.\nfile: '([^'\n]{1,60})', line: \d+",
        facts.error.message,
    )
    if said is None or not in_file(facts, "configparser.py"):
        return None
    names = set(_sections(facts))
    name = names.pop() if len(names) == 1 else "settings"
    return Diagnosis(Kind.SECTION_HEADER, (said[1], f"[{name}]"))


def _sections(facts: Facts) -> Iterator[str]:
    """The names by which the script's text asks its settings."""
    for node in place.every(facts, ast.expr):
        match node:
            case ast.Subscript(value=ast.Name(id=owner), slice=ast.Constant(value=str(name))) if (
                _is_parser(facts, owner)
            ):
                yield name
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=owner), attr="get" | "getint"),
                args=[ast.Constant(value=str(name)), *_],
            ) if _is_parser(facts, owner):
                yield name


def _is_parser(facts: Facts, name: str) -> bool:
    return any(
        [ast.unparse(each) for each in node.targets] == [name]
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).endswith("ConfigParser")
        for node in place.every(facts, ast.Assign)
    )


def setting_text(facts: Facts) -> Diagnosis | None:
    """config.set("window", "width", 800)"""
    if facts.message != "option values must be strings" or not in_file(facts, "configparser.py"):
        return None
    given: list[ast.expr] = []
    match place.statement(facts):
        case ast.Assign(targets=[ast.Subscript() as target], value=value):
            given, function = [value], place.shown(facts, target)
        case _:
            call = called(facts, "set")
            given = call.args[2:3] if call is not None else []
            function = f"{place.shown(facts, call.func)}()" if call is not None else ""
    kinds = [place.type_of(facts, each) for each in given]
    if len(given) != 1 or kinds[0] not in ("int", "float", "bool"):
        return None
    return Diagnosis(Kind.TEXT_EXPECTED, (function, place.shown(facts, given[0]), kinds[0]))


_HEADERS = ("To", "Cc", "Bcc", "Reply-To")


def mail_header(facts: Facts) -> Diagnosis | None:
    """message["To"] = [...]: found out when the mail is made."""
    said = re.fullmatch(r"'(?:list|tuple)' object has no attribute '\w+'", facts.message)
    inside = str(facts.told.get("innermost_file", "")).replace("\\", "/")
    if said is None or facts.is_innermost or "/email/" not in inside:
        return None
    found = []
    for node in place.every(facts, ast.Assign):
        match node:
            case ast.Assign(
                targets=[ast.Subscript(slice=ast.Constant(value=str(name))) as target],
                value=ast.Name() | ast.Attribute() | ast.List() as value,
            ) if name in _HEADERS:
                shown = place.in_full(facts, value)
                instead = f'{place.shown(facts, target)} = ", ".join({shown})'
                found.append((node.lineno, instead))
    return Diagnosis(Kind.HEADER_LIST, found[0]) if len(found) == 1 else None
