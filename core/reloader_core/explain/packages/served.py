"""What a page of Flask or FastAPI was given, and what came back from it. Pure."""

from __future__ import annotations

import ast
import re

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import goes_through, is_by, message, package_of
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_ROUTES = ("route", "get", "post", "put", "delete", "patch")
_PART = re.compile(r"<((?:[^<>:]*:)?)(\w+)>")


def functions(facts: Facts, name: str) -> list[_Function]:
    return [
        node
        for node in place.every(facts, ast.AST)
        if isinstance(node, _Function) and node.name == name
    ]


# -- Flask


def form_field(facts: Facts) -> Diagnosis | None:
    """`request.form["user"]`"""
    if facts.told.get("other_type") != ("werkzeug.exceptions", "BadRequestKeyError"):
        return None
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(
                value=ast.Attribute(attr="form" | "args" | "files" | "values") as what, slice=key
            ):
                value = place.known(facts, key)
                found.append((value.text if value is not None else None, what))
    told = re.search(r"\nKeyError: '([^'\n]{1,40})'$", message(facts))
    fitting = [what for name, what in found if told is not None and name == told[1]]
    if told is None or len(fitting) != 1:
        return None
    return Diagnosis(Kind.FORM_NO_FIELD, (told[1], place.shown(facts, fitting[0])))


def view_other_name(facts: Facts) -> Diagnosis | None:
    """A part of the address and a parameter that nothing else is for."""
    told = re.match(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", message(facts))
    views = functions(facts, told[1]) if told is not None else []
    if told is None or len(views) != 1 or not is_by(facts, "flask", "TypeError"):
        return None
    parts: dict[str, str] = {}
    for above in views[0].decorator_list:
        match above:
            case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=str(text)), *_]):
                if name not in _ROUTES:
                    return None
                parts.update({part: kind for kind, part in _PART.findall(text)})
            case _:
                return None
    taken = scope.parameters(views[0])
    left = [each for each in taken if each not in parts]
    if told[2] not in parts or len(left) != 1 or told[2] in taken:
        return None
    values = (told[2], told[1], left[0], f"<{parts[told[2]]}{left[0]}>")
    return Diagnosis(Kind.VIEW_OTHER_NAME, (values[1], values[0], *values[2:]))


def outside_app(facts: Facts) -> Diagnosis | None:
    """In a function of a file that has no application, called while a file is being loaded."""
    is_said = message(facts).startswith("Working outside of application context")
    lines = dict(zip(facts.told.get("loading", ()), facts.told.get("loading_at", ()), strict=False))
    if not is_said or not is_by(facts, "flask,werkzeug", "RuntimeError") or not facts.function:
        return None
    if facts.function == "<module>" or any(_makes_app(node) for node in _nodes(facts)):
        return None
    for file, line in reversed(lines.items()):
        if not package_of(file) and not file.startswith("<"):
            name = re.split(r"[\\/]", file)[-1]
            return Diagnosis(Kind.OUTSIDE_APP_FROM, (line, name, "app"))
    return None


def _nodes(facts: Facts) -> list[ast.AST]:
    return list(place.every(facts, ast.AST))


def _makes_app(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="Flask") | ast.Attribute(attr="Flask")):
            return True
        case ast.Name(id="app"):
            return True
    return False


def wrapper_twice(facts: Facts) -> Diagnosis | None:
    """A decorator of the script's own that leaves all functions with one name."""
    told = re.fullmatch(
        r"View function mapping is overwriting an existing endpoint function: (?:\w+\.)?(\w+)",
        message(facts),
    )
    if told is None or not goes_through(facts, "flask"):
        return None
    for outer in place.every(facts, ast.FunctionDef):
        for inner in outer.body:
            if isinstance(inner, _Function) and inner.name == told[1] and outer.args.args:
                if any("wraps" in ast.unparse(each) for each in inner.decorator_list):
                    continue
                if not _gives(outer, inner.name):
                    continue
                instead = f"@functools.wraps({outer.args.args[0].arg})"
                return Diagnosis(Kind.WRAPPER_TWICE, (told[1], outer.name, instead))
    return None


def _gives(outer: ast.FunctionDef, name: str) -> bool:
    match outer.body[-1]:
        case ast.Return(value=ast.Name(id=found)):
            return found == name
    return False


def first_request(facts: Facts) -> Diagnosis | None:
    """@app.before_first_request"""
    if not re.match(r"'Flask' object has no attribute 'before_first_request'", message(facts)):
        return None
    for node in place.every(facts, ast.AST):
        if isinstance(node, _Function) and not scope.parameters(node):
            for above in node.decorator_list:
                match above:
                    case ast.Attribute(value=ast.Name(id=app), attr="before_first_request"):
                        return Diagnosis(Kind.FIRST_REQUEST_GONE, (app, node.name))
    return None


