"""What SQLAlchemy says of queries and pydantic of models, where the script's text tells what to
write; and packages that are installed by another name than they are imported. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import origin, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_by, message, package_of
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_CHARS = 90


# -- SQLAlchemy


def back(facts: Facts) -> Diagnosis | None:
    """back_populates="pet", of a class that has no such relationship."""
    told = re.match(
        r"Mapper '(?:Mapper\[|mapped class )(\w+)(?:\(|->)\w+\)?\]?' has no property '(\w+)'",
        message(facts),
    )
    if told is None or not is_by(facts, "sqlalchemy", "InvalidRequestError"):
        return None
    return Diagnosis(Kind.ORM_BACK, (told[1], told[2]))


def condition(facts: Facts) -> Diagnosis | None:
    """`User.age > 18 and User.name == "x"`"""
    if message(facts) != "Boolean value of this clause is not defined":
        return None
    if not is_by(facts, "sqlalchemy", "TypeError"):
        return None
    joined = [node for node in place.in_statement(facts) if isinstance(node, ast.BoolOp)]
    if len(joined) == 1 and not _is_asked(facts, joined[0]):
        if instead := _joined(facts, joined[0]):
            return Diagnosis(Kind.ORM_AND, (instead,))
    return Diagnosis(Kind.ORM_CONDITION, (facts.line,))


def _is_asked(facts: Facts, node: ast.expr) -> bool:
    """By an `if` and the like, which can take no condition of a query, however it is joined."""
    for each in place.in_statement(facts):
        match each:
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                if node is test:
                    return True
            case ast.comprehension(ifs=tests) if node in tests:
                return True
    return False


def _joined(facts: Facts, node: ast.BoolOp) -> str:
    parts = [place.in_full(facts, each) for each in node.values]
    if any(
        "..." in each or isinstance(v, ast.UnaryOp)
        for each, v in zip(parts, node.values, strict=True)
    ):
        return ""
    sign = " & " if isinstance(node.op, ast.And) else " | "
    text = sign.join(f"({each})" for each in parts)
    return text if len(text) <= _MOST_CHARS else ""


def row_name(facts: Facts) -> Diagnosis | None:
    """row["name"], of a row of a result."""
    if message(facts) != "tuple indices must be integers or slices, not str":
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=what, slice=ast.Constant(value=str(key))):
                value = place.known(facts, what)
                if value is not None and value.name == "Row" and key.isidentifier():
                    shown = place.shown(facts, what)
                    if not (part := _part_of_row(facts, shown)):
                        return Diagnosis(Kind.INDEX_IS_TEXT, (shown, "tuple", "str"))
                    return Diagnosis(Kind.ORM_ROW_NAME, (shown, f"{part}.{key}"))
    return None


def _part_of_row(facts: Facts, row: str) -> str:
    """What has the columns: the row, or the only object in it; '' if some have several."""
    queries = [
        call.args
        for call in place.every(facts, ast.Call)
        if place.name_called(call) == "select"
        or place.name_called(call) == "query"
        and len(call.args) > 1
    ]
    of_objects = [args for args in queries if any(_is_class(each) for each in args)]
    if not of_objects:
        return row
    is_one = len(of_objects) == len(queries) and all(len(args) == 1 for args in queries)
    return f"{row}[0]" if is_one else ""


def _is_class(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id[:1].isupper()


def filter_by(facts: Facts) -> Diagnosis | None:
    """filter_by(User.age > 18)"""
    is_said = re.match(
        r"(?:\w+\.)?filter_by\(\) takes 1 positional argument but \d+ were given", message(facts)
    )
    call = called(facts, "filter_by")
    if not is_said or call is None or not call.args or call.keywords:
        return None
    if any(isinstance(each, ast.Constant | ast.Name | ast.Dict) for each in call.args):
        return None  # values, and no conditions
    shown = [place.in_full(facts, each) for each in call.args]
    return Diagnosis(Kind.ORM_FILTER_BY, (f".filter({', '.join(shown)})",))


def parameters(facts: Facts) -> Diagnosis | None:
    """execute(text("... ?"), ("a",))"""
    is_said = re.match(r"List argument must consist only of (?:tuples or )?dict", message(facts))
    if not is_said or not is_by(facts, "sqlalchemy", "ArgumentError"):
        return None
    return Diagnosis(Kind.ORM_PARAMETERS, (facts.line,))


def select_list(facts: Facts) -> Diagnosis | None:
    """select([User.name])"""
    is_said = re.match(r"Column expression, FROM clause, .* expected, got \[", message(facts))
    if not is_said or not is_by(facts, "sqlalchemy", "ArgumentError"):
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Call(func=ast.Name(id="select"), args=[ast.List(elts=columns)]) if columns:
                shown = ", ".join(place.shown(facts, each) for each in columns)
                return Diagnosis(Kind.ORM_SELECT_LIST, (f"select({shown})",))
    return None


def no_query(facts: Facts) -> Diagnosis | None:
    """User.query, without Flask-SQLAlchemy."""
    told = re.fullmatch(r"type object '(\w+)' has no attribute 'query'", message(facts))
    made = [e for e in place.every(facts, ast.ClassDef) if told and e.name == told[1]]
    if told is None or len(made) != 1:
        return None
    has_table = any(
        isinstance(node, ast.Name) and node.id == "__tablename__" for node in ast.walk(made[0])
    )
    return Diagnosis(Kind.ORM_NO_QUERY, (told[1],)) if has_table else None


# -- pydantic


def other_name(facts: Facts) -> Diagnosis | None:
    """The data has nearly the field's name."""
    told = re.match(
        r"1 validation error for (\w+)\n(\w+)\n  Field required \[type=missing, input_value=(\{.*),"
        r" input_type=dict\]",
        message(facts),
    )
    if told is None or not is_by(facts, "pydantic_core,pydantic", "ValidationError"):
        return None
    keys = _keys(told[3])
    alike = [key for key in keys if _plain(key) == _plain(told[2])]
    near = alike[0] if len(alike) == 1 else nearest(told[2], _without_place(facts, told[1], keys))
    return Diagnosis(Kind.MODEL_OTHER_NAME, (told[1], told[2], near)) if near else None


