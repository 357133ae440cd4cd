"""What another version of Python has, or had, and this one has not. Pure but for imported(), which
looks for a file beside the module's own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from reloader_core.explain.evidence import aliases, place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind

_RENAMED = {
    "Tkinter": "tkinter", "tkMessageBox": "tkinter.messagebox", "ttk": "tkinter.ttk",
    "tkFileDialog": "tkinter.filedialog", "tkSimpleDialog": "tkinter.simpledialog",
    "urllib2": "urllib.request", "urlparse": "urllib.parse", "ConfigParser": "configparser",
    "Queue": "queue", "cPickle": "pickle", "StringIO": "io", "cStringIO": "io",
    "httplib": "http.client", "HTMLParser": "html.parser", "__builtin__": "builtins",
    "thread": "threading", "commands": "subprocess",
    "SocketServer": "socketserver", "cookielib": "http.cookiejar",
}  # fmt: skip
"""Modules of Python 2, and what is in their place."""
_INSTALLED_AS = {
    "beautifulsoup4": "bs4", "pillow": "PIL", "pyyaml": "yaml", "pyserial": "serial",
    "scikit_learn": "sklearn", "pycryptodome": "Crypto", "wxpython": "wx", "pyopengl": "OpenGL",
    "gitpython": "git", "speechrecognition": "speech_recognition", "python_dotenv": "dotenv",
    "pypdf2": "PyPDF2", "opencv_python": "cv2",
}  # fmt: skip
"""Packages that a script knows by another name."""
_GONE = {
    "distutils": (3, 12), "imp": (3, 12), "asyncore": (3, 12), "asynchat": (3, 12),
    "smtpd": (3, 12), "cgi": (3, 13), "crypt": (3, 13), "telnetlib": (3, 13), "pipes": (3, 13),
    "imghdr": (3, 13), "sndhdr": (3, 13), "audioop": (3, 13), "nntplib": (3, 13),
}  # fmt: skip
_IN_MODULES = {
    ("time", "clock"): "time.perf_counter()", ("sys", "maxint"): "sys.maxsize",
    ("string", "letters"): "string.ascii_letters",
    ("string", "lowercase"): "string.ascii_lowercase",
    ("string", "uppercase"): "string.ascii_uppercase",
    ("itertools", "izip"): "zip()", ("itertools", "imap"): "map()",
    ("urllib", "urlopen"): "urllib.request.urlopen()",
    ("urllib", "urlencode"): "urllib.parse.urlencode()",
    ("urllib", "quote"): "urllib.parse.quote()",
    ("fractions", "gcd"): "math.gcd()", ("os", "getcwdu"): "os.getcwd()",
    ("inspect", "getargspec"): "inspect.getfullargspec()",
    ("asyncio", "coroutine"): "async def", ("string", "join"): "' '.join(...)",
    ("string", "upper"): "text.upper()", ("string", "lower"): "text.lower()",
    ("string", "split"): "text.split()", ("string", "replace"): "text.replace(...)",
    ("string", "maketrans"): "str.maketrans()", ("itertools", "ifilter"): "filter()",
    ("os", "errno"): "import errno", ("locale", "format"): "locale.format_string()",
    ("cgi", "escape"): "html.escape()",
    ("unittest", "makeSuite"): "unittest.defaultTestLoader.loadTestsFromTestCase()",
    ("unittest", "_TextTestResult"): "unittest.TextTestResult",
    ("inspect", "formatargspec"): "inspect.signature()",
    ("xml.etree", "cElementTree"): "xml.etree.ElementTree",
    **{
        ("collections", name): f"collections.abc.{name}"
        for name in ("Iterable", "Iterator", "Mapping", "MutableMapping", "Sequence", "Callable",
                     "Hashable", "Sized", "Container", "MutableSequence", "Set", "Generator")
    },
}  # fmt: skip
"""What was in a module, and what is in its place."""
_NOT_REPLACED = (
    ("platform", "linux_distribution"), ("platform", "dist"), ("sys", "setdefaultencoding"),
    ("sys", "exc_clear"), ("os", "popen2"), ("os", "popen3"), ("random", "jumpahead"),
)  # fmt: skip
_IN_PANDAS = {
    ("DataFrame", "ix"): ".loc[...]", ("DataFrame", "iteritems"): ".items()",
    ("DataFrame", "sort"): ".sort_values(...)",
    ("Series", "iteritems"): ".items()", ("DataFrame", "as_matrix"): ".to_numpy()",
}  # fmt: skip
_SINCE = {
    ("str", "removeprefix"): (3, 9), ("str", "removesuffix"): (3, 9),
    ("math", "lcm"): (3, 9), ("math", "cbrt"): (3, 11), ("math", "exp2"): (3, 11),
    ("functools", "cache"): (3, 9), ("random", "randbytes"): (3, 9),
    ("itertools", "pairwise"): (3, 10), ("itertools", "batched"): (3, 12),
    ("asyncio", "to_thread"): (3, 9), ("asyncio", "timeout"): (3, 11),
    ("asyncio", "TaskGroup"): (3, 11), ("enum", "StrEnum"): (3, 11), ("datetime", "UTC"): (3, 11),
    ("typing", "Self"): (3, 11), ("typing", "override"): (3, 12), ("typing", "TypeAlias"): (3, 10),
    ("typing", "ParamSpec"): (3, 10), ("types", "NoneType"): (3, 10),
    ("contextlib", "chdir"): (3, 11), ("int", "bit_count"): (3, 10),
}  # fmt: skip
_MODULES_SINCE = {"zoneinfo": (3, 9), "graphlib": (3, 9), "tomllib": (3, 11)}
_LOADED_FROM = ("__init__.py", ".py", ".so", ".pyd")
_ONE_TYPE = re.compile(
    r"(?:typing\.)?Optional(?:\[t\])? requires a single type\."
    r"|Too many (?:parameters|arguments) for typing\.\w+; actual \d+, expected 1"
)


def _written(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _needs(facts: Facts, what: str, since: tuple[int, ...] | None) -> Diagnosis | None:
    if since is None or not facts.version or facts.version >= since:
        return None
    return Diagnosis(Kind.NEEDS_NEWER, (what, _written(since), _written(facts.version)))


def module(facts: Facts, name: str) -> Diagnosis | None:
    """Of one that is not there."""
    if name == "commands" and not _uses_old_commands(facts):
        return None
    if (instead := _RENAMED.get(name)) is not None:
        return Diagnosis(Kind.RENAMED_MODULE, (name, instead))
    if (other := _INSTALLED_AS.get(name.lower())) not in (None, name):
        return Diagnosis(Kind.PACKAGE_NAME, (name, str(other)))
    gone = _GONE.get(name)
    if gone is not None and facts.version >= gone:
        return Diagnosis(Kind.MODULE_GONE, (name, _written(gone)))
    return _needs(facts, name, _MODULES_SINCE.get(name))


def _uses_old_commands(facts: Facts) -> bool:
    """And not those of a bot, or a file of the user's that is not here."""
    return any(
        isinstance(each, ast.Attribute | ast.alias)
        and (each.attr if isinstance(each, ast.Attribute) else each.name)
        in ("getoutput", "getstatusoutput", "getstatus")
        for each in place.every(facts, ast.AST)
    )


