"""Settings, recent scripts, and what is remembered for each script. No widgets.

What there is stands in table.py, the file is file.py's, and a thread of writer.py
writes it. Never raises for what is in the file: a damaged one is set
aside, a bad value gives way to its default.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reloader_core import Trust, frozen
from reloader_gui.settings.file import MOST_RECENT, Damaged, named, read, set_aside, stored_name
from reloader_gui.settings.table import ROWS, SCRIPT_ROWS, Value
from reloader_gui.settings.troubles import file_above, not_kept
from reloader_gui.settings.writer import SettingsWriter
from reloader_gui.texts.said import Said, said
from reloader_gui.texts.settings import SETTINGS

FILE_NAME = "settings.toml"
MOST_SCRIPTS = 200
MOST_JUDGED = 200
MOST_TABS = 100


@frozen
class ScriptOptions:
    """What is remembered for one script."""

    interpreter: str = ""
    """The chosen Python; empty: the best one is found."""
    restart_on_save: bool = True
    arguments: str = ""
    """As typed; split as the platform's shell does."""
    wait_for_pause: bool = False
    """Run again only when nothing was saved for a while."""
    preload: str = "stdlib"
    """What of the next run is imported ahead of time, see SCRIPT_TABLE."""
    ask_for_colour: bool = False
    """Tools that see no terminal are asked for colours all the same."""
    folder: str = ""
    """Where it runs, relative to its own folder; empty: there."""
    environment: str = ""
    """NAME=value in each line."""
    use_env_file: bool = False
    """The .env beside it, too."""
    notice_data: bool = True
    """A change of a file that it reads is told, and runs it again once it has ended."""
    watch: str = ""
    """Patterns of files that restart it, too, one a line, relative to its folder."""
    ignore: str = ""
    """Of files that never do."""
    first_run_shown: bool = False
    """Whether the line about saving has been shown."""
    always_run_on_save: bool = False
    """Also what was stopped, or has not been run yet."""
    colour_offered: bool = False
    """The user was asked once whether the script is to print in colour."""
    keyboard_told: bool = False
    """The user was told once that its window takes the keyboard."""
    name_kept: bool = False
    """Though it hides a module: the user was told."""


