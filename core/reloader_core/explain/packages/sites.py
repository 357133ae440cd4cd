"""What Django says of templates, forms, addresses and models where the script's text tells more,
and queries that are taken for one row. Pure but for setup_late(), which reads the script if the
error is in a file that it imports."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.other_files import tree_at
from reloader_core.explain.evidence.place import called
from reloader_core.explain.evidence.said_by import is_by, message
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.packages.served import functions

_SHORTEST_PART = 3


# -- templates


def template_part(facts: Facts) -> Diagnosis | None:
    """{{ name.upper() }}, {{ a + b }}"""
    told = re.fullmatch(
        r"Could not parse the remainder: '(.{1,60})' from '(.{1,60})'", message(facts)
    )
    if told is None or not is_by(facts, "django", "TemplateSyntaxError"):
        return None
    rest, text = told[1], told[2]
    if rest == "()" and re.fullmatch(r"[\w.]+\(\)", text):
        return Diagnosis(Kind.DJANGO_BRACKETS, (text, text[:-2]))
    if re.match(r"\(.*\)$|\s*[-+*/]\s*[\w.]", rest):
        return Diagnosis(Kind.DJANGO_REST, (text, rest.strip()))
    return None


# -- forms


def cleaned(facts: Facts) -> Diagnosis | None:
    """.cleaned_data before .is_valid()"""
    asked = place.only(facts, ast.Attribute)
    told = re.match(r"'(\w+)' object has no attribute 'cleaned_data'", message(facts))
    if asked is None or asked.attr != "cleaned_data" or told is None or not _uses_django(facts):
        return None
    if not _is_form(facts, told[1]):
        return None
    return Diagnosis(Kind.DJANGO_CLEANED, (place.shown(facts, asked.value), facts.line))


def _is_form(facts: Facts, name: str) -> bool:
    """And no request or view, which are asked for it by mistake."""
    bases = [
        ast.unparse(base)
        for made in place.every(facts, ast.ClassDef)
        for base in made.bases
        if made.name == name
    ]
    return any(each.endswith("Form") for each in bases or [name])


def _uses_django(facts: Facts) -> bool:
    for node in place.every(facts, ast.AST):
        match node:
            case ast.Import(names=names) if any(e.name.split(".")[0] == "django" for e in names):
                return True
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == "django":
                return True
    return False


def form_fields(facts: Facts) -> Diagnosis | None:
    told = re.search(
        r"Creating a ModelForm without either .* is prohibited; form (\w+) needs", message(facts)
    )
    if told is None or not is_by(facts, "django", "ImproperlyConfigured"):
        return None
    return Diagnosis(Kind.DJANGO_FORM_FIELDS, (told[1],))


# -- a script of one file


def setup_late(facts: Facts) -> Diagnosis | None:
    """`from shop.models import Product` above django.setup()"""
    is_early = is_by(facts, "django", "AppRegistryNotReady") or (
        is_by(facts, "django", "ImproperlyConfigured")
        and "settings are not configured" in message(facts)
    )
    match facts.told.get("loading"), facts.told.get("loading_at"):
        case [str(script), *_], [int(line), *_] if is_early:
            tree = tree_at(facts, Path(script))
        case _:
            return None
    body = tree.body if tree is not None else []
    imports = [e for e in body if isinstance(e, ast.Import | ast.ImportFrom)]
    below = [e.lineno for e in body if e.lineno > line and _sets_up(e)]
    above = [e for e in body if e.lineno < line and _sets_up(e)]
    is_told = any("DJANGO_SETTINGS_MODULE" in ast.unparse(e) for e in body) or any(
        "settings.configure(" in ast.unparse(e) for e in body
    )
    if above or not below or not is_told or not any(place.covers(e, line) for e in imports):
        return None
    return Diagnosis(Kind.DJANGO_SETUP_LATE, (line, below[0], Path(script).name))


def _sets_up(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and ast.unparse(node) in ("django.setup()", "setup()")


def setup(facts: Facts) -> Diagnosis | None:
    """The script has its settings, and django.setup() is nowhere."""
    if not is_by(facts, "django", "AppRegistryNotReady") or facts.function != "<module>":
        return None
    if not _is_one(facts):
        return None
    if _calls(facts, "setup"):
        return _set_up_below(facts)
    return Diagnosis(Kind.DJANGO_SETUP, (facts.line,))


def _set_up_below(facts: Facts) -> Diagnosis | None:
    """It stands below the line that needs it, and what gives the settings above."""
    tree = place.tree_of(facts)
    calls = list(place.every(facts, ast.Call))
    setups = [each for each in calls if ast.unparse(each.func) == "django.setup"]
    lines = [
        each.lineno
        for each in (tree.body if tree is not None else ())
        if isinstance(each, ast.Expr) and each.value in setups
    ]
    given = [each.lineno for each in calls if ast.unparse(each.func) == "settings.configure"] + [
        each.lineno
        for each in place.every(facts, ast.Constant)
        if each.value == "DJANGO_SETTINGS_MODULE"
    ]
    if len(lines) != 1 or len(setups) != 1 or len(given) != 1:
        return None
    if not given[0] < facts.line < lines[0]:
        return None
    return Diagnosis(Kind.DJANGO_SETUP_BELOW, (facts.line, lines[0], given[0]))


def _is_one(facts: Facts) -> bool:
    """All of the site is in this file, or it says itself where its settings are."""
    is_told = any(
        node.value == "DJANGO_SETTINGS_MODULE" for node in place.every(facts, ast.Constant)
    )
    return is_told or _calls(facts, "configure")


def _calls(facts: Facts, name: str) -> bool:
    return any(
        isinstance(node.func, ast.Attribute) and node.func.attr == name
        for node in place.every(facts, ast.Call)
    )


def app_label(facts: Facts) -> Diagnosis | None:
    told = re.match(
        r"Model class __main__\.(\w+) doesn't declare an explicit app_label", message(facts)
    )
    if told is None or not is_by(facts, "django", "RuntimeError") or not _is_one(facts):
        return None
    return Diagnosis(Kind.DJANGO_APP_LABEL, (told[1],))


def table(facts: Facts) -> Diagnosis | None:
    """Of a model of this file: there is no manage.py that could make it."""
    told = re.fullmatch(r"no such table: (\w+)", message(facts))
    if told is None or not is_by(facts, "django", "OperationalError"):
        return None
    if not _calls(facts, "configure"):
        return None
    for node in place.every(facts, ast.ClassDef):
        if told[1].endswith(f"_{node.name.lower()}") and node.bases:
            return Diagnosis(Kind.DJANGO_TABLE_MADE, (told[1], node.name))
    return None


# -- models


def on_delete(facts: Facts) -> Diagnosis | None:
    is_said = message(facts).endswith(
        "__init__() missing 1 required positional argument: 'on_delete'"
    )
    call = called(facts, "ForeignKey", "OneToOneField")
    if not is_said or call is None or not call.args or not facts.is_innermost:
        return None
    function, given = place.shown(facts, call.func), [place.shown(facts, e) for e in call.args]
    owner = function.rpartition(".")[0]
    cascade = f"{owner}.CASCADE" if owner else "models.CASCADE"
    instead = f"{function}({', '.join(given)}, on_delete={cascade}"
    more = "".join(f", {place.shown(facts, e)}" for e in call.keywords)
    return Diagnosis(Kind.DJANGO_ON_DELETE, (f"{instead}{more})",))


def near_field(facts: Facts) -> Diagnosis | None:
    """What a field's name begins with, or what begins with it."""
    told = re.match(
        r"Cannot resolve keyword '(\w+)' into field\. Choices are: (.+)", message(facts)
    )
    if told is None or not is_by(facts, "django", "FieldError"):
        return None
    near = _by_part(told[1], re.findall(r"\w+", told[2]))
    return Diagnosis(Kind.DJANGO_FIELD, (told[1], near)) if near else None