def in_module(facts: Facts, title: str, name: str) -> Diagnosis | None:
    """Of a name that a module of Python's has not."""
    if (title, name) in _NOT_REPLACED:
        return Diagnosis(Kind.GONE_FROM_MODULE, (f"{title}.{name}",))
    if (instead := _IN_MODULES.get((title, name))) is not None:
        return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{title}.{name}", instead))
    return _needs(facts, f"{title}.{name}", _SINCE.get((title, name)))


def imported_from(facts: Facts, title: str, name: str) -> Diagnosis | None:
    """Of one that is imported by itself."""
    found = in_module(facts, title, name)
    if found is not None and found.kind is Kind.RENAMED_IN_MODULE:
        full, instead = found.values
        if dotted := re.fullmatch(r"([\w.]+)\.(\w+)(?:\(\))?", str(instead)):
            return Diagnosis(found.kind, (full, f"from {dotted[1]} import {dotted[2]}"))
    return found


def keyword(facts: Facts) -> Diagnosis | None:
    """Of one that a function takes only in newer versions."""
    said = re.search(
        r"(\w+)\(\) (?:got an unexpected keyword argument '(\w+)'|takes no keyword arguments)"
        r"|'(\w+)' is an invalid keyword argument for (?:(\w+)\(\)|this function)",
        facts.message,
    )
    for call in _calls(facts) if said is not None else ():
        name = ast.unparse(call.func).rpartition(".")[2]
        for each in call.keywords:
            since = _KEYWORDS_SINCE.get((name, each.arg or ""))
            if _is_own(facts, name):
                return None
            if said is not None and since is not None and each.arg in (said[2], said[3], *_NONE):
                if said[1] in (name, None):
                    return _needs(facts, f"{name}({each.arg}=...)", since)
    return None


def _calls(facts: Facts) -> list[ast.Call]:
    """Also one above a class or function, which is a decorator of it."""
    found, tree = place.candidates(facts, ast.Call), place.tree_of(facts)
    for node in ast.walk(tree) if tree is not None and not found else ():
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found += [
                each
                for each in node.decorator_list
                if isinstance(each, ast.Call) and place.covers(each, facts.line)
            ]
    return found


def _is_own(facts: Facts, name: str) -> bool:
    return any(
        isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name
        for node in place.every(facts, ast.AST)
    )


