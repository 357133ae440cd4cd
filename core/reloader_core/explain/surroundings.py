"""What is no fault of a line: a port that is taken, a window that was closed, memory that is full,
what was read and is no JSON.

Asks the system who listens at a port.
"""

from __future__ import annotations

import ast
import errno
import re
from pathlib import PurePath

from reloader_core.explain.calls import classes, taken
from reloader_core.explain.causes import reading
from reloader_core.explain.evidence import place
from reloader_core.explain.evidence.facts import Facts
from reloader_core.explain.evidence.said_by import in_file
from reloader_core.explain.files import files, forms, modes, stored
from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
from reloader_core.explain.modules import (
    dates,
    handed,
    programs,
    refused,
    settings,
    unknown,
)
from reloader_core.explain.packages import orm, others
from reloader_core.explain.science import arrays, learning, plot_pictures, tables

_IN_USE = (errno.EADDRINUSE, 10048)  # the other is Windows'
_BOUND = re.compile(r"attempting to bind on address \('[^']*', (\d+)")  # asyncio's


def port_in_use(facts: Facts) -> Diagnosis | None:
    number = facts.slots["errno"].number if "errno" in facts.slots else None
    port = _port(facts)
    if number not in _IN_USE or not port or facts.is_by_hand:
        return None
    holder = _listening(port)
    if holder is not None:
        return Diagnosis(Kind.PORT_IN_USE_BY, (port, *holder))
    return Diagnosis(Kind.PORT_IN_USE, (port,))


def _port(facts: Facts) -> int:
    """0 if it is not known."""
    for value in facts.arguments[1:]:
        if value.type == "str" and (said := _BOUND.search(str(value.details[0]))):
            return int(said[1])
    if facts.is_innermost:
        return place.port_bound(facts)
    told = facts.told.get("port", 0)
    return told if isinstance(told, int) else 0


def _listening(port: int) -> tuple[str, int] | None:
    """The program that does, and its number; None: nobody, or nobody who may be known."""
    import psutil  # 30 ms, which a window's first paint can do without

    try:
        for found in psutil.net_connections("inet"):
            at = found.laddr.port if found.laddr else 0
            if at == port and found.pid and found.status in (psutil.CONN_LISTEN, psutil.CONN_NONE):
                return psutil.Process(found.pid).name(), found.pid
    except (psutil.Error, OSError):
        pass
    return None


def memory_full(facts: Facts) -> Diagnosis | None:
    return Diagnosis(Kind.MEMORY, (facts.line,)) if facts.line and not facts.is_by_hand else None


# -- types of others


def other_type(facts: Facts) -> Diagnosis | None:
    """An error of a library's own."""
    if facts.is_innermost and facts.is_raised:
        return None
    match facts.told.get("other_type"):
        case ("_tkinter", "TclError") if _is_of_closed_window(facts):
            return Diagnosis(Kind.WINDOW_CLOSED)
        case ("turtle", "Terminator") if _is_of_closed_window(facts):
            return Diagnosis(Kind.WINDOW_CLOSED)
        case (str(module), "_ArrayMemoryError") if module.startswith("numpy."):
            return memory_full(facts)
        case ("json.decoder" | "requests.exceptions", "JSONDecodeError"):
            return _no_json(facts)
    return modes.file_mode(facts) or _of_package(facts, *facts.told.get("other_type", ("", "")))


