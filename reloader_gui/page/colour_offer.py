"""The line that offers colours, once for each script that could print them. GUI thread.

As in any pipe there are none: what asks for them would also put escape sequences into the files
that a script writes, so it is never done unasked.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QTimer

from reloader_core import Drained, Message, Notice, NoticeKind
from reloader_gui.output.feed import Feed
from reloader_gui.page.message_area import MessageArea
from reloader_gui.run.script_run import ScriptRun
from reloader_gui.texts.notices import NOTICES
from reloader_gui.texts.page import PAGE
from reloader_gui.texts.said import said

LOOK_MS = 1000
"""By then, or when it has ended, a script has printed something."""
KEY = "colours"


class ColourOffer(QObject):
    def __init__(self, run: ScriptRun, feed: Feed, area: MessageArea, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._feed = feed
        self._area = area
        self._notice: Notice | None = None
        """Until it is said, or needs not be."""
        self._later = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._later.timeout.connect(self._look)
        run.began.connect(self._on_began)
        run.noticed.connect(self._on_notice)
        run.engine.message.connect(self._on_message)

    def _on_began(self) -> None:
        self._notice = None
        self._later.stop()
        self._area.take_away(KEY)

    def _on_notice(self, notice: Notice) -> None:
        options = self._run.options.now
        is_asked = options.ask_for_colour or options.colour_offered or os.environ.get("NO_COLOR")
        if notice.kind is NoticeKind.CAN_COLOUR and not is_asked:
            self._notice = notice
            self._later.start()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Drained):  # all of it has come
            self._look()

    def _look(self) -> None:
        is_plain = self._feed.printed_bytes() > 0 and not self._run.printed.has_escapes
        if self._notice is not None and is_plain:
            words, self._notice = said(NOTICES.sentence, self._notice), None
            self._run.options.remember(colour_offered=True)
            self._area.say(words, (PAGE.use_colours, self._use), key=KEY)

    def _use(self) -> None:
        """From the next run on; what runs may be in the middle of something."""
        self._run.set_option("ask_for_colour", True)
        if self._run.is_busy:
            self._run.set_for_next.emit()
        else:
            self._run.run()
