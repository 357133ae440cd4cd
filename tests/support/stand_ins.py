"""Stand-ins for packages that the Pythons of the tests do not have: numpy, pandas, matplotlib and
the like. Everything in them can be called, indexed and calculated with, until the script does what
the case says that fails; then that is raised from where the package raises it.

A case's file `said` has one line of that, and may have one more for the exception before it:

    merge > pandas/core/frame.py > pandas/core/generic.py > KeyError('id')
    before ValueError('...')

First what fails: a function's or method's name, `[]`, `[]=`, `.name`, or an operator, in the
script's last line, or in that of its number as in `3 merge` (`[]#2`: the second one there). Then
the files of the package, and `C` where it is written in C, and so is in no traceback.

With RELOADER_REAL_PACKAGES set, the packages of that Python are tried in their place. Python 3.8+.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import sys
import types
from typing import Any

ROOTS = ("numpy", "pandas", "matplotlib", "mpl_toolkits", "seaborn", "sklearn", "scipy")
FOLDER = "/usr/lib/site-packages/"
"""Where their files are, as far as tracebacks tell."""
_MADE = {
    **dict.fromkeys(
        "DataFrame read_csv read_excel concat merge head copy pivot_table".split(), "DataFrame"
    ),
    **dict.fromkeys("Series to_datetime to_numeric".split(), "Series"),
    **dict.fromkeys("array zeros ones arange linspace empty full reshape".split(), "ndarray"),
    **dict.fromkeys("gca add_subplot".split(), "Axes"),
    "figure": "Figure",
    "groupby": "DataFrameGroupBy",
    "default_rng": "Generator",
    "floor": "float64",
}
"""Of which type is what these functions give."""
_HAS = {
    "numpy": "arange array mean zeros ones concatenate",
    "matplotlib.pyplot": "plot show title xlabel",
    "seaborn": "catplot lineplot",
}
_OPERATORS = {
    "+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "@": "__matmul__",
    "&": "__and__", "|": "__or__", ">": "__gt__", "<": "__lt__", "==": "__eq__",
    "+=": "__iadd__", "-=": "__isub__", "*=": "__imul__", "/=": "__itruediv__",
    "[]": "__getitem__", "bool": "__bool__", "int": "__int__", "float": "__float__",
    "index": "__index__", "iter": "__iter__", "~": "__invert__",
    "r&": "__rand__", "**": "__pow__", "()": "__call__",
}  # fmt: skip


class Said:
    """What fails in this case, and as what."""

    def __init__(self, text: str, script: str, lines: int) -> None:
        first, *rest = text.strip("\n").split("\n")
        what, *self.files, error = first.split(" > ")
        number, _, what = what.rpartition(" ")
        self.what, _, count = what.partition("#")
        self.left, self.line, self.script = int(count or 1), int(number or lines), script
        self.error = _exception(error)
        for each in rest:
            self.error.__cause__ = _exception(each.partition(" ")[2])

    def done(self, what: str) -> None:
        """By the script, if none of the stand-in's own lines is between."""
        frame = sys._getframe(2)
        while frame.f_code.co_filename == __file__ and frame.f_back is not None:
            frame = frame.f_back
        is_here = frame.f_code.co_filename == self.script and frame.f_lineno == self.line
        if what == self.what and is_here:
            self.left -= 1
            if not self.left:
                _raise_in([each for each in self.files if each != "C"], self.error)


def _exception(text: str) -> BaseException:
    """`pandas.errors.ParserError('...')`; numpy's own types put their words together themselves."""
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    module, _, name = text.partition("(")[0].rpartition(".")
    args = [ast.literal_eval(each) for each in call.args]
    kind: Any = getattr(__import__("builtins"), name, None) if not module else None
    if kind is None:
        kind = type(name, (ValueError,), {"__module__": module})
        if module.startswith("numpy."):
            said = args.pop()
            kind.__str__ = lambda self: said
    error: BaseException = kind(*args)
    return error


