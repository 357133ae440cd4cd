"""The rules of how the parts may depend on each other, read off the source by AST.

(Rule 6, that a script's own modules win over ours, needs real processes and is tested with them.)
"""

from __future__ import annotations

import ast
import functools
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import reloader_core

ROOT = Path(__file__).resolve().parent.parent
ENGINE = "core/reloader_core"
PACKAGES = (ENGINE, "reloader_gui")
# The one place for each kind of difference between platforms.
MAY_ASK_THE_PLATFORM = (
    f"{ENGINE}/child/",  # how a child is started, asked and ended
    f"{ENGINE}/agent/",
    f"{ENGINE}/control/",  # who is at the other end of a socket or pipe
    f"{ENGINE}/platform_facts.py",  # where a Python is found
    "reloader_gui/ui/system.py",
)
WAYS_IN = (
    "__init__",
    "__main__",
    "autoreload",
    "event_log",
    "explanations",
    "own_program",
    "streams",
    "terminal",
)
GROUND = (
    *("installable", "kernel32", "model", "notice", "parse_text", "platform_facts", "toml_text"),
    "values",
)
"""Files of the engine's own folder that all of it may use; those in neither list are its heart."""
HALVES = {"child.posix": "child", "child.windows": "child"}
"""What one platform has of a room; it is chosen in one place (see below)."""
ENGINE_ARROWS = {
    "ways in": (
        "words.explain words command control heart child watch spool python explain"
        " explain.kinds disk ground"
    ),
    "words.explain": "explain.kinds",
    "words": "ground",
    "command": "control python ground",
    "heart": "child watch python disk ground",
    "child": "child.guardian disk ground",
    "child.guardian": "",
    "watch": "watch.sources disk ground",
    "watch.sources": "ground",
    "spool": "disk ground",
    "python": "disk ground",
    "control": "disk ground",
    "explain": (
        "explain.syntax explain.names explain.values explain.calls explain.science"
        " explain.packages explain.files explain.modules explain.causes explain.evidence"
        " explain.kinds disk ground"
    ),
    "explain.syntax": "explain.evidence explain.kinds ground",
    "explain.names": (
        "explain.packages explain.files explain.modules explain.causes explain.evidence"
        " explain.kinds"
    ),
    "explain.values": (
        "explain.calls explain.packages explain.modules explain.causes explain.evidence"
        " explain.kinds"
    ),
    "explain.calls": "explain.modules explain.causes explain.evidence explain.kinds",
    "explain.science": (
        "explain.files explain.modules explain.causes explain.evidence explain.kinds"
    ),
    "explain.packages": "explain.files explain.modules explain.evidence explain.kinds",
    "explain.files": "explain.modules explain.causes explain.evidence explain.kinds",
    "explain.modules": "explain.causes explain.evidence explain.kinds",
    "explain.causes": "explain.evidence explain.kinds",
    "explain.evidence": "explain.kinds ground",
    "explain.kinds": "",
    "disk": "ground",
    "ground": "",
}
WINDOW_ARROWS = {
    "app": "window start run output python settings texts.explain texts ui",
    "start": "texts ui",
    "window": "page run settings editors texts ui",
    "page": (
        "page.input run compare output output.find output.text python settings texts.explain"
        " texts ui"
    ),
    "compare": "output.text",
    "page.input": "texts ui",
    "run": "output output.text python settings texts ui",
    "output.find": "output output.text texts ui",
    "output": "output.look output.text texts ui",
    "output.look": "output.text",
    "output.text": "texts",
    "python": "texts ui",
    "settings": "texts ui",
    "editors": "texts ui",
    "ui": "texts",
    "texts.explain": "texts",
    "texts": "",
}
ARROWS = {"reloader_core": ENGINE_ARROWS, "reloader_gui": WINDOW_ARROWS}
"""Which rooms of its package a room may import beside itself; of the other, the facade alone."""


