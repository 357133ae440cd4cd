"""The environment of a user who sits at a private screen, with nothing of the developer's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def desktop_env(clean_env: dict[str, str], tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """desktop_env(display): home and settings lie in tmp_path."""

    def make(display: str) -> dict[str, str]:
        env = {**clean_env, "HOME": str(tmp_path), "DISPLAY": display}
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            env[f"XDG_{name}_HOME"] = str(tmp_path / name)
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "VIRTUAL_ENV"):
            env.pop(name, None)
        return env

    return make
