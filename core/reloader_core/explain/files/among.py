"""A folder among the files that a loop goes through, and a file among the folders: what is to be
passed over, and where.

Asks the disk what is there, as files.py.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

from reloader_core.explain.causes import entries, listings
from reloader_core.explain.causes.entries import Entry
from reloader_core.explain.causes.listings import Listing
from reloader_core.explain.evidence import origin, place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_ASKS = ("isfile", "isdir", "is_file", "is_dir")


def folder(facts: Facts, named: str) -> Diagnosis | None:
    """`for name in os.listdir(): open(name)`, where one of them is a folder."""
    if (entry := entry_of(facts, named)) is None:
        return None
    if entry.listing.is_folders:
        return _of_folders(facts, entry, named)
    what = _asked(facts, entry, "file")
    if not what:
        return _weaker(facts, Kind.FOLDER_AMONG_SOME, entry, named, "file")
    if isinstance(entry.loop, ast.comprehension):
        return _in_comprehension(facts, Kind.FOLDER_AMONG_EACH, entry, named, what)
    if (checked := _checked_by_name(facts, entry, named)) is not None:
        return checked
    statement = _round_begins(facts, entry)
    if statement is None or _is_asked_already(entry):
        return _weaker(facts, Kind.FOLDER_AMONG_SOME, entry, named, "file")
    instead = f"if not {what}: continue"
    values = (named, entry.listing.call.lineno, statement.lineno, instead)
    return Diagnosis(Kind.FOLDER_AMONG, values)


def file(facts: Facts, named: str) -> Diagnosis | None:
    """`for name in os.listdir(): os.listdir(name)`, where one of them is a file."""
    entry = entry_of(facts, named)
    if entry is None or entry.listing.name == "walk":
        return None
    what = _asked(facts, entry, "dir")
    if not what:
        return _weaker(facts, Kind.FILE_AMONG_SOME, entry, named, "dir")
    if isinstance(entry.loop, ast.comprehension):
        return _in_comprehension(facts, Kind.FILE_AMONG_EACH, entry, named, what)
    statement = _round_begins(facts, entry)
    is_last = statement is not None and entry.loop.body[-1] is statement
    if statement is None or not is_last or _is_asked_already(entry):
        # What follows in the round may be meant for files as well.
        return _weaker(facts, Kind.FILE_AMONG_SOME, entry, named, "dir")
    instead = f"if not {what}: continue"
    values = (named, entry.listing.call.lineno, statement.lineno, instead)
    return Diagnosis(Kind.FILE_AMONG, values)


def given(facts: Facts, named: str) -> Diagnosis | None:
    """A folder that the script's text does not name: it was typed, or given from outside."""
    texts = [each.value for each in place.every(facts, ast.Constant)]
    parts = {named.strip("/\\"), Path(named).name}
    if facts.source is None or any(
        isinstance(each, str) and (each.strip("/\\") in parts or each.startswith(named))
        for each in texts
    ):
        return None
    match place.called(facts, "open"):
        case ast.Call(func=ast.Name(), args=[path, *_]) if listings.is_put_together(path):
            shown = place.in_full(facts, path)
            if "..." not in shown:
                return Diagnosis(Kind.FOLDER_GIVEN, (named, f"if os.path.isfile({shown}):"))
    return None


def entry_of(facts: Facts, named: str, *, is_bare: bool = False) -> Entry | None:
    """Where the loop has got it from, if only one can have given it. `is_bare`: nothing was put
    before it."""
    found = []
    for node in _used(facts):
        if _is_named(facts, node, named):
            found += [each for each in entries.of(facts, node) if _is_in(facts, each, named)]
    found = [each for each in found if each.is_alone or not is_bare]
    ways = {(id(e.loop), ast.dump(e.whole) if e.whole is not None else "") for e in found}
    return found[0] if len(ways) == 1 else None