def _of_package(facts: Facts, module: str, name: str) -> Diagnosis | None:
    if module.startswith("pandas."):
        return tables.other_type(facts, module, name)
    match module.split(".")[0], name:
        case "numpy", _:
            return arrays.other_type(facts, name)
        case "sklearn", _:
            return learning.other_type(facts, name)
        case "matplotlib", "ConversionError":
            return plot_pictures.of_function(facts)
    match module, name:
        case "sqlite3", _ if facts.is_innermost:
            return others.database(facts) or orm.of_sqlite(facts)
        case (("re" | "sre_constants" | "re._constants"), ("error" | "PatternError")) if _parses(
            facts
        ):
            return others.pattern(facts)
        case "_tkinter", "TclError":
            return others.window(facts)
        case "turtle", "TurtleGraphicsError" if in_file(facts, "turtle.py"):
            return others.turtles(facts)
        case "dataclasses", "FrozenInstanceError":
            return classes.frozen(facts)
        case "statistics", "StatisticsError" if in_file(facts, "statistics.py"):
            return taken.no_data(facts) or stored.two_needed(facts)
        case (("_csv" | "csv"), "Error") if facts.is_innermost or in_file(facts, "csv.py"):
            return stored.csv_error(facts)
        case (("_pickle" | "pickle"), "UnpicklingError"):
            return stored.no_pickle(facts)
        case (("_pickle" | "pickle"), "PicklingError"):
            return stored.pickle_local(facts) or programs.pool_lambda(facts)
        case (("_queue" | "queue"), ("Empty" | "Full")):
            return refused.queue_ended(facts, name)
        case "struct", "error" if facts.is_innermost:
            return refused.packed(facts)
        case "decimal", "DivisionByZero":
            return refused.decimal_zero(facts)
        case "shutil", "SameFileError":
            return files.same_file(facts)
        case "binascii", "Error":
            return stored.digits_wrong(facts)
        case "decimal", "InvalidOperation":
            return dates.decimal_of_text(facts)
        case "requests.exceptions", "MissingSchema":
            return others.without_scheme(facts)
        case ("requests.exceptions", "ConnectionError") | ("urllib.error", "URLError"):
            return others.no_connection(facts)
        case "socket", "gaierror":
            return others.host_unknown(facts)
        case "configparser", "NoSectionError":
            return forms.no_section_named(facts)
        case "configparser", "InterpolationSyntaxError":
            return settings.percent(facts)
        case "configparser", "MissingSectionHeaderError":
            return settings.section_header(facts)
        case "subprocess", "CalledProcessError":
            return programs.failed(facts)
        case "zoneinfo._common" | "zoneinfo", "ZoneInfoNotFoundError":
            return unknown.zone(facts)
    return None


def _parses(facts: Facts) -> bool:
    return in_file(facts, "re/_parser.py", "sre_parse.py", "re/_compiler.py")


_TK = ("tkinter/__init__.py", "turtle.py")
_CLOSES = ("destroy", "bye", "exitonclick")


def _is_of_closed_window(facts: Facts) -> bool:
    """By its user, and the script was in the middle of something. In turtle, which has only the
    one, what is no widget any more can be nothing else. What fails below mainloop() comes too late,
    and not from it, unless it was only printed, as what a callback raises."""
    through = [PurePath(each).name for each in facts.told.get("through", ())]
    is_lost = "turtle.py" in through and facts.message.startswith("invalid command name")
    is_over = facts.told["other_type"][0] == "turtle"
    if not is_lost and not is_over and "application has been destroyed" not in facts.message:
        return False
    tree = place.tree_of(facts)
    is_after = facts.function == "<module>" or "printed" not in facts.told
    for node in place.every(facts, ast.Call):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
                is_before = node.lineno < facts.line and is_after
                if name in _CLOSES or name in ("mainloop", "done") and is_before:
                    return False
    return tree is not None


def _no_json(facts: Facts) -> Diagnosis | None:
    if facts.message == "Expecting value: line 1 column 1 (char 0)":
        if (why := _read_before(facts) or handed.name_for_json(facts)) is not None:
            return why
    return forms.no_json(facts)


def _read_before(facts: Facts) -> Diagnosis | None:
    """`json.load(file)`, of a file that has been read."""
    match place.called(facts, "load", "loads"):
        case ast.Call(func=ast.Attribute(attr="load"), args=[what, *_]) as call:
            return stored.emptied(facts, what) or reading.read_before(facts, call)
        case ast.Call(args=[what]):
            return reading.read_before(facts, what)
    return None