def _keys(data: str) -> list[str]:
    """Those of the dictionary itself, as far as it was printed, and none of what is in it."""
    text, inner = data[1:].partition("...")[0], 1
    while inner:
        text, inner = re.subn(r"\{[^{}]*\}", "", text)
    return re.findall(r"(?:^|, )'(\w+)':", text.partition("{")[0])


def _without_place(facts: Facts, name: str, keys: list[str]) -> list[str]:
    """Those that no field of the class is called like; none if that is not known."""
    made = [each for each in place.every(facts, ast.ClassDef) if each.name == name]
    if len(made) != 1 or [ast.unparse(each) for each in made[0].bases] != ["BaseModel"]:
        return []
    return [each for each in keys if each not in _fields(made[0])]


def _fields(made: ast.ClassDef) -> set[str]:
    return {
        each.target.id
        for each in made.body
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    }


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def from_attributes(facts: Facts) -> Diagnosis | None:
    call = called(facts, "from_orm", "model_validate")
    is_said = "You must set the config attribute `from_attributes=True`" in message(facts)
    if not is_said or call is None or not is_by(facts, "pydantic", "PydanticUserError"):
        return None
    match call.func:
        case ast.Attribute(value=ast.Name(id=name)):
            return Diagnosis(Kind.MODEL_ATTRIBUTES, (name,))
    return None


def validator_field(facts: Facts) -> Diagnosis | None:
    """@field_validator("e_mail"), of a class without such a field."""
    told = re.match(
        r"Decorators defined with incorrect fields: (?:\w+\.)*(\w+):\d+\.(\w+)", message(facts)
    )
    if told is None or not is_by(facts, "pydantic", "PydanticUserError"):
        return None
    for made in place.every(facts, ast.ClassDef):
        if made.name == told[1] and (wrong := _unknown(made, told[2])):
            return Diagnosis(Kind.MODEL_VALIDATOR, (wrong, told[1]))
    return None