def _used(facts: Facts) -> Iterator[ast.expr]:
    """What may be the path in the line that failed."""
    calls = place.candidates(facts, ast.Call)
    match place.statement(facts):
        case ast.For(iter=ast.Call() as over) if not calls:  # 3.11 names the whole loop
            calls = [over]
    for call in calls:
        yield from call.args
        yield from (each.value for each in call.keywords)
        if isinstance(call.func, ast.Attribute):
            yield call.func.value


def _is_named(facts: Facts, node: ast.expr, named: str) -> bool:
    """It is not known to be another path."""
    text = _text(facts, node)
    return text is None or os.path.normpath(text) == os.path.normpath(named)


def _text(facts: Facts, node: ast.expr) -> str | None:
    """Of a path that is put together of texts that are known."""
    match node:
        case ast.Call(func=ast.Attribute(attr="join"), args=[_, _, *_] as parts, keywords=[]):
            texts = [_text(facts, each) for each in parts]
            known = [each for each in texts if each is not None]
            return os.path.join(*known) if len(known) == len(texts) else None
    value = place.known(facts, node)
    return value.text if value is not None else None


def _is_in(facts: Facts, entry: Entry, named: str) -> bool:
    """It is there, as far as the folder's name is known."""
    where = folder_text(facts, entry.listing, is_here=entry.call is None)
    if where is None:
        return True
    try:
        return Path(facts.told.get("folder", ""), where, Path(named).name).exists()
    except (OSError, ValueError):
        return False


def folder_text(facts: Facts, listing: Listing, *, is_here: bool) -> str | None:
    """The name of the folder that is gone through; None if it is not known. `is_here`: in the
    function that failed."""
    where, tree = listing.folder, place.tree_of(facts)
    if where is None or tree is None:
        return None
    if (text := entries.constant(tree, listing.home, where)) is not None:
        return text
    found = place.value_named(facts, where)
    is_here = is_here and listing.home is scope.function_around(facts)
    is_global = listing.home is tree and found is not None and found.where == "global"
    value = place.known(facts, where) if is_here or is_global else None
    return value.text if value is not None else None


def _asked(facts: Facts, entry: Entry, kind: str) -> str:
    """`os.path.isfile(path)` and the like, as it can be written in the loop; '' if it cannot."""
    item = entry.item
    name = item.value if isinstance(item, ast.Attribute) else item
    is_name = isinstance(item, ast.Attribute) and item.attr == "name"
    if entry.listing.gives_paths and entry.is_alone and not is_name:
        return f"{place.shown(facts, name)}.is_{kind}()"
    if entry.whole is None or not listings.is_put_together(entry.whole):
        return ""
    shown = written(facts, entry.whole)
    if not shown or "..." in shown:
        return ""
    match entry.whole:
        case ast.BinOp(op=ast.Div()):
            return f"({shown}).is_{kind}()"
        case ast.Call(func=ast.Name(id="Path")):
            return f"{shown}.is_{kind}()"
    return f"os.path.is{kind}({shown})"


def written(facts: Facts, node: ast.expr) -> str:
    """As it stands in the script; what was put together of its parts, as Python writes it."""
    tree = place.tree_of(facts)
    if tree is not None and any(each is node for each in ast.walk(tree)):
        return place.in_full(facts, node)
    return ast.unparse(node)


def _in_comprehension(
    facts: Facts, kind: Kind, entry: Entry, named: str, what: str
) -> Diagnosis | None:
    loop = entry.loop
    if not isinstance(loop, ast.comprehension) or loop.is_async:
        return None
    parts = [place.in_full(facts, each) for each in (loop.target, loop.iter, *loop.ifs)]
    target, over, *tests = parts
    instead = " ".join([f"for {target} in {over}", *(f"if {each}" for each in tests), f"if {what}"])
    if "..." in instead:
        return None
    return Diagnosis(kind, (named, entry.listing.call.lineno, loop.target.lineno, instead))


