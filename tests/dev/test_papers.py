"""What is written for people: its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPERS = [
    *ROOT.glob("*.md"),
    *(ROOT / ".github").glob("*.md"),
    *(ROOT / "packaging").glob("*.md"),
    *(ROOT / "tests").glob("*/*.md"),
]


def anchors(paper: Path) -> set[str]:
    """As GitHub makes them of a paper's headings."""
    headings = re.findall(r"^#+ (.+)$", paper.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_what_is_there(paper: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", paper.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\((?!\w+:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        there = paper.parent / path if path else paper
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target
