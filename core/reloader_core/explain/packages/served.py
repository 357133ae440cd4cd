"""What a page of Flask or FastAPI was given, and what came back from it. Reads files that the
script imports.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.other_files import tree_at
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


def secret_key(facts: Facts) -> Diagnosis | None:
    """It is set, from an environment variable that is not there."""
    is_said = message(facts).startswith("The session is unavailable because no secret key was set")
    if not is_said or not is_by(facts, "flask", "RuntimeError"):
        return None
    found = []
    for node in place.every(facts, ast.Assign):
        match node.targets:
            case [ast.Attribute(attr="secret_key")]:
                found.append(node)
            case [ast.Subscript(slice=ast.Constant(value="SECRET_KEY"))]:
                found.append(node)
    match found:
        case [ast.Assign(targets=[what], value=ast.Call(func=func, args=[asked], keywords=[]))]:
            value = asked.value if isinstance(asked, ast.Constant) else None
            is_asked = ast.unparse(func) in ("os.getenv", "getenv", "os.environ.get")
            if is_asked and isinstance(value, str):
                shown = place.shown(facts, what)
                return Diagnosis(Kind.ENV_NONE, (shown, found[0].lineno, value))
    return None


def returned_comma(facts: Facts) -> Diagnosis | None:
    """`return text,`: a tuple of one, which Flask reads as little as one of four."""
    is_said = message(facts).startswith("The view function did not return a valid response tuple")
    if not is_said or not is_by(facts, "flask", "TypeError"):
        return None
    found = []
    for node in place.every(facts, ast.Return):
        match node.value:
            case ast.Tuple(elts=[one]):
                found.append((node.end_lineno or node.lineno, place.shown(facts, one)))
            case ast.Tuple(elts=[_, _, _, _, *_]):
                return None
    if len(found) != 1:
        return None
    return Diagnosis(Kind.TUPLE_BY_COMMA, (f"({found[0][1]},)", found[0][0]))


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
            app = _app_in(tree_at(facts, Path(file)))
            name = re.split(r"[\\/]", file)[-1]
            return Diagnosis(Kind.OUTSIDE_APP_FROM, (line, name, app)) if app else None
    return None


def _app_in(tree: ast.Module | None) -> str:
    """What this file calls its application; '' if it has none."""
    for node in tree.body if tree is not None else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=made)):
                if ast.unparse(made).rpartition(".")[2] in ("Flask", "create_app", "make_app"):
                    return name
    return "app" if tree is not None and scope.names_anywhere(tree, "app") else ""


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
    tree = place.tree_of(facts)
    if told is None or tree is None or not goes_through(facts, "flask"):
        return None
    bodies = (file.body for file in (tree, *_imported(facts, tree)))
    for top in (each for body in bodies for each in body if isinstance(each, ast.FunctionDef)):
        for outer in ast.walk(top):
            if isinstance(outer, ast.FunctionDef) and _leaves_name(outer, told[1]):
                instead = f"@functools.wraps({outer.args.args[0].arg})"
                return Diagnosis(Kind.WRAPPER_TWICE, (told[1], top.name, instead))
    return None


def _leaves_name(outer: ast.FunctionDef, name: str) -> bool:
    """It gives a function of this name in place of the one that it gets."""
    return any(
        isinstance(inner, _Function)
        and inner.name == name
        and bool(outer.args.args)
        and not any("wraps" in ast.unparse(each) for each in inner.decorator_list)
        and _gives(outer, name)
        for inner in outer.body
    )


def _imported(facts: Facts, tree: ast.Module) -> Iterator[ast.Module]:
    """The files beside this one that it takes names from."""
    for node in tree.body:
        match node:
            case ast.ImportFrom(module=str(name)) if facts.file is not None and name.isidentifier():
                found = tree_at(facts, facts.file.with_name(f"{name}.py"))
                if found is not None:
                    yield found


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
    if len(found) != 1 or _gives_function(facts, found[0][2]):
        return None
    func, call, made = found[0]
    instead = f"{func.id}({place.shown(facts, made)})"
    return Diagnosis(Kind.API_DEPENDS, (place.shown(facts, call), instead))


def _gives_function(facts: Facts, made: ast.expr) -> bool:
    """What it gives may be called itself: a function made in it, or an object of a class."""
    name = ast.unparse(made).rpartition(".")[2]
    return name[:1].isupper() or any(
        isinstance(inner, _Function | ast.Lambda) and inner is not outer
        for outer in functions(facts, name)
        for inner in ast.walk(outer)
    )


def router(facts: Facts) -> Diagnosis | None:
    """app.include_router(users), of `import users`."""
    call = called(facts, "include_router")
    if call is None or not call.args or facts.told.get("type") != "AttributeError":
        return None
    value = place.known(facts, call.args[0])
    if value is None or value.type != "module" or not message(facts).startswith("module '"):
        return None
    what = place.shown(facts, call.args[0])
    if not (name := _router_in(facts, what)):
        return None
    return Diagnosis(Kind.API_ROUTER, (what, f"{place.shown(facts, call.func)}({what}.{name})"))


def _router_in(facts: Facts, module: str) -> str:
    """What that file calls its only router; by habit, if it cannot be read."""
    path = facts.file.with_name(f"{module}.py") if facts.file is not None else None
    tree = tree_at(facts, path) if path is not None and module.isidentifier() else None
    if tree is None or scope.names_anywhere(tree, "router"):
        return "router"
    found = []
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=made)):
                if ast.unparse(made).rpartition(".")[2] == "APIRouter":
                    found.append(name)
    return found[0] if len(found) == 1 else ""


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
    secret_key,
    returned_comma,
    form_field,
    view_other_name,
    outside_app,
    wrapper_twice,
    response,
    depends,
    router,
)
"""What is asked where it did not happen in the user's own line; in this order."""
