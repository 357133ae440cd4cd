"""What Flask, Django and FastAPI say of an application, its addresses and its views. Pure but for
no_model(), which looks whether a module is the user's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import (
    goes_through,
    is_by,
    meaning,
    message,
    raised_in,
    saying,
)
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.packages import others

_SAYINGS = (
    saying(Kind.OUTSIDE_APP, "flask,werkzeug,flask_sqlalchemy RuntimeError",
           r"Working outside of application context"),
    saying(Kind.OUTSIDE_REQUEST, "flask,werkzeug RuntimeError",
           r"Working outside of request context"),
    saying(Kind.NO_SECRET_KEY, "flask RuntimeError",
           r"The session is unavailable because no secret key was set"),
    saying(Kind.NO_SECRET_KEY, "flask_wtf RuntimeError,KeyError",
           r"'?A secret key is required to use CSRF"),
    saying(Kind.VIEW_TUPLE, "flask TypeError",
           r"The view function did not return a valid response tuple"),
    saying(Kind.ROUTE_METHODS, "flask TypeError",
           r"Allowed methods (?:must be|have to be) "),
    saying(Kind.ROUTE_BRACKETS, "werkzeug ValueError",
           r"malformed url rule: (?P<text>['\"].{1,60}['\"])$"),
    saying(Kind.ROUTE_CONVERTER, "werkzeug LookupError",
           r"the converter '(?P<name>\w+)' does not exist"),
    saying(Kind.ROUTE_LATE, "flask AssertionError",
           r"The setup method '\w+' can no longer be called on the application"),
    saying(Kind.ROUTE_LATE, "flask AssertionError",
           r"A setup function was called after the first request was handled"),
    saying(Kind.BLUEPRINT_LATE, "flask AssertionError",
           r"The setup method '\w+' can no longer be called on the blueprint '(?P<name>[\w.]+)'"),
    saying(Kind.BLUEPRINT_TWICE, "flask ValueError",
           r"The name '(?P<name>[\w.]+)' is already registered for (?:this|a different) blueprint"),
    saying(Kind.DJANGO_SETTINGS, "django ImproperlyConfigured",
           r"Requested settings?(?: \w+)?, but settings are not configured"),
    saying(Kind.DJANGO_NOT_READY, "django AppRegistryNotReady",
           r"(?:Apps|Models) aren't loaded yet"),
    saying(Kind.SQL_UNIQUE, "django IntegrityError",
           r"UNIQUE constraint failed: (?P<column>[\w., ]+)$"),
    saying(Kind.SQL_EMPTY, "django IntegrityError",
           r"NOT NULL constraint failed: (?P<column>[\w.]+)$"),
    saying(Kind.DJANGO_TEMPLATE, "django TemplateDoesNotExist", r"(?P<file>[\w./-]+\.\w+)$"),
    saying(Kind.DJANGO_TAG, "django TemplateSyntaxError",
           r"Invalid block tag on line (?P<number>\d+): '(?P<name>(?!end|el|empty)\w+)'\. Did"),
    saying(Kind.DJANGO_OPEN, "django TemplateSyntaxError",
           r"Unclosed tag on line (?P<number>\d+): '(?P<name>\w+)'\. Looking for one of"),
    saying(Kind.DJANGO_REVERSE, "django NoReverseMatch",
           r"Reverse for '(?P<name>[\w:-]+)' not found\. '[\w:-]+' is not a valid view function"),
    saying(Kind.DJANGO_NAMESPACE, "django NoReverseMatch",
           r"'(?P<name>\w+)' is not a registered namespace"),
    saying(Kind.DJANGO_REVERSE_VALUES, "django NoReverseMatch",
           r"Reverse for '(?P<name>[\w:-]+)' with .* not found\. [1-9]\d* pattern"),
    saying(Kind.DJANGO_VIEW, "django ValueError",
           r"The view (?:\w+\.)*(?P<function>\w+) didn't return an HttpResponse object\. It"
           r" returned (?P<type>None) instead"),
    saying(Kind.DJANGO_VIEW_CALLED, "django TypeError",
           r"view must be a callable or a list/tuple in the case of include\(\)"),
    saying(Kind.DJANGO_APP, "django RuntimeError",
           r"Model class (?:[\w]+\.)*(?P<name>\w+) doesn't declare an explicit app_label"),
    saying(Kind.DJANGO_SETTING, "django ImproperlyConfigured",
           r"The (?P<name>SECRET_KEY) setting must not be empty"),
    saying(Kind.DJANGO_CONFIGURED, "django RuntimeError", r"Settings already configured"),
    saying(Kind.DJANGO_SEVERAL, "* MultipleObjectsReturned",
           r"get\(\) returned more than one (?P<name>\w+) -- it returned (?P<given>\d+)!"),
    saying(Kind.API_PATH_DEFAULT, "fastapi AssertionError",
           r"Path parameters cannot have a default value"),
)  # fmt: skip

_OF_MODELS = (
    saying(Kind.DJANGO_TABLE, "django OperationalError", r"no such table: (?P<table>[\w.]+)$"),
    saying(Kind.DJANGO_TABLE, "django ProgrammingError",
           r'relation "(?P<table>[\w.]+)" does not exist'),
    saying(Kind.DJANGO_COLUMN, "django OperationalError", r"no such column: (?P<column>[\w.]+)$"),
    saying(Kind.DJANGO_COLUMN, "django OperationalError",
           r"table \w+ has no column named (?P<column>\w+)$"),
)  # fmt: skip


def said(facts: Facts) -> Diagnosis | None:
    """What needs nothing but the message."""
    found = meaning(facts, _SAYINGS)
    if found is not None and found.kind is Kind.ROUTE_CONVERTER and _adds_converters(facts):
        return None
    if found is not None and found.kind is Kind.DJANGO_VIEW:
        if not others.may_give_none(facts, str(found.values[0])):
            return None
        return Diagnosis(found.kind, (found.values[0], "NoneType"))
    return found


def _adds_converters(facts: Facts) -> bool:
    """Of its own, which may come too late for this address."""
    return any(each.attr == "converters" for each in place.every(facts, ast.Attribute))


# -- Flask


def view_type(facts: Facts) -> Diagnosis | None:
    told = re.match(
        r"The view function did not return a valid response\. The return type must be .*, but it"
        r" was an? ([\w.]+)\.",
        message(facts),
    )
    if told is None or not is_by(facts, "flask", "TypeError"):
        return None
    return Diagnosis(Kind.VIEW_TYPE, (told[1].rpartition(".")[2],))


def abort_turned(facts: Facts) -> Diagnosis | None:
    """`abort("unknown city", 404)`"""
    if not is_by(facts, "werkzeug", "LookupError") or "no exception for " not in message(facts):
        return None
    match called(facts, "abort"):
        case ast.Call(args=[text, ast.Constant(value=int())], keywords=[]) as call:
            if place.type_of(facts, text) == "str":
                number = place.shown(facts, call.args[1])
                function = place.shown(facts, call.func)
                instead = f"{function}({number}, {place.in_full(facts, text)})"
                return Diagnosis(Kind.ABORT_TURNED, (instead,))
    return None


def route_slash(facts: Facts) -> Diagnosis | None:
    """@app.route("about")"""
    is_flasks = is_by(facts, "werkzeug,flask", "ValueError") and re.match(
        r"URL rule '.*' must start with a slash|urls must start with a leading slash",
        message(facts),
    )
    is_starlettes = is_by(facts, "starlette,fastapi", "AssertionError") and re.match(
        r"Routed paths must start with '/'|A path prefix must start with '/'", message(facts)
    )
    if not is_flasks and not is_starlettes:
        return None
    told = re.match(r"URL rule '([^'\"\\]+)'", message(facts))
    text = _rule(facts, told[1]) if told is not None else _address(facts)
    return Diagnosis(Kind.ROUTE_SLASH, (f'"{text}"', f'"/{text}"')) if text else None


def _rule(facts: Facts, address: str) -> str:
    """As the script has it: a blueprint's url_prefix= may stand before what is there."""
    texts = {e.value for e in place.every(facts, ast.Constant) if isinstance(e.value, str)}
    if address in texts or "/" not in address:
        return address
    prefixes = [
        each.value.value
        for each in place.every(facts, ast.keyword)
        if each.arg == "url_prefix" and isinstance(each.value, ast.Constant)
        if isinstance(each.value.value, str)
    ]
    fitting = {each for each in prefixes if each and address.startswith(f"{each}/")}
    return fitting.pop() if len(fitting) == 1 else ""