def config(facts: Facts) -> Diagnosis | None:
    """`app.config["database"]`"""
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    if not key or not key.isidentifier() or key == key.upper():
        return None
    for node in place.candidates(facts, ast.Subscript):
        value = place.known(facts, node.value)
        asked = place.known(facts, node.slice)
        if value is not None and value.name == "Config" and asked is not None:
            if asked.text == key and _is_loaded(facts):
                return Diagnosis(Kind.CONFIG_CAPITALS, (key, key.upper()))
    return None


def _is_loaded(facts: Facts) -> bool:
    """From a file or class, somewhere in the script."""
    return any(
        isinstance(node, ast.Attribute) and node.attr in ("from_object", "from_pyfile")
        for node in place.every(facts, ast.AST)
    )


# -- FastAPI


def response(facts: Facts) -> Diagnosis | None:
    """What the function gives does not fit its response model."""
    if not is_by(facts, "fastapi", "ResponseValidationError"):
        return None
    told = re.search(
        r"\n +\{'type': '\w+', 'loc': \('response'(?:, (?:\d+|'\w+'))*, '(\w+)'\),"
        r" 'msg': '([^'\n]{1,80})'",
        message(facts),
    )
    if told is None:
        return None
    said = "it is missing" if told[2] == "Field required" else told[2]
    return Diagnosis(Kind.API_RESPONSE, (told[1], said))


def depends(facts: Facts) -> Diagnosis | None:
    """Depends(get_db())"""
    is_said = message(facts).endswith("is not a callable object")
    if not is_said or facts.told.get("type") != "TypeError" or not goes_through(facts, "fastapi"):
        return None
    found = []
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(
                func=ast.Name(id="Depends" | "Security") as func,
                args=[ast.Call(func=made, args=[], keywords=[]) as call],
            ):
                found.append((func, call, made))
    if len(found) != 1:
        return None
    func, call, made = found[0]
    instead = f"{func.id}({place.shown(facts, made)})"
    return Diagnosis(Kind.API_DEPENDS, (place.shown(facts, call), instead))


def router(facts: Facts) -> Diagnosis | None:
    """app.include_router(users), of `import users`."""
    call = called(facts, "include_router")
    if call is None or not call.args or facts.told.get("type") != "AttributeError":
        return None
    value = place.known(facts, call.args[0])
    if value is None or value.type != "module" or not message(facts).startswith("module '"):
        return None
    what = place.shown(facts, call.args[0])
    return Diagnosis(Kind.API_ROUTER, (what, f"{place.shown(facts, call.func)}({what}.router)"))


# -- what came back


def answer_key(facts: Facts) -> Diagnosis | None:
    """`answer.json()["id"]`"""
    key = facts.arguments[0].text if len(facts.arguments) == 1 else None
    found = place.candidates(facts, ast.Subscript)
    match found:
        case [
            ast.Subscript(value=ast.Call(func=ast.Attribute(value=answer, attr="json"), args=[]))
        ]:
            pass
        case _:
            return None
    asked = place.known(facts, found[0].slice)
    if not key or asked is None or asked.text != key:
        return None
    value = place.known(facts, answer)
    is_answer = value is not None and value.name in ("Response", "TestResponse")
    if not is_answer and (value is not None or not _asks_servers(facts)):
        return None
    return Diagnosis(Kind.ANSWER_NO_KEY, (repr(key), place.shown(facts, answer)))


_WEB = ("requests", "httpx", "fastapi", "starlette", "flask", "django", "rest_framework")


def _asks_servers(facts: Facts) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names) if any(e.name.split(".")[0] in _WEB for e in names):
                return True
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in _WEB:
                return True
    return False


def answer_json(facts: Facts) -> Diagnosis | None:
    """`answer.json["id"]`, of a client that tests pages of Flask."""
    if message(facts) != "'NoneType' object is not subscriptable":
        return None
    match place.candidates(facts, ast.Subscript):
        case [ast.Subscript(value=ast.Attribute(value=answer, attr="json") as what)]:
            pass
        case _:
            return None
    value = place.known(facts, answer)
    if value is None or value.name not in ("TestResponse", "WrapperTestResponse"):
        return None
    shown = place.shown(facts, answer)
    return Diagnosis(Kind.ANSWER_NO_JSON, (place.shown(facts, what), shown))


ALL = (
    form_field,
    view_other_name,
    outside_app,
    wrapper_twice,
    response,
    depends,
    router,
)
"""What is asked where it did not happen in the user's own line; in this order."""