def _by_part(name: str, among: list[str]) -> str:
    found = [
        each
        for each in among
        if each != name
        and min(len(each), len(name)) >= _SHORTEST_PART
        and (
            each.startswith(f"{name}_") or name.startswith(f"{each}_") or each.endswith(f"_{name}")
        )
    ]
    return found[0] if len(found) == 1 else ""


def reverse(facts: Facts) -> Diagnosis | None:
    """Of the addresses that are named in the same file."""
    told = re.match(
        r"Reverse for '([\w:-]+)' not found\. '[\w:-]+' is not a valid view", message(facts)
    )
    if told is None or not is_by(facts, "django", "NoReverseMatch"):
        return None
    names = [
        each.value.value
        for call in place.every(facts, ast.Call)
        for each in call.keywords
        if each.arg == "name" and isinstance(each.value, ast.Constant)
        if isinstance(each.value.value, str)
    ]
    near = nearest(told[1], names)
    return Diagnosis(Kind.DJANGO_REVERSE_NEAR, (told[1], near)) if near else None


def number(facts: Facts) -> Diagnosis | None:
    told = re.match(r"Field '(\w+)' expected a number but got (.{1,60})\.$", message(facts))
    if told is None or not is_by(facts, "django", "ValueError", "TypeError"):
        return None
    return Diagnosis(Kind.DJANGO_NUMBER, (told[1], told[2]))


