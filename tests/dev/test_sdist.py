"""Fetching a pinned archive from a package index: a real one, on this machine's loopback."""

from __future__ import annotations

import base64
import hashlib
import http.server
import json
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTENT = b"an archive"
FILE = "thing-1.0.tar.gz"
PAGES = {
    "json": ("application/vnd.pypi.simple.v1+json", json.dumps({"files": [{"url": f"../{FILE}"}]})),
    "html": ("text/html", f'<a href="../{FILE}#sha256=0&amp;x">thing</a>'),
}


class Index(http.server.ThreadingHTTPServer):
    kind = "json"
    secret: str | None = None
    asked: list[str]


class Handler(http.server.BaseHTTPRequestHandler):
    server: Index

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.server.secret and self.headers.get("Authorization") != self.server.secret:
            return self.answer(401, "text/plain", b"")
        if self.path == "/simple/thing/":
            kind, page = PAGES[self.server.kind]
            return self.answer(200, kind, page.encode())
        if self.path == f"/simple/{FILE}":
            return self.answer(200, "application/octet-stream", CONTENT)
        self.answer(404, "text/plain", b"")

    def answer(self, code: int, content_type: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Index]:
    with Index(("127.0.0.1", 0), Handler) as server:
        server.asked = []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/simple")
        monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "none"))
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        yield server
        server.shutdown()
        thread.join(10)


@pytest.fixture
def fetch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import importlib

    module: Any = importlib.import_module("_sdist")

    def fetch(sha256: str = hashlib.sha256(CONTENT).hexdigest(), project: str = "thing") -> Path:
        sdist = module.Sdist(project=project, file=FILE, sha256=sha256)
        path: Path = module.fetch(sdist, Path(sys.executable), tmp_path / "downloads")
        return path

    return fetch


@pytest.mark.parametrize("kind", PAGES)
def test_it_is_found_on_either_kind_of_page(
    kind: str, index: Index, fetch: Callable[..., Path]
) -> None:
    index.kind = kind
    assert fetch().read_bytes() == CONTENT


def test_a_second_time_nothing_is_asked(index: Index, fetch: Callable[..., Path]) -> None:
    fetch()
    index.asked.clear()
    fetch()
    assert index.asked == []


def test_another_content_is_refused_and_not_kept(
    index: Index, fetch: Callable[..., Path], tmp_path: Path
) -> None:
    with pytest.raises(Exception, match="SHA-256 is different"):
        fetch(sha256="0" * 64)
    assert not (tmp_path / "downloads").exists()


def test_an_index_with_a_password(
    index: Index, fetch: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    index.secret = f"Basic {base64.b64encode(b'me:p@ss').decode()}"
    url = f"http://me:p%40ss@127.0.0.1:{index.server_port}/simple/"
    monkeypatch.setenv("PIP_INDEX_URL", url)
    assert fetch().read_bytes() == CONTENT


def test_what_the_index_lacks_is_one_sentence(index: Index, fetch: Callable[..., Path]) -> None:
    with pytest.raises(Exception, match=r"cannot be had from pip's index: .*404"):
        fetch(project="other")
