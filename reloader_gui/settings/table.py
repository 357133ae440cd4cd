"""The settings: one row each. The settings page and the file are made from this table.

Pure values. A new setting is a new row here, and the code that asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table. The default's type is the setting's type."""

    key: str
    default: Value
    label: str
    sentence: str
    choices: tuple[tuple[str, str], ...] = ()
    """(value, what the user reads); empty: any value of the type."""
    least: float = 0
    most: float = 0
    least_words: str = ""
    """What the user reads in place of the least number."""

    def accepts(self, value: object) -> bool:
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in [choice for choice, _ in self.choices]
        match value:
            case bool():
                return True
            case str():
                return "\0" not in value  # no program has such a name
            case int() | float():
                return self.least <= value <= self.most
            case _:
                return False


TABLE = (
    Setting(
        "theme",
        "system",
        "Appearance",
        "Light or dark, or the same as the rest of your computer.",
        choices=(("system", "Same as the system"), ("light", "Light"), ("dark", "Dark")),
    ),
    Setting(
        "font_size",
        0,
        "Output text size",
        "In points. Ctrl + and Ctrl - change it, too.",
        least=0,
        most=72,
        least_words="Same as the system",
    ),
    Setting(
        "wrap_lines",
        True,
        "Wrap long lines",
        "A line of output that is too wide continues in the next row.",
    ),
    Setting(
        "restart_on_save",
        True,
        "New scripts run again when I save",
        "Each script's own switch starts like this, and remembers what you choose.",
    ),
    Setting(
        "keep_old_on_mistake",
        True,
        "Keep running when I save a mistake",
        "The previous version keeps running until you save one without the mistake.",
    ),
    Setting(
        "ignore_touch",
        False,
        "Ignore saves that change nothing",
        "Saving a file without a change does not run the script again.",
    ),
    Setting(
        "standby",
        True,
        "Faster restarts (uses some memory)",
        "A second Python is started in advance and waits for the next run.",
    ),
    Setting(
        "one_window",
        False,
        "One window",
        "A script that you open elsewhere is shown in the window that is open, "
        "unless another script runs there.",
    ),
    Setting(
        "editor",
        "",
        "Editor",
        "The program that Edit starts. Empty: the first one that is found.",
    ),
    Setting(
        "grace_s",
        2.0,
        "Time to finish after Stop",
        "How long a stopped script may take before it is forced to end, in seconds.",
        least=0.0,
        most=60.0,
    ),
    Setting(
        "run_limit_mb",
        1_000,
        "Output kept of one run, in MB",
        "On the disk, until the window is closed. Of longer output the newest part is kept.",
        least=16,
        most=1_000_000,
    ),
    Setting(
        "total_limit_mb",
        4_000,
        "Output kept of all runs, in MB",
        "Of all scripts in the window. When there is more, the oldest output is dropped.",
        least=16,
        most=1_000_000,
    ),
)
SCRIPT_TABLE = (
    Setting(
        "always_run_on_save",
        False,
        "Always run on save",
        "With 'Run again when I save', a save also starts a script that you have stopped or"
        " have not run yet.",
    ),
    Setting(
        "wait_for_pause",
        False,
        "Wait until I pause",
        "For editors that save by themselves: it runs again when nothing was saved for 2 s.",
    ),
    Setting(
        "preload_packages",
        False,
        "Import packages ahead",
        "Large packages (numpy, pandas) are imported before you save, so a restart is faster."
        " They are then imported before the script's own first line.",
    ),
    Setting(
        "ask_for_colour",
        False,
        "Ask for colours",
        "Tools that print colours only in a terminal are asked to print them here, too.",
    ),
)
"""What each script has for itself: switches, with the names of ScriptOptions."""

ROWS = {row.key: row for row in TABLE}
