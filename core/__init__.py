"""The engine of Reloader, without any GUI. What other packages may import is here."""

from core.events import EventLog
from core.interpreters import Interpreter, InterpreterMissing
from core.interpreters import choose as choose_interpreter
from core.interpreters import own as own_interpreter
from core.local_files import LocalFiles, Look
from core.model import (
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
    State,
    Status,
    Target,
    Watching,
)
from core.private_files import make_private_folder, open_private, private_opener
from core.python_places import ScriptPlace, Source
from core.spool import Spool
from core.spool_budget import OutputBudget
from core.spool_run import Dropped, RunOutput
from core.spool_store import Extent
from core.supervisor import Supervisor
from core.trust import Danger, Doubt, Trust
from core.watcher import Watcher

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
