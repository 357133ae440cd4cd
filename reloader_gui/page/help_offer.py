"""Gathers what is known of a script's run when somebody is to be asked for help. GUI thread."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject

from reloader_gui.output.feed import Feed
from reloader_gui.page.error_card import ErrorCard
from reloader_gui.page.help_dialog import HelpDialog
from reloader_gui.page.message_area import MessageArea
from reloader_gui.run.help_report import Known
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.texts.help import HELP, REPORT
from reloader_gui.ui import system
from reloader_gui.ui.program import home_folder, user_names, version


class HelpOffer(QObject):
    """Of one page; shows its dialog when the card asks for it."""

    def __init__(
        self, run: ScriptRun, feed: Feed, card: ErrorCard, messages: MessageArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._feed = feed
        self._card = card
        self._messages = messages
        card.help_wanted.connect(self.show)

    def show(self) -> None:
        dialog = HelpDialog(self.known(), self._card.window())
        dialog.copied.connect(lambda: self._messages.say(HELP.copied, key="copied"))
        dialog.open()

    def known(self) -> Known:
        run, home = self._run, home_folder()
        return Known(
            script=run.script,
            python=run.record.python or run.python.found,
            error=self._card.error,
            meaning=self._card.meaning,
            values=self._card.values(),
            output=self._feed.tail(),
            output_without_input=self._feed.tail_without_input(REPORT.typed()),
            arguments=system.join_command(run.options.args(), system.THIS),
            environment=os.environ,
            home=home,
            users=user_names(home),
            reloader=version(),
            system=system.system_name(),
        )