def _address(facts: Facts) -> str:
    """The only one in the line, also above a function: that is no part of its statement."""
    found = []
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Call(args=[ast.Constant(value=str(text)), *_]) if _is_here(facts, node):
                found.append(text)
            case ast.keyword(arg="prefix", value=ast.Constant(value=str(text)) as value):
                found += [text] if _is_here(facts, value) else []
    return found[0] if len(found) == 1 and not found[0].startswith("/") else ""


def _is_here(facts: Facts, node: ast.AST) -> bool:
    return place.covers(node, facts.line)


def url_for(facts: Facts) -> Diagnosis | None:
    """werkzeug names what is nearest of all, however far that is."""
    told = re.match(r"Could not build url for endpoint '([\w.-]+)'", message(facts))
    if told is None or not is_by(facts, "werkzeug", "BuildError"):
        return None
    name, rest = told[1], message(facts)[told.end() :]
    if missing := re.search(r" Did you forget to specify values \[((?:'\w+'(?:, )?)+)\]\?$", rest):
        names = re.findall(r"\w+", missing[1])
        given = re.search(r" with values \[((?:'\w+'(?:, )?)+)\]", rest)
        places = [*(re.findall(r"\w+", given[1]) if given is not None else ()), *names]
        instead = f"url_for('{name}', {', '.join(f'{each}=...' for each in places)})"
        return Diagnosis(Kind.URL_FOR_VALUES, (name, ", ".join(names), instead))
    if "Did you mean to use methods" in rest:
        return None
    near = re.search(r" Did you mean '([\w.-]+)' instead\?$", rest)
    if near and _is_near(name, near[1].rpartition(".")[2]):
        return Diagnosis(Kind.URL_FOR_NEAR, (name, near[1]))
    return Diagnosis(Kind.URL_FOR_NONE, (name,)) if near else None