def assigned(facts: Facts) -> Diagnosis | None:
    told = re.match(
        r"Cannot assign \"(.{1,60})\": \"([\w.]+)\" must be an? \"(\w+)\" instance", message(facts)
    )
    if told is None or not is_by(facts, "django", "ValueError"):
        return None
    if "AnonymousUser" in told[1]:  # nobody is logged in, and no object is to be asked for
        return None
    return Diagnosis(Kind.DJANGO_ASSIGNED, (told[2], told[3], told[1]))


_OPTIONS = (
    "max_length min_length max_value min_value required label initial widget help_text null blank"
    " default choices unique verbose_name related_name on_delete upload_to max_digits"
    " decimal_places auto_now auto_now_add primary_key db_index editable validators"
).split()


def field_option(facts: Facts) -> Diagnosis | None:
    """CharField(max_lenght=40), which is said of a class below it."""
    told = re.match(
        r"(?:\w+\.)?__init__\(\) got an unexpected keyword argument '(\w+)'", message(facts)
    )
    if told is None or not is_by(facts, "django", "TypeError"):
        return None
    is_of_others = told[1] in _OPTIONS
    near = "" if is_of_others else nearest(told[1], _OPTIONS)
    for node in place.in_statement(facts) if near or is_of_others else ():
        if isinstance(node, ast.Call) and any(each.arg == told[1] for each in node.keywords):
            function = f"{place.shown(facts, node.func)}()"
            if near:
                return Diagnosis(Kind.NEAR_KEYWORD, (function, told[1], near))
            return Diagnosis(Kind.UNKNOWN_KEYWORD, (function, told[1]))
    return None


# -- views


def request(facts: Facts) -> Diagnosis | None:
    """A view without a parameter."""
    told = re.match(r"(\w+)\(\) takes 0 positional arguments but 1 was given", message(facts))
    if (
        told is None
        or not is_by(facts, "django", "TypeError")
        or len(functions(facts, told[1])) > 1
    ):
        return None
    return Diagnosis(Kind.DJANGO_REQUEST, (told[1],))


def view_called(facts: Facts) -> Diagnosis | None:
    """path("", index())"""
    told = re.match(r"(\w+)\(\) missing 1 required positional argument: 'request'$", message(facts))
    if told is None or not facts.is_innermost:
        return None
    for node in place.in_statement(facts):
        match node:
            case ast.Call(
                func=ast.Name(id="path" | "re_path" | "url"),
                args=[_, ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)), *_],
            ) if name == told[1]:
                return Diagnosis(Kind.DJANGO_VIEW_CALLED, (node.lineno,))
    return None


# -- several rows where one is meant


_QUERIES = ("QuerySet", "Query", "ScalarResult", "BaseQuery")


def several(facts: Facts) -> Diagnosis | None:
    """`Pupil.objects.filter(...).grade`"""
    asked = place.only(facts, ast.Attribute)
    told = re.match(r"'(\w+)' object has no attribute '(\w+)'", message(facts))
    if asked is None or told is None or told[1] not in _QUERIES or told[2] != asked.attr:
        return None
    names, _answers = facts.told.get("attributes", ([], True))
    if nearest(asked.attr, names) or place.is_called(facts, asked):
        return None
    what = place.shown(facts, asked.value)
    if asked.attr in ("length", "size", "len"):
        instead = f"{what}.count()" if told[1] != "ScalarResult" else f"len({what}.all())"
        return Diagnosis(Kind.OTHER_ATTRIBUTE, (told[1], asked.attr, instead))
    return Diagnosis(Kind.ROWS_SEVERAL, (what, asked.attr))


def of_class(facts: Facts) -> Diagnosis | None:
    """`Movie.object`, of a class whose maker is Django or SQLAlchemy."""
    told = re.match(r"type object '(\w+)' has no attribute '(\w+)'", message(facts))
    classes = [e for e in place.every(facts, ast.ClassDef) if told and e.name == told[1]]
    if told is None or len(classes) != 1:
        return None
    names = ["objects"] if _is_model(classes[0]) else []
    for node in classes[0].body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                names.append(name)
    near = nearest(told[2], names)
    return Diagnosis(Kind.NEAR_ATTRIBUTE, (told[1], told[2], near)) if near else None


def _is_model(made: ast.ClassDef) -> bool:
    return any(ast.unparse(each).endswith("Model") for each in made.bases)


ALL = (
    template_part,
    form_fields,
    setup_late,
    setup,
    app_label,
    table,
    near_field,
    reverse,
    number,
    assigned,
    request,
    field_option,
)
"""What is asked where it did not happen in the user's own line; in this order."""
