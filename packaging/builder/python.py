"""The wheel and the sdist, for pip, pipx and uv."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from builder import app
from builder.context import Context


def build(context: Context) -> Iterator[Path]:
    for make in (app.wheel, app.sdist):
        with context.step(f"made the {make.__name__}"):
            package = Path(shutil.move(make(context), context.out))
        yield package