def _is_near(name: str, other: str) -> bool:
    """Also the address in place of the function: `post` of show_post()."""
    return other in (name, nearest(name, [other])) or name in other.split("_") != [name]


def view_arguments(facts: Facts) -> Diagnosis | None:
    """What stands in an address and what the function of the page takes; Flask calls nothing else
    with names."""
    if not is_by(facts, "flask", "TypeError"):
        return None
    more = re.match(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", message(facts))
    less = re.match(r"(\w+)\(\) missing 1 required positional argument: '(\w+)'", message(facts))
    if (told := more or less) is None or (view := _view(facts, told[1])) is None:
        return None
    addresses = list(_addresses(view))
    parts = [set(re.findall(r"<(?:[^<>]*:)?(\w+)>", each)) for each in addresses]
    if more is not None and any(told[2] in each for each in parts):
        taken = scope.parameters(view)
        return None if taken else Diagnosis(Kind.VIEW_ARGUMENT, (told[1], told[2]))
    if less is not None and parts and not any(told[2] in each for each in parts):
        return Diagnosis(Kind.VIEW_NO_PLACE, (told[1], told[2]))
    return None


def _view(facts: Facts, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The only function of this name, if nothing but addresses stands above it."""
    found = [
        node
        for node in place.every(facts, ast.AST)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
    ]
    if len(found) != 1 or not found[0].decorator_list:
        return None
    routes = [_is_route(each) for each in found[0].decorator_list]
    return found[0] if all(routes) else None


_HOOKS = {
    "errorhandler": "error", "app_errorhandler": "error", "after_request": "response",
    "teardown_request": "error", "teardown_appcontext": "error",
}  # fmt: skip


def hook(facts: Facts) -> Diagnosis | None:
    """What Flask calls with one value, as `@app.errorhandler(404)`."""
    told = re.match(r"(\w+)\(\) takes 0 positional arguments but 1 was given", message(facts))
    tree = place.tree_of(facts)
    if told is None or tree is None or not is_by(facts, "flask", "TypeError"):
        return None
    names = {
        _HOOKS.get(each.attr)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and function.name == told[1]
        for above in function.decorator_list
        for each in [above.func if isinstance(above, ast.Call) else above]
        if isinstance(each, ast.Attribute)
    }
    name = names.pop() if len(names) == 1 else None
    return Diagnosis(Kind.HOOK_ARGUMENT, (told[1], name)) if name else None


_ROUTES = ("route", "get", "post", "put", "delete", "patch")


def _is_route(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=str())]):
            return name in _ROUTES
    return False


def _addresses(view: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    for each in view.decorator_list:
        match each:
            case ast.Call(args=[ast.Constant(value=str(text))]):
                yield text


# -- Django


def of_models(facts: Facts) -> Diagnosis | None:
    """A model's table is not in the database; a statement of SQL may have another reason."""
    through = [str(each).replace("\\", "/") for each in facts.told.get("through", ())]
    is_models = any("/django/db/models/" in each for each in through)
    return meaning(facts, _OF_MODELS) if is_models and not _writes_sql(facts) else None


def _writes_sql(facts: Facts) -> bool:
    """`Book.objects.raw("SELECT ...")`: the names in it are the script's own."""
    return any(
        place.name_called(each) in ("raw", "extra", "RawSQL")
        for each in place.every(facts, ast.Call)
    )


def no_field(facts: Facts) -> Diagnosis | None:
    told = re.match(
        r"Cannot resolve keyword '(\w+)' into field\. Choices are: (.+)", message(facts)
    )
    if told is None or not is_by(facts, "django", "FieldError"):
        return None
    if near := nearest(told[1], re.findall(r"\w+", told[2])):
        return Diagnosis(Kind.DJANGO_FIELD, (told[1], near))
    return Diagnosis(Kind.DJANGO_NO_FIELD, (told[1],))


def none_found(facts: Facts) -> Diagnosis | None:
    """Its type belongs to the model."""
    told = re.fullmatch(r"(\w+) matching query does not exist\.", message(facts))
    name = facts.told.get("other_type", ("", ""))[1]
    if told is None or name != "DoesNotExist" or raised_in(facts) != "django":
        return None
    return Diagnosis(Kind.DJANGO_NONE_FOUND, (told[1], facts.line)) if facts.line else None


def setting_missing(facts: Facts) -> Diagnosis | None:
    told = re.fullmatch(
        r"module 'django\.conf\.global_settings' has no attribute '(\w+)'"
        r"|'(?:User)?Settings(?:Holder)?' object has no attribute '(\w+)'",
        message(facts),
    )
    if told is None or not is_by(facts, "django", "AttributeError"):
        return None
    return Diagnosis(Kind.DJANGO_SETTING, (told[1] or told[2],))


def settings_module(facts: Facts) -> Diagnosis | None:
    """A module that is named in a text of the settings."""
    told = re.fullmatch(r"No module named '([\w.]+)'", message(facts))
    through = facts.told.get("through", ())
    is_named = any(
        str(each).replace("\\", "/").endswith("importlib/__init__.py") for each in through
    )
    if told is None or not is_named or not goes_through(facts, "django"):
        return None
    return Diagnosis(Kind.DJANGO_MODULE, (told[1],))


# -- FastAPI


def no_model(facts: Facts) -> Diagnosis | None:
    """A class of the user's own where FastAPI takes data."""
    told = re.match(
        r"Invalid args for response field! Hint: check that <class '([\w.]+)\.(\w+)'>",
        message(facts),
    )
    if told is None or not is_by(facts, "fastapi", "FastAPIError"):
        return None
    folder, top = facts.told.get("script_folder", ""), told[1].partition(".")[0]
    try:
        is_own = bool(folder) and (
            Path(folder, f"{top}.py").is_file() or Path(folder, top).is_dir()
        )
    except (OSError, ValueError):
        return None
    is_own = is_own or top == "__main__"
    return Diagnosis(Kind.API_TYPE, (told[2],)) if is_own else None


def part_not_installed(facts: Facts) -> Diagnosis | None:
    """What says itself how a package is called that it needs."""
    for package, kinds, words in _PARTS:
        told = re.match(words, message(facts))
        if told is not None and is_by(facts, package, *kinds):
            return Diagnosis(Kind.PART_NOT_INSTALLED, (package, told[1]))
    return None


_PARTS = (
    ("fastapi", ("RuntimeError",), r'Form data requires "(python-multipart)" to be installed'),
    ("starlette", ("RuntimeError", "AssertionError", "ImportError"),
     r"The [`'\"]?(python-multipart|jinja2|httpx|itsdangerous)[`'\"]? (?:library |package )?must be"
     r" installed"),
    ("starlette", ("RuntimeError",), r"The starlette\.testclient module requires the (httpx)"),
    ("pydantic", ("ImportError",), r"(email-validator) is not installed"),
)  # fmt: skip


def app_run(facts: Facts) -> Diagnosis | None:
    """An app of FastAPI has no run() as Flask's has."""
    asked = place.only(facts, ast.Attribute)
    if asked is None or message(facts) != "'FastAPI' object has no attribute 'run'":
        return None
    return Diagnosis(Kind.API_RUN, (place.shown(facts, asked.value),))
