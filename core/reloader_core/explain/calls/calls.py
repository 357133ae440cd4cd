"""What is called and is no function, and arguments that are not those of the function. Pure."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.calls import groups, misuse, wrapped
from reloader_core.explain.causes import lapses, objects, slipped
from reloader_core.explain.evidence import other_files, place, scope
from reloader_core.explain.evidence.facts import Facts, Signature, Value
from reloader_core.explain.evidence.near import nearest
from reloader_core.explain.evidence.said_by import package_of
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import programs

_ARGUMENTS_SAID = (  # 3.10 says the class's name as well; all versions from 3.8 on
    re.compile(r"(?P<name>[\w.<>]+)\(\) (?:missing \d+ required|takes |got )"),
)
_MISSING = re.compile(r"missing \d+ required positional arguments?: (.*)")
_NAMED = re.compile(r"'(\w+)'")


# -- arguments


def arguments(facts: Facts) -> Diagnosis | None:
    """They are counted in the text, and compared with the function's own."""
    said = _ARGUMENTS_SAID[0].match(facts.message)
    if said is None:
        return None
    name = said["name"].rpartition(".")[2]
    if name == "__new__":
        return _of_new(facts)
    if name.startswith("__") and "takes 0 positional arguments" in facts.message:
        if (line := _without_self(facts, name)) is not None:
            return Diagnosis(Kind.MISSING_SELF, (name, line))
    calls = [
        (call, signature)
        for call in place.candidates(facts, ast.Call)
        if (signature := _signature(facts, call, name)) is not None
    ]
    if not calls:
        return _by_message(facts, name)
    if len(calls) != 1:
        return None
    call, signature = calls[0]
    if (slip := _slip(facts, call, name)) is not None:
        return slip
    if isinstance(call.func, ast.Attribute) and _is_class(facts, call.func.value):
        is_lost = "missing 1 required positional argument: 'self'" in facts.message
        is_lost = is_lost or _lacks_object(facts, call, signature)
        return _without_object(facts, call, name) if is_lost else _by_message(facts, name)
    found = place.value_named(facts, call.func)
    is_class = found is not None and found.value.type == "type"
    is_told = not is_class and signature.name != "<lambda>"
    shown = signature.name if is_told else place.shown(facts, call.func)
    given = len(call.args) if place.is_by_place(call) else _given_said(facts, call)
    judged = objects.self_taken(facts, signature, given) if given is not None else None
    judged = judged or _compared(call, signature, f"{shown}()")
    if judged is None or not _agrees(judged, facts.message):
        return _by_message(facts, name)
    if not is_class and judged.kind is Kind.TOO_MANY and _is_of_others(facts, signature):
        return Diagnosis(Kind.BUILTIN_TOO_MANY, judged.values)
    written = _of_class_text(facts, call, judged) if is_class else None
    if written is not None:
        return written
    grouped = groups.given(facts, call, signature, judged)
    return grouped or groups.there(facts, call, signature, judged) or judged


def _is_of_others(facts: Facts, signature: Signature) -> bool:
    """Of a package or a module of Python's, so that it cannot be given more parameters."""
    if package_of(signature.file):
        return True
    folder = facts.told.get("script_folder") or (facts.file.parent if facts.file else "")
    is_away = bool(folder) and not Path(folder, signature.file).is_relative_to(folder)
    return is_away and Path(signature.file).stem in place.standard_modules()


def _of_class_text(facts: Facts, call: ast.Call, judged: Diagnosis) -> Diagnosis | None:
    """How the class is written tells why it takes something else."""
    title = place.shown(facts, call.func)
    if (near := misuse.near_init(facts, title)) is not None:
        return near
    match judged.kind, judged.values:
        case Kind.TOO_MANY, _:
            return slipped.fields_untyped(facts, title)
        case ((Kind.UNKNOWN_KEYWORD | Kind.NEAR_KEYWORD), (_, str(keyword), *_)):
            return slipped.fields_untyped(facts, title, keyword)
    return None


