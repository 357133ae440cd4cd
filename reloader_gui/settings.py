"""Settings, recent scripts, and what is remembered for each script. No widgets.

What there is stands in settings_table.py. Stored as TOML in the platform's
configuration folder, written atomically, and merged with what another window has
written since (merge.py). Never raises for what is in the file: a damaged one is set
aside, a bad value gives way to its default.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile

from reloader_gui.merge import merged, merged_recent
from reloader_gui.settings_table import ROWS, Value

FILE_NAME = "settings.toml"
MOST_RECENT = 10
MOST_SCRIPTS = 200
LOCK_MS = 500
"""Another window writes for some milliseconds; then we go on without the lock."""
REPLACE_TRIES, REPLACE_PAUSE_S = 5, 0.02
"""On Windows a virus scanner may hold the file for a moment."""


@dataclass(frozen=True, slots=True)
class ScriptOptions:
    """What is remembered for one script."""

    interpreter: str = ""
    """The chosen Python; empty: the best one is found."""
    restart_on_save: bool = True
    arguments: str = ""
    """As typed; split as the platform's shell does."""
    wait_for_pause: bool = False
    """Run again only when nothing was saved for a while."""
    preload_packages: bool = False
    """The next run's installed packages are imported ahead of time."""
    ask_for_colour: bool = False
    """Tools that see no terminal are asked for colours all the same."""
    first_run_shown: bool = False
    """Whether the line about saving has been shown."""
    always_run_on_save: bool = False
    """Also what was stopped, or has not been run yet."""