def sources(*folders: str) -> list[str]:
    """Every Python file below the folders, as paths relative to the checkout."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if "resources" not in path.parts
    )


@functools.cache
def tree(source: str) -> ast.Module:
    return ast.parse((ROOT / source).read_text(encoding="utf-8"), source)


def is_agent(source: str) -> bool:
    return source.startswith(f"{ENGINE}/agent/")


def module_name(source: str) -> str:
    path = source.removeprefix("core/").removesuffix(".py").removesuffix("/__init__")
    return path.replace("/", ".")


def room(source: str) -> str:
    """Its name in the arrows' tables: the folder, or what a file of the outermost folder is."""
    inside = module_name(source).split(".")[1:]
    if not source.endswith("/__init__.py"):
        inside = inside[:-1]
    if inside:
        return HALVES.get(".".join(inside), ".".join(inside))
    if source.startswith("reloader_gui/"):
        return "app"
    name = Path(source).stem
    return "ways in" if name in WAYS_IN else "ground" if name in GROUND else "heart"


MODULES = {module_name(source): source for source in sources(*PACKAGES) if not is_agent(source)}


@functools.cache
def imported(source: str) -> frozenset[tuple[str, str | None]]:
    """(module, name) of each import, wherever it stands; name is None for `import module`."""
    return frozenset(_imported(source))


def _imported(source: str) -> Iterator[tuple[str, str | None]]:
    package = module_name(source).split(".")
    if not source.endswith("/__init__.py"):
        package.pop()
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, None
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            for alias in node.names:
                yield module, alias.name


@functools.cache
def targets(source: str) -> frozenset[str]:
    """The modules of ours that a file imports, as keys of MODULES."""
    found: set[str] = set()
    for module, name in imported(source):
        inner = f"{module}.{name}"
        found |= {inner} & MODULES.keys() or {module} & MODULES.keys()
    return frozenset(found)


def lower_rooms(source: str) -> set[str]:
    """The rooms of its own package that a file imports from, without its own."""
    package = top(module_name(source))
    rooms = {room(MODULES[target]) for target in targets(source) if top(target) == package}
    return rooms - {room(source)}


def top(module: str) -> str:
    return module.partition(".")[0]


def rule_for(files: list[str]) -> Callable[[Callable[[str], None]], Callable[[], None]]:
    """One test of a rule on each of the files (each by itself would be a test in thousands)."""

    def decorate(rule: Callable[[str], None]) -> Callable[[], None]:
        def test() -> None:
            broken = []
            for source in files:
                try:
                    rule(source)
                except AssertionError as error:
                    broken.append(f"{source}: {error}")
            assert not broken, "\n".join(broken)

        test.__name__, test.__doc__ = rule.__name__, rule.__doc__
        return test

    return decorate


@rule_for(sources(ENGINE))
def test_the_engine_knows_no_window(source: str) -> None:
    forbidden = {"PySide6", "shiboken6", "reloader_gui"}
    assert not forbidden & {top(module) for module, _ in imported(source)}


