"""What the release workflow asks: is this tag a release, what is new in it, is it the same twice?

    release.py check v1.0.0      the tag, pyproject.toml and CHANGELOG.md must name one version
               [--at ADDRESS]    and pyproject.toml the repository in which this is asked
    release.py notes v1.0.0      that version's part of CHANGELOG.md
    release.py stage v1.0.0rc1   'prerelease' or 'release'
    release.py compare ONE TWO [--signed]   two builds of one commit, byte by byte

Standard library only. Ends with 1 and a sentence where something is wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from _steps import ROOT, Failed
from builder import context

CHANGELOG = ROOT / "CHANGELOG.md"
# PEP 440, as far as this project goes: 1.2.0, 1.2.0rc1.
_VERSION = re.compile(r"\d+\.\d+\.\d+(?P<stage>(a|b|rc)\d+)?")
_HEADING = re.compile(r"^## (?P<version>\S+) \((?P<day>\d{4}-\d\d-\d\d)\)$")


def check(tag: str, version: str, changelog: str) -> str:
    """The version. Raises Failed with what is to be done."""
    if tag != f"v{version}":
        raise Failed(f"The tag is {tag}, but pyproject.toml says version {version}.")
    if _VERSION.fullmatch(version) is None:
        raise Failed(f"{version} is no version like 1.2.0 or 1.2.0rc1.")
    first = next((line for line in changelog.splitlines() if line.startswith("## ")), "")
    found = _HEADING.match(first)
    if found is None or found["version"] != version:
        raise Failed(f"CHANGELOG.md must begin with '## {version} (YYYY-MM-DD)', not '{first}'.")
    return version


def check_place(here: str, address: str) -> None:
    """Raises Failed where the project's address is not that of this repository: users would be
    sent elsewhere for what is released here."""
    if here.lower() != address.lower():
        raise Failed(
            f"pyproject.toml says in [project.urls] that the project is at {address}, and this is"
            f" {here}."
        )


def notes(changelog: str, version: str) -> str:
    """What CHANGELOG.md says below the version's heading. Raises Failed."""
    lines = changelog.splitlines()
    for number, line in enumerate(lines):
        found = _HEADING.match(line)
        if found is not None and found["version"] == version:
            rest = lines[number + 1 :]
            end = next((n for n, each in enumerate(rest) if each.startswith("## ")), len(rest))
            return "\n".join(rest[:end]).strip() + "\n"
    raise Failed(f"CHANGELOG.md has nothing about {version}.")


def stage(tag: str) -> str:
    found = _VERSION.fullmatch(tag.removeprefix("v"))
    return "prerelease" if found is not None and found["stage"] else "release"


def compare(one: Path, two: Path, *, signed: bool = False) -> str:
    """Says that all files are the same. `signed`: our own programs in a zip bear a signature with
    a time, so they and an installer, which holds them, are left out. Raises Failed."""
    names = {path.name for path in one.iterdir()} | {path.name for path in two.iterdir()}
    left_out = {name for name in names if signed and name.endswith(".exe")}
    differing = [
        what
        for name in sorted(names - left_out)
        for what in _differences(one / name, two / name, signed)
    ]
    if differing:
        raise Failed(f"The two builds differ: {', '.join(differing[:10])}.")
    without = f" ({', '.join(sorted(left_out))} not compared: signed)" if left_out else ""
    return f"{len(names - left_out)} files are the same in both builds{without}"


def _differences(one: Path, two: Path, signed: bool) -> list[str]:
    if not (one.is_file() and two.is_file()):
        return [f"only one of them has {one.name}"]
    if _sha256(one) == _sha256(two):
        return []
    if one.suffix != ".zip":
        return [one.name]
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(two) as second:
        hashes = [{info.filename: info.CRC for info in each.infolist()} for each in (first, second)]
    inside = sorted(hashes[0].items() ^ hashes[1].items())
    found = sorted({name for name, _crc in inside if not (signed and _is_ours(name))})
    if not found and not signed:
        return [f"{one.name}, though all files in it are the same"]
    return [f"{name} in {one.name}" for name in found]


def _is_ours(name: str) -> bool:
    return name.endswith(".exe") and "/runtime/" not in name


def _sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(options: argparse.Namespace) -> str:
    if options.at:
        check_place(options.at, context.address())
    return check(options.tag, context.version(), _read_changelog())


def _read_changelog() -> str:
    return CHANGELOG.read_text(encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="release.py", description="What a release is held against."
    )
    commands = parser.add_subparsers(required=True, metavar="check|notes|stage|compare")

    def add(name: str, answer: Callable[[argparse.Namespace], str]) -> argparse.ArgumentParser:
        command = commands.add_parser(name)
        command.set_defaults(answer=answer)
        return command

    checked = add("check", _check)
    checked.add_argument("tag")
    checked.add_argument("--at", metavar="ADDRESS", help="the repository's own")
    add("notes", lambda o: notes(_read_changelog(), o.tag.removeprefix("v"))).add_argument("tag")
    add("stage", lambda o: stage(o.tag)).add_argument("tag")
    compared = add("compare", lambda o: compare(o.one, o.two, signed=o.signed))
    compared.add_argument("one", type=Path)
    compared.add_argument("two", type=Path)
    compared.add_argument("--signed", action="store_true")
    options = parser.parse_args(argv)
    try:
        print(options.answer(options).rstrip("\n"))
    except Failed as failed:
        print(f"release: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
