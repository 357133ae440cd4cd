"""Watch and ignore patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from reloader_core.watch.globs import Globs

FILES = [
    "a.py",
    "a.txt",
    ".hidden.py",
    "src/b.py",
    "src/deep/c.py",
    "src/.git/d.py",
    "src/node_modules/e.py",
    "data[1]/f.csv",
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    base = tmp_path / "my [1] project"
    for name in FILES:
        file = base / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return base


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.py", ["a.py"]),
        ("./*.py", ["a.py"]),
        ("a.*", ["a.py", "a.txt"]),
        ("?.txt", ["a.txt"]),
        (".*.py", [".hidden.py"]),
        (".hidden.py", [".hidden.py"]),
        ("**/*.py", ["a.py", "src/b.py", "src/deep/c.py"]),
        ("**", ["a.py", "a.txt", "data[1]/f.csv", "src/b.py", "src/deep/c.py"]),
        ("src/*.py", ["src/b.py"]),
        ("src/../*.txt", ["a.txt"]),
        ("s*/**/c.py", ["src/deep/c.py"]),
        ("**/deep/*", ["src/deep/c.py"]),
        ("**/deep", ["src/deep/c.py"]),
        ("src", ["src/b.py", "src/deep/c.py"]),
        ("src/", ["src/b.py", "src/deep/c.py"]),
        ("src/.git/*.py", ["src/.git/d.py"]),
        ("data[[]1]/*", ["data[1]/f.csv"]),
        ("nothing", []),
        ("*", ["a.py", "a.txt"]),
        ("", []),
    ],
)
def test_watch_patterns(tree: Path, pattern: str, expected: list[str]) -> None:
    patterns = Globs(tree, (pattern,), ())
    found = patterns.expand()
    assert sorted(Path(file).relative_to(tree).as_posix() for file in found.files) == expected
    assert found.complete
    # What the walk finds and what the match says must agree (but for what `**` passes by).
    matching = [name for name in FILES if patterns.watches(str(tree / name))]
    assert sorted(set(matching) - {"src/node_modules/e.py"}) == expected
    assert all(str((tree / name).parent) in found.folders for name in expected)


def test_absolute_and_outer_patterns(tree: Path) -> None:
    outside = tree.parent / "out.cfg"
    outside.touch()
    for pattern in ("../*.cfg", f"{tree.parent}/*.cfg", f"{tree.parent}/out.cfg"):
        patterns = Globs(tree, (pattern,), ())
        assert patterns.expand().files == [str(outside)]
        assert patterns.watches(str(outside))
        assert not patterns.watches(str(tree / "out.cfg"))


@pytest.mark.parametrize(
    ("pattern", "ignored"),
    [
        ("a.py", {"a.py"}),
        ("*.py", {"a.py", ".hidden.py"}),
        ("src", {name for name in FILES if name.startswith("src/")}),
        ("src/d*", {"src/deep/c.py"}),
        ("**/*.py", {name for name in FILES if name.endswith(".py")}),
        ("**", set(FILES)),
    ],
)
def test_ignore_patterns(tree: Path, pattern: str, ignored: set[str]) -> None:
    patterns = Globs(tree, ("**",), (pattern,))
    assert {name for name in FILES if patterns.ignores(str(tree / name))} == ignored
    found = {Path(file).relative_to(tree).as_posix() for file in patterns.expand().files}
    assert not found & ignored


def test_a_link_to_a_folder_above_does_not_go_round(tree: Path) -> None:
    try:
        (tree / "src" / "up").symlink_to(tree)
    except OSError:
        pytest.skip("no right to make links here")
    assert len(Globs(tree, ("**/*.py",), ()).expand().files) == 3


def test_a_walk_has_bounds(tree: Path) -> None:
    found = Globs(tree, ("**",), ()).expand(max_files=2)
    assert len(found.files) == 2
    assert not found.complete
    assert not Globs(tree, ("**",), ()).expand(max_entries=3).complete
