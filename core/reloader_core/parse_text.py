"""A program's text as a syntax tree, without holding up the other threads of the process.

ast.parse() keeps the GIL from its first byte to its last: a window next to it stood still for a
third of a second with a text of 100 KB. So the text is read a few statements at a time. Any thread.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

PIECE_CHARS = 4096
# Where a statement of the outermost level may begin; some of these are in a text or in brackets.
_BEGINS = re.compile(r"^(?!(?:else|elif|except|finally)\b)[^\W\d]|^[@*'\"\d(\[{~+-]", re.MULTILINE)


def parse_text(text: str, name: str = "<unknown>", piece_chars: int = PIECE_CHARS) -> ast.Module:
    """As ast.parse(text, name), and raises what that raises."""
    body: list[ast.stmt] = []
    start = line = 0
    ends = [*_ends(text, piece_chars), len(text)]
    while start < len(text):
        first = next(n for n, end in enumerate(ends) if end > start)
        for more in (first, first + 1, first + 3, first + 7, len(ends)):
            end = ends[min(more, len(ends) - 1)]
            try:
                # The lines before it are there, and empty: so all places are right.
                tree = ast.parse("\n" * line + text[start:end], name)
            except SyntaxError:  # cut within a text, in brackets, behind a decorator; or a mistake
                if end == len(text):
                    raise
            else:
                break
        body += tree.body
        line += text.count("\n", start, end)
        start = end
    return ast.Module(body, []) if body else ast.parse(text, name)


def _ends(text: str, piece_chars: int) -> Iterator[int]:
    at = piece_chars
    while (found := _BEGINS.search(text, at)) is not None:
        yield found.start()
        at = found.start() + piece_chars
