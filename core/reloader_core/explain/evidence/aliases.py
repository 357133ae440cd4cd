"""By which names a script knows packages that advice is written with. Pure."""

from __future__ import annotations

import ast

from reloader_core.explain.evidence import place, scope
from reloader_core.explain.evidence.facts import Facts

_WRITTEN = {"pandas": "pandas", "numpy": "np", "matplotlib.pyplot": "plt"}
"""How sentences write them."""


def of(facts: Facts, module: str) -> str:
    """The script's own name for it; the usual one where it has none."""
    return dict(own_names(facts)).get(_WRITTEN[module], _WRITTEN[module])


def own_names(facts: Facts) -> tuple[tuple[str, str], ...]:
    """What sentences write, and what the script writes for it, where that is something else."""
    tree, found = place.tree_of(facts), dict[str, str]()
    for node in scope.in_scope(tree) if tree is not None else ():
        match node:
            case ast.Import(names=names):
                found |= {each.name: each.asname or each.name for each in names}
            case ast.ImportFrom(module="matplotlib", names=names, level=0):
                found |= {f"matplotlib.{each.name}": each.asname or each.name for each in names}
    return tuple(
        (written, found[module])
        for module, written in _WRITTEN.items()
        if found.get(module, written) != written
    )
