"""`reloader`: the supervisor on the command line. Checks what it was given, then hands
over to reloader_core.terminal. Bad input is one sentence on stderr and exit code 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reloader_core import child
from reloader_core.command import ctl
from reloader_core.command.bad_input import BadInput, shortened
from reloader_core.command.parser import completion, make_parser, split_command
from reloader_core.command.project import project_words
from reloader_core.command.target import here, make_target
from reloader_core.event_log import EventLog
from reloader_core.model import SPAWN_FAILED_CODE, Target
from reloader_core.terminal import TerminalFront, Voice, end_interrupted

if TYPE_CHECKING:
    from reloader_core.explanations import Explanations


def open_events(name: str) -> EventLog:
    try:
        return EventLog(Path(name))
    except OSError as error:
        text = f"The event file {shortened(name)} cannot be written: {error.strerror}."
        raise BadInput(text) from None


def main(argv: Sequence[str] | None = None) -> int:
    """The entry point; returns the exit code. Raises KeyboardInterrupt, silently."""
    try:
        return _main(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:  # nothing has been started yet, or all has ended
        end_interrupted()


def _main(argv: Sequence[str]) -> int:
    voice = Voice()
    try:
        parser = make_parser()
        own, line = split_command(parser, argv)
        if line.script == ctl.NAME and not own and not os.path.lexists(ctl.NAME):
            return ctl.ctl(line.args, _show)
        options = parser.parse_args(own)  # --help ends here, whatever pyproject.toml says
        if options.print_completion:
            parser._print_message(completion(options.print_completion), sys.stdout)
            return 0
        if options.list_pythons:
            from reloader_core.command.pythons import print_pythons  # findpython is for this alone

            return print_pythons(line.script, here(), _show)
        options = parser.parse_args([*project_words(parser, here()), *own])
        voice = Voice(options.name, quiet=options.quiet)
        target = make_target(options, line, voice.say)
        events = open_events(options.events) if options.events else None
    except BadInput as error:
        voice.warn(str(error))
        return error.code
    try:
        front = TerminalFront(
            target,
            events=events,
            voice=voice,
            clear=options.clear,
            job=child.own_job(),
            explanations=_explanations(target) if options.explain else None,
        )
        return front.run()
    except OSError as error:
        voice.warn(f"Reloader cannot start ({error.strerror}); nothing was run. Close programs.")
        return SPAWN_FAILED_CODE
    finally:
        if events is not None:
            events.close()


def _explanations(target: Target) -> Explanations:
    from reloader_core.explanations import Explanations  # no other start pays for the parsing

    return Explanations(target.cwd if target.script is None else target.script.parent)


def _show(text: str) -> None:
    """A folder's name may have letters that this terminal's encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding))


if __name__ == "__main__":
    sys.exit(main())
