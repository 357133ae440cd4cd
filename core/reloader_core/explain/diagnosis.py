"""What can be said of an error: a kind, and values for its sentence. Frozen; any thread.

A kind's value names its sentence's values, in order. What begins with `type` is the name of a type.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from reloader_core.explain.kinds import Gathering
from reloader_core.explain.kinds_above import AboveKinds
from reloader_core.explain.kinds_around import AroundKinds
from reloader_core.explain.kinds_arrays import ArrayKinds
from reloader_core.explain.kinds_calls import CallKinds
from reloader_core.explain.kinds_columns import ColumnKinds
from reloader_core.explain.kinds_data import DataKinds
from reloader_core.explain.kinds_database import DatabaseKinds
from reloader_core.explain.kinds_foreign import ForeignKinds
from reloader_core.explain.kinds_functions import FunctionKinds
from reloader_core.explain.kinds_kept import KeptKinds
from reloader_core.explain.kinds_lapses import LapseKinds
from reloader_core.explain.kinds_learning import LearningKinds
from reloader_core.explain.kinds_made import MadeKinds
from reloader_core.explain.kinds_media import MediaKinds
from reloader_core.explain.kinds_names import NameKinds
from reloader_core.explain.kinds_net import NetKinds
from reloader_core.explain.kinds_plots import PlotKinds
from reloader_core.explain.kinds_sources import SourceKinds
from reloader_core.explain.kinds_stores import StoreKinds
from reloader_core.explain.kinds_syntax import SyntaxKinds
from reloader_core.explain.kinds_tables import TableKinds
from reloader_core.explain.kinds_usual import UsualKinds
from reloader_core.explain.kinds_values import ValueKinds
from reloader_core.explain.kinds_web import WebKinds


@enum.unique
class Kind(
    NameKinds,
    ValueKinds,
    CallKinds,
    FunctionKinds,
    MadeKinds,
    LapseKinds,
    ForeignKinds,
    AroundKinds,
    AboveKinds,
    DataKinds,
    UsualKinds,
    KeptKinds,
    StoreKinds,
    WebKinds,
    NetKinds,
    DatabaseKinds,
    MediaKinds,
    SyntaxKinds,
    TableKinds,
    ColumnKinds,
    SourceKinds,
    ArrayKinds,
    PlotKinds,
    LearningKinds,
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