class Settings(QObject):
    """The values in memory, and the file that they go to. GUI thread only."""

    failed = Signal(object)
    """A Said: what was changed could not be written."""

    def __init__(self, file: Path | None) -> None:
        """None: there is no place to keep them."""
        super().__init__()
        self.file = file
        self.troubles: list[Said] = []
        """What was wrong with the file, for the user."""
        self.geometry = ""
        self.last_script = ""
        self.tabs: list[Path] = []
        """The scripts that were open, in their order."""
        self._values: dict[str, Value] = {}
        self._scripts: dict[str, ScriptOptions] = {}
        self._judged: dict[str, bool] = {}
        """Pythons that the user was asked about, by the engine's mark: whether they may be used."""
        self._recent: list[str] = []
        self._others: dict[str, Any] = {}
        """What a newer version may have written: kept."""
        self._writer = SettingsWriter(file, {}, self._tell) if file is not None else None

    @classmethod
    def load(cls, folder: Path | None) -> Settings:
        """What is stored in this folder; whatever is not, by its default."""
        settings = cls(folder / FILE_NAME if folder is not None else None)
        if settings.file is None:
            settings.troubles.append(said(SETTINGS.no_folder))
            return settings
        settings._read(settings.file)
        settings._writer = SettingsWriter(settings.file, settings._as_table(), settings._tell)
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

    def set(self, key: str, value: Value) -> None:
        if not ROWS[key].accepts(value):
            raise ValueError(f"{value!r} is no value for {key}")
        self._values[key] = value
        self.save()

    # -- scripts

    def script(self, path: Path) -> ScriptOptions:
        default = ScriptOptions(restart_on_save=self.flag("restart_on_save"))
        return self._scripts.get(str(path), default)

    def remember(self, path: Path, options: ScriptOptions) -> None:
        self._scripts.pop(str(path), None)
        self._scripts[str(path)] = options
        for oldest in list(self._scripts)[:-MOST_SCRIPTS]:
            del self._scripts[oldest]
        self.save()

    def moved(self, old: Path, new: Path) -> None:
        """The script has another name now; what is remembered of it goes with it."""
        if (options := self._scripts.pop(str(old), None)) is not None:
            self._scripts[str(new)] = replace(options, name_kept=False)
        recent = (str(new) if each == str(old) else each for each in self._recent)
        self._recent = list(dict.fromkeys(recent))
        if self.last_script == str(old):
            self.last_script = str(new)
        self.save()

    def trust(self) -> Trust:
        """What the user has answered about Pythons that others could have changed."""
        accepted = frozenset(mark for mark, use in self._judged.items() if use)
        return Trust(accepted, frozenset(self._judged) - accepted)

    def judge(self, mark: str, use: bool) -> None:
        self._judged.pop(mark, None)
        self._judged[mark] = use
        for oldest in list(self._judged)[:-MOST_JUDGED]:
            del self._judged[oldest]
        self.save()

    @property
    def recent(self) -> list[Path]:
        """The last scripts, newest first."""
        return [Path(each) for each in self._recent]

    def used(self, path: Path) -> None:
        """This script was chosen just now."""
        name = str(path)
        self._recent = [name, *(each for each in self._recent if each != name)][:MOST_RECENT]
        self.last_script = name
        self.save()

    def keep_tabs(self, scripts: Sequence[Path], shown: Path | None) -> None:
        """For the next start; `shown`: None where that is no script."""
        last = str(shown) if shown is not None else self.last_script
        if (self.tabs, self.last_script) != (list(scripts), last):
            self.tabs, self.last_script = list(scripts), last
            self.save()

    def forget(self, path: Path) -> None:
        """This script is gone: not offered any more."""
        self._recent = [each for each in self._recent if each != str(path)]
        if self.last_script == str(path):
            self.last_script = ""
        self.save()

    # -- the file

    def save(self) -> None:
        """What we changed is written soon, aside; `failed` where that cannot be done."""
        if self._writer is not None:
            self._writer.submit(self._as_table())

    def flush(self, timeout_s: float) -> bool:
        """Wait until all is written; False: it takes longer, and goes on."""
        return self._writer is None or self._writer.flush(timeout_s)

    def _tell(self, trouble: Said) -> None:
        with contextlib.suppress(RuntimeError):  # this object is gone already
            self.failed.emit(trouble)

    def _as_table(self) -> dict[str, Any]:
        scripts = {
            stored_name(path): {
                **{each.name: getattr(options, each.name) for each in fields(options)},
                "interpreter": stored_name(options.interpreter),
            }
            for path, options in self._scripts.items()
        }
        return {
            **self._others,
            **self._values,
            "recent": list(map(stored_name, self._recent)),
            "window": {
                "geometry": self.geometry,
                "last_script": stored_name(self.last_script),
                "tabs": [stored_name(str(script)) for script in self.tabs],
            },
            "scripts": scripts,
            "pythons": {stored_name(mark): use for mark, use in self._judged.items()},
        }

    def _read(self, file: Path) -> None:
        try:
            self._understand(read(file))
        except FileNotFoundError as error:
            if file_above(file.parent) is not None:  # Windows calls that 'not found', too
                self.troubles.append(not_kept(file.parent, error))
        except Damaged:
            self._set_aside(file)
        except OSError as error:
            can_be_written = os.access(file.parent, os.W_OK | os.X_OK)
            kept = said(SETTINGS.not_read, file) if can_be_written else not_kept(file.parent, error)
            self.troubles.append(kept)

    def _understand(self, table: Mapping[str, Any]) -> None:
        bad: list[str] = []
        for key, value in table.items():
            if key not in ROWS:
                continue
            if ROWS[key].accepts(value):
                self._values[key] = value
            else:
                bad.append(key)
        known = {*ROWS, "recent", "window", "scripts", "pythons"}
        self._others = {key: value for key, value in table.items() if key not in known}
        recent = table.get("recent")
        names = map(_name, recent) if isinstance(recent, list) else ()
        self._recent = [name for name in names if name][:MOST_RECENT]
        window = table.get("window")
        if isinstance(window, dict):
            self.geometry = _text(window.get("geometry"))
            self.last_script = _name(window.get("last_script"))
            tabs = window.get("tabs")
            found = map(_name, tabs) if isinstance(tabs, list) else ()
            self.tabs = [Path(name) for name in dict.fromkeys(found) if name][:MOST_TABS]
        judged = table.get("pythons")
        if isinstance(judged, dict):
            self._judged = {
                named(mark): use for mark, use in judged.items() if isinstance(use, bool)
            }
        scripts = table.get("scripts")
        if isinstance(scripts, dict):
            for path, stored in scripts.items():
                if isinstance(stored, dict) and (name := _name(path)):
                    self._scripts[name] = _options(stored)
        if bad:
            self.troubles.append(said(SETTINGS.bad_values, tuple(bad)))

    def _set_aside(self, file: Path) -> None:
        try:
            kept = set_aside(file).name
        except OSError:
            kept = ""
        self.troubles.append(said(SETTINGS.damaged, kept))


def _options(stored: Mapping[str, Any]) -> ScriptOptions:
    default = ScriptOptions()
    values: dict[str, Any] = {}
    for each in fields(ScriptOptions):
        value = stored.get(each.name)
        row = SCRIPT_ROWS.get(each.name)
        if type(value) is type(getattr(default, each.name)) and (row is None or row.accepts(value)):
            values[each.name] = _text(value) if isinstance(value, str) else value
    if "preload" not in values and stored.get("preload_packages") is True:  # until 0.2
        values["preload"] = "all"
    found = ScriptOptions(**values)
    return replace(found, interpreter=_name(found.interpreter))


def _text(value: object) -> str:
    """Nothing can be named, started or told with a NUL in it."""
    return value if isinstance(value, str) and "\0" not in value else ""


def _name(value: object) -> str:
    return _text(named(_text(value)))
