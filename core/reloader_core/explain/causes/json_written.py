"""What is written into a file of JSON as it stands: str() of it would write what is none. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts, Value
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_TYPES = ("dict", "list", "tuple", "collections.defaultdict", "Counter", "OrderedDict")
_PLAIN = ("str", "int", "float", "bool", "NoneType", "list", "dict", "tuple")


def of_handle(facts: Facts, call: ast.Call, kind: str) -> Diagnosis | None:
    """`file.write(scores)`, once for a file that was opened to be written anew."""
    match call.func, call.args:
        case ast.Attribute(value=ast.Name() as handle), [what]:
            opened = _opened(facts, handle)
        case _:
            return None
    if opened is None or not _is_plain(facts, what, kind) or _mode(opened) not in _ANEW:
        return None
    line = _read_in(facts, opened.args[0])
    if line == 0 and not _is_named_so(facts, opened.args[0]):
        return None
    if _is_written_more(facts, handle, opened):
        return None
    instead = f"json.dump({place.in_full(facts, what)}, {handle.id})"
    return _said(facts, what, kind, instead, line)


def of_path(facts: Facts, call: ast.Call, kind: str) -> Diagnosis | None:
    """`path.write_text(scores)`"""
    match call.func, call.args:
        case ast.Attribute(value=path), [what] if not call.keywords:
            pass
        case _:
            return None
    if not _is_plain(facts, what, kind) or not (_read_in(facts, path) or _is_named_so(facts, path)):
        return None
    written = f"json.dumps({place.in_full(facts, what)})"
    return _said(facts, what, kind, f"{place.operand(facts, path)}.write_text({written})")


def _said(facts: Facts, what: ast.expr, kind: str, instead: str, line: int = 0) -> Diagnosis | None:
    """`line`: in which the file is read as JSON, and which its writing has emptied."""
    if "..." in instead:
        return None
    shown = place.shown(facts, what)
    if line:
        return Diagnosis(Kind.JSON_READ_BACK, (shown, kind, line, instead))
    return Diagnosis(Kind.JSON_TO_WRITE, (shown, kind, instead))


def _is_plain(facts: Facts, what: ast.expr, kind: str) -> bool:
    """As far as it is told of, there is nothing in it that JSON does not know, nor a key that
    would become text."""
    value = place.known(facts, what)
    match value:
        case None | Value(details=()):
            return kind in _TYPES and isinstance(what, ast.List | ast.Dict)
        case Value(type="dict", details=(int(), [*pairs])):
            return all(key[0] == "str" and item[0] in _PLAIN for key, item in pairs)
        case Value(type="list" | "tuple", details=(int(), [*items])):
            return all(each[0] in _PLAIN for each in items)
    return False


# -- the file

_ANEW = ("w", "wt", "x", "w+")


def _mode(opened: ast.Call) -> str:
    """As it is written; '' if it is not."""
    given = [*opened.args[1:2], *(each.value for each in opened.keywords if each.arg == "mode")]
    match given:
        case [ast.Constant(value=str(mode))]:
            return mode
    return ""


def _opened(facts: Facts, handle: ast.Name) -> ast.Call | None:
    """The open(...) of which the `with` around the line, or the only line for it, has made it."""
    found: list[ast.expr] = []
    for block in place.every(facts, ast.With):
        for item in block.items if place.covers(block, facts.line) else ():
            if item.optional_vars is not None and place.is_name(item.optional_vars, handle.id):
                found.append(item.context_expr)
    if not found and (made := origin.value(facts, handle)) is not None:
        found = [made]
    match found:
        case [ast.Call(func=ast.Name(id="open"), args=[_, *_]) as opened]:
            return opened
    return None


def _is_written_more(facts: Facts, handle: ast.Name, opened: ast.Call) -> bool:
    """In a loop, or by another line: what is in the file is not this alone."""
    around: list[ast.AST] = [
        each
        for each in place.every(facts, ast.With)
        if any(item.context_expr is opened for item in each.items)
    ]
    if not around and (home := scope.function_around(facts) or place.tree_of(facts)) is not None:
        around = [home]
    used = [e for each in around for e in ast.walk(each) if place.is_name(e, handle.id)]
    loops = (each for each in place.every(facts, ast.AST) if isinstance(each, ast.For | ast.While))
    is_looped = any(
        place.covers(each, facts.line) and not place.covers(each, opened.lineno) for each in loops
    )
    writes = [
        each
        for each in place.every(facts, ast.Call)
        if isinstance(each.func, ast.Attribute)
        and each.func.attr in ("write", "writelines")
        and each.func.value in used
    ]
    return is_looped or len(writes) != 1


# -- how it is read


def _read_in(facts: Facts, file: ast.expr) -> int:
    """The line in which json reads what this file holds; 0 if there is none."""
    name = ast.unparse(file)
    for call in place.every(facts, ast.Call):
        for read in call.args[:1] if place.name_called(call) in ("load", "loads") else ():
            if _is_of_json(facts, call) and _file_of(facts, call, read) == name:
                return call.lineno
    return 0


def _is_of_json(facts: Facts, call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id="json")):
            return True
        case ast.Name(id=name):
            return any(
                each.module == "json" and any(part.name == name for part in each.names)
                for each in place.every(facts, ast.ImportFrom)
            )
    return False


def _file_of(facts: Facts, call: ast.Call, read: ast.expr) -> str:
    """Of json.load(file), json.loads(file.read()), json.loads(path.read_text()): as its name stands
    in the script; '' if it is not known."""
    match read:
        case ast.Call(func=ast.Attribute(value=path, attr="read_text")):
            return ast.unparse(path)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=handle), attr="read"), args=[]):
            pass
        case ast.Name(id=handle):
            pass
        case ast.Call(func=ast.Name(id="open"), args=[file, *_]):
            return ast.unparse(file)
        case _:
            return ""
    for block in place.every(facts, ast.With):
        for item in block.items if place.covers(block, call.lineno) else ():
            match item.context_expr, item.optional_vars:
                case ast.Call(func=ast.Name(id="open"), args=[file, *_]), ast.Name(id=name):
                    if name == handle:
                        return ast.unparse(file)
    for made in place.every(facts, ast.Assign):
        match made:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(func=ast.Name(id="open"), args=[file, *_]),
            ) if name == handle:
                if not _mode(made.value).startswith(("w", "a", "x")):  # type: ignore[arg-type]
                    return ast.unparse(file)
    return ""


def _is_named_so(facts: Facts, file: ast.expr) -> bool:
    """Its name ends with .json"""
    known = place.known(facts, file)
    made = origin.value(facts, file) if isinstance(file, ast.Name) else None
    texts = [known.text if known is not None else None]
    for each in (file, made):
        match each:
            case ast.Constant(value=str(text)) | ast.Call(args=[ast.Constant(value=str(text))]):
                texts.append(text)
            case ast.BinOp(op=ast.Div(), right=ast.Constant(value=str(text))):
                texts.append(text)
    return any(each is not None and each.lower().endswith(".json") for each in texts)