@rule_for(sources("reloader_gui"))
def test_the_window_takes_the_engine_by_its_facade(source: str) -> None:
    facade = {name for _, name in imported(f"{ENGINE}/__init__.py")}
    facade |= {
        alias.asname
        for node in ast.walk(tree(f"{ENGINE}/__init__.py"))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    for module, name in imported(source):
        if top(module) == "reloader_core":
            assert module == "reloader_core", f"imports {module}"
            assert name is None or name in facade, f"{name} is not in the engine's facade"


def test_the_facade_says_the_same_to_the_interpreter_and_to_type_checkers() -> None:
    """Its names stand in it twice: as imports that are never done, and as a table."""
    told = {
        alias.asname or alias.name: (f"{node.module}", alias.name)
        for node in ast.walk(tree(f"{ENGINE}/__init__.py"))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert reloader_core._PLACES == told
    for name in reloader_core.__all__:
        assert getattr(reloader_core, name) is not None


@rule_for(sorted(MODULES.values()))
def test_a_room_imports_lower_rooms_only(source: str) -> None:
    here = room(source)
    for there in lower_rooms(source):
        assert there in ARROWS[top(module_name(source))][here].split(), f"{here} -> {there}"


@pytest.mark.parametrize("package", ARROWS)
def test_the_arrows_never_lead_back(package: str) -> None:
    """Each row names only rooms that stand in the rows below it."""
    order = list(ARROWS[package])
    for here, lower in ARROWS[package].items():
        assert set(lower.split()) <= set(order[order.index(here) + 1 :]), here


@pytest.mark.parametrize("package", ARROWS)
def test_each_room_and_each_arrow_is_there(package: str) -> None:
    """What the tables allow and nobody does is taken out of them."""
    drawn: dict[str, set[str]] = {}
    for module, source in MODULES.items():
        if top(module) == package:
            drawn.setdefault(room(source), set()).update(lower_rooms(source))
    assert drawn == {here: set(lower.split()) for here, lower in ARROWS[package].items()}


@rule_for(sources(ENGINE))
def test_one_file_chooses_the_platform_of_a_child(source: str) -> None:
    """Who uses a child knows what it is and what is reported of it, not how it is done."""
    inside = {target for target in targets(source) if target.startswith("reloader_core.child.")}
    if source == f"{ENGINE}/child/__init__.py":
        return
    if source.startswith(f"{ENGINE}/child/"):
        others = {"posix", "windows"} - {Path(source).parent.name}
        assert not others & {target.split(".")[2] for target in inside}
    else:
        assert inside <= {"reloader_core.child.wire"}


@rule_for(sources(*PACKAGES, "tests", "packaging"))
def test_the_engine_has_one_name(source: str) -> None:
    """In a checkout `import core` finds the folder, and with it a second copy of every class."""
    assert "core" not in {top(module) for module, _ in imported(source)}


@rule_for(sources("reloader_gui"))
def test_one_file_holds_the_supervisor(source: str) -> None:
    if source == "reloader_gui/run/supervisor_thread.py":
        return
    for node in ast.walk(tree(source)):
        named = (
            (isinstance(node, ast.Name) and node.id)
            or (isinstance(node, ast.Attribute) and node.attr)
            or (isinstance(node, ast.alias) and node.name)
        )
        assert named != "Supervisor", f"line {getattr(node, 'lineno', '?')}"


@rule_for(sources(*PACKAGES))
def test_platforms_are_told_apart_in_few_files(source: str) -> None:
    if source.startswith(MAY_ASK_THE_PLATFORM):
        return
    for module, name in imported(source):
        assert module != "platform", "imports the module platform"
        assert (module, name) not in {("sys", "platform"), ("os", "name")}
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            asked = f"{node.value.id}.{node.attr}"
            assert asked not in {"sys.platform", "os.name"}, f"line {node.lineno} asks {asked}"


@rule_for(sources("reloader_gui"))
def test_no_text_is_taken_for_html(source: str) -> None:
    """Names and lines of code are the user's or a stranger's: see widgets.plain_tip()."""
    if source == "reloader_gui/ui/widgets.py":
        return
    for node in ast.walk(tree(source)):
        called = node.func if isinstance(node, ast.Call) else None
        assert not (isinstance(called, ast.Name) and called.id == "QLabel"), "see bare_label()"
        if isinstance(called, ast.Attribute) and called.attr in ("setToolTip", "setTabToolTip"):
            assert isinstance(node, ast.Call)
            tip = node.args[-1]
            names = {each.id for each in ast.walk(tip) if isinstance(each, ast.Name)}
            ours = isinstance(tip, ast.Name) and tip.id.isupper()
            assert "plain_tip" in names or ours, f"line {node.lineno} sets a tool tip as it is"


BOTH_WAYS = [
    sorted,
    pytest.param(lambda names: sorted(names, reverse=True), marks=pytest.mark.posix, id="reversed"),
]


@pytest.mark.parametrize("order", BOTH_WAYS)
def test_every_module_imports_on_this_platform(
    order: Callable[[Iterable[str]], list[str]], clean_env: dict[str, str]
) -> None:
    """Those for other platforms, too: their logic is tested everywhere."""
    program = "\n".join(f"import {module}" for module in order(MODULES))
    written = program.encode()  # for a command line of Windows there are too many
    subprocess.run([sys.executable, "-W", "error", "-"], input=written, env=clean_env, check=True)


def test_no_import_cycles() -> None:
    """Late imports count: they hide a cycle, they do not remove it."""
    edges = {module: set(targets(source)) for module, source in MODULES.items()}
    while leaves := [module for module, found in edges.items() if not found]:
        for leaf in leaves:
            del edges[leaf]
        for found in edges.values():
            found.difference_update(leaves)
    in_cycles = {module: sorted(found) for module, found in edges.items()}
    assert not in_cycles


@functools.cache
def tool_names() -> frozenset[str]:
    return frozenset(path.stem for path in (ROOT / "packaging").rglob("*.py"))


@rule_for(sources(*PACKAGES))
def test_nothing_imports_tools_or_tests(source: str) -> None:
    """`packaging` is PyPI's: our folder of that name is no package (see below)."""
    tools = tool_names()
    named = {(module, name) for module, name in imported(source)}
    assert not ({"tests"} | tools) & {top(module) for module, _ in named}
    ours = {f"packaging.{tool}" for tool in tools}
    assert not ours & ({module for module, _ in named} | {f"{m}.{name}" for m, name in named})


def test_no_paper_is_left_in_two_versions() -> None:
    papers = [
        *ROOT.glob("*.md"),
        *(ROOT / "tests").rglob("*.md"),
        *(ROOT / "packaging").rglob("*.md"),
    ]
    for paper in papers:
        text = paper.read_text(encoding="utf-8")
        assert not [line for line in text.splitlines() if line.startswith(("<<<<<<<", ">>>>>>>"))]


def test_only_packages_have_an_init_file() -> None:
    """packaging/ would shadow PyPI's `packaging`, tests/ would be a package of its own."""
    found = [source for source in sources(".") if source.endswith("__init__.py")]
    found = [source for source in found if not source.startswith((".", "build/"))]
    assert all(source.startswith(PACKAGES) for source in found)
    assert not [source for source in found if is_agent(source)]


@rule_for([*sources(f"{ENGINE}/agent"), "packaging/dev.py"])
def test_what_the_users_python_reads_is_plain_enough(source: str) -> None:
    text = (ROOT / source).read_text(encoding="utf-8")
    ast.parse(text, source, feature_version=(3, 8))


@rule_for(sources("tests"))
def test_tests_wait_for_conditions(source: str) -> None:
    """A sleep is a step of a polling loop outside of the test itself, or it says what it is for.

    (A pause can be what is tested, as between an editor's two writes. A comment tells.)
    """
    if source.startswith("tests/bench/"):
        return
    text = (ROOT / source).read_text(encoding="utf-8")
    if "sleep(" not in text:
        return
    lines = text.splitlines()
    polling = {
        id(inner)
        for function in ast.walk(tree(source))
        if isinstance(function, ast.FunctionDef) and not function.name.startswith("test_")
        for loop in ast.walk(function)
        if isinstance(loop, ast.While)
        for inner in ast.walk(loop)
    }
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("time.sleep", "sleep"):
            explained = " # " in lines[node.lineno - 1] or "# " in lines[node.lineno - 2]
            assert id(node) in polling or explained, f"line {node.lineno} sleeps and hopes"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: setuptools leaves its own folders where it works."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    (copy / "packaging").mkdir()
    (copy / "packaging" / "dev.py").touch()
    built = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--quiet", "-w", str(built), str(copy)], check=True)
    return next(built.glob("reloader_gui-*.whl"))


@pytest.mark.posix  # the Windows Python under Wine has no pip
def test_the_wheel_has_everything_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    inside = {name for name in names if ".dist-info/" not in name}
    expected = {
        path.relative_to(ROOT).as_posix().removeprefix("core/")
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert inside == expected
    assert "reloader_core/agent/sitecustomize.py" in inside


def test_the_pin_of_pyside_for_old_pythons() -> None:
    """PySide6 6.12.0 aborts on 3.11; see the comment in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = [name for name in project["dependencies"] if 'python_version < "3.12"' in name]
    assert len(pinned) == 1
    assert "<6.12" in pinned[0]
