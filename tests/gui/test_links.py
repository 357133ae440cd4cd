from __future__ import annotations

from pathlib import Path

import pytest

from reloader_gui.output.links import link_spans, links


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://docs.python.org/3/ now", "https://docs.python.org/3/"),
        ("(http://x.y/a_(b)).", "http://x.y/a_(b)"),
        ("Running on http://127.0.0.1:5000.", "http://127.0.0.1:5000"),
        ("<https://x.y>", "https://x.y"),
        ("'https://x.y?a=1&b=2', and", "https://x.y?a=1&b=2"),
    ],
)
def test_addresses(text: str, address: str, tmp_path: Path) -> None:
    (link,) = links(text, tmp_path)
    assert link.address == text[link.start : link.end] == address
    assert address in link.says


@pytest.mark.parametrize("text", ["ftp://x.y", "file:///etc/passwd", "javascript:x", "https://"])
def test_nothing_else_is_an_address(text: str, tmp_path: Path) -> None:
    assert links(text, tmp_path) == []


def test_where_links_stand_is_known_for_painting(tmp_path: Path) -> None:
    (tmp_path / "game.py").touch()
    assert link_spans('  File "game.py", line 2 https://x.y', tmp_path) == ((2, 24), (25, 36))
    assert link_spans("nothing", tmp_path) == ()


def test_a_traceback_names_a_file_and_a_line(tmp_path: Path) -> None:
    file = tmp_path / "my game.py"
    file.touch()
    for name in ("my game.py", str(file)):
        text = f'  File "{name}", line 12, in <module>'
        (link,) = links(text, tmp_path)
        assert (link.file, link.line) == (file, 12)
        assert text[link.start : link.end] == f'File "{name}", line 12'
    assert links('  File "gone.py", line 1', tmp_path) == []
    assert links('  File "<string>", line 1', tmp_path) == []