_NONE = ("strict",)
"""What zip() does not name."""
_KEYWORDS_SINCE = {
    ("zip", "strict"): (3, 10), ("dataclass", "slots"): (3, 10), ("dataclass", "kw_only"): (3, 10),
    ("field", "kw_only"): (3, 10), ("sample", "counts"): (3, 9),
    ("basicConfig", "encoding"): (3, 9),
    ("bisect_left", "key"): (3, 10), ("bisect_right", "key"): (3, 10), ("bisect", "key"): (3, 10),
    ("insort", "key"): (3, 10), ("write_text", "newline"): (3, 10), ("map", "strict"): (3, 14),
}  # fmt: skip


def joined(
    facts: Facts, pair: tuple[ast.expr, ast.expr], kinds: tuple[str, str]
) -> Diagnosis | None:
    """`int | None`, and of two dictionaries."""
    needed = f"{place.shown(facts, pair[0])} | {place.shown(facts, pair[1])}"
    if kinds == ("dict", "dict"):
        return _needs(facts, needed, (3, 9))
    return _needs(facts, needed, (3, 10)) if "type" in kinds else None


def attribute(facts: Facts, kind: str, name: str) -> Diagnosis | None:
    return _needs(facts, f".{name}()", _SINCE.get((kind, name)))


def of_table(facts: Facts) -> Diagnosis | None:
    """A table of pandas', which itself says what it has not."""
    said = re.fullmatch(r"'(DataFrame|Series)' object has no attribute '(\w+)'", facts.message)
    if said is None or not in_file(facts, "pandas/core/generic.py"):
        return None
    is_added = said[2] == "append"
    instead = _added(facts, said[1]) if is_added else _IN_PANDAS.get((said[1], said[2]))
    if instead is None:
        return None
    return Diagnosis(Kind.RENAMED_IN_MODULE, (f"{said[1]}.{said[2]}", instead))


def _added(facts: Facts, kind: str) -> str:
    """What is written for `table.append(row)`."""
    pandas = aliases.of(facts, "pandas")
    match place.statement(facts):
        case ast.Assign(value=ast.Call() as call) | ast.Expr(value=ast.Call() as call):
            match call:
                case ast.Call(func=ast.Attribute(value=owner, attr="append"), args=[item]):
                    new = _as_part(facts, kind, item, pandas)
                    names = {each.arg: place.shown(facts, each.value) for each in call.keywords}
                    is_alike = names in ({}, {"ignore_index": "True"})
                    if new and is_alike and isinstance(owner, ast.Name):
                        more = ", ignore_index=True" if names else ""
                        return f"{owner.id} = {pandas}.concat([{owner.id}, {new}]{more})"
    return f"{pandas}.concat([...])"


def _as_part(facts: Facts, kind: str, item: ast.expr, pandas: str) -> str:
    """What concat() takes for it; '' if that is not known."""
    what, of = place.in_full(facts, item), place.type_of(facts, item)
    if "..." in what:
        return ""
    if of == kind:
        return what
    return f"{pandas}.DataFrame([{what}])" if (of, kind) == ("dict", "DataFrame") else ""


def imported(title: str, name: str, file: str) -> Diagnosis | None:
    """A module in a package, which has to be imported itself."""
    path = Path(file)
    if path.name != "__init__.py" or not name.isidentifier():
        return None
    try:
        beside = [each.name for each in path.parent.glob(f"{name}*")]
        is_package = (path.parent / name / "__init__.py").is_file()
    except (OSError, ValueError):
        return None
    is_module = any(
        each.split(".")[0] == name and each.endswith(_LOADED_FROM[1:]) for each in beside
    )
    return Diagnosis(Kind.PART_NOT_IMPORTED, (title, name)) if is_module or is_package else None


def one_type(facts: Facts) -> Diagnosis | None:
    """Optional[str, int]"""
    if _ONE_TYPE.match(facts.message) is None or not in_file(facts, "typing.py"):
        return None
    found = []
    for node in place.in_statement(facts):
        match node:
            case ast.Subscript(value=owner, slice=ast.Tuple(elts=[_, _, *_] as elements)):
                what = place.shown(facts, owner)
                if what.rpartition(".")[2] in _TAKE_ONE:
                    found.append((what, elements))
    if len(found) != 1:
        return None
    what, elements = found[0]
    types = ", ".join(place.shown(facts, each) for each in elements)
    is_optional = what.rpartition(".")[2] == "Optional"
    instead = f"Union[{types}, None]" if is_optional else f"{what}[Union[{types}]]"
    return Diagnosis(Kind.ONE_TYPE, (what, instead))


_TAKE_ONE = ("Optional", "List", "Set", "FrozenSet", "Iterable", "Iterator", "Sequence", "Type")
