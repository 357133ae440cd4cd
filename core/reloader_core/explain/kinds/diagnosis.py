"""What can be said of an error: a kind, and values for its sentence. Frozen; any thread.

A kind's value names its sentence's values, in order. What begins with `type` is the name of a type.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from reloader_core.explain.kinds.above import AboveKinds
from reloader_core.explain.kinds.afar import AfarKinds
from reloader_core.explain.kinds.around import AroundKinds
from reloader_core.explain.kinds.arrays import ArrayKinds
from reloader_core.explain.kinds.bounds import BoundsKinds
from reloader_core.explain.kinds.calls import CallKinds
from reloader_core.explain.kinds.columns import ColumnKinds
from reloader_core.explain.kinds.contents import ContentKinds
from reloader_core.explain.kinds.data import DataKinds
from reloader_core.explain.kinds.database import DatabaseKinds
from reloader_core.explain.kinds.entry import Gathering
from reloader_core.explain.kinds.foreign import ForeignKinds
from reloader_core.explain.kinds.frames import FrameKinds
from reloader_core.explain.kinds.functions import FunctionKinds
from reloader_core.explain.kinds.gone_through import GoneThroughKinds
from reloader_core.explain.kinds.kept import KeptKinds
from reloader_core.explain.kinds.lapses import LapseKinds
from reloader_core.explain.kinds.learning import LearningKinds
from reloader_core.explain.kinds.made import MadeKinds
from reloader_core.explain.kinds.meant import MeantKinds
from reloader_core.explain.kinds.media import MediaKinds
from reloader_core.explain.kinds.named import NamedKinds
from reloader_core.explain.kinds.names import NameKinds
from reloader_core.explain.kinds.net import NetKinds
from reloader_core.explain.kinds.operators import OperatorKinds
from reloader_core.explain.kinds.packaged import PackagedKinds
from reloader_core.explain.kinds.plots import PlotKinds
from reloader_core.explain.kinds.queries import QueriesKinds
from reloader_core.explain.kinds.served import ServedKinds
from reloader_core.explain.kinds.singled import SingledKinds
from reloader_core.explain.kinds.sources import SourceKinds
from reloader_core.explain.kinds.standard import StandardKinds
from reloader_core.explain.kinds.stores import StoreKinds
from reloader_core.explain.kinds.syntax import SyntaxKinds
from reloader_core.explain.kinds.tables import TableKinds
from reloader_core.explain.kinds.tools import ToolsKinds
from reloader_core.explain.kinds.traced import TracedKinds
from reloader_core.explain.kinds.unfound import UnfoundKinds
from reloader_core.explain.kinds.unparsed import UnparsedKinds
from reloader_core.explain.kinds.untaken import UntakenKinds
from reloader_core.explain.kinds.usual import UsualKinds
from reloader_core.explain.kinds.values import ValueKinds
from reloader_core.explain.kinds.web import WebKinds


@enum.unique
class Kind(
    NameKinds,
    ValueKinds,
    CallKinds,
    FunctionKinds,
    MadeKinds,
    LapseKinds,
    MeantKinds,
    TracedKinds,
    BoundsKinds,
    UntakenKinds,
    SingledKinds,
    UnfoundKinds,
    UnparsedKinds,
    PackagedKinds,
    NamedKinds,
    GoneThroughKinds,
    OperatorKinds,
    ForeignKinds,
    AroundKinds,
    AboveKinds,
    AfarKinds,
    DataKinds,
    ContentKinds,
    UsualKinds,
    KeptKinds,
    StandardKinds,
    StoreKinds,
    WebKinds,
    NetKinds,
    DatabaseKinds,
    MediaKinds,
    SyntaxKinds,
    TableKinds,
    ColumnKinds,
    FrameKinds,
    SourceKinds,
    ArrayKinds,
    PlotKinds,
    LearningKinds,
    ToolsKinds,
    QueriesKinds,
    ServedKinds,
    enum.Enum,
    metaclass=Gathering,
):
    """All of them, in one enum."""

    @property
    def fields(self) -> tuple[str, ...]:
        """What its values are called, in their order."""
        fields: tuple[str, ...] = self.value[1:]
        return fields


@dataclass(frozen=True, slots=True)
class Diagnosis:
    kind: Kind
    values: tuple[str | int, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    """By which names the script knows packages that the sentence may write otherwise."""
    imports: str = ""
    """What has to be imported for the advice, as one line; '' if nothing."""

    def as_in_script(self, sentence: str) -> str:
        """A sentence without its values: `pandas.concat` is `pd.concat` in most scripts."""
        for written, own in self.aliases:
            behind = r"(?!\w)" if "." in written else r"(?=\.\w|\()"
            sentence = re.sub(rf"(?<![\w.]){re.escape(written)}{behind}", own, sentence)
        return sentence
