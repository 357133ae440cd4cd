"""What the user has decided about one script, remembered, and the Target that follows from it.

GUI thread.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reloader_core import DataFiles, Interpreter, Preload, Target, Trust
from reloader_gui.run import env_text, script_texts
from reloader_gui.settings.store import ScriptOptions, Settings
from reloader_gui.ui import system

PAUSE_S = 2.0


class Options(QObject):
    changed = Signal()

    def __init__(self, script: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now: ScriptOptions = settings.script(script)
        self.session_args: tuple[str, ...] | None = None
        """From the command line: for this session, instead of the remembered ones."""
        self.from_env_file: env_text.Variables = ()
        """What the .env beside it sets, as far as that is known."""
        self.script = script
        self._settings = settings

    def remember(self, **changes: str | bool) -> None:
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]
        self._settings.remember(self.script, self.now)
        self.changed.emit()

    def follow(self, script: Path) -> None:
        """It is called so now."""
        self._settings.moved(self.script, script)
        self.script = script
        self.now = self._settings.script(script)

    def text(self, key: str) -> str:
        """What is typed for it."""
        if key == "arguments" and self.session_args is not None:
            return system.join_command(self.session_args, system.THIS)
        return str(getattr(self.now, key))

    def set_texts(self, **texts: str) -> None:
        """Each is right: see script_texts.fault()."""
        if "arguments" in texts:
            self.session_args = None
        self.remember(**texts)

    @property
    def folder(self) -> Path:
        """Where it runs."""
        return script_texts.folder(self.now.folder, self.script)

    def variables(self) -> tuple[tuple[str, str], ...]:
        """What the user adds to its environment; what is typed counts more than the file."""
        from_file = self.from_env_file if self.now.use_env_file else ()
        return (*from_file, *env_text.typed(self.now.environment).variables)

    def restarts_for(self, file: Path) -> bool:
        """Whether the user wants that by name; see restart_for()."""
        return glob.escape(file.name) in self.now.watch.splitlines()

    def _patterns(self, text: str) -> tuple[str, ...]:
        """As the engine takes them, from the folder that the script runs in."""
        found, beside = script_texts.patterns(text), self.script.parent
        if self.folder == beside:
            return found
        return tuple(os.path.join(glob.escape(str(beside)), each) for each in found)

    def restart_for(self, files: Iterable[Path]) -> None:
        """From now on each change of these restarts the script."""
        known = self.now.watch.splitlines()
        folder = self.script.parent
        new = [
            glob.escape((each.relative_to(folder) if folder in each.parents else each).as_posix())
            for each in files
        ]
        self.remember(watch="\n".join(dict.fromkeys([*known, *new])))

    def args(self) -> tuple[str, ...]:
        if self.session_args is not None:
            return self.session_args
        try:
            return tuple(system.split_command(self.now.arguments, system.THIS))
        except ValueError:  # the settings file was edited by hand
            return tuple(self.now.arguments.split())

    def package_index(self) -> str:
        """Where packages come from; empty: as pip is set up."""
        return self._settings.text("package_index")

    @property
    def grace_s(self) -> float:
        return self._settings.number("grace_s")

    # -- which Python: see python_choice.Choices

    @property
    def chosen(self) -> str:
        return self.now.interpreter

    def choose(self, path: str) -> None:
        self.remember(interpreter=path)

    def trust(self) -> Trust:
        return self._settings.trust()

    def judge(self, mark: str, use: bool) -> None:
        self._settings.judge(mark, use)

    def target(self, interpreter: Interpreter, *, is_script: bool = True) -> Target:
        """What the engine is told to run. Not `is_script`: pip, which has no use for the secrets
        that the script is given."""
        now, settings = self.now, self._settings
        return Target(
            interpreter=interpreter.path,
            cwd=self.folder,
            script=self.script,
            args=self.args(),
            watch=self._patterns(now.watch),
            ignore=self._patterns(now.ignore) + self._patterns(".env" * now.use_env_file),
            data_files=DataFiles.ASKED if now.notice_data else DataFiles.IGNORED,
            env=(
                *system.script_environment(os.environ, system.THIS, colour=now.ask_for_colour),
                *(self.variables() if is_script else ()),
            ),
            restart_on_save=now.restart_on_save,
            run_when_saved=now.always_run_on_save,
            grace_s=self.grace_s,
            most_parked_mb=int(settings.number("parked_mb")),
            standby=settings.flag("standby"),
            preload=Preload(now.preload),
            restart_on_errors=not settings.flag("keep_old_on_mistake"),
            only_when_text_changed=settings.flag("ignore_touch"),
            pause_s=PAUSE_S if now.wait_for_pause else 0.0,
        )
