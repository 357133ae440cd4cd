"""How much is said of broken scripts that were written without knowing the rules, and is it right?

    python tests/stress/explained.py [--python PATH ...] [--sample N] [--json]

explained/*.txt: scripts after what beginners ask about in public, each reduced to what runs, with
what is to be said of it. Of each file and each Python: right, silent, wrong. A rule that is made
for one of them needs another one here. Exit code 1: something wrong was said.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from broken import explained, read_cases, said, write

SETS = Path(__file__).with_name("explained")


def judged(python: str, cases: Path, wrong: list[str], sample: int = 1) -> Counter[str]:
    """How many of each `sample`-th script of a file are right, silent, wrong, and how many run: on
    this Python they work."""
    found: Counter[str] = Counter()
    every = read_cases(cases.read_text(encoding="utf-8"))[::sample]
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(number) for number in range(len(every))]
        for folder, (_title, files, _expected) in zip(folders, every, strict=True):
            write(folder, files)
        for (title, _files, expected), folder, crash in zip(
            every, folders, explained(python, folders), strict=True
        ):
            if crash is None:
                found["runs"] += 1
                continue
            got = said(crash[1]).replace(str(folder), "FOLDER")
            may_be = [line.partition(" ")[2] for line in expected]
            kind = "silent" if got == "-" else "right" if got in may_be else "wrong"
            found[kind] += 1
            if kind == "wrong":
                wrong.append(f"{cases.stem}: {title}: {got}, not {may_be}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--python", nargs="+", default=[sys.executable], metavar="PATH")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="each Nth script only")
    parser.add_argument("--json", action="store_true", help="one line for each file and Python")
    options = parser.parse_args()
    wrong: list[str] = []
    for python in options.python:
        for cases in sorted(SETS.glob("*.txt")):
            found = judged(python, cases, wrong, options.sample)
            if options.json:
                print(json.dumps({"python": python, "set": cases.stem, **found}))
                continue
            crashed = sum(found.values()) - found["runs"]
            print(
                f"{python}  {cases.stem}: {found['right']} right ({found['right'] / crashed:.0%}),"
                f" {found['silent']} silent, {found['wrong']} wrong, of {crashed} that crash"
            )
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
