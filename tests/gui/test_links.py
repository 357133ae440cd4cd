from __future__ import annotations

import time
from pathlib import Path

import pytest

from reloader_core import LocalFiles, Look
from reloader_gui.output.text.links import link_spans, links


def there(file: Path) -> Look:
    return Look.FILE if file.is_file() else Look.NONE


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
    (link,) = links(text, tmp_path, there)
    assert link.address == text[link.start : link.end] == address
    assert address in link.says


@pytest.mark.parametrize("text", ["ftp://x.y", "file:///etc/passwd", "javascript:x", "https://"])
def test_nothing_else_is_an_address(text: str, tmp_path: Path) -> None:
    assert links(text, tmp_path, there) == []


def test_where_links_stand_is_known_for_painting(tmp_path: Path) -> None:
    (tmp_path / "game.py").touch()
    text = '  File "game.py", line 2 https://x.y'
    assert link_spans(text, tmp_path, there) == ((2, 24), (25, 36))
    assert link_spans("nothing", tmp_path, there) == ()


def test_a_traceback_names_a_file_and_a_line(tmp_path: Path) -> None:
    file = tmp_path / "my game.py"
    file.touch()
    for name in ("my game.py", str(file)):
        text = f'  File "{name}", line 12, in <module>'
        (link,) = links(text, tmp_path, there)
        assert (link.file, link.line) == (file, 12)
        assert text[link.start : link.end] == f'File "{name}", line 12'
    assert links('  File "gone.py", line 1', tmp_path, there) == []
    assert links('  File "<string>", line 1', tmp_path, there) == []


def test_a_file_on_another_computer_is_a_link_that_says_where(tmp_path: Path) -> None:
    look = LocalFiles(tmp_path).look
    (link,) = links('  File "//host/share/x.py", line 3', tmp_path, look)
    assert link.is_elsewhere and link.line == 3
    assert str(link.file) in link.says, "who clicks knows what is asked"
    assert links('  File "/dev/zero", line 3', tmp_path, look) == []


@pytest.mark.parametrize(
    "text", ["http://a" + ")" * 60_000, 'File "' * 20_000, 'File "x", line 1 ' * 20_000]
)
def test_a_row_of_nothing_but_links_takes_no_time(text: str, tmp_path: Path) -> None:
    started = time.monotonic()
    found = links(text, tmp_path, lambda file: Look.FILE)
    assert len(found) <= 200 and time.monotonic() - started < 5
