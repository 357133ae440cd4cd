"""The name of a file without its folder, as os.listdir() gives it: where the folder is to be put
before it.

Asks the disk which files are there, as files.py.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from reloader_core.explain.causes import entries, folders, listed_texts, sources
from reloader_core.explain.causes.entries import Entry
from reloader_core.explain.causes.listings import Listing
from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.files import among
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_OF_OS = frozenset("remove unlink rmdir stat rename renames replace listdir walk scandir".split())
_OF_SHUTIL = frozenset("copy copy2 copyfile move rmtree".split())
_OF_OTHERS = frozenset(
    "open getsize getmtime getctime isfile isdir exists read_csv read_excel read_json imread"
    " loadtxt Path ZipFile".split()
)
_BY_KEY = ("getsize", "getmtime", "getctime", "stat")


def name(facts: Facts, named: str) -> Diagnosis | None:
    """`for name in os.listdir(texts): open(name)`, and it is there in that folder."""
    if Path(named).is_absolute() or Path(named).name != named:
        return None
    if (sorted_ := _by_key(facts, named)) is not None:
        return sorted_
    if (entry := among.entry_of(facts, named, is_bare=True)) is None:
        return None
    if isinstance(entry.item, ast.Attribute):
        return _of_object(facts, entry, named)
    where = _folder(facts, entry.listing, entry.home, named, is_here=entry.call is None)
    if not entry.listing.is_bare or not where:
        return None
    function = f"{place.shown(facts, entry.listing.call.func)}()"
    if entry.call is not None:
        return _passed(facts, entry, named, function, where)
    return _here(facts, entry, named, function, where)


def _folder(
    facts: Facts, listing: Listing, home: ast.AST, named: str, *, is_here: bool = True
) -> str:
    """As it can be written in this function or module; '' if it cannot, or if it is not known to
    be that one."""
    text = among.folder_text(facts, listing, is_here=is_here)
    if listing.root:
        return "" if listing.is_folders and _is_there(facts, named) else listing.root
    if listing.folder is None or text is None or not _is_there(facts, text, named):
        return ""
    tree = place.tree_of(facts)
    if tree is None or not _is_written(tree, listing.folder, listing.home, home):
        return ""
    shown = place.in_full(facts, listing.folder)
    return "" if "..." in shown else shown


def _is_there(facts: Facts, *parts: str) -> bool:
    try:
        return Path(facts.told.get("folder", ""), *parts).exists()
    except (OSError, ValueError):
        return False


def _is_written(tree: ast.Module, node: ast.expr, home: ast.AST, other: ast.AST) -> bool:
    """What this means in one function, it means in the other, too."""
    if home is other:
        return True
    return not any(
        isinstance(each, ast.Name) and entries.is_own(tree, each.id, home, other)
        for each in ast.walk(node)
    )


def _here(facts: Facts, entry: Entry, named: str, function: str, where: str) -> Diagnosis | None:
    """In the loop itself, with the other lines that take the name for a file."""
    item = place.shown(facts, entry.item)
    instead = folders.with_folder(facts, where, item)
    uses = list(_uses(entry.loop.body if isinstance(entry.loop, ast.For) else [], item))
    if len(uses) > 1 and instead.startswith("os.path.join("):
        lines = ", ".join(map(str, dict.fromkeys(each.lineno for each in uses)))
        return Diagnosis(Kind.LISTED_LINES, (named, function, item, lines, instead))
    return Diagnosis(Kind.LISTED_NAME, (named, function, instead))


def _uses(block: list[ast.stmt], name_: str) -> Iterator[ast.Name]:
    """Where it is given to what takes a path."""
    for part in block:
        for call in ast.walk(part):
            match call:
                case ast.Call(args=[ast.Name(id=found) as used, *_]) if found == name_:
                    if _takes_path(call):
                        yield used


def _takes_path(call: ast.Call) -> bool:
    """And is no method of a list or text."""
    called = place.name_called(call)
    match call.func:
        case ast.Attribute(value=owner):
            is_of_os = place.is_name(owner, "os") and called in _OF_OS
            return is_of_os or place.is_name(owner, "shutil") or called in _OF_OTHERS
    return called in _OF_OS | _OF_SHUTIL | _OF_OTHERS


def _passed(facts: Facts, entry: Entry, named: str, function: str, where: str) -> Diagnosis | None:
    """Given to a function, which uses it as a path alone; else the folder is put before it in that
    function."""
    parameter, tree, folder = (
        _only_parameter(facts, named),
        place.tree_of(facts),
        entry.listing.folder,
    )
    if not isinstance(entry.at, ast.Name) or parameter is None or tree is None or folder is None:
        return None
    around, uses = parameter
    paths, calls = list(_uses(around.body, uses[0].id)), sources.calls_of(facts, tree, around)
    is_known = _is_written(tree, folder, entry.listing.home, around)
    inside = folders.with_folder(facts, where, uses[0].id)
    if not inside.startswith("os.path.join("):  # a new name, which needs the folder, too
        if not is_known or len(calls) != 1:
            return None
        return Diagnosis(Kind.LISTED_PASSED, (named, function, facts.line, inside))
    if len(paths) == len(uses):
        return _where_called(facts, entry, named, function, where)
    if not is_known or len(calls) != 1 or len(paths) != 1:
        return None
    values = (named, function, uses[0].id, str(paths[0].lineno), inside)
    return Diagnosis(Kind.LISTED_LINES, values)


def _where_called(
    facts: Facts, entry: Entry, named: str, function: str, where: str
) -> Diagnosis | None:
    """Also where the loop itself takes the name for a file, or calls again."""
    call, given, loop = entry.call, entry.at, entry.loop
    if call is None or not isinstance(given, ast.Name) or call.lineno != call.end_lineno:
        return None
    joined = f"os.path.join({where}, {given.id})"
    block = loop.body if isinstance(loop, ast.For) else []
    lines = {each.lineno for each in _uses(block, given.id)} | {given.lineno}
    for each in (node for part in block for node in ast.walk(part)):
        match each:
            case ast.Call(args=args) if ast.unparse(each.func) == ast.unparse(call.func):
                lines |= {arg.lineno for arg in args if place.is_name(arg, given.id)}
    if len(lines) > 1:
        values = (named, function, given.id, ", ".join(map(str, sorted(lines))), joined)
        return Diagnosis(Kind.LISTED_LINES, values)
    instead = listed_texts.replaced(facts, call, given, joined)
    values_ = (named, function, call.lineno, instead)
    return Diagnosis(Kind.LISTED_PASSED, values_) if instead else None


def _only_parameter(facts: Facts, named: str) -> tuple[scope.Function, list[ast.Name]] | None:
    """The function that failed, and all uses of the parameter that it has failed with."""
    around = scope.function_around(facts)
    if around is None:
        return None
    for node in place.in_statement(facts):
        if isinstance(node, ast.Name) and node.id in scope.parameters(around):
            value = place.known(facts, node)
            if value is not None and value.text == named and not scope.bindings(around, node.id):
                uses = [
                    each
                    for each in ast.walk(around)
                    if isinstance(each, ast.Name) and each.id == node.id
                ]
                return around, uses
    return None


def _of_object(facts: Facts, entry: Entry, named: str) -> Diagnosis | None:
    """`open(path.name)`, of Path.iterdir() and os.scandir()."""
    item = entry.item
    if not isinstance(item, ast.Attribute) or item.attr != "name" or not entry.listing.gives_paths:
        return None
    if entry.call is not None or _is_there(facts, named):
        return None
    owner, what = place.shown(facts, item.value), place.shown(facts, item)
    instead = f"{owner}.path" if entry.listing.name == "scandir" else owner
    return Diagnosis(Kind.ENTRY_NAME, (named, what, item.lineno, instead))


def _by_key(facts: Facts, named: str) -> Diagnosis | None:
    """`sorted(os.listdir(folder), key=os.path.getmtime)`"""
    for call in place.in_statement(facts):
        match call:
            case ast.Call(keywords=[*_, ast.keyword(arg="key", value=ast.Attribute() as key)]):
                pass
            case _:
                continue
        over = call.args[0] if call.args else getattr(call.func, "value", None)
        if key.attr not in _BY_KEY or over is None or place.called(facts, "open") is not None:
            continue
        listing = entries.of_list(facts, over)
        home = scope.function_around(facts) or place.tree_of(facts)
        if listing is None or home is None or not listing.is_bare or listing.root:
            continue
        if not (where := _folder(facts, listing, home, named)):
            continue
        function = f"{place.shown(facts, listing.call.func)}()"
        shown = place.shown(facts, key)
        instead = f"key=lambda name: {shown}(os.path.join({where}, name))"
        return Diagnosis(Kind.LISTED_PASSED, (named, function, key.lineno, instead))
    return None
