"""The settings: one row each. The settings page and the file are made from this table.

Pure values. A new setting is a new row here, its words in texts/settings.py, and the code that
asks for it.
"""

from __future__ import annotations

from reloader_core import Preload, frozen

Value = str | int | float | bool


@frozen
class Setting:
    """One row of the table. The default's type is the setting's type."""

    key: str
    default: Value
    choices: tuple[str, ...] = ()
    """Empty: any value of the type."""
    least: float = 0
    most: float = 0
    least_is_system: bool = False
    """The least number stands for what the system has."""
    group: str = "look"
    """Under which heading of the page it stands."""
    is_program: bool = False
    """A program, which can be looked for on the disk."""

    def accepts(self, value: object) -> bool:
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in self.choices
        match value:
            case bool():
                return True
            case str():
                return "\0" not in value  # no program has such a name
            case int() | float():
                return self.least <= value <= self.most
            case _:
                return False


GROUPS = ("look", "running", "programs", "kept")
"""The headings, in their order."""
TABLE = (
    Setting("theme", "system", choices=("system", "light", "dark")),
    Setting("language", "system", choices=("system", "en", "zh_CN")),
    Setting("font_size", 0, least=0, most=72, least_is_system=True),
    Setting("wrap_lines", True),
    Setting("say_output", True),
    Setting("restart_on_save", True, group="running"),
    Setting("keep_old_on_mistake", True, group="running"),
    Setting("ignore_touch", False, group="running"),
    Setting("standby", True, group="running"),
    Setting("parked_mb", 600, least=50, most=100_000, group="running"),
    Setting("notify_end", False, group="running"),
    Setting("one_window", True, group="programs"),
    Setting("grace_s", 2.0, least=0.0, most=60.0, group="running"),
    Setting("editor", "", group="programs", is_program=True),
    Setting("package_index", "", group="programs"),
    Setting("run_limit_mb", 1_000, least=16, most=1_000_000, group="kept"),
    Setting("total_limit_mb", 4_000, least=16, most=1_000_000, group="kept"),
)
SCRIPT_TABLE = (
    Setting("always_run_on_save", False),
    Setting("notice_data", True),
    Setting("wait_for_pause", False),
    Setting("preload", Preload.STDLIB.value, choices=tuple(each.value for each in Preload)),
    Setting("ask_for_colour", False),
)
"""What each script has for itself, with the names of ScriptOptions."""

ROWS = {row.key: row for row in TABLE}
SCRIPT_ROWS = {row.key: row for row in SCRIPT_TABLE}
