"""The files that a desktop wants to see: menu entry, icon, description, man page. Pure text."""

from __future__ import annotations

import datetime
import gzip
import json
import shutil
from pathlib import Path
from typing import Any

from _steps import ROOT, run_step
from builder.context import Context, address

_SOURCES = ROOT / "packaging" / "linux"
_QUESTION = """
import json, sys
sys.path[:0] = [{app!r}, {app!r} + "/lib"]
from reloader_core.command.parser import described
print(json.dumps(described()))
"""
METAINFO = "io.github.reloader.Reloader.metainfo.xml"


def write(context: Context, folder: Path) -> None:
    """`share` in the assembled folder, with what belongs below /usr/share."""
    share = folder / "share"
    when = datetime.datetime.fromtimestamp(context.epoch, datetime.UTC)
    words = {
        "@VERSION@": context.version,
        "@ADDRESS@": address(),
        "@DATE@": when.strftime("%Y-%m-%d"),
        "@MDOCDATE@": f"{when:%B} {when.day}, {when.year}",
        **man_words(_told_by_parser(folder)),
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


def _told_by_parser(folder: Path) -> dict[str, Any]:
    """The packaged command's own options and what its --help says besides."""
    program = _QUESTION.format(app=str(folder / "app"))
    python = folder / "runtime" / "bin" / "python3"
    said = run_step([str(python), "-I", "-c", program], failure="The packaged command is broken.")
    told: dict[str, Any] = json.loads(said)
    return told


def man_words(told: dict[str, Any]) -> dict[str, str]:
    """The parts of the man page that are the parser's, as mdoc(7)."""
    options = []
    for title, actions in told["groups"]:
        options += [f".It Sy {title}", ".Bl -tag -width Ds"]
        for names, value, words in actions:
            flags = " , ".join(
                f"Fl {name[1:]}" + (f" Ar {value}" if value else "") for name in names
            )
            options += [f".It {flags}", f"{words[0].upper()}{words[1:]}."]
        options.append(".El")
    codes = [line for code, words in told["codes"].items() for line in (f".It {code}", words)]
    notes = [line for what, text in told["notes"].items() for line in (f".It {what}", text)]
    examples = [
        line
        for command, words in told["examples"].items()
        for line in (f".It {words}", f".Dl {command}")
    ]
    return {
        "@OPTIONS@": "\n".join(options),
        "@EXIT_CODES@": "\n".join(codes),
        "@NOTES@": "\n".join(notes),
        "@EXAMPLES@": "\n".join(examples),
    }


def _compress(page: Path) -> None:
    packed = page.with_name(page.name + ".gz")
    packed.write_bytes(gzip.compress(page.read_bytes(), 9, mtime=0))
    page.unlink()
