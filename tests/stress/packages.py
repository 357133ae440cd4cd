"""Packages that people use, imported ahead: does a script come to the same as in plain Python?

    python tests/stress/packages.py --python ENVIRONMENT/bin/python [--only pandas,edits] [--json]

For each package that the environment has, a script that uses it is run plainly twice, then under an
agent: cold, and three times by a child that has imported ahead what the last run did, as the
supervisor has it do. Compared are output, warnings among it, the exit code, sys.modules and its
order, the names in each module, threads, path, finders, filters, loggers, environment. Then other
scripts, of several packages each, some of several files, are edited in some 25 ways while the next
child is parked, and run twice more. The outcome is a table: `same`, `refused` (a rule keeps the
package from being imported ahead, the script is the same), `unstable` (two plain runs differ as
well), `nothing` (no package was seen), `missing`, `broken` (the script itself), `differs`; of an
edit `same`, and `cold` if the parked child was of no use. What was found: packages.md. Exit code 1
if anything differs.

    python tests/stress/packages.py --python ENVIRONMENT/bin/python --list OUTPUT [OUTPUT ...]

writes the table of agent/tested.py from such outputs: what the scripts import themselves and was
the same in each of them, with the names and versions that the environment has.
"""

from __future__ import annotations

import argparse
import copy
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from edited_programs import PROGRAMS
from edited_scripts import EDITED, Files
from hosts import Run, Starter
from package_scripts import PROBE, SCRIPTS
from processes import script_env
from reloader_core import child
from reloader_core.child.wire import Request
from reloader_core.used_modules import UsedModules

TESTED = Path(__file__).parents[2] / "core" / "reloader_core" / "agent" / "tested.py"
DISTRIBUTIONS = """
import json, sys
from importlib import metadata, util
found = metadata.packages_distributions()
print(json.dumps({
    name: [(each, metadata.version(each)) for each in set(found.get(name, ()))]
    for name in sys.argv[1:] if util.find_spec(name).origin is not None
}))
"""
"""By first name of modules: distributions with their versions. Without names that many share."""
DEADLINE_S = 120.0
RESTARTS = 3
MOST_REFUSALS = 20
VARIES = re.compile(
    rb" at 0x[0-9a-f]+|\d+\.\d+ ?m?s\b"
    rb"|\w+ \d\d, \d{4} - \d\d:\d\d:\d\d|[^\n]*\[\d\d/\w{3}/\d{4} [^\n]*\n"  # a server's log
)


@dataclass
class Told:
    """What became of one package."""

    verdict: str
    refused: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    ahead: int = 0
    """Modules of installed packages that the script was given."""
    difference: list[str] = field(default_factory=list)


