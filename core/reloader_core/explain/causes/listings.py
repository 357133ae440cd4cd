"""What gives the names or paths in a folder, and which part of a path is such a one. Pure."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from reloader_core.explain.evidence import place

LISTS = ("listdir", "scandir", "iterdir", "glob", "iglob", "rglob")
SAME = ("sorted", "list", "tuple", "set", "reversed", "iter")
_NAMES_ONLY = ("listdir", "walk")


@dataclass(frozen=True, slots=True)
class Listing:
    """`call`: os.listdir(folder) and the like; `root`: the folder of what os.walk() gives."""

    call: ast.Call
    home: ast.AST
    """The function or module whose names the call is written with."""
    root: str = ""
    is_folders: bool = False
    """os.walk() has said so of each."""
    is_joined: bool = False
    """Each was put together with its folder since."""

    @property
    def name(self) -> str:
        return place.name_called(self.call)

    @property
    def is_bare(self) -> bool:
        """What it gives are names without their folder."""
        has_root = any(each.arg == "root_dir" for each in self.call.keywords)
        return not self.is_joined and (self.name in _NAMES_ONLY or has_root)

    @property
    def gives_paths(self) -> bool:
        """Objects that know themselves what they are, and no texts."""
        if self.is_joined or self.name not in ("scandir", "iterdir", "rglob", "glob"):
            return False
        return self.name != "glob" or not _is_of_glob(self.call.func)

    @property
    def folder(self) -> ast.expr | None:
        """As it is written; None of the one that the script runs in, of os.walk(), and where only
        a pattern says it."""
        for each in self.call.keywords:
            if each.arg in ("root_dir", "path"):
                return each.value
        is_of_os = self.name in ("listdir", "scandir")
        return self.call.args[0] if is_of_os and self.call.args else None


def _is_of_glob(func: ast.expr) -> bool:
    """The function of the module glob, and not the method of a Path."""
    return isinstance(func, ast.Name) or place.is_name(getattr(func, "value", func), "glob")


def last_part(node: ast.expr) -> tuple[ast.expr, bool]:
    """What stands at the end of a path that is put together, and whether that is all of it."""
    match node:
        case ast.Call(func=ast.Attribute(attr="join"), args=[_, *_, last], keywords=[]):
            return last_part(last)[0], False
        case ast.Call(func=ast.Attribute(attr="joinpath"), args=[*_, last], keywords=[]):
            return last_part(last)[0], False
        case ast.Call(func=func, args=[one], keywords=[]) if _is_same(func):
            return last_part(one)
        case ast.Call(func=func, args=[_, *_, last], keywords=[]) if _is_path(func):
            return last_part(last)[0], False
        case ast.BinOp(op=ast.Add() | ast.Div(), right=right):
            return last_part(right)[0], False
        case ast.JoinedStr(values=[ast.FormattedValue(value=only, format_spec=None)]):
            return last_part(only)
        case ast.JoinedStr(values=[*_, ast.FormattedValue(value=last, format_spec=None)]):
            return last_part(last)[0], False
    return node, True


def is_put_together(node: ast.expr) -> bool:
    """It can be written twice: nothing is called in it but what makes a path of its parts."""
    return not any(
        isinstance(each, ast.Call)
        and place.name_called(each) not in ("join", "joinpath")
        and not _is_same(each.func)
        or isinstance(each, ast.NamedExpr | ast.Await | ast.Yield)
        for each in ast.walk(node)
    )


def _is_path(func: ast.expr) -> bool:
    return place.last_name(func) in ("Path", "PurePath")


def _is_same(func: ast.expr) -> bool:
    """Path(name), str(path), os.path.abspath(name)"""
    return _is_path(func) or place.last_name(func) in ("str", "fspath", "abspath", "realpath")


def is_target(target: ast.expr, over: ast.expr, name: str) -> bool:
    """`for name in ...` and `for number, name in enumerate(...)`"""
    match target, over:
        case ast.Name(id=found), _:
            return found == name
        case ast.Tuple(elts=[_, ast.Name(id=found)]), ast.Call(func=ast.Name(id="enumerate")):
            return found == name
    return False


def is_same_list(node: ast.expr, name: str) -> bool:
    """sorted(names), and [each for each in names if ...]"""
    match node:
        case ast.Call(func=ast.Name(id=called), args=[ast.Name(id=of), *_]):
            return called in SAME and of == name
        case ast.ListComp(
            elt=ast.Name(id=elt),
            generators=[ast.comprehension(target=ast.Name(id=each), iter=ast.Name(id=of))],
        ):
            return elt == each and of == name
    return False


class Put(ast.NodeTransformer):
    """Other expressions in place of names."""

    def __init__(self, values: dict[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)
