"""All Pythons of this computer for one script, as a list to choose from.

Nothing that came with the script is started, and what hangs is left alone after two seconds.
Starts processes: a thread that may wait calls it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reloader_core.platform_facts import THIS
from reloader_core.python import header
from reloader_core.python.asking import Interpreter, PassedOver, Search
from reloader_core.python.installed import installed
from reloader_core.python.interpreters import (
    Ourselves,
    Seen,
    fitted,
    newest_first,
    usual_places,
)
from reloader_core.python.many import ask_all
from reloader_core.python.places import ScriptPlace
from reloader_core.python.remembered import Remembered, usual_file
from reloader_core.python.trust import Trust


def list_pythons(
    script: Path,
    *,
    environ: Mapping[str, str] = os.environ,
    ourselves: Ourselves | None = None,
    platform: str = THIS,
    trust: Trust | None = None,
    remembered: Remembered | None = None,
) -> list[Interpreter | PassedOver]:
    """In the order in which one would be chosen, each once; `script` may be a folder."""
    ourselves = ourselves or Ourselves.now()
    remembered = remembered or Remembered(usual_file())
    trust = trust or Trust()
    place = ScriptPlace.of(script)
    search = Search(place, environ, platform, True, trust, remembered=remembered)
    wanted = header.read(script)
    seen = Seen(ourselves, trust)
    usual = [each for each in usual_places(search, wanted) if seen.is_new(each)]
    others = [each for each in installed(environ, platform) if seen.is_new(each)]
    found = ask_all(search, [*usual, *others])
    listed = [*found[: len(usual)], *newest_first(found[len(usual) :])]
    if (own := ourselves.interpreter()) is not None:
        listed.append(own)
    remembered.save()
    return [
        fitted(each, wanted) if isinstance(each, Interpreter) else each
        for each in listed
        if seen.take(each)
    ]