@dataclass
class Bench:
    """Where the scripts are run. `python`: of the environment that has the packages."""

    python: str
    folder: Path
    starter: Starter
    was_ahead: bool = False
    """The last child had imported ahead, and went."""

    @property
    def script(self) -> Path:
        return self.folder / "main.py"

    def begin(self, files: Files) -> None:
        """Nothing but these is there."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.save(files)

    def save(self, files: Files) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + PROBE if path == self.script else text, encoding="utf-8")
        for folder in list(self.folder.rglob("__pycache__")):  # two saves of one second and size
            shutil.rmtree(folder)

    def undo(self, files: Files, times: dict[str, int]) -> None:
        """These are there again, and look as they did when the last run has read them."""
        for path in list(self.folder.rglob("*")):
            if path.is_file() and path.relative_to(self.folder).as_posix() not in files:
                path.unlink()
        self.save(files)
        for name, time_ns in times.items():
            os.utime(self.folder / name, ns=(time_ns, time_ns))

    def env(self) -> dict[str, str]:
        return script_env(PYTHONHASHSEED="0", MPLCONFIGDIR=str(self.folder.parent / "mpl"))

    def plain(self) -> tuple[bytes, int]:
        done = subprocess.run(
            [self.python, "-u", "main.py"], env=self.env(), cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=DEADLINE_S,
        )  # fmt: skip
        return clean(done.stdout), done.returncode

    def cold(self, used: UsedModules) -> tuple[bytes, int]:
        run = self._start()
        run.go()
        return self._end(run, used)

    def warm(self, used: UsedModules, edited: Files | None = None) -> tuple[bytes, int]:
        """By a child that has imported ahead what `used` says, and was saved like this since."""
        for _ in range(MOST_REFUSALS):
            run = self._start()
            names = used.to_preload()
            words = used.preload_words([str(self.folder)], [str(self.script)], names)
            run.child.ask(Request.PRELOAD, *words)
            if self._is_ready(run, used):
                self.save(edited or {})
                run.child.ask(Request.GO)
                is_armed = bool(run.seen(child.Armed))
                while not is_armed and not run.seen(child.Exited):
                    time.sleep(0.005)
                    is_armed = bool(run.seen(child.Armed))
                self.was_ahead = is_armed
                if is_armed:
                    return self._end(run, used)
                run.close()  # as after any edit that a package could see
                return self.cold(used)
            run.wait(child.Exited, DEADLINE_S)
            run.close()
        raise AssertionError("it refuses again and again")

    def _start(self) -> Run:
        words = ("main.py",)
        run = self.starter(words, python=self.python, env=self.env(), cwd=self.folder, go=False)
        run.wait(child.Hello, DEADLINE_S)
        return run

    @staticmethod
    def _is_ready(run: Run, used: UsedModules) -> bool:
        end = time.monotonic() + DEADLINE_S
        while time.monotonic() < end:
            for ready in run.seen(child.Ready):
                used.refused.update(ready.failed)
                return True
            for refused in run.seen(child.Refused):
                used.refuse(refused.names)
                return False
            if run.seen(child.Exited):
                raise AssertionError("it has ended while it was parked")
            time.sleep(0.005)
        raise AssertionError("it does not become ready")

    @staticmethod
    def _end(run: Run, used: UsedModules) -> tuple[bytes, int]:
        run.child.close_input()
        result = run.result(DEADLINE_S)
        used.is_complete = True
        used.begin_run()
        for uses in run.seen(child.Uses):
            for name, path in uses.modules:
                used.note(name, path, packages_too=True)
        for late in run.seen(child.Late):
            used.late.update(late.names)
        for fact in list(run.facts.all):
            match fact:
                case child.Loaded(run.number, file, seen):
                    used.note_loaded(file, seen)
                case child.Imported(run.number, name, lines):
                    used.note_place(name, lines)
        return clean(run.bytes), result.code


def clean(output: bytes) -> bytes:
    return VARIES.sub(b"", output)


def look(bench: Bench, source: str) -> Told:
    bench.begin({"main.py": source})
    expected, again = bench.plain(), bench.plain()
    if b"names of" not in expected[0]:  # the script itself has failed
        missing = b"ModuleNotFoundError" in expected[0]
        return Told("missing" if missing else "broken", difference=difference((b"", 0), expected))
    if expected != again:  # it may have made something for the next time
        expected, again = again, bench.plain()
    if expected != again:
        return Told("unstable", difference=difference(expected, again))
    used = UsedModules()
    outcomes = [bench.cold(used)]
    for _ in range(RESTARTS):
        outcomes.append(bench.warm(used))
    refused, late = tuple(sorted(used.refused)), tuple(sorted(used.late))
    for name, outcome in zip(("cold", "1", "2", "3"), outcomes, strict=True):
        if outcome != expected:
            found = [name, *difference(expected, outcome)]
            return Told("differs", refused, late, difference=found)
    ahead = len([name for name in used.to_preload() if name.partition(".")[0] in used.packages])
    verdict = "same" if ahead else "refused" if refused or late else "nothing"
    return Told(verdict, refused, late, ahead)


def difference(expected: tuple[bytes, int], found: tuple[bytes, int]) -> list[str]:
    """At most the first and the last ten lines of it."""
    before, after = (
        [*output.decode(errors="replace").splitlines(), f"exit code {code}"]
        for output, code in (expected, found)
    )
    lines = list(difflib.unified_diff(before, after, n=0, lineterm=""))
    lines = [line[:300] for line in lines if not line.startswith(("---", "+++", "@@"))]
    return lines if len(lines) < 20 else [*lines[:10], *lines[-10:]]


def look_at_edits(
    bench: Bench, before: Files, edits: dict[str, Files]
) -> Iterator[tuple[str, Told]]:
    """Each is saved while the next child is parked, and run once more as it is."""
    bench.begin(before)
    used = UsedModules()
    bench.cold(used)
    bench.warm(used)
    times = {name: (bench.folder / name).stat().st_mtime_ns for name in before}
    for name, after in edits.items():
        bench.undo(before, times)
        yield name, attempt(partial(look_at_edit, bench, after, copy.deepcopy(used)))


def look_at_edit(bench: Bench, after: Files, used: UsedModules) -> Told:
    first, was_ahead = bench.warm(used, after), bench.was_ahead
    second = bench.warm(used)
    expected = bench.plain()
    for name, outcome in (("first", first), ("second", second)):
        if outcome != expected or b"names of" not in expected[0] and expected[1] == 0:
            found = [name, *difference(expected, outcome)]
            return Told("differs", (), tuple(sorted(used.late)), difference=found)
    return Told("same" if was_ahead else "same, cold")


def run_all(python: str, only: list[str], ways: frozenset[str]) -> Iterator[tuple[str, Told]]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "script"
        starter = Starter(Path(place))
        bench = Bench(python, folder, starter)
        try:
            for name, source in SCRIPTS.items():
                if not only or name in only or "scripts" in only:
                    yield name, attempt(partial(look, bench, source))
            for kind, scripts in (("edits", EDITED), ("programs", PROGRAMS)):
                wanted = [
                    each for each in scripts if not only or {kind, f"{kind} of {each}"} & {*only}
                ]
                for script in wanted:
                    before, edits = scripts[script]
                    chosen = {name: edits[name] for name in edits if not ways or name in ways}
                    for name, told in look_at_edits(bench, before, chosen):
                        yield f"{script}: {name}", told
        finally:
            starter.close()


def attempt(function: Callable[[], Told]) -> Told:
    try:
        return function()
    except (AssertionError, subprocess.TimeoutExpired) as error:
        return Told("differs", difference=[str(error)[:2000]])


def write_list(python: str, outputs: list[str]) -> None:
    """A later output counts for what is in it."""
    verdicts: dict[str, tuple[str, set[str]]] = {}
    for output in outputs:
        for line in Path(output).read_text().splitlines():
            name, verdict, refused = parsed(line)
            if name in SCRIPTS:
                verdicts[name] = verdict, refused
    first_names: dict[str, bool] = {}
    for script, (verdict, refused) in verdicts.items():
        for name in re.findall(r"^(?:import|from) (\w+)", SCRIPTS[script], re.MULTILINE):
            is_same = verdict == "same" and name not in refused
            first_names[name] = first_names.get(name, True) and is_same
    wanted = [name for name, is_same in first_names.items() if is_same]
    asked = [python, "-c", DISTRIBUTIONS, *wanted]
    said = subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout
    found = {
        name: (of[0][0], major(of[0][1])) for name, of in json.loads(said).items() if len(of) == 1
    }
    rows = [f'    "{name}": ("{of}", "{number}"),\n' for name, (of, number) in found.items()]
    text = TESTED.read_text()
    begin = text.index("TESTED = {") + len("TESTED = {")
    end = text.index("}", begin)
    TESTED.write_text(f"{text[:begin]}\n{''.join(sorted(rows))}{text[end:]}")


def parsed(line: str) -> tuple[str, str, set[str]]:
    """Of one line of the output: name, verdict, refused modules."""
    found = re.match(r"(\w+) +(\w+), \d+ ahead(?:, refused: ([^,]*))?", line)
    return (found[1], found[2], set((found[3] or "").split())) if found else ("", "", set())


def major(version: str) -> str:
    """As agent/tested.py has it."""
    numbers = version.split(".")
    return numbers[0] if numbers[0] != "0" else ".".join(numbers[:2])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--edits", default="", help="only these, by their names")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--list", nargs="+", metavar="OUTPUT")
    options = parser.parse_args()
    if options.list:
        write_list(options.python, options.list)
        return 0
    only = [each for each in options.only.split(",") if each]
    ways = frozenset(each for each in options.edits.split(",") if each)
    found = {}
    for name, told in run_all(options.python, only, ways):
        found[name] = vars(told)
        words = [told.verdict, f"{told.ahead} ahead"] if name in SCRIPTS else [told.verdict]
        words += [f"refused: {' '.join(told.refused)}"] if told.refused else []
        words += [f"late: {' '.join(told.late[:5])}"] if told.late else []
        print(f"{name:16}", ", ".join(words), flush=True)
        for line in told.difference:
            print("    ", line, flush=True)
    if options.json:
        print(json.dumps(found))
    return int(any(each["verdict"] == "differs" for each in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
