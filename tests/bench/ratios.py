"""From times to ratios, and whether they are good enough. Pure."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass, field

REQUIRED = {"stdlib": {"median": 0.8, "p95": 1.2}, "bare": {"median": 1.5}}
"""Of ours, as ratios to the cold start of the same script: kind -> bound."""
QUIET = 1.5
"""A run in which the cold starts' p95 is no smaller multiple of their median is busy."""
IDLE_CPU_S = 0.03
NOT_NOTICED = math.inf


@dataclass
class Block:
    """One tool's restarts by case, and the cold starts that took turns with them; seconds."""

    cold: list[float] = field(default_factory=list)
    cases: dict[str, list[float]] = field(default_factory=dict)

    @property
    def is_quiet(self) -> bool:
        return p95(self.cold) < QUIET * statistics.median(self.cold)

    def ratio(self, case: str) -> float:
        return statistics.median(self.cases[case]) / statistics.median(self.cold)

    def late_ratio(self, case: str) -> float:
        return p95(self.cases[case]) / statistics.median(self.cold)

    def misses(self, kind: str) -> list[str]:
        """What is not as good as required, in words."""
        bounds = REQUIRED.get(kind, {})
        found = []
        for case in self.cases:
            for what, ratio in (("median", self.ratio(case)), ("p95", self.late_ratio(case))):
                if ratio > bounds.get(what, math.inf):
                    found.append(f"{kind}, {case}: {what} {ratio:.2f} > {bounds[what]}")
        return found


def p95(values: list[float]) -> float:
    """The nearest rank: a value that was measured."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def verdict(blocks: dict[str, list[Block]], kind: str) -> tuple[list[str], int]:
    """(what is missed, how many blocks were too busy to be judged) for the runs of `kind`."""
    missed, busy = [], 0
    for tool, runs in blocks.items():
        for number, block in enumerate(runs, 1):
            if not block.cold:
                missed.append(f"run {number}, {tool}, {kind}: it did not start")
            elif not block.is_quiet:
                busy += 1
            else:
                missed += [f"run {number}, {tool}, {miss}" for miss in block.misses(kind)]
    return missed, busy