@dataclass
class Settings:
    """The values in memory, and the file that they go to. GUI thread only."""

    file: Path
    troubles: list[str] = field(default_factory=list)
    """Sentences for the user about what was wrong with the file."""
    _values: dict[str, Value] = field(default_factory=dict)
    _scripts: dict[str, ScriptOptions] = field(default_factory=dict)
    _recent: list[str] = field(default_factory=list)
    _others: dict[str, Any] = field(default_factory=dict)
    """What a newer version may have written: kept."""
    geometry: str = ""
    last_script: str = ""
    _base: dict[str, Any] = field(default_factory=dict)
    """What we knew when we last read or wrote the file."""

    @classmethod
    def load(cls, folder: Path) -> Settings:
        """What is stored in this folder; whatever is not, by its default."""
        settings = cls(folder / FILE_NAME)
        try:
            settings._understand(tomllib.loads(settings.file.read_text(encoding="utf-8")))
        except FileNotFoundError:
            pass
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            settings._set_aside()
        except OSError as error:
            settings.troubles.append(
                f"Your settings in {settings.file} cannot be read ({error.strerror}),"
                " so the usual ones are used."
            )
        settings._base = settings._as_table()
        return settings

    # -- the table's values

    def get(self, key: str) -> Value:
        return self._values.get(key, ROWS[key].default)

    def text(self, key: str) -> str:
        return str(self.get(key))

    def number(self, key: str) -> float:
        return float(self.get(key))

    def flag(self, key: str) -> bool:
        return bool(self.get(key))

    def set(self, key: str, value: Value) -> str | None:
        """Store a value; a sentence for the user if it cannot be kept."""
        if not ROWS[key].accepts(value):
            raise ValueError(f"{value!r} is no value for {key}")
        self._values[key] = value
        return self.save()

    # -- scripts

    def script(self, path: Path) -> ScriptOptions:
        default = ScriptOptions(restart_on_save=self.flag("restart_on_save"))
        return self._scripts.get(str(path), default)

    def remember(self, path: Path, options: ScriptOptions) -> str | None:
        self._scripts.pop(str(path), None)
        self._scripts[str(path)] = options
        for oldest in list(self._scripts)[:-MOST_SCRIPTS]:
            del self._scripts[oldest]
        return self.save()

    @property
    def recent(self) -> list[Path]:
        """The last scripts, newest first."""
        return [Path(each) for each in self._recent]

    def used(self, path: Path) -> str | None:
        """This script was chosen just now."""
        name = str(path)
        self._recent = [name, *(each for each in self._recent if each != name)][:MOST_RECENT]
        self.last_script = name
        return self.save()

    def forget(self, path: Path) -> str | None:
        """This script is gone: not offered any more."""
        self._recent = [each for each in self._recent if each != str(path)]
        if self.last_script == str(path):
            self.last_script = ""
        return self.save()

    # -- the file

    def save(self) -> str | None:
        """Write what we changed, or nothing; a sentence for the user where that fails."""
        import tomli_w

        ours = self._as_table()
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _locked(self.file):
                _write_atomically(self.file, tomli_w.dumps(self._merged(ours)))
        except OSError as error:
            return f"Your settings could not be saved in {self.file} ({error.strerror})."
        self._base = ours
        return None

    def _merged(self, ours: dict[str, Any]) -> dict[str, Any]:
        """With what another window has written since we looked."""
        try:
            theirs = tomllib.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
            return ours
        table = merged(theirs, self._base, ours)
        before, since = _texts(self._base.get("recent")), _texts(theirs.get("recent"))
        table["recent"] = merged_recent(since, before, self._recent, MOST_RECENT)
        return table

    def _as_table(self) -> dict[str, Any]:
        scripts = {
            path: {each.name: getattr(options, each.name) for each in fields(options)}
            for path, options in self._scripts.items()
        }
        return {
            **self._others,
            **self._values,
            "recent": self._recent,
            "window": {"geometry": self.geometry, "last_script": self.last_script},
            "scripts": scripts,
        }

    def _understand(self, table: dict[str, Any]) -> None:
        bad: list[str] = []
        for key, value in table.items():
            if key not in ROWS:
                continue
            if ROWS[key].accepts(value):
                self._values[key] = value
            else:
                bad.append(key)
        known = {*ROWS, "recent", "window", "scripts"}
        self._others = {key: value for key, value in table.items() if key not in known}
        self._recent = _texts(table.get("recent"))[:MOST_RECENT]
        window = table.get("window")
        if isinstance(window, dict):
            self.geometry = _text(window.get("geometry"))
            self.last_script = _text(window.get("last_script"))
        scripts = table.get("scripts")
        if isinstance(scripts, dict):
            for path, stored in scripts.items():
                if isinstance(stored, dict):
                    self._scripts[path] = _options(stored)
        if bad:
            self.troubles.append(
                f"In your settings, {', '.join(bad)} had a value that cannot be used;"
                " the usual one is used."
            )

    def _set_aside(self) -> None:
        aside = self.file.with_name(f"{FILE_NAME}.damaged-{time.strftime('%Y-%m-%d-%H%M%S')}")
        try:
            os.replace(self.file, aside)
            kept = f"The file was kept as {aside.name}."
        except OSError:
            kept = "The file will be replaced."
        self.troubles.append(
            f"Your settings were damaged, so Reloader starts with the usual ones. {kept}"
        )


def _options(stored: dict[str, Any]) -> ScriptOptions:
    default = ScriptOptions()
    values: dict[str, Any] = {}
    for each in fields(ScriptOptions):
        value = stored.get(each.name)
        if type(value) is type(getattr(default, each.name)):
            values[each.name] = value
    return ScriptOptions(**values)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Against another window; one that died with the lock does not hold us up."""
    lock = QLockFile(f"{file}.lock")
    lock.tryLock(LOCK_MS)
    try:
        yield
    finally:
        lock.unlock()


def _replace(new: str, file: Path) -> None:
    for left in reversed(range(REPLACE_TRIES)):
        try:
            os.replace(new, file)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(REPLACE_PAUSE_S)


def _write_atomically(file: Path, text: str) -> None:
    """A crash or a full disk in the middle leaves the old file as it was."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        _replace(name, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
