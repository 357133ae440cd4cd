"""What another of the user's files or packages has, but not where it is asked for: in a file of the
package, in a class, below `if __name__ == "__main__"`, or left out by `import *`.

Reads these files, if they may be looked into.
"""

from __future__ import annotations

import ast
from pathlib import Path

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.other_files import tree_at, tree_beside
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_MOST_FILES = 40


def attribute(facts: Facts, node: ast.Attribute, title: str, file: str) -> Diagnosis | None:
    """`zoo.Lion`, of a module of the user's."""
    folder = _own_folder(facts, title, file)
    if folder is None:
        return _in_file(facts, node.attr, title, file)
    if _is_part(folder / node.attr):
        part = deepest(facts, node, folder)
        return Diagnosis(Kind.PART_NOT_IMPORTED, (title, part))
    held = _held(facts, folder, node.attr)
    if held is None:
        return None
    part = f"{title}.{held.stem}"
    values = (title, node.attr, f"{folder.name}/{held.name}", part, f"{part}.{node.attr}")
    return Diagnosis(Kind.HELD_BY_PART, values)


def deepest(facts: Facts, node: ast.Attribute, folder: Path) -> str:
    """The module that `xml.etree.ElementTree.parse` is in, behind `xml.`, whose folder this is."""
    part, path = node.attr, folder / node.attr
    outer = {id(each.value): each for each in place.every(facts, ast.Attribute)}
    while (above := outer.get(id(node))) is not None and _is_part(path / above.attr):
        part, path, node = f"{part}.{above.attr}", path / above.attr, above
    return part


def _is_part(path: Path) -> bool:
    try:
        return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()
    except (OSError, ValueError):
        return False


def name(facts: Facts, wanted: str, title: str, file: str) -> Diagnosis | None:
    """`from zoo import Lion`"""
    folder = _own_folder(facts, title, file)
    if folder is None:
        return _in_file(facts, wanted, title, file)
    held = _held(facts, folder, wanted)
    if held is None:
        return None
    instead = f"from {title}.{held.stem} import {wanted}"
    return Diagnosis(Kind.HELD_IMPORT, (title, wanted, f"{folder.name}/{held.name}", instead))


def _own_folder(facts: Facts, title: str, file: str) -> Path | None:
    """Of a package below the script's folder, with or without an __init__.py."""
    above = facts.told.get("script_folder", "")
    if not above or not all(each.isidentifier() for each in title.split(".")):
        return None
    folder = Path(above, *title.split("."))
    if file and Path(file) != folder / "__init__.py":
        return None
    try:
        return folder if folder.is_dir() else None
    except (OSError, ValueError):
        return None


def _held(facts: Facts, folder: Path, wanted: str) -> Path | None:
    """The one file in the folder that makes this name, as a function, a class or a value."""
    try:
        files = sorted(folder.glob("*.py"))[:_MOST_FILES]
    except (OSError, ValueError):
        return None
    found = []
    for each in files:
        tree = tree_at(facts, each) if each.name != "__init__.py" else None
        if tree is not None and wanted in _made(tree):
            found.append(each)
    return found[0] if len(found) == 1 else None


def _made(tree: ast.Module) -> set[str]:
    """The names that its own statements give a value, without what is imported."""
    return {each for each, _line in scope.names_of(tree)}


def _in_file(facts: Facts, wanted: str, title: str, file: str) -> Diagnosis | None:
    """A single file, which has the name inside of something."""
    folder = facts.told.get("script_folder", "")
    if not folder or not file or Path(folder) not in Path(file).parents:
        return None
    tree = tree_at(facts, Path(file))
    if tree is None:
        return None
    for each in tree.body:
        if is_for_own_run(each) and wanted in _made(ast.Module([each], [])):
            line = min(scope.bindings(ast.Module([each], []), wanted), default=each.lineno)
            return Diagnosis(Kind.ONLY_WHEN_RUN, (wanted, line, Path(file).name))
    classes = [
        each
        for each in tree.body
        if isinstance(each, ast.ClassDef)
        and any(isinstance(own, scope.Function) and own.name == wanted for own in each.body)
    ]
    if len(classes) != 1 or wanted in _made(tree):
        return None
    instead = f"from {title} import {classes[0].name}"
    return Diagnosis(Kind.METHOD_IN_MODULE, (wanted, classes[0].name, Path(file).name, instead))


def is_for_own_run(statement: ast.stmt) -> bool:
    match statement:
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()])):
            return True
    return False


def left_out(facts: Facts, tree: ast.Module, wanted: str) -> Diagnosis | None:
    """`from tools import *` brings no name that begins with _, and only those in __all__."""
    if facts.file is None:
        return None
    found = []
    for each in tree.body:
        match each:
            case ast.ImportFrom(module=str(module), names=[ast.alias(name="*")], level=0):
                other = tree_beside(facts, facts.file.parent / f"{module}.py")
                is_left = wanted.startswith("_") or other and scope.bindings(other, "__all__")
                if other is not None and is_left and wanted in _made(other):
                    found.append(module)
    if len(found) != 1:
        return None
    instead = f"from {found[0]} import {wanted}"
    return Diagnosis(Kind.STAR_LEFT_OUT, (wanted, f"{found[0]}.py", instead))


def beside(facts: Facts, top: str) -> Diagnosis | None:
    """`from app.storage import load`, in the folder app itself, which has a storage.py."""
    folder = facts.told.get("script_folder", "")
    match place.statement(facts):
        case ast.ImportFrom(module=str(module), names=names, level=0) if "." in module:
            part = module.removeprefix(f"{top}.")
            tree = tree_at(facts, Path(folder, *part.split(".")).with_suffix(".py"))
            wanted = {each.name for each in names} - {"*"}
            if not folder or tree is None or not wanted <= _made(tree):
                return None
            shown = ", ".join(
                f"{each.name} as {each.asname}" if each.asname else each.name for each in names
            )
            instead = f"from {part} import {shown}"
        case ast.ImportFrom(module=str(module), names=[ast.alias(name=part)], level=0):
            is_own = folder and Path(folder).name == module
            if not is_own or not _is_part(Path(folder, part)):
                return None
            instead = f"import {part}"
        case _:
            return None
    file = f"{part.replace('.', '/')}.py"
    return Diagnosis(Kind.MODULE_BESIDE, (top, file, instead))
