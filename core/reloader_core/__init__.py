"""The engine of Reloader, without any GUI: what other packages may import of it.

`run_with_reloader` is for programs that restart themselves, the rest for the window and other
front ends. A name is imported when it is first used (PEP 562): a supervised program comes
through here at each of its restarts, and needs nothing of the engine.
"""

TYPE_CHECKING = False  # what type checkers take for typing's, which would cost the program 5 ms
if TYPE_CHECKING:
    from reloader_core.autoreload import is_supervised, run_with_reloader
    from reloader_core.child import prepare_host
    from reloader_core.command.patterns import PatternFault, pattern_fault
    from reloader_core.control.client import Running, runner_of
    from reloader_core.control.client import stop as stop_script
    from reloader_core.control.peer import (
        SOCKETS_ARE_FILES,
        is_private,
        is_same_user,
        let_come_forward,
    )
    from reloader_core.control.place import MOST_PATH_BYTES, private_folders
    from reloader_core.control.script import ControlledScript, Order
    from reloader_core.control.server import Server as ControlServer
    from reloader_core.disk.local_files import LocalFiles, Look
    from reloader_core.disk.private_files import make_private_folder, open_private, private_opener
    from reloader_core.event_log import EventLog
    from reloader_core.explain.details import Cause, Link, NamedValue
    from reloader_core.explain.details import Details as ErrorDetails
    from reloader_core.explain.ended import explain_end
    from reloader_core.explain.explaining import details_of as error_details
    from reloader_core.explain.explaining import explain as explain_error
    from reloader_core.explain.kinds.diagnosis import Diagnosis, Kind
    from reloader_core.explain.tracebacks import PrintedError, PrintedErrors, Where
    from reloader_core.installable import (
        KnownPackage,
        known_package,
        package_table,
        same_names,
    )
    from reloader_core.kept_imports import imports_are_known
    from reloader_core.model import (
        AfterExit,
        CpuTimes,
        CpuUsed,
        DataChanged,
        DataFiles,
        Drained,
        ErrorSurvived,
        Exit,
        InputWanted,
        Message,
        NotRestarted,
        Parked,
        Position,
        Preload,
        RanCode,
        Reason,
        ReasonKind,
        ScriptError,
        State,
        Status,
        Target,
        Text,
        Waits,
        Watching,
    )
    from reloader_core.notice import Notice, NoticeKind, SpawnTrouble, TurnOff
    from reloader_core.platform_facts import venv_python
    from reloader_core.python.asking import Interpreter, PassedOver
    from reloader_core.python.header import read as read_header
    from reloader_core.python.interpreters import choose as choose_interpreter
    from reloader_core.python.interpreters import own as own_interpreter
    from reloader_core.python.listing import list_pythons
    from reloader_core.python.places import (
        ENVIRONMENT_NAMES,
        Origin,
        ScriptPlace,
        Source,
        nearby_environments,
    )
    from reloader_core.python.probe import InterpreterMissing, Problem
    from reloader_core.python.trust import Danger, Doubt, Trust
    from reloader_core.spool.budget import OutputBudget
    from reloader_core.spool.run_output import Dropped, RunOutput
    from reloader_core.spool.spool import Spool
    from reloader_core.spool.store import Extent
    from reloader_core.spool.trouble import SpoolTrouble, SpoolTroubleKind
    from reloader_core.supervisor import Supervisor
    from reloader_core.toml_text import read_toml
    from reloader_core.values import frozen
    from reloader_core.watch.watcher import Watcher

_ROOMS = {
    "autoreload": "is_supervised run_with_reloader",
    "child": "prepare_host",
    "command.patterns": "PatternFault pattern_fault",
    "control.client": "Running runner_of stop_script=stop",
    "control.peer": "SOCKETS_ARE_FILES is_private is_same_user let_come_forward",
    "control.place": "MOST_PATH_BYTES private_folders",
    "control.script": "ControlledScript Order",
    "control.server": "ControlServer=Server",
    "disk.local_files": "LocalFiles Look",
    "disk.private_files": "make_private_folder open_private private_opener",
    "event_log": "EventLog",
    "explain.details": "Cause ErrorDetails=Details Link NamedValue",
    "explain.ended": "explain_end",
    "explain.explaining": "error_details=details_of explain_error=explain",
    "explain.kinds.diagnosis": "Diagnosis Kind",
    "explain.tracebacks": "PrintedError PrintedErrors Where",
    "installable": "KnownPackage known_package package_table same_names",
    "kept_imports": "imports_are_known",
    "model": (
        "AfterExit CpuTimes CpuUsed DataChanged DataFiles Drained ErrorSurvived Exit InputWanted "
        "Message NotRestarted Parked Position Preload RanCode Reason ReasonKind "
        "ScriptError State Status Target Text Waits Watching"
    ),
    "notice": "Notice NoticeKind SpawnTrouble TurnOff",
    "platform_facts": "venv_python",
    "python.asking": "Interpreter PassedOver",
    "python.header": "read_header=read",
    "python.listing": "list_pythons",
    "python.interpreters": "choose_interpreter=choose own_interpreter=own",
    "python.places": "ENVIRONMENT_NAMES Origin ScriptPlace Source nearby_environments",
    "python.probe": "InterpreterMissing Problem",
    "python.trust": "Danger Doubt Trust",
    "spool.budget": "OutputBudget",
    "spool.run_output": "Dropped RunOutput",
    "spool.spool": "Spool",
    "spool.store": "Extent",
    "spool.trouble": "SpoolTrouble SpoolTroubleKind",
    "supervisor": "Supervisor",
    "toml_text": "read_toml",
    "values": "frozen",
    "watch.watcher": "Watcher",
}
"""Where each name is found: the same as above, for the interpreter. NAME=OTHER: it has another
name there."""
_PLACES = {
    name: (f"reloader_core.{room}", other or name)
    for room, names in _ROOMS.items()
    for name, _, other in (each.partition("=") for each in names.split())
}
__all__ = list(_PLACES)


def __getattr__(name: str) -> object:
    """Also asked for each submodule before it is imported, so what is not in the table is left
    to the import system."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, there = _PLACES[name]
    found = __import__(module, fromlist=[there])  # importlib's is one more module to load
    value = globals()[name] = getattr(found, there)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
