"""Fetches one pinned source archive from the index that pip is configured with.

`pip download` of an sdist runs its setup.py to learn its metadata, which we never want; so the
index (and pip's certificates) are asked for by `pip config`, the page is read as PEP 691 / PEP 503
say, and nothing is unpacked before its SHA-256 is the pinned one.
"""

from __future__ import annotations

import ast
import base64
import hashlib
import html.parser
import json
import os
import re
import ssl
import subprocess
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from _steps import Failed, clean_env

_JSON = "application/vnd.pypi.simple.v1+json"
_ACCEPT = f"{_JSON}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
_TIMEOUT_S = 120


@dataclass(frozen=True)
class Sdist:
    project: str
    file: str
    sha256: str


def fetch(sdist: Sdist, python: Path, folder: Path) -> Path:
    """The archive in `folder`, downloaded if it is not there yet; `python` is one that has pip."""
    path = folder / sdist.file
    if path.is_file() and _sha256(path.read_bytes()) == sdist.sha256:
        return path
    config = _pip_config(python)
    tried = []
    for index in _indexes(config, python):
        page = f"{index.rstrip('/')}/{sdist.project}/"
        try:
            link = _link(page, sdist, _read(page, config))
            if link is None:
                tried.append("it has no such file")
                continue
            content = _read(link, config)[0]
        except OSError as error:
            tried.append(str(error))
            continue
        if _sha256(content) != sdist.sha256:
            raise Failed(f"{sdist.file} is not the file that was pinned: its SHA-256 is different.")
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(path)
        return path
    raise Failed(f"{sdist.file} cannot be had from pip's index: {'; '.join(tried)}.")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _pip_config(python: Path) -> dict[str, str]:
    """pip's settings; the environment wins over [download], that over [global]."""
    listed = subprocess.run(
        [str(python), "-m", "pip", "config", "list"],
        env=clean_env(),
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    found: dict[str, dict[str, str]] = {}
    lines = re.findall(r"^(:env:|[\w-]+)\.([\w-]+)=('.*'|\".*\")$", listed, re.M)
    for section, key, value in lines:
        found.setdefault(section, {})[key] = ast.literal_eval(value)
    return {**found.get("global", {}), **found.get("download", {}), **found.get(":env:", {})}


def _indexes(config: dict[str, str], python: Path) -> list[str]:
    first = config.get("index-url")
    if not first:
        # pip's own default, asked from it so that no registry is named here.
        program = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
        first = subprocess.run(
            [str(python), "-c", program],
            env=clean_env(),
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
    return [url for url in [first, *config.get("extra-index-url", "").split()] if url]


def _read(url: str, config: dict[str, str]) -> tuple[bytes, str, str]:
    """Content, content type and final address; raises OSError."""
    parts = urllib.parse.urlsplit(url)
    headers = {"Accept": _ACCEPT}
    if parts.username:
        user = urllib.parse.unquote(f"{parts.username}:{parts.password or ''}")
        headers["Authorization"] = f"Basic {base64.b64encode(user.encode()).decode()}"
        url = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    if parts.scheme == "file" and parts.path.endswith("/"):
        url += "index.html"
    context = ssl.create_default_context(cafile=config.get("cert") or None)
    with urllib.request.urlopen(
        urllib.request.Request(url, headers=headers), timeout=_TIMEOUT_S, context=context
    ) as response:
        return response.read(), response.headers.get_content_type(), response.url


def _link(page: str, sdist: Sdist, answer: tuple[bytes, str, str]) -> str | None:
    content, content_type, address = answer
    if content_type == _JSON:
        links = [str(file["url"]) for file in json.loads(content)["files"]]
    else:
        parser = _Links()
        parser.feed(content.decode("utf-8", "replace"))
        links = parser.found
    for link in links:
        if urllib.parse.urlsplit(link).path.rpartition("/")[2] == sdist.file:
            joined = urllib.parse.urljoin(address, link)
            # An index that needs a password serves its files behind the same one.
            ours, theirs = urllib.parse.urlsplit(page), urllib.parse.urlsplit(joined)
            if ours.username and ours.hostname == theirs.hostname:
                return theirs._replace(netloc=ours.netloc).geturl()
            return joined
    return None


class _Links(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.found.append(href)
