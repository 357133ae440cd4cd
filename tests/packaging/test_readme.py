"""README.md where it is no file of a checkout: on the page of a package index."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from email import message_from_string
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
AT = "https://example.org/who/what"


@pytest.fixture
def readme(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module("builder.readme")


def test_a_picture_and_a_link_have_addresses(readme: Any, tmp_path: Path) -> None:
    for name in ("a.png", "docs/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    text = "![A (b)](a.png) [c](docs/b.md#d) [e](#f) [g](https://example.com/h)\n`x[1](2)`\n"
    said = readme.with_addresses(text, AT, "1.2.0", tmp_path)
    assert said == (
        f"![A (b)]({AT}/raw/v1.2.0/a.png) [c]({AT}/blob/v1.2.0/docs/b.md#d) [e](#f)"
        " [g](https://example.com/h)\n`x[1](2)`\n"
    )


def test_a_link_that_leads_nowhere_is_refused(readme: Any, tmp_path: Path) -> None:
    with pytest.raises(readme.Failed, match=r"README\.md .*gone\.png"):
        readme.with_addresses("![A](gone.png)", AT, "1.2.0", tmp_path)


def test_the_project_s_page_shows_its_pictures(
    readme: Any, tmp_path: Path, clean_env: dict[str, str]
) -> None:
    """By the metadata of what is published: setuptools alone takes README.md as it is."""
    context = importlib.import_module("builder.context")
    copy = tmp_path / "copy"
    importlib.import_module("builder.app").copy_sources(copy, context.version())
    program = (
        "import sys; from setuptools import build_meta as b;"
        "print(b.prepare_metadata_for_build_wheel(sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(command, cwd=copy, env=clean_env, check=True, capture_output=True)
    (made,) = tmp_path.glob("*.dist-info")
    metadata = message_from_string((made / "METADATA").read_text(encoding="utf-8"))
    page = str(metadata.get_payload())
    address = context.address()
    assert f"{address}/raw/v{context.version()}/packaging/screenshots/moving.gif)" in page
    targets = re.findall(r"\]\(([^)\s]+)\)", page)
    assert targets and all(target.startswith(("https://", "#")) for target in targets)
    assert f"Source, {address}" in metadata.get_all("Project-URL", [])
