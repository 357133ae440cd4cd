"""README.md for a package index: its page is that file, but no checkout lies beside it."""

from __future__ import annotations

import re
from pathlib import Path

from _steps import ROOT, Failed

# Code, which stays as it is; else a link of Markdown, or a picture, to a file of the checkout.
_LINK = re.compile(
    r"```.*?```|`[^`\n]*`"
    r"|(?P<picture>!?)\[(?P<words>[^\]]*)\]\((?!\w+:|#)(?P<path>[^)#\s]+)(?P<part>#[^)\s]*)?\)",
    re.S,
)


def with_addresses(text: str, address: str, version: str, root: Path = ROOT) -> str:
    """Each such link leads to the project's files of that version. Raises Failed for a dead one."""

    def absolute(link: re.Match[str]) -> str:
        path = link["path"]
        if path is None:
            return link[0]
        if not (root / path).is_file():
            raise Failed(f"README.md has a link to {path}, and there is no such file.")
        kind = "raw" if link["picture"] else "blob"
        target = f"{address}/{kind}/v{version}/{path}{link['part'] or ''}"
        return f"{link['picture']}[{link['words']}]({target})"

    return _LINK.sub(absolute, text)
