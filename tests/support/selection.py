"""Which tests are left out where time is short: under Wine, and with --fast.

Under Wine each test costs ten times as much. Windows itself runs all of them
(.github/workflows/checks.yml), and so does whoever names such a file or case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
# Not under Wine: what no system is asked in, and what the window paints by itself.
SAME_EVERYWHERE = {
    "core": "channel child_windows_pure explain_mutations life machine notice_words policies"
    " retry_loops saves spool_index spool_turns texts values",
    "gui": "ansi ansi_tools answers busy card cell_row compare data_line document errors"
    " explain_texts find frames guide help input_place input_row language messages"
    " missing_glyphs output_bounds painting palette pane run_log steady stop_holds texts"
    " theme traceback_tail voice warm_up widgets window words",
}


def files(names_in: Mapping[str, str]) -> set[Path]:
    return {
        TESTS / folder / f"test_{name}.py"
        for folder, names in names_in.items()
        for name in names.split()
    }


HERE_ALONE = files(SAME_EVERYWHERE)
# Under Wine each third test of these: what they ask of a system others ask it, too.
MOSTLY_THE_SAME = {
    "core": "autoreload before_run children_seen command_line control data end_completes"
    " ends_as_ctrl_c explain explain_tracebacks explanations headless hostile in_a_terminal"
    " interpreters kept_imports list_pythons loaded_ahead local_files nested_reloaders options"
    " own_program own_writes spool_full standby standby_packages supervisor",
    "gui": "editors environment_steps installation keyboard links main masking new_environment"
    " one_window packages real renaming screens script_run script_settings scripts settings"
    " single_instance tabs terminal_window",
}
WINDOWS_ONLY = TESTS / "windows"
EACH = 3
# With --fast: none of these.
SLOW = [
    *(TESTS / name for name in ("dev", "e2e", "packaging", "windows", "test_architecture.py")),
    *(TESTS / "core" / f"test_{name}.py" for name in ("bench_smoke", "explain_mutations")),
    *(TESTS / "core" / f"test_{name}.py" for name in ("explain", "loaded_ahead", "stress")),
    *(TESTS / "core" / f"test_{name}.py" for name in ("supervisor_random",)),
    *(TESTS / "gui" / f"test_{name}.py" for name in ("installation", "main", "new_environment")),
    *(TESTS / "gui" / f"test_{name}.py" for name in ("one_window", "python_choice", "real")),
]
# What asks for one of these starts processes: `clean_env` is an environment for a child.
STARTS_PROCESSES = {
    *("ask", "clean_env", "compare", "drive", "each_python", "make_real_window", "make_starter"),
    *("pythons", "reloader", "shared_start", "start", "supervise", "wheels", "x_display"),
}
# What asks for one of these opens windows, or makes environments: a tenth of a second and more.
TAKES_A_WHILE = {"environ", "qtbot"}


def starts_processes(item: pytest.Item) -> bool:
    return not STARTS_PROCESSES.isdisjoint(getattr(item, "fixturenames", ()))


def left_out_when_fast(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """What is marked as slow; of what starts processes, in each file all but the first; of what
    takes a while, all but the first case of each test."""
    found: list[pytest.Item] = []
    seen: set[object] = set()
    for item in items:
        kind: object = None
        if item.get_closest_marker("slow"):
            found.append(item)
        elif starts_processes(item):
            kind = item.path
        elif not TAKES_A_WHILE.isdisjoint(getattr(item, "fixturenames", ())):
            kind = item.nodeid.partition("[")[0]
        if kind is not None and kind in seen:
            found.append(item)
        seen.add(kind)
    return found


def all_but_each_third(
    items: Sequence[pytest.Item], named: Sequence[str] = ()
) -> list[pytest.Item]:
    """Of tests that start processes for each of several cases, and of some whole files, if they
    are not among the `named`; the first stays."""
    kinds: dict[str, list[pytest.Item]] = {}
    sampled = {
        path for path in files(MOSTLY_THE_SAME) if not any(path.name in word for word in named)
    }
    for item in items:
        if item.path in sampled:
            kinds.setdefault(str(item.path), []).append(item)
        elif starts_processes(item) and WINDOWS_ONLY not in item.path.parents:
            kinds.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return [item for cases in kinds.values() for number, item in enumerate(cases) if number % EACH]