def _raise_in(files: list[str], error: BaseException) -> None:
    """Through functions of these files."""
    if not files:
        raise error
    names: dict[str, Any] = {"files": files[1:], "error": error, "go": _raise_in}
    text = "def f():\n    raise error" if len(files) == 1 else "def f():\n    go(files, error)"
    folder = "" if files[0].endswith((".pyx", ".pxi")) else FOLDER
    exec(compile(text, folder + files[0], "exec"), names)
    names["f"]()


def _made(what: str, args: tuple[Any, ...], said: Said) -> Any:
    if what == "apply" and callable(args[0]):
        args[0](thing("Series", said))
    if what == "subplots":
        return thing("Figure", said), thing("ndarray" if args else "Axes", said)
    return thing(
        what if what[:1].isupper() and what not in _MADE else _MADE.get(what, "Thing"), said
    )


def thing(name: str, said: Said) -> Any:
    """An object of a type of this name, of which nothing is known but that."""

    def find(self: Any, what: str) -> Any:
        if what[:2] == "__":
            raise AttributeError(what)
        said.done("." + what)
        return _function(what, said)

    def take(self: Any, key: Any) -> Any:
        said.done("[]")
        is_column = name in ("DataFrame", "DataFrameGroupBy") and type(key) is str
        return thing("Series" if is_column else name, said)

    def put(self: Any, key: Any, value: Any) -> None:
        said.done("[]=")

    def set_(self: Any, what: str, value: Any) -> None:
        said.done("." + what + "=")

    def count(self: Any) -> int:
        said.done("len")
        return 3

    names = {"__getattr__": find, "__len__": count, "__setitem__": put, "__setattr__": set_}
    for sign, method in _OPERATORS.items():
        if sign not in ("bool", "int", "float", "index", "iter") or said.what == sign:
            names[method] = _operation(sign, name, said)
    names["__radd__"] = names["__add__"]
    names["__getitem__"] = take
    return type(name, (), names)()


def _operation(sign: str, name: str, said: Said) -> Any:
    def operate(self: Any, *args: Any, **more: Any) -> Any:
        said.done(sign)
        return thing(name, said)

    return operate


def _class(what: str, said: Said) -> Any:
    """Its type is called as that of scikit-learn's models."""

    def call(self: Any, *args: Any, **more: Any) -> Any:
        said.done(what)
        return _made(what, args, said)

    def find(self: Any, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        return _function(name, said)

    return type("ABCMeta", (), {"__call__": call, "__getattr__": find})()


def _function(what: str, said: Said) -> Any:
    if what[:1].isupper() and what not in _MADE:
        return _class(what, said)

    class Function:
        def __call__(self, *args: Any, **more: Any) -> Any:
            said.done(what)
            return _made(what, args, said)

        def __getattr__(self, name: str) -> Any:
            if name[:2] == "__":
                raise AttributeError(name)
            said.done("." + name)
            return _function(name, said)

        def __getitem__(self, key: Any) -> Any:
            said.done("[]")
            return thing("Series", said)

        def __setitem__(self, key: Any, value: Any) -> None:
            said.done("[]=")

    return Function()


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Each module of these packages is there."""

    def __init__(self, said: Said) -> None:
        self.said = said

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name.split(".")[0] not in ROOTS:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: Any) -> types.ModuleType:
        return types.ModuleType(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        def find(what: str) -> Any:
            if what[:2] == "__":
                raise AttributeError(what)
            self.said.done("." + what)
            return _function(what, self.said)

        for name in _HAS.get(module.__name__, "").split():
            setattr(module, name, _function(name, self.said))
        module.__dict__["__getattr__"] = find

    def forget(self) -> None:
        for name in list(sys.modules):
            if name.split(".")[0] in ROOTS:
                del sys.modules[name]


def leave_out(error: BaseException) -> None:
    """As if what stands in here were written in C."""
    entries, entry = [], error.__traceback__
    while entry is not None:
        entries.append(entry)
        entry = entry.tb_next
    last = None
    for each in reversed(entries):
        if each.tb_frame.f_code.co_filename != __file__:
            last = types.TracebackType(last, each.tb_frame, each.tb_lasti, each.tb_lineno)
    error.__traceback__ = last
