"""The wheel and the sdist, for pip, pipx and uv."""

from __future__ import annotations

import shutil
from pathlib import Path

from builder import app
from builder.context import Context


def build(context: Context) -> list[Path]:
    made = []
    for make in (app.wheel, app.sdist):
        with context.step(f"made the {make.__name__}"):
            built = make(context)
            made.append(Path(shutil.copy(built, context.out)))
    return made
