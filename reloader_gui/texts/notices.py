"""The engine's notices in the window's words: one sentence, or a few, for a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reloader_core import Notice
from reloader_gui.texts.texts import Texts
from reloader_gui.texts.values import VALUES


class NoticeTexts(Texts):
    """A method for each kind of notice that has no text of its own, called as the kind is, with
    its values."""

    def sentence(self, notice: Notice) -> str:
        """What to say: what happened, what was kept, what to do."""
        if notice.text:
            return notice.text
        says: Callable[..., str] = getattr(self, notice.kind.name.lower())
        return says(*notice.values)

    def self_written(self, name: str, _path: str) -> str:
        return self.tr(
            "Your script wrote {name} itself, so that did not restart it. When you save {name}, it"
            " restarts, unless the script wrote it less than a second before."
        ).format(name=name)

    def change_loop(self, name: str, starts: int, delay_s: float) -> str:
        said = self.tr(
            "{name} changed soon after each of the last %n starts. Perhaps a program that your"
            " script starts writes it. Each restart now waits a little longer ({delay} s at first)"
            " and runs the newest text.",
            "",
            starts,
        )
        return said.format(name=name, delay=f"{delay_s:g}")

    def exit_3_loop(self) -> str:
        return self.tr("Your script keeps asking to be restarted (exit code 3). Is that meant?")

    def exit_3_slowed(self, count: int, delay_s: float) -> str:
        said = self.tr(
            "Your script asked to be restarted %n times in a row (exit code 3). It starts again in"
            " {delay} s.",
            "",
            count,
        )
        return said.format(delay=f"{delay_s:g}")

    def forced(self, grace_s: float) -> str:
        return self.tr(
            "Your script did not end within {seconds} s, so it was stopped by force. The settings"
            " can give it more time to finish."
        ).format(seconds=f"{grace_s:g}")

    def stuck(self, *pids: int) -> str:
        said = self.tr(
            "The system cannot end %n process(es) of your script ({pids}), perhaps because of a"
            " drive that does not answer. Restarting the computer will. You can go on as usual.",
            "",
            len(pids),
        )
        return said.format(pids=VALUES.numbers(pids))

    def failed(self, _what: str) -> str:
        return self.tr(
            "Reloader had a problem and stopped your script. Press Run to start it again."
        )

    def guardian_lost(self) -> str:
        return self.tr(
            "The part of Reloader that ends a script's processes was itself ended by something"
            " else, and your script with it. Press Run to start it again."
        )

    def passed_by(self) -> str:
        return self.tr(
            "The part of Reloader that ends a script's processes did not answer (something had"
            " stopped it), so they were ended without it. You can go on as usual."
        )

    def input_refused(self, size_bytes: int) -> str:
        return self.tr(
            "{size} of input were not sent to the script: it has not read what was sent before, or"
            " this is too much at once. For so much, let the script open a file."
        ).format(size=VALUES.size(size_bytes))

    def drive_silent(self, drive: str) -> str:
        return self.tr(
            "The drive {drive} does not answer. Until it does, files on it do not restart the"
            " script when they are saved; all others do."
        ).format(drive=drive)


NOTICES = NoticeTexts()


def words_for(notice: Notice) -> Callable[[], Any]:
    """To be asked anew when the language is another one."""
    return lambda: NOTICES.sentence(notice)