def _unknown(made: ast.ClassDef, function: str) -> str:
    """The only field that its validator names and the class has not."""
    fields = _fields(made)
    asked = [
        each.value
        for node in made.body
        if isinstance(node, ast.FunctionDef) and node.name == function
        for above in node.decorator_list
        if isinstance(above, ast.Call)
        for each in above.args
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    wrong = [each for each in asked if each not in fields]
    return wrong[0] if len(wrong) == 1 else ""


def root(facts: Facts) -> Diagnosis | None:
    is_said = message(facts).startswith("If you use `@root_validator` with pre=False")
    if not is_said or not is_by(facts, "pydantic", "PydanticUserError"):
        return None
    return Diagnosis(Kind.MODEL_ROOT, (facts.line,))


def undefined(facts: Facts) -> Diagnosis | None:
    told = re.match(r"`(\w+)` is not fully defined; you should define `(\w+)`", message(facts))
    if told is None or not is_by(facts, "pydantic", "PydanticUserError"):
        return None
    names = [node.name for node in place.every(facts, ast.ClassDef)]
    if told[2] not in names and (near := nearest(told[2], names)):
        return Diagnosis(Kind.MODEL_UNDEFINED_NEAR, (told[1], told[2], near))
    return Diagnosis(Kind.MODEL_UNDEFINED, (told[1], told[2]))


def own_package(facts: Facts) -> Diagnosis | None:
    """BaseSettings: pydantic says it itself."""
    told = re.match(r"`(\w+)` has been moved to the `pydantic-settings` package", message(facts))
    if told is None or not is_by(facts, "pydantic", "PydanticImportError"):
        return None
    instead = f"from pydantic_settings import {told[1]}"
    values = (f"pydantic.{told[1]}", "pydantic-settings", instead)
    return Diagnosis(Kind.PACKAGE_OF_ITS_OWN, values)


# -- names of packages

_INSTALLED = {
    "cv2": "opencv-python", "MySQLdb": "mysqlclient", "discord": "discord.py",
    "telegram": "python-telegram-bot", "telebot": "pyTelegramBotAPI", "bs4": "beautifulsoup4",
    "PIL": "pillow", "sklearn": "scikit-learn", "skimage": "scikit-image", "yaml": "PyYAML",
    "dotenv": "python-dotenv", "serial": "pyserial", "docx": "python-docx",
    "pptx": "python-pptx", "fitz": "PyMuPDF", "Crypto": "pycryptodome", "jwt": "PyJWT",
    "dateutil": "python-dateutil", "psycopg2": "psycopg2-binary", "usb": "pyusb",
    "speech_recognition": "SpeechRecognition", "git": "GitPython", "OpenSSL": "pyOpenSSL",
    "flask_sqlalchemy": "Flask-SQLAlchemy", "flask_login": "Flask-Login",
    "flask_wtf": "Flask-WTF", "flask_cors": "Flask-Cors", "wx": "wxPython",
    "OpenGL": "PyOpenGL", "magic": "python-magic",
    "slugify": "python-slugify", "pydantic_settings": "pydantic-settings",
    "rest_framework": "djangorestframework", "markdown": "Markdown", "gi": "PyGObject",
    "win32api": "pywin32", "win32com": "pywin32", "win32gui": "pywin32", "win32con": "pywin32",
}  # fmt: skip
"""By what name a script knows it."""


def driver(facts: Facts) -> Diagnosis | None:
    """What SQLAlchemy asks for by the address of a database."""
    told = re.fullmatch(r"No module named '([\w.]+)'", message(facts))
    if told is None or package_of(facts.told.get("innermost_file", "")) != "sqlalchemy":
        return None
    return installed_as(told[1])


def installed_as(name: str) -> Diagnosis | None:
    """A package that is not there, and that pip knows by another name."""
    package = _INSTALLED.get(name.partition(".")[0])
    return Diagnosis(Kind.PACKAGE_AS, (name.partition(".")[0], package)) if package else None


def environment(facts: Facts, found: Diagnosis) -> Diagnosis | None:
    """A None that os.getenv() gave."""
    for node in place.in_statement(facts):
        if not isinstance(node, ast.Name) or place.type_of(facts, node) != "NoneType":
            continue
        if node.id not in found.values:
            continue
        match origin.value(facts, node):
            case ast.Call(func=func, args=[ast.Constant(value=str(asked))], keywords=[]) as call:
                if ast.unparse(func) in ("os.getenv", "getenv", "os.environ.get"):
                    return Diagnosis(Kind.ENV_NONE, (node.id, call.lineno, asked))
    return None


ALL = (
    back,
    condition,
    row_name,
    parameters,
    select_list,
    other_name,
    from_attributes,
    validator_field,
    root,
    undefined,
    own_package,
    driver,
)
"""What is asked where it did not happen in the user's own line; in this order."""