def _is_class(facts: Facts, owner: ast.expr) -> bool:
    found = place.value_named(facts, owner)
    return found is not None and found.value.type == "type"


def _without_object(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    """`Dog.bark()`: the class stands where one of its objects is needed."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    if (unmade := slipped.class_for_object(facts, owner)) is not None:
        return unmade
    if (there := slipped.object_there(facts, call, f"{name}()")) is not None:
        return there
    if (static := lapses.static_forgotten(facts, call, name)) is not None:
        return static
    if (own := slipped.own_object(facts, call)) is not None:
        return own
    what, value = place.shown(facts, owner), place.known(facts, owner)
    title = what
    if value is not None and value.details and not isinstance(owner, ast.Name):
        title = str(value.details[0])
    made = objects.made(facts, value or Value("type"), title)
    return Diagnosis(Kind.CLASS_NOT_CALLED, (what, f"{name}()", made))


def _of_new(facts: Facts) -> Diagnosis | None:
    """City("Oslo"), of a named tuple"""
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if place.type_of(facts, call.func) == "type"
    ]
    missing = _MISSING.search(facts.message)
    counts = re.search(r"takes (\d+) positional arguments but (\d+) were given", facts.message)
    if len(calls) != 1:
        return None
    shown = f"{place.shown(facts, calls[0].func)}()"
    if missing is not None:
        return Diagnosis(Kind.TOO_FEW, (shown, ", ".join(_NAMED.findall(missing[1]))))
    if counts is not None:
        return Diagnosis(Kind.TOO_MANY, (shown, int(counts[1]) - 1, int(counts[2]) - 1))
    return None


def _given_said(facts: Facts, call: ast.Call) -> int | None:
    """By *values, as Python has counted them, without the object."""
    said = re.search(r" but (\d+) (?:was|were) given$", facts.message)
    is_plain = all(each.arg is not None for each in call.keywords)
    return int(said[1]) - 1 if said is not None and is_plain else None


def _slip(facts: Facts, call: ast.Call, name: str) -> Diagnosis | None:
    if " missing " in facts.message:
        return slipped.called_among(facts, call) or slipped.missing(facts, call, name)
    return slipped.too_many(facts, call, name)


def _without_self(facts: Facts, name: str) -> int | None:
    """The line of the only method of this name that has no parameter: Python itself calls it."""
    found = [
        method
        for cls in place.every(facts, ast.ClassDef)
        for method in objects.methods(cls)
        if method.name == name and not method.decorator_list
    ]
    lacking = [each for each in found if ast.unparse(each.args) == ""]
    return lacking[0].lineno if len(lacking) == 1 else None


def _by_message(facts: Facts, name: str) -> Diagnosis | None:
    """Of a function that is not the script's own, or not known: what Python itself says of it."""
    call = place.called(facts, name)
    said = _MISSING.search(facts.message)
    keyword = re.search(r"got an unexpected keyword argument '(\w+)'", facts.message)
    if call is None:
        return _of_class(facts) if name == "__init__" else None
    if (slip := _slip(facts, call, name)) is not None:
        return slip
    shown = f"{place.shown(facts, call.func)}()"
    if said is not None:
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        missing = _NAMED.findall(said[1])
        if owner is not None and place.type_of(facts, owner) == "type":
            if _takes_object(facts, call, name, missing):
                return _without_object(facts, call, name)
        if owner is not None and not place.type_of(facts, owner):
            if (unmade := slipped.class_for_object(facts, owner)) is not None:
                return unmade
            if isinstance(owner, ast.Name) or missing[:1] == ["self"]:
                return None  # it may be a class, which takes the first value for its object
        return Diagnosis(Kind.TOO_FEW, (shown, ", ".join(missing))) if missing else None
    if keyword is not None and keyword[1] in [each.arg for each in call.keywords]:
        if wrapped.has_parameter(facts, name, keyword[1]):
            return None
        return Diagnosis(Kind.UNKNOWN_KEYWORD, (shown, keyword[1]))
    return None


def _of_class(facts: Facts) -> Diagnosis | None:
    """`requests.Request(header=...)`, of which the message says the class, from 3.10 on."""
    said = re.fullmatch(
        r"(?:\w+\.)*(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'"
        r"(?:\. Did you mean '(\w+)'\?)?",  # the newest say it themselves
        facts.message,
    )
    call = place.called(facts, said[1]) if said is not None else None
    if said is None or call is None or said[2] not in [each.arg for each in call.keywords]:
        return None
    shown = f"{place.shown(facts, call.func)}()"
    if said[3]:
        return Diagnosis(Kind.NEAR_KEYWORD, (shown, said[2], said[3]))
    return Diagnosis(Kind.UNKNOWN_KEYWORD, (shown, said[2]))


def _takes_object(facts: Facts, call: ast.Call, name: str, missing: list[str]) -> bool:
    """What the method lacks, asked of the class, is an object to work on: what stands first in
    the brackets is none. A @staticmethod may as well lack another value."""
    if len(missing) != 1:
        return False
    if any(not objects.takes_self(each) for each in _methods(facts, call, name)):
        return False
    if not call.args:
        return missing[0] in objects.SELVES
    first = place.type_of(facts, call.args[0])
    return first in ("int", "float", "str", "bool")


def _methods(facts: Facts, call: ast.Call, name: str) -> list[scope.Function]:
    """Those of this name in the file, or in that of the class that is asked."""
    own = objects.methods_named(facts, name)
    value = place.known(facts, call.func.value) if isinstance(call.func, ast.Attribute) else None
    signature = value.signature if value is not None else None
    if own or value is None or signature is None:
        return own
    tree = other_files.tree_beside(facts, Path(signature.file))
    return [
        method
        for cls in (ast.walk(tree) if tree is not None else ())
        if isinstance(cls, ast.ClassDef) and cls.name == value.details[0]
        for method in objects.methods(cls)
        if method.name == name
    ]


def invalid_keyword(facts: Facts) -> Diagnosis | None:
    """What print() and others say."""
    said = re.fullmatch(
        r"'(\w+)' is an invalid keyword argument for (?:this function|(\w+)\(\))", facts.message
    ) or re.fullmatch(r"(?:\w+\(\) )got an unexpected keyword argument '(\w+)'()", facts.message)
    calls = [
        call
        for call in place.candidates(facts, ast.Call)
        if said is not None and said[1] in [each.arg for each in call.keywords]
    ]
    if said is None or len(calls) != 1:
        return None
    if wrapped.has_parameter(facts, place.name_called(calls[0]), said[1]):
        return None
    shown = f"{place.shown(facts, calls[0].func)}()"
    return Diagnosis(Kind.UNKNOWN_KEYWORD, (shown, said[1]))


def _lacks_object(facts: Facts, call: ast.Call, signature: Signature) -> bool:
    """All are given that the method needs, and the first was taken for the object."""
    names = signature.parameters
    if not names or call.keywords or signature.defaults or len(call.args) != len(names):
        return False
    if signature.first not in objects.SELVES:
        return False
    return f"missing 1 required positional argument: {names[-1]!r}" in facts.message


def one_taken(facts: Facts) -> Diagnosis | None:
    """A method of Python's own that takes just one."""
    if (pair := programs.address_pair(facts)) is not None:
        return pair
    said = re.fullmatch(
        r"(?:\w+\.)?(\w+)\(\) takes exactly one argument \((\d+) given\)", facts.message
    )
    names = [
        call.func.attr
        for call in place.candidates(facts, ast.Call)
        if isinstance(call.func, ast.Attribute) and len(call.args) > 1
    ]
    if said is None or names != [said[1]]:
        return None
    return Diagnosis(Kind.BUILTIN_TOO_MANY, (f"{said[1]}()", 1, int(said[2])))


_AGREES = {
    Kind.TOO_FEW: " missing ",
    Kind.TOO_MANY: " takes ",
    Kind.SELF_TAKEN: " takes ",
    Kind.MISSING_SELF: "takes 0 positional arguments",
    Kind.UNKNOWN_KEYWORD: "unexpected keyword argument",
    Kind.NEAR_KEYWORD: "unexpected keyword argument",
}
"""What Python says as well, in all versions from 3.8 on."""
_COUNTED = re.compile(r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) w")


def _agrees(judged: Diagnosis, message: str) -> bool:
    """Python speaks of the same names and numbers: another function may have the name of one of
    the script's methods, as json.dump()."""
    if _AGREES[judged.kind] not in message:
        return False
    match judged.kind, judged.values:
        case Kind.TOO_FEW, (_, str(missing)):
            said = _MISSING.search(message)
            return said is None or _NAMED.findall(said[1]) == missing.split(", ")
        case Kind.TOO_MANY, (_, int(takes), int(given)):
            counts = _COUNTED.search(message)
            return counts is None or int(counts[1]) - takes == int(counts[2]) - given
        case ((Kind.UNKNOWN_KEYWORD | Kind.NEAR_KEYWORD), (_, str(keyword), *_)):
            return f"'{keyword}'" in message
    return True


def _signature(facts: Facts, call: ast.Call, name: str) -> Signature | None:
    """Of the function, if it is known and the message speaks of it."""
    found = place.value_named(facts, call.func)
    if found is not None:
        signature = found.value.signature
        is_meant = signature is not None and signature.name == name
        return signature if is_meant else None
    if isinstance(call.func, ast.Attribute) and call.func.attr == name:
        return own_method(facts, name)
    return None


def own_method(facts: Facts, name: str) -> Signature | None:
    """The one function of this name in a class of this file."""
    tree = place.tree_of(facts)
    found = (
        [
            node
            for cls in ast.walk(tree)
            if isinstance(cls, ast.ClassDef)
            for node in cls.body
            if isinstance(node, ast.FunctionDef) and node.name == name
        ]
        if tree is not None
        else []
    )
    if len(found) != 1 or found[0].decorator_list:
        return None
    function = found[0].args
    names = tuple(each.arg for each in (*function.posonlyargs, *function.args))
    takes_any = bool(function.vararg or function.kwarg)
    file = str(facts.file)
    count = len(function.defaults)
    signature = Signature(
        name, file, found[0].lineno, names, count, len(function.kwonlyargs), takes_any
    )
    return signature.bound()


def _compared(call: ast.Call, signature: Signature, shown: str) -> Diagnosis | None:
    keywords = [each.arg for each in call.keywords]
    has_star = any(isinstance(each, ast.Starred) for each in call.args) or None in keywords
    if has_star or signature.takes_any or signature.keyword_only:
        return None
    given, parameters = len(call.args), signature.parameters
    if isinstance(call.func, ast.Attribute) and signature.has_no_self:
        return Diagnosis(Kind.MISSING_SELF, (signature.name, signature.line))
    for each in keywords:
        if each is not None and each not in parameters:
            left = [name for name in parameters[given:] if name not in keywords]
            if near := nearest(each, left):
                return Diagnosis(Kind.NEAR_KEYWORD, (shown, each, near))
            return Diagnosis(Kind.UNKNOWN_KEYWORD, (shown, each))
    if given > len(parameters):
        return Diagnosis(Kind.TOO_MANY, (shown, len(parameters), given))
    needed = parameters[: len(parameters) - signature.defaults]
    missing = [each for each in needed[given:] if each not in keywords]
    if missing:
        return Diagnosis(Kind.TOO_FEW, (shown, ", ".join(missing)))
    return None