def _round_begins(facts: Facts, entry: Entry) -> ast.stmt | None:
    """The statement of the loop's round that needs the path, if a line can be put above it and
    goes on with the next round of this loop from there."""
    block = entry.loop.body if isinstance(entry.loop, ast.For) else []
    while block:
        found = [each for each in block if any(node is entry.at for node in ast.walk(each))]
        if len(found) != 1 or not place.begins_line(facts, found[0]):
            return None
        inner = [
            part
            for part in origin.blocks(found[0])
            if any(node is entry.at for each in part for node in ast.walk(each))
        ]
        if not inner:
            return found[0]
        if isinstance(found[0], ast.For | ast.While | ast.FunctionDef | ast.ClassDef):
            return None
        block = inner[0]
    return None


def _of_folders(facts: Facts, entry: Entry, named: str) -> Diagnosis | None:
    """`for root, dirs, files in os.walk(folder): for name in dirs: open(...)`"""
    for walk in place.every(facts, ast.For):
        match walk, entry.loop:
            case (
                ast.For(target=ast.Tuple(elts=[_, ast.Name(id=dirs), ast.Name(id=files)])),
                ast.For(target=ast.Name(id=target), iter=ast.Name(id=over)),
            ) if walk.iter is entry.listing.call and over == dirs and files.strip("_"):
                values = (named, over, entry.loop.lineno, f"for {target} in {files}:")
                return Diagnosis(Kind.WALKED_FOLDERS, values)
    return None


def _checked_by_name(facts: Facts, entry: Entry, named: str) -> Diagnosis | None:
    """`if os.path.isdir(name): continue`, and the folder is put before the name only below."""
    if not isinstance(entry.loop, ast.For) or entry.is_alone or not entry.listing.is_bare:
        return None
    asked = [each for each in ast.walk(entry.loop) if _asks(each)]
    if len(asked) != 1 or not isinstance(entry.item, ast.Name):
        return None
    for test in entry.loop.body:
        match test:
            case ast.If(
                test=ast.Call(args=[ast.Name(id=name)]) as call, body=[ast.Continue()], orelse=[]
            ):
                pass
            case ast.If(
                test=ast.UnaryOp(op=ast.Not(), operand=ast.Call(args=[ast.Name(id=name)]) as call)
            ):
                if not any(each is entry.at for part in test.body for each in ast.walk(part)):
                    continue
            case _:
                continue
        if call not in asked or place.name_called(call) != "isdir" or name != entry.item.id:
            continue
        if (path := _path_above(facts, entry, test)) and test.lineno < entry.at.lineno:
            shown = place.shown(facts, call.func)
            values = (named, call.lineno, f"{shown}()", name, f"{shown}({path})")
            return Diagnosis(Kind.CHECKED_NAME, values)
    return None


def _asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and place.name_called(node) in _ASKS


def _path_above(facts: Facts, entry: Entry, test: ast.If) -> str:
    """The path as it can be written there; '' if it cannot."""
    whole = entry.whole
    made = [each for each in ast.walk(entry.loop) if isinstance(each, ast.Assign)]
    match whole:
        case ast.Name(id=path):
            values = [each.value for each in made if place.is_name(each.targets[0], path)]
            whole = values[0] if len(values) == 1 else None
    if whole is None or not listings.is_put_together(whole):
        return ""
    names = {each.id for each in ast.walk(whole) if isinstance(each, ast.Name)}
    is_set = any(place.is_name(each.targets[0], name) for each in made for name in names)
    shown = written(facts, whole)
    return "" if is_set or "..." in shown else shown


def _is_asked_already(entry: Entry) -> bool:
    """The loop tells files from folders, and perhaps the wrong way round."""
    return isinstance(entry.loop, ast.For) and any(map(_asks, ast.walk(entry.loop)))


def _weaker(facts: Facts, kind: Kind, entry: Entry, named: str, asked: str) -> Diagnosis | None:
    """Without the place, as the path is written in the line that failed."""
    nodes = [each for each in _used(facts) if entries.of(facts, each)]
    if len(nodes) != 1:
        return None
    shown = place.in_full(facts, nodes[0])
    if "..." in shown:
        return None
    values = (named, entry.listing.call.lineno, f"if os.path.is{asked}({shown}):")
    return Diagnosis(kind, values)
