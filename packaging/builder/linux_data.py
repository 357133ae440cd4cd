"""The files that a desktop wants to see: menu entry, icon, description, man page. Pure text."""

from __future__ import annotations

import datetime
import gzip
import json
import shutil
from pathlib import Path

from _steps import ROOT, run_step
from builder.context import Context

_SOURCES = ROOT / "packaging" / "linux"
_QUESTION = """
import json, sys
sys.path[:0] = [{app!r}, {app!r} + "/lib"]
from reloader_core.command.parser import make_parser
print(json.dumps([
    (action.option_strings, action.metavar if action.nargs != 0 else None, action.help)
    for action in make_parser()._actions if action.option_strings and action.help != "==SUPPRESS=="
]))
"""
METAINFO = "io.github.reloader.Reloader.metainfo.xml"


def write(context: Context, folder: Path) -> None:
    """`share` in the assembled folder, with what belongs below /usr/share."""
    share = folder / "share"
    when = datetime.datetime.fromtimestamp(context.epoch, datetime.UTC)
    words = {
        "@VERSION@": context.version,
        "@DATE@": when.strftime("%Y-%m-%d"),
        "@MDOCDATE@": f"{when:%B} {when.day}, {when.year}",
        "@OPTIONS@": _options(folder),
    }
    _fill(_SOURCES / "reloader.desktop", share / "applications" / "reloader.desktop", words)
    _fill(_SOURCES / METAINFO, share / "metainfo" / METAINFO, words)
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / "reloader.svg"
    icon.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "reloader_gui" / "resources" / "icons" / "reloader.svg", icon)
    page = share / "man" / "man1" / "reloader.1"
    _fill(_SOURCES / "reloader.1", page, words)
    _compress(page)
    (page.parent / "reloader-gui.1.gz").symlink_to("reloader.1.gz")


def _fill(template: Path, target: Path, words: dict[str, str]) -> None:
    text = template.read_text(encoding="utf-8")
    for mark, value in words.items():
        text = text.replace(mark, value)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def _options(folder: Path) -> str:
    """The man page's list, from the packaged command's own parser."""
    program = _QUESTION.format(app=str(folder / "app"))
    python = folder / "runtime" / "bin" / "python3"
    said = run_step([str(python), "-I", "-c", program], failure="The packaged command is broken.")
    lines = []
    for names, value, words in json.loads(said):
        flags = " , ".join(f"Fl {name[1:]}" + (f" Ar {value}" if value else "") for name in names)
        lines += [f".It {flags}", f"{words[0].upper()}{words[1:]}."]
    return "\n".join(lines)


def _compress(page: Path) -> None:
    packed = page.with_name(page.name + ".gz")
    packed.write_bytes(gzip.compress(page.read_bytes(), 9, mtime=0))
    page.unlink()
