"""What jinja2 says of templates. One that lies in the user's folder is the place of its error, as
jinja2 makes a frame of its line. Pure but for missing(), which looks where the file is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import goes_through, is_by, is_in_template, message
from reloader_core.explain.files import files
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.packages import others

_END = re.compile(
    r"Unexpected end of template\..* The innermost block that needs to be closed is '(\w+)'\."
)
_NESTED = re.compile(
    r"Encountered unknown tag '(end\w+)'\..* Jinja is expecting this tag, but .* The innermost"
    r" block that needs to be closed is '(\w+)'\."
)
_FILTER = re.compile(r"[Nn]o filter named '(\w+)'")
_KINDS = {"dict": "dict", "list": "list", "tuple": "tuple", "str": "str", "int": "int",
          "float": "float", "None": "NoneType", "function": "function"}  # fmt: skip


def unknown_name(facts: Facts) -> Diagnosis | None:
    if not is_by(facts, "jinja2", "UndefinedError"):
        return None
    name = re.fullmatch(r"'(\w+)' is undefined", message(facts))
    if name is not None:
        if not is_in_template(facts):
            return Diagnosis(Kind.TEMPLATE_TEXT_NAME, (name[1],))
        return Diagnosis(Kind.TEMPLATE_NAME, (*_where(facts), name[1]))
    part = re.fullmatch(r"'(?:\w+\.)*(\w+)(?: object)?' has no attribute '(\w+)'", message(facts))
    if part is None or not is_in_template(facts):
        return None
    return Diagnosis(Kind.TEMPLATE_PART, (*_where(facts), _KINDS.get(part[1], part[1]), part[2]))


def wrong(facts: Facts) -> Diagnosis | None:
    """It cannot be read."""
    if not is_by(facts, "jinja2", "TemplateSyntaxError", "TemplateAssertionError"):
        return None
    if told := _FILTER.match(message(facts)):
        return Diagnosis(Kind.TEMPLATE_FILTER, (told[1],))
    if told := _NESTED.match(message(facts)):
        return Diagnosis(Kind.TEMPLATE_NESTED, (told[1], told[2]))
    if not is_in_template(facts):
        return _in_text(facts)
    file, line = _where(facts)
    if told := _END.match(message(facts)):
        return Diagnosis(Kind.TEMPLATE_OPEN, (file, told[1]))
    if told := re.match(r"Encountered unknown tag '(\w+)'\.", message(facts)):
        return Diagnosis(Kind.TEMPLATE_TAG, (file, line, told[1]))
    if re.match(r"(?:un)?expected |Expected ", message(facts)):
        return Diagnosis(Kind.TEMPLATE_WRONG, (file, line))
    return None


def _in_text(facts: Facts) -> Diagnosis | None:
    """Of a template that stands in the script."""
    if told := _END.match(message(facts)):
        return Diagnosis(Kind.TEMPLATE_TEXT_OPEN, (told[1],))
    if re.match(r"(?:un)?expected |Expected ", message(facts)) and len(message(facts)) < 80:
        return Diagnosis(Kind.TEMPLATE_TEXT_WRONG, (message(facts),))
    return None


def _where(facts: Facts) -> tuple[str, int]:
    assert facts.file is not None  # is_in_template()
    return facts.file.name, facts.line


def missing(facts: Facts) -> Diagnosis | None:
    """Flask looks in a folder beside the file that says Flask(__name__)."""
    if not is_by(facts, "jinja2", "TemplateNotFound"):
        return None
    told = re.match(
        r"'([^'\\]{1,60})' not found in search path: '([^'\\]{1,200})'$", message(facts)
    )
    if told is not None:
        if not (at := str(facts.told.get("folder", ""))):
            return None
        searched = Path(at, told[2])
        return Diagnosis(Kind.TEMPLATE_FOLDER, (told[1], str(searched)))
    if not goes_through(facts, "flask"):
        return None
    if is_in_template(facts):
        return _asked_by_template(facts)
    name, folder = _asked(facts), _folder(facts)
    if not name or folder is None:
        return others.template(facts)
    is_usual = facts.file is not None and folder == facts.file.parent / "templates"
    try:
        if is_usual and (folder.parent / name).is_file():
            return Diagnosis(Kind.TEMPLATE_BESIDE, (name,))
        if is_usual and not folder.is_dir():
            return _beside(folder, name) or others.template(facts)
        if not folder.is_dir():
            return Diagnosis(Kind.TEMPLATE_FOLDER, (name, str(folder)))
    except (OSError, ValueError):
        return None
    found = files.of_missing(name, str(folder))
    if found is not None and found.kind is Kind.FILE_MISSING:
        return Diagnosis(Kind.TEMPLATE_FOLDER, (found.values[0], found.values[1]))
    return found


def _beside(folder: Path, name: str) -> Diagnosis | None:
    """A folder with nearly that name has it."""
    for near in ("template", "Templates", "Template", "templete", "tempaltes", "html", "views"):
        if (folder.parent / near / name).is_file():
            return Diagnosis(Kind.TEMPLATE_FOLDER_NAME, (name, near))
    return None


def _asked_by_template(facts: Facts) -> Diagnosis | None:
    """{% extends "base.html" %}"""
    folder = facts.file.parent if facts.file is not None else Path()
    if folder.name != "templates" or not re.fullmatch(r"[\w./-]{1,60}\.\w+", message(facts)):
        return None
    return files.of_missing(message(facts), str(folder))


def _asked(facts: Facts) -> str:
    """The name that stands in the line, if that is missing: one template may ask for another."""
    call = called(facts, "render_template")
    match call.args if call is not None else []:
        case [ast.Constant(value=str(name)), *_] if message(facts) == name:
            return name
    return ""


def _folder(facts: Facts) -> Path | None:
    """Known where the application is made in the same file."""
    made = []
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call(func=ast.Name(id="Flask") | ast.Attribute(attr="Flask")):
                made.append(node)
            case ast.Name(id="Blueprint") | ast.Attribute(attr="Blueprint"):
                return None
    match made:
        case [ast.Call(args=[ast.Name(id="__name__")], keywords=keywords)] if facts.file:
            return _told_folder(facts.file.parent, keywords)
    return None


def _told_folder(root: Path, keywords: list[ast.keyword]) -> Path | None:
    named = "templates"
    for each in keywords:
        match each:
            case ast.keyword(arg="template_folder", value=ast.Constant(value=str(text))):
                if Path(text).is_absolute():
                    return None
                named = text
            case ast.keyword(arg="template_folder" | "root_path" | None):
                return None
    return root / named
