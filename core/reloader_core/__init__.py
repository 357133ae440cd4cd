"""The engine of Reloader, without any GUI. What other packages may import is here."""

from reloader_core.disk.local_files import LocalFiles, Look
from reloader_core.disk.private_files import make_private_folder, open_private, private_opener
from reloader_core.event_log import EventLog
from reloader_core.model import (
    AfterExit,
    CpuTimes,
    CpuUsed,
    Drained,
    Exit,
    InputWanted,
    Message,
    Notice,
    NoticeKind,
    NotRestarted,
    Reason,
    ReasonKind,
    ScriptError,
    SpawnTrouble,
    State,
    Status,
    Target,
    Watching,
)
from reloader_core.python.interpreters import Interpreter, InterpreterMissing
from reloader_core.python.interpreters import choose as choose_interpreter
from reloader_core.python.interpreters import own as own_interpreter
from reloader_core.python.places import ScriptPlace, Source
from reloader_core.python.trust import Danger, Doubt, Trust
from reloader_core.spool.budget import OutputBudget
from reloader_core.spool.run_output import Dropped, RunOutput
from reloader_core.spool.spool import Spool
from reloader_core.spool.store import Extent
from reloader_core.supervisor import Supervisor
from reloader_core.watch.watcher import Watcher

__all__ = [
    "AfterExit",
    "CpuTimes",
    "CpuUsed",
    "Danger",
    "Doubt",
    "Drained",
    "Dropped",
    "EventLog",
    "Exit",
    "Extent",
    "InputWanted",
    "Interpreter",
    "InterpreterMissing",
    "LocalFiles",
    "Look",
    "Message",
    "Notice",
    "NoticeKind",
    "NotRestarted",
    "OutputBudget",
    "Reason",
    "ReasonKind",
    "RunOutput",
    "ScriptError",
    "ScriptPlace",
    "Source",
    "SpawnTrouble",
    "Spool",
    "State",
    "Status",
    "Supervisor",
    "Target",
    "Trust",
    "Watcher",
    "Watching",
    "choose_interpreter",
    "make_private_folder",
    "open_private",
    "own_interpreter",
    "private_opener",
]
